package app

import (
	"slices"
	"strings"
	"testing"
	"time"

	"snowfield/internal/fault"
	"snowfield/internal/practice"
)

// blockedBy are the keys of what stands in the way of a session.
func (b *bench) blockedBy(sessionID string) (keys []string) {
	b.Helper()
	for _, r := range must(b, b.readiness.Get)(sessionID) {
		for _, c := range r.Checks {
			if c.State == practice.CheckBlocks {
				keys = append(keys, c.Key)
			}
		}
	}
	return keys
}

// A session of a client about whom nothing is known does not begin; lifted one
// by one, each in the way it demands, it does, and what was lifted stays with it.
func TestBlockedAndLifted(t *testing.T) {
	b := newBench(t)
	b.create()
	client := b.add("Nell Harrow")
	v := b.planDosing(practice.Office, client.ID)
	_, err := b.sessions.Begin(v.Session.ID)
	said := b.refused(err, fault.Blocked).Message
	if want := "This session cannot begin yet. Ten things stand in the way: the client has not been screened; there is no clearance from a prescriber; and eight more. Nothing was changed."; !strings.HasPrefix(said, want) {
		t.Errorf("refused with %q", said)
	}
	if v := must(b, b.sessions.Get)(v.Session.ID); v.State != practice.Planned || !v.Blocked || v.Parts[0].Readiness == nil {
		t.Errorf("after a refusal: %+v", v)
	}
	chart := must(b, b.clients.Chart)(client.ID)
	row := get(b, b.today.Get).Sessions[0]
	if row.Act != "Prepare room" || len(row.Ways) != 1 || row.Ways[0] != chart.Record[0].Readiness {
		t.Errorf("Today says %q, %q", row.Act, row.Ways)
	}
	if chart.Next.Act != "prepare" || chart.Next.Label != "Prepare dosing 1" || !strings.HasPrefix(chart.Record[0].Readiness, "Ten things stand in the way: the client has not been screened;") {
		t.Errorf("the chart says %+v, %+v", chart.Next, chart.Record[0])
	}

	part := v.Parts[0].ParticipantID
	lift := func(key string, kind practice.LiftKind) error {
		_, err := b.readiness.Lift(v.Session.ID, practice.Lift{
			ID: practice.NewID(), ParticipantID: part, CheckKey: key, Kind: kind, Reason: "She is known for years.",
			PrescriberName: "Dr. A. Lindqvist", DecidedAt: practice.At(b.clock), Said: "Go on with 100 mg.", ReadBack: true,
		})
		return err
	}
	b.refused(lift("clearance_missing", practice.LiftReason), fault.Invalid)
	b.refused(lift("day_intoxicated:unanswered", practice.LiftReason), fault.Invalid)
	b.refused(lift("consent_expired:kap", practice.LiftReason), fault.Conflict)
	for _, key := range b.blockedBy(v.Session.ID) {
		kind := practice.LiftReason
		if key == "clearance_missing" || key == "day_intoxicated:unanswered" || key == "day_able_to_consent:unanswered" {
			kind = practice.LiftDecision
		}
		b.ok(lift(key, kind))
	}
	if row := get(b, b.today.Get).Sessions[0]; row.Act != "Begin" || len(row.Ways) != 0 || len(row.Lifted) != 1 || !strings.HasPrefix(row.Lifted[0], "Ready, with ten things lifted: ") {
		t.Errorf("lifted, Today says %q, %q, %q", row.Act, row.Ways, row.Lifted)
	}
	v = must(b, b.sessions.Begin)(v.Session.ID)
	readiness := v.Parts[0].Readiness
	if v.State != practice.Open || v.Blocked || len(readiness.Words(practice.CheckLifted)) != 10 || v.Parts[0].Deviation != "" {
		t.Errorf("begun: %+v", v)
	}
	b.refused(lift("clearance_missing", practice.LiftDecision), fault.Conflict)
	b.clear(client.ID) // what is put right later changes nothing of what stood
	if now := must(b, b.readiness.Get)(v.Session.ID); asJSON(t, now[0]) != asJSON(t, *readiness) {
		t.Error("the readiness of a session that has begun changed")
	}
	if line := must(b, b.clients.Chart)(client.ID).Record[0].Readiness; line != "Ten things lifted at the start" {
		t.Errorf("the chart says %q", line)
	}
}

