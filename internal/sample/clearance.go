package sample

import (
	"time"

	"snowfield/internal/practice"
	"snowfield/internal/store"
)

// usual is what the prescribers clear most clients for.
func usual() practice.Clearance {
	return practice.Clearance{
		DoseMinUg: 100_000, DoseMaxUg: 300_000, Route: practice.Sublingual, Form: practice.Lozenge,
		BoosterAllowed: true, BoosterMaxUg: 100_000, BoosterEarliestMin: 30, Sessions: 6, Pharmacy: "Example Compounding",
	}
}

// cleared keeps a clearance from that day on, for six months unless it says
// otherwise, and the flags it covers.
func (p *person) cleared(when time.Time, by string, c practice.Clearance, covers ...string) string {
	c.ID, c.ClientID, c.PrescriberID, c.ClearedOn = p.story.id(), p.id, by, practice.DateOf(when)
	if c.ExpiresOn == "" {
		c.ExpiresOn = c.ClearedOn.AddMonths(6)
	}
	p.at(when, func(tx *store.Tx) error {
		for _, key := range covers {
			ref, err := p.flag(tx, key)
			if err != nil {
				return err
			}
			c.Covers = append(c.Covers, ref)
		}
		c.Normalize()
		if err := c.Validate(); err != nil {
			return err
		}
		_, err := tx.PutClearance(c)
		return err
	})
	return c.ID
}

func (p *person) standing(tx *store.Tx) ([]practice.Cleared, error) {
	list, err := tx.Clearances(p.id)
	if err != nil {
		return nil, err
	}
	used, err := tx.UsedUnder(p.id)
	return practice.Standing(list, used, today(tx)), err
}

// suspended puts the person's clearance out of force after a serious event.
func (p *person) suspended(tx *store.Tx, e practice.AdverseEvent) error {
	standing, err := p.standing(tx)
	if err != nil {
		return err
	}
	current, ok := practice.Current(standing)
	if !ok {
		return nil
	}
	reason := "Serious adverse event on " + practice.LongDateText(e.At.In(Zone))
	if err := current.Clearance.Suspend(reason, e.ID, tx.Now()); err != nil {
		return err
	}
	_, err = tx.PutClearance(current.Clearance)
	return err
}

// agreed keeps a consent the person signed by typing, as the practice words
// it then.
func (p *person) agreed(when time.Time, key string) { p.agreedOn(when, key, practice.Consent{}) }

// agreedOn is agreed, with more that the consent says.
func (p *person) agreedOn(when time.Time, key string, c practice.Consent) {
	c.ID, c.ClientID, c.SignedOn, c.SignerRole, c.Method = p.story.id(), p.id, practice.DateOf(when), "client", practice.ConsentTyped
	p.at(when, func(tx *store.Tx) error {
		client, err := tx.Client(p.id)
		if err != nil {
			return err
		}
		text, version, err := consentText(tx, key)
		if err != nil {
			return err
		}
		c.SignedBy = client.LegalName
		for range text.Clauses {
			c.Initials = append(c.Initials, initials(client))
		}
		if err := c.Sign(text, version, today(tx)); err != nil {
			return err
		}
		_, err = tx.AddConsent(c)
		return err
	})
}
