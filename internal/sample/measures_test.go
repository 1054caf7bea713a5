package sample_test

import (
	"slices"
	"testing"

	"snowfield/internal/practice"
	"snowfield/internal/store"
)

// measured is what one client's forms say.
type measured struct {
	change                   map[string]practice.Change // by instrument
	partial, unfinished      int
	struck, risks, openRisks int
}

func read(t *testing.T, tx *store.Tx, clientID string) measured {
	t.Helper()
	must := func(err error) {
		t.Helper()
		if err != nil {
			t.Fatal(err)
		}
	}
	forms, err := tx.Responses(clientID)
	must(err)
	first := practice.Instant("")
	sessions, err := tx.SessionsOfClient(clientID, 100)
	must(err)
	for _, s := range sessions {
		doses, err := tx.Doses(s.Participants[0].ID)
		must(err)
		if at := practice.Totals(doses).FirstAt; at != "" && (first == "" || at < first) {
			first = at
		}
	}
	m, filled := measured{change: map[string]practice.Change{}}, map[string][]practice.Filled{}
	for _, r := range forms {
		i, err := tx.Instrument(r.Instrument)
		must(err)
		must(r.Validate(i, tx.Now()))
		reviews, err := tx.RiskReviews(r.ID)
		must(err)
		result := i.Result(r)
		switch {
		case r.Struck():
			m.struck++
		case !r.Finished():
			m.unfinished++
		case !result.Complete():
			m.partial++
		}
		m.risks += len(result.Risks)
		m.openRisks += len(practice.OpenRisks(i, r, reviews))
		filled[i.ID] = append(filled[i.ID], practice.Filled{Response: r, Instrument: i})
	}
	for id, list := range filled {
		m.change[id] = practice.ReadChange(list, practice.TreatmentStart{FirstDose: first})
	}
	return m
}

// measures shows what the forms are there to show: courses that help, one that
// does not, item 9 above zero, forms without a total.
func measures(t *testing.T, tx *store.Tx) {
	t.Helper()
	rows, _, err := tx.Clients("", store.AllClients, 0, 100)
	if err != nil {
		t.Fatal(err)
	}
	got := map[string]measured{}
	for _, row := range rows {
		c, err := tx.Client(row.ID)
		if err != nil {
			t.Fatal(err)
		}
		got[c.LegalName] = read(t, tx, c.ID)
	}
	claims := func(name, instrument string, want ...practice.RuleKind) {
		t.Helper()
		list := []practice.RuleKind{}
		for _, c := range got[name].change[instrument].Claims {
			if !c.Better {
				t.Errorf("%s, %s: %s", name, instrument, c.Words)
			}
			list = append(list, c.Kind)
		}
		if !slices.Equal(list, want) {
			t.Errorf("%s, %s: %v, want %v", name, instrument, list, want)
		}
	}
	claims("Maren Holt", "phq-9", practice.RuleResponse, practice.RuleMeaningful)
	claims("Maren Holt", "gad-7", practice.RuleMeaningful)
	claims("Jonas Reyes", "pcl-5", practice.RuleReliable)
	claims("Rowan Ellery", "phq-9")
	claims("Rowan Ellery", "gad-7")
	claims("Otto Vance", "phq-9", practice.RuleResponse, practice.RuleRemission, practice.RuleMeaningful)
	claims("Otto Vance", "madrs", practice.RuleResponse)

	maren, rowan := got["Maren Holt"].change["phq-9"], got["Rowan Ellery"].change["phq-9"]
	if maren.Baseline.Value != 18 || maren.Last.Value != 8 || maren.SinceBaseline.Words != "10 lower (-56 %)" || maren.SinceBefore.Words != "2 lower (-20 %)" {
		t.Errorf("Maren: %+v, %+v, %+v", maren.Baseline, maren.Last, maren.SinceBaseline)
	}
	if d := rowan.SinceBaseline; d == nil || d.Better == nil || *d.Better {
		t.Errorf("Rowan is not worse: %+v", d)
	}
	if d := got["Delphine Marsh"]; d.risks != 1 || d.openRisks != 0 {
		t.Errorf("Delphine: %d answers speak of a risk, %d wait for a review", d.risks, d.openRisks)
	}
	if a, r := got["Aiko Lindgren"], got["Rowan Ellery"]; a.partial != 1 || a.unfinished != 1 || a.change["phq-9"].Last != nil || r.struck != 1 {
		t.Errorf("Aiko: %+v; Rowan: %d struck", a, r.struck)
	}
}
