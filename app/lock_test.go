package app

import (
	"testing"

	"snowfield/internal/disk"
)

// Where the place cannot be kept, the next unlock begins at Today: never at the
// place of an earlier lock.
func TestPlaceThatCouldNotBeKept(t *testing.T) {
	b := newBench(t)
	b.create()
	for _, x := range []struct {
		place string
		full  bool
		want  string
	}{
		{"the chart", false, "the chart"},
		{"the note", true, ""},
		{"the session", false, "the session"},
		{"", false, ""}, // Go locked without the page
		{"the library", false, "the library"},
	} {
		stop := func() {}
		if x.full {
			stop = refusing("records.db-journal", 0, disk.Write)
		}
		b.ok(b.vault.Lock(x.place))
		got := must(b, b.vault.Unlock)(testPassphrase).Place
		stop()
		if got != x.want {
			t.Errorf("left at %q, disk full %v: back at %q", x.place, x.full, got)
		}
	}
}
