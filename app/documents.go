package app

import (
	"cmp"
	"context"
	"crypto/rand"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"net/http"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"sync"
	"time"

	"snowfield/internal/disk"
	"snowfield/internal/fault"
	"snowfield/internal/practice"
	"snowfield/internal/report"
	"snowfield/internal/store"
)

// Documents is bound: previewing and exporting.
type Documents struct{ *core }

// DocumentView is a document ready to be looked at. Its bytes come from the
// asset handler at URL, never from a file.
type DocumentView struct {
	Token       string      `json:"token"`
	URL         string      `json:"url"`
	Title       string      `json:"title"`
	Pages       int         `json:"pages"`
	FileName    string      `json:"file_name"` // suggested; without the client's name
	Contents    string      `json:"contents"`  // what is inside, in one line
	LeftOut     string      `json:"left_out"`
	Unprintable []Character `json:"unprintable"` // characters no font has; the page shows a substitute
}

// Character names a character that cannot be printed.
type Character struct {
	Char string `json:"char"`
	Code string `json:"code"` // "U+4E2D"
}

// Exported says where a document was written.
type Exported struct {
	Path     string `json:"path"` // empty when the person chose no place
	Sentence string `json:"sentence"`
}

// Summary makes the session summary of one participant.
func (d *Documents) Summary(sessionID, participantID string) (DocumentView, error) {
	return view(d.core, func(tx *store.Tx) (DocumentView, error) {
		in, err := summaryInput(tx, sessionID, participantID)
		if err != nil {
			return DocumentView{}, err
		}
		made, err := report.SessionSummary(in)
		if err != nil {
			return DocumentView{}, err
		}
		return d.show(made, DocumentView{
			Title:    "Session summary",
			FileName: "session-summary-" + dayOf(in.Session.Session) + ".pdf",
			Contents: contents(in),
			LeftOut:  "Left out: psychotherapy notes, which are kept apart and are in no document.",
		}, sessionID), nil
	})
}

// EmergencyCard makes the emergency card of one participant, one page.
func (d *Documents) EmergencyCard(sessionID, participantID string) (DocumentView, error) {
	return view(d.core, func(tx *store.Tx) (DocumentView, error) {
		in, err := emergencyInput(tx, sessionID, participantID)
		if err != nil {
			return DocumentView{}, err
		}
		made, err := report.EmergencyCard(report.EmergencyCardInput{
			Practice: in.Practice, Card: practice.CardOf(in), Zone: in.Session.Zone, At: in.Now,
		})
		if err != nil {
			return DocumentView{}, err
		}
		return d.show(made, DocumentView{
			Title:    "Emergency card",
			FileName: "emergency-card-" + dayOf(in.Session) + ".pdf",
			Contents: "Inside: where the client is, whom to call, the steps of the plan, doses and last vital signs of this session, allergies, medicines and the watch.",
			LeftOut:  "Left out: everything else of the record.",
		}, sessionID), nil
	})
}

// dayOf writes the day of a session for a file's name.
func dayOf(s practice.Session) string { return s.Start().In(s.Zone).Format(time.DateOnly) }

// show keeps a drawn document for its preview and export.
func (d *Documents) show(made report.Result, v DocumentView, sessionID string) DocumentView {
	v.Token, v.Pages, v.Unprintable = rand.Text(), made.Pages, []Character{}
	v.URL = documentPath + v.Token + ".pdf"
	for _, r := range made.Unprintable {
		v.Unprintable = append(v.Unprintable, Character{string(r), fmt.Sprintf("U+%04X", r)})
	}
	d.documents.keep(v.Token, document{pdf: made.PDF, title: v.Title, name: v.FileName, sessionID: sessionID})
	return v
}

// contents says in one line what a summary holds.
func contents(in report.SummaryInput) string {
	parts := []string{"session facts"}
	count := func(n int, one, many string) {
		if n > 0 {
			parts = append(parts, strings.ToLower(practice.CountText(n, one, many)))
		}
	}
	if in.Session.Start != nil {
		parts = append(parts, "how ready the client was")
	}
	count(len(in.Session.Events), "adverse event", "adverse events")
	count(len(in.Session.Doses), "dose", "doses")
	count(len(in.Session.Vitals), "reading", "readings")
	count(len(in.Session.Observations), "observation", "observations")
	if in.Session.Leaving != nil {
		parts = append(parts, "how the client left")
	}
	if n := in.Session.Note; n != nil {
		state := "the note, a draft"
		if n.Signed() {
			state = "the signed note"
		}
		parts = append(parts, state)
		count(len(n.Addenda), "addendum", "addenda")
	}
	count(len(in.Session.Made)+len(in.Session.Settled), "commitment", "commitments")
	count(len(in.Following), "note that follows it", "notes that follow it")
	text := strings.Join(parts, ", ")
	return "Inside: " + text + "."
}

