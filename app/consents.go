package app

import (
	"cmp"
	"fmt"
	"slices"

	"snowfield/internal/fault"
	"snowfield/internal/practice"
	"snowfield/internal/store"
)

// Consents is bound: what a client agreed to.
type Consents struct{ *core }

// ConsentView is a client's consents as their part of the chart shows them.
type ConsentView struct {
	Kinds  []ConsentGroup  `json:"kinds"`
	Offers []ConsentOffer  `json:"offers"` // texts that can be signed
	Files  []AttachmentRow `json:"files"`
	Today  practice.Date   `json:"today"`
	Client string          `json:"client"` // the legal name, who signs by default
}

// ConsentGroup is all consents of a kind.
type ConsentGroup struct {
	Kind  practice.ConsentKind `json:"kind"`
	Label string               `json:"label"`
	Valid bool                 `json:"valid"`
	Text  string               `json:"text"` // "Signed 3 March 2026, until 3 March 2027", "None signed"
	Rows  []ConsentRow         `json:"rows"` // signed last first
}

// ConsentRow is a signed consent.
type ConsentRow struct {
	ID       string                `json:"id"`
	Title    string                `json:"title"`
	State    practice.ConsentState `json:"state"`
	Text     string                `json:"text"`
	SignedBy string                `json:"signed_by"` // "Nell Harrow, client; typed"
	About    string                `json:"about"`     // of a release: to whom and what
}

// ConsentOffer is a consent of the Library that can be signed.
type ConsentOffer struct {
	Text     practice.ConsentText `json:"text"`
	Version  int                  `json:"version"`
	HTML     string               `json:"html"`
	Validity string               `json:"validity"` // "12 months from the day of signing"
	Skeleton bool                 `json:"skeleton"` // it has to be edited in the Library first
}

// SignedText is a consent as it was signed, to be read again.
type SignedText struct {
	Consent practice.Consent `json:"consent"`
	HTML    string           `json:"html"`
	Text    string           `json:"text"` // where it stands
}

// Get returns a client's consents by kind, and the texts on offer.
func (c *Consents) Get(clientID string) (ConsentView, error) {
	return view(c.core, func(tx *store.Tx) (ConsentView, error) { return consentView(tx, clientID) })
}

func consentView(tx *store.Tx, clientID string) (ConsentView, error) {
	v := ConsentView{Kinds: []ConsentGroup{}, Offers: []ConsentOffer{}}
	client, err := tx.Client(clientID)
	if err != nil {
		return v, err
	}
	v.Client = client.LegalName
	if v.Today, err = todayOf(tx); err != nil {
		return v, err
	}
	signed, err := tx.Consents(clientID)
	if err != nil {
		return v, err
	}
	for _, kind := range practice.ConsentKinds {
		if g := consentGroup(kind, signed, v.Today); len(g.Rows) > 0 || kind != practice.ConsentOther {
			v.Kinds = append(v.Kinds, g)
		}
	}
	texts, err := consentTexts(tx)
	if err != nil {
		return v, err
	}
	for _, t := range texts {
		if !t.Item.Offered {
			continue
		}
		offer := ConsentOffer{Text: t.Item, Version: t.Version, Skeleton: t.Item.Skeleton, Validity: "Until it is revoked"}
		if n := t.Item.ValidMonths; n > 0 {
			offer.Validity = fmt.Sprintf("%d months from the day of signing", n)
		}
		if offer.HTML, err = rendered(t.Item.Text); err != nil {
			return v, err
		}
		v.Offers = append(v.Offers, offer)
	}
	v.Files, err = attachmentRows(tx, clientID)
	return v, err
}

func consentGroup(kind practice.ConsentKind, signed []practice.Consent, today practice.Date) ConsentGroup {
	g := ConsentGroup{Kind: kind, Label: kind.Label(), Text: "None signed", Rows: []ConsentRow{}}
	for _, c := range signed {
		if c.Kind != kind {
			continue
		}
		row := ConsentRow{
			ID: c.ID, Title: c.Title, State: c.State(today), Text: c.StateText(today),
			SignedBy: c.SignedBy + ", " + cmp.Or(c.SignerRole, "client") + "; " + string(c.Method),
		}
		if c.Recipient != "" {
			row.About = "To " + c.Recipient + ": " + c.Scope
		}
		g.Rows = append(g.Rows, row)
	}
	if valid, ok := practice.Consented(signed, kind, today); ok {
		g.Valid, g.Text = true, valid.StateText(today)
	} else if len(g.Rows) > 0 {
		g.Text = g.Rows[0].Text
	}
	return g
}

// Sign keeps a consent as signed, on the text of the Library whose key and
// version it names. A version that is not the present one is a Conflict:
// what is signed is what was shown.
func (c *Consents) Sign(consent practice.Consent) (ConsentView, error) {
	return update(c.core, func(tx *store.Tx) (ConsentView, error) {
		texts, err := consentTexts(tx)
		if err != nil {
			return ConsentView{}, err
		}
		i := slices.IndexFunc(texts, func(t practice.Shelved[practice.ConsentText]) bool {
			return t.Item.Key == consent.TextKey && t.Item.Offered
		})
		switch {
		case i < 0:
			return ConsentView{}, fault.New(fault.NotFound, "This consent is not offered in the Library any more. Nothing was signed.")
		case texts[i].Version != consent.TextVersion:
			return ConsentView{}, fault.New(fault.Conflict, "The text was changed in the Library since it was shown. Nothing was signed; read it again, then sign.")
		}
		today, err := todayOf(tx)
		if err != nil {
			return ConsentView{}, err
		}
		consent.RevokedOn, consent.RevokedReason = "", ""
		if err := consent.Sign(texts[i].Item, texts[i].Version, today); err != nil {
			return ConsentView{}, err
		}
		var k fault.Check
		if err := checkFile(tx, &k, consent.ClientID, consent.AttachmentID); err != nil {
			return ConsentView{}, err
		}
		if err := k.Err(); err != nil {
			return ConsentView{}, err
		}
		if _, err := tx.AddConsent(consent); err != nil {
			return ConsentView{}, err
		}
		if consent.Kind.Admits() {
			if err := reach(tx, consent.ClientID, practice.MilestoneAdmitted); err != nil {
				return ConsentView{}, err
			}
		}
		return consentView(tx, consent.ClientID)
	})
}

// Revoke ends a consent from a day on; the reason may be empty.
func (c *Consents) Revoke(id string, on practice.Date, reason string) (ConsentView, error) {
	return update(c.core, func(tx *store.Tx) (ConsentView, error) {
		consent, err := tx.Consent(id)
		if err != nil {
			return ConsentView{}, err
		}
		today, err := todayOf(tx)
		if err != nil {
			return ConsentView{}, err
		}
		if err := consent.Revoke(on, reason, today); err != nil {
			return ConsentView{}, err
		}
		if err := tx.RevokeConsent(consent); err != nil {
			return ConsentView{}, err
		}
		return consentView(tx, consent.ClientID)
	})
}

// Text returns a consent as it was signed.
func (c *Consents) Text(id string) (SignedText, error) {
	return view(c.core, func(tx *store.Tx) (SignedText, error) {
		consent, err := tx.Consent(id)
		if err != nil {
			return SignedText{}, err
		}
		today, err := todayOf(tx)
		if err != nil {
			return SignedText{}, err
		}
		html, err := rendered(consent.Text)
		return SignedText{consent, html, consent.StateText(today)}, err
	})
}
