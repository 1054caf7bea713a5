package app

import (
	"testing"
	"time"

	"snowfield/internal/fault"
	"snowfield/internal/practice"
)

func (b *bench) promise(clientID, participantID, text string, due practice.Date) practice.Commitment {
	b.Helper()
	m := practice.Commitment{ID: practice.NewID(), ClientID: clientID, ParticipantID: participantID, Text: text, DueOn: due}
	made := must(b, b.commitments.Save)(m).Made
	for _, row := range made {
		if row.Commitment.ID == m.ID {
			return row.Commitment
		}
	}
	b.Fatalf("%q is not among %+v", text, made)
	return m
}

// What is taken on in one session is carried into the next note until it is
// kept or let go, and stands on Today meanwhile.
func TestCommitmentsAreCarried(t *testing.T) {
	b := newBench(t)
	b.create()
	ana := b.add("Ana Reyes")
	dosing := b.hold(practice.Dosing, ana.ID, "")
	made := dosing.Parts[0].ParticipantID
	write := b.promise(ana.ID, made, "Write each morning", "2026-03-14")
	sit := b.promise(ana.ID, made, "Sit by the window", "")
	b.signed(dosing)
	_, err := b.commitments.Save(practice.Commitment{ID: practice.NewID(), ClientID: ana.ID, ParticipantID: made, Text: "Too late"})
	b.refused(err, fault.Signed)

	b.wait(24 * time.Hour)
	day := get(b, b.today.Get).Commitments
	if len(day) != 2 || day[0].DueText != "due tomorrow" || day[0].ClientName != "Ana Reyes" || day[0].MadeText != "Dosing 1, 12 Mar" || day[0].Overdue {
		t.Errorf("today %+v", day)
	}
	after := b.hold(practice.Integration, ana.ID, dosing.Session.ID)
	in := after.Parts[0].ParticipantID
	v := must(b, b.commitments.In)(in)
	if len(v.Carried) != 2 || len(v.Made) != 0 || v.Locked {
		t.Errorf("carried %+v", v)
	}
	for range 2 { // the second is the same once more
		row, err := b.commitments.Settle(sit.ID, sit.Version, practice.CommitmentKept, in)
		b.ok(err)
		if row.StateText != "Kept today" {
			t.Error(row.StateText)
		}
		b.wait(time.Second)
	}
	_, err = b.commitments.Settle(sit.ID, sit.Version, practice.CommitmentLetGo, in)
	b.refused(err, fault.Conflict)
	_, err = b.commitments.Settle(sit.ID, sit.Version+1, "forgotten", in)
	b.refused(err, fault.Invalid)
	b.signed(after)

	b.wait(24 * time.Hour) // the next session: what was kept is not carried on
	next := b.hold(practice.Talk, ana.ID, "")
	if v := must(b, b.commitments.In)(next.Parts[0].ParticipantID); len(v.Carried) != 1 || v.Carried[0].Commitment.ID != write.ID || v.Carried[0].DueText != "due today" {
		t.Errorf("carried on %+v", v.Carried)
	}
	if v := must(b, b.commitments.In)(in); len(v.Carried) != 1 || v.Carried[0].Commitment.ID != sit.ID || !v.Locked {
		t.Errorf("the signed note keeps what was settled there: %+v", v)
	}
	if v := must(b, b.commitments.In)(made); len(v.Made) != 2 || len(v.Carried) != 0 {
		t.Errorf("the note they were made in: %+v", v)
	}

	b.wait(3 * 24 * time.Hour) // the window is over
	day = get(b, b.today.Get).Commitments
	if len(day) != 1 || day[0].DueText != "was due on Saturday" || !day[0].Overdue {
		t.Errorf("overdue %+v", day)
	}
	row, err := b.commitments.Settle(write.ID, write.Version, practice.CommitmentLetGo, "")
	b.ok(err)
	if row.StateText != "Let go today" || len(get(b, b.today.Get).Commitments) != 0 {
		t.Errorf("let go %+v", row)
	}
	if all := must(b, b.commitments.Of)(ana.ID); len(all) != 2 {
		t.Errorf("all of them %+v", all)
	}
	if contents := must(b, b.documents.Make)(summaryOf(after.Session.ID, in)).Contents; contents != "Inside: session facts, the signed note, one commitment." {
		t.Error(contents)
	}
}

// A partner's commitments are the partner's own.
func TestCommitmentsOfACouple(t *testing.T) {
	b := newBench(t)
	b.create()
	ana, ben := b.add("Ana Reyes"), b.add("Ben Reyes")
	v := must(b, b.sessions.Save)(practice.Session{
		ID: practice.NewID(), Kind: practice.Talk, PlannedStart: practice.At(b.clock), Zone: "America/Los_Angeles", Place: practice.Office,
		Participants: []practice.Participant{{ID: practice.NewID(), ClientID: ana.ID}, {ID: practice.NewID(), ClientID: ben.ID}},
	})
	v = must(b, b.sessions.Begin)(v.Session.ID)
	b.promise(ana.ID, v.Parts[0].ParticipantID, "Walk each day", "")
	_, err := b.commitments.Save(practice.Commitment{ID: practice.NewID(), ClientID: ana.ID, ParticipantID: v.Parts[1].ParticipantID, Text: "Another's"})
	b.refused(err, fault.Conflict)
	if own := must(b, b.commitments.In)(v.Parts[1].ParticipantID); len(own.Carried)+len(own.Made) != 0 {
		t.Errorf("the partner sees %+v", own)
	}
}
