package disk

import (
	"errors"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"syscall"
	"testing"
)

// TestStepsOfAReplacement holds the order that makes a replacement durable:
// the content before the name, the folder last.
func TestStepsOfAReplacement(t *testing.T) {
	dir := t.TempDir()
	var kinds []Kind
	stop := Watch(func(s Step) error {
		kinds = append(kinds, s.Kind)
		return nil
	})
	defer stop()
	if err := Replace(filepath.Join(dir, "key"), []byte("content")); err != nil {
		t.Fatal(err)
	}
	if want := []Kind{Create, Write, Sync, Rename, SyncFolder}; !slices.Equal(kinds, want) {
		t.Errorf("%v, want %v", kinds, want)
	}
}

// TestRefusedSteps lets each step of a replacement fail: the old content is
// there or, once it has its name, the new one, and nothing else is.
func TestRefusedSteps(t *testing.T) {
	for failing := range 5 {
		dir := t.TempDir()
		path := filepath.Join(dir, "key")
		if err := Replace(path, []byte("old")); err != nil {
			t.Fatal(err)
		}
		n := 0
		stop := Watch(func(Step) error {
			n++
			if n == failing+1 {
				return syscall.ENOSPC
			}
			return nil
		})
		err := Replace(path, []byte("new"))
		stop()
		if !errors.Is(err, syscall.ENOSPC) {
			t.Errorf("step %d: %v", failing, err)
		}
		want := "old"
		if failing == 4 {
			want = "new" // only the sync of the folder failed
		}
		content(t, path, want)
		only(t, dir, "key")
	}
}

func TestDeleteAll(t *testing.T) {
	dir := t.TempDir()
	outside := filepath.Join(dir, "outside")
	inside := filepath.Join(dir, "a", "b", "c")
	for _, folder := range []string{outside, inside} {
		if err := MakeFolders(folder); err != nil {
			t.Fatal(err)
		}
		if err := Replace(filepath.Join(folder, "file"), nil); err != nil {
			t.Fatal(err)
		}
	}
	if runtime.GOOS != "windows" { // where making a link is a privilege
		if err := os.Symlink(outside, filepath.Join(inside, "link")); err != nil {
			t.Fatal(err)
		}
	}
	for range 2 { // the second time there is nothing to do
		if err := DeleteAll(filepath.Join(dir, "a")); err != nil {
			t.Fatal(err)
		}
	}
	only(t, dir, "outside")
	only(t, outside, "file")
}
