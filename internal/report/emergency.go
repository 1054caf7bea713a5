package report

import (
	"strconv"
	"strings"
	"unicode/utf8"

	"snowfield/internal/fault"
	"snowfield/internal/practice"
	"snowfield/internal/report/block"
	"snowfield/internal/report/pdf"
)

// EmergencyCardInput is all that an emergency card is made of. The same input
// gives the same bytes.
type EmergencyCardInput struct {
	Practice practice.Practice
	Card     practice.EmergencyCard
	Zone     string           // of the session
	At       practice.Instant // when the card is made
	Paper    block.Paper
}

// EmergencyCard draws the card on one page, whatever it has to hold: texts
// too long for it are cut, which the card then says. Numbers are never left
// out.
func EmergencyCard(in EmergencyCardInput) (Result, error) {
	var r Result
	for _, cut := range []cut{{1000, 40, 100}, {300, 12, 14}, {150, 6, 10}, {80, 3, 8}, {40, 1, 5}} {
		var err error
		if r, err = pdf.Draw(emergencyCard(in, cut)); err != nil {
			return Result{}, fault.Wrap(fault.Internal, "The emergency card could not be made. It is on screen with F1; the record is unchanged.", err)
		}
		if r.Pages == 1 {
			break
		}
	}
	return r, nil
}

// cut is how much of long texts a card holds: characters of a text, lines of
// a fact, and steps.
type cut struct{ characters, lines, steps int }

const emergencyTitle = "Emergency card"

func emergencyCard(in EmergencyCardInput, to cut) block.Document {
	card, shortened := to.card(in.Card)
	var steps, numbers, facts block.Poster
	for i, step := range card.Steps {
		steps = append(steps, block.PosterRow{Mark: strconv.Itoa(i+1) + ".", Text: step})
	}
	for _, n := range card.Numbers {
		row := block.PosterRow{Label: n.Label, Text: n.Who, Number: n.Number}
		if n.Missing && n.Who == "" {
			row.Number, row.Alarm = "Not known", true
		}
		numbers = append(numbers, row)
	}
	for _, f := range card.Facts {
		facts = append(facts, block.PosterRow{Label: f.Label, Text: strings.Join(f.Lines, "\n")})
	}
	where := block.PosterRow{Label: card.AddressLabel, Text: card.Address}
	if card.Address == "" {
		where.Number, where.Alarm = "Not known", true
	}
	blocks := []block.Block{
		block.Title{Text: emergencyTitle, Lede: joined(". ", card.Name, card.BornText)},
		block.Poster{where},
		numbers, steps, facts,
	}
	if shortened {
		blocks = append(blocks, block.Note{Framed: true, Text: block.Say("Shortened to fit this page. All of it is in Snowfield: press F1 in the session.")})
	}
	head := letterhead(in.Practice)
	return block.Document{
		Title:      emergencyTitle,
		Language:   "en-US",
		Created:    in.At.In(in.Zone),
		Paper:      in.Paper,
		Letterhead: block.Letterhead{Name: short(head.Name, 80), Lines: []string{short(in.Practice.Phone, 80)}},
		Footer:     []string{emergencyTitle + ", as of " + stamp(in.At, in.Zone), "Follows the plan of the practice. It is no medical advice."},
		Blocks:     blocks,
	}
}

// card cuts every text of a card to size; it reports whether it cut any.
func (to cut) card(c practice.EmergencyCard) (practice.EmergencyCard, bool) {
	shortened := false
	text := func(s string) string {
		if s = strings.TrimSpace(s); strings.Count(s, "\n") > 3 {
			s = strings.Join(strings.Fields(s), " ")
		}
		kept := short(s, to.characters)
		shortened = shortened || strings.HasSuffix(kept, ellipsis)
		return kept
	}
	lines := func(list []string, most int) []string {
		var kept []string
		for i, line := range list {
			if i == most {
				kept[i-1] += ", and " + strconv.Itoa(len(list)-i) + " more" + ellipsis
				shortened = true
				break
			}
			kept = append(kept, text(line))
		}
		return kept
	}
	c.Name, c.Address, c.Steps = text(c.Name), text(c.Address), lines(c.Steps, to.steps)
	numbers := make([]practice.EmergencyNumber, 0, len(c.Numbers))
	for _, n := range c.Numbers {
		n.Who, n.Number = text(n.Who), text(n.Number)
		numbers = append(numbers, n)
	}
	facts := make([]practice.EmergencyFact, 0, len(c.Facts))
	for _, f := range c.Facts {
		facts = append(facts, practice.EmergencyFact{Label: f.Label, Lines: lines(f.Lines, to.lines)})
	}
	c.Numbers, c.Facts = numbers, facts
	return c, shortened
}

const ellipsis = "…"

// short cuts a text to so many characters.
func short(s string, most int) string {
	if utf8.RuneCountInString(s) <= most {
		return s
	}
	return strings.TrimSpace(string([]rune(s)[:most-1])) + ellipsis
}
