package report

import (
	"strings"
	"testing"

	"snowfield/internal/practice"
)

// lifted is the sample's session, begun by a decision and a reason, in which
// something went wrong.
func lifted() SummaryInput {
	in := sample()
	in.Session.Start = &practice.Start{ParticipantID: "part-1", At: at(-22), Readiness: practice.Readiness{
		Summary: "Ready, with three things to know",
		Checks: []practice.Check{
			{Key: "allergies_unknown", Topic: "preparation", State: practice.CheckWarns, Text: "It is not known whether there are allergies."},
			{Key: "clearance_expired:c1", Topic: "clearance", State: practice.CheckLifted, Text: "The clearance expired on 9 March 2026.", Lift: &practice.Lift{
				Kind: practice.LiftDecision, PrescriberName: "Dr. A. Lindqvist", DecidedAt: at(-40), Said: "Go on with 150 mg, the renewal is on its way.", ReadBack: true, CreatedAt: at(-38),
			}},
			{Key: "day_ride:no", Topic: "day", State: practice.CheckLifted, Text: "There is no ride home.", Lift: &practice.Lift{
				Kind: practice.LiftReason, Reason: "Her sister comes at four and stays the night.", CreatedAt: at(-30),
			}},
			{Key: "consent:kap", Topic: "consent", State: practice.CheckFine, Text: "The consent was signed."},
		},
	}}
	in.Session.Events = []practice.AdverseEvent{
		{ID: "e1", ParticipantID: "part-1", At: at(50), What: "Fainted on the way to the bathroom.", Action: "Laid down, legs up, measured 96/58.", Called: "Dr. Lindqvist, 14:18", Grade: "moderate", Ending: "resolved", Outcome: "In ten minutes", Serious: true, CreatedAt: at(60), Additions: []practice.AdverseAddition{
			{ID: "a1", EventID: "e1", Text: "Her sister says she slept well.", CreatedAt: at(1200)},
		}},
		{ID: "e2", ParticipantID: "part-1", At: at(130), What: "Headache", CreatedAt: at(3000)},
		{ID: "e3", ParticipantID: "part-9", At: at(130), What: "belongs to the other client", CreatedAt: at(131)},
	}
	return in
}

// happened is the sample's session, recorded though it could not begin.
func happened() SummaryInput {
	in := sample()
	in.Session.Start = &practice.Start{ParticipantID: "part-1", At: at(600), Deviation: "The prescriber could not be reached and the client had already taken the lozenge.", Readiness: practice.Readiness{
		Blocked: true, Summary: "One thing stands in the way: there is no clearance from a prescriber.",
		Checks: []practice.Check{{Key: "clearance_missing", Topic: "clearance", State: practice.CheckBlocks, LiftBy: practice.LiftDecision, Text: "There is no clearance from a prescriber."}},
	}}
	return in
}

func TestReadinessInTheSummary(t *testing.T) {
	golden(t, "lifted.txt", words(t, lifted()))
	golden(t, "happened.txt", words(t, happened()))
	if got := words(t, lifted()); strings.Contains(got, "the other client") || strings.Contains(got, "The consent was signed") {
		t.Error("it holds another client's event or what was fine")
	}
}

// A start at which nothing was lifted or to be known is one fact.
func TestQuietReadiness(t *testing.T) {
	in := sample()
	in.Session.Start = &practice.Start{ParticipantID: "part-1", Readiness: practice.Readiness{Summary: "Ready"}}
	got := words(t, in)
	if !strings.Contains(got, "Readiness") || strings.Contains(got, "At the start") {
		t.Errorf("%s", got)
	}
	in.Session.Start.ParticipantID = "part-9"
	if strings.Contains(words(t, in), "Readiness") {
		t.Error("the partner's readiness is in it")
	}
}

// A dose beyond the order is printed with the reason it was given for, and
// with what it is the reason for.
func TestDoseBeyondTheOrderInTheSummary(t *testing.T) {
	in := sample()
	in.Session.Clearance = practice.Clearance{DoseMaxUg: 150_000, BoosterAllowed: true, BoosterMaxUg: 50_000, BoosterEarliestMin: 45}
	in.Session.Doses[1].Reason = "The client asked for it"
	in.Session.Vitals = []practice.VitalSigns{reading(-5, 120, 80, 70, 98), reading(34, 124, 82, 72, 97)}
	got := words(t, in)
	for _, want := range []string{
		"Reason: The client asked for it; administered by the client / A booster is ordered from 45 min after the first dose. The highest booster ordered is 50 mg. |",
	} {
		if !strings.Contains(got, want) {
			t.Errorf("it does not say %q\n%s", want, got)
		}
	}
	if strings.Count(got, "is ordered") != 1 {
		t.Errorf("the dose as ordered departs from the order\n%s", got)
	}
}
