package app

import (
	"bytes"
	"io/fs"
	"net/http/httptest"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"testing/synctest"
	"time"

	"snowfield/internal/fault"
	"snowfield/internal/practice"
	"snowfield/internal/vault"
)

// TestMainChain is the whole work of one client through the bound methods:
// create, record, sign, export, back up, lock, unlock.
func TestMainChain(t *testing.T) {
	b := newBench(t)
	if s := get(b, b.vault.State); s.State != "empty" {
		t.Fatalf("a new folder is %q", s.State)
	}
	b.create()
	client := b.add("Nell Harrow")

	s := b.begin(practice.Dosing, client.ID, "")
	s = b.reading(s, 128, 82)
	b.wait(25 * time.Minute)
	s = b.dose(s, 200)
	b.wait(40 * time.Minute)
	s = b.reading(s, 171, 101)
	s = b.observe(s, "“It is wide in here.”")
	part := s.Parts[0]
	if part.Totals.TakenUg != 200_000 || s.Title != "Dosing 1" {
		t.Errorf("totals %+v, title %q", part.Totals, s.Title)
	}
	last := part.Log[len(part.Log)-1]
	if !last.ClientWords || last.Text != "It is wide in here." || *last.TPlus != 40 {
		t.Errorf("the last line is %+v", last)
	}
	if j := part.Log[2].Judgement; j == nil || j.Level != practice.LevelHold {
		t.Errorf("171/101 was judged %+v", j)
	}
	b.wait(100 * time.Minute)
	s = b.end(s.Session.ID)
	if rows := get(b, b.today.Get).ToSign; len(rows) != 1 || rows[0].AgeText != "Session today, no note yet" {
		t.Errorf("a session without a note is shown as %+v", rows)
	}
	saved := b.write(s, "Quiet and inward.")

	today := get(b, b.today.Get)
	if len(today.Windows) != 1 || today.Windows[0].LeftText != "69 h left" || len(today.ToSign) != 1 {
		t.Errorf("today shows %+v and %+v", today.Windows, today.ToSign)
	}

	signed, err := b.notes.Sign(saved.Note.ID, saved.Note.Version)
	b.ok(err)
	if !signed.Note.Signed() || signed.Note.SignedName != "Ada Fielding" || len(signed.Note.AuditHead) != 64 {
		t.Errorf("signed as %+v", signed.Note)
	}
	_, err = b.sessions.RecordVitals(s.Session.ID, practice.VitalSigns{Entry: b.entry(s), HeartRateBpm: new(70)})
	b.refused(err, fault.Signed)
	_, err = b.notes.Save(saved.Note)
	b.refused(err, fault.Signed)
	must(b, b.notes.AddAddendum)(practice.Addendum{ID: practice.NewID(), NoteID: saved.Note.ID, Text: "Home reading 124/80."})

	doc, err := b.documents.Make(summaryOf(s.Session.ID, part.ParticipantID))
	b.ok(err)
	answer := httptest.NewRecorder()
	b.app.assets().ServeHTTP(answer, httptest.NewRequest("GET", doc.URL, nil))
	if !bytes.HasPrefix(answer.Body.Bytes(), []byte("%PDF-")) || doc.Pages < 1 {
		t.Errorf("the preview answered %d with %d bytes", answer.Code, answer.Body.Len())
	}
	cancelled := b.export(doc.Token)
	if cancelled.Path != "" {
		t.Errorf("a cancelled export wrote %q", cancelled.Path)
	}
	b.shell.save = t.TempDir()
	exported := b.export(doc.Token)
	if !bytes.Equal(readFile(t, exported.Path), answer.Body.Bytes()) {
		t.Error("the exported file is not the one previewed")
	}
	if strings.Contains(filepath.Base(exported.Path), "Nell") {
		t.Error("the file's name tells the client's")
	}

	b.shell.folder = t.TempDir()
	must(b, func(struct{}) (string, error) { return b.vault.ChooseBackupFolder() })(struct{}{})
	backup := get(b, b.vault.BackupNow)
	if backup.Clients != 1 || backup.Sessions != 1 {
		t.Errorf("the backup holds %+v", backup)
	}

	b.ok(b.vault.Lock(`{"screen":"chart"}`))
	_, err = b.clients.Get(client.ID)
	b.refused(err, fault.Locked)
	answer = httptest.NewRecorder()
	b.app.assets().ServeHTTP(answer, httptest.NewRequest("GET", doc.URL, nil))
	if answer.Code != 404 {
		t.Error("a preview is still served after locking")
	}
	_, err = b.vault.Unlock("five grey geese over the ridge")
	b.refused(err, fault.WrongPassphrase)
	again := must(b, b.vault.Unlock)(testPassphrase)
	if again.FailedAttempts != 1 || again.Place != `{"screen":"chart"}` {
		t.Errorf("unlocked with %+v", again)
	}
	chart := must(b, b.clients.Chart)(client.ID)
	course := must(b, (&Measures{b.app.core}).Course)(client.ID)
	if len(chart.Record) != 1 || chart.Record[0].Status != "signed" || course.Sessions[0].DoseText != "200 mg" {
		t.Errorf("the chart shows %+v, its course %+v", chart, course)
	}
}

