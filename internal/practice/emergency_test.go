package practice

import (
	"reflect"
	"strings"
	"testing"
	"time"
)

// cardInput is a virtual session with everything known.
func cardInput() EmergencyInput {
	s := dosing()
	s.Zone, s.Place = "America/Los_Angeles", Virtual
	systolic, diastolic := 128, 82
	return EmergencyInput{
		Plan:     EmergencyPlan{Steps: []string{"Check breathing.", "Call emergency services."}},
		Practice: Practice{Address: "2 Practice Lane"},
		Client: Client{
			LegalName: "Eleanor Harrow", PreferredName: "Nell", BirthDate: "1984-05-03", Address: "9 Home Road", Phone: "555 0100",
			EmergencyContact: Contact{Name: "Kim", Relationship: "Sister", Phone: "555 0102"},
			AllergyAnswer:    AllergiesListed, Allergies: "Penicillin", Watch: "Fainting.",
		},
		Session: s,
		Day: &DayCheck{
			RideHome: Contact{Name: "Ray", Phone: "555 0107"},
			Virtual: VirtualSafety{
				Address: "A hotel,\n1 Road", CallBackNumber: "555 0103", EmergencyNumber: "911", EmergencyRoom: "St. Anne, 2 Street",
				ChaperoneName: "Sam", ChaperonePhone: "555 0104", LostMinutes: 5,
			},
		},
		Prescriber: &Prescriber{Name: "Dr. A. Lindqvist", Credential: "MD", Phone: "555 0105"},
		Medicines:  []Medicine{{Name: "Sertraline", Dose: "100 mg"}, {Name: "Old", EndedOn: "2025-01-01"}},
		Doses: []DoseEvent{
			{Entry: entryOf(s, noon), TakenUg: 200_000, Route: Sublingual},
			{Entry: entryOf(s, noon), NotGiven: true, Reason: "no"},
		},
		Vitals: []VitalSigns{
			{Entry: entryOf(s, noon.Add(-time.Hour)), SystolicMmHg: &diastolic, DiastolicMmHg: &diastolic},
			{Entry: entryOf(s, noon), SystolicMmHg: &systolic, DiastolicMmHg: &diastolic},
		},
		Now: noon,
	}
}

func TestEmergencyCard(t *testing.T) {
	clock := ClockText(noon.In("America/Los_Angeles"))
	want := EmergencyCard{
		Name: "Nell Harrow (Eleanor Harrow)", BornText: "Born 3 May 1984, 41",
		AddressLabel: "The client is at", Address: "A hotel,\n1 Road",
		Steps: []string{"Check breathing.", "Call emergency services."},
		Numbers: []EmergencyNumber{
			{CallEmergencyServices, "Emergency services", "", "911", false},
			{"", "Nearest emergency department", "St. Anne, 2 Street", "", false},
			{CallChaperone, "Chaperone, with the client", "Sam", "555 0104", false},
			{CallClient, "The client", "", "555 0103", false},
			{CallPrescriber, "Prescriber", "Dr. A. Lindqvist, MD", "555 0105", false},
			{CallEmergencyContact, "Emergency contact", "Kim, Sister", "555 0102", false},
		},
		Facts: []EmergencyFact{
			{"Ketamine today", []string{clock + ", 200 mg sublingual"}},
			{"Last vital signs", []string{clock + ", 128/82 mmHg"}},
			{"Allergies", []string{"Penicillin"}},
			{"Medicines", []string{"Sertraline 100 mg"}},
			{"Watch", []string{"Fainting."}},
			{"If the connection is lost", []string{"Call the client, 555 0103.", "Then the chaperone, Sam, 555 0104.", "After 5 minutes emergency services, 911."}},
		},
		Calls: []Observation{},
	}
	if got := CardOf(cardInput()); !reflect.DeepEqual(got, want) {
		t.Errorf("got  %+v\nwant %+v", got, want)
	}
}

// The card never sends anybody to a place the client may not be.
func TestWhereTheCardSends(t *testing.T) {
	for name, c := range map[string]struct {
		change func(*EmergencyInput)
		want   string
	}{
		"virtual, today's address": {func(*EmergencyInput) {}, "The client is at: A hotel,\n1 Road"},
		"virtual, none today":      {func(in *EmergencyInput) { in.Day.Virtual.Address = " " }, "The client's own address, not confirmed for today: 9 Home Road"},
		"virtual, nothing asked":   {func(in *EmergencyInput) { in.Day = nil }, "The client's own address, not confirmed for today: 9 Home Road"},
		"virtual, none at all":     {func(in *EmergencyInput) { in.Day, in.Client.Address = nil, "" }, "The client's address today is not known: "},
		"office":                   {func(in *EmergencyInput) { in.Session.Place = Office }, "In the office: 2 Practice Lane"},
	} {
		in := cardInput()
		c.change(&in)
		card := CardOf(in)
		if got := card.AddressLabel + ": " + card.Address; got != c.want {
			t.Errorf("%s: %q", name, got)
		}
	}
}

// A number that is needed and not known is said to be missing.
func TestNumbersOfTheCard(t *testing.T) {
	for name, c := range map[string]struct {
		change func(*EmergencyInput)
		want   string
	}{
		"office": {
			func(in *EmergencyInput) { in.Session.Place, in.Day.Virtual = Office, VirtualSafety{} },
			"Emergency services ; Prescriber 555 0105; Emergency contact 555 0102; Ride home 555 0107",
		},
		"office, nothing known": {
			func(in *EmergencyInput) {
				in.Session.Place, in.Day, in.Prescriber, in.Client.EmergencyContact = Office, nil, nil, Contact{}
			},
			"Emergency services ; Prescriber missing; Emergency contact missing",
		},
		"virtual, nothing known": {
			func(in *EmergencyInput) {
				in.Day, in.Prescriber, in.Client.EmergencyContact, in.Client.Phone = nil, nil, Contact{}, ""
			},
			"Emergency services missing; Nearest emergency department missing; Chaperone, with the client missing; The client missing; Prescriber missing; Emergency contact missing",
		},
		"virtual, the client's own phone": {
			func(in *EmergencyInput) { in.Day.Virtual.CallBackNumber = "" },
			"Emergency services 911; Nearest emergency department ; Chaperone, with the client 555 0104; The client 555 0100; Prescriber 555 0105; Emergency contact 555 0102",
		},
	} {
		in := cardInput()
		c.change(&in)
		list := []string{}
		for _, n := range CardOf(in).Numbers {
			number := n.Number
			if n.Missing {
				number = "missing"
			}
			list = append(list, n.Label+" "+number)
		}
		if got := strings.Join(list, "; "); got != c.want {
			t.Errorf("%s:\ngot  %s\nwant %s", name, got, c.want)
		}
	}
}

// The calls of the session that stand are on the card, in the order they were
// made.
func TestCallsOfTheCard(t *testing.T) {
	in := cardInput()
	made := Observation{Entry: entryOf(in.Session, noon), Kind: "call", Call: &Call{Callee: CallPrescriber}}
	struck, rest := made, Observation{Entry: entryOf(in.Session, noon), Kind: "rest"}
	struck.Entry.StruckAt = noon
	in.Steps = []Observation{struck, rest, made}
	if got := CardOf(in).Calls; !reflect.DeepEqual(got, []Observation{made}) {
		t.Errorf("%+v", got)
	}
}
