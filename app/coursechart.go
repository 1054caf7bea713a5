package app

import (
	"snowfield/internal/fault"
	"snowfield/internal/practice"
	"snowfield/internal/store"
)

// courseSessions bounds how many sessions the picture of a course holds; a
// weekly client reaches it after forty years.
const courseSessions = 2000

// Course returns the picture of a client's course.
func (m *Measures) Course(clientID string) (practice.CourseChart, error) {
	return view(m.core, func(tx *store.Tx) (practice.CourseChart, error) {
		if _, err := tx.Client(clientID); err != nil {
			return practice.CourseChart{}, err
		}
		return courseChart(tx, clientID)
	})
}

// courseChart reads what the picture needs, in as many queries however long
// the course is.
func courseChart(tx *store.Tx, clientID string) (practice.CourseChart, error) {
	f, err := courseFacts(tx, clientID)
	if err != nil {
		return practice.CourseChart{}, err
	}
	return f.Chart(), nil
}

func courseFacts(tx *store.Tx, clientID string) (f practice.CourseFacts, err error) {
	letterhead, err := tx.Practice()
	if err != nil {
		return f, err
	}
	f.ClientID, f.Zone, f.Now = clientID, letterhead.Zone, tx.Now()
	if f.Settings, err = tx.Settings(); err != nil {
		return f, err
	}
	if f.Sessions, err = tx.SessionsOfClient(clientID, courseSessions); err != nil {
		return f, err
	}
	if f.Doses, err = tx.DosesOfClient(clientID); err != nil {
		return f, err
	}
	if f.Courses, err = tx.Courses(clientID); err != nil {
		return f, err
	}
	if f.Plan, err = plannedMeasures(tx, clientID); err != nil {
		return f, err
	}
	f.Forms, err = filledForms(tx, clientID)
	return f, err
}

// filledForms returns a client's forms with the definitions they were answered
// with; each version is read once.
func filledForms(tx *store.Tx, clientID string) ([]practice.Filled, error) {
	responses, err := tx.Responses(clientID)
	if err != nil {
		return nil, err
	}
	versions := map[practice.InstrumentRef]practice.Instrument{}
	forms := make([]practice.Filled, 0, len(responses))
	for _, r := range responses {
		i, known := versions[r.Instrument]
		if !known {
			if i, err = tx.Instrument(r.Instrument); err != nil {
				return nil, err
			}
			versions[r.Instrument] = i
		}
		forms = append(forms, practice.Filled{Response: r, Instrument: i})
	}
	return forms, nil
}

// plannedMeasures returns the plan of questionnaires that holds for a client:
// their own, else the practice's.
func plannedMeasures(tx *store.Tx, clientID string) (practice.MeasurePlan, error) {
	own, err := tx.ClientMeasures(clientID)
	if fault.CodeOf(err) != fault.NotFound {
		return own.Plan, err
	}
	stored, err := tx.LibraryLatest(practice.ShelfMeasures)
	if err != nil {
		return practice.MeasurePlan{}, err
	}
	shelf, err := practice.MeasuresShelf(stored)
	if err != nil {
		return practice.MeasurePlan{}, err
	}
	return shelf[0].Item, nil
}
