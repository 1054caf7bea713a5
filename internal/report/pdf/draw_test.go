package pdf

import (
	"bytes"
	"strings"
	"testing"
	"time"

	"snowfield/internal/report/block"
	"snowfield/internal/report/reporttest"
)

func document(blocks ...block.Block) block.Document {
	return block.Document{
		Title: "Test", Language: "en-US", Created: time.Date(2026, 3, 12, 9, 0, 0, 0, time.UTC),
		Letterhead: block.Letterhead{Name: "A practice"}, Blocks: blocks,
	}
}

func drawn(t *testing.T, d block.Document) Result {
	t.Helper()
	r, err := Draw(d)
	if err != nil {
		t.Fatal(err)
	}
	return r
}

func TestEveryBlockIsDrawn(t *testing.T) {
	r := drawn(t, document(
		block.Title{Text: "The title", Lede: "the lede"},
		block.Heading{Level: 1, Text: block.Say("A part"), Aside: block.Say("beside")},
		block.Heading{Level: 2, Text: block.Say("A section")},
		block.Heading{Level: 3, Text: block.Say("Typed")},
		block.Paragraph{Text: block.Say("item"), Indent: 1, Mark: "7."},
		block.Paragraph{Text: block.Say("said"), Quote: true},
		block.Facts{{Label: "known", Value: block.Say("yes")}, {Label: "unknown"}},
		block.Table{Columns: []block.Column{{Head: "left", Share: 1}, {Head: "right", Share: 1, Right: true}}, Rows: [][]block.Text{{block.Say("a"), block.Say("b")}}},
		block.Chart{Ranges: []block.Range{{Minute: 0, Low: 70, High: 120}}, Marks: []block.Mark{{Minute: 0, Label: "60 mg"}}, Alt: block.Say("in words")},
		block.Signature{Name: "A name", Lines: []string{"a line"}},
		block.Note{Text: block.Say("framed"), Framed: true},
		block.Note{Text: block.Say("small print")},
	))
	text := reporttest.Text(t, r.PDF)
	for _, want := range []string{
		"The title", "the lede", "A part", "beside", "A section", "Typed", "7.", "item", "said", "known", "yes", "left", "right",
		"60 mg", "T+0", "in words", "A name", "a line", "framed", "small print", "Page 1 of 1",
	} {
		if !strings.Contains(text, want) {
			t.Errorf("%q is not drawn", want)
		}
	}
	if strings.Contains(text, "unknown") {
		t.Error("a fact without a value is drawn")
	}
}

// Blocks with nothing in them draw nothing, and break nothing.
func TestEmptyBlocks(t *testing.T) {
	r := drawn(t, document(
		block.Title{}, block.Heading{Level: 1}, block.Paragraph{Mark: "•"}, block.Facts{}, block.Facts{{Label: "x"}},
		block.Chart{Marks: []block.Mark{{}}}, block.Signature{}, block.Note{}, block.Note{Framed: true},
		block.Chart{Line: []block.Point{{Minute: 5, Value: 80}}},
	))
	if r.Pages != 1 {
		t.Errorf("%d pages", r.Pages)
	}
}

func TestLastRowHasCompany(t *testing.T) {
	c := newCanvas(document())
	for rows := range 200 {
		table := block.Table{Columns: []block.Column{{Head: "head", Share: 1}}}
		for range rows {
			table.Rows = append(table.Rows, []block.Text{block.Say("row")})
		}
		pages := paginate(c.strips(table), topMargin, c.height-bottomMargin)
		if last := len(pages[len(pages)-1]); last < min(rows, 2)+1 {
			t.Errorf("of %d rows, the last page holds %d strips, the head included", rows, last)
		}
	}
}

func TestPaper(t *testing.T) {
	d := document(block.Title{Text: "x"})
	if r := drawn(t, d); !bytes.Contains(r.PDF, []byte("/MediaBox [0 0 612.00 792.00]")) {
		t.Error("the default is not US Letter")
	}
	d.Paper = block.A4
	if r := drawn(t, d); !bytes.Contains(r.PDF, []byte("/MediaBox [0 0 595.28 841.89]")) {
		t.Error("A4 is not A4")
	}
}

func TestOutlineHoldsTheParts(t *testing.T) {
	r := drawn(t, document(block.Heading{Level: 1, Text: block.Say("Żółć")}, block.Heading{Level: 2, Text: block.Say("Inner")}))
	if !bytes.Contains(r.PDF, []byte("/Title (\xfe\xff\x01\x7b\x00\xf3\x01\x42\x01\x07)")) {
		t.Error("the part is not in the outline")
	}
	if bytes.Contains(r.PDF, []byte("\x00I\x00n\x00n\x00e\x00r)\n/Parent")) {
		t.Error("a section is in the outline")
	}
}

// However long the words are, every line begins between the margins; that it
// ends there as well is what wrap promises (FuzzWrap).
func TestNothingRunsOffThePage(t *testing.T) {
	word := strings.Repeat("Wm", 200)
	text := block.Say(word)
	d := document(
		block.Title{Text: word, Lede: word}, block.Heading{Level: 1, Text: text, Aside: text}, block.Paragraph{Text: text, Indent: 90, Quote: true, Mark: "1."},
		block.Facts{{Label: word, Value: text}, {Label: word, Value: text}},
		block.Table{Columns: []block.Column{{Head: word, Share: 1}, {Head: word, Share: 9, Right: true}}, Rows: [][]block.Text{{text, text}}},
		block.Signature{Name: word, Lines: []string{word}}, block.Note{Text: text, Framed: true},
	)
	d.Letterhead = block.Letterhead{Name: word, Lines: []string{word}}
	d.Footer = []string{word}
	for _, page := range reporttest.Read(t, drawn(t, d).PDF) {
		for _, piece := range page {
			if piece.X < sideMargin-1 || piece.X > 612-sideMargin {
				t.Errorf("%.20q begins at %.0f", piece.Text, piece.X)
			}
		}
	}
}

// What stands beside each other is read one after the other, each to its end,
// and on one baseline.
func TestCellsAreReadOneByOne(t *testing.T) {
	r := drawn(t, document(block.Facts{{Label: "Address", Value: block.Say("4 Lane\nOakland")}, {Label: "Phone", Value: block.Say("555 0141")}}))
	page := reporttest.Read(t, r.PDF)[0]
	var order []string
	heights := map[string]float64{}
	for _, piece := range page {
		order = append(order, piece.Text)
		heights[piece.Text] = piece.Y
	}
	if got := strings.Join(order, "|"); !strings.Contains(got, "Address|4 Lane|Oakland|Phone|555 0141") {
		t.Errorf("read as %s", got)
	}
	if heights["Address"] != heights["4 Lane"] || heights["Phone"] != heights["555 0141"] || heights["4 Lane"] != heights["555 0141"] {
		t.Errorf("set at %v", heights)
	}
}
