package cipherfs

import (
	"context"
	"database/sql"
	"errors"
	"fmt"

	"modernc.org/sqlite"

	"snowfield/internal/disk"
)

// copyStep is how many pages are copied before others have their turn: half a
// megabyte, some milliseconds.
const copyStep = 128

// Copy writes a copy of db, one consistent state of it, to a new file sealed
// with key, page for page. db must come from this package. It copies in steps
// and gives the connection back between them; what is written meanwhile is in
// the copy too. After the last step, before anybody else has the connection,
// last runs with it: what it reads is the state that was copied.
//
// progress, if not nil, is told the pages done and their number. The copy is
// not synced. After an error nothing of it is left.
//
// Errors: ErrDamaged when a page does not authenticate; fs.ErrExist; the error
// of ctx or of last.
func Copy(ctx context.Context, db *sql.DB, path string, key [KeySize]byte, last func(*sql.Conn) error, progress func(done, total int64)) error {
	if err := createEmpty(path); err != nil {
		return err
	}
	if err := copySteps(ctx, db, path, key, last, progress); err != nil {
		return errors.Join(classify(err), disk.Delete(path))
	}
	return nil
}

func copySteps(ctx context.Context, db *sql.DB, path string, key [KeySize]byte, last func(*sql.Conn) error, progress func(done, total int64)) error {
	t, err := register(path, key, nil)
	if err != nil {
		return err
	}
	defer forget(t)
	c := &copying{target: uri(path, t, readWrite, copyPragmas...)}
	for n := 0; !c.complete; n++ {
		if err := ctx.Err(); err != nil {
			return errors.Join(err, c.abandon(db))
		}
		if err := c.turn(ctx, db, n, last); err != nil {
			return errors.Join(err, c.abandon(db))
		}
		if progress != nil {
			progress(c.done, c.total)
		}
	}
	return nil
}

// copyPragmas are for the copy alone. It is worthless until it is complete, so
// nothing is synced and no journal is written; with few pages in memory each step writes
// what it copied, and the last is no longer than the others.
var copyPragmas = []string{"synchronous(OFF)", "journal_mode(MEMORY)", "temp_store(2)", "cache_size(16)"}

// copying is a copy in the making.
type copying struct {
	target      string
	driver      any // the connection that the copy was begun on
	backup      *sqlite.Backup
	complete    bool
	patience    int   // steps before the rest is copied in one: whoever writes without end must not keep it from ending
	done, total int64 // pages
}

// turn takes the connection for the step n.
func (c *copying) turn(ctx context.Context, db *sql.DB, n int, last func(*sql.Conn) error) error {
	conn, err := db.Conn(ctx)
	if err != nil {
		return err
	}
	defer conn.Close()
	if err := conn.Raw(func(driver any) error { return c.step(driver, n) }); err != nil || !c.complete {
		return err
	}
	return last(conn)
}

func (c *copying) step(driver any, n int) (err error) {
	switch {
	case c.backup == nil:
		source, ok := driver.(interface {
			NewBackup(target string) (*sqlite.Backup, error)
		})
		if !ok {
			return fmt.Errorf("a connection of type %T cannot be copied", driver)
		}
		c.driver = driver
		if c.backup, err = source.NewBackup(c.target); err != nil {
			return err
		}
	case driver != c.driver:
		return errConnectionLost
	}
	pages := int32(copyStep)
	if c.patience > 0 && n > c.patience {
		pages = -1
	}
	more, err := c.backup.Step(pages)
	if err != nil {
		return err
	}
	c.total = int64(c.backup.PageCount())
	c.done = c.total - int64(c.backup.Remaining())
	if c.patience == 0 {
		c.patience = 16 + 2*int(c.total)/copyStep
	}
	if more {
		return nil
	}
	c.complete = true
	return c.finish()
}

// errConnectionLost: database/sql opened the connection anew, as it does when
// a query was interrupted at its very end.
var errConnectionLost = errors.New("the connection was replaced in the middle of the copy")

func (c *copying) finish() error {
	backup := c.backup
	c.backup = nil
	return backup.Finish()
}

// abandon ends a copy that is not complete.
func (c *copying) abandon(db *sql.DB) error {
	if c.backup == nil {
		return nil
	}
	conn, err := db.Conn(context.Background())
	if err != nil {
		return err
	}
	defer conn.Close()
	return conn.Raw(func(driver any) error {
		if driver != c.driver {
			return nil // what the copy held went with its connection
		}
		c.finish() //nolint:errcheck // repeats the error that ended the copy
		return nil
	})
}
