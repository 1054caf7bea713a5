package app

import (
	"bytes"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"syscall"
	"testing"
	"time"

	"snowfield/internal/disk"
	"snowfield/internal/fault"
	"snowfield/internal/practice"
	"snowfield/internal/store"
)

const filePassword = "four grey geese over"

// usual is the choice a person finds when a document is about to leave.
func (b *bench) usual(token string, choice ExportChoice) ExportChoice {
	b.Helper()
	sheet, err := b.documents.Sheet(token, choice)
	b.ok(err)
	return sheet.Choice
}

// export exports a document with what is usual for it.
func (b *bench) export(token string) Exported {
	b.Helper()
	exported, err := b.documents.Export(token, b.usual(token, ExportChoice{}))
	b.ok(err)
	return exported
}

// disclosed returns what left about a client, newest first.
func (b *bench) disclosed(clientID string) []practice.Disclosure {
	b.Helper()
	return get(b, func() ([]practice.Disclosure, error) {
		return view(b.app.core, func(tx *store.Tx) ([]practice.Disclosure, error) { return tx.Disclosures(clientID) })
	})
}

// leavingBench is a bench with the summary of a session, made for a reader and
// ready to leave.
func leavingBench(t *testing.T, reader practice.Reader) (b *bench, client practice.Client, token string) {
	t.Helper()
	b = newBench(t)
	b.create()
	client = b.add("Nell Harrow")
	s := b.begin(practice.Preparation, client.ID, "")
	ask := summaryOf(s.Session.ID, s.Parts[0].ParticipantID)
	ask.Reader = reader
	b.shell.save = t.TempDir()
	return b, client, must(b, b.documents.Make)(ask).Token
}

// inFolder lists the files of the folder that was exported to.
func (b *bench) inFolder() []string {
	b.Helper()
	entries, err := os.ReadDir(b.shell.save)
	b.ok(err)
	names := []string{}
	for _, e := range entries {
		names = append(names, e.Name())
	}
	return names
}

func TestExportIsRecorded(t *testing.T) {
	b, client, token := leavingBench(t, practice.ReaderRecord)
	exported := b.export(token)
	file := readFile(t, exported.Path)
	doc, err := b.app.documents.get(token)
	b.ok(err)
	list := b.disclosed(client.ID)
	if len(list) != 1 {
		t.Fatalf("recorded %+v", list)
	}
	got := list[0]
	if got.SHA256 != hashText(file) || got.Kind != practice.DocSummary || got.SessionID == "" || got.Way != practice.WaySaved || got.Reader != practice.ReaderRecord ||
		got.Recipient != "The practice's own record" || got.Purpose != "For the practice's own record" || got.Protected || got.Pages != doc.pages ||
		!slices.Equal(got.Parts, practice.DocSummary.List(practice.DocSummary.Default())) || !strings.Contains(got.LeftOut, "psychotherapy notes") || got.At != practice.At(b.clock) {
		t.Errorf("recorded %+v", got)
	}
	if name := filepath.Base(exported.Path); name != "session-summary-2026-03-12.pdf" || !slices.Equal(b.inFolder(), []string{name}) {
		t.Errorf("left %q in the folder", b.inFolder())
	}
	if !bytes.Equal(file, doc.pdf) {
		t.Error("the file is not the one previewed")
	}

	choice := b.usual(token, ExportChoice{ClientInName: true})
	named, err := b.documents.Export(token, choice)
	b.ok(err)
	if filepath.Base(named.Path) != "session-summary-2026-03-12-nell-harrow.pdf" {
		t.Errorf("named %s", filepath.Base(named.Path))
	}
}

