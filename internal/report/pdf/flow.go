package pdf

// A strip is a piece of a document that stays in one piece: a line of text, a
// line of a table row, a chart.
type strip struct {
	space  float64 // above it, unless it opens a page
	height float64
	keep   bool    // on one page with the next strip
	head   []strip // repeated above it when it opens a page
	entry  string  // in the document's outline
	draw   func(c *canvas, y float64)
}

// placed is a strip at its place on a page.
type placed struct {
	strip
	y float64
}

// paginate sets strips on pages from top to bottom. Strips kept together that
// are taller than a page are broken all the same.
func paginate(strips []strip, top, bottom float64) [][]placed {
	p := pages{top: top, bottom: bottom, y: top, all: [][]placed{nil}}
	for i := 0; i < len(strips); {
		j, height := i, strips[i].height
		for strips[j].keep && j+1 < len(strips) {
			j++
			height += strips[j].space + strips[j].height
		}
		whole := height <= bottom-top
		if whole && p.y+p.above(strips[i])+height > bottom {
			p.turn(strips[i].head)
		}
		for ; i <= j; i++ {
			if !whole && p.y+p.above(strips[i])+strips[i].height > bottom {
				p.turn(strips[i].head)
			}
			p.put(strips[i])
		}
	}
	return p.all
}

type pages struct {
	top, bottom, y float64
	all            [][]placed
}

func (p *pages) last() *[]placed { return &p.all[len(p.all)-1] }

func (p *pages) above(s strip) float64 {
	if len(*p.last()) == 0 {
		return 0
	}
	return s.space
}

func (p *pages) turn(head []strip) {
	if len(*p.last()) > 0 {
		p.all = append(p.all, nil)
		p.y = p.top
	}
	for _, s := range head {
		p.put(s)
	}
}

func (p *pages) put(s strip) {
	p.y += p.above(s)
	*p.last() = append(*p.last(), placed{s, p.y})
	p.y += s.height
}

// keepLines binds the lines of a paragraph so that neither its first nor its
// last line stands alone, and a short one is not broken at all.
func keepLines(lines []strip) {
	for i := range len(lines) - 1 {
		lines[i].keep = len(lines) <= 3 || i == 0 || i == len(lines)-2
	}
}