// Both partners must be ready; a talk session asks nothing.
func TestBothPartnersMustBeReady(t *testing.T) {
	b := newBench(t)
	b.create()
	ana, ben := b.add("Ana Lee"), b.add("Ben Orr")
	alone := b.planDosing(practice.Office, ana.ID)
	b.ready(alone)
	couple := b.planDosing(practice.Virtual, ana.ID, ben.ID)
	_, err := b.sessions.Begin(couple.Session.ID)
	b.refused(err, fault.Blocked)
	rows := get(b, b.today.Get).Sessions
	ways := rows[slices.IndexFunc(rows, func(r SessionRow) bool { return r.SessionID == couple.Session.ID })].Ways
	if len(ways) != 2 || !strings.HasPrefix(ways[0], "Ana Lee: 16 things stand in the way: ") || !strings.HasPrefix(ways[1], "Ben Orr: 20 things stand in the way: ") {
		t.Errorf("Today says %q", ways)
	}
	b.ready(couple)
	if keys := b.blockedBy(couple.Session.ID); len(keys) > 0 {
		t.Errorf("made ready, still blocked by %q", keys)
	}
	must(b, b.sessions.Begin)(couple.Session.ID)
	b.begin(practice.Talk, ben.ID, "")
	if list := must(b, b.readiness.Get)(b.begin(practice.Talk, ana.ID, "").Session.ID); len(list) != 0 {
		t.Errorf("a talk session has a readiness: %+v", list)
	}
}

// The day's questions are asked on the day. Planned for tomorrow, a session
// does not begin today by answers of tomorrow.
func TestBeginsOnItsDay(t *testing.T) {
	b := newBench(t)
	b.create()
	v := b.planDosing(practice.Office, b.add("Nell Harrow").ID)
	v.Session.PlannedStart = practice.At(b.clock.Add(24 * time.Hour))
	v.Session.PlannedEnd = ""
	v = must(b, b.sessions.Save)(v.Session)
	b.ready(v)
	if keys := b.blockedBy(v.Session.ID); len(keys) > 0 {
		t.Fatalf("blocked by %q", keys)
	}
	_, err := b.sessions.Begin(v.Session.ID)
	if said := b.refused(err, fault.Blocked).Message; !strings.Contains(said, "change its time first") {
		t.Errorf("refused with %q", said)
	}
	b.wait(24 * time.Hour)
	b.askToday(v, v.Parts[0].ParticipantID)
	must(b, b.sessions.Begin)(v.Session.ID)
}

// A session that could not begin and took place is recorded as ended, with the
// reason and all that stood in the way; its dose counts.
func TestRecordedAsItHappened(t *testing.T) {
	b := newBench(t)
	b.create()
	client := b.add("Nell Harrow")
	v := b.planDosing(practice.Office, client.ID)
	b.wait(4 * time.Hour)
	start, end := practice.At(b.clock.Add(-3*time.Hour)), practice.At(b.clock.Add(-time.Hour))
	for _, c := range []struct {
		start, end practice.Instant
		reason     string
		field      string
	}{
		{start, end, " ", "reason"},
		{"", end, "The power was out.", "actual_start"},
		{start, "", "The power was out.", "actual_end"},
		{end, start, "The power was out.", "actual_end"},
		{start, practice.At(b.clock.Add(time.Minute)), "The power was out.", "actual_end"},
	} {
		_, err := b.sessions.RecordAsHappened(v.Session.ID, c.start, c.end, c.reason)
		if w := b.refused(err, fault.Invalid); w.Fields[c.field] == "" {
			t.Errorf("%s to %s, %q: %v", c.start, c.end, c.reason, w.Fields)
		}
	}
	v, err := b.sessions.RecordAsHappened(v.Session.ID, start, end, " The power was out. ")
	b.ok(err)
	part := v.Parts[0]
	if v.State != practice.Ended || part.Deviation != "The power was out." || !part.Readiness.Blocked || v.Blocked {
		t.Errorf("recorded as %+v", v)
	}
	_, err = b.sessions.RecordAsHappened(v.Session.ID, start, end, "Again")
	b.refused(err, fault.Conflict)
	_, err = b.sessions.CorrectTimes(v.Session.ID, start, "")
	b.refused(err, fault.Invalid) // it never opens
	_, err = b.sessions.RecordDose(v.Session.ID, practice.DoseEvent{
		Entry:   practice.Entry{ID: practice.NewID(), ParticipantID: part.ParticipantID, At: start.Add(time.Hour)},
		TakenUg: 100_000, Route: practice.Sublingual, Form: practice.Lozenge, Reason: "The power was out.",
	})
	b.ok(err)
	chart := must(b, b.clients.Chart)(client.ID)
	if chart.Record[0].Readiness != "Recorded as it happened" || chart.CourseText != "One dosing session" {
		t.Errorf("the chart says %q, %q", chart.Record[0].Readiness, chart.CourseText)
	}
	_, err = b.sessions.RecordAsHappened(b.begin(practice.Talk, client.ID, "").Session.ID, start, end, "A talk")
	b.refused(err, fault.Conflict)
}

