package sample

import (
	"slices"
	"time"

	"snowfield/internal/fault"
	"snowfield/internal/practice"
	"snowfield/internal/store"
)

// begins begins the person's course after a plan of the Library.
func (p *person) begins(when time.Time, template, goal string) string {
	c := practice.Course{ID: p.story.id(), ClientID: p.id, Goal: goal, StartedAt: practice.DateOf(when).StartOfDay(Zone)}
	p.at(when, func(tx *store.Tx) error {
		stored, err := tx.LibraryLatest(practice.ShelfCourse)
		if err != nil {
			return err
		}
		shelf, err := practice.CourseShelf(stored)
		if err != nil {
			return err
		}
		i := slices.IndexFunc(shelf, func(x practice.Shelved[practice.CourseTemplate]) bool { return x.Key == template })
		if i < 0 {
			return fault.New(fault.NotFound, "The Library has no plan “"+template+"”.")
		}
		c.TemplateName, c.Plan = shelf[i].Item.Name, shelf[i].Item.Plan
		if err := c.Validate(); err != nil {
			return err
		}
		_, err = tx.PutCourse(c)
		return err
	})
	return c.ID
}

// reviewed keeps what a review after so many dosing sessions found.
func (p *person) reviewed(when time.Time, course string, after int, text string) {
	p.at(when, func(tx *store.Tx) error {
		c, err := tx.Course(course)
		if err != nil {
			return err
		}
		done, err := p.dosingsDone(tx)
		if err != nil {
			return err
		}
		if err := c.Review(practice.CourseReview{AfterDosings: after, At: tx.Now(), Text: text}, done); err != nil {
			return err
		}
		_, err = tx.PutCourse(c)
		return err
	})
}

// completes ends the course, and with it the treatment.
func (p *person) completes(when time.Time, course, summary string) {
	p.at(when, func(tx *store.Tx) error {
		c, err := tx.Course(course)
		if err != nil {
			return err
		}
		if err := c.End(practice.EndingCompleted, summary, tx.Now()); err != nil {
			return err
		}
		_, err = tx.PutCourse(c)
		return err
	})
	p.changes(when, func(c *practice.Client) { c.Stage = practice.StageClosed })
}

func (p *person) dosingsDone(tx *store.Tx) (int, error) {
	sessions, err := tx.SessionsOfClient(p.id, 100)
	if err != nil {
		return 0, err
	}
	done := 0
	for _, s := range sessions {
		doses, err := tx.Doses(s.Participants[0].ID)
		if err != nil {
			return 0, err
		}
		if s.State() == practice.Ended && practice.Totals(doses).Given > 0 {
			done++
		}
	}
	return done, nil
}
