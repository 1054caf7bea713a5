package app

import (
	"testing"
	"time"

	"snowfield/internal/fault"
	"snowfield/internal/practice"
)

// dosed is an ended dosing session of a client, with a dose at its start.
func (b *bench) dosed(clientID string) SessionView {
	b.Helper()
	v := b.hold(practice.Dosing, clientID, "")
	b.signed(v)
	return v
}

func checkIn(clientID, dosingID string, at practice.Instant) practice.CheckInWritten {
	return practice.CheckInWritten{
		SessionID: practice.NewID(), ParticipantID: practice.NewID(), NoteID: practice.NewID(), ClientID: clientID, DosingSessionID: dosingID,
		Contact: practice.ContactPhone, At: at, Text: "Slept well.", Risk: practice.RiskNoConcern,
	}
}

// A check-in written in one act meets the window of its dosing; the same once
// more changes nothing.
func TestCheckInMeetsTheWindow(t *testing.T) {
	b := newBench(t)
	b.create()
	ana := b.add("Ana Reyes")
	dosing := b.dosed(ana.ID)
	b.wait(20 * time.Hour)
	sheet := must(b, b.sessions.NewCheckIn)(ana.ID)
	if sheet.DosingSessionID != dosing.Session.ID || sheet.WindowText != "Dosing 1: the window is open until Sunday at 10:00." || len(sheet.Ways) != 5 {
		t.Errorf("sheet %+v", sheet)
	}
	c := checkIn(ana.ID, sheet.DosingSessionID, practice.At(b.clock.Add(-time.Hour)))
	c.Sign = true
	v := must(b, b.sessions.WriteCheckIn)(c)
	if v.Title != "Check-in after dosing 1" || v.TimeText != "Friday, 13 March, 06:00, phone" || v.State != practice.Ended || !v.Parts[0].Locked || v.Session.ActualEnd != c.At.Add(2*time.Minute) || v.Session.Contact != practice.ContactPhone {
		t.Errorf("written %+v", v)
	}
	length, head := trailOf(b, 0, "")
	b.wait(time.Minute)
	if again := must(b, b.sessions.WriteCheckIn)(c); asJSON(t, again) != asJSON(t, v) {
		t.Errorf("the same again: %+v", again)
	}
	if l, h := trailOf(b, length, head); l != length || h != head {
		t.Error("the same again left a trace")
	}
	other := c
	other.Text = "Other words"
	_, err := b.sessions.WriteCheckIn(other)
	b.refused(err, fault.Conflict)
	day := get(b, b.today.Get)
	if len(day.Windows) != 1 || day.Windows[0].Window.MetBySessionID != v.Session.ID || day.Windows[0].NextText != "Met by a check-in today at 06:00" || len(day.ToSign) != 0 {
		t.Errorf("today %+v", day)
	}
	if row := day.Sessions[0]; row.Title != "Check-in after dosing 1" || row.LengthText != "" {
		t.Errorf("a check-in has a length: %+v", row)
	}
	if line := must(b, b.clients.Chart)(ana.ID).Record[0].Line; line != "Phone: Slept well." {
		t.Errorf("the record says %q", line)
	}
	if met := must(b, b.sessions.NewCheckIn)(ana.ID).WindowText; met != "Dosing 1: the window was met today at 06:00." {
		t.Error(met)
	}
}

func TestCheckInIsAllOrNothing(t *testing.T) {
	b := newBench(t)
	b.create()
	ana := b.add("Ana Reyes")
	now := practice.At(b.clock)
	for name, c := range map[string]struct {
		change func(*practice.CheckInWritten)
		code   fault.Code
		field  string
	}{
		"no words":                {func(c *practice.CheckInWritten) { c.Text = " " }, fault.Invalid, "text"},
		"no way":                  {func(c *practice.CheckInWritten) { c.Contact = "" }, fault.Invalid, "contact"},
		"in the future":           {func(c *practice.CheckInWritten) { c.At = now.Add(time.Minute) }, fault.Invalid, "at"},
		"signed without risk":     {func(c *practice.CheckInWritten) { c.Sign, c.Risk = true, "" }, fault.Invalid, "risk"},
		"signed without its text": {func(c *practice.CheckInWritten) { c.Sign, c.Risk = true, practice.RiskWatch }, fault.Invalid, "risk_text"},
		"no such client":          {func(c *practice.CheckInWritten) { c.ClientID = practice.NewID() }, fault.NotFound, ""},
		"no such dosing":          {func(c *practice.CheckInWritten) { c.DosingSessionID = practice.NewID() }, fault.NotFound, ""},
		"no such risk":            {func(c *practice.CheckInWritten) { c.Risk = "none" }, fault.Invalid, "risk"},
	} {
		x := checkIn(ana.ID, "", now)
		c.change(&x)
		_, err := b.sessions.WriteCheckIn(x)
		if w := b.refused(err, c.code); c.field != "" && w.Fields[c.field] == "" {
			t.Errorf("%s: refused %+v", name, w)
		}
	}
	if chart := must(b, b.clients.Chart)(ana.ID); len(chart.Record) != 0 {
		t.Errorf("a refused check-in left %+v", chart.Record)
	}
}

