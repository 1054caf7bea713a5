// Package pdf draws a block.Document as a PDF file. The same document gives
// the same bytes.
package pdf

import (
	"bytes"
	"crypto/sha256"
	"encoding/xml"
	"fmt"
	"slices"
	"strings"
	"unicode/utf16"

	"snowfield/internal/report/block"
	"snowfield/internal/report/fonts"

	"codeberg.org/go-pdf/fpdf"
)

// A Result is a drawn document.
type Result struct {
	PDF   []byte
	Pages int
	// Unprintable are the characters that no face has, in ascending order. The
	// document shows each as its code point in brackets, such as [U+4E2D].
	Unprintable []rune
}

// Draw draws the document.
func Draw(d block.Document) (Result, error) {
	return DrawLong(d, func(page, pages int) error { return nil })
}

// DrawLong draws a document of many pages: before is asked ahead of each page,
// from 1, and its error ends the drawing.
func DrawLong(d block.Document, before func(page, pages int) error) (Result, error) {
	c := newCanvas(d)
	strips := append(c.letterhead(d.Letterhead), c.blocks(d.Blocks)...)
	footer := c.set.wrap(block.Say(strings.Join(d.Footer, "\n")), foot, c.width-pageNumberWidth)
	bottom := c.height - max(bottomMargin, footerTop+float64(len(footer))*foot.leading)
	pages := paginate(strips, topMargin, bottom)
	number(pages)
	for i, page := range pages {
		if err := before(i+1, len(pages)); err != nil {
			return Result{}, err
		}
		c.turn()
		for _, s := range page {
			if s.entry != nil {
				c.out.Bookmark(s.entry.text, s.entry.level, s.y)
			}
			s.draw(c, s.y)
		}
		c.footer(footer, bottom, i+1, len(pages))
		pages[i] = nil // what is drawn makes room for the rest
	}
	var file bytes.Buffer
	if err := c.out.Output(&file); err != nil {
		return Result{}, fmt.Errorf("pdf: %w", err)
	}
	r := Result{PDF: tagged(file.Bytes()), Pages: len(pages)}
	for char := range c.set.unprintable {
		r.Unprintable = append(r.Unprintable, char)
	}
	slices.Sort(r.Unprintable)
	return r, nil
}

// blocks sets the blocks one below the other.
func (c *canvas) blocks(blocks []block.Block) (strips []strip) {
	c.chapters = chaptersOf(blocks)
	var before block.Block
	for _, b := range blocks {
		set := c.strips(b)
		if len(set) == 0 {
			if _, ok := b.(block.Break); ok {
				before = b
			}
			continue
		}
		if space, ok := between(before, b); ok {
			set[0].space = space
		}
		if _, signed := b.(block.Signature); signed {
			keepLast(strips)
		}
		if _, turned := before.(block.Break); turned {
			set[0].fresh = true
		}
		strips, before = append(strips, set...), b
	}
	return strips
}

// between returns the gap above a block where it hangs on what stands before
// it.
func between(before, b block.Block) (float64, bool) {
	_, paragraph := b.(block.Paragraph)
	_, facts := b.(block.Facts)
	switch before.(type) {
	case block.Heading, block.Chapter:
		if facts {
			return aboveFacts / 3, true
		}
		return 0, paragraph
	case block.Facts, block.Table, block.Chart, block.Course:
		// Tall tables are one form, written in by hand.
		if t, table := b.(block.Table); table && !t.Tall || paragraph {
			return aboveFacts, true
		}
	}
	return 0, false
}

// number notes in the outline's entries where they stand.
func number(pages [][]placed) {
	for i, page := range pages {
		for _, s := range page {
			if s.entry != nil {
				s.entry.page, s.entry.y = i+1, s.y
			}
		}
	}
}

// The faces hold the glyphs that are used, and are to be named so: six letters
// and a plus sign (ISO 32000-1, 9.6.4). The writer puts "utf8" before a face's
// name and no more, so this stands in the name until the file is written.
const subset = "sub"

// tagged gives the faces of a file a tag that is the file's own.
func tagged(file []byte) []byte {
	sum := sha256.Sum256(file)
	tag := make([]byte, 6, 7)
	for i := range tag {
		tag[i] = 'A' + sum[i]%26
	}
	return bytes.ReplaceAll(file, []byte("utf8"+subset), append(tag, '+'))
}

const pageNumberWidth = 70

// canvas is the page being drawn on.
type canvas struct {
	out    *fpdf.Fpdf
	set    setter
	left   float64
	width  float64 // between the side margins
	prose  style
	height float64 // of the page
	loaded map[*fonts.Face]bool
	face   *fonts.Face
	size   float64

	chapters []*entry // all of the document
	begun    int      // how many of them are set
	level    int      // of the next part in the outline
}

