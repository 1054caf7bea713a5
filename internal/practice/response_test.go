package practice

import (
	"strings"
	"testing"
	"time"

	"snowfield/internal/fault"
)

const formNow = Instant("2026-03-12T18:00:00.000Z")

func phqForm(t *testing.T) (Instrument, Response) {
	t.Helper()
	i, err := CurrentInstrument("phq-9")
	if err != nil {
		t.Fatal(err)
	}
	return i, Response{
		ID: NewID(), ClientID: NewID(), Instrument: i.Ref(), AnsweredAt: formNow, Zone: "UTC", By: AnsweredAsked, Answers: map[string]int{"1": 0, "9": 3},
	}
}

func TestResponseValidate(t *testing.T) {
	phq, _ := phqForm(t)
	isi, err := CurrentInstrument("isi")
	if err != nil {
		t.Fatal(err)
	}
	score := func(n int) *int { return &n }
	for name, c := range map[string]struct {
		change func(*Response)
		i      Instrument
		want   string // the fields refused
	}{
		"as it is":             {func(*Response) {}, phq, ""},
		"all blank":            {func(r *Response) { r.Answers = nil }, phq, ""},
		"no id":                {func(r *Response) { r.ID = "" }, phq, "id"},
		"no client":            {func(r *Response) { r.ClientID = "x" }, phq, "client_id"},
		"another version":      {func(r *Response) { r.Instrument.Version = 2 }, phq, "instrument"},
		"by nobody":            {func(r *Response) { r.By = "" }, phq, "by"},
		"no time":              {func(r *Response) { r.AnsweredAt = "" }, phq, "answered_at"},
		"no zone":              {func(r *Response) { r.Zone = "Local" }, phq, "zone"},
		"the future":           {func(r *Response) { r.AnsweredAt = formNow.Add(time.Millisecond) }, phq, "answered_at"},
		"twenty years ago":     {func(r *Response) { r.AnsweredAt = formNow.Add(-earliestAnswer) }, phq, ""},
		"earlier":              {func(r *Response) { r.AnsweredAt = formNow.Add(-earliestAnswer - time.Millisecond) }, phq, "answered_at"},
		"an unknown item":      {func(r *Response) { r.Answers["10"] = 1 }, phq, "values.10"},
		"an answer too high":   {func(r *Response) { r.Answers["1"] = 4 }, phq, "values.1"},
		"an answer too low":    {func(r *Response) { r.Answers["9"] = -1 }, phq, "values.9"},
		"a total of its own":   {func(r *Response) { r.Score = score(3) }, phq, "score"},
		"the lowest score":     {func(r *Response) { r.Instrument, r.Answers, r.Score = isi.Ref(), nil, score(isi.Scoring.Min) }, isi, ""},
		"the highest score":    {func(r *Response) { r.Instrument, r.Answers, r.Score = isi.Ref(), nil, score(isi.Scoring.Max) }, isi, ""},
		"a score too low":      {func(r *Response) { r.Instrument, r.Answers, r.Score = isi.Ref(), nil, score(isi.Scoring.Min-1) }, isi, "score"},
		"a score too high":     {func(r *Response) { r.Instrument, r.Answers, r.Score = isi.Ref(), nil, score(isi.Scoring.Max+1) }, isi, "score"},
		"answers beside score": {func(r *Response) { r.Instrument, r.Score = isi.Ref(), score(isi.Scoring.Max) }, isi, "values.1 values.9"},
	} {
		_, r := phqForm(t)
		c.change(&r)
		if got := fields(t, r.Validate(c.i, formNow)); got != c.want {
			t.Errorf("%s: refused %q, want %q", name, got, c.want)
		}
	}
}

func TestResponseContinues(t *testing.T) {
	_, stored := phqForm(t)
	stored.Answers = map[string]int{"1": 0}
	for name, c := range map[string]struct {
		change func(r, stored *Response)
		refuse bool
	}{
		"an answer more":        {func(r, _ *Response) { r.Answers = map[string]int{"1": 0, "2": 1} }, false},
		"finished":              {func(_, stored *Response) { stored.FinishedAt = formNow }, true},
		"struck":                {func(_, stored *Response) { stored.FinishedAt, stored.StruckAt = formNow, formNow }, true},
		"another client":        {func(r, _ *Response) { r.ClientID = NewID() }, true},
		"another questionnaire": {func(r, _ *Response) { r.Instrument.ID = "gad-7" }, true},
	} {
		r, old := stored, stored
		c.change(&r, &old)
		if err := r.Continues(old); (fault.CodeOf(err) == fault.Conflict) != c.refuse {
			t.Errorf("%s: %v", name, err)
		}
	}
}

func TestResponseFinish(t *testing.T) {
	_, r := phqForm(t)
	empty := r
	empty.Answers = map[string]int{}
	if err := empty.Finish(formNow); fault.CodeOf(err) != fault.Invalid || empty.Finished() {
		t.Errorf("an empty form: %v", err)
	}
	if err := r.Finish(formNow); err != nil || r.FinishedAt != formNow {
		t.Errorf("with blanks: %v, %+v", err, r)
	}
}

func TestResponseStrike(t *testing.T) {
	_, r := phqForm(t)
	if err := r.Strike("x", true, formNow); fault.CodeOf(err) != fault.Blocked || r.Struck() {
		t.Errorf("unfinished: %v", err)
	}
	r.FinishedAt = formNow
	if err := r.Strike(" \n", true, formNow); fields(t, err) != "reason" || r.Struck() {
		t.Errorf("without a reason: %v", err)
	}
	if err := r.Strike(strings.Repeat("x", 200_000), true, formNow); fields(t, err) != "reason" || r.Struck() {
		t.Errorf("a reason without end: %v", err)
	}
	if err := r.Strike("x", false, formNow); fault.CodeOf(err) != fault.Blocked || r.Struck() {
		t.Errorf("before the review: %v", err)
	}
	if err := r.Strike(" Entered twice. ", true, formNow); err != nil || r.StruckAt != formNow || r.StruckReason != "Entered twice." {
		t.Errorf("%v, %+v", err, r)
	}
	if err := r.Strike("x", true, formNow); fault.CodeOf(err) != fault.Conflict {
		t.Errorf("twice: %v", err)
	}
}

func TestSameAnswers(t *testing.T) {
	three, four, alsoThree := 3, 4, 3
	for _, c := range []struct {
		a, b Response
		want bool
	}{
		{Response{}, Response{Answers: map[string]int{}}, true},
		{Response{Answers: map[string]int{"1": 0}}, Response{}, false},
		{Response{Answers: map[string]int{"1": 0}}, Response{Answers: map[string]int{"1": 0}}, true},
		{Response{Score: &three}, Response{Score: &alsoThree}, true},
		{Response{Score: &three}, Response{Score: &four}, false},
		{Response{Score: &three}, Response{}, false},
	} {
		if got := c.a.SameAnswers(c.b); got != c.want || c.b.SameAnswers(c.a) != c.want {
			t.Errorf("%+v and %+v: %v", c.a, c.b, got)
		}
	}
}
