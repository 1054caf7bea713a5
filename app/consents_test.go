package app

import (
	"strings"
	"testing"

	"snowfield/internal/fault"
	"snowfield/internal/practice"
)

// offered edits a shipped consent until it can be signed.
func (b *bench) offered(key string) ConsentOffer {
	b.Helper()
	for _, offer := range must(b, b.consents.Get)(b.add("Nobody").ID).Offers {
		if offer.Text.Key == key {
			text := offer.Text
			text.Text, text.Skeleton = "Our *own* words. <b>raw</b>", false
			_, err := b.library.KeepConsent(text, offer.Version)
			b.ok(err)
			offer.Text, offer.Version = text, offer.Version+1
			return offer
		}
	}
	b.Fatalf("no consent %s", key)
	return ConsentOffer{}
}

func (b *bench) consentOf(clientID string, offer ConsentOffer) practice.Consent {
	return practice.Consent{
		ID: practice.NewID(), ClientID: clientID, TextKey: offer.Text.Key, TextVersion: offer.Version, Initials: []string{"AN", "AN", "AN"}[:len(offer.Text.Clauses)],
		SignedOn: b.day(), SignedBy: "Ana Nowak", SignerRole: "client", Method: practice.ConsentTyped,
	}
}

func TestConsentFromSigningToRevocation(t *testing.T) {
	b := newBench(t)
	b.create()
	ana := b.add("Ana Nowak")
	offer := b.offered("kap")
	c := b.consentOf(ana.ID, offer)
	v := must(b, b.consents.Sign)(c)
	kap := v.Kinds[0]
	if !kap.Valid || kap.Text != "Signed 12 March 2026, until 12 March 2027" || kap.Rows[0].SignedBy != "Ana Nowak, client; typed" || v.Kinds[1].Text != "None signed" {
		t.Errorf("signed: %+v", v.Kinds)
	}
	must(b, b.consents.Sign)(c) // the submit, repeated
	if n := len(must(b, b.consents.Get)(ana.ID).Kinds[0].Rows); n != 1 {
		t.Errorf("%d consents", n)
	}

	// What was signed stays, whatever becomes of the text.
	text := offer.Text
	text.Text = "Other words"
	_, err := b.library.KeepConsent(text, offer.Version)
	b.ok(err)
	signed := must(b, b.consents.Text)(c.ID)
	if signed.Consent.Text != "Our *own* words. <b>raw</b>" || !strings.Contains(signed.HTML, "<em>own</em>") || strings.Contains(signed.HTML, "<b>") {
		t.Errorf("kept %+v", signed)
	}
	again := b.consentOf(ana.ID, offer)
	_, err = b.consents.Sign(again)
	b.refused(err, fault.Conflict) // the text it shows is no longer the practice's

	_, err = b.consents.Revoke(c.ID, "2026-03-13", "")
	b.refused(err, fault.Invalid)
	v, err = b.consents.Revoke(c.ID, b.day(), "She asked")
	b.ok(err)
	if v.Kinds[0].Valid || v.Kinds[0].Text != "Signed 12 March 2026, revoked 12 March 2026" {
		t.Errorf("revoked: %+v", v.Kinds[0])
	}
	if glance := must(b, b.clients.Glance)(ana.ID).ConsentText; glance != "Ketamine-assisted psychotherapy: signed 12 March 2026, revoked 12 March 2026" {
		t.Errorf("at a glance: %q", glance)
	}
}

func TestConsentIsNotSigned(t *testing.T) {
	b := newBench(t)
	b.create()
	ana, ben := b.add("Ana"), b.add("Ben")
	skeleton := practice.Consent{
		ID: practice.NewID(), ClientID: ana.ID, TextKey: "kap", Initials: []string{"A", "A", "A"}, SignedOn: b.day(), SignedBy: "Ana", Method: practice.ConsentTyped,
	}
	_, err := b.consents.Sign(skeleton)
	if w := b.refused(err, fault.Blocked); !strings.Contains(w.Message, "Library") {
		t.Errorf("the way on is missing: %s", w.Message)
	}
	offer := b.offered("touch")
	unknown := b.consentOf(ana.ID, offer)
	unknown.TextKey = "none"
	_, err = b.consents.Sign(unknown)
	b.refused(err, fault.NotFound)

	b.shell.file = writeFile(t, "scan.png", []byte("\x89PNG\r\n\x1a\n"))
	bens := must(b, b.attachments.Choose)(practice.Attachment{ID: practice.NewID(), ClientID: ben.ID, Kind: practice.AttachmentConsent})
	scanned := b.consentOf(ana.ID, offer)
	scanned.Method, scanned.AttachmentID = practice.ConsentScanned, bens.File.ID
	_, err = b.consents.Sign(scanned)
	b.refused(err, fault.Invalid)
	if n := len(must(b, b.consents.Get)(ana.ID).Kinds[1].Rows); n != 0 {
		t.Errorf("%d consents were kept", n)
	}
}
