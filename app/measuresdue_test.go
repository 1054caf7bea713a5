package app

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"snowfield/internal/fault"
	"snowfield/internal/practice"
	"snowfield/internal/store"
)

// dueMeasureRows are the questionnaires on Today: what is asked, and of whom.
func (b *bench) dueMeasureRows() []string {
	b.Helper()
	rows := []string{}
	for _, r := range get(b, b.today.Get).Due {
		if r.Kind != "measure" {
			continue
		}
		line := r.Hint + ": " + strings.TrimPrefix(r.Text, "Questionnaires of ")
		if r.Overdue {
			line += " | overdue"
		}
		rows = append(rows, line)
	}
	return rows
}

// fill fills in a questionnaire of a client, all lowest answers.
func (b *bench) fill(clientID, instrument string) {
	b.Helper()
	b.completes(b.form(clientID, instrument))
}

// completes answers all items of a form as low as can be and finishes it.
func (b *bench) completes(form practice.Response) {
	b.Helper()
	m := &Measures{b.app.core}
	i, err := practice.CurrentInstrument(form.Instrument.ID)
	b.ok(err)
	for _, item := range i.Items {
		form.Answers[item.LinkID] = i.Choices[0].Value
	}
	must(b, m.Finish)(form)
}

// asks keeps the practice's plan of questionnaires.
func (b *bench) asks(rows ...practice.MeasureRow) {
	b.Helper()
	kept := get(b, b.library.Get).Measures
	_, err := b.library.KeepMeasures(practice.MeasurePlan{DaysBefore: 7, Rows: rows}, kept.Version)
	b.ok(err)
}

func (b *bench) onToday(want ...string) {
	b.Helper()
	if got := b.dueMeasureRows(); !slices.Equal(got, append([]string{}, want...)) {
		b.Errorf("due on Today %q, want %q", got, want)
	}
}

// What is due comes and goes with the sessions and the forms, for each of a
// couple on their own.
func TestMeasuresDue(t *testing.T) {
	b := newBench(t)
	b.create()
	b.asks(
		practice.MeasureRow{InstrumentID: "phq-9", Baseline: true, BeforeDosing: true, Reviews: true},
		practice.MeasureRow{InstrumentID: "gad-7", Baseline: true},
		practice.MeasureRow{InstrumentID: "notices", InWindow: true},
	)
	b.onToday()
	ana, ben := b.add("Ana Reyes"), b.add("Ben Ito")
	b.onToday()
	s := b.planDosing(practice.Office, ana.ID, ben.ID)
	b.onToday("PHQ-9 and GAD-7 before dosing 1 today, as the baseline: Ana Reyes", "PHQ-9 and GAD-7 before dosing 1 today, as the baseline: Ben Ito")

	m := &Measures{b.app.core}
	b.fill(ana.ID, "phq-9")
	form := b.form(ana.ID, "gad-7")
	form.Answers = map[string]int{"1": 1}
	form = must(b, m.Save)(form).Response
	b.onToday("GAD-7 before dosing 1 today, as the baseline; GAD-7 begun, not complete: Ana Reyes", "PHQ-9 and GAD-7 before dosing 1 today, as the baseline: Ben Ito")
	v := must(b, m.Due)(ana.ID)
	if len(v.Forms) != 1 || v.Forms[0].Begun != form.ID || v.Forms[0].Text != "Before dosing 1 today, as the baseline" || !v.Forms[0].HasItems {
		t.Errorf("due in the chart: %+v", v)
	}
	must(b, m.Finish)(form) // with blank items
	if v = must(b, m.Due)(ana.ID); len(v.Forms) != 1 || !v.Forms[0].Blank || v.Forms[0].Begun != "" {
		t.Errorf("with blank items: %+v", v)
	}
	b.fill(ana.ID, "gad-7")
	b.onToday("PHQ-9 and GAD-7 before dosing 1 today, as the baseline: Ben Ito")

	said := func(readiness practice.Readiness) string {
		lines := []string{}
		for _, c := range readiness.Checks {
			if c.Topic == "measures" {
				lines = append(lines, string(c.State)+" "+c.Text)
			}
		}
		return strings.Join(lines, "; ")
	}
	both := must(b, (&Readiness{b.app.core}).Get)(s.Session.ID)
	if a, o := said(both[0]), said(both[1]); a != "fine Filled in before this dosing: PHQ-9 and GAD-7." || o != "warns Not filled in as the baseline: PHQ-9 and GAD-7." {
		t.Errorf("readiness %q and %q", a, o)
	}

	must(b, b.sessions.Cancel)(s.Session.ID)
	b.onToday()
	b.hold(practice.Dosing, ana.ID, "")
	b.onToday("Client notices after dosing 1, until Sunday at " + practice.ClockText(b.clock.Add(-time.Hour).In(zoneOf(b, "America/Los_Angeles"))) + ": Ana Reyes")
	b.fill(ana.ID, "notices")
	b.onToday()
	if v = must(b, m.Due)(ana.ID); len(v.Forms) != 0 || len(v.Missed) != 0 {
		t.Errorf("nothing is due: %+v", v)
	}
	b.wait(80 * time.Hour)
	opened, begun := b.form(ben.ID, "phq-9"), b.form(ben.ID, "gad-7")
	begun.Answers = map[string]int{"1": 1}
	begun = must(b, m.Save)(begun).Response
	b.hold(practice.Dosing, ben.ID, "")
	b.wait(80 * time.Hour)
	for _, late := range []practice.Response{opened, begun} { // opened before the dose, answered after it: no baseline
		b.completes(late)
	}
	b.onToday()
	if v = must(b, m.Due)(ben.ID); !slices.Equal(v.Missed, []string{"Client notices: not filled in while the window was open.", "PHQ-9 and GAD-7: no baseline from before the first dose."}) {
		t.Errorf("missed: %q", v.Missed)
	}
	_, err := m.Due(practice.NewID())
	b.refused(err, fault.NotFound)
}

