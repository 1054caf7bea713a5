// Package atomicfile replaces files so that after a power cut the old content
// or the new one is there, whole.
package atomicfile

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
)

// Write replaces the file at path, or makes it, with data. Only the user may
// read it (mode 0600). When Write returns nil the data is on the disk. After an
// error the old file is as it was, unless only the sync of the folder failed:
// then the new one is in its place and may be lost again in a power cut.
func Write(path string, data []byte) error {
	return Fill(path, func(f *os.File) error {
		_, err := f.Write(data)
		return err
	})
}

// Fill is Write for content that fill writes. The file that fill gets is a
// temporary one beside path; nothing of it remains after an error.
func Fill(path string, fill func(f *os.File) error) (err error) {
	f, err := os.CreateTemp(filepath.Dir(path), ".new-*") // made with mode 0600
	if err != nil {
		return err
	}
	defer func() {
		if err != nil {
			err = errors.Join(err, ignoreGone(os.Remove(f.Name())))
		}
	}()
	if err := errors.Join(fill(f), f.Sync(), f.Close()); err != nil {
		return err
	}
	return Rename(f.Name(), path)
}

// Rename moves a file, replacing what is at the new path, or a folder, and
// makes the move durable. The content must have been synced before.
func Rename(from, to string) error {
	if err := rename(from, to); err != nil {
		return err
	}
	if err := SyncFolder(filepath.Dir(to)); err != nil {
		return err
	}
	if filepath.Dir(from) == filepath.Dir(to) {
		return nil
	}
	return SyncFolder(filepath.Dir(from))
}

// SyncFolder makes the names in a folder durable: what was created, moved or
// removed there.
func SyncFolder(folder string) error {
	if err := syncFolder(folder); err != nil {
		return fmt.Errorf("sync the folder: %w", err)
	}
	return nil
}

func ignoreGone(err error) error {
	if errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	return err
}
