package store_test

import (
	"context"
	"database/sql"
	"fmt"
	"path/filepath"
	"reflect"
	"strings"
	"testing"
	"time"

	"snowfield/internal/fault"
	"snowfield/internal/practice"
	"snowfield/internal/store"
	"snowfield/internal/vault/cipherfs"
)

const canary = "kestrel-in-the-orchard"

// A word of a psychotherapy note is reached by its own door alone: by no
// other reader of the store, yet it is in the copy a backup makes.
func TestPsychotherapyNotesStayApart(t *testing.T) {
	c := newSignedCase(t)
	anaID := c.session.Participants[0].ClientID
	n := practice.PsychotherapyNote{ID: practice.NewID(), ClientID: anaID, Text: canary}
	c.do(func(tx *store.Tx) error { _, err := tx.PutPsychotherapyNote(n, true); return err })
	c.do(func(tx *store.Tx) error { return tx.TouchClient(anaID) })
	c.do(func(tx *store.Tx) error { return tx.PutDraft("k", "d") })
	c.do(func(tx *store.Tx) error {
		return tx.PutDocumentChoice(practice.DocSummary, practice.ReaderRecord, []practice.Part{practice.PartNote})
	})
	c.do(func(tx *store.Tx) error {
		_, err := tx.PutLibrary(practice.LibraryItem{Kind: practice.ShelfScreening, Key: "heart", Body: "{}"})
		return err
	})
	c.do(func(tx *store.Tx) error {
		_, err := tx.PutPreparation(practice.PreparationForm{ClientID: anaID})
		return err
	})
	planned := c.put(practice.Session{
		ID: practice.NewID(), Kind: practice.Dosing, Zone: "UTC", Place: practice.Office, PlannedStart: practice.At(c.now),
		Participants: []practice.Participant{{ID: practice.NewID(), ClientID: anaID}},
	}).Participants[0].ID
	c.do(func(tx *store.Tx) error {
		_, err := tx.PutDayCheck(practice.DayCheck{ParticipantID: planned})
		return err
	})
	prescriber := practice.Prescriber{ID: practice.NewID(), Name: "Dr. A. Lindqvist"}
	c.do(func(tx *store.Tx) error { _, err := tx.PutPrescriber(prescriber); return err })
	cleared, agreed, file := c.clearance(anaID), c.consent(anaID), c.attach(anaID, []byte("%PDF-"))
	course, promise := c.course(anaID), c.commitment(c.other)
	charge := c.charge(c.ana)
	inquiry := c.inquiry("Ana", func(q *practice.Inquiry) { q.ClientID, q.Outcome = anaID, practice.InquiryContinues })
	c.disclosure(anaID, func(*practice.Disclosure) {})
	wanted := c.request(anaID)
	asked := practice.Screening{ID: practice.NewID(), ClientID: anaID}
	c.do(func(tx *store.Tx) error { _, err := tx.PutScreening(asked); return err })
	taken := practice.Medicine{ID: practice.NewID(), ClientID: anaID, Name: "Sertraline"}
	c.do(func(tx *store.Tx) error { _, err := tx.PutMedicine(taken); return err })
	questions, form := c.form(anaID)
	c.do(func(tx *store.Tx) error {
		_, err := tx.PutClientMeasures(practice.ClientMeasures{ClientID: anaID})
		return err
	})
	far := practice.At(c.now.Add(-1000 * time.Hour))
	end := practice.At(c.now.Add(1000 * time.Hour))

	// Every reader with arguments that find something. A reader missing here
	// fails the test below.
	readers := map[string][]any{
		"Audit": {int64(0), 1000}, "AuditHead": {}, "ChangedSinceBackup": {}, "Client": {anaID}, "Clients": {"", store.AllClients, 0, 100}, "CodeUnconfirmed": {}, "Contacts": {anaID, far, end},
		"LibraryLatest": {practice.ShelfScreening}, "LibraryVersions": {practice.ShelfScreening, "heart", 10}, "LibraryVersion": {practice.ShelfScreening, "heart", 1}, "Doses": {c.ana}, "DosesOfClient": {anaID}, "DosingsSince": {far}, "Draft": {"k"}, "DocumentChoice": {practice.DocSummary, practice.ReaderRecord}, "Entry": {c.dose.Entry.ID}, "Inquiries": {false, 0, 100}, "Inquiry": {inquiry.ID}, "InquiryOf": {anaID}, "LastOf": {practice.ActChange}, "LatestAct": {}, "Note": {c.note.ID},
		"NoteOf": {c.ana}, "Observation": {c.seen.Entry.ID}, "Observations": {c.ana}, "Steps": {c.ana}, "OpenSessions": {}, "Leaving": {c.ana}, "Charge": {charge.ID}, "Charges": {c.ana}, "ChargesOfClient": {anaID}, "EntryChain": {c.dose.Entry.ID}, "MovedIn": {c.ana}, "Ordinal": {c.session, anaID}, "Place": {}, "Letterhead": {}, "Logo": {}, "Prescriber": {prescriber.ID}, "Prescribers": {}, "Practice": {}, "RecentClients": {100},
		"Revisions": {c.note.ID, 100}, "Session": {c.session.ID}, "SessionOf": {c.ana}, "SessionsBetween": {far, end}, "SessionsFollowing": {c.session.ID},
		"SessionsOfClient": {anaID, 100}, "Settings": {}, "UnsignedNotes": {100}, "Unwritten": {100}, "VerifyAudit": {int64(0), ""}, "VitalSigns": {c.ana},
		"Clearance": {cleared.ID}, "Clearances": {anaID}, "ClearanceOf": {c.ana}, "UsedUnder": {anaID}, "BegunUnder": {anaID}, "Consent": {agreed.ID}, "Consents": {anaID},
		"Attachment": {file.ID}, "Attachments": {anaID}, "AttachmentBytes": {file.ID}, "InUse": {anaID},
		"Start": {c.ana}, "SessionClock": {c.session.ID}, "Lifts": {c.ana}, "AdverseEvents": {anaID}, "Readying": {c.session, c.session.Participants[0], practice.Date("2026-03-12")},
		"Screening": {asked.ID}, "Screenings": {anaID, 100}, "ScreeningsDue": {practice.Date("2040-01-01")}, "Resolutions": {anaID}, "Medicine": {taken.ID}, "Medicines": {anaID},
		"PsychotherapyNote": {n.ID}, "PsychotherapyNotes": {anaID, 100}, "PsychotherapyReleases": {anaID, 100}, "Now": {}, "Preparation": {anaID}, "DayCheck": {planned},
		"RecordsRequest": {wanted.ID}, "RecordsRequests": {anaID}, "OpenRecordsRequests": {},
		"Instrument": {questions.Ref()}, "Response": {form.ID}, "Responses": {anaID}, "HasResponses": {anaID}, "ResponsesAtRisk": {}, "ResponsesWithRisk": {anaID}, "RiskLines": {form}, "RiskReviews": {form.ID}, "RiskReviewsOf": {anaID}, "ClientMeasures": {anaID}, "Measuring": {[]string{anaID}}, "MeasuredClients": {far, end},
		"Disclosures": {anaID}, "Courses": {anaID}, "Course": {course.ID}, "CourseAt": {anaID, end}, "Commitments": {anaID, false}, "Commitment": {promise.ID}, "OpenCommitmentsDue": {practice.Date("2020-01-01"), practice.Date("2040-01-01")},
	}
	writers := "AddRiskReview DropClientMeasures DropResponse PutClientMeasures PutResponse StrikeResponse PutDocumentChoice PutRecordsRequest AddDisclosure AddPsychotherapyRelease PutSessionClock EraseInquiry PutInquiry PutScreening AddResolution PutMedicine PutClearance AddConsent RevokeConsent AddAttachment RemoveAttachment PutCommitment PutCourse PutPreparation PutDayCheck AddStart AddLift AddAdverseEvent AddAddition PutLibrary AddAddendum AddDose AddObservation AddVitalSigns KeepRevision PutAppVersion PutLogo PutClient PutCodeUnconfirmed PutDraft PutPlace PutPractice PutPrescriber PutPsychotherapyNote PutSession PutSettings Record RecordBackup SaveDraft SignNote StrikeEntry TouchClient UndoEntry PutLeaving MoveEntry PutCharge RemoveCharge "
	found := map[string]bool{}
	if err := c.s.View(context.Background(), c.now, func(tx *store.Tx) error {
		v := reflect.ValueOf(tx)
		for i := range v.NumMethod() {
			name := v.Type().Method(i).Name
			args, ok := readers[name]
			if !ok {
				if !strings.Contains(writers, name+" ") {
					t.Errorf("%s is neither a reader nor a writer of this test", name)
				}
				continue
			}
			in := make([]reflect.Value, len(args))
			for i, a := range args {
				in[i] = reflect.ValueOf(a)
			}
			for _, out := range v.Method(i).Call(in) {
				if err, ok := out.Interface().(error); ok && err != nil {
					return fmt.Errorf("%s: %w", name, err)
				}
				found[name] = found[name] || strings.Contains(fmt.Sprintf("%+v", out.Interface()), canary)
			}
		}
		return nil
	}); err != nil {
		t.Fatal(err)
	}
	for name, yes := range found {
		if yes != (name == "PsychotherapyNote" || name == "PsychotherapyNotes") {
			t.Errorf("%s finds the canary: %v", name, yes)
		}
	}
	facts, err := store.Describe(context.Background(), c.db, true)
	if err != nil || strings.Contains(fmt.Sprint(facts), canary) {
		t.Errorf("facts %v, %v", facts, err)
	}

	path := filepath.Join(t.TempDir(), "copy.db")
	if err := cipherfs.Copy(context.Background(), c.db, path, key, func(*sql.Conn) error { return nil }, nil); err != nil {
		t.Fatal(err)
	}
	db, err := cipherfs.OpenReadOnly(path, key, nil)
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	if !strings.Contains(dump(t, db, "SELECT text FROM psychotherapy_notes"), canary) {
		t.Error("the backup's copy lost the psychotherapy note")
	}
}

