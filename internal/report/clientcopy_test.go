package report

import (
	"bytes"
	"strings"
	"testing"

	"snowfield/internal/fault"
	"snowfield/internal/practice"
	"snowfield/internal/report/reporttest"
)

// copySample is the sample's dosing session, in which a partner took part,
// as its client takes it home.
func copySample() ClientCopyInput {
	in := sample()
	r := in.Session
	r.Session.Participants = append(r.Session.Participants, practice.Participant{ID: "part-9", ClientID: "client-9"})
	partner := seen(50, "", "The partner's own words.", true)
	partner.Entry.ParticipantID = "part-9"
	struck := seen(27, "", "Struck through.", true)
	struck.Entry.StruckAt, struck.Entry.StruckReason = at(28), "not hers"
	marked := seen(42, "laughing", "\"What a place\"", true)
	r.Observations = append(r.Observations, partner, struck, marked)
	r.Start = &practice.Start{ParticipantID: "part-1", Day: practice.DayCheck{Intention: "“To put the armour down for an afternoon.”"}}
	r.Made = []practice.Commitment{
		{ParticipantID: "part-1", Text: "Ten minutes of writing before the phone", DueOn: "2026-03-14"},
		{ParticipantID: "part-1", Text: "Sit by the window, evenings"},
		{ParticipantID: "part-9", Text: "The partner's commitment"},
	}
	r.Settled = []practice.Commitment{
		{SettledIn: "part-1", Text: "Ask Ingrid to drive", State: practice.CommitmentKept},
		{SettledIn: "part-9", Text: "The partner's commitment", State: practice.CommitmentKept},
	}
	return ClientCopyInput{
		Practice: in.Practice, Client: in.Client, Session: r, Window: in.Window,
		Next:  &practice.Session{Kind: practice.Integration, Zone: zone, PlannedStart: at(1594), Place: practice.Office},
		Calls: practice.WhomToCall(in.Practice, &practice.Prescriber{Name: "Dr. A. Lindqvist", Credential: "MD"}, ""),
		Parts: practice.DocClientCopy.Default(), AuditHead: in.AuditHead, At: at(200),
	}
}

func copied(t *testing.T, in ClientCopyInput) string {
	t.Helper()
	d, err := clientCopy(in)
	if err != nil {
		t.Fatal(err)
	}
	return reporttest.Document(d)
}

func TestClientCopy(t *testing.T) {
	got := copied(t, copySample())
	golden(t, "client-copy.txt", got)
	// Neither the partner, nor the log, the note, the vital signs or doses.
	for _, never := range []string{"partner", "Struck through", "Tearful", "aughing", "asked for, left hand", "Eye shades", "Arrived rested", "118/74", "150 mg", "K-2291"} {
		if strings.Contains(got, never) {
			t.Errorf("it tells %q", never)
		}
	}
}

// With all parts it tells the doses and readings, and nothing else more.
func TestClientCopyWhole(t *testing.T) {
	in := copySample()
	in.Parts = whole(practice.DocClientCopy)
	got := copied(t, in)
	golden(t, "client-copy-whole.txt", got)
	for _, never := range []string{"typing slip", "194/78", "K-2291", "therapist", "Hold limits"} {
		if strings.Contains(got, never) {
			t.Errorf("it tells %q", never)
		}
	}
}

// Of the integration there are the words, what was agreed and the next step.
func TestClientCopyOfIntegration(t *testing.T) {
	in := copySample()
	follows := integration()
	dosing := in.Session
	in.Dosing, in.Session, in.Next = &dosing, follows.Session, nil
	words := seen(1600, "", "It is warm, not sharp.", true)
	words.Entry.ParticipantID = "part-2"
	in.Session.Observations = []practice.Observation{words}
	in.At = at(4400) // the window is over
	golden(t, "client-copy-integration.txt", copied(t, in))
}

// A record that is not signed is a draft; what is not known is not printed.
func TestClientCopyDraft(t *testing.T) {
	in := draft()
	got := copied(t, ClientCopyInput{
		Practice: in.Practice, Client: in.Client, Session: in.Session,
		Parts: whole(practice.DocClientCopy), At: in.At,
	})
	golden(t, "client-copy-draft.txt", got)
}

// Each part that can be left out takes its words with it, and only those.
func TestClientCopyParts(t *testing.T) {
	tells := map[practice.Part][]string{
		practice.PartIntention: {"To put the armour down"},
		practice.PartOwnWords:  {"It is so wide in here.", "What a place"},
		practice.PartPractices: {"Ten minutes of writing", "Ask Ingrid to drive"},
		practice.PartNextStep:  {"Thursday 12 March 2026", "Dr. A. Lindqvist", "integration window"},
		practice.PartDoses:     {"62.5 mg"},
		practice.PartVitals:    {"118/74"},
	}
	leavingOut(t, practice.DocClientCopy, tells, func(parts practice.PartSet) string {
		in := copySample()
		in.Parts = parts
		return copied(t, in)
	})
}

func TestClientCopyOfNobody(t *testing.T) {
	in := copySample()
	in.Client.ID = "client-5"
	if _, err := ClientCopy(in); fault.CodeOf(err) != fault.Invalid {
		t.Errorf("made for who was not there: %v", err)
	}
}

func TestClientCopyDrawn(t *testing.T) {
	r, err := ClientCopy(copySample())
	if err != nil {
		t.Fatal(err)
	}
	again, _ := ClientCopy(copySample())
	if !bytes.Equal(r.PDF, again.PDF) {
		t.Error("the same input gave other bytes")
	}
	if r.Pages != 1 || len(r.Unprintable) > 0 {
		t.Errorf("%d pages, cannot print %q", r.Pages, r.Unprintable)
	}
}

// whole is everything a document may hold.
func whole(kind practice.DocumentKind) practice.PartSet {
	set := practice.PartSet{}
	for _, r := range kind.Parts() {
		set[r.Part] = true
	}
	return set
}

// leavingOut leaves out one part after another and looks for its words; the
// words of all other parts stay.
func leavingOut(t *testing.T, kind practice.DocumentKind, tells map[practice.Part][]string, say func(practice.PartSet) string) {
	t.Helper()
	for _, rule := range kind.Parts() {
		if rule.Inclusion == practice.Always {
			continue
		}
		if len(tells[rule.Part]) == 0 {
			t.Errorf("nothing is looked for of %s", rule.Part)
		}
		parts := whole(kind)
		delete(parts, rule.Part)
		text := say(parts)
		for part, words := range tells {
			for _, w := range words {
				if strings.Contains(text, w) == (part == rule.Part) {
					t.Errorf("without %s: %q is there: %t\n%s", rule.Part, w, part != rule.Part, text)
				}
			}
		}
	}
}
