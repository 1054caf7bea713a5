package report

import (
	"strings"
	"testing"

	"snowfield/internal/practice"
)

// pressure is a reading of blood pressure alone.
func pressure(minute, systolic, diastolic int) practice.VitalSigns {
	return practice.VitalSigns{Entry: entry(minute), SystolicMmHg: n(systolic), DiastolicMmHg: n(diastolic)}
}

// held is a session that was held by its baseline and went on as talk.
func held() SummaryInput {
	in := draft()
	step := func(minute int, word, text string) practice.Observation { return seen(minute, word, text, false) }
	call := step(-2, "call", "Agrees to wait for a better day.")
	call.Call = &practice.Call{Callee: practice.CallPrescriber, Name: "Dr. A. Lindqvist", Number: "555 0105", Reached: practice.AnswerYes}
	in.Session.Clearance.Limits = practice.Limits{SystolicMaxMmHg: n(150)}
	in.Session.Vitals = []practice.VitalSigns{pressure(-20, 138, 84), pressure(-16, 162, 96), pressure(-4, 158, 94), pressure(10, 148, 90), pressure(15, 130, 80)}
	in.Session.Observations = []practice.Observation{step(-15, "rest", ""), call, step(0, "talk_instead", "Too high after the rest"), seen(12, "tearful", "", false)}
	in.Session.Doses[0].Reason = "Too high after the rest"
	return in
}

func TestHeldSummary(t *testing.T) { golden(t, "held.txt", words(t, held())) }

// A dose given all the same says what held it, and stands in the course.
func TestHeldDoseGiven(t *testing.T) {
	in := held()
	in.Session.Doses = []practice.DoseEvent{{Entry: entry(0), TakenUg: 100_000, Route: practice.Sublingual, Reason: "The prescriber agreed"}}
	got := words(t, in)
	for _, want := range []string{
		"Reason: The prescriber agreed / What was measured before it is beyond a limit: systolic 158 is above the prescriber's hold limit of 150. |",
		"Dose given: 100 mg sublingual. Reason: The prescriber agreed / What was measured before it is beyond a limit: systolic 158 is above the prescriber's hold limit of 150. |",
	} {
		if !strings.Contains(got, want) {
			t.Errorf("it does not say %q\n%s", want, got)
		}
	}
}

// What was struck, and a session without a hold or a call, has no course.
func TestNoHold(t *testing.T) {
	in := held()
	for i := range in.Session.Vitals {
		if *in.Session.Vitals[i].SystolicMmHg > 150 {
			in.Session.Vitals[i].Entry.StruckAt = at(1)
		}
	}
	for i := range in.Session.Observations {
		in.Session.Observations[i].Entry.StruckAt = at(1)
	}
	if got := words(t, in); strings.Contains(got, "Holds and calls") {
		t.Errorf("it tells a course\n%s", got)
	}
}
