package app

import (
	"slices"
	"testing"
	"time"

	"snowfield/internal/fault"
	"snowfield/internal/practice"
)

// lines are what a change says of the log, in short.
func said(lines []LogLine) []string {
	words := []string{}
	for _, l := range lines {
		word := l.Label
		if word == "" {
			word = l.Text
		}
		if !l.Entry.Stands() {
			word = "struck " + word
		}
		words = append(words, word)
	}
	return words
}

// Each act tells what it changed and no more; an act on a dose tells the whole
// log, for every line counts its minutes from the first dose.
func TestLogChange(t *testing.T) {
	b := newBench(t)
	b.create()
	live := &Live{b.app.core}
	v := b.begin(practice.Dosing, b.add("Nell Harrow").ID, "")
	id, part := v.Session.ID, v.Parts[0].ParticipantID
	observe := func(kind, corrects string) (LogChange, string) {
		t.Helper()
		entry := b.entry(v)
		entry.CorrectsID = corrects
		c, err := b.sessions.RecordObservation(id, practice.Observation{Entry: entry, Kind: kind})
		b.ok(err)
		return c, entry.ID
	}
	is := func(what string, c LogChange, whole bool, want ...string) {
		t.Helper()
		if got := said(c.Lines); !slices.Equal(got, want) || c.Whole != whole || c.ParticipantID != part || c.Now != practice.At(b.clock) {
			t.Errorf("%s: %v, whole %v, of %s at %s, want %v", what, got, c.Whole, c.ParticipantID, c.Now, want)
		}
	}

	b.wait(time.Minute)
	c, first := observe("settled", "")
	is("a mark", c, false, "Settled")
	if c.Lines[0].TPlus != nil {
		t.Error("it counts from a dose that was not given")
	}
	c, err := b.sessions.RecordVitals(id, practice.VitalSigns{Entry: b.entry(v), SystolicMmHg: new(128), DiastolicMmHg: new(82)})
	b.ok(err)
	is("a reading", c, false, "Vitals")
	if c.State.Latest == nil || c.State.Latest.Text != c.Lines[0].Text || c.State.Baseline != "128/82" {
		t.Errorf("the state after it: %+v", c.State)
	}
	b.wait(time.Minute)
	dose := practice.DoseEvent{Entry: b.entry(v), TakenUg: 200_000, Route: practice.Sublingual, Form: practice.Lozenge}
	for range 2 { // sent twice
		c, err = b.sessions.RecordDose(id, dose)
		b.ok(err)
		is("the dose", c, true, "Settled", "Vitals", "Dose")
	}
	if c.State.Totals.TakenUg != 200_000 || *c.Lines[0].TPlus != -1 {
		t.Errorf("after the dose: %+v", c)
	}
	b.wait(10 * time.Minute)
	c, second := observe("tearful", "")
	is("a mark after the dose", c, false, "Tearful")
	if *c.Lines[0].TPlus != 10 {
		t.Errorf("it is at %d min", *c.Lines[0].TPlus)
	}
	b.wait(time.Minute)
	c, _ = observe("laughing", second)
	is("a correction", c, false, "Laughing", "struck Tearful")
	c, err = b.sessions.TakeBack(id, first, "Not so.")
	b.ok(err)
	is("a strike", c, false, "struck Settled")
	c, third := observe("moving", "")
	is("another mark", c, false, "Moving")
	c, err = b.sessions.TakeBack(id, third, "")
	b.ok(err)
	is("an undo", c, false)
	if !slices.Equal(c.Gone, []string{third}) {
		t.Errorf("gone: %v", c.Gone)
	}
	c, err = b.sessions.TakeBack(id, dose.Entry.ID, "Another client's.")
	b.ok(err)
	is("the dose struck", c, true, "struck Settled", "Vitals", "struck Dose", "struck Tearful", "Laughing")
	if c.State.Totals.Given != 0 || c.Lines[4].TPlus != nil {
		t.Errorf("after the dose was struck: %+v", c)
	}

	// What an act told is what the session says when it is asked for anew.
	whole := must(b, live.Get)(id).Parts[0]
	if got, want := said(whole.Log), said(c.Lines); !slices.Equal(got, want) {
		t.Errorf("asked anew: %v, want %v", got, want)
	}
}

