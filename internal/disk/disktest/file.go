package disktest

import (
	"math/rand/v2"
	"slices"
)

// sector is how many bytes a disk writes at once, in bytes.
const sector = 512

// file is the content of a file: what is durable and what was done since.
type file struct {
	durable []byte
	since   []edit
}

// edit is a write, or the setting of a size.
type edit struct {
	resize bool
	offset int64 // where data is written, or the size
	data   []byte
}

func (f *file) write(offset int64, data []byte) {
	f.since = append(f.since, edit{offset: offset, data: slices.Clone(data)})
}

func (f *file) truncate(size int64) { f.since = append(f.since, edit{resize: true, offset: size}) }

func (f *file) sync() { f.durable, f.since = f.content(), nil }

// content is what the running system reads.
func (f *file) content() []byte {
	b := slices.Clone(f.durable)
	for _, e := range f.since {
		if e.resize {
			b = resized(b, e.offset, nil)
			continue
		}
		b = resized(b, max(int64(len(b)), e.offset+int64(len(e.data))), nil)
		copy(b[e.offset:], e.data)
	}
	return b
}

// afterCut is what a power cut may leave.
func (f *file) afterCut(random *rand.Rand) []byte {
	b := slices.Clone(f.durable)
	survives := chance(random)
	garbage := random.IntN(2) == 0
	fill := func(b []byte) {
		for i := range b {
			b[i] = byte(random.Uint32())
		}
	}
	if !garbage {
		fill = nil
	}
	for _, e := range f.since {
		if e.resize {
			if survives() {
				b = resized(b, e.offset, fill)
			}
			continue
		}
		end := e.offset + int64(len(e.data))
		if end > int64(len(b)) && survives() {
			b = resized(b, end, fill)
		}
		for from := e.offset; from < end; {
			to := min((from/sector+1)*sector, end)
			if survives() {
				if to > int64(len(b)) {
					b = resized(b, to, fill)
				}
				copy(b[from:to], e.data[from-e.offset:to-e.offset])
			}
			from = to
		}
	}
	return b
}

// resized cuts or extends; what is new is zero, or what fill makes of it.
func resized(b []byte, size int64, fill func([]byte)) []byte {
	old := int64(len(b))
	if size <= old {
		return b[:size]
	}
	b = append(b, make([]byte, size-old)...)
	if fill != nil {
		fill(b[old:])
	}
	return b
}
