package app

import (
	"slices"
	"strings"
	"testing"
	"time"

	"snowfield/internal/fault"
	"snowfield/internal/practice"
)

// answeredRound is a round that raises one flag, ready to be completed, as
// JSON.
func answeredRound(t testing.TB, round practice.Screening) string {
	t.Helper()
	return asJSON(t, answered(round, practice.ScreeningPrescriber, "heart"))
}

// answered is a round with each question answered no but those named, which
// are answered yes, and a conclusion.
func answered(round practice.Screening, conclusion practice.Conclusion, yes ...string) practice.Screening {
	round.Answers = slices.Clone(round.Answers)
	for i, a := range round.Answers {
		round.Answers[i].Answer = practice.AnswerNo
		if slices.Contains(yes, a.ItemKey) {
			round.Answers[i].Answer, round.Answers[i].Detail = practice.AnswerYes, "Since 2019."
		}
	}
	round.Conclusion = conclusion
	return round
}

// screen takes a client through a whole round.
func (b *bench) screen(clientID string, conclusion practice.Conclusion, yes ...string) ScreeningView {
	b.Helper()
	screening := &Screening{b.app.core}
	v := must(b, screening.Begin)(clientID)
	v = must(b, screening.Save)(answered(*v.Open, conclusion, yes...))
	v, err := screening.Complete(clientID, v.Open.ID, v.Open.Version)
	b.ok(err)
	return v
}

func (b *bench) asked(name string) practice.Client {
	b.Helper()
	return must(b, b.clients.Save)(practice.Client{ID: practice.NewID(), LegalName: name, AllergyAnswer: practice.AllergiesNoneKnown})
}

func TestScreeningRound(t *testing.T) {
	b := newBench(t)
	b.create()
	screening := &Screening{b.app.core}
	ana := b.add("Ana Lee") // allergies are not answered yet
	v := must(b, screening.Begin)(ana.ID)
	if v.Open == nil || len(v.Open.Answers) < 20 || v.Open.ReviewOn != "2026-09-12" || len(v.Rounds) != 0 || v.ReviewText != "" {
		t.Fatalf("begun %+v", v)
	}
	if again := must(b, screening.Begin)(ana.ID); again.Open.ID != v.Open.ID {
		t.Error("a second round beside the open one")
	}

	// What the page cannot do: word questions, lighten them, add some, complete.
	sent := answered(*v.Open, practice.ScreeningClear, "heart")
	sent.Answers[0].Question, sent.Answers[0].Severity, sent.CompletedAt = "Well?", practice.SeverityReview, practice.At(b.clock)
	sent.Answers = append(sent.Answers, practice.ScreeningAnswer{ItemKey: "own", Question: "Own?", Severity: practice.SeverityReview})
	saved := must(b, screening.Save)(sent)
	first := v.Open.Answers[0]
	if got := saved.Open; got == nil || got.Completed() || len(got.Answers) != len(v.Open.Answers) || got.Answers[0].Question != first.Question || got.Answers[0].Severity != first.Severity {
		t.Errorf("saved %+v", got)
	}
	if len(saved.Flags) != 1 || saved.Flags[0].State != practice.FlagOpen || saved.Flags[0].Resolvable {
		t.Errorf("flags %+v", saved.Flags)
	}
	_, err := screening.Resolve(practice.Resolution{ID: practice.NewID(), ClientID: ana.ID, Flag: saved.Flags[0].Flag.Ref, Reason: "Too early."})
	b.refused(err, fault.Invalid)
	stale := *saved.Open
	stale.Version, stale.Notes = 1, "stale"
	_, err = screening.Save(stale)
	b.refused(err, fault.Conflict)
	_, err = screening.Complete(ana.ID, saved.Open.ID, 1)
	b.refused(err, fault.Conflict)

	_, err = screening.Complete(ana.ID, saved.Open.ID, saved.Open.Version)
	w := b.refused(err, fault.Invalid)
	if len(w.Fields) != 2 || w.Fields["conclusion"] == "" || w.Fields["allergy_answer"] == "" {
		t.Errorf("refused fields %v", w.Fields)
	}
	ana.AllergyAnswer, ana.Version = practice.AllergiesNoneKnown, 1
	must(b, b.clients.Save)(ana)
	saved.Open.Conclusion = practice.ScreeningPrescriber
	saved = must(b, screening.Save)(*saved.Open)
	done, err := screening.Complete(ana.ID, saved.Open.ID, saved.Open.Version)
	b.ok(err)
	if done.Open != nil || len(done.Rounds) != 1 || done.Rounds[0].ConclusionText != "Needs prescriber" || done.Rounds[0].DateText != "12 March 2026" || done.ReviewText != "To be repeated by 12 September 2026" {
		t.Errorf("done %+v", done)
	}
	_, err = screening.Save(*saved.Open)
	b.refused(err, fault.Conflict)
	_, err = screening.Complete(ana.ID, saved.Open.ID, saved.Open.Version)
	b.refused(err, fault.Conflict)
}

