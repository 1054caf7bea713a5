package store

import (
	"encoding/json"
	"errors"

	"snowfield/internal/fault"
	"snowfield/internal/practice"
)

const consentColumns = `id, client_id, kind, text_key, text_version, title, text, clauses, initials, recipient, scope, signed_on, expires_on,
	signed_by, signer_role, method, drawing, attachment_id, revoked_on, revoked_reason, created_at`

func scanConsent(r row) (c practice.Consent, err error) {
	var clauses, initials string
	var attachment *string
	if err := r.Scan(&c.ID, &c.ClientID, &c.Kind, &c.TextKey, &c.TextVersion, &c.Title, &c.Text, &clauses, &initials, &c.Recipient, &c.Scope,
		&c.SignedOn, &c.ExpiresOn, &c.SignedBy, &c.SignerRole, &c.Method, &c.Drawing, &attachment, &c.RevokedOn, &c.RevokedReason, &c.CreatedAt); err != nil {
		return c, err
	}
	if attachment != nil {
		c.AttachmentID = *attachment
	}
	return c, errors.Join(json.Unmarshal([]byte(clauses), &c.Clauses), json.Unmarshal([]byte(initials), &c.Initials))
}

// Consent returns a consent as it was signed.
func (t *Tx) Consent(id string) (practice.Consent, error) {
	return one(t, "consent", scanConsent, `SELECT `+consentColumns+` FROM consents WHERE id = ?`, id)
}

// Consents returns a client's consents, signed last first.
func (t *Tx) Consents(clientID string) ([]practice.Consent, error) {
	return all(t, scanConsent, `SELECT `+consentColumns+` FROM consents WHERE client_id = ? ORDER BY signed_on DESC, created_at DESC, id LIMIT 500`, clientID)
}

// AddConsent keeps a consent that was signed. Adding the same one again is
// harmless; the same id with other content is a Conflict.
func (t *Tx) AddConsent(c practice.Consent) (practice.Consent, error) {
	old, err := t.Consent(c.ID)
	switch {
	case err == nil:
		c.CreatedAt = old.CreatedAt
		if same(c, old) {
			return old, nil
		}
		return old, fault.New(fault.Conflict, "This consent is already kept with other content. Nothing was changed.")
	case fault.CodeOf(err) != fault.NotFound:
		return c, err
	}
	clauses, errClauses := json.Marshal(c.Clauses)
	initials, errInitials := json.Marshal(c.Initials)
	if err := errors.Join(errClauses, errInitials); err != nil {
		return c, err
	}
	c.CreatedAt = t.now
	if err := t.exec(`INSERT INTO consents (`+consentColumns+`) VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)`,
		c.ID, c.ClientID, c.Kind, c.TextKey, c.TextVersion, c.Title, c.Text, string(clauses), string(initials), c.Recipient, c.Scope,
		c.SignedOn, c.ExpiresOn, c.SignedBy, c.SignerRole, c.Method, c.Drawing, null(c.AttachmentID), c.RevokedOn, c.RevokedReason, c.CreatedAt); err != nil {
		return c, err
	}
	_, err = t.Record(practice.ActSign, "consent", c.ID, string(c.Kind)+", "+string(c.Method))
	return c, err
}

// RevokeConsent writes that a consent was revoked; nothing else of it changes.
func (t *Tx) RevokeConsent(c practice.Consent) error {
	if err := t.exec(`UPDATE consents SET revoked_on = ?, revoked_reason = ? WHERE id = ?`, c.RevokedOn, c.RevokedReason, c.ID); err != nil {
		return err
	}
	_, err := t.Record(practice.ActChange, "consent", c.ID, "revoked")
	return err
}
