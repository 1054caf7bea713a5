package pdf

import "snowfield/internal/report/block"

// cell is text at its place in a row.
type cell struct {
	x, width float64
	right    bool
	st       style
	text     block.Text
}

// row sets cells beside each other, one strip per line. They stay together; a
// row taller than a page goes on over it.
func (c *canvas) row(cells []cell, padding float64, ruled bool) []strip {
	count, leading := 1, 0.0
	set := make([][]line, len(cells))
	for i, cell := range cells {
		set[i] = c.set.wrap(cell.text, cell.st, cell.width)
		count = max(count, len(set[i]))
		leading = max(leading, cell.st.leading)
	}
	out := make([]strip, count)
	for n := range out {
		above, below := 0.0, 0.0
		if n == 0 {
			above = padding
		}
		if n == count-1 {
			below = padding
		}
		height := above + leading + below
		out[n] = strip{height: height, draw: func(c *canvas, y float64) {
			for i, cell := range cells {
				if n >= len(set[i]) {
					continue
				}
				if x := c.left + cell.x; cell.right {
					c.textRight(x+cell.width, y+above, leading, set[i][n])
				} else {
					c.text(x, y+above, leading, set[i][n])
				}
			}
			if ruled && below > 0 {
				c.rule(c.left, y+height, c.left+c.width, hair, hairline)
			}
		}}
		out[n].keep = n < count-1
	}
	return out
}

func (c *canvas) table(t block.Table) []strip {
	total := 0.0
	for _, col := range t.Columns {
		total += col.Share
	}
	cells := make([]cell, len(t.Columns))
	x := 0.0
	for i, col := range t.Columns {
		width := col.Share / total * (c.width + columnGap)
		cells[i] = cell{x: x, width: width - columnGap, right: col.Right, st: label, text: block.Say(col.Head)}
		x += width
	}
	head := keepAll(c.row(cells, cellPadding, true))
	out := append([]strip(nil), head...)
	padding := float64(cellPadding)
	if t.Tall {
		padding = tallPadding
	}
	var before []strip
	for n, row := range t.Rows {
		for i := range cells {
			cells[i].st, cells[i].text = value, row[i]
		}
		set := c.row(append([]cell(nil), cells...), padding, true)
		for i := range set {
			set[i].head = head
		}
		// The last row is not left alone under a repeated head, unless the two
		// would fill much of a page.
		if n == len(t.Rows)-1 && height(before)+height(set) < c.height/2 {
			keepLast(out)
		}
		out, before = append(out, set...), set
	}
	return out
}

// How wide the labels of facts may be, in points.
const (
	leastLabelWidth = 62
	mostLabelWidth  = 104
)

// facts sets two facts to a row; a few of them stay on one page.
func (c *canvas) facts(facts block.Facts) []strip {
	var kept block.Facts
	for _, f := range facts {
		if plain(f.Value) != "" {
			kept = append(kept, f)
		}
	}
	labelWidth := 0.0
	for _, f := range kept {
		for _, l := range c.set.wrap(block.Say(f.Label), label, mostLabelWidth-columnGap) {
			labelWidth = max(labelWidth, l.width+columnGap)
		}
	}
	labelWidth = max(labelWidth, leastLabelWidth)
	half := (c.width + 2*columnGap) / 2
	var out []strip
	for i := 0; i < len(kept); i += 2 {
		var cells []cell
		for j := i; j < min(i+2, len(kept)); j++ {
			x := float64(j-i) * half
			cells = append(cells,
				cell{x: x, width: labelWidth - columnGap, st: label, text: block.Say(kept[j].Label)},
				cell{x: x + labelWidth, width: half - 2*columnGap - labelWidth, st: value, text: kept[j].Value})
		}
		out = append(out, c.row(cells, 1, false)...)
	}
	if len(out) == 0 {
		return nil
	}
	out[0].space = aboveFacts
	if height(out) < c.height/4 {
		keepAll(out[:len(out)-1])
	}
	return out
}