// A client's own plan takes the practice's place, and gives it back.
func TestPlanOfAClientsOwn(t *testing.T) {
	b := newBench(t)
	b.create()
	m := &Measures{b.app.core}
	ana := b.add("Ana Reyes")
	b.planDosing(practice.Office, ana.ID)
	v := must(b, m.Plan)(ana.ID)
	if v.Own || v.Version != 0 || len(v.Offers) != len(practice.Instruments()) || !slices.Contains(v.Lines, "Before a dosing: asked from 7 days before it") {
		t.Errorf("the practice's plan: %+v", v)
	}
	own := practice.MeasurePlan{DaysBefore: 3, Rows: []practice.MeasureRow{{InstrumentID: "isi", Baseline: true}, {InstrumentID: "phq-9"}}}
	v, err := m.SavePlan(ana.ID, own, 0)
	b.ok(err)
	if !v.Own || v.Version != 1 || len(v.Plan.Rows) != 1 || v.Practice.DaysBefore != 7 {
		t.Errorf("an own plan: %+v", v)
	}
	b.onToday("ISI before dosing 1 today, as the baseline: Ana Reyes")
	_, err = m.SavePlan(ana.ID, practice.MeasurePlan{DaysBefore: 4, Rows: []practice.MeasureRow{}}, 0)
	b.refused(err, fault.Conflict)
	_, err = m.SavePlan(ana.ID, practice.MeasurePlan{DaysBefore: 0}, 1)
	if w := b.refused(err, fault.Invalid); w.Fields["days_before"] == "" {
		t.Errorf("days: %+v", w)
	}
	_, err = m.DropPlan(ana.ID, 2)
	b.refused(err, fault.Conflict)
	v, err = m.DropPlan(ana.ID, 1)
	b.ok(err)
	if v.Own || v.Version != 0 {
		t.Errorf("back to the practice's: %+v", v)
	}
	b.asks()
	b.onToday()
	if list := get(b, m.Definitions); len(list) != len(practice.Instruments()) || list[0].ScoringText != "The answers added up: 0 to 27. Lower is better." || !strings.HasPrefix(list[0].ChangeTexts[0], "Response: ") {
		t.Errorf("definitions %+v", list[0])
	}
}

// BenchmarkToday is the first screen of a practice with 200 clients, of whom
// 40 are in a course of six dosing sessions with 30 forms each.
func BenchmarkToday(b *testing.B) {
	s := newBench(b)
	s.create()
	s.ok(s.app.open.store.Update(context.Background(), s.clock, func(tx *store.Tx) error {
		by, err := tx.Practice()
		if err != nil {
			return err
		}
		for n := range 200 {
			c := practice.Client{ID: practice.NewID(), LegalName: fmt.Sprintf("Person %d", n), Stage: practice.StageInCourse}
			c.Normalize()
			if _, err := tx.PutClient(c); err != nil {
				return err
			}
			if n >= 40 {
				continue
			}
			started := practice.At(s.clock.AddDate(0, 0, -90))
			if _, err := tx.PutCourse(practice.Course{ID: practice.NewID(), ClientID: c.ID, StartedAt: started, Plan: practice.CoursePlan{Dosings: 8, CadenceDays: 14, ReviewAfter: []int{2, 6}}}); err != nil {
				return err
			}
			for i := range 6 {
				if err := heldDosing(tx, c.ID, s.clock.AddDate(0, 0, 14*(i-6)), by); err != nil {
					return err
				}
			}
			for i := range 30 {
				if err := filledForm(tx, c.ID, []string{"phq-9", "gad-7", "notices"}[i%3], s.clock.AddDate(0, 0, 3*(i-30)), i); err != nil {
					return err
				}
			}
		}
		return nil
	}))
	measure(b, func() {}, func() { get(s, s.today.Get) })
}
