package app

import (
	"strings"

	"snowfield/internal/practice"
	"snowfield/internal/report"
	"snowfield/internal/store"
)

// makeSummary makes the session summary of one participant.
func makeSummary(tx *store.Tx, ask DocumentRequest, parts practice.PartSet) (made, error) {
	in, err := summaryInput(tx, ask.SessionID, ask.ParticipantID)
	if err != nil {
		return made{}, err
	}
	in.Parts = parts
	if in.Forms, err = filledForms(tx, in.Client.ID); err != nil {
		return made{}, err
	}
	result, err := report.SessionSummary(in)
	return made{Result: result, clientID: in.Client.ID, day: dayOf(in.Session.Session), contents: contents(in)}, err
}

// contents says in one line what a summary holds.
func contents(in report.SummaryInput) string {
	inside := insideLine{in.Parts, []string{"session facts"}}
	r := in.Session
	inside.say(practice.PartReadiness, r.Start != nil, "how ready the client was")
	inside.say(practice.PartClearance, r.Clearance.ID != "", "the clearance")
	inside.count(practice.PartEvents, len(r.Events), "adverse event", "adverse events")
	inside.count(practice.PartDoses, len(r.Doses), "dose", "doses")
	inside.count(practice.PartVitals, len(r.Vitals), "reading", "readings")
	entries := 0
	for _, o := range practice.WithoutOpenCalls(r.Observations) {
		if _, in := in.Parts.InLog(o); in {
			entries++
		}
	}
	if entries > 0 {
		inside.list = append(inside.list, strings.ToLower(practice.CountText(entries, "observation", "observations")))
	}
	inside.say(practice.PartLeaving, r.Leaving != nil, "how the client left")
	if n := r.Note; n != nil {
		state := "the note, a draft"
		if n.Signed() {
			state = "the signed note"
		}
		inside.say(practice.PartNote, true, state)
		inside.count(practice.PartNote, len(n.Addenda), "addendum", "addenda")
	}
	inside.count(practice.PartPractices, len(r.Made)+len(r.Settled), "commitment", "commitments")
	inside.count(practice.PartFollowing, len(in.Following), "note that follows it", "notes that follow it")
	return inside.text()
}

// summaryInput gathers everything of one participant's session.
func summaryInput(tx *store.Tx, sessionID, participantID string) (in report.SummaryInput, err error) {
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
	settings, err := tx.Settings()
	if err != nil {
		return in, err
	}
	if in.Session, err = recordOf(tx, s, clientID); err != nil {
		return in, err
	}
	dosing := s
	if s.DosingSessionID != "" {
		followed, err := tx.Session(s.DosingSessionID)
		if err != nil {
			return in, err
		}
		if participantOf(followed, clientID).ID != "" { // a partner may not have been in it
			r, err := recordOf(tx, followed, clientID)
			if err != nil {
				return in, err
			}
			dosing, in.Dosing = followed, &r
		}
	}
	w, _, ok, err := windowFor(tx, dosing, participantOf(dosing, clientID), settings)
	if err != nil {
		return in, err
	}
	if ok {
		in.Window = &w
	}
	if s.Kind == practice.Dosing {
		following, err := tx.SessionsFollowing(s.ID)
		if err != nil {
			return in, err
		}
		for _, f := range following {
			if participantOf(f, clientID).ID == "" {
				continue // the other partner's session
			}
			r, err := recordOf(tx, f, clientID)
			if err != nil {
				return in, err
			}
			if r.Note != nil {
				in.Following = append(in.Following, r)
			}
		}
	}
	return in, nil
}

// recordOf reads what a session holds for one client.
func recordOf(tx *store.Tx, s practice.Session, clientID string) (report.Record, error) {
	p := participantOf(s, clientID)
	r, err := ownRecord(tx, s, p)
	if err != nil {
		return r, err
	}
	if r.Number, err = tx.Ordinal(s, clientID); err != nil {
		return r, err
	}
	if r.Events, err = eventsOf(tx, p); err != nil {
		return r, err
	}
	return r, addCommitments(tx, &r, p)
}

// ownRecord reads what is kept with a participant alone: all of a session's
// record but its number, its adverse events and its commitments.
func ownRecord(tx *store.Tx, s practice.Session, p practice.Participant) (r report.Record, err error) {
	r.Session = s
	if r.Doses, err = tx.Doses(p.ID); err != nil {
		return r, err
	}
	if r.Vitals, err = tx.VitalSigns(p.ID); err != nil {
		return r, err
	}
	if r.Observations, err = tx.Observations(p.ID); err != nil {
		return r, err
	}
	if r.Clearance, _, err = tx.ClearanceOf(p.ID); err != nil {
		return r, err
	}
	if r.Clearance.PrescriberID != "" {
		if r.Prescriber, err = tx.Prescriber(r.Clearance.PrescriberID); err != nil {
			return r, err
		}
	}
	if r.Moved, err = tx.MovedIn(p.ID); err != nil {
		return r, err
	}
	if r.Leaving, err = tx.Leaving(p.ID); err != nil {
		return r, err
	}
	if r.Start, err = startOf(tx, s, p.ID); err != nil {
		return r, err
	}
	r.Note, err = unlessNone(tx.NoteOf(p.ID))
	return r, err
}

// addCommitments gathers what was taken on in a session and what was settled
// there.
func addCommitments(tx *store.Tx, r *report.Record, p practice.Participant) error {
	list, err := tx.Commitments(p.ClientID, false)
	for _, m := range list {
		if m.ParticipantID == p.ID {
			r.Made = append(r.Made, m)
		}
		if m.SettledIn == p.ID {
			r.Settled = append(r.Settled, m)
		}
	}
	return err
}
