package vault

import (
	"errors"
	"path/filepath"
	"strings"
	"testing"

	"snowfield/internal/fault"
)

// eachFault calls round with the n-th step on the disk failing, once and then
// for good, until no step is left to fail.
func eachFault(t *testing.T, round func(t *testing.T, fail func() (stop func()))) {
	t.Helper()
	for _, forGood := range []bool{false, true} {
		for n, more := 1, true; more; n++ {
			var steps *int
			round(t, func() (stop func()) {
				steps, stop = failAt(n, forGood)
				return stop
			})
			more = *steps >= n
			if t.Failed() {
				t.Fatalf("with step %d failing, for good: %t", n, forGood)
			}
		}
	}
}

func wantWords(t *testing.T, err error) {
	t.Helper()
	if c := fault.CodeOf(err); c == fault.Internal || c == fault.Corrupt || c == fault.WrongPassphrase {
		t.Errorf("told as %q: %v", c, err)
	}
}

func TestBackupFaults(t *testing.T) {
	p := place(t)
	v := created(t, p, 30)
	eachFault(t, func(t *testing.T, fail func() func()) {
		folder := filepath.Join(t.TempDir(), "backups")
		stop := fail()
		b, err := v.Backup(background, folder, morning, describe, nil)
		stop()
		if err != nil {
			wantWords(t, err)
		}
		// A backup that was told about is whole, even if only its note failed.
		if b.Path != "" {
			if _, err := Inspect(background, b.Path, Passphrase(passphrase), describe, nil); err != nil {
				t.Error(err)
			}
		}
		run(t, v.DB(), "INSERT INTO client (name) VALUES ('while the disk is well')")
		if _, err := v.Backup(background, folder, morning, describe, nil); err != nil {
			t.Errorf("again: %v", err)
		}
		for _, name := range names(t, folder) {
			if !strings.HasSuffix(name, Extension) {
				t.Errorf("left behind: %s", name)
			}
		}
	})
}

func TestRestoreFaults(t *testing.T) {
	b, _ := backup(t, place(t), 7)
	eachFault(t, func(t *testing.T, fail func() func()) {
		p := place(t)
		closed(t, p, 2)
		stop := fail()
		got, err := p.Restore(background, b.Path, Passphrase(passphrase), morning, describe, nil)
		stop()
		if err != nil {
			wantWords(t, err)
		}
		v, opened := p.Open(passphrase)
		if opened != nil {
			t.Error(opened)
			return
		}
		n := clients(t, v)
		closeVault(t, v)
		switch {
		case n == 2 && err == nil:
			t.Error("not restored, and no error")
		case n == 7 && err != nil && !errors.Is(err, errStaged):
			t.Errorf("restored after %v", err)
		case n != 2 && n != 7:
			t.Errorf("%d clients", n)
		}
		if n == 7 {
			wantOpens(t, Place{Folder: p.aside(morning.Format(stampLayout)), WorkFactor: 4}, passphrase, 2)
		}
		if err == nil && got.KeptAside == "" {
			t.Error("kept aside nowhere")
		}
		if _, err := p.Restore(background, b.Path, Passphrase(passphrase), morning, describe, nil); err != nil {
			t.Errorf("again: %v", err)
		}
	})
}

func TestOpenAndCreateFaults(t *testing.T) {
	eachFault(t, func(t *testing.T, fail func() func()) {
		p := place(t)
		stop := fail()
		v, err := p.Create(passphrase)
		stop()
		if err != nil {
			wantWords(t, err)
			if v, err = p.Create(passphrase); err != nil {
				// It was complete but for its opening.
				if v, err = p.Open(passphrase); err != nil {
					t.Error(err)
					return
				}
			}
		}
		closeVault(t, v)
		stop = fail()
		if v, err = p.Open(passphrase); err != nil {
			wantWords(t, err)
		} else if err := v.Close(); err != nil {
			wantWords(t, err)
		}
		stop()
		if v, err = p.Open(passphrase); err != nil {
			t.Error(err)
			return
		}
		closeVault(t, v)
	})
}
