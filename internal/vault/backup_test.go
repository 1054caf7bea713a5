package vault

import (
	"archive/zip"
	"bytes"
	"context"
	"database/sql"
	"errors"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"snowfield/internal/fault"
)

var (
	background = context.Background()
	morning    = time.Date(2026, 3, 12, 8, 2, 30, 0, time.Local)
)

// describe counts clients; the rest of the facts stands for the audit trail.
func describe(ctx context.Context, db *sql.Conn, _ bool) (Facts, error) {
	f := Facts{AuditHead: "head", AppVersion: "test"}
	err := db.QueryRowContext(ctx, "SELECT count(*), ifnull(max(id), 0) FROM client").Scan(&f.Clients, &f.AuditLength)
	return f, err
}

// identified is describe for the practice with an id.
func identified(id string) Describe {
	return func(ctx context.Context, db *sql.Conn, thorough bool) (Facts, error) {
		f, err := describe(ctx, db, thorough)
		f.PracticeID = id
		return f, err
	}
}

// backup makes a vault of n clients and one backup of it.
func backup(t testing.TB, p Place, n int) (Backup, RecoveryCode) {
	t.Helper()
	v := created(t, p, n)
	b, err := v.Backup(background, t.TempDir(), morning, describe, nil)
	if err != nil {
		t.Fatal(err)
	}
	code := v.RecoveryCode()
	closeVault(t, v)
	return b, code
}

func names(t testing.TB, folder string) (names []string) {
	t.Helper()
	entries, err := os.ReadDir(folder)
	if err != nil {
		t.Fatal(err)
	}
	for _, e := range entries {
		names = append(names, e.Name())
	}
	return names
}

func TestBackup(t *testing.T) {
	p := place(t)
	v := created(t, p, 5)
	folder := filepath.Join(t.TempDir(), "backups")
	var paths []string
	for range 3 {
		b, err := v.Backup(background, folder, morning, describe, nil)
		if err != nil {
			t.Fatal(err)
		}
		info, err := os.Stat(b.Path)
		if err != nil || info.Size() != b.Bytes || b.Facts.Clients != 5 || !b.Made.Equal(morning) {
			t.Errorf("%+v, %v", b, err)
		}
		paths = append(paths, filepath.Base(b.Path))
	}
	want := "2026-03-12-0802.snowfield 2026-03-12-0802-2.snowfield 2026-03-12-0802-3.snowfield"
	if got := strings.Join(paths, " "); got != want {
		t.Errorf("names %s, want %s", got, want)
	}
	if n := names(t, folder); len(n) != 3 {
		t.Errorf("left behind: %v", n)
	}
	for _, n := range names(t, p.Folder) {
		if strings.HasPrefix(n, workingPrefix) {
			t.Errorf("left behind: %s", n)
		}
	}
	// The vault still works, and its passphrase is the backup's.
	run(t, v.DB(), "INSERT INTO client (name) VALUES ('after')")
	if err := v.ChangePassphrase(passphrase, "next"); err != nil {
		t.Fatal(err)
	}
	b, err := v.Backup(background, folder, morning, describe, nil)
	if err != nil {
		t.Fatal(err)
	}
	if got, err := Inspect(background, b.Path, Passphrase("next"), describe, nil); err != nil || got.Facts.Clients != 6 {
		t.Errorf("%+v, %v", got, err)
	}
	if got, err := Inspect(background, filepath.Join(folder, paths[0]), Passphrase(passphrase), describe, nil); err != nil ||
		got.Facts.Clients != 5 || !got.Made.Equal(morning) {
		t.Errorf("%+v, %v", got, err)
	}
}

func TestBackupIsAnOrdinaryZip(t *testing.T) {
	b, _ := backup(t, place(t), 2)
	z, err := zip.OpenReader(b.Path)
	if err != nil {
		t.Fatal(err)
	}
	defer z.Close()
	for i, want := range []string{readmeName, keyName, recordsName} {
		f := z.File[i]
		if f.Name != want || f.Method != zip.Store {
			t.Errorf("entry %d is %s, method %d", i, f.Name, f.Method)
		}
	}
	raw, err := os.ReadFile(b.Path)
	if err != nil || bytes.Contains(raw, []byte("Ada Example")) || bytes.Contains(raw, []byte("CREATE TABLE")) {
		t.Errorf("plaintext in the backup, %v", err)
	}
}

func TestBackupFails(t *testing.T) {
	p := place(t)
	v := created(t, p, 3)
	t.Run("no folder", func(t *testing.T) {
		_, err := v.Backup(background, filepath.Join(t.TempDir(), "not", "there"), morning, describe, nil)
		wantCode(t, err, fault.NotSaved)
	})
	t.Run("a file in its place", func(t *testing.T) {
		file := filepath.Join(t.TempDir(), "file")
		write(t, file, "x")
		_, err := v.Backup(background, file, morning, describe, nil)
		wantCode(t, err, fault.NotSaved)
	})
	t.Run("cancelled", func(t *testing.T) {
		all, last, total := 0, int64(0), int64(0)
		_, err := v.Backup(background, t.TempDir(), morning, describe, func(done, of int64) {
			if all++; done < last {
				t.Errorf("progress went back from %d to %d", last, done)
			}
			last, total = done, of
		})
		if err != nil || last != total {
			t.Fatalf("told %d of %d, %v", last, total, err)
		}
		for stop := 1; stop < all; stop += 1 + stop/4 {
			ctx, cancel := context.WithCancel(background)
			folder, told := t.TempDir(), 0
			_, err := v.Backup(ctx, folder, morning, describe, func(int64, int64) {
				if told++; told == stop {
					cancel()
				}
			})
			cancel()
			if !errors.Is(err, context.Canceled) || len(names(t, folder)) > 0 {
				t.Errorf("after %d of %d: %v, left %v", stop, all, err, names(t, folder))
			}
		}
	})
	t.Run("counts differ", func(t *testing.T) {
		folder, n := t.TempDir(), 0
		_, err := v.Backup(background, folder, morning, func(context.Context, *sql.Conn, bool) (Facts, error) {
			n++
			return Facts{Clients: n}, nil
		}, nil)
		wantCode(t, err, fault.NotSaved)
		if len(names(t, folder)) > 0 {
			t.Errorf("left %v", names(t, folder))
		}
	})
	if n := clients(t, v); n != 3 {
		t.Errorf("%d clients, want 3", n)
	}
	for _, n := range names(t, p.Folder) {
		if strings.HasPrefix(n, workingPrefix) {
			t.Errorf("left behind: %s", n)
		}
	}
}

