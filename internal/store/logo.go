package store

import (
	"crypto/sha256"
	"encoding/hex"

	"snowfield/internal/fault"
	"snowfield/internal/practice"
)

// Letterhead returns the practice with its logo, as documents print it.
func (t *Tx) Letterhead() (practice.Practice, error) {
	p, err := t.Practice()
	if err != nil {
		return p, err
	}
	p.Logo, err = t.Logo()
	return p, err
}

// Logo returns the practice's logo; empty when there is none.
func (t *Tx) Logo() (practice.Logo, error) {
	content, err := one(t, "logo", scalar[[]byte], `SELECT png FROM logo`)
	if fault.CodeOf(err) == fault.NotFound {
		return "", nil
	}
	return practice.Logo(content), err
}

// PutLogo replaces the logo; an empty one removes it.
func (t *Tx) PutLogo(l practice.Logo) error {
	if err := t.exec(`DELETE FROM logo`); err != nil {
		return err
	}
	note := "removed"
	if l != "" {
		if err := t.exec(`INSERT INTO logo (id, png) VALUES (1, ?)`, []byte(l)); err != nil {
			return err
		}
		sum := sha256.Sum256([]byte(l))
		note = "sha256 " + hex.EncodeToString(sum[:])
	}
	_, err := t.Record(practice.ActChange, "logo", "", note)
	return err
}
