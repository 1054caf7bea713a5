package practice

import (
	"testing"

	"snowfield/internal/fault"
)

func TestHandOverOfAForm(t *testing.T) {
	asked, err := CurrentInstrument("phq-9")
	if err != nil {
		t.Fatal(err)
	}
	for what, x := range map[string]struct {
		form       Response
		instrument Instrument
		unreviewed bool
		want       fault.Code
	}{
		"begun":                 {Response{By: AnsweredAsked, AnsweredAt: noon.Add(-1)}, asked, false, ""},
		"given once more":       {Response{By: AnsweredSelf, Answers: map[string]int{"1": 2}}, asked, false, ""},
		"asked in part":         {Response{By: AnsweredAsked, Answers: map[string]int{"1": 2}}, asked, false, fault.Blocked},
		"from paper":            {Response{By: AnsweredPaper, Answers: map[string]int{"1": 2}}, asked, false, fault.Blocked},
		"with a risk that asks": {Response{By: AnsweredSelf, Answers: map[string]int{"9": 2}}, asked, true, fault.Blocked},
		"finished":              {Response{FinishedAt: noon}, asked, false, fault.Conflict},
		"struck":                {Response{FinishedAt: noon, StruckAt: noon}, asked, false, fault.Conflict},
		"score only":            {Response{}, Instrument{}, false, fault.Blocked},
	} {
		r := x.form
		if err := r.HandOver(x.instrument, !x.unreviewed); fault.CodeOf(err) != x.want {
			t.Errorf("%s: %v", what, err)
		}
		if given := r.By == AnsweredSelf; given != (x.want == "") && x.form.By != AnsweredSelf || r.AnsweredAt != x.form.AnsweredAt {
			t.Errorf("%s: the form is %+v", what, r)
		}
	}
}

func TestAnswer(t *testing.T) {
	one, two := 1, 2
	var r Response
	for i, x := range []struct {
		value   *int
		changed bool
		left    int
	}{{nil, false, 0}, {&one, true, 1}, {&one, false, 1}, {&two, true, 1}, {nil, true, 0}, {nil, false, 0}} {
		if got := r.Answer("1", x.value); got != x.changed || len(r.Answers) != x.left {
			t.Errorf("%d: changed %v, the answers are %v", i, got, r.Answers)
		}
	}
}
