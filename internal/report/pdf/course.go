package pdf

import (
	"slices"
	"strconv"
	"time"

	"snowfield/internal/report/block"
)

// The colours of the course beyond those of the text, as on screen in light.
const (
	sunken   ink = 0xe5eaec
	edge     ink = 0x76858c
	window   ink = 0xf7ddc0 // a window where it opens, on white; it fades to white
	white    ink = 0xffffff
	laneLine     = 1.1
)

// In points.
const (
	courseRight = 112 // room for the numbers and names beside the lanes
	courseEnd   = 8   // from the edges of the plot to the first and the last mark
	railTop     = 30  // names and amounts of doses stand above the rail
	railBottom  = 22  // names of other sessions below it
	laneTitle   = 12
	laneRoom    = 11 // for a score above the highest point
	lanePlot    = 70
	laneGap     = 8
	axisHeight  = 17
	lowTitle    = 16
	lowPlot     = 16
	lowGap      = 9
	numberRoom  = 20 // of a number beside a lane
	doseRadius  = 5
	denseRadius = 3 // where many lie close together
	restRadius  = 2.5
	pointRadius = 2.2
	lowRadius   = 1.4
	leastWindow = 1.2 // a window is never drawn narrower
)

var (
	courseName  = sans(7.5, 9.5).in(grey)
	courseScore = sans(7.5, 9.5).strong()
	courseTitle = sans(8.5, 12).strong()
)

// timeline maps moments to the page.
type timeline struct {
	from, to time.Time
	x0, x1   float64
}

func (t timeline) x(at time.Time) float64 {
	whole := t.x1 - t.x0 - 2*courseEnd
	return t.x0 + courseEnd + whole*float64(at.Sub(t.from))/float64(t.to.Sub(t.from))
}

// lane is a lane at its place: its plot from top to foot.
type lane struct {
	block.Lane
	top, foot float64
}

func (l lane) y(v int) float64 {
	return l.foot - float64(v-l.Min)/float64(max(1, l.Max-l.Min))*(l.foot-l.top)
}

// courseLayout is where everything stands, counted from the top of the figure.
type courseLayout struct {
	rail   float64 // 0 without sessions
	lanes  []lane
	axis   float64 // 0 without lanes
	title  float64 // of the low lanes
	low    []lane
	axis2  float64 // below the low lanes
	foot   float64 // of the last lane
	height float64
}

func layCourse(f block.Course) courseLayout {
	var l courseLayout
	y := 0.0
	if len(f.Sessions) > 0 {
		l.rail = y + railTop
		y = l.rail + railBottom
		l.foot = l.rail + doseRadius
	}
	for _, x := range f.Lanes {
		top := y + laneTitle + laneRoom
		l.lanes = append(l.lanes, lane{x, top, top + lanePlot})
		l.foot = top + lanePlot
		y = l.foot + laneGap
	}
	if len(f.Lanes) > 0 || len(f.Low) == 0 {
		l.axis = y
		y += axisHeight
	}
	if len(f.Low) > 0 {
		l.title = y
		y += lowTitle
		for _, x := range f.Low {
			l.low = append(l.low, lane{x, y, y + lowPlot})
			l.foot = y + lowPlot
			y = l.foot + lowGap
		}
		l.axis2 = y
		y += axisHeight
	}
	l.height = y
	return l
}

func (c *canvas) course(f block.Course) []strip {
	if len(f.Sessions)+len(f.Lanes)+len(f.Low) == 0 || !f.From.Before(f.To) {
		return nil
	}
	layout := layCourse(f)
	out := []strip{{space: aboveChart, height: layout.height, keep: true, draw: func(c *canvas, y float64) { c.drawCourse(f, layout, y) }}}
	words := c.lines(f.Alt, small, 0)
	keepLines(words)
	return append(out, words...)
}

