package practice

import (
	"errors"
	"strings"
	"testing"
	"time"

	"snowfield/internal/fault"
)

func TestSessionStates(t *testing.T) {
	begin := func(s *Session) error { return s.Begin(noon) }
	finish := func(s *Session) error { return s.Finish(noon.Add(time.Hour)) }
	cancel := func(s *Session) error { return s.Cancel(noon) }
	planned, open, ended, cancelled := dosing(), dosing(), dosing(), dosing()
	planned.ActualStart = ""
	ended.ActualEnd = noon.Add(time.Hour)
	cancelled.ActualStart, cancelled.CancelledAt = "", noon
	for _, c := range []struct {
		name   string
		from   Session
		do     func(*Session) error
		to     SessionState
		code   fault.Code
		before SessionState
	}{
		{"begin planned", planned, begin, Open, "", Planned},
		{"begin open", open, begin, Open, fault.Conflict, Open},
		{"begin ended", ended, begin, Ended, fault.Conflict, Ended},
		{"begin cancelled", cancelled, begin, Cancelled, fault.Blocked, Cancelled},
		{"finish planned", planned, finish, Planned, fault.Conflict, Planned},
		{"finish open", open, finish, Ended, "", Open},
		{"finish ended", ended, finish, Ended, fault.Conflict, Ended},
		{"finish cancelled", cancelled, finish, Cancelled, fault.Conflict, Cancelled},
		{"cancel planned", planned, cancel, Cancelled, "", Planned},
		{"cancel open", open, cancel, Open, fault.Conflict, Open},
		{"cancel ended", ended, cancel, Ended, fault.Conflict, Ended},
		{"cancel cancelled", cancelled, cancel, Cancelled, fault.Conflict, Cancelled},
	} {
		s := c.from
		if s.State() != c.before {
			t.Errorf("%s: begins %s", c.name, s.State())
		}
		wantCode(t, c.do(&s), c.code)
		if s.State() != c.to {
			t.Errorf("%s: is %s, want %s", c.name, s.State(), c.to)
		}
		if got := fields(t, s.Validate()); got != "" {
			t.Errorf("%s: %s", c.name, got)
		}
	}
	wantCode(t, open.Finish(noon.Add(-time.Millisecond)), fault.Blocked)             // the clock was set back
	wantCode(t, open.Finish(noon.Add(24*time.Hour+time.Millisecond)), fault.Blocked) // forgotten open
	wantCode(t, planned.TakesEntries(), fault.Blocked)
	wantCode(t, cancelled.TakesEntries(), fault.Blocked)
	wantCode(t, open.TakesEntries(), "")
	wantCode(t, ended.TakesEntries(), "")
	if planned.Start() != noon || planned.End() != noon.Add(3*time.Hour) || ended.End() != noon.Add(time.Hour) {
		t.Error("actual times come before planned ones")
	}
}

func TestSessionValidation(t *testing.T) {
	for name, c := range map[string]struct {
		change func(*Session)
		want   string
	}{
		"plain":    {func(*Session) {}, ""},
		"no id":    {func(s *Session) { s.ID = "" }, "id"},
		"no kind":  {func(s *Session) { s.Kind = "" }, "kind"},
		"nowhere":  {func(s *Session) { s.Place = "" }, "place"},
		"no zone":  {func(s *Session) { s.Zone = "" }, "zone"},
		"nobody":   {func(s *Session) { s.Participants = nil }, "participants"},
		"a couple": {func(s *Session) { s.Participants = append(s.Participants, Participant{NewID(), NewID()}) }, ""},
		"the same twice": {func(s *Session) {
			s.Participants = append(s.Participants, Participant{NewID(), s.Participants[0].ClientID})
		}, "participants"},
		"three": {func(s *Session) {
			s.Participants = []Participant{{NewID(), NewID()}, {NewID(), NewID()}, {NewID(), NewID()}}
		}, "participants"},
		"a participant without id": {func(s *Session) { s.Participants = []Participant{{"", NewID()}} }, "participants"},
		"no planned start":         {func(s *Session) { s.PlannedStart, s.ActualStart, s.PlannedEnd = "", "", "" }, "planned_start"},
		"unplanned":                {func(s *Session) { s.PlannedStart, s.PlannedEnd = "", "" }, ""},
		"a day":                    {func(s *Session) { s.PlannedStart = "2026-03-12" }, "planned_start"},
		"planned backwards":        {func(s *Session) { s.PlannedEnd = noon.Add(-1 * time.Second) }, "planned_end"},
		"ends as it begins":        {func(s *Session) { s.ActualEnd = noon }, ""},
		"ends before":              {func(s *Session) { s.ActualEnd = noon.Add(-time.Second) }, "actual_end"},
		"ends, never began":        {func(s *Session) { s.ActualEnd, s.ActualStart = noon, "" }, "actual_start"},
		"24 hours":                 {func(s *Session) { s.ActualEnd = noon.Add(24 * time.Hour) }, ""},
		"more than 24 hours":       {func(s *Session) { s.ActualEnd = noon.Add(24*time.Hour + time.Millisecond) }, "actual_end"},
		"begun and cancelled":      {func(s *Session) { s.CancelledAt = noon }, "cancelled_at"},
		"cancelled at no time":     {func(s *Session) { s.ActualStart, s.CancelledAt = "", "yes" }, "cancelled_at"},
		"dosing after dosing":      {func(s *Session) { s.DosingSessionID = NewID() }, "dosing_session_id"},
		"integration after":        {func(s *Session) { s.Kind, s.DosingSessionID = Integration, NewID() }, ""},
		"check-in after":           {func(s *Session) { s.Kind, s.DosingSessionID = CheckIn, NewID() }, ""},
		"talk after":               {func(s *Session) { s.Kind, s.DosingSessionID = Talk, NewID() }, "dosing_session_id"},
		"integration after what":   {func(s *Session) { s.Kind, s.DosingSessionID = Integration, "x" }, "dosing_session_id"},
	} {
		s := dosing()
		c.change(&s)
		if got := fields(t, s.Validate()); got != c.want {
			t.Errorf("%s: refused %q, want %q", name, got, c.want)
		}
	}
}

