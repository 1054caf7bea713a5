package pdf

import "time"

const day = 24 * time.Hour

// tickRoom is how far apart the words of the axis stand at least, in points.
const tickRoom = 46

type tick struct {
	at   time.Time
	text string
}

// courseTicks marks days, months or years, as close together as there is room
// for their words. The first mark and each new year name the year.
func courseTicks(t timeline) []tick {
	fits := func(apart time.Duration) bool {
		return float64(apart)/float64(t.to.Sub(t.from))*(t.x1-t.x0-2*courseEnd) >= tickRoom
	}
	first := midnight(t.from, 0, 0)
	for _, days := range []int{1, 2, 7, 14} {
		if fits(time.Duration(days) * day) {
			return t.ticks(first, func(at time.Time) time.Time { return at.AddDate(0, 0, days) }, "2 Jan", "2 Jan 2006")
		}
	}
	for _, months := range []int{1, 2, 3, 6} {
		if fits(time.Duration(months) * 28 * day) {
			at := midnight(t.from, 0, 1)
			for (int(at.Month())-1)%months != 0 {
				at = at.AddDate(0, 1, 0)
			}
			return t.ticks(at, func(at time.Time) time.Time { return at.AddDate(0, months, 0) }, "Jan", "Jan 2006")
		}
	}
	years := 1
	for !fits(time.Duration(years)*365*day) && years < 100 {
		years++
	}
	return t.ticks(midnight(t.from, 1, 1), func(at time.Time) time.Time { return at.AddDate(years, 0, 0) }, "2006", "2006")
}

// midnight begins the day of a moment; on another day or month where they are
// given.
func midnight(at time.Time, month, onDay int) time.Time {
	if month == 0 {
		month = int(at.Month())
	}
	if onDay == 0 {
		onDay = at.Day()
	}
	return time.Date(at.Year(), time.Month(month), onDay, 0, 0, 0, 0, at.Location())
}

func (t timeline) ticks(at time.Time, next func(time.Time) time.Time, short, long string) []tick {
	list, year := []tick{}, 0
	for ; !at.After(t.to); at = next(at) {
		if at.Before(t.from) {
			continue
		}
		text := at.Format(short)
		if at.Year() != year {
			text = at.Format(long)
		}
		year = at.Year()
		list = append(list, tick{at, text})
	}
	return list
}
