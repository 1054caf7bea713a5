package app

import (
	"net/http/httptest"
	"strings"
	"testing"
	"time"

	"snowfield/internal/practice"
	"snowfield/internal/report/reporttest"
	"snowfield/internal/store"
)

// read returns the text of a document as it is previewed, lines joined.
func (b *bench) read(v DocumentView) string {
	b.Helper()
	answer := httptest.NewRecorder()
	b.app.assets().ServeHTTP(answer, httptest.NewRequest("GET", v.URL, nil))
	return strings.Join(strings.Fields(reporttest.Text(b.TB, answer.Body.Bytes())), " ")
}

// A copy says what its client said and agreed, when they meet again and whom
// to call; of the partner, the log and the note nothing. The line beside it
// counts what is there.
func TestClientCopyOfACouple(t *testing.T) {
	b := newBench(t)
	b.create()
	client, partner := b.add("Nell Harrow"), b.add("Ben Ode")
	client.Intention = "To rest."
	client = must(b, b.clients.Save)(client)
	v := b.planDosing(practice.Office, client.ID, partner.ID)
	b.ready(v)
	v = must(b, b.sessions.Begin)(v.Session.ID)
	part, other := v.Parts[0].ParticipantID, v.Parts[1].ParticipantID
	v = b.dose(b.reading(v, 128, 82), 200)
	write := func(participant, text string) {
		t.Helper()
		b.wait(time.Minute)
		o := practice.Observation{Entry: b.entry(v), Text: text}
		o.Entry.ParticipantID = participant
		_, err := b.sessions.RecordObservation(v.Session.ID, o)
		b.ok(err)
	}
	write(part, "“It is wide in here.”")
	write(part, "Sat up.")
	write(other, "“Where is she?”")
	b.promise(client.ID, part, "Walk each evening", "2026-03-14")
	b.promise(partner.ID, other, "Write to her", "")
	b.wait(3 * time.Hour)
	v = b.end(v.Session.ID)
	b.write(v, "Quiet and inward.")
	b.wait(24 * time.Hour)
	next := b.planDosing(practice.Virtual, client.ID)
	b.wait(-24 * time.Hour)
	check := must(b, b.preparations.DayCheck)(next.Parts[0].ParticipantID).Check
	check.Virtual.EmergencyNumber = "112"
	_, err := b.preparations.SaveDayCheck(next.Session.ID, check)
	b.ok(err)

	ask := DocumentRequest{Kind: practice.DocClientCopy, SessionID: v.Session.ID, ParticipantID: part}
	shown, err := b.documents.Make(ask)
	b.ok(err)
	if want := "Inside: name and date of birth, when and where it was, the intention, one line in the client’s own words, one practice or commitment, the next session, three numbers to call."; shown.Contents != want {
		t.Errorf("inside: %s", shown.Contents)
	}
	if shown.FileName != "client-copy-2026-03-12.pdf" {
		t.Errorf("named %s", shown.FileName)
	}
	text := b.read(shown)
	for _, want := range []string{"For Nell", "Draft.", "“To rest.”", "“It is wide in here.”", "Walk each evening", "We meet again for your next dosing session on Friday 13 March 2026", "by video", "112", "Your integration window is open until"} {
		if !strings.Contains(text, want) {
			t.Errorf("%q is not in it\n%s", want, text)
		}
	}
	for _, never := range []string{"Ben", "Where is she", "Write to her", "Sat up", "Quiet and inward", "128", "200 mg"} {
		if strings.Contains(text, never) {
			t.Errorf("%q is in it", never)
		}
	}

	for _, rule := range ask.Kind.Parts() {
		ask.Parts = append(ask.Parts, rule.Part)
	}
	shown, err = b.documents.Make(ask)
	b.ok(err)
	if !strings.HasSuffix(shown.Contents, "three numbers to call, one dose, one reading.") {
		t.Errorf("inside: %s", shown.Contents)
	}
	if text := b.read(shown); !strings.Contains(text, "128/82") || !strings.Contains(text, "200 mg") {
		t.Errorf("the whole copy: %s", text)
	}
}

// The next session may have no end yet; one that is over, cancelled or of
// another kind is not the next.
func TestNextPlanned(t *testing.T) {
	b := newBench(t)
	b.create()
	client := b.add("Nell Harrow")
	plan := func(kind practice.SessionKind, in time.Duration, end time.Duration) practice.Session {
		t.Helper()
		s := practice.Session{
			ID: practice.NewID(), Kind: kind, PlannedStart: practice.At(b.clock.Add(in)), Zone: "America/Los_Angeles", Place: practice.Office,
			Participants: []practice.Participant{{ID: practice.NewID(), ClientID: client.ID}},
		}
		if end > 0 {
			s.PlannedEnd = s.PlannedStart.Add(end)
		}
		return must(b, b.sessions.Save)(s).Session
	}
	next := func(kind practice.SessionKind) string {
		t.Helper()
		s, err := view(b.app.core, func(tx *store.Tx) (*practice.Session, error) { return nextPlanned(tx, client.ID, kind) })
		b.ok(err)
		if s == nil {
			return ""
		}
		return s.ID
	}
	plan(practice.Talk, -2*time.Hour, time.Hour)
	plan(practice.Talk, -time.Hour, 0)
	if got := next(""); got != "" {
		t.Error("a session that is over is the next")
	}
	dosing := plan(practice.Dosing, 48*time.Hour, 0)
	talk := plan(practice.Talk, 24*time.Hour, time.Hour)
	if next("") != talk.ID || next(practice.Dosing) != dosing.ID {
		t.Error("another session is the next")
	}
	must(b, b.sessions.Cancel)(talk.ID)
	if next("") != dosing.ID {
		t.Error("a cancelled session is the next")
	}
}

// The sample's copies: of a dosing session, and of the integration that
// followed one.
func TestSampleClientCopies(t *testing.T) {
	b := newSampleAt(t)
	maren := b.named("Maren")
	dosing := b.heldDosing(maren.ID, 1)
	copied := func(s practice.Session) DocumentView {
		return must(b, b.documents.Make)(DocumentRequest{Kind: practice.DocClientCopy, SessionID: s.ID, ParticipantID: participantOf(s, maren.ID).ID})
	}
	following, err := view(b.app.core, func(tx *store.Tx) ([]practice.Session, error) { return tx.SessionsFollowing(dosing.Session.ID) })
	b.ok(err)
	b.golden("client-copy-dosing.txt", copied(dosing.Session))
	for _, s := range following {
		if s.Kind == practice.Integration {
			b.golden("client-copy-integration.txt", copied(s))
			return
		}
	}
	t.Error("no integration followed")
}
