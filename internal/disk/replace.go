package disk

import (
	"errors"
	"path/filepath"
)

// Replace replaces the file at path, or makes it, with data. Only the user may
// read it (mode 0600). When Replace returns nil the data is on the disk. After
// an error the old file is as it was, unless only the sync of the folder
// failed: then the new one is in its place and may be lost again in a power cut.
func Replace(path string, data []byte) error {
	return Fill(path, func(f *File) error {
		_, err := f.Write(data)
		return err
	})
}

// NewPrefix begins the names of files that Fill has not finished. Only a crash
// leaves one behind.
const NewPrefix = ".new-snowfield-"

// Fill is Replace for content that fill writes. The file that fill gets is a
// temporary one beside path; nothing of it remains after an error.
func Fill(path string, fill func(f *File) error) (err error) {
	unfinished := unused(filepath.Dir(path), NewPrefix)
	f, err := Make(unfinished)
	if err != nil {
		return err
	}
	defer func() {
		if err != nil {
			err = errors.Join(err, Delete(unfinished))
		}
	}()
	if err := errors.Join(fill(f), f.Sync(), f.Close()); err != nil {
		return err
	}
	return Move(unfinished, path)
}
