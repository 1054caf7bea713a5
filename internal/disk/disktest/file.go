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
			b = resized(b, e.offset)
			continue
		}
		b = resized(b, max(int64(len(b)), e.offset+int64(len(e.data))))
		copy(b[e.offset:], e.data)
	}
	return b
}

// afterCut is what a power cut may leave.
func (f *file) afterCut(random *rand.Rand) []byte {
	b := slices.Clone(f.durable)
	survives := chance(random)
	for _, e := range f.since {
		if e.resize {
			if survives() {
				b = resized(b, e.offset)
			}
			continue
		}
		end := e.offset + int64(len(e.data))
		if end > int64(len(b)) && survives() {
			b = resized(b, end)
		}
		for from := e.offset; from < end; {
			to := min((from/sector+1)*sector, end)
			if survives() {
				if to > int64(len(b)) {
					b = resized(b, to)
				}
				copy(b[from:to], e.data[from-e.offset:to-e.offset])
			}
			from = to
		}
	}
	return b
}

// resized cuts or extends; what is new is zero.
func resized(b []byte, size int64) []byte {
	if size <= int64(len(b)) {
		return b[:size]
	}
	return append(b, make([]byte, size-int64(len(b)))...)
}
