package vault

import (
	"context"
	"database/sql"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"snowfield/internal/fault"
	"snowfield/internal/vault/cipherfs"
)

func TestDamageWords(t *testing.T) {
	span := func(first, last uint32) cipherfs.Span { return cipherfs.Span{First: first, Last: last} }
	for _, c := range []struct {
		err  error
		want string
	}{
		{&cipherfs.Damage{Pages: 812, Damaged: 1, Spans: []cipherfs.Span{span(1, 1)}}, "Page 1 of the 812 pages of the records is damaged."},
		{&cipherfs.Damage{Pages: 812, Damaged: 3, Spans: []cipherfs.Span{span(17, 18), span(44, 44)}}, "3 of the 812 pages of the records are damaged (pages 17 to 18 and 44)."},
		{&cipherfs.Damage{Pages: 812, Damaged: 3, Spans: []cipherfs.Span{span(17, 17), span(20, 20), span(44, 44)}}, "3 of the 812 pages of the records are damaged (pages 17, 20 and 44)."},
		{&cipherfs.Damage{Pages: 812, Damaged: 812, Spans: []cipherfs.Span{span(1, 812)}}, "812 of the 812 pages of the records are damaged (pages 1 to 812)."},
		{&cipherfs.Damage{Pages: 812, Damaged: 90, Spans: []cipherfs.Span{span(2, 2), span(5, 9)}}, "90 of the 812 pages of the records are damaged (pages 2, 5 to 9 and more)."},
		{&cipherfs.Damage{Pages: 812, Damaged: 2, Unreadable: 2, Spans: []cipherfs.Span{span(2, 2), span(5, 5)}}, "2 of the 812 pages of the records are damaged (pages 2 and 5); the disk gave back nothing at all for 2 of them."},
		{&cipherfs.Damage{Pages: 812, Cut: true}, "The records end in the middle of page 812."},
		{&cipherfs.Damage{Pages: 640, Missing: 172}, "The records end after page 640 of 812."},
		{&cipherfs.Damage{Pages: 640, Missing: 172, Cut: true}, "The records end in the middle of page 640 of 812."},
		{&cipherfs.Damage{Pages: 640, Damaged: 1, Spans: []cipherfs.Span{span(7, 7)}, Missing: 172}, "Page 7 of the 640 pages of the records is damaged; the records end after page 640 of 812."},
		{&cipherfs.Damage{Cut: true}, "The file of the records is empty."},
		{&cipherfs.Damage{Pages: 812, Salt: true}, "The first 16 bytes of the records are damaged, and without them no page can be verified."},
		{errors.Join(cipherfs.ErrDamaged, errors.New("integrity_check")), "Every page of the records is as it was written, but the database that they make up is not sound."},
	} {
		if got := damageWords(c.err); got != c.want {
			t.Errorf("%v:\n%s, want\n%s", c.err, got, c.want)
		}
	}
}

