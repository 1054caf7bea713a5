package vault

import (
	"io"
	"os"
	"path/filepath"
	"slices"
	"sync"
	"testing"
	"time"
)

// What is waited for with a practice of 300 MB, made once for all benchmarks
// of a run, beside copying its file. The work factor is the one that ships.

const largeRows = 110_000 // of about 2,800 bytes: 300 MB

// large is the folder of the large vault; removeLarge clears it away.
var large = sync.OnceValues(func() (Place, error) {
	folder, err := os.MkdirTemp("", "snowfield-bench-")
	if err != nil {
		return Place{}, err
	}
	p := Place{Folder: filepath.Join(folder, "practice")}
	v, err := p.Create(passphrase)
	if err != nil {
		return p, err
	}
	defer v.Close()
	for _, query := range []string{
		"CREATE TABLE client (id INTEGER PRIMARY KEY, name TEXT NOT NULL) STRICT",
		`WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i+1 FROM n WHERE i < ?)
			INSERT INTO client (name) SELECT hex(randomblob(1300)) FROM n`,
	} {
		if _, err := v.DB().Exec(query, largeRows); err != nil {
			return p, err
		}
	}
	return p, nil
})

func largePlace(b *testing.B) Place {
	b.Helper()
	p, err := large()
	if err != nil {
		b.Fatal(err)
	}
	largeMade = filepath.Dir(p.Folder)
	return p
}

// largeMade is the folder to remove; "" when no benchmark ran.
var largeMade string

func removeLarge() {
	if largeMade != "" {
		os.RemoveAll(largeMade)
	}
}

func openLarge(b *testing.B) *Vault {
	b.Helper()
	v, err := largePlace(b).Open(passphrase)
	if err != nil {
		b.Fatal(err)
	}
	b.Cleanup(func() { v.Close() })
	return v
}

// medianOf reports the median of the runs of act; after each, tidy is not
// counted.
func medianOf(b *testing.B, act, tidy func() error) {
	b.Helper()
	var runs []time.Duration
	for b.Loop() {
		started := time.Now()
		err := act()
		runs = append(runs, time.Since(started))
		if err != nil {
			b.Fatal(err)
		}
		if err := tidy(); err != nil {
			b.Fatal(err)
		}
	}
	slices.Sort(runs)
	b.ReportMetric(float64(runs[len(runs)/2].Microseconds())/1000, "median-ms")
}

func BenchmarkBackup(b *testing.B) {
	v := openLarge(b)
	folder := b.TempDir()
	var made Backup
	medianOf(b, func() (err error) {
		made, err = v.Backup(background, folder, morning, describe, nil)
		return err
	}, func() error { return os.Remove(made.Path) })
}

// BenchmarkPlainCopy copies the file of the same records and syncs the copy.
func BenchmarkPlainCopy(b *testing.B) {
	records := largePlace(b).path(recordsName)
	copied := filepath.Join(b.TempDir(), "copy")
	medianOf(b, func() error {
		from, err := os.Open(records)
		if err != nil {
			return err
		}
		defer from.Close()
		to, err := os.Create(copied)
		if err != nil {
			return err
		}
		defer to.Close()
		if _, err := io.Copy(to, from); err != nil {
			return err
		}
		return to.Sync()
	}, func() error { return os.Remove(copied) })
}

func BenchmarkOpen(b *testing.B) {
	p := largePlace(b)
	var v *Vault
	medianOf(b, func() (err error) {
		v, err = p.Open(passphrase)
		return err
	}, func() error { return v.Close() })
}

func BenchmarkCheck(b *testing.B) {
	v := openLarge(b)
	medianOf(b, func() error {
		_, err := v.Check(background, describe, nil)
		return err
	}, func() error { return nil })
}
