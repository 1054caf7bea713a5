package practice

import (
	"slices"
	"strings"
	"testing"
	"time"

	"snowfield/internal/fault"
)

// phq9 is a form of 12 March 2026 with item 9 answered so; under zero it is blank.
func phq9(t *testing.T, ninth int) (Instrument, Response) {
	t.Helper()
	i, err := CurrentInstrument("phq-9")
	if err != nil {
		t.Fatal(err)
	}
	r := Response{
		ID: NewID(), ClientID: NewID(), Instrument: i.Ref(), AnsweredAt: noon, Zone: "America/Los_Angeles", By: AnsweredAsked,
		Answers: map[string]int{"1": 0, "2": 0}, FinishedAt: noon,
	}
	if ninth >= 0 {
		r.Answers["9"] = ninth
	}
	return i, r
}

func reviewOf(r Response, answer int, risk Risk) RiskReview {
	return RiskReview{ID: NewID(), ResponseID: r.ID, LinkID: "9", Answer: answer, Risk: risk, Text: "Asked.", At: noon.Add(26 * time.Hour)}
}

// Any answer above zero waits for a review, whatever the total and however the
// form was filled in; a review is of one answer of one form.
func TestOpenRisks(t *testing.T) {
	other := Response{ID: NewID()}
	for _, x := range []struct {
		name    string
		ninth   int
		change  func(*Response)
		reviews func(Response) []RiskReview
		open    bool
	}{
		{"zero", 0, nil, nil, false},
		{"blank", -1, nil, nil, false},
		{"several days", 1, nil, nil, true},
		{"nearly every day", 3, nil, nil, true},
		{"nothing else answered", 1, func(r *Response) { r.Answers = map[string]int{"9": 1} }, nil, true},
		{"not finished", 1, func(r *Response) { r.FinishedAt = "" }, nil, true},
		{"by the client", 2, func(r *Response) { r.By = AnsweredSelf }, nil, true},
		{"from paper", 2, func(r *Response) { r.By, r.AnsweredAt = AnsweredPaper, noon.Add(-2000*time.Hour) }, nil, true},
		{"struck", 1, func(r *Response) { r.StruckAt, r.StruckReason = noon, "Of another client." }, nil, false},
		{"reviewed", 1, nil, func(r Response) []RiskReview { return []RiskReview{reviewOf(r, 1, RiskNoConcern)} }, false},
		{"answered otherwise since", 2, nil, func(r Response) []RiskReview { return []RiskReview{reviewOf(r, 1, RiskAct)} }, true},
		{"both answers reviewed", 2, nil, func(r Response) []RiskReview { return []RiskReview{reviewOf(r, 1, RiskAct), reviewOf(r, 2, RiskWatch)} }, false},
		{"another form reviewed", 1, nil, func(Response) []RiskReview { return []RiskReview{reviewOf(other, 1, RiskAct)} }, true},
	} {
		i, r := phq9(t, x.ninth)
		var reviews []RiskReview
		if x.change != nil {
			x.change(&r)
		}
		if x.reviews != nil {
			reviews = x.reviews(r)
		}
		if open := OpenRisks(i, r, reviews); slices.Equal(open, []string{"9"}) != x.open || len(open) > 1 {
			t.Errorf("%s: %v", x.name, open)
		}
		waits := slices.ContainsFunc(RiskLines(i, r, reviews), func(l RiskLine) bool { return l.Review == nil })
		if waits != x.open {
			t.Errorf("%s: the words do not say so", x.name)
		}
	}
}

