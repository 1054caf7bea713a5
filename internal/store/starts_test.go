package store_test

import (
	"reflect"
	"strings"
	"testing"
	"time"

	"snowfield/internal/fault"
	"snowfield/internal/practice"
	"snowfield/internal/store"
)

// plan is a dosing session of these clients that has not begun.
func (d *desk) plan(clients ...practice.Client) practice.Session {
	d.t.Helper()
	s := practice.Session{ID: practice.NewID(), Kind: practice.Dosing, Zone: "UTC", Place: practice.Office, PlannedStart: practice.At(d.now)}
	for _, c := range clients {
		s.Participants = append(s.Participants, practice.Participant{ID: practice.NewID(), ClientID: c.ID})
	}
	return d.put(s)
}

func (d *desk) begin(s practice.Session, end practice.Instant) error {
	s.ActualStart, s.ActualEnd = practice.At(d.now.Add(-time.Hour)), end
	return d.try(func(tx *store.Tx) error { _, err := tx.PutSession(s); return err })
}

func TestStartComesBackAsWritten(t *testing.T) {
	d := newDesk(t)
	ana := d.client("Ana")
	s, c := d.plan(ana), d.clearance(ana.ID)
	id := s.Participants[0].ID
	get := func() (x practice.Start, found bool) {
		d.do(func(tx *store.Tx) (err error) { x, found, err = tx.Start(id); return err })
		return x, found
	}
	if _, found := get(); found {
		t.Error("found before it was added")
	}
	start := practice.Start{
		ParticipantID: id, ClearanceID: c.ID,
		Readiness: practice.Readiness{ParticipantID: id, ClientID: ana.ID, Summary: "Ready", Checks: []practice.Check{
			{Key: "k", Topic: "day", State: practice.CheckLifted, Text: "t", Lift: &practice.Lift{ID: "l", Reason: "r"}},
		}},
		Preparation: practice.PreparationForm{ClientID: ana.ID, SafetyPlan: "Call Kim"},
		Day:         practice.DayCheck{ParticipantID: id, Ride: practice.AnswerYes},
	}
	d.do(func(tx *store.Tx) error { return tx.AddStart(start) })
	start.At = practice.At(d.now)
	if got, found := get(); !found || !reflect.DeepEqual(got, start) {
		t.Errorf("stored %+v\nwant %+v", got, start)
	}
	want(t, d.try(func(tx *store.Tx) error { return tx.AddStart(start) }), fault.Conflict)
}

// Whatever SQL runs, a dosing session begins only with a start for each of its
// participants, and one with a deviation never stays open.
func TestNoDosingSessionBeginsUnready(t *testing.T) {
	d := newDesk(t)
	ana, ben := d.client("Ana"), d.client("Ben")
	start := func(s practice.Session, i int, deviation string) {
		t.Helper()
		d.do(func(tx *store.Tx) error {
			return tx.AddStart(practice.Start{ParticipantID: s.Participants[i].ID, Deviation: deviation})
		})
	}
	couple := d.plan(ana, ben)
	want(t, d.begin(couple, ""), fault.Blocked)
	start(couple, 0, "")
	want(t, d.begin(couple, ""), fault.Blocked)
	start(couple, 1, "")
	want(t, d.begin(couple, ""), "")

	happened := d.plan(ana)
	start(happened, 0, "The computer was off")
	want(t, d.begin(happened, ""), fault.Blocked)
	want(t, d.begin(happened, practice.At(d.now)), "")
	if d.raw(`UPDATE sessions SET actual_end = '' WHERE id = ?`, happened.ID) == nil {
		t.Error("what was recorded as it happened was opened")
	}

	blocked := practice.Start{ParticipantID: d.plan(ana).Participants[0].ID, Readiness: practice.Readiness{Blocked: true}}
	if d.try(func(tx *store.Tx) error { return tx.AddStart(blocked) }) == nil {
		t.Error("a start that blocks was kept without a deviation")
	}

	waiting := d.plan(ana)
	talk := d.session(practice.Talk, ana)
	d.mustRaw(`INSERT INTO sessions (id, kind, planned_start, planned_end, actual_start, actual_end, zone, place, cancelled_at, created_at, updated_at, version)
		SELECT 'aaaaaaaa-0000-4000-8000-000000000001', kind, planned_start, planned_end, '', '', zone, place, '', created_at, updated_at, 1 FROM sessions WHERE id = ?`, waiting.ID)
	for name, query := range map[string]string{
		"begun without participants": `UPDATE sessions SET actual_start = planned_start WHERE id = 'aaaaaaaa-0000-4000-8000-000000000001'`,
		"inserted begun": `INSERT INTO sessions (id, kind, planned_start, planned_end, actual_start, actual_end, zone, place, cancelled_at, created_at, updated_at, version)
			SELECT 'aaaaaaaa-0000-4000-8000-000000000002', 'dosing', planned_start, planned_end, planned_start, '', zone, place, '', created_at, updated_at, 1 FROM sessions WHERE id = '` + waiting.ID + `'`,
		"replaced": `REPLACE INTO sessions (id, kind, planned_start, planned_end, actual_start, actual_end, zone, place, cancelled_at, created_at, updated_at, version)
			SELECT id, 'dosing', planned_start, planned_end, planned_start, '', zone, place, '', created_at, updated_at, 1 FROM sessions WHERE id = '` + waiting.ID + `'`,
		"a talk session made dosing": `UPDATE sessions SET kind = 'dosing' WHERE id = '` + talk.ID + `'`,
		"a participant added": `INSERT INTO participants (id, session_id, client_id, position)
			VALUES ('aaaaaaaa-0000-4000-8000-000000000003', '` + happened.ID + `', '` + ben.ID + `', 1)`,
	} {
		if err := d.raw(query); err == nil || !strings.Contains(err.Error(), "unready") {
			t.Errorf("%s: %v", name, err)
		}
	}
}

