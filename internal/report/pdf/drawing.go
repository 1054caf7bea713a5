package pdf

import (
	"strconv"
	"strings"

	"snowfield/internal/report/block"
)

// drawingHeight is how high the box of a drawing is set, in points.
const drawingHeight = 46

// drawing sets lines drawn by hand above what they belong to.
func (c *canvas) drawing(d block.Drawing) []strip {
	strokes := strokesOf(d.Path)
	if len(strokes) == 0 || d.Width <= 0 || d.Height <= 0 {
		return nil
	}
	scale := min(drawingHeight/d.Height, c.width/d.Width)
	return []strip{{space: aboveSignature, height: d.Height * scale, keep: true, draw: func(c *canvas, y float64) {
		c.out.SetDrawColor(black.rgb())
		c.out.SetLineWidth(1)
		c.out.SetLineCapStyle("round")
		c.out.SetLineJoinStyle("round")
		for _, stroke := range strokes {
			c.out.MoveTo(c.left+stroke[0].x*scale, y+stroke[0].y*scale)
			for _, p := range stroke[1:] {
				c.out.LineTo(c.left+p.x*scale, y+p.y*scale)
			}
			c.out.DrawPath("D")
		}
		c.out.SetLineCapStyle("butt")
		c.out.SetLineJoinStyle("miter")
	}}}
}

type point struct{ x, y float64 }

// strokesOf reads the strokes of a path "M x y L x y L x y M x y"; what does
// not read so ends it.
func strokesOf(path string) (strokes [][]point) {
	words := strings.Fields(path)
	for ; len(words) >= 3; words = words[3:] {
		x, errX := strconv.ParseFloat(words[1], 64)
		y, errY := strconv.ParseFloat(words[2], 64)
		switch {
		case errX != nil || errY != nil:
			return strokes
		case words[0] == "M":
			strokes = append(strokes, []point{{x, y}})
		case words[0] == "L" && len(strokes) > 0:
			last := &strokes[len(strokes)-1]
			*last = append(*last, point{x, y})
		default:
			return strokes
		}
	}
	return strokes
}
