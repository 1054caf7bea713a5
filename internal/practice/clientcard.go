package practice

import (
	"fmt"
	"strings"
)

// ClientCardOf makes a client's emergency card outside any session: where the
// client lives, whom to call, and what was agreed for a crisis. Of the input
// it needs the client, the practice's zone, the prescriber and the medicines.
// plan is the safety plan; empty when none is written.
func ClientCardOf(in EmergencyInput, plan string) EmergencyCard {
	card := EmergencyCard{
		Name: in.Client.Name(), AddressLabel: "The client's own address", Address: in.Client.Address,
		Steps: []string{}, Facts: []EmergencyFact{}, Calls: []Observation{},
	}
	if legal := in.Client.LegalName; legal != card.Name {
		card.Name += " (" + legal + ")"
	}
	if born, ok := in.Client.BirthDate.Day(); ok {
		card.BornText = fmt.Sprintf("Born %s, %d", LongDateText(born), in.Client.BirthDate.AgeOn(in.Now.In(in.Practice.Zone)))
	}
	number := func(callee Callee, label, who, number string) EmergencyNumber {
		who, number = strings.TrimSpace(who), strings.TrimSpace(number)
		return EmergencyNumber{callee, label, who, number, number == ""}
	}
	card.Numbers = []EmergencyNumber{
		{CallEmergencyServices, "Emergency services", "The local number", "", false},
		number(CallClient, "The client", "", in.Client.Phone),
		number(CallEmergencyContact, "Emergency contact", withRelation(in.Client.EmergencyContact), in.Client.EmergencyContact.Phone),
	}
	if p := in.Prescriber; p != nil {
		card.Numbers = append(card.Numbers, number(CallPrescriber, "Prescriber", p.Signature(), p.Phone))
	}
	card.fact("Safety plan", firstOf(plan, "None is written"))
	card.known(in)
	return card
}
