package app

import (
	"cmp"
	"slices"

	"snowfield/internal/practice"
	"snowfield/internal/store"
)

// LogLine is one entry of the log in words, with the entry itself to edit.
type LogLine struct {
	Type        string                `json:"type"` // dose, vitals, observation
	Entry       practice.Entry        `json:"entry"`
	TimeText    string                `json:"time_text"`
	TPlus       *int                  `json:"t_plus"` // minutes from the first dose; nil without one
	Label       string                `json:"label"`  // "Dose", "Booster", "Vitals" or the observed word
	Text        string                `json:"text"`
	ClientWords bool                  `json:"client_words"`
	Late        bool                  `json:"late"`
	LateText    string                `json:"late_text"`  // "Written at 15:40"; empty when it was written as it happened
	MovedText   string                `json:"moved_text"` // "Moved here at 15:45"; empty when it was written in this chart
	CanUndo     bool                  `json:"can_undo"`
	Emergency   bool                  `json:"emergency"`   // opens the emergency plan when it is written
	OffersPlan  bool                  `json:"offers_plan"` // names an emergency, and does not open the plan by itself
	AsksEvent   bool                  `json:"asks_event"`  // an adverse event goes with it, and none is recorded yet
	Ways        []string              `json:"ways"`        // of a dose: what it needed its reason for
	Judgement   *practice.Judgement   `json:"judgement"`
	Dose        *practice.DoseEvent   `json:"dose"`
	Vitals      *practice.VitalSigns  `json:"vitals"`
	Observation *practice.Observation `json:"observation"`
}

// logRecord is what a participant's log is read with: the few entries
// from which the rest follows, never all observations.
type logRecord struct {
	session   practice.Session
	part      practice.Participant
	doses     []practice.DoseEvent
	vitals    []practice.VitalSigns
	steps     []practice.Observation
	totals    practice.DoseTotals
	boosters  map[string]bool
	clearance practice.Clearance // the session began under; empty for none
	events    []practice.AdverseEvent
	moved     map[string]practice.Instant // when an entry came from another chart, by its id
}

func readLog(tx *store.Tx, s practice.Session, p practice.Participant) (logRecord, error) {
	r := logRecord{session: s, part: p}
	var err error
	if r.doses, err = tx.Doses(p.ID); err != nil {
		return r, err
	}
	if r.vitals, err = tx.VitalSigns(p.ID); err != nil {
		return r, err
	}
	if r.steps, err = tx.Steps(p.ID); err != nil {
		return r, err
	}
	if r.moved, err = tx.MovedIn(p.ID); err != nil {
		return r, err
	}
	r.totals, r.boosters = practice.Totals(r.doses), practice.BoosterIDs(r.doses)
	if s.Kind != practice.Dosing {
		return r, nil
	}
	if r.events, err = eventsOf(tx, p); err != nil {
		return r, err
	}
	r.clearance, _, err = tx.ClearanceOf(p.ID)
	return r, err
}

// log returns the participant's log in time order, struck lines included; a
// call whose outcome was added is told once.
func (r logRecord) log(tx *store.Tx) ([]LogLine, error) {
	observations, err := tx.Observations(r.part.ID)
	if err != nil {
		return nil, err
	}
	observations = practice.WithoutOpenCalls(observations)
	lines := make([]LogLine, 0, len(r.doses)+len(r.vitals)+len(observations))
	for _, d := range r.doses {
		lines = append(lines, r.dose(d, tx.Now()))
	}
	for _, v := range r.vitals {
		lines = append(lines, r.reading(v, tx.Now()))
	}
	for _, o := range observations {
		lines = append(lines, r.observation(o, tx.Now()))
	}
	slices.SortStableFunc(lines, func(a, b LogLine) int {
		return cmp.Or(cmp.Compare(a.Entry.At, b.Entry.At), cmp.Compare(a.Entry.ID, b.Entry.ID))
	})
	return lines, nil
}

func (r logRecord) dose(d practice.DoseEvent, now practice.Instant) LogLine {
	label := "Dose"
	if r.boosters[d.Entry.ID] {
		label = "Booster"
	}
	line := LogLine{Type: "dose", Entry: d.Entry, Label: label, Text: d.Line(), Dose: &d}
	if d.Given() {
		line.Ways = r.clearance.Ways(d, r.doses, r.vitals)
	}
	return r.line(line, now)
}

func (r logRecord) reading(v practice.VitalSigns, now practice.Instant) LogLine {
	j := v.Judge(r.clearance.Limits)
	return r.line(LogLine{Type: "vitals", Entry: v.Entry, Label: "Vitals", Text: v.Line(), Emergency: j.Level == practice.LevelEmergency, Judgement: &j, Vitals: &v}, now)
}

func (r logRecord) observation(o practice.Observation, now practice.Instant) LogLine {
	return r.line(LogLine{Type: "observation", Entry: o.Entry, Label: o.Label(), Text: o.Text, ClientWords: o.ClientWords, Emergency: o.Emergency(), OffersPlan: o.OffersPlan(), Observation: &o}, now)
}

// line fills in what every kind of entry has.
func (r logRecord) line(l LogLine, now practice.Instant) LogLine {
	l.TimeText = practice.ClockText(l.Entry.At.In(r.session.Zone))
	l.Late, l.LateText = l.Entry.Late(), l.Entry.LateText(r.session.Zone)
	l.CanUndo = l.Entry.Stands() && l.Entry.CanUndo(now)
	if at, ok := r.moved[l.Entry.ID]; ok {
		l.MovedText, l.CanUndo = practice.MovedText(at, r.session.Zone), false
	}
	if r.totals.FirstAt != "" {
		minutes := practice.TPlus(r.totals.FirstAt, l.Entry.At)
		l.TPlus = &minutes
	}
	asks := l.Emergency || l.Observation != nil && l.Observation.AsksEvent()
	l.AsksEvent = r.session.Kind == practice.Dosing && asks && practice.EventMissing(l.Entry, r.events)
	return l
}