// A window that closed without a contact is named on Today for two weeks, or
// until the client is reached. A voicemail reaches nobody.
func TestMissedWindow(t *testing.T) {
	b := newBench(t)
	b.create()
	ana := b.add("Ana Reyes")
	dosing := b.dosed(ana.ID)
	missed := func() []MissedWindow { return get(b, b.today.Get).Missed }
	b.wait(70 * time.Hour)
	if list := missed(); len(list) != 0 {
		t.Errorf("while the window is open: %+v", list)
	}
	voicemail := checkIn(ana.ID, dosing.Session.ID, practice.At(b.clock))
	voicemail.Contact = practice.ContactVoicemail
	must(b, b.sessions.WriteCheckIn)(voicemail)
	if line := must(b, b.clients.Chart)(ana.ID).Record[0].Line; line != "Voicemail: Slept well." {
		t.Errorf("the record says %q", line)
	}
	if text := get(b, b.today.Get).Windows[0].NextText; text != "Voicemail left today at 09:00, not reached yet" {
		t.Error(text)
	}
	b.wait(2 * time.Hour)
	list := missed()
	if len(list) != 1 || list[0].ClientName != "Ana Reyes" || list[0].DosingSessionID != dosing.Session.ID || list[0].Text != "Dosing 1: the window closed today at 10:00 without a contact" {
		t.Errorf("after it closed: %+v", list)
	}
	if sentence := get(b, b.today.Get).Sentence; sentence != "One session. One window closed without a contact; one note waits for your signature." {
		t.Error(sentence)
	}
	closed := b.clock
	b.wait(14*24*time.Hour - 2*time.Hour)
	if list := missed(); len(list) != 1 {
		t.Errorf("on the last of fourteen days: %+v", list)
	}
	b.wait(2 * time.Hour)
	if list := missed(); len(list) != 0 {
		t.Errorf("after fourteen days: %+v", list)
	}
	b.set(closed)
	must(b, b.sessions.WriteCheckIn)(checkIn(ana.ID, dosing.Session.ID, practice.At(b.clock)))
	if list := missed(); len(list) != 0 {
		t.Errorf("after a contact: %+v", list)
	}
	if text := must(b, (&Measures{b.app.core}).Course)(ana.ID).Windows[0].Text; text != "Closed without a contact" {
		t.Errorf("a late contact met the window: %s", text)
	}
}

// The window is elapsed time: moving with the computer, or changing the
// practice's zone, between dose and integration changes no hour of it.
func TestWindowWhenTheZoneChanges(t *testing.T) {
	b := newBench(t)
	b.create()
	ana := b.add("Ana Reyes")
	opened := practice.At(b.clock)
	dosing := b.dosed(ana.ID)
	before := time.Local
	t.Cleanup(func() { time.Local = before })
	for _, zone := range []string{"Europe/Berlin", "Australia/Lord_Howe", "America/Los_Angeles"} {
		time.Local = zoneOf(t, zone)
		settings := get(b, b.settings.Get)
		settings.Practice.Zone = zone
		_, err := b.settings.SavePractice(settings.Practice)
		b.ok(err)
		card := get(b, b.today.Get).Windows[0]
		w := card.Window
		if w.OpensAt != opened || w.ClosesAt.Sub(w.OpensAt) != 72*time.Hour || w.FirstStageEndsAt.Sub(w.OpensAt) != 48*time.Hour || card.LeftText != "71 h left" {
			t.Errorf("%s: %+v, %s", zone, w, card.LeftText)
		}
		if want := opened.Add(72 * time.Hour).In(zone).Format("Mon 15:04"); card.EndLabel != want {
			t.Errorf("%s: closes %s, want %s", zone, card.EndLabel, want)
		}
	}
	b.set(opened.Add(72*time.Hour - time.Minute).Time())
	met := must(b, b.sessions.WriteCheckIn)(checkIn(ana.ID, dosing.Session.ID, practice.At(b.clock)))
	if card := get(b, b.today.Get).Windows[0]; card.Window.MetBySessionID != met.Session.ID {
		t.Errorf("the last minute does not count: %+v", card.Window)
	}
}

// From a dose across a change of the clocks to the contact, in three zones.
func TestWindowAcrossClockChangesOnToday(t *testing.T) {
	for _, c := range []struct{ zone, dose, closes string }{
		{"America/Los_Angeles", "2026-03-06 13:00", "Mon 14:00"},
		{"America/Los_Angeles", "2026-10-30 13:00", "Mon 12:00"},
		{"Europe/Berlin", "2026-03-27 13:00", "Mon 14:00"},
		{"Europe/Berlin", "2026-10-23 13:00", "Mon 12:00"},
		{"Australia/Lord_Howe", "2026-04-03 13:00", "Mon 12:30"},
		{"Australia/Lord_Howe", "2026-10-02 13:00", "Mon 13:30"},
	} {
		b := newBench(t)
		b.create()
		settings := get(b, b.settings.Get)
		settings.Practice.Zone = c.zone
		_, err := b.settings.SavePractice(settings.Practice)
		b.ok(err)
		at, err := time.ParseInLocation("2006-01-02 15:04", c.dose, zoneOf(t, c.zone))
		b.ok(err)
		b.set(at)
		ana := b.add("Ana Reyes")
		dosing := b.dosed(ana.ID)
		b.set(at.Add(72*time.Hour - time.Millisecond))
		card := get(b, b.today.Get).Windows[0]
		if card.EndLabel != c.closes {
			t.Errorf("%s %s: closes %s, want %s", c.zone, c.dose, card.EndLabel, c.closes)
		}
		must(b, b.sessions.WriteCheckIn)(checkIn(ana.ID, dosing.Session.ID, practice.At(b.clock)))
		if get(b, b.today.Get).Windows[0].Window.MetAt == "" {
			t.Errorf("%s %s: the last moment does not count", c.zone, c.dose)
		}
		b.set(at.Add(72 * time.Hour))
		if list := get(b, b.today.Get).Windows; len(list) != 0 {
			t.Errorf("%s %s: still open after 72 h", c.zone, c.dose)
		}
	}
}
