package app

import (
	"strings"

	"snowfield/internal/fault"
	"snowfield/internal/practice"
	"snowfield/internal/store"
)

// CheckInFor is what the sheet of a check-in begins with.
type CheckInFor struct {
	ClientName      string   `json:"client_name"`
	DosingSessionID string   `json:"dosing_session_id"` // it will follow; empty for none
	WindowText      string   `json:"window_text"`       // where the window of that dosing stands
	Voicemail       string   `json:"voicemail"`         // said when the way is a voicemail
	Ways            []Choice `json:"ways"`
}

// NewCheckIn says what a check-in with a client follows: the last dosing
// session whose window is open or closed a short while ago.
func (s *Sessions) NewCheckIn(clientID string) (CheckInFor, error) {
	return view(s.core, func(tx *store.Tx) (CheckInFor, error) {
		v := CheckInFor{Voicemail: "A voicemail is recorded and does not meet the window."}
		for _, way := range practice.ContactWays {
			v.Ways = append(v.Ways, Choice{string(way), way.Label()})
		}
		client, err := tx.Client(clientID)
		if err != nil {
			return v, err
		}
		v.ClientName = client.Name()
		return v, v.follow(tx, clientID)
	})
}

func (v *CheckInFor) follow(tx *store.Tx, clientID string) error {
	letterhead, err := tx.Practice()
	if err != nil {
		return err
	}
	settings, err := tx.Settings()
	if err != nil {
		return err
	}
	dosings, err := tx.DosingsSince(tx.Now().Add(-practice.LongestWindow - overdueWindow))
	if err != nil {
		return err
	}
	now := tx.Now().In(letterhead.Zone)
	for _, dosing := range dosings {
		p := participantOf(dosing, clientID)
		if p.ID == "" {
			continue
		}
		w, _, given, err := windowFor(tx, dosing, p, settings)
		if err != nil {
			return err
		}
		if !given {
			continue
		}
		title, err := sessionTitle(tx, dosing, clientID)
		if err != nil {
			return err
		}
		v.DosingSessionID = dosing.ID
		closes := practice.NearTimeText(w.ClosesAt.In(letterhead.Zone), now)
		switch {
		case w.MetAt != "":
			v.WindowText = title + ": the window was met " + practice.NearTimeText(w.MetAt.In(letterhead.Zone), now) + "."
		case w.Closed(tx.Now()):
			v.WindowText = title + ": the window closed " + closes + ". A contact before that still meets it."
		default:
			v.WindowText = title + ": the window is open until " + closes + "."
		}
	}
	return nil
}

// WriteCheckIn writes a contact down: the session, begun and ended, its note,
// and the signature where asked for, all or nothing. Writing the same again
// is harmless.
func (s *Sessions) WriteCheckIn(c practice.CheckInWritten) (SessionView, error) {
	return update(s.core, func(tx *store.Tx) (SessionView, error) {
		if err := c.Validate(tx.Now()); err != nil {
			return SessionView{}, err
		}
		switch written, err := tx.Session(c.SessionID); {
		case err == nil:
			return writtenBefore(tx, c, written)
		case fault.CodeOf(err) != fault.NotFound:
			return SessionView{}, err
		}
		letterhead, err := tx.Practice()
		if err != nil {
			return SessionView{}, err
		}
		session := c.Session(letterhead.Zone, tx.Now())
		if err := session.Validate(); err != nil {
			return SessionView{}, err
		}
		if session, err = tx.PutSession(session); err != nil {
			return SessionView{}, err
		}
		outline, err := outlineFor(tx, practice.CheckIn)
		if err != nil {
			return SessionView{}, err
		}
		note := c.Note(outline)
		if err := note.Validate(); err != nil {
			return SessionView{}, err
		}
		if note, err = tx.SaveDraft(note); err != nil {
			return SessionView{}, err
		}
		if c.Sign {
			if err := note.Sign(session, letterhead, tx.Now()); err != nil {
				return SessionView{}, err
			}
			if _, err := tx.SignNote(note); err != nil {
				return SessionView{}, err
			}
		}
		return viewOf(tx, session)
	})
}

// writtenBefore answers a check-in that is stored: the same one is left as it
// is.
func writtenBefore(tx *store.Tx, c practice.CheckInWritten, session practice.Session) (SessionView, error) {
	note, err := tx.NoteOf(c.ParticipantID)
	if err != nil && fault.CodeOf(err) != fault.NotFound {
		return SessionView{}, err
	}
	if session.ActualStart != c.At || session.Contact != c.Contact || note.ID != c.NoteID || note.Sections[0].Body != strings.TrimSpace(c.Text) {
		return SessionView{}, fault.New(fault.Conflict, "This check-in is already written with other words. Nothing was changed; open it in the record.")
	}
	return viewOf(tx, session)
}
