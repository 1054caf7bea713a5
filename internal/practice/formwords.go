package practice

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
)

// Text says how a form was filled in.
func (b AnsweredBy) Text() string {
	switch b {
	case AnsweredSelf:
		return "filled in by the client"
	case AnsweredPaper:
		return "from paper"
	}
	return "asked"
}

// FormState is how far a form has come.
type FormState string

// The states of a form.
const (
	FormUnfinished FormState = "unfinished" // it can be gone on with
	FormFinished   FormState = "finished"
	FormStruck     FormState = "struck" // entered in error; it counts no more
)

// State tells how far the form has come.
func (r Response) State() FormState {
	switch {
	case r.Struck():
		return FormStruck
	case r.Finished():
		return FormFinished
	}
	return FormUnfinished
}

// mostBlankNamed is how many blank items are named by their numbers.
const mostBlankNamed = 5

// ResultText says what a form came to: "14, moderate", "No total: items 3 and
// 7 are blank". Where there is no total by the instrument's own rules it says
// how many items were answered.
func (i Instrument) ResultText(r Result) string {
	switch {
	case r.Total != nil:
		words := []string{strconv.Itoa(*r.Total)}
		for _, more := range []string{r.Band, r.Cutoff} {
			if more != "" {
				words = append(words, more)
			}
		}
		return strings.Join(words, ", ")
	case i.Scoring.Method != ScoreSum:
		return i.AnsweredText(r)
	case len(r.Blank) > mostBlankNamed:
		return fmt.Sprintf("No total: %d of %d items are blank", len(r.Blank), len(i.Items))
	}
	return "No total: " + i.itemsText(r.Blank) + " blank"
}

// AnsweredText says how far a form has come: "3 of 9 answered".
func (i Instrument) AnsweredText(r Result) string {
	switch {
	case i.Scoring.Method != ScoreEntered:
		return fmt.Sprintf("%d of %d answered", len(i.Items)-len(r.Blank), len(i.Items))
	case r.Total == nil:
		return "No score entered"
	}
	return "Score entered"
}

// itemsText names items by their places: "item 3 is", "items 3 and 7 are".
func (i Instrument) itemsText(links []string) string {
	numbers := []string{}
	for _, link := range links {
		at := slices.IndexFunc(i.Items, func(x Item) bool { return x.LinkID == link })
		numbers = append(numbers, strconv.Itoa(at+1))
	}
	last := len(numbers) - 1
	if last == 0 {
		return "item " + numbers[0] + " is"
	}
	return "items " + strings.Join(numbers[:last], ", ") + " and " + numbers[last] + " are"
}