func TestRepeatedScreeningShowsChanges(t *testing.T) {
	b := newBench(t)
	b.create()
	screening := &Screening{b.app.core}
	ana := b.asked("Ana Lee")
	b.screen(ana.ID, practice.ScreeningPrescriber, "heart")
	b.wait(24 * 30 * time.Hour)
	v := must(b, screening.Begin)(ana.ID)
	if len(v.Flags) != 1 || len(v.Changes) != 0 {
		t.Errorf("an empty round takes no flag away: %+v, %+v", v.Flags, v.Changes)
	}
	v = must(b, screening.Save)(answered(*v.Open, practice.ScreeningPrescriber, "liver"))
	if len(v.Flags) != 2 {
		t.Errorf("a no in an open round takes no flag away: %+v", v.Flags)
	}
	var texts []string
	for _, c := range v.Changes {
		texts = append(texts, c.ItemKey+": "+c.Text)
	}
	if got := strings.Join(texts, "; "); got != "heart: Was yes, is now no; liver: Was no, is now yes" {
		t.Errorf("changes %s", got)
	}
	v, err := screening.Complete(ana.ID, v.Open.ID, v.Open.Version)
	b.ok(err)
	if len(v.Flags) != 1 || v.Flags[0].Flag.Ref.ItemKey != "liver" || v.Rounds[0].ChangesText != "Two changes" || v.Rounds[1].ChangesText != "" {
		t.Errorf("flags %+v, rounds %+v", v.Flags, v.Rounds)
	}
}

func TestFlagsAreResolvedByAReason(t *testing.T) {
	b := newBench(t)
	b.create()
	screening := &Screening{b.app.core}
	ana := b.asked("Ana Lee")
	v := b.screen(ana.ID, practice.ScreeningPrescriber, "heart", "psychosis")
	if len(v.Flags) != 2 || v.Flags[0].SeverityText != "Absolute" || v.Flags[0].Resolvable || !strings.Contains(v.Flags[0].StateText, "until a clearance covers it.") {
		t.Fatalf("flags %+v", v.Flags)
	}
	resolve := func(f FlagRow, reason string) error {
		var err error
		v, err = screening.Resolve(practice.Resolution{ID: practice.NewID(), ClientID: ana.ID, Flag: f.Flag.Ref, Reason: reason})
		return err
	}
	absolute, hold := v.Flags[0], v.Flags[1]
	b.refused(resolve(absolute, "It passed."), fault.Invalid)
	b.refused(resolve(hold, " "), fault.Invalid)
	b.ok(resolve(hold, "Her cardiologist wrote."))
	if f := v.Flags[1]; f.State != practice.FlagResolved || f.StateText != "Resolved on 12 March 2026: Her cardiologist wrote." {
		t.Errorf("flag %+v", f)
	}
	ben := b.asked("Ben")
	_, err := screening.Resolve(practice.Resolution{ID: practice.NewID(), ClientID: ben.ID, Flag: hold.Flag.Ref, Reason: "x"})
	b.refused(err, fault.Invalid)

	// Cleared by the reason; a new yes after a no is a new flag.
	b.wait(24 * time.Hour)
	round := must(b, screening.Begin)(ana.ID)
	_, err = screening.Complete(ana.ID, round.Open.ID, round.Open.Version)
	b.refused(err, fault.Invalid)
	round = must(b, screening.Save)(answered(*round.Open, practice.ScreeningClear, "heart"))
	done, err := screening.Complete(ana.ID, round.Open.ID, round.Open.Version)
	b.ok(err)
	if len(done.Flags) != 1 || done.Flags[0].State != practice.FlagResolved {
		t.Errorf("flags %+v", done.Flags)
	}
	b.wait(24 * time.Hour)
	b.screen(ana.ID, practice.ScreeningClear)
	b.wait(24 * time.Hour)
	if v := b.screen(ana.ID, practice.ScreeningPrescriber, "heart"); v.Flags[0].State != practice.FlagOpen {
		t.Errorf("a new flag: %+v", v.Flags)
	}
}