func TestExportWithAPassword(t *testing.T) {
	b, client, token := leavingBench(t, practice.ReaderRecord)
	choice := b.usual(token, ExportChoice{})
	choice.Password = "too short"
	_, err := b.documents.Export(token, choice)
	if w := b.refused(err, fault.Invalid); w.Fields["password"] == "" || len(b.inFolder()) > 0 || len(b.disclosed(client.ID)) > 0 {
		t.Errorf("refused with %+v; left %q", w, b.inFolder())
	}
	choice.Password = filePassword
	exported, err := b.documents.Export(token, choice)
	b.ok(err)
	for password, opens := range map[string]bool{filePassword: true, "": false, "four grey geese ovar": false} {
		out, err := exec.Command("qpdf", "--check", "--password="+password, exported.Path).CombinedOutput()
		if (err == nil) != opens {
			t.Errorf("with %q: %v\n%s", password, err, out)
		}
	}
	file := readFile(t, exported.Path)
	if got := b.disclosed(client.ID)[0]; !got.Protected || got.SHA256 != hashText(file) {
		t.Errorf("recorded %+v", got)
	}
	if !strings.Contains(exported.Sentence, "opens with its password") {
		t.Errorf("told %q", exported.Sentence)
	}
	// The password is in nothing that was kept: not in the records, the log or
	// what is said.
	if sheet, err := b.documents.Sheet(token, choice); err != nil || sheet.Choice.Password != "" {
		t.Errorf("the sheet gives the password back, %v", err)
	}
	for _, e := range b.trail() {
		if strings.Contains(e.Detail, "geese") {
			t.Errorf("the trail holds it: %+v", e)
		}
	}
	log, err := os.ReadDir(b.logFolder)
	b.ok(err)
	for _, e := range log {
		if bytes.Contains(readFile(t, filepath.Join(b.logFolder, e.Name())), []byte("geese")) {
			t.Errorf("%s holds it", e.Name())
		}
	}
	if kept := fmt.Sprintf("%+v", b.disclosed(client.ID)); strings.Contains(kept, "geese") {
		t.Errorf("the records hold it: %s", kept)
	}
}

// A document for somebody outside waits for a release of information in
// force, or for the ground it leaves on without one; what it was is kept.
func TestExportNeedsARelease(t *testing.T) {
	b, client, token := leavingBench(t, practice.ReaderPrescriber)
	choice := b.usual(token, ExportChoice{})
	if choice.Recipient != "" || choice.Purpose == "" {
		t.Errorf("usual for a prescriber: %+v", choice)
	}
	export := func() error { _, err := b.documents.Export(token, choice); return err }
	if w := b.refused(export(), fault.Invalid); w.Fields["recipient"] == "" {
		t.Errorf("without a recipient: %+v", w)
	}
	choice.Recipient = "Dr. A. Lindqvist, MD"
	for _, act := range []func() error{export, func() error { return b.documents.Allowed(token, choice) }, func() error { return b.documents.Printed(token, choice) }} {
		if w := b.refused(act(), fault.Invalid); w.Fields["release_reason"] == "" {
			t.Errorf("without a release: %+v", w)
		}
	}
	if len(b.inFolder()) > 0 || len(b.disclosed(client.ID)) > 0 {
		t.Error("a refused document left something")
	}
	choice.ReleaseReason = "Treatment (45 CFR 164.506(c))"
	b.ok(export())
	if got := b.disclosed(client.ID)[0]; got.ReleaseConsentID != "" || got.ReleaseReason != choice.ReleaseReason || got.Recipient != choice.Recipient {
		t.Errorf("recorded %+v", got)
	}

	_, err := b.prescribers.Save(practice.Prescriber{ID: practice.NewID(), Name: "Dr. A. Lindqvist", Credential: "MD"})
	b.ok(err)
	consent := practice.Consent{
		ID: practice.NewID(), ClientID: client.ID, Kind: practice.ConsentRelease, TextKey: "release", TextVersion: 1, Title: "Release", Text: "T", Clauses: []string{}, Initials: []string{},
		Recipient: "Dr. A. Lindqvist", Scope: "Summaries", SignedOn: "2026-03-01", ExpiresOn: "2026-03-13", SignedBy: "Nell Harrow", SignerRole: "client", Method: practice.ConsentTyped,
	}
	_, err = update(b.app.core, func(tx *store.Tx) (practice.Consent, error) { return tx.AddConsent(consent) })
	b.ok(err)
	choice.ReleaseReason = ""
	sheet, err := b.documents.Sheet(token, choice)
	b.ok(err)
	if sheet.Release.State != practice.ReleaseInForce || !strings.Contains(sheet.Release.Text, "Summaries") || len(sheet.Releases) != 1 || !slices.Equal(sheet.Recipients, []string{"Dr. A. Lindqvist, MD"}) {
		t.Errorf("the sheet says %+v", sheet)
	}
	b.wait(time.Second)
	b.ok(export())
	if got := b.disclosed(client.ID)[0]; got.ReleaseConsentID != consent.ID || got.ReleaseReason != "" {
		t.Errorf("recorded %+v", got)
	}
	b.wait(48 * time.Hour) // it has ended meanwhile
	b.refused(export(), fault.Invalid)
}

