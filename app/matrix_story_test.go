package app

import (
	"bytes"
	"encoding/json"
	"image"
	"image/png"
	"strings"
	"testing"
	"time"

	"snowfield/internal/fault"
	"snowfield/internal/practice"
	"snowfield/internal/store"
)

// matrix is a chart with a made-up word in each kind of record.
type matrix struct {
	*bench
	client, partner practice.Client
	dosing          SessionView // the couple's, ended and signed
	event           string      // of the client in it
}

// newMatrix tells the story of one client, through what the page may call: an
// earlier dosing session, one as a couple, the integration that followed, a
// session that is planned, and all that was kept beside them.
func newMatrix(t *testing.T) *matrix {
	t.Helper()
	m := &matrix{bench: newBench(t)}
	m.set(time.Date(2026, 2, 23, 17, 7, 0, 0, time.UTC))
	m.create()
	m.shelves()
	m.partner = must(m.bench, m.clients.Save)(practice.Client{
		ID: practice.NewID(), LegalName: "Zpname Ode", Phone: "zpphone", Address: "zpaddress", Intention: "zpintention", Notes: "zpnotes", Watch: "zpwatch",
		AllergyAnswer: practice.AllergiesListed, Allergies: "zpallergy", Concerns: []string{"zpconcern"}, EmergencyContact: practice.Contact{Name: "zpkin", Phone: "1"},
	})
	m.firstCall()
	m.screened()
	m.cleared()
	m.agreed()
	m.prepared()
	m.course("To be zqgoal.")
	m.earlierDosing()
	m.set(time.Date(2026, 3, 12, 17, 7, 0, 0, time.UTC))
	m.coupleDosing()
	m.integration()
	m.questionnaires()
	m.beside()
	m.set(time.Date(2026, 5, 29, 17, 0, 0, 0, time.UTC))
	m.planDosing(practice.Office, m.client.ID)
	m.set(time.Date(2026, 3, 20, 17, 0, 0, 0, time.UTC))
	m.left()
	return m
}

func (m *matrix) shelves() {
	m.Helper()
	body, err := json.Marshal(practice.Handout{Place: practice.Office, Text: "Come as you are, zqhandout."})
	m.ok(err)
	_, err = update(m.app.core, func(tx *store.Tx) (nothing, error) {
		_, err := tx.PutLibrary(practice.LibraryItem{Kind: practice.ShelfHandout, Key: string(practice.Office), Body: string(body)})
		return nothing{}, err
	})
	m.ok(err)
	_, err = m.library.KeepEmergency(practice.EmergencyPlan{Steps: []string{"Look, zqstep."}}, 0)
	m.ok(err)
}

func (m *matrix) firstCall() {
	m.Helper()
	call := must(m.bench, m.inquiries().Save)(practice.Inquiry{ID: practice.NewID(), Name: "Zqname Harrow", CalledAt: practice.At(m.clock), Notes: "zqinquiry"})
	c := must(m.bench, m.inquiries().Continue)(call)
	c.BirthDate, c.Phone, c.Address, c.Email = "1980-02-29", "zqphone", "zqaddress", "zqemail@example.org"
	c.EmergencyContact = practice.Contact{Name: "zqkin", Relationship: "sister", Phone: "555 0109"}
	c.AllergyAnswer, c.Allergies = practice.AllergiesListed, "zqallergy"
	c.Concerns, c.Diagnoses = []string{"zqconcern"}, []string{"F33.1 zqdiagnosis"}
	c.Intention, c.Watch, c.Notes = "zqintention", "zqwatch", "zqfree"
	m.client = must(m.bench, m.clients.Save)(c)
}

func (m *matrix) screened() {
	m.Helper()
	screening := &Screening{m.app.core}
	v := must(m.bench, screening.Begin)(m.client.ID)
	round := answered(*v.Open, practice.ScreeningPrescriber, "heart")
	round.Notes = "zqround"
	for i, a := range round.Answers {
		if a.ItemKey == "heart" {
			round.Answers[i].Detail, round.Answers[i].AskPrescriber = "zqscreening", true
		}
	}
	v = must(m.bench, screening.Save)(round)
	_, err := screening.Complete(m.client.ID, v.Open.ID, v.Open.Version)
	m.ok(err)
	must(m.bench, screening.SaveMedicine)(practice.Medicine{ID: practice.NewID(), ClientID: m.client.ID, Name: "zqmedicine", Dose: "1 mg", Schedule: "zqschedule"})
}

