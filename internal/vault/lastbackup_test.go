package vault

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

func wantLast(t *testing.T, p Place, b Backup) {
	t.Helper()
	got, ok, err := p.LastBackup()
	want := LastBackup{b.Path, b.Made.UTC().Truncate(time.Second)}
	if !ok || err != nil || got != want {
		t.Errorf("%+v, %t, %v; want %+v", got, ok, err, want)
	}
}

func TestLastBackup(t *testing.T) {
	p := place(t)
	if _, ok, err := p.LastBackup(); ok || err != nil {
		t.Errorf("before there is any: %t, %v", ok, err)
	}
	v := created(t, p, 2)
	folder := t.TempDir()
	first, err := v.Backup(background, folder, morning, describe, nil)
	if err != nil {
		t.Fatal(err)
	}
	wantLast(t, p, first)
	if _, err := v.Backup(background, p.BeforeUpdateFolder(), morning.Add(time.Hour), describe, nil); err != nil {
		t.Fatal(err)
	}
	wantLast(t, p, first) // that one is beside the records and no backup of theirs
	second, err := v.Backup(background, folder, morning.Add(2*time.Hour), describe, nil)
	if err != nil {
		t.Fatal(err)
	}
	closeVault(t, v)
	write(t, p.path(recordsName), "rubbish")
	wantLast(t, p, second)
	if _, err := p.Restore(background, first.Path, Passphrase(passphrase), morning, describe, nil); err != nil {
		t.Fatal(err)
	}
	wantLast(t, p, first)
	for name, content := range map[string]string{
		"cut": "2026-03-12T08:02:30Z\n/backup", "no path": "2026-03-12T08:02:30Z\n\n", "no time": "yesterday\n/backup\n",
		"empty": "", "long": "2026-03-12T08:02:30Z\n" + strings.Repeat("x", maxLastBackup) + "\n",
	} {
		write(t, p.path(lastBackupName), content)
		if got, ok, err := p.LastBackup(); ok || err != nil {
			t.Errorf("%s: %v, %v", name, got, err)
		}
	}
}

func FuzzLastBackup(f *testing.F) {
	f.Add(LastBackup{`/home/ada/Sicherung Übung/2026-03-12-0802.snowfield`, morning}.text())
	f.Add(LastBackup{`C:\Users\Ada\OneDrive - Praxis\2026-03-12-0802.snowfield`, morning}.text())
	f.Add([]byte("2026-03-12T08:02:30+01:00\na\nb\n"))
	f.Add([]byte("2026-03-12T08:02:30Z\n\n"))
	f.Fuzz(func(t *testing.T, b []byte) {
		last, ok := parseLastBackup(b)
		if !ok {
			if last != (LastBackup{}) {
				t.Fatal("refused, and told about")
			}
			return
		}
		if again, ok := parseLastBackup(last.text()); !ok || again.Path != last.Path || !again.Made.Equal(last.Made.Truncate(time.Second)) {
			t.Fatalf("%+v became %+v, %t", last, again, ok)
		}
		if last.Made.Nanosecond() == 0 && last.Made.Year() > 0 && bytes.HasPrefix(b, []byte(last.Made.Format(time.RFC3339))) && !bytes.Equal(last.text(), b) {
			t.Fatalf("%q is not %q", last.text(), b)
		}
	})
}

// TestOddBackupPaths go through the file as they are.
func TestOddBackupPaths(t *testing.T) {
	p := place(t)
	closed(t, p, 0)
	root := t.TempDir()
	for _, name := range []string{"a b.snowfield", "zwei\nZeilen.snowfield", `back\slash.snowfield`, "Säure-Übung 日本.snowfield", " .snowfield"} {
		b := Backup{Path: filepath.Join(root, name), Made: morning}
		if err := p.noteBackup(b); err != nil {
			t.Fatal(err)
		}
		wantLast(t, p, b)
	}
	info, err := os.Stat(p.path(lastBackupName))
	if err != nil || info.Size() > maxLastBackup {
		t.Errorf("%v, %v", info, err)
	}
}
