package store

import (
	"context"
	"database/sql"
	"time"
)

// Facts are what a backup is compared by.
type Facts struct {
	Clients, Sessions int
	AuditLength       int64
	AuditHead         string
	AppVersion        string
	PracticeID        string // whose records these are; empty before the second schema
	Changes           int64  // a count that grows with every change, unfinished text too
}

// Source is a database or one connection to it.
type Source interface {
	BeginTx(context.Context, *sql.TxOptions) (*sql.Tx, error)
}

// Describe reads the Facts of a database that may be older than the current
// schema. Thorough, it verifies the audit trail as well. It changes nothing.
func Describe(ctx context.Context, db Source, thorough bool) (Facts, error) {
	var f Facts
	err := (&Store{db: db}).View(ctx, time.Time{}, func(t *Tx) (err error) {
		if f.Clients, err = one(t, "count", scalar[int], `SELECT count(*) FROM clients`); err != nil {
			return err
		}
		if f.Sessions, err = one(t, "count", scalar[int], `SELECT count(*) FROM sessions`); err != nil {
			return err
		}
		if thorough {
			f.AuditLength, f.AuditHead, err = t.VerifyAudit(0, "")
		} else {
			f.AuditLength, f.AuditHead, err = t.AuditHead()
		}
		if err != nil {
			return err
		}
		if f.AppVersion, err = t.meta(metaAppVersion); err != nil {
			return err
		}
		if f.PracticeID, err = t.meta(metaPracticeID); err != nil {
			return err
		}
		f.Changes, err = t.changes()
		return err
	})
	return f, err
}
