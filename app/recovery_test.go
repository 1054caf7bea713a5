package app

import (
	"bytes"
	"context"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"testing/synctest"
	"time"

	"snowfield/internal/fault"
	"snowfield/internal/practice"
	"snowfield/internal/report/reporttest"
	"snowfield/internal/store"
	"snowfield/internal/vault"
)

// recorded returns the trail's last entry of an act, and whether there is one.
func (b *bench) recorded(act practice.Act) (last practice.AuditEntry, ok bool) {
	b.Helper()
	_, err := view(b.app.core, func(tx *store.Tx) (_ nothing, err error) {
		last, ok, err = tx.LastOf(act)
		return nothing{}, err
	})
	b.ok(err)
	return last, ok
}

// otherCode is a whole recovery code of other records.
func (b *bench) otherCode() string {
	b.Helper()
	other, err := vault.Place{Folder: filepath.Join(b.TempDir(), "other"), WorkFactor: 10}.Create(testPassphrase)
	b.ok(err)
	code := other.RecoveryCode().Text()
	b.ok(other.Close())
	return code
}

func TestRecoveryCodeIsShownForThePassphrase(t *testing.T) {
	b := newBench(t)
	code := b.create()
	if got := must(b, b.vault.ShowRecoveryCode)(testPassphrase); got.RecoveryCode != code {
		t.Error("another code is shown than at the start")
	}
	if entry, ok := b.recorded(practice.ActCodeShown); !ok || strings.Contains(entry.Detail, code[:7]) {
		t.Errorf("in the trail: %v, %+v", ok, entry)
	}
	b.ok(b.vault.Lock(""))
	_, err := b.vault.ShowRecoveryCode(testPassphrase)
	b.refused(err, fault.Locked)
}

// unconfirmed tells whether the records want their recovery code confirmed, as
// Settings says; Today has to say the same.
func (b *bench) unconfirmed() bool {
	b.Helper()
	wanted := get(b, b.settings.Get).CodeUnconfirmed
	due := get(b, b.today.Get).Due
	if told := slices.ContainsFunc(due, func(d DueRow) bool { return d.Kind == "code" }); told != wanted {
		b.Fatalf("Settings says %v, Today %+v", wanted, due)
	}
	return wanted
}

// A code that nobody may have kept is told of until it was confirmed, across
// every lock; so is a new one.
func TestUnconfirmedCodeIsToldOf(t *testing.T) {
	b := newBench(t)
	code := b.create()
	b.ok(b.vault.Lock(""))
	must(b, b.vault.Unlock)(testPassphrase)
	must(b, b.vault.ShowRecoveryCode)(testPassphrase)
	if !b.unconfirmed() {
		t.Error("locked and shown, the code counts as confirmed")
	}
	b.refused(b.vault.ConfirmRecoveryCode(b.otherCode()), fault.Invalid)
	if !b.unconfirmed() {
		t.Error("another code confirms it")
	}
	b.ok(b.vault.ConfirmRecoveryCode(strings.ToLower(code)))
	if b.unconfirmed() {
		t.Error("confirmed, it is still told of")
	}

	renewed := must(b, b.vault.RenewRecoveryCode)(testPassphrase).RecoveryCode
	if !b.unconfirmed() {
		t.Error("a new code counts as confirmed")
	}
	b.refused(b.vault.ConfirmRecoveryCode(code), fault.Invalid)
	b.ok(b.vault.ConfirmRecoveryCode(renewed))
	_, err := b.vault.RenewRecoveryCode("not my passphrase at all")
	b.refused(err, fault.WrongPassphrase)
	if b.unconfirmed() {
		t.Error("a new code that was not made has to be confirmed")
	}
	b.ok(b.vault.Lock(""))
	b.refused(b.vault.ConfirmRecoveryCode(renewed), fault.Locked)
}

// Whoever opens the records, or a backup, with the code has kept it.
func TestUsedCodeIsConfirmed(t *testing.T) {
	b := newBench(t)
	code := b.create()
	b.shell.folder = t.TempDir()
	get(b, b.vault.ChooseBackupFolder)
	backup := get(b, b.vault.BackupNow).Path
	b.ok(b.vault.Lock(""))
	_, err := b.vault.UnlockWithCode(code, "another good passphrase")
	b.ok(err)
	if b.unconfirmed() {
		t.Error("the records were opened with the code, and it is to be confirmed")
	}

	b.ok(b.vault.Lock(""))
	_, err = b.vault.RestoreBackup(backup, BackupSecret{Passphrase: testPassphrase}, "")
	b.ok(err)
	if !b.unconfirmed() {
		t.Error("a backup made before it was confirmed was restored, and it is not told of")
	}
	b.ok(b.vault.Lock(""))
	_, err = b.vault.RestoreBackup(backup, BackupSecret{RecoveryCode: code}, "a phrase after the restore")
	b.ok(err)
	if b.unconfirmed() {
		t.Error("a backup was restored with the code, and it is to be confirmed")
	}
}

