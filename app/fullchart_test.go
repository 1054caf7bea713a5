package app

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"snowfield/internal/fault"
	"snowfield/internal/practice"
	"snowfield/internal/report/reporttest"
	"snowfield/internal/sample"
	"snowfield/internal/store"
)

// sampleFiles are the files of the sample practice at the clock of the bench,
// made by the first test that asks for them.
var sampleFiles map[string][]byte

// newSampleAt is the sample practice at the clock of the bench, so that its
// documents are the same each time.
func newSampleAt(t testing.TB) *bench {
	t.Helper()
	b := newBench(t)
	if sampleFiles == nil {
		b.create()
		b.ok(sample.Fill(context.Background(), b.app.open.store, b.clock))
		b.ok(b.vault.Lock(""))
		sampleFiles = filesOf(t, b.folder)
	} else {
		b.ok(os.MkdirAll(b.folder, 0o700))
		for name, content := range sampleFiles {
			b.ok(os.WriteFile(filepath.Join(b.folder, name), content, 0o600))
		}
	}
	must(b, b.vault.Unlock)(testPassphrase)
	return b
}

// named returns the sample's client of a name.
func (b *bench) named(name string) ClientRow {
	b.Helper()
	list := must(b, b.clients.List)(ClientQuery{Query: name, Filter: "all", Limit: 5})
	if len(list.Rows) != 1 {
		b.Fatalf("%d clients are called %s", len(list.Rows), name)
	}
	return list.Rows[0]
}

// chartOf makes a client's chart with all it may hold, and returns its file.
func (b *bench) chartOf(clientID string) (DocumentView, []byte) {
	b.Helper()
	ask := DocumentRequest{Kind: practice.DocChart, ClientID: clientID, Parts: []practice.Part{}}
	for _, r := range practice.DocChart.Parts() {
		ask.Parts = append(ask.Parts, r.Part)
	}
	v := must(b, b.documents.Make)(ask)
	doc, err := b.app.documents.get(v.Token)
	b.ok(err)
	return v, doc.pdf
}

// The chart of the sample's client holds what is in the golden text, and
// nothing of a psychotherapy note.
func TestSampleChart(t *testing.T) {
	b := newSampleAt(t)
	maren := b.named("Maren")
	const canary = "kestrel-over-the-weir"
	note := practice.PsychotherapyNote{ID: practice.NewID(), ClientID: maren.ID, Text: "Countertransference: " + canary}
	_, err := update(b.app.core, func(tx *store.Tx) (practice.PsychotherapyNote, error) { return tx.PutPsychotherapyNote(note, true) })
	b.ok(err)
	v, file := b.chartOf(maren.ID)
	text := reporttest.Text(t, file)
	if strings.Contains(text, canary) || strings.Contains(text, "Countertransference") {
		t.Error("a psychotherapy note is in the chart")
	}
	b.golden("chart.txt", v)
	pages := reporttest.Read(t, file)
	if v.Pages != len(pages) {
		t.Errorf("%d pages told, %d drawn", v.Pages, len(pages))
	}
	for _, e := range reporttest.Outline(t, file) {
		if strings.Contains(e.Title, "Holt") || strings.Contains(e.Title, "Maren") {
			t.Errorf("the outline names the client: %q", e.Title)
		}
		if e.Page < 1 || e.Page > len(pages) {
			t.Fatalf("the outline leads %q to page %d", e.Title, e.Page)
		}
		for _, word := range strings.Fields(e.Title) {
			if !strings.Contains(pages[e.Page-1].Text(), word) {
				t.Errorf("the outline leads %q to page %d", e.Title, e.Page)
			}
		}
	}
}

