package practice

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
	"time"
)

// StepState is where a step of the plan stands.
type StepState string

// The states. A missed step is one whose time went by without it: the window
// of an integration closed, the dosing that was to follow took place, or the
// course is over.
const (
	StepDone    StepState = "done"
	StepMissed  StepState = "missed"
	StepOpen    StepState = "open" // being held now
	StepPlanned StepState = "planned"
	StepNext    StepState = "next" // the one to plan or to do now
	StepComing  StepState = "coming"
)

// Step is one step of a course against what was done.
type Step struct {
	Key       string    `json:"key"`   // "dosing-3", "review-2", "integration-3-1"
	Kind      string    `json:"kind"`  // a SessionKind, "review" or "maintenance"
	Label     string    `json:"label"` // "Dosing 3 of 6"
	State     StepState `json:"state"`
	SessionID string    `json:"session_id"` // that fills it
	FollowsID string    `json:"follows_id"` // the dosing session an integration follows, once it has begun
	At        Instant   `json:"at"`         // when it was or is to be held
	DueAt     Instant   `json:"due_at"`     // by the plan's cadence or the window; empty when nothing says
	WhenText  string    `json:"when_text"`  // "12 Mar", "Until tomorrow at 13:04"; empty when nothing says
	InWindow  bool      `json:"in_window"`  // an integration that belongs inside the window
	MetAt     Instant   `json:"-"`          // when a check-in met the window of an integration that is still to be held
}

// The kinds of step that are no kind of session of their own.
const (
	StepReview      = "review"
	StepMaintenance = "maintenance" // held as a dosing session
)

// Progress is a course against what was done. Only dosing sessions in which
// a dose was given count.
type Progress struct {
	Steps       []Step `json:"steps"`
	DosingsDone int    `json:"dosings_done"`
	Next        *Step  `json:"next"` // nil when all is done, open or planned
	Text        string `json:"text"` // "3 of 6 dosing sessions. Next: integration after dosing 3, until tomorrow at 13:04"
}

// Held is a session of the client and whether a dose was given in it.
type Held struct {
	Session Session
	FirstAt Instant // of the first dose given; empty for none
	Window  *Window // it opened
}

// at is when the step a session fills took or is to take place.
func (h Held) at() Instant { return cmp.Or(h.FirstAt, h.Session.Start()) }

// Progress holds a course's plan against the client's sessions. zone is that
// of the texts, and of the plan's days.
func (c Course) Progress(held []Held, now Instant, zone string) Progress {
	s := c.sort(held)
	p := Progress{Steps: s.preparations(c.Plan)}
	for _, d := range s.dosings {
		if d.Session.State() == Ended {
			p.DosingsDone++
		}
	}
	count := max(c.Plan.Dosings, len(s.dosings))
	if c.MaintenanceSince != "" && !c.Complete() && count > 0 && count == len(s.dosings) && s.dosings[count-1].Session.State() == Ended {
		count++ // the next maintenance, which nobody has planned yet
	}
	for n := 1; n <= count; n++ {
		step, name := c.dosing(s, n, zone)
		p.Steps = append(p.Steps, step)
		if n <= max(c.Plan.Dosings, len(s.dosings)) {
			p.Steps = append(p.Steps, c.integrations(s, n, name, now, zone)...)
		}
		p.Steps = append(p.Steps, c.reviews(n, name)...)
	}
	if i := nextOf(p.Steps, now); i >= 0 && !c.Complete() {
		p.Steps[i].State = StepNext
	}
	for i := range p.Steps {
		if c.Complete() && p.Steps[i].State == StepComing {
			p.Steps[i].State = StepMissed
		}
		p.Steps[i].WhenText = p.Steps[i].when(now, zone)
		if p.Steps[i].State == StepNext {
			next := p.Steps[i]
			p.Next = &next
		}
	}
	p.Text = c.progressText(p, now, zone)
	return p
}

// sorted is a course's sessions by what they are for; of each kind what was
// held comes first, then what is open, then what is planned.
type sorted struct {
	prepared []Session
	dosings  []Held               // with a dose given, open or planned
	after    map[string][]Session // integration sessions, by the dosing session they follow
	checkIns map[string]bool      // by id, also those after the end of the course
}

