package report

import (
	"strconv"

	"snowfield/internal/fault"
	"snowfield/internal/practice"
	"snowfield/internal/report/block"
)

// BlankFormInput is all that a blank questionnaire is made of. The same input
// gives the same bytes.
type BlankFormInput struct {
	Practice   practice.Practice
	Instrument practice.Instrument
	Client     *practice.Client // whose name it carries; nil: a line to write it on
	At         practice.Instant // when the form is made
	Paper      block.Paper
}

// BlankForm draws a questionnaire to be filled in by hand: its words, and a
// box with its number for each answer, so that it can be entered by its
// numbers. Nothing on it says how it is scored. An instrument of which only
// the score is entered has no words to print, and is refused.
func BlankForm(in BlankFormInput) (Result, error) {
	if len(in.Instrument.Items) == 0 {
		return Result{}, fault.New(fault.Invalid, "Of "+in.Instrument.Title+" only the score is entered, so there is no form to print.")
	}
	return drawn(blankForm(in))
}

func blankForm(in BlankFormInput) block.Document {
	i, head := in.Instrument, letterhead(in.Practice)
	version := i.Title + ", version " + strconv.Itoa(i.Version)
	blocks := []block.Block{block.Title{Text: i.Title, Lede: i.Name}}
	if c := in.Client; c != nil {
		blocks = append(blocks, block.Facts{fact("Name", c.LegalName), fact("Born", dayText(c.BirthDate))}, byHand(1, "Date of today"))
	} else {
		blocks = append(blocks, byHand(1, "Name                                             ", "Date of today"))
	}
	blocks = append(blocks,
		block.Heading{Level: 1, Text: block.Say(i.Lead)},
		block.Paragraph{Text: block.Say("Tick one box for each. What you would rather not answer you can leave blank.")},
		questionsOf(in),
	)
	if i.Licence != "" {
		blocks = append(blocks, block.Note{Text: block.Say(i.Licence)})
	}
	return block.Document{
		Title:      practice.DocForm.Title(),
		Language:   "en-US",
		Created:    in.At.In(in.Practice.Zone),
		Paper:      in.Paper,
		AtLeisure:  true,
		Letterhead: head,
		Footer:     []string{joined(" · ", head.Name, version), "Made " + stamp(in.At, in.Practice.Zone)},
		Blocks:     blocks,
	}
}

// questionsOf is the questionnaire with a box for each answer.
func questionsOf(in BlankFormInput) (questions block.Questions) {
	for _, c := range in.Instrument.Choices {
		questions.Choices = append(questions.Choices, block.AnswerBox{Number: strconv.Itoa(c.Value), Label: c.Label})
	}
	for n, item := range in.Instrument.Items {
		questions.Items = append(questions.Items, block.Question{Mark: strconv.Itoa(n + 1), Text: item.Text, Low: item.Low, High: item.High})
	}
	return questions
}
