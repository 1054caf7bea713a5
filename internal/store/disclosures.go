package store

import (
	"encoding/json"
	"strings"

	"snowfield/internal/fault"
	"snowfield/internal/practice"
)

const disclosureColumns = `id, client_id, session_id, at, kind, way, reader, recipient, purpose, parts, left_out, release_consent, release_reason, request_id, sha256, pages, protected`

// mostDisclosures bounds what left about one client in a list.
const mostDisclosures = 2000

func scanDisclosure(r row) (d practice.Disclosure, err error) {
	var parts string
	var consent, request *string
	if err := r.Scan(&d.ID, &d.ClientID, &d.SessionID, &d.At, &d.Kind, &d.Way, &d.Reader, &d.Recipient, &d.Purpose, &parts, &d.LeftOut,
		&consent, &d.ReleaseReason, &request, &d.SHA256, &d.Pages, &d.Protected); err != nil {
		return d, err
	}
	if consent != nil {
		d.ReleaseConsentID = *consent
	}
	if request != nil {
		d.RequestID = *request
	}
	return d, json.Unmarshal([]byte(parts), &d.Parts)
}

// Disclosures returns what left about a client, newest first.
func (t *Tx) Disclosures(clientID string) ([]practice.Disclosure, error) {
	return all(t, scanDisclosure, `SELECT `+disclosureColumns+` FROM disclosures WHERE client_id = ? ORDER BY at DESC, id DESC LIMIT ?`, clientID, mostDisclosures)
}

// AddDisclosure keeps that a document about a client left, and writes the
// export into the trail. It refuses a consent or a request of another client.
func (t *Tx) AddDisclosure(d practice.Disclosure) (practice.Disclosure, error) {
	if err := t.ownDisclosure(d); err != nil {
		return d, err
	}
	parts, err := json.Marshal(d.Parts)
	if err != nil {
		return d, err
	}
	d.At = t.now
	if err := t.exec(`INSERT INTO disclosures (`+disclosureColumns+`) VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)`,
		d.ID, d.ClientID, d.SessionID, d.At, d.Kind, d.Way, d.Reader, d.Recipient, d.Purpose, string(parts), d.LeftOut,
		null(d.ReleaseConsentID), d.ReleaseReason, null(d.RequestID), d.SHA256, d.Pages, d.Protected); err != nil {
		return d, err
	}
	subject, id := "client", d.ClientID
	if d.SessionID != "" {
		subject, id = "session", d.SessionID
	}
	detail := strings.ToLower(d.Kind.Title()) + ", sha256 " + d.SHA256 + ", " + string(d.Way)
	if d.Protected {
		detail += ", with a password"
	}
	_, err = t.Record(practice.ActExport, subject, id, detail)
	return d, err
}

func (t *Tx) ownDisclosure(d practice.Disclosure) error {
	for query, id := range map[string]string{
		`SELECT client_id FROM consents WHERE id = ?`:         d.ReleaseConsentID,
		`SELECT client_id FROM records_requests WHERE id = ?`: d.RequestID,
	} {
		if id == "" {
			continue
		}
		of, err := one(t, "paper", scalar[string], query, id)
		if err != nil {
			return err
		}
		if of != d.ClientID {
			return fault.New(fault.Conflict, "This belongs to another client. Nothing was written.")
		}
	}
	return nil
}
