package app

import (
	"fmt"
	"time"

	"snowfield/internal/fault"
	"snowfield/internal/practice"
	"snowfield/internal/store"
)

// Courses is bound: a client's course of treatment, its plan and what was
// done of it.
type Courses struct{ *core }

// CourseView is a client's course as the chart shows it.
type CourseView struct {
	Course      *practice.Course          `json:"running"` // the course that runs; nil for none
	Progress    practice.Progress         `json:"progress"`
	StartedText string                    `json:"started_text"` // "Since 3 Mar, after Six dosing sessions"
	WindowText  string                    `json:"window_text"`  // "72 h, first stage 48 h"
	StartedOn   practice.Date             `json:"started_on"`
	Templates   []practice.CourseTemplate `json:"templates"` // to begin one with
	Reviewable  []Choice                  `json:"reviewable"`
	Maintain    bool                      `json:"maintain"` // whether maintenance can begin
	Endings     []Choice                  `json:"endings"`
	Unfinished  []string                  `json:"unfinished"` // what would be left open if it ended now, in words
	Past        []PastCourse              `json:"past"`       // newest first
}

// PastCourse is a course that is complete.
type PastCourse struct {
	ID      string         `json:"id"`
	Heading string         `json:"heading"` // "3 Mar to 12 Jun 2026, completed"
	Goal    string         `json:"goal"`
	Text    string         `json:"text"` // what was done
	Reviews []CourseReview `json:"reviews"`
	Closing string         `json:"closing"` // the closing summary
}

// CourseReview is a review in words.
type CourseReview struct {
	Title string `json:"title"` // "After dosing 2, 14 Apr"
	Text  string `json:"text"`
}

// CourseForm is what a course is begun with or changed to.
type CourseForm struct {
	ID              string              `json:"id"`
	ClientID        string              `json:"client_id"`
	Goal            string              `json:"goal"`
	TemplateName    string              `json:"template_name"`
	Plan            practice.CoursePlan `json:"plan"`
	WindowHours     int                 `json:"window_hours"`
	FirstStageHours int                 `json:"first_stage_hours"`
	StartedOn       practice.Date       `json:"started_on"`
	Version         int                 `json:"version"`
}

// Get returns a client's course.
func (c *Courses) Get(clientID string) (CourseView, error) {
	return view(c.core, func(tx *store.Tx) (CourseView, error) { return courseView(tx, clientID) })
}

// Save begins a course or changes the one that runs. It begins on a day, or
// where the one before it ended on that day.
func (c *Courses) Save(form CourseForm) (CourseView, error) {
	return update(c.core, func(tx *store.Tx) (CourseView, error) {
		course, err := tx.Course(form.ID)
		if err != nil && fault.CodeOf(err) != fault.NotFound {
			return CourseView{}, err
		}
		course.ID, course.ClientID, course.Version = form.ID, form.ClientID, form.Version
		course.Goal, course.TemplateName, course.Plan = form.Goal, form.TemplateName, form.Plan
		course.WindowHours, course.FirstStageHours = form.WindowHours, form.FirstStageHours
		if course.StartedAt, err = startOfCourse(tx, form); err != nil {
			return CourseView{}, err
		}
		if err := course.Validate(); err != nil {
			return CourseView{}, err
		}
		if _, err := tx.PutCourse(course); err != nil {
			return CourseView{}, err
		}
		return courseView(tx, form.ClientID)
	})
}

func startOfCourse(tx *store.Tx, form CourseForm) (practice.Instant, error) {
	letterhead, err := tx.Practice()
	if err != nil {
		return "", err
	}
	at := form.StartedOn.StartOfDay(letterhead.Zone)
	if at > tx.Now() {
		return "", &fault.Error{
			Code: fault.Invalid, Message: "A course begins today or has begun. What you typed is kept.",
			Fields: map[string]string{"started_on": "This day lies in the future."},
		}
	}
	courses, err := tx.Courses(form.ClientID)
	for _, other := range courses {
		if other.ID != form.ID {
			at = max(at, other.CompletedAt)
		}
	}
	return at, err
}

