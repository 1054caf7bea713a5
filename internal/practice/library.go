package practice

import (
	"encoding/json"
	"fmt"
	"reflect"
	"slices"
	"strings"

	"snowfield/internal/fault"
)

// LibraryKind names a shelf of the Library.
type LibraryKind string

// The shelves. What Snowfield ships is in code; the records hold what the
// practice changed or added, every version of it.
const (
	ShelfScreening LibraryKind = "screening_item"
	ShelfConsent   LibraryKind = "consent_text"
	ShelfCourse    LibraryKind = "course_template"
	ShelfOutline   LibraryKind = "note_outline"
	ShelfEmergency LibraryKind = "emergency_plan"
	ShelfMethods   LibraryKind = "methods"
	ShelfSession   LibraryKind = "session_plan"
	ShelfMarks     LibraryKind = "mark_set"
	ShelfLeaving   LibraryKind = "leaving"
	ShelfRecords   LibraryKind = "records_rule"
	ShelfHandout   LibraryKind = "handout"
	ShelfFees      LibraryKind = "fees"
	ShelfMeasures  LibraryKind = "measures"
)

// LibraryItem is one kept version of a thing in the Library. It never
// changes; a change is a new version.
type LibraryItem struct {
	Kind    LibraryKind `json:"kind"`
	Key     string      `json:"key"`
	Version int         `json:"version"` // 1, 2, 3, ...; what is shipped has version 0
	Body    string      `json:"body"`    // the thing as JSON
	At      Instant     `json:"at"`
}

// Shelved is a thing of the Library and which version of it this is.
type Shelved[T any] struct {
	Key     string
	Item    T
	Version int     // 0: as shipped
	At      Instant // when this version was kept; empty for 0
	Shipped *T      // what Snowfield ships under the key; nil for the practice's own
}

// Text says which version this is: "As shipped", "Version 3, changed 12
// March". Days are those of the zone.
func (s Shelved[T]) Text(now Instant, zone string) string {
	if s.Version == 0 {
		return "As shipped"
	}
	at := s.At.In(zone)
	day := at.Format("2 January")
	if at.Year() != now.In(zone).Year() {
		day = LongDateText(at)
	}
	what := "changed"
	switch {
	case s.again():
		what = "as shipped again since"
	case s.Shipped == nil && s.Version == 1:
		what = "added"
	}
	return fmt.Sprintf("Version %d, %s %s", s.Version, what, day)
}

// again tells that the practice put back what is shipped. Why a severity
// changed does not count.
func (s Shelved[T]) again() bool {
	if s.Shipped == nil {
		return false
	}
	item := any(s.Item)
	if question, ok := item.(ScreeningItem); ok {
		question.Reason = ""
		item = question
	}
	return reflect.DeepEqual(item, any(*s.Shipped))
}

// overlay lays what the practice keeps over what is shipped: an item of the
// same key takes the shipped one's place, others follow in the order they
// were added. stored holds the latest version of each.
func overlay[T any](shipped []T, key func(T) string, stored []LibraryItem) ([]Shelved[T], error) {
	list := make([]Shelved[T], 0, len(shipped)+len(stored))
	for _, item := range shipped {
		list = append(list, Shelved[T]{Key: key(item), Item: item, Shipped: &item})
	}
	for _, kept := range stored {
		var item T
		if err := json.Unmarshal([]byte(kept.Body), &item); err != nil {
			return nil, fault.Wrap(fault.Corrupt, "A part of the Library cannot be read. Restore the last backup from the lock screen.", err)
		}
		own := Shelved[T]{Key: kept.Key, Item: item, Version: kept.Version, At: kept.At}
		i := slices.IndexFunc(list, func(s Shelved[T]) bool { return s.Key == kept.Key })
		if i < 0 {
			list = append(list, own)
			continue
		}
		own.Shipped = list[i].Shipped
		list[i] = own
	}
	return list, nil
}

// ScreeningShelf returns the screening's questions as the practice has them.
func ScreeningShelf(stored []LibraryItem) ([]Shelved[ScreeningItem], error) {
	return overlay(shippedScreening, func(i ScreeningItem) string { return i.Key }, stored)
}

// ConsentShelf returns the consents as the practice words them.
func ConsentShelf(stored []LibraryItem) ([]Shelved[ConsentText], error) {
	return overlay(shippedConsents, func(t ConsentText) string { return t.Key }, stored)
}

