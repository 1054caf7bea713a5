package app

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"snowfield/internal/disk"
	"snowfield/internal/fault"
	"snowfield/internal/practice"
	"snowfield/internal/store"
)

// withBackups gives the bench a practice, a client and a folder for backups.
func (b *bench) withBackups() {
	b.Helper()
	b.ok(b.vault.ConfirmRecoveryCode(b.create()))
	b.add("Nell Harrow")
	b.shell.folder = b.TempDir()
	get(b, b.vault.ChooseBackupFolder)
}

// stuckBackup begins a backup that stays in its last step, writing the file
// into the folder, until it is let go; its answer comes by the channel.
func (b *bench) stuckBackup() (letGo func(), answer <-chan error) {
	b.Helper()
	reached, goOn := make(chan struct{}), make(chan struct{})
	first := true
	stop := disk.Watch(func(s disk.Step) error {
		if first && s.Kind == disk.Write && filepath.Dir(s.Path) == b.shell.folder {
			first = false
			close(reached)
			<-goOn
		}
		return nil
	})
	b.Cleanup(stop)
	answered := make(chan error, 1)
	go func() {
		_, err := b.vault.BackupNow()
		answered <- err
	}()
	<-reached
	return func() { close(goOn) }, answered
}

// left lists what a folder holds of backups, made and unmade.
func (b *bench) left() (names []string) {
	b.Helper()
	for _, folder := range []string{b.shell.folder, b.folder} {
		if folder == "" {
			continue
		}
		entries, err := os.ReadDir(folder)
		b.ok(err)
		for _, e := range entries {
			if folder == b.shell.folder || strings.HasPrefix(e.Name(), "working-") {
				names = append(names, e.Name())
			}
		}
	}
	return names
}

// TestCancelledBackup leaves nothing, is no failure and keeps no later one
// from being made.
func TestCancelledBackup(t *testing.T) {
	b := newBench(t)
	b.withBackups()
	work := &Work{b.app.core}
	b.ok(work.Cancel()) // of nothing
	letGo, answer := b.stuckBackup()
	_, err := b.vault.BackupNow()
	if w := b.refused(err, fault.Conflict); !strings.Contains(w.Message, "A backup is being made") {
		t.Errorf("a second one is refused with %q", w.Message)
	}
	b.ok(work.Cancel())
	letGo()
	b.refused(<-answer, fault.Cancelled)
	if left := b.left(); len(left) != 0 {
		t.Errorf("it left %v", left)
	}
	if s := get(b, b.vault.BackupStatus); s.LastAt != "" || s.FailedText != "" || !s.Overdue {
		t.Errorf("afterwards backups stand at %+v", s)
	}
	get(b, b.vault.BackupNow)
	if left := b.left(); len(left) != 1 {
		t.Errorf("the next one left %v", left)
	}
}

// TestSavingDuringABackup does not wait for it, and what was saved is wanted
// in the next one.
func TestSavingDuringABackup(t *testing.T) {
	b := newBench(t)
	b.withBackups()
	letGo, answer := b.stuckBackup()
	b.ok(b.drafts.Save("client:new", "Nel"))
	b.add("Otto Penn")
	letGo()
	b.ok(<-answer)
	if changed := get(b, func() (bool, error) { return view(b.app.core, (*store.Tx).ChangedSinceBackup) }); !changed {
		t.Error("what was saved during a backup counts as backed up")
	}
	if got := get(b, b.vault.BackupNow); got.Clients != 2 {
		t.Errorf("the next backup holds %d clients", got.Clients)
	}
	if changed := get(b, func() (bool, error) { return view(b.app.core, (*store.Tx).ChangedSinceBackup) }); changed {
		t.Error("right after a backup another is wanted")
	}
}

// TestLockingDuringABackup cancels it; the records are locked, and unlock.
func TestLockingDuringABackup(t *testing.T) {
	b := newBench(t)
	b.withBackups()
	letGo, answer := b.stuckBackup()
	running := b.app.work.running
	locked := make(chan error, 1)
	go func() { locked <- b.vault.Lock(`{"screen":"chart"}`) }()
	<-running.ctx.Done()
	letGo()
	b.refused(<-answer, fault.Cancelled)
	b.ok(<-locked)
	if left := b.left(); len(left) != 0 || !b.app.isLocked() {
		t.Errorf("locked %v, left %v", b.app.isLocked(), left)
	}
	if got := must(b, b.vault.Unlock)(testPassphrase); got.Place != `{"screen":"chart"}` {
		t.Errorf("the place is %q", got.Place)
	}
}

// TestProgress tells how far a backup is, and that it has ended.
func TestProgress(t *testing.T) {
	b := newBench(t)
	b.withBackups()
	get(b, b.vault.BackupNow)
	told := b.shell.heard("work")
	if len(told) < 2 || told[0].(workState).Kind != workBackup || told[len(told)-1] != (workState{Task: 1}) {
		t.Fatalf("told %v", told)
	}
	var done int64
	for _, s := range told[:len(told)-1] {
		s := s.(workState)
		if s.Kind != workBackup || s.Done < done || s.Done > s.Total {
			t.Errorf("told %+v after %d", s, done)
		}
		done = s.Done
	}
}

