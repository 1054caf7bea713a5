package app

import (
	"slices"
	"strings"
	"testing"
	"time"

	"snowfield/internal/fault"
	"snowfield/internal/practice"
	"snowfield/internal/store"
)

// answeredForm keeps a PHQ-9 of which items 1 and 9 are answered, as yet
// unfinished.
func (b *bench) answeredForm(clientID string, ninth int) FormView {
	b.Helper()
	m := &Measures{b.app.core}
	form := b.form(clientID, "phq-9")
	form.Answers = map[string]int{"1": 0, "9": ninth}
	return must(b, m.Save)(form)
}

// reviewed is a whole review of a form, as the page sends it.
func reviewed(v FormView) practice.RiskReview {
	return practice.RiskReview{ID: practice.NewID(), ResponseID: v.Response.ID, LinkID: "9", Answer: v.Response.Answers["9"], Risk: practice.RiskWatch, Text: "Asked: no plan, no means. Will call."}
}

func (b *bench) dueRisks() (texts []string) {
	b.Helper()
	for i, row := range get(b, b.today.Get).Due {
		if row.Kind != "risk" {
			continue
		}
		if i != len(texts) {
			b.Errorf("%q is not first among what is due", row.Text)
		}
		texts = append(texts, row.Text+" "+row.Form)
	}
	return texts
}

