package app

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"snowfield/internal/fault"
)

// The drills: what a therapist may lose, and how the records come back. Each
// goes the way the screens go.

const nextPassphrase = "six slow barges under the bridge"

// drill is a locked practice with one client, a backup and its recovery code.
func drill(t *testing.T) (b *bench, code string, backup BackupInfo) {
	b = newBench(t)
	code = b.create()
	b.add("Nell Harrow")
	b.shell.folder = t.TempDir()
	get(b, b.vault.ChooseBackupFolder)
	backup = get(b, b.vault.BackupNow)
	b.ok(b.vault.Lock(""))
	return b, code, backup
}

// holdsNell wants the client in the open records, which lock and open again.
func (b *bench) holdsNell(passphrase string) {
	b.Helper()
	for range 2 {
		if page := must(b, b.clients.List)(ClientQuery{Filter: "all", Limit: 10}); page.Total != 1 || page.Rows[0].Name != "Nell Harrow" {
			b.Errorf("the records hold %+v", page)
		}
		b.ok(b.vault.Lock(""))
		must(b, b.vault.Unlock)(passphrase)
	}
}

func TestDrillPassphraseLost(t *testing.T) {
	b, code, _ := drill(t)
	_, err := b.vault.UnlockWithCode(code, nextPassphrase)
	b.ok(err)
	b.holdsNell(nextPassphrase)
	b.ok(b.vault.Lock(""))
	_, err = b.vault.Unlock(testPassphrase)
	b.refused(err, fault.WrongPassphrase)
}

func TestDrillKeyFileLostOrDamaged(t *testing.T) {
	for name, harm := range map[string]func(path string) error{
		"lost":  os.Remove,
		"empty": func(path string) error { return os.WriteFile(path, nil, 0o600) },
		"torn":  func(path string) error { return os.Truncate(path, 100) },
	} {
		t.Run(name, func(t *testing.T) {
			b, code, _ := drill(t)
			b.ok(harm(filepath.Join(b.folder, "key.age")))
			_, err := b.vault.Unlock(testPassphrase)
			if w := b.refused(err, fault.Corrupt); !strings.Contains(w.Message, "recovery code") {
				t.Errorf("told as %q", w.Message)
			}
			_, err = b.vault.UnlockWithCode(code, nextPassphrase)
			b.ok(err)
			b.holdsNell(nextPassphrase)
		})
	}
}

// TestDrillRecordsDamaged says what is damaged, when the records open or when
// they are checked, keeps the file, and offers the last good backup.
func TestDrillRecordsDamaged(t *testing.T) {
	for name, c := range map[string]struct {
		harm  func(records []byte) []byte
		opens bool // the damage is not where unlocking looks
		told  string
	}{
		"a page":         {func(r []byte) []byte { r[20*4096+7] ^= 1; return r }, true, "Page 21 of the "},
		"two pages":      {func(r []byte) []byte { r[20*4096+7] ^= 1; r[30*4096] ^= 1; return r }, true, "are damaged (pages 21 and 31)."},
		"the first page": {func(r []byte) []byte { r[200] ^= 1; return r }, false, "Page 1 of the "},
		"cut in a page":  {func(r []byte) []byte { return r[:20*4096+1000] }, false, "The records end in the middle of page 21 of "},
	} {
		t.Run(name, func(t *testing.T) {
			b, _, backup := drill(t)
			path := filepath.Join(b.folder, "records.db")
			damaged := c.harm(readFile(t, path))
			b.ok(os.WriteFile(path, damaged, 0o600))
			_, err := b.vault.Unlock(testPassphrase)
			if c.opens {
				b.ok(err)
				_, err = b.vault.CheckRecords()
			}
			if w := b.refused(err, fault.Corrupt); !strings.Contains(w.Message, c.told) || !strings.Contains(w.Message, "left as it is") {
				t.Errorf("told as %q", w.Message)
			}
			if c.opens {
				_, err = b.vault.BackupNow()
				b.refused(err, fault.Corrupt)
				b.ok(b.vault.Lock(""))
				damaged = readFile(t, path)
			}
			if !bytes.Equal(readFile(t, path), damaged) {
				t.Error("the damaged file was changed")
			}
			s := get(b, b.vault.State)
			if s.State != "locked" || s.LastBackup != (LastBackup{backup.Path, backup.MadeAt, true}) {
				t.Fatalf("offered is %+v", s)
			}
			restored, err := b.vault.RestoreBackup(s.LastBackup.Path, BackupSecret{Passphrase: testPassphrase}, "")
			b.ok(err)
			if !bytes.Equal(readFile(t, filepath.Join(restored.KeptAside, "records.db")), damaged) {
				t.Error("the damaged file is not kept aside as it was")
			}
			b.holdsNell(testPassphrase)
		})
	}
}

// TestReadingADamagedPage names it, whatever was read.
func TestReadingADamagedPage(t *testing.T) {
	b, _, _ := drill(t)
	must(b, b.vault.Unlock)(testPassphrase)
	var page int
	b.ok(b.app.open.vault.DB().QueryRow("SELECT rootpage FROM sqlite_schema WHERE name = 'participants'").Scan(&page))
	b.ok(b.vault.Lock(""))
	path := filepath.Join(b.folder, "records.db")
	records := readFile(t, path)
	records[(page-1)*4096+50] ^= 1
	b.ok(os.WriteFile(path, records, 0o600))
	must(b, b.vault.Unlock)(testPassphrase)
	_, err := b.clients.List(ClientQuery{Filter: "all", Limit: 10})
	if w := b.refused(err, fault.Corrupt); !strings.Contains(w.Message, fmt.Sprintf("Page %d of the ", page)) {
		t.Errorf("told as %q", w.Message)
	}
}

// TestDrillAllLostButBackupAndCode is TestRestoreByCode, with the passphrase
// forgotten and the computer gone.
func TestDrillAllLostButBackupAndCode(t *testing.T) {
	_, code, backup := drill(t)
	other := newBench(t)
	_, err := other.vault.RestoreBackup(backup.Path, BackupSecret{RecoveryCode: code}, nextPassphrase)
	other.ok(err)
	other.holdsNell(nextPassphrase)
}

// TestDrillMistypedCode is told before anything is tried, wherever a code is
// typed.
func TestDrillMistypedCode(t *testing.T) {
	b, code, backup := drill(t)
	before := filesOf(t, b.folder)
	swapped := []byte(code)
	for i := range len(swapped) - 1 {
		if swapped[i] != swapped[i+1] && swapped[i] != ' ' && swapped[i+1] != ' ' && swapped[i] != '-' && swapped[i+1] != '-' {
			swapped[i], swapped[i+1] = swapped[i+1], swapped[i]
			break
		}
	}
	b.refused(b.vault.CheckRecoveryCode(string(swapped)), fault.Invalid)
	_, err := b.vault.UnlockWithCode(string(swapped), nextPassphrase)
	b.refused(err, fault.Invalid)
	_, err = b.vault.InspectBackup(backup.Path, BackupSecret{RecoveryCode: string(swapped)})
	b.refused(err, fault.Invalid)
	_, err = b.vault.RestoreBackup(backup.Path, BackupSecret{RecoveryCode: string(swapped)}, nextPassphrase)
	b.refused(err, fault.Invalid)
	for name, content := range filesOf(t, b.folder) {
		if !bytes.Equal(content, before[name]) {
			t.Errorf("%s was changed", name)
		}
	}
	must(b, b.vault.Unlock)(testPassphrase)
}