// What was kept at a start, lifted or suffered does not change, by any SQL.
func TestStartsLiftsAndEventsAreKept(t *testing.T) {
	d := newDesk(t)
	ana := d.client("Ana")
	s := d.plan(ana)
	id := s.Participants[0].ID
	lift := practice.Lift{ID: practice.NewID(), ParticipantID: id, CheckKey: "clearance_missing", Kind: practice.LiftDecision, PrescriberName: "Dr. L", DecidedAt: practice.At(d.now), Said: "Go on", ReadBack: true}
	add := func(l practice.Lift) error { return d.try(func(tx *store.Tx) error { return tx.AddLift(l) }) }
	want(t, add(lift), "")
	before := d.audits()
	want(t, add(lift), "") // repeated
	if d.audits() != before {
		t.Error("a repeated lift is in the trail twice")
	}
	other := lift
	other.Said = "Wait"
	want(t, add(other), fault.Conflict)
	other.ID = practice.NewID() // of the same thing
	want(t, add(other), fault.Conflict)
	light := lift // the item weighed less, and a reason was enough
	light.ID, light.Kind, light.Reason = practice.NewID(), practice.LiftReason, "Seen by her physician."
	light.PrescriberName, light.DecidedAt, light.Said, light.ReadBack = "", "", "", false
	want(t, add(light), "")
	lift.CreatedAt, light.CreatedAt = practice.At(d.now), practice.At(d.now)
	if got := see(d, func(tx *store.Tx) ([]practice.Lift, error) { return tx.Lifts(id) }); !reflect.DeepEqual(got, []practice.Lift{lift, light}) {
		t.Errorf("lifts %+v", got)
	}

	d.do(func(tx *store.Tx) error { return tx.AddStart(practice.Start{ParticipantID: id}) })
	want(t, d.begin(s, ""), "")
	other.CheckKey = "consent_missing:kap"
	want(t, add(other), fault.Conflict) // the session has begun

	event := practice.AdverseEvent{ID: practice.NewID(), ParticipantID: id, At: practice.At(d.now), What: "w", Action: "a", Called: "c", Grade: "severe", Ending: "transferred", Outcome: "o", Serious: true}
	added := false
	write := func(e practice.AdverseEvent) error {
		return d.try(func(tx *store.Tx) (err error) { added, err = tx.AddAdverseEvent(e); return err })
	}
	if err := write(event); err != nil || !added {
		t.Errorf("%v, added %v", err, added)
	}
	if err := write(event); err != nil || added {
		t.Errorf("repeated: %v, added %v", err, added)
	}
	changed := event
	changed.What = "other"
	want(t, write(changed), fault.Conflict)
	event.CreatedAt, event.Additions = practice.At(d.now), []practice.AdverseAddition{}
	addition := practice.AdverseAddition{ID: practice.NewID(), EventID: event.ID, Text: "home at nine"}
	enter := func(x practice.AdverseAddition) error {
		return d.try(func(tx *store.Tx) error { return tx.AddAddition(x) })
	}
	for range 2 {
		want(t, enter(addition), "")
	}
	reworded := addition
	reworded.Text = "home at ten"
	want(t, enter(reworded), fault.Conflict)
	want(t, enter(practice.AdverseAddition{ID: practice.NewID(), EventID: practice.NewID(), Text: "of no event"}), fault.NotFound)
	want(t, write(event), "") // sent again, after the addition
	addition.CreatedAt = practice.At(d.now)
	event.Additions = []practice.AdverseAddition{addition}
	if got := see(d, func(tx *store.Tx) ([]practice.AdverseEvent, error) { return tx.AdverseEvents(ana.ID) }); !reflect.DeepEqual(got, []practice.AdverseEvent{event}) {
		t.Errorf("events %+v", got)
	}
	ben := d.client("Ben")
	if got := see(d, func(tx *store.Tx) ([]practice.AdverseEvent, error) { return tx.AdverseEvents(ben.ID) }); len(got) != 0 {
		t.Errorf("another client's: %+v", got)
	}

	for table, column := range map[string]string{"starts": "participant_id", "lifts": "participant_id", "adverse_events": "participant_id", "adverse_additions": "event_id"} {
		rows := dump(t, d.db, "SELECT * FROM "+table)
		for _, query := range []string{"DELETE FROM " + table, "UPDATE " + table + " SET " + column + " = " + column, "REPLACE INTO " + table + " SELECT * FROM " + table} {
			if d.raw(query) == nil {
				t.Errorf("%s: accepted", query)
			}
		}
		if dump(t, d.db, "SELECT * FROM "+table) != rows {
			t.Errorf("%s changed", table)
		}
	}
}
