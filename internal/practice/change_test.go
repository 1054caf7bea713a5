package practice

import (
	"fmt"
	"slices"
	"strings"
	"testing"
)

// formOf is a form of a day in 2026 with a total of so much.
func formOf(i Instrument, day string, total int) Filled {
	r := Response{Score: &total}
	if len(i.Items) > 0 {
		r = spread(i, total)
	}
	r.ID, r.Instrument, r.AnsweredAt, r.Zone = day, i.Ref(), dayOf(day), "UTC"
	r.FinishedAt, r.CreatedAt = r.AnsweredAt, r.AnsweredAt
	return Filled{r, i}
}

// dosedFrom is a treatment with that first dose, and none before it.
func dosedFrom(dose Instant) TreatmentStart { return TreatmentStart{FirstDose: dose, Zone: "UTC"} }

func dayOf(day string) Instant { return Instant("2026-" + day + "T12:00:00.000Z") }

func claimed(c Change) string {
	words := []string{}
	for _, x := range c.Claims {
		words = append(words, x.Title)
	}
	return strings.Join(words, "; ")
}

// What is claimed of a change, at each published limit and one point beside.
func TestClaimsFollowThePublishedRules(t *testing.T) {
	const better, worse = " for the better", " for the worse"
	for _, x := range []struct {
		instrument string
		from, to   int
		want       string
	}{
		{"phq-9", 20, 20, ""},
		{"phq-9", 20, 16, ""},
		{"phq-9", 20, 15, "Meaningful change" + better},
		{"phq-9", 20, 11, "Meaningful change" + better},
		{"phq-9", 20, 10, "Response; Meaningful change" + better},
		{"phq-9", 20, 5, "Response; Meaningful change" + better},
		{"phq-9", 20, 4, "Response; Remission; Meaningful change" + better},
		{"phq-9", 19, 10, "Meaningful change" + better}, // 47 %
		{"phq-9", 19, 9, "Response; Meaningful change" + better},
		{"phq-9", 10, 14, ""},
		{"phq-9", 10, 15, "Meaningful change" + worse},
		{"phq-9", 0, 27, "Meaningful change" + worse},
		{"phq-9", 27, 0, "Response; Remission; Meaningful change" + better},
		{"phq-9", 5, 4, "Remission"},
		{"phq-9", 6, 3, "Response; Remission"},
		{"phq-9", 4, 1, ""}, // below the limit of remission already at baseline
		{"phq-9", 4, 0, ""},
		{"phq-9", 0, 0, ""},
		{"gad-7", 14, 11, ""},
		{"gad-7", 14, 10, "Meaningful change" + better},
		{"gad-7", 10, 13, ""},
		{"gad-7", 10, 14, "Meaningful change" + worse},
		{"gad-7", 21, 0, "Meaningful change" + better}, // no response, no remission are published in its rules
		{"pcl-5", 50, 36, ""},
		{"pcl-5", 50, 35, "Reliable change" + better},
		{"pcl-5", 35, 49, ""},
		{"pcl-5", 35, 50, "Reliable change" + worse},
		{"who-5", 10, 12, ""},
		{"who-5", 10, 13, "Meaningful change" + better},
		{"who-5", 13, 11, ""},
		{"who-5", 13, 10, "Meaningful change" + worse},
		{"qids-sr16", 20, 11, ""},
		{"qids-sr16", 20, 10, "Response"},
		{"qids-sr16", 12, 6, "Response"},
		{"qids-sr16", 12, 5, "Response; Remission"},
		{"qids-sr16", 6, 5, "Remission"},
		{"qids-sr16", 5, 0, ""},
		{"isi", 20, 15, ""},
		{"isi", 20, 14, "Meaningful change" + better},
		{"isi", 14, 20, ""}, // published for a fall alone
		{"isi", 14, 28, ""},
		{"madrs", 30, 16, ""},
		{"madrs", 30, 15, "Response"},
		{"audit", 40, 0, ""},
		{"dast-10", 10, 0, ""},
		{"meq-30", 0, 150, ""},
		{"ceq", 130, 0, ""},
		{"edi", 0, 100, ""},
		{"cadss", 92, 0, ""},
	} {
		i := current(t, x.instrument)
		got := ReadChange([]Filled{formOf(i, "03-01", x.from), formOf(i, "04-01", x.to)}, TreatmentStart{})
		if claimed(got) != x.want {
			t.Errorf("%s from %d to %d: %q, want %q", x.instrument, x.from, x.to, claimed(got), x.want)
		}
		for _, c := range got.Claims {
			if c.Rule == "" || c.Source == "" || !strings.Contains(c.Words, c.Rule) || !strings.Contains(c.Words, c.Source) {
				t.Errorf("%s: a claim without its rule: %+v", x.instrument, c)
			}
			if c.Better != !strings.HasSuffix(c.Title, worse) {
				t.Errorf("%s: %+v", x.instrument, c)
			}
		}
	}
	phq := current(t, "phq-9")
	got := ReadChange([]Filled{formOf(phq, "03-01", 18), formOf(phq, "04-01", 8)}, TreatmentStart{})
	if want := "Response, by the rule: a fall of half or more since baseline (Kroenke and Spitzer 2002)."; got.Claims[0].Words != want {
		t.Errorf("%q, want %q", got.Claims[0].Words, want)
	}
}

