package pdf

import "snowfield/internal/report/block"

// poster sets each row in one piece, with a hairline below. A number too long
// for one large line is set in the size of the text.
func (c *canvas) poster(rows block.Poster) []strip {
	const markWidth, padding = 20.0, 3.0
	out := make([]strip, 0, len(rows))
	for i, r := range rows {
		x := 0.0
		if r.Mark != "" {
			x = markWidth
		}
		st := posterNumber
		if r.Alarm {
			st = posterText.strong().in(red)
		}
		room, beside := c.width-x, 0.0
		if r.Number != "" {
			beside = c.width * 0.42
			room -= beside + columnGap
		}
		mark := c.set.wrap(block.Say(r.Mark), posterText.in(grey), markWidth)
		label := c.set.wrap(block.Say(r.Label), posterLabel, room)
		text := c.set.wrap(block.Say(r.Text), posterText, room)
		number := c.set.wrap(block.Say(r.Number), st, beside)
		if len(number) > 1 {
			st = posterText.strong()
			number = c.set.wrap(block.Say(r.Number), st, beside)
		}
		said := float64(len(label))*posterLabel.leading + float64(len(text))*posterText.leading
		height := max(said, float64(len(number))*st.leading) + 2*padding
		s := strip{height: height, draw: func(c *canvas, y float64) {
			c.rule(c.left, y+height, c.left+c.width, hair, hairline)
			top := y + (height-said)/2
			for _, l := range mark {
				c.text(c.left, top+float64(len(label))*posterLabel.leading, posterText.leading, l)
			}
			for _, l := range label {
				c.text(c.left+x, top, posterLabel.leading, l)
				top += posterLabel.leading
			}
			for _, l := range text {
				c.text(c.left+x, top, posterText.leading, l)
				top += posterText.leading
			}
			top = y + (height-float64(len(number))*st.leading)/2
			for _, l := range number {
				c.textRight(c.left+c.width, top, st.leading, l)
				top += st.leading
			}
		}}
		if i == 0 {
			s.space = abovePoster
		}
		out = append(out, s)
	}
	return out
}
