package practice

import (
	"strings"
	"testing"
	"time"

	"snowfield/internal/fault"
)

func TestLiftIsChecked(t *testing.T) {
	in := readied()
	in.Clearances = nil
	in.Consents = nil
	r := Ready(in)
	decision := Lift{
		ID: NewID(), ParticipantID: in.Participant.ID, CheckKey: "clearance_missing", Kind: LiftDecision,
		PrescriberName: " Dr. L ", DecidedAt: noon, Said: " Go on. ", ReadBack: true,
	}
	reason := Lift{ID: NewID(), ParticipantID: in.Participant.ID, CheckKey: "consent_missing:kap", Kind: LiftReason, Reason: " Signed on paper. "}
	for name, c := range map[string]struct {
		of     Lift
		change func(*Lift)
		fields string
	}{
		"decision":                         {decision, func(*Lift) {}, ""},
		"reason":                           {reason, func(*Lift) {}, ""},
		"decision on what a reason is for": {decision, func(l *Lift) { l.CheckKey = "consent_missing:kap" }, ""},
		"reason on what is decided":        {reason, func(l *Lift) { l.CheckKey = "clearance_missing" }, "kind"},
		"no kind":                          {decision, func(l *Lift) { l.Kind = "" }, "kind"},
		"no reason":                        {reason, func(l *Lift) { l.Reason = " " }, "reason"},
		"nobody":                           {decision, func(l *Lift) { l.PrescriberName = " " }, "prescriber_name"},
		"nothing said":                     {decision, func(l *Lift) { l.Said = "" }, "said"},
		"not read back":                    {decision, func(l *Lift) { l.ReadBack = false }, "read_back"},
		"no time":                          {decision, func(l *Lift) { l.DecidedAt = "" }, "decided_at"},
		"in the future":                    {decision, func(l *Lift) { l.DecidedAt = noon.Add(time.Minute) }, "decided_at"},
		"30 days old":                      {decision, func(l *Lift) { l.DecidedAt = noon.Add(-30 * 24 * time.Hour) }, ""},
		"older than that":                  {decision, func(l *Lift) { l.DecidedAt = noon.Add(-30*24*time.Hour - time.Minute) }, "decided_at"},
		"another's":                        {reason, func(l *Lift) { l.ParticipantID = NewID() }, "participant_id"},
		"no id":                            {reason, func(l *Lift) { l.ID = "" }, "id"},
	} {
		l := c.of
		c.change(&l)
		if got := fields(t, l.Validate(r, noon)); got != c.fields {
			t.Errorf("%s: refused %q, want %q", name, got, c.fields)
		}
	}
	for _, key := range []string{"", "clearance", "age_unknown", "day_identity", "consent_missing:touch"} {
		l := decision
		l.CheckKey = key
		wantCode(t, l.Validate(r, noon), fault.Conflict)
	}
	if err := decision.Validate(r, noon); err != nil || decision.CheckText != "There is no clearance from a prescriber." || decision.Said != "Go on." || decision.PrescriberName != "Dr. L" {
		t.Errorf("%v, %+v", err, decision)
	}
}

// A start keeps the clearance in force, the preparation and the day's answers;
// what is not there is empty.
func TestStartOf(t *testing.T) {
	in := readied()
	in.Clearances = Standing([]Clearance{in.Clearances[0].Clearance}, nil, in.Today)
	in.Preparation.SafetyPlan, in.Day.RideHome.Name = "Call Kim.", "Kim"
	start := StartOf(in, "")
	if start.ClearanceID != "c1" || start.Readiness.Blocked || start.Preparation.SafetyPlan != "Call Kim." || start.Day.RideHome.Name != "Kim" || start.Deviation != "" {
		t.Errorf("%+v", start)
	}
	in.Clearances[0].State, in.Preparation, in.Day = ClearanceSuspended, nil, nil
	in.Clearances[0].Clearance.SuspendedAt = noon
	start = StartOf(in, "The power was out.")
	if start.ClearanceID != "" || !start.Readiness.Blocked || start.Preparation.ClientID != in.Client.ID || start.Day.ParticipantID != in.Participant.ID || start.Deviation == "" {
		t.Errorf("%+v", start)
	}
}

func TestLiftedText(t *testing.T) {
	for want, n := range map[string]int{"": 0, "One thing lifted at the start": 1, "Two things lifted at the start": 2} {
		r := Readiness{Checks: []Check{{State: CheckWarns}}}
		for range n {
			r.Checks = append(r.Checks, Check{State: CheckLifted})
		}
		if got := r.LiftedText(); got != want {
			t.Errorf("%d: %q", n, got)
		}
	}
}

func TestHappened(t *testing.T) {
	planned := dosing()
	planned.ActualStart = ""
	now := noon.Add(5 * time.Hour)
	for name, c := range map[string]struct {
		change     func(*Session)
		start, end Instant
		reason     string
		code       fault.Code
	}{
		"as it was":       {func(*Session) {}, noon, noon.Add(time.Hour), "The power was out.", ""},
		"no reason":       {func(*Session) {}, noon, noon.Add(time.Hour), " ", fault.Invalid},
		"too long":        {func(*Session) {}, noon, noon.Add(time.Hour), strings.Repeat("x", 20_001), fault.Invalid},
		"no start":        {func(*Session) {}, "", noon.Add(time.Hour), "r", fault.Invalid},
		"no end":          {func(*Session) {}, noon, "", "r", fault.Invalid},
		"turned round":    {func(*Session) {}, noon.Add(time.Hour), noon, "r", fault.Invalid},
		"not over yet":    {func(*Session) {}, noon, now.Add(time.Minute), "r", fault.Invalid},
		"over a day long": {func(*Session) {}, noon.Add(-48 * time.Hour), noon, "r", fault.Invalid},
		"begun":           {func(s *Session) { s.ActualStart = noon }, noon, noon.Add(time.Hour), "r", fault.Conflict},
		"cancelled":       {func(s *Session) { s.CancelledAt = noon }, noon, noon.Add(time.Hour), "r", fault.Conflict},
		"a talk":          {func(s *Session) { s.Kind = Talk }, noon, noon.Add(time.Hour), "r", fault.Conflict},
	} {
		s := planned
		c.change(&s)
		before := s
		err := s.Happened(c.start, c.end, c.reason, now)
		if fault.CodeOf(err) != c.code {
			t.Errorf("%s: %v", name, err)
		}
		if err != nil && (s.ActualStart != before.ActualStart || s.ActualEnd != before.ActualEnd) {
			t.Errorf("%s: changed though refused", name)
		}
		if err == nil && s.State() != Ended {
			t.Errorf("%s: %s", name, s.State())
		}
	}
}