func TestPsychotherapyNoteComesBackAsWritten(t *testing.T) {
	d := newDesk(t)
	ana, ben := d.client("Ana"), d.client("Ben")
	n := practice.PsychotherapyNote{ID: practice.NewID(), ClientID: ana.ID, Text: "One.\n\n*Two.*"}
	var saved practice.PsychotherapyNote
	put := func(n practice.PsychotherapyNote, traced bool) error {
		return d.try(func(tx *store.Tx) (err error) { saved, err = tx.PutPsychotherapyNote(n, traced); return err })
	}
	before := d.audits()
	if err := put(n, false); err != nil {
		t.Fatal(err)
	}
	n.CreatedAt, n.UpdatedAt = practice.At(noon), practice.At(noon)
	get := func(tx *store.Tx) (practice.PsychotherapyNote, error) { return tx.PsychotherapyNote(n.ID) }
	if got := see(d, get); got != n || saved != n {
		t.Errorf("stored %+v, returned %+v, want %+v", got, saved, n)
	}
	if d.audits() != before+1 {
		t.Error("a new note is an act, traced or not")
	}

	d.later(time.Minute)
	if err := put(n, true); err != nil || saved != n || d.audits() != before+1 {
		t.Errorf("repeated: %v, %+v", err, saved)
	}
	typed := n
	typed.Text = "One. Two. Three."
	if err := put(typed, false); err != nil || saved.CreatedAt != n.CreatedAt || saved.UpdatedAt != practice.At(d.now) || d.audits() != before+1 {
		t.Errorf("typed on: %v, %+v, trail of %d", err, saved, d.audits())
	}
	typed.Text = "from where it was read before" // with the time that was seen then
	want(t, put(typed, false), fault.Conflict)
	if saved.Text != "One. Two. Three." {
		t.Errorf("a conflict returns what is stored, not %q", saved.Text)
	}
	if err := put(practice.PsychotherapyNote{ID: n.ID, ClientID: ana.ID, Text: "Four.", UpdatedAt: saved.UpdatedAt}, true); err != nil || d.audits() != before+2 {
		t.Errorf("changed: %v, trail of %d", err, d.audits())
	}
	saved.ClientID = ben.ID
	want(t, put(saved, true), fault.Conflict)
	want(t, d.try(func(tx *store.Tx) error { _, err := tx.PsychotherapyNote(practice.NewID()); return err }), fault.NotFound)
	for _, e := range see(d, func(tx *store.Tx) ([]practice.AuditEntry, error) { return tx.Audit(0, 100) }) {
		if e.Subject == "psychotherapy_note" && e.Detail != "" {
			t.Errorf("the trail says %q", e.Detail)
		}
	}
}

