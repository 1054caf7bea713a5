package app

import (
	"errors"
	"fmt"
	"math/rand/v2"
	"os"
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

func (t trouble) refuses(s disk.Step) bool {
	for _, kind := range t.kinds {
		if s.Kind == kind {
			return true
		}
	}
	return false
}

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
	start, next := past.marks[i], past.script[i]
	if err := w.restage(start.copied); err != nil {
		return err
	}
	d := sit(w.stage(), start.secrets)
	defer d.rise()
	for name, s := range start.old {
		d.old[name] = s
	}
	if !start.locked {
		d.clock.Store(past.script[i-1].at.UnixMilli())
		if err := d.unlock(); err != nil {
			return err
		}
	}
	stop := disk.Watch(f.watch)
	err := d.take(next)
	stop()
	if err := inWords(err); err != nil {
		return err
	}
	left, known := may{start}, true
	if err != nil && d.app.open != nil {
		records, err := tables(d.app.open.vault)
		if err != nil {
			return found(lost, "reading: %v", err)
		}
		known = records.differs(start.records) == ""
	}
	switch {
	case err == nil && next.what == locking:
		left = past.left(i) // locking never waits for the disk
	case err == nil:
		left = may{past.marks[i+1]}
	case !known && next.what == backingUp:
		left = may{past.marks[i+1]} // made, and what failed is a note of it
	case !known && !f.doubt:
		return found(silent, "it is done, and was told as %v", err)
	case again:
		if !start.locked && d.app.isLocked() {
			if err := d.unlock(); err != nil {
				return found(unopenable, "after %s: %v", next.what, err)
			}
			records, err := tables(d.app.open.vault)
			if err != nil {
				return found(lost, "reading: %v", err)
			}
			if records.differs(past.marks[i+1].records) == "" { // the unlock has finished it
				left = past.left(i)
				break
			}
		}
		if err := d.take(next); err != nil && !(f.doubt && done(err)) {
			return found(lost, "the same again: %v", err)
		}
		left = may{past.marks[i+1]}
	case f.doubt:
		left = past.left(i)
	case start.records == nil || next.of > 0 || next.what == renewing && d.app.isLocked() || past.older && i == 0:
		left = past.left(i)
	}
	for n := range left {
		left[n].old = d.old // one that is made again has another name
		if n == 0 || left[n].Code == start.Code {
			left[n].Code = d.Code // as it was told
		} else {
			left[n].Code = "" // every run has its own
		}
		if left[n].Passphrase == start.Passphrase {
			left[n].Passphrase = d.Passphrase
		}
	}
	// Judged as it lies there now: to lock would write into it.
	folder, err := w.room()
	if err != nil {
		return err
	}
	defer os.RemoveAll(folder) //nolint:errcheck // within a temporary folder
	after := home(folder + "/after")
	if err := w.stage().copyTo(after); err != nil {
		return err
	}
	if past.older && i == 0 {
		if err := after.allOrNothing(past.marks[0]); err != nil {
			return err
		}
	}
	if err := after.judge(left); err != nil {
		return err
	}
	if f.forGood { // what could not be removed from there the next backup removes
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
