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

// brevity is how much a page holds that has to suffice: rows of a table, and
// characters of each text.
type brevity struct{ rows, characters int }

// onePage gives the document a first page: its head, the blocks that keep their
// rows, the others and what closes it, all as short as that takes. It reports
// whether anything was shortened, which the page then says.
func onePage(d *block.Document, head, kept, others []block.Block, closing block.Block) (shortened bool, err error) {
	for _, to := range []brevity{{60, 4000}, {12, 600}, {8, 300}, {5, 200}, {3, 120}, {1, 80}, {0, 80}} {
		first, cut := brevity{math.MaxInt, max(to.characters, 300)}.blocks(kept)
		rest, cutRest := to.blocks(others)
		shortened = cut || cutRest
		d.Blocks = slices.Concat(head, first, rest)
		if shortened {
			d.Blocks = append(d.Blocks, block.Note{Framed: true, Text: block.Say("Shortened to fit this page. All of it follows on the next.")})
		}
		d.Blocks = append(d.Blocks, closing)
		r, err := pdf.Draw(*d)
		if err != nil || r.Pages == 1 {
			return shortened, err
		}
	}
	return shortened, nil
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
				short[len(short)-1] = block.Paragraph{Text: slices.Concat(heading.Text, block.Say(fmt.Sprintf(": %d on the next page.", more)))}
			default:
				short = append(short, v, block.Note{Text: block.Say(fmt.Sprintf("And %d more.", more))})
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