// summaryInput gathers everything of one participant's session.
func summaryInput(tx *store.Tx, sessionID, participantID string) (in report.SummaryInput, err error) {
	s, err := tx.Session(sessionID)
	if err != nil {
		return in, err
	}
	clientID := clientOf(s, participantID)
	if in.Client, err = tx.Client(clientID); err != nil {
		return in, err
	}
	if in.Practice, err = tx.Practice(); err != nil {
		return in, err
	}
	if _, in.AuditHead, err = tx.AuditHead(); err != nil {
		return in, err
	}
	in.At = tx.Now()
	settings, err := tx.Settings()
	if err != nil {
		return in, err
	}
	if in.Session, err = recordOf(tx, s, clientID); err != nil {
		return in, err
	}
	dosing := s
	if s.DosingSessionID != "" {
		followed, err := tx.Session(s.DosingSessionID)
		if err != nil {
			return in, err
		}
		if participantOf(followed, clientID).ID != "" { // a partner may not have been in it
			r, err := recordOf(tx, followed, clientID)
			if err != nil {
				return in, err
			}
			dosing, in.Dosing = followed, &r
		}
	}
	w, _, ok, err := windowFor(tx, dosing, participantOf(dosing, clientID), settings)
	if err != nil {
		return in, err
	}
	if ok {
		in.Window = &w
	}
	if s.Kind == practice.Dosing {
		following, err := tx.SessionsFollowing(s.ID)
		if err != nil {
			return in, err
		}
		for _, f := range following {
			if participantOf(f, clientID).ID == "" {
				continue // the other partner's session
			}
			r, err := recordOf(tx, f, clientID)
			if err != nil {
				return in, err
			}
			if r.Note != nil {
				in.Following = append(in.Following, r)
			}
		}
	}
	return in, nil
}

func recordOf(tx *store.Tx, s practice.Session, clientID string) (r report.Record, err error) {
	p := participantOf(s, clientID)
	r.Session = s
	if r.Number, err = tx.Ordinal(s, clientID); err != nil {
		return r, err
	}
	if r.Doses, err = tx.Doses(p.ID); err != nil {
		return r, err
	}
	if r.Vitals, err = tx.VitalSigns(p.ID); err != nil {
		return r, err
	}
	if r.Observations, err = tx.Observations(p.ID); err != nil {
		return r, err
	}
	if r.Clearance, _, err = tx.ClearanceOf(p.ID); err != nil {
		return r, err
	}
	if r.Moved, err = tx.MovedIn(p.ID); err != nil {
		return r, err
	}
	if r.Leaving, err = tx.Leaving(p.ID); err != nil {
		return r, err
	}
	if err := addCommitments(tx, &r, p); err != nil {
		return r, err
	}
	if r.Start, err = startOf(tx, s, p.ID); err != nil {
		return r, err
	}
	if r.Events, err = eventsOf(tx, p); err != nil {
		return r, err
	}
	note, err := tx.NoteOf(p.ID)
	switch {
	case fault.CodeOf(err) == fault.NotFound:
		return r, nil
	case err == nil:
		r.Note = &note
	}
	return r, err
}

// addCommitments gathers what was taken on in a session and what was settled
// there.
func addCommitments(tx *store.Tx, r *report.Record, p practice.Participant) error {
	list, err := tx.Commitments(p.ClientID, false)
	for _, m := range list {
		if m.ParticipantID == p.ID {
			r.Made = append(r.Made, m)
		}
		if m.SettledIn == p.ID {
			r.Settled = append(r.Settled, m)
		}
	}
	return err
}

// Export asks where to write a previewed document, writes it and records the
// export in the trail. A failed or cancelled export leaves nothing behind.
func (d *Documents) Export(token string) (Exported, error) {
	doc, err := unlocked(d.core, func(context.Context, *records) (document, error) { return d.documents.export(token) })
	if err != nil {
		return Exported{}, err
	}
	path, err := d.choosePDF("Export "+lowerFirst(doc.title), doc.name)
	if err != nil || path == "" {
		return Exported{}, err
	}
	return unlocked(d.core, func(ctx context.Context, r *records) (Exported, error) {
		err := d.writeExport(ctx, r, path, doc.pdf, func(tx *store.Tx) error {
			sum := sha256.Sum256(doc.pdf)
			subject, id := doc.exported()
			_, err := tx.Record(practice.ActExport, subject, id, lowerFirst(doc.title)+", sha256 "+hex.EncodeToString(sum[:]))
			return err
		})
		if err != nil {
			return Exported{}, err
		}
		return Exported{Path: path, Sentence: "Written to " + filepath.Base(filepath.Dir(path)) + ". This file is outside the app's protection."}, nil
	})
}

