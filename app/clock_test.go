package app

import (
	"slices"
	"strings"
	"sync/atomic"
	"testing"
	"testing/synctest"
	"time"

	"snowfield/internal/fault"
	"snowfield/internal/practice"
	"snowfield/internal/store"
)

// TestClockSetBack sets the computer's clock back, while a session is open and
// again between two runs: everything still saves, the newer text wins, the
// trail keeps its order and verifies, and nothing is told wrong.
func TestClockSetBack(t *testing.T) {
	for name, back := range map[string]time.Duration{"an hour": time.Hour, "a day": 24 * time.Hour, "a year": 365 * 24 * time.Hour} {
		t.Run(name, func(t *testing.T) {
			b := newBench(t)
			b.create()
			b.shell.folder = t.TempDir()
			get(b, b.vault.ChooseBackupFolder)
			get(b, b.vault.BackupNow)
			client := b.add("Nell Harrow")
			s := b.begin(practice.Dosing, client.ID, "")
			s = b.reading(s, 128, 82)
			b.wait(10 * time.Minute)
			s = b.dose(s, 200)
			saved := b.write(s, "Quiet and inward.")
			right := b.clock.Add(5 * time.Minute)

			b.wait(-back)
			entry := b.entry(s)
			entry.At = practice.At(right) // typed by hand: what the clock says is wrong
			_, err := b.sessions.RecordObservation(s.Session.ID, practice.Observation{Entry: entry, Text: "Still here."})
			b.ok(err)
			s = must(b, b.sessions.Get)(s.Session.ID)
			lines := s.Parts[0].Log
			if n := len(lines); n != 3 || lines[2].Text != "Still here." || *lines[2].TPlus != 5 || lines[2].Late {
				t.Errorf("the log became %+v", lines)
			}
			if lines[0].CanUndo || lines[1].CanUndo {
				t.Error("an entry of before can be undone once more")
			}
			note := saved.Note
			note.Sections[0].Body = "Quiet and inward, then words."
			saved = must(b, b.notes.Save)(note)
			if got := must(b, b.notes.Open)(s.Parts[0].ParticipantID).Note; got.Sections[0].Body != note.Sections[0].Body || got.Version != note.Version+1 {
				t.Errorf("after the newer text was saved the note is %+v", got)
			}
			if kept := must(b, b.notes.Revisions)(note.ID); len(kept) != 1 || kept[0].Sections[0].Body != "Quiet and inward." {
				t.Errorf("of the older text is kept %+v", kept)
			}
			note.Sections[0].Body = "An older page's text."
			_, err = b.notes.Save(note)
			b.refused(err, fault.Conflict)

			today := get(b, b.today.Get)
			if page := must(b, b.clients.List)(ClientQuery{Filter: store.AllClients, Limit: 1}); page.Rows[0].WindowLeftText != "72 h left" {
				t.Errorf("the list shows the window as %+v", page.Rows)
			}
			if !slices.ContainsFunc(today.Due, func(d DueRow) bool { return d.Kind == "clock" }) {
				t.Errorf("today does not say that the clock is behind: %+v", today.Due)
			}
			if far := back > 24*time.Hour; far != slices.ContainsFunc(today.Due, func(d DueRow) bool { return d.Kind == "backup" }) {
				t.Errorf("of a backup %s ahead is told %+v", back, today.Due)
			}
			chart := must(b, (&Measures{b.app.core}).Course)(client.ID)
			if len(chart.Windows) != 1 || !strings.HasPrefix(chart.Windows[0].Text, "Open, 7") {
				t.Errorf("the chart shows the window as %+v", chart.Windows)
			}

			b.ok(b.vault.Lock(""))
			b.app.stopped()
			b.wait(-back)
			b.start()
			must(b, b.vault.Unlock)(testPassphrase)
			get(b, b.vault.BackupNow)
			again := must(b, b.sessions.Get)(s.Session.ID)
			if *again.Parts[0].Log[2].TPlus != 5 {
				t.Errorf("reopened, the log is %+v", again.Parts[0].Log)
			}
			_, err = b.sessions.Finish(s.Session.ID)
			if w := b.refused(err, fault.Blocked); !strings.Contains(w.Message, "clock") {
				t.Errorf("ending before the beginning is refused with %q", w.Message)
			}

			b.set(right.Add(2 * time.Hour)) // somebody sets it right
			b.end(s.Session.ID)
			signed, err := b.notes.Sign(saved.Note.ID, saved.Note.Version)
			b.ok(err)
			b.wait(time.Hour)
			b.addendum(signed.Note.ID, "first")
			b.wait(-back)
			b.addendum(signed.Note.ID, "second")
			after := must(b, b.notes.Open)(s.Parts[0].ParticipantID).Note
			if len(after.Addenda) != 2 || after.Addenda[0].Text != "first" {
				t.Errorf("the addenda are in the order %+v", after.Addenda)
			}
			trail := b.trail()
			for i, e := range trail {
				if e.Seq != int64(i+1) {
					t.Fatalf("entry %d of the trail has the number %d", i+1, e.Seq)
				}
			}
		})
	}
}

