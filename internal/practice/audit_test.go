package practice

import (
	"fmt"
	"testing"
	"time"

	"snowfield/internal/fault"
)

func trail(n int) []AuditEntry {
	list := make([]AuditEntry, n)
	prev := Genesis
	for i := range list {
		e := AuditEntry{Seq: int64(i) + 1, At: noon.Add(time.Duration(i) * time.Second), Act: ActChange, Subject: "client", SubjectID: fmt.Sprint(i), Detail: "version 1", Prev: prev}
		e.Hash = e.Seal()
		prev, list[i] = e.Hash, e
	}
	return list
}

// The seal is part of the format: it does not change by accident. The value
// was computed apart, as SHA-256 of the compact JSON array.
func TestSeal(t *testing.T) {
	const want = "58d287b7c3bc30565c305e26951378a73135a8187dbc5dc9ae4d756ef461df3b"
	if got := trail(2)[1].Hash; got != want {
		t.Errorf("%s, want %s", got, want)
	}
}

func TestTrail(t *testing.T) {
	for name, c := range map[string]struct {
		tamper func([]AuditEntry) []AuditEntry
		broken string
	}{
		"whole":         {func(l []AuditEntry) []AuditEntry { return l }, ""},
		"tail cut":      {func(l []AuditEntry) []AuditEntry { return l[:3] }, ""}, // shows only against a head
		"first removed": {func(l []AuditEntry) []AuditEntry { return l[1:] }, "entry 1 is missing"},
		"one removed":   {func(l []AuditEntry) []AuditEntry { return append(l[:2], l[3:]...) }, "entry 3 is missing"},
		"exchanged":     {func(l []AuditEntry) []AuditEntry { l[1], l[2] = l[2], l[1]; return l }, "entry 2 is missing"},
		"exchanged and renumbered": {func(l []AuditEntry) []AuditEntry {
			l[1], l[2] = l[2], l[1]
			l[1].Seq, l[2].Seq = 2, 3
			return l
		}, "entry 2 was changed"},
		"repeated":   {func(l []AuditEntry) []AuditEntry { l[3] = l[2]; return l }, "entry 4 is missing"},
		"seq":        {func(l []AuditEntry) []AuditEntry { l[2].Seq = 9; return l }, "entry 3 is missing"},
		"time":       {func(l []AuditEntry) []AuditEntry { l[2].At = noon; return l }, "entry 3 was changed"},
		"act":        {func(l []AuditEntry) []AuditEntry { l[2].Act = ActSign; return l }, "entry 3 was changed"},
		"subject":    {func(l []AuditEntry) []AuditEntry { l[2].Subject = "note"; return l }, "entry 3 was changed"},
		"subject id": {func(l []AuditEntry) []AuditEntry { l[2].SubjectID = "x"; return l }, "entry 3 was changed"},
		"detail":     {func(l []AuditEntry) []AuditEntry { l[2].Detail = "version 2"; return l }, "entry 3 was changed"},
		"hash":       {func(l []AuditEntry) []AuditEntry { l[2].Hash = l[1].Hash; return l }, "entry 3 was changed"},
		"words moved over": {func(l []AuditEntry) []AuditEntry {
			l[2].Subject, l[2].SubjectID = "client2", ""
			return l
		}, "entry 3 was changed"},
		"changed and sealed anew": {func(l []AuditEntry) []AuditEntry {
			l[2].Detail = "version 2"
			l[2].Hash = l[2].Seal()
			return l
		}, "entry 4 was changed"},
	} {
		var tr Trail
		var err error
		list := c.tamper(trail(5))
		for _, e := range list {
			if err = tr.Follow(e); err != nil {
				break
			}
		}
		if c.broken == "" {
			if n, head := tr.Head(); err != nil || n != int64(len(list)) || head != list[len(list)-1].Hash {
				t.Errorf("%s: %v, head %d %s", name, err, n, head)
			}
			continue
		}
		wantCode(t, err, fault.Corrupt)
		if err == nil || err.Error() != "corrupt: The audit trail is broken: "+c.broken+"." {
			t.Errorf("%s: %v, want %s", name, err, c.broken)
		}
	}
	var empty Trail
	if n, head := empty.Head(); n != 0 || head != Genesis || len(Genesis) != 64 {
		t.Errorf("an empty trail: %d %s", n, head)
	}
}
