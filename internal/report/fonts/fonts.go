// Package fonts holds the typefaces of the printed documents and says which
// characters each can print and how wide they are.
//
// The two text faces cover Latin. The Noto faces, cut down to Latin, Greek,
// Cyrillic and a few signs, step in for the characters the text faces lack.
// Mono, cut down to ASCII, is for what is copied by hand: its zero is slashed.
package fonts

import (
	_ "embed"
	"slices"
	"sync"
)

// A Face is one weight and slant of a typeface. Use it by pointer; the
// variables below are all there are.
type Face struct {
	Name  string // unique among the faces, lower case
	data  []byte
	table func() *metrics
}

// Advance returns the width of r in thousandths of the type size, and whether
// the face can print r at all.
func (f *Face) Advance(r rune) (int, bool) {
	if r < 0 || r > 0xffff {
		return 0, false
	}
	m := f.table()
	return int(m.advance[r]), m.glyph[r] != 0
}

// Box returns the room the ink of r takes; it is empty when the face cannot
// print r.
func (f *Face) Box(r rune) Box {
	if _, ok := f.Advance(r); !ok {
		return Box{}
	}
	m := f.table()
	return m.box(m.glyph[r])
}

// Scale returns by how much the size of a face that steps in for another is
// changed, so that its letters are as tall.
func Scale(f, wanted *Face) float64 {
	if f == wanted || f == signs {
		return 1
	}
	tall := func(f *Face) float64 { return float64(f.Box('x').Top + f.Box('H').Top) }
	return tall(wanted) / tall(f)
}

// Data returns a copy of the face as a TrueType file. It is a copy because
// fpdf writes into the bytes it is given.
func (f *Face) Data() []byte { return append([]byte(nil), f.data...) }

func face(name string, data []byte) *Face {
	return &Face{Name: name, data: data, table: sync.OnceValue(func() *metrics { return readMetrics(data) })}
}

// The faces, by what they are used for.
var (
	Sans       = face("hankengrotesk", hankenRegular)
	SansBold   = face("hankengrotesksemibold", hankenSemibold)
	Serif      = face("newsreader", newsreaderRegular)
	SerifBold  = face("newsreadermedium", newsreaderMedium)
	Italic     = face("newsreaderitalic", newsreaderItalic)
	Mono       = face("notosansmono", notoSansMono)
	wideSans   = face("notosans", notoSans)
	wideBold   = face("notosansbold", notoSansBold)
	wideSerif  = face("notoserif", notoSerif)
	wideItalic = face("notoserifitalic", notoSerifItalic)
	signs      = face("notosymbols", notoSymbols)
)

// For returns the face that prints all of the characters where f is wanted: f
// itself, else the wider face that suits it, else the signs. It returns nil
// when none can. A letter and the marks on it are asked for together.
func For(f *Face, chars ...rune) *Face {
	for _, c := range [...]*Face{f, wider(f), signs} {
		if !slices.ContainsFunc(chars, func(r rune) bool { _, ok := c.Advance(r); return !ok }) {
			return c
		}
	}
	return nil
}

func wider(f *Face) *Face {
	switch f {
	case SansBold:
		return wideBold
	case Serif, SerifBold:
		return wideSerif
	case Italic:
		return wideItalic
	}
	return wideSans
}

var (
	//go:embed hanken-grotesk-regular.ttf
	hankenRegular []byte
	//go:embed hanken-grotesk-semibold.ttf
	hankenSemibold []byte
	//go:embed newsreader-regular.ttf
	newsreaderRegular []byte
	//go:embed newsreader-medium.ttf
	newsreaderMedium []byte
	//go:embed newsreader-italic.ttf
	newsreaderItalic []byte
	//go:embed noto-sans-regular.ttf
	notoSans []byte
	//go:embed noto-sans-bold.ttf
	notoSansBold []byte
	//go:embed noto-serif-regular.ttf
	notoSerif []byte
	//go:embed noto-serif-italic.ttf
	notoSerifItalic []byte
	//go:embed noto-sans-mono.ttf
	notoSansMono []byte
	//go:embed noto-symbols.ttf
	notoSymbols []byte
)