// TestRestoreIntoEmptyPlace restores a backup on another computer.
func TestRestoreIntoEmptyPlace(t *testing.T) {
	b := newBench(t)
	b.create()
	b.add("Nell Harrow")
	b.shell.folder = t.TempDir()
	get(b, b.vault.ChooseBackupFolder)
	backup := get(b, b.vault.BackupNow)

	other := newBench(t)
	_, err := other.vault.RestoreBackup(backup.Path, BackupSecret{Passphrase: "not the passphrase at all"}, "")
	other.refused(err, fault.WrongPassphrase)
	if s := get(other, other.vault.State); s.State != "empty" {
		t.Errorf("a refused restore left %q", s.State)
	}
	restored, err := other.vault.RestoreBackup(backup.Path, BackupSecret{Passphrase: testPassphrase}, "")
	other.ok(err)
	if restored.Backup.Clients != 1 || restored.KeptAside != "" {
		t.Errorf("restored %+v", restored)
	}
	page := must(other, other.clients.List)(ClientQuery{Filter: "all", Limit: 10})
	if page.Total != 1 || page.Rows[0].Name != "Nell Harrow" {
		t.Errorf("the restored list is %+v", page)
	}
}

// TestRecoveryCode opens the records without the passphrase.
func TestRecoveryCode(t *testing.T) {
	b := newBench(t)
	code := b.create()
	b.add("Nell Harrow")
	b.ok(b.vault.Lock(""))
	mistyped := []byte(code)
	mistyped[3] = map[bool]byte{true: 'A', false: 'B'}[mistyped[3] != 'A']
	b.refused(b.vault.CheckRecoveryCode(string(mistyped)), fault.Invalid)
	b.ok(b.vault.CheckRecoveryCode(code))
	_, err := b.vault.UnlockWithCode(code, "a new long passphrase of words")
	b.ok(err)
	b.ok(b.vault.Lock(""))
	_, err = b.vault.Unlock(testPassphrase)
	b.refused(err, fault.WrongPassphrase)
	must(b, b.vault.Unlock)("a new long passphrase of words")
}

// TestGuessingIsSlowed waits after five failures, whatever the computer's clock
// is set to meanwhile.
func TestGuessingIsSlowed(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		b := newBench(t)
		b.create()
		b.ok(b.vault.Lock(""))
		for range 5 {
			_, err := b.vault.Unlock("wrong passphrase")
			b.refused(err, fault.WrongPassphrase)
		}
		for _, set := range []time.Duration{0, 24 * time.Hour, -48 * time.Hour} {
			b.wait(set)
			_, err := b.vault.Unlock(testPassphrase)
			b.refused(err, fault.Blocked)
		}
		time.Sleep(2 * time.Second)
		if got := must(b, b.vault.Unlock)(testPassphrase); got.FailedAttempts != 5 {
			t.Errorf("told of %d failures", got.FailedAttempts)
		}
		b.app.stopped()
	})
}

// TestDraftsOutliveLockAndCrash keeps unfinished text.
func TestDraftsOutliveLockAndCrash(t *testing.T) {
	b := newBench(t)
	b.create()
	b.ok(b.drafts.Save("client:new", "Nel"))
	b.ok(b.vault.Lock(""))
	must(b, b.vault.Unlock)(testPassphrase)
	if got := must(b, b.drafts.Get)("client:new"); got != "Nel" {
		t.Errorf("the draft is %q", got)
	}
}

// TestIdleLocks locks by itself after ten idle minutes, page or no page; a
// touch begins them anew.
func TestIdleLocks(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		b := newBench(t)
		b.create()
		time.Sleep(9 * time.Minute)
		b.ok(b.vault.Touch())
		time.Sleep(10*time.Minute + flushTime - time.Second)
		if told := b.shell.told(); !slices.Contains(told, "lock-now") || b.app.isLocked() {
			t.Fatalf("before the page had its time: locked %v, told %v", b.app.isLocked(), told)
		}
		time.Sleep(2 * time.Second)
		synctest.Wait()
		if told := b.shell.told(); !b.app.isLocked() || !slices.Contains(told, "locked") {
			t.Errorf("after it: locked %v, told %v", b.app.isLocked(), told)
		}
		b.app.stopped()
	})
}

