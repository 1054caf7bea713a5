package block

import (
	"strconv"
	"strings"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"
	"github.com/yuin/goldmark/util"
)

// grammar is CommonMark without link reference definitions: a line such as
// "[M]: cried" would be read as one, and vanish.
var grammar = parser.NewParser(
	parser.WithBlockParsers(parser.DefaultBlockParsers()...),
	parser.WithInlineParsers(parser.DefaultInlineParsers()...),
)

// Markdown reads the text of a note. Headings, paragraphs, nested lists,
// emphasis, quotes (a client's own words) and line breaks are kept; a link is
// its words and its address, code is plain text, and HTML is shown as it was
// typed. No word is dropped, and every input is valid.
func Markdown(source string) []Block {
	// The parser reads the last line well only when it ends as all others do.
	source = strings.ToValidUTF8(source, "\ufffd") + "\n"
	r := reader{source: []byte(strings.ReplaceAll(source, "\x00", ""))}
	r.blocks(grammar.Parse(text.NewReader(r.source)), place{})
	return r.out
}

// reader turns goldmark's tree into blocks.
type reader struct {
	source []byte
	out    []Block
}

// place is where in the tree a paragraph stands.
type place struct {
	indent int
	quote  bool
	mark   string // of the list item, for its first paragraph
}

func (r *reader) blocks(parent ast.Node, at place) {
	for n := parent.FirstChild(); n != nil; n = n.NextSibling() {
		r.block(n, at)
		at.mark = ""
	}
}

func (r *reader) block(n ast.Node, at place) {
	switch n := n.(type) {
	case *ast.Heading:
		if t := r.inline(n, Run{}); at == (place{}) {
			r.add(Heading{Level: 3, Text: t}, t)
		} else {
			r.paragraph(r.inline(n, Run{Bold: true}), at)
		}
	case *ast.Blockquote:
		inner := at
		inner.quote = true
		r.blocks(n, inner)
	case *ast.List:
		number := n.Start
		for item := n.FirstChild(); item != nil; item = item.NextSibling() {
			inner := at
			inner.indent++
			inner.mark = "•"
			if n.IsOrdered() {
				inner.mark = strconv.Itoa(number) + "."
				number++
			}
			r.blocks(item, inner)
		}
	case *ast.FencedCodeBlock:
		language := ""
		if n.Info != nil {
			language = string(n.Info.Segment.Value(r.source)) + "\n"
		}
		r.paragraph(Say(strings.TrimRight(language+r.lines(n), "\n")), at)
	case *ast.CodeBlock:
		r.paragraph(Say(strings.TrimRight(r.lines(n), "\n")), at)
	case *ast.HTMLBlock:
		raw := r.lines(n)
		if n.HasClosure() {
			raw += string(n.ClosureLine.Value(r.source))
		}
		r.paragraph(Say(strings.TrimRight(raw, "\n")), at)
	case *ast.ThematicBreak:
	default: // a paragraph, or the text of a tight list's item
		r.paragraph(r.inline(n, Run{Italic: at.quote}), at)
	}
}

func (r *reader) paragraph(t Text, at place) {
	if at.quote {
		t = quoted(t)
	}
	r.add(Paragraph{Text: t, Quote: at.quote, Indent: at.indent, Mark: at.mark}, t)
}

// add keeps a block unless it has nothing to say.
func (r *reader) add(b Block, t Text) {
	for _, run := range t {
		if strings.TrimSpace(run.Text) != "" {
			r.out = append(r.out, b)
			return
		}
	}
}

func (r *reader) lines(n ast.Node) string {
	var b strings.Builder
	for i := range n.Lines().Len() {
		line := n.Lines().At(i)
		b.Write(line.Value(r.source))
	}
	return b.String()
}

// inline returns the words of n; like is the run they are in.
func (r *reader) inline(n ast.Node, like Run) Text {
	var out Text
	say := func(s string) {
		like.Text = s
		out = append(out, like)
	}
	for c := n.FirstChild(); c != nil; c = c.NextSibling() {
		switch c := c.(type) {
		case *ast.Text:
			s := string(c.Value(r.source))
			if !c.IsRaw() {
				s = string(util.UnescapePunctuations([]byte(s)))
			}
			if c.HardLineBreak() || c.SoftLineBreak() {
				s += "\n"
			}
			say(s)
		case *ast.String:
			say(string(c.Value))
		case *ast.AutoLink:
			say(string(c.Label(r.source)))
		case *ast.RawHTML:
			for i := range c.Segments.Len() {
				part := c.Segments.At(i)
				say(string(part.Value(r.source)))
			}
		case *ast.Emphasis:
			inner := like
			if c.Level >= 2 {
				inner.Bold = true
			} else {
				inner.Italic = true
			}
			out = append(out, r.inline(c, inner)...)
		case *ast.Link:
			out = append(out, r.inline(c, like)...)
			say(address(c.Destination, c.Title))
		case *ast.Image:
			out = append(out, r.inline(c, like)...)
			say(address(c.Destination, c.Title))
		default: // a code span: its words
			out = append(out, r.inline(c, like)...)
		}
	}
	return out
}

func address(destination, title []byte) string {
	s := string(destination)
	if len(title) > 0 {
		s = strings.TrimSpace(s + " " + string(title))
	}
	if s == "" {
		return ""
	}
	return " (" + s + ")"
}

// quoted sets quotation marks around a client's words, unless they were typed.
func quoted(t Text) Text {
	if len(t) == 0 || strings.ContainsAny(firstRune(t[0].Text), `"“„«‘'`) {
		return t
	}
	mark := func(s string) Run { return Run{Text: s, Italic: true} }
	return append(append(Text{mark("“")}, t...), mark("”"))
}

func firstRune(s string) string {
	for _, r := range s {
		return string(r)
	}
	return ""
}
