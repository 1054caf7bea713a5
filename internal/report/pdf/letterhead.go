package pdf

import (
	"bytes"
	"image/png"
	"strings"

	"snowfield/internal/report/block"

	"codeberg.org/go-pdf/fpdf"
)

// The room for a logo, in points.
const (
	logoWidth  = 120
	logoHeight = 40
	logoGap    = 12
)

// letterhead sets the logo and the name at the left and how to reach the
// practice at the right, its first line on the name's baseline, and a rule
// below. It does not stand alone on a page.
func (c *canvas) letterhead(l block.Letterhead) []strip {
	logo := c.logo(l.Logo)
	x := 0.0
	if logo.width > 0 {
		x = logo.width + logoGap
	}
	lines := c.set.wrap(block.Say(strings.Join(l.Lines, "\n")), letterheadLine, c.width*0.42)
	beside := 0.0
	for _, line := range lines {
		beside = max(beside, line.width)
	}
	name := c.set.wrap(block.Say(l.Name), letterheadName, c.width-x-beside-columnGap)
	drop := letterheadName.baseline() - letterheadLine.baseline()
	text := max(float64(len(name))*letterheadName.leading, drop+float64(len(lines))*letterheadLine.leading)
	height := max(text, logo.height)
	return []strip{{height: height + 8 + 12, keep: true, draw: func(c *canvas, y float64) {
		logo.draw(c, c.left, y+(height-logo.height)/2)
		top := y + (height-text)/2
		for i, line := range name {
			c.text(c.left+x, top+float64(i)*letterheadName.leading, letterheadName.leading, line)
		}
		for i, line := range lines {
			c.textRight(c.left+c.width, top+drop+float64(i)*letterheadLine.leading, letterheadLine.leading, line)
		}
		c.rule(c.left, y+height+8, c.left+c.width, hair, hairline)
	}}}
}

// picture is a logo in the size it is printed in.
type picture struct {
	file          []byte
	width, height float64
}

// logo fits a picture into its room. One that is no PNG file is left out: the
// records keep none.
func (c *canvas) logo(file []byte) picture {
	size, err := png.DecodeConfig(bytes.NewReader(file))
	if err != nil || size.Width < 1 || size.Height < 1 {
		return picture{}
	}
	scale := min(logoWidth/float64(size.Width), logoHeight/float64(size.Height))
	return picture{file, float64(size.Width) * scale, float64(size.Height) * scale}
}

func (p picture) draw(c *canvas, x, y float64) {
	if p.width == 0 {
		return
	}
	options := fpdf.ImageOptions{ImageType: "PNG"}
	c.out.RegisterImageOptionsReader("logo", options, bytes.NewReader(p.file))
	c.out.ImageOptions("logo", x, y, p.width, p.height, false, options, 0, "")
}
