package app

import (
	"fmt"
	"testing"
	"time"

	"snowfield/internal/disk"
	"snowfield/internal/fault"
	"snowfield/internal/practice"
)

// askedForm begins a form of a client.
func askedForm(b *bench, clientID, instrument string) (*Measures, practice.Response) {
	b.Helper()
	m := &Measures{b.app.core}
	v := must(b, m.Begin)(FormStart{ID: practice.NewID(), ClientID: clientID, InstrumentID: instrument, By: practice.AnsweredAsked})
	return m, v.Response
}

func TestForms(t *testing.T) {
	b := newBench(t)
	b.create()
	client := b.add("Nell Harrow")
	m, r := askedForm(b, client.ID, "phq-9")
	if r.Version != 1 || r.AnsweredAt != practice.At(b.clock) || r.Zone != "America/Los_Angeles" || r.Answers == nil || r.Finished() {
		t.Errorf("begun: %+v", r)
	}

	t.Run("begun twice", func(t *testing.T) {
		start := FormStart{ID: r.ID, ClientID: client.ID, InstrumentID: "phq-9", By: practice.AnsweredAsked}
		b.wait(time.Minute)
		if again := must(b, m.Begin)(start).Response; asJSON(t, again) != asJSON(t, r) {
			t.Errorf("it is %+v", again)
		}
		start.InstrumentID = "gad-7"
		_, err := m.Begin(start)
		b.refused(err, fault.Conflict)
		start.InstrumentID, start.ClientID = "phq-9", b.add("Ben Lund").ID
		_, err = m.Begin(start)
		b.refused(err, fault.Conflict)
		for _, change := range []func(*FormStart){
			func(s *FormStart) { s.ClientID = practice.NewID() },
			func(s *FormStart) { s.InstrumentID = "phq-99" },
		} {
			other := FormStart{ID: practice.NewID(), ClientID: client.ID, InstrumentID: "phq-9", By: practice.AnsweredAsked}
			change(&other)
			_, err = m.Begin(other)
			b.refused(err, fault.NotFound)
		}
		_, err = m.Begin(FormStart{ID: practice.NewID(), ClientID: client.ID, InstrumentID: "phq-9", By: practice.AnsweredPaper, AnsweredAt: practice.At(b.clock.Add(time.Hour))})
		if w := b.refused(err, fault.Invalid); w.Fields["answered_at"] == "" {
			t.Errorf("the future: %v", w.Fields)
		}
	})

	t.Run("answers", func(t *testing.T) {
		for n := range 9 {
			r.Answers[fmt.Sprint(n+1)] = n % 3
			sent := r
			v := must(b, m.Save)(r)
			if r = v.Response; r.Version != n+2 || len(r.Answers) != n+1 {
				t.Fatalf("answer %d: %+v", n+1, r)
			}
			if again := must(b, m.Save)(sent).Response; asJSON(t, again) != asJSON(t, r) {
				t.Errorf("sent twice: %+v", again)
			}
		}
		stale := r
		stale.Version, stale.Answers = 3, map[string]int{"1": 3}
		_, err := m.Save(stale)
		b.refused(err, fault.Conflict)
		unknown := r
		unknown.Answers = map[string]int{"1": 2, "13": 1}
		_, err = m.Save(unknown)
		if w := b.refused(err, fault.Invalid); w.Fields["values.13"] == "" {
			t.Errorf("an unknown item: %v", w.Fields)
		}
		foreign := r
		foreign.ClientID = practice.NewID()
		_, err = m.Save(foreign)
		b.refused(err, fault.Conflict)
		nobody := r
		nobody.ID = practice.NewID()
		_, err = m.Save(nobody)
		b.refused(err, fault.NotFound)
		if v := must(b, m.Form)(r.ID); asJSON(t, v.Response) != asJSON(t, r) {
			t.Errorf("what was refused changed it: %+v", v.Response)
		}
	})

	t.Run("the time is that of the answers", func(t *testing.T) {
		at := func(r practice.Response) practice.Instant { return must(b, m.Save)(r).Response.AnsweredAt }
		_, form := askedForm(b, client.ID, "phq-9")
		b.wait(48 * time.Hour)
		form.Answers = map[string]int{"1": 1}
		if at(form) != practice.At(b.clock) {
			t.Error("the answer bears the time the form was opened")
		}
		answered := practice.At(b.clock)
		b.wait(time.Hour)
		form.Version++
		if at(form) != answered {
			t.Error("saving the same answers moved their time")
		}
		b.clock = b.clock.Add(-49 * time.Hour) // set back
		form.Version++
		form.Answers["2"] = 1
		if at(form) != practice.At(b.clock) {
			t.Error("the time is not that of the clock")
		}
		b.clock = b.clock.Add(-time.Hour)
		form.Version++
		if v := must(b, m.Finish)(form); v.Response.AnsweredAt != practice.At(b.clock) {
			t.Error("a form is answered after it was finished")
		}
		paper := must(b, m.Begin)(FormStart{ID: practice.NewID(), ClientID: client.ID, InstrumentID: "phq-9", By: practice.AnsweredPaper}).Response
		day := practice.At(b.clock.Add(-72 * time.Hour))
		paper.AnsweredAt, paper.Answers = day, map[string]int{"1": 1}
		if at(paper) != day {
			t.Error("paper does not bear the day that is on it")
		}
		paper.Version++
		paper.AnsweredAt = practice.At(b.clock.Add(time.Hour))
		_, err := m.Save(paper)
		if w := b.refused(err, fault.Invalid); w.Fields["answered_at"] == "" {
			t.Errorf("the future: %v", w.Fields)
		}
		b.clock = b.clock.Add(2 * time.Hour)
	})

	t.Run("the page cannot finish or strike by saving", func(t *testing.T) {
		sly := r
		sly.FinishedAt, sly.StruckAt, sly.StruckReason, sly.Zone = practice.At(b.clock), practice.At(b.clock), "x", "UTC"
		if r = must(b, m.Save)(sly).Response; r.Finished() || r.Struck() || r.Zone != "America/Los_Angeles" {
			t.Errorf("it is %+v", r)
		}
		_, err := m.Strike(r.ID, "Entered in the wrong chart")
		b.refused(err, fault.Blocked)
		b.ok(m.Leave(r.ID))
		must(b, m.Form)(r.ID) // answered: it stays
	})

	t.Run("finished", func(t *testing.T) {
		v := must(b, m.Finish)(r)
		if v.Result.Total == nil || *v.Result.Total != 9 || v.Result.Band != "mild" || !v.Response.Finished() || len(v.OpenRisks) != 1 {
			t.Errorf("finished: %+v, risks %v", v.Result, v.OpenRisks)
		}
		b.wait(time.Minute)
		if again := must(b, m.Finish)(r); asJSON(t, again) != asJSON(t, v) {
			t.Errorf("sent twice: %+v", again)
		}
		r = v.Response
		changed := r
		changed.Answers = map[string]int{"1": 3}
		_, err := m.Save(changed)
		b.refused(err, fault.Conflict)
		_, err = m.Finish(changed)
		b.refused(err, fault.Conflict)
		b.ok(m.Leave(r.ID))
	})

	t.Run("struck", func(t *testing.T) {
		_, err := m.Strike(r.ID, "Entered twice")
		b.refused(err, fault.Blocked) // item 9 waits for a review
		must(b, m.Review)(practice.RiskReview{ID: practice.NewID(), ResponseID: r.ID, LinkID: "9", Answer: 2, Risk: practice.RiskWatch, Text: "Asked."})
		_, err = m.Strike(r.ID, " ")
		if w := b.refused(err, fault.Invalid); w.Fields["reason"] == "" {
			t.Errorf("no reason: %v", w.Fields)
		}
		for range 2 { // sent twice
			if v, err := m.Strike(r.ID, "Entered twice "); err != nil || !v.Response.Struck() || v.Response.StruckReason != "Entered twice" || len(v.OpenRisks) != 0 {
				t.Errorf("struck: %v, %+v", err, v)
			}
		}
		_, err = m.Strike(r.ID, "Another reason")
		b.refused(err, fault.Conflict)
		_, err = m.Save(r)
		b.refused(err, fault.Conflict)
	})

	t.Run("left", func(t *testing.T) {
		_, empty := askedForm(b, client.ID, "gad-7")
		_, err := m.Finish(empty)
		b.refused(err, fault.Invalid)
		b.ok(m.Leave(empty.ID))
		_, err = m.Form(empty.ID)
		b.refused(err, fault.NotFound)
		b.ok(m.Leave(empty.ID)) // sent twice

		_, reviewed := askedForm(b, client.ID, "phq-9")
		reviewed.Answers = map[string]int{"9": 2}
		reviewed = must(b, m.Save)(reviewed).Response
		must(b, m.Review)(practice.RiskReview{ID: practice.NewID(), ResponseID: reviewed.ID, LinkID: "9", Answer: 2, Risk: practice.RiskNoConcern, Text: "A slip of the finger."})
		reviewed.Answers = nil
		reviewed = must(b, m.Save)(reviewed).Response
		b.ok(m.Leave(reviewed.ID))
		if v := must(b, m.Form)(reviewed.ID); len(v.Reviews) != 1 {
			t.Errorf("what was reviewed stays: %+v", v)
		}
	})

	t.Run("a score", func(t *testing.T) {
		_, score := askedForm(b, client.ID, "isi")
		total := 15
		score.Score = &total
		v := must(b, m.Finish)(score)
		if v.Result.Total == nil || *v.Result.Total != 15 {
			t.Errorf("it scores %+v", v.Result)
		}
		other := 16
		score.Score = &other
		_, err := m.Finish(score)
		b.refused(err, fault.Conflict)
	})
}

