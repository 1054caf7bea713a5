// Package block is what a document says, apart from how it is drawn: a
// sequence of headings, paragraphs, tables and so on. Nothing in it knows of
// pages, faces or points.
package block

import "time"

// Paper is a page size.
type Paper int

// The papers. Letter is the default.
const (
	Letter Paper = iota
	A4
)

// A Document is everything that is printed. Title, Language and Created go
// into the file's own properties, which any file manager shows: they must
// never hold anything about a client.
type Document struct {
	Title      string
	Language   string    // BCP 47, such as "en-US"
	Created    time.Time // when it was made; the only time in the file's properties
	Paper      Paper
	AtLeisure  bool // read by a client, not looked up in a record: set larger
	Letterhead Letterhead
	Footer     []string // small print at the foot of every page, left of the page number
	Blocks     []Block
}

// A Letterhead opens the first page: who writes, and how to reach them.
type Letterhead struct {
	Name  string
	Lines []string
	Logo  []byte // a PNG file of 8 bits without transparency; empty for none
}

// A Block is one of the types of this package that carry the method.
type Block interface{ block() }

// Tone is the meaning of a run beyond its words. It is never the only carrier.
type Tone int

// The tones: a plain word, a quiet one, a dose, a time inside the integration
// window or a caution, and a limit that was crossed.
const (
	Plain Tone = iota
	Quiet
	Dose
	Window
	Alarm
)

// A Run is a stretch of text of one kind. A line feed in it breaks the line.
type Run struct {
	Text   string
	Bold   bool
	Italic bool // also the mark of a client's own words
	Struck bool
	Tone   Tone
}

// Text is a sequence of runs read as one.
type Text []Run

// Say returns plain text; nothing for the empty string.
func Say(s string) Text {
	if s == "" {
		return nil
	}
	return Text{{Text: s}}
}

// A Title opens a document; Lede is the sentence below it and may be empty.
type Title struct {
	Text string
	Lede string
}

// A Chapter is a part of a long document, such as a chart. One of depth 0
// begins a page; one of depth 1 stands below it, and does not. Chapters are in
// the outline, and headings of level 1 below them.
type Chapter struct {
	Text  string
	Aside string // as of a Heading
	Depth int
}

// Contents lists the chapters of the document with the pages they begin on.
type Contents struct{}

// A Break begins a page.
type Break struct{}

// A Heading has a level: 1 opens a part of the document and is in its outline,
// 2 a section in it, 3 a heading typed inside a note.
type Heading struct {
	Level int
	Text  Text
	Aside Text // a quiet word on the same line, such as a date
}

// A Paragraph is text to be read. Quote marks a client's own words, Indent
// counts the lists and quotes it stands in, Mark is what a list item begins
// with ("•", "1.").
type Paragraph struct {
	Text   Text
	Quote  bool
	Indent int
	Mark   string
}

// A Fact is a label and its value. Facts without a value are left out.
type Fact struct {
	Label string
	Value Text
}

// Facts is a grid of short facts.
type Facts []Fact

// A Column of a table. Share is its part of the table's width.
type Column struct {
	Head  string
	Share float64
	Right bool // numbers are set to the right
}

// A Table has as many cells in each row as it has columns. Its head is
// repeated on every page it reaches. Tall rows are written in by hand.
type Table struct {
	Columns []Column
	Rows    [][]Text
	Tall    bool
}

// A Chart draws ranges (such as blood pressure) and a line (such as heart
// rate) over minutes, with marks on the time axis. Alt says in words what it
// shows and is printed below it.
type Chart struct {
	Ranges []Range
	Line   []Point
	Marks  []Mark
	Alt    Text
}

// A Range runs from Low to High at a minute.
type Range struct{ Minute, Low, High float64 }

// A Point of a line.
type Point struct{ Minute, Value float64 }

// A Mark on the time axis.
type Mark struct {
	Minute float64
	Label  string
}

// A Signature closes a document: who signed and when, or, when it is blank,
// lines to sign and date by hand. It is never alone on a page.
type Signature struct {
	Name  string
	Lines []string
	Blank bool
}

// A Drawing is lines drawn by hand, such as a signature: strokes "M x y L x y"
// in a box of that size, which is set small, above the block that says what
// they are.
type Drawing struct {
	Path          string
	Width, Height float64
}

// A Code is copied by hand from paper: groups of letters and digits in a face
// of fixed width, each with its number, counted from 1.
type Code []string

// Typed is what is typed into a computer, or shown by it, line for line in a
// face of fixed width. A line too long for the page is broken.
type Typed []string

// A Poster is read at a glance by somebody in need: large rows, each in one
// piece.
type Poster []PosterRow

// A PosterRow is a mark, such as the number of a step, a text with a quiet
// label above it, and a number to dial, set largest at the right. All but the
// text may be empty; Alarm sets the number as something that is wrong.
type PosterRow struct {
	Mark   string
	Label  string
	Text   string
	Number string
	Alarm  bool
}

// A Note is small print. Framed sets it apart, for what must not be missed.
type Note struct {
	Text   Text
	Framed bool
}

func (Title) block()     {}
func (Chapter) block()   {}
func (Contents) block()  {}
func (Break) block()     {}
func (Heading) block()   {}
func (Paragraph) block() {}
func (Facts) block()     {}
func (Table) block()     {}
func (Chart) block()     {}
func (Signature) block() {}
func (Drawing) block()   {}
func (Code) block()      {}
func (Typed) block()     {}
func (Poster) block()    {}
func (Note) block()      {}
