package app

import (
	"cmp"
	"crypto/rand"
	"fmt"
	"strings"
	"time"

	"snowfield/internal/practice"
	"snowfield/internal/report"
	"snowfield/internal/store"
)

// Documents is bound: previewing and exporting.
type Documents struct{ *core }

// DocumentRequest names a document, what it is about and what it shall hold.
// Which ids it needs depends on its kind.
type DocumentRequest struct {
	Kind          practice.DocumentKind `json:"kind"`
	ClientID      string                `json:"client_id"`
	SessionID     string                `json:"session_id"`
	ParticipantID string                `json:"participant_id"`
	EventID       string                `json:"event_id"`
	Parts         []practice.Part       `json:"parts,omitempty"` // absent: the document's default
	From          practice.Date         `json:"from,omitempty"`  // first day of what a superbill charges; absent: the month of the last charge
	To            practice.Date         `json:"to,omitempty"`    // last day
}

// DocumentView is a document ready to be looked at. Its bytes come from the
// asset handler at URL, never from a file.
type DocumentView struct {
	Token       string                `json:"token"`
	URL         string                `json:"url"`
	Kind        practice.DocumentKind `json:"kind"`
	Title       string                `json:"title"`
	Pages       int                   `json:"pages"`
	FileName    string                `json:"file_name"` // suggested; without the client's name
	Parts       []DocumentPart        `json:"parts"`     // what it may hold, in its order
	Contents    string                `json:"contents"`  // what is inside, in one line
	LeftOut     string                `json:"left_out"`
	Unprintable []Character           `json:"unprintable"` // characters no font has; the page shows a substitute
	From        practice.Date         `json:"from"`        // the days it is about; empty for a document without
	To          practice.Date         `json:"to"`
	Notices     []string              `json:"notices"` // what a reader will miss in it, to be read before it leaves
}

// DocumentPart is something a document may hold.
type DocumentPart struct {
	Part      practice.Part      `json:"part"`
	Label     string             `json:"label"`
	Inclusion practice.Inclusion `json:"inclusion"`
	In        bool               `json:"in"` // this time
}

// Character names a character that cannot be printed.
type Character struct {
	Char string `json:"char"`
	Code string `json:"code"` // "U+4E2D"
}

// made is a drawn document and what is known about it.
type made struct {
	report.Result
	clientID string // empty for what is about nobody
	day      string // "2026-03-12", for the file's name; empty for none
	contents string // what is inside, in one line; empty: the names of its parts
	from, to practice.Date
	notices  []string
}

// makers draws each kind of document from the records, with the parts that
// were chosen.
var makers = map[practice.DocumentKind]func(*store.Tx, DocumentRequest, practice.PartSet) (made, error){
	practice.DocSummary:    makeSummary,
	practice.DocClientCopy: makeClientCopy,
	practice.DocIncident:   makeIncident,
	practice.DocEmergency:  makeEmergencyCard,
	practice.DocPaperLog:   makePaperLog,
}

// Make draws a document and keeps it for its preview and export.
func (d *Documents) Make(ask DocumentRequest) (DocumentView, error) {
	return view(d.core, func(tx *store.Tx) (DocumentView, error) {
		if err := ask.Kind.Check(ask.ClientID, ask.SessionID, ask.ParticipantID, ask.EventID); err != nil {
			return DocumentView{}, err
		}
		parts := ask.Kind.Default()
		if ask.Parts != nil {
			chosen, err := ask.Kind.Choose(ask.Parts)
			if err != nil {
				return DocumentView{}, err
			}
			parts = chosen
		}
		m, err := makers[ask.Kind](tx, ask, parts)
		if err != nil {
			return DocumentView{}, err
		}
		return d.show(m, ask, parts), nil
	})
}

// show keeps a drawn document for its preview and export.
func (d *Documents) show(m made, ask DocumentRequest, parts practice.PartSet) DocumentView {
	v := DocumentView{
		Token: rand.Text(), Kind: ask.Kind, Title: ask.Kind.Title(), Pages: m.Pages,
		FileName: fileName(ask.Kind, m.day), LeftOut: ask.Kind.LeftOut(parts),
		Contents: cmp.Or(m.contents, ask.Kind.Inside(parts)),
		Parts:    []DocumentPart{}, Unprintable: []Character{}, From: m.from, To: m.to, Notices: append([]string{}, m.notices...),
	}
	v.URL = documentPath + v.Token + ".pdf"
	for _, r := range ask.Kind.Parts() {
		v.Parts = append(v.Parts, DocumentPart{r.Part, r.Part.Label(), r.Inclusion, parts[r.Part]})
	}
	for _, r := range m.Unprintable {
		v.Unprintable = append(v.Unprintable, Character{string(r), fmt.Sprintf("U+%04X", r)})
	}
	d.documents.keep(v.Token, document{pdf: m.PDF, title: v.Title, name: v.FileName, sessionID: ask.SessionID})
	return v
}

// fileName suggests a name that says nothing about the client:
// "session-summary-2026-03-12.pdf".
func fileName(kind practice.DocumentKind, day string) string {
	name := strings.ReplaceAll(string(kind), "_", "-")
	if day != "" {
		name += "-" + day
	}
	return name + ".pdf"
}

// dayOf writes the day of a session for a file's name.
func dayOf(s practice.Session) string { return s.Start().In(s.Zone).Format(time.DateOnly) }
