package practice

import (
	"slices"
	"strings"
	"time"

	"snowfield/internal/fault"
)

// USText writes the day as US forms have it: "03/12/2026"; empty for a day
// that is not set.
func (d Date) USText() string {
	day, ok := d.Day()
	if !ok {
		return ""
	}
	return day.Format("01/02/2006")
}

// SuperbillSpan returns the days a superbill is about. A day that is not given
// is taken from the last charge: its month, to the month's end; of a span that
// only begins, to today. It refuses an end before the beginning.
func SuperbillSpan(from, to Date, charges []DatedCharge, today Date) (Date, Date, error) {
	last := today
	if n := len(charges); n > 0 {
		last = charges[n-1].Day
	}
	if from != "" && to == "" {
		to = max(from, today)
	}
	if to == "" {
		to = last.monthEnd()
	}
	if from == "" {
		from = to.monthStart()
	}
	var c fault.Check
	checkDate(&c, "from", from, true)
	checkDate(&c, "to", to, true)
	if from > to {
		c.Refuse("to", "The last day lies before the first.")
	}
	return from, to, c.Err()
}

// monthStart and monthEnd return the first and the last day of the month; a
// bad day stays as it is.
func (d Date) monthStart() Date { return d.ofMonth(0, 1) }
func (d Date) monthEnd() Date   { return d.ofMonth(1, 0) }

func (d Date) ofMonth(later, day int) Date {
	t, ok := d.Day()
	if !ok {
		return d
	}
	return DateOf(time.Date(t.Year(), t.Month()+time.Month(later), day, 0, 0, 0, 0, time.UTC))
}

// Within returns the charges of the days from and to and those between.
func Within(charges []DatedCharge, from, to Date) []DatedCharge {
	kept := []DatedCharge{}
	for _, c := range charges {
		if c.Day >= from && c.Day <= to {
			kept = append(kept, c)
		}
	}
	return kept
}

// SuperbillGaps says what an insurer will miss in a superbill, a sentence for
// each place to fill it in. It stands in the way of nothing: that is the
// practice's choice. contact tells that the address is meant to be in it.
func SuperbillGaps(p Practice, c Client, charges []DatedCharge, contact bool) []string {
	gaps := []string{}
	missing := func(of, where string, values ...string) {
		names := []string{}
		for i := 0; i < len(values); i += 2 {
			if values[i+1] == "" {
				names = append(names, values[i])
			}
		}
		if len(names) > 0 {
			gaps = append(gaps, "Missing of "+of+": "+strings.Join(names, ", ")+". "+where)
		}
	}
	missing("the practice", "Insurers ask for it. Settings, Practice has a field for each.",
		"credential", p.Credential, "license", p.License, "NPI", p.NPI, "EIN", p.EIN, "address", p.Address, "phone", p.Phone)
	client := []string{"birth date", string(c.BirthDate)}
	if contact {
		client = append(client, "address", c.Address)
	}
	missing("the client", "The client's details have a field for each.", client...)
	bare, free := 0, 0
	for _, charge := range charges {
		if len(charge.Diagnoses) == 0 {
			bare++
		}
		if charge.FeeCents == 0 {
			free++
		}
	}
	if bare > 0 {
		gaps = append(gaps, CountText(bare, "service names", "services name")+" no diagnosis: insurers refuse that. Write it in the client's details, then choose it in the session's charges.")
	}
	if free > 0 {
		gaps = append(gaps, CountText(free, "service has", "services have")+" no fee.")
	}
	return gaps
}

// DiagnosesOf returns the diagnoses that charges name, each once, in the order
// they come.
func DiagnosesOf(charges []DatedCharge) []string {
	list := []string{}
	for _, c := range charges {
		for _, d := range c.Diagnoses {
			if !slices.Contains(list, d) {
				list = append(list, d)
			}
		}
	}
	return list
}
