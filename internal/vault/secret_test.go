package vault

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"snowfield/internal/fault"
)

// TestRestoreByCode has only a backup and the recovery code, in an empty place.
func TestRestoreByCode(t *testing.T) {
	b, code := backup(t, place(t), 7)
	p := place(t)
	before := contents(t, filepath.Dir(filepath.Dir(p.Folder)))
	_, err := p.Restore(background, b.Path, Code(code, ""), morning, describe, nil)
	wantCode(t, err, fault.Invalid)
	stranger := closed(t, place(t), 1)
	_, err = p.Restore(background, b.Path, Code(stranger, "a new one"), morning, describe, nil)
	wantCode(t, err, fault.WrongPassphrase)
	wantUnchanged(t, filepath.Dir(filepath.Dir(p.Folder)), before)

	got, err := p.Restore(background, b.Path, Code(code, "a new one"), morning, describe, nil)
	if err != nil || got.Backup.Facts != b.Facts {
		t.Fatalf("%+v, %v", got, err)
	}
	wantOpens(t, p, "a new one", 7)
	_, err = p.Open(passphrase)
	wantCode(t, err, fault.WrongPassphrase)
	v, err := p.OpenWithCode(code, "another")
	if err != nil {
		t.Fatal(err)
	}
	closeVault(t, v)
	// The backup itself keeps its passphrase.
	if _, err := Inspect(background, b.Path, Passphrase(passphrase), describe, nil); err != nil {
		t.Error(err)
	}
}

// TestBackupWithDamagedKeyFile opens by the code alone.
func TestBackupWithDamagedKeyFile(t *testing.T) {
	b, code := backup(t, place(t), 3)
	raw, err := os.ReadFile(b.Path)
	if err != nil {
		t.Fatal(err)
	}
	change(t, b.Path, strings.Index(string(raw), "age-encryption.org/v1\n->"))
	_, err = Inspect(background, b.Path, Passphrase(passphrase), describe, nil)
	f, ok := errors.AsType[*fault.Error](err)
	if !ok || f.Code != fault.Corrupt || !strings.Contains(f.Message, "recovery code") {
		t.Errorf("by passphrase: %v", err)
	}
	p := place(t)
	if _, err := p.Restore(background, b.Path, Code(code, "a new one"), morning, describe, nil); err != nil {
		t.Fatal(err)
	}
	wantOpens(t, p, "a new one", 3)
}

func TestSecretsDoNotPrint(t *testing.T) {
	code := closed(t, place(t), 0)
	for _, s := range []Secret{Passphrase("hunter hunter"), Code(code, "hunter hunter")} {
		for _, verb := range []string{"%v", "%+v", "%#v", "%s", "%q", "%x"} {
			if got := fmt.Sprintf(verb, s); got != "[secret]" {
				t.Errorf("%s prints %q", verb, got)
			}
		}
	}
}

// TestRestoreElsewhere carries a backup to a computer with other folders, under
// another name and in another zone.
func TestRestoreElsewhere(t *testing.T) {
	b, _ := backup(t, place(t), 7)
	raw, err := os.ReadFile(b.Path)
	if err != nil {
		t.Fatal(err)
	}
	local := time.Local
	defer func() { time.Local = local }()
	for _, folder := range []string{"PRACTICE", "Meine Praxis (neu)", "Übung 日本", "it's; 50%?#"} {
		for _, zone := range []*time.Location{time.FixedZone("", 13*3600), time.FixedZone("", -11*3600)} {
			time.Local = zone
			home := filepath.Join(t.TempDir(), "Application Support")
			p := Place{Folder: filepath.Join(home, folder), WorkFactor: 4}
			closed(t, p, 1)
			file := filepath.Join(home, "Copy of BACKUP.ZIP")
			write(t, file, string(raw))
			got, err := p.Restore(background, file, Passphrase(passphrase), morning, describe, nil)
			if err != nil {
				t.Fatalf("%s: %v", folder, err)
			}
			if want := p.Folder + "-replaced-" + morning.In(zone).Format(stampLayout); got.KeptAside != want || !got.Backup.Made.Equal(morning) {
				t.Errorf("%s: %+v, want it kept in %s", folder, got, want)
			}
			wantOpens(t, p, passphrase, 7)
			wantOpens(t, Place{Folder: got.KeptAside, WorkFactor: 4}, passphrase, 1)
		}
	}
}
