package report

import (
	"bytes"
	"strings"
	"testing"

	"snowfield/internal/practice"
	"snowfield/internal/report/reporttest"
)

func released() PsychotherapyReleaseInput {
	in := sample()
	return PsychotherapyReleaseInput{
		Practice: in.Practice, Client: in.Client, At: at(3000),
		Release: practice.PsychotherapyRelease{
			Basis: practice.ReleaseAuthorization, BasisText: "Authorization of 12 March 2026, signed by the client", Recipient: "Dr. A. Lindqvist, MD",
		},
		Notes: []practice.PsychotherapyNote{
			{ID: "note-2", Text: "A pull towards rescuing.\n\n- hers\n- *mine*", CreatedAt: at(1700), UpdatedAt: at(1710)},
			{ID: "note-1", Text: "I think of her mother when she is still.", CreatedAt: at(200), UpdatedAt: at(200)},
		},
	}
}

func drawRelease(t *testing.T, in PsychotherapyReleaseInput) Result {
	t.Helper()
	r, err := PsychotherapyRelease(in)
	if err != nil {
		t.Fatal(err)
	}
	return r
}

func TestPsychotherapyRelease(t *testing.T) {
	golden(t, "psychotherapy.txt", reporttest.Document(psychotherapyRelease(released())))
}

// Whichever page is held in the hand, it says what it is and what allowed it.
func TestEveryPageOfAReleaseSaysWhatItIs(t *testing.T) {
	in := released()
	in.Release.Basis, in.Release.Recipient = practice.ReleaseOrder, strings.Repeat("The Superior Court of the County, ", 8)
	in.Notes[0].Text = strings.Repeat("A pull towards rescuing, hers and mine. ", 400)
	r := drawRelease(t, in)
	if r.Pages < 3 {
		t.Fatalf("%d pages are too few to look at", r.Pages)
	}
	for i, page := range reporttest.Read(t, r.PDF) {
		text := strings.Join(strings.Fields(page.Text()), " ")
		if !strings.Contains(text, "Psychotherapy notes, released under an order") || !strings.Contains(text, "Maren Elisabeth Holt") {
			t.Errorf("page %d does not say so:\n%s", i+1, text)
		}
	}
	if !bytes.Equal(r.PDF, drawRelease(t, in).PDF) {
		t.Error("the same input gave other bytes")
	}
}

// What a file manager shows of it is its title alone.
func TestAReleaseKeepsItsPropertiesPlain(t *testing.T) {
	file := drawRelease(t, released()).PDF
	for _, secret := range []string{"Holt", "Lindqvist", "rescuing"} {
		if bytes.Contains(file, []byte(secret)) {
			t.Errorf("%q stands outside the page", secret)
		}
	}
}
