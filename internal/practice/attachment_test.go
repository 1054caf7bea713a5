package practice

import (
	"strings"
	"testing"

	"snowfield/internal/fault"
)

// beginnings are how the files that are taken in begin.
var beginnings = map[string]string{
	"%PDF-1.7\n":                   "application/pdf",
	"\x89PNG\r\n\x1a\nIHDR":        "image/png",
	"\xff\xd8\xff\xe0":             "image/jpeg",
	"\x00\x00\x00\x18ftypheic\x00": "image/heic",
	"\x00\x00\x00\x18ftypmif1\x00": "image/heic",
}

func TestMediaType(t *testing.T) {
	for file, want := range beginnings {
		if got, err := MediaTypeOf([]byte(file)); got != want || err != nil {
			t.Errorf("%q: %s, %v, want %s", file, got, err, want)
		}
	}
	for _, file := range []string{"", "%PDF", "%pdf-1", " %PDF-1", "\x89PNG", "GIF89a", "<svg>", "PK\x03\x04", "MZ", "\xff\xd8", "\x00\x00\x00\x18ftypisom\x00", "\x00\x00\x00\x18ftypheic"} {
		if got, err := MediaTypeOf([]byte(file)); fault.CodeOf(err) != fault.Invalid {
			t.Errorf("%q was taken as %q", file, got)
		}
	}
}

// Whatever the bytes, a type is one of the four, and says what they begin
// with; nothing else is a type.
func FuzzMediaType(f *testing.F) {
	for file := range beginnings {
		f.Add([]byte(file))
	}
	f.Add([]byte("\x00\x00\x00\x18ftypisom"))
	f.Fuzz(func(t *testing.T, file []byte) {
		got, err := MediaTypeOf(file)
		if (err == nil) == (got == "") {
			t.Fatalf("%q and %v", got, err)
		}
		starts := map[string]string{"application/pdf": "%PDF-", "image/png": "\x89PNG", "image/jpeg": "\xff\xd8\xff", "image/heic": ""}
		start, known := starts[got]
		if err == nil && (!known || !strings.HasPrefix(string(file), start)) {
			t.Fatalf("%q as %q", file, got)
		}
		if got == "image/heic" && !strings.Contains(string(file[:12]), "ftyp") {
			t.Fatalf("%q as %q", file, got)
		}
	})
}

func TestFileIsChecked(t *testing.T) {
	good := Attachment{ID: NewID(), ClientID: NewID(), Kind: AttachmentLetter, Title: "Letter", MediaType: "application/pdf", Bytes: 1}
	for want, change := range map[string]func(*Attachment){
		"":      func(*Attachment) {},
		"title": func(a *Attachment) { a.Title = "" },
		"kind":  func(a *Attachment) { a.Kind = "photo" },
		"bytes": func(a *Attachment) { a.Bytes = MaxAttachmentBytes + 1 },
		"id":    func(a *Attachment) { a.ID = "1" },
	} {
		a := good
		change(&a)
		if got := fields(t, a.Validate()); got != want {
			t.Errorf("refused %q, want %q", got, want)
		}
	}
	good.Bytes = MaxAttachmentBytes
	if err := good.Validate(); err != nil {
		t.Errorf("the largest: %v", err)
	}
	good.Bytes = 0
	if good.Validate() == nil {
		t.Error("an empty file was taken")
	}
}

func TestFileInWords(t *testing.T) {
	for want, a := range map[string]Attachment{
		"PDF, 1 kB .pdf":              {MediaType: "application/pdf", Bytes: 1},
		"PNG picture, 340 kB .png":    {MediaType: "image/png", Bytes: 340_499},
		"JPEG picture, 1.2 MB .jpg":   {MediaType: "image/jpeg", Bytes: 1_200_000},
		"HEIC picture, 20.0 MB .heic": {MediaType: "image/heic", Bytes: MaxAttachmentBytes},
	} {
		if got := a.SizeText() + " " + a.Ending(); got != want {
			t.Errorf("%q, want %q", got, want)
		}
	}
}
