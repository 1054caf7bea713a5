package store_test

import (
	"reflect"
	"testing"
	"time"

	"snowfield/internal/fault"
	"snowfield/internal/practice"
	"snowfield/internal/store"
)

func (d *desk) course(clientID string) practice.Course {
	d.t.Helper()
	c := practice.Course{
		ID: practice.NewID(), ClientID: clientID, Goal: "To sleep", TemplateName: "Six", StartedAt: practice.At(d.now),
		Plan:        practice.CoursePlan{Preparations: 2, Dosings: 6, CadenceDays: 14, Integrations: 2, LaterIntegrationDays: 7, ReviewAfter: []int{2, 6}, MaintenanceWeeks: 6},
		WindowHours: 96, FirstStageHours: 36, Reviews: []practice.CourseReview{},
	}
	d.do(func(tx *store.Tx) (err error) { c, err = tx.PutCourse(c); return err })
	return c
}

func TestCourseComesBackAsWritten(t *testing.T) {
	d := newDesk(t)
	ana := d.client("Ana")
	c := d.course(ana.ID)
	get := func() practice.Course {
		return see(d, func(tx *store.Tx) (practice.Course, error) { return tx.Course(c.ID) })
	}
	if got := get(); !reflect.DeepEqual(got, c) || c.Version != 1 {
		t.Errorf("stored %+v, returned %+v", got, c)
	}
	put := func(change func(*practice.Course)) error {
		x := c
		change(&x)
		return d.try(func(tx *store.Tx) error { _, err := tx.PutCourse(x); return err })
	}
	want(t, put(func(x *practice.Course) { x.Version = 0 }), "") // the first submit, repeated
	want(t, put(func(x *practice.Course) { x.Version, x.Goal = 0, "Another" }), fault.Conflict)
	want(t, put(func(x *practice.Course) { x.ID, x.Version = practice.NewID(), 0 }), fault.Conflict) // a second beside it
	d.later(time.Hour)
	want(t, put(func(x *practice.Course) {
		x.Reviews = []practice.CourseReview{{AfterDosings: 2, At: practice.At(d.now), Text: "Better"}}
		x.MaintenanceSince, x.CompletedAt, x.Ending, x.ClosingSummary = practice.At(d.now), practice.At(d.now), practice.EndingCompleted, "Well"
	}), "")
	c = get()
	if c.Version != 2 || c.Reviews[0].Text != "Better" || c.Ending != practice.EndingCompleted || c.UpdatedAt != practice.At(d.now) {
		t.Errorf("completed %+v", c)
	}
	want(t, put(func(x *practice.Course) { x.ClosingSummary = "Rewritten" }), fault.Conflict) // what is complete is kept
	d.later(time.Hour)
	next := d.course(ana.ID)
	list := see(d, func(tx *store.Tx) ([]practice.Course, error) { return tx.Courses(ana.ID) })
	if len(list) != 2 || list[0].ID != next.ID || list[1].ID != c.ID {
		t.Errorf("courses %+v", list)
	}
}

func TestCourseAt(t *testing.T) {
	d := newDesk(t)
	ana, ben := d.client("Ana"), d.client("Ben")
	first := d.course(ana.ID)
	d.later(10 * time.Hour)
	first.CompletedAt, first.Ending = practice.At(d.now), practice.EndingEarly
	d.do(func(tx *store.Tx) error { _, err := tx.PutCourse(first); return err })
	d.later(10 * time.Hour)
	second := d.course(ana.ID)
	for after, id := range map[time.Duration]string{
		-time.Hour: "", 0: first.ID, 9 * time.Hour: first.ID, 10 * time.Hour: "", 15 * time.Hour: "", 20 * time.Hour: second.ID, 1000 * time.Hour: second.ID,
	} {
		err := d.try(func(tx *store.Tx) error {
			c, ok, err := tx.CourseAt(ana.ID, first.StartedAt.Add(after))
			if c.ID != id || ok != (id != "") {
				t.Errorf("%s after: %q, %v, want %q", after, c.ID, ok, id)
			}
			return err
		})
		want(t, err, "")
	}
	if see(d, func(tx *store.Tx) (bool, error) { _, ok, err := tx.CourseAt(ben.ID, second.StartedAt); return ok, err }) {
		t.Error("another client's course was found")
	}
}
