package report

import (
	"fmt"
	"slices"
	"strings"
	"time"

	"snowfield/internal/practice"
	"snowfield/internal/report/block"
)

// pictureFor is for whom the picture of a course is drawn.
type pictureFor int

const (
	forRecord pictureFor = iota
	forClient
)

// lanesInFigure is how many measures one figure holds. More of them, and what
// the client notices, go into further ones with the same axis, each with the
// sessions, so that none is too tall for the rest of a page.
const lanesInFigure = 3

// told is the picture of a course as documents tell it: without voicemails,
// which are no sessions.
func told(facts practice.CourseFacts) practice.CourseChart {
	picture, nobody := facts.Chart(), map[string]bool{}
	for _, s := range facts.Sessions {
		nobody[s.ID] = s.State() != practice.Planned && !s.TookPlace()
	}
	picture.Sessions = slices.DeleteFunc(picture.Sessions, func(s practice.ChartSession) bool { return nobody[s.SessionID] })
	return picture
}

// coursePicture draws what is chosen of the course on one axis of time.
func (b *builder) coursePicture(c practice.CourseChart, whose pictureFor) {
	if !b.parts[practice.PartCourseChart] {
		return
	}
	figures := b.courseFigures(c, whose)
	if len(figures) == 0 {
		return
	}
	heading := "The course in a picture"
	if whose == forClient {
		heading = "Your course in a picture"
	}
	b.heading(heading, nil)
	for _, f := range figures {
		b.add(f)
	}
}

func (b *builder) courseFigures(c practice.CourseChart, whose pictureFor) (figures []block.Course) {
	series, notices := []practice.ChartSeries{}, []practice.ChartSeries{}
	if b.parts[practice.PartMeasures] {
		series = c.Series
	}
	if b.parts[practice.PartNotices] {
		notices = c.Notices
	}
	sessions, windows := b.drawnSessions(c)
	whole := block.Course{Sessions: sessions, Windows: windows}
	for group := range slices.Chunk(series, lanesInFigure) {
		f := block.Course{Sessions: sessions, Windows: windows, Lanes: b.lanes(group, whose)}
		whole.Lanes = append(whole.Lanes, f.Lanes...)
		figures = append(figures, f)
	}
	if len(notices) > 0 {
		f := block.Course{Sessions: sessions, Windows: windows, Low: b.lanes(notices, whose), LowTitle: "What the client notices"}
		if whose == forClient {
			f.LowTitle = "What you notice"
		}
		whole.Low = f.Low
		figures = append(figures, f)
	}
	if len(figures) == 0 && len(sessions) > 0 {
		figures = append(figures, whole)
	}
	from, to, today := drawnTime(whole, c.Now.In(b.zone))
	for n := range figures {
		f := &figures[n]
		f.From, f.To, f.Today = from, to, today
		f.Alt = block.Say(pictureWords(*f, whose))
	}
	return figures
}

// drawnSessions are the sessions of the picture; those that are planned belong
// to what comes next, amounts to the doses.
func (b *builder) drawnSessions(c practice.CourseChart) ([]block.CourseSession, []block.CourseWindow) {
	if !b.parts[practice.PartSessions] {
		return nil, nil
	}
	sessions, windows := []block.CourseSession{}, []block.CourseWindow{}
	for _, s := range c.Sessions {
		planned := s.State == practice.Planned
		if planned && !b.parts[practice.PartNextStep] {
			continue
		}
		one := block.CourseSession{At: s.At.In(b.zone), Planned: planned, Dose: s.DoseText != "" || planned && s.Kind == practice.Dosing}
		if b.parts[practice.PartDoses] {
			one.Amount = s.DoseText
		}
		switch s.Kind {
		case practice.Integration, practice.CheckIn: // after a dosing session, which is named
		case practice.Dosing, practice.Preparation, practice.Consultation, practice.Talk:
			one.Name = s.Title
		}
		sessions = append(sessions, one)
	}
	for _, w := range c.Windows {
		windows = append(windows, block.CourseWindow{From: w.OpensAt.In(b.zone), To: w.ClosesAt.In(b.zone)})
	}
	return sessions, windows
}

