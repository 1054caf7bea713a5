package sample

import (
	"time"

	"snowfield/internal/practice"
	"snowfield/internal/store"
)

// blank is an item without an answer.
const blank = -1

// fills finishes a form at one go; the answers are in the order of the items.
func (p *person) fills(when time.Time, instrument string, by practice.AnsweredBy, answers ...int) string {
	return p.form(when, instrument, by, true, answers)
}

// startsToFill leaves a form where it can be gone on with.
func (p *person) startsToFill(when time.Time, instrument string, by practice.AnsweredBy, answers ...int) {
	p.form(when, instrument, by, false, answers)
}

// scored enters a score that was worked out elsewhere.
func (p *person) scored(when time.Time, instrument string, score int) {
	r := practice.Response{ID: p.story.id(), By: practice.AnsweredPaper, Answers: map[string]int{}, Score: &score}
	p.at(when, func(tx *store.Tx) error { return p.keeps(tx, r, instrument, true) })
}

func (p *person) form(when time.Time, instrument string, by practice.AnsweredBy, finished bool, answers []int) string {
	r := practice.Response{ID: p.story.id(), By: by, Answers: map[string]int{}}
	p.at(when, func(tx *store.Tx) error {
		i, err := practice.CurrentInstrument(instrument)
		if err != nil {
			return err
		}
		for n, value := range answers {
			if value != blank {
				r.Answers[i.Items[n].LinkID] = value
			}
		}
		return p.keeps(tx, r, instrument, finished)
	})
	return r.ID
}

func (p *person) keeps(tx *store.Tx, r practice.Response, instrument string, finished bool) error {
	i, err := practice.CurrentInstrument(instrument)
	if err != nil {
		return err
	}
	r.ClientID, r.Instrument, r.AnsweredAt, r.Zone = p.id, i.Ref(), tx.Now(), Zone
	if err := r.Validate(i, tx.Now()); err != nil {
		return err
	}
	if finished {
		if err := r.Finish(tx.Now()); err != nil {
			return err
		}
	}
	_, err = tx.PutResponse(r, i)
	return err
}

// reviewsRisk keeps what was found and done about item 9 of a form.
func (p *person) reviewsRisk(when time.Time, form string, is risk) {
	x := practice.RiskReview{ID: p.story.id(), ResponseID: form, LinkID: "9", Risk: is.answer, Text: is.text}
	p.at(when, func(tx *store.Tx) error {
		r, err := tx.Response(form)
		if err != nil {
			return err
		}
		plan, err := tx.Preparation(p.id)
		if err != nil {
			return err
		}
		x.Answer, x.SafetyPlan = r.Answers[x.LinkID], plan.SafetyPlan
		if err := x.Validate(); err != nil {
			return err
		}
		_, err = tx.AddRiskReview(x)
		return err
	})
}

// strikes takes a form that was entered in error out of every count.
func (p *person) strikes(when time.Time, form, reason string) {
	p.at(when, func(tx *store.Tx) error {
		r, err := tx.Response(form)
		if err != nil {
			return err
		}
		if err := r.Strike(reason, true, tx.Now()); err != nil {
			return err
		}
		return tx.StrikeResponse(r)
	})
}

// measuredBy gives the person a plan of forms of their own.
func (p *person) measuredBy(when time.Time, rows ...practice.MeasureRow) {
	own := practice.ClientMeasures{ClientID: p.id, Plan: practice.MeasurePlan{DaysBefore: 7, Rows: rows}}
	p.at(when, func(tx *store.Tx) error {
		own.Plan.Normalize()
		if err := own.Plan.Validate(); err != nil {
			return err
		}
		_, err := tx.PutClientMeasures(own)
		return err
	})
}

