package app

import (
	"bytes"
	"net/http/httptest"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"snowfield/internal/fault"
	"snowfield/internal/practice"
)

func writeFile(t testing.TB, name string, content []byte) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), name)
	if err := os.WriteFile(path, content, 0o600); err != nil {
		t.Fatal(err)
	}
	return path
}

// largest is a PDF of the most bytes that are taken in.
func largest() []byte {
	return append([]byte("%PDF-1.4\n"), bytes.Repeat([]byte("fennel"), practice.MaxAttachmentBytes)...)[:practice.MaxAttachmentBytes]
}

func (b *bench) served(url string) *httptest.ResponseRecorder {
	w := httptest.NewRecorder()
	b.app.documents.ServeHTTP(w, httptest.NewRequest("GET", url, nil))
	return w
}

// The largest file is added, looked at from memory, copied out with a trace
// and forgotten by the preview at the lock; nothing of it is written in the
// clear but the copy.
func TestLargestFile(t *testing.T) {
	b := newBench(t)
	b.create()
	ana := b.add("Ana")
	content := largest()
	b.shell.file = writeFile(t, "A scan.pdf", content)
	row := must(b, b.attachments.Choose)(practice.Attachment{ID: practice.NewID(), ClientID: ana.ID, Kind: practice.AttachmentLetter})
	if row.File.Title != "A scan.pdf" || row.SizeText != "PDF, 20.0 MB" || row.AddedText != "Added 12 March 2026" || row.Used {
		t.Errorf("added as %+v", row)
	}
	preview := must(b, b.attachments.Preview)(row.File.ID)
	w := b.served(preview.URL)
	if preview.Image || w.Header().Get("Content-Type") != "application/pdf" || !bytes.Equal(w.Body.Bytes(), content) {
		t.Errorf("preview %+v, %d bytes", preview, w.Body.Len())
	}
	_, err := b.documents.Export(strings.TrimPrefix(preview.URL, documentPath), ExportChoice{})
	b.refused(err, fault.NotFound)

	b.shell.save = t.TempDir()
	copied := must(b, b.attachments.SaveCopy)(row.File.ID)
	if filepath.Base(copied.Path) != "letter.pdf" || !bytes.Equal(readFile(t, copied.Path), content) {
		t.Errorf("copied to %s", copied.Path)
	}
	last, _ := b.recorded(practice.ActExport)
	if last.Subject != "attachment" || last.SubjectID != row.File.ID || !strings.Contains(last.Detail, row.File.SHA256) {
		t.Errorf("the copy's trace: %+v", last)
	}
	b.ok(b.vault.Lock(""))
	if w := b.served(preview.URL); w.Code != 404 {
		t.Error("the preview outlived the lock")
	}
	if bytes.Contains(vaultBytes(t, b.folder), []byte("fennelfennel")) {
		t.Error("the file is in the vault folder in the clear")
	}
}

func TestFileIsRefused(t *testing.T) {
	b := newBench(t)
	b.create()
	ana := b.add("Ana")
	file := practice.Attachment{ID: practice.NewID(), ClientID: ana.ID, Kind: practice.AttachmentOther}
	for name, content := range map[string][]byte{
		"large.pdf": append(largest(), 0), "empty.pdf": {}, "page.pdf": []byte("<html>"), "program.png": []byte("MZ"),
	} {
		b.shell.file = writeFile(t, name, content)
		_, err := b.attachments.Choose(file)
		b.refused(err, fault.Invalid)
	}
	for _, path := range []string{filepath.Join(t.TempDir(), "gone.pdf"), t.TempDir()} {
		b.shell.file = path
		_, err := b.attachments.Choose(file)
		b.refused(err, fault.NotFound)
	}
	b.shell.file = "" // cancelled
	if row := must(b, b.attachments.Choose)(file); row.File.ID != "" {
		t.Errorf("added %+v", row)
	}
	if list := must(b, b.attachments.List)(ana.ID); len(list) != 0 {
		t.Errorf("%d files were kept", len(list))
	}
}

// A picture is served as what it is; a file nothing refers to leaves, one a
// consent refers to stays.
func TestPictureAndRemoval(t *testing.T) {
	b := newBench(t)
	b.create()
	ana := b.add("Ana")
	b.shell.file = writeFile(t, "scan.jpg", []byte("\xff\xd8\xff\xe0 a picture"))
	choose := func() AttachmentRow {
		return must(b, b.attachments.Choose)(practice.Attachment{ID: practice.NewID(), ClientID: ana.ID, Kind: practice.AttachmentConsent, Title: "Signed paper"})
	}
	scan, spare := choose(), choose()
	preview := must(b, b.attachments.Preview)(scan.File.ID)
	if w := b.served(preview.URL); !preview.Image || w.Header().Get("Content-Type") != "image/jpeg" || w.Header().Get("X-Content-Type-Options") != "nosniff" {
		t.Errorf("preview %+v, %v", preview, w.Header())
	}
	offer := b.offered("touch")
	c := b.consentOf(ana.ID, offer)
	c.Method, c.AttachmentID, c.Initials = practice.ConsentScanned, scan.File.ID, nil
	must(b, b.consents.Sign)(c)
	b.refused(b.attachments.Remove(scan.File.ID), fault.Blocked)
	b.ok(b.attachments.Remove(spare.File.ID))
	if list := must(b, b.attachments.List)(ana.ID); len(list) != 1 || !list[0].Used {
		t.Errorf("left: %+v", list)
	}
	if last, _ := b.recorded(practice.ActErase); last.Subject != "attachment" || last.SubjectID != spare.File.ID {
		t.Errorf("the removal's trace: %+v", last)
	}
}