func TestListOfForms(t *testing.T) {
	b := newBench(t)
	b.create()
	client := b.add("Nell Harrow")
	m, blank := askedForm(b, client.ID, "phq-9")
	for n := range 9 {
		if n != 2 && n != 6 {
			blank.Answers[fmt.Sprint(n+1)] = 1
		}
	}
	must(b, m.Finish)(blank)
	b.wait(24 * time.Hour)
	_, open := askedForm(b, client.ID, "gad-7")
	open.Answers = map[string]int{"1": 1}
	must(b, m.Save)(open)
	day := practice.At(b.clock.Add(-48 * time.Hour))
	paper := must(b, m.Begin)(FormStart{ID: practice.NewID(), ClientID: client.ID, InstrumentID: "isi", By: practice.AnsweredPaper, AnsweredAt: day}).Response
	total := 15
	paper.Score = &total
	must(b, m.Finish)(paper)
	if _, err := m.Strike(paper.ID, "Of another client"); err != nil {
		t.Fatal(err)
	}
	askedForm(b, b.add("Ben Lund").ID, "phq-9")

	v := must(b, m.Get)(client.ID)
	type row struct {
		title, date, time, by string
		state                 practice.FormState
		result, struck        string
		risk, total           bool
	}
	got := []row{}
	for _, r := range v.Rows {
		got = append(got, row{r.Title, r.DateText, r.TimeText, r.ByText, r.State, r.ResultText, r.StruckText, r.OpenRisk, r.Total != nil})
	}
	want := []row{
		{"GAD-7", "13 March 2026", "10:00", "asked", practice.FormUnfinished, "1 of 7 answered", "", false, false},
		{"PHQ-9", "12 March 2026", "10:00", "asked", practice.FormFinished, "No total: items 3 and 7 are blank", "", true, false},
		{"ISI", "11 March 2026", "", "from paper", practice.FormStruck, "15, moderate", "Struck on 13 March 2026: Of another client", false, false},
	}
	for n := range want {
		if len(got) != len(want) || got[n] != want[n] {
			t.Errorf("row %d: %+v\nwant %+v", n, got, want[n])
		}
	}
	if v.Zone != "America/Los_Angeles" || len(v.Instruments) < 4 || v.Instruments[0].ID != "phq-9" || !v.Instruments[0].HasItems || v.Instruments[len(v.Instruments)-1].HasItems {
		t.Errorf("offered: %+v", v.Instruments)
	}
	_, err := m.Get(practice.NewID())
	b.refused(err, fault.NotFound)

	// A form says what had changed when it was answered, the offer what has
	// changed by now; what is blank or struck says nothing of it.
	ids := []string{}
	for _, answer := range []int{2, 1, 0} {
		b.wait(24 * time.Hour)
		_, r := askedForm(b, client.ID, "phq-9")
		for n := range 9 {
			r.Answers[fmt.Sprint(n+1)] = answer
		}
		ids = append(ids, must(b, m.Finish)(r).Response.ID)
	}
	first, second := must(b, m.Form)(ids[0]).Change, must(b, m.Form)(ids[1])
	if first.SinceBaseline != nil || first.Last == nil || first.Last.Value != 18 {
		t.Errorf("the first total: %+v", first)
	}
	if c := second.Change; second.ClientName != "Nell Harrow" || c.SinceBaseline == nil || c.SinceBaseline.Points != -9 || len(c.Claims) == 0 {
		t.Errorf("the second total: %+v", second)
	}
	if c := must(b, m.Get)(client.ID).Instruments[0].Change; c.SinceBaseline == nil || c.SinceBaseline.Points != -18 || c.SinceBefore.Points != -9 {
		t.Errorf("by now: %+v", c)
	}
	if _, err := m.Strike(ids[2], "Of another client"); err != nil {
		t.Fatal(err)
	}
	if c := must(b, m.Get)(client.ID).Instruments[0].Change; c.SinceBaseline == nil || c.SinceBaseline.Points != -9 {
		t.Errorf("once the last was struck: %+v", c)
	}
	if c := must(b, m.Form)(open.ID).Change; c.Last != nil || c.Claims == nil {
		t.Errorf("of a form that is not finished: %+v", c)
	}
}

