package report

import (
	"fmt"
	"math"
	"slices"
	"strings"
	"unicode/utf8"

	"snowfield/internal/report/block"
	"snowfield/internal/report/pdf"
)

// brevity is how much a part of a page holds: rows of a table, and characters
// of each text.
type brevity struct{ rows, characters int }

// A section is a part of a page that has to suffice. Those of a lower rank are
// shortened sooner; one of rank 0 keeps its rows, and only its texts are cut.
type section struct {
	blocks []block.Block
	rank   int
}

// onePage gives the document a first page: its head, the sections and what
// closes it, the sections as short as that takes: one rank after the other, the
// texts of rank 0 at last. It reports whether any was shortened, which the page
// then says.
func onePage(d *block.Document, head []block.Block, sections []section, closing block.Block) (bool, error) {
	held := make([]brevity, len(sections))
	for i := range held {
		held[i] = brevity{math.MaxInt, math.MaxInt}
	}
	draw := func() (fits, shortened bool, err error) {
		d.Blocks = slices.Clone(head)
		for i, s := range sections {
			short, cut := held[i].blocks(s.blocks)
			d.Blocks, shortened = append(d.Blocks, short...), shortened || cut
		}
		if shortened {
			d.Blocks = append(d.Blocks, block.Note{Text: block.Text{{Text: "Shortened to fit this page; all of it follows.", Bold: true}}})
		}
		d.Blocks = append(d.Blocks, closing)
		r, err := pdf.Draw(*d)
		return r.Pages == 1, shortened, err
	}
	fits, shortened, err := draw()
	for rank := range len(sections) {
		for _, to := range []brevity{{8, 600}, {6, 450}, {4, 300}, {2, 200}, {0, 120}} {
			for i, s := range sections {
				if !fits && err == nil && s.rank == rank+1 {
					held[i] = to
					fits, shortened, err = draw()
				}
			}
		}
	}
	for i, s := range sections {
		if !fits && err == nil && s.rank == 0 {
			held[i].characters = 300
			fits, shortened, err = draw()
		}
	}
	return shortened, err
}

// blocks shortens tables and texts; it reports whether it left anything out.
func (to brevity) blocks(blocks []block.Block) (short []block.Block, shortened bool) {
	text := func(t block.Text) block.Text {
		cut, was := to.text(t)
		shortened = shortened || was
		return cut
	}
	for _, one := range blocks {
		switch v := one.(type) {
		case block.Paragraph:
			v.Text = text(v.Text)
			short = append(short, v)
		case block.Note:
			v.Text = text(v.Text)
			short = append(short, v)
		case block.Facts:
			facts := slices.Clone(v)
			for i := range facts {
				facts[i].Value = text(facts[i].Value)
			}
			short = append(short, facts)
		case block.Table:
			more := max(0, len(v.Rows)-to.rows)
			v.Rows = slices.Clone(v.Rows[:len(v.Rows)-more])
			for i, row := range v.Rows {
				v.Rows[i] = slices.Clone(row)
				for j := range row {
					v.Rows[i][j] = text(row[j])
				}
			}
			shortened = shortened || more > 0
			heading, headed := lastOf(short).(block.Heading)
			switch {
			case more == 0:
				short = append(short, v)
			case len(v.Rows) == 0 && headed:
				short[len(short)-1] = block.Paragraph{Text: slices.Concat(heading.Text, block.Say(": in full on the next page."))}
			default:
				short = append(short, v, block.Note{Text: block.Say(fmt.Sprintf("And %d more on the next page.", more))})
			}
		default:
			short = append(short, one)
		}
	}
	return short, shortened
}

// text keeps so many characters of a text.
func (to brevity) text(t block.Text) (cut block.Text, was bool) {
	left := to.characters
	for _, run := range t {
		if left <= 1 {
			return cut, true
		}
		n := utf8.RuneCountInString(run.Text)
		if n > left {
			run.Text = strings.TrimRight(string([]rune(run.Text)[:left-1]), " ") + ellipsis
			return append(cut, run), true
		}
		cut, left = append(cut, run), left-n
	}
	return cut, false
}

func lastOf(blocks []block.Block) block.Block {
	if len(blocks) == 0 {
		return nil
	}
	return blocks[len(blocks)-1]
}
