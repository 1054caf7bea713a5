package practice

import (
	"fmt"
	"reflect"
	"strings"
	"testing"
	"time"

	"snowfield/internal/fault"
)

const day = 24 * time.Hour

// course is a plan of everything, begun at noon.
func course() Course {
	return Course{
		ID: NewID(), ClientID: "00000000-0000-7000-8000-00000000000c", StartedAt: noon,
		Plan: CoursePlan{Preparations: 1, Dosings: 2, CadenceDays: 14, Integrations: 2, LaterIntegrationDays: 7, ReviewAfter: []int{2}, MaintenanceWeeks: 6},
	}
}

// held makes the sessions of a test, one an hour long each, with the windows
// that opened, met as they were.
func held(sessions ...Session) []Held {
	list := make([]Held, 0, len(sessions))
	for _, s := range sessions {
		h := Held{Session: s}
		if s.Kind == Dosing && s.ActualStart != "" && s.Zone != "not given" {
			h.FirstAt = s.ActualStart.Add(10 * time.Minute)
			w, _ := WindowOf(s, s.Participants[0].ClientID, []DoseEvent{{Entry: Entry{At: h.FirstAt}, TakenUg: 1}}, DefaultSettings())
			w = w.Meet(s, sessions)
			h.Window = &w
		}
		list = append(list, h)
	}
	return list
}

// had is an ended session, so many hours after noon.
func had(kind SessionKind, hours int) Session {
	s := dosing()
	at := noon.Add(time.Duration(hours) * time.Hour)
	s.ID, s.Kind, s.PlannedStart, s.ActualStart, s.ActualEnd = fmt.Sprintf("%s at %d", kind, hours), kind, at, at, at.Add(time.Hour)
	return s
}

func planned(kind SessionKind, hours int) Session {
	s := had(kind, hours)
	s.ActualStart, s.ActualEnd = "", ""
	return s
}

func with(s Session, change func(*Session)) Session {
	change(&s)
	return s
}

