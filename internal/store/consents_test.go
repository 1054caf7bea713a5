package store_test

import (
	"reflect"
	"testing"

	"snowfield/internal/fault"
	"snowfield/internal/practice"
	"snowfield/internal/store"
)

// consent is a signed consent of a client, kept.
func (d *desk) consent(clientID string) practice.Consent {
	d.t.Helper()
	c := practice.Consent{
		ID: practice.NewID(), ClientID: clientID, Kind: practice.ConsentRelease, TextKey: "release", TextVersion: 2, Title: "Release", Text: "To whom",
		Clauses: []string{"I may revoke it."}, Initials: []string{"AN"}, Recipient: "Dr. B", Scope: "Summaries", SignedOn: "2026-03-03", ExpiresOn: "2027-03-03",
		SignedBy: "Ana N.", SignerRole: "client", Method: practice.ConsentDrawn, Drawing: "M 1 2 L 3 4",
	}
	d.do(func(tx *store.Tx) (err error) {
		c, err = tx.AddConsent(c)
		return err
	})
	return c
}

func TestConsentIsKeptAsSigned(t *testing.T) {
	d := newDesk(t)
	ana := d.client("Ana")
	c := d.consent(ana.ID)
	get := func(tx *store.Tx) (practice.Consent, error) { return tx.Consent(c.ID) }
	if got := see(d, get); !reflect.DeepEqual(got, c) || got.CreatedAt != practice.At(noon) {
		t.Errorf("stored %+v\nwant %+v", got, c)
	}
	trail := d.audits()
	again := c
	again.CreatedAt = ""
	d.do(func(tx *store.Tx) error { _, err := tx.AddConsent(again); return err })
	if d.audits() != trail {
		t.Error("a repeated consent left a trace")
	}
	again.Text = "Something else"
	want(t, d.try(func(tx *store.Tx) error { _, err := tx.AddConsent(again); return err }), fault.Conflict)

	// Any SQL: nothing but its revocation changes.
	for _, column := range []string{"text", "title", "clauses", "initials", "signed_on", "expires_on", "signed_by", "method", "drawing", "recipient", "scope", "kind"} {
		if d.raw(`UPDATE consents SET revoked_on = '2026-03-12', `+column+` = '2026-01-01'`) == nil {
			t.Errorf("%s of a signed consent was changed", column)
		}
	}
	if d.raw(`DELETE FROM consents`) == nil {
		t.Error("a consent was deleted")
	}
	if err := c.Revoke("2026-03-12", "She asked", "2026-03-12"); err != nil {
		t.Fatal(err)
	}
	d.do(func(tx *store.Tx) error { return tx.RevokeConsent(c) })
	if got := see(d, get); !reflect.DeepEqual(got, c) {
		t.Errorf("revoked: %+v", got)
	}
	c.RevokedReason = "Another"
	want(t, d.try(func(tx *store.Tx) error { return tx.RevokeConsent(c) }), fault.Conflict)
}

func TestConsentsOfAClient(t *testing.T) {
	d := newDesk(t)
	ana := d.client("Ana")
	first := d.consent(ana.ID)
	later := first
	later.ID, later.SignedOn, later.Method, later.Drawing = practice.NewID(), "2026-03-10", practice.ConsentTyped, ""
	d.do(func(tx *store.Tx) error { _, err := tx.AddConsent(later); return err })
	d.consent(d.client("Ben").ID)
	list := see(d, func(tx *store.Tx) ([]practice.Consent, error) { return tx.Consents(ana.ID) })
	if len(list) != 2 || list[0].ID != later.ID || list[1].ID != first.ID {
		t.Errorf("consents %+v", list)
	}
}
