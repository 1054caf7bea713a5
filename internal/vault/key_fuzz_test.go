package vault

import (
	"bytes"
	"os"
	"regexp"
	"runtime"
	"strconv"
	"strings"
	"testing"

	"snowfield/internal/fault"
	"snowfield/internal/vault/cipherfs"
)

// testdata/key.age seals fuzzKey with the passphrase of these tests, at a work
// factor of 1: fuzzing begins at the same file everywhere.
var fuzzKey = [cipherfs.KeySize]byte{1, 2, 3}

// workFactor finds what a key file demands, as age reads it.
var workFactor = regexp.MustCompile(`^age-encryption\.org/v1\n-> scrypt \S+ ([1-9][0-9]*)\n`)

// FuzzOpenKey gives any bytes for key.age. Only the file that was sealed opens,
// and gives the key that was sealed; all else is refused as a wrong passphrase
// or as damage, with no key.
func FuzzOpenKey(f *testing.F) {
	sealed, err := os.ReadFile("testdata/key.age")
	if err != nil {
		f.Fatal(err)
	}
	f.Add(sealed, passphrase)
	f.Add(sealed, "another passphrase")
	f.Add(sealed[:len(sealed)-1], passphrase)
	f.Add(append(bytes.Clone(sealed), '\n'), passphrase)
	f.Add(bytes.Replace(sealed, []byte(" 1\n"), []byte(" 21\n"), 1), passphrase)
	f.Add(bytes.Replace(sealed, []byte("-> scrypt"), []byte("-> X25519"), 1), passphrase)
	f.Add([]byte("age-encryption.org/v1\n-> scrypt "), passphrase)
	p := place(f)
	if err := p.makeFolder(); err != nil {
		f.Fatal(err)
	}
	f.Fuzz(func(t *testing.T, b []byte, typed string) {
		if m := workFactor.FindSubmatch(b); m != nil {
			if n, err := strconv.Atoi(string(m[1])); err == nil && n > 10 && n <= maxWorkFactor {
				return // allowed, and slow: TestWorkFactorIsBounded has the bound
			}
		}
		write(t, p.path(keyName), string(b))
		key, read, err := p.openKey(typed)
		switch right := bytes.Equal(b, sealed) && canonical(typed) == passphrase; {
		case err == nil && (!right || key != fuzzKey || !bytes.Equal(read, b)):
			t.Fatal("a file that was never sealed opens")
		case err == nil:
			return
		case right:
			t.Fatalf("the file that was sealed does not open: %v", err)
		}
		if c := fault.CodeOf(err); c != fault.Corrupt && c != fault.WrongPassphrase {
			t.Fatalf("refused with %v", err)
		}
		if key != ([cipherfs.KeySize]byte{}) {
			t.Fatal("refused, and a key came back")
		}
	})
}

// TestWorkFactorIsBounded gives key files that demand more than any computer
// has: each is refused before a byte of it is spent.
func TestWorkFactorIsBounded(t *testing.T) {
	sealed, err := os.ReadFile("testdata/key.age")
	if err != nil {
		t.Fatal(err)
	}
	for _, factor := range []string{strconv.Itoa(maxWorkFactor + 1), "30", "63", "64", "999", "99999999999999999999", "0", "-1", "01"} {
		changed := strings.Replace(string(sealed), " 1\n", " "+factor+"\n", 1)
		var before, after runtime.MemStats
		runtime.ReadMemStats(&before)
		_, err := openKey([]byte(changed), passphrase)
		runtime.ReadMemStats(&after)
		if spent := after.TotalAlloc - before.TotalAlloc; spent > 1<<20 {
			t.Errorf("work factor %s: %d bytes were taken", factor, spent)
		}
		wantCode(t, err, fault.Corrupt)
	}
}