// A disk that does not take an answer leaves the form as it was; the same
// answer, sent again, is kept.
func TestAnswerOnAFullDisk(t *testing.T) {
	b := newBench(t)
	b.create()
	client := b.add("Nell Harrow")
	m, r := askedForm(b, client.ID, "phq-9")
	r.Answers = map[string]int{"1": 2}
	r = must(b, m.Save)(r).Response
	before := asJSON(t, must(b, m.Form)(r.ID))
	next := r
	next.Answers = map[string]int{"1": 2, "2": 3, "9": 1}
	calls := map[string]func() error{
		"Save":   func() error { _, err := m.Save(next); return err },
		"Finish": func() error { _, err := m.Finish(next); return err },
	}
	for name, call := range calls {
		for _, x := range []struct {
			suffix string
			kind   disk.Kind
		}{{"records.db-journal", disk.Write}, {"records.db-journal", disk.Sync}, {"records.db", disk.Write}} {
			stop := refusing(x.suffix, 0, x.kind)
			err := call()
			stop()
			b.refused(err, fault.NotSaved)
			if after := asJSON(t, must(b, m.Form)(r.ID)); after != before {
				t.Errorf("%s, %s of %s: %s\nwas %s", name, x.kind, x.suffix, after, before)
			}
		}
	}
	if v := must(b, m.Save)(next); v.Response.Version != r.Version+1 || len(v.OpenRisks) != 1 {
		t.Errorf("sent again: %+v", v)
	}
	if v := must(b, m.Finish)(must(b, m.Form)(r.ID).Response); !v.Response.Finished() {
		t.Errorf("finished: %+v", v)
	}
}