// Every pair of totals, the limits worked out a second time, in fractions and
// without the rules' own arithmetic.
func TestClaimsOfThePHQ9AgreeWithASecondReading(t *testing.T) {
	phq := current(t, "phq-9")
	for from := range 28 {
		for to := range 28 {
			want := []RuleKind{}
			if from >= 5 && float64(to) <= float64(from)/2 {
				want = append(want, RuleResponse)
			}
			if from >= 5 && to <= 4 {
				want = append(want, RuleRemission)
			}
			if to <= from-5 || to >= from+5 {
				want = append(want, RuleMeaningful)
			}
			got := []RuleKind{}
			for _, c := range phq.claims(from, to) {
				got = append(got, c.Kind)
				if c.Better != (to < from) {
					t.Errorf("from %d to %d: %+v", from, to, c)
				}
			}
			if !slices.Equal(got, want) {
				t.Errorf("from %d to %d: %v, want %v", from, to, got, want)
			}
		}
	}
}

func TestDifferences(t *testing.T) {
	phq, who, meq := current(t, "phq-9"), current(t, "who-5"), current(t, "meq-30")
	for _, x := range []struct {
		i        Instrument
		from, to int
		words    string
		better   string
	}{
		{phq, 16, 10, "6 lower (-38 %)", "true"}, // 37.5: halves away from zero
		{phq, 8, 9, "1 higher (+13 %)", "false"},
		{phq, 9, 9, "no change", "none"},
		{phq, 0, 3, "3 higher", "false"}, // of nothing there is no percentage
		{phq, 0, 0, "no change", "none"},
		{phq, 27, 0, "27 lower (-100 %)", "true"},
		{phq, 3, 1, "2 lower (-67 %)", "true"},
		{who, 10, 15, "5 higher (+50 %)", "true"},
		{who, 15, 10, "5 lower (-33 %)", "false"},
		{meq, 50, 75, "25 higher (+50 %)", "none"},
	} {
		d := ReadChange([]Filled{formOf(x.i, "03-01", x.from), formOf(x.i, "04-01", x.to)}, TreatmentStart{}).SinceBaseline
		better := "none"
		if d.Better != nil {
			better = fmt.Sprint(*d.Better)
		}
		if d.Points != x.to-x.from || d.Words != x.words || better != x.better || (d.Percent == nil) != (x.from == 0) {
			t.Errorf("%s from %d to %d: %+v, better %s; want %q, %s", x.i.ID, x.from, x.to, d, better, x.words, x.better)
		}
	}
}

