package report

import (
	"strings"
	"testing"

	"snowfield/internal/fault"
	"snowfield/internal/practice"
	"snowfield/internal/report/reporttest"
)

func blank(t *testing.T, id string) BlankFormInput {
	t.Helper()
	i, err := practice.CurrentInstrument(id)
	if err != nil {
		t.Fatal(err)
	}
	return BlankFormInput{Practice: sample().Practice, Instrument: i, At: at(0)}
}

// Each questionnaire with its words can be printed: every item in its order, a
// box for each answer, the licence, and nothing of how it is scored.
func TestBlankForms(t *testing.T) {
	golden(t, "blank-phq-9.txt", reporttest.Document(blankForm(blank(t, "phq-9"))))
	for _, i := range practice.Instruments() {
		in := blank(t, i.ID)
		r, err := BlankForm(in)
		if len(i.Items) == 0 {
			if fault.CodeOf(err) != fault.Invalid {
				t.Errorf("%s, of which only the score is entered, is printed: %v", i.Title, err)
			}
			continue
		}
		if err != nil {
			t.Fatal(err)
		}
		text := strings.Join(strings.Fields(reporttest.Text(t, r.PDF)), " ")
		boxes := 0
		for _, page := range reporttest.Read(t, r.PDF) {
			for _, piece := range page {
				for _, c := range i.Choices {
					if piece.Text == questionsOf(in).Choices[c.Value-i.Choices[0].Value].Number {
						boxes++
					}
				}
			}
		}
		if least := len(i.Items) * len(i.Choices); boxes < least {
			t.Errorf("%s has %d boxes with their numbers, of %d", i.Title, boxes, least)
		}
		for _, item := range i.Items {
			if !strings.Contains(text, item.Text) {
				t.Errorf("%s lacks %q", i.Title, item.Text)
			}
		}
		if !strings.Contains(text, i.Licence) || len(r.Unprintable) > 0 {
			t.Errorf("%s: its licence is missing, or %q cannot be printed", i.Title, r.Unprintable)
		}
		for _, b := range i.Bands {
			if strings.Contains(text, b.Label) && b.Label != "moderate" {
				t.Errorf("%s names the band %q", i.Title, b.Label)
			}
		}
	}
}

func TestBlankFormWithAName(t *testing.T) {
	in := blank(t, "gad-7")
	client := sample().Client
	if text := reporttest.Document(blankForm(in)); strings.Contains(text, client.LegalName) {
		t.Error("it carries a name that was not asked for")
	}
	in.Client = &client
	if text := reporttest.Document(blankForm(in)); !strings.Contains(text, client.LegalName) {
		t.Error("it does not carry the name")
	}
}