// choosePDF asks where to write a PDF file; empty when the person chose no
// place. The records may lock while the dialog is open.
func (c *core) choosePDF(title, name string) (string, error) {
	return door(c, func() (string, error) {
		path, err := c.shell.SaveFile(title, name, "PDF document", "*.pdf")
		if err != nil || path == "" || filepath.Ext(path) != "" {
			return path, err
		}
		path += ".pdf" // some systems' dialogs leave it to the app
		if _, err := os.Stat(path); err == nil {
			return "", fault.New(fault.Conflict, "A file of this name is already there. Nothing was written; choose another name.")
		}
		return path, nil
	})
}

// writeExport writes a PDF file and has the export recorded in the trail: an
// export without a trace must not stand.
func (c *core) writeExport(ctx context.Context, r *records, path string, pdf []byte, record func(*store.Tx) error) error {
	if err := disk.Replace(path, pdf); err != nil {
		return fault.Wrap(fault.NotSaved, "The document was not written: "+whyNotWritten(err)+" Nothing was left behind. Choose another place and try again.", err)
	}
	if err := r.store.Update(ctx, c.now(), record); err != nil {
		return errors.Join(err, os.Remove(path))
	}
	c.documents.exported(path)
	return nil
}

func whyNotWritten(err error) string {
	switch {
	case errors.Is(err, os.ErrPermission):
		return "this folder does not allow it."
	case errors.Is(err, os.ErrNotExist):
		return "the folder is not there."
	}
	return "the disk did not take it."
}

// Reveal shows an exported document in the system's file manager. It shows no
// other file.
func (d *Documents) Reveal(path string) error {
	_, err := door(d.core, func() (nothing, error) {
		if !d.documents.wasExported(path) {
			return nothing{}, fault.New(fault.NotFound, "This file was not exported since the records were unlocked.")
		}
		return nothing{}, d.shell.Reveal(path)
	})
	return err
}

const documentPath = "/documents/"

// keptDocuments is how many previews stay in memory.
const keptDocuments = 4

type document struct {
	pdf       []byte // or another file's bytes
	mediaType string // empty: a PDF
	title     string
	name      string
	sessionID string // empty for what is about no session
}

// documents keeps previews in memory while the records are unlocked and
// serves them to the page.
type documents struct {
	mu     sync.Mutex
	order  []string
	byTok  map[string]document
	writes map[string]bool // paths exported since the unlock
}

func (d *documents) keep(token string, doc document) {
	d.mu.Lock()
	defer d.mu.Unlock()
	if d.byTok == nil {
		d.byTok = map[string]document{}
	}
	d.byTok[token] = doc
	d.order = append(d.order, token)
	if len(d.order) > keptDocuments {
		delete(d.byTok, d.order[0])
		d.order = d.order[1:]
	}
}

func (d *documents) get(token string) (document, error) {
	d.mu.Lock()
	defer d.mu.Unlock()
	doc, ok := d.byTok[token]
	if !ok {
		return doc, fault.New(fault.NotFound, "This preview is no longer there. Open it again.")
	}
	return doc, nil
}

// export is get for what is exported from its preview: a document, not a file
// kept in the records, which leaves by an act of its own.
func (d *documents) export(token string) (document, error) {
	doc, err := d.get(token)
	if err == nil && doc.mediaType != "" {
		return document{}, fault.New(fault.NotFound, "This is no document. Save a copy of it from Files.")
	}
	return doc, err
}

func (d *documents) exported(path string) {
	d.mu.Lock()
	defer d.mu.Unlock()
	if d.writes == nil {
		d.writes = map[string]bool{}
	}
	d.writes[path] = true
}

func (d *documents) wasExported(path string) bool {
	d.mu.Lock()
	defer d.mu.Unlock()
	return d.writes[path]
}

func (d *documents) forget() {
	d.mu.Lock()
	defer d.mu.Unlock()
	d.order, d.byTok, d.writes = nil, nil, nil
}

// ServeHTTP gives the page the bytes of a preview.
func (d *documents) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	token, ok := strings.CutPrefix(strings.TrimSuffix(r.URL.Path, ".pdf"), documentPath)
	doc, err := d.get(token)
	if !ok || err != nil {
		http.NotFound(w, r)
		return
	}
	w.Header().Set("Content-Type", cmp.Or(doc.mediaType, "application/pdf"))
	w.Header().Set("X-Content-Type-Options", "nosniff")
	w.Header().Set("Cache-Control", "no-store")
	w.Header().Set("Content-Length", strconv.Itoa(len(doc.pdf)))
	w.Write(doc.pdf) //nolint:errcheck // the page went away
}
