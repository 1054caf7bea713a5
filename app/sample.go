package app

import (
	"cmp"
	"context"
	"fmt"
	"os"
	"path/filepath"
	"sync"

	"snowfield/internal/fault"
	"snowfield/internal/practice"
	"snowfield/internal/sample"
	"snowfield/internal/store"
	"snowfield/internal/vault"
)

// samplePassphrase opens every sample practice; its people do not exist.
const samplePassphrase = "quiet lantern over plain snow"

// prepareSample makes the sample practice and opens it, and says on standard
// output how to open it again.
func (a *App) prepareSample() error {
	folder := a.config.SampleTo
	if folder == "" {
		var err error
		if a.sampleFolder, err = os.MkdirTemp("", "snowfield-sample-"); err != nil {
			return err
		}
		folder = filepath.Join(a.sampleFolder, "practice")
	}
	if a.config.ExportTo != "" {
		a.shell = exportShell{a.shell, a.config.ExportTo}
	}
	a.occupy(vault.Place{Folder: folder})
	if a.inUse != nil {
		return a.inUse
	}
	opened, err := a.place.Create(samplePassphrase)
	if err != nil {
		return err
	}
	if _, err := a.admit(opened, nil); err != nil {
		return err
	}
	if err := sample.Fill(context.Background(), a.open.store, a.now()); err != nil {
		return err
	}
	fmt.Println("passphrase: " + samplePassphrase)
	return nil
}

// exportShell answers the save dialog of the one export that is asked for on
// the command line.
type exportShell struct {
	Shell
	path string
}

func (s exportShell) SaveFile(_, _, _, _ string) (string, error) { return s.path, nil }

// exportOnce does what a therapist does to export a summary, through the same
// bound methods, the first time Today was asked for.
type exportOnce struct{ once sync.Once }

func (c *core) exportWhenShown() {
	if c.config.ExportTo == "" {
		return
	}
	c.export.once.Do(func() {
		go func() {
			if err := c.exportSample(); err != nil {
				fmt.Fprintln(os.Stderr, "export:", err)
				return
			}
			fmt.Println("exported: " + c.config.ExportTo)
		}()
	})
}

func (c *core) exportSample() error {
	s, err := view(c, sampleSession)
	if err != nil {
		return err
	}
	documents := &Documents{c}
	summary, err := documents.Make(DocumentRequest{Kind: practice.DocSummary, SessionID: s.ID, ParticipantID: s.Participants[0].ID})
	if err != nil {
		return err
	}
	sheet, err := documents.Sheet(summary.Token, ExportChoice{})
	if err != nil {
		return err
	}
	_, err = documents.Export(summary.Token, sheet.Choice)
	return err
}

// sampleSession is the session a summary is made of: of the client whose chart
// was opened last, the latest dosing session whose note is signed and that was
// followed by another.
func sampleSession(tx *store.Tx) (practice.Session, error) {
	none := fault.New(fault.NotFound, "The sample practice holds no signed dosing session.")
	recent, err := tx.RecentClients(1)
	if err != nil || len(recent) == 0 {
		return practice.Session{}, cmp.Or(err, error(none))
	}
	sessions, err := tx.SessionsOfClient(recent[0].ID, clientSessions)
	if err != nil {
		return practice.Session{}, err
	}
	for _, s := range sessions {
		if s.Kind != practice.Dosing || s.State() != practice.Ended {
			continue
		}
		note, err := tx.NoteOf(participantOf(s, recent[0].ID).ID)
		if err != nil {
			return practice.Session{}, err
		}
		following, err := tx.SessionsFollowing(s.ID)
		if err != nil {
			return practice.Session{}, err
		}
		if note.Signed() && len(following) > 0 {
			return s, nil
		}
	}
	return practice.Session{}, none
}
