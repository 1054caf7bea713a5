package app

import (
	"errors"
	"fmt"
	"maps"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"syscall"

	"snowfield/internal/disk"
	"snowfield/internal/fault"
)

// trouble is what a disk says when it refuses.
type trouble struct {
	name  string
	errno error
	kinds []disk.Kind // the steps it refuses
}

var troubles = []trouble{
	{"disk full", syscall.ENOSPC, []disk.Kind{disk.Create, disk.Write, disk.Mkdir}},
	{"disk failing", syscall.EIO, []disk.Kind{disk.Write, disk.Truncate, disk.Sync, disk.SyncFolder, disk.Rename, disk.Remove, disk.Create, disk.Mkdir}},
	{"permission lost", syscall.EACCES, []disk.Kind{disk.Create, disk.Open, disk.Mkdir, disk.Rename, disk.Remove}},
}

func (t trouble) refuses(s disk.Step) bool { return slices.Contains(t.kinds, s.Kind) }

// faults has the disk refuse at some step, once or from there on, and then be
// as it was: the call must say so in words and leave everything as it was, and
// the same call again must succeed.
func (w *ward) faults(t *tally, rounds int) error {
	random := rand.New(rand.NewPCG(w.seed, 20))
	refused := 0
	for n := 0; n < rounds; {
		h := w.pick(n)
		i := random.IntN(len(h.script))
		if h.older && n%8 == 3 {
			i = 0
		}
		trouble := troubles[random.IntN(len(troubles))]
		forGood := random.IntN(2) == 0
		possible := 0
		for _, s := range h.trace.Steps(h.marks[i].steps, h.marks[i+1].steps) {
			if trouble.refuses(s) {
				possible++
			}
		}
		if possible == 0 {
			continue
		}
		n++
		f := &failing{trouble: trouble, after: random.IntN(possible), forGood: forGood}
		round := fmt.Sprintf("round %d, %s at call %d, for good %v, in step %d, %s", n, trouble.name, f.after, forGood, i, h.script[i].what)
		err := w.faultIn(h, i, f, random.IntN(2) == 0)
		if f.refused > 0 {
			refused++
		}
		t.count(round, err)
		if err != nil {
			if err := w.show(w.stage(), round); err != nil {
				return err
			}
		}
	}
	t.detail = fmt.Sprintf("in %d the disk came to refuse", refused)
	return nil
}

// failing refuses after some calls that pass.
type failing struct {
	trouble
	after   int
	forGood bool
	refused int
	before  disk.Step
	doubt   bool
}

func (f *failing) watch(s disk.Step) error {
	before := f.before
	f.before = disk.Step{Kind: s.Kind, Path: s.Path, Offset: s.Offset}
	if !f.refuses(s) {
		return nil
	}
	if f.after > 0 {
		f.after--
		return nil
	}
	if f.refused > 0 && !f.forGood {
		return nil
	}
	f.refused++
	// SQLite commits by cutting its journal. When only the sync of that fails
	// nobody can know whether the transaction will be there after a power cut.
	f.doubt = f.doubt || s.Kind == disk.Sync && before.Kind == disk.Truncate && before.Path == s.Path && before.Offset == 0
	return f.errno
}

// faultIn makes step i of the script while the disk fails. Afterwards the same
// is done again, or the app is started anew at what the failure left.
func (w *ward) faultIn(past *history, i int, f *failing, again bool) error {
	t, err := w.try(past, i, f)
	if err != nil {
		return err
	}
	defer t.rise()
	if err := inWords(t.told); err != nil {
		return err
	}
	left, err := t.left(again)
	if err != nil {
		return err
	}
	return w.asItLies(t, t.inHand(left))
}

// trial is a step that was made while the disk failed.
type trial struct {
	*desk
	past *history
	i    int
	f    *failing
	told error // what the call said
}

func (w *ward) try(past *history, i int, f *failing) (*trial, error) {
	start := past.marks[i]
	if err := w.restage(start.copied); err != nil {
		return nil, err
	}
	t := &trial{desk: sit(w.stage(), start.secrets), past: past, i: i, f: f}
	maps.Copy(t.old, start.old)
	if !start.locked {
		t.clock.Store(past.script[i-1].at.UnixMilli())
		if err := t.unlock(); err != nil {
			t.rise()
			return nil, err
		}
	}
	defer disk.Watch(f.watch)()
	t.told = t.take(past.script[i])
	return t, nil
}

