package disktest

import (
	"bytes"
	"errors"
	"fmt"
	"io/fs"
	"math/rand/v2"
	"os"
	"path/filepath"
	"testing"

	"snowfield/internal/disk"
)

// The steps of programs that do things with files, good ones and bad ones. A
// model that lets a bad one pass is worth nothing.

func create(path string) error { // like os.WriteFile, without a sync
	if err := disk.Announce(disk.Step{Kind: disk.Create, Path: path}); err != nil {
		return err
	}
	return os.WriteFile(path, nil, 0o600)
}

func overwrite(path string, offset int64, text string) error {
	if err := disk.Announce(disk.Step{Kind: disk.Write, Path: path, Offset: offset, Data: []byte(text)}); err != nil {
		return err
	}
	f, err := os.OpenFile(path, os.O_WRONLY, 0)
	if err != nil {
		return err
	}
	_, err = f.WriteAt([]byte(text), offset)
	return errors.Join(err, f.Close())
}

func truncate(path string, size int64) error {
	if err := disk.Announce(disk.Step{Kind: disk.Truncate, Path: path, Offset: size}); err != nil {
		return err
	}
	return os.Truncate(path, size)
}

func renameOnly(from, to string) error {
	if err := disk.Announce(disk.Step{Kind: disk.Rename, Path: from, To: to}); err != nil {
		return err
	}
	return os.Rename(from, to)
}

func inOrder(steps ...error) error { return errors.Join(steps...) }

// long spans sectors, so that a torn one is neither of the two.
func long(letter string) string { return string(bytes.Repeat([]byte(letter), 3*sector+100)) }

// TestPowerCuts replaces the content of a file in many ways. When a way is
// said to be safe, the old content or the new one is there after every cut,
// and the new one for sure once it is done; else some cut must show it.
func TestPowerCuts(t *testing.T) {
	for _, way := range []struct {
		name    string
		safe    bool
		replace func(path, text string) error
	}{
		{"disk.Replace", true, func(path, text string) error { return disk.Replace(path, []byte(text)) }},
		{"a new file moved by disk.Move", true, func(path, text string) error {
			return inOrder(create(path+"2"), overwrite(path+"2", 0, text), disk.SyncFile(path+"2"), disk.Move(path+"2", path))
		}},
		{"in place", false, func(path, text string) error {
			return inOrder(overwrite(path, 0, text), disk.SyncFile(path))
		}},
		{"in place, cut first", false, func(path, text string) error {
			return inOrder(truncate(path, 0), overwrite(path, 0, text), disk.SyncFile(path))
		}},
		{"moved before its sync", false, func(path, text string) error {
			return inOrder(create(path+"2"), overwrite(path+"2", 0, text), renameOnly(path+"2", path), disk.SyncNames(filepath.Dir(path)), disk.SyncFile(path))
		}},
		{"never synced", false, func(path, text string) error {
			return inOrder(create(path+"2"), overwrite(path+"2", 0, text), disk.Move(path+"2", path))
		}},
		{"moved without a sync of the folder", false, func(path, text string) error {
			return inOrder(create(path+"2"), overwrite(path+"2", 0, text), disk.SyncFile(path+"2"), renameOnly(path+"2", path))
		}},
		{"the old one removed first", false, func(path, text string) error {
			return inOrder(disk.Delete(path), disk.Replace(path, []byte(text)))
		}},
	} {
		t.Run(way.name, func(t *testing.T) {
			wrong := cuts(t, func(path string) error { return way.replace(path, long("b")) })
			if way.safe && wrong != "" {
				t.Error(wrong)
			}
			if !way.safe && wrong == "" {
				t.Error("no cut showed that this is unsafe")
			}
		})
	}
}

