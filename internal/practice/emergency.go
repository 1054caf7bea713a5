package practice

import (
	"fmt"
	"slices"
	"strings"
)

// EmergencyCard is everything needed when something goes wrong in a session,
// on one page: what to do, whom to call, where the client is.
type EmergencyCard struct {
	Name         string            `json:"name"`
	BornText     string            `json:"born_text"` // "Born 3 May 1984, 41"; empty without a birth date
	AddressLabel string            `json:"address_label"`
	Address      string            `json:"address"` // where the client is during the session; empty when not known
	Steps        []string          `json:"steps"`
	Numbers      []EmergencyNumber `json:"numbers"` // in the order they are called
	Facts        []EmergencyFact   `json:"facts"`
	Calls        []Observation     `json:"calls"` // made in this session, in time order
}

// EmergencyNumber is whom to call. A number that is needed and not known is
// there with Missing set, so that nobody looks for it elsewhere on the card.
type EmergencyNumber struct {
	Callee  Callee `json:"callee"` // empty for a place nobody calls
	Label   string `json:"label"`  // "Prescriber"
	Who     string `json:"who"`
	Number  string `json:"number"`
	Missing bool   `json:"missing"`
}

// EmergencyFact is what those who come will ask.
type EmergencyFact struct {
	Label string   `json:"label"`
	Lines []string `json:"lines"`
}

// EmergencyInput is what a card is made of.
type EmergencyInput struct {
	Plan       EmergencyPlan
	Practice   Practice
	Client     Client
	Session    Session
	Day        *DayCheck // today's, or the one the session began with; nil for none
	Prescriber *Prescriber
	Medicines  []Medicine
	Doses      []DoseEvent
	Vitals     []VitalSigns
	Steps      []Observation // of the log; struck ones included
	Now        Instant
}

// CardOf makes the emergency card of one client in one session. The address is
// where the client is: in a virtual session today's, and until that is given
// the client's own, said to be unconfirmed; in the office the practice's.
func CardOf(in EmergencyInput) EmergencyCard {
	day := DayCheck{}
	if in.Day != nil {
		day = *in.Day
	}
	card := EmergencyCard{Name: in.Client.Name(), Steps: slices.Clone(in.Plan.Steps), Numbers: []EmergencyNumber{}, Facts: []EmergencyFact{}, Calls: []Observation{}}
	if legal := in.Client.LegalName; legal != card.Name {
		card.Name += " (" + legal + ")"
	}
	now := in.Now.In(in.Session.Zone)
	if born, ok := in.Client.BirthDate.Day(); ok {
		card.BornText = fmt.Sprintf("Born %s, %d", LongDateText(born), in.Client.BirthDate.AgeOn(now))
	}
	card.AddressLabel, card.Address = whereNow(in, day)
	card.numbers(in, day)
	card.facts(in)
	for _, o := range in.Steps {
		if o.Call != nil && o.Entry.Stands() {
			card.Calls = append(card.Calls, o)
		}
	}
	if in.Session.Place == Virtual {
		card.Facts = append(card.Facts, EmergencyFact{"If the connection is lost", day.Virtual.LostSteps(in.Client)})
	}
	return card
}

func whereNow(in EmergencyInput, day DayCheck) (label, address string) {
	today := strings.TrimSpace(day.Virtual.Address)
	switch {
	case in.Session.Place != Virtual:
		return "In the office", in.Practice.Address
	case today != "":
		return "The client is at", today
	case strings.TrimSpace(in.Client.Address) != "":
		return "The client's own address, not confirmed for today", in.Client.Address
	}
	return "The client's address today is not known", ""
}

func (c *EmergencyCard) numbers(in EmergencyInput, day DayCheck) {
	virtual := in.Session.Place == Virtual
	add := func(callee Callee, label, who, number string, needed bool) {
		who, number = strings.TrimSpace(who), strings.TrimSpace(number)
		if needed || who != "" || number != "" {
			c.Numbers = append(c.Numbers, EmergencyNumber{callee, label, who, number, number == ""})
		}
	}
	if virtual {
		add(CallEmergencyServices, "Emergency services", "", day.Virtual.EmergencyNumber, true)
	} else {
		// Whoever sits in the practice dials the number of the place; that the
		// call was made is recorded here all the same.
		c.Numbers = append(c.Numbers, EmergencyNumber{CallEmergencyServices, "Emergency services", "The local number", "", false})
	}
	if room := strings.TrimSpace(day.Virtual.EmergencyRoom); room != "" || virtual {
		c.Numbers = append(c.Numbers, EmergencyNumber{"", "Nearest emergency department", room, "", room == ""})
	}
	if virtual {
		add(CallChaperone, "Chaperone, with the client", day.Virtual.ChaperoneName, day.Virtual.ChaperonePhone, true)
		add(CallClient, "The client", "", firstOf(day.Virtual.CallBackNumber, in.Client.Phone), true)
	}
	p := Prescriber{}
	if in.Prescriber != nil {
		p = *in.Prescriber
	}
	add(CallPrescriber, "Prescriber", p.Signature(), p.Phone, true)
	add(CallEmergencyContact, "Emergency contact", withRelation(in.Client.EmergencyContact), in.Client.EmergencyContact.Phone, true)
	if !virtual {
		add(CallRide, "Ride home", withRelation(day.RideHome), day.RideHome.Phone, false)
	}
}

func firstOf(texts ...string) string {
	for _, text := range texts {
		if strings.TrimSpace(text) != "" {
			return text
		}
	}
	return ""
}

func withRelation(c Contact) string {
	if c.Relationship == "" || c.Name == "" {
		return c.Name
	}
	return c.Name + ", " + c.Relationship
}

// fact adds what those who come will ask, unless there is nothing to say.
func (c *EmergencyCard) fact(label string, lines ...string) {
	if lines = trimmed(lines); len(lines) > 0 {
		c.Facts = append(c.Facts, EmergencyFact{label, lines})
	}
}

func (c *EmergencyCard) facts(in EmergencyInput) {
	doses := []string{}
	for _, d := range in.Doses {
		if d.Given() {
			doses = append(doses, ClockText(d.Entry.At.In(in.Session.Zone))+", "+d.Line())
		}
	}
	if len(doses) == 0 {
		doses = []string{"None given in this session"}
	}
	c.fact("Ketamine today", doses...)
	last := ""
	for _, v := range in.Vitals { // in time order
		if v.Entry.Stands() {
			last = ClockText(v.Entry.At.In(in.Session.Zone)) + ", " + v.Line()
		}
	}
	c.fact("Last vital signs", last)
	c.known(in)
}

// known adds what does not depend on a session.
func (c *EmergencyCard) known(in EmergencyInput) {
	c.fact("Allergies", in.Client.AllergyText())
	medicines := []string{}
	for _, m := range in.Medicines {
		if m.EndedOn == "" {
			medicines = append(medicines, m.Line())
		}
	}
	if len(medicines) == 0 {
		medicines = []string{"None noted"}
	}
	c.fact("Medicines", medicines...)
	c.fact("Watch", in.Client.Watch)
}
