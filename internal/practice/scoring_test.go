package practice

import (
	"math/rand/v2"
	"slices"
	"testing"
)

// filledIn is a form with its answers in the order of the items; a value
// below zero is a blank.
func filledIn(i Instrument, values ...int) Response {
	r := Response{Instrument: i.Ref(), Answers: map[string]int{}}
	for n, v := range values {
		if v >= 0 {
			r.Answers[i.Items[n].LinkID] = v
		}
	}
	return r
}

func current(t testing.TB, id string) Instrument {
	t.Helper()
	i, err := CurrentInstrument(id)
	if err != nil {
		t.Fatal(err)
	}
	return i
}

// Filled forms with the totals others give for them.
func TestWorkedExamples(t *testing.T) {
	const (
		pacio = "HL7 PACIO Sample Data Depot"
		awell = "awell-score, test responses"
		paper = "the instrument's own scoring instructions"
	)
	for _, x := range []struct {
		source, instrument string
		values             []int
		total              int
		band               string
	}{
		{pacio + ", PHQ9Example2", "phq-9", []int{1, 1, 1, 1, 0, 1, 1, 0, 0}, 6, "mild"},
		{pacio + ", PHQ9Example4", "phq-9", []int{0, 1, 1, 1, 0, 0, 1, 0, 0}, 4, "minimal"},
		{pacio + ", BSJ1 October 2025", "gad-7", []int{1, 1, 1, 1, 0, 1, 2}, 7, "mild"},
		{pacio + ", BSJ1 January 2026", "gad-7", []int{1, 0, 0, 1, 0, 1, 1}, 4, "minimal"},
		{awell + ", pcl_5 random", "pcl-5", []int{4, 3, 1, 0, 3, 3, 4, 1, 2, 0, 3, 1, 0, 0, 1, 2, 4, 0, 0, 3}, 35, ""},
		{awell + ", pcl_5 median", "pcl-5", slices.Repeat([]int{2}, 20), 40, ""},
		{awell + ", pcl_5 worst", "pcl-5", slices.Repeat([]int{4}, 20), 80, ""},
		{paper, "phq-9", slices.Repeat([]int{3}, 9), 27, "severe"},
		{paper, "gad-7", slices.Repeat([]int{3}, 7), 21, "severe"},
	} {
		i := current(t, x.instrument)
		got := i.Result(filledIn(i, x.values...))
		if got.Total == nil || *got.Total != x.total || got.Band != x.band {
			t.Errorf("%s, %s: %s, want %d %q", x.source, x.instrument, resultText(got), x.total, x.band)
		}
	}
}

// The published limits, typed from the publications: the lowest total of each
// band, in order.
type bandFrom struct {
	from  int
	label string
}

var published = map[string]struct {
	items, lowest, highest int // of the items; no items where the score is entered
	min, max               int
	bands                  []bandFrom
	cutoffs                []bandFrom
}{
	"phq-9": {9, 0, 3, 0, 27, []bandFrom{{0, "minimal"}, {5, "mild"}, {10, "moderate"}, {15, "moderately severe"}, {20, "severe"}}, nil},
	"gad-7": {7, 0, 3, 0, 21, []bandFrom{{0, "minimal"}, {5, "mild"}, {10, "moderate"}, {15, "severe"}}, nil},
	"pcl-5": {20, 0, 4, 0, 80, nil, []bandFrom{
		{31, "suggests PTSD by the lowest published cut-off (31)"}, {33, "suggests PTSD by every published cut-off (31 to 33)"},
	}},
	"who-5":     {0, 0, 0, 0, 25, []bandFrom{{0, "low"}, {13, "not low"}}, nil},
	"qids-sr16": {0, 0, 0, 0, 27, []bandFrom{{0, "none"}, {6, "mild"}, {11, "moderate"}, {16, "severe"}, {21, "very severe"}}, nil},
	"isi":       {0, 0, 0, 0, 28, []bandFrom{{0, "none"}, {8, "subthreshold"}, {15, "moderate"}, {22, "severe"}}, nil},
	"madrs":     {0, 0, 0, 0, 60, []bandFrom{{0, "absent"}, {7, "mild"}, {20, "moderate"}, {35, "severe"}}, nil},
	"audit":     {0, 0, 0, 0, 40, []bandFrom{{0, "zone I"}, {8, "zone II"}, {16, "zone III"}, {20, "zone IV"}}, nil},
	"dast-10":   {0, 0, 0, 0, 10, []bandFrom{{0, "none reported"}, {1, "low"}, {3, "moderate"}, {6, "substantial"}, {9, "severe"}}, nil},
	"meq-30":    {0, 0, 0, 0, 150, nil, nil},
	"ceq":       {0, 0, 0, 0, 130, nil, nil},
	"edi":       {0, 0, 0, 0, 100, nil, nil},
	"cadss":     {0, 0, 0, 0, 92, nil, nil},
}