func (m *matrix) cleared() {
	m.Helper()
	m.clear(m.client.ID)
	row := must(m.bench, m.clearances.Get)(m.client.ID).Rows[0].Clearance
	row.Conditions, row.Pharmacy, row.DoseMaxUg = "zqcondition", "zqclearedpharmacy", 400_000
	row.Limits = practice.Limits{SystolicMaxMmHg: new(163)}
	must(m.bench, m.clearances.Save)(row)
}

func (m *matrix) agreed() {
	m.Helper()
	m.agree(m.client.ID, "kap")
	offer := m.offered("release")
	consent := m.consentOf(m.client.ID, offer)
	consent.Recipient, consent.Scope, consent.SignedBy = "zqconsent", "zqscope", "Zqname Harrow"
	must(m.bench, m.consents.Sign)(consent)
}

func (m *matrix) prepared() {
	m.Helper()
	form := must(m.bench, m.preparations.Get)(m.client.ID).Form
	form.Fears, form.AlteredStates, form.Supports, form.Music = "zqfear", "zqaltered", "zqsupport", "zqmusic"
	form.Touch, form.SafetyPlan, form.MedicinesReviewed = practice.TouchNone, "zqsafety", true
	form.RideHome = practice.Contact{Name: "zqride", Phone: "555 0103"}
	v := must(m.bench, m.preparations.Save)(form)
	_, err := m.preparations.Complete(m.client.ID, v.Form.Version)
	m.ok(err)
}

func (m *matrix) course(goal string) {
	m.Helper()
	m.plan(m.client.ID, func(f *CourseForm) { f.Goal = goal })
}

// earlierDosing is a dosing session of its own on 24 February, with 63 mg.
func (m *matrix) earlierDosing() {
	m.Helper()
	m.wait(24 * time.Hour)
	v := m.dose(m.begin(practice.Dosing, m.client.ID, ""), 63)
	m.observe(v, "zqearlier")
	m.wait(3 * time.Hour)
	v = m.end(v.Session.ID)
	n := m.write(v, "zqformernote")
	_, err := m.notes.Sign(n.Note.ID, n.Note.Version)
	m.ok(err)
}

