package report

import (
	"bytes"
	"testing"

	"snowfield/internal/practice"
	"snowfield/internal/report/block"
	"snowfield/internal/report/reporttest"
)

func paper(t *testing.T) PaperLogInput {
	t.Helper()
	in := PaperLogInput{Practice: sample().Practice, Settings: practice.DefaultSettings(), At: at(0)}
	plans, err := practice.SessionPlanShelf(nil)
	marks, err2 := practice.MarkShelf(nil)
	lists, err3 := practice.LeavingShelf(nil)
	emergency, err4 := practice.EmergencyShelf(nil)
	for _, err := range []error{err, err2, err3, err4} {
		if err != nil {
			t.Fatal(err)
		}
	}
	in.Plan, in.Marks, in.Leaving, in.Emergency = plans[0].Item, marks[0].Item, lists[0].Item, emergency[0].Item
	return in
}

func TestPaperLog(t *testing.T) {
	in := paper(t)
	golden(t, "paperlog.txt", reporttest.Document(paperLog(in)))
	for _, in.Paper = range []block.Paper{block.Letter, block.A4} {
		first, err := PaperLog(in)
		if err != nil {
			t.Fatal(err)
		}
		if first.Pages != 2 || len(first.Unprintable) > 0 {
			t.Errorf("paper %d: %d pages, unprintable %q", in.Paper, first.Pages, string(first.Unprintable))
		}
		again, err := PaperLog(in)
		if err != nil || !bytes.Equal(again.PDF, first.PDF) {
			t.Errorf("paper %d: another file from the same input (%v)", in.Paper, err)
		}
	}
}
