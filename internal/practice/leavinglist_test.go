package practice

import (
	"reflect"
	"strings"
	"testing"
)

func TestLeavingListRules(t *testing.T) {
	for name, c := range map[string]struct {
		items, kept []LeavingItem
		want        string
	}{
		"as shipped":    {shippedLeaving.Items, shippedLeaving.Items, ""},
		"one more":      {[]LeavingItem{{"steady", "Steady"}, {"", " Shoes on "}}, []LeavingItem{{"steady", "Steady"}, {"shoes_on", "Shoes on"}}, ""},
		"other words":   {[]LeavingItem{{"steady", "Walks alone"}, {"", "Steady"}}, []LeavingItem{{"steady", "Walks alone"}, {"steady_2", "Steady"}}, ""},
		"an empty line": {[]LeavingItem{{"steady", "Steady"}, {"nausea", " "}, {}}, []LeavingItem{{"steady", "Steady"}}, ""},
		"nothing":       {[]LeavingItem{{}}, []LeavingItem{}, "items"},
		"a key twice":   {[]LeavingItem{{"a", "A"}, {"a", "B"}}, []LeavingItem{{"a", "A"}, {"a", "B"}}, "items"},
		"two lines":     {[]LeavingItem{{"a", "A\nB"}}, []LeavingItem{{"a", "A\nB"}}, "items"},
		"too many":      {make100(), make100(), "items"},
	} {
		list := LeavingList{append([]LeavingItem{}, c.items...)}
		list.Normalize()
		if !reflect.DeepEqual(list.Items, c.kept) {
			t.Errorf("%s: %v, want %v", name, list.Items, c.kept)
		}
		if got := fields(t, list.Validate()); got != c.want {
			t.Errorf("%s: refused %q, want %q", name, got, c.want)
		}
	}
}

// make100 returns one item more than a checklist takes.
func make100() []LeavingItem {
	items := []LeavingItem{}
	for i := range maxItems + 1 {
		items = append(items, LeavingItem{strings.Repeat("a", i+1), "Steady"})
	}
	return items
}
