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

// TestCheckRecords counts what is whole, and names a page that is not.
func TestCheckRecords(t *testing.T) {
	b := newBench(t)
	b.create()
	b.add("Nell Harrow")
	got := get(b, b.vault.CheckRecords)
	records := filepath.Join(b.folder, "records.db")
	info, err := os.Stat(records)
	b.ok(err)
	if got.Pages != info.Size()/4096 || got.Clients != 1 || got.AuditLength < 2 || !strings.Contains(got.Text, "all whole") {
		t.Errorf("checked %+v", got)
	}
	f, err := os.OpenFile(records, os.O_RDWR, 0)
	b.ok(err)
	_, err = f.WriteAt([]byte("damage"), 16*4096+100)
	b.ok(err)
	// f stays open: closing it here would let go of SQLite's locks.
	t.Cleanup(func() { f.Close() })
	_, err = b.vault.CheckRecords()
	if w := b.refused(err, fault.Corrupt); !strings.Contains(w.Message, "Page 17 of ") {
		t.Errorf("told as %q", w.Message)
	}
}

// TestCheckAfterACrash is asked for once, when the records were not closed.
func TestCheckAfterACrash(t *testing.T) {
	b := newBench(t)
	b.create()
	after := newBench(t)
	for _, name := range []string{"records.db", "key.age", "not-closed"} { // as they are on the disk now
		b.ok(os.WriteFile(filepath.Join(after.folder, name), readFile(t, filepath.Join(b.folder, name)), 0o600))
	}
	if got := must(after, after.vault.Unlock)(testPassphrase); !got.CheckNeeded {
		t.Error("no check is asked for after a crash")
	}
	get(after, after.vault.CheckRecords)
	after.ok(after.vault.Lock(""))
	if got := must(after, after.vault.Unlock)(testPassphrase); got.CheckNeeded {
		t.Error("a check is asked for after an orderly end")
	}
}

// TestRenewRecoveryCode opens with the new code and the same passphrase, and
// no longer with the old code; older backups keep theirs.
func TestRenewRecoveryCode(t *testing.T) {
	b := newBench(t)
	old := b.create()
	b.shell.folder = t.TempDir()
	get(b, b.vault.ChooseBackupFolder)
	before := get(b, b.vault.BackupNow)

	_, err := b.vault.RenewRecoveryCode("not the passphrase")
	b.refused(err, fault.WrongPassphrase)
	if again := must(b, b.vault.ShowRecoveryCode)(testPassphrase); again.RecoveryCode != old {
		t.Error("a refused renewal changed the code")
	}
	renewed := must(b, b.vault.RenewRecoveryCode)(testPassphrase).RecoveryCode
	if renewed == old || renewed == "" {
		t.Fatal("the code is the old one")
	}
	b.add("Nell Harrow")
	acts := get(b, func() ([]practice.AuditEntry, error) {
		return view(b.app.core, func(tx *store.Tx) ([]practice.AuditEntry, error) { return tx.Audit(0, 1000) })
	})
	for _, act := range []practice.Act{practice.ActFailedUnlock, practice.ActCodeRenewed} {
		if !slices.ContainsFunc(acts, func(e practice.AuditEntry) bool { return e.Act == act }) {
			t.Errorf("the trail knows nothing of %s", act)
		}
	}
	after := get(b, b.vault.BackupNow)
	b.ok(b.vault.Lock(""))
	must(b, b.vault.Unlock)(testPassphrase)
	b.ok(b.vault.Lock(""))
	_, err = b.vault.UnlockWithCode(old, "a new long passphrase of words")
	b.refused(err, fault.WrongPassphrase)
	_, err = b.vault.UnlockWithCode(renewed, "a new long passphrase of words")
	b.ok(err)

	if _, err := os.Stat(before.Path); !os.IsNotExist(err) {
		t.Error("the rotation kept an earlier backup of the same day")
	}
	_, err = b.vault.InspectBackup(after.Path, BackupSecret{RecoveryCode: old})
	b.refused(err, fault.WrongPassphrase)
	_, err = b.vault.InspectBackup(after.Path, BackupSecret{RecoveryCode: renewed})
	b.ok(err)
}

// TestLockingDuringARenewal cancels it: the old code stays.
func TestLockingDuringARenewal(t *testing.T) {
	b := newBench(t)
	old := b.create()
	reached, goOn := make(chan struct{}), make(chan struct{})
	first := true
	stop := disk.Watch(func(s disk.Step) error {
		if first && s.Kind == disk.Write && strings.Contains(s.Path, "working-") {
			first = false
			close(reached)
			<-goOn
		}
		return nil
	})
	t.Cleanup(stop)
	answer := make(chan error, 1)
	go func() {
		_, err := b.vault.RenewRecoveryCode(testPassphrase)
		answer <- err
	}()
	<-reached
	running := b.app.work.running
	locked := make(chan error, 1)
	go func() { locked <- b.vault.Lock("") }()
	<-running.ctx.Done()
	close(goOn)
	b.refused(<-answer, fault.Cancelled)
	b.ok(<-locked)
	if left := b.left(); len(left) != 0 {
		t.Errorf("it left %v", left)
	}
	must(b, b.vault.Unlock)(testPassphrase)
	if code := must(b, b.vault.ShowRecoveryCode)(testPassphrase); code.RecoveryCode != old {
		t.Error("the code is another one")
	}
}