func (c *canvas) drawCourse(f block.Course, l courseLayout, y float64) {
	t := timeline{f.From, f.To, c.left, c.left + c.width - courseRight}
	for i := range l.lanes {
		l.lanes[i] = l.lanes[i].lowered(y)
		c.fillBands(l.lanes[i], t)
	}
	for i := range l.low {
		l.low[i] = l.low[i].lowered(y)
	}
	top := y
	if l.rail > 0 {
		top = y + l.rail
	}
	for _, w := range f.Windows {
		c.fade(t.x(w.From), top, t.x(w.To), y+l.foot)
	}
	if !f.Today.IsZero() {
		x := t.x(f.Today)
		c.dashed(x, top, x, y+l.foot, edge, 1, 2)
	}
	for _, x := range l.lanes {
		c.lane(x, t)
	}
	if len(l.low) > 0 {
		c.word(c.left, y+l.title, f.LowTitle, courseTitle)
	}
	for _, x := range l.low {
		c.lowLane(x, t)
	}
	if l.rail > 0 {
		c.sessionLine(f.Sessions, t, y+l.rail)
	}
	for _, axis := range []float64{l.axis, l.axis2} {
		if axis > 0 {
			c.courseAxis(t, f.Today, y+axis)
		}
	}
}

func (l lane) lowered(by float64) lane {
	l.top, l.foot = l.top+by, l.foot+by
	return l
}

// fade draws a window from its opening to its end. It darkens what it lies on
// and hides nothing.
func (c *canvas) fade(x1, y1, x2, y2 float64) {
	width := max(leastWindow, x2-x1)
	r, g, b := window.rgb()
	c.out.SetAlpha(1, "Multiply")
	if width < 3*leastWindow { // too narrow to fade
		c.out.SetFillColor(r, g, b)
		c.out.Rect(x1, y1, width, y2-y1, "F")
	} else {
		c.out.LinearGradient(x1, y1, width, y2-y1, r, g, b, 0xff, 0xff, 0xff, 0, 0, 1, 0)
	}
	c.out.SetAlpha(1, "Normal")
}

func (c *canvas) dashed(x1, y1, x2, y2 float64, colour ink, dash, gap float64) {
	c.out.SetDashPattern([]float64{dash, gap}, 0)
	c.stroke(x1, y1, x2, y2, colour, 0.6)
	c.out.SetDashPattern([]float64{}, 0)
}

func (c *canvas) circle(x, y, r float64, fill, line ink, weight float64) {
	c.out.SetFillColor(fill.rgb())
	c.out.SetDrawColor(line.rgb())
	c.out.SetLineWidth(weight)
	c.out.Circle(x, y, r, "FD")
}

// fillBands shades every other band.
func (c *canvas) fillBands(l lane, t timeline) {
	for i, b := range l.Bands {
		if i%2 == 1 {
			top := l.top
			if i+1 < len(l.Bands) {
				top = l.y(l.Bands[i+1].From)
			}
			c.out.SetFillColor(sunken.rgb())
			c.out.Rect(t.x0, top, t.x1-t.x0, l.y(b.From)-top, "F")
		}
	}
}

// lane draws a measure: its bands with their names, its limits, its line and
// its scores.
func (c *canvas) lane(l lane, t timeline) {
	c.word(t.x0, l.top-laneRoom-laneTitle, l.Title, courseTitle)
	numbers, names := labels{}, labels{}
	number := func(v int) {
		numbers.put(c, t.x1+numberRoom-4, l.y(v)-courseName.leading/2, strconv.Itoa(v), courseName, atRight)
	}
	c.rule(t.x0, l.foot, t.x1, hair, hairline)
	c.rule(t.x0, l.top, t.x1, hair, hairline)
	for _, limit := range slices.Backward(l.Limits) {
		c.dashed(t.x0, l.y(limit), t.x1, l.y(limit), edge, 3, 2)
		number(limit)
	}
	for i, b := range l.Bands {
		if i > 0 {
			c.rule(t.x0, l.y(b.From), t.x1, hair, hairline)
		}
		number(b.From)
		top := l.top
		if i+1 < len(l.Bands) {
			top = l.y(l.Bands[i+1].From)
		}
		names.put(c, t.x1+numberRoom+2, (l.y(b.From)+top-courseName.leading)/2, b.Name, courseName, atLeft)
	}
	number(l.Max)
	number(l.Min)
	if len(l.Limits) > 0 {
		top := l.y(l.Limits[len(l.Limits)-1])
		names.put(c, t.x1+numberRoom+2, top-courseName.leading/2, limitsText(l.Limits), courseName, atLeft)
	}
	c.scoreLine(l, t, laneLine)
	for _, p := range l.Points {
		c.circle(t.x(p.At), l.y(p.Value), pointRadius, accent, white, 0.8)
	}
	scores := labels{}
	for _, i := range tellFirst(l.Points) {
		p := l.Points[i]
		scores.put(c, t.x(p.At), l.y(p.Value)-courseScore.leading-pointRadius, strconv.Itoa(p.Value), courseScore, centred)
	}
}

