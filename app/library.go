package app

import (
	"slices"

	"snowfield/internal/fault"
	"snowfield/internal/practice"
	"snowfield/internal/store"
)

// Library is bound: what the practice works from. What Snowfield ships stands
// there until the practice keeps its own, and every version of that is kept.
type Library struct{ *core }

// mostOnShelf bounds how many things a shelf holds.
const mostOnShelf = 100

// Get returns the Library.
func (l *Library) Get() (LibraryView, error) { return view(l.core, libraryView) }

// Versions returns all versions of a thing, newest first; the last is the
// shipped one, if there is one.
func (l *Library) Versions(kind practice.LibraryKind, key string) ([]LibraryVersion, error) {
	return view(l.core, func(tx *store.Tx) ([]LibraryVersion, error) {
		switch kind {
		case practice.ShelfScreening:
			return versions(tx, kind, key, practice.ScreeningShelf)
		case practice.ShelfConsent:
			return versions(tx, kind, key, practice.ConsentShelf)
		case practice.ShelfCourse:
			return versions(tx, kind, key, practice.CourseShelf)
		case practice.ShelfOutline:
			return versions(tx, kind, key, practice.OutlineShelf)
		case practice.ShelfEmergency:
			return versions(tx, kind, key, practice.EmergencyShelf)
		case practice.ShelfHandout:
			return versions(tx, kind, key, practice.HandoutShelf)
		case practice.ShelfMethods:
			return versions(tx, kind, key, practice.MethodShelf)
		case practice.ShelfSession:
			return versions(tx, kind, key, practice.SessionPlanShelf)
		case practice.ShelfMarks:
			return versions(tx, kind, key, practice.MarkShelf)
		case practice.ShelfLeaving:
			return versions(tx, kind, key, practice.LeavingShelf)
		case practice.ShelfFees:
			return versions(tx, kind, key, practice.FeeShelf)
		case practice.ShelfMeasures:
			return versions(tx, kind, key, practice.MeasuresShelf)
		case practice.ShelfRecords:
			return versions(tx, kind, key, practice.RecordsRuleShelf)
		}
		return nil, fault.New(fault.NotFound, "The Library has no such shelf.")
	})
}

// Preview returns a consent's text as it will be shown to who signs it.
func (l *Library) Preview(markdown string) (string, error) {
	return view(l.core, func(*store.Tx) (string, error) { return rendered(markdown) })
}

// KeepQuestion keeps a question of the screening as its next version. seen is
// the version it was made from, here as in the other methods.
func (l *Library) KeepQuestion(q practice.ScreeningItem, seen int) (LibraryView, error) {
	q.Normalize()
	return update(l.core, func(tx *store.Tx) (LibraryView, error) {
		list, err := shelf(tx, practice.ShelfScreening, practice.ScreeningShelf)
		if err != nil {
			return LibraryView{}, err
		}
		var before practice.ScreeningItem
		if i := slices.IndexFunc(list, func(s practice.Shelved[practice.ScreeningItem]) bool { return s.Key == q.Key }); i >= 0 {
			before = list[i].Item
		}
		return keep(tx, practice.ShelfScreening, practice.ScreeningShelf, q.Key, q, q.Validate(before), seen)
	})
}

// KeepConsent keeps a consent's text.
func (l *Library) KeepConsent(t practice.ConsentText, seen int) (LibraryView, error) {
	t.Normalize()
	return update(l.core, func(tx *store.Tx) (LibraryView, error) {
		return keep(tx, practice.ShelfConsent, practice.ConsentShelf, t.Key, t, t.Validate(), seen)
	})
}

// KeepTemplate keeps a plan courses begin with. Courses that began with an
// earlier version keep theirs.
func (l *Library) KeepTemplate(t practice.CourseTemplate, seen int) (LibraryView, error) {
	t.Normalize()
	return update(l.core, func(tx *store.Tx) (LibraryView, error) {
		return keep(tx, practice.ShelfCourse, practice.CourseShelf, t.Key, t, t.Validate(), seen)
	})
}

// KeepOutline keeps what new notes of a kind of session begin with. Notes that
// were begun keep their sections.
func (l *Library) KeepOutline(o practice.NoteOutline, seen int) (LibraryView, error) {
	o.Normalize()
	return update(l.core, func(tx *store.Tx) (LibraryView, error) {
		return keep(tx, practice.ShelfOutline, practice.OutlineShelf, string(o.Kind), o, o.Validate(), seen)
	})
}

// KeepEmergency keeps the emergency plan.
func (l *Library) KeepEmergency(p practice.EmergencyPlan, seen int) (LibraryView, error) {
	p.Normalize()
	return update(l.core, func(tx *store.Tx) (LibraryView, error) {
		return keep(tx, practice.ShelfEmergency, practice.EmergencyShelf, practice.TheOne, p, p.Validate(), seen)
	})
}

// KeepMethods keeps the list of methods. Notes keep the methods they name.
func (l *Library) KeepMethods(m practice.MethodList, seen int) (LibraryView, error) {
	m.Normalize()
	return update(l.core, func(tx *store.Tx) (LibraryView, error) {
		return keep(tx, practice.ShelfMethods, practice.MethodShelf, practice.TheOne, m, m.Validate(), seen)
	})
}

