package app

import (
	"strings"
	"testing"
	"time"

	"snowfield/internal/fault"
	"snowfield/internal/practice"
)

// A paper log is typed in the evening: all of it or nothing, with true times,
// marked late, and twice sent is once written.
func TestQuickEntry(t *testing.T) {
	b := newBench(t)
	b.create()
	live := &Live{b.app.core}
	v := b.begin(practice.Dosing, b.add("Nell Harrow").ID, "") // at 10:00
	b.wait(8 * time.Hour)
	part, batch := v.Parts[0].ParticipantID, practice.NewID()
	text := "10:05 124/80 70 98\n10:31 dose 200 sublingual\n10:58 eyes open\n11:03 “It is so wide.”"

	bad := strings.Replace(text, "10:58 ", "", 1)
	lines, err := live.ReadLines(v.Session.ID, part, batch, bad)
	b.ok(err)
	if len(lines) != 4 || lines[1].Reads != "10:31, dose: 200 mg sublingual" || lines[2].Number != 3 || lines[2].Wrong == "" {
		t.Errorf("read as %+v", lines)
	}
	_, err = live.RecordLines(v.Session.ID, part, batch, bad)
	if w := b.refused(err, fault.Invalid); !strings.HasPrefix(w.Fields["text"], "Line 3: ") {
		t.Errorf("refused with %+v", w.Fields)
	}
	if log := must(b, b.sessions.Get)(v.Session.ID).Parts[0].Log; len(log) != 0 {
		t.Errorf("half a page was written: %+v", log)
	}
	_, err = live.RecordLines(v.Session.ID, part, batch, " \n")
	b.refused(err, fault.Invalid)
	_, err = live.RecordLines(v.Session.ID, practice.NewID(), batch, text)
	b.refused(err, fault.NotFound)
	_, err = live.RecordLines(v.Session.ID, part, "", text)
	b.refused(err, fault.Invalid)

	for range 2 { // sent twice
		change, err := live.RecordLines(v.Session.ID, part, batch, text)
		b.ok(err)
		if len(change.Lines) != 4 || !change.Whole || change.State.Totals.TakenUg != 200_000 {
			t.Errorf("written %+v", change)
		}
	}
	log := must(b, b.sessions.Get)(v.Session.ID).Parts[0].Log
	if len(log) != 4 || log[1].TimeText != "10:31" || log[1].LateText != "Written at 18:00" || *log[3].TPlus != 32 || !log[3].ClientWords {
		t.Errorf("the log is %+v", log)
	}

	b.end(v.Session.ID)
	saved := b.write(v, "Typed in.")
	_, err = b.notes.Sign(saved.Note.ID, saved.Note.Version)
	b.ok(err)
	_, err = live.RecordLines(v.Session.ID, part, practice.NewID(), text)
	b.refused(err, fault.Signed)
}
