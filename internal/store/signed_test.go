package store_test

import (
	"strings"
	"testing"
	"time"

	"snowfield/internal/fault"
	"snowfield/internal/practice"
	"snowfield/internal/store"
)

// signedCase is a couple's dosing session in which Ana's note is signed and
// Ben's is a draft, beside a session of Ana's that nobody signed.
type signedCase struct {
	*desk
	session, other practice.Session
	ana, ben       string // participants
	note, draft    practice.Note
	dose           practice.DoseEvent
	vitals         practice.VitalSigns
	seen           practice.Observation
	addendum       practice.Addendum
	loose          practice.DoseEvent   // of the other session
	moved          practice.Observation // from Ben to Ana
}

// A dose, a reading and an observation of Ana's without their details.
var emptyEntries = []string{"00000000-0000-4000-8000-000000000001", "00000000-0000-4000-8000-000000000002", "00000000-0000-4000-8000-000000000003"}

func newSignedCase(t *testing.T) *signedCase {
	d := newDesk(t)
	ana, ben := d.client("Ana"), d.client("Ben")
	c := &signedCase{desk: d, session: d.session(practice.Dosing, ana, ben), other: d.session(practice.Dosing, ana)}
	c.ana, c.ben = c.session.Participants[0].ID, c.session.Participants[1].ID
	c.dose, c.vitals, c.seen = d.dose(c.ana), d.vitals(c.ana), d.observation(c.ana, "calm")
	d.dose(c.ben)
	d.vitals(c.ben)
	d.observation(c.ben, "calm")
	c.loose = d.dose(c.other.Participants[0].ID)
	d.vitals(c.other.Participants[0].ID)
	d.observation(c.other.Participants[0].ID, "calm")
	// Entries whose details were never written: only raw SQL leaves them.
	for i, id := range []string{c.dose.Entry.ID, c.vitals.Entry.ID, c.seen.Entry.ID} {
		d.mustRaw(`INSERT INTO entries SELECT ?, participant_id, kind, at, recorded_at, '', '', NULL, 0 FROM entries WHERE id = ?`, emptyEntries[i], id)
	}
	for _, id := range []string{c.ana, c.ben} {
		d.leaving(id)
	}
	c.moved = d.observation(c.ben, "hers")
	d.do(func(tx *store.Tx) error { return tx.MoveEntry(d.moves(c.moved.Entry, c.ana)) })
	c.note = d.sign(c.session, d.draft(c.session, c.ana, "What was seen"))
	c.draft = d.draft(c.session, c.ben, "A draft")
	d.do(func(tx *store.Tx) error { _, err := tx.KeepRevision(c.draft); return err })
	c.addendum = d.addendum(c.note, "Later")
	return c
}

// The tables that hold what is signed, and the trail.
var guarded = []string{"sessions", "participants", "entries", "doses", "vital_signs", "observations", "leavings", "moves", "notes", "note_revisions", "addenda", "audit"}

// contents is every row of the guarded tables that belongs to the signed
// part: whatever SQL runs, it must stay the same.
func (c *signedCase) contents() string {
	c.t.Helper()
	var b strings.Builder
	for _, query := range []string{
		`SELECT * FROM sessions WHERE id = ?1`,
		`SELECT * FROM participants WHERE session_id = ?1 ORDER BY id`,
		`SELECT * FROM entries WHERE participant_id = ?2 ORDER BY id`,
		`SELECT e.participant_id, d.* FROM doses d JOIN entries e ON e.id = d.entry_id WHERE participant_id = ?2 ORDER BY entry_id`,
		`SELECT e.participant_id, d.* FROM vital_signs d JOIN entries e ON e.id = d.entry_id WHERE participant_id = ?2 ORDER BY entry_id`,
		`SELECT e.participant_id, d.* FROM observations d JOIN entries e ON e.id = d.entry_id WHERE participant_id = ?2 ORDER BY entry_id`,
		`SELECT * FROM leavings WHERE participant_id = ?2`,
		`SELECT * FROM moves WHERE ?2 IN (from_participant, to_participant) ORDER BY id`,
		`SELECT * FROM notes WHERE participant_id = ?2`,
		`SELECT * FROM note_revisions WHERE note_id = ?3 ORDER BY number`,
		`SELECT * FROM addenda WHERE note_id = ?3 ORDER BY id`,
		`SELECT * FROM audit ORDER BY seq`,
	} {
		b.WriteString(dump(c.t, c.db, query, c.session.ID, c.ana, c.note.ID))
	}
	return b.String()
}

