package pdf

// A strip is a piece of a document that stays in one piece: a line of text, a
// line of a table row, a chart.
type strip struct {
	space  float64 // above it, unless it opens a page
	height float64
	keep   bool    // on one page with the next strip
	fresh  bool    // opens a page
	head   []strip // repeated above it when it opens a page
	entry  *entry  // in the document's outline
	draw   func(c *canvas, y float64)
}

// An entry of the outline. Its page is known once the document is paginated.
type entry struct {
	text  string
	level int
	page  int // from 1
	y     float64
}

// placed is a strip at its place on a page.
type placed struct {
	strip
	y float64
}

// Strips kept together that are taller than a page are broken all the same,
// but with so many of them at least at the foot of the first page and at the
// head of the last.
const (
	fewestAtFoot = 3
	fewestAtHead = 2
)

// paginate sets strips on pages from top to bottom.
func paginate(strips []strip, top, bottom float64) [][]placed {
	p := pages{top: top, bottom: bottom, y: top, all: [][]placed{nil}}
	for len(strips) > 0 {
		n := 1
		for strips[n-1].keep && n < len(strips) && !strips[n].fresh {
			n++
		}
		p.group(strips[:n])
		strips = strips[n:]
	}
	return p.all
}

type pages struct {
	top, bottom, y float64
	all            [][]placed
}

// group sets strips that are kept together.
func (p *pages) group(g []strip) {
	whole := height(g[0].head)+height(g) <= p.bottom-p.top
	fit := p.fit(g)
	if g[0].fresh || fit < len(g) && (whole || fit < fewestAtFoot) {
		p.turn(g[0].head)
	}
	for i, s := range g {
		together := g[i : i+1]
		if i == len(g)-fewestAtHead {
			together = g[i:]
		}
		if i > 0 && p.fit(together) < len(together) {
			p.turn(s.head)
		}
		p.put(s)
	}
}

// fit counts the strips that have room on the page.
func (p *pages) fit(g []strip) int {
	y := p.y
	for i, s := range g {
		if len(*p.last()) > 0 || i > 0 {
			y += s.space
		}
		if y += s.height; y > p.bottom {
			return i
		}
	}
	return len(g)
}

// height is that of strips that open a page.
func height(g []strip) float64 {
	sum := 0.0
	for i, s := range g {
		if i > 0 {
			sum += s.space
		}
		sum += s.height
	}
	return sum
}

func (p *pages) last() *[]placed { return &p.all[len(p.all)-1] }

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
	if len(*p.last()) > 0 {
		p.y += s.space
	}
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
