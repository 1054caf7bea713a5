package pdf

import "snowfield/internal/report/block"

// In points: boxes large enough to be ticked by any hand, each with its number
// in it.
const (
	boxSize       = 19
	choiceWidth   = 52 // of a column of boxes under its words
	questionGap   = 9
	questionRoom  = 7 // above and below a question beside its boxes
	scaleBox      = 25
	scaleGap      = 5
	questionIndex = 18
)

var (
	questionText = sans(10.5, 14)
	choiceLabel  = sans(8.5, 10.5)
	boxNumber    = sans(9.5, 12).in(grey)
)

func (c *canvas) questions(q block.Questions) []strip {
	worded := false
	for _, x := range q.Choices {
		worded = worded || x.Label != ""
	}
	var out []strip
	if !worded {
		for _, item := range q.Items {
			out = append(out, c.scaled(q, item))
		}
		return out
	}
	head := c.choiceHead(q.Choices)
	out = append(out, head)
	for i, item := range q.Items {
		s := c.ticked(q, item)
		s.head = []strip{head}
		if i > 0 && i == len(q.Items)-1 { // not alone on a page
			keepLast(out)
		}
		out = append(out, s)
	}
	return out
}

// choiceHead sets the words of the choices above their columns, on the line
// of the last one.
func (c *canvas) choiceHead(choices []block.AnswerBox) strip {
	width := columnWidth(choices)
	set, most := make([][]line, len(choices)), 0
	for i, x := range choices {
		set[i] = c.set.wrap(block.Say(x.Label), choiceLabel, width-4)
		most = max(most, len(set[i]))
	}
	height := float64(most)*choiceLabel.leading + 5
	return strip{space: aboveFacts, height: height, keep: true, draw: func(c *canvas, y float64) {
		for i, lines := range set {
			middle := c.boxesLeft(choices) + (float64(i)+0.5)*width
			top := y + float64(most-len(lines))*choiceLabel.leading
			for n, l := range lines {
				c.text(middle-l.width/2, top+float64(n)*choiceLabel.leading, choiceLabel.leading, l)
			}
		}
		c.rule(c.left, y+height, c.left+c.width, hair, hairline)
	}}
}

// columnWidth gives each choice a column, narrower where there are many.
func columnWidth(choices []block.AnswerBox) float64 {
	return min(choiceWidth, 5*choiceWidth/float64(len(choices)))
}

func (c *canvas) boxesLeft(choices []block.AnswerBox) float64 {
	return c.left + c.width - float64(len(choices))*columnWidth(choices)
}

// ticked sets an item with a box in each column.
func (c *canvas) ticked(q block.Questions, item block.Question) strip {
	width := columnWidth(q.Choices)
	lines := c.set.wrap(block.Say(item.Text), questionText, c.boxesLeft(q.Choices)-c.left-questionIndex-questionGap)
	height := max(float64(len(lines))*questionText.leading, boxSize) + 2*questionRoom
	return strip{height: height, draw: func(c *canvas, y float64) {
		top := y + (height-float64(len(lines))*questionText.leading)/2
		c.word(c.left, top, item.Mark, questionText.in(grey))
		for n, l := range lines {
			c.text(c.left+questionIndex, top+float64(n)*questionText.leading, questionText.leading, l)
		}
		for i, x := range q.Choices {
			c.tickBox(c.boxesLeft(q.Choices)+(float64(i)+0.5)*width, y+height/2, boxSize, x.Number)
		}
		c.rule(c.left, y+height, c.left+c.width, hair, hairline)
	}}
}

// scaled sets an item above one row of boxes, with the words for both ends
// beside it.
func (c *canvas) scaled(q block.Questions, item block.Question) strip {
	side := (c.width - float64(len(q.Choices))*(scaleBox+scaleGap)) / 2
	low := c.set.wrap(block.Say(item.Low), choiceLabel, side-questionGap)
	high := c.set.wrap(block.Say(item.High), choiceLabel, side-questionGap)
	text := c.set.wrap(block.Say(item.Text), questionText.strong(), c.width-questionIndex)
	words := float64(len(text))*questionText.leading + 4
	height := words + scaleBox + 2*questionRoom
	return strip{height: height, draw: func(c *canvas, y float64) {
		c.word(c.left, y+questionRoom, item.Mark, questionText.in(grey))
		for n, l := range text {
			c.text(c.left+questionIndex, y+questionRoom+float64(n)*questionText.leading, questionText.leading, l)
		}
		middle := y + questionRoom + words + scaleBox/2
		for n, l := range low {
			c.textRight(c.left+side-questionGap, middle+(float64(n)-float64(len(low))/2)*choiceLabel.leading, choiceLabel.leading, l)
		}
		for i, x := range q.Choices {
			c.tickBox(c.left+side+(float64(i)+0.5)*(scaleBox+scaleGap), middle, scaleBox, x.Number)
		}
		for n, l := range high {
			c.text(c.left+c.width-side+questionGap, middle+(float64(n)-float64(len(high))/2)*choiceLabel.leading, choiceLabel.leading, l)
		}
		c.rule(c.left, y+height, c.left+c.width, hair, hairline)
	}}
}

// tickBox draws an empty box around the number of its choice.
func (c *canvas) tickBox(x, y, size float64, number string) {
	c.out.SetDrawColor(grey.rgb())
	c.out.SetLineWidth(0.8)
	c.out.Rect(x-size/2, y-size/2, size, size, "D")
	l := c.set.wrap(block.Say(number), boxNumber, size)[0]
	c.text(x-l.width/2, y-boxNumber.leading/2, boxNumber.leading, l)
}