// CourseShelf returns the plans courses begin with.
func CourseShelf(stored []LibraryItem) ([]Shelved[CourseTemplate], error) {
	return overlay(shippedCourses, func(t CourseTemplate) string { return t.Key }, stored)
}

// OutlineShelf returns the outline of a note for each kind of session.
func OutlineShelf(stored []LibraryItem) ([]Shelved[NoteOutline], error) {
	return overlay(shippedOutlines, func(o NoteOutline) string { return string(o.Kind) }, stored)
}

// EmergencyShelf returns the one emergency plan.
func EmergencyShelf(stored []LibraryItem) ([]Shelved[EmergencyPlan], error) {
	return overlay([]EmergencyPlan{shippedEmergencyPlan}, func(EmergencyPlan) string { return TheOne }, stored)
}

// MethodShelf returns the one list of methods.
func MethodShelf(stored []LibraryItem) ([]Shelved[MethodList], error) {
	return overlay([]MethodList{shippedMethods}, func(MethodList) string { return TheOne }, stored)
}

// TheOne is the key on shelves that hold a single thing.
const TheOne = "practice"

// Shelve returns a thing as a new version to be kept. The thing must have
// been validated.
func Shelve(kind LibraryKind, key string, item any) (LibraryItem, error) {
	body, err := json.Marshal(item)
	return LibraryItem{Kind: kind, Key: key, Body: string(body)}, err
}

// EmergencyPlan is what to do, in order. The default is a start; a practice
// agrees its own with its prescriber.
type EmergencyPlan struct {
	Steps []string `json:"steps"`
}

var shippedEmergencyPlan = EmergencyPlan{Steps: []string{
	"Check breathing and response.",
	"Call emergency services.",
	"Open the airway, turn into the recovery position, stay.",
	"Call the prescriber.",
	"Call the emergency contact.",
}}

// Normalize trims the steps and leaves out empty ones.
func (p *EmergencyPlan) Normalize() { p.Steps = trimmed(p.Steps) }

// Validate refuses a plan without steps.
func (p EmergencyPlan) Validate() error {
	var c fault.Check
	checkList(&c, "steps", p.Steps, "The plan needs at least one step.")
	return c.Err()
}

// MethodList is the methods a note can name.
type MethodList struct {
	Methods []string `json:"methods"`
}

var shippedMethods = MethodList{Methods: []string{
	"IFS", "Brainspotting", "Guided reflection", "Talk", "Somatic", "EMDR", "Journaling", "Mindfulness",
}}

// Normalize trims the names and leaves out empty ones.
func (m *MethodList) Normalize() { m.Methods = trimmed(m.Methods) }

// Validate refuses an empty list and a method named twice.
func (m MethodList) Validate() error {
	var c fault.Check
	checkList(&c, "methods", m.Methods, "Keep at least one method.")
	seen := map[string]bool{}
	for _, name := range m.Methods {
		if seen[strings.ToLower(name)] {
			c.Refuse("methods", "“"+name+"” is there twice.")
		}
		seen[strings.ToLower(name)] = true
	}
	return c.Err()
}

// maxItems bounds lists a person makes.
const maxItems = 100

func checkList(c *fault.Check, field string, list []string, empty string) {
	if len(list) == 0 {
		c.Refuse(field, empty)
	}
	if len(list) > maxItems {
		c.Refuse(field, "At most 100.")
	}
	for _, text := range list {
		if strings.TrimSpace(text) == "" {
			c.Refuse(field, "A line is empty.")
		}
		checkLine(c, field, text)
	}
}

func checkTags(c *fault.Check, field string, tags []string) {
	if len(tags) > 30 {
		c.Refuse(field, "At most 30.")
	}
	for _, tag := range tags {
		checkLine(c, field, tag)
	}
}

// trimmed returns the words that are left when blanks are taken away.
func trimmed(list []string) []string {
	kept := make([]string, 0, len(list))
	for _, text := range list {
		if text = strings.TrimSpace(text); text != "" {
			kept = append(kept, text)
		}
	}
	return kept
}

func checkContact(c *fault.Check, under string, p Contact) {
	checkLine(c, under+".name", p.Name)
	checkLine(c, under+".relationship", p.Relationship)
	checkLine(c, under+".phone", p.Phone)
}

func checkDate(c *fault.Check, field string, d Date, required bool) {
	if d == "" {
		if required {
			c.Refuse(field, "Give a day.")
		}
		return
	}
	if day, ok := d.Day(); !ok || day.Year() < 1900 || day.Year() > 2200 {
		c.Refuse(field, "Give a day.")
	}
}
