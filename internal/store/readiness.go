package store

import (
	"snowfield/internal/fault"
	"snowfield/internal/practice"
)

// Readying gathers all that the readiness of one participant of a dosing
// session is computed from, as it stands on a day of the practice's zone.
func (t *Tx) Readying(s practice.Session, p practice.Participant, today practice.Date) (in practice.ReadinessInput, err error) {
	in.Session, in.Participant, in.Today = s, p, today
	letterhead, err := t.Practice()
	if err != nil {
		return in, err
	}
	in.Zone = letterhead.Zone
	stored, err := t.LibraryLatest(practice.ShelfScreening)
	if err != nil {
		return in, err
	}
	shelf, err := practice.ScreeningShelf(stored)
	if err != nil {
		return in, err
	}
	for _, x := range shelf {
		in.Items = append(in.Items, x.Item)
	}
	used, err := t.UsedUnder(p.ClientID)
	if err != nil {
		return in, err
	}
	clearances, err := t.Clearances(p.ClientID)
	if err != nil {
		return in, err
	}
	in.Clearances = practice.Standing(clearances, used, today)
	for _, read := range []func() error{
		func() (err error) { in.Client, err = t.Client(p.ClientID); return err },
		func() (err error) { in.Settings, err = t.Settings(); return err },
		func() (err error) { in.Screenings, err = t.Screenings(p.ClientID, 500); return err },
		func() (err error) { in.Resolutions, err = t.Resolutions(p.ClientID); return err },
		func() (err error) { in.Consents, err = t.Consents(p.ClientID); return err },
		func() (err error) { in.Lifts, err = t.Lifts(p.ID); return err },
		func() (err error) { in.Events, err = t.AdverseEvents(p.ClientID); return err },
	} {
		if err := read(); err != nil {
			return in, err
		}
	}
	if in.Risks, err = t.risksOf(p.ClientID); err != nil {
		return in, err
	}
	measured, err := t.Measuring([]string{p.ClientID})
	if err != nil {
		return in, err
	}
	in.Measures = measured[0]
	preparation, err := t.Preparation(p.ClientID)
	switch {
	case err == nil:
		in.Preparation = &preparation
	case fault.CodeOf(err) != fault.NotFound:
		return in, err
	}
	day, err := t.DayCheck(p.ID)
	switch {
	case err == nil && day.AskedOn == today:
		in.Day = &day
	case err != nil && fault.CodeOf(err) != fault.NotFound:
		return in, err
	}
	return in, nil
}

// risksOf returns what a client's forms said of a risk nobody has reviewed.
func (t *Tx) risksOf(clientID string) ([]practice.RiskLine, error) {
	forms, err := t.ResponsesWithRisk(clientID)
	if err != nil {
		return nil, err
	}
	var open []practice.RiskLine
	for _, form := range forms {
		lines, err := t.RiskLines(form)
		if err != nil {
			return nil, err
		}
		for _, l := range lines {
			if l.Review == nil {
				open = append(open, l)
			}
		}
	}
	return open, nil
}
