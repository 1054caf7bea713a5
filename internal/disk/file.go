package disk

import (
	"errors"
	"os"
)

// File is a new file that is being written from its start to its end.
type File struct {
	f   *os.File
	end int64
}

// Make makes a new file that only the user may read (mode 0600); it fails
// with fs.ErrExist when the path is taken.
func Make(path string) (*File, error) {
	if err := Announce(Step{Kind: Create, Path: path}); err != nil {
		return nil, err
	}
	f, err := os.OpenFile(path, os.O_CREATE|os.O_EXCL|os.O_RDWR, 0o600)
	if err != nil {
		return nil, err
	}
	return &File{f: f}, nil
}

// Write appends.
func (f *File) Write(b []byte) (int, error) {
	if err := Announce(Step{Kind: Write, Path: f.f.Name(), Offset: f.end, Data: b}); err != nil {
		return 0, err
	}
	n, err := f.f.Write(b)
	f.end += int64(n)
	return n, err
}

// ReadAt reads what was written.
func (f *File) ReadAt(b []byte, offset int64) (int, error) { return f.f.ReadAt(b, offset) }

// Size is the number of bytes written.
func (f *File) Size() int64 { return f.end }

// Sync returns once the content is on the disk.
func (f *File) Sync() error {
	if err := Announce(Step{Kind: Sync, Path: f.f.Name()}); err != nil {
		return err
	}
	return f.f.Sync()
}

// Close closes the file.
func (f *File) Close() error { return f.f.Close() }

// SyncFile makes the content of a closed file durable.
func SyncFile(path string) error {
	if err := Announce(Step{Kind: Sync, Path: path}); err != nil {
		return err
	}
	f, err := os.OpenFile(path, os.O_RDWR, 0)
	if err != nil {
		return err
	}
	return errors.Join(f.Sync(), f.Close())
}
