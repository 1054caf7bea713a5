package store_test

import (
	"reflect"
	"strings"
	"testing"
	"time"

	"snowfield/internal/fault"
	"snowfield/internal/practice"
	"snowfield/internal/store"
)

func (d *desk) screening(c practice.Client, answers ...practice.ScreeningAnswer) practice.Screening {
	d.t.Helper()
	s := practice.Screening{ID: practice.NewID(), ClientID: c.ID, Answers: answers}
	d.do(func(tx *store.Tx) (err error) { s, err = tx.PutScreening(s); return err })
	return s
}

func (d *desk) complete(s practice.Screening, reviewOn practice.Date) practice.Screening {
	d.t.Helper()
	s.Conclusion, s.ReviewOn, s.CompletedAt = practice.ScreeningClear, reviewOn, practice.At(d.now)
	d.do(func(tx *store.Tx) (err error) { s, err = tx.PutScreening(s); return err })
	return s
}

func TestScreeningComesBackAsWritten(t *testing.T) {
	d := newDesk(t)
	ana := d.client("Ana")
	s := practice.Screening{
		ID: practice.NewID(), ClientID: ana.ID, Notes: "N", Conclusion: practice.ScreeningPrescriber, ReviewOn: "2026-09-12",
		Answers: []practice.ScreeningAnswer{{
			ItemKey: "heart", Question: "Is there heart disease?", Severity: practice.SeverityHold,
			Answer: practice.AnswerYes, Detail: "it's \"mild\"", AskPrescriber: true,
		}},
	}
	var saved practice.Screening
	put := func(s practice.Screening) error {
		return d.try(func(tx *store.Tx) (err error) { saved, err = tx.PutScreening(s); return err })
	}
	before := d.audits()
	if err := put(s); err != nil {
		t.Fatal(err)
	}
	first := s
	s.Version, s.CreatedAt, s.UpdatedAt = 1, practice.At(noon), practice.At(noon)
	if got := see(d, func(tx *store.Tx) (practice.Screening, error) { return tx.Screening(s.ID) }); !reflect.DeepEqual(got, s) || !reflect.DeepEqual(saved, s) {
		t.Errorf("stored %+v\nreturned %+v\nwant %+v", got, saved, s)
	}

	d.later(time.Minute)
	if err := put(first); err != nil || !reflect.DeepEqual(saved, s) || d.audits() != before+1 {
		t.Errorf("sent again: %v, %+v, trail of %d", err, saved, d.audits()-before)
	}
	first.Notes = "other"
	want(t, put(first), fault.Conflict)
	if !reflect.DeepEqual(saved, s) {
		t.Errorf("a conflict returns what is stored, not %+v", saved)
	}
	second := practice.Screening{ID: practice.NewID(), ClientID: ana.ID}
	want(t, put(second), fault.Conflict) // one open round at a time

	s.Notes = "more"
	if err := put(s); err != nil || saved.Version != 2 || saved.UpdatedAt != practice.At(d.now) || d.audits() != before+1 {
		t.Errorf("an autosave: %v, %+v, trail of %d", err, saved, d.audits()-before)
	}
	done := d.complete(saved, "2026-09-12")
	if done.Version != 3 || d.audits() != before+2 {
		t.Errorf("completed: %+v, trail of %d", done, d.audits()-before)
	}
	done.Notes = "later"
	want(t, put(done), fault.Conflict)
	if err := put(second); err != nil {
		t.Errorf("a repeat: %v", err)
	}
	want(t, put(practice.Screening{ID: practice.NewID(), ClientID: practice.NewID()}), fault.NotFound)
}

// The open round is first, whatever the clock says.
func TestScreeningsNewestFirst(t *testing.T) {
	d := newDesk(t)
	ana := d.client("Ana")
	d.screening(d.client("Ben"))
	a := d.complete(d.screening(ana), "2026-09-12")
	d.later(time.Hour)
	b := d.complete(d.screening(ana), "2026-10-12")
	d.later(-100 * time.Hour)
	open := d.screening(ana)
	got := see(d, func(tx *store.Tx) ([]practice.Screening, error) { return tx.Screenings(ana.ID, 10) })
	if want := []practice.Screening{open, b, a}; !reflect.DeepEqual(got, want) {
		t.Errorf("listed %+v\nwant %+v", got, want)
	}
	if got := see(d, func(tx *store.Tx) ([]practice.Screening, error) { return tx.Screenings(ana.ID, 1) }); len(got) != 1 || got[0].ID != open.ID {
		t.Errorf("one: %+v", got)
	}
}

