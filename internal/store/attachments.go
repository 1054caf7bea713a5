package store

import (
	"crypto/sha256"
	"encoding/hex"
	"strconv"

	"snowfield/internal/fault"
	"snowfield/internal/practice"
)

const attachmentColumns = `id, client_id, kind, title, media_type, bytes, sha256, created_at`

func scanAttachment(r row) (a practice.Attachment, err error) {
	err = r.Scan(&a.ID, &a.ClientID, &a.Kind, &a.Title, &a.MediaType, &a.Bytes, &a.SHA256, &a.CreatedAt)
	return a, err
}

// Attachment returns what is kept about a file, without its bytes.
func (t *Tx) Attachment(id string) (practice.Attachment, error) {
	return one(t, "file", scanAttachment, `SELECT `+attachmentColumns+` FROM attachments WHERE id = ?`, id)
}

// Attachments returns a client's files, newest first, without their bytes.
func (t *Tx) Attachments(clientID string) ([]practice.Attachment, error) {
	return all(t, scanAttachment, `SELECT `+attachmentColumns+` FROM attachments WHERE client_id = ? ORDER BY created_at DESC, id LIMIT 1000`, clientID)
}

// AddAttachment keeps a file and its bytes; it sets the size and the SHA-256.
// Adding the same one again is harmless; the same id with other content is a
// Conflict.
func (t *Tx) AddAttachment(a practice.Attachment, content []byte) (practice.Attachment, error) {
	sum := sha256.Sum256(content)
	a.Bytes, a.SHA256 = len(content), hex.EncodeToString(sum[:])
	old, err := t.Attachment(a.ID)
	switch {
	case err == nil:
		a.CreatedAt = old.CreatedAt
		if a == old {
			return old, nil
		}
		return old, fault.New(fault.Conflict, "This file is already kept with other content. Nothing was changed.")
	case fault.CodeOf(err) != fault.NotFound:
		return a, err
	}
	a.CreatedAt = t.now
	if err := t.exec(`INSERT INTO attachments (`+attachmentColumns+`) VALUES (?,?,?,?,?,?,?,?)`,
		a.ID, a.ClientID, a.Kind, a.Title, a.MediaType, a.Bytes, a.SHA256, a.CreatedAt); err != nil {
		return a, err
	}
	if err := t.exec(`INSERT INTO attachment_bytes (attachment_id, content) VALUES (?,?)`, a.ID, content); err != nil {
		return a, err
	}
	_, err = t.Record(practice.ActCreate, "attachment", a.ID, strconv.Itoa(a.Bytes)+" bytes, sha256 "+a.SHA256)
	return a, err
}

// AttachmentBytes returns the bytes of a file. It refuses bytes that are not
// those whose SHA-256 was kept, with Corrupt.
func (t *Tx) AttachmentBytes(id string) ([]byte, error) {
	a, err := t.Attachment(id)
	if err != nil {
		return nil, err
	}
	content, err := one(t, "file", scalar[[]byte], `SELECT content FROM attachment_bytes WHERE attachment_id = ?`, id)
	if err != nil {
		return nil, err
	}
	if sum := sha256.Sum256(content); hex.EncodeToString(sum[:]) != a.SHA256 {
		return nil, fault.New(fault.Corrupt, "This file is not as it was added. It was left as it is. Restore the last backup from the lock screen.")
	}
	return content, nil
}

// InUse returns which of a client's files a clearance or a consent refers to.
func (t *Tx) InUse(clientID string) (map[string]bool, error) {
	ids, err := all(t, scalar[string], `SELECT id FROM attachments a WHERE client_id = ? AND (
		EXISTS (SELECT 1 FROM clearances WHERE attachment_id = a.id) OR EXISTS (SELECT 1 FROM consents WHERE attachment_id = a.id))
		ORDER BY id LIMIT 1000`, clientID)
	return set(ids), err
}

// RemoveAttachment erases a file that nothing refers to; a file that a
// clearance or a consent refers to is Blocked. The trail keeps that it was
// there.
func (t *Tx) RemoveAttachment(id string) error {
	a, err := t.Attachment(id)
	if err != nil {
		return err
	}
	used, err := t.InUse(a.ClientID)
	if err != nil {
		return err
	}
	if used[id] {
		return fault.New(fault.Blocked, "A clearance or a consent refers to this file, so it stays. Nothing was removed.")
	}
	if err := t.exec(`DELETE FROM attachments WHERE id = ?`, id); err != nil {
		return err
	}
	_, err = t.Record(practice.ActErase, "attachment", id, "sha256 "+a.SHA256)
	return err
}
