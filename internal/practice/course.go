package practice

import (
	"slices"
	"strings"

	"snowfield/internal/fault"
)

// CourseTemplate is a plan the practice begins courses with.
type CourseTemplate struct {
	Key     string     `json:"key"`
	Name    string     `json:"name"`
	Plan    CoursePlan `json:"plan"`
	Offered bool       `json:"offered"`
}

// Normalize trims the name.
func (t *CourseTemplate) Normalize() {
	t.Name = strings.TrimSpace(t.Name)
	if t.Plan.ReviewAfter == nil {
		t.Plan.ReviewAfter = []int{}
	}
}

// CoursePlan is how many sessions of which kind, how far apart.
type CoursePlan struct {
	Preparations         int   `json:"preparations"`
	Dosings              int   `json:"dosings"`
	CadenceDays          int   `json:"cadence_days"`           // from one dosing to the next
	Integrations         int   `json:"integrations"`           // after each dosing: the first inside the window, the others later
	LaterIntegrationDays int   `json:"later_integration_days"` // from the dosing to the first later one, and on to each further one
	ReviewAfter          []int `json:"review_after"`           // dosings
	MaintenanceWeeks     int   `json:"maintenance_weeks"`      // from one maintenance dosing to the next; 0 for none
}

// Course is one client's course of treatment: its goal and its plan. A client
// has at most one that is not complete.
type Course struct {
	ID               string         `json:"id"`
	ClientID         string         `json:"client_id"`
	Goal             string         `json:"goal"`
	TemplateName     string         `json:"template_name"`
	Plan             CoursePlan     `json:"plan"`
	WindowHours      int            `json:"window_hours"`      // of its integration windows; 0: the practice's
	FirstStageHours  int            `json:"first_stage_hours"` // 0: the practice's
	StartedAt        Instant        `json:"started_at"`
	Reviews          []CourseReview `json:"reviews"`
	MaintenanceSince Instant        `json:"maintenance_since"`
	CompletedAt      Instant        `json:"completed_at"`
	Ending           CourseEnding   `json:"ending"`
	ClosingSummary   string         `json:"closing_summary"` // Markdown
	CreatedAt        Instant        `json:"created_at"`
	UpdatedAt        Instant        `json:"updated_at"`
	Version          int            `json:"version"`
}

// CourseReview is a review that took place, after so many dosings.
type CourseReview struct {
	AfterDosings int     `json:"after_dosings"`
	At           Instant `json:"at"`
	Text         string  `json:"text"`
}

// CourseEnding is how a course ended.
type CourseEnding string

// The endings.
const (
	EndingCompleted CourseEnding = "completed"
	EndingEarly     CourseEnding = "ended_early"
	EndingReferred  CourseEnding = "referred"
)

// CourseEndings lists the endings.
var CourseEndings = []CourseEnding{EndingCompleted, EndingEarly, EndingReferred}

// Complete reports whether the course is over.
func (c Course) Complete() bool { return c.CompletedAt != "" }

// Spans reports whether a session belongs to the time of the course. One that
// was cancelled does not.
func (c Course) Spans(s Session) bool {
	return s.State() != Cancelled && s.Start() >= c.StartedAt && (!c.Complete() || s.Start() < c.CompletedAt)
}

// Validate refuses a plan outside what a course can hold and an override of
// the window outside 36 to 96 hours.
func (c Course) Validate() error {
	var k fault.Check
	CheckID(&k, "id", c.ID)
	CheckID(&k, "client_id", c.ClientID)
	checkText(&k, "goal", c.Goal)
	checkLine(&k, "template_name", c.TemplateName)
	c.Plan.check(&k, "plan.")
	if c.WindowHours != 0 && (c.WindowHours < 36 || c.WindowHours > 96) {
		k.Refuse("window_hours", "Choose 36 to 96 hours, or leave it to the practice's setting.")
	}
	if c.FirstStageHours < 0 || c.FirstStageHours > max(c.WindowHours, 0) {
		k.Refuse("first_stage_hours", "The first stage lies inside the window.")
	}
	if (c.WindowHours == 0) != (c.FirstStageHours == 0) {
		k.Refuse("first_stage_hours", "Give both the window and its first stage, or neither.")
	}
	checkInstant(&k, "started_at", c.StartedAt, true)
	checkText(&k, "closing_summary", c.ClosingSummary)
	return k.Err()
}

