package store_test

import (
	"os"
	"reflect"
	"slices"
	"strings"
	"testing"
	"time"

	"snowfield/internal/fault"
	"snowfield/internal/practice"
	"snowfield/internal/store"
)

// form puts a PHQ-9 with item 9 above zero into the records.
func (d *desk) form(clientID string) (practice.Instrument, practice.Response) {
	d.t.Helper()
	i, err := practice.CurrentInstrument("phq-9")
	if err != nil {
		d.t.Fatal(err)
	}
	r := practice.Response{
		ID: practice.NewID(), ClientID: clientID, Instrument: i.Ref(), AnsweredAt: practice.At(d.now), Zone: "UTC", By: practice.AnsweredAsked,
		Answers: map[string]int{"1": 2, "9": 1},
	}
	d.do(func(tx *store.Tx) (err error) { r, err = tx.PutResponse(r, i); return err })
	return i, r
}

// putForm writes a form and returns what the store gave back.
func (d *desk) putForm(r practice.Response, i practice.Instrument) (saved practice.Response, err error) {
	d.t.Helper()
	err = d.try(func(tx *store.Tx) (err error) { saved, err = tx.PutResponse(r, i); return err })
	return saved, err
}

// review keeps that an answer was reviewed.
func (d *desk) review(r practice.Response, answer int) practice.RiskReview {
	d.t.Helper()
	x := practice.RiskReview{
		ID: practice.NewID(), ResponseID: r.ID, LinkID: "9", Answer: answer, Risk: practice.RiskWatch, Text: "Asked; no plan, no means.", SafetyPlan: "Ring K.",
	}
	d.do(func(tx *store.Tx) (err error) { x, err = tx.AddRiskReview(x); return err })
	return x
}

// atRisk reports whether a form is among those that wait for a review.
func (d *desk) atRisk(id string) bool {
	d.t.Helper()
	for _, r := range see(d, (*store.Tx).ResponsesAtRisk) {
		if r.ID == id {
			return true
		}
	}
	return false
}

func TestFormComesBackAsWritten(t *testing.T) {
	d := newDesk(t)
	ana := d.client("Ana")
	before := d.audits()
	i, r := d.form(ana.ID)
	first := r
	first.Version, first.CreatedAt, first.UpdatedAt = 0, "", ""
	stored := func() practice.Response {
		return see(d, func(tx *store.Tx) (practice.Response, error) { return tx.Response(r.ID) })
	}
	if want := 1; r.Version != want || r.CreatedAt != practice.At(noon) || !reflect.DeepEqual(stored(), r) {
		t.Errorf("stored %+v\nreturned %+v", stored(), r)
	}

	d.later(time.Minute)
	if saved, err := d.putForm(first, i); err != nil || !reflect.DeepEqual(saved, r) || d.audits() != before+1 {
		t.Errorf("sent again: %v, %+v, trail of %d", err, saved, d.audits()-before)
	}
	other := first
	other.Answers = map[string]int{"1": 3}
	saved, err := d.putForm(other, i)
	want(t, err, fault.Conflict)
	if !reflect.DeepEqual(saved, r) {
		t.Errorf("a conflict returns what is stored, not %+v", saved)
	}

	// An answer on its way leaves no trace in the trail; the end does.
	r.Answers = map[string]int{"1": 2, "2": 0, "9": 1}
	if r, err = d.putForm(r, i); err != nil || r.Version != 2 || r.UpdatedAt != practice.At(d.now) || d.audits() != before+1 {
		t.Errorf("an answer: %v, %+v, trail of %d", err, r, d.audits()-before)
	}
	stale := r
	stale.Version, stale.Answers = 1, map[string]int{"1": 0}
	_, err = d.putForm(stale, i)
	want(t, err, fault.Conflict)
	r.FinishedAt = practice.At(d.now)
	if r, err = d.putForm(r, i); err != nil || r.Version != 3 || d.audits() != before+2 || !reflect.DeepEqual(stored(), r) {
		t.Errorf("finished: %v, %+v, trail of %d", err, r, d.audits()-before)
	}

	// A score without answers, and one that is nobody's.
	eleven := 11
	entered, err := practice.CurrentInstrument("isi")
	if err != nil {
		t.Fatal(err)
	}
	score := practice.Response{
		ID: practice.NewID(), ClientID: ana.ID, Instrument: entered.Ref(), AnsweredAt: practice.At(noon.Add(-time.Hour)), Zone: "UTC", By: practice.AnsweredPaper, Score: &eleven,
	}
	if score, err = d.putForm(score, entered); err != nil || score.Answers == nil || *score.Score != 11 {
		t.Errorf("a score: %v, %+v", err, score)
	}
	if got := see(d, func(tx *store.Tx) ([]practice.Response, error) { return tx.Responses(ana.ID) }); !reflect.DeepEqual(got, []practice.Response{r, score}) {
		t.Errorf("listed %+v", got)
	}
	nobody := first
	nobody.ID, nobody.ClientID = practice.NewID(), practice.NewID()
	_, err = d.putForm(nobody, i)
	want(t, err, fault.NotFound)
}