// A call whose outcome is added is told once, and the one without it is gone.
func TestOutcomeOfACall(t *testing.T) {
	b := newBench(t)
	b.create()
	live := &Live{b.app.core}
	v := b.begin(practice.Dosing, b.add("Nell Harrow").ID, "")
	id := v.Session.ID
	b.wait(time.Minute)
	call := practice.Observation{Entry: b.entry(v), Kind: "call", Call: &practice.Call{Callee: practice.CallEmergencyServices, Number: "911"}}
	_, err := b.sessions.RecordObservation(id, call)
	b.ok(err)
	outcome := practice.Observation{Entry: b.entry(v), Kind: "call", Call: &practice.Call{Callee: practice.CallEmergencyServices, Number: "911", Reached: practice.AnswerNo}}
	outcome.Entry.At, outcome.Entry.CorrectsID = call.Entry.At, call.Entry.ID
	want := []string{"Called emergency services, 911, not reached"}
	for range 2 { // sent twice
		c, err := b.sessions.RecordObservation(id, outcome)
		b.ok(err)
		if !slices.Equal(said(c.Lines), want) || !slices.Equal(c.Gone, []string{call.Entry.ID}) {
			t.Errorf("told: %v, gone %v", said(c.Lines), c.Gone)
		}
	}
	if got := said(must(b, live.Get)(id).Parts[0].Log); !slices.Equal(got, want) {
		t.Errorf("asked anew: %v", got)
	}

	// What was written wrong is a correction as any other.
	b.wait(time.Minute)
	wrong := outcome
	wrong.Entry, wrong.Call = b.entry(v), &practice.Call{Callee: practice.CallPrescriber}
	wrong.Entry.CorrectsID = outcome.Entry.ID
	c, err := b.sessions.RecordObservation(id, wrong)
	b.ok(err)
	if got := said(c.Lines); len(got) != 2 || len(c.Gone) != 0 {
		t.Errorf("a correction told: %v, gone %v", got, c.Gone)
	}
}

// Words for a mark take its place: without a trace while it can be undone,
// afterwards as a correction. Sent twice, they are there once.
func TestAddWords(t *testing.T) {
	b := newBench(t)
	b.create()
	live := &Live{b.app.core}
	v := b.begin(practice.Dosing, b.add("Nell Harrow").ID, "")
	id := v.Session.ID
	mark := func() practice.Observation {
		t.Helper()
		b.wait(time.Minute)
		o := practice.Observation{Entry: b.entry(v), Kind: "moving"}
		_, err := b.sessions.RecordObservation(id, o)
		b.ok(err)
		return o
	}
	add := func(o practice.Observation, text string) LogChange {
		t.Helper()
		words := practice.Observation{Entry: o.Entry, Kind: o.Kind, Text: text}
		words.Entry.ID, words.Entry.CorrectsID = practice.NewID(), o.Entry.ID
		var c LogChange
		for range 2 {
			var err error
			c, err = live.AddWords(id, words)
			b.ok(err)
		}
		return c
	}

	young := mark()
	b.wait(3 * time.Second)
	if c := add(young, "left foot"); !slices.Equal(c.Gone, []string{young.Entry.ID}) || len(c.Lines) != 1 || c.Lines[0].Text != "left foot" || c.Lines[0].Entry.At != young.Entry.At {
		t.Errorf("young: %+v", c)
	}
	old := mark()
	b.wait(time.Minute)
	if c := add(old, "right hand"); len(c.Gone) != 0 || !slices.Equal(said(c.Lines), []string{"Moving", "struck Moving"}) {
		t.Errorf("old: %+v", c)
	}
	gone := mark()
	_, err := b.sessions.TakeBack(id, gone.Entry.ID, "")
	b.ok(err)
	add(gone, "said before it was taken back")
	if log := must(b, live.Get)(id).Parts[0].Log; !slices.Equal(said(log), []string{"Moving", "struck Moving", "Moving", "Moving"}) || log[0].Text != "left foot" {
		t.Errorf("the log: %v", said(log))
	}

	other := b.begin(practice.Dosing, b.add("Otto Penn").ID, "")
	stranger := practice.Observation{Entry: b.entry(other), Text: "theirs"}
	stranger.Entry.CorrectsID = young.Entry.ID
	_, err = live.AddWords(id, stranger)
	b.refused(err, fault.NotFound)
	stranger.Entry.CorrectsID = old.Entry.ID
	_, err = live.AddWords(other.Session.ID, stranger)
	b.refused(err, fault.NotFound)
}

// A session is counted in its course where a plan counts it; only a dosing
// session that began is live.
func TestLiveTitle(t *testing.T) {
	b := newBench(t)
	b.create()
	live := &Live{b.app.core}
	client := b.add("Nell Harrow")
	uncounted := b.begin(practice.Dosing, b.add("Otto Penn").ID, "")
	if v := must(b, live.Get)(uncounted.Session.ID); v.Title != "Dosing 1" {
		t.Errorf("without a course: %q", v.Title)
	}
	b.plan(client.ID, nil)
	b.wait(time.Minute)
	talk := b.begin(practice.Talk, client.ID, "")
	v := b.begin(practice.Dosing, client.ID, "")
	if v := must(b, live.Get)(v.Session.ID); v.Title != "Dosing 1 of 2" || len(v.MarkSets) == 0 || !slices.Equal(v.Parts[0].LeftOut, practice.TouchKinds) {
		t.Errorf("in a course: %+v", v)
	}
	_, err := live.Get(talk.Session.ID)
	b.refused(err, fault.NotFound)
}