func TestNothingSignedChangesByAnySQL(t *testing.T) {
	c := newSignedCase(t)
	before := c.contents()
	// Every table: each column of each signed row, by every verb.
	for _, table := range guarded {
		for _, query := range []string{
			"DELETE FROM " + table,
			"REPLACE INTO " + table + " (" + writable(t, c, table) + ") SELECT " + writable(t, c, table) + " FROM " + table,
		} {
			err := c.raw(query)
			if err == nil {
				t.Errorf("%s: accepted", query)
			}
			if got := c.contents(); got != before {
				t.Fatalf("%s changed what is signed", query)
			}
		}
		for column := range strings.SplitSeq(writable(t, c, table), ", ") {
			for _, query := range []string{
				"UPDATE " + table + " SET " + column + " = " + column,
				"UPDATE OR REPLACE " + table + " SET " + column + " = " + column,
			} {
				if c.raw(query) == nil {
					t.Errorf("%s: accepted", query)
				}
			}
		}
	}

	free := c.other.Participants[0].ID
	for name, query := range map[string]string{
		"a new entry":                       "INSERT INTO entries SELECT '" + practice.NewID() + "', '" + c.ana + "', kind, at, recorded_at, '', '', NULL, 0 FROM entries WHERE id = '" + c.loose.Entry.ID + "'",
		"details for an empty entry":        "INSERT INTO doses SELECT '00000000-0000-4000-8000-000000000001', kind, prescribed_ug, taken_ug, route, form, lot, pharmacy, administered_by, out_at, out_how, leftover_ug, not_given, reason FROM doses WHERE entry_id = '" + c.loose.Entry.ID + "'",
		"an entry moved in":                 "UPDATE entries SET participant_id = '" + c.ana + "' WHERE participant_id = '" + free + "'",
		"an entry moved out":                "UPDATE entries SET participant_id = '" + free + "' WHERE id = '" + c.dose.Entry.ID + "'",
		"an entry replaced from outside":    "REPLACE INTO entries SELECT '" + c.dose.Entry.ID + "', participant_id, kind, at, recorded_at, '', '', NULL, 0 FROM entries WHERE id = '" + c.loose.Entry.ID + "'",
		"an id taken over by update":        "UPDATE OR REPLACE entries SET id = '" + c.dose.Entry.ID + "' WHERE id = '" + c.loose.Entry.ID + "'",
		"a dose pointed at a signed entry":  "UPDATE OR REPLACE doses SET entry_id = '" + c.dose.Entry.ID + "' WHERE entry_id = '" + c.loose.Entry.ID + "'",
		"struck":                            "UPDATE entries SET struck_at = '2026-03-12T12:00:00.000Z', struck_reason = 'x' WHERE id = '" + c.vitals.Entry.ID + "'",
		"a second note":                     "REPLACE INTO notes SELECT '" + practice.NewID() + "', '" + c.ana + "', kind, '[]', risk, risk_text, created_at, updated_at, version, '', '', '', '', '', '' FROM notes WHERE id = '" + c.draft.ID + "'",
		"a draft moved over the note":       "UPDATE OR REPLACE notes SET participant_id = '" + c.ana + "' WHERE id = '" + c.draft.ID + "'",
		"a draft given the note's id":       "UPDATE OR REPLACE notes SET id = '" + c.note.ID + "' WHERE id = '" + c.draft.ID + "'",
		"unsigned":                          "UPDATE notes SET signed_at = '', signed_name = '', audit_head = '' WHERE id = '" + c.note.ID + "'",
		"a further revision":                "INSERT INTO note_revisions SELECT note_id, 99, kept_at, sections, risk, risk_text FROM note_revisions WHERE note_id = '" + c.note.ID + "'",
		"a revision moved in":               "UPDATE OR REPLACE note_revisions SET note_id = '" + c.note.ID + "' WHERE note_id = '" + c.draft.ID + "'",
		"an addendum over another":          "REPLACE INTO addenda SELECT id, note_id, at, zone, 'x', signed_name FROM addenda",
		"an addendum to a draft":            "INSERT INTO addenda VALUES ('" + practice.NewID() + "', '" + c.draft.ID + "', '2026-03-12T12:00:00.000Z', 'UTC', 'x', 'x')",
		"a session given the signed id":     "UPDATE OR REPLACE sessions SET id = '" + c.session.ID + "' WHERE id = '" + c.other.ID + "'",
		"a session replaced":                "REPLACE INTO sessions (id, kind, planned_start, planned_end, actual_start, actual_end, zone, place, cancelled_at, created_at, updated_at, version) SELECT '" + c.session.ID + "', 'talk', planned_start, '', '', '', zone, place, '', created_at, updated_at, 1 FROM sessions WHERE id = '" + c.other.ID + "'",
		"the signed client moved away":      "UPDATE participants SET session_id = '" + c.other.ID + "' WHERE id = '" + c.ana + "'",
		"the signed client exchanged":       "REPLACE INTO participants SELECT id, '" + c.other.ID + "', client_id, 1 FROM participants WHERE id = '" + c.ana + "'",
		"the partner exchanged":             "UPDATE participants SET client_id = (SELECT client_id FROM participants WHERE id = '" + c.ana + "') WHERE id = '" + c.ben + "'",
		"the partner removed":               "DELETE FROM participants WHERE id = '" + c.ben + "'",
		"a third client":                    "INSERT OR REPLACE INTO participants SELECT '" + practice.NewID() + "', session_id, client_id, 0 FROM participants WHERE id = '" + c.ben + "'",
		"an audit entry out of turn":        "INSERT INTO audit SELECT seq + 1, at, act, subject, subject_id, detail, prev, substr(hash, 2) || '0' FROM audit ORDER BY seq DESC LIMIT 1",
		"an audit entry without its number": "INSERT INTO audit (at, act, subject, subject_id, detail, prev, hash) SELECT at, act, subject, subject_id, detail, hash, substr(hash, 2) || '0' FROM audit ORDER BY seq DESC LIMIT 1",
		"the client removed":                "DELETE FROM clients",
		"moved back where it came from":     "UPDATE entries SET participant_id = '" + c.ben + "' WHERE id = '" + c.moved.Entry.ID + "'",
		"a way out of the signed chart":     "INSERT INTO moves VALUES ('" + practice.NewID() + "', '" + c.seen.Entry.ID + "', '" + c.ana + "', '" + c.ben + "', 'x', '2026-03-12T12:00:00.000Z')",
		"a way into the signed chart":       "INSERT INTO moves VALUES ('" + practice.NewID() + "', '" + c.loose.Entry.ID + "', '" + free + "', '" + c.ana + "', 'x', '2026-03-12T12:00:00.000Z')",
		"another way of leaving":            "INSERT INTO leavings VALUES ('" + c.ana + "', '2026-03-12T12:00:00.000Z', 'transferred', '{}', '2026-03-12T12:00:00.000Z', '2026-03-12T12:00:00.000Z', 9) ON CONFLICT DO UPDATE SET ending = 'transferred'",
		"the partner's leaving taken over":  "UPDATE OR REPLACE leavings SET participant_id = '" + c.ana + "' WHERE participant_id = '" + c.ben + "'",
		"upsert over the note":              "INSERT INTO notes SELECT * FROM notes WHERE id = '" + c.note.ID + "' ON CONFLICT DO UPDATE SET risk_text = 'x'",
		"upsert over the session":           "INSERT INTO sessions (id, kind, planned_start, planned_end, actual_start, actual_end, zone, place, cancelled_at, created_at, updated_at, version) SELECT id, kind, planned_start, planned_end, actual_start, actual_end, zone, place, cancelled_at, created_at, updated_at, 9 FROM sessions WHERE id = '" + c.session.ID + "' ON CONFLICT DO UPDATE SET place = 'virtual'",
	} {
		if err := c.raw(query); err == nil {
			t.Errorf("%s: accepted", name)
		}
		if got := c.contents(); got != before {
			t.Fatalf("%s changed what is signed:\n%s\nwas\n%s", name, got, before)
		}
	}
}

