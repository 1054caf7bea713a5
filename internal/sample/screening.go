package sample

import (
	"slices"
	"time"

	"snowfield/internal/fault"
	"snowfield/internal/practice"
	"snowfield/internal/store"
)

// said is an answer to a question of the screening.
type said struct {
	answer practice.Answer
	detail string
	ask    bool // it is put to the prescriber
}

// screened takes the person through a round: what is not said otherwise is
// answered no.
func (p *person) screened(when time.Time, conclusion practice.Conclusion, otherwise map[string]said) {
	round := p.round(when)
	p.answers(when.Add(20*time.Minute), round, practice.AnswerNo, otherwise)
	p.concludes(when.Add(25*time.Minute), round, conclusion)
}

// round opens a round of the screening.
func (p *person) round(when time.Time) string {
	id := p.story.id()
	p.at(when, func(tx *store.Tx) error {
		asked, err := items(tx)
		if err != nil {
			return err
		}
		settings, err := tx.Settings()
		if err != nil {
			return err
		}
		round := practice.NewScreening(id, p.id, asked)
		round.ReviewOn = today(tx).AddMonths(settings.ScreeningMonths)
		return putScreening(tx, round)
	})
	return id
}

// answers answers the questions of a round, all others with rest.
func (p *person) answers(when time.Time, id string, rest practice.Answer, otherwise map[string]said) {
	p.at(when, func(tx *store.Tx) error {
		round, err := tx.Screening(id)
		if err != nil {
			return err
		}
		answered := round
		answered.Answers = slices.Clone(round.Answers)
		for i := range answered.Answers {
			a := &answered.Answers[i]
			a.Answer = rest
			if x, ok := otherwise[a.ItemKey]; ok {
				a.Answer, a.Detail, a.AskPrescriber = x.answer, x.detail, x.ask
			}
		}
		return putScreening(tx, round.Answered(answered))
	})
}

// concludes completes a round.
func (p *person) concludes(when time.Time, id string, conclusion practice.Conclusion) {
	p.at(when, func(tx *store.Tx) error {
		round, err := tx.Screening(id)
		if err != nil {
			return err
		}
		client, err := tx.Client(p.id)
		if err != nil {
			return err
		}
		open, err := p.leftBy(tx, client, round)
		if err != nil {
			return err
		}
		round.Conclusion = conclusion
		if err := round.Complete(client, open, today(tx), tx.Now()); err != nil {
			return err
		}
		return putScreening(tx, round)
	})
}

func putScreening(tx *store.Tx, round practice.Screening) error {
	if err := round.Validate(); err != nil {
		return err
	}
	_, err := tx.PutScreening(round)
	return err
}

func (p *person) flags(tx *store.Tx, client practice.Client) ([]practice.Flag, error) {
	rounds, err := tx.Screenings(p.id, 50)
	if err != nil {
		return nil, err
	}
	asked, err := items(tx)
	return practice.StandingFlags(client, rounds, asked, today(tx)), err
}

// leftBy are the flags that stay open when the round is complete as it is.
func (p *person) leftBy(tx *store.Tx, client practice.Client, round practice.Screening) ([]practice.Flag, error) {
	rounds, err := tx.Screenings(p.id, 50)
	if err != nil {
		return nil, err
	}
	round.CompletedAt = tx.Now()
	rounds[0] = round // the open one is first
	asked, err := items(tx)
	if err != nil {
		return nil, err
	}
	standing, err := p.standing(tx)
	if err != nil {
		return nil, err
	}
	resolutions, err := tx.Resolutions(p.id)
	return slices.DeleteFunc(practice.StandingFlags(client, rounds, asked, today(tx)), func(f practice.Flag) bool {
		return f.State(standing, resolutions) != practice.FlagOpen
	}), err
}

// flag is the flag an item raises.
func (p *person) flag(tx *store.Tx, key string) (practice.FlagRef, error) {
	client, err := tx.Client(p.id)
	if err != nil {
		return practice.FlagRef{}, err
	}
	flags, err := p.flags(tx, client)
	for _, f := range flags {
		if f.Ref.ItemKey == key {
			return f.Ref, err
		}
	}
	return practice.FlagRef{}, fault.New(fault.NotFound, "The sample's story names the flag “"+key+"”, which is not raised.")
}

// resolved closes a flag by a reason.
func (p *person) resolved(when time.Time, key, reason string) {
	id := p.story.id()
	p.at(when, func(tx *store.Tx) error {
		ref, err := p.flag(tx, key)
		if err != nil {
			return err
		}
		client, err := tx.Client(p.id)
		if err != nil {
			return err
		}
		flags, err := p.flags(tx, client)
		if err != nil {
			return err
		}
		x := practice.Resolution{ID: id, ClientID: p.id, Flag: ref, Reason: reason}
		if err := x.Validate(flags, ""); err != nil {
			return err
		}
		_, err = tx.AddResolution(x)
		return err
	})
}

// takes is a medicine the person takes or, with a last day, took.
func (p *person) takes(when time.Time, m practice.Medicine) {
	m.ID, m.ClientID = p.story.id(), p.id
	p.at(when, func(tx *store.Tx) error {
		m.Normalize()
		if err := m.Validate(today(tx)); err != nil {
			return err
		}
		_, err := tx.PutMedicine(m)
		return err
	})
}
