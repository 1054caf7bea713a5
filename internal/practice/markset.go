package practice

import (
	"fmt"
	"slices"
	"strings"

	"snowfield/internal/fault"
)

// MarkSet is ten marks, one for each digit key: 1 to 9, then 0.
type MarkSet struct {
	Key     string    `json:"key"`
	Name    string    `json:"name"`
	Marks   []KeyMark `json:"marks"`
	Offered bool      `json:"offered"` // in a session
}

// KeyMark is what one key writes into the log: a ready word, or words of the
// practice's own. A mark with neither leaves its key without effect.
type KeyMark struct {
	Word string `json:"word"` // an ObservationKind id; empty for own words
	Text string `json:"text"`
}

// Label returns what the mark writes.
func (m KeyMark) Label() string {
	if m.Word != "" {
		return observationByID[m.Word].Label
	}
	return m.Text
}

// marksInSet is how many digit keys there are.
const marksInSet = 10

var shippedMarkSets = []MarkSet{
	{"experience", "Experience", words("settled", "tearful", "moving", "spoke", "laughing", "restless", "nausea", "hand_held", "eyes_open", "reassurance"), true},
	{"body", "Body", words("onset", "peak", "somatic_release", "dizziness", "headache", "vomiting", "double_vision", "nystagmus", "slurred_speech", "repositioned"), true},
}

func words(ids ...string) []KeyMark {
	marks := make([]KeyMark, 0, len(ids))
	for _, id := range ids {
		marks = append(marks, KeyMark{Word: id})
	}
	return marks
}

// MarkWords are the ready words a mark can be: all but phases and steps, which
// are not written by a mark.
var MarkWords = func() []ObservationKind {
	list := []ObservationKind{}
	for _, kind := range ObservationKinds {
		if kind.Group != PhaseBegins && kind.Group != StepTaken {
			list = append(list, kind)
		}
	}
	return list
}()

// MarkShelf returns the sets of marks; the first that is offered is the one a
// session begins with.
func MarkShelf(stored []LibraryItem) ([]Shelved[MarkSet], error) {
	return overlay(shippedMarkSets, func(s MarkSet) string { return s.Key }, stored)
}

// Normalize trims the words.
func (s *MarkSet) Normalize() {
	s.Name = strings.TrimSpace(s.Name)
	for i := range s.Marks {
		s.Marks[i].Text = strings.TrimSpace(s.Marks[i].Text)
	}
}

// Validate refuses a set without a name, one that has not ten marks or none
// that writes anything, and words there are none of or that a mark cannot be.
func (s MarkSet) Validate() error {
	var c fault.Check
	if s.Key == "" {
		c.Refuse("key", "The set needs a key.")
	}
	if s.Name == "" {
		c.Refuse("name", "Give the set a name.")
	}
	checkLine(&c, "name", s.Name)
	if len(s.Marks) != marksInSet {
		c.Refuse("marks", "A set has ten marks, one for each digit.")
	}
	if !slices.ContainsFunc(s.Marks, func(m KeyMark) bool { return m != KeyMark{} }) {
		c.Refuse("marks", "Give at least one key a mark.")
	}
	for i, m := range s.Marks {
		field := fmt.Sprintf("marks.%d", i)
		if m.Word != "" && !slices.ContainsFunc(MarkWords, func(k ObservationKind) bool { return k.ID == m.Word }) {
			c.Refuse(field, "Choose one of the words listed.")
		}
		if m.Word != "" && m.Text != "" {
			c.Refuse(field, "A mark is a ready word or words of your own, not both.")
		}
		checkLine(&c, field, m.Text)
	}
	return c.Err()
}
