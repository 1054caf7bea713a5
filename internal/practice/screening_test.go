package practice

import (
	"reflect"
	"strings"
	"testing"

	"snowfield/internal/fault"
)

func answer(key string, a Answer, detail string) ScreeningAnswer {
	return ScreeningAnswer{ItemKey: key, Question: key + "?", Severity: SeverityHold, Answer: a, Detail: detail}
}

func TestShippedScreening(t *testing.T) {
	shelf, err := ScreeningShelf(nil)
	if err != nil {
		t.Fatal(err)
	}
	items := []ScreeningItem{}
	for _, s := range shelf {
		items = append(items, s.Item)
	}
	s := NewScreening(NewID(), NewID(), items)
	if err := s.Validate(); err != nil {
		t.Errorf("an empty round: %v", err)
	}
	if s.Unanswered() != len(items) || len(FlagsOf([]Screening{s}, items)) != 0 {
		t.Errorf("%d unanswered of %d", s.Unanswered(), len(items))
	}
	items[0].Asked = false
	if s := NewScreening(NewID(), NewID(), items); len(s.Answers) != len(items)-1 || s.Answers[0].ItemKey != items[1].Key {
		t.Error("an item that is no longer asked is asked")
	}
}

func TestScreeningValidation(t *testing.T) {
	for name, c := range map[string]struct {
		change func(*Screening)
		want   string
	}{
		"a draft":             {func(*Screening) {}, ""},
		"nothing asked":       {func(s *Screening) { s.Answers = nil }, ""},
		"no id":               {func(s *Screening) { s.ID = "" }, "id"},
		"no client":           {func(s *Screening) { s.ClientID = "" }, "client_id"},
		"asked twice":         {func(s *Screening) { s.Answers = append(s.Answers, s.Answers[0]) }, "answers"},
		"without a key":       {func(s *Screening) { s.Answers[0].ItemKey = "" }, "answers"},
		"no such answer":      {func(s *Screening) { s.Answers[0].Answer = "perhaps" }, "answers.a"},
		"no such severity":    {func(s *Screening) { s.Answers[0].Severity = "" }, "answers.a"},
		"endless detail":      {func(s *Screening) { s.Answers[1].Detail = strings.Repeat("a", 20_001) }, "answers.b"},
		"no such conclusion":  {func(s *Screening) { s.Conclusion = "fine" }, "conclusion"},
		"no such day":         {func(s *Screening) { s.ReviewOn = "2026-02-30" }, "review_on"},
		"endless notes":       {func(s *Screening) { s.Notes = strings.Repeat("a", 20_001) }, "notes"},
		"more than 100 asked": {func(s *Screening) { s.Answers = many(101) }, "answers"},
	} {
		s := Screening{ID: NewID(), ClientID: NewID(), Answers: []ScreeningAnswer{answer("a", NotAnswered, ""), answer("b", AnswerYes, "")}}
		c.change(&s)
		if got := fields(t, s.Validate()); got != c.want {
			t.Errorf("%s: refused %q, want %q", name, got, c.want)
		}
	}
}

func many(n int) (list []ScreeningAnswer) {
	for range n {
		list = append(list, answer(NewID(), NotAnswered, ""))
	}
	return list
}

func TestCompletingAScreening(t *testing.T) {
	open := func(severity Severity) []Flag { return []Flag{{Severity: severity}} }
	for name, c := range map[string]struct {
		change func(*Screening, *Client)
		open   []Flag
		want   string
	}{
		"complete":                      {func(*Screening, *Client) {}, nil, ""},
		"a question left":               {func(s *Screening, _ *Client) { s.Answers[0].Answer = NotAnswered }, nil, "answers.a"},
		"a yes without a word":          {func(s *Screening, _ *Client) { s.Answers[1].Detail = " " }, nil, "answers.b"},
		"an unknown without a word":     {func(s *Screening, _ *Client) { s.Answers[1] = answer("b", AnswerUnsure, "") }, nil, ""},
		"no conclusion":                 {func(s *Screening, _ *Client) { s.Conclusion = "" }, nil, "conclusion"},
		"clear with an absolute open":   {func(*Screening, *Client) {}, open(SeverityAbsolute), "conclusion"},
		"clear with a hold open":        {func(*Screening, *Client) {}, open(SeverityHold), "conclusion"},
		"clear with a review open":      {func(*Screening, *Client) {}, open(SeverityReview), ""},
		"to the prescriber with a hold": {func(s *Screening, _ *Client) { s.Conclusion = ScreeningPrescriber }, open(SeverityHold), ""},
		"unsuitable with an absolute":   {func(s *Screening, _ *Client) { s.Conclusion = ScreeningUnsuitable }, open(SeverityAbsolute), ""},
		"allergies not asked":           {func(_ *Screening, c *Client) { c.AllergyAnswer = "" }, nil, "allergy_answer"},
		"allergies unknown":             {func(_ *Screening, c *Client) { c.AllergyAnswer = AllergiesUnknown }, nil, ""},
		"no review day":                 {func(s *Screening, _ *Client) { s.ReviewOn = "" }, nil, "review_on"},
		"review today":                  {func(s *Screening, _ *Client) { s.ReviewOn = "2026-03-12" }, nil, "review_on"},
		"review tomorrow":               {func(s *Screening, _ *Client) { s.ReviewOn = "2026-03-13" }, nil, ""},
	} {
		s := Screening{
			Answers: []ScreeningAnswer{answer("a", AnswerNo, ""), answer("b", AnswerYes, "Since 2019")}, Conclusion: ScreeningClear, ReviewOn: "2026-09-12",
		}
		client := Client{AllergyAnswer: AllergiesNoneKnown}
		c.change(&s, &client)
		if got := fields(t, s.Complete(client, c.open, "2026-03-12", noon)); got != c.want {
			t.Errorf("%s: refused %q, want %q", name, got, c.want)
		}
		if s.Completed() != (c.want == "") {
			t.Errorf("%s: complete %v", name, s.Completed())
		}
	}
	done := Screening{CompletedAt: noon}
	wantCode(t, done.Complete(Client{}, nil, "2026-03-12", noon), fault.Conflict)
}

