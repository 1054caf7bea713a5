package app

import (
	"snowfield/internal/practice"
	"snowfield/internal/store"
)

// shelf reads one shelf of the Library: what is shipped under what the
// practice keeps.
func shelf[T any](tx *store.Tx, kind practice.LibraryKind, lay func([]practice.LibraryItem) (T, error)) (T, error) {
	stored, err := tx.LibraryLatest(kind)
	if err != nil {
		var none T
		return none, err
	}
	return lay(stored)
}

// screeningItems are the screening's questions as the practice has them.
func screeningItems(tx *store.Tx) ([]practice.ScreeningItem, error) {
	return shelf(tx, practice.ShelfScreening, practice.ScreeningItems)
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
	plan, err := shelf(tx, practice.ShelfEmergency, practice.EmergencyShelf)
	return plan.Item, err
}

// methods are the methods a note can name.
func methods(tx *store.Tx) ([]string, error) {
	list, err := shelf(tx, practice.ShelfMethods, practice.MethodShelf)
	return list.Item.Methods, err
}
