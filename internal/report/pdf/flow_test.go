package pdf

import (
	"fmt"
	"strings"
	"testing"
)

// page writes the heights of the strips on each page.
func pageHeights(pages [][]placed) string {
	var all []string
	for _, p := range pages {
		var one []string
		for _, s := range p {
			one = append(one, fmt.Sprint(s.height))
		}
		all = append(all, strings.Join(one, " "))
	}
	return strings.Join(all, " | ")
}

func TestPaginate(t *testing.T) {
	line := func(height float64, keep bool) strip { return strip{height: height, keep: keep} }
	head := []strip{line(1, true)}
	row := func(height float64) strip { return strip{height: height, head: head} }
	for _, c := range []struct {
		name   string
		strips []strip
		want   string
	}{
		{"fits", []strip{line(40, false), line(60, false)}, "40 60"},
		{"overflows", []strip{line(40, false), line(61, false)}, "40 | 61"},
		{"a heading goes with its text", []strip{line(80, false), line(10, true), line(20, false)}, "80 | 10 20"},
		{"a table repeats its head", []strip{line(80, false), line(1, true), row(15), row(10), row(10)}, "80 1 15 | 1 10 10"},
		{"what is taller than a page is broken", []strip{line(50, false), line(60, true), line(60, true), line(30, false)}, "50 | 60 | 60 30"},
		{"a strip taller than a page stands alone", []strip{line(10, false), line(120, false), line(10, false)}, "10 | 120 | 10"},
		{"a tall group leaves company at its ends", []strip{line(60, false), line(15, true), line(15, true), line(15, true), line(15, true), line(15, true), line(15, true), line(15, false)}, "60 | 15 15 15 15 15 | 15 15"},
		{"a row with its head moves in one piece", []strip{line(80, false), line(1, true), {height: 12, keep: true, head: head}, {height: 12, head: head}, {height: 40, keep: true, head: head}, {height: 40, head: head}}, "80 | 1 12 12 | 1 40 40"},
		{"what opens a page", []strip{line(10, false), {height: 10, fresh: true}, line(10, false)}, "10 | 10 10"},
		{"what opens a page on a new page", []strip{line(95, false), {height: 10, fresh: true}}, "95 | 10"},
		{"a last strip that asks to be kept", []strip{line(10, true)}, "10"},
	} {
		if got := pageHeights(paginate(c.strips, 0, 100)); got != c.want {
			t.Errorf("%s: got %s, want %s", c.name, got, c.want)
		}
	}
}

func TestSpaceAboveIsDroppedAtTheTop(t *testing.T) {
	pages := paginate([]strip{{space: 9, height: 50}, {space: 9, height: 30}, {space: 9, height: 30}}, 40, 140)
	if pages[0][0].y != 40 || pages[0][1].y != 99 || pages[1][0].y != 40 {
		t.Errorf("got %v %v %v", pages[0][0].y, pages[0][1].y, pages[1][0].y)
	}
}

func TestNoLineStandsAlone(t *testing.T) {
	for n, want := range map[int]string{1: "-", 2: "+-", 3: "++-", 4: "+-+-", 6: "+---+-"} {
		lines := make([]strip, n)
		keepLines(lines)
		got := ""
		for _, l := range lines {
			if l.keep {
				got += "+"
			} else {
				got += "-"
			}
		}
		if got != want {
			t.Errorf("%d lines: got %s, want %s", n, got, want)
		}
	}
}
