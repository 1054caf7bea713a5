// Package reporttest helps to test documents: it writes their blocks as plain
// text, and reads back the text of the files that package pdf draws. It
// understands those files and no others.
package reporttest

import (
	"bytes"
	"compress/zlib"
	"fmt"
	"io"
	"regexp"
	"strconv"
	"strings"
	"testing"
	"unicode/utf16"
)

// A Piece is text drawn in one stroke; X and Y are points from the bottom
// left of the page.
type Piece struct {
	X, Y float64
	Text string
}

// A Page is what is drawn on it, in that order.
type Page []Piece

// Text joins the pieces of a page: a space between pieces on one line, a line
// feed where the line changes.
func (p Page) Text() string {
	var b strings.Builder
	for i, piece := range p {
		if i > 0 && piece.Y != p[i-1].Y {
			b.WriteByte('\n')
		} else if i > 0 && !strings.HasSuffix(p[i-1].Text, " ") && !strings.HasPrefix(piece.Text, " ") {
			b.WriteByte(' ')
		}
		b.WriteString(piece.Text)
	}
	return b.String()
}

var (
	contents = regexp.MustCompile(`/Type /Page\n(?s:.*?)/Contents (\d+) 0 R`)
	shown    = regexp.MustCompile(`(?s)BT (-?[\d.]+) (-?[\d.]+) Td \(((?:\\.|[^\\()])*)\) Tj ET`)
	escaped  = regexp.MustCompile(`(?s)\\(.)`)
)

// Read returns the pages of a file.
func Read(t testing.TB, file []byte) []Page {
	t.Helper()
	var pages []Page
	for _, m := range contents.FindAllSubmatch(file, -1) {
		pages = append(pages, page(t, stream(t, file, string(m[1]))))
	}
	return pages
}

// Text returns the text of all pages.
func Text(t testing.TB, file []byte) string {
	t.Helper()
	var b strings.Builder
	for _, p := range Read(t, file) {
		b.WriteString(p.Text() + "\n\f")
	}
	return b.String()
}

func stream(t testing.TB, file []byte, object string) []byte {
	t.Helper()
	_, rest, ok := bytes.Cut(file, []byte("\n"+object+" 0 obj\n"))
	if !ok {
		t.Fatalf("object %s is missing", object)
	}
	_, rest, _ = bytes.Cut(rest, []byte("stream\n"))
	r, err := zlib.NewReader(bytes.NewReader(rest))
	if err != nil {
		t.Fatal(err)
	}
	content, err := io.ReadAll(r)
	if err != nil {
		t.Fatal(err)
	}
	return content
}

func page(t testing.TB, content []byte) Page {
	t.Helper()
	var p Page
	for _, m := range shown.FindAllSubmatch(content, -1) {
		text := escaped.ReplaceAllFunc(m[3], func(e []byte) []byte {
			if e[1] == 'r' {
				return []byte("\r")
			}
			return e[1:]
		})
		if len(text)%2 != 0 {
			t.Fatalf("half a character in %q", text)
		}
		units := make([]uint16, len(text)/2)
		for i := range units {
			units[i] = uint16(text[2*i])<<8 | uint16(text[2*i+1])
		}
		p = append(p, Piece{X: number(m[1]), Y: number(m[2]), Text: string(utf16.Decode(units))})
	}
	return p
}

func number(b []byte) float64 {
	f, err := strconv.ParseFloat(string(b), 64)
	if err != nil {
		panic(fmt.Sprintf("reporttest: %q is no number", b))
	}
	return f
}
