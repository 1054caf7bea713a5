package vault

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"snowfield/internal/disk"
	"snowfield/internal/fault"
	"snowfield/internal/vault/cipherfs"
)

// A restore prepares everything in a folder and then gives it the name
// "restoring-<time>": from then on it is certain, and settle carries it out,
// now or after a crash. Each step can be repeated.

const (
	asideInfix    = "-replaced-"
	workingPrefix = "working-" // folders of copies in the making; only ciphertext
)

// aside is where the vault goes that a restore replaces.
func (p Place) aside(stamp string) string { return p.Folder + asideInfix + stamp }

// settle puts a restored vault in place and the one before it aside, and
// removes what a crash left of unfinished copies.
// It refuses (fault.Conflict) while this process has the vault open.
func (p Place) settle() error {
	if cipherfs.InUse(p.path(recordsName)) {
		return alreadyOpen(cipherfs.ErrInUse)
	}
	for {
		name, err := p.folderNamed(workingPrefix)
		if err != nil {
			return err
		}
		if name == "" {
			break
		}
		if err := disk.DeleteAll(p.path(name)); err != nil {
			return unreachable(err)
		}
	}
	name, err := p.folderNamed(stagedPrefix)
	if err != nil || name == "" {
		return err
	}
	if err := p.swap(p.path(name), p.aside(strings.TrimPrefix(name, stagedPrefix))); err != nil {
		return fault.Wrap(fault.NotSaved, "The restored records are complete but not yet in place: the disk refused. Nothing is lost. Close other programs that use the folder and try again.", err)
	}
	return nil
}

func (p Place) swap(staged, aside string) error {
	// A new file that is still staged means that what stands in its place is
	// the old one. The journal goes before the database it belongs to.
	for _, step := range []struct{ next, old string }{
		{recordsName, journalName},
		{recordsName, recordsName},
		{keyName, keyName},
	} {
		if waiting, err := exists(filepath.Join(staged, step.next)); err != nil {
			return err
		} else if !waiting {
			continue
		}
		if err := moveIfThere(p.path(step.old), aside, step.old); err != nil {
			return err
		}
		if step.next != step.old {
			continue
		}
		if err := disk.Move(filepath.Join(staged, step.next), p.path(step.next)); err != nil {
			return err
		}
	}
	if err := disk.Delete(staged); err != nil {
		return err
	}
	return disk.SyncNames(p.Folder)
}

// moveIfThere moves a file into a folder, which it makes if need be.
func moveIfThere(path, folder, name string) error {
	if there, err := exists(path); err != nil || !there {
		return err
	}
	if err := disk.MakeFolders(folder); err != nil {
		return err
	}
	return disk.Move(path, filepath.Join(folder, name))
}

func exists(path string) (bool, error) {
	_, err := os.Stat(path)
	if errors.Is(err, fs.ErrNotExist) {
		return false, nil
	}
	return err == nil, err
}
