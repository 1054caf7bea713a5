package app

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"os"
	"path/filepath"

	"snowfield/internal/disk"
	"snowfield/internal/fault"
	"snowfield/internal/practice"
	"snowfield/internal/store"
)

// Exported says where a document was written.
type Exported struct {
	Path     string `json:"path"` // empty when the person chose no place
	Sentence string `json:"sentence"`
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
