package app

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"snowfield/internal/fault"
	"snowfield/internal/practice"
	"snowfield/internal/report/reporttest"
)

// privateCanary is in a psychotherapy note of every office.
const privateCanary = "kestrel-in-the-orchard"

func (b *bench) private() *Psychotherapy { return &Psychotherapy{b.app.core} }

// enter opens the door to a client's psychotherapy notes.
func (b *bench) enter(clientID string) PsychotherapyView {
	b.Helper()
	v, err := b.private().Open(clientID, testPassphrase)
	b.ok(err)
	return v
}

func (b *bench) analysis(clientID, text string) practice.PsychotherapyNote {
	b.Helper()
	return must(b, b.private().Save)(practice.PsychotherapyNote{ID: practice.NewID(), ClientID: clientID, Text: text})
}

func TestTheDoorToPsychotherapyNotes(t *testing.T) {
	b := newBench(t)
	b.create()
	ana, ben := b.add("Ana"), b.add("Ben")
	closed := func(clientID, when string) {
		t.Helper()
		for what, act := range map[string]func() error{
			"List": func() error { _, err := b.private().List(clientID); return err },
			"Save": func() error {
				_, err := b.private().Save(practice.PsychotherapyNote{ID: practice.NewID(), ClientID: clientID, Text: "A pull."})
				return err
			},
			"Release": func() error {
				_, err := b.private().Release(practice.PsychotherapyRelease{ClientID: clientID, Basis: practice.ReleaseOrder, BasisText: "1", Recipient: "r", NoteIDs: []string{practice.NewID()}}, "")
				return err
			},
		} {
			if err := act(); fault.CodeOf(err) != fault.Blocked {
				t.Errorf("%s: %s says %v", when, what, err)
			}
		}
	}
	closed(ana.ID, "before it was opened")
	_, err := b.private().Open(ana.ID, "wrong")
	b.refused(err, fault.WrongPassphrase)
	closed(ana.ID, "after a wrong passphrase")

	if v := b.enter(ana.ID); len(v.Notes) != 0 || len(v.Releases) != 0 {
		t.Errorf("a new client has %+v", v)
	}
	b.analysis(ana.ID, "A pull towards rescuing.")
	closed(ben.ID, "while another's is open")
	if v := must(b, b.private().List)(ana.ID); len(v.Notes) != 1 || v.Notes[0].WrittenText != "12 March 2026, 10:00" {
		t.Errorf("behind the door: %+v", v)
	}

	b.ok(b.private().Close(ben.ID)) // late, from a screen left before
	must(b, b.private().List)(ana.ID)
	b.ok(b.private().Close(ana.ID))
	closed(ana.ID, "after it was closed")

	b.enter(ana.ID)
	b.enter(ben.ID)
	closed(ana.ID, "after another's was opened")
	_, err = b.private().Open(ana.ID, "wrong")
	b.refused(err, fault.WrongPassphrase)
	closed(ben.ID, "after a wrong passphrase at another's")

	b.enter(ana.ID)
	b.ok(b.vault.Lock(""))
	_, err = b.private().List(ana.ID)
	b.refused(err, fault.Locked)
	must(b, b.vault.Unlock)(testPassphrase)
	closed(ana.ID, "after a lock")

	b.enter(ana.ID)
	_, err = b.private().Open(practice.NewID(), testPassphrase)
	b.refused(err, fault.NotFound)
	closed(ana.ID, "after a client there is none of")
}

// A wrong passphrase at this door counts like one at the lock screen.
func TestTheDoorSlowsGuessingDown(t *testing.T) {
	b := newBench(t)
	b.create()
	ana := b.add("Ana")
	for range freeAttempts {
		_, err := b.private().Open(ana.ID, "wrong")
		b.refused(err, fault.WrongPassphrase)
	}
	_, err := b.private().Open(ana.ID, testPassphrase)
	b.refused(err, fault.Blocked)
	failed := 0
	for _, e := range b.trail() {
		if e.Act == practice.ActFailedUnlock {
			failed++
		}
	}
	if failed != freeAttempts {
		t.Errorf("%d failed attempts in the trail", failed)
	}
}

