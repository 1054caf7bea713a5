package app

import (
	"strings"
	"syscall"
	"testing"

	"snowfield/internal/disk"
	"snowfield/internal/fault"
	"snowfield/internal/practice"
)

// refusing has the disk refuse every step of some kinds on the files whose
// names end so, from the nth on.
func refusing(suffix string, n int, kinds ...disk.Kind) (stop func()) {
	return disk.Watch(func(s disk.Step) error {
		for _, kind := range kinds {
			if s.Kind == kind && strings.HasSuffix(s.Path, suffix) {
				if n--; n < 0 {
					return syscall.ENOSPC
				}
			}
		}
		return nil
	})
}

// TestPassphraseOnAFullDisk: when the change cannot be written into the trail
// the old passphrase holds; when only the last moment fails, that is said.
func TestPassphraseOnAFullDisk(t *testing.T) {
	const next = "five grey geese over the ridge"
	b := newBench(t)
	b.create()
	for _, x := range []struct {
		suffix string
		kind   disk.Kind
		holds  string
	}{
		{"records.db-journal", disk.Write, testPassphrase}, // the trail
		{"", disk.Create, testPassphrase},                  // the key file
		{"", disk.SyncFolder, next},                        // the key file's name
		{"records.db", disk.Write, next},                   // after both
	} {
		stop := refusing(x.suffix, 0, x.kind)
		err := b.vault.ChangePassphrase(testPassphrase, next)
		stop()
		w := b.refused(err, fault.NotSaved)
		if told := strings.Contains(w.Message, "new one"); told != (x.holds == next) {
			t.Errorf("%s of %s: told %q", x.kind, x.suffix, w.Message)
		}
		b.ok(b.vault.Lock(""))
		must(b, b.vault.Unlock)(x.holds)
		if x.holds == next {
			b.ok(b.vault.ChangePassphrase(next, testPassphrase))
		}
	}
}

// TestCreateAgain: a creation that the disk cut short is finished by creating
// again with the same passphrase, and never by somebody else's.
func TestCreateAgain(t *testing.T) {
	b := newBench(t)
	request := CreateRequest{Passphrase: testPassphrase, Practice: practice.Practice{TherapistName: "Ada Fielding", Zone: "UTC"}}
	stop := refusing("records.db-journal", 0, disk.Write) // made, and then not to be written to
	_, err := b.vault.Create(request)
	stop()
	b.refused(err, fault.NotSaved)
	other := request
	other.Passphrase = "five grey geese over the ridge"
	_, err = b.vault.Create(other)
	b.refused(err, fault.Conflict)
	created := must(b, b.vault.Create)(request)
	b.ok(b.vault.CheckRecoveryCode(created.RecoveryCode))
	if s := get(b, b.settings.Get); s.Practice.TherapistName != "Ada Fielding" {
		t.Errorf("the practice is %+v", s.Practice)
	}
	b.ok(b.vault.Lock(""))
	_, err = b.vault.Create(request)
	b.refused(err, fault.Conflict)
	must(b, b.vault.Unlock)(testPassphrase)
}

// TestUnlockOnAFullDisk: the records can be read when nothing can be written.
func TestUnlockOnAFullDisk(t *testing.T) {
	b := newBench(t)
	code := b.create()
	id := b.add("Nell Harrow").ID
	b.ok(b.vault.Lock(""))
	stop := refusing("", 0, disk.Create, disk.Write, disk.Mkdir)
	defer stop()
	must(b, b.vault.Unlock)(testPassphrase)
	if page := must(b, b.clients.List)(ClientQuery{Filter: "all", Limit: 10}); page.Total != 1 {
		t.Errorf("the list is %+v", page)
	}
	if v := must(b, b.clients.Chart)(id); v.Name != "Nell Harrow" {
		t.Errorf("the chart is of %q", v.Name)
	}
	b.refused(b.drafts.Save("client:new", "Otto"), fault.NotSaved)
	b.ok(b.vault.Lock(""))

	stop()
	for n, x := range []struct {
		suffix string
		kind   disk.Kind
	}{
		{"records.db-journal", disk.Write}, // the key file is written, the trail is not
		{"", disk.SyncFolder},              // the key file's name is not sure to last
	} {
		next := testPassphrase + strings.Repeat(" again", n+1)
		stop = refusing(x.suffix, 0, x.kind)
		_, err := b.vault.UnlockWithCode(code, next)
		stop()
		if w := b.refused(err, fault.NotSaved); !strings.HasPrefix(w.Message, "The new passphrase holds") {
			t.Errorf("told %q", w.Message)
		}
		must(b, b.vault.Unlock)(next)
		b.ok(b.vault.Lock(""))
	}
}
