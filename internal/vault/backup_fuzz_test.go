package vault

import (
	"bytes"
	"errors"
	"io"
	"os"
	"path/filepath"
	"runtime"
	"strconv"
	"testing"
	"time"

	"snowfield/internal/fault"
	"snowfield/internal/vault/cipherfs"
)

// testdata/backup.snowfield is a backup of two clients, for the passphrase of
// these tests at a work factor of 1.
var backupMade = time.Date(2026, 3, 12, 8, 2, 30, 0, time.UTC)

// most is what looking at a small backup may take, in bytes: a page and the key
// file are all that is held of it at a time, beside SQLite's own memory.
const most = 16 << 20

// FuzzBackup inspects any file, or an archive made of any key file and any
// records, by its passphrase and by its recovery code. Either it is the backup
// that was made, in every byte of its records (and of its key file, when that
// opened it) and with its date; or it is refused, nothing is left in the
// temporary folder, and no more memory was taken than the file is large.
func FuzzBackup(f *testing.F) {
	whole, err := os.ReadFile("testdata/backup.snowfield")
	if err != nil {
		f.Fatal(err)
	}
	made, err := readArchive(bytes.NewReader(whole), int64(len(whole)))
	if err != nil {
		f.Fatal(err)
	}
	records, err := io.ReadAll(made.records)
	if err != nil {
		f.Fatal(err)
	}
	key, err := openKey(made.sealed, passphrase)
	if err != nil {
		f.Fatal(err)
	}
	none := []byte{}
	f.Add(whole, none, none)
	f.Add(whole[:len(whole)-1], none, none)
	f.Add(bytes.Replace(whole, []byte(recordsName), []byte("../cords.db"), 2), none, none)
	f.Add(none, made.sealed, records)
	f.Add(none, made.sealed, records[:len(records)-recordsUnit])
	f.Add(none, made.sealed, append(bytes.Clone(records), records[recordsUnit:2*recordsUnit]...))
	f.Add(none, bytes.Repeat([]byte("k"), maxKeyFile+1), records)
	f.Add(none, made.sealed, none)

	temporary := f.TempDir()
	f.Setenv("TMPDIR", temporary)
	f.Setenv("TMP", temporary)
	file := filepath.Join(f.TempDir(), "any"+Extension)
	f.Fuzz(func(t *testing.T, raw, sealed, database []byte) {
		if len(raw) == 0 {
			var built bytes.Buffer
			if err := writeArchive(&built, bytes.NewReader(database), sealed, backupMade, ""); err != nil {
				t.Fatal(err)
			}
			raw = built.Bytes()
		}
		a, err := readArchive(bytes.NewReader(raw), int64(len(raw)))
		if err != nil && !errors.Is(err, errNoBackup) {
			t.Fatal(err)
		}
		if err == nil {
			if m := workFactor.FindSubmatch(a.sealed); m != nil {
				if n, err := strconv.Atoi(string(m[1])); err == nil && n > 10 && n <= maxWorkFactor {
					return // allowed, and slow
				}
			}
		}
		write(t, file, string(raw))
		for _, with := range []Secret{Passphrase(passphrase), Code(RecoveryCode{key}, "")} {
			var before, after runtime.MemStats
			runtime.ReadMemStats(&before)
			b, failed := Inspect(background, file, with, describe, nil)
			runtime.ReadMemStats(&after)
			if took := after.TotalAlloc - before.TotalAlloc; took > most+8*uint64(len(raw)) {
				t.Fatalf("%d bytes of memory for a file of %d", took, len(raw))
			}
			if left := names(t, temporary); len(left) > 0 {
				t.Fatalf("left behind: %v", left)
			}
			if failed != nil {
				if c := fault.CodeOf(failed); c != fault.Corrupt && c != fault.WrongPassphrase {
					t.Fatalf("refused with %v", failed)
				}
				if b != (Backup{}) {
					t.Fatal("refused, and told about")
				}
				continue
			}
			if err != nil || b.Facts.Clients != 2 || !b.Made.Equal(backupMade) || b.Bytes != int64(len(raw)) {
				t.Fatalf("another backup: %+v, %v", b, err)
			}
			got, err := io.ReadAll(io.NewSectionReader(a.records, 0, a.records.Size()))
			if err != nil || !bytes.Equal(got, records) || with.code == nil && !bytes.Equal(a.sealed, made.sealed) {
				t.Fatal("another backup")
			}
		}
	})
}

// TestEveryBitBesideTheRecords flips each bit of a backup that is not in a
// page of the records: the backup is refused, or it is read as it was.
func TestEveryBitBesideTheRecords(t *testing.T) {
	whole, err := os.ReadFile("testdata/backup.snowfield")
	if err != nil {
		t.Fatal(err)
	}
	made, err := readArchive(bytes.NewReader(whole), int64(len(whole)))
	if err != nil {
		t.Fatal(err)
	}
	key, err := openKey(made.sealed, passphrase)
	if err != nil {
		t.Fatal(err)
	}
	_, start, length := made.records.Outer()
	for at := range len(whole) {
		if int64(at) >= start && int64(at) < start+length {
			continue
		}
		for bit := range 8 {
			flipped := bytes.Clone(whole)
			flipped[at] ^= 1 << bit
			a, err := readArchive(bytes.NewReader(flipped), int64(len(flipped)))
			if err != nil {
				continue
			}
			if _, err := cipherfs.PagesIn(background, a.records, a.records.Size(), key, nil); err != nil {
				continue // they begin elsewhere now
			}
			if a.records.Size() != length || a.sealed != nil && !bytes.Equal(a.sealed, made.sealed) || !a.made.Equal(made.made) {
				t.Errorf("byte %d bit %d: read as another backup of %v", at, bit, a.made)
			}
		}
	}
}
