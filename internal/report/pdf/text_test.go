package pdf

import (
	"strings"
	"testing"
	"unicode/utf8"

	"snowfield/internal/report/block"
	"snowfield/internal/report/fonts"
)

func newSetter() *setter { return &setter{unprintable: map[rune]bool{}} }

func lineTexts(lines []line) []string {
	out := make([]string, 0, len(lines))
	for _, l := range lines {
		var b strings.Builder
		for _, s := range l.spans {
			b.WriteString(s.text)
		}
		out = append(out, b.String())
	}
	return out
}

func TestWrap(t *testing.T) {
	for _, c := range []struct {
		text  string
		width float64
		want  string
	}{
		{"one line", 200, "one line"},
		{"break at a space", 60, "break at a|space"},
		{"trailing spaces   ", 200, "trailing spaces"},
		{"typed\nbreak\n\nand gap", 200, "typed|break||and gap"},
		{"self-compassion", 40, "self-|compassi|on"},
		{"at 120-80 again", 50, "at 120-80|again"},
		{"from 94 %, no", 38, "from|94 %, no"},
		{"took 60 mg of", 34, "took|60 mg|of"},
		{"for 3 hours", 30, "for 3|hours"},
		{"stay\u00a0together now", 50, "stay\u00a0togethe|r now"},
		{"mmmmmmmmmmmm", 30, "mmmm|mmmm|mmmm"},
		{"", 100, ""},
	} {
		got := strings.Join(lineTexts(newSetter().wrap(block.Say(c.text), value, c.width)), "|")
		if got != c.want {
			t.Errorf("%q at %.0f: got %q, want %q", c.text, c.width, got, c.want)
		}
	}
}

func TestRunsKeepTheirLook(t *testing.T) {
	text := block.Text{{Text: "plain "}, {Text: "bold", Bold: true}, {Text: " Ω "}, {Text: "gone", Struck: true}, {Text: "60 mg", Tone: block.Dose}}
	spans := newSetter().wrap(text, prose, 400)[0].spans
	want := []span{
		{text: "plain ", face: fonts.Serif, ink: black},
		{text: "bold", face: fonts.SerifBold, ink: black},
		{text: " ", face: fonts.Serif, ink: black},
		{text: "Ω", face: fonts.For(fonts.Serif, 'Ω'), ink: black},
		{text: " ", face: fonts.Serif, ink: black},
		{text: "gone", face: fonts.Serif, ink: black, struck: true},
		{text: "60 mg", face: fonts.Serif, ink: plum},
	}
	if len(spans) != len(want) {
		t.Fatalf("got %+v", spans)
	}
	for i, s := range spans {
		s.size, s.width = 0, 0
		if s != want[i] {
			t.Errorf("span %d: got %+v, want %+v", i, s, want[i])
		}
	}
}

func TestClean(t *testing.T) {
	for in, want := range map[string]string{
		"e\u0301": "é", "ﬁne": "fine", "a\tb": "a b", "a\r\nb": "a\nb", "a\u2028b": "a\nb", "x\u200b\u00ad\ufe0fy": "xy", "\x07": "",
	} {
		if got := clean(in); got != want {
			t.Errorf("%q: got %q, want %q", in, got, want)
		}
	}
}

// Whatever is typed, every character is set, in its place or as its code
// point, and no line is wider than its room but for a single character.
func FuzzWrap(f *testing.F) {
	for _, seed := range []string{"a b", "中文 text", "a-b-c", "🙂\n\n🙂", "e\u0301\u0302\u0303", "\u00a0\u2003x", "ﬁ\x00\xff", "wwwwwwwwwwwwwwwwwwwwww"} {
		f.Add(seed, 50.0)
	}
	f.Fuzz(func(t *testing.T, text string, width float64) {
		if !utf8.ValidString(text) || !(width >= 1 && width <= 1000) {
			return
		}
		s := newSetter()
		lines := s.wrap(block.Say(text), prose, width)
		for _, l := range lines {
			if l.width > width+0.001 && len(l.spans) > 0 && utf8.RuneCountInString(withoutMarks(l)) > 1 {
				t.Errorf("%q is %.1f wide in %.1f", lineTexts([]line{l}), l.width, width)
			}
		}
		var want strings.Builder
		for _, g := range s.glyphs(block.Say(text), prose) {
			want.WriteRune(g.char)
		}
		if got := strings.Join(lineTexts(lines), ""); bare(got) != bare(want.String()) {
			t.Errorf("got %q, want %q", got, want.String())
		}
	})
}

// withoutMarks is a line without the marks that take no room.
func withoutMarks(l line) string {
	var b strings.Builder
	for _, s := range l.spans {
		for _, r := range s.text {
			if w, _ := s.face.Advance(r); w > 0 {
				b.WriteRune(r)
			}
		}
	}
	return b.String()
}

func bare(s string) string {
	return strings.Map(func(r rune) rune {
		if r == '\n' || isSpace(r) {
			return -1
		}
		return r
	}, s)
}

// A mark without a composed letter is set over the middle of the letter it
// belongs to, above a tall one, and takes no room.
func TestMarksStandOnTheirLetters(t *testing.T) {
	for _, text := range []string{"x\u0304", "q\u0301", "X\u0301", "о\u0301", "О\u0301", "ọ\u0301", "x\u0323", "x\u0301\u0304"} {
		for _, st := range []style{prose, value, value.strong(), lede} {
			g := newSetter().glyphs(block.Say(text), st)
			base, width := g[0], 0.0
			ink := base.face.Box(base.char)
			over := 0.0
			for i, m := range g {
				width += m.width
				box := m.face.Box(m.char)
				at := func(units int) float64 { return float64(units) * m.size / 1000 }
				if i == 0 {
					over = at(ink.Top)
					continue
				}
				if middle := base.width + m.right + at(box.Left+box.Right)/2; !near(middle, at(ink.Left+ink.Right)/2) {
					t.Errorf("%q: a mark stands at %.2f over a letter whose middle is %.2f", text, middle, at(ink.Left+ink.Right)/2)
				}
				if m.face != base.face || !m.mark {
					t.Errorf("%q: a mark is in %s, its letter in %s", text, m.face.Name, base.face.Name)
				}
				if box.Bottom > 0 {
					if m.up+at(box.Bottom) < over-0.01 {
						t.Errorf("%q: a mark begins at %.2f, what is below it ends at %.2f", text, m.up+at(box.Bottom), over)
					}
					over = m.up + at(box.Top)
				}
			}
			if !near(width, base.width) {
				t.Errorf("%q: the marks take room", text)
			}
		}
	}
}

func near(a, b float64) bool { return a-b < 0.01 && b-a < 0.01 }
