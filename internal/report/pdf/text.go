package pdf

import (
	"fmt"
	"strings"
	"unicode"

	"snowfield/internal/report/block"
	"snowfield/internal/report/fonts"

	"golang.org/x/text/unicode/norm"
)

// glyph is one character where it is to be printed.
type glyph struct {
	char   rune
	face   *fonts.Face
	size   float64
	width  float64
	ink    ink
	struck bool
}

// span is a stretch of a line in one face.
type span struct {
	text   string
	face   *fonts.Face
	size   float64
	width  float64
	ink    ink
	struck bool
}

// line is a set line; it is placed by whoever draws it.
type line struct {
	spans []span
	width float64
}

// setter sets text, and remembers the characters that no face has.
type setter struct{ unprintable map[rune]bool }

// wrap breaks text into lines no wider than width, ragged right. A word wider
// than that is broken where it has to be.
func (s *setter) wrap(t block.Text, st style, width float64) []line {
	glyphs := s.glyphs(t, st)
	var lines []line
	start, breakAt, x := 0, 0, 0.0
	for i := 0; i < len(glyphs); i++ {
		g := glyphs[i]
		if g.char == '\n' {
			lines = append(lines, assemble(glyphs[start:i]))
			start, breakAt, x = i+1, i+1, 0
			continue
		}
		if x+g.width > width && i > start && !isSpace(g.char) {
			if breakAt <= start {
				breakAt = i
				for breakAt > start+1 && unicode.Is(unicode.Mn, glyphs[breakAt].char) {
					breakAt--
				}
			}
			lines = append(lines, assemble(glyphs[start:breakAt]))
			start, x = breakAt, 0
			i = start - 1
			continue
		}
		x += g.width
		if breaksAfter(glyphs, i) {
			breakAt = i + 1
		}
	}
	if start < len(glyphs) {
		lines = append(lines, assemble(glyphs[start:]))
	}
	return lines
}

// breaksAfter reports whether a line may end after glyph i: after a space,
// and after a hyphen or dash between letters.
func breaksAfter(g []glyph, i int) bool {
	if isSpace(g[i].char) {
		return true
	}
	if !strings.ContainsRune("-‐–—/", g[i].char) || i == 0 || i+1 >= len(g) {
		return false
	}
	return unicode.IsLetter(g[i-1].char) && unicode.IsLetter(g[i+1].char)
}

// isSpace reports whether the character is a space at which a line may break.
func isSpace(r rune) bool {
	return unicode.Is(unicode.Zs, r) && r != '\u00a0' && r != '\u2007' && r != '\u202f'
}

// assemble joins glyphs into spans, without the spaces at the end.
func assemble(g []glyph) line {
	for len(g) > 0 && isSpace(g[len(g)-1].char) {
		g = g[:len(g)-1]
	}
	var l line
	for start := 0; start < len(g); {
		first := g[start]
		one := span{face: first.face, size: first.size, ink: first.ink, struck: first.struck}
		var text strings.Builder
		for start < len(g) && g[start].face == one.face && g[start].ink == one.ink && g[start].struck == one.struck {
			text.WriteRune(g[start].char)
			one.width += g[start].width
			start++
		}
		one.text = text.String()
		l.spans = append(l.spans, one)
		l.width += one.width
	}
	return l
}

// glyphs chooses a face for every character. One that no face has becomes its
// code point in brackets, so that nothing goes missing unseen.
func (s *setter) glyphs(t block.Text, st style) []glyph {
	var out []glyph
	for _, run := range t {
		face := st.face
		size := st.size
		switch {
		case run.Italic:
			face = st.italic
			if st.face != fonts.Serif && st.face != fonts.SerifBold {
				size += 0.8 // the serif looks smaller beside the sans
			}
		case run.Bold:
			face = st.bold
		}
		like := glyph{size: size, ink: st.ink, struck: run.Struck}
		if run.Tone != block.Plain {
			like.ink = tones[run.Tone]
		}
		set := func(char rune, face *fonts.Face) {
			like.char, like.face, like.width = char, face, 0
			if char != '\n' {
				units, _ := face.Advance(char)
				like.width = float64(units) * size / 1000
			}
			out = append(out, like)
		}
		for _, char := range clean(run.Text) {
			if char == '\n' {
				set(char, face)
			} else if f := fonts.For(char, face); f != nil {
				set(char, f)
			} else {
				s.unprintable[char] = true
				for _, c := range fmt.Sprintf("[%U]", char) {
					set(c, face)
				}
			}
		}
	}
	return out
}

// clean composes accents with their letters, spells out ligatures and takes
// out what has no shape of its own: controls, joiners and variation marks.
func clean(text string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case r == '\n' || r == '\u2028' || r == '\u2029':
			return '\n'
		case r == '\t':
			return ' '
		case unicode.In(r, unicode.Cc, unicode.Cf, unicode.Variation_Selector):
			return -1
		}
		return r
	}, norm.NFC.String(ligatures.Replace(text)))
}

var ligatures = strings.NewReplacer("ﬀ", "ff", "ﬁ", "fi", "ﬂ", "fl", "ﬃ", "ffi", "ﬄ", "ffl", "ﬅ", "st", "ﬆ", "st")