func TestProgress(t *testing.T) {
	stillOpen := func(s *Session) { s.ActualEnd = "" }
	notGiven := func(s *Session) { s.Zone = "not given" }
	cancelled := func(s *Session) { s.CancelledAt = noon }
	voicemail := func(s *Session) { s.Contact = ContactVoicemail }
	after := func(id string) func(*Session) { return func(s *Session) { s.DosingSessionID = id } }
	first := had(Dosing, 24)
	whole := []Session{
		had(Preparation, 1), first, had(Integration, 48), had(Integration, 8*24),
		had(Dosing, 15*24), had(Integration, 16*24), had(Integration, 22*24),
	}
	reviewed := func(c *Course) { c.Reviews = []CourseReview{{AfterDosings: 2, At: noon.Add(23 * day)}} }
	maintained := func(c *Course) { reviewed(c); c.MaintenanceSince = noon.Add(24 * day) }

	for name, x := range map[string]struct {
		change   func(*Course)
		sessions []Session
		now      time.Duration // after noon
		steps    string        // key, state and when, a line each
		text     string
	}{
		"nothing yet": {nil, nil, 0, `
			preparation-1 next
			dosing-1 coming
			integration-1-1 coming
			integration-1-2 coming
			dosing-2 coming
			integration-2-1 coming
			integration-2-2 coming
			review-2 coming`, "0 of 2 dosing sessions. Next: preparation 1 of 1"},
		"prepared, the dosing is planned": {nil, []Session{had(Preparation, 1), planned(Dosing, 24)}, 2 * time.Hour, `
			preparation-1 done Today
			dosing-1 planned Planned for tomorrow at 12:00
			integration-1-1 next
			integration-1-2 coming
			dosing-2 coming About 27 Mar
			integration-2-1 coming
			integration-2-2 coming
			review-2 coming`, "0 of 2 dosing sessions. Next: dosing 1 of 2, planned for tomorrow at 12:00"},
		"the dosing is open, no dose yet": {nil, []Session{had(Preparation, 1), with(first, func(s *Session) { stillOpen(s); notGiven(s) })}, 24 * time.Hour, `
			preparation-1 done Yesterday
			dosing-1 open Open since 12:00
			integration-1-1 next
			integration-1-2 coming
			dosing-2 coming About 27 Mar
			integration-2-1 coming
			integration-2-2 coming
			review-2 coming`, "0 of 2 dosing sessions. Now: dosing 1 of 2"},
		"the dosing is open, dose given": {nil, []Session{had(Preparation, 1), with(first, stillOpen)}, 25 * time.Hour, `
			preparation-1 done Yesterday
			dosing-1 open Open since 12:10
			integration-1-1 next Until Monday at 12:10
			integration-1-2 coming About 20 Mar
			dosing-2 coming About 27 Mar
			integration-2-1 coming
			integration-2-2 coming
			review-2 coming`, "0 of 2 dosing sessions. Next: integration after dosing 1, until Monday at 12:10"},
		"inside the window, nothing planned; the preparation was left out": {nil, []Session{first}, 30 * time.Hour, `
			preparation-1 missed Not held
			dosing-1 done Today
			integration-1-1 next Until Monday at 12:10
			integration-1-2 coming About 20 Mar
			dosing-2 coming About 27 Mar
			integration-2-1 coming
			integration-2-2 coming
			review-2 coming`, "1 of 2 dosing sessions. Next: integration after dosing 1, until Monday at 12:10"},
		"the integration is planned inside the window": {nil, []Session{had(Preparation, 1), first, planned(Integration, 48)}, 30 * time.Hour, `
			preparation-1 done Yesterday
			dosing-1 done Today
			integration-1-1 planned Planned for tomorrow at 12:00
			integration-1-2 next About 20 Mar
			dosing-2 coming About 27 Mar
			integration-2-1 coming
			integration-2-2 coming
			review-2 coming`, "1 of 2 dosing sessions. Next: integration after dosing 1, planned for tomorrow at 12:00"},
		"the planned integration was not held in time": {nil, []Session{had(Preparation, 1), first, planned(Integration, 48)}, 5 * day, `
			preparation-1 done Thursday
			dosing-1 done Friday
			integration-1-1 missed Missed, the window closed yesterday at 12:10
			integration-1-2 planned Planned for Saturday at 12:00
			dosing-2 next About 27 Mar
			integration-2-1 coming
			integration-2-2 coming
			review-2 coming`, "1 of 2 dosing sessions. Next: later integration after dosing 1, planned for Saturday at 12:00"},
		"a check-in meets the window, the session is still to be planned": {nil, []Session{had(Preparation, 1), first, had(CheckIn, 30)}, 2 * day, `
			preparation-1 done Thursday
			dosing-1 done Yesterday
			integration-1-1 next Window met by a check-in
			integration-1-2 coming About 20 Mar
			dosing-2 coming About 27 Mar
			integration-2-1 coming
			integration-2-2 coming
			review-2 coming`, "1 of 2 dosing sessions. Next: integration after dosing 1, window met by a check-in"},
		"and is not missed once the window has closed": {nil, []Session{had(Preparation, 1), first, had(CheckIn, 30)}, 5 * day, `
			preparation-1 done Thursday
			dosing-1 done Friday
			integration-1-1 next Window met by a check-in
			integration-1-2 coming About 20 Mar
			dosing-2 coming About 27 Mar
			integration-2-1 coming
			integration-2-2 coming
			review-2 coming`, "1 of 2 dosing sessions. Next: integration after dosing 1, window met by a check-in"},
		"after a check-in the session is planned past the window": {nil, []Session{had(Preparation, 1), first, had(CheckIn, 30), planned(Integration, 6*24)}, 2 * day, `
			preparation-1 done Thursday
			dosing-1 done Yesterday
			integration-1-1 planned Planned for Wednesday at 12:00
			integration-1-2 next About 20 Mar
			dosing-2 coming About 27 Mar
			integration-2-1 coming
			integration-2-2 coming
			review-2 coming`, "1 of 2 dosing sessions. Next: integration after dosing 1, planned for Wednesday at 12:00"},
		"after a check-in the session is held inside the window": {nil, []Session{had(Preparation, 1), first, had(CheckIn, 30), had(Integration, 50)}, 5 * day, `
			preparation-1 done Thursday
			dosing-1 done Friday
			integration-1-1 done Saturday
			integration-1-2 next About 20 Mar
			dosing-2 coming About 27 Mar
			integration-2-1 coming
			integration-2-2 coming
			review-2 coming`, "1 of 2 dosing sessions. Next: later integration after dosing 1, about 20 Mar"},
		"after a check-in alone the next dosing took place": {nil, []Session{had(Preparation, 1), first, had(CheckIn, 30), had(Dosing, 10*24)}, 11 * day, `
			preparation-1 done 12 Mar
			dosing-1 done 13 Mar
			integration-1-1 missed Not held, the window was met by a check-in
			integration-1-2 missed Not held
			dosing-2 done Yesterday
			integration-2-1 next Until Wednesday at 12:10
			integration-2-2 coming About 29 Mar
			review-2 coming`, "2 of 2 dosing sessions. Next: integration after dosing 2, until Wednesday at 12:10"},
		"what is planned for today comes before what is overdue": {nil, []Session{had(Preparation, 1), first, had(Integration, 48), planned(Dosing, 15*24)}, 15*day - 3*time.Hour, `
			preparation-1 done 12 Mar
			dosing-1 done 13 Mar
			integration-1-1 done 14 Mar
			integration-1-2 next Was due 20 Mar
			dosing-2 planned Planned for today at 12:00
			integration-2-1 coming
			integration-2-2 coming
			review-2 coming`, "1 of 2 dosing sessions. Next: dosing 2 of 2, planned for today at 12:00"},
		"and not before the day": {nil, []Session{had(Preparation, 1), first, had(Integration, 48), planned(Dosing, 15*24)}, 14 * day, `
			preparation-1 done 12 Mar
			dosing-1 done 13 Mar
			integration-1-1 done 14 Mar
			integration-1-2 next Was due Friday
			dosing-2 planned Planned for tomorrow at 12:00
			integration-2-1 coming
			integration-2-2 coming
			review-2 coming`, "1 of 2 dosing sessions. Next: later integration after dosing 1, was due Friday"},
		"a voicemail meets no window": {nil, []Session{had(Preparation, 1), first, with(had(CheckIn, 30), voicemail)}, 5 * day, `
			preparation-1 done Thursday
			dosing-1 done Friday
			integration-1-1 missed Missed, the window closed yesterday at 12:10
			integration-1-2 next About 20 Mar
			dosing-2 coming About 27 Mar
			integration-2-1 coming
			integration-2-2 coming
			review-2 coming`, "1 of 2 dosing sessions. Next: later integration after dosing 1, about 20 Mar"},
		"the window was missed, the next dosing took place": {nil, []Session{had(Preparation, 1), first, had(Dosing, 10*24)}, 11 * day, `
			preparation-1 done 12 Mar
			dosing-1 done 13 Mar
			integration-1-1 missed Missed, the window closed 16 Mar at 12:10
			integration-1-2 missed Not held
			dosing-2 done Yesterday
			integration-2-1 next Until Wednesday at 12:10
			integration-2-2 coming About 29 Mar
			review-2 coming`, "2 of 2 dosing sessions. Next: integration after dosing 2, until Wednesday at 12:10"},
		"a contact that names the dosing counts for it alone": {nil, []Session{had(Preparation, 1), first, had(Dosing, 10*24), with(had(Integration, 11*24), after(first.ID))}, 11*day + 2*time.Hour, `
			preparation-1 done 12 Mar
			dosing-1 done 13 Mar
			integration-1-1 missed Missed, the window closed 16 Mar at 12:10
			integration-1-2 done Today
			dosing-2 done Yesterday
			integration-2-1 done Today
			integration-2-2 next About 29 Mar
			review-2 coming`, "2 of 2 dosing sessions. Next: later integration after dosing 2, about 29 Mar"},
		"cancelled, not given and before the course do not count": {nil, []Session{had(Preparation, -24), had(Dosing, -20), with(planned(Preparation, 3), cancelled), with(first, notGiven)}, 30 * time.Hour, `
			preparation-1 next
			dosing-1 coming
			integration-1-1 coming
			integration-1-2 coming
			dosing-2 coming
			integration-2-1 coming
			integration-2-2 coming
			review-2 coming`, "0 of 2 dosing sessions. Next: preparation 1 of 1"},
		"the review is all that is left": {nil, whole, 23 * day, `
			preparation-1 done 12 Mar
			dosing-1 done 13 Mar
			integration-1-1 done 14 Mar
			integration-1-2 done 20 Mar
			dosing-2 done 27 Mar
			integration-2-1 done 28 Mar
			integration-2-2 done Yesterday
			review-2 next`, "2 of 2 dosing sessions. Next: review after dosing 2"},
		"all done": {reviewed, whole, 24 * day, `
			preparation-1 done 12 Mar
			dosing-1 done 13 Mar
			integration-1-1 done 14 Mar
			integration-1-2 done 20 Mar
			dosing-2 done 27 Mar
			integration-2-1 done 28 Mar
			integration-2-2 done Friday
			review-2 done Yesterday`, "2 of 2 dosing sessions. Every step of the plan is behind you"},
		"a dosing beyond the plan": {reviewed, append(whole, planned(Dosing, 30*24)), 24 * day, `
			preparation-1 done 12 Mar
			dosing-1 done 13 Mar
			integration-1-1 done 14 Mar
			integration-1-2 done 20 Mar
			dosing-2 done 27 Mar
			integration-2-1 done 28 Mar
			integration-2-2 done Friday
			review-2 done Yesterday
			dosing-3 planned Planned for Saturday at 12:00
			integration-3-1 next
			integration-3-2 coming`, "2 of 2 dosing sessions. Next: dosing 3, beyond the plan, planned for Saturday at 12:00"},
		"maintenance begins": {maintained, whole, 24 * day, `
			preparation-1 done 12 Mar
			dosing-1 done 13 Mar
			integration-1-1 done 14 Mar
			integration-1-2 done 20 Mar
			dosing-2 done 27 Mar
			integration-2-1 done 28 Mar
			integration-2-2 done Friday
			review-2 done Yesterday
			maintenance-1 next About 8 May`, "2 of 2 dosing sessions. Next: maintenance 1, about 8 May"},
		"maintenance goes on": {maintained, append(whole, had(Dosing, 57*24), had(CheckIn, 58*24)), 65 * day, `
			preparation-1 done 12 Mar
			dosing-1 done 13 Mar
			integration-1-1 done 14 Mar
			integration-1-2 done 20 Mar
			dosing-2 done 27 Mar
			integration-2-1 done 28 Mar
			integration-2-2 done 3 Apr
			review-2 done 4 Apr
			maintenance-1 done 8 May
			integration-3-1 next Window met by a check-in
			integration-3-2 coming Was due yesterday
			maintenance-2 coming About 19 Jun`, "2 of 2 dosing sessions and 1 more. Next: integration after maintenance 1, window met by a check-in"},
		"over before its end": {func(c *Course) { c.CompletedAt, c.Ending = noon.Add(26*time.Hour), EndingReferred }, []Session{had(Preparation, 1), first, had(CheckIn, 40)}, 30 * day, `
			preparation-1 done 12 Mar
			dosing-1 done 13 Mar
			integration-1-1 missed Not held, the window was met by a check-in
			integration-1-2 missed Not held
			dosing-2 missed Not held
			integration-2-1 missed Not held
			integration-2-2 missed Not held
			review-2 missed Not held`, "1 of 2 dosing sessions. Referred on, 13 Mar"},
		"a plan of one dosing and nothing else": {func(c *Course) { c.Plan = CoursePlan{Dosings: 1, CadenceDays: 14} }, []Session{first}, 30 * time.Hour, `
			dosing-1 done Today`, "1 of 1 dosing session. Every step of the plan is behind you"},
		"an empty plan": {func(c *Course) { c.Plan = CoursePlan{}; c.MaintenanceSince = noon }, nil, 0, "", "0 of 0 dosing sessions. Every step of the plan is behind you"},
	} {
		c := course()
		if x.change != nil {
			x.change(&c)
		}
		p := c.Progress(held(x.sessions...), noon.Add(x.now), "UTC")
		var got []string
		for _, s := range p.Steps {
			got = append(got, strings.TrimSpace(s.Key+" "+string(s.State)+" "+s.WhenText))
		}
		if want := strings.ReplaceAll(strings.TrimSpace(x.steps), "\t", ""); strings.Join(got, "\n") != want {
			t.Errorf("%s:\n%s\nwant\n%s", name, strings.Join(got, "\n"), want)
		}
		if p.Text != x.text {
			t.Errorf("%s: %q, want %q", name, p.Text, x.text)
		}
	}
}