// A definition is kept once, as it was, and nothing else takes its name.
func TestDefinitionIsKept(t *testing.T) {
	d := newDesk(t)
	ana := d.client("Ana")
	i, r := d.form(ana.ID)
	if kept := see(d, func(tx *store.Tx) (practice.Instrument, error) { return tx.Instrument(i.Ref()) }); !reflect.DeepEqual(kept, i) {
		t.Errorf("kept %+v\nwant %+v", kept, i)
	}
	changed := i
	changed.Lead = "How was it?"
	r.Answers = map[string]int{"1": 3}
	_, err := d.putForm(r, changed)
	want(t, err, fault.Conflict)
	if got := see(d, func(tx *store.Tx) (practice.Response, error) { return tx.Response(r.ID) }); got.Answers["1"] != 2 {
		t.Errorf("a form was changed by a refused definition: %+v", got)
	}
	changed.Version = 2
	r = practice.Response{ID: practice.NewID(), ClientID: ana.ID, Instrument: changed.Ref(), AnsweredAt: practice.At(noon), Zone: "UTC", By: practice.AnsweredSelf}
	if _, err = d.putForm(r, changed); err != nil {
		t.Errorf("another version beside it: %v", err)
	}
	for name, query := range map[string]string{
		"changed":    "UPDATE instruments SET body = '{}'",
		"renamed":    "UPDATE instruments SET version = 7 WHERE version = 1",
		"deleted":    "DELETE FROM instruments",
		"replaced":   "REPLACE INTO instruments SELECT id, version, '{}', at FROM instruments",
		"ignored in": "INSERT OR IGNORE INTO instruments SELECT id, version, '{}', at FROM instruments",
	} {
		if err := d.raw(query); err == nil || !strings.Contains(err.Error(), "kept") {
			t.Errorf("%s: %v", name, err)
		}
	}
	if d.raw("INSERT INTO instruments VALUES ('x', 1, '[]', ?)", practice.At(noon)) == nil || d.raw("INSERT INTO instruments VALUES ('x', 1, 'no JSON', ?)", practice.At(noon)) == nil {
		t.Error("a definition that is none is kept")
	}
}

// A version that no program knows any more scores from the records alone.
func TestPastVersionScores(t *testing.T) {
	d := newDesk(t)
	ana := d.client("Ana")
	past := practice.Instrument{
		ID: "phq-9", Version: 900, Title: "PHQ-9", Name: "Of another time", About: "depression", Lead: "How often?", Licence: "Made up.", Choices: []practice.Choice{{Value: 1, Label: "No"}, {Value: 5, Label: "Yes"}},
		Items: []practice.Item{{LinkID: "a", Text: "One"}, {LinkID: "b", Text: "Two", Safety: true}}, Scoring: practice.Scoring{Method: practice.ScoreSum, Min: 2, Max: 10},
		Bands: []practice.Band{{From: 2, To: 5, Label: "few"}, {From: 6, To: 10, Label: "many"}},
	}
	r := practice.Response{
		ID: practice.NewID(), ClientID: ana.ID, Instrument: past.Ref(), AnsweredAt: practice.At(noon), Zone: "UTC", By: practice.AnsweredPaper,
		Answers: map[string]int{"a": 1, "b": 5}, FinishedAt: practice.At(noon),
	}
	if _, err := d.putForm(r, past); err != nil {
		t.Fatal(err)
	}
	kept := see(d, func(tx *store.Tx) (practice.Instrument, error) { return tx.Instrument(past.Ref()) })
	stored := see(d, func(tx *store.Tx) (practice.Response, error) { return tx.Response(r.ID) })
	if result := kept.Result(stored); result.Total == nil || *result.Total != 6 || result.Band != "many" || !reflect.DeepEqual(result.Risks, []string{"b"}) {
		t.Errorf("it scores %+v", result)
	}
	if !d.atRisk(r.ID) {
		t.Error("its own safety item is not told")
	}
	// The same by SQL alone, as docs/format.md says.
	got := dump(t, d.db, formScores(t))
	if !strings.Contains(got, "total=6\tband=many\t") {
		t.Errorf("by SQL: %s", got)
	}
}