func limitsText(limits []int) string {
	if len(limits) == 1 {
		return "cut-off " + strconv.Itoa(limits[0])
	}
	return "cut-off " + strconv.Itoa(limits[0]) + " to " + strconv.Itoa(limits[len(limits)-1])
}

func (c *canvas) scoreLine(l lane, t timeline, weight float64) {
	for i, p := range l.Points {
		if i > 0 {
			before := l.Points[i-1]
			c.stroke(t.x(before.At), l.y(before.Value), t.x(p.At), l.y(p.Value), accent, weight)
		}
	}
}

// lowLane draws a lane in little: its line, its last score and its name.
func (c *canvas) lowLane(l lane, t timeline) {
	c.rule(t.x0, l.foot, t.x1, hair, hairline)
	c.rule(t.x0, l.top, t.x1, hair, hairline)
	c.scoreLine(l, t, 0.9)
	for _, p := range l.Points {
		c.circle(t.x(p.At), l.y(p.Value), lowRadius, accent, accent, 0.1)
	}
	if n := len(l.Points); n > 0 {
		last := c.set.wrap(block.Say(strconv.Itoa(l.Points[n-1].Value)), courseScore, numberRoom)[0]
		c.textRight(t.x1+numberRoom-4, l.top-2, courseScore.leading, last)
	}
	c.word(t.x1+numberRoom+2, l.top-2, l.Title, courseName.in(black))
	if l.High != "" {
		c.word(t.x1+numberRoom+2, l.top-2+courseName.leading, strconv.Itoa(l.Max)+" "+l.High, sans(7, 9).in(grey))
	}
}

// sessionLine draws the sessions: doses large, above everything else.
func (c *canvas) sessionLine(sessions []block.CourseSession, t timeline, y float64) {
	c.rule(t.x0, y, t.x1, edge, 0.7)
	doses := []block.CourseSession{}
	for _, s := range sessions {
		if s.Dose {
			doses = append(doses, s)
			continue
		}
		if s.Planned {
			c.out.SetDashPattern([]float64{1.2, 1.2}, 0)
		}
		c.circle(t.x(s.At), y, restRadius, white, edge, 0.9)
		c.out.SetDashPattern([]float64{}, 0)
	}
	radius := float64(doseRadius)
	if n := len(doses); n > 1 && t.x(doses[n-1].At)-t.x(doses[0].At) < float64(n-1)*2*doseRadius {
		radius = denseRadius
	}
	for _, s := range doses {
		if s.Planned {
			c.out.SetDashPattern([]float64{1.5, 1.5}, 0)
			c.circle(t.x(s.At), y, radius, white, plum, 0.9)
			c.out.SetDashPattern([]float64{}, 0)
			continue
		}
		c.circle(t.x(s.At), y, radius, plum, white, 0.6)
	}
	above, below := labels{}, labels{}
	for _, i := range endsFirst(len(doses)) {
		s := doses[i]
		amount := s.Amount
		if s.Planned {
			amount = "planned"
		}
		above.pair(c, t.x(s.At), y-doseRadius-2*courseName.leading-1, s.Name, amount)
	}
	for _, s := range slices.Backward(sessions) {
		if !s.Dose {
			below.put(c, t.x(s.At), y+doseRadius+1, s.Name, courseName, centred)
		}
	}
}

// courseAxis writes days, months or years below the lanes.
func (c *canvas) courseAxis(t timeline, today time.Time, y float64) {
	c.rule(t.x0, y, t.x1, hair, hairline)
	words := labels{}
	if !today.IsZero() {
		x := t.x(today)
		c.stroke(x, y, x, y+4, edge, 0.7)
		words.put(c, x, y+5, "Today", courseScore, centred)
	}
	for _, tick := range courseTicks(t) {
		x := t.x(tick.at)
		c.stroke(x, y, x, y+4, edge, 0.5)
		words.put(c, x, y+5, tick.text, courseName, centred)
	}
}
