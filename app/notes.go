package app

import (
	"fmt"
	"html"
	"slices"
	"strings"
	"time"

	"snowfield/internal/fault"
	"snowfield/internal/practice"
	"snowfield/internal/store"
)

// Notes is bound: writing, signing and adding to notes.
type Notes struct{ *core }

// NoteView is the note screen.
type NoteView struct {
	Note       practice.Note `json:"note"`
	SessionID  string        `json:"session_id"`
	ClientID   string        `json:"client_id"`
	ClientName string        `json:"client_name"`
	Heading    string        `json:"heading"`
	Subline    string        `json:"subline"`
	Reference  *Reference    `json:"reference"` // the log beside the note; nil when there is none
	Methods    []string      `json:"methods"`   // that can be named, those of the note among them; none for a kind of note that names no methods
	Missing    []string      `json:"missing"`   // what keeps it from being signed, in words
}

// Reference is the session log shown beside a note.
type Reference struct {
	Title    string                  `json:"title"`
	Subline  string                  `json:"subline"`
	Log      []LogLine               `json:"log"`
	Prepared []practice.PreparedLine `json:"prepared"`  // what was agreed before it
	Events   []AdverseLine           `json:"events"`    // what went wrong
	Lifted   []practice.Check        `json:"lifted"`    // what was lifted when it began, or stood in the way of one recorded as it happened
	LeftText string                  `json:"left_text"` // how the client left it: "Discharged at 15:20. All eight met."; empty while that is not kept
}

// NoteSaved answers an autosave.
type NoteSaved struct {
	Note    practice.Note    `json:"note"`
	SavedAt practice.Instant `json:"saved_at"`
	Missing []string         `json:"missing"`
}

// revisionEvery is how much writing time lies between kept revisions.
const revisionEvery = 2 * time.Minute

// Open returns a participant's note, or an empty one that is stored with its
// first save.
func (n *Notes) Open(participantID string) (NoteView, error) {
	return view(n.core, func(tx *store.Tx) (NoteView, error) { return noteView(tx, participantID) })
}

func noteView(tx *store.Tx, participantID string) (NoteView, error) {
	v := NoteView{}
	s, err := tx.SessionOf(participantID)
	if err != nil {
		return v, err
	}
	clientID := clientOf(s, participantID)
	client, err := tx.Client(clientID)
	if err != nil {
		return v, err
	}
	letterhead, err := tx.Practice()
	if err != nil {
		return v, err
	}
	v.SessionID, v.ClientID, v.ClientName = s.ID, clientID, client.Name()
	v.Note, err = tx.NoteOf(participantID)
	switch {
	case fault.CodeOf(err) == fault.NotFound:
		outline, err := outlineFor(tx, s.Kind)
		if err != nil {
			return v, err
		}
		v.Note = practice.NewNote(practice.NewID(), participantID, outline, client.Intention)
	case err != nil:
		return v, err
	}
	if v.Methods, err = methodsFor(tx, v.Note); err != nil {
		return v, err
	}
	v.Missing = v.Note.Missing(s, letterhead)
	if v.Heading, err = sessionTitle(tx, s, clientID); err != nil {
		return v, err
	}
	v.Subline = spanText(s) + "."
	return v, refer(tx, &v, s, clientID, participantID)
}

// methodsFor are the practice's methods for a note, with those the note names
// that the practice no longer lists.
func methodsFor(tx *store.Tx, n practice.Note) ([]string, error) {
	if !n.Kind.NamesMethods() {
		return []string{}, nil
	}
	offered, err := methods(tx)
	for _, name := range n.Methods {
		if !slices.Contains(offered, name) {
			offered = append(slices.Clip(offered), name)
		}
	}
	return offered, err
}

// refer puts the log beside the note: that of the dosing an integration
// follows, else the session's own.
func refer(tx *store.Tx, v *NoteView, s practice.Session, clientID, participantID string) error {
	from := s
	if s.DosingSessionID != "" {
		dosing, err := tx.Session(s.DosingSessionID)
		if err != nil {
			return err
		}
		if p := participantOf(dosing, clientID); p.ID != "" {
			from, participantID = dosing, p.ID
		}
	}
	entries, err := readLog(tx, from, practice.Participant{ID: participantID, ClientID: clientID})
	if err != nil {
		return err
	}
	totals := entries.totals
	log, err := entries.log(tx)
	if err != nil {
		return err
	}
	start, err := startOf(tx, from, participantID)
	if err != nil {
		return err
	}
	prepared, lifted := preparedFor(from, start), liftedAtStart(start)
	events, err := adverseLines(tx, from, participantOf(from, clientID))
	if err != nil {
		return err
	}
	left, err := leftText(tx, from, participantID)
	if err != nil || left == "" && len(log)+len(prepared)+len(events)+len(lifted) == 0 {
		return err
	}
	title, err := sessionTitle(tx, from, clientID)
	if err != nil {
		return err
	}
	v.Reference = &Reference{Title: "From " + lowerFirst(title), Subline: spanText(from), Log: log, Prepared: prepared, Events: events, Lifted: lifted, LeftText: left}
	if from.ID == s.ID || totals.FirstAt == "" || s.ActualStart < totals.FirstAt { // not begun, or begun by a clock set back
		return nil
	}
	settings, err := tx.Settings()
	if err != nil {
		return err
	}
	w, _, _, err := windowFor(tx, from, participantOf(from, clientID), settings)
	if err != nil {
		return err
	}
	where := "after the window closed"
	if w.OpenAt(s.ActualStart) {
		where = "inside the window"
	}
	v.Subline += fmt.Sprintf(" %d hours after %s, %s.", int(s.ActualStart.Sub(totals.FirstAt)/time.Hour), lowerFirst(title), where)
	return nil
}

