package vault

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"testing"

	"snowfield/internal/disk"
)

// TestOpeningClearsUp removes what unfinished work left in the vault folder,
// and nothing else.
func TestOpeningClearsUp(t *testing.T) {
	p := place(t)
	closed(t, p, 0)
	for _, name := range []string{disk.NewPrefix + "ABC", filepath.Join(workingPrefix+"ABC", recordsName), "somebody-elses"} {
		if err := errors.Join(os.MkdirAll(filepath.Dir(p.path(name)), 0o700), os.WriteFile(p.path(name), nil, 0o600)); err != nil {
			t.Fatal(err)
		}
	}
	v, err := p.Open(passphrase)
	if err != nil {
		t.Fatal(err)
	}
	closeVault(t, v)
	for _, name := range []string{disk.NewPrefix + "ABC", workingPrefix + "ABC"} {
		if _, err := os.Stat(p.path(name)); !errors.Is(err, fs.ErrNotExist) {
			t.Errorf("%s is still there: %v", name, err)
		}
	}
	if _, err := os.Stat(p.path("somebody-elses")); err != nil {
		t.Error(err)
	}
}
