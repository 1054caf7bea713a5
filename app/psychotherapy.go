package app

import (
	"context"
	"fmt"
	"strings"
	"time"

	"snowfield/internal/practice"
	"snowfield/internal/report"
	"snowfield/internal/report/protect"
	"snowfield/internal/store"
)

// Psychotherapy is bound: the psychotherapy notes, behind a door of their own.
// Open asks for the passphrase each time; until then every other method
// refuses. Nothing of these notes is in any other bound type.
type Psychotherapy struct{ *core }

// clientNotes bounds how many psychotherapy notes of one client are shown.
const clientNotes = 500

// PsychotherapyView is what lies behind the door.
type PsychotherapyView struct {
	Notes    []PsychotherapyRow `json:"private_notes"` // newest first
	Releases []ReleaseRow       `json:"releases"`      // newest first
}

// PsychotherapyRow is a note, and when it was written in words.
type PsychotherapyRow struct {
	Note        practice.PsychotherapyNote `json:"note"`
	WrittenText string                     `json:"written_text"`
}

// ReleaseRow is a release in words.
type ReleaseRow struct {
	ReleasedText string `json:"released_text"`
	Recipient    string `json:"recipient"`
	UnderText    string `json:"under_text"` // "an order: 26-114 of 2 March 2026"
	NotesText    string `json:"notes_text"` // "Two notes"
}

// Open opens the door to a client's notes for whoever knows the passphrase;
// that the records are open is not enough. A wrong one counts as a failed
// unlock. The door of another client closes.
func (p *Psychotherapy) Open(clientID, passphrase string) (PsychotherapyView, error) {
	return unlocked(p.core, func(ctx context.Context, r *records) (result PsychotherapyView, err error) {
		p.private.close(anybody)
		if err := p.counted(ctx, r, func() error { return r.vault.CheckPassphrase(passphrase) }); err != nil {
			return result, err
		}
		err = r.store.View(ctx, p.now(), func(tx *store.Tx) error {
			if _, err := tx.Client(clientID); err != nil {
				return err
			}
			result, err = privateView(tx, clientID)
			return err
		})
		if err == nil {
			p.private.open(clientID)
		}
		return result, err
	})
}

// Close closes the door to a client's notes.
func (p *Psychotherapy) Close(clientID string) error {
	_, err := unlocked(p.core, func(context.Context, *records) (nothing, error) {
		p.private.close(clientID)
		return nothing{}, nil
	})
	return err
}

// List returns a client's notes and their releases.
func (p *Psychotherapy) List(clientID string) (PsychotherapyView, error) {
	return view(p.core, func(tx *store.Tx) (PsychotherapyView, error) {
		if err := p.private.pass(clientID); err != nil {
			return PsychotherapyView{}, err
		}
		return privateView(tx, clientID)
	})
}

func privateView(tx *store.Tx, clientID string) (PsychotherapyView, error) {
	v := PsychotherapyView{Notes: []PsychotherapyRow{}, Releases: []ReleaseRow{}}
	letterhead, err := tx.Practice()
	if err != nil {
		return v, err
	}
	notes, err := tx.PsychotherapyNotes(clientID, clientNotes)
	if err != nil {
		return v, err
	}
	for _, n := range notes {
		v.Notes = append(v.Notes, PsychotherapyRow{n, privateTime(n.CreatedAt, letterhead.Zone)})
	}
	releases, err := tx.PsychotherapyReleases(clientID, clientNotes)
	for _, x := range releases {
		v.Releases = append(v.Releases, ReleaseRow{
			ReleasedText: privateTime(x.ReleasedAt, letterhead.Zone), Recipient: x.Recipient,
			UnderText: x.Basis.Label() + ": " + x.BasisText, NotesText: practice.CountText(len(x.NoteIDs), "note", "notes"),
		})
	}
	return v, err
}

// privateTime writes when a note was written: "12 March 2026, 13:04".
func privateTime(i practice.Instant, zone string) string {
	t := i.In(zone)
	return practice.LongDateText(t) + ", " + practice.ClockText(t)
}

