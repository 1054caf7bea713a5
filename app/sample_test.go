package app

import (
	"strings"
	"testing"

	"snowfield/internal/practice"
)

// TestSampleSummary holds which session the sample's summary is made of: the
// one that began though there was no ride home yet.
func TestSampleSummary(t *testing.T) {
	b := newSampleBench(t)
	session, err := view(b.app.core, sampleSession)
	b.ok(err)
	v := must(b, b.sessions.Get)(session.ID)
	if v.Title != "Dosing 2" || !strings.HasPrefix(v.Parts[0].Name, "Maren") {
		t.Fatalf("shown by %s of %s", v.Title, v.Parts[0].Name)
	}
	readiness := must(b, b.readiness.Get)(session.ID)
	if words := readiness[0].Words(practice.CheckLifted); len(words) != 1 || readiness[0].Blocked {
		t.Errorf("lifted at the start: %q", words)
	}
}
