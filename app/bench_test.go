package app

import (
	"context"
	"fmt"
	"os"
	"os/exec"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"snowfield/internal/practice"
	"snowfield/internal/sample"
	"snowfield/internal/store"
	"snowfield/internal/vault"
)

// What a therapist waits for, measured through the bound methods on a real
// vault at the work factor that ships. Each reports the median of its runs.

func newSampleBench(t testing.TB) *bench {
	t.Helper()
	b := newBench(t)
	b.set(time.Now())
	b.app.place = vault.Place{Folder: b.folder}
	b.create()
	if err := sample.Fill(context.Background(), b.app.open.store, b.clock); err != nil {
		t.Fatal(err)
	}
	return b
}

func reportMedian(b *testing.B, runs []time.Duration) {
	slices.Sort(runs)
	b.ReportMetric(float64(runs[len(runs)/2].Microseconds())/1000, "median-ms")
}

// measure times each run of act; prepare before it is not counted.
func measure(b *testing.B, prepare, act func()) {
	var runs []time.Duration
	for b.Loop() {
		prepare()
		started := time.Now()
		act()
		runs = append(runs, time.Since(started))
	}
	reportMedian(b, runs)
}

func BenchmarkUnlockToToday(b *testing.B) {
	s := newSampleBench(b)
	measure(b, func() { s.app.lock("") }, func() {
		must(s, s.vault.Unlock)(testPassphrase)
		get(s, s.today.Get)
	})
}

func BenchmarkAddVitals(b *testing.B) {
	s := newSampleBench(b)
	v := s.begin(practice.Dosing, s.add("Nell Harrow").ID, "")
	measure(b, func() { s.wait(time.Second) }, func() { v = s.reading(v, 128, 82) })
}

// BenchmarkMark is one key of a running session, from the call to the answer,
// with so many entries in the log before.
func BenchmarkMark(b *testing.B) {
	for _, before := range []int{0, 500} {
		b.Run(strconv.Itoa(before), func(b *testing.B) {
			s := newSampleBench(b)
			v := s.begin(practice.Dosing, s.add("Nell Harrow").ID, "")
			s.dose(s.reading(v, 128, 82), 200)
			mark := func() {
				s.wait(10 * time.Second)
				_, err := s.sessions.RecordObservation(v.Session.ID, practice.Observation{Entry: s.entry(v), Kind: "tearful"})
				s.ok(err)
			}
			for range before {
				mark()
			}
			measure(b, func() {}, mark)
		})
	}
}

func sampleSummary(s *bench) {
	s.Helper()
	session, err := view(s.app.core, sampleSession)
	s.ok(err)
	_, err = s.documents.Make(summaryOf(session.ID, session.Participants[0].ID))
	s.ok(err)
}

func BenchmarkSummaryWarm(b *testing.B) {
	s := newSampleBench(b)
	sampleSummary(s)
	measure(b, func() {}, func() { sampleSummary(s) })
}

// coldRun marks the child process of BenchmarkSummaryCold.
const coldRun = "SNOWFIELD_COLD_SUMMARY"

// TestColdSummary is the child's work: the first summary of a process. By
// itself it only proves that a summary can be made.
func TestColdSummary(t *testing.T) {
	s := newSampleBench(t)
	started := time.Now()
	sampleSummary(s)
	if os.Getenv(coldRun) != "" {
		fmt.Printf("cold %d\n", time.Since(started).Microseconds())
	}
}

func BenchmarkSummaryCold(b *testing.B) {
	var runs []time.Duration
	for b.Loop() {
		child := exec.Command(os.Args[0], "-test.run", "^TestColdSummary$", "-test.bench", "^$")
		child.Env = append(os.Environ(), coldRun+"=1")
		out, err := child.Output()
		if err != nil {
			b.Fatal(err)
		}
		_, rest, _ := strings.Cut(string(out), "cold ")
		us, err := strconv.Atoi(strings.TrimSpace(strings.SplitN(rest, "\n", 2)[0]))
		if err != nil {
			b.Fatal(err)
		}
		runs = append(runs, time.Duration(us)*time.Microsecond)
	}
	reportMedian(b, runs)
}

// BenchmarkSearchClients searches among 2,000 clients.
func BenchmarkSearchClients(b *testing.B) {
	s := newSampleBench(b)
	err := s.app.open.store.Update(context.Background(), s.clock, func(tx *store.Tx) error {
		for i := range 2000 {
			c := practice.Client{ID: practice.NewID(), LegalName: fmt.Sprintf("Person%04d Example", i)}
			c.Normalize()
			if _, err := tx.PutClient(c); err != nil {
				return err
			}
		}
		return nil
	})
	s.ok(err)
	measure(b, func() {}, func() { must(s, s.clients.List)(ClientQuery{Query: "person19 ex", Filter: "all", Limit: 50}) })
}