// reached is the last limit at or below a total, empty for none.
func reached(limits []bandFrom, total int) string {
	for _, l := range slices.Backward(limits) {
		if l.from <= total {
			return l.label
		}
	}
	return ""
}

// spread is a form with a total of so much, the points on as few items as
// they fit.
func spread(i Instrument, total int) Response {
	values := make([]int, len(i.Items))
	top := i.Choices[len(i.Choices)-1].Value
	for n := range values {
		values[n] = min(total, top)
		total -= values[n]
	}
	return filledIn(i, values...)
}

// Every total an instrument can have is in the band that was published for it.
func TestEveryTotalHasItsPublishedBand(t *testing.T) {
	for _, i := range Instruments() {
		want, ok := published[i.ID]
		if !ok {
			if i.Scoring.Method != ScoreNone {
				t.Errorf("%s is not in the table", i.ID)
			}
			continue
		}
		if i.Scoring.Min != want.min || i.Scoring.Max != want.max {
			t.Errorf("%s: %d to %d, published %d to %d", i.ID, i.Scoring.Min, i.Scoring.Max, want.min, want.max)
		}
		for total := want.min; total <= want.max; total++ {
			r := Response{Score: &total}
			if want.items > 0 {
				r = spread(i, total)
			}
			got := i.Result(r)
			if got.Total == nil || *got.Total != total || got.Band != reached(want.bands, total) || got.Cutoff != reached(want.cutoffs, total) {
				t.Errorf("%s, %d: %s, want %q %q", i.ID, total, resultText(got), reached(want.bands, total), reached(want.cutoffs, total))
			}
		}
	}
}

// Thousands of random forms, scored a second time in another way: by counting
// how often each answer was given, and by the table above.
func TestTotalsAgreeWithACount(t *testing.T) {
	random := rand.New(rand.NewPCG(7, 2026))
	for _, i := range Instruments() {
		want := published[i.ID]
		if want.items == 0 {
			continue
		}
		if len(i.Items) != want.items || i.Choices[0].Value != want.lowest || i.Choices[len(i.Choices)-1].Value != want.highest {
			t.Fatalf("%s: %d items", i.ID, len(i.Items))
		}
		for range 2000 {
			values, blanks := make([]int, want.items), 0
			count := make([]int, want.highest+1)
			for n := range values {
				if values[n] = want.lowest + random.IntN(want.highest-want.lowest+1); random.IntN(100) == 0 {
					values[n] = -1
					blanks++
					continue
				}
				count[values[n]]++
			}
			got := i.Result(filledIn(i, values...))
			if blanks > 0 {
				if got.Total != nil || got.Band != "" || got.Cutoff != "" || len(got.Blank) != blanks {
					t.Fatalf("%s %v: %s", i.ID, values, resultText(got))
				}
				continue
			}
			total := 0
			for value, times := range count {
				total += value * times
			}
			if got.Total == nil || *got.Total != total || got.Band != reached(want.bands, total) || got.Cutoff != reached(want.cutoffs, total) {
				t.Fatalf("%s %v: %s, counted %d", i.ID, values, resultText(got), total)
			}
		}
	}
}

// One blank, wherever it is, and there is no total, no band, no cut-off.
func TestABlankAnywhereMeansNoTotal(t *testing.T) {
	for _, i := range Instruments() {
		for n, item := range i.Items {
			for _, c := range i.Choices {
				values := slices.Repeat([]int{c.Value}, len(i.Items))
				values[n] = -1
				got := i.Result(filledIn(i, values...))
				if got.Total != nil || got.Band != "" || got.Cutoff != "" || !slices.Equal(got.Blank, []string{item.LinkID}) || got.Complete() {
					t.Errorf("%s without item %s: %s", i.ID, item.LinkID, resultText(got))
				}
			}
		}
		if i.Scoring.Method == ScoreEntered {
			if got := i.Result(Response{}); got.Total != nil || got.Band != "" {
				t.Errorf("%s without a score: %s", i.ID, resultText(got))
			}
		}
	}
}

// Item 9 of the PHQ-9 speaks whatever the total is, and also where there is
// none; no other item of any instrument does.
func TestOnlyItemNineSpeaksOfARisk(t *testing.T) {
	for _, i := range Instruments() {
		for n, item := range i.Items {
			for _, c := range i.Choices {
				values := slices.Repeat([]int{-1}, len(i.Items))
				values[n] = c.Value
				risk := len(i.Result(filledIn(i, values...)).Risks) > 0
				if want := i.ID == "phq-9" && item.LinkID == "9" && c.Value > 0; risk != want {
					t.Errorf("%s item %s answered %d: risk %t", i.ID, item.LinkID, c.Value, risk)
				}
			}
		}
	}
}

// What the client notices has no total: each item stands by itself.
func TestClientNoticesHaveNoTotal(t *testing.T) {
	i := current(t, "notices")
	got := i.Result(filledIn(i, 1, 2, 3, 4, 5, 6, 7, 8))
	if got.Total != nil || got.Band != "" || !got.Complete() {
		t.Error(resultText(got))
	}
}