// An export that the person cancels, or during which the records lock, leaves
// nothing.
func TestCancelledExportLeavesNothing(t *testing.T) {
	b, client, token := leavingBench(t, practice.ReaderRecord)
	choice := b.usual(token, ExportChoice{})
	folder := b.shell.save
	b.shell.save = ""
	if done, err := b.documents.Export(token, choice); err != nil || done.Path != "" {
		t.Errorf("cancelled: %+v, %v", done, err)
	}
	b.shell.save = folder
	b.app.shell = askingShell{b.shell, func() { b.ok(b.vault.Lock("")) }}
	_, err := b.documents.Export(token, choice)
	b.refused(err, fault.Locked)
	must(b, b.vault.Unlock)(testPassphrase)
	if len(b.inFolder()) > 0 || len(b.disclosed(client.ID)) > 0 {
		t.Errorf("left %q, recorded %+v", b.inFolder(), b.disclosed(client.ID))
	}
}

func TestPrintIsRecorded(t *testing.T) {
	b, client, token := leavingBench(t, practice.ReaderClient)
	b.ok(b.documents.Print())
	if len(b.disclosed(client.ID)) > 0 {
		t.Error("recorded before anybody said that it was printed")
	}
	choice := b.usual(token, ExportChoice{})
	choice.Password = filePassword
	b.ok(b.documents.Printed(token, choice))
	doc, err := b.app.documents.get(token)
	b.ok(err)
	if got := b.disclosed(client.ID)[0]; got.Way != practice.WayPrinted || got.Protected || got.SHA256 != hashText(doc.pdf) || got.Recipient != "The client" {
		t.Errorf("recorded %+v", got)
	}
	if len(b.inFolder()) > 0 {
		t.Errorf("printing left %q", b.inFolder())
	}
}

// Whatever step on the disk fails, nothing is left of the export, neither a
// file nor a record of it; and what was at its place before is there again.
func TestFailedExportLeavesNothing(t *testing.T) {
	b, client, token := leavingBench(t, practice.ReaderRecord)
	choice := b.usual(token, ExportChoice{})
	choice.Password = filePassword
	trail := len(b.trail())
	for _, x := range []struct {
		suffix string
		kind   disk.Kind
	}{
		{"", disk.Create},                  // the first file of all
		{"", disk.Write},                   // its first byte
		{"", disk.Sync},                    // what was written
		{"", disk.Rename},                  // its name
		{"", disk.SyncFolder},              // that the name lasts: the file is in its place already
		{"records.db-journal", disk.Write}, // the record of it
		{"records.db", disk.Write},         // at the last moment
	} {
		stop := refusing(x.suffix, 0, x.kind)
		_, err := b.documents.Export(token, choice)
		stop()
		w := b.refused(err, fault.NotSaved)
		if !strings.Contains(w.Message, "Nothing was left behind") {
			t.Errorf("%s of %q: told %q", x.kind, x.suffix, w.Message)
		}
		if left := b.inFolder(); len(left) > 0 {
			t.Errorf("%s of %q left %q", x.kind, x.suffix, left)
		}
		if list := b.disclosed(client.ID); len(list) > 0 || len(b.trail()) != trail {
			t.Errorf("%s of %q is recorded: %+v", x.kind, x.suffix, list)
		}
	}
	name := "session-summary-2026-03-12.pdf"
	taken := filepath.Join(b.shell.save, name)
	b.ok(os.Mkdir(taken, 0o700)) // an empty folder is somebody's, too
	_, err := b.documents.Export(token, choice)
	b.refused(err, fault.NotSaved)
	if !slices.Equal(b.inFolder(), []string{name}) {
		t.Errorf("a folder in the way: %q", b.inFolder())
	}
	b.ok(os.Remove(taken))

	b.ok(os.WriteFile(taken, []byte("an older one"), 0o600))
	again := refusing("records.db-journal", 0, disk.Write)
	_, err = b.documents.Export(token, choice)
	again()
	b.refused(err, fault.NotSaved)
	if got := readFile(t, taken); string(got) != "an older one" {
		t.Errorf("the file that was to be replaced is now %d bytes", len(got))
	}
	b.ok(os.Remove(taken))

	// Where the file cannot be deleted again either, that is said.
	stop := disk.Watch(func(s disk.Step) error {
		if strings.HasSuffix(s.Path, "records.db-journal") && s.Kind == disk.Write || s.Path == taken && s.Kind == disk.Remove {
			return syscall.EIO
		}
		return nil
	})
	_, err = b.documents.Export(token, choice)
	stop()
	if w := b.refused(err, fault.NotSaved); !strings.Contains(w.Message, "delete it yourself") {
		t.Errorf("told %q", w.Message)
	}
	b.ok(os.Remove(taken))

	exported, err := b.documents.Export(token, choice)
	b.ok(err)
	if !slices.Equal(b.inFolder(), []string{filepath.Base(exported.Path)}) || len(b.disclosed(client.ID)) != 1 {
		t.Errorf("afterwards: %q, %+v", b.inFolder(), b.disclosed(client.ID))
	}
}

