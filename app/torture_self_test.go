package app

import (
	"bytes"
	"errors"
	"math/rand/v2"
	"os"
	"path/filepath"
	"testing"
)

// judgeTells holds that the torture's judge sees what it is there for: one that
// passes everything would count nothing.
func (w *ward) judgeTells(t *testing.T) {
	h := w.pasts[0]
	last := h.marks[len(h.marks)-2]    // locked
	earlier := h.marks[len(h.marks)-4] // a form and a lock before
	judged := func(m mark, change func(home) error, left may) error {
		t.Helper()
		if err := errors.Join(w.restage(m.copied), change(w.stage())); err != nil {
			t.Fatal(err)
		}
		return w.stage().judge(left)
	}
	nothing := func(home) error { return nil }
	expect := func(err error, want outcome) {
		t.Helper()
		var f *finding
		if !errors.As(err, &f) || f.outcome != want {
			t.Errorf("judged %v, want %s", err, want)
		}
	}
	if err := judged(last, nothing, may{earlier, last}); err != nil {
		t.Errorf("nothing was wrong: %v", err)
	}
	rolledBack := last
	rolledBack.Passphrase, rolledBack.Code = earlier.Passphrase, ""
	expect(judged(earlier, nothing, may{rolledBack}), lost)
	expect(judged(last, func(h home) error { return os.RemoveAll(h.vault()) }, may{last}), unopenable)
	expect(judged(last, func(h home) error { return os.Remove(filepath.Join(h.vault(), "key.age")) }, may{last}), unopenable)
	expect(judged(last, func(h home) error { return os.RemoveAll(h.backups()) }, may{last}), lost)
	stranger := last
	stranger.Passphrase = "nobody's passphrase at all"
	expect(judged(last, nothing, may{stranger}), unopenable)
	stranger = last
	stranger.Code = "another"
	expect(judged(last, nothing, may{stranger}), lost)

	// A whole file from another time is damage that no page can tell of.
	records := readFile(t, filepath.Join(earlier.copied.vault(), "records.db"))
	expect(w.harmed(last, harm{"an older file", "records.db", func([]byte, *rand.Rand) []byte { return bytes.Clone(records) }}, nil), silent)

	// A process that is killed between two steps of the disk leaves what the
	// model says: all changes of the disk were announced.
	kept := home(filepath.Join(t.TempDir(), "kept"))
	if err := h.keep(len(h.script), kept); err != nil {
		t.Fatal(err)
	}
	if err := kept.judge(may{h.marks[len(h.script)]}); err != nil {
		t.Errorf("the model holds something else than the folder: %v", err)
	}
}
