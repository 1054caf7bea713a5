package practice

import (
	"fmt"
	"strings"
	"testing"
)

func TestClientCard(t *testing.T) {
	whole := EmergencyInput{
		Practice: Practice{Zone: "America/Los_Angeles"}, Now: noon,
		Client: Client{
			LegalName: "Marianne Holt", PreferredName: "Maren", BirthDate: "1984-05-03", Address: "1 Hill Road", Phone: "555 0101",
			EmergencyContact: Contact{Name: "Kim Holt", Relationship: "sister", Phone: "555 0102"}, Watch: "Falls asleep",
			AllergyAnswer: AllergiesNoneKnown,
		},
		Prescriber: &Prescriber{Name: "A. Lindqvist", Phone: "555 0103"},
		Medicines:  []Medicine{{Name: "Sertraline"}, {Name: "Prazosin", EndedOn: "2026-01-01"}},
	}
	for _, x := range []struct {
		name string
		in   EmergencyInput
		plan string
		want []string
		not  []string
	}{
		{"all that is known", whole, "Call Kim.\nGo to Mercy.", []string{
			"Maren Holt (Marianne Holt)", "Born 3 May 1984, 41", "1 Hill Road", "{emergency_services Emergency services The local number  false}",
			"555 0101", "Kim Holt, sister 555 0102", "555 0103", "Call Kim.\nGo to Mercy.", "Sertraline", "None known", "Falls asleep",
		}, []string{"Prazosin", "None is written", "session"}},
		{"nothing is known", EmergencyInput{Client: Client{LegalName: "Otto Brandt"}, Practice: Practice{Zone: "UTC"}, Now: noon}, "", []string{
			"{client The client   true}", "{emergency_contact Emergency contact   true}", "None is written", "None noted",
		}, []string{"Prescriber", "BornText:Born"}},
	} {
		card := fmt.Sprintf("%+v", ClientCardOf(x.in, x.plan))
		card = strings.NewReplacer("Callee:", "", "Label:", "", "Who:", "", "Number:", "", "Missing:", "").Replace(card)
		for _, words := range x.want {
			if !strings.Contains(card, words) {
				t.Errorf("%s: no %q in %s", x.name, words, card)
			}
		}
		for _, words := range x.not {
			if strings.Contains(card, words) {
				t.Errorf("%s: %q in %s", x.name, words, card)
			}
		}
	}
}