// In a couple's session the dose of one does not count for the other.
func TestProgressOfACouple(t *testing.T) {
	c := course()
	both := had(Dosing, 24)
	both.Participants = append(both.Participants, Participant{ID: NewID(), ClientID: NewID()})
	for given, want := range map[Instant]int{both.ActualStart: 1, "": 0} {
		p := c.Progress([]Held{{Session: both, FirstAt: given}}, noon.Add(30*time.Hour), "UTC")
		if p.DosingsDone != want {
			t.Errorf("dose at %q: %d done, want %d", given, p.DosingsDone, want)
		}
	}
}

// A cadence is in days of the calendar: the next dosing is due at the same
// time of day when the clocks change between.
func TestCadenceKeepsTheTimeOfDay(t *testing.T) {
	for _, c := range []struct{ zone, at, want string }{
		{"America/Los_Angeles", "2026-03-01T18:00:00.000Z", "2026-03-15 10:00"},
		{"Europe/Berlin", "2026-10-20T08:00:00.000Z", "2026-11-03 10:00"},
		{"Australia/Lord_Howe", "2026-03-29T23:00:00.000Z", "2026-04-13 10:00"},
	} {
		if got := Instant(c.at).addDays(14, c.zone).In(c.zone).Format("2006-01-02 15:04"); got != c.want {
			t.Errorf("%s: %s, want %s", c.zone, got, c.want)
		}
	}
}