// writable lists the columns of a table that are not computed.
func writable(t testing.TB, c *signedCase, table string) string {
	t.Helper()
	var names string
	if err := c.db.QueryRow(`SELECT group_concat(name, ', ' ORDER BY cid) FROM pragma_table_info(?)`, table).Scan(&names); err != nil {
		t.Fatal(err)
	}
	return names
}

// Each trigger by itself, where a constraint would often refuse as well.
func TestTriggersSayWhy(t *testing.T) {
	c := newSignedCase(t)
	single := c.client("Cy")
	alone := c.desk.session(practice.Talk, single)
	c.desk.sign(alone, c.desk.draft(alone, alone.Participants[0].ID, "Said"))
	for query, why := range map[string]string{
		"DELETE FROM notes WHERE id = '" + c.note.ID + "'":                                                                                                     "signed",
		"DELETE FROM sessions WHERE id = '" + c.session.ID + "'":                                                                                               "signed",
		"DELETE FROM participants WHERE id = '" + c.ana + "'":                                                                                                  "signed",
		"DELETE FROM participants WHERE id = '" + c.ben + "'":                                                                                                  "signed",
		"DELETE FROM entries WHERE id = '" + c.dose.Entry.ID + "'":                                                                                             "signed",
		"DELETE FROM note_revisions WHERE note_id = '" + c.note.ID + "'":                                                                                       "signed",
		"INSERT INTO participants SELECT '" + practice.NewID() + "', '" + alone.ID + "', client_id, 1 FROM participants WHERE id = '" + c.ben + "'":            "signed",
		"INSERT INTO vital_signs SELECT '" + emptyEntries[1] + "', kind, 120, 80, 60, 98, 14, 368, '', '', '' FROM vital_signs LIMIT 1":                        "signed",
		"INSERT INTO observations VALUES ('" + emptyEntries[2] + "', 'observation', 'still', '', 0)":                                                           "signed",
		"REPLACE INTO note_revisions SELECT note_id, number, kept_at, '[]', risk, risk_text, methods FROM note_revisions WHERE note_id = '" + c.draft.ID + "'": "rewritten",
		"REPLACE INTO participants SELECT id, session_id, '" + single.ID + "', position FROM participants WHERE session_id = '" + c.other.ID + "'":             "rewritten",
		"UPDATE notes SET kind = 'talk' WHERE id = '" + c.draft.ID + "'":                                                                                       "rewritten",
		"UPDATE notes SET participant_id = '" + c.other.Participants[0].ID + "' WHERE id = '" + c.draft.ID + "'":                                               "rewritten",
		"UPDATE sessions SET created_at = '2000-01-01T00:00:00.000Z' WHERE id = '" + c.other.ID + "'":                                                          "rewritten",
		"UPDATE sessions SET id = '" + practice.NewID() + "' WHERE id = '" + c.other.ID + "'":                                                                  "rewritten",
	} {
		err := c.raw(query)
		if err == nil || !strings.Contains(err.Error(), ": "+why+" (") {
			t.Errorf("%s: %v, want %q", query, err, why)
		}
	}
}