// TestUnlockAfterLockNow stays open when somebody unlocks again at once: the
// lock that waited for the page is called off.
func TestUnlockAfterLockNow(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		b := newBench(t)
		b.create()
		b.app.lockSoon(nil)
		b.ok(b.vault.Lock(""))
		must(b, b.vault.Unlock)(testPassphrase)
		time.Sleep(2 * flushTime)
		synctest.Wait()
		if b.app.isLocked() {
			t.Error("locked again without being asked")
		}
		b.app.stopped()
	})
}

// TestClosingWaitsForThePage closes the window only once unfinished text had
// its time to reach the disk.
func TestClosingWaitsForThePage(t *testing.T) {
	b := newBench(t)
	b.create()
	if !b.app.beforeClose() {
		t.Error("the window closes at once")
	}
	b.ok(b.vault.Lock(""))
	if b.shell.quits != 1 || b.app.beforeClose() {
		t.Errorf("after the page locked, the window was closed %d times", b.shell.quits)
	}
}

// TestUndoThenStrike removes a young entry and strikes an old one.
func TestUndoThenStrike(t *testing.T) {
	b := newBench(t)
	b.create()
	s := b.begin(practice.Dosing, b.add("Nell Harrow").ID, "")
	s = b.observe(s, "Slip")
	id := s.Parts[0].Log[0].Entry.ID
	c, err := b.sessions.TakeBack(s.Session.ID, id, "")
	b.ok(err)
	if !slices.Equal(c.Gone, []string{id}) || len(c.Lines) != 0 || c.Whole {
		t.Errorf("taking it back changed %+v", c)
	}
	if v := must(b, b.sessions.Get)(s.Session.ID); len(v.Parts[0].Log) != 0 {
		t.Error("an entry taken back at once is still there")
	}
	s = b.observe(s, "Wrong")
	b.wait(time.Minute)
	id = s.Parts[0].Log[0].Entry.ID
	other := b.begin(practice.Talk, b.add("Otto Penn").ID, "")
	_, err = b.sessions.TakeBack(other.Session.ID, id, "not theirs")
	b.refused(err, fault.NotFound)
	_, err = b.sessions.TakeBack(s.Session.ID, id, " ")
	b.refused(err, fault.Invalid)
	c, err = b.sessions.TakeBack(s.Session.ID, id, "other client")
	b.ok(err)
	if e := c.Lines[0].Entry; len(c.Lines) != 1 || e.ID != id || e.Stands() || e.StruckReason != "other client" {
		t.Errorf("the entry is %+v", e)
	}
}

// TestOneSnowfieldAtATime refuses a second one on the same folder, until the
// first has gone.
func TestOneSnowfieldAtATime(t *testing.T) {
	b := newBench(t)
	b.create()
	second := newApp(Config{}, &deskShell{}, OpenLog(t.TempDir()))
	second.occupy(vault.Place{Folder: b.folder, WorkFactor: 10})
	close(second.ready)
	t.Cleanup(second.stopped)
	v := &Vault{second.core}
	if s := get(b, v.State); s.State != "in_use" {
		t.Errorf("the second finds %q", s.State)
	}
	_, err := v.Unlock(testPassphrase)
	b.refused(err, fault.Conflict)
	b.app.stopped()
	if s := get(b, v.State); s.State != "locked" {
		t.Errorf("once the first has gone, the second finds %q", s.State)
	}
	must(b, v.Unlock)(testPassphrase)
}

// TestUnreadableDate refuses a birth date that is no date, and keeps the one
// on record.
func TestUnreadableDate(t *testing.T) {
	b := newBench(t)
	b.create()
	c := b.add("Nell Harrow")
	c.BirthDate = "1984-05-03"
	c = must(b, b.clients.Save)(c)
	c.BirthDate = "31 Feb 1990"
	_, err := b.clients.Save(c)
	if w := b.refused(err, fault.Invalid); w.Fields["birth_date"] == "" {
		t.Errorf("refused without a word beside the field: %+v", w)
	}
	if kept := must(b, b.clients.Get)(c.ID); kept.BirthDate != "1984-05-03" {
		t.Errorf("the date on record became %q", kept.BirthDate)
	}
}

