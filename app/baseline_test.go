package app

import (
	"strings"
	"testing"
	"time"

	"snowfield/internal/fault"
	"snowfield/internal/practice"
)

// What is measured before a dosing session becomes the first reading of its
// log, with its own time, and is judged by the client's limits before that.
func TestBaselineOfTheDay(t *testing.T) {
	b := newBench(t)
	b.create()
	ana := b.add("Ana")
	v := b.planDosing(practice.Office, ana.ID)
	b.ready(v)
	b.cleared(ana.ID, func(c *practice.Clearance) { c.Limits = practice.Limits{SystolicMaxMmHg: new(150)} })
	part := v.Parts[0].ParticipantID
	says := func() string {
		for _, c := range must(b, b.readiness.Get)(v.Session.ID)[0].Checks {
			if strings.HasPrefix(c.Key, "day_baseline") {
				return string(c.State) + ": " + c.Text
			}
		}
		return ""
	}
	keep := func(baseline practice.Baseline) {
		check := must(b, b.preparations.DayCheck)(part).Check
		check.Baseline = baseline
		_, err := b.preparations.SaveDayCheck(v.Session.ID, check)
		b.ok(err)
	}
	taken := practice.At(b.clock)
	for _, c := range []struct {
		baseline practice.Baseline
		want     string
	}{
		{practice.Baseline{}, "warns: Baseline vital signs not taken yet."},
		{practice.Baseline{At: taken, SystolicMmHg: 155}, "warns: The baseline vital signs are not complete. A blood pressure has two numbers."},
		{practice.Baseline{At: taken, SystolicMmHg: 151, DiastolicMmHg: 80}, "warns: Baseline vital signs: systolic 151 is above the prescriber's hold limit of 150."},
		{practice.Baseline{At: taken, SystolicMmHg: 150, DiastolicMmHg: 80}, "fine: Baseline vital signs: 150/80 mmHg."},
	} {
		keep(c.baseline)
		if got := says(); got != c.want {
			t.Errorf("it says %q, want %q", got, c.want)
		}
	}

	keep(practice.Baseline{At: taken, SystolicMmHg: 15, DiastolicMmHg: 8})
	b.wait(4 * time.Minute)
	_, err := b.sessions.Begin(v.Session.ID)
	if w := b.refused(err, fault.Invalid); !strings.Contains(w.Message, "Systolic pressure lies between 50 and 300 mmHg") {
		t.Errorf("refused with %q", w.Message)
	}
	if must(b, b.sessions.Get)(v.Session.ID).State != practice.Planned {
		t.Fatal("a refused beginning began it")
	}
	keep(practice.Baseline{At: taken, SystolicMmHg: 151, DiastolicMmHg: 80, HeartRateBpm: 72, SpO2Percent: 98})
	v = must(b, b.sessions.Begin)(v.Session.ID)
	log := v.Parts[0].Log
	if len(log) != 1 || log[0].Entry.At != taken || log[0].Text != "151/80 mmHg, heart rate 72, SpO2 98 %" || log[0].Judgement.Level != practice.LevelHold {
		t.Fatalf("the log begins with %+v", log)
	}
	// The dose it holds needs its reason; a better reading frees it.
	dose := practice.DoseEvent{Entry: b.entry(v), TakenUg: 100_000, Route: practice.Sublingual}
	_, err = b.sessions.RecordDose(v.Session.ID, dose)
	if w := b.refused(err, fault.Invalid); !strings.HasPrefix(w.Fields["reason"], "What was measured before it is beyond a limit: systolic 151 is above") {
		t.Errorf("refused with %q", w.Fields)
	}
	b.wait(time.Minute)
	b.reading(v, 150, 80)
	dose.Entry.At = practice.At(b.clock)
	_, err = b.sessions.RecordDose(v.Session.ID, dose)
	b.ok(err)
}