// The baseline is the last total at or before the first dose, else the first
// there is.
func TestWhichFormIsTheBaseline(t *testing.T) {
	phq := current(t, "phq-9")
	forms := []Filled{formOf(phq, "03-20", 9), formOf(phq, "03-01", 20), formOf(phq, "03-05", 18), formOf(phq, "03-12", 12)} // in no order
	for _, x := range []struct {
		dose     Instant
		baseline int
		late     bool
	}{
		{"", 20, false},
		{dayOf("02-01"), 20, true},
		{dayOf("03-01"), 20, false}, // at the very moment
		{dayOf("03-05").Add(-1), 20, false},
		{dayOf("03-05"), 18, false},
		{dayOf("03-06"), 18, false},
		{dayOf("03-30"), 9, false},
	} {
		got := ReadChange(forms, dosedFrom(x.dose))
		if got.Baseline.Value != x.baseline || (got.BaselineNote != "") != x.late || x.late != strings.Contains(got.BaselineNote, "after the first dose") || got.Last.Value != 9 {
			t.Errorf("dose %s: %+v", x.dose, got)
		}
		if (got.SinceBaseline == nil) != (x.baseline == 9) || got.SinceBefore == nil || got.SinceBefore.Points != -3 {
			t.Errorf("dose %s: since baseline %+v, since the one before %+v", x.dose, got.SinceBaseline, got.SinceBefore)
		}
	}
}

// A form on paper has no time: on the day of the first dose it is the baseline,
// the day after it is not.
func TestPaperOfTheDayOfTheFirstDose(t *testing.T) {
	phq := current(t, "phq-9")
	asked, paper := formOf(phq, "03-01", 20), formOf(phq, "03-05", 18)
	paper.Response.By = AnsweredPaper
	last := formOf(phq, "03-20", 9)
	for _, x := range []struct {
		zone     string
		dose     Instant
		baseline int
	}{
		{"UTC", "2026-03-05T09:00:00.000Z", 18},
		{"UTC", "2026-03-05T00:00:00.000Z", 18},
		{"UTC", "2026-03-04T23:59:59.999Z", 20},
		{"Asia/Tokyo", "2026-03-04T15:00:00.000Z", 18}, // its day begins earlier
		{"Asia/Tokyo", "2026-03-04T14:59:59.999Z", 20},
	} {
		paper.Response.Zone = x.zone
		if got := ReadChange([]Filled{asked, paper, last}, dosedFrom(x.dose)); got.Baseline.Value != x.baseline || got.BaselineNote != "" {
			t.Errorf("%s, dose %s: %+v", x.zone, x.dose, got.Baseline)
		}
	}
}

// What the plan would not take for a baseline is named, and nothing is claimed
// against it; how many points it is stays told.
func TestNothingIsClaimedAgainstABaselineThatIsNone(t *testing.T) {
	phq := current(t, "phq-9")
	first, last := formOf(phq, "03-05", 20), formOf(phq, "06-01", 3)
	for _, x := range []struct {
		name   string
		begins TreatmentStart
		note   string
	}{
		{"no dose yet", TreatmentStart{}, ""},
		{"on the day", dosedFrom(dayOf("03-05")), ""},
		{"30 days before", dosedFrom("2026-04-04T23:00:00.000Z"), ""},
		{"31 days before", dosedFrom("2026-04-05T00:00:00.000Z"), "The baseline, of 5 March 2026, is from more than 30 days before the first dose"},
		{"after the first dose", dosedFrom(dayOf("03-04")), "The baseline was taken after the first dose"},
		{"after the last dose of an earlier treatment", TreatmentStart{dayOf("03-20"), dayOf("03-05"), "UTC"}, ""},
		{"before the last dose of an earlier treatment", TreatmentStart{dayOf("03-20"), dayOf("03-06"), "UTC"}, "The baseline, of 5 March 2026, is from before the last dose of an earlier treatment"},
	} {
		got := ReadChange([]Filled{first, last}, x.begins)
		if got.SinceBaseline == nil || got.SinceBaseline.Points != -17 {
			t.Errorf("%s: %+v", x.name, got.SinceBaseline)
		}
		if accepted := x.note == ""; accepted != (got.BaselineNote == "") || !strings.HasPrefix(got.BaselineNote, x.note) || accepted != (claimed(got) != "") {
			t.Errorf("%s: %q claims %q", x.name, got.BaselineNote, claimed(got))
		}
	}
}

func TestOneFormAndNone(t *testing.T) {
	phq := current(t, "phq-9")
	if got := ReadChange(nil, TreatmentStart{}); got.Baseline != nil || got.Last != nil || got.Claims == nil {
		t.Errorf("%+v", got)
	}
	got := ReadChange([]Filled{formOf(phq, "03-01", 3)}, TreatmentStart{})
	if got.Baseline == nil || got.Last == nil || got.SinceBaseline != nil || got.SinceBefore != nil || len(got.Claims) != 0 {
		t.Errorf("one form: %+v", got)
	}
}