// TestCouple keeps two clients' records of one session apart, and names a
// session plainly for the partner who was not in the dosing it follows.
func TestCouple(t *testing.T) {
	b := newBench(t)
	b.create()
	ana, ben := b.add("Ana Reed"), b.add("Ben Reed")
	dosing := b.dose(b.begin(practice.Dosing, ana.ID, ""), 150)
	b.wait(3 * time.Hour)
	b.end(dosing.Session.ID)
	b.wait(20 * time.Hour)
	v := must(b, b.sessions.Save)(practice.Session{
		ID: practice.NewID(), Kind: practice.Integration, DosingSessionID: dosing.Session.ID,
		Participants: []practice.Participant{{ID: practice.NewID(), ClientID: ana.ID}, {ID: practice.NewID(), ClientID: ben.ID}},
		PlannedStart: practice.At(b.clock), Zone: "America/Los_Angeles", Place: practice.Office,
	})
	v = must(b, b.sessions.Begin)(v.Session.ID)
	if v.Title != "Integration after dosing 1" || len(v.Parts) != 2 {
		t.Errorf("the couple's session is %q with %d parts", v.Title, len(v.Parts))
	}
	if chart := must(b, b.clients.Chart)(ben.ID); chart.Record[0].Title != "Integration" {
		t.Errorf("the partner's chart calls it %q", chart.Record[0].Title)
	}
	note := must(b, b.notes.Open)(v.Parts[1].ParticipantID)
	if note.Heading != "Integration" || note.Reference != nil {
		t.Errorf("the partner's note is %q beside %+v", note.Heading, note.Reference)
	}
	if _, err := b.documents.Make(summaryOf(v.Session.ID, v.Parts[1].ParticipantID)); err != nil {
		t.Errorf("the partner's summary: %v", err)
	}
}

// TestSaveKeepsWhatHappened lets a plan be changed but not the times and the
// state it led to.
func TestSaveKeepsWhatHappened(t *testing.T) {
	b := newBench(t)
	b.create()
	v := b.begin(practice.Talk, b.add("Nell Harrow").ID, "")
	s := v.Session
	s.ActualStart, s.ActualEnd = practice.At(b.clock.Add(time.Hour)), practice.At(b.clock.Add(2*time.Hour))
	s.Place = practice.Virtual
	saved := must(b, b.sessions.Save)(s)
	if saved.Session.Place != practice.Virtual || saved.Session.ActualStart != v.Session.ActualStart || saved.State != practice.Open {
		t.Errorf("saved as %+v", saved.Session)
	}
	_, err := b.sessions.CorrectTimes(s.ID, s.ActualStart, "")
	b.refused(err, fault.Invalid)
}

// canaryName is a name that must never leave the vault in the clear.
const canaryName = "Zephyrine Quillfeather"

// TestNothingLeaks looks for a client's name in every file the app wrote
// outside the exports, after panics and refusals.
func TestNothingLeaks(t *testing.T) {
	temp := t.TempDir()
	t.Setenv("TMPDIR", temp)
	b := newBench(t)
	b.create()
	c := b.add(canaryName)
	s := b.begin(practice.Dosing, c.ID, "")
	b.observe(s, canaryName+" spoke")
	_, err := b.clients.Save(practice.Client{ID: canaryName, LegalName: canaryName})
	b.refused(err, fault.Invalid)
	_, err = door(b.app.core, func() (int, error) { panic(canaryName) })
	if w := b.refused(err, fault.Internal); w.Ref == "" || strings.Contains(w.Message, canaryName) {
		t.Errorf("a panic told %+v", w)
	}
	_, err = door(b.app.core, func() (int, error) { return 0, &fs.PathError{Op: "open", Path: canaryName, Err: fs.ErrPermission} })
	b.refused(err, fault.Internal)
	wailsLogger{b.app.log}.Error(canaryName)
	b.shell.folder = t.TempDir()
	get(b, b.vault.ChooseBackupFolder)
	get(b, b.vault.BackupNow)
	b.ok(b.vault.Lock(canaryName))

	for _, root := range []string{filepath.Dir(b.folder), b.logFolder, temp, b.shell.folder} {
		err := filepath.WalkDir(root, func(path string, entry fs.DirEntry, err error) error {
			if err != nil || entry.IsDir() {
				return err
			}
			data, err := os.ReadFile(path)
			if strings.Contains(path, "Zephyrine") || bytes.Contains(data, []byte("Zephyrine")) {
				t.Errorf("the client's name is in %s", filepath.Base(path))
			}
			return err
		})
		if err != nil {
			t.Fatal(err)
		}
	}
	if log := readFile(t, filepath.Join(b.logFolder, "snowfield.log")); !bytes.Contains(log, []byte("call.panic")) {
		t.Error("the control failed: the log holds nothing of the panic")
	}
}
