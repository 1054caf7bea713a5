package vault

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"syscall"
	"testing"

	"snowfield/internal/disk"
	"snowfield/internal/fault"
)

func TestRenew(t *testing.T) {
	p := place(t)
	v := created(t, p, 7)
	before, err := v.Backup(background, t.TempDir(), morning, describe, nil)
	if err != nil {
		t.Fatal(err)
	}
	old := v.RecoveryCode()
	err = v.Renew(background, passphrase, describe, func(_ context.Context, db Records) error {
		run(t, db, "INSERT INTO client (name) VALUES ('renewed')")
		return nil
	}, nil)
	if err != nil {
		t.Fatal(err)
	}
	renewed := v.RecoveryCode()
	if renewed == old || v.Closed() {
		t.Fatal("not renewed and open")
	}
	run(t, v.DB(), "INSERT INTO client (name) VALUES ('after')")
	after, err := v.Backup(background, t.TempDir(), morning, describe, nil)
	if err != nil {
		t.Fatal(err)
	}
	closeVault(t, v)
	for _, n := range names(t, p.Folder) {
		if n != recordsName && n != keyName && n != journalName && n != lastBackupName {
			t.Errorf("left behind: %s", n)
		}
	}
	wantOpens(t, p, passphrase, 9)
	_, err = p.OpenWithCode(old, "new")
	wantCode(t, err, fault.WrongPassphrase)
	lose(t, p.path(keyName))
	if v, err = p.OpenWithCode(renewed, "new"); err != nil {
		t.Fatal(err)
	}
	closeVault(t, v)
	for _, c := range []struct {
		file string
		code RecoveryCode
		want fault.Code
	}{{before.Path, old, ""}, {before.Path, renewed, fault.WrongPassphrase}, {after.Path, renewed, ""}, {after.Path, old, fault.WrongPassphrase}} {
		_, err := Inspect(background, c.file, Code(c.code, ""), describe, nil)
		wantCode(t, err, c.want)
	}
}

func TestRenewRefused(t *testing.T) {
	p := place(t)
	v := created(t, p, 400)
	code := v.RecoveryCode()
	wantCode(t, v.Renew(background, "wrong", describe, nil, nil), fault.WrongPassphrase)
	for stop := 1; ; stop += 1 + stop/4 {
		ctx, cancel := context.WithCancel(background)
		told := 0
		err := v.Renew(ctx, passphrase, describe, nil, func(int64, int64) {
			if told++; told == stop {
				cancel()
			}
		})
		cancel()
		if err == nil {
			if stop < 3 {
				t.Error("progress was told too seldom")
			}
			break
		}
		if !errors.Is(err, context.Canceled) {
			t.Fatalf("after %d: %v", stop, err)
		}
		if v.Closed() || v.RecoveryCode() != code || clients(t, v) != 400 {
			t.Fatalf("after %d: not as before", stop)
		}
	}
	code = v.RecoveryCode()
	run(t, v.DB(), "DELETE FROM client WHERE id = 5") // the journal is there
	closeVault(t, v)
	flip(t, p.path(recordsName), 4)
	v, err := p.Open(passphrase)
	if err != nil {
		t.Fatal(err)
	}
	wantCode(t, v.Renew(background, passphrase, describe, nil, nil), fault.Corrupt)
	if v.Closed() || v.RecoveryCode() != code {
		t.Error("not as before")
	}
	closeVault(t, v)
}

// flip changes a bit of a page on the disk.
func flip(t testing.TB, path string, pages ...int) {
	t.Helper()
	b, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	for _, page := range pages {
		b[(page-1)*recordsUnit+777] ^= 4
	}
	write(t, path, string(b))
}

// failAt lets the n-th step on the disk fail, and those after it if for good.
func failAt(n int, forGood bool) (steps *int, stop func()) {
	steps = new(int)
	return steps, disk.Watch(func(disk.Step) error {
		*steps++
		if *steps == n || forGood && *steps > n {
			return syscall.ENOSPC
		}
		return nil
	})
}

// TestRenewFails lets each step fail, once and for good: the records are all
// there, under the old code or the new, and an error tells which.
func TestRenewFails(t *testing.T) {
	for _, forGood := range []bool{false, true} {
		for n, done := 1, false; !done; n++ {
			p := place(t)
			v := created(t, p, 3)
			old := v.RecoveryCode()
			steps, stop := failAt(n, forGood)
			err := v.Renew(background, passphrase, describe, nil, nil)
			stop()
			done = *steps < n
			open := !v.Closed()
			if open {
				run(t, v.DB(), "INSERT INTO client (name) VALUES ('after')")
				if changed := v.RecoveryCode() != old; changed != (err == nil) {
					t.Fatalf("step %d: changed %t, %v", n, changed, err)
				}
			}
			if err != nil {
				wantCode(t, err, fault.NotSaved)
			}
			closeVault(t, v)
			v, err = p.Open(passphrase)
			if err != nil {
				t.Fatalf("step %d: %v", n, err)
			}
			want := 3
			if open {
				want = 4
			}
			if got := clients(t, v); got != want {
				t.Fatalf("step %d: %d clients, want %d", n, got, want)
			}
			closeVault(t, v)
			for _, name := range names(t, p.Folder) {
				if name != recordsName && name != keyName && name != journalName {
					t.Errorf("step %d: left behind: %s", n, name)
				}
			}
		}
	}
}

// TestRenewCutShort opens the vault as a crash leaves it after each move of the
// renewal: the new code opens it, and nothing of the old is left.
func TestRenewCutShort(t *testing.T) {
	for stop := range 3 {
		p := place(t)
		v := created(t, p, 3)
		key, err := newKey()
		if err != nil {
			t.Fatal(err)
		}
		sealed, err := sealKey(key, passphrase, p.WorkFactor)
		if err != nil {
			t.Fatal(err)
		}
		staged := p.path(renewingName)
		mkdir(t, staged)
		if _, err := v.rewrite(background, staged, key, sealed, describe, nil, nil); err != nil {
			t.Fatal(err)
		}
		closeVault(t, v)
		for _, name := range []string{recordsName, keyName}[:stop] {
			if err := os.Rename(filepath.Join(staged, name), p.path(name)); err != nil {
				t.Fatal(err)
			}
		}
		wantState(t, p, Present)
		v, err = p.OpenWithCode(RecoveryCode{key}, "new")
		if err != nil {
			t.Fatalf("after %d moves: %v", stop, err)
		}
		if clients(t, v) != 3 {
			t.Errorf("after %d moves: clients are missing", stop)
		}
		closeVault(t, v)
		if _, err := os.Stat(staged); err == nil {
			t.Errorf("after %d moves: the staging folder is left", stop)
		}
	}
}
