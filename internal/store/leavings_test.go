package store_test

import (
	"reflect"
	"testing"
	"time"

	"snowfield/internal/fault"
	"snowfield/internal/practice"
	"snowfield/internal/store"
)

// leaving is a participant who was discharged, one item not met.
func (d *desk) leaving(participantID string) practice.Leaving {
	d.t.Helper()
	l := practice.Leaving{
		ParticipantID: participantID, At: practice.At(d.now), Ending: practice.LeftDischarged,
		Checks:      []practice.LeavingCheck{{Key: "steady", Label: "Steady", Met: practice.AnswerNo, Reason: "A cane, as always"}},
		EarlyReason: "The last train", Escort: practice.Contact{Name: "E", Phone: "1"}, Note: "n",
	}
	d.do(func(tx *store.Tx) (err error) { l, err = tx.PutLeaving(l); return err })
	return l
}

func TestLeavingComesBackAsWritten(t *testing.T) {
	d := newDesk(t)
	id := d.session(practice.Dosing, d.client("Ana")).Participants[0].ID
	get := func(tx *store.Tx) (*practice.Leaving, error) { return tx.Leaving(id) }
	if got := see(d, get); got != nil {
		t.Errorf("nobody left yet: %+v", got)
	}
	l := d.leaving(id)
	if l.Version != 1 || l.CreatedAt != practice.At(noon) || l.UpdatedAt != practice.At(noon) {
		t.Errorf("stored %+v", l)
	}
	trail := d.audits()
	d.later(time.Minute)
	put := func(l practice.Leaving) (got practice.Leaving, err error) {
		err = d.try(func(tx *store.Tx) (err error) { got, err = tx.PutLeaving(l); return err })
		return got, err
	}
	again := l
	again.Version, again.CreatedAt, again.UpdatedAt = 0, "", ""
	if got, err := put(again); err != nil || !reflect.DeepEqual(got, l) || d.audits() != trail {
		t.Errorf("repeated: %+v, %v", got, err)
	}
	if got, err := put(l); err != nil || !reflect.DeepEqual(got, l) || d.audits() != trail {
		t.Errorf("kept as it is: %+v, %v", got, err)
	}
	again.Note = "else"
	got, err := put(again)
	if want(t, err, fault.Conflict); got.Note != "n" {
		t.Error("a conflict returns what is stored")
	}
	l.Ending = practice.LeftAgainstAdvice
	if got, err := put(l); err != nil || got.Version != 2 || got.CreatedAt != practice.At(noon) || got.UpdatedAt != practice.At(d.now) || !reflect.DeepEqual(*see(d, get), got) {
		t.Errorf("changed: %+v, %v", got, err)
	}
	if d.raw("DELETE FROM leavings") == nil {
		t.Error("a leaving can be deleted")
	}
}
