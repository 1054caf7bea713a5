package reporttest

import (
	"fmt"
	"strings"

	"snowfield/internal/report/block"
)

// Document writes a document as plain text: what it says, without how it
// looks. Struck text is between ~~, italic between underscores, bold between
// stars; a line feed inside a block shows as " / ".
func Document(d block.Document) string {
	return fmt.Sprintf("%s (%s)\nletterhead: %s | %s\nfooter: %s\n%s", d.Title, d.Language,
		d.Letterhead.Name, strings.Join(d.Letterhead.Lines, " | "), strings.Join(d.Footer, " | "), Blocks(d.Blocks))
}

// Blocks writes blocks as plain text, one line per block or row.
func Blocks(blocks []block.Block) string {
	var b strings.Builder
	line := func(format string, args ...any) {
		b.WriteString(strings.TrimRight(fmt.Sprintf(format, args...), " ") + "\n")
	}
	for _, one := range blocks {
		switch v := one.(type) {
		case block.Title:
			line("\n# %s\n%s", v.Text, v.Lede)
		case block.Chapter:
			line("\n%s %s [%s]", strings.Repeat("=", v.Depth+1), v.Text, v.Aside)
		case block.Contents:
			line("(contents)")
		case block.Break:
			line("(new page)")
		case block.Heading:
			line("\n%s %s [%s]", strings.Repeat("#", v.Level+1), text(v.Text), text(v.Aside))
		case block.Paragraph:
			mark := strings.Repeat("  ", v.Indent) + v.Mark
			if v.Quote {
				mark += ">"
			}
			if v.Mark != "" || v.Quote {
				mark += " "
			}
			line("%s%s", mark, text(v.Text))
		case block.Facts:
			for _, f := range v {
				if len(f.Value) > 0 {
					line("%s = %s", f.Label, text(f.Value))
				}
			}
		case block.Table:
			var cells []string
			for _, c := range v.Columns {
				cells = append(cells, c.Head)
			}
			line("| %s |", strings.Join(cells, " | "))
			for _, row := range v.Rows {
				cells = cells[:0]
				for _, cell := range row {
					cells = append(cells, text(cell))
				}
				line("| %s |", strings.Join(cells, " | "))
			}
		case block.Chart:
			line("chart: %v %v %v %s", v.Ranges, v.Line, v.Marks, text(v.Alt))
		case block.Course:
			line("course: %s", courseText(v))
		case block.Questions:
			for _, c := range v.Choices {
				line("( ) %s %s", c.Number, c.Label)
			}
			for _, q := range v.Items {
				line("? %s %s [%s] [%s]", q.Mark, q.Text, q.Low, q.High)
			}
		case block.Signature:
			way := "signed"
			if v.Blank {
				way = "to sign"
			}
			line("%s: %s | %s", way, v.Name, strings.Join(v.Lines, " | "))
		case block.Drawing:
			line("drawing: %s", v.Path)
		case block.Code:
			line("code: %s", strings.Join(v, " "))
		case block.Typed:
			for _, typed := range v {
				line("$ %s", typed)
			}
		case block.Poster:
			for _, row := range v {
				line("! %s | %s | %s | %s", row.Mark, row.Label, strings.ReplaceAll(row.Text, "\n", " / "), row.Number)
			}
		case block.Note:
			line("note: %s", text(v.Text))
		}
	}
	return b.String()
}

func text(t block.Text) string {
	var b strings.Builder
	for _, r := range t {
		before, after := "", ""
		if r.Struck {
			before, after = before+"~~", "~~"+after
		}
		if r.Italic {
			before, after = before+"_", "_"+after
		}
		if r.Bold {
			before, after = before+"*", "*"+after
		}
		b.WriteString(before + strings.ReplaceAll(r.Text, "\n", " / ") + after)
	}
	return b.String()
}

// courseText tells all that the picture of a course draws.
func courseText(c block.Course) string {
	var b strings.Builder
	for _, s := range c.Sessions {
		fmt.Fprintf(&b, "\n  o %s %s %s%s%s", s.At.Format("2006-01-02"), s.Name, s.Amount, map[bool]string{true: " dose"}[s.Dose], map[bool]string{true: " planned"}[s.Planned])
	}
	for _, w := range c.Windows {
		fmt.Fprintf(&b, "\n  [] %s to %s", w.From.Format("2006-01-02"), w.To.Format("2006-01-02"))
	}
	for _, lanes := range [][]block.Lane{c.Lanes, c.Low} {
		for _, l := range lanes {
			fmt.Fprintf(&b, "\n  ~ %s %d to %d %v %v %s:", l.Title, l.Min, l.Max, l.Bands, l.Limits, l.High)
			for _, p := range l.Points {
				fmt.Fprintf(&b, " %s=%d", p.At.Format("2006-01-02"), p.Value)
			}
		}
	}
	if !c.Today.IsZero() {
		fmt.Fprintf(&b, "\n  today %s", c.Today.Format("2006-01-02"))
	}
	return b.String() + "\n  " + text(c.Alt)
}
