// Package disktest stands for a disk whose power fails. It follows the steps
// that internal/disk announces and knows, at every moment, what is sure to be
// on the disk after a power cut and what may or may not be.
//
// What it takes for granted:
//
//   - A sync of a file makes its content durable, a sync of a folder the
//     changes of names in it. Nothing else makes anything durable: a file's
//     sync does not make its name durable, nor a folder's sync the content of
//     the files in it. (Real systems give more.)
//   - Of the writes, truncations and extensions of a file since its last sync
//     any may have reached the disk and any may not, whatever their order. A
//     write reaches it in sectors of 512 bytes, each wholly or not at all.
//   - Where a file grew but the sectors were not written, it holds zeros. (On
//     FAT it may hold anything.)
//   - Of the changes of names since the sync of their folder any may have
//     happened, except that changes of the same name keep their order. A
//     rename happens wholly or not, also from one folder to another: so do
//     the file systems that keep a journal of their names (ext4, XFS, Btrfs,
//     APFS, NTFS). On FAT it may be half done.
//   - A disk that says it has synced has.
package disktest

import (
	"errors"
	"io/fs"
	"maps"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"snowfield/internal/disk"
)

// Disk is what a disk holds of one folder, as it stands after the steps it was
// told of.
type Disk struct {
	root    string
	seen    *folder // the names as the running system sees them
	durable names   // the names that a power cut leaves
	pending []change
}

// A node is a file or a folder; its names are kept apart from it.
type node interface{ isNode() }

type folder struct{ names map[string]node }

func (*folder) isNode() {}
func (*file) isNode()   {}

// name is a place for a node: a name in a folder.
type name struct {
	in   *folder
	text string
}

// names says what lies at each name; one that is not there has nothing.
type names map[name]node

// change is a step that changed names: what lies at each afterwards, nil for
// nothing.
type change struct{ names names }

// touches reports whether two changes concern the same name.
func (c change) touches(other change) bool {
	for n := range c.names {
		if _, same := other.names[n]; same {
			return true
		}
	}
	return false
}

// Read returns a disk that holds what a folder holds now, all of it durable.
func Read(root string) (*Disk, error) {
	d := &Disk{root: filepath.Clean(root), durable: names{}}
	top, err := d.read(d.root)
	d.seen = top
	return d, err
}

func (d *Disk) read(path string) (*folder, error) {
	f := &folder{map[string]node{}}
	entries, err := os.ReadDir(path)
	if err != nil {
		return nil, err
	}
	for _, e := range entries {
		var n node
		below := filepath.Join(path, e.Name())
		if e.IsDir() {
			n, err = d.read(below)
		} else {
			var content []byte
			content, err = os.ReadFile(below)
			n = &file{durable: content}
		}
		if err != nil {
			return nil, err
		}
		f.names[e.Name()] = n
		d.durable[name{f, e.Name()}] = n
	}
	return f, nil
}

// at finds the name that a path stands for; false when it lies outside the
// folder or in none.
func (d *Disk) at(path string) (name, bool) {
	rest, err := filepath.Rel(d.root, path)
	if err != nil || rest == "." || rest == ".." || strings.HasPrefix(rest, ".."+string(filepath.Separator)) {
		return name{}, false
	}
	in := d.seen
	parts := strings.Split(rest, string(filepath.Separator))
	for _, part := range parts[:len(parts)-1] {
		below, ok := in.names[part].(*folder)
		if !ok {
			return name{}, false
		}
		in = below
	}
	return name{in, parts[len(parts)-1]}, true
}

func (d *Disk) fileAt(path string) *file {
	if n, ok := d.at(path); ok {
		f, _ := n.in.names[n.text].(*file)
		return f
	}
	return nil
}