// A passphrase guessed at an open computer is told like one guessed at a
// locked one.
func TestRecoveryCodeIsNotShownForAnother(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		b := newBench(t)
		b.create()
		for range freeAttempts {
			_, err := b.vault.ShowRecoveryCode("not my passphrase at all")
			if w := b.refused(err, fault.WrongPassphrase); strings.Contains(w.Message, "recovery code") {
				t.Errorf("whoever asks for the code is told %q", w.Message)
			}
		}
		_, err := b.vault.ShowRecoveryCode(testPassphrase)
		b.refused(err, fault.Blocked)
		if _, ok := b.recorded(practice.ActCodeShown); ok {
			t.Error("the trail says the code was shown")
		}
		if _, ok := b.recorded(practice.ActFailedUnlock); !ok {
			t.Error("the guesses are not in the trail")
		}
		b.ok(b.vault.Lock(""))
		_, err = b.vault.Unlock(testPassphrase)
		b.refused(err, fault.Blocked)
		time.Sleep(longestWait)
		must(b, b.vault.Unlock)(testPassphrase)
		must(b, b.vault.ShowRecoveryCode)(testPassphrase)
		b.app.stopped()
	})
}

// Changing the passphrase is no way around it.
func TestPassphraseIsNotGuessedByChangingIt(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		b := newBench(t)
		b.create()
		for range freeAttempts {
			b.refused(b.vault.ChangePassphrase("not my passphrase at all", "another good passphrase"), fault.WrongPassphrase)
		}
		b.refused(b.vault.ChangePassphrase(testPassphrase, "another good passphrase"), fault.Blocked)
		if _, ok := b.recorded(practice.ActPassphrase); ok {
			t.Error("the trail says the passphrase was changed")
		}
		if _, ok := b.recorded(practice.ActFailedUnlock); !ok {
			t.Error("the guesses are not in the trail")
		}
		time.Sleep(longestWait)
		b.ok(b.vault.ChangePassphrase(testPassphrase, "another good passphrase"))
		b.app.stopped()
	})
}

func TestRecoverySheetIsSaved(t *testing.T) {
	b := newBench(t)
	code := b.create()
	b.shell.save = t.TempDir()
	path := must(b, b.vault.SaveRecoverySheet)(strings.ToLower(code))
	if filepath.Base(path) != "Snowfield recovery sheet.pdf" {
		t.Errorf("written to %s", path)
	}
	file := readFile(t, path)
	text := strings.Join(strings.Fields(reporttest.Text(t, file)), "")
	for _, group := range strings.Fields(code) {
		if !strings.Contains(text, group) {
			t.Errorf("group %s is not on the sheet", group)
		}
	}
	parsed, err := vault.ParseRecoveryCode(code)
	b.ok(err)
	if !strings.Contains(text, parsed.RawKey()) || !strings.Contains(text, "BirchRoom") {
		t.Error("the raw key or the practice is not on the sheet")
	}
	entry, ok := b.recorded(practice.ActExport)
	if !ok || entry.Subject != "recovery_sheet" || strings.Contains(entry.Detail+entry.SubjectID, code[:7]) {
		t.Errorf("in the trail: %v, %+v", ok, entry)
	}
	b.ok(b.documents.Reveal(path))
}

func TestRecoverySheetIsRefused(t *testing.T) {
	b := newBench(t)
	code := b.create()
	b.shell.save = t.TempDir()

	_, err := b.vault.SaveRecoverySheet(b.otherCode())
	b.refused(err, fault.Invalid)
	_, err = b.vault.SaveRecoverySheet(code[:20])
	b.refused(err, fault.Invalid)

	taken := filepath.Join(b.shell.save, "Snowfield recovery sheet.pdf")
	b.ok(os.MkdirAll(filepath.Join(taken, "in the way"), 0o700))
	_, err = b.vault.SaveRecoverySheet(code)
	b.refused(err, fault.NotSaved)
	b.ok(os.RemoveAll(taken))

	b.shell.save = filepath.Join(b.shell.save, "gone")
	_, err = b.vault.SaveRecoverySheet(code)
	b.refused(err, fault.NotSaved)

	b.shell.save = ""
	if path := must(b, b.vault.SaveRecoverySheet)(code); path != "" {
		t.Errorf("cancelled, and written to %s", path)
	}
	b.ok(b.vault.Lock(""))
	_, err = b.vault.SaveRecoverySheet(code)
	b.refused(err, fault.Locked)

	left, err := os.ReadDir(filepath.Dir(taken))
	b.ok(err)
	if len(left) != 0 {
		t.Errorf("left behind: %v", left)
	}
	must(b, b.vault.Unlock)(testPassphrase)
	if entry, ok := b.recorded(practice.ActExport); ok {
		t.Errorf("the trail has an export: %+v", entry)
	}
}

