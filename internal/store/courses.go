package store

import (
	"encoding/json"
	"errors"
	"strconv"

	"snowfield/internal/fault"
	"snowfield/internal/practice"
)

const courseColumns = `id, client_id, goal, template_name, plan, window_hours, first_stage_hours, started_at, reviews,
	maintenance_since, completed_at, ending, closing_summary, created_at, updated_at, version`

func scanCourse(r row) (c practice.Course, err error) {
	var plan, reviews string
	if err := r.Scan(&c.ID, &c.ClientID, &c.Goal, &c.TemplateName, &plan, &c.WindowHours, &c.FirstStageHours, &c.StartedAt, &reviews,
		&c.MaintenanceSince, &c.CompletedAt, &c.Ending, &c.ClosingSummary, &c.CreatedAt, &c.UpdatedAt, &c.Version); err != nil {
		return c, err
	}
	return c, errors.Join(json.Unmarshal([]byte(plan), &c.Plan), json.Unmarshal([]byte(reviews), &c.Reviews))
}

// Courses returns a client's courses, newest first.
func (t *Tx) Courses(clientID string) ([]practice.Course, error) {
	return all(t, scanCourse, `SELECT `+courseColumns+` FROM courses WHERE client_id = ? ORDER BY started_at DESC, id DESC LIMIT 100`, clientID)
}

// Course returns a course.
func (t *Tx) Course(id string) (practice.Course, error) {
	return one(t, "course", scanCourse, `SELECT `+courseColumns+` FROM courses WHERE id = ?`, id)
}

// CourseAt returns the course that ran for a client at an instant; false when
// none did.
func (t *Tx) CourseAt(clientID string, at practice.Instant) (practice.Course, bool, error) {
	list, err := all(t, scanCourse, `SELECT `+courseColumns+` FROM courses
		WHERE client_id = ?1 AND started_at <= ?2 AND (completed_at = '' OR completed_at > ?2) ORDER BY started_at DESC, id DESC LIMIT 1`, clientID, at)
	if err != nil || len(list) == 0 {
		return practice.Course{}, false, err
	}
	return list[0], true, nil
}

// PutCourse adds a course or, when its version is the one stored, changes it;
// a second one beside one that is not complete is a Conflict. It returns the
// stored record.
func (t *Tx) PutCourse(c practice.Course) (practice.Course, error) {
	if c.Reviews == nil {
		c.Reviews = []practice.CourseReview{}
	}
	if c.Plan.ReviewAfter == nil {
		c.Plan.ReviewAfter = []int{}
	}
	old, err := t.Course(c.ID)
	act := practice.ActChange
	switch {
	case fault.CodeOf(err) == fault.NotFound:
		if err := t.noOpenCourse(c.ClientID); err != nil {
			return c, err
		}
		c.Version, c.CreatedAt, act = 0, t.now, practice.ActCreate
	case err != nil:
		return c, err
	case c.Version != old.Version:
		c.Version, c.CreatedAt, c.UpdatedAt = old.Version, old.CreatedAt, old.UpdatedAt
		if same(c, old) {
			return old, nil
		}
		return old, fault.New(fault.Conflict, "This course was changed elsewhere since you opened it. What you typed is kept; look at the plan, then save again.")
	default:
		c.CreatedAt = old.CreatedAt
	}
	plan, errPlan := json.Marshal(c.Plan)
	reviews, errReviews := json.Marshal(c.Reviews)
	if err := errors.Join(errPlan, errReviews); err != nil {
		return c, err
	}
	c.UpdatedAt = t.now
	c.Version++
	if err := t.exec(`INSERT INTO courses (`+courseColumns+`) VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)
		ON CONFLICT (id) DO UPDATE SET client_id = excluded.client_id, goal = excluded.goal, template_name = excluded.template_name, plan = excluded.plan,
		window_hours = excluded.window_hours, first_stage_hours = excluded.first_stage_hours, started_at = excluded.started_at, reviews = excluded.reviews,
		maintenance_since = excluded.maintenance_since, completed_at = excluded.completed_at, ending = excluded.ending,
		closing_summary = excluded.closing_summary, updated_at = excluded.updated_at, version = excluded.version`,
		c.ID, c.ClientID, c.Goal, c.TemplateName, string(plan), c.WindowHours, c.FirstStageHours, c.StartedAt, string(reviews),
		c.MaintenanceSince, c.CompletedAt, c.Ending, c.ClosingSummary, c.CreatedAt, c.UpdatedAt, c.Version); err != nil {
		return c, err
	}
	_, err = t.Record(act, "course", c.ID, "version "+strconv.Itoa(c.Version))
	return c, err
}

func (t *Tx) noOpenCourse(clientID string) error {
	open, err := one(t, "count", scalar[int], `SELECT count(*) FROM courses WHERE client_id = ? AND completed_at = ''`, clientID)
	if err == nil && open > 0 {
		return fault.New(fault.Conflict, "This client already has a course. Complete it before another begins. Nothing was changed.")
	}
	return err
}