func TestStepActs(t *testing.T) {
	for _, c := range []struct {
		step Step
		act  string
		on   Date
	}{
		{Step{Kind: string(Preparation), Label: "Preparation 2 of 2"}, "Plan preparation 2", "2026-03-12"},
		{Step{Kind: string(Dosing), Label: "Dosing 4 of 6", DueAt: noon.Add(3 * day)}, "Plan dosing 4", "2026-03-15"},
		{Step{Kind: string(Dosing), Label: "Dosing 4 of 6", DueAt: noon.Add(-3 * day)}, "Plan dosing 4", "2026-03-12"},
		{Step{Kind: string(Integration), Label: "Integration after dosing 3", DueAt: noon.Add(3 * day), InWindow: true}, "Plan integration after dosing 3", "2026-03-13"},
		{Step{Kind: string(Integration), Label: "Integration after dosing 3", DueAt: noon.Add(20 * time.Hour), InWindow: true}, "Plan integration after dosing 3", "2026-03-12"},
		{Step{Kind: string(Integration), Label: "Integration after dosing 3", DueAt: noon.Add(-20 * time.Hour), MetAt: noon.Add(-30 * time.Hour)}, "Plan integration after dosing 3", "2026-03-12"},
		{Step{Kind: StepReview, Label: "Review after dosing 2"}, "Record the review after dosing 2", "2026-03-12"},
		{Step{Kind: StepMaintenance, Label: "Maintenance 1"}, "Plan maintenance 1", "2026-03-12"},
	} {
		if act, on := c.step.Act(), c.step.PlanOn(noon, "UTC"); act != c.act || on != c.on {
			t.Errorf("%s: %q on %s, want %q on %s", c.step.Label, act, on, c.act, c.on)
		}
	}
}