func (c Course) sort(held []Held) sorted {
	s := sorted{after: map[string][]Session{}, checkIns: map[string]bool{}}
	var integrations []Session
	order := []SessionState{Ended, Open, Planned}
	held = slices.Clone(held)
	slices.SortStableFunc(held, func(a, b Held) int {
		return cmp.Or(cmp.Compare(slices.Index(order, a.Session.State()), slices.Index(order, b.Session.State())),
			cmp.Compare(a.Session.Start(), b.Session.Start()), cmp.Compare(a.Session.ID, b.Session.ID))
	})
	for _, h := range held {
		x := h.Session
		s.checkIns[x.ID] = x.Kind == CheckIn
		if !c.Spans(x) {
			continue
		}
		switch x.Kind {
		case Preparation:
			s.prepared = append(s.prepared, x)
		case Dosing:
			if h.FirstAt != "" || x.State() != Ended {
				s.dosings = append(s.dosings, h)
			}
		case Integration:
			if x.Contact != ContactVoicemail {
				integrations = append(integrations, x)
			}
		case Consultation, CheckIn, Talk:
		}
	}
	for _, x := range integrations {
		if id := s.follows(x); id != "" {
			s.after[id] = append(s.after[id], x)
		}
	}
	return s
}

// follows is the dosing session an integration belongs to: the one it names,
// else the last one before it.
func (s sorted) follows(integration Session) (id string) {
	if integration.DosingSessionID != "" {
		return integration.DosingSessionID
	}
	var latest Instant
	for _, d := range s.dosings {
		if start := d.Session.Start(); start < integration.Start() && start >= latest {
			id, latest = d.Session.ID, start
		}
	}
	return id
}

// given reports whether the dosing of a number, from 1, took place.
func (s sorted) given(n int) bool { return n <= len(s.dosings) && s.dosings[n-1].FirstAt != "" }

func (s sorted) preparations(plan CoursePlan) []Step {
	steps := []Step{}
	for n := 1; n <= plan.Preparations; n++ {
		step := Step{
			Key: fmt.Sprintf("preparation-%d", n), Kind: string(Preparation),
			Label: fmt.Sprintf("Preparation %d of %d", n, plan.Preparations), State: StepComing,
		}
		if n <= len(s.prepared) {
			step.fill(s.prepared[n-1])
		} else if s.given(1) {
			step.State = StepMissed
		}
		steps = append(steps, step)
	}
	return steps
}

// dosing returns the step of a dosing's number, from 1, and the name others
// call it by: "dosing 3", "maintenance 1".
func (c Course) dosing(s sorted, n int, zone string) (Step, string) {
	step := Step{Kind: string(Dosing), Key: fmt.Sprintf("dosing-%d", n), State: StepComing}
	name, days := fmt.Sprintf("dosing %d", n), c.Plan.CadenceDays
	first := c.maintenanceFrom(s)
	switch {
	case n <= c.Plan.Dosings:
		step.Label = fmt.Sprintf("Dosing %d of %d", n, c.Plan.Dosings)
	case first > 0 && n >= first:
		step.Kind, step.Key = StepMaintenance, fmt.Sprintf("maintenance-%d", n-first+1)
		step.Label = fmt.Sprintf("Maintenance %d", n-first+1)
		name, days = fmt.Sprintf("maintenance %d", n-first+1), 7*c.Plan.MaintenanceWeeks
	default:
		step.Label = fmt.Sprintf("Dosing %d, beyond the plan", n)
	}
	if n > 1 && n-1 <= len(s.dosings) && days > 0 {
		step.DueAt = s.dosings[n-2].at().addDays(days, zone)
	}
	if n <= len(s.dosings) {
		step.fill(s.dosings[n-1].Session)
		step.At = s.dosings[n-1].at()
	}
	return step, name
}

// maintenanceFrom is the number of the first dosing that is maintenance: the
// first after the plan's that was not over when maintenance began; 0 while it
// has not begun.
func (c Course) maintenanceFrom(s sorted) int {
	if c.MaintenanceSince == "" {
		return 0
	}
	n := c.Plan.Dosings + 1
	for n <= len(s.dosings) && s.dosings[n-1].Session.Start() < c.MaintenanceSince {
		n++
	}
	return n
}

