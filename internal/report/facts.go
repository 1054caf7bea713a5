package report

import (
	"strconv"
	"strings"

	"snowfield/internal/practice"
	"snowfield/internal/report/block"
)

func fact(label, value string) block.Fact { return block.Fact{Label: label, Value: block.Say(value)} }

func (b *builder) clientFacts(c practice.Client, s practice.Session) block.Facts {
	born := ""
	if day, ok := c.BirthDate.Day(); ok {
		born = shortDate(day) + ", aged " + strconv.Itoa(c.BirthDate.AgeOn(s.Start().In(s.Zone)))
	}
	called := fact("Pronouns", c.Pronouns)
	if c.PreferredName != "" && c.PreferredName != c.LegalName {
		called = fact("Called", joined(", ", c.PreferredName, c.Pronouns))
	}
	facts := block.Facts{fact("Client", c.LegalName), fact("Born", born), called}
	if b.parts[practice.PartAllergies] {
		facts = append(facts, fact("Allergies", c.AllergyText()))
	}
	return facts
}

func (b *builder) sessionFacts(in SummaryInput, r Record) block.Facts {
	s := r.Session
	place := "Office, client and therapist"
	if s.Place == practice.Virtual {
		place = "Virtual, the client at home"
	}
	if len(s.Participants) > 1 {
		place = strings.Replace(place, "client", "couple", 1) + "; this is one client's own part"
	}
	name, held := heldText(r)
	planned := span(s.PlannedStart, s.PlannedEnd, s.Zone)
	if s.Contact != "" { // a check-in is written down, not planned, and is nowhere
		place, planned = "", ""
	}
	facts := block.Facts{
		fact("Session", name),
		fact("Place", place),
		fact("Reached", reached(s.Contact)),
		fact("Planned", planned),
		fact("Held", held),
		fact("Time zone", strings.ReplaceAll(s.Zone, "_", " ")),
		b.readinessFact(r.Start),
	}
	if in.Dosing != nil {
		if d, ok := in.Dosing.of(in.Client.ID); ok {
			facts = append(facts, b.dosingFacts(d, s)...)
		}
	}
	if in.Window != nil {
		facts = append(facts, windowFact(*in.Window, s.Zone))
	}
	return facts
}

// heldText names a session with how long it took, and says when it was held.
func heldText(r Record) (name, held string) {
	s := r.Session
	name, held = r.name(), span(s.ActualStart, s.ActualEnd, s.Zone)
	switch s.State() {
	case practice.Ended:
		name += ", " + lasting(s.ActualEnd.Sub(s.ActualStart))
	case practice.Open:
		held += ", not ended"
	case practice.Cancelled:
		held = "Cancelled " + stamp(s.CancelledAt, s.Zone)
	case practice.Planned:
		held = "Not held yet"
	}
	return name, held
}

// dosingFacts tells of the dosing session that the session follows.
func (b *builder) dosingFacts(d Record, s practice.Session) block.Facts {
	follows := d.name() + ", " + shortDate(d.Session.Start().In(s.Zone))
	totals := practice.Totals(d.Doses)
	if !b.parts[practice.PartDoses] {
		return block.Facts{fact("Follows", follows)}
	}
	if totals.Given == 0 {
		return block.Facts{fact("Follows", follows+", no dose given")}
	}
	return block.Facts{
		fact("Follows", follows),
		{Label: "Dose then", Value: block.Text{{Text: practice.Milligrams(totals.TakenUg) + " taken", Tone: block.Dose}}},
		fact("Time since", lasting(s.Start().Sub(totals.FirstAt))+" after the first dose"),
	}
}

func windowFact(w practice.Window, zone string) block.Fact {
	text := "Until " + w.ClosesAt.In(zone).Format("2 Jan, 15:04 MST")
	if w.MetAt != "" {
		text += "; met " + w.MetAt.In(zone).Format("2 Jan, 15:04")
	}
	return block.Fact{Label: "Window", Value: block.Text{{Text: text, Tone: block.Window}}}
}

// reached says how a check-in reached the client.
func reached(way practice.ContactWay) string {
	if way == practice.ContactVoicemail {
		return "Voicemail left, not reached"
	}
	return way.Label()
}