// Save writes a draft; its version is the one last returned. The sections of
// its first save are those it keeps. Every two minutes of writing an earlier
// state is kept.
func (n *Notes) Save(note practice.Note) (NoteSaved, error) {
	return update(n.core, func(tx *store.Tx) (NoteSaved, error) {
		if err := note.Validate(); err != nil {
			return NoteSaved{}, err
		}
		s, err := tx.SessionOf(note.ParticipantID)
		if err != nil {
			return NoteSaved{}, err
		}
		letterhead, err := tx.Practice()
		if err != nil {
			return NoteSaved{}, err
		}
		stored, err := tx.Note(note.ID)
		switch {
		case err == nil:
			if err := note.Continues(stored); err != nil {
				return NoteSaved{}, err
			}
			if err := keepEarlier(tx, stored); err != nil {
				return NoteSaved{}, err
			}
		case fault.CodeOf(err) != fault.NotFound:
			return NoteSaved{}, err
		}
		saved, err := tx.SaveDraft(note)
		return NoteSaved{Note: saved, SavedAt: saved.UpdatedAt, Missing: saved.Missing(s, letterhead)}, err
	})
}

// keepEarlier keeps the stored state as a revision when the last one is old
// enough, or lies ahead of a clock that was set back since.
func keepEarlier(tx *store.Tx, stored practice.Note) error {
	since := stored.CreatedAt
	last, err := tx.Revisions(stored.ID, 1)
	if err != nil {
		return err
	}
	if len(last) > 0 {
		since = last[0].KeptAt
	}
	if age := tx.Now().Sub(since); age >= 0 && age < revisionEvery {
		return nil
	}
	_, err = tx.KeepRevision(stored)
	return err
}

// Revisions returns the kept earlier states, newest first.
func (n *Notes) Revisions(noteID string) ([]practice.Revision, error) {
	return view(n.core, func(tx *store.Tx) ([]practice.Revision, error) { return tx.Revisions(noteID, 200) })
}

// RenderedSection is a section as HTML. Raw HTML in a note is left out by the
// renderer, so that the page can show it as it is.
type RenderedSection struct {
	Title string `json:"title"`
	HTML  string `json:"html"`
}

// Rendered returns the written sections of a note as they will be signed.
func (n *Notes) Rendered(noteID string) ([]RenderedSection, error) {
	return view(n.core, func(tx *store.Tx) ([]RenderedSection, error) {
		note, err := tx.Note(noteID)
		if err != nil {
			return nil, err
		}
		list := []RenderedSection{}
		add := func(title, text string) error {
			if text == "" {
				return nil
			}
			body, err := rendered(text)
			list = append(list, RenderedSection{Title: title, HTML: body})
			return err
		}
		for _, s := range note.Sections {
			if err := add(s.Title, s.Body); err != nil {
				return nil, err
			}
		}
		if len(note.Methods) > 0 {
			list = append(list, RenderedSection{Title: "Methods", HTML: "<p>" + html.EscapeString(strings.Join(note.Methods, ", ")) + "</p>"})
		}
		if note.Risk != "" {
			if err := add("Risk reviewed", note.Risk.Label()+"\n\n"+note.RiskText); err != nil {
				return nil, err
			}
		}
		for _, a := range note.Addenda {
			if err := add("Addendum, "+practice.LongDateText(a.At.In(a.Zone)), a.Text); err != nil {
				return nil, err
			}
		}
		return list, nil
	})
}

// Sign locks the note of this version, and with it the session's log.
func (n *Notes) Sign(noteID string, version int) (NoteView, error) {
	return update(n.core, func(tx *store.Tx) (NoteView, error) {
		note, err := tx.Note(noteID)
		if err != nil {
			return NoteView{}, err
		}
		if note.Version != version && !note.Signed() {
			return NoteView{}, fault.New(fault.Conflict, "This note was saved elsewhere since you read it. Nothing was signed; read it again, then sign.")
		}
		s, err := tx.SessionOf(note.ParticipantID)
		if err != nil {
			return NoteView{}, err
		}
		letterhead, err := tx.Practice()
		if err != nil {
			return NoteView{}, err
		}
		if err := note.Sign(s, letterhead, tx.Now()); err != nil {
			return NoteView{}, err
		}
		if _, err := tx.SignNote(note); err != nil {
			return NoteView{}, err
		}
		return noteView(tx, note.ParticipantID)
	})
}

// AddAddendum adds dated, signed words to a signed note.
func (n *Notes) AddAddendum(a practice.Addendum) (NoteView, error) {
	return update(n.core, func(tx *store.Tx) (NoteView, error) {
		if err := a.Validate(); err != nil {
			return NoteView{}, err
		}
		note, err := tx.Note(a.NoteID)
		if err != nil {
			return NoteView{}, err
		}
		letterhead, err := tx.Practice()
		if err != nil {
			return NoteView{}, err
		}
		a.At, a.Zone, a.SignedName = tx.Now(), letterhead.Zone, letterhead.Signature()
		if err := tx.AddAddendum(a); err != nil {
			return NoteView{}, err
		}
		return noteView(tx, note.ParticipantID)
	})
}