func TestNothingKeptOfAScreeningChangesBySQL(t *testing.T) {
	d := newDesk(t)
	ana, ben := d.client("Ana"), d.client("Ben")
	done := d.complete(d.screening(ana), "2026-09-12")
	open := d.screening(ana)
	r := practice.Resolution{ID: practice.NewID(), ClientID: ana.ID, Flag: practice.FlagRef{ItemKey: "heart", RaisedAt: practice.At(noon)}, Reason: "Her cardiologist wrote."}
	d.do(func(tx *store.Tx) error { _, err := tx.AddResolution(r); return err })
	columns := "id, client_id, answers, notes, conclusion, review_on, completed_at, created_at, updated_at, version"
	for name, query := range map[string]string{
		"a complete round changed":            "UPDATE screenings SET notes = 'x' WHERE id = '" + done.ID + "'",
		"a complete round opened":             "UPDATE screenings SET completed_at = '' WHERE id = '" + done.ID + "'",
		"a complete round deleted":            "DELETE FROM screenings WHERE id = '" + done.ID + "'",
		"an open round deleted":               "DELETE FROM screenings WHERE id = '" + open.ID + "'",
		"a complete round replaced":           "REPLACE INTO screenings (" + columns + ") SELECT id, client_id, '[]', 'x', conclusion, review_on, completed_at, created_at, updated_at, 9 FROM screenings WHERE id = '" + done.ID + "'",
		"an open round replaced by another":   "REPLACE INTO screenings (" + columns + ") SELECT '" + practice.NewID() + "', client_id, '[]', '', '', '', '', created_at, updated_at, 1 FROM screenings WHERE id = '" + open.ID + "'",
		"a round moved to another client":     "UPDATE screenings SET client_id = '" + ben.ID + "' WHERE id = '" + open.ID + "'",
		"a round given the complete one's id": "UPDATE OR REPLACE screenings SET id = '" + done.ID + "' WHERE id = '" + open.ID + "'",
		"a reason changed":                    "UPDATE flag_resolutions SET reason = 'x'",
		"a reason deleted":                    "DELETE FROM flag_resolutions",
		"a reason replaced":                   "REPLACE INTO flag_resolutions SELECT id, client_id, item_key, raised_at, 'x', created_at FROM flag_resolutions",
	} {
		if err := d.raw(query); err == nil || !strings.Contains(err.Error(), "kept") {
			t.Errorf("%s: %v", name, err)
		}
	}
	for name, query := range map[string]string{
		"complete without a conclusion":  "UPDATE screenings SET completed_at = '2026-03-12T12:00:00.000Z', review_on = '2026-09-12' WHERE id = '" + open.ID + "'",
		"complete without a review day":  "UPDATE screenings SET completed_at = '2026-03-12T12:00:00.000Z', conclusion = 'clear' WHERE id = '" + open.ID + "'",
		"a conclusion there is none of":  "UPDATE screenings SET conclusion = 'perhaps' WHERE id = '" + open.ID + "'",
		"answers that are not a list":    "UPDATE screenings SET answers = '{}' WHERE id = '" + open.ID + "'",
		"a medicine without a name":      "INSERT INTO medicines VALUES ('" + practice.NewID() + "', '" + ana.ID + "', '', '', '', '', '', '', '2026-03-12T12:00:00.000Z', '2026-03-12T12:00:00.000Z', 1)",
		"a reason that says nothing":     "INSERT INTO flag_resolutions VALUES ('" + practice.NewID() + "', '" + ana.ID + "', 'heart', '2026-03-12T12:00:00.000Z', '', '2026-03-12T12:00:00.000Z')",
		"a reason for nobody in records": "INSERT INTO flag_resolutions VALUES ('" + practice.NewID() + "', '" + practice.NewID() + "', 'heart', '2026-03-12T12:00:00.000Z', 'x', '2026-03-12T12:00:00.000Z')",
	} {
		if d.raw(query) == nil {
			t.Errorf("%s: accepted", name)
		}
	}
}

// An answer that is no JSON any more is damage, told as such.
func TestUnreadableAnswersAreDamage(t *testing.T) {
	d := newDesk(t)
	s := d.screening(d.client("Ana"))
	d.mustRaw("UPDATE screenings SET answers = '[3]' WHERE id = '" + s.ID + "'")
	want(t, d.try(func(tx *store.Tx) error { _, err := tx.Screening(s.ID); return err }), fault.Corrupt)
}

func TestScreeningsDue(t *testing.T) {
	d := newDesk(t)
	ana, ben, cy, dee := d.client("Ana"), d.client("Ben"), d.client("Cy"), d.client("Dee")
	d.complete(d.screening(ana), "2026-03-01") // repeated since
	d.later(time.Hour)
	d.complete(d.screening(ana), "2026-09-12")
	d.screening(ana) // an open round postpones nothing
	d.complete(d.screening(ben), "2026-04-01")
	d.complete(d.screening(cy), "2026-03-20")
	cy.Stage = practice.StageClosed
	d.do(func(tx *store.Tx) error { _, err := tx.PutClient(cy); return err })
	d.screening(dee) // never complete

	for by, names := range map[practice.Date]string{
		"2026-03-31": "", "2026-04-01": "Ben 2026-04-01", "2026-09-12": "Ben 2026-04-01, Ana 2026-09-12",
	} {
		var got []string
		for _, x := range see(d, func(tx *store.Tx) ([]store.DueScreening, error) { return tx.ScreeningsDue(by) }) {
			got = append(got, x.Name+" "+string(x.ReviewOn))
		}
		if strings.Join(got, ", ") != names {
			t.Errorf("by %s: %q, want %q", by, got, names)
		}
	}
}

func TestResolutions(t *testing.T) {
	d := newDesk(t)
	ana := d.client("Ana")
	r := practice.Resolution{ID: practice.NewID(), ClientID: ana.ID, Flag: practice.FlagRef{ItemKey: "heart", RaisedAt: practice.At(noon)}, Reason: "Her cardiologist wrote."}
	var saved practice.Resolution
	add := func(r practice.Resolution) error {
		return d.try(func(tx *store.Tx) (err error) { saved, err = tx.AddResolution(r); return err })
	}
	if err := add(r); err != nil || saved.CreatedAt != practice.At(noon) {
		t.Fatalf("added %+v, %v", saved, err)
	}
	first, trail := saved, d.audits()
	d.later(time.Minute)
	if err := add(r); err != nil || saved != first || d.audits() != trail {
		t.Errorf("sent again: %+v, %v", saved, err)
	}
	r.Reason = "Other words."
	want(t, add(r), fault.Conflict)
	r.ID = practice.NewID()
	if err := add(r); err != nil {
		t.Fatal(err)
	}
	if got := see(d, func(tx *store.Tx) ([]practice.Resolution, error) { return tx.Resolutions(ana.ID) }); !reflect.DeepEqual(got, []practice.Resolution{saved, first}) {
		t.Errorf("listed %+v", got)
	}
}
