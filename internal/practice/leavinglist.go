package practice

import (
	"slices"
	"strings"

	"snowfield/internal/fault"
)

// Normalize trims the items, leaves out empty ones and gives each without a
// key one made of its words.
func (l *LeavingList) Normalize() {
	for i := range l.Items {
		l.Items[i].Label = strings.TrimSpace(l.Items[i].Label)
	}
	l.Items = slices.DeleteFunc(l.Items, func(i LeavingItem) bool { return i.Label == "" })
	giveKeys(l.Items, func(i *LeavingItem) (*string, string) { return &i.Key, i.Label })
}

// Validate refuses an empty checklist, and two items that share a key.
func (l LeavingList) Validate() error {
	var c fault.Check
	labels := []string{}
	seen := map[string]bool{}
	for _, item := range l.Items {
		labels = append(labels, item.Label)
		if item.Key == "" || seen[item.Key] {
			c.Refuse("items", "Two items share a key.")
		}
		seen[item.Key] = true
		checkLine(&c, "items", item.Key)
	}
	checkList(&c, "items", labels, "The checklist needs at least one item.")
	return c.Err()
}
