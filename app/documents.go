package app

import (
	"cmp"
	"crypto/rand"
	"fmt"
	"slices"
	"time"

	"snowfield/internal/fault"
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
	InstrumentID  string                `json:"instrument_id,omitempty"` // of a blank questionnaire
	Reader        practice.Reader       `json:"reader,omitempty"`        // absent: for whom the document is usually made
	Parts         []practice.Part       `json:"parts,omitempty"`         // absent: the minimum for the reader, or less if less left last time
	From          practice.Date         `json:"from,omitempty"`          // first day of what a superbill charges; absent: the month of the last charge
	To            practice.Date         `json:"to,omitempty"`            // last day
}

// DocumentView is a document ready to be looked at. Its bytes come from the
// asset handler at URL, never from a file.
type DocumentView struct {
	Token       string                `json:"token"`
	URL         string                `json:"url"`
	Kind        practice.DocumentKind `json:"kind"`
	Title       string                `json:"title"`
	Reader      practice.Reader       `json:"reader"`
	Readers     []ReaderOption        `json:"readers"` // empty for a document about nobody
	Pages       int                   `json:"pages"`
	FileName    string                `json:"file_name"` // suggested; without the client's name
	Parts       []DocumentPart        `json:"parts"`     // what it may hold, in its order
	Contents    string                `json:"contents"`  // what is inside, in one line
	LeftOut     string                `json:"left_out"`
	AsLastTime  string                `json:"as_last_time"` // what is left out because it was last time; empty for nothing
	LastTime    string                `json:"last_time"`    // what last time held beyond this; empty for nothing
	LastParts   []practice.Part       `json:"last_parts"`   // that, to be included again
	Unprintable []Character           `json:"unprintable"`  // characters no font has; the page shows a substitute
	From        practice.Date         `json:"from"`         // the days it is about; empty for a document without
	To          practice.Date         `json:"to"`
	Notices     []string              `json:"notices"` // what a reader will miss in it, to be read before it leaves
}

// DocumentPart is something a document may hold.
type DocumentPart struct {
	Part      practice.Part      `json:"part"`
	Label     string             `json:"label"`
	Inclusion practice.Inclusion `json:"inclusion"`
	In        bool               `json:"in"`    // this time
	Usual     bool               `json:"usual"` // in the minimum for the reader
}

// ReaderOption is one for whom a document may be made.
type ReaderOption struct {
	Reader practice.Reader `json:"reader"`
	Label  string          `json:"label"`
}

func readerOptions() []ReaderOption {
	options := []ReaderOption{}
	for _, r := range practice.Readers {
		options = append(options, ReaderOption{r, r.Label()})
	}
	return options
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
	practice.DocPrescriber: makePrescriberReport,
	practice.DocReferral:   makeReferral,
	practice.DocHandout:    makeHandout,
	practice.DocClosing:    makeClosing,
	practice.DocIncident:   makeIncident,
	practice.DocEmergency:  makeEmergencyCard,
	practice.DocPaperLog:   makePaperLog,
	practice.DocSuperbill:  makeSuperbill,
	practice.DocAccounting: makeAccounting,
	practice.DocCourse:     makeCourseSummary,
	practice.DocCourseCopy: makeCourseCopy,
	practice.DocForm:       makeBlankForm,
}

// documentChoice is for whom a document is made, what it holds and what last
// time has to do with it.
type documentChoice struct {
	reader practice.Reader
	practice.Beginning
}

// Make draws a document and keeps it for its preview and export.
func (d *Documents) Make(ask DocumentRequest) (DocumentView, error) {
	choice, err := view(d.core, ask.begin)
	if err != nil {
		return DocumentView{}, err
	}
	if ask.Kind == practice.DocChart {
		return d.makeChart(ask, choice)
	}
	return view(d.core, func(tx *store.Tx) (DocumentView, error) {
		m, err := makers[ask.Kind](tx, ask, choice.Parts)
		if err != nil {
			return DocumentView{}, err
		}
		return d.show(m, ask, choice), nil
	})
}

// begin decides what the document shall hold; it refuses a request that names
// too little.
func (ask DocumentRequest) begin(tx *store.Tx) (documentChoice, error) {
	choice := documentChoice{reader: cmp.Or(ask.Reader, ask.Kind.Reader())}
	if err := ask.Kind.Check(ask.ClientID, ask.SessionID, ask.ParticipantID, ask.EventID); err != nil {
		return choice, err
	}
	if !slices.Contains(practice.Readers, choice.reader) {
		return choice, fault.New(fault.Invalid, "Choose for whom the document is.")
	}
	var last []practice.Part
	kept, err := unlessNone(tx.DocumentChoice(ask.Kind, choice.reader))
	if err != nil {
		return choice, err
	}
	if kept != nil {
		last = *kept
	}
	choice.Beginning = ask.Kind.Begin(choice.reader, last)
	if ask.Parts == nil {
		return choice, nil
	}
	choice.Left = nil
	choice.Parts, err = ask.Kind.Choose(ask.Parts)
	choice.Offers = slices.DeleteFunc(choice.Offers, func(p practice.Part) bool { return choice.Parts[p] })
	return choice, err
}

// show keeps a drawn document for its preview and export.
func (d *Documents) show(m made, ask DocumentRequest, choice documentChoice) DocumentView {
	v := DocumentView{
		Token: rand.Text(), Kind: ask.Kind, Title: ask.Kind.Title(), Reader: choice.reader, Readers: []ReaderOption{}, Pages: m.Pages,
		FileName: ask.Kind.FileName(practice.Date(m.day), ""), LeftOut: ask.Kind.LeftOut(choice.Parts), LastParts: choice.Offers,
		Contents: cmp.Or(m.contents, ask.Kind.Inside(choice.Parts)),
		Parts:    []DocumentPart{}, Unprintable: []Character{}, From: m.from, To: m.to, Notices: append([]string{}, m.notices...),
	}
	v.URL = documentPath + v.Token + ".pdf"
	if m.clientID != "" {
		v.Readers = readerOptions()
	}
	if len(choice.Left) > 0 {
		v.AsLastTime = "As last time, without " + practice.PartsText(choice.Left) + "."
	}
	if len(choice.Offers) > 0 {
		v.LastTime = "Last time you also included " + practice.PartsText(choice.Offers) + "."
	}
	usual := ask.Kind.DefaultFor(choice.reader)
	for _, r := range ask.Kind.Parts() {
		if ask.Kind == practice.DocForm && ask.ClientID == "" {
			continue // there is no name to put on it
		}
		v.Parts = append(v.Parts, DocumentPart{r.Part, r.Part.Label(), r.Inclusion, choice.Parts[r.Part], usual[r.Part]})
	}
	for _, r := range m.Unprintable {
		v.Unprintable = append(v.Unprintable, Character{string(r), fmt.Sprintf("U+%04X", r)})
	}
	d.documents.keep(v.Token, document{
		pdf: m.PDF, kind: ask.Kind, clientID: m.clientID, sessionID: ask.SessionID, day: practice.Date(m.day), pages: m.Pages,
		reader: choice.reader, parts: ask.Kind.List(choice.Parts), leftOut: v.LeftOut,
	})
	return v
}

// dayOf writes the day of a session for a file's name.
func dayOf(s practice.Session) string { return s.Start().In(s.Zone).Format(time.DateOnly) }
