package report

import (
	"bytes"
	"flag"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"

	"snowfield/internal/fault"
	"snowfield/internal/practice"
	"snowfield/internal/report/reporttest"
)

var update = flag.Bool("update", false, "write the golden files anew")

// golden compares what a document says with a file of testdata.
func golden(t *testing.T, name, got string) {
	t.Helper()
	path := filepath.Join("testdata", name)
	if *update {
		if err := os.WriteFile(path, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if got != string(want) {
		t.Errorf("%s differs; run go test ./internal/report -update and read the change\ngot:\n%s", path, got)
	}
}

func words(t *testing.T, in SummaryInput) string {
	t.Helper()
	d, err := summary(in)
	if err != nil {
		t.Fatal(err)
	}
	return reporttest.Document(d)
}

func draw(t testing.TB, in SummaryInput) Result {
	t.Helper()
	r, err := SessionSummary(in)
	if err != nil {
		t.Fatal(err)
	}
	return r
}

func TestDosingSummary(t *testing.T) { golden(t, "dosing.txt", words(t, sample())) }

// It names the clearance the session began under, and holds readings and doses
// against it.
func TestSummaryUnderOrder(t *testing.T) { golden(t, "under-order.txt", words(t, underOrder())) }

// integration is the sample's integration session with its own summary, and
// with what was taken on and settled in it.
func integration() SummaryInput {
	in := sample()
	dosing := in.Session
	in.Session, in.Dosing, in.Following = in.Following[0], &dosing, nil
	in.Session.Made = []practice.Commitment{
		{ParticipantID: "part-2", Text: "Write ten minutes before the phone, mornings", DueOn: "2026-03-14"},
		{ParticipantID: "part-2", Text: "Sit by the window", State: practice.CommitmentKept},
		{ParticipantID: "part-9", Text: "belongs to the other client"},
	}
	in.Session.Settled = []practice.Commitment{
		{SettledIn: "part-2", Text: "Ask Ingrid to drive", State: practice.CommitmentKept},
		{SettledIn: "part-2", Text: "A cold shower each day", State: practice.CommitmentLetGo},
		{SettledIn: "part-9", Text: "belongs to the other client", State: practice.CommitmentKept},
	}
	return in
}

func TestIntegrationSummary(t *testing.T) { golden(t, "integration.txt", words(t, integration())) }

// A check-in says how the client was reached; a voicemail reached nobody.
func TestCheckInSummary(t *testing.T) {
	in := integration()
	s := &in.Session.Session
	s.Kind, s.Contact, s.ActualEnd, s.PlannedStart, s.PlannedEnd = practice.CheckIn, practice.ContactPhone, at(1596), at(1594), at(1596)
	in.Session.Made, in.Session.Settled = nil, nil
	golden(t, "check-in.txt", words(t, in))
	s.Contact = practice.ContactVoicemail
	if got := words(t, in); !strings.Contains(got, "Reached = Voicemail left, not reached") {
		t.Errorf("a voicemail says\n%s", got)
	}
}

// draft is a session in which little is known: nothing that is missing may
// print as a zero or a made-up value.
func draft() SummaryInput {
	s := practice.Session{
		ID: "session-1", Kind: practice.Dosing, Zone: zone, Place: practice.Virtual,
		Participants: []practice.Participant{{ID: "part-1", ClientID: "client-1"}, {ID: "part-9", ClientID: "client-9"}},
		PlannedStart: at(-26), ActualStart: at(-22),
	}
	refused := practice.DoseEvent{Entry: entry(0), NotGiven: true, Reason: "blood pressure 172/104 after rest"}
	other := seen(3, "", "belongs to the other client", false)
	other.Entry.ParticipantID = "part-9"
	return SummaryInput{
		Parts:    practice.DocSummary.Default(),
		Practice: practice.Practice{TherapistName: "Miriam Okafor", Zone: zone},
		Client:   practice.Client{ID: "client-1", LegalName: "Jo"},
		Session: Record{
			Session:      s,
			Doses:        []practice.DoseEvent{refused},
			Vitals:       []practice.VitalSigns{{Entry: entry(-4), SystolicMmHg: n(172), DiastolicMmHg: n(104)}},
			Observations: []practice.Observation{other, seen(5, "chest_pain", "", false)},
			Note:         &practice.Note{ID: "note-1", ParticipantID: "part-1", Kind: practice.Dosing, Sections: practice.ShippedOutline(practice.Dosing).Sections},
		},
		At: at(20),
	}
}

func TestDraftSummary(t *testing.T) {
	got := words(t, draft())
	golden(t, "draft.txt", got)
	for _, wrong := range []string{" 0 mg", "null", "nil", "belongs to the other"} {
		if strings.Contains(got, wrong) {
			t.Errorf("the draft says %q", wrong)
		}
	}
}

func TestClientOfAnotherSession(t *testing.T) {
	in := sample()
	in.Client.ID = "client-7"
	if _, err := SessionSummary(in); fault.CodeOf(err) != fault.Invalid {
		t.Errorf("got %v", err)
	}
}

func TestTwoPages(t *testing.T) {
	if r := draw(t, sample()); r.Pages != 2 || len(r.Unprintable) != 0 {
		t.Errorf("%d pages, unprintable %q", r.Pages, string(r.Unprintable))
	}
}

func TestSameInputSameBytes(t *testing.T) {
	want := draw(t, sample()).PDF
	var drawing sync.WaitGroup
	for range 6 {
		drawing.Go(func() {
			r, err := SessionSummary(sample())
			if err != nil || !bytes.Equal(r.PDF, want) {
				t.Errorf("the same input gave other bytes, or %v", err)
			}
		})
	}
	drawing.Wait()
}

// Everything typed is in the file that leaves the practice.
func TestFileHoldsWhatWasTyped(t *testing.T) {
	text := reporttest.Text(t, draw(t, sample()).PDF)
	flat := strings.Join(strings.Fields(text), " ")
	for _, want := range []string{
		"Maren Elisabeth Holt", "150 mg", "62.5 mg booster", "212.5 mg taken in all", "118/74", "194/78", "typing slip, 134 was meant",
		"Systolic 146 is above the caution limit of 140", "“It is so wide in here.”", "“To put the armour down for an afternoon.”",
		"Grief arrived without collapse", "half an hour", "Check-in by phone on Saturday", "Miriam Okafor, LMFT",
		strings.Repeat("9f86d081884c7d65", 4), "She called Ingrid on Thursday evening.", "Page 1 of 2", "Page 2 of 2", "Left out: psychotherapy notes",
	} {
		if !strings.Contains(flat, want) {
			t.Errorf("the file lacks %q", want)
		}
	}
}

// The file's own properties are shown by every file manager and mail program.
func TestPropertiesHoldNoClient(t *testing.T) {
	file := draw(t, sample()).PDF
	for _, name := range []string{"Maren", "Holt", "Okafor", "Harbor"} {
		wide := make([]byte, 0, 2*len(name))
		for _, c := range []byte(name) {
			wide = append(wide, 0, c)
		}
		if bytes.Contains(file, []byte(name)) || bytes.Contains(file, wide) {
			t.Errorf("%q stands outside the pages", name)
		}
	}
	if !bytes.Contains(file, []byte("/Lang (en-US)")) || !bytes.Contains(file, []byte("<dc:language>")) {
		t.Error("the language is missing")
	}
}

func TestNamesOfTheWorld(t *testing.T) {
	for _, c := range []struct{ name, printed, unprintable string }{
		{"Đỗ Nguyễn Ánh", "Đỗ Nguyễn Ánh", ""},
		{"Łukasz Żółć", "Łukasz Żółć", ""},
		{"Ελένη Παπαδοπούλου", "Ελένη Παπαδοπούλου", ""},
		{"Дмитрий Щербаков", "Дмитрий Щербаков", ""},
		{"İbrahim Şahin", "İbrahim Şahin", ""},
		{"Sofia", "Sofia", ""},
		{"Zoe\u0308 A\u030angstro\u0308m", "Zoë Ångström", ""},
		{"Ana 🙂 Li", "Ana [U+1F642] Li", "🙂"},
		{"李明 Li", "[U+674E][U+660E] Li", "明李"},
		{"a\u200db\ufeffc", "abc", ""},
	} {
		in := sample()
		in.Client.LegalName, in.Client.PreferredName = c.name, ""
		r := draw(t, in)
		text := strings.ReplaceAll(reporttest.Text(t, r.PDF), "\n", " ")
		if !strings.Contains(strings.ReplaceAll(text, " ", ""), strings.ReplaceAll("Client"+c.printed+"Born", " ", "")) {
			t.Errorf("%q is not printed as %q", c.name, c.printed)
		}
		if string(r.Unprintable) != c.unprintable {
			t.Errorf("%q: unprintable %q, want %q", c.name, string(r.Unprintable), c.unprintable)
		}
	}
}

// long is a session with far more in it than any real one.
func long() SummaryInput {
	in := sample()
	for i := range 40 {
		in.Session.Vitals = append(in.Session.Vitals, reading(150+i, 120, 80, 70, 98))
	}
	for i := range 200 {
		in.Session.Observations = append(in.Session.Observations, seen(100+i, "", "Breathing slow, hands open, a long silence.", i%3 == 0))
	}
	in.Session.Observations = append(in.Session.Observations, seen(310, "", strings.Repeat("One entry longer than a page. ", 400), false))
	note := *in.Session.Note
	note.Sections = append([]practice.Section(nil), note.Sections...)
	note.Sections[1].Body = strings.Repeat("She stayed with the image and described it slowly, as one describes a room. ", 400)
	in.Session.Note = &note
	return in
}

func TestLongSession(t *testing.T) {
	r := draw(t, long())
	pages := reporttest.Read(t, r.PDF)
	if len(pages) != r.Pages || r.Pages < 10 {
		t.Fatalf("%d pages, result says %d", len(pages), r.Pages)
	}
	heads := 0
	for i, p := range pages {
		if strings.Contains(p.Text(), "Observed") {
			heads++
		}
		for _, piece := range p {
			if piece.X < 55 || piece.X > 552 || piece.Y < 18 || piece.Y > 760 {
				t.Errorf("page %d: %q stands outside the margins, at %.0f, %.0f", i+1, piece.Text, piece.X, piece.Y)
			}
		}
	}
	if heads < 5 {
		t.Errorf("the head of the observations is on %d pages", heads)
	}
	text := strings.Join(strings.Fields(reporttest.Text(t, r.PDF)), " ")
	if got := strings.Count(text, "Breathing slow"); got != 200 {
		t.Errorf("%d of 200 observations are printed", got)
	}
	if got := strings.Count(text, "entry longer"); got < 390 {
		t.Errorf("the long entry is cut: %d", got)
	}
}

func BenchmarkSessionSummary(b *testing.B) {
	in := sample()
	for b.Loop() {
		draw(b, in)
	}
}
