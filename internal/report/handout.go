package report

import (
	"snowfield/internal/practice"
	"snowfield/internal/report/block"
)

// HandoutInput is all that a handout is made of. The same input gives the
// same bytes.
type HandoutInput struct {
	Handout practice.Handout
	Facts   practice.HandoutFacts
	Calls   []practice.CallLine // whom to call
	Parts   practice.PartSet    // of practice.DocHandout
	Zone    string              // of the practice
	At      practice.Instant    // when the document is made
	Paper   block.Paper
}

// Handout draws the practice's own text for one client, with the facts of the
// course in the place of the placeholders. Where a fact is not known there is
// a line to write on.
func Handout(in HandoutInput) (Result, error) { return drawn(handout(in)) }

func handout(in HandoutInput) block.Document {
	title := practice.DocHandout.Title()
	blocks := []block.Block{block.Title{Text: title, Lede: in.Handout.Label()}}
	for _, b := range block.Markdown(in.Handout.Text) {
		blocks = append(blocks, filled(b, in.Facts))
	}
	if in.Parts[practice.PartEmergency] && len(in.Calls) > 0 {
		blocks = append(blocks, block.Heading{Level: 1, Text: block.Say(whoToCall)}, callTable(in.Calls))
	}
	return block.Document{
		Title:      title,
		Language:   "en-US",
		Created:    in.At.In(in.Zone),
		Paper:      in.Paper,
		AtLeisure:  true,
		Letterhead: letterhead(in.Facts.Practice),
		Footer:     []string{joined(" · ", letterhead(in.Facts.Practice).Name, title), "Made " + stamp(in.At, in.Zone)},
		Blocks:     blocks,
	}
}

// filled puts facts into a block of the text. A heading opens a part of the
// document; one that holds a fact does not, because the file's outline shows
// its parts to whoever has the file.
func filled(b block.Block, facts practice.HandoutFacts) block.Block {
	fill := func(text block.Text) block.Text {
		out := make(block.Text, len(text))
		for i, run := range text {
			run.Text = practice.Fill(run.Text, facts)
			out[i] = run
		}
		return out
	}
	switch b := b.(type) {
	case block.Heading:
		b.Level = 1
		for _, run := range b.Text {
			if practice.HasPlaceholder(run.Text) {
				b.Level = 2
			}
		}
		b.Text = fill(b.Text)
		return b
	case block.Paragraph:
		b.Text = fill(b.Text)
		return b
	}
	return b
}

const whoToCall = "Who to call"

// callTable lists whom to call for what. A number that is not known is left to
// be written in.
func callTable(calls []practice.CallLine) block.Table {
	table := block.Table{Columns: []block.Column{{Head: "If it is about", Share: 4}, {Head: "Call", Share: 4}, {Head: "Number", Share: 3}}}
	for _, c := range calls {
		number := block.Text{{Text: c.Number, Bold: true}}
		if c.Number == "" {
			number = block.Say(practice.Blank)
		}
		table.Rows = append(table.Rows, []block.Text{block.Say(c.For), block.Say(c.Who), number})
	}
	return table
}
