package store

// PutDraft keeps unfinished text under a key; empty text removes it.
func (t *Tx) PutDraft(key, body string) error {
	if err := t.changed(); err != nil {
		return err
	}
	if body == "" {
		return t.exec(`DELETE FROM drafts WHERE key = ?`, key)
	}
	return t.exec(`INSERT OR REPLACE INTO drafts (key, body, updated_at) VALUES (?,?,?)`, key, body, t.now)
}

// Draft returns the unfinished text under a key, empty when there is none.
func (t *Tx) Draft(key string) (string, error) {
	list, err := all(t, scalar[string], `SELECT body FROM drafts WHERE key = ?`, key)
	if err != nil || len(list) == 0 {
		return "", err
	}
	return list[0], nil
}
