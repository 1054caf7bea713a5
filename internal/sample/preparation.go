package sample

import (
	"strings"
	"time"

	"snowfield/internal/practice"
	"snowfield/internal/store"
)

// prepares begins the preparation form, prepared completes it too.
func (p *person) prepares(when time.Time, form practice.PreparationForm) {
	form.ClientID = p.id
	p.at(when, func(tx *store.Tx) error { return putPreparation(tx, form) })
}

func (p *person) prepared(when time.Time, form practice.PreparationForm) {
	p.prepares(when, form)
	p.at(when.Add(20*time.Minute), func(tx *store.Tx) error {
		client, err := tx.Client(p.id)
		if err != nil {
			return err
		}
		form, err := tx.Preparation(p.id)
		if err != nil {
			return err
		}
		if err := form.Complete(client, tx.Now()); err != nil {
			return err
		}
		return putPreparation(tx, form)
	})
}

func putPreparation(tx *store.Tx, form practice.PreparationForm) error {
	if err := form.Validate(); err != nil {
		return err
	}
	_, err := tx.PutPreparation(form)
	return err
}

// initials are those of the legal name: "MH".
func initials(c practice.Client) string {
	text := ""
	for _, word := range strings.Fields(c.LegalName) {
		text += string([]rune(word)[:1])
	}
	return text
}
