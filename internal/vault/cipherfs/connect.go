package cipherfs

import (
	"crypto/rand"
	"database/sql"
	"database/sql/driver"
	"errors"
	"fmt"
	"net/url"
	"path/filepath"
	"strconv"
	"strings"
	"sync"

	"modernc.org/sqlite"
)

// A ticket stands for a key in a database URI, so that the key itself is in
// no string.
type ticket uint64

const ticketName = "ticket"

// How a file is opened, in SQLite's words.
type mode string

const (
	readWrite mode = "rw" // never creates: a missing file is an error
	readOnly  mode = "ro"
)

var tickets = struct {
	sync.Mutex
	last ticket
	held map[ticket]*holder
}{held: map[ticket]*holder{}}

type holder struct {
	path   string
	key    [KeySize]byte
	onPage func() // called for each page read; may be nil
}

// register gives out a ticket for the key of a path. One path has one ticket
// at a time.
func register(path string, key [KeySize]byte, onPage func()) (ticket, error) {
	if err := registerVFS(); err != nil {
		return 0, err
	}
	path, err := filepath.Abs(path)
	if err != nil {
		return 0, err
	}
	tickets.Lock()
	defer tickets.Unlock()
	for _, h := range tickets.held {
		if h.path == path {
			return 0, ErrInUse
		}
	}
	tickets.last++
	tickets.held[tickets.last] = &holder{path, key, onPage}
	return tickets.last, nil
}

// forget takes a ticket back and zeroes its key.
func forget(t ticket) {
	tickets.Lock()
	defer tickets.Unlock()
	if h, ok := tickets.held[t]; ok {
		clear(h.key[:])
		delete(tickets.held, t)
	}
}

// InUse reports whether this process has the database at path open.
func InUse(path string) bool {
	path, err := filepath.Abs(path)
	if err != nil {
		return false
	}
	tickets.Lock()
	defer tickets.Unlock()
	for _, h := range tickets.held {
		if h.path == path {
			return true
		}
	}
	return false
}

// holderOf finds what a ticket in a URI stands for.
func holderOf(text string) (holder, bool) {
	n, err := strconv.ParseUint(text, 10, 64)
	if err != nil {
		return holder{}, false
	}
	tickets.Lock()
	defer tickets.Unlock()
	h, ok := tickets.held[ticket(n)]
	if !ok {
		return holder{}, false
	}
	return *h, true
}

func newSalt() (salt [saltSize]byte) {
	rand.Read(salt[:])
	return salt
}

// uri names a path for SQLite, with its ticket and what is set on its
// connection.
func uri(path string, t ticket, m mode, pragmas ...string) string {
	if abs, err := filepath.Abs(path); err == nil {
		path = abs
	}
	path = filepath.ToSlash(path)
	if !strings.HasPrefix(path, "/") {
		path = "/" + path // file:///C:/...
	}
	query := url.Values{
		ticketName: {strconv.FormatUint(uint64(t), 10)}, "mode": {string(m)}, "vfs": {vfsName},
		"_defensive": {"1"}, "_dqs": {"0"}, "_pragma": pragmas,
	}
	return (&url.URL{Scheme: "file", Path: path, RawQuery: query.Encode()}).String()
}

// pragmas are set on every connection to records. temp_store=2 keeps temporary tables in
// memory: the VFS refuses temporary files. fullfsync matters on macOS alone,
// where a plain sync leaves data in the drive's cache.
var pragmas = []string{
	"fullfsync(ON)", // before anything that reads the file, and rolls back with it
	"synchronous(FULL)",
	"temp_store(2)",
	"busy_timeout(2000)", // milliseconds
	"secure_delete(ON)",  // what is erased is overwritten in the file, not only let go of
	"trusted_schema(OFF)",
	"foreign_keys(ON)",
	"journal_mode(TRUNCATE)",
	"cache_size(-65536)", // KiB
}

// connect opens a path through the VFS and reads its schema.
func connect(path string, key [KeySize]byte, m mode, onPage func()) (*sql.DB, error) {
	t, err := register(path, key, onPage)
	if err != nil {
		return nil, err
	}
	inner, err := sqlite.NewConnector(uri(path, t, m, pragmas...))
	if err != nil {
		forget(t)
		return nil, err
	}
	db := sql.OpenDB(&connector{inner, t})
	db.SetMaxOpenConns(1)
	var tables int
	if err := db.QueryRow("SELECT count(*) FROM sqlite_schema").Scan(&tables); err != nil {
		return nil, errors.Join(fmt.Errorf("open: %w", classify(err)), db.Close())
	}
	return db, nil
}

// connector forgets the key when the database is closed.
type connector struct {
	driver.Connector
	ticket ticket
}

func (c *connector) Close() error {
	forget(c.ticket)
	return nil
}
