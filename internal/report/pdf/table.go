package pdf

import "snowfield/internal/report/block"

// cell is text at its place in a row.
type cell struct {
	x, width float64
	right    bool
	st       style
	text     block.Text
}

// row sets cells beside each other on common baselines. It stays in one piece
// and is read cell by cell; one that fills much of a page is set line by line,
// so that it can go on over the page.
func (c *canvas) row(cells []cell, padding float64, ruled bool) []strip {
	count, leading, size := 1, 0.0, 0.0
	set := make([][]line, len(cells))
	for i, cell := range cells {
		set[i] = c.set.wrap(cell.text, cell.st, cell.width)
		count = max(count, len(set[i]))
		leading, size = max(leading, cell.st.leading), max(size, cell.st.size)
	}
	for _, lines := range set {
		for i := range lines {
			lines[i].size = size
		}
	}
	piece := count
	if float64(count)*leading > c.height/2 {
		piece = 1
	}
	var out []strip
	for from := 0; from < count; from += piece {
		above, below := 0.0, 0.0
		if from == 0 {
			above = padding
		}
		if from+piece == count {
			below = padding
		}
		height := above + float64(piece)*leading + below
		out = append(out, strip{height: height, keep: from+piece < count, draw: func(c *canvas, y float64) {
			for i, cell := range cells {
				for n := from; n < min(from+piece, len(set[i])); n++ {
					top := y + above + float64(n-from)*leading
					if x := c.left + cell.x; cell.right {
						c.textRight(x+cell.width, top, leading, set[i][n])
					} else {
						c.text(x, top, leading, set[i][n])
					}
				}
			}
			if ruled && below > 0 {
				c.rule(c.left, y+height, c.left+c.width, hair, hairline)
			}
		}})
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
