package app

import (
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"time"

	"snowfield/internal/disk"
	"snowfield/internal/vault"
)

// TestOlderBackupsThatCannotBeRemoved are told of, and the backup counts all
// the same.
func TestOlderBackupsThatCannotBeRemoved(t *testing.T) {
	b := newBench(t)
	b.create()
	b.shell.folder = t.TempDir()
	get(b, b.vault.ChooseBackupFolder)
	get(b, b.vault.BackupNow)
	b.wait(time.Hour)
	stop := disk.Watch(func(s disk.Step) error {
		if s.Kind == disk.Remove && filepath.Ext(s.Path) == vault.Extension {
			return syscall.EACCES
		}
		return nil
	})
	get(b, b.vault.BackupNow)
	stop()
	status := get(b, b.vault.BackupStatus)
	if status.Count != 2 || status.FailedText != "" || !strings.Contains(status.UnclearedText, "older backups could not be cleared away") {
		t.Errorf("%+v", status)
	}

	b.wait(time.Hour)
	get(b, b.vault.BackupNow)
	if status := get(b, b.vault.BackupStatus); status.Count != 1 || status.UnclearedText != "" {
		t.Errorf("%+v", status)
	}
}
