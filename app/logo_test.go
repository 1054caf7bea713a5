package app

import (
	"bytes"
	"image"
	"image/png"
	"testing"

	"snowfield/internal/fault"
	"snowfield/internal/practice"
)

// A chosen picture is looked at and printed until it is removed; one that is
// none leaves the logo as it is.
func TestLogo(t *testing.T) {
	b := newBench(t)
	b.create()
	logo := func() string {
		v, err := b.settings.Logo()
		b.ok(err)
		return v.URL
	}
	if url := logo(); url != "" {
		t.Errorf("a new practice has a logo at %s", url)
	}
	var file bytes.Buffer
	if err := png.Encode(&file, image.NewGray(image.Rect(0, 0, 30, 10))); err != nil {
		t.Fatal(err)
	}
	b.shell.logo = writeFile(t, "mark.png", file.Bytes())
	v, err := b.settings.ChooseLogo()
	b.ok(err)
	shown := b.served(v.URL)
	if size, err := png.DecodeConfig(shown.Body); err != nil || size.Width != 30 || shown.Header().Get("Content-Type") != "image/png" {
		t.Errorf("served %+v, %v", size, err)
	}

	b.shell.logo = writeFile(t, "no.png", []byte("<svg>"))
	_, err = b.settings.ChooseLogo()
	b.refused(err, fault.Invalid)
	b.shell.logo = ""
	if v, err = b.settings.ChooseLogo(); err != nil || v.URL != "" || logo() == "" {
		t.Error("the logo went when none was chosen")
	}
	printed := func() bool {
		v := must(b, b.documents.Make)(DocumentRequest{Kind: practice.DocPaperLog})
		return bytes.Contains(b.served(v.URL).Body.Bytes(), []byte("/Subtype /Image"))
	}
	if !printed() {
		t.Error("a document does not print the logo")
	}
	b.ok(b.settings.RemoveLogo())
	if printed() || logo() != "" {
		t.Error("the logo was not removed")
	}
}