func TestRiskInWords(t *testing.T) {
	i, r := phq9(t, 1)
	lines := RiskLines(i, r, nil)
	if len(lines) != 1 {
		t.Fatalf("%+v", lines)
	}
	l := lines[0]
	for got, want := range map[string]string{
		l.Text:                              "PHQ-9 item 9 was answered 1, several days, on 12 March 2026.",
		l.Item:                              "PHQ-9 item 9",
		l.AnswerText:                        "1, several days",
		l.Asked:                             i.Items[8].Text,
		l.DueText("Maren", noon.In(r.Zone)): "PHQ-9 item 9 of Maren, 12 March: review the risk",
		l.DueText("Maren", noon.Add(365*24*time.Hour).In(r.Zone)):              "PHQ-9 item 9 of Maren, 12 March 2026: review the risk",
		l.ReviewText + l.DoneText + l.StruckText + strings.TrimSpace(l.LinkID): "9",
	} {
		if got != want {
			t.Errorf("%q, want %q", got, want)
		}
	}

	// What was reviewed first stays to be seen when the answer changes and when
	// the form is struck.
	first, second := reviewOf(r, 1, RiskWatch), reviewOf(r, 2, RiskAct)
	r.Answers["9"] = 2
	lines = RiskLines(i, r, []RiskReview{first})
	if len(lines) != 2 || lines[0].Review != nil || lines[0].Answer != 2 || lines[1].ReviewText != "Item 9 was 1 on 12 March 2026: Watch." ||
		lines[1].DoneText != "Reviewed on 13 March 2026, 07:00" || *lines[1].Review != first {
		t.Errorf("%+v", lines)
	}
	r.StruckAt, r.StruckReason = noon, "Of another client."
	lines = RiskLines(i, r, []RiskReview{first, second})
	if len(lines) != 2 || lines[0].ReviewText != "Item 9 was 2 on 12 March 2026: Act on plan." || lines[1].Answer != 1 || lines[0].StruckText != "Of another client." {
		t.Errorf("%+v", lines)
	}
}

// A scale without words for its answers says the number alone.
func TestRiskWithoutLabels(t *testing.T) {
	i, r := phq9(t, 2)
	i.Choices = slices.Clone(i.Choices)
	for n := range i.Choices {
		i.Choices[n].Label = ""
	}
	if l := RiskLines(i, r, nil)[0]; l.Text != "PHQ-9 item 9 was answered 2 on 12 March 2026." || l.AnswerText != "2" {
		t.Errorf("%+v", l)
	}
}

func TestRiskReviewIsChecked(t *testing.T) {
	for _, x := range []struct {
		name   string
		change func(*RiskReview)
		field  string
	}{
		{"whole", func(*RiskReview) {}, ""},
		{"no concern, in words", func(x *RiskReview) { x.Risk = RiskNoConcern }, ""},
		{"no choice", func(x *RiskReview) { x.Risk = "" }, "risk"},
		{"no such choice", func(x *RiskReview) { x.Risk = "dismiss" }, "risk"},
		{"no words", func(x *RiskReview) { x.Text = "" }, "text"},
		{"no concern without words", func(x *RiskReview) { x.Risk, x.Text = RiskNoConcern, "" }, "text"},
		{"words of nothing", func(x *RiskReview) { x.Text = " \n\t" }, "text"},
		{"too many words", func(x *RiskReview) { x.Text = strings.Repeat("a", 200_001) }, "text"},
		{"no id", func(x *RiskReview) { x.ID = "" }, "id"},
		{"no form", func(x *RiskReview) { x.ResponseID = "1" }, "response_id"},
	} {
		_, r := phq9(t, 1)
		review := reviewOf(r, 1, RiskWatch)
		x.change(&review)
		if got := fields(t, review.Validate()); got != x.field {
			t.Errorf("%s: %q", x.name, got)
		}
	}
}

// A reviewed form can be struck, one that waits cannot.
func TestStrikeNeedsAReview(t *testing.T) {
	i, r := phq9(t, 1)
	if err := r.Strike("Of another client.", len(OpenRisks(i, r, nil)) == 0, noon); fault.CodeOf(err) != fault.Blocked || r.Struck() {
		t.Errorf("%v", err)
	}
	if err := r.Strike("Of another client.", len(OpenRisks(i, r, []RiskReview{reviewOf(r, 1, RiskWatch)})) == 0, noon); err != nil || !r.Struck() {
		t.Errorf("%v", err)
	}
}
