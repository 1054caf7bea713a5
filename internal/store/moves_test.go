package store_test

import (
	"strings"
	"testing"
	"time"

	"snowfield/internal/fault"
	"snowfield/internal/practice"
	"snowfield/internal/store"
)

// moves is the move of an entry to another participant.
func (d *desk) moves(e practice.Entry, to string) practice.Move {
	return practice.Move{ID: practice.NewID(), EntryID: e.ID, From: e.ParticipantID, To: to, Reason: "Written in the wrong chart"}
}

// An entry moves with all its corrections, keeps its times, and the trail of
// either chart tells it without naming the other.
func TestMoveEntry(t *testing.T) {
	d := newDesk(t)
	s := d.session(practice.Dosing, d.client("Ana"), d.client("Ben"))
	ana, ben := s.Participants[0].ID, s.Participants[1].ID
	first, stays := d.vitals(ana), d.vitals(ana)
	d.later(time.Minute)
	second := first
	second.Entry = d.entry(ana)
	second.Entry.CorrectsID = first.Entry.ID
	d.do(func(tx *store.Tx) error { return tx.AddVitalSigns(second) })
	of := func(id string) []practice.VitalSigns {
		return see(d, func(tx *store.Tx) ([]practice.VitalSigns, error) { return tx.VitalSigns(id) })
	}
	before := of(ana)
	trail := d.audits()

	d.later(time.Minute)
	d.do(func(tx *store.Tx) error { return tx.MoveEntry(d.moves(second.Entry, ben)) }) // named by its correction
	if left := of(ana); len(left) != 1 || left[0].Entry.ID != stays.Entry.ID {
		t.Errorf("left behind: %+v", left)
	}
	moved := of(ben)
	if len(moved) != 2 {
		t.Fatalf("moved %+v", moved)
	}
	for _, v := range moved {
		for _, was := range before {
			if was.Entry.ID == v.Entry.ID {
				was.Entry.ParticipantID = ben
				if was.Entry != v.Entry {
					t.Errorf("moved %+v, was %+v", v.Entry, was.Entry)
				}
			}
		}
	}
	in := see(d, func(tx *store.Tx) (map[string]practice.Instant, error) { return tx.MovedIn(ben) })
	if len(in) != 2 || in[first.Entry.ID] != practice.At(d.now) {
		t.Errorf("moved in %v", in)
	}
	acts := see(d, func(tx *store.Tx) ([]practice.AuditEntry, error) { return tx.Audit(0, 100) })[trail:]
	if len(acts) != 2 || acts[0].SubjectID != ana || acts[1].SubjectID != ben {
		t.Fatalf("the trail tells %+v", acts)
	}
	for i, other := range []string{ben, ana} {
		if acts[i].Act != practice.ActMove || strings.Contains(acts[i].Detail, other) {
			t.Errorf("the trail tells %+v", acts[i])
		}
	}
	want(t, d.try(func(tx *store.Tx) error { return tx.UndoEntry(moved[0].Entry) }), fault.Conflict)

	// What came by mistake goes back.
	e := moved[0].Entry
	d.do(func(tx *store.Tx) error { return tx.MoveEntry(d.moves(e, ana)) })
	if len(of(ana)) != 3 || len(of(ben)) != 0 {
		t.Error("it did not go back")
	}
}

// No SQL changes whose an entry is but by a move that was just told.
func TestNoEntryMovesByAnySQL(t *testing.T) {
	d := newDesk(t)
	s := d.session(practice.Dosing, d.client("Ana"), d.client("Ben"))
	other := d.session(practice.Dosing, d.client("Cy"))
	ana, ben, cy := s.Participants[0].ID, s.Participants[1].ID, other.Participants[0].ID
	x, theirs := d.observation(ana, "calm"), d.observation(ben, "calm")
	d.do(func(tx *store.Tx) error { return tx.MoveEntry(d.moves(x.Entry, ben)) })
	back := x.Entry
	back.ParticipantID = ben
	d.do(func(tx *store.Tx) error { return tx.MoveEntry(d.moves(back, ana)) })
	row := func(entry, from, to string) string {
		return "INSERT INTO moves VALUES ('" + practice.NewID() + "', '" + entry + "', '" + from + "', '" + to + "', 'x', '2026-03-12T12:00:00.000Z')"
	}
	before := dump(t, d.db, "SELECT * FROM entries ORDER BY id") + dump(t, d.db, "SELECT * FROM moves ORDER BY id")
	for name, query := range map[string]string{
		"by an old move":             "UPDATE entries SET participant_id = '" + ben + "' WHERE id = '" + x.Entry.ID + "'",
		"without a move":             "UPDATE entries SET participant_id = '" + cy + "' WHERE id = '" + x.Entry.ID + "'",
		"everything":                 "UPDATE OR REPLACE entries SET participant_id = '" + ana + "'",
		"a move of another's":        row(theirs.Entry.ID, ana, cy),
		"a move to where it is":      row(theirs.Entry.ID, ben, ben),
		"a move of nothing":          row(practice.NewID(), ana, ben),
		"a move to nobody":           row(x.Entry.ID, ana, practice.NewID()),
		"a move told otherwise":      "UPDATE moves SET to_participant = '" + cy + "'",
		"a move for another's entry": "UPDATE moves SET entry_id = '" + theirs.Entry.ID + "'",
		"a move replaced":            "REPLACE INTO moves SELECT id, entry_id, to_participant, from_participant, reason, at FROM moves",
		"a move forgotten":           "DELETE FROM moves",
		"moved with its time":        "UPDATE entries SET participant_id = participant_id, at = '2026-03-12T13:00:00.000Z' WHERE id = '" + x.Entry.ID + "'",
		"the entry forgotten":        "DELETE FROM entries WHERE id = '" + x.Entry.ID + "'",
	} {
		if d.raw(query) == nil {
			t.Errorf("%s: accepted", name)
		}
		if got := dump(t, d.db, "SELECT * FROM entries ORDER BY id") + dump(t, d.db, "SELECT * FROM moves ORDER BY id"); got != before {
			t.Fatalf("%s changed whose an entry is", name)
		}
	}
}