// cuts runs replace on a file that holds long("a") and cuts the power around
// each of its steps. It returns what it found wrong first.
func cuts(t *testing.T, replace func(path string) error) (wrong string) {
	t.Helper()
	root := t.TempDir()
	path := filepath.Join(root, "key")
	if err := os.WriteFile(path, []byte(long("a")), 0o600); err != nil {
		t.Fatal(err)
	}
	trace, stop, err := Record(root, filepath.Join(t.TempDir(), "begin"))
	if err != nil {
		t.Fatal(err)
	}
	err = replace(path)
	stop()
	if err != nil {
		t.Fatal(err)
	}
	random := rand.New(rand.NewPCG(1, 2))
	err = trace.Replay(func(done int, _ disk.Step, d *Disk) error {
		for range 60 {
			after := filepath.Join(t.TempDir(), "after")
			if err := d.CutPower(random, after); err != nil {
				return err
			}
			b, err := os.ReadFile(filepath.Join(after, "key"))
			old, renewed := string(b) == long("a"), string(b) == long("b")
			if err != nil || !renewed && (!old || done == trace.Len()) {
				wrong = fmt.Sprintf("cut after %d of %d steps: %d bytes, old %v, %v", done, trace.Len(), len(b), old, err)
			}
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	return wrong
}

// TestKeep follows everything the package disk does and ends with the same
// files as the real folder.
func TestKeep(t *testing.T) {
	root := t.TempDir()
	in := func(parts ...string) string { return filepath.Join(append([]string{root}, parts...)...) }
	if err := errors.Join(os.Mkdir(in("before"), 0o700), os.WriteFile(in("before", "x"), []byte("x"), 0o600)); err != nil {
		t.Fatal(err)
	}
	trace, stop, err := Record(root, filepath.Join(t.TempDir(), "begin"))
	if err != nil {
		t.Fatal(err)
	}
	err = inOrder(
		disk.MakeFolders(in("a", "b")),
		disk.Replace(in("a", "b", "one"), []byte(long("1"))),
		disk.Replace(in("a", "b", "one"), []byte("shorter")),
		disk.Move(in("a", "b", "one"), in("two")),
		disk.Move(in("a", "b"), in("before", "c")),
		disk.Replace(in("before", "c", "three"), []byte("3")),
		overwrite(in("two"), 1000, "beyond the end"),
		truncate(in("two"), 1003),
		disk.Delete(in("before")), // refused: not empty
		disk.Delete(in("nowhere")),
		disk.Delete(in("before", "x")),
	)
	stop()
	if err == nil {
		t.Fatal("a folder that is not empty was removed")
	}
	kept := filepath.Join(t.TempDir(), "kept")
	err = trace.Replay(func(done int, _ disk.Step, d *Disk) error {
		if done < trace.Len() {
			return nil
		}
		return d.Keep(kept)
	})
	if err != nil {
		t.Fatal(err)
	}
	same(t, root, kept)
}

func same(t *testing.T, a, b string) {
	t.Helper()
	read := func(root string) string {
		var text string
		err := filepath.WalkDir(root, func(path string, e fs.DirEntry, err error) error {
			rest, _ := filepath.Rel(root, path)
			text += rest
			if err == nil && !e.IsDir() {
				b, err := os.ReadFile(path)
				text += fmt.Sprintf(": %q", b)
				if err != nil {
					return err
				}
			}
			text += "\n"
			return err
		})
		if err != nil {
			t.Fatal(err)
		}
		return text
	}
	if read(a) != read(b) {
		t.Errorf("the folder holds\n%s\nthe model\n%s", read(a), read(b))
	}
}

// TestNamesKeepTheirOrder: what a later change of a name builds on is there
// when the later one is.
func TestNamesKeepTheirOrder(t *testing.T) {
	root := t.TempDir()
	d, err := Read(root)
	if err != nil {
		t.Fatal(err)
	}
	in := func(name string) string { return filepath.Join(root, name) }
	for _, s := range []disk.Step{
		{Kind: disk.Mkdir, Path: in("x")},
		{Kind: disk.Create, Path: in("x/a")},
		{Kind: disk.Write, Path: in("x/a"), Data: []byte("a")},
		{Kind: disk.Sync, Path: in("x/a")},
		{Kind: disk.Rename, Path: in("x/a"), To: in("b")},
		{Kind: disk.Rename, Path: in("b"), To: in("c")},
		{Kind: disk.Create, Path: in("other")},
	} {
		d.Do(s)
	}
	random := rand.New(rand.NewPCG(1, 2))
	seen := map[string]int{}
	for range 500 {
		after := filepath.Join(t.TempDir(), "after")
		if err := d.CutPower(random, after); err != nil {
			t.Fatal(err)
		}
		var list string
		for _, name := range []string{"x", "x/a", "b", "c", "other"} {
			if _, err := os.Stat(filepath.Join(after, name)); err == nil {
				list += name + " "
			}
		}
		seen[list]++
	}
	for list := range seen {
		switch list {
		case "", "x ", "x x/a ", "b ", "x b ", "c ", "x c ", "other ", "x other ", "x x/a other ", "b other ", "x b other ", "c other ", "x c other ":
		default:
			t.Errorf("a power cut left %q", list)
		}
	}
	for _, must := range []string{"", "x ", "x c other ", "c ", "other "} {
		if seen[must] == 0 {
			t.Errorf("no power cut left %q of %v", must, seen)
		}
	}

	d.Do(disk.Step{Kind: disk.SyncFolder, Path: root})
	for range 50 {
		after := filepath.Join(t.TempDir(), "after")
		if err := d.CutPower(random, after); err != nil {
			t.Fatal(err)
		}
		for _, name := range []string{"x", "c", "other"} {
			if _, err := os.Stat(filepath.Join(after, name)); err != nil {
				t.Errorf("after the sync of the folder: %v", err)
			}
		}
	}
}

// TestTornWrites finds each sector old or new, and every mixture of them.
func TestTornWrites(t *testing.T) {
	f := &file{durable: []byte(long("a"))}
	f.write(100, []byte(long("b")))
	random := rand.New(rand.NewPCG(1, 2))
	mixtures := map[string]bool{}
	for range 400 {
		b := f.afterCut(random)
		kept := ""
		for from := 0; from < 3*sector; from += sector {
			part := b[max(from, 100) : from+sector]
			if string(part) != string(bytes.Repeat(part[:1], len(part))) {
				t.Fatalf("a sector is torn: %q", part)
			}
			kept += string(part[:1])
		}
		if string(b[:100]) != string(bytes.Repeat([]byte("a"), 100)) {
			t.Fatal("a write changed what lies before it")
		}
		mixtures[kept] = true
	}
	if len(mixtures) != 8 {
		t.Errorf("of 8 mixtures of three sectors %d were seen", len(mixtures))
	}
	f.sync()
	if got := f.afterCut(random); !bytes.Equal(got, f.content()) {
		t.Error("something was lost after the sync")
	}
}