// Do follows a step. One that the system would refuse (a name that is taken or
// not there) changes nothing, as on a real disk; so does one elsewhere.
func (d *Disk) Do(s disk.Step) {
	switch s.Kind {
	case disk.Create:
		if n, ok := d.at(s.Path); ok && n.in.names[n.text] == nil {
			d.rename(change{names{n: &file{}}})
		}
	case disk.Mkdir:
		if n, ok := d.at(s.Path); ok && n.in.names[n.text] == nil {
			d.rename(change{names{n: &folder{map[string]node{}}}})
		}
	case disk.Remove:
		n, ok := d.at(s.Path)
		if !ok || n.in.names[n.text] == nil {
			return
		}
		if f, is := n.in.names[n.text].(*folder); is && len(f.names) > 0 {
			return
		}
		d.rename(change{names{n: nil}})
	case disk.Rename:
		from, okFrom := d.at(s.Path)
		to, okTo := d.at(s.To)
		if okFrom && okTo && from != to && from.in.names[from.text] != nil {
			d.rename(change{names{to: from.in.names[from.text], from: nil}})
		}
	case disk.SyncFolder:
		if s.Path == d.root {
			d.syncNames(d.seen)
		} else if n, ok := d.at(s.Path); ok {
			if f, is := n.in.names[n.text].(*folder); is {
				d.syncNames(f)
			}
		}
	case disk.Write:
		if f := d.fileAt(s.Path); f != nil {
			f.write(s.Offset, s.Data)
		}
	case disk.Truncate:
		if f := d.fileAt(s.Path); f != nil {
			f.truncate(s.Offset)
		}
	case disk.Sync:
		if f := d.fileAt(s.Path); f != nil {
			f.sync()
		}
	}
}

func (d *Disk) rename(c change) {
	for n, what := range c.names {
		if what == nil {
			delete(n.in.names, n.text)
		} else {
			n.in.names[n.text] = what
		}
	}
	d.pending = append(d.pending, c)
}

// syncNames makes the changes in a folder durable, and with them the earlier
// ones of the same names.
func (d *Disk) syncNames(f *folder) {
	sure := make([]bool, len(d.pending))
	for i := len(d.pending) - 1; i >= 0; i-- {
		for n := range d.pending[i].names {
			sure[i] = sure[i] || n.in == f
		}
		for later := i + 1; later < len(d.pending); later++ {
			sure[i] = sure[i] || sure[later] && d.pending[i].touches(d.pending[later])
		}
	}
	var left []change
	for i, c := range d.pending {
		if sure[i] {
			d.durable.take(c)
		} else {
			left = append(left, c)
		}
	}
	d.pending = left
}

func (n names) take(c change) {
	for at, what := range c.names {
		if what == nil {
			delete(n, at)
		} else {
			n[at] = what
		}
	}
}

// CutPower writes into a new folder what the disk may hold if the power failed
// now, as random decides. The disk itself goes on.
func (d *Disk) CutPower(random *rand.Rand, into string) error {
	left := maps.Clone(d.durable)
	survives := chance(random)
	var lost []change
	for _, c := range d.pending {
		if slices.ContainsFunc(lost, c.touches) || !survives() {
			lost = append(lost, c)
			continue
		}
		left.take(c)
	}
	below := map[*folder]map[string]node{}
	for n, what := range left {
		if below[n.in] == nil {
			below[n.in] = map[string]node{}
		}
		below[n.in][n.text] = what
	}
	return write(d.seen, into, func(f *folder) map[string]node { return below[f] }, func(f *file) []byte {
		return f.afterCut(random)
	})
}

// Keep writes into a new folder what the running system sees, as after a
// process was killed and the power stayed on.
func (d *Disk) Keep(into string) error {
	return write(d.seen, into, func(f *folder) map[string]node { return f.names }, (*file).content)
}

func write(f *folder, into string, below func(*folder) map[string]node, content func(*file) []byte) error {
	if err := os.Mkdir(into, 0o700); err != nil && !errors.Is(err, fs.ErrExist) {
		return err
	}
	list := below(f)
	for _, text := range slices.Sorted(maps.Keys(list)) {
		path := filepath.Join(into, text)
		var err error
		switch n := list[text].(type) {
		case *folder:
			err = write(n, path, below, content)
		case *file:
			err = os.WriteFile(path, content(n), 0o600)
		}
		if err != nil {
			return err
		}
	}
	return nil
}

// chance returns a coin. How often it falls on true is itself left to random,
// and may be always or never: the ends are what real power cuts look like most.
func chance(random *rand.Rand) func() bool {
	weight := []float64{0, 1, 0.1, 0.5, 0.9}[random.IntN(5)]
	return func() bool { return random.Float64() < weight }
}