// TestDamagedRecordsAreToldPrecisely harms the records of a closed vault. What
// is said names the place, and the file stays as it is.
func TestDamagedRecordsAreToldPrecisely(t *testing.T) {
	whole := place(t)
	code := closed(t, whole, 700)
	records, err := os.ReadFile(whole.path(recordsName))
	if err != nil {
		t.Fatal(err)
	}
	key, err := os.ReadFile(whole.path(keyName))
	if err != nil {
		t.Fatal(err)
	}
	pages := len(records) / recordsUnit
	if pages < 5 {
		t.Fatalf("only %d pages", pages)
	}
	for name, c := range map[string]struct {
		harm func(p Place)
		want string
	}{
		"first page":       {func(p Place) { flip(t, p.path(recordsName), 1) }, "Page 1 of the"},
		"first pages":      {func(p Place) { flip(t, p.path(recordsName), 1, 2, 3, 4) }, "4 of the"},
		"salt":             {func(p Place) { change(t, p.path(recordsName), 3) }, "first 16 bytes"},
		"cut in a page":    {func(p Place) { write(t, p.path(recordsName), string(records[:len(records)-100])) }, "end in the middle of page"},
		"cut after a page": {func(p Place) { write(t, p.path(recordsName), string(records[:len(records)-recordsUnit])) }, "end after page"},
		"emptied":          {func(p Place) { write(t, p.path(recordsName), "") }, "empty"},
		"foreign journal":  {func(p Place) { write(t, p.path(journalName), string(strangeJournal(t))) }, "belongs to other records"},
	} {
		p := place(t)
		if err := p.makeFolder(); err != nil {
			t.Fatal(err)
		}
		write(t, p.path(recordsName), string(records))
		write(t, p.path(keyName), string(key))
		c.harm(p)
		before := contents(t, p.Folder)
		_, byPassphrase := p.Open(passphrase)
		_, byCode := p.OpenWithCode(code, "a new one")
		for _, err := range []error{byPassphrase, byCode} {
			f, ok := errors.AsType[*fault.Error](err)
			if !ok || f.Code != fault.Corrupt || !strings.Contains(f.Message, c.want) {
				t.Errorf("%s: %v, want %q in it", name, err, c.want)
			}
		}
		wantUnchanged(t, p.Folder, before)
	}
}

// change changes a byte of a file.
func change(t testing.TB, path string, at int) {
	t.Helper()
	b, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	b[at] ^= 0x10
	write(t, path, string(b))
}

// crashed is what a crash in the middle of a transaction leaves of a vault of
// 400 clients.
func crashed(t *testing.T) Place {
	t.Helper()
	p := place(t)
	v := created(t, p, 400)
	run(t, v.DB(), "PRAGMA cache_size = 2") // spills
	tx, err := v.DB().Begin()
	if err != nil {
		t.Fatal(err)
	}
	defer tx.Rollback()
	if _, err := tx.Exec("UPDATE client SET name = name || hex(randomblob(900))"); err != nil {
		t.Fatal(err)
	}
	left := Place{Folder: filepath.Join(t.TempDir(), "practice"), WorkFactor: p.WorkFactor}
	if err := os.CopyFS(left.Folder, os.DirFS(p.Folder)); err != nil {
		t.Fatal(err)
	}
	if info, err := os.Stat(left.path(journalName)); err != nil || info.Size() < 3*recordsUnit {
		t.Fatalf("no hot journal: %v, %v", info, err)
	}
	return left
}

// strangeJournal is the journal of another vault.
func strangeJournal(t *testing.T) []byte {
	t.Helper()
	b, err := os.ReadFile(crashed(t).path(journalName))
	if err != nil {
		t.Fatal(err)
	}
	return b
}

// TestDamagedJournalIsNamed harms the second record of a hot journal; unharmed
// it is rolled back.
func TestDamagedJournalIsNamed(t *testing.T) {
	p := crashed(t)
	whole := contents(t, p.Folder)
	change(t, p.path(journalName), 512+4104+500)
	before := contents(t, p.Folder)
	_, err := p.Open(passphrase)
	if f, ok := errors.AsType[*fault.Error](err); !ok || f.Code != fault.Corrupt || !strings.Contains(f.Message, "half-made change is damaged") {
		t.Errorf("%v", err)
	}
	wantUnchanged(t, p.Folder, before)
	write(t, p.path(journalName), whole["/"+journalName])
	v, err := p.Open(passphrase)
	if err != nil {
		t.Fatal(err)
	}
	defer closeVault(t, v)
	var changed int
	if err := v.DB().QueryRow("SELECT count(*) FROM client WHERE name <> 'Ada Example'").Scan(&changed); err != nil || changed > 0 || !v.EndedUncleanly() {
		t.Errorf("%d clients changed, unclean %t, %v", changed, v.EndedUncleanly(), err)
	}
}

