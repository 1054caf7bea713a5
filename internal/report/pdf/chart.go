package pdf

import (
	"fmt"
	"math"

	"snowfield/internal/report/block"
)

const (
	chartHeight = 100
	chartTop    = 26 // room for the legend and the labels of the marks
	chartBottom = 16 // room for the time axis
	chartLeft   = 26
)

// scale maps minutes and values to the page.
type scale struct {
	x0, x1, y0, y1     float64 // the plot on the page; y0 is its bottom
	from, to, low, top float64
}

func (s scale) x(minute float64) float64 { return s.x0 + (minute-s.from)/(s.to-s.from)*(s.x1-s.x0) }
func (s scale) y(v float64) float64      { return s.y0 - (v-s.low)/(s.top-s.low)*(s.y0-s.y1) }

func (c *canvas) chart(ch block.Chart) []strip {
	if len(ch.Ranges) == 0 && len(ch.Line) == 0 {
		return nil
	}
	out := []strip{{space: aboveChart, height: chartHeight, keep: true, draw: func(c *canvas, y float64) { c.plot(ch, y) }}}
	words := c.lines(ch.Alt, small, 0)
	keepLines(words)
	return append(out, words...)
}

func (c *canvas) plot(ch block.Chart, y float64) {
	s := extent(ch)
	s.x0, s.x1 = c.left+chartLeft, c.left+c.width-8
	s.y0, s.y1 = y+chartHeight-chartBottom, y+chartTop
	c.axes(s)
	// A label that would run into the one before is left out: the table of doses
	// has every amount.
	free := s.x0
	for _, m := range ch.Marks {
		x := s.x(m.Minute)
		c.stroke(x, s.y1-4, x, s.y0, plum, 0.8)
		if x+3 >= free {
			free = c.word(x+3, s.y1-10, m.Label, small.in(plum)) + 4
		}
	}
	for _, r := range ch.Ranges {
		x := s.x(r.Minute)
		c.stroke(x, s.y(r.High), x, s.y(r.Low), accent, 2.2)
		for _, v := range []float64{r.High, r.Low} {
			c.stroke(x-3, s.y(v), x+3, s.y(v), accent, 1)
		}
	}
	for i, p := range ch.Line {
		x, y := s.x(p.Minute), s.y(p.Value)
		if i > 0 {
			c.stroke(s.x(ch.Line[i-1].Minute), s.y(ch.Line[i-1].Value), x, y, grey, 0.9)
		}
	}
	for _, p := range ch.Line {
		c.dot(s.x(p.Minute), s.y(p.Value))
	}
	c.legend(s.x0, y)
}

func (c *canvas) axes(s scale) {
	for v := s.low; v <= s.top; v += 40 {
		c.rule(s.x0, s.y(v), s.x1, hair, hairline)
		c.wordRight(s.x0-6, s.y(v)-small.leading/2, fmt.Sprint(v))
	}
	step := 30.0
	for (s.to-s.from)/step > 9 {
		step *= 2
	}
	for m := math.Ceil(s.from/step) * step; m <= s.to; m += step {
		c.stroke(s.x(m), s.y0, s.x(m), s.y0+3, grey, hairline)
		text := fmt.Sprintf("%+.0f", m)
		if m == 0 {
			text = "T+0"
		}
		number := c.set.wrap(block.Say(text), small, 60)[0]
		left := s.x(m) - number.width/2
		if m+step > s.to { // the last one names the unit
			number = c.set.wrap(block.Say(text+" min"), small, 60)[0]
			left = min(left, s.x1+8-number.width)
		}
		c.text(left, s.y0+3, small.leading, number)
	}
}

func (c *canvas) legend(x, y float64) {
	mid := y + small.leading/2
	c.stroke(x+3, mid-4, x+3, mid+4, accent, 2.2)
	c.stroke(x, mid-4, x+6, mid-4, accent, 1)
	c.stroke(x, mid+4, x+6, mid+4, accent, 1)
	x = c.word(x+11, y, "Blood pressure, mmHg", small) + 18
	c.rule(x, mid, x+14, grey, 0.9)
	c.dot(x+7, mid)
	x = c.word(x+19, y, "Heart rate, bpm", small) + 18
	c.stroke(x, mid-4, x, mid+4, plum, 0.8)
	c.word(x+5, y, "Dose", small)
}

func (c *canvas) dot(x, y float64) {
	c.out.SetFillColor(0xff, 0xff, 0xff)
	c.out.SetDrawColor(grey.rgb())
	c.out.SetLineWidth(0.9)
	c.out.Circle(x, y, 1.9, "FD")
}

// word draws a short text and returns where it ends.
func (c *canvas) word(x, y float64, s string, st style) float64 {
	for _, l := range c.set.wrap(block.Say(s), st, c.width) {
		c.text(x, y, st.leading, l)
		x += l.width
	}
	return x
}

func (c *canvas) wordRight(right, y float64, s string) {
	c.textRight(right, y, small.leading, c.set.wrap(block.Say(s), small, c.width)[0])
}

// extent finds round bounds for everything the chart shows.
func extent(ch block.Chart) scale {
	s := scale{from: math.Inf(1), to: math.Inf(-1), low: math.Inf(1), top: math.Inf(-1)}
	at := func(minute float64) { s.from, s.to = min(s.from, minute), max(s.to, minute) }
	value := func(v float64) { s.low, s.top = min(s.low, v), max(s.top, v) }
	for _, r := range ch.Ranges {
		at(r.Minute)
		value(r.Low)
		value(r.High)
	}
	for _, p := range ch.Line {
		at(p.Minute)
		value(p.Value)
	}
	for _, m := range ch.Marks {
		at(m.Minute)
	}
	span := max(s.to-s.from, 30)
	s.from, s.to = s.from-span*0.04, s.from+span*1.04
	s.low, s.top = math.Floor(s.low/40)*40, math.Ceil(s.top/40)*40
	if s.low == s.top {
		s.top += 40
	}
	return s
}
