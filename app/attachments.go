package app

import (
	"context"
	"crypto/rand"
	"errors"
	"io"
	"os"
	"path/filepath"
	"strings"

	"snowfield/internal/fault"
	"snowfield/internal/practice"
	"snowfield/internal/store"
)

// Attachments is bound: files kept inside the records.
type Attachments struct{ *core }

// AttachmentRow is a file in words.
type AttachmentRow struct {
	File      practice.Attachment `json:"file"`
	KindText  string              `json:"kind_text"`
	SizeText  string              `json:"size_text"`  // "PDF, 1.2 MB"
	AddedText string              `json:"added_text"` // "Added 3 March 2026"
	Used      bool                `json:"used"`       // a clearance or a consent refers to it, so it stays
}

// List returns a client's files, newest first.
func (a *Attachments) List(clientID string) ([]AttachmentRow, error) {
	return view(a.core, func(tx *store.Tx) ([]AttachmentRow, error) {
		if _, err := tx.Client(clientID); err != nil {
			return nil, err
		}
		return attachmentRows(tx, clientID)
	})
}

func attachmentRows(tx *store.Tx, clientID string) ([]AttachmentRow, error) {
	letterhead, err := tx.Practice()
	if err != nil {
		return nil, err
	}
	files, err := tx.Attachments(clientID)
	if err != nil {
		return nil, err
	}
	used, err := tx.InUse(clientID)
	rows := make([]AttachmentRow, 0, len(files))
	for _, f := range files {
		rows = append(rows, AttachmentRow{
			File: f, KindText: f.Kind.Label(), SizeText: f.SizeText(), Used: used[f.ID],
			AddedText: "Added " + practice.LongDateText(f.CreatedAt.In(letterhead.Zone)),
		})
	}
	return rows, err
}

// Choose asks for a file and keeps it under the id, client, kind and title
// given; without a title it takes the file's name. The file itself stays where
// it is. The row is empty when the person chose none.
func (a *Attachments) Choose(file practice.Attachment) (AttachmentRow, error) {
	if _, err := unlocked(a.core, func(context.Context, *records) (nothing, error) { return nothing{}, nil }); err != nil {
		return AttachmentRow{}, err
	}
	path, err := door(a.core, func() (string, error) {
		return a.shell.OpenFile("Add a file", "PDF and pictures", "*.pdf;*.png;*.jpg;*.jpeg;*.heic;*.PDF;*.PNG;*.JPG;*.JPEG;*.HEIC")
	})
	if err != nil || path == "" {
		return AttachmentRow{}, err
	}
	return update(a.core, func(tx *store.Tx) (AttachmentRow, error) {
		content, err := readChosen(path, practice.MaxAttachmentBytes)
		if err != nil {
			return AttachmentRow{}, err
		}
		if len(content) > practice.MaxAttachmentBytes {
			return AttachmentRow{}, fault.New(fault.Invalid, "This file is larger than 20 MB. Nothing was added. Scan it again in black and white or at 200 dpi.")
		}
		file.Title = strings.TrimSpace(file.Title)
		if file.Title == "" {
			file.Title = filepath.Base(path)
		}
		file.Bytes = len(content)
		if file.MediaType, err = practice.MediaTypeOf(content); err != nil {
			return AttachmentRow{}, err
		}
		if err := file.Validate(); err != nil {
			return AttachmentRow{}, err
		}
		kept, err := tx.AddAttachment(file, content)
		if err != nil {
			return AttachmentRow{}, err
		}
		rows, err := attachmentRows(tx, kept.ClientID)
		for _, row := range rows {
			if row.File.ID == kept.ID {
				return row, err
			}
		}
		return AttachmentRow{}, err
	})
}