// integrations returns the steps after a dosing. The first belongs inside the
// window; a session after it fills that step only where a check-in met the
// window. The others fill the later steps in their order.
func (c Course) integrations(s sorted, n int, name string, now Instant, zone string) []Step {
	var d Held
	if n <= len(s.dosings) {
		d = s.dosings[n-1]
	}
	var left []Session
	for _, x := range s.after[d.Session.ID] {
		if x.State() == Planned || d.Session.State() == Ended && x.ActualStart >= d.Session.ActualEnd {
			left = append(left, x)
		}
	}
	steps := []Step{}
	for k := 1; k <= c.Plan.Integrations; k++ {
		step := Step{Kind: string(Integration), Key: fmt.Sprintf("integration-%d-%d", n, k), State: StepComing, InWindow: k == 1}
		if d.Session.ActualStart != "" {
			step.FollowsID = d.Session.ID
		}
		switch {
		case k == 1:
			step.Label = "Integration after " + name
			left = step.meet(d.Window, left, s.checkIns, now)
			if step.MetAt != "" && s.given(n+1) {
				step.State = StepMissed
			}
		case k == 2 && c.Plan.Integrations == 2:
			step.Label = "Later integration after " + name
		default:
			step.Label = fmt.Sprintf("Later integration %d after %s", k-1, name)
		}
		if k > 1 {
			if d.FirstAt != "" {
				step.DueAt = d.FirstAt.addDays((k-1)*c.Plan.LaterIntegrationDays, zone)
			}
			if len(left) > 0 {
				step.fill(left[0])
				left = left[1:]
			} else if s.given(n + 1) {
				step.State = StepMissed
			}
		}
		steps = append(steps, step)
	}
	return steps
}

// meet fills the step of a window and returns the sessions it leaves.
func (x *Step) meet(w *Window, left []Session, checkIns map[string]bool, now Instant) []Session {
	if w == nil {
		return left
	}
	x.DueAt = w.ClosesAt
	byCheckIn := checkIns[w.MetBySessionID]
	if w.MetAt != "" && !byCheckIn {
		x.State, x.SessionID, x.At = StepDone, w.MetBySessionID, w.MetAt
	}
	for i, s := range left {
		if s.ID == w.MetBySessionID || byCheckIn || w.MetAt == "" && !w.Closed(now) && s.State() == Planned && w.OpenAt(s.PlannedStart) {
			x.fill(s)
			return slices.Concat(left[:i], left[i+1:])
		}
	}
	switch {
	case byCheckIn:
		x.MetAt, x.InWindow = w.MetAt, !w.Closed(now)
	case w.MetAt == "" && w.Closed(now):
		x.State = StepMissed
	}
	return left
}

// reviews returns the review after a dosing: planned or recorded.
func (c Course) reviews(n int, name string) []Step {
	step := Step{Kind: StepReview, Key: fmt.Sprintf("review-%d", n), Label: "Review after " + name, State: StepComing}
	for _, r := range c.Reviews {
		if r.AfterDosings == n {
			step.State, step.At = StepDone, r.At
		}
	}
	if step.State != StepDone && !slices.Contains(c.Plan.ReviewAfter, n) {
		return nil
	}
	return []Step{step}
}

func (x *Step) fill(s Session) {
	x.SessionID, x.At = s.ID, s.Start()
	x.State = map[SessionState]StepState{Ended: StepDone, Open: StepOpen, Planned: StepPlanned}[s.State()]
}

// Act is what the step asks for, in words: "Plan dosing 4", "Record the review
// after dosing 2".
func (x Step) Act() string {
	name, _, _ := strings.Cut(lowerFirst(x.Label), " of ")
	if x.Kind == StepReview {
		return "Record the " + name
	}
	return "Plan " + name
}

// PlanOn suggests the day to plan the step for: inside an open window the
// next day while that is soon enough, else the day it is due, never a day that
// has gone.
func (x Step) PlanOn(now Instant, zone string) Date {
	at := max(now, x.DueAt)
	if x.InWindow {
		if at = now.addDays(1, zone); x.DueAt != "" && at >= x.DueAt {
			at = now
		}
	}
	return DateOf(at.In(zone))
}

// nextOf chooses the step to plan or to do now: the integration of a window
// that is open, else the first in the plan's order; -1 for none.
func nextOf(steps []Step, now Instant) int {
	waits := func(s Step) bool { return s.State == StepComing }
	if i := slices.IndexFunc(steps, func(s Step) bool { return waits(s) && s.InWindow && s.DueAt > now }); i >= 0 {
		return i
	}
	return slices.IndexFunc(steps, waits)
}

// addDays returns the same wall clock so many calendar days later.
func (i Instant) addDays(days int, zone string) Instant { return At(i.In(zone).AddDate(0, 0, days)) }

