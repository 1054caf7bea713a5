package store_test

import (
	"reflect"
	"strings"
	"testing"
	"time"

	"snowfield/internal/fault"
	"snowfield/internal/practice"
	"snowfield/internal/store"
)

// disclosure is a document about a client that left, kept.
func (d *desk) disclosure(clientID string, change func(*practice.Disclosure)) practice.Disclosure {
	d.t.Helper()
	x := practice.Disclosure{
		ID: practice.NewID(), ClientID: clientID, Kind: practice.DocReferral, Way: practice.WaySaved, Reader: practice.ReaderPrescriber,
		Recipient: "Dr. B", Purpose: "Treatment", Parts: []practice.Part{practice.PartIdentity}, LeftOut: "The rest.", ReleaseReason: "Treatment",
		SHA256: strings.Repeat("ab", 32), Pages: 2,
	}
	change(&x)
	d.do(func(tx *store.Tx) (err error) {
		x, err = tx.AddDisclosure(x)
		return err
	})
	return x
}

func TestDisclosureIsKeptAsWritten(t *testing.T) {
	d := newDesk(t)
	ana, ben := d.client("Ana"), d.client("Ben")
	consent := d.consent(ana.ID)
	first := d.disclosure(ana.ID, func(x *practice.Disclosure) { x.ReleaseConsentID, x.ReleaseReason = consent.ID, "" })
	d.later(time.Minute)
	session := practice.NewID()
	second := d.disclosure(ana.ID, func(x *practice.Disclosure) {
		x.Kind, x.SessionID, x.Way, x.Protected = practice.DocSummary, session, practice.WayPrinted, true
	})
	d.disclosure(ben.ID, func(*practice.Disclosure) {})
	got := see(d, func(tx *store.Tx) ([]practice.Disclosure, error) { return tx.Disclosures(ana.ID) })
	if !reflect.DeepEqual(got, []practice.Disclosure{second, first}) || first.At != practice.At(noon) {
		t.Errorf("stored %+v\nwant %+v", got, []practice.Disclosure{second, first})
	}
	trail := see(d, func(tx *store.Tx) ([]practice.AuditEntry, error) { return tx.Audit(0, 100) })
	acts := map[string]string{}
	for _, e := range trail {
		if e.Act == practice.ActExport {
			acts[e.Subject+" "+e.SubjectID] = e.Detail
		}
	}
	hash := strings.Repeat("ab", 32)
	for subject, detail := range map[string]string{
		"client " + ana.ID:   "referral packet, sha256 " + hash + ", saved",
		"session " + session: "session summary, sha256 " + hash + ", printed, with a password",
	} {
		if acts[subject] != detail {
			t.Errorf("%s: %q, want %q", subject, acts[subject], detail)
		}
	}

	// Any SQL: it neither changes nor goes.
	for _, sql := range []string{`UPDATE disclosures SET recipient = 'x'`, `DELETE FROM disclosures`, `INSERT OR REPLACE INTO disclosures SELECT * FROM disclosures`} {
		if d.raw(sql) == nil {
			t.Errorf("%s was carried out", sql)
		}
	}
}

func TestDisclosureOfAnotherClientsPapers(t *testing.T) {
	d := newDesk(t)
	ana, ben := d.client("Ana"), d.client("Ben")
	consent := d.consent(ben.ID)
	for name, c := range map[string]struct {
		change func(*practice.Disclosure)
		code   fault.Code
	}{
		"another's consent": {func(x *practice.Disclosure) { x.ReleaseConsentID = consent.ID }, fault.Conflict},
		"no such consent":   {func(x *practice.Disclosure) { x.ReleaseConsentID = practice.NewID() }, fault.NotFound},
		"no such request":   {func(x *practice.Disclosure) { x.RequestID = practice.NewID() }, fault.NotFound},
		"no such client":    {func(x *practice.Disclosure) { x.ClientID = practice.NewID() }, fault.NotFound},
	} {
		x := practice.Disclosure{
			ID: practice.NewID(), ClientID: ana.ID, Kind: practice.DocReferral, Way: practice.WaySaved, Reader: practice.ReaderOther, Recipient: "R", Purpose: "P",
			Parts: []practice.Part{}, SHA256: strings.Repeat("ab", 32), Pages: 1,
		}
		c.change(&x)
		before := d.audits()
		err := d.try(func(tx *store.Tx) error { _, err := tx.AddDisclosure(x); return err })
		if fault.CodeOf(err) != c.code || d.audits() != before {
			t.Errorf("%s: %v, trail of %d after %d", name, err, d.audits(), before)
		}
	}
}
