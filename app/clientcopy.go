package app

import (
	"cmp"

	"snowfield/internal/practice"
	"snowfield/internal/report"
	"snowfield/internal/store"
)

// makeClientCopy makes what one client takes home of a session.
func makeClientCopy(tx *store.Tx, ask DocumentRequest, parts practice.PartSet) (made, error) {
	in, err := clientCopyInput(tx, ask.SessionID, ask.ParticipantID, parts)
	if err != nil {
		return made{}, err
	}
	result, err := report.ClientCopy(in)
	return made{
		Result: result, clientID: in.Client.ID, day: dayOf(in.Session.Session), contents: clientCopyContents(in),
		notices: callsMissing(parts[practice.PartNextStep], in.Calls),
	}, err
}

// clientCopyContents says in one line what a client's copy holds.
func clientCopyContents(in report.ClientCopyInput) string {
	r := in.Session
	inside := insideLine{in.Parts, []string{"name and date of birth", "when and where it was"}}
	inside.say(practice.PartIntention, in.Intention() != "", "the intention")
	inside.count(practice.PartOwnWords, len(practice.OwnWords(r.Observations)), "line in the client’s own words", "lines in the client’s own words")
	inside.count(practice.PartPractices, len(r.Made)+len(r.Settled), "practice or commitment", "practices and commitments")
	inside.say(practice.PartNextStep, in.Next != nil, "the next session")
	inside.count(practice.PartNextStep, len(in.Calls), "number to call", "numbers to call")
	inside.count(practice.PartDoses, practice.Totals(r.Doses).Given, "dose", "doses")
	inside.count(practice.PartVitals, standingReadings(r.Vitals), "reading", "readings")
	return inside.text()
}

func standingReadings(list []practice.VitalSigns) (n int) {
	for _, v := range list {
		if v.Entry.Stands() {
			n++
		}
	}
	return n
}

func clientCopyInput(tx *store.Tx, sessionID, participantID string, parts practice.PartSet) (report.ClientCopyInput, error) {
	of, err := summaryInput(tx, sessionID, participantID)
	if err != nil {
		return report.ClientCopyInput{}, err
	}
	in := report.ClientCopyInput{
		Practice: of.Practice, Client: of.Client, Session: of.Session, Dosing: of.Dosing, Window: of.Window,
		Parts: parts, AuditHead: of.AuditHead, At: of.At,
	}
	if in.Next, err = nextPlanned(tx, in.Client.ID, ""); err != nil {
		return in, err
	}
	in.Calls, err = whomToCall(tx, in.Practice, in.Client.ID, in.Next)
	return in, err
}

// nextPlanned returns the client's next session that is planned and not over,
// of a kind or of any; nil when there is none.
func nextPlanned(tx *store.Tx, clientID string, kind practice.SessionKind) (*practice.Session, error) {
	sessions, err := tx.SessionsOfClient(clientID, clientSessions)
	if err != nil {
		return nil, err
	}
	var next *practice.Session
	for _, s := range sessions {
		if s.State() != practice.Planned || max(s.PlannedStart, s.PlannedEnd) < tx.Now() || kind != "" && s.Kind != kind {
			continue
		}
		if next == nil || cmp.Or(cmp.Compare(s.PlannedStart, next.PlannedStart), cmp.Compare(s.ID, next.ID)) < 0 {
			next = &s
		}
	}
	return next, nil
}

// callsMissing says whose number is not known, where numbers are told.
func callsMissing(told bool, calls []practice.CallLine) []string {
	notices := []string{}
	for _, c := range calls {
		if told && c.Number == "" {
			notices = append(notices, "No phone is known for "+c.Who+", so a line is left to write on.")
		}
	}
	return notices
}

// whomToCall lists whom a client calls for what. Where help comes from is
// known of a session that was planned at home, once it was asked.
func whomToCall(tx *store.Tx, letterhead practice.Practice, clientID string, next *practice.Session) ([]practice.CallLine, error) {
	today, err := todayOf(tx)
	if err != nil {
		return nil, err
	}
	prescriber, err := prescriberToCall(tx, clientID, "", today)
	if err != nil {
		return nil, err
	}
	emergency := ""
	if next != nil && next.Place == practice.Virtual {
		check, err := unlessNone(tx.DayCheck(participantOf(*next, clientID).ID))
		if err != nil {
			return nil, err
		}
		if check != nil {
			emergency = check.Virtual.EmergencyNumber
		}
	}
	return practice.WhomToCall(letterhead, prescriber, emergency), nil
}