func (m *matrix) coupleDosing() {
	m.Helper()
	b := m.bench
	v := m.planDosing(practice.Office, m.client.ID, m.partner.ID)
	m.ready(v)
	own, other := v.Parts[0].ParticipantID, v.Parts[1].ParticipantID
	check := must(b, m.preparations.DayCheck)(own).Check
	check.Fasted, check.FastingNote, check.Intention = practice.AnswerNo, "zqfasting", "zqday"
	_, err := m.preparations.SaveDayCheck(v.Session.ID, check)
	m.ok(err)
	_, err = m.readiness.Lift(v.Session.ID, practice.Lift{ID: practice.NewID(), ParticipantID: own, CheckKey: "day_fasted:no", Kind: practice.LiftReason, Reason: "zqlift"})
	m.ok(err)
	theirs := must(b, m.preparations.DayCheck)(other).Check
	theirs.Intention, theirs.FastingNote = "zpday", "zpfasting"
	_, err = m.preparations.SaveDayCheck(v.Session.ID, theirs)
	m.ok(err)
	v = must(b, m.sessions.Begin)(v.Session.ID)
	id := v.Session.ID

	entry := func(participant string) practice.Entry {
		m.wait(time.Minute)
		return practice.Entry{ID: practice.NewID(), ParticipantID: participant, At: practice.At(m.clock)}
	}
	read := func(participant, note string, systolic, diastolic int) {
		m.Helper()
		_, err := m.sessions.RecordVitals(id, practice.VitalSigns{Entry: entry(participant), SystolicMmHg: &systolic, DiastolicMmHg: &diastolic, TakenBy: note + "by", Note: note})
		m.ok(err)
	}
	give := func(participant, word string, mg int64) {
		m.Helper()
		_, err := m.sessions.RecordDose(id, practice.DoseEvent{
			Entry: entry(participant), TakenUg: mg * 1000, PrescribedUg: mg * 1000, Route: practice.Sublingual, Form: practice.Lozenge,
			Lot: word + "lot", Pharmacy: word + "pharmacy", Reason: word + "reason", AdministeredBy: word + "giver",
		})
		m.ok(err)
	}
	observe := func(participant, kind, text string, words bool) practice.Entry {
		m.Helper()
		o := practice.Observation{Entry: entry(participant), Kind: kind, Text: text, ClientWords: words}
		_, err := m.sessions.RecordObservation(id, o)
		m.ok(err)
		return o.Entry
	}
	move := func(e practice.Entry, to string) {
		m.Helper()
		_, err := m.sessions.MoveEntry(id, practice.Move{ID: practice.NewID(), EntryID: e.ID, To: to, Reason: "Written in the wrong chart"})
		m.ok(err)
	}
	strike := func(e practice.Entry) {
		m.Helper()
		m.wait(time.Minute)
		_, err := m.sessions.TakeBack(id, e.ID, "zqstrike")
		m.ok(err)
	}

	read(own, "zqfirst", 131, 79)
	give(own, "zqdose", 137)
	read(other, "zpvital", 119, 72)
	give(other, "zpdose", 211)
	observe(own, "", "zqobserved", false)
	observe(own, "", "“zqword”", true)
	observe(other, "", "zpobserved", false)
	observe(other, "", "“zpword”", true)
	strike(observe(own, "", "zqstruck", false))
	strike(observe(own, "", "“zqunsaid”", true))
	move(observe(other, "", "zqmoved", false), own)
	move(observe(own, "", "zpmoved", false), other)
	read(own, "zqhigh", 171, 103)
	m.wait(time.Minute)
	_, err = m.sessions.RecordObservation(id, practice.Observation{
		Entry: entry(own), Kind: "call", Text: "zqheld", Call: &practice.Call{Callee: practice.CallPrescriber, Name: "zqcallee", Number: "555 0111", Reached: practice.AnswerYes},
	})
	m.ok(err)
	read(own, "zqlast", 147, 93)

	event := practice.AdverseEvent{ID: practice.NewID(), ParticipantID: own, At: practice.At(m.clock), What: "zqevent", Action: "zqaction", Grade: "mild", Ending: "resolved", Outcome: "zqoutcome", Serious: true}
	_, err = m.readiness.RecordAdverseEvent(id, event)
	m.ok(err)
	m.event = event.ID
	_, err = m.readiness.RecordAdverseEvent(id, practice.AdverseEvent{ID: practice.NewID(), ParticipantID: other, At: practice.At(m.clock), What: "zpevent", Action: "zpaction", Grade: "mild", Ending: "resolved", Outcome: "zpoutcome"})
	m.ok(err)
	m.promise(m.client.ID, own, "zqcommitment", "")
	m.promise(m.partner.ID, other, "zpcommitment", "")

	m.wait(3 * time.Hour)
	live := &Live{m.app.core}
	leavings := allMet(must(b, live.Leaving)(id))
	for i, word := range []string{"zqleaving", "zpleaving"} {
		leavings[i].Note, leavings[i].EarlyReason, leavings[i].Escort = word, word+"early", practice.Contact{Name: word + "escort", Phone: "1"}
	}
	_, err = live.End(id, leavings)
	m.ok(err)
	m.dosing = must(b, m.sessions.Get)(id)

	m.sign(own, "zqnote", "zqrisk", "zqaddendum")
	m.sign(other, "zpnote", "zprisk", "zpaddendum")
	_, err = m.readiness.AddToAdverseEvent(id, practice.AdverseAddition{ID: practice.NewID(), EventID: m.event, Text: "zqaddition"})
	m.ok(err)
}

// sign writes and signs a note and adds to it.
func (m *matrix) sign(participantID, text, risk, later string) {
	m.Helper()
	n := must(m.bench, m.notes.Open)(participantID).Note
	n.Sections[0].Body, n.Risk, n.RiskText = text, practice.RiskWatch, risk
	saved := must(m.bench, m.notes.Save)(n)
	_, err := m.notes.Sign(saved.Note.ID, saved.Note.Version)
	m.ok(err)
	m.addendum(n.ID, later)
}

func (m *matrix) integration() {
	m.Helper()
	m.wait(24 * time.Hour)
	v := m.begin(practice.Integration, m.client.ID, m.dosing.Session.ID)
	m.wait(time.Hour)
	v = m.end(v.Session.ID)
	m.sign(v.Parts[0].ParticipantID, "zqfollowing", "zqfollowrisk", "zqfollowadd")
	theirs := m.begin(practice.Integration, m.partner.ID, m.dosing.Session.ID)
	m.wait(time.Hour)
	theirs = m.end(theirs.Session.ID)
	m.sign(theirs.Parts[0].ParticipantID, "zpfollowing", "zpfollowrisk", "zpfollowadd")
}

