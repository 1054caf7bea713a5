package store

import (
	"strconv"

	"snowfield/internal/fault"
	"snowfield/internal/practice"
)

// What the app keeps about the vault itself.
const (
	metaAppVersion = "app_version" // of Snowfield that last wrote the records
	metaPracticeID = "practice_id" // random, made by a migration
	metaPlace      = "place"       // where the person was when the records were locked
	metaChanges    = "changes"     // counts what a backup would be made for
	metaBackedUp   = "backed_up"   // what metaChanges was in the last verified backup

	metaCodeUnconfirmed = "code_unconfirmed" // "1" until somebody has shown that they kept the recovery code
)

func (t *Tx) meta(key string) (string, error) {
	list, err := all(t, scalar[string], `SELECT value FROM meta WHERE key = ?`, key)
	if err != nil || len(list) == 0 {
		return "", err
	}
	return list[0], nil
}

func (t *Tx) putMeta(key, value string) error {
	return t.exec(`INSERT OR REPLACE INTO meta (key, value) VALUES (?, ?)`, key, value)
}

// PutAppVersion keeps which version of Snowfield last wrote the records. The
// same again writes nothing: on a full disk the records still open.
func (t *Tx) PutAppVersion(version string) error {
	if kept, err := t.meta(metaAppVersion); err != nil || kept == version {
		return err
	}
	return t.putMeta(metaAppVersion, version)
}

// Place returns where the person was when the records were locked; empty when
// that was not kept.
func (t *Tx) Place() (string, error) { return t.meta(metaPlace) }

// PutPlace keeps where the person is.
func (t *Tx) PutPlace(place string) error { return t.putMeta(metaPlace, place) }

// CodeUnconfirmed tells whether nobody has shown yet that they kept the
// recovery code. Records that say nothing of it count as confirmed.
func (t *Tx) CodeUnconfirmed() (bool, error) {
	kept, err := t.meta(metaCodeUnconfirmed)
	return kept != "", err
}

// PutCodeUnconfirmed keeps whether the recovery code is still to be confirmed.
func (t *Tx) PutCodeUnconfirmed(unconfirmed bool) error {
	if unconfirmed {
		return t.putMeta(metaCodeUnconfirmed, "1")
	}
	return t.exec(`DELETE FROM meta WHERE key = ?`, metaCodeUnconfirmed)
}

// changed counts a change that a backup would be made for: everything in the
// trail, and unfinished text.
func (t *Tx) changed() error {
	return t.exec(`INSERT INTO meta (key, value) VALUES (?, '1')
		ON CONFLICT (key) DO UPDATE SET value = CAST(CAST(value AS INTEGER) + 1 AS TEXT)`, metaChanges)
}

func (t *Tx) changes() (int64, error) {
	text, err := t.meta(metaChanges)
	if err != nil || text == "" {
		return 0, err
	}
	n, err := strconv.ParseInt(text, 10, 64)
	if err != nil {
		return 0, fault.Wrap(fault.Corrupt, "A part of the records cannot be read. Restore the last backup from the lock screen.", err)
	}
	return n, nil
}

// ChangedSinceBackup tells whether the records hold something that the last
// verified backup does not.
func (t *Tx) ChangedSinceBackup() (bool, error) {
	now, err := t.changes()
	if err != nil {
		return false, err
	}
	then, err := t.meta(metaBackedUp)
	return then != strconv.FormatInt(now, 10), err
}

// RecordBackup writes a verified backup into the trail. made are the facts of
// the copy; what was changed since it was made stays a change.
func (t *Tx) RecordBackup(made Facts, detail string) error {
	now, err := t.changes()
	if err != nil {
		return err
	}
	if _, err := t.Record(practice.ActBackup, "vault", "", detail); err != nil {
		return err
	}
	held := made.Changes
	if now == held {
		held++ // this entry of the trail
	}
	return t.putMeta(metaBackedUp, strconv.FormatInt(held, 10))
}