func TestFinishedFormStaysBySQL(t *testing.T) {
	d := newDesk(t)
	ana, ben := d.client("Ana"), d.client("Ben")
	i, open := d.form(ana.ID)
	_, done := d.form(ana.ID)
	d.review(done, 1)
	done.FinishedAt = practice.At(d.now)
	done, err := d.putForm(done, i)
	if err != nil {
		t.Fatal(err)
	}
	_, empty := d.form(ana.ID)
	empty.Answers = nil
	if empty, err = d.putForm(empty, i); err != nil {
		t.Fatal(err)
	}
	of := func(id string) string { return " WHERE id = '" + id + "'" }
	_, past := d.form(ana.ID)
	past.FinishedAt = practice.At(d.now)
	if past, err = d.putForm(past, i); err != nil {
		t.Fatal(err)
	}
	columns := "id, client_id, instrument_id, instrument_version, answered_at, zone, answered_by, answers, score, finished_at, struck_at, struck_reason, at_risk, created_at, updated_at, version"
	replaced := func(r practice.Response, changes ...string) string {
		return "REPLACE INTO responses (" + columns + ") SELECT " + strings.NewReplacer(changes...).Replace(columns) + " FROM responses" + of(r.ID)
	}
	anew := func(changes ...string) string {
		return strings.Replace(replaced(open, append(changes, "id, client_id", "'"+practice.NewID()+"', client_id")...), "REPLACE", "INSERT", 1)
	}
	before := dump(t, d.db, "SELECT * FROM responses ORDER BY id")
	for name, query := range map[string]string{
		"answers changed":            `UPDATE responses SET answers = '{}'` + of(done.ID),
		"a score given":              "UPDATE responses SET score = 3" + of(done.ID),
		"the day changed":            "UPDATE responses SET answered_at = created_at || ''" + ", answered_at = '2020-01-01T00:00:00.000Z'" + of(done.ID),
		"the zone changed":           "UPDATE responses SET zone = 'Europe/Berlin'" + of(done.ID),
		"who answered changed":       "UPDATE responses SET answered_by = 'self'" + of(done.ID),
		"opened again":               "UPDATE responses SET finished_at = ''" + of(done.ID),
		"finished anew":              "UPDATE responses SET finished_at = '2026-03-13T12:00:00.000Z'" + of(done.ID),
		"another client":             "UPDATE responses SET client_id = '" + ben.ID + "'" + of(done.ID),
		"an open one's client":       "UPDATE responses SET client_id = '" + ben.ID + "'" + of(open.ID),
		"another questionnaire":      "UPDATE responses SET instrument_version = 2" + of(open.ID),
		"another beginning":          "UPDATE responses SET created_at = '2020-01-01T00:00:00.000Z'" + of(open.ID),
		"another id":                 "UPDATE OR REPLACE responses SET id = '" + done.ID + "'" + of(open.ID),
		"deleted":                    "DELETE FROM responses" + of(done.ID),
		"an answered one deleted":    "DELETE FROM responses" + of(open.ID),
		"replaced":                   replaced(done, "answers", "'{}'"),
		"an open one moved over":     replaced(open, "client_id", "'"+ben.ID+"'"),
		"a risk put away":            "UPDATE responses SET at_risk = 0" + of(open.ID),
		"a risk replaced away":       replaced(open, "at_risk", "0"),
		"with another answer":        `UPDATE responses SET at_risk = 0, answers = json_set(answers, '$."1"', 3)` + of(open.ID),
		"and ended":                  `UPDATE responses SET at_risk = 0, answers = json_set(answers, '$."2"', 0), finished_at = updated_at` + of(open.ID),
		"of a finished one":          "UPDATE responses SET at_risk = 0" + of(past.ID),
		"with another answer, over":  replaced(open, "answers", `json_set(answers, '$."1"', 3)`, "at_risk", "0"),
		"another beginning, over":    replaced(open, "created_at", "'2020-01-01T00:00:00.000Z'"),
		"ended and struck, over":     replaced(open, "finished_at", "updated_at", "struck_at", "updated_at", "struck_reason", "'x'"),
		"struck before a review":     "UPDATE responses SET struck_at = updated_at, struck_reason = 'x'" + of(past.ID),
		"ended and struck":           "UPDATE responses SET finished_at = updated_at, struck_at = updated_at, struck_reason = 'x'" + of(open.ID),
		"a new one without its risk": anew("at_risk", "0"),
		"a new one, struck":          anew("finished_at", "updated_at", "struck_at", "updated_at", "struck_reason", "'x'"),
		"a new one, more than asked": anew("at_risk", "0", "answers", `'{"9": 3}'`),
		"a risk struck away":         "UPDATE responses SET at_risk = 0, finished_at = updated_at, struck_at = updated_at, struck_reason = 'x'" + of(open.ID),
		"struck without being ended": "UPDATE responses SET struck_at = updated_at, struck_reason = 'x'" + of(empty.ID),
		"struck without a reason":    "UPDATE responses SET struck_at = updated_at" + of(done.ID),
	} {
		if d.raw(query) == nil {
			t.Errorf("%s: accepted", name)
		}
	}
	if after := dump(t, d.db, "SELECT * FROM responses ORDER BY id"); after != before {
		t.Errorf("changed:\n%s\nwas:\n%s", after, before)
	}
	d.do(func(tx *store.Tx) error { return tx.DropResponse(empty.ID) })

	// Struck once; then nothing at all changes.
	done.StruckAt, done.StruckReason = practice.At(d.now), "Entered twice."
	d.do(func(tx *store.Tx) error { return tx.StrikeResponse(done) })
	want(t, d.try(func(tx *store.Tx) error { return tx.StrikeResponse(done) }), fault.Conflict)
	for _, set := range []string{"struck_at = '', struck_reason = ''", "struck_reason = 'x'", "at_risk = 1", "version = 9"} {
		if d.raw("UPDATE responses SET "+set+of(done.ID)) == nil {
			t.Errorf("a struck one takes %s", set)
		}
	}
	stored := see(d, func(tx *store.Tx) (practice.Response, error) { return tx.Response(done.ID) })
	if !stored.Struck() || stored.StruckReason != "Entered twice." || stored.Answers["9"] != 1 || stored.Version != done.Version+1 {
		t.Errorf("struck: %+v", stored)
	}
}

