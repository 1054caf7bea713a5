package app

import (
	"slices"
	"strings"
	"testing"
	"time"

	"snowfield/internal/fault"
	"snowfield/internal/practice"
	"snowfield/internal/store"
)

// heldDosing returns a client's dosing session of a number.
func (b *bench) heldDosing(clientID string, number int) SessionView {
	b.Helper()
	sessions, err := view(b.app.core, func(tx *store.Tx) ([]practice.Session, error) { return tx.SessionsOfClient(clientID, 50) })
	b.ok(err)
	for _, s := range sessions {
		v := must(b, b.sessions.Get)(s.ID)
		if s.Kind == practice.Dosing && v.Title == practice.SessionTitle(practice.Dosing, number) {
			return v
		}
	}
	b.Fatalf("there is no dosing %d", number)
	return SessionView{}
}

// reportOf makes the prescriber report of a client's session.
func (b *bench) reportOf(v SessionView, clientID string, parts []practice.Part) DocumentView {
	b.Helper()
	p := participantOf(v.Session, clientID)
	return must(b, b.documents.Make)(DocumentRequest{Kind: practice.DocPrescriber, SessionID: v.Session.ID, ParticipantID: p.ID, Parts: parts})
}

// A session that went wrong, one that went well, and what leaves about each:
// the first page suffices, to who gave the clearance.
func TestSamplePrescriberReports(t *testing.T) {
	b := newSampleAt(t)
	rowan, maren := b.named("Rowan"), b.named("Maren")
	harmed := b.reportOf(b.heldDosing(rowan.ID, 2), rowan.ID, nil)
	b.golden("prescriber-harmed.txt", harmed)
	well := b.reportOf(b.heldDosing(maren.ID, 1), maren.ID, nil)
	b.golden("prescriber-well.txt", well)
	if harmed.Pages != 2 || well.Pages != 1 { // its first page suffices, and the rest follows
		t.Errorf("%d and %d pages", harmed.Pages, well.Pages)
	}
	if harmed.FileName != "prescriber-report-2026-01-31.pdf" || harmed.Reader != practice.ReaderPrescriber || len(harmed.Unprintable) != 0 {
		t.Errorf("shown as %+v", harmed)
	}
	if want := "Inside: name and date of birth, when and where it was, one dose, the first, the most telling and the last reading against the limits, holds and calls, one adverse event, two questionnaires, how the client left, where the clearance stands, two sessions under it, the next step."; harmed.Contents != want {
		t.Errorf("inside: %q", harmed.Contents)
	}
	all := []practice.Part{}
	for _, r := range practice.DocPrescriber.Parts() {
		all = append(all, r.Part)
	}
	whole := b.reportOf(b.heldDosing(rowan.ID, 2), rowan.ID, all)
	if whole.Pages != 3 || !strings.Contains(b.read(whole), "All readings") || !strings.Contains(b.read(whole), "Clonidine 0.1 mg, at night") {
		t.Errorf("%d pages: %s", whole.Pages, b.read(whole))
	}
}

// The sample's packets: one complete, for a clearance that was renewed, and a
// draft that says so.
func TestSampleReferrals(t *testing.T) {
	b := newSampleAt(t)
	refer := func(name string) DocumentView {
		return must(b, b.documents.Make)(DocumentRequest{Kind: practice.DocReferral, ClientID: b.named(name).ID})
	}
	rowan, ruth := refer("Rowan"), refer("Ruth")
	b.golden("referral.txt", rowan)
	b.golden("referral-draft.txt", ruth)
	if text := b.read(ruth); !strings.Contains(text, "Draft. The screening is not complete: 16 questions are not answered yet.") {
		t.Errorf("no draft: %s", text)
	}
	if text := b.read(rowan); strings.Contains(text, "draft") || !strings.Contains(text, "Dr. Ana Sample") {
		t.Errorf("the packet says %s", text)
	}
	if rowan.FileName != "referral-packet-2026-03-12.pdf" || !strings.HasSuffix(rowan.Contents, "a page for the decision.") {
		t.Errorf("shown as %+v", rowan)
	}
}