// An export that cannot be recorded does not stand.
func TestRecoverySheetLeavesATrace(t *testing.T) {
	b := newBench(t)
	code := b.create()
	b.shell.save = t.TempDir()
	_, err := b.app.open.vault.DB().ExecContext(context.Background(),
		`CREATE TEMP TRIGGER full BEFORE INSERT ON main.audit WHEN new.act = 'export' BEGIN SELECT RAISE(ABORT, 'full'); END`)
	b.ok(err)
	if _, err := b.vault.SaveRecoverySheet(code); err == nil {
		t.Error("saved without a trace")
	}
	if left, err := os.ReadDir(b.shell.save); err != nil || len(left) != 0 {
		t.Errorf("left behind: %v, %v", left, err)
	}
}

func TestCopiedCodeIsTakenBack(t *testing.T) {
	const other = "copied since"
	for _, c := range []struct {
		name string
		then func(b *bench)
		want string // on the clipboard
	}{
		{"after a minute", func(*bench) { time.Sleep(lentTime + time.Second) }, ""},
		{"before it, not", func(*bench) { time.Sleep(lentTime - time.Second) }, "code"},
		{"at lock", func(b *bench) { b.ok(b.vault.Lock("")) }, ""},
		{"at the end", func(b *bench) { b.app.stopped() }, ""},
		{"what was copied since stays", func(b *bench) {
			b.ok(b.shell.SetClipboard(other))
			time.Sleep(lentTime + time.Second)
			b.ok(b.vault.Lock(""))
		}, other},
		{"copied again, the minute begins anew", func(b *bench) {
			time.Sleep(lentTime - time.Second)
			b.ok(b.vault.CopyRecoveryCode(b.app.open.vault.RecoveryCode().Text()))
			time.Sleep(lentTime - time.Second)
		}, "code"},
	} {
		t.Run(c.name, func(t *testing.T) {
			synctest.Test(t, func(t *testing.T) {
				b := newBench(t)
				code := b.create()
				b.ok(b.vault.CopyRecoveryCode(code))
				if get(b, b.shell.Clipboard) != code {
					t.Fatal("the code is not on the clipboard")
				}
				c.then(b)
				synctest.Wait()
				want := strings.ReplaceAll(c.want, "code", code)
				if got := get(b, b.shell.Clipboard); got != want {
					t.Errorf("the clipboard holds %q", got)
				}
				b.app.stopped()
			})
		})
	}
}

// deafShell is a desktop whose clipboard no longer answers.
type deafShell struct {
	*deskShell
	silence chan struct{}
}

func (d deafShell) Clipboard() (string, error) {
	<-d.silence
	return "", nil
}

func TestLockDoesNotWaitForTheClipboard(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		b := newBench(t)
		code := b.create()
		b.ok(b.vault.CopyRecoveryCode(code))
		deaf := deafShell{b.shell, make(chan struct{})}
		b.app.shell = deaf
		b.ok(b.vault.Lock(""))
		if !b.app.isLocked() {
			t.Error("not locked")
		}
		close(deaf.silence)
		b.app.stopped()
	})
}

func TestOnlyTheOwnCodeIsCopied(t *testing.T) {
	b := newBench(t)
	code := b.create()
	b.refused(b.vault.CopyRecoveryCode(b.otherCode()), fault.Invalid)
	b.refused(b.vault.CopyRecoveryCode("anything at all"), fault.Invalid)
	b.ok(b.vault.Lock(""))
	b.refused(b.vault.CopyRecoveryCode(code), fault.Locked)
	if got := get(b, b.shell.Clipboard); got != "" {
		t.Errorf("on the clipboard: %q", got)
	}
	// Nothing of the code is in the clear beside the records.
	for _, entry := range must(b, os.ReadDir)(b.logFolder) {
		if bytes.Contains(readFile(t, filepath.Join(b.logFolder, entry.Name())), []byte(code[:7])) {
			t.Errorf("the code is in %s", entry.Name())
		}
	}
}
