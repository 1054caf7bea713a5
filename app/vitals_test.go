package app

import (
	"slices"
	"testing"
	"time"

	"snowfield/internal/fault"
	"snowfield/internal/practice"
)

// What a typed reading says is what it says once it is in the log.
func TestReadingJudgedAsItIsTyped(t *testing.T) {
	b := newBench(t)
	b.create()
	live := &Live{b.app.core}
	ana := b.add("Ana")
	v := b.planDosing(practice.Office, ana.ID)
	b.ready(v)
	b.cleared(ana.ID, func(c *practice.Clearance) { c.Limits = practice.Limits{SystolicMaxMmHg: new(150)} })
	part := v.Parts[0].ParticipantID
	judge := func(systolic, diastolic int) JudgedReading {
		j, err := live.JudgeReading(part, practice.VitalSigns{
			Entry: practice.Entry{ParticipantID: part, At: practice.At(b.clock)}, SystolicMmHg: &systolic, DiastolicMmHg: &diastolic,
		})
		b.ok(err)
		return j
	}
	const rest, again = "Rest 10 min, then measure", "Measure again in 5 min"
	for when, act := range []func(){
		func() {}, // while it is planned
		func() { v = must(b, b.sessions.Begin)(v.Session.ID) },
		func() { b.wait(time.Minute); b.dose(v, 100); b.wait(time.Minute) },
	} {
		act()
		label, word := rest, "rest"
		if when == 2 {
			label, word = again, "recheck"
		}
		for _, c := range []struct {
			systolic int
			level    practice.Level
			label    string
		}{{150, practice.LevelCaution, ""}, {151, practice.LevelHold, label}, {179, practice.LevelHold, label}, {180, practice.LevelEmergency, label}} {
			j := judge(c.systolic, 80)
			if j.Level != c.level || j.AgainLabel != c.label || (j.OfferText != "") != (c.label != "") || c.label != "" && j.AgainWord != word {
				t.Errorf("%d, the %d. time: %+v", c.systolic, when+1, j)
			}
		}
	}
	if j := judge(80, 90); j.Refused["systolic_mmhg"] == "" || len(j.Findings) != 0 {
		t.Errorf("what cannot be is judged: %+v", j)
	}
	systolic := 170
	j, err := live.JudgeReading(part, practice.VitalSigns{Entry: practice.Entry{At: practice.At(b.clock)}, SystolicMmHg: &systolic, HeartRateBpm: new(7)})
	b.ok(err)
	if j.Level != practice.LevelHold || len(j.Refused) != 2 || j.Refused["heart_rate_bpm"] == "" || j.Refused["diastolic_mmhg"] == "" {
		t.Errorf("half typed: %+v", j)
	}
	if n := len(must(b, b.sessions.Get)(v.Session.ID).Parts[0].Log); n != 1 {
		t.Errorf("judging has written: %d lines", n)
	}
}

func TestDoseJudgedAsItIsTyped(t *testing.T) {
	b := newBench(t)
	b.create()
	live := &Live{b.app.core}
	ana := b.add("Ana")
	b.cleared(ana.ID, func(c *practice.Clearance) { c.DoseMaxUg = 200_000 })
	v := b.begin(practice.Dosing, ana.ID, "")
	dose := practice.DoseEvent{Entry: b.entry(v), TakenUg: 200_000, Route: practice.Sublingual}
	ways := func() []string { return must(b, live.JudgeDose)(dose) }
	if got := ways(); !slices.Equal(got, []string{"No vital signs were taken before it."}) {
		t.Errorf("%q", got)
	}
	b.reading(v, 120, 80)
	if got := ways(); got == nil || len(got) != 0 {
		t.Errorf("%q", got)
	}
	dose.TakenUg = 200_001
	if got := ways(); !slices.Equal(got, []string{"The highest dose ordered is 200 mg."}) {
		t.Errorf("%q", got)
	}
	dose.Reason = "Both halves."
	c, err := b.sessions.RecordDose(v.Session.ID, dose)
	b.ok(err)
	i := slices.IndexFunc(c.Lines, func(l LogLine) bool { return l.Dose != nil })
	if line := c.Lines[i]; !slices.Equal(line.Ways, []string{"The highest dose ordered is 200 mg."}) {
		t.Errorf("the log says %+v", line)
	}
	if c.State.OrderText != "Order allows no more." {
		t.Errorf("the order: %q", c.State.OrderText)
	}
}

// A held session that goes on as talk keeps the decision and the dose not
// given, both or neither.
func TestGoOnAsTalk(t *testing.T) {
	b := newBench(t)
	b.create()
	live := &Live{b.app.core}
	v := b.begin(practice.Dosing, b.add("Ana").ID, "")
	b.reading(v, 170, 104)
	b.wait(time.Minute)
	talk := TalkInstead{ParticipantID: v.Parts[0].ParticipantID, StepID: practice.NewID(), DoseID: practice.NewID(), At: practice.At(b.clock)}
	_, err := live.GoOnAsTalk(v.Session.ID, talk)
	if w := b.refused(err, fault.Invalid); w.Fields["reason"] == "" {
		t.Errorf("refused with %v", w)
	}
	talk.DoseID, talk.Reason = "none", "The pressure stayed up."
	_, err = live.GoOnAsTalk(v.Session.ID, talk)
	b.refused(err, fault.Invalid)
	if n := len(must(b, b.sessions.Get)(v.Session.ID).Parts[0].Log); n != 1 {
		t.Fatalf("half of it was kept: %d lines", n)
	}
	talk.DoseID = practice.NewID()
	var c LogChange
	for range 2 { // sent twice
		c, err = live.GoOnAsTalk(v.Session.ID, talk)
		b.ok(err)
	}
	if len(c.Lines) != 3 || !c.Whole || c.State.Hold != nil || c.State.NotGiven != talk.Reason || c.State.Totals.Given != 0 {
		t.Errorf("%+v", c)
	}
	b.wait(time.Minute)
	b.dose(v, 100) // it can be decided anew
	talk.StepID, talk.DoseID = practice.NewID(), practice.NewID()
	_, err = live.GoOnAsTalk(v.Session.ID, talk)
	b.refused(err, fault.Conflict)
}
