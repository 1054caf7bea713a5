package report

import (
	"strings"
	"testing"
	"time"

	"snowfield/internal/practice"
)

// A summary says which limits its readings were held against, and whose they
// are.
func TestSummaryNamesTheLimits(t *testing.T) {
	in := draft()
	in.Session.Vitals = []practice.VitalSigns{{Entry: entry(-4), SystolicMmHg: n(155), DiastolicMmHg: n(98)}}
	for _, c := range []struct {
		limits practice.Limits
		want   []string
		not    string
	}{
		{practice.Limits{}, []string{"Systolic 155 is above the caution limit of 140", "Hold limits used: the defaults, up to 160/100, systolic from 90, heart rate 50 to 120, SpO2 from 94 %."}, "prescriber"},
		{practice.Limits{SystolicMaxMmHg: n(150), DiastolicMaxMmHg: n(95)}, []string{
			"Systolic 155 is above the prescriber's hold limit of 150", "Diastolic 98 is above the prescriber's hold limit of 95",
			"Hold limits used: the prescriber's, up to 150/95; the defaults, systolic from 90, heart rate 50 to 120, SpO2 from 94 %.",
		}, "caution"},
	} {
		in.Session.Clearance.Limits = c.limits
		got := words(t, in)
		for _, want := range c.want {
			if !strings.Contains(got, want) {
				t.Errorf("lacks %q in\n%s", want, got)
			}
		}
		if strings.Contains(got, c.not) {
			t.Errorf("says %q in\n%s", c.not, got)
		}
	}
}

// The words of the chart count a reading's minutes as the table does: begun
// minutes do not count.
func TestOneRuleForMinutes(t *testing.T) {
	in := sample()
	high := reading(49, 184, 108, 118, 97)
	high.Entry.At = high.Entry.At.Add(50 * time.Second)
	in.Session.Vitals = []practice.VitalSigns{reading(-5, 120, 80, 70, 98), high}
	got := words(t, in)
	for _, want := range []string{"| T+49 | 184/108 |", "highest at 184/108 (T+49 min)"} {
		if !strings.Contains(got, want) {
			t.Errorf("it does not say %q\n%s", want, got)
		}
	}
}
