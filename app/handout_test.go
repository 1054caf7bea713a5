package app

import (
	"strings"
	"testing"
	"time"

	"snowfield/internal/fault"
	"snowfield/internal/practice"
)

// The practice's text is filled with what is known of the client, and follows
// what becomes known; what is not known is said beside it.
func TestHandout(t *testing.T) {
	b := newBench(t)
	b.create()
	client := b.add("Nell Harrow")
	ask := DocumentRequest{Kind: practice.DocHandout, ClientID: client.ID}
	shown := must(b, b.documents.Make)(ask)
	if len(shown.Notices) != 2 || shown.Notices[1] != "No phone is known for Ada Fielding, LMFT, so a line is left to write on." || !strings.HasPrefix(shown.Notices[0], "Not known, so a line is left to write on: day, ") {
		t.Errorf("notices %q", shown.Notices)
	}
	if want := "Inside: the practice’s text, “Dosing in the office”, the client’s first name and the facts of the course that it names, two numbers to call."; shown.Contents != want {
		t.Errorf("inside: %s", shown.Contents)
	}
	if shown.FileName != "what-to-expect-2026-03-12.pdf" {
		t.Errorf("named %s", shown.FileName)
	}
	if text := b.read(shown); !strings.Contains(text, "____") || strings.ContainsAny(text, "{}") || strings.Contains(text, "Harrow") {
		t.Errorf("it reads\n%s", text)
	}

	library := get(b, b.library.Get)
	if len(library.Handouts) != 2 || library.Handouts[1].Label != "Dosing at home, by video" || len(library.Placeholders) == 0 {
		t.Fatalf("the shelf: %+v", library.Handouts)
	}
	own := practice.Handout{Place: practice.Virtual, Text: "## The day\n\n{name}: {day}, {fasting}, {medicine}, {chaperone}, {prescriber}."}
	_, err := b.library.KeepHandout(practice.Handout{Place: practice.Virtual, Text: "{days}"}, 0)
	if f := b.refused(err, fault.Invalid); f.Fields["text"] != "There is no placeholder {days}. Use one of those listed, or words without braces." {
		t.Errorf("refused with %+v", f)
	}
	_, err = b.library.KeepHandout(practice.Handout{Place: "elsewhere", Text: "Come."}, 0)
	b.refused(err, fault.Invalid)
	kept, err := b.library.KeepHandout(own, 0)
	b.ok(err)
	if got := kept.Handouts[1]; got.Version != 1 || got.Item != own || got.Line != "9 words" || got.Shipped == nil {
		t.Errorf("kept %+v", got)
	}
	versions, err := b.library.Versions(practice.ShelfHandout, "virtual")
	b.ok(err)
	if len(versions) != 2 || !strings.Contains(versions[0].HTML, "<h2>The day</h2>") || versions[1].Version != 0 {
		t.Errorf("versions %+v", versions)
	}

	b.clear(client.ID)
	b.wait(24 * time.Hour)
	v := b.planDosing(practice.Virtual, client.ID)
	b.wait(-24 * time.Hour)
	check := must(b, b.preparations.DayCheck)(v.Parts[0].ParticipantID).Check
	check.Virtual.ChaperoneName, check.Virtual.ChaperonePhone = "Sam *B*", "555 0104"
	_, err = b.preparations.SaveDayCheck(v.Session.ID, check)
	b.ok(err)
	shown = must(b, b.documents.Make)(ask)
	text := b.read(shown)
	for _, want := range []string{"Dosing at home, by video", "Nell: Friday 13 March 2026 at ", "eat nothing for 4 hours before the session", "Sam *B*, 555 0104", "Who to call"} {
		if !strings.Contains(text, want) {
			t.Errorf("%q is not in it\n%s", want, text)
		}
	}

	ask.Parts = []practice.Part{}
	if text := b.read(must(b, b.documents.Make)(ask)); strings.Contains(text, "Who to call") {
		t.Errorf("without the numbers:\n%s", text)
	}
	_, err = b.documents.Make(DocumentRequest{Kind: practice.DocHandout, ClientID: practice.NewID()})
	b.refused(err, fault.NotFound)
}

// The sample's handouts: for the office, and for a client at home.
func TestSampleHandouts(t *testing.T) {
	b := newSampleAt(t)
	for name, file := range map[string]string{"Maren": "handout-maren.txt", "Rowan": "handout-rowan.txt"} {
		b.golden(file, must(b, b.documents.Make)(DocumentRequest{Kind: practice.DocHandout, ClientID: b.named(name).ID}))
	}
}
