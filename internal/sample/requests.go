package sample

import (
	"crypto/sha256"
	"encoding/hex"
	"slices"
	"time"

	"snowfield/internal/practice"
	"snowfield/internal/store"
)

// wants is a request for records of the person's, asked on the day it is
// written down, under the rule that is chosen then.
func (p *person) wants(when time.Time, what string) {
	r := practice.RecordsRequest{
		ID: p.story.id(), ClientID: p.id, AskedOn: practice.DateOf(when), AskedBy: practice.AskedByClient, AskedFor: practice.AskedCopies, What: what,
	}
	p.at(when, func(tx *store.Tx) error {
		settings, err := tx.Settings()
		if err != nil {
			return err
		}
		stored, err := tx.LibraryLatest(practice.ShelfRecords)
		if err != nil {
			return err
		}
		rules, err := practice.RecordsRuleShelf(stored)
		if err != nil {
			return err
		}
		i := slices.IndexFunc(rules, func(x practice.Shelved[practice.RecordsRule]) bool { return x.Key == settings.RecordsRule })
		r.Rule = rules[max(i, 0)].Item
		r.Schedule()
		if err := r.Validate(today(tx)); err != nil {
			return err
		}
		_, err = tx.PutRecordsRequest(r)
		return err
	})
}

// received is a document about the person that left. The files of the sample
// were never made: each has the hash of its title.
func (p *person) received(when time.Time, d practice.Disclosure) {
	d.ID, d.ClientID = p.story.id(), p.id
	parts := d.Kind.Default()
	d.Parts, d.LeftOut = d.Kind.List(parts), d.Kind.LeftOut(parts)
	sum := sha256.Sum256([]byte(d.Kind.Title()))
	d.SHA256 = hex.EncodeToString(sum[:])
	p.at(when, func(tx *store.Tx) error {
		_, err := tx.AddDisclosure(d)
		return err
	})
}