// A form that speaks of a risk asks until somebody has chosen and written, with
// the answer and the plan as the records have them.
func TestReviewOfARisk(t *testing.T) {
	b := newBench(t)
	b.create()
	m := &Measures{b.app.core}
	maren, otto := b.add("Maren Holt"), b.add("Otto Brandt")
	prep := must(b, b.preparations.Get)(maren.ID).Form
	prep.SafetyPlan = "Call Kim. Go to Mercy."
	must(b, b.preparations.Save)(prep)

	v := b.answeredForm(maren.ID, 0)
	if len(v.OpenRisks)+len(v.Risks) != 0 || len(b.dueRisks()) != 0 {
		t.Errorf("nothing is wrong: %+v", v.Risks)
	}
	v.Response.Answers["9"] = 1
	v = must(b, m.Save)(v.Response) // not finished
	if !slices.Equal(v.OpenRisks, []string{"9"}) || len(v.Risks) != 1 || v.Risks[0].Text != "PHQ-9 item 9 was answered 1, several days, on 12 March 2026." {
		t.Fatalf("it says %+v", v.Risks)
	}
	if due := b.dueRisks(); !slices.Equal(due, []string{"PHQ-9 item 9 of Maren Holt, 12 March: review the risk " + v.Response.ID}) {
		t.Errorf("due %q", due)
	}
	chart := must(b, b.clients.Chart)(maren.ID).Risk
	if len(chart.Waiting) != 1 || len(chart.Reviewed) != 0 || chart.SafetyPlan != "Call Kim. Go to Mercy." {
		t.Errorf("the chart says %+v", chart)
	}
	if other := must(b, b.clients.Chart)(otto.ID).Risk; len(other.Waiting)+len(other.Reviewed) != 0 || other.SafetyPlan != "" {
		t.Errorf("another's chart says %+v", other)
	}
	v = must(b, m.Finish)(v.Response)
	_, err := m.Strike(v.Response.ID, "Of another client.")
	b.refused(err, fault.Blocked)

	for name, x := range map[string]struct {
		change func(*practice.RiskReview)
		code   fault.Code
		field  string
	}{
		"no choice":      {func(x *practice.RiskReview) { x.Risk = "" }, fault.Invalid, "risk"},
		"no words":       {func(x *practice.RiskReview) { x.Text = " \n " }, fault.Invalid, "text"},
		"no concern":     {func(x *practice.RiskReview) { x.Risk, x.Text = practice.RiskNoConcern, "" }, fault.Invalid, "text"},
		"another item":   {func(x *practice.RiskReview) { x.LinkID = "1" }, fault.Conflict, ""},
		"no such item":   {func(x *practice.RiskReview) { x.LinkID = "99" }, fault.Conflict, ""},
		"another answer": {func(x *practice.RiskReview) { x.Answer = 2 }, fault.Conflict, ""},
		"no such form":   {func(x *practice.RiskReview) { x.ResponseID = practice.NewID() }, fault.NotFound, ""},
		"no id to keep":  {func(x *practice.RiskReview) { x.ID = "" }, fault.Invalid, "id"},
	} {
		review := reviewed(v)
		x.change(&review)
		_, err := m.Review(review)
		if w := b.refused(err, x.code); x.field != "" && w.Fields[x.field] == "" {
			t.Errorf("%s: %v", name, w.Fields)
		}
	}
	if len(b.dueRisks()) != 1 {
		t.Error("a refused review counts")
	}

	// Words about another answer than the one that stands are not kept; of the
	// plan and the time the page may say what it likes.
	b.wait(24 * time.Hour)
	review := reviewed(v)
	review.SafetyPlan, review.At = "None.", practice.At(b.clock.Add(-time.Hour))
	v = must(b, m.Review)(review)
	kept := v.Reviews[0]
	if len(v.OpenRisks) != 0 || len(v.Reviews) != 1 || kept.Answer != 1 || kept.SafetyPlan != "Call Kim. Go to Mercy." || kept.At != practice.At(b.clock) || kept.Text != review.Text {
		t.Errorf("kept %+v", v.Reviews)
	}
	if again := must(b, m.Review)(review); len(again.Reviews) != 1 || again.Reviews[0] != kept {
		t.Errorf("sent twice: %+v", again.Reviews)
	}
	other := review
	other.Text = "Otherwise."
	_, err = m.Review(other)
	b.refused(err, fault.Conflict)
	_, err = m.Review(reviewed(v)) // nothing waits any more
	b.refused(err, fault.Conflict)
	chart = must(b, b.clients.Chart)(maren.ID).Risk
	if len(b.dueRisks()) != 0 || len(chart.Waiting) != 0 || len(chart.Reviewed) != 1 || chart.Reviewed[0].ReviewText != "Item 9 was 1 on 12 March 2026: Watch." {
		t.Errorf("afterwards the chart says %+v", chart)
	}

	// Struck, the form counts no more; what was found stays to be seen.
	v, err = m.Strike(v.Response.ID, "Of another client.")
	b.ok(err)
	chart = must(b, b.clients.Chart)(maren.ID).Risk
	if len(v.Reviews) != 1 || len(v.OpenRisks) != 0 || len(chart.Reviewed) != 1 || chart.Reviewed[0].StruckText != "Of another client." || *chart.Reviewed[0].Review != kept {
		t.Errorf("struck: %+v", chart)
	}
	card := must(b, m.Card)(maren.ID)
	if card.Facts[0].Lines[0] != "Call Kim. Go to Mercy." {
		t.Errorf("the card says %+v", card.Facts)
	}
}