// A form that a newer Snowfield's definition would score otherwise goes by the
// one the records keep.
func TestFormGoesByItsOwnVersion(t *testing.T) {
	b := newBench(t)
	b.create()
	client := b.add("Nell Harrow")
	m, r := askedForm(b, client.ID, "phq-9")
	r.Answers = map[string]int{"1": 3}
	must(b, m.Finish)(r)
	// The version of a program that is gone, with its form.
	if _, err := b.app.open.vault.DB().Exec(`
		INSERT INTO instruments SELECT id, 77, replace(replace(body, '"version":1', '"version":77'), '"label":"mild"', '"label":"light"'), at FROM instruments WHERE id = 'phq-9'`); err != nil {
		t.Fatal(err)
	}
	if _, err := b.app.open.vault.DB().Exec(`
		INSERT INTO responses SELECT '00000000-0000-4000-8000-000000000077', client_id, instrument_id, 77, answered_at, zone, answered_by,
			'{"1":1,"2":1,"3":1,"4":1,"5":1,"6":0,"7":0,"8":0,"9":0}', NULL, finished_at, '', '', 0, created_at, updated_at, 1 FROM responses`); err != nil {
		t.Fatal(err)
	}
	v := must(b, m.Form)("00000000-0000-4000-8000-000000000077")
	if v.Instrument.Version != 77 || v.Result.Total == nil || *v.Result.Total != 5 || v.Result.Band != "light" {
		t.Errorf("it says %+v", v.Result)
	}
	if rows := must(b, m.Get)(client.ID).Rows; len(rows) != 2 {
		t.Errorf("the list: %+v", rows)
	}
}
