package report

import (
	"bytes"
	"strings"
	"testing"

	"snowfield/internal/practice"
	"snowfield/internal/report/block"
	"snowfield/internal/report/reporttest"
)

func emergency() EmergencyCardInput {
	return EmergencyCardInput{
		Practice: sample().Practice,
		Zone:     "America/Los_Angeles",
		At:       at(40),
		Card: practice.EmergencyCard{
			Name: "Nell Harrow (Eleanor Harrow)", BornText: "Born 3 May 1984, 41",
			AddressLabel: "The client is at", Address: "Hotel Lark, room 204\n1 Road, Exampleville",
			Steps: []string{"Check breathing and response.", "Call emergency services.", "Open the airway, turn into the recovery position, stay.", "Call the prescriber.", "Call the emergency contact."},
			Numbers: []practice.EmergencyNumber{
				{Label: "Emergency services", Number: "911"},
				{Label: "Nearest emergency department", Who: "St. Anne Hospital, 2 Street", Missing: true},
				{Label: "Chaperone, with the client", Who: "Sam Ito", Number: "555 0104"},
				{Label: "The client", Number: "555 0103"},
				{Label: "Prescriber", Who: "Dr. A. Lindqvist, MD", Number: "555 0105"},
				{Label: "Emergency contact", Missing: true},
			},
			Facts: []practice.EmergencyFact{
				{Label: "Ketamine today", Lines: []string{"13:12, 200 mg sublingual lozenge"}},
				{Label: "Last vital signs", Lines: []string{"13:52, 128/82 mmHg, heart rate 74, SpO2 98 %"}},
				{Label: "Allergies", Lines: []string{"Penicillin (rash)"}},
				{Label: "Medicines", Lines: []string{"Sertraline 100 mg, each morning", "Lisinopril 10 mg"}},
				{Label: "Watch", Lines: []string{"Fainted after the first session."}},
			},
		},
	}
}

func TestEmergencyCard(t *testing.T) {
	golden(t, "emergency.txt", reporttest.Document(emergencyCard(emergency(), cut{1000, 40, 100})))
}

// Whatever the card holds it is one page, and every number is on it.
func TestEmergencyCardIsOnePage(t *testing.T) {
	crowded, endless, bare := emergency(), emergency(), emergency()
	for range 40 {
		crowded.Card.Facts[3].Lines = append(crowded.Card.Facts[3].Lines, "Lamotrigine 200 mg, in the morning and in the evening")
	}
	long := strings.Repeat("An endless line of words. ", 770)
	lines := strings.Repeat("a\n", 9_999)
	endless.Practice.PracticeName, endless.Practice.Phone = long[:300], long[:300]
	endless.Card.Name, endless.Card.Address = strings.Repeat("Maximilian ", 27), lines
	endless.Card.Steps = nil
	for range 100 {
		endless.Card.Steps = append(endless.Card.Steps, long[:300])
	}
	for i := range endless.Card.Facts {
		endless.Card.Facts[i].Lines = nil
		for range 30 {
			endless.Card.Facts[i].Lines = append(endless.Card.Facts[i].Lines, long[:900])
		}
	}
	numbers := append([]practice.EmergencyNumber{}, endless.Card.Numbers...)
	for i := range numbers {
		numbers[i].Who = long
		if numbers[i].Number != "" {
			numbers[i].Number += " extension 12345678901234567890"
		}
	}
	endless.Card.Numbers, endless.Card.Facts[4].Lines = numbers, []string{long}
	bare.Card = practice.EmergencyCard{Name: "Nell", AddressLabel: "The client's address today is not known"}
	for name, in := range map[string]EmergencyCardInput{"usual": emergency(), "crowded": crowded, "endless": endless, "bare": bare} {
		for _, paper := range []block.Paper{block.Letter, block.A4} {
			in.Paper = paper
			r, err := EmergencyCard(in)
			if err != nil {
				t.Fatal(err)
			}
			if r.Pages != 1 {
				t.Errorf("%s on paper %d: %d pages", name, paper, r.Pages)
			}
			again, _ := EmergencyCard(in)
			if !bytes.Equal(r.PDF, again.PDF) {
				t.Errorf("%s on paper %d: the same input gave other bytes", name, paper)
			}
			text := reporttest.Text(t, r.PDF)
			for _, n := range in.Card.Numbers {
				number, _, _ := strings.Cut(n.Number, " ext")
				if !strings.Contains(text, number) || !strings.Contains(text, n.Label) {
					t.Errorf("%s on paper %d: %s %s is not on the card", name, paper, n.Label, n.Number)
				}
			}
			if said := strings.Contains(text, "Shortened"); said != (name == "crowded" || name == "endless") {
				t.Errorf("%s on paper %d: said to be shortened %v", name, paper, said)
			}
			for _, piece := range reporttest.Read(t, r.PDF)[0] {
				if piece.X < 55 || piece.X > 556 || piece.Y < 18 || piece.Y > 810 {
					t.Errorf("%s: %q stands outside the margins, at %.0f, %.0f", name, piece.Text, piece.X, piece.Y)
				}
			}
		}
	}
}
