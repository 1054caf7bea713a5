package vault

import (
	"bytes"
	"database/sql"
	"encoding/hex"
	"io"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"
	"time"

	"filippo.io/age"

	"snowfield/internal/fault"
)

const passphrase = "correct horse battery staple"

// place is an empty place with a cheap passphrase.
func place(t testing.TB) Place {
	t.Helper()
	return Place{Folder: filepath.Join(t.TempDir(), "Snowfield", "practice"), WorkFactor: 4}
}

// created makes a vault with a table of n rows and leaves it open.
func created(t testing.TB, p Place, n int) *Vault {
	t.Helper()
	v, err := p.Create(passphrase)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { v.Close() })
	run(t, v.DB(), "CREATE TABLE client (id INTEGER PRIMARY KEY, name TEXT NOT NULL) STRICT")
	run(t, v.DB(), `WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i+1 FROM n WHERE i <= ?)
		INSERT INTO client (name) SELECT 'Ada Example' FROM n WHERE i <= ?`, n, n)
	return v
}

// closed is created, closed again.
func closed(t testing.TB, p Place, n int) RecoveryCode {
	t.Helper()
	v := created(t, p, n)
	code := v.RecoveryCode()
	closeVault(t, v)
	return code
}

func closeVault(t testing.TB, v *Vault) {
	t.Helper()
	if err := v.Close(); err != nil {
		t.Fatal(err)
	}
}

func run(t testing.TB, db *sql.DB, query string, args ...any) {
	t.Helper()
	if _, err := db.Exec(query, args...); err != nil {
		t.Fatalf("%s: %v", query, err)
	}
}

func clients(t testing.TB, v *Vault) (n int) {
	t.Helper()
	if err := v.DB().QueryRow("SELECT count(*) FROM client").Scan(&n); err != nil {
		t.Fatal(err)
	}
	return n
}

// wantOpens opens a vault, counts its clients and closes it.
func wantOpens(t testing.TB, p Place, passphrase string, n int) {
	t.Helper()
	v, err := p.Open(passphrase)
	if err != nil {
		t.Fatal(err)
	}
	defer closeVault(t, v)
	if got := clients(t, v); got != n {
		t.Errorf("%d clients, want %d", got, n)
	}
}

func wantState(t testing.TB, p Place, want State) {
	t.Helper()
	if got, err := p.State(); err != nil || got != want {
		t.Errorf("state %v, %v; want %v", got, err, want)
	}
}

func wantCode(t testing.TB, err error, want fault.Code) {
	t.Helper()
	if got := fault.CodeOf(err); got != want {
		t.Errorf("got %v, want the code %q", err, want)
	}
}