func (b *builder) lanes(list []practice.ChartSeries, whose pictureFor) (lanes []block.Lane) {
	for _, s := range list {
		lanes = append(lanes, b.lane(s, whose))
	}
	return lanes
}

// lane is one line of the picture. The client's own has no bands and no
// limits.
func (b *builder) lane(s practice.ChartSeries, whose pictureFor) block.Lane {
	l := block.Lane{Title: s.Title, Min: s.Min, Max: s.Max, High: s.High}
	if whose == forRecord {
		for _, x := range s.Bands {
			l.Bands = append(l.Bands, block.LaneBand{From: x.From, To: x.To, Name: x.Label})
		}
		for _, x := range s.Cutoffs {
			l.Limits = append(l.Limits, x.From)
		}
	}
	for _, p := range s.Points {
		l.Points = append(l.Points, block.LanePoint{At: p.At.In(b.zone), Value: p.Value})
	}
	return l
}

// leastSpan is the shortest time the axis shows: a single day would else have
// no width.
const leastSpan = 14 * 24 * time.Hour

// drawnTime is the time from the first thing that is drawn to the last, with
// today where it lies near them; else it would make the rest small.
func drawnTime(f block.Course, now time.Time) (from, to, today time.Time) {
	reach := func(at time.Time) {
		if from.IsZero() || at.Before(from) {
			from = at
		}
		if at.After(to) {
			to = at
		}
	}
	for _, s := range f.Sessions {
		reach(s.At)
	}
	for _, w := range f.Windows {
		reach(w.To)
	}
	for _, l := range slices.Concat(f.Lanes, f.Low) {
		for _, p := range l.Points {
			reach(p.At)
		}
	}
	if now.Sub(to) <= max(30*24*time.Hour, to.Sub(from)/3) {
		today = now
		reach(now)
	}
	if short := leastSpan - to.Sub(from); short > 0 {
		from, to = from.Add(-short/2), to.Add(short/2)
	}
	return from, to, today
}

// pictureWords says what a figure shows, for those who do not see it.
func pictureWords(f block.Course, whose pictureFor) string {
	said := []string{}
	held, doses := []block.CourseSession{}, 0
	for _, s := range f.Sessions {
		if s.Planned {
			continue
		}
		held = append(held, s)
		if s.Dose {
			doses++
		}
	}
	if n := len(held); n > 0 {
		text := fmt.Sprintf("%s from %s to %s", practice.CountText(n, "session", "sessions"), practice.LongDateText(held[0].At), practice.LongDateText(held[n-1].At))
		if doses > 0 {
			text += ", " + strings.ToLower(practice.CountText(doses, "one", "of them")) + " with a dose"
		}
		said = append(said, text+".")
	}
	for _, l := range f.Lanes {
		said = append(said, laneWords(l))
	}
	low := []string{}
	for _, l := range f.Low {
		low = append(low, lowWords(l))
	}
	if len(low) > 0 {
		said = append(said, "From first to last: "+strings.Join(low, "; ")+".")
	}
	if len(f.Windows) > 0 {
		text := "Shaded bands are integration windows."
		if whose == forClient {
			text = "The shaded bands are the days after a dose in which we look at what came up."
		}
		said = append(said, text)
	}
	return strings.Join(said, " ")
}

func laneWords(l block.Lane) string {
	first, last := l.Points[0], l.Points[len(l.Points)-1]
	if len(l.Points) == 1 {
		return fmt.Sprintf("%s: %d on %s.", l.Title, first.Value, practice.LongDateText(first.At))
	}
	low, high := first.Value, first.Value
	for _, p := range l.Points {
		low, high = min(low, p.Value), max(high, p.Value)
	}
	return fmt.Sprintf("%s: %d on %s, %d on %s; between %d and %d.",
		l.Title, first.Value, practice.LongDateText(first.At), last.Value, practice.LongDateText(last.At), low, high)
}

func lowWords(l block.Lane) string {
	first, last := l.Points[0], l.Points[len(l.Points)-1]
	if len(l.Points) == 1 {
		return fmt.Sprintf("%s %d", lower(l.Title), first.Value)
	}
	return fmt.Sprintf("%s %d to %d", lower(l.Title), first.Value, last.Value)
}