// Windows returns the practice's settings with the hours of the windows this
// course has of its own.
func (c Course) Windows(s Settings) Settings {
	if c.WindowHours > 0 {
		s.WindowHours, s.FirstStageHours = c.WindowHours, c.FirstStageHours
	}
	return s
}

// Review records a review after so many dosings; a second one after the same
// number takes the place of the first. It refuses a number of dosings that
// were not held and a review without words.
func (c *Course) Review(r CourseReview, dosingsDone int) error {
	if c.Complete() {
		return c.over()
	}
	r.Text = strings.TrimSpace(r.Text)
	var k fault.Check
	if r.AfterDosings < 1 || r.AfterDosings > dosingsDone {
		k.Refuse("after_dosings", "Choose a number of dosing sessions that were held.")
	}
	if r.Text == "" {
		k.Refuse("text", "Write what the review found.")
	}
	checkText(&k, "text", r.Text)
	if err := k.Err(); err != nil {
		return err
	}
	i := slices.IndexFunc(c.Reviews, func(x CourseReview) bool { return x.AfterDosings == r.AfterDosings })
	switch {
	case i < 0:
		c.Reviews = append(c.Reviews, r)
	case c.Reviews[i].Text != r.Text:
		c.Reviews = slices.Clone(c.Reviews)
		c.Reviews[i] = r
	}
	return nil
}

// Maintain begins maintenance. It refuses while dosings of the plan are left
// and a plan that says nothing of maintenance.
func (c *Course) Maintain(dosingsDone int, now Instant) error {
	switch {
	case c.Complete():
		return c.over()
	case c.Plan.MaintenanceWeeks == 0:
		return fault.New(fault.Blocked, "The plan has no maintenance. Change the plan first: say how many weeks lie between.")
	case dosingsDone < c.Plan.Dosings:
		return fault.New(fault.Blocked, "Maintenance follows the last dosing session of the plan. Change the plan first if no more are to come.")
	case c.MaintenanceSince == "":
		c.MaintenanceSince = now
	}
	return nil
}

// End completes the course with its ending and a closing summary. Saying the
// same once more is harmless.
func (c *Course) End(ending CourseEnding, summary string, now Instant) error {
	summary = strings.TrimSpace(summary)
	if c.Complete() && (ending != c.Ending || summary != c.ClosingSummary) {
		return c.over()
	} else if c.Complete() {
		return nil
	}
	var k fault.Check
	if !slices.Contains(CourseEndings, ending) {
		k.Refuse("ending", "Choose how the course ended.")
	}
	if summary == "" {
		k.Refuse("closing_summary", "Write the closing summary: where it led, and what was agreed for afterwards.")
	}
	checkText(&k, "closing_summary", summary)
	if err := k.Err(); err != nil {
		return err
	}
	c.CompletedAt, c.Ending, c.ClosingSummary = now, ending, summary
	return nil
}

func (c Course) over() error {
	return fault.New(fault.Conflict, "This course is complete and is kept as it is. Begin another one if treatment goes on.")
}

// Validate refuses a template without a name and a plan a course cannot hold.
func (t CourseTemplate) Validate() error {
	var k fault.Check
	if t.Key == "" {
		k.Refuse("key", "This template has no key.")
	}
	if strings.TrimSpace(t.Name) == "" {
		k.Refuse("name", "Give the template a name.")
	}
	checkLine(&k, "key", t.Key)
	checkLine(&k, "name", t.Name)
	t.Plan.check(&k, "plan.")
	return k.Err()
}

func (p CoursePlan) check(k *fault.Check, under string) {
	for _, x := range []struct {
		field     string
		value     int
		low, high int
		say       string
	}{
		{"preparations", p.Preparations, 0, 10, "Choose 0 to 10."},
		{"dosings", p.Dosings, 1, 30, "Choose 1 to 30."},
		{"cadence_days", p.CadenceDays, 1, 90, "Choose 1 to 90 days."},
		{"integrations", p.Integrations, 0, 5, "Choose 0 to 5."},
		{"later_integration_days", p.LaterIntegrationDays, 0, 60, "Choose 0 to 60 days."},
		{"maintenance_weeks", p.MaintenanceWeeks, 0, 26, "Choose 0 to 26 weeks."},
	} {
		if x.value < x.low || x.value > x.high {
			k.Refuse(under+x.field, x.say)
		}
	}
	last := 0
	for _, after := range p.ReviewAfter {
		if after <= last || after > p.Dosings {
			k.Refuse(under+"review_after", "Name dosing sessions of the plan in their order, such as 2, 6.")
		}
		last = after
	}
}