// Text is saved as it is typed; the trail has one act for a new note and one
// for each opening of the door in which it was changed.
func TestWritingAPsychotherapyNote(t *testing.T) {
	b := newBench(t)
	b.create()
	ana := b.add("Ana")
	b.enter(ana.ID)
	acts := func() (list []practice.Act) {
		for _, e := range b.trail() {
			if e.Subject == "psychotherapy_note" {
				list = append(list, e.Act)
			}
		}
		return list
	}
	n := b.analysis(ana.ID, "A")
	for _, text := range []string{"A pull", "A pull towards", "A pull towards rescuing."} {
		b.wait(time.Second)
		n.Text = text
		n = must(b, b.private().Save)(n)
	}
	if got := acts(); len(got) != 1 || got[0] != practice.ActCreate {
		t.Errorf("while it was written: %v", got)
	}
	b.ok(b.private().Close(ana.ID))
	b.enter(ana.ID)
	for _, text := range []string{"Two", "Two chairs."} {
		b.wait(time.Second)
		n.Text = text
		n = must(b, b.private().Save)(n)
	}
	if got := acts(); len(got) != 2 || got[1] != practice.ActChange {
		t.Errorf("with a later change: %v", got)
	}

	n.Text = " "
	_, err := b.private().Save(n)
	b.refused(err, fault.Invalid)
	stale := n
	n.Text = "Three"
	b.wait(time.Second)
	must(b, b.private().Save)(n)
	stale.Text = "Four"
	_, err = b.private().Save(stale)
	b.refused(err, fault.Conflict)
	if v := must(b, b.private().List)(ana.ID); v.Notes[0].Note.Text != "Three" || v.Notes[0].Note.CreatedAt != practice.At(b.clock.Add(-6*time.Second)) {
		t.Errorf("stored %+v", v.Notes[0].Note)
	}
}

// askingShell does something while the dialog is open.
type askingShell struct {
	*deskShell
	meanwhile func()
}

func (s askingShell) SaveFile(title, suggested, name, pattern string) (string, error) {
	s.meanwhile()
	return s.deskShell.SaveFile(title, suggested, name, pattern)
}