// contents reads every file under a folder, by its path within.
func contents(t testing.TB, folder string) map[string]string {
	t.Helper()
	all := map[string]string{}
	err := filepath.WalkDir(folder, func(path string, e os.DirEntry, err error) error {
		if err != nil || e.IsDir() {
			return err
		}
		b, err := os.ReadFile(path)
		all[filepath.ToSlash(strings.TrimPrefix(path, folder))] = string(b)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return all
}

func wantUnchanged(t testing.TB, folder string, before map[string]string) {
	t.Helper()
	after := contents(t, folder)
	for name := range after {
		if _, ok := before[name]; !ok {
			t.Errorf("%s is new", name)
		}
	}
	for name, b := range before {
		if after[name] != b {
			t.Errorf("%s changed", name)
		}
	}
}

func lose(t testing.TB, path string) {
	t.Helper()
	if err := os.Remove(path); err != nil {
		t.Fatal(err)
	}
}

func TestCreateAndOpen(t *testing.T) {
	p := place(t)
	wantState(t, p, Empty)
	_, err := p.Open(passphrase)
	wantCode(t, err, fault.NotFound)
	closed(t, p, 3)
	wantState(t, p, Present)
	wantOpens(t, p, passphrase, 3)

	before := contents(t, p.Folder)
	_, err = p.Open("wrong")
	wantCode(t, err, fault.WrongPassphrase)
	_, err = p.Open("")
	wantCode(t, err, fault.WrongPassphrase)
	_, err = p.Create(passphrase)
	wantCode(t, err, fault.Conflict)
	wantUnchanged(t, p.Folder, before)
}

func TestModes(t *testing.T) {
	if runtime.GOOS == "windows" {
		return // Windows keeps access lists; the user's folder is the user's
	}
	p := place(t)
	hold, err := p.Hold()
	if err != nil {
		t.Fatal(err)
	}
	defer hold.Release()
	v := created(t, p, 1)
	tx, err := v.DB().Begin()
	if err != nil {
		t.Fatal(err)
	}
	defer tx.Rollback()
	if _, err := tx.Exec("DELETE FROM client"); err != nil {
		t.Fatal(err)
	}
	err = filepath.WalkDir(p.Folder, func(path string, e os.DirEntry, err error) error {
		if err != nil {
			return err
		}
		info, err := e.Info()
		want := os.FileMode(0o600)
		if e.IsDir() {
			want = 0o700
		}
		if info.Mode().Perm() != want {
			t.Errorf("%s has mode %v, want %v", e.Name(), info.Mode().Perm(), want)
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	if _, err := os.Stat(p.path(journalName)); err != nil {
		t.Errorf("the journal was not there to be looked at: %v", err)
	}
}

// TestKeyFileIsPlainAge opens key.age with the age library alone, as its
// command does, and finds the key that the recovery code holds.
func TestKeyFileIsPlainAge(t *testing.T) {
	p := place(t)
	code := closed(t, p, 0)
	sealed, err := os.ReadFile(p.path(keyName))
	if err != nil {
		t.Fatal(err)
	}
	identity, err := age.NewScryptIdentity(passphrase)
	if err != nil {
		t.Fatal(err)
	}
	r, err := age.Decrypt(bytes.NewReader(sealed), identity)
	if err != nil {
		t.Fatal(err)
	}
	text, err := io.ReadAll(r)
	if err != nil || string(text) != hex.EncodeToString(code.key[:]) {
		t.Errorf("key.age holds %d bytes, not the data key in hex: %v", len(text), err)
	}
}

func TestAccentsTypedEitherWay(t *testing.T) {
	p := place(t)
	v, err := p.Create("Schneefla\u0308che")
	if err != nil {
		t.Fatal(err)
	}
	closeVault(t, v)
	v, err = p.Open("Schneefl\u00e4che")
	if err != nil {
		t.Fatal(err)
	}
	closeVault(t, v)
}

func TestCreateCutShort(t *testing.T) {
	for name, leave := range map[string]func(p Place){
		"database begun":  func(p Place) { write(t, p.path(newRecords), "") },
		"database made":   func(p Place) { write(t, p.path(newRecords), strings.Repeat("x", 4096)) },
		"key file made":   func(p Place) { write(t, p.path(newRecords), "x"); write(t, p.path(keyName), "x") },
		"key file begun":  func(p Place) { write(t, p.path(newRecords), "x"); write(t, p.path(".new-1"), "x") },
		"only the folder": func(Place) {},
	} {
		t.Run(name, func(t *testing.T) {
			p := place(t)
			if err := p.makeFolder(); err != nil {
				t.Fatal(err)
			}
			leave(p)
			wantState(t, p, Empty)
			closed(t, p, 1)
			wantOpens(t, p, passphrase, 1)
		})
	}
}

func write(t testing.TB, path, text string) {
	t.Helper()
	if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
}

func TestChangePassphrase(t *testing.T) {
	p := place(t)
	v := created(t, p, 2)
	before := contents(t, p.Folder)
	wantCode(t, v.ChangePassphrase("wrong", "next"), fault.WrongPassphrase)
	wantCode(t, v.ChangePassphrase(passphrase, ""), fault.Invalid)
	wantUnchanged(t, p.Folder, before)
	if err := v.ChangePassphrase(passphrase, "next"); err != nil {
		t.Fatal(err)
	}
	if contents(t, p.Folder)["/"+recordsName] != before["/"+recordsName] {
		t.Error("the records were rewritten")
	}
	closeVault(t, v)
	_, err := p.Open(passphrase)
	wantCode(t, err, fault.WrongPassphrase)
	wantOpens(t, p, "next", 2)
}

func TestRecovery(t *testing.T) {
	for name, harm := range map[string]func(p Place){
		"passphrase forgotten": func(Place) {},
		"key file lost":        func(p Place) { lose(t, p.path(keyName)) },
		"key file damaged":     func(p Place) { write(t, p.path(keyName), "age-encryption.org/v1\nrubbish") },
		"key file emptied":     func(p Place) { write(t, p.path(keyName), "") },
		"key file bloated":     func(p Place) { write(t, p.path(keyName), strings.Repeat("a", 1<<20)) },
	} {
		t.Run(name, func(t *testing.T) {
			p := place(t)
			code := closed(t, p, 4)
			harm(p)
			if name != "passphrase forgotten" {
				_, err := p.Open(passphrase)
				wantCode(t, err, fault.Corrupt)
			}
			v, err := p.OpenWithCode(code, "a new passphrase")
			if err != nil {
				t.Fatal(err)
			}
			if v.RecoveryCode() != code {
				t.Error("the recovery code changed")
			}
			closeVault(t, v)
			wantOpens(t, p, "a new passphrase", 4)
		})
	}
}

func TestRecoveryRefused(t *testing.T) {
	p := place(t)
	code := closed(t, p, 1)
	stranger := closed(t, place(t), 1)
	before := contents(t, p.Folder)
	_, err := p.OpenWithCode(stranger, "new")
	wantCode(t, err, fault.WrongPassphrase)
	_, err = p.OpenWithCode(code, "")
	wantCode(t, err, fault.Invalid)
	wantUnchanged(t, p.Folder, before)
	_, err = place(t).OpenWithCode(code, "new")
	wantCode(t, err, fault.NotFound)
}

func TestDamageIsTold(t *testing.T) {
	p := place(t)
	closed(t, p, 400)
	t.Run("a bit", func(t *testing.T) {
		whole := contents(t, p.Folder)["/"+recordsName]
		b := []byte(whole)
		b[5000] ^= 4 // on page 2, the schema's table or its first leaf
		write(t, p.path(recordsName), string(b))
		v, err := p.Open(passphrase)
		if err == nil {
			defer v.Close()
			var n int
			if err := v.DB().QueryRow("SELECT count(*) FROM client WHERE name > ''").Scan(&n); err == nil {
				t.Errorf("a damaged page was read: %d clients", n)
			}
		}
		write(t, p.path(recordsName), whole)
	})
	t.Run("another vault's key file", func(t *testing.T) {
		other := place(t)
		closed(t, other, 0)
		write(t, p.path(keyName), contents(t, other.Folder)["/"+keyName])
		_, err := p.Open(passphrase)
		wantCode(t, err, fault.Corrupt)
	})
	t.Run("emptied", func(t *testing.T) {
		p := place(t)
		closed(t, p, 3)
		write(t, p.path(recordsName), "")
		_, err := p.Open(passphrase)
		wantCode(t, err, fault.Corrupt)
	})
	t.Run("no records", func(t *testing.T) {
		lose(t, p.path(recordsName))
		wantState(t, p, RecordsMissing)
		_, err := p.Open(passphrase)
		wantCode(t, err, fault.Corrupt)
		_, err = p.Create(passphrase)
		wantCode(t, err, fault.Conflict)
	})
}

// TestEveryBitOfTheKeyFile flips each bit: refused, and never another key.
func TestEveryBitOfTheKeyFile(t *testing.T) {
	key, err := newKey()
	if err != nil {
		t.Fatal(err)
	}
	sealed, err := sealKey(key, passphrase, 1)
	if err != nil {
		t.Fatal(err)
	}
	for i := range sealed {
		for bit := range 8 {
			b := bytes.Clone(sealed)
			b[i] ^= 1 << bit
			if got, err := openKey(b, passphrase); err == nil {
				t.Fatalf("byte %d bit %d: opened (same key: %v)", i, bit, got == key)
			} else if c := fault.CodeOf(err); c != fault.Corrupt && c != fault.WrongPassphrase {
				t.Fatalf("byte %d bit %d: %v", i, bit, err)
			}
		}
	}
}

func TestHold(t *testing.T) {
	p := place(t)
	hold, err := p.Hold()
	if err != nil {
		t.Fatal(err)
	}
	_, err = p.Hold()
	wantCode(t, err, fault.Conflict)
	if err := hold.Release(); err != nil {
		t.Fatal(err)
	}
	hold, err = p.Hold()
	if err != nil {
		t.Fatalf("after the release: %v", err)
	}
	if err := hold.Release(); err != nil {
		t.Fatal(err)
	}
}

func TestFailedUnlocks(t *testing.T) {
	p := place(t)
	closed(t, p, 0)
	one := time.Date(2026, 3, 12, 8, 2, 7, 0, time.UTC)
	two := one.Add(90 * time.Second)
	for _, at := range []time.Time{one, two.In(time.FixedZone("", 3600))} {
		if err := p.NoteFailedUnlock(at); err != nil {
			t.Fatal(err)
		}
	}
	got, err := p.FailedUnlocks()
	if err != nil || len(got) != 2 || !got[0].Equal(one) || !got[1].Equal(two) {
		t.Errorf("got %v, %v", got, err)
	}
	for range 2 {
		if err := p.ForgetFailedUnlocks(); err != nil {
			t.Fatal(err)
		}
	}
	if got, err := p.FailedUnlocks(); err != nil || len(got) != 0 {
		t.Errorf("got %v, %v", got, err)
	}
}