// Save keeps a note as it is typed. Its first change since the door opened is
// an act of the trail.
func (p *Psychotherapy) Save(note practice.PsychotherapyNote) (practice.PsychotherapyNote, error) {
	saved, err := update(p.core, func(tx *store.Tx) (practice.PsychotherapyNote, error) {
		if err := p.private.pass(note.ClientID); err != nil {
			return practice.PsychotherapyNote{}, err
		}
		if err := note.Validate(); err != nil {
			return practice.PsychotherapyNote{}, err
		}
		return tx.PutPsychotherapyNote(note, !p.private.isTraced(note.ID))
	})
	if err != nil {
		return practice.PsychotherapyNote{}, err
	}
	p.private.trace(note.ID)
	return saved, nil
}

// Release asks where to write the chosen notes as a document and writes it for
// the one they are released to. It is refused without the authorization or
// order that allows it. A password, where one is given, closes the file; it is
// kept nowhere. A release that failed or was cancelled leaves nothing.
func (p *Psychotherapy) Release(release practice.PsychotherapyRelease, password string) (Exported, error) {
	release.ID = practice.NewID()
	release.Normalize()
	_, err := view(p.core, func(tx *store.Tx) (nothing, error) {
		if _, err := p.releaseInput(tx, release); err != nil || password == "" {
			return nothing{}, err
		}
		return nothing{}, protect.Check(password)
	})
	if err != nil {
		return Exported{}, err
	}
	path, err := p.choosePDF("Release psychotherapy notes", "psychotherapy-notes-"+p.now().Format(time.DateOnly)+".pdf")
	if err != nil || path == "" {
		return Exported{}, err
	}
	return unlocked(p.core, func(ctx context.Context, r *records) (Exported, error) {
		var in report.PsychotherapyReleaseInput
		err := r.store.View(ctx, p.now(), func(tx *store.Tx) (err error) {
			in, err = p.releaseInput(tx, release) // again: the door may have closed while the dialog was open
			return err
		})
		if err != nil {
			return Exported{}, err
		}
		made, err := report.PsychotherapyRelease(in)
		if err != nil {
			return Exported{}, err
		}
		file, err := sealed(made.PDF, password)
		if err != nil {
			return Exported{}, err
		}
		release.SHA256 = hashText(file)
		err = p.writeExport(ctx, r, path, file, func(tx *store.Tx) error { return tx.AddPsychotherapyRelease(release) })
		if err != nil {
			return Exported{}, err
		}
		return Exported{Path: path, Sentence: writtenTo(path, password != "") + unprintableText(made.Unprintable)}, nil
	})
}

// releaseInput gathers the notes of a release that is allowed.
func (p *Psychotherapy) releaseInput(tx *store.Tx, release practice.PsychotherapyRelease) (in report.PsychotherapyReleaseInput, err error) {
	if err := p.private.pass(release.ClientID); err != nil {
		return in, err
	}
	if err := release.Validate(); err != nil {
		return in, err
	}
	in.Release, in.At = release, tx.Now()
	if in.Practice, err = tx.Letterhead(); err != nil {
		return in, err
	}
	if in.Client, err = tx.Client(release.ClientID); err != nil {
		return in, err
	}
	for _, id := range release.NoteIDs {
		n, err := tx.PsychotherapyNote(id)
		if err != nil {
			return in, err
		}
		if err := p.private.pass(n.ClientID); err != nil {
			return in, err // a note of another client
		}
		in.Notes = append(in.Notes, n)
	}
	return in, nil
}

// unprintableText names the characters no typeface of a document has.
func unprintableText(runes []rune) string {
	if len(runes) == 0 {
		return ""
	}
	codes := make([]string, 0, len(runes))
	for _, r := range runes {
		codes = append(codes, fmt.Sprintf("%c (U+%04X)", r, r))
	}
	return " Characters that could not be printed stand in it as their code: " + strings.Join(codes, ", ") + "."
}
