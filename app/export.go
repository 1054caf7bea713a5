package app

import (
	"bytes"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"syscall"

	"snowfield/internal/disk"
	"snowfield/internal/fault"
	"snowfield/internal/practice"
	"snowfield/internal/report/protect"
	"snowfield/internal/store"
)

// ExportChoice is what a person says about a document that leaves. The
// password is used once and kept nowhere.
type ExportChoice struct {
	ClientInName     bool   `json:"client_in_name"`
	Password         string `json:"password"` // empty: none
	Recipient        string `json:"recipient"`
	Purpose          string `json:"purpose"`
	ReleaseConsentID string `json:"release_consent_id"` // a release under another name of the recipient; empty: found by the name
	ReleaseReason    string `json:"release_reason"`     // the ground it leaves on without a release
	RequestID        string `json:"request_id"`         // the records request it answers; empty for none
}

// Exported says where a document was written.
type Exported struct {
	Path     string `json:"path"` // empty when the person chose no place
	Sentence string `json:"sentence"`
}

// Export asks where to write a previewed document, writes it and records what
// left, to whom, what for and what allowed it. Without a release of
// information in force or another ground it is refused. A failed or cancelled
// export leaves nothing behind.
func (d *Documents) Export(token string, choice ExportChoice) (Exported, error) {
	var name string
	doc, err := view(d.core, func(tx *store.Tx) (doc document, err error) {
		if doc, err = d.documents.export(token); err != nil {
			return doc, err
		}
		if _, err = doc.disclosure(tx, choice); err != nil {
			return doc, err
		}
		name, err = doc.fileName(tx, choice.ClientInName)
		return doc, err
	})
	if err != nil {
		return Exported{}, err
	}
	file, err := door(d.core, func() ([]byte, error) { return sealed(doc.pdf, choice.Password) })
	if err != nil {
		return Exported{}, err
	}
	path, err := d.choosePDF("Export "+lowerFirst(doc.kind.Title()), name)
	if err != nil || path == "" {
		return Exported{}, err
	}
	return unlocked(d.core, func(ctx context.Context, r *records) (Exported, error) {
		err := d.writeExport(ctx, r, path, file, func(tx *store.Tx) error { return doc.record(tx, choice, practice.WaySaved, file) })
		if err != nil {
			return Exported{}, err
		}
		return Exported{Path: path, Sentence: writtenTo(path, choice.Password != "")}, nil
	})
}

// Print opens the system's own dialog for the page that is shown; no file is
// made of it on the way.
func (d *Documents) Print() error {
	_, err := unlocked(d.core, func(context.Context, *records) (nothing, error) { return nothing{}, d.shell.Print() })
	return err
}

// Allowed refuses what Export and Printed would refuse, before anything leaves.
func (d *Documents) Allowed(token string, choice ExportChoice) error {
	_, err := view(d.core, func(tx *store.Tx) (nothing, error) {
		doc, err := d.documents.export(token)
		if err != nil {
			return nothing{}, err
		}
		_, err = doc.disclosure(tx, choice)
		return nothing{}, err
	})
	return err
}

// Printed records that a previewed document was printed: the person says so,
// since no system tells.
func (d *Documents) Printed(token string, choice ExportChoice) error {
	_, err := update(d.core, func(tx *store.Tx) (nothing, error) {
		doc, err := d.documents.export(token)
		if err != nil {
			return nothing{}, err
		}
		choice.Password = ""
		return nothing{}, doc.record(tx, choice, practice.WayPrinted, doc.pdf)
	})
	return err
}

// disclosure says what leaves when the document does, and refuses what may
// not. Of a document about nobody there is nothing to say.
func (doc document) disclosure(tx *store.Tx, choice ExportChoice) (practice.Disclosure, error) {
	x := practice.Disclosure{
		ID: practice.NewID(), ClientID: doc.clientID, SessionID: doc.sessionID, Kind: doc.kind, Reader: doc.reader,
		Recipient: choice.Recipient, Purpose: choice.Purpose, Parts: doc.parts, LeftOut: doc.leftOut,
		ReleaseReason: choice.ReleaseReason, RequestID: choice.RequestID, Pages: doc.pages, Protected: choice.Password != "",
	}
	if doc.clientID == "" {
		return x, nil
	}
	x.Normalize()
	release, err := releaseFor(tx, doc.clientID, x.Reader, x.Recipient, choice.ReleaseConsentID)
	if err != nil {
		return x, err
	}
	return x, x.Allow(release)
}