// questionnaires are what both answered: one with a risk that was reviewed, one
// entered in error, and what they notice.
func (m *matrix) questionnaires() {
	m.Helper()
	measures := &Measures{m.app.core}
	answer := func(client, instrument string, value int) FormView {
		m.Helper()
		v := must(m.bench, measures.Begin)(FormStart{ID: practice.NewID(), ClientID: client, InstrumentID: instrument, By: practice.AnsweredAsked})
		for _, item := range v.Instrument.Items {
			v.Response.Answers[item.LinkID] = value
		}
		return must(m.bench, measures.Finish)(v.Response)
	}
	for _, c := range []struct{ client, word string }{{m.client.ID, "zq"}, {m.partner.ID, "zp"}} {
		form := answer(c.client, "phq-9", 1)
		must(m.bench, measures.Review)(practice.RiskReview{
			ID: practice.NewID(), ResponseID: form.Response.ID, LinkID: "9", Answer: 1, Risk: practice.RiskWatch, Text: c.word + "reviewed",
		})
		wrong := answer(c.client, "gad-7", 3)
		_, err := measures.Strike(wrong.Response.ID, c.word+"mistaken")
		m.ok(err)
		answer(c.client, "notices", 4)
	}
}

// beside is what is kept beside the sessions.
func (m *matrix) beside() {
	m.Helper()
	var picture bytes.Buffer
	m.ok(png.Encode(&picture, image.NewGray(image.Rect(0, 0, 2, 2))))
	m.shell.file = writeFile(m.TB, "scan.png", picture.Bytes())
	must(m.bench, m.attachments.Choose)(practice.Attachment{ID: practice.NewID(), ClientID: m.client.ID, Kind: practice.AttachmentLetter, Title: "zqfile"})
	must(m.bench, (&Charges{m.app.core}).Save)(practice.Charge{
		ID: practice.NewID(), ParticipantID: m.dosing.Parts[0].ParticipantID, CPT: "90837", Words: "zqcharge", Units: 1, FeeCents: 74137, POS: practice.POSOffice, Diagnoses: []string{"F33.1 zqdiagnosis"},
	})
	must(m.bench, (&Charges{m.app.core}).Save)(practice.Charge{
		ID: practice.NewID(), ParticipantID: m.dosing.Parts[1].ParticipantID, CPT: "90847", Words: "zpcharge", Units: 1, FeeCents: 58123, POS: practice.POSOffice,
	})
	must(m.bench, (&Requests{m.app.core}).Save)(practice.RecordsRequest{
		ID: practice.NewID(), ClientID: m.client.ID, AskedOn: m.day(), AskedBy: practice.AskedByOther, Asker: "zqasker", AskedFor: practice.AskedCopies, What: "zqrequest",
	})
	draft := m.begin(practice.Preparation, m.client.ID, "")
	m.wait(time.Hour)
	m.write(m.end(draft.Session.ID), "zqdraft")
	m.ok(m.drafts.Save("client:"+m.client.ID, "zqunsaved"))
	for _, c := range []struct{ client, text string }{{m.client.ID, "zqprivate"}, {m.partner.ID, "zpprivate"}} {
		m.enter(c.client)
		m.analysis(c.client, c.text)
	}
}

// left is a document that left the practice.
func (m *matrix) left() {
	m.Helper()
	ask := m.ask(practice.DocSummary)
	ask.Reader = practice.ReaderOther
	shown := must(m.bench, m.documents.Make)(ask)
	m.shell.save = m.TempDir()
	_, err := m.documents.Export(shown.Token, m.usual(shown.Token, ExportChoice{Recipient: "zqrecipient", Purpose: "zqpurpose", ReleaseReason: "zqground"}))
	m.ok(err)
}

func (m *matrix) ok(err error) {
	m.Helper()
	if f, is := err.(*fault.Error); is {
		m.Fatalf("%v %v", err, f.Fields)
	}
	m.bench.ok(err)
}

// ask names a document about the client.
func (m *matrix) ask(kind practice.DocumentKind) DocumentRequest {
	return DocumentRequest{Kind: kind, ClientID: m.client.ID, SessionID: m.dosing.Session.ID, ParticipantID: m.dosing.Parts[0].ParticipantID, EventID: m.event, InstrumentID: "phq-9"}
}

// text returns what a document says, in small letters.
func (m *matrix) text(ask DocumentRequest) string {
	m.Helper()
	return strings.ToLower(m.read(must(m.bench, m.documents.Make)(ask)))
}