func TestStartOfDay(t *testing.T) {
	for _, c := range []struct {
		day  Date
		zone string
		want Instant
	}{
		{"2026-03-12", "UTC", "2026-03-12T00:00:00.000Z"},
		{"2026-03-12", "America/Los_Angeles", "2026-03-12T07:00:00.000Z"},
		{"2026-03-12", "Nowhere/Atall", "2026-03-12T00:00:00.000Z"},
		{"2026-13-12", "UTC", ""},
		{"", "UTC", ""},
	} {
		if got := c.day.StartOfDay(c.zone); got != c.want {
			t.Errorf("%s in %s: %s, want %s", c.day, c.zone, got, c.want)
		}
	}
}

func TestCourseActs(t *testing.T) {
	over := func(c *Course) { c.CompletedAt, c.Ending = noon, EndingEarly }
	for name, x := range map[string]struct {
		change func(*Course)
		act    func(*Course) error
		code   fault.Code
		fields string
	}{
		"a review":                           {nil, func(c *Course) error { return c.Review(CourseReview{2, noon, "Better"}, 2) }, "", ""},
		"a review of what was not held":      {nil, func(c *Course) error { return c.Review(CourseReview{2, noon, "Better"}, 1) }, fault.Invalid, "after_dosings"},
		"a review without words":             {nil, func(c *Course) error { return c.Review(CourseReview{1, noon, " "}, 1) }, fault.Invalid, "text"},
		"a review afterwards":                {over, func(c *Course) error { return c.Review(CourseReview{1, noon, "Better"}, 1) }, fault.Conflict, ""},
		"maintenance":                        {nil, func(c *Course) error { return c.Maintain(2, noon) }, "", ""},
		"maintenance too early":              {nil, func(c *Course) error { return c.Maintain(1, noon) }, fault.Blocked, ""},
		"maintenance the plan does not have": {func(c *Course) { c.Plan.MaintenanceWeeks = 0 }, func(c *Course) error { return c.Maintain(2, noon) }, fault.Blocked, ""},
		"maintenance afterwards":             {over, func(c *Course) error { return c.Maintain(2, noon) }, fault.Conflict, ""},
		"the end":                            {nil, func(c *Course) error { return c.End(EndingCompleted, "Well", noon) }, "", ""},
		"an end without a summary":           {nil, func(c *Course) error { return c.End(EndingCompleted, " ", noon) }, fault.Invalid, "closing_summary"},
		"an end of no kind":                  {nil, func(c *Course) error { return c.End("", "Well", noon) }, fault.Invalid, "ending"},
		"the same end once more":             {func(c *Course) { over(c); c.ClosingSummary = "Well" }, func(c *Course) error { return c.End(EndingEarly, "Well", noon.Add(day)) }, "", ""},
		"a second end":                       {over, func(c *Course) error { return c.End(EndingCompleted, "Well", noon) }, fault.Conflict, ""},
	} {
		c := course()
		if x.change != nil {
			x.change(&c)
		}
		err := x.act(&c)
		if fault.CodeOf(err) != x.code {
			t.Errorf("%s: %v, want %q", name, err, x.code)
		} else if x.code == fault.Invalid && fields(t, err) != x.fields {
			t.Errorf("%s: refused %s, want %s", name, fields(t, err), x.fields)
		}
	}

	c := course()
	for _, text := range []string{"Better", "Better", "Much better"} {
		if err := c.Review(CourseReview{1, noon.Add(time.Duration(len(text)) * time.Hour), text}, 1); err != nil {
			t.Fatal(err)
		}
	}
	if len(c.Reviews) != 1 || c.Reviews[0].Text != "Much better" || c.Reviews[0].At != noon.Add(11*time.Hour) {
		t.Errorf("reviews %+v", c.Reviews)
	}
}

