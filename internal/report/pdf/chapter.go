package pdf

import (
	"strconv"

	"snowfield/internal/report/block"
)

// chapter sets the heading of a chapter; headings of level 1 that follow are
// one level below it in the outline.
func (c *canvas) chapter(ch block.Chapter) []strip {
	st, space := chapterHeading, float64(aboveChapter)
	if ch.Depth > 0 {
		st, space = subchapterHeading, aboveSubchapter
	}
	out := c.headed(block.Say(ch.Text), block.Say(ch.Aside), st)
	if len(out) == 0 {
		return nil
	}
	c.level = ch.Depth + 1
	out[0].space, out[0].fresh = space, ch.Depth == 0
	out[0].entry = c.chapters[c.begun]
	c.begun++
	if last := &out[len(out)-1]; ch.Depth == 0 {
		drawn, height := last.draw, last.height
		last.height += 8
		last.draw = func(c *canvas, y float64) {
			drawn(c, y)
			c.rule(c.left, y+height+3, c.left+c.width, hair, hairline)
		}
	}
	return out
}

// chaptersOf makes the outline's entries of the chapters, for the contents to
// read their pages from.
func chaptersOf(blocks []block.Block) (list []*entry) {
	for _, b := range blocks {
		if ch, ok := b.(block.Chapter); ok && clean(ch.Text) != "" {
			list = append(list, &entry{text: clean(ch.Text), level: ch.Depth})
		}
	}
	return list
}

// contents sets a line for each chapter. The page is known when the line is
// drawn: where a chapter falls does not hang on its number.
func (c *canvas) contents() []strip {
	const numberWidth = 40
	var out []strip
	for _, e := range c.chapters {
		st, x := value, float64(indentStep*e.level)
		if e.level == 0 {
			st = st.strong()
		}
		lines := c.set.wrap(block.Say(e.text), st, c.width-x-numberWidth)
		for i, l := range lines {
			last := i == len(lines)-1
			s := strip{height: contentsLeading, keep: !last || e.level == 0, draw: func(c *canvas, y float64) {
				c.text(c.left+x, y, contentsLeading, l)
				if last {
					number := c.set.wrap(block.Say(strconv.Itoa(e.page)), st, numberWidth)[0]
					c.textRight(c.left+c.width, y, contentsLeading, number)
					c.rule(c.left+x+l.width+4, y+contentsLeading/2+2.5, c.left+c.width-number.width-4, hair, hairline)
				}
				link := c.out.AddLink()
				c.out.SetLink(link, e.y, e.page)
				c.out.Link(c.left+x, y, c.width-x, contentsLeading, link)
			}}
			if i == 0 && e.level == 0 {
				s.space = aboveContents
			}
			out = append(out, s)
		}
	}
	return out
}
