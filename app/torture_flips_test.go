package app

import (
	"bytes"
	"errors"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"

	"snowfield/internal/disk"
	"snowfield/internal/disk/disktest"
	"snowfield/internal/fault"
)

const pageBytes = 4096

// harm is one way to damage a home.
type harm struct {
	what string
	file string // in the vault folder
	do   func(content []byte, random *rand.Rand) []byte
}

func flip(at int) func([]byte, *rand.Rand) []byte {
	return func(b []byte, random *rand.Rand) []byte {
		b[at] ^= 1 << random.IntN(8)
		return b
	}
}

func page(b []byte, n int) []byte { return b[n*pageBytes : (n+1)*pageBytes] }

// harms lists them all for a home: one bit of every page and of every byte of
// the key file, and pages swapped, zeroed, written over, cut off or added.
func (h home) harms(random *rand.Rand) ([]harm, error) {
	records, err := os.ReadFile(filepath.Join(h.vault(), "records.db"))
	if err != nil {
		return nil, err
	}
	key, err := os.ReadFile(filepath.Join(h.vault(), "key.age"))
	if err != nil {
		return nil, err
	}
	var list []harm
	pages := len(records) / pageBytes
	for p := range pages {
		other := (p + 1 + random.IntN(pages-1)) % pages
		list = append(list,
			harm{fmt.Sprintf("a bit of page %d", p+1), "records.db", flip(p*pageBytes + random.IntN(pageBytes))},
			harm{fmt.Sprintf("pages %d and %d swapped", p+1, other+1), "records.db", func(b []byte, _ *rand.Rand) []byte {
				first := bytes.Clone(page(b, p))
				copy(page(b, p), page(b, other))
				copy(page(b, other), first)
				return b
			}},
			harm{fmt.Sprintf("page %d zeroed", p+1), "records.db", func(b []byte, _ *rand.Rand) []byte {
				clear(page(b, p))
				return b
			}},
			harm{fmt.Sprintf("page %d written over by page %d", p+1, other+1), "records.db", func(b []byte, _ *rand.Rand) []byte {
				copy(page(b, p), page(b, other))
				return b
			}},
			harm{fmt.Sprintf("cut within page %d", p+1), "records.db", func(b []byte, random *rand.Rand) []byte {
				return b[:p*pageBytes+random.IntN(pageBytes)]
			}},
			harm{fmt.Sprintf("cut after %d pages", p), "records.db", func(b []byte, _ *rand.Rand) []byte { return b[:p*pageBytes] }},
			harm{fmt.Sprintf("page %d once more at the end", p+1), "records.db", func(b []byte, _ *rand.Rand) []byte {
				return append(b, page(b, p)...)
			}},
		)
	}
	for at := range key {
		list = append(list,
			harm{fmt.Sprintf("a bit of byte %d of the key file", at), "key.age", flip(at)},
			harm{fmt.Sprintf("the key file cut at byte %d", at), "key.age", func(b []byte, _ *rand.Rand) []byte { return b[:at] }},
		)
	}
	return list, nil
}

// flips damages a closed vault in every way there is, or, with fewer rounds
// than ways, in some of them.
func (w *ward) flips(t *tally, rounds int) error {
	random := rand.New(rand.NewPCG(w.seed, 30))
	whole := w.pasts[0].marks[len(w.pasts[0].marks)-2] // locked
	list, err := whole.copied.harms(random)
	if err != nil {
		return err
	}
	journals, err := w.journals(random)
	if err != nil {
		return err
	}
	list = append(list, journals...)
	order := random.Perm(len(list))
	for n := range rounds {
		x := list[order[n%len(list)]]
		t.count(x.what, w.harmed(whole, x, random))
	}
	t.detail = fmt.Sprintf("%d of %d ways of damage", min(rounds, len(list)), len(list))
	return nil
}

// harmed damages a copy of a home and sees whether anybody is told.
func (w *ward) harmed(m mark, x harm, random *rand.Rand) error {
	if err := w.restage(m.copied); err != nil {
		return err
	}
	h := w.stage()
	path := filepath.Join(h.vault(), x.file)
	before, err := os.ReadFile(path)
	if err != nil && !os.IsNotExist(err) {
		return err
	}
	after := x.do(bytes.Clone(before), random)
	if bytes.Equal(before, after) {
		return nil // two pages that are the same
	}
	if err := os.WriteFile(path, after, 0o600); err != nil {
		return err
	}
	d := sit(h, m.secrets)
	defer d.rise()
	told := d.unlock()
	if told == nil {
		return d.overlooked(m)
	}
	if err := damageInWords(told); err != nil {
		return err
	}
	if left, err := os.ReadFile(path); err != nil || !bytes.Equal(left, after) {
		return found(silent, "the damaged file was changed: %v", err)
	}
	if x.file != "key.age" {
		return nil
	}
	if _, err := d.vault.UnlockWithCode(m.Code, firstPhrase); err != nil {
		return found(unopenable, "with the recovery code: %v", err)
	}
	records, err := tables(d.app.open.vault)
	if err != nil {
		return found(lost, "with the recovery code: %v", err)
	}
	// The trail and the count of changes tell of the code.
	if text := m.records.without("audit", "meta").differs(records.without("audit", "meta")); text != "" {
		return found(lost, "with the recovery code: %s", text)
	}
	return nil
}

// overlooked is asked when a damaged vault opened: reading all of it or
// checking it must tell.
func (d *desk) overlooked(m mark) error {
	records, err := tables(d.app.open.vault)
	if err == nil && m.records.differs(records) != "" {
		return found(silent, "it reads otherwise: %s", m.records.differs(records))
	}
	if _, err = d.vault.CheckRecords(); err == nil {
		return found(silent, "the check passed over it")
	}
	return damageInWords(err)
}

// damageInWords refuses a telling that is none.
func damageInWords(err error) error {
	var r refusal
	if !errors.As(err, &r) || r.fault.Message == "" {
		return found(silent, "no words: %v", err)
	}
	switch r.fault.Code {
	case fault.Corrupt, fault.WrongPassphrase, fault.NotFound:
		return nil
	}
	return found(silent, "told %s: %s", r.fault.Code, r.fault.Message)
}

// journals are a rollback journal of another vault beside this one, whole.
func (w *ward) journals(random *rand.Rand) ([]harm, error) {
	keep, err := w.room()
	if err != nil {
		return nil, err
	}
	other := &history{script: scriptFor(w.seed+1, false)[:8]}
	in := home(filepath.Join(keep, "other"))
	if err := errors.Join(os.MkdirAll(in.backups(), 0o700), w.run(other, in, secrets{}, keep)); err != nil {
		return nil, err
	}
	var list []harm
	err = other.trace.Replay(func(done int, next disk.Step, d *disktest.Disk) error {
		if next.Kind != disk.Write || filepath.Base(next.Path) != "records.db" || len(list) > 30 {
			return nil
		}
		at := filepath.Join(keep, fmt.Sprint("journal", done))
		if err := d.Keep(at); err != nil {
			return err
		}
		journal, err := os.ReadFile(filepath.Join(home(at).vault(), "records.db-journal"))
		if err != nil || len(journal) == 0 || journal[0] == 0 {
			return nil
		}
		list = append(list, harm{"a journal of another vault", "records.db-journal", func([]byte, *rand.Rand) []byte { return journal }})
		return nil
	})
	if len(list) == 0 {
		err = errors.Join(err, errors.New("no journal was found in another vault"))
	}
	return list, err
}
