package app

import (
	"context"
	"crypto/sha256"
	"errors"
	"os"
	"path/filepath"
	"sync"
	"time"

	"snowfield/internal/disk"
	"snowfield/internal/fault"
	"snowfield/internal/practice"
	"snowfield/internal/store"
)

// takeBackWithin is how long after an export its file can be deleted from
// Snowfield.
const takeBackWithin = 10 * time.Minute

// exportedFiles remembers what was written since the records were unlocked,
// so that it can be shown and, for a while, deleted.
type exportedFiles struct {
	mu     sync.Mutex
	byPath map[string]exportedFile
}

type exportedFile struct {
	sha256 [sha256.Size]byte
	at     time.Time
}

func (e *exportedFiles) add(path string, file []byte, at time.Time) {
	e.mu.Lock()
	defer e.mu.Unlock()
	if e.byPath == nil {
		e.byPath = map[string]exportedFile{}
	}
	e.byPath[path] = exportedFile{sha256.Sum256(file), at}
}

func (e *exportedFiles) get(path string) (exportedFile, error) {
	e.mu.Lock()
	defer e.mu.Unlock()
	file, ok := e.byPath[path]
	if !ok {
		return file, fault.New(fault.NotFound, "This file was not exported since the records were unlocked.")
	}
	return file, nil
}

func (e *exportedFiles) remove(path string) {
	e.mu.Lock()
	defer e.mu.Unlock()
	delete(e.byPath, path)
}

func (e *exportedFiles) forget() {
	e.mu.Lock()
	defer e.mu.Unlock()
	e.byPath = nil
}

// Reveal shows an exported document in the system's file manager. It shows no
// other file.
func (d *Documents) Reveal(path string) error {
	_, err := attended(d.core, func() (nothing, error) {
		if _, err := d.files.get(path); err != nil {
			return nothing{}, err
		}
		return nothing{}, d.shell.Reveal(path)
	})
	return err
}

// Delete deletes a file that was exported in the last ten minutes, and says
// in words what was done. A file that was changed or moved since is left. What
// was recorded about the export stays.
func (d *Documents) Delete(path string) (string, error) {
	return unlocked(d.core, func(ctx context.Context, r *records) (string, error) {
		file, err := d.files.get(path)
		if err != nil {
			return "", err
		}
		if d.now().Sub(file.at) > takeBackWithin {
			return "", fault.New(fault.Conflict, "This was exported more than ten minutes ago. Nothing was deleted; delete the file yourself if it is still yours to delete.")
		}
		if err := file.deleteAt(path); err != nil {
			return "", err
		}
		d.files.remove(path)
		const warning = " A folder that is copied to a cloud or backed up may still hold it."
		err = r.store.Update(ctx, d.now(), func(tx *store.Tx) error {
			_, err := tx.Record(practice.ActErase, "exported_file", "", "sha256 "+hexText(file.sha256[:]))
			return err
		})
		if err != nil {
			return "", fault.Wrap(fault.NotSaved, "The file was deleted, but that could not be written into your records."+warning, err)
		}
		return "Deleted from " + filepath.Base(filepath.Dir(path)) + "." + warning, nil
	})
}

// deleteAt deletes the file when it is the one that was written.
func (e exportedFile) deleteAt(path string) error {
	info, err := os.Lstat(path)
	if errors.Is(err, os.ErrNotExist) {
		return fault.New(fault.NotFound, "The file is no longer where it was written. Nothing was deleted; look for it where it was moved to.")
	}
	changed := fault.New(fault.Conflict, "The file was changed since it was written. It was left as it is; delete it yourself if that is what you want.")
	if err == nil && !info.Mode().IsRegular() {
		return changed
	}
	found, errRead := os.ReadFile(path)
	if err := errors.Join(err, errRead); err != nil {
		return fault.Wrap(fault.NotSaved, "The file cannot be read. It was left as it is.", err)
	}
	if sha256.Sum256(found) != e.sha256 {
		return changed
	}
	if err := errors.Join(disk.Delete(path), disk.SyncNames(filepath.Dir(path))); err != nil {
		return fault.Wrap(fault.NotSaved, "The file could not be deleted. Delete it yourself.", err)
	}
	return nil
}
