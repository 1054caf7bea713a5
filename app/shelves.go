package app

import (
	"snowfield/internal/practice"
	"snowfield/internal/store"
)

// onto lays what the practice keeps over what is shipped.
type onto[T any] func([]practice.LibraryItem) ([]practice.Shelved[T], error)

// shelf reads one shelf of the Library.
func shelf[T any](tx *store.Tx, kind practice.LibraryKind, lay onto[T]) ([]practice.Shelved[T], error) {
	stored, err := tx.LibraryLatest(kind)
	if err != nil {
		return nil, err
	}
	return lay(stored)
}

// screeningItems are the screening's questions as the practice has them.
func screeningItems(tx *store.Tx) ([]practice.ScreeningItem, error) {
	list, err := shelf(tx, practice.ShelfScreening, practice.ScreeningShelf)
	items := make([]practice.ScreeningItem, 0, len(list))
	for _, s := range list {
		items = append(items, s.Item)
	}
	return items, err
}

// consentTexts are the practice's consents, each with its version.
func consentTexts(tx *store.Tx) ([]practice.Shelved[practice.ConsentText], error) {
	return shelf(tx, practice.ShelfConsent, practice.ConsentShelf)
}

// courseTemplates are the plans a course can begin with.
func courseTemplates(tx *store.Tx) ([]practice.Shelved[practice.CourseTemplate], error) {
	return shelf(tx, practice.ShelfCourse, practice.CourseShelf)
}

// outlineFor is what a new note of a kind of session begins with.
func outlineFor(tx *store.Tx, kind practice.SessionKind) (practice.NoteOutline, error) {
	outlines, err := shelf(tx, practice.ShelfOutline, practice.OutlineShelf)
	for _, o := range outlines {
		if o.Item.Kind == kind {
			return o.Item, err
		}
	}
	return practice.NoteOutline{Kind: kind}, err
}

// emergencyPlan is what to do, in order.
func emergencyPlan(tx *store.Tx) (practice.EmergencyPlan, error) {
	plans, err := shelf(tx, practice.ShelfEmergency, practice.EmergencyShelf)
	if err != nil {
		return practice.EmergencyPlan{}, err
	}
	return plans[0].Item, nil
}

// methods are the methods a note can name.
func methods(tx *store.Tx) ([]string, error) {
	lists, err := shelf(tx, practice.ShelfMethods, practice.MethodShelf)
	if err != nil {
		return nil, err
	}
	return lists[0].Item.Methods, nil
}

// sessionPlan is how a dosing session usually goes.
func sessionPlan(tx *store.Tx) (practice.SessionPlan, error) {
	plans, err := shelf(tx, practice.ShelfSession, practice.SessionPlanShelf)
	if err != nil {
		return practice.SessionPlan{}, err
	}
	return plans[0].Item, nil
}

// markSets are the sets of marks a session offers, in their order.
func markSets(tx *store.Tx) ([]practice.MarkSet, error) {
	list, err := shelf(tx, practice.ShelfMarks, practice.MarkShelf)
	sets := []practice.MarkSet{}
	for _, s := range list {
		if s.Item.Offered {
			sets = append(sets, s.Item)
		}
	}
	return sets, err
}

// leavingList is what is to be so before a client leaves.
func leavingList(tx *store.Tx) (practice.LeavingList, error) {
	lists, err := shelf(tx, practice.ShelfLeaving, practice.LeavingShelf)
	if err != nil {
		return practice.LeavingList{}, err
	}
	return lists[0].Item, nil
}

// feeList is what the practice charges.
func feeList(tx *store.Tx) (practice.FeeList, error) {
	lists, err := shelf(tx, practice.ShelfFees, practice.FeeShelf)
	if err != nil {
		return practice.FeeList{}, err
	}
	return lists[0].Item, nil
}
