package report

import (
	"strings"
	"testing"

	"snowfield/internal/practice"
)

// left is the sample with how she left, and an entry that came from another
// chart.
func left() SummaryInput {
	in := sample()
	in.Following = nil
	in.Session.Moved = map[string]practice.Instant{"entry-84": at(160)}
	in.Session.Leaving = &practice.Leaving{
		ParticipantID: "part-1", At: at(144), Ending: practice.LeftDischarged, EarlyReason: "Her sister’s train; she was steady and clear.",
		Checks: []practice.LeavingCheck{
			{Key: "oriented", Label: "Oriented to person, place and time", Met: practice.AnswerYes},
			{Key: "steady", Label: "Steady on their feet", Met: practice.AnswerYes},
			{Key: "nausea", Label: "Nausea controlled", Met: practice.AnswerNo, Reason: "a little, easing; a bag for the car"},
		},
		Escort: practice.Contact{Name: "Ingrid Holt", Relationship: "sister", Phone: "(510) 555-0199"},
	}
	return in
}

func TestLeftSummary(t *testing.T) { golden(t, "left.txt", words(t, left())) }

// Each ending says what belongs to it; a checklist nobody was asked is left
// out, and the other client's leaving is nowhere.
func TestLeavingInSummary(t *testing.T) {
	for _, c := range []struct {
		name    string
		leaving *practice.Leaving
		want    []string
		without string
	}{
		{"none kept", nil, nil, "Leaving"},
		{"transferred", &practice.Leaving{ParticipantID: "part-1", Ending: practice.LeftTransferred, At: at(60), Destination: "St. Example, by ambulance", Note: "Conscious."}, []string{"Transferred at 14:26", "St. Example, by ambulance", "Conscious."}, "Met:"},
		{"against advice", &practice.Leaving{ParticipantID: "part-1", Ending: practice.LeftAgainstAdvice, At: at(60), Note: "Asked to stay."}, []string{"Left against advice at 14:26", "Asked to stay."}, "Transferred"},
		{"no dose", &practice.Leaving{ParticipantID: "part-1", Ending: practice.LeftNoDose, At: at(60)}, []string{"## Leaving [No dose was given]"}, "Met:"},
		{"the other client's", &practice.Leaving{ParticipantID: "part-9", Ending: practice.LeftTransferred, At: at(60), Destination: "elsewhere"}, nil, "elsewhere"},
	} {
		in := draft()
		in.Session.Leaving = c.leaving
		got := words(t, in)
		for _, want := range c.want {
			if !strings.Contains(got, want) {
				t.Errorf("%s: lacks %q", c.name, want)
			}
		}
		if strings.Contains(got, c.without) {
			t.Errorf("%s: says %q", c.name, c.without)
		}
	}
	in := draft()
	in.Session.Session.Place = practice.Virtual
	in.Session.Leaving = &practice.Leaving{ParticipantID: "part-1", Ending: practice.LeftDischarged, At: at(60), Escort: practice.Contact{Name: "Sam"}}
	if got := words(t, in); !strings.Contains(got, "Stays with the client: *Sam") {
		t.Errorf("at home nobody stays:\n%s", got)
	}
}

// An entry written on a later day says which.
func TestLateOnAnotherDay(t *testing.T) {
	in := draft()
	late := seen(5, "", "Late words", false)
	late.Entry.RecordedAt = at(5 + 24*60)
	in.Session.Observations = []practice.Observation{late}
	if got := words(t, in); !strings.Contains(got, "Written on 12 March 2026 at 13:31") {
		t.Errorf("the late entry says\n%s", got)
	}
}
