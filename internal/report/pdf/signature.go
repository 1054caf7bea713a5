package pdf

import (
	"strings"

	"snowfield/internal/report/block"
)

// In points; what a blank signature leaves room for, and how far a given one
// stands from its bar.
const (
	handRoom     = 34 // above the line
	handWidth    = 250
	dateWidth    = 120
	signedIndent = 10
)

// signature sets who signed, with a bar beside it; or, when it is blank, one
// line for a hand and one for the date, and below whose hand it is to be. A
// line above a name would look as if the hand were missing.
func (c *canvas) signature(s block.Signature) []strip {
	x := float64(signedIndent)
	if s.Blank {
		x = 0
	}
	out := append(c.lines(block.Say(s.Name), signedName, x), c.lines(block.Say(strings.Join(s.Lines, "\n")), small, x)...)
	if s.Blank {
		out = append([]strip{c.toSign()}, out...)
	} else {
		for i, line := range out {
			out[i].draw = func(c *canvas, y float64) {
				c.stroke(c.left+1, y, c.left+1, y+line.height, accent, 1.5)
				line.draw(c, y)
			}
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
