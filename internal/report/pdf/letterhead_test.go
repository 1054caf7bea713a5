package pdf

import (
	"bytes"
	"image"
	"image/png"
	"testing"

	"snowfield/internal/report/block"
)

func TestLogoIsDrawn(t *testing.T) {
	d := document(block.Title{Text: "x"})
	plain := drawn(t, d)
	var file bytes.Buffer
	if err := png.Encode(&file, image.NewRGBA(image.Rect(0, 0, 90, 30))); err != nil {
		t.Fatal(err)
	}
	d.Letterhead.Logo = file.Bytes()
	with := drawn(t, d)
	if bytes.Contains(plain.PDF, []byte("/Subtype /Image")) || !bytes.Contains(with.PDF, []byte("/Subtype /Image")) {
		t.Error("the logo is not where it belongs")
	}
	if again := drawn(t, d); !bytes.Equal(again.PDF, with.PDF) {
		t.Error("the same document with a logo gives other bytes")
	}
	d.Letterhead.Logo = []byte("no picture")
	if broken := drawn(t, d); !bytes.Equal(broken.PDF, plain.PDF) {
		t.Error("what is no picture leaves a trace")
	}
}

// A logo keeps its shape and stays in its room, whatever that shape.
func TestLogoFits(t *testing.T) {
	for _, size := range []image.Point{{900, 300}, {300, 300}, {10, 300}, {900, 1}, {3, 2}} {
		var file bytes.Buffer
		if err := png.Encode(&file, image.NewGray(image.Rectangle{Max: size})); err != nil {
			t.Fatal(err)
		}
		p := newCanvas(document()).logo(file.Bytes())
		shape := float64(size.X) / float64(size.Y)
		if p.width > logoWidth+0.01 || p.height > logoHeight+0.01 || p.width/p.height/shape < 0.999 || p.width/p.height/shape > 1.001 {
			t.Errorf("%v is drawn %.1f x %.1f", size, p.width, p.height)
		}
	}
}