// when writes when a step was, is or should be.
func (x Step) when(now Instant, zone string) string {
	wall, at, due := now.In(zone), x.At.In(zone), x.DueAt.In(zone)
	switch x.State {
	case StepDone:
		return upperFirst(NearDayText(at, wall))
	case StepOpen:
		return "Open since " + ClockText(at)
	case StepPlanned:
		return "Planned for " + NearTimeText(at, wall)
	case StepMissed:
		if x.MetAt != "" {
			return "Not held, the window was met by a check-in"
		}
		if x.InWindow && x.DueAt != "" && x.DueAt <= now {
			return "Missed, the window closed " + NearTimeText(due, wall)
		}
		return "Not held"
	case StepNext, StepComing:
	}
	switch {
	case x.MetAt != "":
		return "Window met by a check-in"
	case x.DueAt == "":
		return ""
	case x.InWindow:
		return "Until " + NearTimeText(due, wall)
	case daysApart(due, wall) > 0:
		return "Was due " + NearDayText(due, wall)
	}
	return "About " + ShortDayText(due, wall)
}

func (c Course) progressText(p Progress, now Instant, zone string) string {
	sessions := "dosing sessions"
	if c.Plan.Dosings == 1 {
		sessions = "dosing session"
	}
	text := fmt.Sprintf("%d of %d %s", min(p.DosingsDone, c.Plan.Dosings), c.Plan.Dosings, sessions)
	if extra := p.DosingsDone - c.Plan.Dosings; extra > 0 {
		text += fmt.Sprintf(" and %d more", extra)
	}
	if c.Complete() {
		return text + ". " + c.Ending.Label() + ", " + ShortDayText(c.CompletedAt.In(zone), now.In(zone))
	}
	step, ok := p.ahead(now, zone)
	if !ok {
		return text + ". Every step of the plan is behind you"
	}
	lead := ". Next: "
	if step.State == StepOpen {
		lead = ". Now: "
	}
	text += lead + lowerFirst(step.Label)
	if step.WhenText != "" && step.State != StepOpen {
		text += ", " + lowerFirst(step.WhenText)
	}
	return text
}

// ahead is the step that is looked at first: what is planned for today, else
// the integration of a window that is open, else the first in the plan's order
// that is open, planned or to be planned; false when all is done.
func (p Progress) ahead(now Instant, zone string) (Step, bool) {
	i := -1
	for k, s := range p.Steps {
		if s.State == StepPlanned && s.At.OnOrBefore(now, zone) && (i < 0 || s.At < p.Steps[i].At) {
			i = k
		}
	}
	if i < 0 && p.Next != nil && p.Next.InWindow && p.Next.DueAt > now {
		return *p.Next, true
	}
	if i < 0 {
		i = slices.IndexFunc(p.Steps, func(s Step) bool { return s.State == StepOpen || s.State == StepPlanned || s.State == StepNext })
	}
	if i < 0 {
		return Step{}, false
	}
	return p.Steps[i], true
}

// OnOrBefore reports whether the instant lies on the day of now, in a zone, or
// before it.
func (i Instant) OnOrBefore(now Instant, zone string) bool {
	return DateOf(i.In(zone)) <= DateOf(now.In(zone))
}

// Position says how far the course is, for the head of a chart: "Dosing 3 of 6
// done".
func (c Course) Position(p Progress) string {
	switch {
	case c.MaintenanceSince != "":
		return "Maintenance"
	case p.DosingsDone == 0:
		return CountText(c.Plan.Dosings, "dosing session", "dosing sessions") + " planned"
	case p.DosingsDone > c.Plan.Dosings:
		return fmt.Sprintf("All %d dosings done, and %d more", c.Plan.Dosings, p.DosingsDone-c.Plan.Dosings)
	}
	return fmt.Sprintf("Dosing %d of %d done", p.DosingsDone, c.Plan.Dosings)
}

// Label returns the ending in words.
func (e CourseEnding) Label() string {
	switch e {
	case EndingCompleted:
		return "Completed"
	case EndingEarly:
		return "Ended early"
	case EndingReferred:
		return "Referred on"
	}
	return ""
}

// StartOfDay returns the instant at which a day begins in a zone; empty for a
// day that is none.
func (d Date) StartOfDay(zone string) Instant {
	day, ok := d.Day()
	if !ok {
		return ""
	}
	return At(time.Date(day.Year(), day.Month(), day.Day(), 0, 0, 0, 0, location(zone)))
}