// TestPanickingWork ends its task: another can begin.
func TestPanickingWork(t *testing.T) {
	b := newBench(t)
	b.withBackups()
	stop := disk.Watch(func(disk.Step) error { panic("a mistake") })
	_, err := b.vault.BackupNow()
	stop()
	b.refused(err, fault.Internal)
	get(b, b.vault.BackupNow)
}

// TestBackupFolderGone is told, is never made anew, and the time is kept.
func TestBackupFolderGone(t *testing.T) {
	b := newBench(t)
	b.withBackups()
	if s := get(b, b.vault.BackupStatus); s.FolderMissing || s.Count != 0 || s.LastText != "No backup yet" || !s.OnClose || s.EveryDays != 1 {
		t.Errorf("before the first: %+v", s)
	}
	get(b, b.vault.BackupNow)
	b.ok(os.RemoveAll(b.shell.folder))
	_, err := b.vault.BackupNow()
	b.refused(err, fault.NotSaved)
	if _, err := os.Stat(b.shell.folder); !os.IsNotExist(err) {
		t.Error("the folder was made")
	}
	s := get(b, b.vault.BackupStatus)
	if !s.FolderMissing || s.LastText != "Last verified backup today, 10:00" || s.Overdue || !strings.HasPrefix(s.FailedText, "Tried on Thursday, 12 March at 10:00. The backup was not made: its folder is not there.") {
		t.Errorf("afterwards: %+v", s)
	}
	if due := get(b, b.today.Get).Due; len(due) != 1 || due[0].Hint != "The last attempt failed" {
		t.Errorf("Today says %+v", due)
	}
	b.shell.folder = t.TempDir()
	get(b, b.vault.ChooseBackupFolder)
	if s := get(b, b.vault.BackupStatus); s.FolderMissing || s.FailedText != "" {
		t.Errorf("with another folder: %+v", s)
	}
	if due := get(b, b.today.Get).Due; len(due) != 0 {
		t.Errorf("Today still says %+v", due)
	}
}

// TestRestoreByCode restores with nothing but a backup and the code, gives a
// new passphrase, and tells of a folder that is not on this computer.
func TestRestoreByCode(t *testing.T) {
	b := newBench(t)
	code := b.create()
	b.add("Nell Harrow")
	b.shell.folder = t.TempDir()
	get(b, b.vault.ChooseBackupFolder)
	backup := get(b, b.vault.BackupNow)
	kept := filepath.Join(t.TempDir(), "kept.snowfield")
	b.ok(os.Rename(backup.Path, kept))
	b.ok(os.RemoveAll(b.shell.folder))

	other := newBench(t)
	const next = "a new long passphrase of words"
	mistyped := strings.Replace(code, code[:1], map[bool]string{true: "B", false: "A"}[code[0] == 'A'], 1)
	for _, try := range []struct {
		with BackupSecret
		next string
		code fault.Code
	}{
		{BackupSecret{RecoveryCode: mistyped}, next, fault.Invalid},
		{BackupSecret{RecoveryCode: code}, "short", fault.Invalid},
		{BackupSecret{Passphrase: "not the passphrase"}, "", fault.WrongPassphrase},
	} {
		_, err := other.vault.RestoreBackup(kept, try.with, try.next)
		other.refused(err, try.code)
		if s := get(other, other.vault.State); s.State != "empty" {
			t.Fatalf("a refused restore left %q", s.State)
		}
	}
	info, err := other.vault.InspectBackup(kept, BackupSecret{RecoveryCode: code})
	other.ok(err)
	if info.Clients != 1 || info.AppVersion != Version || info.MadeAt != backup.MadeAt {
		t.Errorf("the backup holds %+v", info)
	}
	restored, err := other.vault.RestoreBackup(kept, BackupSecret{RecoveryCode: code}, next)
	other.ok(err)
	if !strings.Contains(restored.BackupFolderText, b.shell.folder) {
		t.Errorf("of the folder that is not here it says %q", restored.BackupFolderText)
	}
	acts := get(other, func() ([]practice.AuditEntry, error) {
		return view(other.app.core, func(tx *store.Tx) ([]practice.AuditEntry, error) { return tx.Audit(0, 1000) })
	})
	if !slices.ContainsFunc(acts, func(e practice.AuditEntry) bool {
		return e.Act == practice.ActRestore && e.Detail == "backup of "+string(backup.MadeAt)+", by recovery code"
	}) {
		t.Error("the restore is not in the trail")
	}
	other.ok(other.vault.Lock(""))
	if s := get(other, other.vault.State); s.LastBackup.Path != kept || s.LastBackup.MadeAt != backup.MadeAt || !s.LastBackup.There {
		t.Errorf("the last backup is told as %+v", s.LastBackup)
	}
	_, err = other.vault.Unlock(testPassphrase)
	other.refused(err, fault.WrongPassphrase)
	must(other, other.vault.Unlock)(next)
}