// In a couple's session the report of one tells nothing of the other, whatever
// is chosen.
func TestPrescriberReportOfACouple(t *testing.T) {
	b := newBench(t)
	b.create()
	client, partner := b.add("Nell Harrow"), b.add("Ben Ode")
	v := b.planDosing(practice.Office, client.ID, partner.ID)
	b.ready(v)
	v = must(b, b.sessions.Begin)(v.Session.ID)
	part, other := v.Parts[0].ParticipantID, v.Parts[1].ParticipantID
	v = b.dose(b.reading(v, 128, 82), 200)
	write := func(participant, kind, text string) {
		t.Helper()
		b.wait(time.Minute)
		o := practice.Observation{Entry: b.entry(v), Kind: kind, Text: text}
		o.Entry.ParticipantID = participant
		_, err := b.sessions.RecordObservation(v.Session.ID, o)
		b.ok(err)
	}
	write(part, "tearful", "quietly")
	write(part, "", "“It is wide in here.”")
	write(other, "chest_pain", "left side")
	_, err := b.readiness.RecordAdverseEvent(v.Session.ID, practice.AdverseEvent{
		ID: practice.NewID(), ParticipantID: other, At: practice.At(b.clock), What: "A fright.",
	})
	b.ok(err)
	all := []practice.Part{}
	for _, r := range practice.DocPrescriber.Parts() {
		all = append(all, r.Part)
	}
	text := b.read(b.reportOf(v, client.ID, all))
	for _, want := range []string{"Nell Harrow", "200 mg", "128/82", "quietly", "draft, not signed"} {
		if !strings.Contains(text, want) {
			t.Errorf("it lacks %q\n%s", want, text)
		}
	}
	for _, never := range []string{"Ben", "Ode", "left side", "A fright", "It is wide", "couple"} {
		if strings.Contains(text, never) {
			t.Errorf("it tells %q\n%s", never, text)
		}
	}
}

// A report that cannot be made is refused in words; a part that is not in its
// rules is refused as well.
func TestPrescriberReportRefused(t *testing.T) {
	b := newBench(t)
	b.create()
	client := b.add("Nell Harrow")
	planned := b.planDosing(practice.Office, client.ID)
	talk := b.begin(practice.Integration, client.ID, "")
	for name, ask := range map[string]DocumentRequest{
		"not begun":      {SessionID: planned.Session.ID, ParticipantID: planned.Parts[0].ParticipantID},
		"an integration": {SessionID: talk.Session.ID, ParticipantID: talk.Parts[0].ParticipantID},
		"with the note":  {SessionID: talk.Session.ID, ParticipantID: talk.Parts[0].ParticipantID, Parts: []practice.Part{practice.PartNote}},
		"nobody's":       {},
	} {
		ask.Kind = practice.DocPrescriber
		if _, err := b.documents.Make(ask); !slices.Contains([]fault.Code{fault.Invalid, fault.NotFound}, fault.CodeOf(err)) {
			t.Errorf("%s: %v", name, err)
		}
	}
}

// With one prescriber at work the packet is written to them; with more it is
// left open until a clearance says who.
func TestReferralIsWrittenToWhomItCanBe(t *testing.T) {
	b := newBench(t)
	b.create()
	client := b.add("Nell Harrow")
	text := func() string {
		return b.read(must(b, b.documents.Make)(DocumentRequest{Kind: practice.DocReferral, ClientID: client.ID}))
	}
	if got := text(); !strings.Contains(got, "Draft. The client has not been screened yet.") || strings.Contains(got, "Dr. ") {
		t.Errorf("without anybody: %s", got)
	}
	ana := must(b, b.prescribers.Save)(practice.Prescriber{ID: practice.NewID(), Name: "Dr. Ana Lind", Credential: "MD"})
	if got := text(); !strings.Contains(got, "Dr. Ana Lind, MD") {
		t.Errorf("with one: %s", got)
	}
	must(b, b.prescribers.Save)(practice.Prescriber{ID: practice.NewID(), Name: "Dr. Robin Weiss"})
	if got := text(); strings.Contains(got, "Dr. ") {
		t.Errorf("with two: %s", got)
	}
	ana.Retired = true
	must(b, b.prescribers.Save)(ana)
	if got := text(); !strings.Contains(got, "Dr. Robin Weiss") {
		t.Errorf("with one still at work: %s", got)
	}
}