// readChosen reads a file into memory, and of a larger one a byte more than
// may be kept.
func readChosen(path string, most int64) ([]byte, error) {
	refuse := func(err error) ([]byte, error) {
		return nil, fault.Wrap(fault.NotFound, "This file cannot be read. Nothing was added; look whether it is still there, then choose it again.", err)
	}
	info, err := os.Stat(path)
	if err != nil || !info.Mode().IsRegular() {
		return refuse(errors.Join(err, os.ErrInvalid))
	}
	f, err := os.Open(path)
	if err != nil {
		return refuse(err)
	}
	defer f.Close()
	content, err := io.ReadAll(io.LimitReader(f, most+1))
	if err != nil {
		return refuse(err)
	}
	return content, nil
}

// AttachmentPreview is a file ready to be looked at. Its bytes come from the
// asset handler at URL, never from a file.
type AttachmentPreview struct {
	File  practice.Attachment `json:"file"`
	URL   string              `json:"url"`
	Image bool                `json:"image"` // else a PDF
}

// Preview makes a file ready to be looked at.
func (a *Attachments) Preview(id string) (AttachmentPreview, error) {
	return view(a.core, func(tx *store.Tx) (AttachmentPreview, error) {
		file, err := tx.Attachment(id)
		if err != nil {
			return AttachmentPreview{}, err
		}
		content, err := tx.AttachmentBytes(id)
		if err != nil {
			return AttachmentPreview{}, err
		}
		token := rand.Text()
		a.documents.keep(token, document{pdf: content, mediaType: file.MediaType})
		return AttachmentPreview{File: file, URL: documentPath + token, Image: file.MediaType != "application/pdf"}, nil
	})
}

// SaveCopy asks where to write a copy of a file, writes it and records that
// it left. A failed or cancelled copy leaves nothing behind.
func (a *Attachments) SaveCopy(id string) (Exported, error) {
	file, err := view(a.core, func(tx *store.Tx) (practice.Attachment, error) { return tx.Attachment(id) })
	if err != nil {
		return Exported{}, err
	}
	path, err := a.chooseCopy(file)
	if err != nil || path == "" {
		return Exported{}, err
	}
	return unlocked(a.core, func(ctx context.Context, r *records) (Exported, error) {
		var content []byte
		if err := r.store.View(ctx, a.now(), func(tx *store.Tx) (err error) {
			content, err = tx.AttachmentBytes(id)
			return err
		}); err != nil {
			return Exported{}, err
		}
		err := a.writeExport(ctx, r, path, content, func(tx *store.Tx) error {
			_, err := tx.Record(practice.ActExport, "attachment", id, "copy, sha256 "+file.SHA256)
			return err
		})
		if err != nil {
			return Exported{}, err
		}
		return Exported{Path: path, Sentence: writtenTo(path, false)}, nil
	})
}

// chooseCopy asks where to write a copy; the name it suggests says nothing of
// the client.
func (c *core) chooseCopy(file practice.Attachment) (string, error) {
	ending := file.Ending()
	return door(c, func() (string, error) {
		path, err := c.shell.SaveFile("Save a copy", string(file.Kind)+ending, file.TypeText(), "*"+ending)
		if err != nil || path == "" || filepath.Ext(path) != "" {
			return path, err
		}
		path += ending // some systems' dialogs leave it to the app
		if _, err := os.Stat(path); err == nil {
			return "", fault.New(fault.Conflict, "A file of this name is already there. Nothing was written; choose another name.")
		}
		return path, nil
	})
}

// Remove erases a file nothing refers to.
func (a *Attachments) Remove(id string) error {
	_, err := update(a.core, func(tx *store.Tx) (nothing, error) { return nothing{}, tx.RemoveAttachment(id) })
	return err
}

// checkFile refuses a file that is not this client's; none is fine.
func checkFile(tx *store.Tx, k *fault.Check, clientID, attachmentID string) error {
	if attachmentID == "" {
		return nil
	}
	file, err := tx.Attachment(attachmentID)
	if fault.CodeOf(err) == fault.NotFound || err == nil && file.ClientID != clientID {
		k.Refuse("attachment_id", "Choose a file of this client.")
		return nil
	}
	return err
}
