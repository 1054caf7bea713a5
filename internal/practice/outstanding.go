package practice

import (
	"cmp"
	"slices"
)

// Outstanding is a reading that tells the course of a session, and for what.
type Outstanding struct {
	Label   string // "Baseline", "Highest pressure and last"
	Reading VitalSigns
}

// OutstandingReadings returns the readings that tell the course of a session,
// in time order: the baseline, which is the last before the first dose, then
// the highest pressure and heart rate and the lowest SpO2 after it, and the
// last. Without a dose the first reading is the baseline. Struck readings do
// not count; of equal ones the earliest does.
func OutstandingReadings(readings []VitalSigns, doses []DoseEvent) []Outstanding {
	list := slices.DeleteFunc(slices.Clone(readings), func(v VitalSigns) bool { return !v.Entry.Stands() })
	slices.SortStableFunc(list, func(a, b VitalSigns) int { return cmp.Compare(a.Entry.At, b.Entry.At) })
	if len(list) == 0 {
		return nil
	}
	labels := make([][]string, len(list))
	mark := func(i int, label string) { labels[i] = append(labels[i], label) }
	after := 0
	if first := Totals(doses).FirstAt; first == "" {
		after = 1
	} else if i := slices.IndexFunc(list, func(v VitalSigns) bool { return v.Entry.At > first }); i >= 0 {
		after = i
	} else {
		after = len(list)
	}
	if after > 0 {
		mark(after-1, "baseline")
	}
	for _, x := range []struct {
		label, field string
		sign         int // -1 where the lowest stands out
	}{
		{"highest pressure", "systolic_mmhg", 1},
		{"highest heart rate", "heart_rate_bpm", 1},
		{"lowest SpO2", "spo2_percent", -1},
	} {
		best := -1
		for i := after; i < len(list); i++ {
			if n := list[i].value(x.field); n != nil && (best < 0 || x.sign**n > x.sign**list[best].value(x.field)) {
				best = i
			}
		}
		if best >= 0 {
			mark(best, x.label)
		}
	}
	if after < len(list) {
		mark(len(list)-1, "last")
	}
	var told []Outstanding
	for i, v := range list {
		if len(labels[i]) > 0 {
			told = append(told, Outstanding{upperFirst(listText(labels[i])), v})
		}
	}
	return told
}

// listText joins words as a sentence does: "a, b and c".
func listText(words []string) string {
	text := ""
	for i, word := range words {
		switch {
		case i == 0:
		case i == len(words)-1:
			text += " and "
		default:
			text += ", "
		}
		text += word
	}
	return text
}
