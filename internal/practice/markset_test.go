package practice

import (
	"strings"
	"testing"
)

func TestMarkSetRules(t *testing.T) {
	for name, c := range map[string]struct {
		change func(*MarkSet)
		want   string
	}{
		"as shipped":         {func(*MarkSet) {}, ""},
		"no longer offered":  {func(s *MarkSet) { s.Offered = false }, ""},
		"no name":            {func(s *MarkSet) { s.Name = " " }, "name"},
		"no key":             {func(s *MarkSet) { s.Key = "" }, "key"},
		"nine marks":         {func(s *MarkSet) { s.Marks = s.Marks[1:] }, "marks"},
		"eleven marks":       {func(s *MarkSet) { s.Marks = append(s.Marks, KeyMark{}) }, "marks"},
		"a key without mark": {func(s *MarkSet) { s.Marks[3] = KeyMark{} }, ""},
		"blanks alone":       {func(s *MarkSet) { s.Marks = make([]KeyMark, marksInSet); s.Marks[2].Text = "  " }, "marks"},
		"own words":          {func(s *MarkSet) { s.Marks[3] = KeyMark{Text: " Eye shades on "} }, ""},
		"both":               {func(s *MarkSet) { s.Marks[3].Text = "Eye shades on" }, "marks.3"},
		"two lines":          {func(s *MarkSet) { s.Marks[3] = KeyMark{Text: "a\nb"} }, "marks.3"},
		"long words":         {func(s *MarkSet) { s.Marks[9] = KeyMark{Text: strings.Repeat("a", 301)} }, "marks.9"},
		"no such word":       {func(s *MarkSet) { s.Marks[0] = KeyMark{Word: "levitating"} }, "marks.0"},
		"a phase":            {func(s *MarkSet) { s.Marks[0] = KeyMark{Word: "phase_medicine"} }, "marks.0"},
		"a step":             {func(s *MarkSet) { s.Marks[0] = KeyMark{Word: "talk_instead"} }, "marks.0"},
		"an emergency":       {func(s *MarkSet) { s.Marks[0] = KeyMark{Word: "seizure"} }, ""},
		"a connection":       {func(s *MarkSet) { s.Marks[0] = KeyMark{Word: "connection_lost"} }, ""},
	} {
		set := shippedMarkSets[0]
		set.Marks = append([]KeyMark{}, set.Marks...)
		c.change(&set)
		set.Normalize()
		if got := fields(t, set.Validate()); got != c.want {
			t.Errorf("%s: refused %q, want %q", name, got, c.want)
		}
	}
}
