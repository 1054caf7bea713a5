package app

import (
	"cmp"
	"slices"

	"snowfield/internal/practice"
	"snowfield/internal/store"
)

// openWindow is a client's integration window that is open now.
type openWindow struct {
	window   practice.Window
	dosing   practice.Session
	client   practice.Client
	contacts []practice.Session
}

// openWindows returns the integration windows that are not over, soonest to
// close first.
func openWindows(tx *store.Tx, settings practice.Settings) ([]openWindow, error) {
	dosings, err := tx.DosingsSince(tx.Now().Add(-practice.LongestWindow))
	if err != nil {
		return nil, err
	}
	list := []openWindow{}
	for _, dosing := range dosings {
		for _, p := range dosing.Participants {
			w, contacts, ok, err := windowFor(tx, dosing, p, settings)
			if err != nil {
				return nil, err
			}
			if !ok || w.Closed(tx.Now()) {
				continue
			}
			client, err := tx.Client(p.ClientID)
			if err != nil {
				return nil, err
			}
			list = append(list, openWindow{w, dosing, client, contacts})
		}
	}
	slices.SortStableFunc(list, func(a, b openWindow) int {
		return cmp.Or(cmp.Compare(a.window.ClosesAt, b.window.ClosesAt), cmp.Compare(a.window.DosingSessionID, b.window.DosingSessionID))
	})
	return list, nil
}

// windowFor returns the window a dosing session opened for a participant,
// with the contacts inside it; false when no dose was given. Its hours are
// those of the course that ran when the session began, else the practice's.
func windowFor(tx *store.Tx, dosing practice.Session, p practice.Participant, settings practice.Settings) (practice.Window, []practice.Session, bool, error) {
	doses, err := tx.Doses(p.ID)
	if err != nil {
		return practice.Window{}, nil, false, err
	}
	course, _, err := tx.CourseAt(p.ClientID, dosing.Start())
	if err != nil {
		return practice.Window{}, nil, false, err
	}
	w, ok := practice.WindowOf(dosing, p.ClientID, doses, course.Windows(settings))
	if !ok {
		return w, nil, false, nil
	}
	contacts, err := tx.Contacts(p.ClientID, w.OpensAt, w.ClosesAt)
	if err != nil {
		return w, nil, false, err
	}
	return w.Meet(dosing, contacts), contacts, true, nil
}