// A risk is told while the answer stands and nobody has reviewed it, finished
// or not, whatever the total.
func TestAtRisk(t *testing.T) {
	d := newDesk(t)
	ana := d.client("Ana")
	i, r := d.form(ana.ID)
	if !d.atRisk(r.ID) {
		t.Error("an unfinished form's item 9 is not told")
	}
	answer := func(value int) {
		t.Helper()
		r.Answers = map[string]int{"1": 2, "9": value}
		var err error
		if r, err = d.putForm(r, i); err != nil {
			t.Fatal(err)
		}
	}
	answer(0)
	if d.atRisk(r.ID) {
		t.Error("zero is told as a risk")
	}
	answer(1)
	x := d.review(r, 1)
	if d.atRisk(r.ID) {
		t.Error("it is told although it was reviewed")
	}
	answer(2)
	if !d.atRisk(r.ID) {
		t.Error("another answer than the one that was reviewed is not told")
	}
	if d.raw("UPDATE responses SET at_risk = 0") == nil {
		t.Error("the review of another answer lets it go by SQL")
	}
	answer(1)
	if d.atRisk(r.ID) {
		t.Error("the reviewed answer is told again")
	}
	answer(3)
	r.FinishedAt = practice.At(d.now)
	r, err := d.putForm(r, i)
	if err != nil || !d.atRisk(r.ID) {
		t.Errorf("finished: %v, told %v", err, d.atRisk(r.ID))
	}
	d.later(time.Hour)
	y := d.review(r, 3)
	if d.atRisk(r.ID) {
		t.Error("it is told although it was reviewed at last")
	}
	if got := see(d, func(tx *store.Tx) ([]practice.RiskReview, error) { return tx.RiskReviews(r.ID) }); !reflect.DeepEqual(got, []practice.RiskReview{x, y}) {
		t.Errorf("reviews %+v", got)
	}
	if got := see(d, func(tx *store.Tx) ([]practice.RiskReview, error) { return tx.RiskReviewsOf(ana.ID) }); !reflect.DeepEqual(got, []practice.RiskReview{y, x}) {
		t.Errorf("all reviews %+v", got)
	}
	ben := d.client("Ben")
	if got := see(d, func(tx *store.Tx) ([]practice.RiskReview, error) { return tx.RiskReviewsOf(ben.ID) }); len(got) != 0 {
		t.Errorf("another client's reviews %+v", got)
	}
}

