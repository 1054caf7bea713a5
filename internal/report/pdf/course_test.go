package pdf

import (
	"bytes"
	"fmt"
	"strings"
	"testing"
	"time"

	"snowfield/internal/report/block"
	"snowfield/internal/report/reporttest"
)

func courseDay(n int) time.Time { return time.Date(2026, 1, 5, 12, 0, 0, 0, time.UTC).AddDate(0, 0, n) }

// courseOf is a picture over so many days, with a score and a dose each step.
func courseOf(days, step, most int) block.Course {
	f := block.Course{From: courseDay(0), To: courseDay(days), Alt: block.Say("In words.")}
	l := block.Lane{Title: "PHQ-9", Max: most, Bands: []block.LaneBand{{From: 0, To: 4, Name: "minimal"}, {From: 5, To: most, Name: "severe"}}}
	for d := 0; d <= days; d += step {
		l.Points = append(l.Points, block.LanePoint{At: courseDay(d), Value: (d / step * 5) % (most + 1)})
		f.Sessions = append(f.Sessions, block.CourseSession{At: courseDay(d), Name: fmt.Sprintf("Dosing %d", d/step+1), Amount: "150 mg", Dose: true})
		f.Windows = append(f.Windows, block.CourseWindow{From: courseDay(d), To: courseDay(d + 3)})
	}
	f.Lanes = []block.Lane{l}
	return f
}

// However long the course and however many its points: its words stand on the
// page, inside the margins, and none of them runs into another.
func TestCourseIsDrawnWhole(t *testing.T) {
	two := courseOf(40, 10, 27)
	two.Lanes = append(two.Lanes, two.Lanes[0])
	two.Lanes[1].Title, two.Lanes[1].Bands, two.Lanes[1].Limits = "PCL-5", nil, []int{31, 33}
	two.Lanes[1].Max = 80
	extremes := courseOf(14, 7, 10)
	extremes.Lanes[0].Points[0].Value, extremes.Lanes[0].Points[1].Value, extremes.Lanes[0].Points[2].Value = 0, 10, 10
	for name, f := range map[string]block.Course{
		"one point": courseOf(14, 30, 27), "two measures on one day": two, "the extremes": extremes,
		"200 points": courseOf(1400, 7, 27), "four years": courseOf(1460, 90, 27), "in little": {From: courseDay(0), To: courseDay(30), Low: two.Lanes, LowTitle: "Notices"},
	} {
		r, err := Draw(block.Document{Created: courseDay(0), Blocks: []block.Block{f}})
		if err != nil {
			t.Fatal(err)
		}
		again, _ := Draw(block.Document{Created: courseDay(0), Blocks: []block.Block{f}})
		if !bytes.Equal(r.PDF, again.PDF) {
			t.Errorf("%s: the same picture gave other bytes", name)
		}
		if r.Pages != 1 {
			t.Errorf("%s takes %d pages", name, r.Pages)
		}
		words := map[string]reporttest.Piece{}
		for _, p := range reporttest.Read(t, r.PDF)[0] {
			at := fmt.Sprintf("%.0f %.0f", p.X, p.Y)
			if other, taken := words[at]; taken && p.Text != other.Text {
				t.Errorf("%s: %q stands on %q", name, p.Text, other.Text)
			}
			words[at] = p
			if p.X < sideMargin-1 || p.X > 612-sideMargin || p.Y < 0 || p.Y > 792 {
				t.Errorf("%s: %q stands at %.0f, %.0f", name, p.Text, p.X, p.Y)
			}
		}
		text := reporttest.Text(t, r.PDF)
		for _, l := range append(f.Lanes, f.Low...) {
			if last := l.Points[len(l.Points)-1].Value; !strings.Contains(text, fmt.Sprint(last)) || !strings.Contains(text, l.Title) {
				t.Errorf("%s: the last score %d of %s is not told", name, last, l.Title)
			}
		}
	}
	if r, err := Draw(block.Document{Blocks: []block.Block{block.Course{}}}); err != nil || r.Pages != 1 {
		t.Errorf("nothing is drawn on %d pages: %v", r.Pages, err)
	}
}

// The axis names days, months or years, as there is room, and every year once.
func TestCourseTicks(t *testing.T) {
	for days, want := range map[int]string{
		3:    "6 Jan 2026, 7 Jan, 8 Jan",
		40:   "12 Jan 2026, 19 Jan, 26 Jan, 2 Feb, 9 Feb",
		200:  "Feb 2026, Mar, Apr, May, Jun, Jul",
		400:  "Mar 2026, May, Jul, Sep, Nov, Jan 2027",
		1460: "2027, 2028, 2029, 2030",
		9000: "2030, 2034, 2038, 2042, 2046, 2050",
	} {
		line := timeline{courseDay(0), courseDay(days), 57, 443}
		said, before := []string{}, 0.0
		for i, tick := range courseTicks(line) {
			x := line.x(tick.at)
			if i > 0 && x-before < tickRoom*0.9 {
				t.Errorf("%d days: %s stands %.0f points from the one before", days, tick.text, x-before)
			}
			before = x
			said = append(said, tick.text)
		}
		if got := strings.Join(said, ", "); got != want {
			t.Errorf("%d days: %s\nwant %s", days, got, want)
		}
	}
}
