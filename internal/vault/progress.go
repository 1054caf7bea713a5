package vault

import (
	"context"
	"io"
)

// Progress is told how far a long task is: pages done, and how many there are
// for all its parts together. The calls come one after the other, not all from
// the same goroutine. A nil Progress is told nothing.
type Progress func(done, total int64)

// part is the progress of the part i of n, each of which goes over all pages.
func (p Progress) part(i, n int64) func(done, total int64) {
	return func(done, total int64) {
		if p != nil {
			p(i*total+min(done, total), n*total)
		}
	}
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