func TestDeleteWithinTenMinutes(t *testing.T) {
	b, client, token := leavingBench(t, practice.ReaderRecord)
	remove := func(path string) error { _, err := b.documents.Delete(path); return err }
	elsewhere := filepath.Join(t.TempDir(), "other.pdf")
	b.ok(os.WriteFile(elsewhere, []byte("%PDF-"), 0o600))
	b.refused(remove(elsewhere), fault.NotFound)
	if len(readFile(t, elsewhere)) != 5 {
		t.Error("a file that was never exported is changed")
	}

	path := b.export(token).Path
	b.wait(10 * time.Minute)
	b.ok(remove(path))
	if len(b.inFolder()) > 0 || len(b.disclosed(client.ID)) != 1 {
		t.Errorf("left %q, recorded %+v", b.inFolder(), b.disclosed(client.ID))
	}
	if last, _ := b.recorded(practice.ActErase); last.Subject != "exported_file" || !strings.Contains(last.Detail, b.disclosed(client.ID)[0].SHA256) {
		t.Errorf("the trail says %+v", last)
	}
	b.refused(remove(path), fault.NotFound)

	path = b.export(token).Path
	b.wait(10*time.Minute + time.Second)
	b.refused(remove(path), fault.Conflict)
	if len(b.inFolder()) != 1 {
		t.Error("deleted too late")
	}

	path = b.export(token).Path
	file := readFile(t, path)
	b.ok(os.WriteFile(path, append(slices.Clone(file), '\n'), 0o600))
	if w := b.refused(remove(path), fault.Conflict); !strings.Contains(w.Message, "changed") || len(readFile(t, path)) != len(file)+1 {
		t.Errorf("changed since: %+v", w)
	}
	b.ok(os.WriteFile(path, file, 0o600)) // put back
	moved := filepath.Join(t.TempDir(), "moved.pdf")
	b.ok(os.Rename(path, moved))
	if w := b.refused(remove(path), fault.NotFound); !strings.Contains(w.Message, "no longer where") || len(readFile(t, moved)) != len(file) {
		t.Errorf("moved since: %+v", w)
	}
	b.ok(os.Symlink(moved, path))
	b.refused(remove(path), fault.Conflict)
	if len(readFile(t, moved)) != len(file) {
		t.Error("a link was followed")
	}
	b.ok(os.Remove(path))

	path = b.export(token).Path
	stop := refusing("records.db-journal", 0, disk.Create, disk.Write)
	err := remove(path)
	stop()
	if w := b.refused(err, fault.NotSaved); !strings.Contains(w.Message, "was deleted, but") || len(b.inFolder()) > 0 {
		t.Errorf("not recorded: %+v; left %q", w, b.inFolder())
	}

	path = b.export(token).Path
	b.ok(b.vault.Lock(""))
	must(b, b.vault.Unlock)(testPassphrase)
	b.refused(remove(path), fault.NotFound)
}