// A serious event suspends the clearance in the same act; a lesser one does
// not. Only a new clearance lets the next session begin.
func TestSeriousEventSuspends(t *testing.T) {
	b := newBench(t)
	b.create()
	client := b.add("Nell Harrow")
	v := b.begin(practice.Dosing, client.ID, "")
	event := func(what string, serious bool) practice.AdverseEvent {
		return practice.AdverseEvent{ID: practice.NewID(), ParticipantID: v.Parts[0].ParticipantID, At: practice.At(b.clock), What: what, Serious: serious}
	}
	record := func(e practice.AdverseEvent) SessionView {
		t.Helper()
		v, err := b.readiness.RecordAdverseEvent(v.Session.ID, e)
		b.ok(err)
		return v
	}
	clearance := func() ClearanceRow { return must(b, b.clearances.Get)(client.ID).Rows[0] }

	b.wait(time.Minute)
	record(event("Headache", false))
	if c := clearance().Clearance; c.SuspendedAt != "" {
		t.Error("a lesser event suspended the clearance")
	}
	_, err := b.readiness.RecordAdverseEvent(v.Session.ID, event(" ", true))
	b.refused(err, fault.Invalid)
	serious := event("Fainted", true)
	if v = record(serious); len(v.Parts[0].Events) != 2 || !v.Parts[0].Events[1].Event.Serious {
		t.Errorf("events %+v", v.Parts[0].Events)
	}
	if c := clearance().Clearance; c.SuspendedReason != "Serious adverse event on 12 March 2026" || c.AdverseEventID != serious.ID {
		t.Errorf("the clearance: %+v", c)
	}
	b.end(v.Session.ID)

	b.wait(24 * time.Hour)
	next := b.planDosing(practice.Office, client.ID)
	if keys := b.blockedBy(next.Session.ID); !slices.Contains(keys, "adverse_event:"+serious.ID) || !slices.ContainsFunc(keys, func(k string) bool { return strings.HasPrefix(k, "clearance_suspended:") }) {
		t.Errorf("blocked by %q", keys)
	}
	b.ready(next) // with a new clearance
	record(serious)
	if c := clearance().Clearance; c.SuspendedAt != "" {
		t.Error("the same event, sent again, suspended the new clearance")
	}
	must(b, b.sessions.Begin)(next.Session.ID)
}

// An event under a clearance that is suspended already is recorded all the same.
func TestSeriousEventUnderASuspendedClearance(t *testing.T) {
	b := newBench(t)
	b.create()
	client := b.add("Nell Harrow")
	v := b.planDosing(practice.Office, client.ID)
	b.ready(v)
	id := must(b, b.clearances.Get)(client.ID).Rows[0].Clearance.ID
	_, err := b.clearances.Suspend(id, "Renewal awaited")
	b.ok(err)
	_, err = b.readiness.Lift(v.Session.ID, practice.Lift{
		ID: practice.NewID(), ParticipantID: v.Parts[0].ParticipantID, CheckKey: "clearance_suspended:" + id, Kind: practice.LiftDecision,
		PrescriberName: "Dr. A. Lindqvist", DecidedAt: practice.At(b.clock), Said: "Go on.", ReadBack: true,
	})
	b.ok(err)
	v = must(b, b.sessions.Begin)(v.Session.ID)
	v, err = b.readiness.RecordAdverseEvent(v.Session.ID, practice.AdverseEvent{
		ID: practice.NewID(), ParticipantID: v.Parts[0].ParticipantID, At: practice.At(b.clock), What: "Fainted", Serious: true,
	})
	b.ok(err)
	if c := must(b, b.clearances.Get)(client.ID).Rows[0].Clearance; c.SuspendedReason != "Renewal awaited" || len(v.Parts[0].Events) != 1 {
		t.Errorf("%+v, %+v", c, v.Parts[0].Events)
	}
}
