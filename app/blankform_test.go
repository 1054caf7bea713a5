package app

import (
	"slices"
	"strings"
	"testing"

	"snowfield/internal/fault"
	"snowfield/internal/practice"
)

// A blank questionnaire is about nobody unless it carries a client's name; one
// whose score alone is entered has no words to print. A client with a form has
// a course to summarise.
func TestBlankForm(t *testing.T) {
	b := newBench(t)
	b.create()
	client := b.add("Nell Harrow")
	ask := DocumentRequest{Kind: practice.DocForm, InstrumentID: "gad-7"}
	nobody := must(b, b.documents.Make)(ask)
	if len(nobody.Parts)+len(nobody.Readers) > 0 || !strings.Contains(b.read(nobody), "Trouble relaxing") {
		t.Errorf("about nobody: %+v", nobody)
	}
	ask.ClientID = client.ID
	unnamed := must(b, b.documents.Make)(ask)
	if len(unnamed.Parts) != 1 || unnamed.Parts[0].In || len(unnamed.Readers) > 0 || strings.Contains(b.read(unnamed), "Harrow") {
		t.Errorf("from a chart: %+v", unnamed)
	}
	ask.Parts = []practice.Part{practice.PartIdentity}
	named := must(b, b.documents.Make)(ask)
	if len(named.Readers) == 0 || !strings.Contains(b.read(named), "Nell Harrow") {
		t.Errorf("with the name: %+v", named)
	}
	for id, want := range map[string]fault.Code{"who-5": fault.Invalid, "none": fault.NotFound, "": fault.NotFound} {
		_, err := b.documents.Make(DocumentRequest{Kind: practice.DocForm, InstrumentID: id})
		b.refused(err, want)
	}

	offered := func() bool {
		return slices.ContainsFunc(must(b, b.documents.Offers)(client.ID), func(o DocumentOffer) bool { return o.Kind == practice.DocCourse })
	}
	if offered() {
		t.Error("a course without anything in it is offered")
	}
	must(b, (&Measures{b.app.core}).Begin)(FormStart{ID: practice.NewID(), ClientID: client.ID, InstrumentID: "phq-9", By: practice.AnsweredAsked})
	if !offered() {
		t.Error("a course with a form is not offered")
	}
	for _, kind := range []practice.DocumentKind{practice.DocCourse, practice.DocCourseCopy} {
		if v := must(b, b.documents.Make)(DocumentRequest{Kind: kind, ClientID: client.ID}); v.Pages != 1 {
			t.Errorf("%s of next to nothing has %d pages", kind, v.Pages)
		}
	}
}
