package app

import (
	"errors"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"runtime"
	"sync"

	"snowfield/internal/disk"
	"snowfield/internal/disk/disktest"
)

// cuts follows the trace of the script on a disk that forgets, and lets the
// power fail between two steps, again and again over the whole of it.
func (w *ward) cuts(t *tally, rounds int) error {
	folder, err := w.room()
	if err != nil {
		return err
	}
	judges := make(chan func())
	var working sync.WaitGroup
	for range runtime.NumCPU() {
		working.Go(func() {
			for judge := range judges {
				judge()
			}
		})
	}
	points, passed, before, hit := 0, 0, 0, 0
	for _, h := range w.pasts {
		points += h.trace.Len() + 1
	}
	for _, h := range w.pasts {
		where := 0
		err = errors.Join(err, h.trace.Replay(func(done int, next disk.Step, d *disktest.Disk) error {
			for where+1 < len(h.marks) && h.marks[where+1].steps <= done {
				where++
			}
			before++
			times := rounds*before/points - passed
			passed += times
			hit += min(times, 1)
			for n := range times {
				random := rand.New(rand.NewPCG(w.seed, uint64(done)<<16|uint64(n)))
				after := home(filepath.Join(folder, fmt.Sprintf("%v-%d-%d", h.older, done, n)))
				if err := d.CutPower(random, string(after)); err != nil {
					return err
				}
				round := fmt.Sprintf("older %v, before step %d of %d, a %s of %s, time %d", h.older, done, h.trace.Len(), next.Kind, filepath.Base(next.Path), n)
				i := where
				judges <- func() {
					err := h.verdict(after, i)
					t.count(round, err)
					if err != nil {
						_ = w.show(after, round)
					}
					_ = os.RemoveAll(string(after))
				}
			}
			return nil
		}))
	}
	close(judges)
	working.Wait()
	t.detail = fmt.Sprintf("at %d of %d write points", hit, points)
	return err
}
