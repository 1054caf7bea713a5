package app

import (
	"path/filepath"
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

// The sample is made and opened before the first call is let in.
func TestSampleStart(t *testing.T) {
	a := newApp(Config{Sample: true, SampleTo: filepath.Join(t.TempDir(), "practice")}, &deskShell{}, OpenLog(t.TempDir()))
	a.awake.ask = func() (func(), error) { return func() {}, nil }
	t.Cleanup(a.stopped)
	if err := a.started(); err != nil {
		t.Fatal(err)
	}
	list, err := (&Clients{a.core}).List(ClientQuery{Filter: "all", Limit: 1})
	if err != nil || len(list.Rows) != 1 {
		t.Errorf("%+v, %v", list, err)
	}
}