func TestReleasingPsychotherapyNotes(t *testing.T) {
	b := newBench(t)
	b.create()
	ana, ben := b.add("Ana Vey"), b.add("Ben")
	b.enter(ben.ID)
	other := b.analysis(ben.ID, "Of Ben.")
	b.enter(ana.ID)
	chosen, kept := b.analysis(ana.ID, "A pull towards *rescuing*."), b.analysis(ana.ID, "Her mother, again.")
	good := practice.PsychotherapyRelease{
		ClientID: ana.ID, Basis: practice.ReleaseAuthorization, BasisText: " Authorization of 2 March 2026 ", Recipient: "Dr. A. Lindqvist, MD", NoteIDs: []string{chosen.ID},
	}
	folder := t.TempDir()
	nothingLeft := func(when string) {
		t.Helper()
		if files, err := os.ReadDir(folder); err != nil || len(files) > 0 {
			t.Errorf("%s: %v, %v", when, files, err)
		}
		if v := b.enter(ana.ID); len(v.Releases) > 0 {
			t.Errorf("%s: kept as released, %+v", when, v.Releases)
		}
		for _, e := range b.trail() {
			if e.Act == practice.ActExport {
				t.Errorf("%s: the trail says %+v", when, e)
			}
		}
	}

	b.shell.save = folder
	for name, c := range map[string]struct {
		change func(*practice.PsychotherapyRelease)
		code   fault.Code
	}{
		"no basis":             {func(r *practice.PsychotherapyRelease) { r.Basis = "" }, fault.Invalid},
		"the basis not named":  {func(r *practice.PsychotherapyRelease) { r.BasisText = " " }, fault.Invalid},
		"nobody receives them": {func(r *practice.PsychotherapyRelease) { r.Recipient = "" }, fault.Invalid},
		"no notes":             {func(r *practice.PsychotherapyRelease) { r.NoteIDs = nil }, fault.Invalid},
		"another's note":       {func(r *practice.PsychotherapyRelease) { r.NoteIDs = append(r.NoteIDs, other.ID) }, fault.Blocked},
		"another's door":       {func(r *practice.PsychotherapyRelease) { r.ClientID = ben.ID }, fault.Blocked},
		"a note there is none": {func(r *practice.PsychotherapyRelease) { r.NoteIDs = []string{practice.NewID()} }, fault.NotFound},
	} {
		bad := good
		bad.NoteIDs = append([]string{}, good.NoteIDs...)
		c.change(&bad)
		_, err := b.private().Release(bad, "")
		b.refused(err, c.code)
		nothingLeft(name)
	}
	b.shell.save = ""
	if made := get(b, func() (Exported, error) { return b.private().Release(good, "") }); made.Path != "" {
		t.Errorf("cancelled, and written to %s", made.Path)
	}
	nothingLeft("cancelled")

	b.shell.save = folder
	b.app.shell = askingShell{b.shell, func() { b.ok(b.private().Close(ana.ID)) }}
	_, err := b.private().Release(good, "")
	b.refused(err, fault.Blocked)
	nothingLeft("the door closed while the dialog was open")
	b.app.shell = askingShell{b.shell, func() { b.ok(b.vault.Lock("")) }}
	_, err = b.private().Release(good, "")
	b.refused(err, fault.Locked)
	b.app.shell = b.shell
	must(b, b.vault.Unlock)(testPassphrase)
	nothingLeft("locked while the dialog was open")

	made := get(b, func() (Exported, error) { return b.private().Release(good, "") })
	if strings.Contains(filepath.Base(made.Path), "Vey") || filepath.Dir(made.Path) != folder {
		t.Errorf("written to %s", made.Path)
	}
	text := reporttest.Text(t, readFile(t, made.Path))
	for _, words := range []string{"Ana Vey", "rescuing", "Authorization of 2 March 2026", "Dr. A. Lindqvist, MD"} {
		if !strings.Contains(text, words) {
			t.Errorf("the document does not say %q", words)
		}
	}
	if strings.Contains(text, "mother") || strings.Contains(text, "Ben") {
		t.Error("the document holds a note that was not chosen")
	}
	v := must(b, b.private().List)(ana.ID)
	want := ReleaseRow{"12 March 2026, 10:00", "Dr. A. Lindqvist, MD", "an authorization: Authorization of 2 March 2026", "One note"}
	if len(v.Releases) != 1 || v.Releases[0] != want {
		t.Errorf("kept as %+v", v.Releases)
	}
	trail := b.trail()
	last := trail[len(trail)-1]
	if last.Act != practice.ActExport || last.Subject != "psychotherapy_note" || strings.Contains(last.Detail, "Lindqvist") || strings.Contains(last.Detail, "March") {
		t.Errorf("the trail says %+v", last)
	}
	_ = kept

	_, err = b.private().Release(good, "too short")
	if w := b.refused(err, fault.Invalid); w.Fields["password"] == "" || len(b.trail()) != len(trail) {
		t.Errorf("a short password: %+v", w)
	}
	made = get(b, func() (Exported, error) { return b.private().Release(good, filePassword) })
	if file := readFile(t, made.Path); !bytes.Contains(file, []byte("/Encrypt")) || !strings.Contains(b.lastDetail(), hashText(file)) {
		t.Errorf("closed with a password: the trail says %s", b.lastDetail())
	}
}

// lastDetail is what the trail says last.
func (b *bench) lastDetail() string {
	b.Helper()
	trail := b.trail()
	return trail[len(trail)-1].Detail
}

// A word of a psychotherapy note comes out at its own door alone, while that
// is open: whatever any script calls, and in no document and no log. It is in
// the backup. (That no reader of the records finds it is tested in store.)
func TestPsychotherapyNotesComeOutAtTheirOwnDoorAlone(t *testing.T) {
	o := newOffice(t)
	for _, script := range scripts {
		o.play(t, script, 0).verify(o) // which look for the canary, see played.guard
	}
	b := o.sit(t, true)
	if _, err := b.vault.RestoreBackup(o.backup, BackupSecret{Passphrase: testPassphrase}, ""); err != nil {
		t.Fatal(err)
	}
	if v := b.enter(o.client); !strings.Contains(v.Notes[0].Note.Text, privateCanary) {
		t.Errorf("the backup has %+v", v)
	}
}
