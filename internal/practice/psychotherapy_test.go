package practice

import (
	"strings"
	"testing"
)

func TestPsychotherapyNoteValidation(t *testing.T) {
	for name, c := range map[string]struct {
		change func(*PsychotherapyNote)
		want   string
	}{
		"text is enough": {func(*PsychotherapyNote) {}, ""},
		"no text":        {func(n *PsychotherapyNote) { n.Text = " \n" }, "text"},
		"endless":        {func(n *PsychotherapyNote) { n.Text = strings.Repeat("é", 200_001) }, "text"},
		"as long as can": {func(n *PsychotherapyNote) { n.Text = strings.Repeat("é", 200_000) }, ""},
		"no client":      {func(n *PsychotherapyNote) { n.ClientID = "" }, "client_id"},
		"no id":          {func(n *PsychotherapyNote) { n.ID = "1" }, "id"},
	} {
		n := PsychotherapyNote{ID: NewID(), ClientID: NewID(), Text: "A pull towards rescuing."}
		c.change(&n)
		wantRefused(t, name, n.Validate(), c.want)
	}
}

func TestPsychotherapyReleaseValidation(t *testing.T) {
	for name, c := range map[string]struct {
		change func(*PsychotherapyRelease)
		want   string
	}{
		"under an authorization": {func(*PsychotherapyRelease) {}, ""},
		"under an order":         {func(r *PsychotherapyRelease) { r.Basis = ReleaseOrder }, ""},
		"no basis":               {func(r *PsychotherapyRelease) { r.Basis = "" }, "basis"},
		"another basis":          {func(r *PsychotherapyRelease) { r.Basis = "request" }, "basis"},
		"the basis not named":    {func(r *PsychotherapyRelease) { r.BasisText = " " }, "basis_text"},
		"in two lines":           {func(r *PsychotherapyRelease) { r.BasisText = "a\nb" }, "basis_text"},
		"to nobody":              {func(r *PsychotherapyRelease) { r.Recipient = "\t" }, "recipient"},
		"a long recipient":       {func(r *PsychotherapyRelease) { r.Recipient = strings.Repeat("a", 301) }, "recipient"},
		"no notes":               {func(r *PsychotherapyRelease) { r.NoteIDs = nil }, "note_ids"},
		"a note twice":           {func(r *PsychotherapyRelease) { r.NoteIDs = append(r.NoteIDs, r.NoteIDs[0]) }, "note_ids"},
		"a note that is none":    {func(r *PsychotherapyRelease) { r.NoteIDs = []string{"all"} }, "note_ids"},
		"no client":              {func(r *PsychotherapyRelease) { r.ClientID = "" }, "client_id"},
		"more than leave at once": {func(r *PsychotherapyRelease) {
			for range mostReleased {
				r.NoteIDs = append(r.NoteIDs, NewID())
			}
		}, "note_ids"},
	} {
		r := PsychotherapyRelease{
			ClientID: NewID(), Basis: ReleaseAuthorization, BasisText: "Authorization of 3 March 2026, signed by the client",
			Recipient: "Dr. A. Lindqvist, MD", NoteIDs: []string{NewID()},
		}
		c.change(&r)
		r.Normalize()
		wantRefused(t, name, r.Validate(), c.want)
	}
	for _, b := range []ReleaseBasis{ReleaseAuthorization, ReleaseOrder} {
		if b.Label() == "" {
			t.Errorf("%q has no words", b)
		}
	}
}
