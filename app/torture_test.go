package app

import (
	"errors"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"sync"
	"testing"
	"time"
)

// How many rounds of each kind. The usual numbers are few, for every run of
// the tests; go tool task torture gives more.
var (
	killRounds  = flag.Int("torture.kills", 12, "rounds of the torture in which a process is killed")
	cutRounds   = flag.Int("torture.cuts", 200, "rounds in which the power fails")
	flipRounds  = flag.Int("torture.flips", 60, "rounds in which a file is damaged")
	faultRounds = flag.Int("torture.faults", 80, "rounds in which the disk refuses")
	tortureSeed = flag.Uint64("torture.seed", 1, "what the torture's choices are made from")
	tortureKeep = flag.String("torture.keep", "", "keep what was found in this `folder`")
)

// tally counts what the rounds of a kind ended in.
type tally struct {
	kind   string
	detail string // what the rounds were
	took   time.Duration

	mu                               sync.Mutex
	rounds, lost, unopenable, silent int
	findings                         []string
}

// count takes in how a round ended; round names it, so that it can be found again.
func (t *tally) count(round string, err error) {
	t.mu.Lock()
	defer t.mu.Unlock()
	t.rounds++
	if err == nil {
		return
	}
	var f *finding
	if !errors.As(err, &f) {
		f = &finding{lost, "the round itself failed: " + err.Error()}
	}
	switch f.outcome {
	case lost:
		t.lost++
	case unopenable:
		t.unopenable++
	case silent:
		t.silent++
	}
	t.findings = append(t.findings, fmt.Sprintf("%s, %s: %v", t.kind, round, f))
}

// TestTorture works a practice, again and again, while processes are killed,
// the power fails, files are damaged and the disk refuses. Whatever was
// acknowledged must be there afterwards, or somebody must have been told.
func TestTorture(t *testing.T) {
	w, err := newWard(t.TempDir(), quickFolder(t), *tortureSeed)
	if err != nil {
		t.Fatal(err)
	}
	t.Run("the judge tells", w.judgeTells)
	var table []*tally
	for _, kind := range []struct {
		name   string
		rounds int
		run    func(*tally, int) error
	}{
		{"kills", *killRounds, w.kills},
		{"cuts", *cutRounds, w.cuts},
		{"flips", *flipRounds, w.flips},
		{"faults", *faultRounds, w.faults},
	} {
		began, result := time.Now(), &tally{kind: kind.name}
		if err := kind.run(result, kind.rounds); err != nil {
			t.Errorf("%s: %v", kind.name, err)
		}
		result.took = time.Since(began)
		table = append(table, result)
	}
	fmt.Print(tallied(table, *tortureSeed))
	for _, r := range table {
		if r.lost+r.unopenable+r.silent > 0 {
			t.Errorf("%s: %d lost, %d unopenable, %d silent", r.kind, r.lost, r.unopenable, r.silent)
		}
		for i, text := range r.findings {
			if i == 20 {
				t.Errorf("and %d more", len(r.findings)-i)
				break
			}
			t.Error(text)
		}
	}
}

// tallied is the table that go tool task torture ends with.
func tallied(table []*tally, seed uint64) string {
	var b strings.Builder
	fmt.Fprintf(&b, "\n%-8s %8s %8s %12s %8s %9s  %s\n", "kind", "rounds", "lost", "unopenable", "silent", "seconds", "")
	for _, r := range table {
		fmt.Fprintf(&b, "%-8s %8d %8d %12d %8d %9.1f  %s\n", r.kind, r.rounds, r.lost, r.unopenable, r.silent, r.took.Seconds(), r.detail)
	}
	fmt.Fprintf(&b, "%s/%s, seed %d\n", runtime.GOOS, runtime.GOARCH, seed)
	return b.String()
}

// quickFolder is a temporary folder, in memory where the system has such a
// place: what is tested is what the disk is told, not how long it takes.
func quickFolder(t *testing.T) string {
	folder, err := os.MkdirTemp("/dev/shm", "snowfield-torture-")
	if err != nil {
		return t.TempDir()
	}
	t.Cleanup(func() {
		if err := os.RemoveAll(folder); err != nil {
			t.Error(err)
		}
	})
	return folder
}

// ward is where the torture happens: the runs without a fault that all others
// are measured by, and room for copies.
type ward struct {
	folder string // for what is kept until the end
	quick  string // for what is worked with
	seed   uint64
	pasts  []*history
}

func newWard(folder, quick string, seed uint64) (*ward, error) {
	quick, err := filepath.EvalSymlinks(quick) // as SQLite names its files
	if err != nil {
		return nil, err
	}
	w := &ward{folder: folder, quick: quick, seed: seed}
	for _, older := range []bool{false, true} {
		keep, err := os.MkdirTemp(folder, "history-")
		if err != nil {
			return nil, err
		}
		if err := w.clear(); err != nil {
			return nil, err
		}
		h := &history{script: scriptFor(seed, older), older: older}
		var s secrets
		if older {
			if s, err = w.older(filepath.Join(vaultFixtures, "schema-1")); err != nil {
				return nil, err
			}
		} else if h.bare, err = bareRecords(keep); err != nil {
			return nil, err
		}
		if err := w.run(h, w.stage(), s, keep); err != nil {
			return nil, err
		}
		w.pasts = append(w.pasts, h)
	}
	return w, nil
}

// older puts a vault on the stage that an older Snowfield wrote.
func (w *ward) older(fixture string) (secrets, error) {
	s := secrets{Passphrase: samplePassphrase}
	put := func() error {
		return errors.Join(w.clear(), os.CopyFS(w.stage().vault(), os.DirFS(fixture)))
	}
	if err := put(); err != nil {
		return s, err
	}
	v, err := w.stage().place().Open(s.Passphrase)
	if err != nil {
		return s, err
	}
	s.Code = v.RecoveryCode().Text()
	return s, errors.Join(v.Close(), put())
}

// pick takes the history that a round is about: every fourth is of records of
// an older schema.
func (w *ward) pick(round int) *history {
	if round%4 == 3 {
		return w.pasts[1]
	}
	return w.pasts[0]
}

// stage is the one home that is worked in: its path is in the records, as the
// folder of the backups, and must be the same in every run.
func (w *ward) stage() home { return home(filepath.Join(w.quick, "stage")) }

// room makes an empty folder.
func (w *ward) room() (string, error) { return os.MkdirTemp(w.quick, "room-") }

// clear makes the stage anew, with a folder for backups.
func (w *ward) clear() error {
	return errors.Join(os.RemoveAll(string(w.stage())), os.MkdirAll(w.stage().backups(), 0o700))
}

// restage puts a copy of a home on the stage.
func (w *ward) restage(from home) error {
	if err := os.RemoveAll(string(w.stage())); err != nil {
		return err
	}
	return from.copyTo(w.stage())
}

// show keeps a home in which something was found, if that is asked for.
func (w *ward) show(h home, round string) error {
	if *tortureKeep == "" {
		return nil
	}
	into := filepath.Join(*tortureKeep, strings.ReplaceAll(round, " ", "-"))
	if err := os.MkdirAll(filepath.Dir(into), 0o700); err != nil {
		return err
	}
	return h.copyTo(home(into))
}
