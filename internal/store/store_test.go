package store_test

import (
	"context"
	"database/sql"
	"path/filepath"
	"testing"
	"time"

	"snowfield/internal/fault"
	"snowfield/internal/practice"
	"snowfield/internal/store"
	"snowfield/internal/vault/cipherfs"
)

// noon is the clock of most tests.
var noon = time.Date(2026, 3, 12, 12, 0, 0, 0, time.UTC)

var key = [cipherfs.KeySize]byte{1, 2, 3}

// desk is an open store on a real encrypted file, and a clock.
type desk struct {
	t    testing.TB
	s    *store.Store
	db   *sql.DB // beside the store, for what only raw SQL can do
	path string
	now  time.Time
}

func newDesk(t testing.TB) *desk {
	t.Helper()
	path := filepath.Join(t.TempDir(), "records.db")
	db, err := cipherfs.Create(path, key)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { db.Close() })
	s, err := store.Open(context.Background(), db, func() error {
		t.Error("a new database needs no backup before its migrations")
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	return &desk{t, s, db, path, noon}
}

// try runs a transaction and returns its error.
func (d *desk) try(write func(*store.Tx) error) error {
	d.t.Helper()
	return d.s.Update(context.Background(), d.now, write)
}

// do runs a transaction that must succeed.
func (d *desk) do(write func(*store.Tx) error) {
	d.t.Helper()
	if err := d.try(write); err != nil {
		d.t.Fatal(err)
	}
}

// see reads something that must be readable.
func see[T any](d *desk, read func(*store.Tx) (T, error)) (x T) {
	d.t.Helper()
	err := d.s.View(context.Background(), d.now, func(tx *store.Tx) (err error) {
		x, err = read(tx)
		return err
	})
	if err != nil {
		d.t.Fatal(err)
	}
	return x
}

func (d *desk) later(by time.Duration) { d.now = d.now.Add(by) }

// raw runs SQL as anyone with the key could, and returns its error.
func (d *desk) raw(query string, args ...any) error {
	_, err := d.db.Exec(query, args...)
	return err
}

func (d *desk) mustRaw(query string, args ...any) {
	d.t.Helper()
	if err := d.raw(query, args...); err != nil {
		d.t.Fatalf("%s: %v", query, err)
	}
}

func want(t testing.TB, err error, code fault.Code) {
	t.Helper()
	if fault.CodeOf(err) != code {
		t.Errorf("error %v, want code %q", err, code)
	}
}

func (d *desk) client(name string) practice.Client {
	d.t.Helper()
	c := practice.Client{ID: practice.NewID(), LegalName: name}
	c.Normalize()
	d.do(func(tx *store.Tx) (err error) {
		c, err = tx.PutClient(c)
		return err
	})
	return c
}

// session is an ended session with these clients, three hours before now.
func (d *desk) session(kind practice.SessionKind, clients ...practice.Client) practice.Session {
	d.t.Helper()
	return d.sessionUnder("", kind, clients...)
}

// sessionUnder is session; a dosing session begins, for the first client,
// under a clearance.
func (d *desk) sessionUnder(clearanceID string, kind practice.SessionKind, clients ...practice.Client) practice.Session {
	d.t.Helper()
	s := practice.Session{
		ID: practice.NewID(), Kind: kind, Zone: "America/Los_Angeles", Place: practice.Office,
		PlannedStart: practice.At(d.now.Add(-3 * time.Hour)), PlannedEnd: practice.At(d.now),
		ActualStart: practice.At(d.now.Add(-3 * time.Hour)), ActualEnd: practice.At(d.now),
	}
	for _, c := range clients {
		s.Participants = append(s.Participants, practice.Participant{ID: practice.NewID(), ClientID: c.ID})
	}
	return d.putUnder(clearanceID, s)
}

func (d *desk) put(s practice.Session) practice.Session {
	d.t.Helper()
	return d.putUnder("", s)
}

// putUnder writes a session. A dosing session that has begun is planned first,
// and begins with a start for each client, as the schema demands.
func (d *desk) putUnder(clearanceID string, s practice.Session) practice.Session {
	d.t.Helper()
	d.do(func(tx *store.Tx) (err error) {
		if s.Kind == practice.Dosing && s.ActualStart != "" && s.Version == 0 {
			planned := s
			planned.ActualStart, planned.ActualEnd = "", ""
			if planned, err = tx.PutSession(planned); err != nil {
				return err
			}
			s.Version = planned.Version
			for i, p := range s.Participants {
				start := practice.Start{ParticipantID: p.ID}
				if i == 0 {
					start.ClearanceID = clearanceID
				}
				if err := tx.AddStart(start); err != nil {
					return err
				}
			}
		}
		s, err = tx.PutSession(s)
		return err
	})
	return s
}

func (d *desk) entry(participantID string) practice.Entry {
	return practice.Entry{ID: practice.NewID(), ParticipantID: participantID, At: practice.At(d.now.Add(-2 * time.Hour))}
}

func (d *desk) dose(participantID string) practice.DoseEvent {
	d.t.Helper()
	x := practice.DoseEvent{Entry: d.entry(participantID), PrescribedUg: 200_000, TakenUg: 150_000, Route: practice.Sublingual, Form: practice.Lozenge}
	d.do(func(tx *store.Tx) error { return tx.AddDose(x) })
	return x
}

func (d *desk) vitals(participantID string) practice.VitalSigns {
	d.t.Helper()
	x := practice.VitalSigns{Entry: d.entry(participantID), SystolicMmHg: new(128), DiastolicMmHg: new(82), HeartRateBpm: new(74), SpO2Percent: new(98)}
	d.do(func(tx *store.Tx) error { return tx.AddVitalSigns(x) })
	return x
}

func (d *desk) observation(participantID, text string) practice.Observation {
	d.t.Helper()
	x := practice.Observation{Entry: d.entry(participantID), Kind: "still", Text: text}
	d.do(func(tx *store.Tx) error { return tx.AddObservation(x) })
	return x
}

func (d *desk) draft(s practice.Session, participantID, text string) practice.Note {
	d.t.Helper()
	n := practice.NewNote(practice.NewID(), participantID, practice.ShippedOutline(s.Kind), "")
	n.Sections[0].Body, n.Risk = text, practice.RiskNoConcern
	d.do(func(tx *store.Tx) (err error) {
		n, err = tx.SaveDraft(n)
		return err
	})
	return n
}

var therapist = practice.Practice{TherapistName: "Mira Okafor", Credential: "LMFT", License: "1", Zone: "America/Los_Angeles"}

func (d *desk) sign(s practice.Session, n practice.Note) practice.Note {
	d.t.Helper()
	d.do(func(tx *store.Tx) (err error) {
		if err := n.Sign(s, therapist, tx.Now()); err != nil {
			return err
		}
		n, err = tx.SignNote(n)
		return err
	})
	return n
}

func (d *desk) addendum(n practice.Note, text string) practice.Addendum {
	d.t.Helper()
	a := practice.Addendum{ID: practice.NewID(), NoteID: n.ID, Zone: "UTC", Text: text, SignedName: "Mira Okafor, LMFT"}
	d.do(func(tx *store.Tx) error { return tx.AddAddendum(a) })
	return a
}

// TestReplay writes each at its own time, and all or nothing.
func TestReplay(t *testing.T) {
	d := newDesk(t)
	put := func(name string) func(*store.Tx) error {
		return func(tx *store.Tx) error {
			_, err := tx.PutPrescriber(practice.Prescriber{ID: practice.NewID(), Name: name})
			return err
		}
	}
	tell := func(last func(*store.Tx) error) error {
		return d.s.Replay(context.Background(), func(yield func(time.Time, func(*store.Tx) error) bool) {
			for i, write := range []func(*store.Tx) error{put("Ana"), put("Bo"), last} {
				if !yield(noon.AddDate(0, 0, i), write) {
					return
				}
			}
		})
	}
	if err := tell(func(*store.Tx) error { return fault.New(fault.Blocked, "The story ends here.") }); fault.CodeOf(err) != fault.Blocked {
		t.Fatal(err)
	}
	if err := tell(put("Cy")); err != nil {
		t.Fatal(err)
	}
	d.do(func(tx *store.Tx) error {
		list, err := tx.Prescribers()
		if err != nil || len(list) != 3 {
			t.Fatalf("%d prescribers (%v)", len(list), err)
		}
		for i, p := range list {
			if want := practice.At(noon.AddDate(0, 0, i)); p.CreatedAt != want {
				t.Errorf("%s was written at %s, want %s", p.Name, p.CreatedAt, want)
			}
		}
		return nil
	})
}