func newCanvas(d block.Document) *canvas {
	paper := "Letter"
	if d.Paper == block.A4 {
		paper = "A4"
	}
	out := fpdf.New("P", "pt", paper, "")
	out.SetAutoPageBreak(false, 0)
	out.SetCatalogSort(true)
	out.SetCreationDate(d.Created)
	out.SetModificationDate(d.Created)
	out.SetProducer("Snowfield", true)
	out.SetTitle(d.Title, true)
	out.SetLang(d.Language)
	out.SetXmpMetadata(properties(d))
	width, height := out.GetPageSize()
	read := prose
	if d.AtLeisure {
		read = proseAtLeisure
	}
	return &canvas{
		out:    out,
		set:    setter{unprintable: map[rune]bool{}},
		left:   sideMargin,
		width:  width - 2*sideMargin,
		prose:  read,
		height: height,
		loaded: map[*fonts.Face]bool{},
	}
}

// properties is the XMP packet: title, language and date, and nothing else.
func properties(d block.Document) []byte {
	escape := func(s string) string {
		var b strings.Builder
		_ = xml.EscapeText(&b, []byte(s)) // a strings.Builder does not fail
		return b.String()
	}
	return fmt.Appendf(nil, `<?xpacket begin="`+"\ufeff"+`" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/">
<dc:format>application/pdf</dc:format>
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">%s</rdf:li></rdf:Alt></dc:title>
<dc:language><rdf:Bag><rdf:li>%s</rdf:li></rdf:Bag></dc:language>
<xmp:CreateDate>%s</xmp:CreateDate>
<pdf:Producer>Snowfield</pdf:Producer>
</rdf:Description></rdf:RDF></x:xmpmeta>
<?xpacket end="r"?>`, escape(d.Title), escape(d.Language), d.Created.Format("2006-01-02T15:04:05"))
}

func (c *canvas) turn() {
	c.out.AddPage()
	c.face = nil
	// The outline is written in the file's own 8-bit text unless a face is set.
	c.use(fonts.Sans, foot.size)
}

func (c *canvas) use(face *fonts.Face, size float64) {
	if c.face == face && c.size == size {
		return
	}
	if !c.loaded[face] {
		c.out.AddUTF8FontFromBytes(subset+face.Name, "", face.Data())
		c.loaded[face] = true
	}
	c.out.SetFont(subset+face.Name, "", size)
	c.face, c.size = face, size
}

func (i ink) rgb() (r, g, b int) { return int(i >> 16), int(i >> 8 & 0xff), int(i & 0xff) }

// text draws a line whose box of the given leading begins at y.
func (c *canvas) text(x, y, leading float64, l line) {
	base := y + leading/2 + l.size*0.33
	marks := 0 // still to come on a letter
	for i, s := range l.spans {
		if s.marks > 0 {
			c.readAs(l.spans[i : i+1+s.marks])
			marks = s.marks + 1
		}
		c.use(s.face, s.size)
		c.out.SetTextColor(s.ink.rgb())
		c.out.Text(x+s.right, base-s.up, s.text)
		if marks > 0 {
			if marks--; marks == 0 {
				// Readers take where the last glyph ends for the letter's end, and
				// would part the word behind a mark.
				c.out.Text(x+s.width-c.out.GetStringWidth(" "), base, " ")
				c.out.RawWriteStr("EMC")
			}
		}
		if s.struck {
			c.rule(x, base-s.size*0.26, x+s.width, s.ink, 0.7)
		}
		x += s.width
	}
}

// readAs says what a letter and the marks on it are when they are read or
// copied: drawn one by one they would be told apart.
func (c *canvas) readAs(spans []span) {
	var text strings.Builder
	for _, s := range spans {
		text.WriteString(s.text)
	}
	read := "FEFF"
	for _, unit := range utf16.Encode([]rune(text.String())) {
		read += fmt.Sprintf("%04X", unit)
	}
	c.out.RawWriteStr("/Span <</ActualText <" + read + ">>> BDC")
}

func (c *canvas) textRight(right, y, leading float64, l line) { c.text(right-l.width, y, leading, l) }

func (c *canvas) rule(x1, y, x2 float64, colour ink, weight float64) {
	c.stroke(x1, y, x2, y, colour, weight)
}

func (c *canvas) stroke(x1, y1, x2, y2 float64, colour ink, weight float64) {
	c.out.SetDrawColor(colour.rgb())
	c.out.SetLineWidth(weight)
	c.out.Line(x1, y1, x2, y2)
}

func (c *canvas) footer(lines []line, bottom float64, page, pages int) {
	y := bottom + 10.5
	c.rule(c.left, y-5, c.left+c.width, hair, hairline)
	for i, l := range lines {
		c.text(c.left, y+float64(i)*foot.leading, foot.leading, l)
	}
	number := c.set.wrap(block.Say(fmt.Sprintf("Page %d of %d", page, pages)), foot, pageNumberWidth)
	c.textRight(c.left+c.width, y, foot.leading, number[0])
}
