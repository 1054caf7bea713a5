package app

import (
	"testing"
	"time"

	"snowfield/internal/practice"
)

// A closed client's chart says how long it is kept, by the settings of the
// practice; an open one says nothing of it.
func TestRetentionOnTheChart(t *testing.T) {
	b := newBench(t)
	b.create()
	client := b.add("Ana")
	retention := func() string {
		t.Helper()
		return must(b, b.clients.Glance)(client.ID).RetentionText
	}
	b.wait(48 * time.Hour)
	b.begin(practice.Talk, client.ID, "")
	if got := retention(); got != "" {
		t.Errorf("an open chart says %q", got)
	}
	client.Stage = practice.StageClosed
	client = must(b, b.clients.Save)(client)
	if got := retention(); got != "Keep until 14 March 2033" {
		t.Errorf("says %q", got)
	}
	client.BirthDate = "2012-06-01"
	client = must(b, b.clients.Save)(client)
	if got := retention(); got != "Keep until 1 June 2037" {
		t.Errorf("of a minor it says %q", got)
	}
	settings := get(b, b.settings.Get).Settings
	settings.RetentionMinorYears, settings.RetentionYears = 1, 10
	must(b, b.settings.SaveSettings)(settings)
	if got := retention(); got != "Keep until 14 March 2036" {
		t.Errorf("with other settings it says %q", got)
	}
}