// KeepSessionPlan keeps the plan of a dosing session. It holds for a session
// that runs as well: what was marked stays, what is to come is planned anew.
func (l *Library) KeepSessionPlan(p practice.SessionPlan, seen int) (LibraryView, error) {
	return update(l.core, func(tx *store.Tx) (LibraryView, error) {
		return keep(tx, practice.ShelfSession, practice.SessionPlanShelf, practice.TheOne, p, p.Validate(), seen)
	})
}

// KeepMarks keeps a set of marks. What was written by one keeps its words.
func (l *Library) KeepMarks(s practice.MarkSet, seen int) (LibraryView, error) {
	s.Normalize()
	return update(l.core, func(tx *store.Tx) (LibraryView, error) {
		return keep(tx, practice.ShelfMarks, practice.MarkShelf, s.Key, s, s.Validate(), seen)
	})
}

// KeepLeaving keeps the checklist for leaving. Clients who have left keep the
// one they left by.
func (l *Library) KeepLeaving(list practice.LeavingList, seen int) (LibraryView, error) {
	list.Normalize()
	return update(l.core, func(tx *store.Tx) (LibraryView, error) {
		return keep(tx, practice.ShelfLeaving, practice.LeavingShelf, practice.TheOne, list, list.Validate(), seen)
	})
}

// KeepRecordsRule keeps within how many days records are given out. Requests
// that were recorded keep the rule they were recorded under.
func (l *Library) KeepRecordsRule(r practice.RecordsRule, seen int) (LibraryView, error) {
	r.Normalize()
	return update(l.core, func(tx *store.Tx) (LibraryView, error) {
		return keep(tx, practice.ShelfRecords, practice.RecordsRuleShelf, r.Key, r, r.Validate(), seen)
	})
}

// KeepFees keeps what the practice charges. What was charged keeps its words
// and its fee.
func (l *Library) KeepFees(list practice.FeeList, seen int) (LibraryView, error) {
	list.Normalize()
	return update(l.core, func(tx *store.Tx) (LibraryView, error) {
		return keep(tx, practice.ShelfFees, practice.FeeShelf, practice.TheOne, list, list.Validate(), seen)
	})
}

// KeepMeasures keeps which questionnaires are asked when. It holds at once for
// every client without a plan of their own; forms that were filled in stay.
func (l *Library) KeepMeasures(p practice.MeasurePlan, seen int) (LibraryView, error) {
	p.Normalize()
	return update(l.core, func(tx *store.Tx) (LibraryView, error) {
		return keep(tx, practice.ShelfMeasures, practice.MeasuresShelf, practice.TheOne, p, p.Validate(), seen)
	})
}

// keep puts the next version of a thing on its shelf. What is new there bears
// an identifier of its own.
func keep[T any](tx *store.Tx, kind practice.LibraryKind, lay onto[T], key string, item T, refused error, seen int) (LibraryView, error) {
	if refused != nil {
		return LibraryView{}, refused
	}
	list, err := shelf(tx, kind, lay)
	if err != nil {
		return LibraryView{}, err
	}
	if !slices.ContainsFunc(list, func(s practice.Shelved[T]) bool { return s.Key == key }) {
		var c fault.Check
		practice.CheckID(&c, "key", key)
		if err := c.Err(); err != nil {
			return LibraryView{}, err
		}
		if len(list) >= mostOnShelf {
			return LibraryView{}, fault.New(fault.Blocked, "This shelf is full: it holds 100. Nothing was kept; change one that is not used any more.")
		}
	}
	next, err := practice.Shelve(kind, key, item)
	if err != nil {
		return LibraryView{}, err
	}
	next.Version = seen
	if _, err := tx.PutLibrary(next); err != nil {
		return LibraryView{}, err
	}
	return libraryView(tx)
}

// versions says every version of a thing.
func versions[T interface{ Lines() []string }](tx *store.Tx, kind practice.LibraryKind, key string, lay onto[T]) ([]LibraryVersion, error) {
	letterhead, err := tx.Practice()
	if err != nil {
		return nil, err
	}
	stored, err := tx.LibraryVersions(kind, key, 200)
	if err != nil {
		return nil, err
	}
	list := []LibraryVersion{}
	add := func(kept ...practice.LibraryItem) error {
		laid, err := lay(kept)
		if err != nil {
			return err
		}
		i := slices.IndexFunc(laid, func(s practice.Shelved[T]) bool { return s.Key == key })
		if i < 0 {
			return nil // nothing is shipped under this key
		}
		v := LibraryVersion{Version: laid[i].Version, Text: laid[i].Text(tx.Now(), letterhead.Zone), Lines: laid[i].Item.Lines()}
		switch item := any(laid[i].Item).(type) {
		case practice.ConsentText:
			v.HTML, err = rendered(item.Text)
		case practice.Handout:
			v.HTML, err = rendered(item.Text)
		}
		list = append(list, v)
		return err
	}
	for _, item := range stored {
		if err := add(item); err != nil {
			return nil, err
		}
	}
	return list, add()
}
