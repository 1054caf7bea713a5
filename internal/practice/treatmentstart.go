package practice

// baselineDays is how many days before the first dose a form can lie and still
// tell how the client was at the beginning.
const baselineDays = 30

// TreatmentStart is where a treatment begins. What is asked for and what a change is
// read against hold to it alike.
type TreatmentStart struct {
	FirstDose Instant // of the treatment; empty while none was given
	LastDose  Instant // of an earlier treatment; empty for none
	Zone      string  // in it a day begins
}

// opens is from when on a form can be the baseline, as far as days go.
func (b TreatmentStart) opens() Instant {
	return DateOf(b.FirstDose.In(b.Zone)).addDays(-baselineDays).StartOfDay(b.Zone)
}

// span is the time in which a form is a baseline.
func (b TreatmentStart) span() span { return span{max(b.opens(), b.LastDose), b.FirstDose} }

// baseline returns which of the totals, the oldest first, stands as the
// baseline: the last at or before the first dose, else the first there is. Where
// that is none by the rule, note says why, and that nothing is claimed. There
// must be a total.
func (b TreatmentStart) baseline(totals []FormTotal) (at int, note string) {
	if b.FirstDose == "" {
		return 0, ""
	}
	at = -1
	for n, x := range totals {
		if x.earliest <= b.FirstDose {
			at = n
		}
	}
	const nothing = ", so nothing is claimed of the change."
	if at < 0 {
		return 0, "The baseline was taken after the first dose" + nothing
	}
	x := totals[at]
	switch day := LongDateText(x.At.In(x.Zone)); {
	case x.earliest >= b.span().from:
		return at, ""
	case x.earliest < b.LastDose:
		return at, "The baseline, of " + day + ", is from before the last dose of an earlier treatment" + nothing
	default:
		return at, "The baseline, of " + day + ", is from more than 30 days before the first dose" + nothing
	}
}