// However a form came to be, and however far it came: what it says waits. A
// review is of one answer; another answer asks anew.
func TestEveryFormAsksAboutItsRisk(t *testing.T) {
	b := newBench(t)
	b.create()
	m := &Measures{b.app.core}
	client := b.add("Maren Holt")
	waits := func(what string, want int) {
		t.Helper()
		if n := len(must(b, b.clients.Chart)(client.ID).Risk.Waiting); n != want || len(b.dueRisks()) != want {
			t.Errorf("%s: %d wait in the chart, %d on Today, want %d", what, n, len(b.dueRisks()), want)
		}
	}

	open := b.answeredForm(client.ID, 1)
	waits("not finished", 1)
	v := must(b, m.Review)(reviewed(open))
	waits("reviewed before its end", 0)
	v.Response.Answers["9"] = 2
	v = must(b, m.Save)(v.Response)
	waits("another answer", 1)
	v.Response.Answers["9"] = 0
	v = must(b, m.Save)(v.Response)
	waits("taken back", 0)
	if len(v.Risks) != 1 || v.Risks[0].Review == nil || v.Risks[0].Answer != 1 {
		t.Errorf("the review of the answer before is gone: %+v", v.Risks)
	}

	paper := must(b, m.Begin)(FormStart{
		ID: practice.NewID(), ClientID: client.ID, InstrumentID: "phq-9", By: practice.AnsweredPaper, AnsweredAt: practice.At(b.clock.Add(-400 * 24 * time.Hour)),
	}).Response
	paper.Answers = map[string]int{"9": 3}
	must(b, m.Finish)(paper)
	waits("from paper, a year ago", 1)
	if due := b.dueRisks()[0]; !strings.HasPrefix(due, "PHQ-9 item 9 of Maren Holt, 5 February 2025: ") {
		t.Errorf("due %q", due)
	}

	handed := b.form(client.ID, "phq-9")
	b.ok(m.HandOver(handed.ID, "the form"))
	b.answer(m, "9", 1)
	_, err := m.Review(reviewed(FormView{Response: handed}))
	b.refused(err, fault.Locked)
	_, err = m.TakeBack(testPassphrase)
	b.ok(err)
	waits("taken back from the client, not finished", 2)
	if lines := must(b, b.clients.Chart)(client.ID).Risk.Waiting; lines[0].ResponseID != handed.ID {
		t.Errorf("the form answered last is not first: %+v", lines)
	}

	// They outlast the lock.
	b.ok(b.vault.Lock("the chart"))
	_, err = b.vault.Unlock(testPassphrase)
	b.ok(err)
	waits("after the lock", 2)
}

// No dosing session begins past a risk nobody has reviewed but with a typed
// reason, and that holds for this answer alone.
func TestARiskStandsInTheWay(t *testing.T) {
	b := newBench(t)
	b.create()
	m := &Measures{b.app.core}
	client := b.add("Maren Holt")
	s := b.planDosing(practice.Office, client.ID)
	b.ready(s)
	form := b.answeredForm(client.ID, 1)
	key := func(answer string) string { return "risk:" + form.Response.ID + ":9=" + answer }
	if keys := b.blockedBy(s.Session.ID); !slices.Equal(keys, []string{key("1")}) {
		t.Fatalf("in the way: %q", keys)
	}
	check := must(b, b.readiness.Get)(s.Session.ID)[0].Checks[0]
	if check.Form != form.Response.ID || check.Topic != "measures" || check.Text != "PHQ-9 item 9 was answered 1, several days, on 12 March 2026, and nobody has reviewed the risk." {
		t.Errorf("it says %+v", check)
	}
	_, err := b.sessions.Begin(s.Session.ID)
	b.refused(err, fault.Blocked)

	lift := practice.Lift{ID: practice.NewID(), ParticipantID: s.Parts[0].ParticipantID, CheckKey: key("1"), Kind: practice.LiftReason, Reason: "Spoken with her by telephone."}
	_, err = b.readiness.Lift(s.Session.ID, lift)
	b.ok(err)
	if keys := b.blockedBy(s.Session.ID); len(keys) != 0 {
		t.Errorf("lifted, and in the way: %q", keys)
	}
	form.Response.Answers["9"] = 2
	form = must(b, m.Save)(form.Response)
	if keys := b.blockedBy(s.Session.ID); !slices.Equal(keys, []string{key("2")}) {
		t.Errorf("another answer: %q", keys)
	}
	must(b, m.Review)(reviewed(form))
	v := must(b, b.sessions.Begin)(s.Session.ID)
	if v.State != practice.Open {
		t.Errorf("after the review it is %s", v.State)
	}
	_, err = view(b.app.core, func(tx *store.Tx) (nothing, error) {
		start, _, err := tx.Start(s.Parts[0].ParticipantID)
		lifted := func(c practice.Check) bool { return c.Key == "earlier:"+key("1") && c.Lift.Reason == lift.Reason }
		if !slices.ContainsFunc(start.Readiness.Checks, lifted) {
			t.Errorf("what was lifted is not kept: %+v", start.Readiness.Checks)
		}
		return nothing{}, err
	})
	b.ok(err)
}
