package store

import (
	"encoding/json"

	"snowfield/internal/practice"
)

func scanParts(r row) (parts []practice.Part, err error) {
	var text string
	if err := r.Scan(&text); err != nil {
		return nil, err
	}
	return parts, json.Unmarshal([]byte(text), &parts)
}

// DocumentChoice returns what a document held when it last left for a reader;
// NotFound when it never did.
func (t *Tx) DocumentChoice(kind practice.DocumentKind, reader practice.Reader) ([]practice.Part, error) {
	return one(t, "choice", scanParts, `SELECT parts FROM document_choices WHERE kind = ? AND reader = ?`, kind, reader)
}

// PutDocumentChoice keeps what a document held when it left for a reader, in
// place of the time before.
func (t *Tx) PutDocumentChoice(kind practice.DocumentKind, reader practice.Reader, parts []practice.Part) error {
	text, err := json.Marshal(append([]practice.Part{}, parts...))
	if err != nil {
		return err
	}
	return t.exec(`INSERT INTO document_choices (kind, reader, parts, at) VALUES (?,?,?,?)
		ON CONFLICT (kind, reader) DO UPDATE SET parts = excluded.parts, at = excluded.at`, kind, reader, string(text), t.now)
}
