package practice

import (
	"slices"
	"strconv"
	"strings"
	"time"
)

// RiskLine is one answer that spoke of a risk, in words: one that waits for a
// review, or one that was reviewed, however the form was answered since.
type RiskLine struct {
	ResponseID string      `json:"response_id"`
	LinkID     string      `json:"link_id"`
	Item       string      `json:"item"`        // "PHQ-9 item 9"
	Asked      string      `json:"asked"`       // the item's own words
	Answer     int         `json:"answer"`      // as it stands or, of a review, as it stood then
	AnswerText string      `json:"answer_text"` // "1, several days"
	At         Instant     `json:"at"`          // when the form was answered
	DateText   string      `json:"date_text"`   // "12 March 2026"
	Text       string      `json:"text"`        // "PHQ-9 item 9 was answered 1, several days, on 12 March 2026."
	StruckText string      `json:"struck_text"` // why the form was entered in error; empty while it counts
	Review     *RiskReview `json:"review"`      // nil: nobody has reviewed it yet
	ReviewText string      `json:"review_text"` // "Item 9 was 1 on 12 March 2026: Watch."; empty without a review
	DoneText   string      `json:"done_text"`   // "Reviewed on 13 March 2026, 14:20"; empty without a review
}

// RiskLines returns what one form said of a risk: what waits for a review
// first, then the reviews, newest first; they are given oldest first. A review
// stays also when the answer was changed afterwards or the form was struck.
func RiskLines(i Instrument, r Response, reviews []RiskReview) []RiskLine {
	lines := []RiskLine{}
	for _, link := range OpenRisks(i, r, reviews) {
		lines = append(lines, i.riskLine(r, link, r.Answers[link]))
	}
	for _, x := range slices.Backward(reviews) {
		if x.ResponseID != r.ID {
			continue
		}
		line, at := i.riskLine(r, x.LinkID, x.Answer), x.At.In(r.Zone)
		line.Review = &x
		line.ReviewText = upperFirst(i.itemText(x.LinkID)) + " was " + strconv.Itoa(x.Answer) + " on " + line.DateText + ": " + x.Risk.Label() + "."
		line.DoneText = "Reviewed on " + LongDateText(at) + ", " + ClockText(at)
		lines = append(lines, line)
	}
	return lines
}

func (i Instrument) riskLine(r Response, link string, answer int) RiskLine {
	item, _ := i.Item(link)
	line := RiskLine{
		ResponseID: r.ID, LinkID: link, Item: i.Title + " " + i.itemText(link), Asked: item.Text,
		Answer: answer, AnswerText: strconv.Itoa(answer), At: r.AnsweredAt, DateText: LongDateText(r.AnsweredAt.In(r.Zone)), StruckText: r.StruckReason,
	}
	answered := strconv.Itoa(answer)
	if label := i.choiceLabel(answer); label != "" {
		line.AnswerText += ", " + label
		answered += ", " + label + ","
	}
	line.Text = line.Item + " was answered " + answered + " on " + line.DateText + "."
	return line
}

// itemText names an item by its place: "item 9".
func (i Instrument) itemText(link string) string {
	at := slices.IndexFunc(i.Items, func(x Item) bool { return x.LinkID == link })
	return "item " + strconv.Itoa(at+1)
}

// choiceLabel is the label of an answer inside a sentence; empty where the
// scale has none.
func (i Instrument) choiceLabel(value int) string {
	at := slices.IndexFunc(i.Choices, func(c Choice) bool { return c.Value == value })
	if at < 0 || i.Choices[at].Label == "" {
		return ""
	}
	return lowerFirst(i.Choices[at].Label)
}

// DueText is the line of Today about a risk that waits: "PHQ-9 item 9 of Maren,
// 12 March: review the risk", with the year when it is not now's.
func (l RiskLine) DueText(name string, now time.Time) string {
	return l.Item + " of " + name + ", " + strings.TrimSuffix(l.DateText, now.Format(" 2006")) + ": review the risk"
}