// marenMeasured is a course that helps: fewer symptoms before each dose, and
// something to notice in between.
func (p *person) marenMeasured() {
	intake, first, second, third := p.day(-66, 10, 35), p.day(-38, 12, 15), p.day(-21, 12, 10), p.day(-1, 11, 50)
	review := p.day(-14, 12, 40)
	p.fills(intake, "phq-9", practice.AnsweredAsked, 3, 3, 3, 2, 2, 3, 2, 1, 0)
	p.fills(intake.Add(5*time.Minute), "gad-7", practice.AnsweredAsked, 2, 2, 3, 2, 1, 2, 2)
	for _, x := range []struct {
		when     time.Time
		phq, gad []int
		notices  []int // mood, anxious loops, self-compassion, sleep, regulation, connection, lightness, hope
	}{
		{first, []int{2, 3, 3, 2, 2, 3, 2, 1, 0}, []int{2, 2, 2, 2, 1, 2, 2}, []int{3, 7, 2, 4, 3, 2, 1, 3}},
		{second, []int{2, 2, 2, 2, 1, 2, 1, 1, 0}, []int{2, 1, 2, 2, 1, 1, 1}, []int{4, 6, 4, 6, 4, 3, 3, 4}},
		{review, []int{1, 2, 1, 2, 1, 2, 1, 0, 0}, []int{1, 1, 2, 2, 1, 1, 1}, []int{6, 4, 5, 7, 6, 5, 5, 6}},
		{third, []int{1, 1, 1, 2, 0, 2, 1, 0, 0}, []int{1, 1, 1, 1, 1, 1, 1}, []int{6, 4, 6, 7, 6, 6, 5, 7}},
	} {
		by := practice.AnsweredSelf
		if x.when.Equal(review) {
			by = practice.AnsweredAsked // by phone
		}
		p.fills(x.when, "phq-9", by, x.phq...)
		p.fills(x.when.Add(3*time.Minute), "gad-7", by, x.gad...)
		p.fills(x.when.Add(5*time.Minute), "notices", by, x.notices...)
	}
	p.fills(p.day(-37, 15, 55), "notices", practice.AnsweredSelf, 4, 6, 3, 5, 4, 3, 4, 4)
	p.fills(p.day(-20, 15, 50), "notices", practice.AnsweredSelf, 6, 4, 6, 6, 5, 5, 6, 6)
}

// jonasMeasured is measured by the PCL-5, by a plan of his own.
func (p *person) jonasMeasured() {
	p.measuredBy(p.day(-74, 12, 0),
		practice.MeasureRow{InstrumentID: "pcl-5", Baseline: true, Reviews: true},
		practice.MeasureRow{InstrumentID: "notices", Baseline: true, BeforeDosing: true})
	p.fills(p.day(-68, 10, 40), "pcl-5", practice.AnsweredPaper, 3, 2, 2, 3, 3, 3, 3, 1, 3, 2, 3, 2, 3, 2, 2, 1, 3, 2, 2, 1)
	p.fills(p.day(-39, 15, 40), "pcl-5", practice.AnsweredAsked, 2, 2, 1, 3, 2, 2, 2, 1, 2, 2, 2, 2, 2, 2, 2, 1, 2, 2, 2, 1)
	p.fills(p.day(-6, 18, 0), "pcl-5", practice.AnsweredPaper, 2, 1, 1, 2, 2, 2, 1, 1, 2, 1, 2, 1, 1, 2, 1, 1, 2, 1, 2, 1)
	for _, x := range []struct {
		days    int
		notices []int
	}{
		{-60, []int{4, 6, 3, 4, 4, 2, 2, 4}},
		{-46, []int{4, 6, 3, 6, 4, 3, 3, 4}},
		{-32, []int{5, 5, 4, 7, 5, 4, 4, 5}},
	} {
		p.fills(p.day(x.days, 12, 20), "notices", practice.AnsweredSelf, x.notices...)
	}
}

// rowanMeasured is a course that does not help so far.
func (p *person) rowanMeasured() {
	for _, x := range []struct {
		when     time.Time
		by       practice.AnsweredBy
		phq, gad []int
		notices  []int
	}{
		{p.day(-54, 12, 10), practice.AnsweredSelf, []int{1, 1, 2, 2, 1, 2, 1, 1, 0}, []int{2, 2, 2, 2, 1, 1, 2}, []int{5, 7, 3, 5, 4, 5, 3, 5}},
		{p.day(-40, 12, 10), practice.AnsweredSelf, []int{2, 1, 2, 2, 1, 2, 1, 1, 0}, []int{2, 2, 2, 2, 2, 1, 2}, []int{5, 7, 3, 4, 4, 5, 3, 5}},
		{p.day(-32, 10, 40), practice.AnsweredAsked, []int{2, 2, 3, 2, 2, 2, 1, 1, 0}, []int{3, 3, 3, 2, 2, 2, 2}, []int{3, 9, 3, 2, 3, 6, 1, 3}},
		{p.day(-10, 17, 0), practice.AnsweredPaper, []int{2, 2, 2, 2, 1, 2, 1, 1, 0}, []int{2, 2, 2, 2, 2, 2, 2}, []int{4, 8, 4, 4, 4, 6, 2, 4}},
	} {
		p.fills(x.when, "phq-9", x.by, x.phq...)
		p.fills(x.when.Add(3*time.Minute), "gad-7", x.by, x.gad...)
		p.fills(x.when.Add(5*time.Minute), "notices", x.by, x.notices...)
	}
	p.fills(p.day(-53, 9, 50), "notices", practice.AnsweredSelf, 6, 6, 4, 5, 5, 5, 5, 6)
	wrong := p.fills(p.day(-10, 17, 20), "gad-7", practice.AnsweredPaper, 0, 1, 1, 0, 0, 1, 0)
	p.strikes(p.day(-10, 17, 25), wrong, "Entered from somebody else’s sheet.")
}

