package app

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"snowfield/internal/fault"
	"snowfield/internal/practice"
	"snowfield/internal/vault"
)

// inDropbox starts an app on a folder of a made-up home that Dropbox keeps in
// step.
func inDropbox(t *testing.T) *bench {
	t.Helper()
	home := t.TempDir()
	t.Setenv("HOME", home)
	t.Setenv("USERPROFILE", home)
	b := &bench{TB: t, shell: &deskShell{}, folder: filepath.Join(home, "Dropbox", "practice"), logFolder: t.TempDir()}
	return b
}

// TestNothingIsMadeInACloudFolder refuses to create or restore records where a
// program synchronises them, says why, and does not so much as make the folder.
func TestNothingIsMadeInACloudFolder(t *testing.T) {
	from := newBench(t)
	from.create()
	from.shell.folder = t.TempDir()
	get(from, from.vault.ChooseBackupFolder)
	backup := get(from, from.vault.BackupNow)

	b := inDropbox(t)
	a := newApp(Config{}, b.shell, OpenLog(b.logFolder))
	a.occupy(vault.Place{Folder: b.folder, WorkFactor: 10})
	close(a.ready)
	t.Cleanup(a.stopped)
	v := &Vault{a.core}
	if s := get(b, v.State); s.State != "empty" || !strings.Contains(s.PlaceRefused, "Dropbox") || s.PlaceWarning != "" {
		t.Errorf("the folder is described as %+v", s)
	}
	_, err := v.Create(CreateRequest{Passphrase: testPassphrase, Practice: practice.Practice{TherapistName: "Ada Fielding", Zone: "UTC"}})
	if w := b.refused(err, fault.Blocked); !strings.Contains(w.Message, "Dropbox") {
		t.Errorf("refused with %q", w.Message)
	}
	_, err = v.RestoreBackup(backup.Path, BackupSecret{Passphrase: testPassphrase}, "")
	b.refused(err, fault.Blocked)
	if _, err := os.Stat(filepath.Dir(b.folder)); !os.IsNotExist(err) {
		t.Errorf("refusing left something behind: %v", err)
	}
}

// TestRecordsInACloudFolderOpenWithAWarning opens records whose folder came to
// be synchronised, and warns. Nothing is restored over them there.
func TestRecordsInACloudFolderOpenWithAWarning(t *testing.T) {
	b := newBench(t)
	b.create()
	if s := get(b, b.vault.State); s.PlaceWarning != "" || s.PlaceRefused != "" {
		t.Errorf("a good folder is described as %+v", s)
	}
	b.shell.folder = t.TempDir()
	get(b, b.vault.ChooseBackupFolder)
	backup := get(b, b.vault.BackupNow)
	b.ok(b.vault.Lock(""))
	b.app.stopped()

	moved := inDropbox(t)
	if err := os.MkdirAll(filepath.Dir(moved.folder), 0o700); err != nil {
		t.Fatal(err)
	}
	if err := os.Rename(b.folder, moved.folder); err != nil {
		t.Fatal(err)
	}
	moved.start()
	if s := get(moved, moved.vault.State); s.State != "locked" || !strings.Contains(s.PlaceWarning, "Dropbox") || s.PlaceRefused == "" {
		t.Errorf("the folder is described as %+v", s)
	}
	_, err := moved.vault.RestoreBackup(backup.Path, BackupSecret{Passphrase: testPassphrase}, "")
	moved.refused(err, fault.Blocked)
	must(moved, moved.vault.Unlock)(testPassphrase)
	if s := get(moved, moved.vault.State); s.State != "unlocked" || s.PlaceWarning == "" {
		t.Errorf("once open, the folder is described as %+v", s)
	}
	moved.add("Nell Harrow")
}