// The sessions have the numbers they have everywhere else, and a chart holds
// nothing of a partner.
func TestChartsOfTheSample(t *testing.T) {
	b := newSampleAt(t)
	for _, row := range must(b, b.clients.List)(ClientQuery{Filter: "all", Limit: 50}).Rows {
		_, file := b.chartOf(row.ID)
		text := strings.Join(strings.Fields(reporttest.Text(t, file)), " ")
		reader := chartReader{core: b.app.core, records: b.app.open, clientID: row.ID, tell: func(done, total int64) {}}
		_, err := reader.make(context.Background(), practice.DocChart.Default())
		b.ok(err)
		sessions, err := view(b.app.core, func(tx *store.Tx) ([]practice.Session, error) { return tx.SessionsOfClient(row.ID, 100) })
		b.ok(err)
		for _, s := range sessions {
			number, err := view(b.app.core, func(tx *store.Tx) (int, error) { return tx.Ordinal(s, row.ID) })
			b.ok(err)
			title := s.Kind.Label()
			if number > 0 {
				title += " " + strconv.Itoa(number)
			}
			if want := title + ", " + s.Start().In(s.Zone).Format("2 Jan 2006"); !strings.Contains(text, want) {
				t.Errorf("%s: no session %q", row.Name, want)
			}
			_, err = view(b.app.core, func(tx *store.Tx) (nothing, error) {
				got, errA := reader.session(tx, s)
				want, _, opened, errB := windowFor(tx, s, participantOf(s, row.ID), reader.settings)
				if opened != (got.Window != nil) || opened && *got.Window != want {
					t.Errorf("%s, %s: the window is %+v, want %+v", row.Name, title, got.Window, want)
				}
				return nothing{}, errors.Join(errA, errB)
			})
			b.ok(err)
			for _, p := range s.Participants {
				if p.ClientID == row.ID {
					continue
				}
				partner := must(b, b.clients.Get)(p.ClientID)
				if strings.Contains(text, partner.LegalName) {
					t.Errorf("the chart of %s names the partner", row.Name)
				}
			}
		}
	}
}

// While a chart is made, entries are saved: between two batches the records
// are free.
func TestSavingWhileAChartIsMade(t *testing.T) {
	b := newSampleAt(t)
	maren := b.named("Maren")
	b.manySessions(maren.ID, 3*chartBatch)
	saved := 0
	c := chartReader{core: b.app.core, records: b.app.open, clientID: maren.ID, tell: func(done, total int64) {
		if done%chartBatch == 0 && done < total/2 {
			b.ok(b.drafts.Save("client:new", "Nel"))
			saved++
		}
	}}
	if _, err := c.make(context.Background(), practice.DocChart.Default()); err != nil {
		t.Fatal(err)
	}
	if saved < 3 {
		t.Errorf("saved %d times", saved)
	}
}

// A chart that is cancelled, wherever it is, leaves no preview.
func TestCancelledChart(t *testing.T) {
	b := newSampleAt(t)
	maren := b.named("Maren")
	b.manySessions(maren.ID, 2*chartBatch)
	work := &Work{b.app.core}
	for _, at := range []int64{chartBatch, 2 * chartBatch, 60} {
		ctx, stop := context.WithCancel(context.Background())
		c := chartReader{core: b.app.core, records: b.app.open, clientID: maren.ID, tell: func(done, total int64) {
			if done >= at {
				stop()
			}
		}}
		if m, err := c.make(ctx, practice.DocChart.Default()); !errors.Is(err, context.Canceled) || len(m.PDF) > 0 {
			t.Errorf("cancelled at %d: %v and %d bytes", at, err, len(m.PDF))
		}
		stop()
	}
	kept := len(b.app.documents.order)
	b.app.core.shell = &cancellingShell{b.shell, func() { b.ok(work.Cancel()) }}
	_, err := b.documents.Make(DocumentRequest{Kind: practice.DocChart, ClientID: maren.ID})
	b.refused(err, fault.Cancelled)
	if len(b.app.documents.order) != kept {
		t.Error("a cancelled chart left a preview")
	}
	heard := b.shell.heard("work")
	if first, last := heard[0].(workState), heard[len(heard)-1].(workState); first.Kind != workDocument || last.Kind != "" {
		t.Errorf("told %+v", heard)
	}
	must(b, b.documents.Make)(DocumentRequest{Kind: practice.DocChart, ClientID: maren.ID}) // and the next one is made
}

// cancellingShell presses Cancel once, as soon as long work is told.
type cancellingShell struct {
	*deskShell
	press func()
}

func (s *cancellingShell) Emit(event string, data ...any) {
	s.deskShell.Emit(event, data...)
	if press := s.press; event == "work" && press != nil {
		s.press = nil
		press()
	}
}

// manySessions gives a client so many sessions that were held.
func (b *bench) manySessions(clientID string, n int) {
	b.Helper()
	_, err := update(b.app.core, func(tx *store.Tx) (nothing, error) {
		for i := range n {
			at := practice.At(b.clock.AddDate(0, 0, -n+i))
			_, err := tx.PutSession(practice.Session{
				ID: practice.NewID(), Kind: practice.Talk, Zone: sample.Zone, Place: practice.Office,
				Participants: []practice.Participant{{ID: practice.NewID(), ClientID: clientID}},
				PlannedStart: at, ActualStart: at, ActualEnd: at,
			})
			if err != nil {
				return nothing{}, err
			}
		}
		return nothing{}, nil
	})
	b.ok(err)
}