// TestBackupWhileWriting lets another goroutine write all the time.
func TestBackupWhileWriting(t *testing.T) {
	v := created(t, place(t), 3)
	stop, done := make(chan struct{}), make(chan error, 1)
	go func() {
		for {
			select {
			case <-stop:
				done <- nil
				return
			default:
			}
			if _, err := v.DB().Exec("UPDATE client SET name = name || '.' WHERE id = 1"); err != nil {
				done <- err
				return
			}
		}
	}()
	_, err := v.Backup(background, t.TempDir(), morning, describe, nil)
	close(stop)
	if err := errors.Join(err, <-done); err != nil {
		t.Error(err)
	}
}

// TestDamagedBackups changes a backup in many ways: told, and nothing written.
func TestDamagedBackups(t *testing.T) {
	b, _ := backup(t, place(t), 3)
	whole, err := os.ReadFile(b.Path)
	if err != nil {
		t.Fatal(err)
	}
	p := place(t)
	closed(t, p, 1)
	before := contents(t, filepath.Dir(p.Folder))
	damaged := map[string][]byte{"empty": {}, "cut": whole[:len(whole)/2], "cut by a byte": whole[:len(whole)-1], "rubbish": bytes.Repeat([]byte("rubbish "), 999)}
	a, err := readArchive(bytes.NewReader(whole), int64(len(whole)))
	if err != nil {
		t.Fatal(err)
	}
	_, start, size := a.records.Outer()
	for page := range int(size / recordsUnit) {
		flipped := bytes.Clone(whole)
		flipped[int(start)+page*recordsUnit+100] ^= 1
		damaged["page "+string(rune('a'+page))] = flipped
	}
	for name, raw := range damaged {
		file := filepath.Join(t.TempDir(), "damaged.snowfield")
		write(t, file, string(raw))
		_, err := Inspect(background, file, Passphrase(passphrase), describe, nil)
		if c := fault.CodeOf(err); c != fault.Corrupt {
			t.Errorf("%s: Inspect says %v", name, err)
		}
		_, err = p.Restore(background, file, Passphrase(passphrase), morning, describe, nil)
		if c := fault.CodeOf(err); c != fault.Corrupt {
			t.Errorf("%s: Restore says %v", name, err)
		}
		wantUnchanged(t, filepath.Dir(p.Folder), before)
	}
}

// TestForeignArchives are zip files that are no backups.
func TestForeignArchives(t *testing.T) {
	b, _ := backup(t, place(t), 1)
	r, err := zip.OpenReader(b.Path)
	if err != nil {
		t.Fatal(err)
	}
	defer r.Close()
	type entry struct {
		name, content string
		method        uint16
	}
	var good []entry
	for _, f := range r.File {
		c, err := f.Open()
		if err != nil {
			t.Fatal(err)
		}
		raw, err := io.ReadAll(c)
		if err != nil {
			t.Fatal(err)
		}
		good = append(good, entry{f.Name, string(raw), zip.Store})
	}
	with := func(i int, e entry) []entry {
		changed := append([]entry(nil), good...)
		changed[i] = e
		return changed
	}
	for name, entries := range map[string][]entry{
		"nothing":           {},
		"an entry missing":  good[:2],
		"one too many":      append(with(0, good[0]), entry{"more", "", zip.Store}),
		"one twice":         append(with(0, good[0]), good[2]),
		"climbs out":        with(2, entry{"../records.db", good[2].content, zip.Store}),
		"packed":            with(2, entry{recordsName, good[2].content, zip.Deflate}),
		"half a page":       with(2, entry{recordsName, good[2].content[:6000], zip.Store}),
		"no records":        with(2, entry{recordsName, "", zip.Store}),
		"long key file":     with(1, entry{keyName, strings.Repeat("k", maxKeyFile+1), zip.Store}),
		"rubbish key file":  with(1, entry{keyName, "rubbish", zip.Store}),
		"rubbish records":   with(2, entry{recordsName, strings.Repeat("r", 8192), zip.Store}),
		"names capitalised": with(2, entry{"RECORDS.DB", good[2].content, zip.Store}),
	} {
		file := filepath.Join(t.TempDir(), "foreign.snowfield")
		var raw bytes.Buffer
		z := zip.NewWriter(&raw)
		for _, e := range entries {
			w, err := z.CreateHeader(&zip.FileHeader{Name: e.name, Method: e.method})
			if err != nil {
				t.Fatal(err)
			}
			if _, err := io.WriteString(w, e.content); err != nil {
				t.Fatal(err)
			}
		}
		if err := z.Close(); err != nil {
			t.Fatal(err)
		}
		write(t, file, raw.String())
		if _, err := Inspect(background, file, Passphrase(passphrase), describe, nil); fault.CodeOf(err) != fault.Corrupt {
			t.Errorf("%s: %v", name, err)
		}
	}
}