func (b *bench) addendum(noteID, text string) {
	b.Helper()
	must(b, b.notes.AddAddendum)(practice.Addendum{ID: practice.NewID(), NoteID: noteID, Text: text})
}

// trail returns the whole audit trail, verified.
func (b *bench) trail() []practice.AuditEntry {
	b.Helper()
	return get(b, func() ([]practice.AuditEntry, error) {
		return view(b.app.core, func(tx *store.Tx) ([]practice.AuditEntry, error) {
			length, _, err := tx.VerifyAudit(0, "")
			if err != nil {
				return nil, err
			}
			return tx.Audit(0, int(length)+1)
		})
	})
}

// TestContactBeforeItsDosing says nothing of hours after a dose for a session
// that began, by a clock that was set back, before the dose.
func TestContactBeforeItsDosing(t *testing.T) {
	b := newBench(t)
	b.create()
	client := b.add("Nell Harrow")
	dosing := b.dose(b.begin(practice.Dosing, client.ID, ""), 200)
	b.wait(time.Hour)
	b.end(dosing.Session.ID)
	b.wait(-5 * time.Hour)
	s := b.begin(practice.Integration, client.ID, dosing.Session.ID)
	note := must(b, b.notes.Open)(s.Parts[0].ParticipantID)
	if strings.Contains(note.Subline, "-") || strings.Contains(note.Subline, "window") {
		t.Errorf("the note says %q", note.Subline)
	}
}

// TestIdleLockWithTheClockSet locks after ten idle minutes, whatever the time
// of day is set to meanwhile.
func TestIdleLockWithTheClockSet(t *testing.T) {
	for _, set := range []time.Duration{-365 * 24 * time.Hour, -time.Hour, time.Hour} {
		synctest.Test(t, func(t *testing.T) {
			b := newBench(t)
			var ahead atomic.Int64 // the schedule of backups looks at the clock meanwhile
			b.app.now = func() time.Time { return b.clock.Add(time.Duration(ahead.Load())) }
			b.create()
			time.Sleep(5 * time.Minute)
			ahead.Store(int64(set))
			time.Sleep(5*time.Minute + flushTime - time.Second)
			if b.app.isLocked() {
				t.Error("locked too soon")
			}
			time.Sleep(2 * time.Second)
			synctest.Wait()
			if !b.app.isLocked() {
				t.Errorf("with the clock set by %s, still open after ten idle minutes", set)
			}
			b.app.stopped()
		})
	}
}

// TestZoneChangedMidSession changes the practice's zone and the session's while
// it is open: what is recorded stays the moment it was, and is shown in the new
// zone.
func TestZoneChangedMidSession(t *testing.T) {
	b := newBench(t) // 10:00 in Los Angeles
	b.create()
	s := b.begin(practice.Dosing, b.add("Nell Harrow").ID, "")
	s = b.dose(s, 200)
	b.wait(40 * time.Minute)
	s = b.reading(s, 128, 82)
	before := s.Parts[0].Log

	letterhead := get(b, b.settings.Get).Practice
	letterhead.Zone = "Europe/Berlin"
	must(b, b.settings.SavePractice)(letterhead)
	if today := get(b, b.today.Get); today.Zone != "Europe/Berlin" || len(today.Sessions) != 1 || today.Sessions[0].TimeText != "18:00" {
		t.Errorf("today shows %q, %+v", today.Zone, today.Sessions)
	}
	s = must(b, b.sessions.Get)(s.Session.ID)
	b.unmoved(before, s.Parts[0].Log, "10:00", "10:40")

	plan := s.Session
	plan.Zone = "Europe/Berlin"
	s = must(b, b.sessions.Save)(plan)
	b.unmoved(before, s.Parts[0].Log, "18:00", "18:40")
	b.wait(20 * time.Minute)
	s = b.observe(s, "“Where am I?”")
	if last := s.Parts[0].Log[2]; last.TimeText != "19:00" || *last.TPlus != 60 || last.Entry.At != practice.At(b.clock) {
		t.Errorf("recorded in the new zone: %+v", last)
	}
	if s = b.end(s.Session.ID); !strings.HasSuffix(s.TimeText, "18:00 to 19:00") {
		t.Errorf("the session took place %q", s.TimeText)
	}
}

// unmoved holds a log's lines to the moments and minutes they had, shown at
// the times given.
func (b *bench) unmoved(before, after []LogLine, times ...string) {
	b.Helper()
	for i, l := range after {
		if l.Entry != before[i].Entry || *l.TPlus != *before[i].TPlus || l.TimeText != times[i] {
			b.Errorf("line %d became %+v at %s", i, l.Entry, l.TimeText)
		}
	}
}
