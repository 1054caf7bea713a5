package disk

import (
	"crypto/rand"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
)

// MakeFolder makes a folder that only the user may use (mode 0700); it fails
// with fs.ErrExist when the path is taken.
func MakeFolder(path string) error {
	if err := Announce(Step{Kind: Mkdir, Path: path}); err != nil {
		return err
	}
	return os.Mkdir(path, 0o700)
}

// MakeFolders makes a folder and those above it, as far as they are missing.
// The names it makes are durable.
func MakeFolders(path string) error {
	if info, err := os.Stat(path); err == nil && info.IsDir() {
		return nil
	}
	if above := filepath.Dir(path); above != path {
		if err := MakeFolders(above); err != nil {
			return err
		}
	}
	if err := MakeFolder(path); err != nil && !errors.Is(err, fs.ErrExist) {
		return err
	}
	return SyncNames(filepath.Dir(path))
}

// MakeWorkingFolder makes a folder with a name of its own that begins with
// prefix, and returns its path.
func MakeWorkingFolder(in, prefix string) (string, error) {
	path := unused(in, prefix)
	return path, MakeFolder(path)
}

// unused is a path that nobody has used.
func unused(in, prefix string) string { return filepath.Join(in, prefix+rand.Text()) }

// Delete removes a file or an empty folder; one that is not there is no error.
func Delete(path string) error {
	if err := Announce(Step{Kind: Remove, Path: path}); err != nil {
		return err
	}
	return ignoreGone(os.Remove(path))
}

// DeleteAll removes a folder with all that is in it. What is not there is no
// error. Links are removed, not followed.
func DeleteAll(path string) error {
	info, err := os.Lstat(path)
	if err != nil {
		return ignoreGone(err)
	}
	if info.IsDir() {
		entries, err := os.ReadDir(path)
		if err != nil {
			return err
		}
		for _, e := range entries {
			if err := DeleteAll(filepath.Join(path, e.Name())); err != nil {
				return err
			}
		}
	}
	return Delete(path)
}

// Move moves a file, replacing what is at the new path, or a folder, and
// makes the move durable. The content must have been synced before.
func Move(from, to string) error {
	if err := Announce(Step{Kind: Rename, Path: from, To: to}); err != nil {
		return err
	}
	if err := rename(from, to); err != nil {
		return err
	}
	if err := SyncNames(filepath.Dir(to)); err != nil {
		return err
	}
	if filepath.Dir(from) == filepath.Dir(to) {
		return nil
	}
	return SyncNames(filepath.Dir(from))
}

// SyncNames makes the names in a folder durable: what was created, moved or
// removed there.
func SyncNames(folder string) error {
	if err := Announce(Step{Kind: SyncFolder, Path: folder}); err != nil {
		return err
	}
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
