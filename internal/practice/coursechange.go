package practice

import (
	"cmp"
	"slices"
)

// Treatments are the treatments of a client in which a dose was given: the
// courses, and what was given between them. They say which baseline a form is
// held against.
type Treatments struct {
	zone   string
	bounds []Instant // a treatment ends and another begins: where a course starts or is complete
	list   []dosedIn // oldest first
}

type dosedIn struct {
	part     int // of the time between the bounds
	begins   TreatmentStart
	lastDose Instant // the first of its last dosing session
}

// Treatments tells a client's treatments apart, as Measures does.
func (f CourseFacts) Treatments() Treatments { return f.treatments(f.held()) }

func (f CourseFacts) treatments(held []chartHeld) Treatments {
	t := Treatments{zone: f.Zone}
	for _, c := range f.Courses {
		t.bounds = append(t.bounds, c.StartedAt)
		if c.Complete() {
			t.bounds = append(t.bounds, c.CompletedAt)
		}
	}
	for _, h := range held {
		at := h.totals.FirstAt
		if at == "" {
			continue
		}
		part := t.part(h.session.Start())
		n := slices.IndexFunc(t.list, func(d dosedIn) bool { return d.part == part })
		if n < 0 {
			n = len(t.list)
			t.list = append(t.list, dosedIn{part: part, begins: TreatmentStart{FirstDose: at, Zone: f.Zone}})
		}
		d := &t.list[n]
		d.begins.FirstDose, d.lastDose = min(d.begins.FirstDose, at), max(d.lastDose, at)
	}
	slices.SortFunc(t.list, func(a, b dosedIn) int { return cmp.Compare(a.part, b.part) })
	earlier := Instant("")
	for n := range t.list {
		t.list[n].begins.LastDose = earlier
		earlier = max(earlier, t.list[n].lastDose)
	}
	return t
}

// part says between which bounds a moment lies.
func (t Treatments) part(at Instant) (n int) {
	for _, b := range t.bounds {
		if b <= at {
			n++
		}
	}
	return n
}

// begins returns the beginning of the treatment a form belongs to: the one that
// ran when it was answered, else the last before it with a dose, else the next.
func (t Treatments) begins(answered Instant) TreatmentStart {
	part, found := t.part(answered), TreatmentStart{Zone: t.zone}
	for _, d := range t.list {
		if d.part <= part || found.FirstDose == "" {
			found = d.begins
		}
	}
	return found
}

// Change reads forms of one instrument: how the last total stands in the
// treatment it belongs to.
func (t Treatments) Change(forms []Filled) Change {
	totals := FormTotals(forms)
	if len(totals) == 0 {
		return Change{Claims: []Claim{}}
	}
	return ReadChange(forms, t.begins(totals[len(totals)-1].At))
}

// CourseTotal is a total beside the baseline of the treatment it belongs to.
type CourseTotal struct {
	FormTotal
	Baseline   FormTotal
	Accepted   bool // the baseline is one by the rule; else it has to be named by its day
	IsBaseline bool // of its own treatment
	IsNext     bool // it is the baseline of a later one
}

// Since compares with the baseline; nil before it, of it, and where the two
// were scored in different ways.
func (s CourseTotal) Since() *Difference {
	if s.IsBaseline || s.At < s.Baseline.At {
		return nil
	}
	return s.FormTotal.Since(s.Baseline)
}

// Totals returns the totals of forms of one instrument, the oldest first.
func (t Treatments) Totals(forms []Filled) []CourseTotal {
	totals, list := FormTotals(forms), []CourseTotal{}
	for _, x := range totals {
		begins := t.begins(x.At)
		base, note := begins.baseline(totals)
		s := CourseTotal{FormTotal: x, Baseline: totals[base], Accepted: note == ""}
		s.IsBaseline = s.Baseline.ResponseID == x.ResponseID
		for _, d := range t.list {
			base, note := d.begins.baseline(totals)
			s.IsNext = s.IsNext || d.begins.FirstDose > begins.FirstDose && note == "" && totals[base].ResponseID == x.ResponseID
		}
		list = append(list, s)
	}
	return list
}

// Changes reads how the totals of each instrument have moved, by its id, of the
// forms that were answered until then; of all where until is empty.
func (f CourseFacts) Changes(until Instant) map[string]Change {
	by := map[string][]Filled{}
	for _, x := range f.Forms {
		if until == "" || x.Response.AnsweredAt <= until {
			by[x.Instrument.ID] = append(by[x.Instrument.ID], x)
		}
	}
	changes, treatments := map[string]Change{}, f.Treatments()
	for id, forms := range by {
		changes[id] = treatments.Change(forms)
	}
	return changes
}

// ChangeWith reads how the totals of a form's instrument stood with it; empty
// where the form has no total.
func (f CourseFacts) ChangeWith(responseID string) Change {
	ordered := oldestFirst(f.Forms)
	n := slices.IndexFunc(ordered, func(x Filled) bool { return x.Response.ID == responseID })
	if n < 0 {
		return Change{Claims: []Claim{}}
	}
	form := ordered[n]
	if _, ok := totalOf(form); !ok {
		return Change{Claims: []Claim{}}
	}
	forms := slices.DeleteFunc(ordered[:n+1], func(x Filled) bool { return x.Instrument.ID != form.Instrument.ID })
	return f.Treatments().Change(forms)
}