func TestEntryTimes(t *testing.T) {
	s := dosing()
	now := noon.Add(40 * time.Hour)
	for name, c := range map[string]struct {
		at, now Instant
		want    string
	}{
		"now":                 {noon, noon, ""},
		"a minute ahead":      {noon.Add(time.Minute), noon, ""},
		"in the future":       {noon.Add(time.Minute + time.Millisecond), noon, "at"},
		"in the waiting room": {noon.Add(-12 * time.Hour), now, ""},
		"long before":         {noon.Add(-12*time.Hour - time.Millisecond), now, "at"},
		"late":                {noon.Add(36 * time.Hour), now, ""},
		"too late":            {noon.Add(36*time.Hour + time.Millisecond), now, "at"},
		"at no time":          {"", noon, "at"},
		"with a comma":        {"2026-03-12T12:00:00,000Z", noon, "at"},
	} {
		o := Observation{Entry: entryOf(s, c.at), Text: "x"}
		if got := fields(t, o.Validate(s, c.now)); got != c.want {
			t.Errorf("%s: refused %q, want %q", name, got, c.want)
		}
	}
}

// TestEntryTimesWithAWrongClock says that the clock is wrong, where it is, and
// takes the time that somebody types instead: what the clock calls the future.
func TestEntryTimesWithAWrongClock(t *testing.T) {
	s := dosing()
	s.ActualStart = noon
	const behind = "By the computer's clock"
	for name, c := range map[string]struct {
		at, now Instant
		want    string // how the refusal begins; empty for none
	}{
		"an hour back, by the clock":       {noon.Add(-time.Hour), noon.Add(-time.Hour), ""},
		"an hour back, the time typed":     {noon.Add(5 * time.Minute), noon.Add(-time.Hour), ""},
		"a day back, by the clock":         {noon.Add(-24 * time.Hour), noon.Add(-24 * time.Hour), behind},
		"a day back, the time typed":       {noon.Add(5 * time.Minute), noon.Add(-24 * time.Hour), ""},
		"a day back, a time much too late": {noon.Add(37 * time.Hour), noon.Add(-24 * time.Hour), behind},
		"the clock right, the future":      {noon.Add(2 * time.Hour), noon.Add(time.Hour), "This time lies in the future."},
	} {
		o := Observation{Entry: entryOf(s, c.at), Text: "x"}
		got := ""
		if f, ok := errors.AsType[*fault.Error](o.Validate(s, c.now)); ok {
			got = f.Fields["at"]
		}
		if c.want == "" && got != "" || !strings.HasPrefix(got, c.want) {
			t.Errorf("%s: refused %q, want %q", name, got, c.want)
		}
	}
	s.ActualStart, s.PlannedStart = "", noon
	o := Observation{Entry: entryOf(s, noon.Add(5*time.Minute)), Text: "x"}
	if got := fields(t, o.Validate(s, noon.Add(-time.Hour))); got != "at" {
		t.Errorf("before the planned start a time ahead is refused %q", got)
	}
}

