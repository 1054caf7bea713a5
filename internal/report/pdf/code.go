package pdf

import (
	"strconv"

	"snowfield/internal/report/block"
)

// code sets the groups of a code in a frame, four to a row, so wide apart that
// none runs into the next.
func (c *canvas) code(groups block.Code) []strip {
	if len(groups) == 0 {
		return nil
	}
	const padding, numberWidth = 7.0, 22.0
	rows := (len(groups) + codeColumns - 1) / codeColumns
	height := float64(rows)*codeGroup.leading + 2*padding
	return []strip{{space: aboveCode, height: height, draw: func(c *canvas, y float64) {
		c.out.SetDrawColor(grey.rgb())
		c.out.SetLineWidth(hairline)
		c.out.Rect(c.left, y, c.width, height, "D")
		for i, g := range groups {
			x := c.left + c.width/codeColumns*float64(i%codeColumns)
			top := y + padding + float64(i/codeColumns)*codeGroup.leading
			number := c.set.wrap(block.Say(strconv.Itoa(i+1)), small, numberWidth)[0]
			c.textRight(x+numberWidth-6, top, codeGroup.leading, number)
			c.word(x+numberWidth, top, g, codeGroup)
		}
	}}}
}

// typed sets each line as it is to be typed; its lines stay on one page.
func (c *canvas) typed(lines block.Typed) []strip {
	var out []strip
	for _, l := range lines {
		out = append(out, c.lines(block.Say(l), typedLine, indentStep)...)
	}
	if len(out) == 0 {
		return nil
	}
	out[0].space = aboveItem
	keepAll(out)
	out[len(out)-1].keep = false
	return out
}