func TestSuicidalIntentNeedsASafetyPlan(t *testing.T) {
	b := newBench(t)
	b.create()
	screening, preparations := &Screening{b.app.core}, &Preparations{b.app.core}
	ana := b.asked("Ana Lee")
	v := b.screen(ana.ID, practice.ScreeningPrescriber, "suicidal")
	ref := v.Flags[0].Flag.Ref
	resolve := func() (err error) {
		v, err = screening.Resolve(practice.Resolution{ID: practice.NewID(), ClientID: ana.ID, Flag: ref, Reason: "None since May."})
		return err
	}
	if f := v.Flags[0]; !f.Blocks || !f.PlanMissing || f.Resolvable || !strings.HasSuffix(f.StateText, "with a safety plan.") {
		t.Errorf("without a plan: %+v", f)
	}
	if w := b.refused(resolve(), fault.Invalid); w.Fields["flag"] == "" {
		t.Errorf("refused %v", w.Fields)
	}
	form := must(b, preparations.Get)(ana.ID).Form
	form.SafetyPlan = " \n"
	form = must(b, preparations.Save)(form).Form
	if f := must(b, screening.Get)(ana.ID).Flags[0]; !f.PlanMissing || f.Resolvable {
		t.Errorf("with an empty plan: %+v", f)
	}
	form.SafetyPlan = "Call Kim."
	must(b, preparations.Save)(form)
	v = must(b, screening.Get)(ana.ID)
	if f := v.Flags[0]; !f.Blocks || f.PlanMissing || !f.Resolvable || f.SafetyPlan != "Call Kim." {
		t.Errorf("with a plan: %+v", f)
	}
	b.ok(resolve())
	if f := v.Flags[0]; f.State != practice.FlagResolved || f.Blocks {
		t.Errorf("resolved: %+v", f)
	}
}

func TestTheBirthDateRaisesUnderAge(t *testing.T) {
	b := newBench(t)
	b.create()
	ana := must(b, b.clients.Save)(practice.Client{ID: practice.NewID(), LegalName: "Ana Lee", BirthDate: "2008-03-13", AllergyAnswer: practice.AllergiesNoneKnown})
	screening := &Screening{b.app.core}
	v := must(b, screening.Begin)(ana.ID)
	v = must(b, screening.Save)(answered(*v.Open, practice.ScreeningClear))
	_, err := screening.Complete(ana.ID, v.Open.ID, v.Open.Version)
	if w := b.refused(err, fault.Invalid); w.Fields["conclusion"] == "" || len(v.Flags) != 1 || v.Flags[0].State != practice.FlagOpen {
		t.Errorf("refused %v, flags %+v", w.Fields, v.Flags)
	}
	b.wait(24 * time.Hour) // the eighteenth birthday
	_, err = screening.Complete(ana.ID, v.Open.ID, v.Open.Version)
	b.ok(err)
}