// AddReview records a review after so many dosing sessions, now.
func (c *Courses) AddReview(id string, version, afterDosings int, text string) (CourseView, error) {
	return c.change(id, version, func(course *practice.Course, done int, now practice.Instant) error {
		return course.Review(practice.CourseReview{AfterDosings: afterDosings, At: now, Text: text}, done)
	})
}

// BeginMaintenance begins maintenance now.
func (c *Courses) BeginMaintenance(id string, version int) (CourseView, error) {
	return c.change(id, version, func(course *practice.Course, done int, now practice.Instant) error {
		return course.Maintain(done, now)
	})
}

func (c *Courses) change(id string, version int, change func(*practice.Course, int, practice.Instant) error) (CourseView, error) {
	return update(c.core, func(tx *store.Tx) (CourseView, error) {
		course, err := tx.Course(id)
		if err != nil {
			return CourseView{}, err
		}
		progress, _, err := progressOf(tx, course)
		if err != nil {
			return CourseView{}, err
		}
		if err := change(&course, progress.DosingsDone, tx.Now()); err != nil {
			return CourseView{}, err
		}
		course.Version = version
		if _, err := tx.PutCourse(course); err != nil {
			return CourseView{}, err
		}
		return courseView(tx, course.ClientID)
	})
}

// Complete ends a course with a closing summary, and with it the client's
// treatment: the stage becomes closed.
func (c *Courses) Complete(id string, version int, ending practice.CourseEnding, closing string) (CourseView, error) {
	return update(c.core, func(tx *store.Tx) (CourseView, error) {
		course, err := tx.Course(id)
		if err != nil {
			return CourseView{}, err
		}
		if err := course.End(ending, closing, tx.Now()); err != nil {
			return CourseView{}, err
		}
		course.Version = version
		if _, err := tx.PutCourse(course); err != nil {
			return CourseView{}, err
		}
		if err := reach(tx, course.ClientID, practice.MilestoneEnded); err != nil {
			return CourseView{}, err
		}
		return courseView(tx, course.ClientID)
	})
}

func courseView(tx *store.Tx, clientID string) (CourseView, error) {
	v := CourseView{Progress: practice.Progress{Steps: []practice.Step{}}, Templates: []practice.CourseTemplate{}, Reviewable: []Choice{}, Unfinished: []string{}, Past: []PastCourse{}}
	if _, err := tx.Client(clientID); err != nil {
		return v, err
	}
	letterhead, err := tx.Practice()
	if err != nil {
		return v, err
	}
	settings, err := tx.Settings()
	if err != nil {
		return v, err
	}
	templates, err := courseTemplates(tx)
	if err != nil {
		return v, err
	}
	for _, t := range templates {
		if t.Item.Offered {
			v.Templates = append(v.Templates, t.Item)
		}
	}
	for _, e := range practice.CourseEndings {
		v.Endings = append(v.Endings, Choice{string(e), e.Label()})
	}
	now := tx.Now().In(letterhead.Zone)
	v.StartedOn = practice.Date(now.Format(time.DateOnly))
	v.WindowText = windowHours(settings) + ", as in Settings"
	courses, err := tx.Courses(clientID)
	if err != nil {
		return v, err
	}
	for _, course := range courses {
		progress, zone, err := progressOf(tx, course)
		if err != nil {
			return v, err
		}
		if course.Complete() {
			v.Past = append(v.Past, pastCourse(course, progress, now))
			continue
		}
		v.Course, v.Progress = &course, progress
		started := course.StartedAt.In(zone)
		v.StartedOn = practice.Date(started.Format(time.DateOnly))
		v.StartedText = "Since " + practice.ShortDayText(started, now)
		if course.TemplateName != "" {
			v.StartedText += ", from “" + course.TemplateName + "”"
		}
		if course.WindowHours > 0 {
			v.WindowText = windowHours(course.Windows(settings)) + ", this course's own"
		}
		if v.Unfinished, err = unfinished(tx, clientID, settings, now); err != nil {
			return v, err
		}
		v.Maintain = course.MaintenanceSince == "" && course.Plan.MaintenanceWeeks > 0 && progress.DosingsDone >= course.Plan.Dosings
		for n := progress.DosingsDone; n > 0; n-- {
			v.Reviewable = append(v.Reviewable, Choice{fmt.Sprint(n), fmt.Sprintf("After dosing %d", n)})
		}
	}
	return v, nil
}