// Text that is saved as it is typed is no act, yet a backup must follow it.
func TestTypingAPsychotherapyNoteAsksForABackup(t *testing.T) {
	d := newDesk(t)
	ana := d.client("Ana")
	n := practice.PsychotherapyNote{ID: practice.NewID(), ClientID: ana.ID, Text: "One."}
	d.do(func(tx *store.Tx) (err error) { n, err = tx.PutPsychotherapyNote(n, true); return err })
	d.do(func(tx *store.Tx) error { return tx.RecordBackup(store.Facts{}, "") })
	n.Text = "One. Two."
	d.do(func(tx *store.Tx) (err error) { n, err = tx.PutPsychotherapyNote(n, false); return err })
	if !see(d, (*store.Tx).ChangedSinceBackup) {
		t.Error("what was typed since would be in no backup")
	}
}

func TestPsychotherapyReleaseIsKept(t *testing.T) {
	d := newDesk(t)
	ana := d.client("Ana")
	x := practice.PsychotherapyRelease{
		ID: practice.NewID(), ClientID: ana.ID, Basis: practice.ReleaseOrder, BasisText: "Order 26-114 of 2 March 2026", Recipient: "Superior Court",
		NoteIDs: []string{practice.NewID(), practice.NewID()}, SHA256: strings.Repeat("a", 64),
	}
	d.do(func(tx *store.Tx) error { return tx.AddPsychotherapyRelease(x) })
	x.ReleasedAt = practice.At(noon)
	list := see(d, func(tx *store.Tx) ([]practice.PsychotherapyRelease, error) {
		return tx.PsychotherapyReleases(ana.ID, 10)
	})
	if len(list) != 1 || !reflect.DeepEqual(list[0], x) {
		t.Errorf("kept %+v", list)
	}
	trail := see(d, func(tx *store.Tx) ([]practice.AuditEntry, error) { return tx.Audit(0, 100) })
	last := trail[len(trail)-1]
	if last.Act != practice.ActExport || last.Subject != "psychotherapy_note" || last.SubjectID != x.ID ||
		last.Detail != "released under an order, notes 2, sha256 "+x.SHA256 {
		t.Errorf("the trail says %+v", last)
	}
	for _, query := range []string{"UPDATE psychotherapy_releases SET recipient = 'nobody'", "DELETE FROM psychotherapy_releases"} {
		if err := d.raw(query); err == nil {
			t.Errorf("%s goes through", query)
		}
	}
}