func TestEntryUndoLateStrike(t *testing.T) {
	e := Entry{At: noon, RecordedAt: noon}
	for after, can := range map[time.Duration]bool{
		0: true, 10 * time.Second: true, 12 * time.Second: true, 12*time.Second + time.Millisecond: false, time.Hour: false, -time.Millisecond: false,
	} {
		if e.CanUndo(noon.Add(after)) != can {
			t.Errorf("undo after %s: %v", after, !can)
		}
	}
	if (Entry{At: noon}).CanUndo(noon) {
		t.Error("what was never recorded is not undone")
	}
	for after, late := range map[time.Duration]bool{0: false, 15 * time.Minute: false, 15*time.Minute + time.Millisecond: true, -time.Hour: false} {
		e.RecordedAt = noon.Add(after)
		if e.Late() != late {
			t.Errorf("written %s after: late %v", after, !late)
		}
	}
	for _, x := range []struct {
		at, recorded Instant
		want         string
	}{
		{noon, noon.Add(15 * time.Minute), ""},
		{noon, noon.Add(3 * time.Hour), "Written at 08:00"},
		{noon, noon.Add(24 * time.Hour), "Written on 13 March 2026 at 05:00"},
		{"2026-03-13T06:50:00.000Z", "2026-03-13T07:10:00.000Z", "Written on 13 March 2026 at 00:10"}, // over midnight there
	} {
		if got := (Entry{At: x.at, RecordedAt: x.recorded}).LateText("America/Los_Angeles"); got != x.want {
			t.Errorf("%s, written %s: %q, want %q", x.at, x.recorded, got, x.want)
		}
	}
	wantCode(t, e.Strike(noon, " \n"), fault.Invalid)
	if !e.Stands() {
		t.Error("struck without a reason")
	}
	wantCode(t, e.Strike(noon, " Wrong chart "), "")
	if e.Stands() || e.StruckAt != noon || e.StruckReason != "Wrong chart" {
		t.Errorf("struck %+v", e)
	}
	wantCode(t, e.Strike(noon, "again"), fault.Conflict)
}

func TestSessionLengthText(t *testing.T) {
	span := func(plannedStart, plannedEnd, start, end time.Duration) Session {
		return with(planned(Dosing, 1), func(s *Session) {
			for at, after := range map[*Instant]time.Duration{&s.PlannedStart: plannedStart, &s.PlannedEnd: plannedEnd, &s.ActualStart: start, &s.ActualEnd: end} {
				*at = ""
				if after >= 0 {
					*at = noon.Add(after)
				}
			}
		})
	}
	for name, c := range map[string]struct {
		s    Session
		want string
	}{
		"took":                       {had(Integration, 1), "60 min"},
		"a check-in that was held":   {had(CheckIn, 1), ""}, // nobody is asked when it ended
		"a check-in planned":         {with(planned(CheckIn, 1), func(s *Session) { s.PlannedEnd = s.PlannedStart.Add(61 * time.Minute) }), "1 h 1 min"},
		"planned":                    {span(0, 150*time.Minute, -1, -1), "2 h 30 min"},
		"planned without an end":     {span(0, -1, -1, -1), ""},
		"runs, begun early":          {span(6*time.Hour, 510*time.Minute, 0, -1), "2 h 30 min"}, // as planned
		"runs, begun late":           {span(0, 150*time.Minute, 3*time.Hour, -1), "2 h 30 min"},
		"runs, planned with no end":  {span(0, -1, 0, -1), ""},
		"runs, begun without a plan": {span(-1, -1, 0, -1), ""},
		"took longer than planned":   {span(0, 150*time.Minute, 0, 3*time.Hour), "3 h"},
	} {
		if got := c.s.LengthText(); got != c.want {
			t.Errorf("%s: %q, want %q", name, got, c.want)
		}
	}
}

func TestTookPlace(t *testing.T) {
	for _, x := range []struct {
		name string
		s    Session
		want bool
	}{
		{"planned", planned(Talk, 1), false},
		{"planned, its day gone by", planned(Talk, -100), false},
		{"open", with(had(Talk, 0), func(s *Session) { s.ActualEnd = "" }), true},
		{"ended", had(Talk, 0), true},
		{"cancelled", with(had(Talk, 0), func(s *Session) { s.CancelledAt = noon }), false},
		{"voicemail", with(had(CheckIn, 0), func(s *Session) { s.Contact = ContactVoicemail }), false},
	} {
		if got := x.s.TookPlace(); got != x.want {
			t.Errorf("%s: %v", x.name, got)
		}
	}
}