func windowHours(s practice.Settings) string {
	return fmt.Sprintf("%d h, first stage %d h", s.WindowHours, s.FirstStageHours)
}

func pastCourse(c practice.Course, progress practice.Progress, now time.Time) PastCourse {
	zone := now.Location().String()
	p := PastCourse{
		ID: c.ID, Goal: c.Goal, Text: progress.Text, Reviews: []CourseReview{}, Closing: c.ClosingSummary,
		Heading: practice.ShortDayText(c.StartedAt.In(zone), now) + " to " + practice.ShortDayText(c.CompletedAt.In(zone), now),
	}
	for _, r := range c.Reviews {
		p.Reviews = append(p.Reviews, CourseReview{fmt.Sprintf("After dosing %d, %s", r.AfterDosings, practice.ShortDayText(r.At.In(zone), now)), r.Text})
	}
	return p
}

// unfinished says what of a client's treatment is still open: a window without
// a contact, sessions that are planned or being held, notes without a
// signature, what was taken on and still stands.
func unfinished(tx *store.Tx, clientID string, settings practice.Settings, now time.Time) ([]string, error) {
	list := []string{}
	sessions, err := tx.SessionsOfClient(clientID, clientSessions)
	if err != nil {
		return nil, err
	}
	ahead, unsigned := 0, 0
	for _, s := range sessions {
		switch s.State() {
		case practice.Planned, practice.Open:
			ahead++
		case practice.Ended:
			note, err := tx.NoteOf(participantOf(s, clientID).ID)
			if err != nil && fault.CodeOf(err) != fault.NotFound {
				return nil, err
			}
			if !note.Signed() {
				unsigned++
			}
		case practice.Cancelled:
		}
		if s.Kind != practice.Dosing {
			continue
		}
		w, _, given, err := windowFor(tx, s, participantOf(s, clientID), settings)
		if err != nil {
			return nil, err
		}
		if given && w.MetAt == "" && !w.Closed(tx.Now()) {
			list = append(list, "A window is open until "+practice.NearTimeText(w.ClosesAt.In(now.Location().String()), now)+" without a contact.")
		}
	}
	if ahead > 0 {
		list = append(list, practice.CountText(ahead, "session is", "sessions are")+" planned or open.")
	}
	if unsigned > 0 {
		list = append(list, practice.CountText(unsigned, "note is", "notes are")+" not signed.")
	}
	standing, err := tx.Commitments(clientID, true)
	if n := len(standing); n > 0 {
		list = append(list, practice.CountText(n, "practice or commitment stands", "practices or commitments stand")+" neither kept nor let go.")
	}
	return list, err
}

// progressOf holds a course against its client's sessions, in the practice's
// zone, which it returns too.
func progressOf(tx *store.Tx, course practice.Course) (practice.Progress, string, error) {
	letterhead, err := tx.Practice()
	if err != nil {
		return practice.Progress{}, "", err
	}
	settings, err := tx.Settings()
	if err != nil {
		return practice.Progress{}, "", err
	}
	sessions, err := tx.SessionsOfClient(course.ClientID, clientSessions)
	if err != nil {
		return practice.Progress{}, "", err
	}
	held := make([]practice.Held, 0, len(sessions))
	for _, s := range sessions {
		h := practice.Held{Session: s}
		if s.Kind == practice.Dosing {
			w, _, given, err := windowFor(tx, s, participantOf(s, course.ClientID), settings)
			if err != nil {
				return practice.Progress{}, "", err
			}
			if given {
				h.FirstAt, h.Window = w.OpensAt, &w
			}
		}
		held = append(held, h)
	}
	return course.Progress(held, tx.Now(), letterhead.Zone), letterhead.Zone, nil
}
