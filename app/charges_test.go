package app

import (
	"strings"
	"testing"
	"time"

	"snowfield/internal/fault"
	"snowfield/internal/practice"
)

// held is a session that was held for so long and has ended.
func (b *bench) held(kind practice.SessionKind, place practice.Place, took time.Duration, clients ...string) practice.Session {
	b.Helper()
	s := practice.Session{
		ID: practice.NewID(), Kind: kind, PlannedStart: practice.At(b.clock), PlannedEnd: practice.At(b.clock.Add(took)), Zone: "America/Los_Angeles", Place: place,
	}
	for _, id := range clients {
		s.Participants = append(s.Participants, practice.Participant{ID: practice.NewID(), ClientID: id})
	}
	must(b, b.sessions.Save)(s)
	must(b, b.sessions.Begin)(s.ID)
	b.wait(took)
	return must(b, b.sessions.Finish)(s.ID).Session
}

// charged is a client with diagnoses and a held session of 53 minutes.
func charged(b *bench) (*Charges, practice.Client, practice.Session) {
	b.Helper()
	client := b.add("Nell Harrow")
	client.Diagnoses = []string{"F33.1 Low mood", "F43.10", "F41.1", "Z63.0", "F42"}
	client = must(b, b.clients.Save)(client)
	fees := get(b, b.library.Get).Fees
	price := practice.Cents(18_000)
	fees.Item.Fees[3].Cents = &price
	_, err := b.library.KeepFees(fees.Item, fees.Version)
	b.ok(err)
	return &Charges{b.app.core}, client, b.held(practice.Talk, practice.Virtual, 53*time.Minute+20*time.Second, client.ID)
}

func TestChargeASession(t *testing.T) {
	b := newBench(t)
	b.create()
	charges, client, s := charged(b)
	part := s.Participants[0].ID
	v, err := charges.Get(s.ID, part)
	b.ok(err)
	if v.ClientID != client.ID || v.LengthText != "53 min" || v.Suggestion.CPT != "90837" || len(v.Fees) != 9 || len(v.Places) != 3 || len(v.Rows) != 0 || v.TotalText != "" || v.PartnerText != "" {
		t.Errorf("at first: %+v", v)
	}
	if n := v.New; n.Words != "Psychotherapy, 53 minutes or more" || n.FeeCents != 18_000 || n.Units != 1 || n.POS != practice.POSHome || strings.Join(practice.DiagnosisCodes(n.Diagnoses), " ") != "F33.1 F43.10 F41.1 Z63.0" {
		t.Errorf("a new charge begins with %+v", n)
	}
	charge := v.New
	charge.ID, charge.PaidCents, charge.Diagnoses = practice.NewID(), 5_000, charge.Diagnoses[:1]
	v, err = charges.Save(charge)
	b.ok(err)
	if len(v.Rows) != 1 || v.Rows[0].Title != "90837 Psychotherapy, 53 minutes or more" || v.Rows[0].Line != "$180.00, paid $50.00, telehealth, the client at home, F33.1" || v.TotalText != "Fees $180.00, paid $50.00, due $130.00." {
		t.Errorf("charged: %+v", v)
	}

	// Not what is not the client's; then what was there when it was charged.
	wrong := v.Rows[0].Charge
	wrong.Diagnoses, wrong.Units, wrong.FeeCents = []string{"F99"}, 0, -1
	_, err = charges.Save(wrong)
	if w := b.refused(err, fault.Invalid); len(w.Fields) != 3 {
		t.Errorf("refused %v", w.Fields)
	}
	client.Diagnoses = []string{"F41.1"}
	must(b, b.clients.Save)(client)

	// The note is signed, and the charge still changes, each time with trace.
	saved := b.write(must(b, b.sessions.Get)(s.ID), "A river.")
	_, err = b.notes.Sign(saved.Note.ID, saved.Note.Version)
	b.ok(err)
	paid := v.Rows[0].Charge
	paid.PaidCents = 20_000
	v, err = charges.Save(paid)
	b.ok(err)
	if v.Rows[0].Charge.Version != 2 || v.TotalText != "Fees $180.00, paid $200.00, paid beyond the fees $20.00." {
		t.Errorf("paid: %+v", v)
	}
	if last, _ := b.recorded(practice.ActChange); last.Subject != "charge" || last.SubjectID != charge.ID || last.Detail != "version 2" {
		t.Errorf("the trail says %+v", last)
	}
	_, err = charges.Save(paid) // of a version that was seen before
	b.ok(err)
	paid.PaidCents = 1
	_, err = charges.Save(paid)
	b.refused(err, fault.Conflict)
	_, err = charges.Remove(charge.ID, 1)
	b.refused(err, fault.Conflict)
	v, err = charges.Remove(charge.ID, 2)
	b.ok(err)
	if len(v.Rows) != 0 {
		t.Errorf("removed: %+v", v.Rows)
	}
	if last, _ := b.recorded(practice.ActErase); last.Subject != "charge" || last.SubjectID != charge.ID {
		t.Errorf("the trail says %+v", last)
	}
	_, err = charges.Remove(charge.ID, 2)
	b.refused(err, fault.NotFound)
}

func TestChargeBelongsToOneParticipant(t *testing.T) {
	b := newBench(t)
	b.create()
	charges, nell, _ := charged(b)
	ben := b.add("Ben Ode")
	s := b.held(practice.Talk, practice.Office, 50*time.Minute, nell.ID, ben.ID)
	first, second := s.Participants[0].ID, s.Participants[1].ID
	v, err := charges.Get(s.ID, first)
	b.ok(err)
	if v.Suggestion.CPT != "90847" || v.New.POS != practice.POSOffice || v.PartnerText != "" {
		t.Errorf("a couple: %+v", v)
	}
	charge := v.New
	charge.ID = practice.NewID()
	_, err = charges.Save(charge)
	b.ok(err)
	v, err = charges.Get(s.ID, second)
	b.ok(err)
	if len(v.Rows) != 0 || v.PartnerText == "" || len(v.New.Diagnoses) != 0 {
		t.Errorf("the partner: %+v", v)
	}
	charge.ParticipantID, charge.Diagnoses = second, nil
	_, err = charges.Save(charge)
	b.refused(err, fault.Conflict)
	_, err = charges.Get(s.ID, practice.NewID())
	b.refused(err, fault.NotFound)
	open := b.begin(practice.Talk, nell.ID, "")
	v, err = charges.Get(open.Session.ID, open.Parts[0].ParticipantID)
	b.ok(err)
	if v.LengthText != "" || v.New.ParticipantID != "" {
		t.Errorf("an open session: %+v", v)
	}
	charge.ID, charge.ParticipantID = practice.NewID(), open.Parts[0].ParticipantID
	_, err = charges.Save(charge)
	b.refused(err, fault.Blocked)
}
