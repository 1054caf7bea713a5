package practice

import (
	"slices"
	"strings"

	"snowfield/internal/fault"
)

// MeasurePlan says which questionnaires are due when. The practice has one on
// a shelf of the Library; a client can have another.
type MeasurePlan struct {
	Rows       []MeasureRow `json:"rows"`
	DaysBefore int          `json:"days_before"` // from how many days before a dosing session its forms are asked for
}

// ClientMeasures is a client's own plan, where it is not the practice's.
type ClientMeasures struct {
	ClientID  string      `json:"client_id"`
	Plan      MeasurePlan `json:"plan"`
	CreatedAt Instant     `json:"created_at"`
	UpdatedAt Instant     `json:"updated_at"`
	Version   int         `json:"version"`
}

// MeasureRow is one questionnaire of a plan.
type MeasureRow struct {
	InstrumentID string `json:"instrument_id"`
	Baseline     bool   `json:"baseline"`      // before the first dose
	BeforeDosing bool   `json:"before_dosing"` // in the days before each dosing session
	InWindow     bool   `json:"in_window"`     // within each integration window
	Reviews      bool   `json:"reviews"`       // at the reviews of the course
}

// Asked reports whether the row asks for its questionnaire at all.
func (r MeasureRow) Asked() bool { return r.Baseline || r.BeforeDosing || r.InWindow || r.Reviews }

var shippedMeasures = MeasurePlan{DaysBefore: 7, Rows: []MeasureRow{
	{"phq-9", true, true, false, true},
	{"gad-7", true, true, false, true},
	{"pcl-5", true, false, false, true},
	{"notices", true, true, true, true},
}}

// MeasuresShelf returns the practice's plan of questionnaires.
func MeasuresShelf(stored []LibraryItem) ([]Shelved[MeasurePlan], error) {
	return overlay([]MeasurePlan{shippedMeasures}, func(MeasurePlan) string { return TheOne }, stored)
}

// Normalize leaves out the rows that ask for nothing and puts the others in
// the order in which the questionnaires are offered.
func (p *MeasurePlan) Normalize() {
	rows := slices.DeleteFunc(slices.Clone(p.Rows), func(r MeasureRow) bool { return !r.Asked() })
	slices.SortStableFunc(rows, func(a, b MeasureRow) int {
		return slices.Index(offered, a.InstrumentID) - slices.Index(offered, b.InstrumentID)
	})
	p.Rows = append([]MeasureRow{}, rows...)
}

// Validate refuses a plan that names an instrument twice or one there is none
// of, and days outside 1 to 30.
func (p MeasurePlan) Validate() error {
	var c fault.Check
	seen := []string{}
	for _, row := range p.Rows {
		if _, err := CurrentInstrument(row.InstrumentID); err != nil || slices.Contains(seen, row.InstrumentID) {
			c.Refuse("rows", "This plan names a questionnaire twice, or one that Snowfield does not have.")
		}
		seen = append(seen, row.InstrumentID)
	}
	if p.DaysBefore < 1 || p.DaysBefore > 30 {
		c.Refuse("days_before", "Choose 1 to 30 days.")
	}
	return c.Err()
}

// Line says in one line when the row's questionnaire is asked for.
func (r MeasureRow) Line() string {
	when := []string{}
	for _, x := range []struct {
		asked bool
		words string
	}{
		{r.Baseline, "baseline"},
		{r.BeforeDosing, "before each dosing"},
		{r.InWindow, "within each window"},
		{r.Reviews, "reviews"},
	} {
		if x.asked {
			when = append(when, x.words)
		}
	}
	if len(when) == 0 {
		return "Not used"
	}
	return upperFirst(strings.Join(when, ", "))
}

// Lines says a plan, a line for each questionnaire, and from when the forms
// before a dosing session are asked for.
func (p MeasurePlan) Lines() []string {
	lines := []string{}
	for _, row := range p.Rows {
		if i, err := CurrentInstrument(row.InstrumentID); err == nil {
			lines = append(lines, i.Title+": "+lowerFirst(row.Line()))
		}
	}
	if len(lines) == 0 {
		lines = append(lines, "No questionnaires")
	}
	return append(lines, "Before a dosing: asked from "+counted(p.DaysBefore, "day", "days")+" before it")
}
