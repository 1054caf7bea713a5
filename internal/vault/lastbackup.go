package vault

import (
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"time"

	"snowfield/internal/disk"
	"snowfield/internal/fault"
)

// The last verified backup is remembered beside the records, so that it can be
// offered when they do not open.

const (
	lastBackupName = "last-backup"
	maxLastBackup  = 1 << 15 // bytes; the longest paths of any system fit
)

// LastBackup says where the last verified backup was put, and when.
type LastBackup struct {
	Path string
	Made time.Time // to the second, UTC
}

// noteBackup remembers a backup as the last.
func (p Place) noteBackup(b Backup) error {
	path, err := filepath.Abs(b.Path)
	if err != nil {
		return err
	}
	if err := disk.Replace(p.path(lastBackupName), LastBackup{path, b.Made}.text()); err != nil {
		return fault.Wrap(fault.NotSaved, "The backup is complete and was verified, but the disk of the records refused to keep a note of it. Check its free space.", err)
	}
	return nil
}

// LastBackup returns the last verified backup of this place, or the one that
// was restored since; false when there is none or the note of it cannot be
// read. The file itself may be gone.
func (p Place) LastBackup() (LastBackup, bool, error) {
	f, err := os.Open(p.path(lastBackupName))
	if errors.Is(err, fs.ErrNotExist) {
		return LastBackup{}, false, nil
	}
	if err != nil {
		return LastBackup{}, false, unreachable(err)
	}
	defer f.Close()
	b, err := io.ReadAll(io.LimitReader(f, maxLastBackup+1))
	if err != nil {
		return LastBackup{}, false, unreachable(err)
	}
	last, ok := parseLastBackup(b)
	return last, ok, nil
}

// text is the time, a line end, the path and a line end. A path may hold line
// ends itself.
func (l LastBackup) text() []byte {
	return []byte(l.Made.UTC().Format(time.RFC3339) + "\n" + l.Path + "\n")
}

func parseLastBackup(b []byte) (LastBackup, bool) {
	if len(b) > maxLastBackup {
		return LastBackup{}, false
	}
	first, rest, ok := strings.Cut(string(b), "\n")
	path, ended := strings.CutSuffix(rest, "\n")
	made, err := time.Parse(time.RFC3339, first)
	if !ok || !ended || err != nil || path == "" || strings.ContainsRune(path, 0) {
		return LastBackup{}, false
	}
	return LastBackup{path, made.UTC()}, true
}