func TestRiskReviewIsWrittenOnce(t *testing.T) {
	d := newDesk(t)
	_, r := d.form(d.client("Ana").ID)
	x := d.review(r, 1)
	before := d.audits()
	d.later(time.Minute)
	again := x
	again.At = ""
	d.do(func(tx *store.Tx) error {
		got, err := tx.AddRiskReview(again)
		if got != x {
			t.Errorf("sent twice: %+v", got)
		}
		return err
	})
	if d.audits() != before {
		t.Error("sent twice, it left a trace")
	}
	again.Text = "Other words"
	want(t, d.try(func(tx *store.Tx) error { _, err := tx.AddRiskReview(again); return err }), fault.Conflict)
	nowhere := x
	nowhere.ID, nowhere.ResponseID = practice.NewID(), practice.NewID()
	want(t, d.try(func(tx *store.Tx) error { _, err := tx.AddRiskReview(nowhere); return err }), fault.NotFound)
	for _, query := range []string{
		"UPDATE risk_reviews SET text = 'x'", "UPDATE risk_reviews SET answer = 2", "UPDATE risk_reviews SET at = at", "DELETE FROM risk_reviews",
		"REPLACE INTO risk_reviews SELECT id, response_id, link_id, answer, 'no_concern', 'x', safety_plan, at FROM risk_reviews",
		"DELETE FROM responses",
	} {
		if err := d.raw(query); err == nil || !strings.Contains(err.Error(), "kept") {
			t.Errorf("%s: %v", query, err)
		}
	}
	if d.raw("INSERT INTO risk_reviews VALUES (?, ?, '9', 1, 'watch', '', '', ?)", practice.NewID(), r.ID, practice.At(noon)) == nil {
		t.Error("a review without words is kept")
	}
}

func TestClientMeasuresComeBackAsWritten(t *testing.T) {
	d := newDesk(t)
	ana := d.client("Ana")
	find := func() (practice.ClientMeasures, error) {
		var x practice.ClientMeasures
		err := d.try(func(tx *store.Tx) (err error) { x, err = tx.ClientMeasures(ana.ID); return err })
		return x, err
	}
	_, err := find()
	want(t, err, fault.NotFound)
	x := practice.ClientMeasures{ClientID: ana.ID, Plan: practice.MeasurePlan{Rows: []practice.MeasureRow{{InstrumentID: "phq-9", Baseline: true, InWindow: true}}}}
	put := func(x practice.ClientMeasures) (saved practice.ClientMeasures, err error) {
		err = d.try(func(tx *store.Tx) (err error) { saved, err = tx.PutClientMeasures(x); return err })
		return saved, err
	}
	before := d.audits()
	first, err := put(x)
	stored, _ := find()
	if err != nil || first.Version != 1 || !reflect.DeepEqual(stored, first) || !reflect.DeepEqual(first.Plan, x.Plan) {
		t.Errorf("%v, %+v, stored %+v", err, first, stored)
	}
	if again, err := put(x); err != nil || !reflect.DeepEqual(again, first) || d.audits() != before+1 {
		t.Errorf("sent twice: %v, %+v, trail of %d", err, again, d.audits()-before)
	}
	x.Plan.Rows = []practice.MeasureRow{}
	_, err = put(x)
	want(t, err, fault.Conflict)
	first.Plan = x.Plan
	if next, err := put(first); err != nil || next.Version != 2 || d.audits() != before+2 {
		t.Errorf("changed: %v, %+v, trail of %d", err, next, d.audits()-before)
	}
}