// Blank, unfinished and struck forms are in no arithmetic, wherever they are.
func TestFormsThatDoNotCount(t *testing.T) {
	phq, who, notices := current(t, "phq-9"), current(t, "who-5"), current(t, "notices")
	counts := []Filled{formOf(phq, "03-02", 20), formOf(phq, "03-20", 10)}
	want := ReadChange(counts, dosedFrom(dayOf("03-10")))
	spoil := map[string]func(*Response){
		"blank":      func(r *Response) { delete(r.Answers, "4") },
		"all blank":  func(r *Response) { clear(r.Answers) },
		"unfinished": func(r *Response) { r.FinishedAt = "" },
		"struck":     func(r *Response) { r.StruckAt, r.StruckReason = r.AnsweredAt, "Entered twice." },
	}
	for name, change := range spoil {
		for _, day := range []string{"03-01", "03-09", "03-11", "03-30"} {
			extra := formOf(phq, day, 27)
			change(&extra.Response)
			got := ReadChange(append(slices.Clone(counts), extra), dosedFrom(dayOf("03-10")))
			if fmt.Sprint(*got.Baseline, *got.Last, *got.SinceBaseline.Percent, got.Claims) != fmt.Sprint(*want.Baseline, *want.Last, *want.SinceBaseline.Percent, want.Claims) {
				t.Errorf("%s on %s counts: %+v", name, day, got)
			}
		}
	}
	empty := formOf(who, "03-01", 9)
	empty.Response.Score = nil
	if got := ReadChange([]Filled{empty}, TreatmentStart{}); got.Last != nil {
		t.Errorf("no score counts: %+v", got)
	}
	told := Filled{filledIn(notices, 1, 2, 3, 4, 5, 6, 7, 8), notices}
	told.Response.AnsweredAt, told.Response.FinishedAt = dayOf("03-01"), dayOf("03-01")
	if got := ReadChange([]Filled{told}, TreatmentStart{}); got.Last != nil {
		t.Errorf("what the client notices has a total: %+v", got)
	}
}

// Totals of two versions are compared where both are scored in the same way;
// the band and the claims are those of each form's own version.
func TestVersionsThatCompare(t *testing.T) {
	one := current(t, "phq-9")
	reworded := one
	reworded.Version = 2
	reworded.Changes = []Rule{{Kind: RuleMeaningful, Points: 9, Words: "a change of 9 points or more since baseline", Source: "A later paper"}}
	got := ReadChange([]Filled{formOf(one, "03-01", 20), formOf(reworded, "04-01", 11)}, TreatmentStart{})
	if got.SinceBaseline == nil || got.SinceBaseline.Points != -9 || len(got.Claims) != 1 || got.Claims[0].Source != "A later paper" {
		t.Errorf("same scoring: %+v", got)
	}

	longer := one
	longer.Version = 3
	longer.Items = append(slices.Clone(one.Items), Item{LinkID: "10", Text: "One more"})
	longer.Scoring.Max = 30
	got = ReadChange([]Filled{formOf(one, "03-01", 20), formOf(longer, "04-01", 8), formOf(longer, "05-01", 6)}, TreatmentStart{})
	if got.SinceBaseline != nil || len(got.Claims) != 0 {
		t.Errorf("other range: %+v, %+v", got.SinceBaseline, got.Claims)
	}
	if got.SinceBefore == nil || got.SinceBefore.Points != -2 || got.Baseline.Value != 20 || got.Last.Value != 6 {
		t.Errorf("other range: %+v", got)
	}
}

// Two forms answered at one time stay in the order in which they were entered.
func TestTwoFormsAtOneTime(t *testing.T) {
	phq := current(t, "phq-9")
	first, second := formOf(phq, "03-01", 20), formOf(phq, "03-01", 10)
	first.Response.ID, second.Response.ID = "b", "a"
	second.Response.CreatedAt = dayOf("03-02")
	got := ReadChange([]Filled{second, first}, TreatmentStart{})
	if got.Baseline.Value != 20 || got.Last.Value != 10 {
		t.Errorf("%+v, %+v", got.Baseline, got.Last)
	}
}
