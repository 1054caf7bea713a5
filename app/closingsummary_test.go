package app

import (
	"strings"
	"testing"
	"time"

	"snowfield/internal/fault"
	"snowfield/internal/practice"
)

// A closing summary is a draft while the course runs, and is of the course
// that ended once it is complete; sessions outside it are not in it.
func TestClosingSummary(t *testing.T) {
	b := newBench(t)
	b.create()
	ana := b.add("Ana Reyes")
	ask := DocumentRequest{Kind: practice.DocClosing, ClientID: ana.ID}
	_, err := b.documents.Make(ask)
	b.refused(err, fault.Blocked)
	b.hold(practice.Talk, ana.ID, "")
	b.wait(24 * time.Hour)

	course := b.plan(ana.ID, nil).Course
	b.wait(time.Hour)
	dosing := b.hold(practice.Dosing, ana.ID, "")
	b.promise(ana.ID, dosing.Parts[0].ParticipantID, "Walk each evening", "2026-03-20")
	shown := must(b, b.documents.Make)(ask)
	if want := "Inside: name and date of birth, the course, which is not complete, one session, one dose, one practice or commitment, the next step."; shown.Contents != want {
		t.Errorf("inside: %s", shown.Contents)
	}
	if text := b.read(shown); !strings.Contains(text, "Draft. The course is not complete.") || strings.Contains(text, "Signature") {
		t.Errorf("while it runs:\n%s", text)
	}

	b.wait(time.Hour)
	_, err = b.courses.Complete(course.ID, course.Version, practice.EndingReferred, "She sleeps again.")
	b.ok(err)
	b.wait(time.Hour)
	b.hold(practice.Talk, ana.ID, "")
	shown = must(b, b.documents.Make)(ask)
	text := b.read(shown)
	for _, want := range []string{"To sleep.", "She sleeps again.", "Dosing 1 held, 2 planned", "One dose in one session", "200 mg", "None recorded in this course.", "Walk each evening", "for 20 Mar 2026", "Referred on. No further session is planned.", "Until 13 Mar 2033", "Signature"} {
		if !strings.Contains(text, want) {
			t.Errorf("%q is not in it\n%s", want, text)
		}
	}
	if strings.Contains(text, "Draft") || strings.Contains(text, "Talk session") || strings.Contains(shown.FileName, "Ana") {
		t.Errorf("%s:\n%s", shown.FileName, text)
	}
}

// The sample's courses: one that is over, and one that runs.
func TestSampleClosingSummaries(t *testing.T) {
	b := newSampleAt(t)
	for name, file := range map[string]string{"Otto": "closing-otto.txt", "Maren": "closing-maren.txt"} {
		b.golden(file, must(b, b.documents.Make)(DocumentRequest{Kind: practice.DocClosing, ClientID: b.named(name).ID}))
	}
}
