package pdf

import (
	"strings"

	"snowfield/internal/report/block"
)

// What a blank signature leaves room for, in points.
const (
	handRoom  = 34 // above the line
	handWidth = 250
	dateWidth = 120
)

// signature sets who signed below a short rule; or, when it is blank, one line
// for a hand and one for the date, each with what belongs on it below.
func (c *canvas) signature(s block.Signature) []strip {
	out := append(c.lines(block.Say(s.Name), signedName, 0), c.lines(block.Say(strings.Join(s.Lines, "\n")), small, 0)...)
	if s.Blank {
		out = append([]strip{c.toSign()}, out...)
	} else if len(out) > 0 {
		name := out[0].draw
		out[0].height += 5
		out[0].draw = func(c *canvas, y float64) {
			c.rule(c.left, y, c.left+200, grey, hairline)
			name(c, y+4)
		}
	}
	if len(out) == 0 {
		return nil
	}
	out[0].space = aboveSignature
	keepAll(out)
	out[len(out)-1].keep = false
	return out
}

func (c *canvas) toSign() strip {
	return strip{height: handRoom + small.leading + 2, draw: func(c *canvas, y float64) {
		date := c.left + c.width - dateWidth
		c.rule(c.left, y+handRoom, c.left+handWidth, grey, hairline)
		c.rule(date, y+handRoom, date+dateWidth, grey, hairline)
		c.word(c.left, y+handRoom+2, "Signature", small)
		c.word(date, y+handRoom+2, "Date", small)
	}}
}
