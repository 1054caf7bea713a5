package report

import (
	"snowfield/internal/practice"
	"snowfield/internal/report/block"
)

// screening is the chapter on every round of questions, what closed the flags
// it raised, and what is asked of the prescriber.
func (c *chart) screening() {
	c.chapter("Screening", 0, "", func() {
		if c.parts[practice.PartScreening] {
			for _, s := range oldestFirst(c.in.Screenings) {
				c.round(s)
			}
			c.resolutions()
		}
		if c.parts[practice.PartQuestions] {
			c.questions()
		}
	})
}

func (c *chart) round(s practice.Screening) {
	concluded := s.Conclusion.Label()
	if !s.Completed() {
		concluded = joined(", ", concluded, "not completed")
	}
	c.chapter("Screening of "+c.day(s.CreatedAt), 1, sentence(concluded), func() {
		completed := "Not completed"
		if s.Completed() {
			completed = stamp(s.CompletedAt, c.zone)
		}
		c.add(block.Facts{
			fact("Begun", stamp(s.CreatedAt, c.zone)),
			fact("Completed", completed),
			fact("Conclusion", s.Conclusion.Label()),
			fact("Repeat by", dayText(s.ReviewOn)),
		})
		table := block.Table{Columns: []block.Column{
			{Head: "Question", Share: 5.5},
			{Head: "Answer", Share: 1.5},
			{Head: "Weight", Share: 1.2},
			{Head: "In words", Share: 4.6},
		}}
		for _, a := range s.Answers {
			answer := block.Text{{Text: a.Answer.Label(), Bold: a.Answer == practice.AnswerYes || a.Answer == practice.AnswerUnsure}}
			said := block.Say(a.Detail)
			if a.AskPrescriber {
				said = below(said, block.Text{{Text: "Put to the prescriber as a question.", Tone: block.Quiet}})
			}
			table.Rows = append(table.Rows, []block.Text{block.Say(a.Question), answer, block.Say(a.Severity.Label()), said})
		}
		c.add(table)
		c.written("Notes", s.Notes)
	})
}

// resolutions tells the flags that a recorded reason closed.
func (c *chart) resolutions() {
	if len(c.in.Resolutions) == 0 {
		return
	}
	c.chapter("Flags closed by a reason", 1, "", func() {
		table := block.Table{Columns: []block.Column{{Head: "Question", Share: 5}, {Head: "Reason", Share: 6}, {Head: "Recorded", Share: 1.8}}}
		for _, r := range oldestFirst(c.in.Resolutions) {
			table.Rows = append(table.Rows, []block.Text{block.Say(c.question(r.Flag)), block.Say(r.Reason), block.Say(c.day(r.CreatedAt))})
		}
		c.add(table)
	})
}

// question returns the words in which a flag's item was asked last.
func (c *chart) question(f practice.FlagRef) string {
	for _, s := range c.in.Screenings {
		for _, a := range s.Answers {
			if a.ItemKey == f.ItemKey {
				return a.Question
			}
		}
	}
	return f.ItemKey
}

func (c *chart) questions() {
	c.chapter("Questions for the prescriber", 1, "As they stand now", func() {
		for _, q := range practice.PrescriberQuestions(c.in.Screenings, c.in.Medicines) {
			c.add(block.Paragraph{Text: block.Say(q), Indent: 1, Mark: "•"})
		}
	})
}
