package vault

import (
	"context"
	"io"
	"sync"
)

// Progress is told how far a long task is: pages done, and how many there are
// for all its parts together. The calls come one after the other, not all from
// the same goroutine. A nil Progress is told nothing.
type Progress func(done, total int64)

// parts divides a task into n parts, each of which goes over all pages. They
// may run side by side.
func (p Progress) parts(n int) []func(done, total int64) {
	var mu sync.Mutex
	all := make([]int64, n)
	list := make([]func(done, total int64), n)
	for i := range list {
		list[i] = func(done, total int64) {
			mu.Lock()
			defer mu.Unlock()
			all[i] = min(done, total)
			if p == nil {
				return
			}
			sum := int64(0)
			for _, done := range all {
				sum += done
			}
			p(sum, int64(n)*total)
		}
	}
	return list
}

// sideBySide runs tasks at the same time. The first that fails ends the others,
// and its error is returned.
func sideBySide(ctx context.Context, tasks ...func(context.Context) error) error {
	ctx, stop := context.WithCancelCause(ctx)
	defer stop(nil)
	var running sync.WaitGroup
	for _, task := range tasks {
		running.Go(func() {
			if err := task(ctx); err != nil {
				stop(err)
			}
		})
	}
	running.Wait()
	return context.Cause(ctx)
}

// metered reads pages, tells how many and ends with ctx.
type metered struct {
	ctx         context.Context
	r           io.Reader
	done, total int64 // bytes
	tell        func(done, total int64)
}

func (m *metered) Read(b []byte) (int, error) {
	if err := m.ctx.Err(); err != nil {
		return 0, err
	}
	n, err := m.r.Read(b)
	m.done += int64(n)
	m.tell(m.done/recordsUnit, m.total/recordsUnit)
	return n, err
}
