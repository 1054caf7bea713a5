package practice

import (
	"bytes"
	"fmt"
	"slices"
	"strings"

	"snowfield/internal/fault"
)

// AttachmentKind says what a file is.
type AttachmentKind string

// The kinds.
const (
	AttachmentConsent   AttachmentKind = "consent"
	AttachmentClearance AttachmentKind = "clearance"
	AttachmentLetter    AttachmentKind = "letter"
	AttachmentOther     AttachmentKind = "other"
)

// AttachmentKinds lists the kinds in their order.
var AttachmentKinds = []AttachmentKind{AttachmentClearance, AttachmentConsent, AttachmentLetter, AttachmentOther}

// MaxAttachmentBytes is the largest file that is taken in (20 MB): each
// backup holds all of them.
const MaxAttachmentBytes = 20_000_000

// Attachment is a file kept inside the records: a scanned consent, a letter,
// a clearance. Its bytes are kept beside it and never change.
type Attachment struct {
	ID        string         `json:"id"`
	ClientID  string         `json:"client_id"`
	Kind      AttachmentKind `json:"kind"`
	Title     string         `json:"title"`
	MediaType string         `json:"media_type"` // application/pdf, image/png, image/jpeg, image/heic
	Bytes     int            `json:"bytes"`
	SHA256    string         `json:"sha256"` // lower-case hex
	CreatedAt Instant        `json:"created_at"`
}

// MediaTypeOf tells what a file is by how it begins; it refuses what is no
// PDF, PNG, JPEG or HEIC. Names are not trusted.
func MediaTypeOf(file []byte) (string, error) {
	switch {
	case bytes.HasPrefix(file, []byte("%PDF-")):
		return "application/pdf", nil
	case bytes.HasPrefix(file, []byte("\x89PNG\r\n\x1a\n")):
		return "image/png", nil
	case bytes.HasPrefix(file, []byte("\xff\xd8\xff")):
		return "image/jpeg", nil
	case len(file) > 12 && string(file[4:8]) == "ftyp" && slices.Contains([]string{"heic", "heix", "mif1", "heim", "heis", "hevc"}, string(file[8:12])):
		return "image/heic", nil
	}
	return "", fault.New(fault.Invalid, "This file is no PDF, PNG, JPEG or HEIC. Nothing was added; scan or save it as one of these.")
}

// Validate refuses a file without title or kind, an empty and a too large one.
func (a Attachment) Validate() error {
	var c fault.Check
	CheckID(&c, "id", a.ID)
	CheckID(&c, "client_id", a.ClientID)
	if a.Title == "" {
		c.Refuse("title", "Give the file a title.")
	}
	checkLine(&c, "title", a.Title)
	if !slices.Contains(AttachmentKinds, a.Kind) {
		c.Refuse("kind", "Choose what the file is.")
	}
	if a.Bytes < 1 || a.Bytes > MaxAttachmentBytes {
		c.Refuse("bytes", "A file has at most 20 MB. Scan it again in black and white or at 200 dpi.")
	}
	return c.Err()
}

// Label returns the kind in words.
func (k AttachmentKind) Label() string {
	switch k {
	case AttachmentConsent:
		return "Consent"
	case AttachmentClearance:
		return "Clearance"
	case AttachmentLetter:
		return "Letter"
	case AttachmentOther:
		return "Other"
	}
	return string(k)
}

// TypeText writes what the file is: "PDF".
func (a Attachment) TypeText() string {
	switch a.MediaType {
	case "application/pdf":
		return "PDF"
	case "image/png":
		return "PNG picture"
	case "image/jpeg":
		return "JPEG picture"
	case "image/heic":
		return "HEIC picture"
	}
	return "File"
}

// Ending returns how the file's name ends: ".pdf".
func (a Attachment) Ending() string {
	_, kind, _ := strings.Cut(a.MediaType, "/")
	if kind == "jpeg" {
		kind = "jpg"
	}
	return "." + kind
}

// SizeText writes type and size: "PDF, 1.2 MB", "PNG picture, 340 kB".
func (a Attachment) SizeText() string {
	if a.Bytes < 1_000_000 {
		return fmt.Sprintf("%s, %d kB", a.TypeText(), max(1, (a.Bytes+500)/1000))
	}
	return fmt.Sprintf("%s, %.1f MB", a.TypeText(), float64(a.Bytes)/1_000_000)
}
