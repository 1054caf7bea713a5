package practice

import "testing"

func TestResultText(t *testing.T) {
	phq, err := CurrentInstrument("phq-9")
	if err != nil {
		t.Fatal(err)
	}
	notices, err := CurrentInstrument("notices")
	if err != nil {
		t.Fatal(err)
	}
	entered := Instrument{Scoring: Scoring{Method: ScoreEntered, Max: 63}, Cutoffs: []Cutoff{{From: 10, Words: "something"}}}
	eleven := 11
	full := func() map[string]int {
		return map[string]int{"1": 2, "2": 2, "3": 2, "4": 2, "5": 2, "6": 1, "7": 1, "8": 1, "9": 1}
	}
	without := func(links ...string) map[string]int {
		answers := full()
		for _, link := range links {
			delete(answers, link)
		}
		return answers
	}
	for _, c := range []struct {
		i    Instrument
		r    Response
		want string
	}{
		{phq, Response{Answers: full()}, "14, moderate"},
		{phq, Response{Answers: without("3")}, "No total: item 3 is blank"},
		{phq, Response{Answers: without("3", "7")}, "No total: items 3 and 7 are blank"},
		{phq, Response{Answers: without("7", "1", "3")}, "No total: items 1, 3 and 7 are blank"},
		{phq, Response{Answers: without("1", "2", "3", "4", "5", "6")}, "No total: 6 of 9 items are blank"},
		{notices, Response{Answers: map[string]int{"mood": 0}}, "1 of 8 answered"},
		{entered, Response{Score: &eleven}, "11, something"},
		{entered, Response{}, "No score entered"},
	} {
		if got := c.i.ResultText(c.i.Result(c.r)); got != c.want {
			t.Errorf("%s %v: %q, want %q", c.i.ID, c.r.Answers, got, c.want)
		}
	}
}

func TestFormState(t *testing.T) {
	for _, c := range []struct {
		r    Response
		want FormState
	}{
		{Response{}, FormUnfinished},
		{Response{FinishedAt: "2026-03-12T13:04:00.000Z"}, FormFinished},
		{Response{FinishedAt: "2026-03-12T13:04:00.000Z", StruckAt: "2026-03-13T13:04:00.000Z"}, FormStruck},
	} {
		if got := c.r.State(); got != c.want {
			t.Errorf("%+v is %s, want %s", c.r, got, c.want)
		}
	}
}
