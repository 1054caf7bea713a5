package app

import (
	"context"
	"fmt"
	"os"
	"os/exec"
	"runtime/debug"
	"strings"
	"testing"
	"time"

	"snowfield/internal/practice"
	"snowfield/internal/sample"
	"snowfield/internal/store"
)

// chartRun marks the child process of BenchmarkChart: it is the folder of the
// records.
const chartRun = "SNOWFIELD_CHART"

// chartSessions is how many sessions the long chart has.
const chartSessions = 500

// TestChartOfMany is the child's work: the chart of 500 sessions, the first
// document of a process. By itself it only proves that such a chart of fewer
// can be made.
func TestChartOfMany(t *testing.T) {
	b := newBench(t)
	folder := os.Getenv(chartRun)
	if folder == "" {
		b.create()
		b.dosings(b.add("Nell Harrow").ID, 12)
	} else {
		b.folder = folder
		b.start()
		must(b, b.vault.Unlock)(testPassphrase)
	}
	client := b.named("Nell Harrow")
	debug.FreeOSMemory()
	// The peak counts from here on, without what unlocking needed.
	forgotten := os.WriteFile("/proc/self/clear_refs", []byte("5"), 0)
	started := time.Now()
	v := must(b, b.documents.Make)(DocumentRequest{Kind: practice.DocChart, ClientID: client.ID})
	took := time.Since(started)
	if v.Pages < 12 {
		t.Errorf("a chart of %d pages", v.Pages)
	}
	if folder != "" && forgotten == nil {
		fmt.Printf("chart %d %d %d\n", took.Microseconds(), peakKB(t), v.Pages)
	}
}

// peakKB is the most memory the process had at once.
func peakKB(t *testing.T) (kb int) {
	t.Helper()
	status, err := os.ReadFile("/proc/self/status")
	if err != nil {
		t.Fatal(err)
	}
	for line := range strings.Lines(string(status)) {
		if _, err := fmt.Sscanf(line, "VmHWM: %d kB", &kb); err == nil {
			return kb
		}
	}
	return 0
}

// BenchmarkChart makes the chart of 500 sessions in a process of its own, from
// the call to the preview. It reports the most memory that process had as
// "peak-MB".
func BenchmarkChart(b *testing.B) {
	s := newBench(b)
	s.create()
	s.dosings(s.add("Nell Harrow").ID, chartSessions)
	s.app.stopped()
	var runs []time.Duration
	var most, pages int
	for b.Loop() {
		child := exec.Command(os.Args[0], "-test.run", "^TestChartOfMany$", "-test.bench", "^$")
		child.Env = append(os.Environ(), chartRun+"="+s.folder)
		said, err := child.CombinedOutput()
		var us, kb int
		_, after, found := strings.Cut(string(said), "chart ")
		if n, _ := fmt.Sscan(after, &us, &kb, &pages); err != nil || !found || n != 3 {
			b.Fatalf("%v: %s", err, said)
		}
		runs, most = append(runs, time.Duration(us)*time.Microsecond), max(most, kb)
	}
	reportMedian(b, runs)
	b.ReportMetric(float64(most)/1000, "peak-MB")
	b.ReportMetric(float64(pages), "pages")
}

// dosings gives a client so many dosing sessions that were held, documented
// and signed, each about two pages.
func (b *bench) dosings(clientID string, n int) {
	b.Helper()
	b.ok(b.app.open.store.Update(context.Background(), b.clock, func(tx *store.Tx) error {
		by, err := tx.Practice()
		if err != nil {
			return err
		}
		for i := range n {
			if err := heldDosing(tx, clientID, b.clock.AddDate(0, 0, 7*(i-n)), by); err != nil {
				return err
			}
		}
		return nil
	}))
}

func heldDosing(tx *store.Tx, clientID string, at time.Time, by practice.Practice) error {
	minute := func(m int) practice.Instant { return practice.At(at.Add(time.Duration(m) * time.Minute)) }
	p := practice.Participant{ID: practice.NewID(), ClientID: clientID}
	s := practice.Session{
		ID: practice.NewID(), Kind: practice.Dosing, Zone: sample.Zone, Place: practice.Office, Participants: []practice.Participant{p},
		PlannedStart: minute(-20), PlannedEnd: minute(160),
	}
	s, err := tx.PutSession(s)
	if err != nil {
		return err
	}
	if err := tx.AddStart(practice.Start{ParticipantID: p.ID, Readiness: practice.Readiness{Summary: "Ready"}}); err != nil {
		return err
	}
	s.ActualStart = minute(-20)
	if s, err = tx.PutSession(s); err != nil {
		return err
	}
	entry := func(m int) practice.Entry {
		return practice.Entry{ID: practice.NewID(), ParticipantID: p.ID, At: minute(m), RecordedAt: minute(m)}
	}
	for _, m := range []int{0, 35} {
		dose := practice.DoseEvent{
			Entry: entry(m), PrescribedUg: 100_000, TakenUg: 100_000, Route: practice.Sublingual, Form: practice.Lozenge, Lot: "K-2291",
			Pharmacy: "Harbor Compounding", AdministeredBy: "the client", OutAt: minute(m + 12), OutHow: "spat",
		}
		if err := tx.AddDose(dose); err != nil {
			return err
		}
	}
	for m := -10; m < 140; m += 25 {
		systolic, diastolic, rate, oxygen := 118+m%40, 76, 70+m%9, 97
		v := practice.VitalSigns{
			Entry: entry(m), SystolicMmHg: &systolic, DiastolicMmHg: &diastolic, HeartRateBpm: &rate, SpO2Percent: &oxygen,
			Position: "seated", TakenBy: "therapist",
		}
		if err := tx.AddVitalSigns(v); err != nil {
			return err
		}
	}
	for m := 5; m < 130; m += 16 {
		o := practice.Observation{Entry: entry(m), Text: "I could forgive her from here, and it is wide.", ClientWords: m%2 == 0}
		if err := tx.AddObservation(o); err != nil {
			return err
		}
	}
	s.ActualEnd = minute(150)
	if s, err = tx.PutSession(s); err != nil {
		return err
	}
	text := strings.Repeat("Settled within ten minutes and moved between stillness and tears; reached for a hand at the peak and **kept it**. ", 6)
	n := practice.Note{
		ID: practice.NewID(), ParticipantID: p.ID, Kind: practice.Dosing, Risk: practice.RiskNoConcern, Methods: []string{},
		Sections: []practice.Section{
			{Key: "before", Title: "Before the dose", Body: text},
			{Key: "during", Title: "During", Body: text + "\n\n> Nobody was watching me.\n\n" + text},
			{Key: "after", Title: "Afterwards", Body: text},
			{Key: "plan", Title: "Plan", Body: "- Write in the morning\n- Call Ingrid"},
		},
	}
	if n, err = tx.SaveDraft(n); err != nil {
		return err
	}
	if err := n.Sign(s, by, tx.Now()); err != nil {
		return err
	}
	_, err = tx.SignNote(n)
	return err
}
