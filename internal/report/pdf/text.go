package pdf

import (
	"fmt"
	"slices"
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

	marks int     // how many follow it that stand on it
	mark  bool    // it is one, moved from the end of the letter:
	right float64 // to the left below nought
	up    float64
}

// span is a stretch of a line in one face, or a mark.
type span struct {
	text      string
	face      *fonts.Face
	size      float64
	width     float64
	ink       ink
	struck    bool
	marks     int // how many of the spans that follow are marks on it; as of a glyph
	right, up float64
}

// line is a set line; it is placed by whoever draws it.
type line struct {
	spans []span
	width float64
	size  float64 // of the style; all its spans stand on one baseline
}

// setter sets text, and remembers the characters that no face has.
type setter struct {
	unprintable map[rune]bool
	room        []glyph // of the text set last, for the next one
}

// wrap breaks text into lines no wider than width, ragged right. A word wider
// than that is broken where it has to be.
func (s *setter) wrap(t block.Text, st style, width float64) []line {
	glyphs := s.glyphs(t, st)
	var lines []line
	assemble := func(g []glyph) line {
		l := assemble(g)
		l.size = st.size
		return l
	}
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

// breaksAfter reports whether a line may end after glyph i: after a space that
// does not part a number from its unit, and after a hyphen or dash between
// letters.
func breaksAfter(g []glyph, i int) bool {
	if isSpace(g[i].char) {
		return i == 0 || !unicode.IsDigit(g[i-1].char) || !beginsUnit(g[i+1:])
	}
	if !strings.ContainsRune("-‐–—/", g[i].char) || i == 0 || i+1 >= len(g) {
		return false
	}
	return unicode.IsLetter(g[i-1].char) && unicode.IsLetter(g[i+1].char)
}

// units are those that stay on the line of their number.
var units = []string{"%", "mg", "mmHg", "bpm", "°C", "h", "min", "kg", "ml", "MB"}

// beginsUnit reports whether the next word is a unit.
func beginsUnit(g []glyph) bool {
	word := make([]rune, 0, 6)
	for _, next := range g {
		if isSpace(next.char) || strings.ContainsRune(".,;:)/\n", next.char) || len(word) == cap(word) {
			break
		}
		word = append(word, next.char)
	}
	return slices.Contains(units, string(word))
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
		one := span{face: first.face, size: first.size, ink: first.ink, struck: first.struck, marks: first.marks, right: first.right, up: first.up}
		var text strings.Builder
		for {
			text.WriteRune(g[start].char)
			one.width += g[start].width
			if start++; start == len(g) || !g[start].beside(first) {
				break
			}
		}
		one.text = text.String()
		l.spans = append(l.spans, one)
		l.width += one.width
	}
	return l
}

// beside reports whether a glyph goes into one span with another.
func (g glyph) beside(o glyph) bool {
	return !g.mark && !o.mark && g.marks == 0 && o.marks == 0 && g.face == o.face && g.size == o.size && g.ink == o.ink && g.struck == o.struck
}

// glyphs chooses a face for every character. One that no face has becomes its
// code point in brackets, so that nothing goes missing unseen. What it returns
// holds until the next text is set.
func (s *setter) glyphs(t block.Text, st style) []glyph {
	out := s.room[:0]
	for _, run := range t {
		face := st.face
		like := glyph{size: st.size, ink: st.ink, struck: run.Struck}
		switch {
		case run.Italic:
			face = st.italic
			if st.face != fonts.Serif && st.face != fonts.SerifBold {
				like.size += 0.8 // the serif looks smaller beside the sans
			}
		case run.Bold:
			face = st.bold
		}
		if run.Tone != block.Plain {
			like.ink = tones[run.Tone]
		}
		for chars := []rune(clean(run.Text)); len(chars) > 0; {
			n := 1
			for n < len(chars) && unicode.Is(unicode.Mn, chars[n]) {
				n++
			}
			out = s.letter(out, chars[:n], face, like)
			chars = chars[n:]
		}
	}
	s.room = out
	return out
}

// letter adds a character and the marks on it, in one face if there is one.
func (s *setter) letter(out []glyph, chars []rune, face *fonts.Face, like glyph) []glyph {
	if chars[0] == '\n' {
		out = append(out, glyph{char: '\n', face: face})
	} else if f := fonts.For(face, chars...); f != nil {
		base := like.in(chars[0], f, face)
		base.marks = len(chars) - 1
		return base.marked(append(out, base), chars[1:])
	} else if len(chars) == 1 {
		s.unprintable[chars[0]] = true
		for _, c := range fmt.Sprintf("[%U]", chars[0]) {
			out = append(out, like.in(c, fonts.For(face, c), face))
		}
		return out
	} else {
		out = s.letter(out, chars[:1], face, like)
	}
	for i := range chars[1:] {
		out = s.letter(out, chars[i+1:i+2], face, like)
	}
	return out
}

// in is a character in a face, as tall as in the face it was wanted in.
func (g glyph) in(char rune, face, wanted *fonts.Face) glyph {
	units, _ := face.Advance(char)
	g.char, g.face = char, face
	if face != wanted {
		g.size *= fonts.Scale(face, wanted)
	}
	g.width = float64(units) * g.size / 1000
	return g
}

// marked adds the marks on a letter. A face has them at the height of small
// letters: they are moved to the letter's middle, above a tall one, and each
// beyond the one before.
func (g glyph) marked(out []glyph, marks []rune) []glyph {
	if len(marks) == 0 {
		return out
	}
	const gap = 40
	ink := g.face.Box(g.char)
	above, below := max(0, ink.Top-g.face.Box('x').Top), min(0, ink.Bottom)
	for _, char := range marks {
		box := g.face.Box(char)
		up := 0
		switch height := box.Top - box.Bottom + gap; {
		case box.Bottom > 0:
			up, above = above, above+height
		case box.Top <= 0:
			up, below = below, below-height
		}
		m := g
		m.char, m.mark, m.marks, m.width = char, true, 0, 0
		m.right = float64(ink.Left+ink.Right-box.Left-box.Right)/2*g.size/1000 - g.width
		m.up = float64(up) * g.size / 1000
		out = append(out, m)
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
