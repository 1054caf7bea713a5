package vault

import (
	"os"
	"path/filepath"
	"testing"

	"snowfield/internal/fault"
)

func TestRestoreIntoAnEmptyPlace(t *testing.T) {
	b, code := backup(t, place(t), 7)
	p := place(t)
	hold, err := p.Hold()
	if err != nil {
		t.Fatal(err)
	}
	defer hold.Release()
	got, err := p.Restore(background, b.Path, Passphrase(passphrase), morning, describe, nil)
	if err != nil {
		t.Fatal(err)
	}
	if got.KeptAside != "" || got.Backup.Facts != b.Facts {
		t.Errorf("%+v", got)
	}
	if n := names(t, filepath.Dir(p.Folder)); len(n) != 1 {
		t.Errorf("folders %v", n)
	}
	wantOpens(t, p, passphrase, 7)
	v, err := p.OpenWithCode(code, "new")
	if err != nil {
		t.Fatal(err)
	}
	closeVault(t, v)
}

func TestRestoreKeepsTheReplacedVault(t *testing.T) {
	b, _ := backup(t, place(t), 7)
	p := place(t)
	closed(t, p, 2)
	before := contents(t, p.Folder)
	for _, want := range []string{"practice-replaced-2026-03-12-0802", "practice-replaced-2026-03-12-0802-2"} {
		got, err := p.Restore(background, b.Path, Passphrase(passphrase), morning, describe, nil)
		if err != nil {
			t.Fatal(err)
		}
		if filepath.Base(got.KeptAside) != want {
			t.Errorf("kept in %s, want %s", got.KeptAside, want)
		}
		wantOpens(t, p, passphrase, 7)
	}
	aside := Place{Folder: p.aside("2026-03-12-0802"), WorkFactor: p.WorkFactor}
	after := contents(t, aside.Folder)
	for _, name := range []string{"/" + recordsName, "/" + keyName} {
		if after[name] != before[name] {
			t.Errorf("%s was not kept as it was", name)
		}
	}
	wantOpens(t, aside, passphrase, 2)
}

func TestRestoreOverARuin(t *testing.T) {
	for name, harm := range map[string]func(p Place){
		"key file lost":   func(p Place) { lose(t, p.path(keyName)) },
		"records lost":    func(p Place) { lose(t, p.path(recordsName)) },
		"records damaged": func(p Place) { write(t, p.path(recordsName), "rubbish") },
		"creation begun":  func(p Place) { lose(t, p.path(recordsName)); write(t, p.path(newRecords), "x") },
		"restore begun": func(p Place) {
			mkdir(t, p.path(workingPrefix+"1"))
			write(t, p.path(workingPrefix+"1/records.db"), "x")
		},
		"a journal beside": func(p Place) { write(t, p.path(journalName), "rubbish") },
	} {
		t.Run(name, func(t *testing.T) {
			b, _ := backup(t, place(t), 7)
			p := place(t)
			closed(t, p, 2)
			harm(p)
			if _, err := p.Restore(background, b.Path, Passphrase(passphrase), morning, describe, nil); err != nil {
				t.Fatal(err)
			}
			wantOpens(t, p, passphrase, 7)
			for _, n := range names(t, p.Folder) {
				if n != recordsName && n != keyName && n != journalName && n != lastBackupName {
					t.Errorf("left behind: %s", n)
				}
			}
		})
	}
}

func mkdir(t testing.TB, path string) {
	t.Helper()
	if err := os.Mkdir(path, 0o700); err != nil {
		t.Fatal(err)
	}
}

func TestRestoreRefused(t *testing.T) {
	b, _ := backup(t, place(t), 7)
	p := place(t)
	closed(t, p, 2)
	before := contents(t, filepath.Dir(p.Folder))
	_, err := p.Restore(background, b.Path, Passphrase("wrong"), morning, describe, nil)
	wantCode(t, err, fault.WrongPassphrase)
	_, err = p.Restore(background, b.Path+".missing", Passphrase(passphrase), morning, describe, nil)
	wantCode(t, err, fault.NotFound)
	_, err = p.Restore(background, t.TempDir(), Passphrase(passphrase), morning, describe, nil)
	wantCode(t, err, fault.Corrupt)
	v, err := p.Open(passphrase)
	if err != nil {
		t.Fatal(err)
	}
	_, err = p.Restore(background, b.Path, Passphrase(passphrase), morning, describe, nil)
	wantCode(t, err, fault.Conflict)
	_, err = p.Open(passphrase)
	wantCode(t, err, fault.Conflict)
	closeVault(t, v)
	wantUnchanged(t, filepath.Dir(p.Folder), before)
	if n := names(t, filepath.Dir(p.Folder)); len(n) != 1 {
		t.Errorf("folders %v", n)
	}
}

// TestRestoreCutShort stops the swap after each of its moves, as a crash
// would; the next opening finishes it, and both vaults are whole.
func TestRestoreCutShort(t *testing.T) {
	for stop := range 6 {
		b, _ := backup(t, place(t), 7)
		p := place(t)
		closed(t, p, 2)
		staged := p.path(stagedPrefix + "2026-03-12-0802")
		mkdir(t, staged)
		_, sealed, err := unpack(background, b.Path, Passphrase(passphrase), staged, describe, nil)
		if err != nil {
			t.Fatal(err)
		}
		write(t, filepath.Join(staged, keyName), string(sealed))
		write(t, filepath.Join(staged, ".DS_Store"), "left by a file browser")
		aside := p.aside("2026-03-12-0802")
		mkdir(t, aside)
		moves := [][2]string{
			{p.path(journalName), filepath.Join(aside, journalName)},
			{p.path(recordsName), filepath.Join(aside, recordsName)},
			{filepath.Join(staged, recordsName), p.path(recordsName)},
			{p.path(keyName), filepath.Join(aside, keyName)},
			{filepath.Join(staged, keyName), p.path(keyName)},
		}
		for _, m := range moves[:stop] {
			if err := os.Rename(m[0], m[1]); err != nil {
				t.Fatal(err)
			}
		}
		wantState(t, p, Present)
		wantOpens(t, p, passphrase, 7)
		wantOpens(t, Place{Folder: aside, WorkFactor: p.WorkFactor}, passphrase, 2)
		if _, err := os.Stat(staged); err == nil {
			t.Errorf("after %d moves: the staging folder is left", stop)
		}
	}
}
