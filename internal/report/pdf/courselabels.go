package pdf

import (
	"slices"

	"snowfield/internal/report/block"
)

// labels are short texts that are drawn only where they do not run into one
// that stands already. What is left out is in the table beside the figure.
type labels []box

type box struct{ x, y, width, height float64 }

func (b box) meets(o box) bool {
	return b.x < o.x+o.width && o.x < b.x+b.width && b.y < o.y+o.height && o.y < b.y+b.height
}

type setting int

// How a label stands to its place.
const (
	atLeft setting = iota
	centred
	atRight
)

// between two labels of a line
const labelGap = 4

func (l *labels) take(b box) bool {
	if slices.ContainsFunc(*l, b.meets) {
		return false
	}
	*l = append(*l, b)
	return true
}

// put draws a text at x, its top at y, unless another one is in the way.
func (l *labels) put(c *canvas, x, y float64, text string, st style, how setting) {
	lines := c.set.wrap(block.Say(text), st, c.width)
	if len(lines) == 0 {
		return
	}
	x = c.anchored(x, lines[0].width, how)
	if l.take(box{x - labelGap/2, y + 1, lines[0].width + labelGap, st.leading - 2}) {
		c.text(x, y, st.leading, lines[0])
	}
}

// pair draws a name and below it an amount, centred on x; where there is no
// room for the name, the amount alone.
func (l *labels) pair(c *canvas, x, y float64, name, amount string) {
	set := c.set.wrap(block.Say(name), courseName, c.width)
	below := c.set.wrap(block.Say(amount), courseScore, c.width)
	second := y + courseName.leading
	if len(set) > 0 {
		width := set[0].width
		if len(below) > 0 {
			width = max(width, below[0].width)
		}
		at := c.anchored(x, width, centred)
		if l.take(box{at - labelGap/2, y, width + labelGap, 2 * courseName.leading}) {
			c.text(at+(width-set[0].width)/2, y, courseName.leading, set[0])
			if len(below) > 0 {
				c.text(at+(width-below[0].width)/2, second, courseScore.leading, below[0])
			}
			return
		}
	}
	l.put(c, x, second, amount, courseScore, centred)
}

// anchored is where a text of that width begins; one that is centred stays
// between the margins.
func (c *canvas) anchored(x, width float64, how setting) float64 {
	switch how {
	case centred:
		return min(max(x-width/2, c.left), c.left+c.width-width)
	case atRight:
		return x - width
	case atLeft:
	}
	return x
}

// endsFirst orders what is labelled: the last, the first, then from the newest
// on.
func endsFirst(n int) []int {
	order := []int{}
	if n > 0 {
		order = append(order, n-1)
	}
	if n > 1 {
		order = append(order, 0)
	}
	for i := n - 2; i > 0; i-- {
		order = append(order, i)
	}
	return order
}

// mostTold is how many points can each have their score.
const mostTold = 30

// tellFirst orders the scores that are labelled: the last, the first, the
// lowest and the highest, then from the newest on.
func tellFirst(points []block.LanePoint) []int {
	order := endsFirst(len(points))
	if len(order) < 3 {
		return order
	}
	low, high := 0, 0
	for i, p := range points {
		if p.Value < points[low].Value {
			low = i
		}
		if p.Value > points[high].Value {
			high = i
		}
	}
	told := append(order[:2:2], low, high)
	if len(points) > mostTold { // the line says more than its numbers
		return told
	}
	return append(told, order[2:]...)
}