func TestAnswered(t *testing.T) {
	begun := Screening{ID: "s", ClientID: "c", Version: 3, CreatedAt: noon, Answers: []ScreeningAnswer{answer("a", NotAnswered, ""), answer("b", AnswerYes, "Since 2019")}}
	got := begun.Answered(Screening{
		ID: "x", ClientID: "x", Version: 4, CompletedAt: noon, Notes: "n", Conclusion: ScreeningClear, ReviewOn: "2026-09-12",
		Answers: []ScreeningAnswer{
			{ItemKey: "b", Question: "Other?", Severity: SeverityReview, Answer: AnswerNo, Detail: "kept", AskPrescriber: true},
			{ItemKey: "a", Answer: AnswerUnsure, AskPrescriber: true},
			{ItemKey: "new", Answer: AnswerNo},
		},
	})
	want := Screening{
		ID: "s", ClientID: "c", Version: 4, CreatedAt: noon, Notes: "n", Conclusion: ScreeningClear, ReviewOn: "2026-09-12",
		Answers: []ScreeningAnswer{answer("a", AnswerUnsure, ""), answer("b", AnswerNo, "kept")},
	}
	want.Answers[0].AskPrescriber = true
	if !reflect.DeepEqual(got, want) {
		t.Errorf("got %+v\nwant %+v", got, want)
	}
	if begun.Answers[0].Answer != NotAnswered {
		t.Error("the round itself was changed")
	}
}

func TestScreeningChanges(t *testing.T) {
	before := Screening{Answers: []ScreeningAnswer{
		answer("same", AnswerNo, ""), answer("worse", AnswerNo, ""), answer("better", AnswerYes, "x"), answer("words", AnswerYes, "x"), answer("left", AnswerYes, "x"),
		answer("blank", NotAnswered, ""),
	}}
	now := Screening{Answers: []ScreeningAnswer{
		answer("same", AnswerNo, ""), answer("worse", AnswerYes, "y"), answer("better", AnswerNo, ""), answer("words", AnswerYes, "y"), answer("left", NotAnswered, ""),
		answer("blank", AnswerUnsure, ""), answer("new", AnswerNo, ""),
	}}
	var got []string
	for _, c := range now.Changes(before) {
		got = append(got, c.ItemKey+": "+c.Text)
	}
	want := []string{
		"worse: Was no, is now yes", "better: Was yes, is now no", "words: Still yes, with other words",
		"blank: Not asked before, is now unknown", "new: Not asked before, is now no",
	}
	if !reflect.DeepEqual(got, want) {
		t.Errorf("got %q\nwant %q", got, want)
	}
}

func TestPrescriberQuestions(t *testing.T) {
	put := func(a ScreeningAnswer) ScreeningAnswer { a.AskPrescriber = true; return a }
	complete := Screening{CompletedAt: noon, Answers: []ScreeningAnswer{
		put(answer("heart", AnswerYes, " Since 2019. ")), answer("liver", AnswerYes, "x"), put(answer("lungs", AnswerUnsure, "")), put(answer("eyes", AnswerYes, "x")),
	}}
	open := Screening{Answers: []ScreeningAnswer{put(answer("eyes", AnswerYes, "y")), answer("heart", NotAnswered, ""), answer("lungs", AnswerNo, "")}}
	medicines := []Medicine{{Name: "Lorazepam", Dose: "1 mg", Class: "benzodiazepine"}, {Name: "Zinc"}, {Name: "Clonidine", Class: "clonidine", EndedOn: "2026-03-01"}}
	got := PrescriberQuestions([]Screening{open, complete}, medicines)
	want := []string{
		"eyes? Yes: y", "heart? Yes: Since 2019.", "lungs? Unknown",
		"Lorazepam 1 mg. Benzodiazepine: how should it be handled around a ketamine session?",
	}
	if !reflect.DeepEqual(got, want) {
		t.Errorf("got %q\nwant %q", got, want)
	}
	if got := PrescriberQuestions(nil, nil); got == nil || len(got) != 0 {
		t.Errorf("none: %v", got)
	}
}

func TestEarlierKetamine(t *testing.T) {
	round := func(completed Instant, answers ...ScreeningAnswer) Screening {
		return Screening{CompletedAt: completed, Answers: answers}
	}
	rounds := []Screening{
		round("", ScreeningAnswer{ItemKey: "earlier_ketamine", Answer: AnswerYes, Detail: "once more"}),
		round("2026-01-02T10:00:00.000Z",
			ScreeningAnswer{ItemKey: "hypersensitivity", Answer: AnswerNo},
			ScreeningAnswer{ItemKey: "earlier_ketamine", Answer: AnswerNo, Detail: "never"},
			ScreeningAnswer{ItemKey: "heart", Answer: AnswerYes, Detail: "a murmur"}),
	}
	if got := EarlierKetamine(rounds); len(got) != 1 || got[0].Detail != "once more" {
		t.Errorf("got %v", got)
	}
	if got := EarlierKetamine(rounds[1:]); len(got) != 1 || got[0].Detail != "never" {
		t.Errorf("got %v", got)
	}
	if got := EarlierKetamine(nil); len(got) != 0 {
		t.Errorf("got %v", got)
	}
}