func TestCourseValidate(t *testing.T) {
	fine := course()
	fine.ClientID = NewID()
	for want, change := range map[string]func(*Course){
		"":                            func(*Course) {},
		"plan.dosings":                func(c *Course) { c.Plan.Dosings, c.Plan.ReviewAfter = 0, nil },
		"plan.preparations":           func(c *Course) { c.Plan.Preparations = -1 },
		"plan.cadence_days":           func(c *Course) { c.Plan.CadenceDays = 0 },
		"plan.integrations":           func(c *Course) { c.Plan.Integrations = 6 },
		"plan.later_integration_days": func(c *Course) { c.Plan.LaterIntegrationDays = 61 },
		"plan.maintenance_weeks":      func(c *Course) { c.Plan.MaintenanceWeeks = 27 },
		"plan.review_after":           func(c *Course) { c.Plan.ReviewAfter = []int{2, 1} },
		"window_hours":                func(c *Course) { c.WindowHours, c.FirstStageHours = 97, 48 },
		"first_stage_hours":           func(c *Course) { c.WindowHours, c.FirstStageHours = 72, 73 },
		"started_at":                  func(c *Course) { c.StartedAt = "" },
	} {
		c := fine
		change(&c)
		if got := fields(t, c.Validate()); got != want {
			t.Errorf("refused %q, want %q", got, want)
		}
	}
	for plan, want := range map[[2]int]string{{0, 0}: "", {72, 48}: "", {96, 36}: "", {72, 0}: "first_stage_hours", {0, 48}: "first_stage_hours"} {
		c := fine
		c.WindowHours, c.FirstStageHours = plan[0], plan[1]
		if got := fields(t, c.Validate()); got != want {
			t.Errorf("windows %v: refused %q, want %q", plan, got, want)
		}
	}
	if s := (Course{}).Windows(DefaultSettings()); !reflect.DeepEqual(s, DefaultSettings()) {
		t.Errorf("a course without hours of its own: %+v", s)
	}
	if s := (Course{WindowHours: 96, FirstStageHours: 36}).Windows(DefaultSettings()); s.WindowHours != 96 || s.FirstStageHours != 36 {
		t.Errorf("a course with its own hours: %+v", s)
	}
}
