package app

import (
	"testing"

	"snowfield/internal/practice"
)

// answeredRound is a round with each question answered no, ready to be
// completed, as JSON.
func answeredRound(t testing.TB, round practice.Screening) string {
	t.Helper()
	for i := range round.Answers {
		round.Answers[i].Answer = practice.AnswerNo
	}
	round.Conclusion = practice.ScreeningClear
	return asJSON(t, round)
}
