package app

import (
	"slices"
	"time"

	"snowfield/internal/fault"
	"snowfield/internal/practice"
	"snowfield/internal/store"
)

// MoveTarget is a chart that could take an entry written in another.
type MoveTarget struct {
	ParticipantID string `json:"participant_id"`
	SessionID     string `json:"session_id"`
	Name          string `json:"name"`
	Title         string `json:"title"`
	TimeText      string `json:"time_text"`
	OutsideText   string `json:"outside_text"` // "ended at 15:40, before this entry"; empty when it happened within
}

// movesWithin is wider than an entry may lie from its session; which sessions
// really take one, practice says.
const movesWithin = 48 * time.Hour

// MoveTargets returns the charts an entry of a session could belong to: the
// partner's, then those of other clients whose dosing session took place
// around its time. A chart whose note is signed takes nothing.
func (s *Sessions) MoveTargets(sessionID, entryID string) ([]MoveTarget, error) {
	return view(s.core, func(tx *store.Tx) ([]MoveTarget, error) {
		own, entry, _, err := entryIn(tx, sessionID, entryID)
		if err != nil {
			return nil, err
		}
		chain, err := tx.EntryChain(entryID)
		if err != nil {
			return nil, err
		}
		around, err := tx.SessionsBetween(entry.At.Add(-movesWithin), entry.At.Add(movesWithin))
		if err != nil {
			return nil, err
		}
		around = slices.DeleteFunc(around, func(x practice.Session) bool { return x.ID == own.ID || x.Kind != practice.Dosing })
		list := []MoveTarget{}
		for _, x := range append([]practice.Session{own}, around...) {
			for _, p := range x.Participants {
				if p.ClientID == clientOf(own, entry.ParticipantID) || !practice.TakesMoved(x, chain, p.ID, tx.Now()) {
					continue
				}
				target, open, err := moveTarget(tx, x, p)
				if err != nil {
					return nil, err
				}
				if open {
					target.OutsideText = outsideText(x, entry.At)
					list = append(list, target)
				}
			}
		}
		return list, nil
	})
}

// moveTarget names a participant's chart; false when its note is signed.
func moveTarget(tx *store.Tx, s practice.Session, p practice.Participant) (MoveTarget, bool, error) {
	v := MoveTarget{ParticipantID: p.ID, SessionID: s.ID, TimeText: spanText(s)}
	note, err := tx.NoteOf(p.ID)
	if err != nil && fault.CodeOf(err) != fault.NotFound {
		return v, false, err
	}
	if err == nil && note.Signed() {
		return v, false, nil
	}
	client, err := tx.Client(p.ClientID)
	if err != nil {
		return v, false, err
	}
	v.Name = client.Name()
	v.Title, err = sessionTitle(tx, s, p.ClientID)
	return v, true, err
}

// outsideText says how a time lies outside a session.
func outsideText(s practice.Session, at practice.Instant) string {
	switch {
	case at < s.ActualStart:
		return "began at " + practice.ClockText(s.ActualStart.In(s.Zone)) + ", after this entry"
	case s.ActualEnd != "" && at > s.ActualEnd:
		return "ended at " + practice.ClockText(s.ActualEnd.In(s.Zone)) + ", before this entry"
	}
	return ""
}

// MoveEntry moves an entry, with its corrections, from the chart it was
// written in by mistake to another. It returns what that changed in the logs
// of the session it was moved from.
func (s *Sessions) MoveEntry(sessionID string, move practice.Move) ([]LogChange, error) {
	return update(s.core, func(tx *store.Tx) ([]LogChange, error) {
		own, entry, _, err := entryIn(tx, sessionID, move.EntryID)
		if err != nil {
			return nil, err
		}
		if move.To == "" {
			return nil, &fault.Error{Code: fault.Invalid, Message: "Nothing was moved; what you typed is kept.", Fields: map[string]string{"to": "Choose whose it is."}}
		}
		target, err := tx.SessionOf(move.To)
		if err != nil {
			return nil, err
		}
		if target.ID != own.ID && target.Kind != practice.Dosing {
			return nil, fault.New(fault.Blocked, "Entries move to the partner, or into another dosing session. Nothing was moved.")
		}
		chain, err := tx.EntryChain(move.EntryID)
		if err != nil {
			return nil, err
		}
		move.From = entry.ParticipantID
		move.Normalize()
		if err := move.Validate(chain, target, tx.Now()); err != nil {
			return nil, err
		}
		if err := tx.MoveEntry(move); err != nil {
			return nil, err
		}
		if err := reachByDosing(tx, target); err != nil {
			return nil, err
		}
		return movedChanges(tx, own, target, move, chain)
	})
}

// movedChanges tells the logs of a session anew that a move changed.
func movedChanges(tx *store.Tx, own, target practice.Session, move practice.Move, chain []practice.Entry) ([]LogChange, error) {
	left, err := wholeLog(tx, own, move.From)
	if err != nil {
		return nil, err
	}
	for _, e := range chain {
		left.Gone = append(left.Gone, e.ID)
	}
	if target.ID != own.ID {
		return []LogChange{left}, nil
	}
	came, err := wholeLog(tx, own, move.To)
	return []LogChange{left, came}, err
}
