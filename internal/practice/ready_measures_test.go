package practice

import (
	"slices"
	"strings"
	"testing"
)

// A form that is missing warns from the days before the dosing on, and never
// stands in the way.
func TestReadyMeasures(t *testing.T) {
	for _, c := range []struct {
		name    string
		session string // of the dosing that is asked about
		in      MeasuresInput
		want    []string // state and words
	}{
		{"no plan", "03-14 10:00", measuring("03-12 10:00", willDose("03-14 10:00"), func(in *MeasuresInput) { in.Plan = MeasurePlan{} }), nil},
		{"the baseline", "03-14 10:00", measuring("03-12 10:00", willDose("03-14 10:00")), []string{"warns Not filled in as the baseline: PHQ-9."}},
		{"begun", "03-14 10:00", measuring("03-12 10:00", willDose("03-14 10:00"), filled("phq-9", "03-12 09:00", begun)), []string{"warns Not filled in as the baseline: PHQ-9. Begun and not complete: PHQ-9."}},
		{"filled in", "03-14 10:00", measuring("03-12 10:00", willDose("03-14 10:00"), filled("phq-9", "03-12 09:00")), []string{"fine Filled in before this dosing: PHQ-9."}},
		{"further ahead", "03-24 10:00", measuring("03-12 10:00", willDose("03-24 10:00")), []string{"later To fill in before this session: PHQ-9."}},
		{"a later dosing", "03-26 10:00", measuring("03-20 10:00", dosed("03-01 10:00"), willDose("03-26 10:00")), []string{"warns Not filled in before this dosing: PHQ-9."}},
		{"a later dosing, further ahead", "03-28 10:00", measuring("03-20 10:00", dosed("03-01 10:00"), willDose("03-28 10:00")), []string{"later To fill in before this session: PHQ-9."}},
		{"the dosing after the next", "03-24 10:00", measuring("03-20 10:00", dosed("03-01 10:00"), willDose("03-22 10:00", "03-24 10:00")), []string{"later To fill in before this session: PHQ-9."}},
	} {
		in := readied()
		in.Measures, in.Zone, in.Today = c.in, losAngeles, DateOf(c.in.Now.In(losAngeles))
		in.Session.ID, in.Session.PlannedStart = "dosing "+c.session, on(c.session)
		r, got := Ready(in), []string{}
		for _, check := range r.Checks {
			if check.Topic == topicMeasures {
				got = append(got, string(check.State)+" "+check.Text)
			}
			if check.State == CheckBlocks && strings.HasPrefix(check.Key, "measures") {
				t.Errorf("%s stands in the way", check.Key)
			}
		}
		if !slices.Equal(got, append([]string{}, c.want...)) {
			t.Errorf("%s: %q, want %q", c.name, got, c.want)
		}
	}
}