// record writes into the records that a file of the document left, one way or
// the other.
func (doc document) record(tx *store.Tx, choice ExportChoice, way practice.Way, file []byte) error {
	x, err := doc.disclosure(tx, choice)
	if err != nil {
		return err
	}
	x.Way, x.SHA256 = way, hashText(file)
	if doc.clientID == "" {
		_, err = tx.Record(practice.ActExport, "library", string(practice.ShelfSession), lowerFirst(doc.kind.Title())+", sha256 "+x.SHA256+", "+string(way))
		return err
	}
	if _, err = tx.AddDisclosure(x); err != nil {
		return err
	}
	return tx.PutDocumentChoice(x.Kind, x.Reader, x.Parts)
}

// fileName suggests a name; the client's is in it only when that was chosen.
func (doc document) fileName(tx *store.Tx, withClient bool) (string, error) {
	if !withClient || doc.clientID == "" {
		return doc.kind.FileName(doc.day, ""), nil
	}
	client, err := tx.Client(doc.clientID)
	return doc.kind.FileName(doc.day, client.Name()), err
}

// sealed is a file as it leaves: behind a password, where there is one.
func sealed(pdf []byte, password string) ([]byte, error) {
	if password == "" {
		return pdf, nil
	}
	return protect.File(pdf, password)
}

func hashText(file []byte) string {
	sum := sha256.Sum256(file)
	return hexText(sum[:])
}

func hexText(hash []byte) string { return hex.EncodeToString(hash) }

func writtenTo(path string, protected bool) string {
	text := "Written to " + filepath.Base(filepath.Dir(path)) + ". This file is outside the app's protection"
	if protected {
		return text + "; it opens with its password. Snowfield does not keep that: give it to the reader by another way than the file."
	}
	return text + "."
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

// writeExport writes a file and has the export recorded: an export without a
// trace must not stand. After an error nothing of it is left.
func (c *core) writeExport(ctx context.Context, r *records, path string, file []byte, record func(*store.Tx) error) error {
	stays := func(err error) error {
		return fault.Wrap(fault.NotSaved, "The document could not be exported as it should be, and it could not be deleted again. It is in "+filepath.Base(filepath.Dir(path))+"; delete it yourself.", err)
	}
	notWritten := func(err error) error {
		return fault.Wrap(fault.NotSaved, "The document was not written: "+whyNotWritten(err)+" Nothing was left behind. Choose another place and try again.", err)
	}
	before, err := os.ReadFile(path) // what the person chose to replace comes back if the export must not stand
	if err != nil && !errors.Is(err, os.ErrNotExist) {
		return notWritten(err)
	}
	if err := disk.Replace(path, file); err != nil {
		if left := takeBack(path, file, before); left != nil {
			return stays(errors.Join(err, left))
		}
		return notWritten(err)
	}
	if err := r.store.Update(ctx, c.now(), record); err != nil {
		if left := takeBack(path, file, before); left != nil {
			return stays(errors.Join(err, left))
		}
		if fault.CodeOf(err) == fault.NotSaved {
			return fault.Wrap(fault.NotSaved, "The document was not exported: that it left could not be recorded, because the disk with your records is full or did not take it. Nothing was left behind. Free some space, then try again.", err)
		}
		return err
	}
	c.files.add(path, file, c.now())
	return nil
}

// takeBack deletes a file that must not stay, or puts back what was there
// before. What is not that file is left.
func takeBack(path string, file, before []byte) error {
	info, err := os.Lstat(path)
	if errors.Is(err, os.ErrNotExist) {
		return nil
	}
	if err != nil || !info.Mode().IsRegular() {
		return err
	}
	found, err := os.ReadFile(path)
	if err != nil || !bytes.Equal(found, file) {
		return err
	}
	if before != nil {
		return disk.Replace(path, before)
	}
	return disk.Delete(path)
}

func whyNotWritten(err error) string {
	switch {
	case errors.Is(err, os.ErrPermission):
		return "this folder does not allow it."
	case errors.Is(err, os.ErrNotExist):
		return "the folder is not there."
	case errors.Is(err, syscall.ENOSPC):
		return "the disk is full."
	}
	return "the disk did not take it."
}

// releaseFor finds what a client agreed to for a recipient, also under the
// name by which the Library knows a prescriber.
func releaseFor(tx *store.Tx, clientID string, reader practice.Reader, recipient, chosen string) (practice.Release, error) {
	today, err := todayOf(tx)
	if err != nil {
		return practice.Release{}, err
	}
	consents, err := tx.Consents(clientID)
	if err != nil {
		return practice.Release{}, err
	}
	prescribers, err := tx.Prescribers()
	if err != nil {
		return practice.Release{}, err
	}
	names := []string{recipient}
	for _, p := range prescribers {
		if strings.EqualFold(p.Signature(), recipient) {
			names = append(names, p.Name)
		}
	}
	return practice.ReleaseFor(consents, reader, names, chosen, today), nil
}
