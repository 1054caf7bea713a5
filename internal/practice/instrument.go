package practice

import "slices"

// Instrument is a questionnaire as data: its words, how it is scored and what
// is published about its scores. A version never changes once it has shipped;
// a change is a new version beside it, and a response names the one it was
// answered with.
type Instrument struct {
	ID      string   `json:"id"`      // "phq-9"
	Version int      `json:"version"` // 1, 2, 3, ...
	Title   string   `json:"title"`   // "PHQ-9"
	Name    string   `json:"name"`    // in full
	About   string   `json:"about"`   // what it asks about: "depression"
	Lead    string   `json:"lead"`    // said before the items; where only the score is entered, which score that is
	Recall  string   `json:"recall"`  // the time the answers are about: "2 weeks"; empty for now
	Choices []Choice `json:"choices"` // of every item, lowest first; empty where only the score is entered
	Items   []Item   `json:"items"`   // empty where only the score is entered
	Scoring Scoring  `json:"scoring"`
	Bands   []Band   `json:"bands"`   // of the total, lowest first; empty where none are published
	Cutoffs []Cutoff `json:"cutoffs"` // single limits of the total
	Changes []Rule   `json:"changes"` // what a change of the total is published to mean; empty: nothing is claimed
	LOINC   string   `json:"loinc"`   // of the total, as far as known
	Licence string   `json:"licence"` // what allows the words to be here, or why only the score is entered
	Sources []string `json:"sources"` // of the words, the scoring and the bands
}

// InstrumentRef names one version of an instrument.
type InstrumentRef struct {
	ID      string `json:"id"`
	Version int    `json:"version"`
}

// Ref names this version.
func (i Instrument) Ref() InstrumentRef { return InstrumentRef{i.ID, i.Version} }

// Choice is one answer an item can have.
type Choice struct {
	Value int    `json:"value"`
	Label string `json:"label"` // empty where the scale has words only at its ends
}

// Item is one question. Its link id stays the same in every version that asks
// the same.
type Item struct {
	LinkID string `json:"link_id"`
	Text   string `json:"text"`
	Low    string `json:"low"`    // what the lowest answer means, where the choices have no words
	High   string `json:"high"`   // what the highest one means
	Safety bool   `json:"safety"` // any answer above the lowest asks for a review of the risk
	LOINC  string `json:"loinc"`
}

// Method is how a total comes about.
type Method string

// The methods.
const (
	ScoreSum     Method = "sum"     // the answers added up
	ScoreEntered Method = "entered" // worked out elsewhere; only the total is entered
	ScoreNone    Method = "none"    // each item stands by itself; there is no total
)

// Better is in which direction a total is better for the client.
type Better string

// The directions; empty where a score is neither good nor bad.
const (
	LowerBetter  Better = "lower"
	HigherBetter Better = "higher"
)

// Scoring says what the total is. Totals are whole numbers.
type Scoring struct {
	Method Method `json:"method"`
	Min    int    `json:"min"` // of the total; of each item where there is none
	Max    int    `json:"max"`
	Better Better `json:"better"`
}

// Band is a published range of totals, both ends included.
type Band struct {
	From  int    `json:"from"`
	To    int    `json:"to"`
	Label string `json:"label"` // "moderate"
}

// Cutoff is a published limit: a total From or more "suggests PTSD".
type Cutoff struct {
	From   int    `json:"from"`
	Words  string `json:"words"`
	Source string `json:"source"`
}

// RuleKind is what a published rule of change speaks of.
type RuleKind string

// The kinds of rules.
const (
	RuleResponse   RuleKind = "response"   // better by Percent of the baseline or more
	RuleRemission  RuleKind = "remission"  // a total below Below, after a baseline that was not
	RuleReliable   RuleKind = "reliable"   // a change of Points or more is more than chance
	RuleMeaningful RuleKind = "meaningful" // a change of Points or more matters to people
)

// Rule is what is published about a change of the total. Of its numbers, only
// the one its kind names is set.
type Rule struct {
	Kind       RuleKind `json:"kind"`
	Percent    int      `json:"percent,omitempty"`
	Points     int      `json:"points,omitempty"`
	Below      int      `json:"below,omitempty"`
	BetterOnly bool     `json:"better_only,omitempty"` // of points: published for a change to the better alone
	Words      string   `json:"words"`                 // the rule as it is shown: "a fall of half or more since baseline"
	Source     string   `json:"source"`
}

// Item returns the item of a link id; false where there is none.
func (i Instrument) Item(linkID string) (Item, bool) {
	at := slices.IndexFunc(i.Items, func(x Item) bool { return x.LinkID == linkID })
	if at < 0 {
		return Item{}, false
	}
	return i.Items[at], true
}
