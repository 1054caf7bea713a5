package app

import (
	"strings"

	"snowfield/internal/fault"
	"snowfield/internal/practice"
	"snowfield/internal/store"
)

// SessionView is a session as the session screen shows it.
type SessionView struct {
	Session  practice.Session      `json:"session"`
	State    practice.SessionState `json:"state"`
	Title    string                `json:"title"`
	TimeText string                `json:"time_text"` // "Wednesday, 11 March, 13:00 to 15:50"
	Parts    []PartView            `json:"parts"`
	Blocked  bool                  `json:"blocked"` // something stands in the way of beginning it
	Runs     bool                  `json:"runs"`    // it is being held, and shown live
	Card     bool                  `json:"card"`    // the emergency card is at hand: a dosing session that is open, or ended today
}

// PartView is one client's part: the log, the totals, the note.
type PartView struct {
	ParticipantID string              `json:"participant_id"`
	ClientID      string              `json:"client_id"`
	Name          string              `json:"name"`
	Totals        practice.DoseTotals `json:"totals"`
	Log           []LogLine           `json:"log"`
	NoteID        string              `json:"note_id"` // empty when none was begun
	Locked        bool                `json:"locked"`  // the note is signed: the log takes no more
	Offer         string              `json:"offer"`   // what a reading beyond the hold limits offers while the session is open; empty for none

	LeftOut  []string                `json:"left_out"` // words that are not offered: touch that was not agreed
	Prepared []practice.PreparedLine `json:"prepared"` // what was agreed before this dosing session began

	Readiness *practice.Readiness `json:"readiness"` // of a dosing session: as it stands, or stood at the start; nil for none
	LeftText  string              `json:"left_text"` // how the client left a dosing session: "Discharged at 15:20. All eight met."; empty while that is not kept
	Deviation string              `json:"deviation"` // why it was recorded though it could not begin; empty for none
	Events    []AdverseLine       `json:"events"`    // what went wrong, in time order
	Order     *DoseOrder          `json:"order"`     // of the dose; nil for none
	LostText  string              `json:"lost_text"` // what to do while the connection to the client is lost; empty while it is not
}

func sessionView(tx *store.Tx, id string) (SessionView, error) {
	s, err := tx.Session(id)
	if err != nil {
		return SessionView{}, err
	}
	return viewOf(tx, s)
}

func viewOf(tx *store.Tx, s practice.Session) (SessionView, error) {
	v := SessionView{Session: s, State: s.State(), Runs: s.Runs(tx.Now()), TimeText: spanText(s), Parts: make([]PartView, 0, len(s.Participants))}
	var err error
	if v.Title, err = sessionTitle(tx, s, s.Participants[0].ClientID); err != nil {
		return v, err
	}
	if v.Card, err = cardAtHand(tx, s); err != nil {
		return v, err
	}
	for _, p := range s.Participants {
		part, err := partView(tx, s, p)
		if err != nil {
			return v, err
		}
		v.Parts = append(v.Parts, part)
		v.Blocked = v.Blocked || v.State == practice.Planned && part.Readiness != nil && part.Readiness.Blocked
	}
	return v, nil
}

// sessionTitle names a session in a client's course.
func sessionTitle(tx *store.Tx, s practice.Session, clientID string) (string, error) {
	if s.DosingSessionID != "" {
		dosing, err := tx.Session(s.DosingSessionID)
		if err != nil {
			return "", err
		}
		if participantOf(dosing, clientID).ID == "" {
			return s.Kind.Label(), nil // the partner was not in that session
		}
		title, err := sessionTitle(tx, dosing, clientID)
		return practice.FollowingTitle(s.Kind, title), err
	}
	n, err := tx.Ordinal(s, clientID)
	return practice.SessionTitle(s.Kind, n), err
}

// spanText writes when a session takes or took place, in its own zone, and of
// a check-in how the client was reached.
func spanText(s practice.Session) string {
	start := s.Start().In(s.Zone)
	text := practice.DayText(start) + ", " + practice.ClockText(start)
	if s.Contact != "" {
		return text + ", " + lowerFirst(s.Contact.Label())
	}
	switch {
	case s.State() == practice.Open:
		return text + ", open"
	case s.End() != "":
		return text + " to " + practice.ClockText(s.End().In(s.Zone))
	}
	return text
}

func partView(tx *store.Tx, s practice.Session, p practice.Participant) (PartView, error) {
	v := PartView{ParticipantID: p.ID, ClientID: p.ClientID}
	client, err := tx.Client(p.ClientID)
	if err != nil {
		return v, err
	}
	v.Name = client.Name()
	note, err := tx.NoteOf(p.ID)
	switch {
	case err == nil:
		v.NoteID, v.Locked = note.ID, note.Signed()
	case fault.CodeOf(err) != fault.NotFound:
		return v, err
	}
	start, err := startOf(tx, s, p.ID)
	if err != nil {
		return v, err
	}
	if start != nil {
		v.Deviation = start.Deviation
	}
	if v.LeftText, err = leftText(tx, s, p.ID); err != nil {
		return v, err
	}
	v.Prepared = preparedFor(s, start)
	if v.Readiness, err = readinessNowOrThen(tx, s, p, start); err != nil {
		return v, err
	}
	if v.Events, err = adverseLines(tx, s, p); err != nil {
		return v, err
	}
	if v.LeftOut, err = leftOut(tx, p, start); err != nil {
		return v, err
	}
	record, err := readLog(tx, s, p)
	if err != nil {
		return v, err
	}
	if v.Log, err = record.log(tx); err != nil {
		return v, err
	}
	v.Totals = record.totals
	v.Order = orderOf(record.clearance, s, v.Totals)
	if s.State() == practice.Open {
		if v.Offer, err = record.offer(tx); err != nil {
			return v, err
		}
		if s.Place == practice.Virtual && practice.ConnectionLost(record.steps) {
			v.LostText = lostText(client, start)
		}
	}
	return v, nil
}

// leftText says how a participant left a dosing session; empty while that is
// not kept.
func leftText(tx *store.Tx, s practice.Session, participantID string) (string, error) {
	left, err := tx.Leaving(participantID)
	if err != nil || left == nil {
		return "", err
	}
	return left.Sentence(s.Zone), nil
}

// offer says what a reading beyond the hold limits offers; empty for none.
func (r logRecord) offer(tx *store.Tx) (string, error) {
	settings, err := tx.Settings()
	if err != nil {
		return "", err
	}
	hold := practice.HoldOf(r.vitals, r.doses, r.clearance.Limits, settings)
	if hold == nil {
		return "", nil
	}
	return hold.Text, nil
}

// leftOut returns the words of touch, unless touch was agreed: for the session
// that began, else in the preparation.
func leftOut(tx *store.Tx, p practice.Participant, start *practice.Start) ([]string, error) {
	if start == nil {
		form, err := preparationOf(tx, p.ClientID)
		if form != nil && form.TouchAgreed("") {
			return []string{}, err
		}
		return practice.TouchKinds, err
	}
	if start.Preparation.TouchAgreed(start.Day.Touch) {
		return []string{}, nil
	}
	return practice.TouchKinds, nil
}

// lostText says what to do while the connection to a client at home is lost.
func lostText(client practice.Client, start *practice.Start) string {
	var safety practice.VirtualSafety
	if start != nil {
		safety = start.Day.Virtual
	}
	return "The connection is lost. " + strings.Join(safety.LostSteps(client), " ")
}
