package pdf

import (
	"strings"

	"snowfield/internal/report/block"
)

// strips sets one block.
func (c *canvas) strips(b block.Block) []strip {
	switch b := b.(type) {
	case block.Title:
		return c.title(b)
	case block.Chapter:
		return c.chapter(b)
	case block.Contents:
		return c.contents()
	case block.Heading:
		return c.heading(b)
	case block.Paragraph:
		return c.paragraph(b)
	case block.Facts:
		return c.facts(b)
	case block.Table:
		return c.table(b)
	case block.Chart:
		return c.chart(b)
	case block.Course:
		return c.course(b)
	case block.Questions:
		return c.questions(b)
	case block.Signature:
		return c.signature(b)
	case block.Drawing:
		return c.drawing(b)
	case block.Code:
		return c.code(b)
	case block.Typed:
		return c.typed(b)
	case block.Poster:
		return c.poster(b)
	case block.Note:
		return c.note(b)
	}
	return nil
}

// lines sets text as one strip per line, at x from the left margin.
func (c *canvas) lines(t block.Text, st style, x float64) []strip {
	var out []strip
	for _, l := range c.set.wrap(t, st, c.width-x) {
		out = append(out, strip{height: st.leading, draw: func(c *canvas, y float64) {
			c.text(c.left+x, y, st.leading, l)
		}})
	}
	return out
}

func (c *canvas) title(t block.Title) []strip {
	out := c.lines(block.Say(t.Text), title, 0)
	if t.Lede != "" {
		out = append(out, c.lines(block.Say(t.Lede), lede, 0)...)
	}
	return keepAll(out)
}

// keepLast binds the last strip to what follows.
func keepLast(s []strip) {
	if len(s) > 0 {
		s[len(s)-1].keep = true
	}
}

// keepAll binds strips to each other and to what follows.
func keepAll(s []strip) []strip {
	for i := range s {
		s[i].keep = true
	}
	return s
}

func (c *canvas) heading(h block.Heading) []strip {
	st, space := partHeading, float64(abovePart)
	switch h.Level {
	case 2:
		st, space = sectionHeading, aboveSection
	case 3:
		st, space = typedHeading, aboveTyped
	}
	out := c.headed(h.Text, h.Aside, st)
	if len(out) == 0 {
		return nil
	}
	out[0].space = space
	if h.Level == 1 {
		out[0].entry = &entry{text: plain(h.Text), level: c.level}
		out[len(out)-1].height += 1
	}
	return out
}

// headed sets a heading with a quiet word at the right of its first line.
func (c *canvas) headed(t, word block.Text, st style) []strip {
	beside := c.set.wrap(word, aside, c.width/2)
	room := c.width
	if len(beside) > 0 {
		room -= beside[0].width + columnGap
	}
	var out []strip
	for i, l := range c.set.wrap(t, st, room) {
		out = append(out, strip{height: st.leading, keep: true, draw: func(c *canvas, y float64) {
			c.text(c.left, y, st.leading, l)
			if i == 0 && len(beside) > 0 {
				c.textRight(c.left+c.width, y+1, st.leading, beside[0])
			}
		}})
	}
	return out
}

func plain(t block.Text) string {
	var b strings.Builder
	for _, run := range t {
		b.WriteString(run.Text)
	}
	return clean(b.String())
}

func (c *canvas) paragraph(p block.Paragraph) []strip {
	x := float64(p.Indent) * indentStep
	if p.Quote {
		x += indentStep
	}
	// Lists nested beyond reason still leave room to read.
	x = min(x, c.width/2)
	out := c.lines(p.Text, c.prose, x)
	if len(out) == 0 {
		return nil
	}
	keepLines(out)
	out[0].space = aboveParagraph
	if p.Indent > 0 {
		out[0].space = aboveItem
	}
	if p.Mark != "" {
		mark := c.set.wrap(block.Say(p.Mark), c.prose.in(grey), c.width)
		first := out[0].draw
		out[0].draw = func(c *canvas, y float64) {
			c.textRight(c.left+x-5, y, c.prose.leading, mark[0])
			first(c, y)
		}
	}
	if p.Quote {
		for i, s := range out {
			out[i].draw = func(c *canvas, y float64) {
				c.stroke(c.left+x-9, y, c.left+x-9, y+c.prose.leading, hair, 1.5)
				s.draw(c, y)
			}
		}
	}
	return out
}

func (c *canvas) note(n block.Note) []strip {
	st, x := small, 0.0
	if n.Framed {
		st, x = value.strong(), 10
	}
	lines := c.set.wrap(n.Text, st, c.width-2*x)
	if len(lines) == 0 {
		return nil
	}
	if !n.Framed {
		out := c.lines(n.Text, st, 0)
		out[0].space = aboveNote
		keepLines(out)
		return out
	}
	height := float64(len(lines))*st.leading + 12
	return []strip{{space: aboveNote, height: height + 4, draw: func(c *canvas, y float64) {
		c.out.SetDrawColor(grey.rgb())
		c.out.SetLineWidth(hairline)
		c.out.Rect(c.left, y, c.width, height, "D")
		for i, l := range lines {
			c.text(c.left+x, y+6+float64(i)*st.leading, st.leading, l)
		}
	}}}
}
