package practice

import (
	"fmt"
	"testing"
)

// Which entries a document may hold, and how much of each, for every choice of
// the parts that bear on them.
func TestEntriesByParts(t *testing.T) {
	entries := map[string]Observation{
		"seen":           {Kind: "tearful", Text: "quiet"},
		"free":           {Text: "Looked for the window"},
		"words":          {Text: "It is wide.", ClientWords: true},
		"with words":     {Kind: "tearful", Text: "At last.", ClientWords: true},
		"rest":           {Kind: "rest"},
		"call":           {Kind: "call", Text: "Wait.", ClientWords: true, Call: &Call{Callee: CallPrescriber}},
		"chest":          {Kind: "chest_pain", Text: "left side"},
		"chest in words": {Kind: "chest_pain", Text: "It burns.", ClientWords: true},
	}
	say := func(o Observation, in bool) string {
		switch {
		case !in:
			return "-"
		case o.Text == "":
			return "word"
		}
		return "all"
	}
	for _, c := range []struct {
		parts []Part
		want  map[string]string // in the log, in the holds; what is not named is in neither
	}{
		{nil, nil},
		{[]Part{PartObserved}, map[string]string{"seen": "all -", "free": "all -", "with words": "word -", "chest": "all -", "chest in words": "word -"}},
		{[]Part{PartOwnWords}, map[string]string{"words": "all -", "with words": "all -", "chest in words": "all -"}},
		{[]Part{PartHolds}, map[string]string{"rest": "- word", "call": "- all", "chest": "- all", "chest in words": "- word"}},
		{[]Part{PartObserved, PartHolds}, map[string]string{
			"seen": "all -", "free": "all -", "with words": "word -", "rest": "word word", "call": "all all", "chest": "all all", "chest in words": "word word",
		}},
		{[]Part{PartObserved, PartOwnWords, PartHolds}, map[string]string{
			"seen": "all -", "free": "all -", "words": "all -", "with words": "all -", "rest": "word word", "call": "all all", "chest": "all all", "chest in words": "all all",
		}},
	} {
		set := PartSet{}
		for _, p := range c.parts {
			set[p] = true
		}
		for name, o := range entries {
			want := c.want[name]
			if want == "" {
				want = "- -"
			}
			if got := fmt.Sprintf("%s %s", say(set.InLog(o)), say(set.InHolds(o))); got != want {
				t.Errorf("%v: %q is %q, want %q", c.parts, name, got, want)
			}
		}
	}
}
