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
// now or after a crash. Each step can be repeated. The renewal of a data key
// does the same under the name "renewing"; what it replaces is not kept.

const (
	asideInfix    = "-replaced-"
	workingPrefix = "working-" // folders of copies in the making; only ciphertext
	renewingName  = "renewing"
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
	if err := p.discardUnnamed(); err != nil {
		return err
	}
	if there, err := p.has(renewingName); err != nil {
		return err
	} else if there {
		return p.swap(p.path(renewingName), "")
	}
	name, err := p.folderNamed(stagedPrefix)
	if err != nil || name == "" {
		return err
	}
	return p.swap(p.path(name), p.aside(strings.TrimPrefix(name, stagedPrefix)))
}

// discardUnnamed removes files that were being written when a process was
// killed or the disk refused even their removal.
func (p Place) discardUnnamed() error {
	entries, err := os.ReadDir(p.Folder)
	if errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	if err != nil {
		return unreachable(err)
	}
	for _, e := range entries {
		if strings.HasPrefix(e.Name(), disk.NewPrefix) {
			if err := disk.Delete(p.path(e.Name())); err != nil {
				return unreachable(err)
			}
		}
	}
	return nil
}

// errStaged: a step failed, but what it began will be finished.
var errStaged = errors.New("complete, but not in place")

// stage gives a folder that is ready the name by which settle finds it. Where
// only that the name lasts could not be assured, it is taken back, so that a
// refusal means that nothing happens later; where that fails too the error is
// an errStaged.
func (p Place) stage(working, name string) error {
	staged := p.path(name)
	err := disk.Move(working, staged)
	if err == nil {
		return nil
	}
	if there, unknown := exists(staged); !there && unknown == nil {
		return notSaved(err)
	}
	err = errors.Join(err, disk.Move(staged, working))
	if there, unknown := exists(staged); !there && unknown == nil {
		return notSaved(err)
	}
	return unsettled(err)
}

func unsettled(err error) error {
	return fault.Wrap(fault.NotSaved, "The new file of the records is complete but not yet in place: the disk refused. Nothing is lost. Close other programs that use the folder and try again; Snowfield puts it in place when the records are next opened.", errors.Join(errStaged, err))
}

// swap puts the staged files in place. What they replace goes aside, or with
// the replacement if aside is "".
func (p Place) swap(staged, aside string) error {
	// A new file that is still staged means that what stands in its place is
	// the old one. The journal goes before the database it belongs to.
	for _, step := range []struct{ next, old string }{
		{recordsName, journalName},
		{recordsName, recordsName},
		{keyName, keyName},
	} {
		if waiting, err := exists(filepath.Join(staged, step.next)); err != nil {
			return unsettled(err)
		} else if !waiting {
			continue
		}
		if err := p.clear(step.old, aside); err != nil {
			return unsettled(err)
		}
		if step.next != step.old {
			continue
		}
		if err := disk.Move(filepath.Join(staged, step.next), p.path(step.next)); err != nil {
			return unsettled(err)
		}
	}
	if err := disk.DeleteAll(staged); err != nil { // a file browser may have left something
		return unsettled(err)
	}
	if err := disk.SyncNames(p.Folder); err != nil {
		return unsettled(err)
	}
	return nil
}

// clear takes an old file out of the way of the new one, into the folder aside.
// Without one the new file replaces it, and only the journal is removed.
func (p Place) clear(name, aside string) error {
	path := p.path(name)
	there, err := exists(path)
	if err != nil || !there || aside == "" && name != journalName {
		return err
	}
	if aside == "" {
		return errors.Join(disk.Delete(path), disk.SyncNames(p.Folder))
	}
	// The folder was made for this swap. What is in it under this name already
	// is the old file: the disk kept both names of a move.
	if kept, err := exists(filepath.Join(aside, name)); err != nil {
		return err
	} else if kept {
		return errors.Join(disk.Delete(path), disk.SyncNames(p.Folder))
	}
	if err := disk.MakeFolders(aside); err != nil {
		return err
	}
	return disk.Move(path, filepath.Join(aside, name))
}

func exists(path string) (bool, error) {
	_, err := os.Stat(path)
	if errors.Is(err, fs.ErrNotExist) {
		return false, nil
	}
	return err == nil, err
}
