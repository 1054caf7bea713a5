package store_test

import (
	"bytes"
	"testing"

	"snowfield/internal/fault"
	"snowfield/internal/practice"
	"snowfield/internal/store"
	"snowfield/internal/vault/cipherfs"
)

// attach keeps a file of a client.
func (d *desk) attach(clientID string, content []byte) practice.Attachment {
	d.t.Helper()
	a := practice.Attachment{ID: practice.NewID(), ClientID: clientID, Kind: practice.AttachmentConsent, Title: "Scan", MediaType: "application/pdf"}
	d.do(func(tx *store.Tx) (err error) {
		a, err = tx.AddAttachment(a, content)
		return err
	})
	return a
}

// noise is bytes that do not repeat.
func noise(n int) []byte {
	b, x := make([]byte, n), uint32(1)
	for i := range b {
		x = x*1664525 + 1013904223
		b[i] = byte(x >> 24)
	}
	return b
}

// The largest file goes through the encrypting file layer and comes back
// byte for byte, also after the records were closed; one byte more does not.
func TestLargestFile(t *testing.T) {
	d := newDesk(t)
	ana := d.client("Ana")
	content := noise(practice.MaxAttachmentBytes)
	a := d.attach(ana.ID, content)
	if a.Bytes != practice.MaxAttachmentBytes || len(a.SHA256) != 64 {
		t.Fatalf("kept as %+v", a)
	}
	if got := see(d, func(tx *store.Tx) ([]byte, error) { return tx.AttachmentBytes(a.ID) }); !bytes.Equal(got, content) {
		t.Error("the file came back changed")
	}
	large := a
	large.ID = practice.NewID()
	if d.try(func(tx *store.Tx) error { _, err := tx.AddAttachment(large, append(content, 0)); return err }) == nil {
		t.Error("a larger file was kept")
	}
	if list := see(d, func(tx *store.Tx) ([]practice.Attachment, error) { return tx.Attachments(ana.ID) }); len(list) != 1 {
		t.Errorf("%d files", len(list))
	}

	if err := d.db.Close(); err != nil {
		t.Fatal(err)
	}
	db, err := cipherfs.OpenReadOnly(d.path, key, nil)
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	var kept []byte
	if err := db.QueryRow(`SELECT content FROM attachment_bytes WHERE attachment_id = ?`, a.ID).Scan(&kept); err != nil || !bytes.Equal(kept, content) {
		t.Errorf("read anew: %v, %d bytes", err, len(kept))
	}
}

func TestFileIsKeptOnce(t *testing.T) {
	d := newDesk(t)
	a := d.attach(d.client("Ana").ID, []byte("one"))
	again := a
	again.CreatedAt = ""
	d.do(func(tx *store.Tx) error { _, err := tx.AddAttachment(again, []byte("one")); return err })
	want(t, d.try(func(tx *store.Tx) error { _, err := tx.AddAttachment(again, []byte("two")); return err }), fault.Conflict)
	if d.raw(`UPDATE attachments SET title = 'x'`) == nil || d.raw(`UPDATE attachment_bytes SET content = x'00'`) == nil {
		t.Error("a kept file was changed")
	}
	// Bytes exchanged around the triggers are told.
	d.mustRaw(`DROP TRIGGER attachment_bytes_update`)
	d.mustRaw(`UPDATE attachment_bytes SET content = x'00'`)
	want(t, d.try(func(tx *store.Tx) error { _, err := tx.AttachmentBytes(a.ID); return err }), fault.Corrupt)
}

// A file leaves only when nothing refers to it, and then with its bytes.
func TestRemoveFile(t *testing.T) {
	d := newDesk(t)
	ana := d.client("Ana")
	a := d.attach(ana.ID, []byte("one"))
	c := d.clearance(ana.ID)
	c.AttachmentID = a.ID
	d.do(func(tx *store.Tx) (err error) { c, err = tx.PutClearance(c); return err })
	remove := func(tx *store.Tx) error { return tx.RemoveAttachment(a.ID) }
	want(t, d.try(remove), fault.Blocked)
	c.AttachmentID = ""
	d.do(func(tx *store.Tx) (err error) { c, err = tx.PutClearance(c); return err })
	scan := d.consent(ana.ID)
	scan.ID, scan.Method, scan.Drawing, scan.AttachmentID = practice.NewID(), practice.ConsentScanned, "", a.ID
	d.do(func(tx *store.Tx) error { _, err := tx.AddConsent(scan); return err })
	want(t, d.try(remove), fault.Blocked)

	b := d.attach(ana.ID, []byte("two"))
	if used := see(d, func(tx *store.Tx) (map[string]bool, error) { return tx.InUse(ana.ID) }); !used[a.ID] || used[b.ID] {
		t.Errorf("in use: %v", used)
	}
	d.do(func(tx *store.Tx) error { return tx.RemoveAttachment(b.ID) })
	var left int
	if err := d.db.QueryRow(`SELECT count(*) FROM attachment_bytes WHERE attachment_id = ?`, b.ID).Scan(&left); err != nil || left != 0 {
		t.Errorf("%d of the removed file's bytes are left, %v", left, err)
	}
	want(t, d.try(func(tx *store.Tx) error { return tx.RemoveAttachment(b.ID) }), fault.NotFound)
}
