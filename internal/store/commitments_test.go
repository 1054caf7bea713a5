package store_test

import (
	"strings"
	"testing"
	"time"

	"snowfield/internal/fault"
	"snowfield/internal/practice"
	"snowfield/internal/store"
)

// commitment is one made by the first client of a session.
func (d *desk) commitment(s practice.Session) practice.Commitment {
	d.t.Helper()
	m := practice.Commitment{
		ID: practice.NewID(), ClientID: s.Participants[0].ClientID, ParticipantID: s.Participants[0].ID,
		Text: "Write ten minutes each morning", DueOn: "2026-03-20", State: practice.CommitmentOpen,
	}
	d.do(func(tx *store.Tx) (err error) { m, err = tx.PutCommitment(m); return err })
	return m
}

func (d *desk) putCommitment(m practice.Commitment) error {
	return d.try(func(tx *store.Tx) error { _, err := tx.PutCommitment(m); return err })
}

func TestCommitmentComesBackAsWritten(t *testing.T) {
	d := newDesk(t)
	ana, ben := d.client("Ana"), d.client("Ben")
	made, later := d.session(practice.Integration, ana), d.session(practice.Integration, ana)
	m := d.commitment(made)
	get := func() practice.Commitment {
		return see(d, func(tx *store.Tx) (practice.Commitment, error) { return tx.Commitment(m.ID) })
	}
	if got := get(); got != m || m.Version != 1 {
		t.Errorf("stored %+v, returned %+v", got, m)
	}
	again := m
	again.Version = 0
	want(t, d.putCommitment(again), "") // the first submit, repeated
	again.Text = "Another"
	want(t, d.putCommitment(again), fault.Conflict)

	d.later(time.Hour)
	kept := m
	kept.Settle(practice.CommitmentKept, later.Participants[0].ID, practice.At(d.now))
	want(t, d.putCommitment(kept), "")
	d.later(time.Minute)
	kept.SettledAt = practice.At(d.now)
	want(t, d.putCommitment(kept), "") // settled once more
	if got := get(); got.State != practice.CommitmentKept || got.SettledIn != later.Participants[0].ID || got.Version != 2 || got.SettledAt != practice.At(d.now.Add(-time.Minute)) {
		t.Errorf("kept %+v", got)
	}
	other := m
	other.ID, other.Version, other.ClientID = practice.NewID(), 0, ben.ID
	want(t, d.putCommitment(other), fault.Conflict) // the session is Ana's
	other.ParticipantID = practice.NewID()
	want(t, d.putCommitment(other), fault.NotFound)
}

func TestCommitmentsInOrder(t *testing.T) {
	d := newDesk(t)
	s := d.session(practice.Integration, d.client("Ana"))
	other := d.commitment(d.session(practice.Integration, d.client("Ben")))
	for text, due := range map[string]practice.Date{"none": "", "last": "2026-03-30", "first": "2026-03-10", "kept": "2026-03-11"} {
		m := practice.Commitment{ID: practice.NewID(), ClientID: s.Participants[0].ClientID, ParticipantID: s.Participants[0].ID, Text: text, DueOn: due}
		m.Normalize()
		if text == "kept" {
			m.Settle(practice.CommitmentKept, "", practice.At(d.now))
		}
		want(t, d.putCommitment(m), "")
	}
	texts := func(list []practice.Commitment) string {
		var b strings.Builder
		for _, m := range list {
			b.WriteString(m.Text + " ")
		}
		return b.String()
	}
	for open, expect := range map[bool]string{true: "first last none ", false: "first kept last none "} {
		if got := texts(see(d, func(tx *store.Tx) ([]practice.Commitment, error) {
			return tx.Commitments(s.Participants[0].ClientID, open)
		})); got != expect {
			t.Errorf("only open %v: %s, want %s", open, got, expect)
		}
	}
	if got := texts(see(d, func(tx *store.Tx) ([]practice.Commitment, error) {
		return tx.OpenCommitmentsDue("2026-03-10", "2026-03-20")
	})); got != "first "+other.Text+" " {
		t.Errorf("due: %s", got)
	}
}

// What a signed note holds stays: nothing is added to it, its words do not
// change, and what was settled in it stays settled. What was promised in it
// can still be kept in a later session.
func TestCommitmentsOfASignedNote(t *testing.T) {
	d := newDesk(t)
	ana := d.client("Ana")
	signed, later := d.session(practice.Integration, ana), d.session(practice.Integration, ana)
	earlier := d.commitment(later)
	m := d.commitment(signed)
	earlier.Settle(practice.CommitmentKept, signed.Participants[0].ID, practice.At(d.now))
	want(t, d.putCommitment(earlier), "")
	earlier.Version++
	d.sign(signed, d.draft(signed, signed.Participants[0].ID, "What was seen"))

	added := m
	added.ID, added.Version = practice.NewID(), 0
	want(t, d.putCommitment(added), fault.Signed)
	words := m
	words.Text = "Something else"
	want(t, d.putCommitment(words), fault.Signed)
	day := m
	day.DueOn = ""
	want(t, d.putCommitment(day), fault.Signed)
	in := m
	in.Settle(practice.CommitmentKept, signed.Participants[0].ID, practice.At(d.now))
	want(t, d.putCommitment(in), fault.Signed)
	reopened := earlier
	reopened.Settle(practice.CommitmentOpen, "", practice.At(d.now))
	want(t, d.putCommitment(reopened), fault.Signed)
	for _, query := range []string{
		`DELETE FROM commitments`,
		`UPDATE commitments SET text = 'x' WHERE id = '` + m.ID + `'`,
		`UPDATE commitments SET participant_id = '` + later.Participants[0].ID + `' WHERE id = '` + m.ID + `'`,
		`INSERT OR REPLACE INTO commitments SELECT id, client_id, participant_id, 'x', due_on, state, settled_at, settled_in, created_at, updated_at, version FROM commitments`,
	} {
		if d.raw(query) == nil {
			t.Errorf("%s changed what is signed", query)
		}
	}
	m.Settle(practice.CommitmentKept, later.Participants[0].ID, practice.At(d.now))
	want(t, d.putCommitment(m), "")
}
