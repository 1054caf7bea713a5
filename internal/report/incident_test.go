package report

import (
	"bytes"
	"strings"
	"testing"

	"snowfield/internal/fault"
	"snowfield/internal/practice"
	"snowfield/internal/report/reporttest"
)

// harm is a client of a couple who was taken to a hospital in a virtual
// session. The partner's entries are in the record it is made from.
func harm() IncidentInput {
	in := sample()
	r := in.Session
	r.Session.Place = practice.Virtual
	r.Session.Participants = append(r.Session.Participants, practice.Participant{ID: "part-9", ClientID: "client-9"})
	called := func(minute int, id string, callee practice.Callee, name, number string, reached practice.Answer, said string) practice.Observation {
		o := seen(minute, "call", said, false)
		o.Entry.ID = id
		o.Call = &practice.Call{Callee: callee, Name: name, Number: number, Reached: reached}
		return o
	}
	mistaken := called(62, "call-1", practice.CallEmergencyServices, "", "911", practice.NotAnswered, "")
	mistaken.Entry.StruckAt, mistaken.Entry.StruckReason = at(63), "corrected"
	corrected := called(62, "call-2", practice.CallEmergencyServices, "", "911", practice.AnswerYes, "On their way.")
	corrected.Entry.CorrectsID, corrected.Entry.RecordedAt = "call-1", at(63)
	r.Vitals = append(r.Vitals, reading(60, 186, 112, 118, 91))
	r.Observations = append(r.Observations,
		seen(59, "chest_pain", "", false), seen(60, "emergency_plan", "Chest pain", false), mistaken, corrected,
		called(66, "call-3", practice.CallPrescriber, "Dr. A. Lindqvist, MD", "555 0105", practice.AnswerNo, ""),
		called(10, "call-0", practice.CallRide, "Ingrid", "555 0107", practice.AnswerYes, "Before it all."),
		practice.Observation{Entry: practice.Entry{ID: "other", ParticipantID: "part-9", At: at(61), RecordedAt: at(61)}, Text: "The partner's own words."},
	)
	r.Start = &practice.Start{ParticipantID: "part-1", Day: practice.DayCheck{Virtual: practice.VirtualSafety{Address: "9 Home Road,\nOakland"}}}
	r.Leaving = &practice.Leaving{ParticipantID: "part-1", Ending: practice.LeftTransferred, At: at(85), Destination: "St. Example, by ambulance"}
	r.Events = []practice.AdverseEvent{
		{ID: "e2", ParticipantID: "part-9", At: at(58), What: "The partner's event."},
		{
			ID: "e1", ParticipantID: "part-1", At: at(59), What: "Chest pain and a racing heart.", Action: "Sat up, oxygen measured, emergency plan.",
			Called: "Emergency services 14:28", Grade: "severe", Ending: "transferred", Serious: true, CreatedAt: at(90),
			Additions: []practice.AdverseAddition{{Text: "Discharged the next morning, no infarction.", CreatedAt: at(1500)}},
		},
	}
	return IncidentInput{
		Parts:    practice.DocIncident.Default(),
		Practice: in.Practice, Client: in.Client, Session: r, EventID: "e1", AuditHead: in.AuditHead, At: in.At,
		Suspended: &practice.Clearance{SuspendedAt: at(90), SuspendedReason: "Serious adverse event"}, Prescriber: "Dr. A. Lindqvist, MD",
	}
}

func TestIncident(t *testing.T) {
	d, err := incident(harm())
	if err != nil {
		t.Fatal(err)
	}
	got := reporttest.Document(d)
	golden(t, "incident.txt", got)
	for _, never := range []string{"partner", "To put the armour down", "grandmother"} {
		if strings.Contains(got, never) {
			t.Errorf("it tells %q", never)
		}
	}
}

// Its lines are in the order they happened, and begin 30 minutes before it.
func TestIncidentTimeline(t *testing.T) {
	in := harm()
	first := seen(29, "", "Half an hour before.", false)
	early := seen(28, "", "A minute earlier.", false)
	in.Session.Observations = append(in.Session.Observations, first, early)
	d, err := incident(in)
	if err != nil {
		t.Fatal(err)
	}
	text := reporttest.Document(d)
	if !strings.Contains(text, "Half an hour before.") || strings.Contains(text, "A minute earlier.") || strings.Contains(text, "Before it all.") {
		t.Errorf("the timeline begins elsewhere\n%s", text)
	}
	last := 0
	for _, want := range []string{"## Timeline", "Half an hour before.", "Serious adverse event, severe: ", "186/112", "Emergency plan opened: Chest pain", "On their way.", "Called the prescriber"} {
		i := strings.Index(text[last:], want)
		if i < 0 {
			t.Fatalf("%q is missing or out of order\n%s", want, text)
		}
		last += i
	}
}

func TestIncidentOfNobody(t *testing.T) {
	for name, change := range map[string]func(*IncidentInput){
		"no such event":          func(in *IncidentInput) { in.EventID = "e7" },
		"the partner's event":    func(in *IncidentInput) { in.EventID = "e2" },
		"another client":         func(in *IncidentInput) { in.Client.ID = "client-5" },
		"the partner's own copy": func(in *IncidentInput) { in.Client.ID = "client-9" },
	} {
		in := harm()
		change(&in)
		if _, err := Incident(in); fault.CodeOf(err) != fault.NotFound {
			t.Errorf("%s: %v", name, err)
		}
	}
}

func TestIncidentDrawn(t *testing.T) {
	r, err := Incident(harm())
	if err != nil {
		t.Fatal(err)
	}
	again, _ := Incident(harm())
	if !bytes.Equal(r.PDF, again.PDF) {
		t.Error("the same input gave other bytes")
	}
	text := reporttest.Text(t, r.PDF)
	for _, want := range []string{"Incident report", "Chest pain and a racing heart.", "Suspended 11 Mar 2026", "Discharged the next morning"} {
		if !strings.Contains(text, want) {
			t.Errorf("%q is not on paper", want)
		}
	}
}
