package fonts

import (
	"testing"

	"codeberg.org/go-pdf/fpdf"
)

var all = []*Face{Sans, SansBold, Serif, SerifBold, Italic, Mono, wideSans, wideBold, wideSerif, wideItalic, signs}

// The layout measures with this package and the file is written by fpdf: the
// two must agree on every width, or lines would run into each other.
func TestWidthsAgreeWithTheWriter(t *testing.T) {
	for _, f := range all {
		doc := fpdf.New("P", "pt", "Letter", "")
		doc.AddUTF8FontFromBytes(f.Name, "", f.Data())
		doc.SetFont(f.Name, "", 10)
		if doc.Err() {
			t.Fatalf("%s: %v", f.Name, doc.Error())
		}
		count := 0
		for r := rune(1); r < 0xffff; r++ {
			w, ok := f.Advance(r)
			if !ok {
				continue
			}
			count++
			if got := doc.GetStringSymbolWidth(string(r)); got != w {
				t.Errorf("%s %U: width %d, the writer has %d", f.Name, r, w, got)
			}
		}
		if count < 40 {
			t.Errorf("%s prints only %d characters", f.Name, count)
		}
	}
}

func TestFallback(t *testing.T) {
	for _, c := range []struct {
		r       rune
		wanted  *Face
		printed *Face
	}{
		{'a', Sans, Sans},
		{'Ł', Serif, Serif},
		{'İ', Italic, Italic},
		{'ỗ', Sans, wideSans},
		{'ễ', SerifBold, wideSerif},
		{'Ω', SansBold, wideBold},
		{'Д', Serif, wideSerif},
		{'й', Italic, wideItalic},
		{'→', Serif, signs},
		{'≥', Sans, signs},
		{'✓', Sans, signs},
		{'₂', Sans, wideSans},
		{'7', Mono, Mono},
		{'é', Mono, wideSans},
		{'中', Sans, nil},
		{'🙂', Serif, nil},
		{-1, Serif, nil},
	} {
		if got := For(c.wanted, c.r); got != c.printed {
			t.Errorf("%q in %s: got %v", c.r, c.wanted.Name, got)
		}
	}
}

func TestDataIsACopy(t *testing.T) {
	Sans.Data()[0]++
	if Sans.Data()[0] != 0 {
		t.Fatal("a caller changed the embedded face")
	}
}
