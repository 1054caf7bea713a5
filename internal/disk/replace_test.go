package disk

import (
	"errors"
	"os"
	"path/filepath"
	"runtime"
	"testing"
)

func content(t *testing.T, path, want string) {
	t.Helper()
	b, err := os.ReadFile(path)
	if err != nil || string(b) != want {
		t.Errorf("%q, %v; want %q", b, err, want)
	}
}

func only(t *testing.T, folder string, want ...string) {
	t.Helper()
	entries, err := os.ReadDir(folder)
	if err != nil || len(entries) != len(want) {
		t.Fatalf("%v, %v; want %v", entries, err, want)
	}
	for i, e := range entries {
		if e.Name() != want[i] {
			t.Errorf("%s, want %s", e.Name(), want[i])
		}
	}
}

func TestReplace(t *testing.T) {
	dir := t.TempDir()
	path := filepath.Join(dir, "key")
	for _, text := range []string{"first", "the second, longer", ""} {
		if err := Replace(path, []byte(text)); err != nil {
			t.Fatal(err)
		}
		content(t, path, text)
	}
	only(t, dir, "key")
	info, err := os.Stat(path)
	if err != nil {
		t.Fatal(err)
	}
	if runtime.GOOS != "windows" && info.Mode().Perm() != 0o600 {
		t.Errorf("mode %v, want 0600", info.Mode())
	}
}

func TestFailedFillChangesNothing(t *testing.T) {
	dir := t.TempDir()
	path := filepath.Join(dir, "key")
	if err := Replace(path, []byte("old")); err != nil {
		t.Fatal(err)
	}
	full := errors.New("disk full")
	err := Fill(path, func(f *File) error {
		if _, err := f.Write([]byte("half of the ne")); err != nil {
			return err
		}
		return full
	})
	if !errors.Is(err, full) {
		t.Errorf("got %v", err)
	}
	content(t, path, "old")
	only(t, dir, "key")
}

func TestReplaceInNowhere(t *testing.T) {
	if err := Replace(filepath.Join(t.TempDir(), "missing", "key"), nil); err == nil {
		t.Error("no error")
	}
	dir := t.TempDir()
	if err := os.Mkdir(filepath.Join(dir, "taken"), 0o700); err != nil {
		t.Fatal(err)
	}
	if err := Replace(filepath.Join(dir, "taken"), []byte("x")); err == nil {
		t.Error("a folder was replaced")
	}
	only(t, dir, "taken")
}

func TestMoveBetweenFolders(t *testing.T) {
	from, to := t.TempDir(), t.TempDir()
	if err := Replace(filepath.Join(from, "a"), []byte("content")); err != nil {
		t.Fatal(err)
	}
	if err := Move(filepath.Join(from, "a"), filepath.Join(to, "b")); err != nil {
		t.Fatal(err)
	}
	only(t, from)
	content(t, filepath.Join(to, "b"), "content")
}