// formScores is the query of docs/format.md that scores every form by the
// definition beside it.
func formScores(t *testing.T) string {
	t.Helper()
	text, err := os.ReadFile("../../docs/format.md")
	if err != nil {
		t.Fatal(err)
	}
	_, query, found := strings.Cut(string(text), "```sql\nWITH scored")
	query, _, closed := strings.Cut(query, "```")
	if !found || !closed {
		t.Fatal("docs/format.md has no query that scores forms")
	}
	return "WITH scored" + query
}

// Where a client has more than is read at once, the oldest is what is left out;
// what speaks of a risk is read whatever lies after it.
func TestBoundsLeaveOutTheOldest(t *testing.T) {
	d := newDesk(t)
	ana, ben := d.client("Ana"), d.client("Ben")
	i, at := d.form(ana.ID)
	s := d.session(practice.Dosing, ana)
	d.course(ben.ID)
	many := "WITH RECURSIVE many (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM many WHERE n < 2000) "
	id := "printf('00000000-0000-7000-8000-%012d', n)"
	for _, query := range []string{
		"INSERT INTO responses SELECT " + id + ", client_id, instrument_id, instrument_version, '2026-06-01T00:00:00.000Z', zone, answered_by, '{}', NULL, '', '', '', 0, created_at, updated_at, 1 FROM responses JOIN many",
		"INSERT INTO sessions (id, kind, planned_start, planned_end, actual_start, actual_end, zone, place, cancelled_at, created_at, updated_at, version) SELECT " + id + ", kind, '2025-06-01T00:00:00.000Z', '', '', '', zone, place, '', created_at, updated_at, 1 FROM sessions JOIN many WHERE n <= 500",
		"INSERT INTO participants SELECT " + id + ", " + id + ", client_id, 0 FROM participants JOIN many WHERE n <= 500",
		"INSERT INTO clients SELECT " + id + ", " + "legal_name, preferred_name, search_name, pronouns, birth_date, email, phone, address, emergency_contact_name, emergency_contact_relationship, emergency_contact_phone, allergy_answer, allergies, concerns, intention, watch, notes, stage, opened_at, created_at, updated_at, 1, diagnoses" + " FROM clients JOIN many WHERE legal_name = 'Ana' AND n <= 500",
		"INSERT INTO courses SELECT " + id + ", " + id + ", goal, template_name, plan, window_hours, first_stage_hours, started_at, reviews, maintenance_since, completed_at, ending, closing_summary, created_at, updated_at, 1 FROM courses JOIN many WHERE n <= 500",
	} {
		if err := d.raw(many + query); err != nil {
			t.Fatal(err)
		}
	}
	risks := func() []practice.Response {
		return see(d, func(tx *store.Tx) ([]practice.Response, error) { return tx.ResponsesWithRisk(ana.ID) })
	}
	if list := risks(); len(list) != 1 || list[0].ID != at.ID {
		t.Errorf("of a risk: %d forms", len(list))
	}
	d.review(at, 1)
	at.Answers = map[string]int{"9": 0}
	if _, err := d.putForm(at, i); err != nil {
		t.Fatal(err)
	}
	if list := risks(); len(list) != 1 || list[0].ID != at.ID {
		t.Errorf("one that was reviewed: %d forms", len(list))
	}
	if list := d.measuring(ana.ID).Dosings; !slices.ContainsFunc(list, func(h practice.Held) bool { return h.Session.ID == s.ID }) {
		t.Errorf("the newest of %d dosing sessions is left out", len(list))
	}
	clients := see(d, func(tx *store.Tx) ([]string, error) { return tx.MeasuredClients(practice.At(noon), practice.At(noon)) })
	if !slices.Contains(clients, ben.ID) || !slices.IsSorted(clients) {
		t.Errorf("the newest of %d clients is left out", len(clients))
	}
}