// delphineMeasured has item 9 above zero once; it was reviewed before the dose.
func (p *person) delphineMeasured() {
	for _, x := range []struct {
		days     int
		phq, gad []int
		notices  []int
	}{
		{-33, []int{2, 2, 2, 2, 1, 2, 2, 1, 0}, []int{1, 2, 2, 1, 0, 1, 2}, []int{4, 6, 3, 5, 4, 3, 3, 4}},
		{-19, []int{2, 2, 3, 2, 1, 3, 2, 0, 1}, []int{2, 2, 2, 1, 0, 1, 2}, []int{3, 7, 2, 3, 3, 3, 2, 2}},
		{-5, []int{1, 2, 2, 2, 1, 2, 1, 1, 0}, []int{1, 1, 2, 1, 0, 1, 2}, []int{4, 6, 4, 5, 4, 4, 3, 4}},
	} {
		form := p.fills(p.day(x.days, 12, 5), "phq-9", practice.AnsweredSelf, x.phq...)
		p.fills(p.day(x.days, 12, 8), "gad-7", practice.AnsweredSelf, x.gad...)
		p.fills(p.day(x.days, 12, 10), "notices", practice.AnsweredSelf, x.notices...)
		if x.days == -19 {
			p.reviewsRisk(p.day(x.days, 12, 22), form, risk{
				practice.RiskWatch,
				"Asked at once. There were nights on which she wished not to wake. No plan, no means sought, no wish to act; none of it today. Corin knows and stays with her tonight. Asked again tomorrow.",
			})
		}
	}
	p.fills(p.day(-32, 9, 50), "notices", practice.AnsweredSelf, 5, 5, 4, 5, 5, 4, 5, 5)
}

// ottoMeasured came to an end with next to nothing left.
func (p *person) ottoMeasured() {
	p.scored(p.day(-160, 12, 0), "madrs", 33)
	for _, x := range []struct {
		when time.Time
		phq  []int
	}{
		{p.day(-155, 14, 40), []int{3, 3, 3, 3, 2, 3, 2, 2, 0}},
		{p.day(-131, 9, 30), []int{2, 2, 2, 2, 1, 3, 2, 1, 0}},
		{p.day(-117, 9, 30), []int{1, 1, 2, 2, 1, 1, 1, 0, 0}},
		{p.day(-103, 9, 45), []int{0, 1, 1, 1, 0, 1, 0, 0, 0}},
		{p.day(-75, 10, 30), []int{0, 1, 1, 1, 0, 0, 0, 0, 0}},
	} {
		p.fills(x.when, "phq-9", practice.AnsweredSelf, x.phq...)
	}
	p.scored(p.day(-76, 12, 0), "madrs", 7)
}

// theoMeasured filled in what was due before his first dose.
func (p *person) theoMeasured() {
	p.fills(p.day(-9, 10, 40), "phq-9", practice.AnsweredSelf, 1, 1, 2, 2, 1, 2, 0, 0, 0)
	p.fills(p.day(-9, 10, 43), "gad-7", practice.AnsweredSelf, 1, 2, 2, 2, 1, 2, 1)
	p.fills(p.day(-9, 10, 45), "notices", practice.AnsweredSelf, 5, 8, 2, 4, 5, 4, 2, 5)
}

// aikoMeasured left an item blank, so that form has no total; another was
// begun today and waits.
func (p *person) aikoMeasured() {
	p.fills(p.day(-15, 12, 40), "phq-9", practice.AnsweredPaper, 1, 2, 1, 1, 1, 2, blank, 0, 0)
	p.fills(p.day(-15, 12, 45), "gad-7", practice.AnsweredPaper, 1, 2, 1, 1, 0, 1, 2)
	p.fills(p.day(-15, 12, 50), "notices", practice.AnsweredPaper, 4, 5, 5, 5, 5, 6, 3, 5)
	p.startsToFill(before(p.now, 45*time.Minute), "phq-9", practice.AnsweredAsked, 1, 1, 1, 1)
}
