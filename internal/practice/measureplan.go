package practice

import (
	"slices"

	"snowfield/internal/fault"
)

// MeasurePlan says which questionnaires are due when. The practice has one on
// a shelf of the Library; a client can have another.
type MeasurePlan struct {
	Rows []MeasureRow `json:"rows"`
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

var shippedMeasures = MeasurePlan{Rows: []MeasureRow{
	{"phq-9", true, true, false, true},
	{"gad-7", true, true, false, true},
	{"pcl-5", true, false, false, true},
	{"notices", true, true, true, true},
}}

// MeasuresShelf returns the practice's plan of questionnaires.
func MeasuresShelf(stored []LibraryItem) ([]Shelved[MeasurePlan], error) {
	return overlay([]MeasurePlan{shippedMeasures}, func(MeasurePlan) string { return TheOne }, stored)
}

// Validate refuses a plan that names an instrument twice or one there is none of.
func (p MeasurePlan) Validate() error {
	var c fault.Check
	seen := []string{}
	for _, row := range p.Rows {
		if _, err := CurrentInstrument(row.InstrumentID); err != nil || slices.Contains(seen, row.InstrumentID) {
			c.Refuse("rows", "This plan names a questionnaire twice, or one that Snowfield does not have.")
		}
		seen = append(seen, row.InstrumentID)
	}
	return c.Err()
}