// live reads the records; nil while they are locked.
func (t *trial) live() (dump, error) {
	if t.app.isLocked() {
		return nil, nil
	}
	records, err := tables(t.app.open.vault)
	if err != nil {
		return nil, found(lost, "reading: %v", err)
	}
	return records, nil
}

// left says what may be there now; again has the same step made once more.
func (t *trial) left(again bool) (may, error) {
	start, after, next := t.past.marks[t.i], t.past.marks[t.i+1], t.past.script[t.i]
	if t.told == nil {
		if next.what == locking {
			return t.past.left(t.i), nil // locking never waits for the disk
		}
		return may{after}, nil
	}
	live, err := t.live()
	if err != nil {
		return nil, err
	}
	changed := live != nil && live.differs(start.records) != ""
	switch {
	case changed && next.what == backingUp:
		return may{after}, nil // made, and what failed is a note of it
	case changed && !t.f.doubt:
		return nil, found(silent, "it is done, and was told as %v", t.told)
	case again:
		return t.again()
	case t.f.doubt, start.records == nil, next.of > 0, next.what == renewing && live == nil, t.past.older && t.i == 0:
		return t.past.left(t.i), nil
	}
	return may{start}, nil
}

// again does the same once more.
func (t *trial) again() (may, error) {
	after := t.past.marks[t.i+1]
	if !t.past.marks[t.i].locked && t.app.isLocked() {
		if err := t.unlock(); err != nil {
			return nil, found(unopenable, "after %s: %v", after.what, err)
		}
		live, err := t.live()
		if err != nil {
			return nil, err
		}
		if live.differs(after.records) == "" { // the unlock has finished it
			return t.past.left(t.i), nil
		}
	}
	if err := t.take(t.past.script[t.i]); err != nil && !(t.f.doubt && done(err)) {
		return nil, found(lost, "the same again: %v", err)
	}
	if t.f.doubt { // done twice it may be counted and in the trail twice
		live, err := t.live()
		if err != nil {
			return nil, err
		}
		if live != nil && live.without("meta", "audit").differs(after.records.without("meta", "audit")) == "" {
			after.records = live
		}
	}
	return may{after}, nil
}

// inHand gives the states the secrets and backups of this run.
func (t *trial) inHand(left may) may {
	start := t.past.marks[t.i]
	for n := range left {
		left[n].old = t.old // a backup that is made again has another name
		if n == 0 || left[n].Code == start.Code {
			left[n].Code = t.Code
		} else {
			left[n].Code = "" // every run has its own, and of this nobody was told
		}
		if left[n].Passphrase == start.Passphrase {
			left[n].Passphrase = t.Passphrase
		}
	}
	return left
}

// asItLies judges a copy of the stage as if the process had been killed: to
// lock would write into it.
func (w *ward) asItLies(t *trial, left may) error {
	room, err := w.room()
	if err != nil {
		return err
	}
	defer os.RemoveAll(room) //nolint:errcheck // within a temporary folder
	after := home(filepath.Join(room, "after"))
	if err := w.stage().copyTo(after); err != nil {
		return err
	}
	if t.past.older && t.i == 0 {
		if err := after.allOrNothing(t.past.marks[0]); err != nil {
			return err
		}
	}
	if err := after.judge(left); err != nil {
		return err
	}
	if t.f.forGood { // what could not be removed from there the next backup removes
		if err := os.RemoveAll(after.backups()); err != nil {
			return err
		}
	}
	if list := after.unfinished(); len(list) > 0 {
		return found(lost, "left behind: %v", list)
	}
	return nil
}

// done tells whether a refusal says that what is sent again is there already.
func done(err error) bool {
	var r refusal
	return errors.As(err, &r) && (r.fault.Code == fault.Conflict || r.fault.Code == fault.Signed)
}

// inWords refuses an error that tells the therapist nothing, or the wrong thing.
func inWords(err error) error {
	if err == nil {
		return nil
	}
	var r refusal
	if !errors.As(err, &r) || r.fault.Message == "" {
		return found(silent, "no words: %v", err)
	}
	switch r.fault.Code {
	case fault.NotSaved, fault.NotFound:
		return nil
	}
	return found(silent, "told %s: %s", r.fault.Code, r.fault.Message)
}
