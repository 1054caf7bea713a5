package app

import (
	"cmp"
	"slices"

	"snowfield/internal/practice"
	"snowfield/internal/report"
	"snowfield/internal/store"
)

// makePrescriberReport makes what a prescriber needs of one dosing session.
func makePrescriberReport(tx *store.Tx, ask DocumentRequest, parts practice.PartSet) (made, error) {
	in, err := prescriberInput(tx, ask.SessionID, ask.ParticipantID)
	if err != nil {
		return made{}, err
	}
	in.Parts = parts
	result, err := report.PrescriberReport(in)
	return made{Result: result, clientID: in.Client.ID, day: dayOf(in.Session.Session), contents: prescriberContents(in)}, err
}

// prescriberContents says in one line what a prescriber report holds.
func prescriberContents(in report.PrescriberInput) string {
	r := in.Session
	inside := insideLine{in.Parts, []string{"name and date of birth", "when and where it was"}}
	totals := practice.Totals(r.Doses)
	inside.say(practice.PartDoses, totals.Given == 0, "that no dose was given")
	inside.count(practice.PartDoses, totals.Given, "dose", "doses")
	inside.say(practice.PartVitals, len(r.Vitals) > 0, "the first, the most telling and the last reading against the limits")
	inside.say(practice.PartHolds, true, "holds and calls")
	inside.say(practice.PartEvents, len(r.Events) == 0, "no adverse event")
	inside.count(practice.PartEvents, len(r.Events), "adverse event", "adverse events")
	inside.count(practice.PartMeasures, len(in.Measures), "questionnaire", "questionnaires")
	inside.say(practice.PartLeaving, r.Leaving != nil, "how the client left")
	inside.say(practice.PartClearance, in.Standing != nil, "where the clearance stands")
	inside.count(practice.PartSessions, len(in.Sessions), "session under it", "sessions under it")
	inside.say(practice.PartNextStep, true, "the next step")
	inside.count(practice.PartQuestions, len(in.Questions), "question", "questions")
	inside.say(practice.PartReadings, len(r.Vitals) > 0, "all readings with a chart")
	inside.say(practice.PartObserved, len(r.Observations) > 0, "observations")
	inside.say(practice.PartAllergies, true, "allergies")
	inside.count(practice.PartMedicines, len(in.Medicines), "medicine", "medicines")
	return inside.text()
}

// prescriberInput gathers what the report of one participant's session is made
// of. It is written to who gave the clearance the session began under, else to
// who gave the client's present one.
func prescriberInput(tx *store.Tx, sessionID, participantID string) (in report.PrescriberInput, err error) {
	s, err := tx.Session(sessionID)
	if err != nil {
		return in, err
	}
	clientID := clientOf(s, participantID)
	if in.Client, err = tx.Client(clientID); err != nil {
		return in, err
	}
	if in.Practice, err = tx.Letterhead(); err != nil {
		return in, err
	}
	if _, in.AuditHead, err = tx.AuditHead(); err != nil {
		return in, err
	}
	in.At = tx.Now()
	if in.Session, err = recordOf(tx, s, clientID); err != nil {
		return in, err
	}
	if in.Measures, err = measuredOf(tx, clientID, in.At); err != nil {
		return in, err
	}
	if in.Medicines, in.Questions, err = asked(tx, clientID); err != nil {
		return in, err
	}
	next, err := nextPlanned(tx, clientID, practice.Dosing)
	if err != nil {
		return in, err
	}
	if next != nil {
		in.Next = next.PlannedStart
	}
	if in.Standing, in.To, err = standsUnder(tx, clientID, in.Session.Clearance.ID); err != nil {
		return in, err
	}
	if in.Session.Clearance.ID == "" {
		return in, nil
	}
	in.Sessions, err = dosingsOf(tx, clientID, in.Session.Clearance.ID)
	return in, err
}

// asked returns a client's medicines and what is asked of the prescriber.
func asked(tx *store.Tx, clientID string) ([]practice.Medicine, []string, error) {
	rounds, err := tx.Screenings(clientID, keptRounds)
	if err != nil {
		return nil, nil, err
	}
	medicines, err := tx.Medicines(clientID)
	return medicines, practice.PrescriberQuestions(rounds, medicines), err
}

// standsUnder says where a clearance of a client stands today, and who gave
// it; without an id the one that counts now. Nil when there is none.
func standsUnder(tx *store.Tx, clientID, clearanceID string) (*practice.Cleared, practice.Prescriber, error) {
	today, err := todayOf(tx)
	if err != nil {
		return nil, practice.Prescriber{}, err
	}
	list, err := standing(tx, clientID, today)
	if err != nil {
		return nil, practice.Prescriber{}, err
	}
	under, ok := practice.Current(list)
	if i := slices.IndexFunc(list, func(c practice.Cleared) bool { return c.Clearance.ID == clearanceID }); i >= 0 {
		under, ok = list[i], true
	}
	if !ok {
		return nil, practice.Prescriber{}, nil
	}
	prescriber, err := tx.Prescriber(under.Clearance.PrescriberID)
	return &under, prescriber, err
}

// dosingsOf returns a client's dosing sessions that have begun, in time order;
// with a clearance's id only those under it.
func dosingsOf(tx *store.Tx, clientID, clearanceID string) ([]report.Record, error) {
	sessions, err := tx.SessionsOfClient(clientID, clientSessions)
	if err != nil {
		return nil, err
	}
	records := []report.Record{}
	for _, s := range sessions {
		if s.Kind != practice.Dosing || s.ActualStart == "" {
			continue
		}
		r, err := recordOf(tx, s, clientID)
		if err != nil {
			return nil, err
		}
		if clearanceID == "" || r.Clearance.ID == clearanceID {
			records = append(records, r)
		}
	}
	slices.SortStableFunc(records, func(a, b report.Record) int {
		return cmp.Compare(a.Session.ActualStart, b.Session.ActualStart)
	})
	return records, nil
}