func TestSignedThroughTheStore(t *testing.T) {
	c := newSignedCase(t)
	before := c.contents()
	c.later(time.Second) // still inside the undo window
	entry := func(id string) (e practice.Entry) {
		c.do(func(tx *store.Tx) (err error) { e, _, err = tx.Entry(id); return err })
		return e
	}
	dose, seen := entry(c.dose.Entry.ID), entry(c.seen.Entry.ID)
	fresh := func() practice.Entry { return c.entry(c.ana) }
	correction := fresh()
	correction.CorrectsID = c.dose.Entry.ID
	for name, write := range map[string]func(*store.Tx) error{
		"dose":        func(tx *store.Tx) error { x := c.dose; x.Entry = fresh(); return tx.AddDose(x) },
		"correction":  func(tx *store.Tx) error { x := c.dose; x.Entry = correction; return tx.AddDose(x) },
		"vitals":      func(tx *store.Tx) error { x := c.vitals; x.Entry = fresh(); return tx.AddVitalSigns(x) },
		"observation": func(tx *store.Tx) error { x := c.seen; x.Entry = fresh(); return tx.AddObservation(x) },
		"strike":      func(tx *store.Tx) error { return tx.StrikeEntry(dose, "x") },
		"undo":        func(tx *store.Tx) error { return tx.UndoEntry(seen) },
		"draft":       func(tx *store.Tx) error { n := c.note; n.RiskText = "x"; _, err := tx.SaveDraft(n); return err },
		"revision":    func(tx *store.Tx) error { n := c.note; n.RiskText = "x"; _, err := tx.KeepRevision(n); return err },
		"sign again":  func(tx *store.Tx) error { _, err := tx.SignNote(c.note); return err },
		"leaving": func(tx *store.Tx) error {
			_, err := tx.PutLeaving(practice.Leaving{ParticipantID: c.ana, Ending: practice.LeftNoDose, At: practice.At(noon), Version: 1})
			return err
		},
		"moved out": func(tx *store.Tx) error { return tx.MoveEntry(c.moves(dose, c.ben)) },
		"moved in":  func(tx *store.Tx) error { return tx.MoveEntry(c.moves(c.loose.Entry, c.ana)) },
		"session": func(tx *store.Tx) error {
			s := c.session
			s.Place = practice.Virtual
			_, err := tx.PutSession(s)
			return err
		},
	} {
		if err := c.try(write); fault.CodeOf(err) != fault.Signed {
			t.Errorf("%s: %v, want signed", name, err)
		}
	}
	want(t, c.try(func(tx *store.Tx) error {
		return tx.AddAddendum(practice.Addendum{ID: practice.NewID(), NoteID: c.draft.ID, Text: "x", SignedName: "x", Zone: "UTC"})
	}), fault.Conflict)
	if c.contents() != before {
		t.Error("something signed changed")
	}
	// What was recorded before, sent again, is harmless also now.
	c.do(func(tx *store.Tx) error { return tx.AddDose(c.dose) })
	c.do(func(tx *store.Tx) error { return tx.AddAddendum(c.addendum) })
	a := c.addendum
	a.Text = "else"
	want(t, c.try(func(tx *store.Tx) error { return tx.AddAddendum(a) }), fault.Conflict)
}

// One partner's signature locks that partner's log and the session they
// share, not the other partner's log.
func TestThePartnerStaysOpen(t *testing.T) {
	c := newSignedCase(t)
	x := c.dose
	x.Entry = c.entry(c.ben)
	c.do(func(tx *store.Tx) error { return tx.AddDose(x) })
	c.later(time.Minute)
	c.do(func(tx *store.Tx) error {
		e, _, err := tx.Entry(x.Entry.ID)
		if err != nil {
			return err
		}
		return tx.StrikeEntry(e, "Slip")
	})
	n := c.draft
	n.Sections[0].Body = "More"
	c.do(func(tx *store.Tx) (err error) { n, err = tx.SaveDraft(n); return err })
	n = c.sign(c.session, n)
	want(t, c.try(func(tx *store.Tx) error { y := x; y.Entry = c.entry(c.ben); return tx.AddDose(y) }), fault.Signed)
	if got := see(c.desk, func(tx *store.Tx) (practice.Note, error) { return tx.NoteOf(c.ben) }); got.AuditHead != n.AuditHead || !got.Signed() {
		t.Errorf("note %+v", got)
	}
}