func TestMedicinesAndQuestions(t *testing.T) {
	b := newBench(t)
	b.create()
	screening := &Screening{b.app.core}
	ana := b.asked("Ana Lee")
	m := practice.Medicine{ID: practice.NewID(), ClientID: ana.ID, Name: " Lorazepam ", Dose: "1 mg", Schedule: "at night", Class: "benzodiazepine"}
	v := must(b, screening.SaveMedicine)(m)
	if len(v.Medicines) != 1 || v.Medicines[0].Line != "Lorazepam 1 mg, at night" || v.Medicines[0].ClassLabel != "Benzodiazepine" || len(v.Questions) != 1 {
		t.Fatalf("medicines %+v, questions %v", v.Medicines, v.Questions)
	}
	v = must(b, screening.Begin)(ana.ID)
	round := answered(*v.Open, practice.ScreeningPrescriber, "heart")
	for i := range round.Answers {
		round.Answers[i].AskPrescriber = true // of a no it is not kept
	}
	v = must(b, screening.Save)(round)
	if len(v.Questions) != 2 || v.Questions[0] != "Is there heart disease, an arrhythmia or heart failure? Yes: Since 2019." {
		t.Errorf("questions %q", v.Questions)
	}
	glance := must(b, b.clients.Glance)(ana.ID)
	if glance.MedicinesText != "Lorazepam 1 mg, at night" || glance.ScreeningText != "Not screened yet\nA round is begun, not complete\nOne flag open" {
		t.Errorf("glance %+v", glance)
	}
	m = v.Medicines[0].Medicine
	m.EndedOn = "2026-03-13"
	_, err := screening.SaveMedicine(m)
	b.refused(err, fault.Invalid)
	m.EndedOn = "2026-03-12"
	v = must(b, screening.SaveMedicine)(m)
	if len(v.Questions) != 1 || v.Medicines[0].EndedText != "Until 12 March 2026" {
		t.Errorf("ended: %+v, questions %v", v.Medicines, v.Questions)
	}
	if glance := must(b, b.clients.Glance)(ana.ID); glance.MedicinesText != "None recorded" {
		t.Errorf("glance %+v", glance)
	}
}

func TestScreeningsDueOnToday(t *testing.T) {
	b := newBench(t)
	b.create()
	ana := b.asked("Ana Lee")
	b.screen(ana.ID, practice.ScreeningClear) // to be repeated by 12 September
	due := func() string {
		for _, row := range get(b, b.today.Get).Due {
			if row.Kind == "screening" {
				return row.Text + ": " + row.Hint + " " + row.ClientID + " " + row.Part
			}
		}
		return ""
	}
	b.set(practice.Instant("2026-08-28T20:00:00.000Z").Time())
	if got := due(); got != "" {
		t.Errorf("15 days before: %s", got)
	}
	b.wait(24 * time.Hour)
	if got := due(); got != "Screening of Ana Lee: To be repeated by 12 September 2026 "+ana.ID+" screening" {
		t.Errorf("14 days before: %s", got)
	}
	b.wait(15 * 24 * time.Hour)
	if got := due(); !strings.Contains(got, "2026, overdue ") {
		t.Errorf("the day after: %s", got)
	}
	b.screen(ana.ID, practice.ScreeningClear)
	if got := due(); got != "" {
		t.Errorf("repeated: %s", got)
	}
}

func TestScreeningOfAnotherClient(t *testing.T) {
	b := newBench(t)
	b.create()
	screening := &Screening{b.app.core}
	ana, ben := b.asked("Ana"), b.asked("Ben")
	v := must(b, screening.Begin)(ana.ID)
	moved := *v.Open
	moved.ClientID = ben.ID
	_, err := screening.Save(moved)
	b.refused(err, fault.NotFound)
	_, err = screening.Complete(ben.ID, moved.ID, moved.Version)
	b.refused(err, fault.NotFound)
	_, err = screening.Begin(practice.NewID())
	b.refused(err, fault.NotFound)
	m := practice.Medicine{ID: practice.NewID(), ClientID: ana.ID, Name: "Zinc"}
	must(b, screening.SaveMedicine)(m)
	m.ClientID, m.Version = ben.ID, 1
	_, err = screening.SaveMedicine(m)
	b.refused(err, fault.Conflict)
}
