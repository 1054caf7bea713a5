package pdf

import (
	"bytes"
	"errors"
	"slices"
	"strings"
	"testing"

	"snowfield/internal/report/block"
	"snowfield/internal/report/reporttest"
)

func TestContentsNameThePages(t *testing.T) {
	long := block.Paragraph{Text: block.Say(strings.Repeat("many words, ", 700))}
	r := drawn(t, document(
		block.Title{Text: "A chart"}, block.Contents{},
		block.Chapter{Text: "First"}, long,
		block.Chapter{Text: "Second"}, block.Chapter{Text: "Inner", Depth: 1}, block.Heading{Level: 1, Text: block.Say("Dose")}, long,
		block.Chapter{Text: "Third"}, block.Paragraph{Text: block.Say("the end")},
	))
	pages := reporttest.Read(t, r.PDF)
	first := pages[0].Text()
	for chapter, page := range map[string]int{"First": 2, "Second": 4, "Inner": 4, "Third": 6} {
		if !strings.Contains(pages[page-1].Text(), chapter) {
			t.Errorf("%s does not begin page %d", chapter, page)
		}
		if want := chapter + " " + string(rune('0'+page)); !strings.Contains(first, want) {
			t.Errorf("the contents lack %q: %q", want, first)
		}
	}
	if strings.Contains(first, "Dose") {
		t.Error("a part of a chapter is in the contents")
	}
	for _, title := range []string{"First", "Inner", "Dose"} {
		if !bytes.Contains(r.PDF, []byte("/Title (\xfe\xff\x00"+strings.Join(strings.Split(title, ""), "\x00")+")")) {
			t.Errorf("%s is not in the outline", title)
		}
	}
}

func TestLongDrawingCanBeEnded(t *testing.T) {
	asked, enough := []int{}, errors.New("enough")
	_, err := DrawLong(document(block.Title{Text: "1"}, block.Break{}, block.Title{Text: "2"}, block.Break{}, block.Title{Text: "3"}), func(page, pages int) error {
		if asked = append(asked, page, pages); page == 2 {
			return enough
		}
		return nil
	})
	if !errors.Is(err, enough) || !slices.Equal(asked, []int{1, 3, 2, 3}) {
		t.Errorf("asked %v, %v", asked, err)
	}
}

func TestBreakBeginsAPage(t *testing.T) {
	r := drawn(t, document(block.Break{}, block.Paragraph{Text: block.Say("one")}, block.Break{}, block.Note{}, block.Paragraph{Text: block.Say("two")}, block.Break{}))
	if r.Pages != 3 {
		t.Errorf("%d pages", r.Pages)
	}
}

// However much stands above a signature, something of it is on its page.
func TestSignatureIsNeverAlone(t *testing.T) {
	for _, s := range []block.Signature{{Name: "M. Okafor, LMFT", Lines: []string{"Signed today"}}, {Blank: true, Name: "M. Okafor"}} {
		for lines := range 80 {
			text := strings.Repeat("a line\n", lines) + "the last line"
			pages := reporttest.Read(t, drawn(t, document(block.Paragraph{Text: block.Say(text)}, s)).PDF)
			last := pages[len(pages)-1].Text()
			if !strings.Contains(last, "the last line") || lines > 0 && !strings.Contains(last, "a line") {
				t.Errorf("below %d lines the last page is %q", lines, last)
			}
		}
	}
}

// A row is on one page as long as there is a page that holds it.
func TestRowsAreNotSplit(t *testing.T) {
	for tall := 1; tall < 55; tall++ {
		table := block.Table{Columns: []block.Column{{Head: "head", Share: 1}}}
		for _, row := range []string{"A", "B", "C", "D"} {
			table.Rows = append(table.Rows, []block.Text{block.Say(strings.Repeat(row+" part\n", tall) + row + " end")})
		}
		for _, p := range reporttest.Read(t, drawn(t, document(block.Heading{Level: 1, Text: block.Say("Rows")}, table)).PDF) {
			text := p.Text()
			for _, row := range []string{"A", "B", "C", "D"} {
				if strings.Contains(text, row+" part") != strings.Contains(text, row+" end") {
					t.Errorf("row %s of %d lines is split", row, tall)
				}
			}
			if !strings.Contains(text, "head") {
				t.Errorf("rows of %d lines stand without a head", tall)
			}
		}
	}
}
