// Package store remembers: every SQL statement of Snowfield is here, one file
// per aggregate. It takes a database that is already open and decrypted, and
// keeps no rule of its own but those the schema enforces.
package store

import (
	"context"
	"database/sql"
	"embed"
	"fmt"
	"io/fs"
	"iter"
	"time"

	"snowfield/internal/fault"
	"snowfield/internal/practice"
)

//go:embed migrations/*.sql
var migrations embed.FS

// Store is the open records.
type Store struct{ db Source }

// Open brings the database to the current schema, one transaction for each
// migration, and returns the store. Before it changes a database that holds
// records it calls secure, which makes and verifies a backup; an error from
// secure leaves everything as it was. It refuses a database of a newer
// Snowfield with TooNew.
func Open(ctx context.Context, db *sql.DB, secure func() error) (*Store, error) {
	return openWith(ctx, db, secure, migrations)
}

// openWith is Open with the migrations given.
func openWith(ctx context.Context, db *sql.DB, secure func() error, from fs.FS) (*Store, error) {
	files, err := fs.Glob(from, "migrations/*.sql")
	if err != nil {
		return nil, err
	}
	var version int
	if err := db.QueryRowContext(ctx, "PRAGMA user_version").Scan(&version); err != nil {
		return nil, translate(err)
	}
	switch {
	case version > len(files):
		return nil, fault.New(fault.TooNew, "These records were written by a newer Snowfield. Nothing was changed. Update Snowfield on this computer to open them.")
	case version > 0 && version < len(files):
		if err := secure(); err != nil {
			return nil, err
		}
	}
	for i := version; i < len(files); i++ {
		if err := migrate(ctx, db, from, files[i], i+1); err != nil {
			return nil, translate(err)
		}
	}
	return &Store{db: db}, nil
}

func migrate(ctx context.Context, db *sql.DB, from fs.FS, file string, version int) error {
	text, err := fs.ReadFile(from, file)
	if err != nil {
		return err
	}
	tx, err := db.BeginTx(ctx, nil)
	if err != nil {
		return err
	}
	defer tx.Rollback() //nolint:errcheck // after a commit it has nothing to do
	if _, err := tx.ExecContext(ctx, string(text)); err != nil {
		return fmt.Errorf("migration %d: %w", version, err)
	}
	if _, err := tx.ExecContext(ctx, fmt.Sprintf("PRAGMA user_version = %d", version)); err != nil {
		return err
	}
	return tx.Commit()
}

// Tx is one transaction with one reading of the clock: everything it writes
// bears the same time.
type Tx struct {
	ctx context.Context
	tx  *sql.Tx
	now practice.Instant
}

// Now returns the transaction's reading of the clock.
func (t *Tx) Now() practice.Instant { return t.now }

// View runs read in a transaction that changes nothing.
func (s *Store) View(ctx context.Context, now time.Time, read func(*Tx) error) error {
	tx, err := s.db.BeginTx(ctx, nil)
	if err != nil {
		return translate(err)
	}
	defer tx.Rollback() //nolint:errcheck // nothing was written
	return translate(read(&Tx{ctx: ctx, tx: tx, now: practice.At(now)}))
}

// Update runs write in a transaction and commits it; when Update returns nil,
// everything is on disk. On any error nothing was changed.
func (s *Store) Update(ctx context.Context, now time.Time, write func(*Tx) error) error {
	return s.Replay(ctx, func(yield func(time.Time, func(*Tx) error) bool) { yield(now, write) })
}

// Replay is Update for many writes in one transaction, each with a reading of
// the clock of its own: a story that is told at once.
func (s *Store) Replay(ctx context.Context, writes iter.Seq2[time.Time, func(*Tx) error]) error {
	tx, err := s.db.BeginTx(ctx, nil)
	if err != nil {
		return translate(err)
	}
	defer tx.Rollback() //nolint:errcheck // after a commit it has nothing to do
	for now, write := range writes {
		if err := write(&Tx{ctx: ctx, tx: tx, now: practice.At(now)}); err != nil {
			return translate(err)
		}
	}
	return translate(tx.Commit())
}

type row interface{ Scan(...any) error }

// all returns every row of a query, read to the end before it returns, so
// that the one connection is free for the next statement.
func all[T any](t *Tx, scan func(row) (T, error), query string, args ...any) ([]T, error) {
	rows, err := t.tx.QueryContext(t.ctx, query, args...)
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	list := []T{}
	for rows.Next() {
		x, err := scan(rows)
		if err != nil {
			return nil, err
		}
		list = append(list, x)
	}
	return list, rows.Err()
}

// one returns the only row of a query; what names it in the NotFound fault.
func one[T any](t *Tx, what string, scan func(row) (T, error), query string, args ...any) (T, error) {
	x, err := scan(t.tx.QueryRowContext(t.ctx, query, args...))
	if err == sql.ErrNoRows {
		return x, fault.New(fault.NotFound, "This "+what+" is not in the records.")
	}
	return x, err
}

func set(ids []string) map[string]bool {
	has := make(map[string]bool, len(ids))
	for _, id := range ids {
		has[id] = true
	}
	return has
}

func scalar[T any](r row) (T, error) {
	var x T
	err := r.Scan(&x)
	return x, err
}

func (t *Tx) exec(query string, args ...any) error {
	_, err := t.tx.ExecContext(t.ctx, query, args...)
	return err
}

// null stores an empty id as NULL, as a foreign key wants it.
func null(id string) sql.NullString { return sql.NullString{String: id, Valid: id != ""} }
