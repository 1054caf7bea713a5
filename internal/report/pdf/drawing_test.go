package pdf

import (
	"fmt"
	"testing"
)

func TestStrokesOf(t *testing.T) {
	for path, want := range map[string]string{
		"":                              "[]",
		"M 1 2 L 3 4 L 5 6 M 7 8 L 9 0": "[[{1 2} {3 4} {5 6}] [{7 8} {9 0}]]",
		"L 1 2":                         "[]",
		"M 1 2 L 3":                     "[[{1 2}]]",
		"M 1 2 L x 4 M 5 6":             "[[{1 2}]]",
		"M 1 2 C 3 4":                   "[[{1 2}]]",
	} {
		if got := fmt.Sprint(strokesOf(path)); got != want {
			t.Errorf("%q: got %s, want %s", path, got, want)
		}
	}
}