// TestDamageFoundWhileOpen flips pages of an open vault: a check, a backup and
// the explanation of an error name them; what is in memory goes on.
func TestDamageFoundWhileOpen(t *testing.T) {
	p := place(t)
	v := created(t, p, 1500)
	closeVault(t, v)
	flip(t, p.path(recordsName), 6, 8)
	v, err := p.Open(passphrase)
	if err != nil {
		t.Fatal(err)
	}
	defer closeVault(t, v)
	_, checked := v.Check(background, describe, nil)
	folder := t.TempDir()
	_, backedUp := v.Backup(background, folder, morning, describe, nil)
	explained := v.Explain(background, fault.New(fault.Corrupt, "somewhere"))
	for _, err := range []error{checked, backedUp, explained} {
		f, ok := errors.AsType[*fault.Error](err)
		if !ok || f.Code != fault.Corrupt || !strings.Contains(f.Message, "(pages 6 and 8)") {
			t.Errorf("%v, want pages 6 and 8", err)
		}
	}
	if left := names(t, folder); len(left) > 0 {
		t.Errorf("left %v", left)
	}
	if other := fault.New(fault.Conflict, "x"); v.Explain(background, other) != error(other) {
		t.Error("another error was changed")
	}
}

func TestCheck(t *testing.T) {
	p := place(t)
	v := created(t, p, 500)
	var last, total int64
	got, err := v.Check(background, describe, func(done, of int64) {
		if done < last || done > of {
			t.Errorf("%d of %d after %d", done, of, last)
		}
		last, total = done, of
	})
	if err != nil {
		t.Fatal(err)
	}
	info, err := os.Stat(p.path(recordsName))
	if err != nil || got.Pages != info.Size()/recordsUnit || got.Facts.Clients != 500 || last < total*2/3 || total != 3*got.Pages {
		t.Errorf("%+v, told %d of %d, %v", got, last, total, err)
	}
	run(t, v.DB(), "CREATE TABLE visit (client INTEGER REFERENCES client (id)) STRICT")
	run(t, v.DB(), "PRAGMA foreign_keys = OFF")
	run(t, v.DB(), "INSERT INTO visit VALUES (9999)")
	_, err = v.Check(background, describe, nil)
	wantCode(t, err, fault.Corrupt)
	run(t, v.DB(), "DELETE FROM visit")
	_, err = v.Check(background, func(ctx context.Context, db *sql.Conn, thorough bool) (Facts, error) {
		if thorough {
			return Facts{}, fault.New(fault.Corrupt, "The audit trail was cut.")
		}
		return describe(ctx, db, thorough)
	}, nil)
	if f, ok := errors.AsType[*fault.Error](err); !ok || f.Code != fault.Corrupt || !strings.Contains(f.Message, "The audit trail was cut.") {
		t.Errorf("%v", err)
	}
	ctx, cancel := context.WithCancel(background)
	_, err = v.Check(ctx, describe, func(int64, int64) { cancel() })
	if !errors.Is(err, context.Canceled) {
		t.Errorf("cancelled: %v", err)
	}
	for _, n := range names(t, p.Folder) {
		if strings.HasPrefix(n, workingPrefix) {
			t.Errorf("left behind: %s", n)
		}
	}
}

func TestEndedUncleanly(t *testing.T) {
	p := place(t)
	v := created(t, p, 1)
	if v.EndedUncleanly() {
		t.Error("a new vault")
	}
	// A copy of the folder is what a crash leaves.
	left := Place{Folder: filepath.Join(t.TempDir(), "practice"), WorkFactor: p.WorkFactor}
	if err := os.CopyFS(left.Folder, os.DirFS(p.Folder)); err != nil {
		t.Fatal(err)
	}
	closeVault(t, v)
	for _, c := range []struct {
		p    Place
		want bool
	}{{p, false}, {left, true}, {left, false}} {
		v, err := c.p.Open(passphrase)
		if err != nil {
			t.Fatal(err)
		}
		if v.EndedUncleanly() != c.want {
			t.Errorf("%v, want %v", !c.want, c.want)
		}
		closeVault(t, v)
		closeVault(t, v)
	}
}
