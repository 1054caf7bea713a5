package store

import (
	"fmt"

	"snowfield/internal/fault"
	"snowfield/internal/practice"
)

const libraryColumns = `kind, key, version, body, at`

func scanLibraryItem(r row) (i practice.LibraryItem, err error) {
	err = r.Scan(&i.Kind, &i.Key, &i.Version, &i.Body, &i.At)
	return i, err
}

// LibraryLatest returns what the practice keeps on a shelf: the latest version
// of each thing, in the order they were first kept.
func (t *Tx) LibraryLatest(kind practice.LibraryKind) ([]practice.LibraryItem, error) {
	return all(t, scanLibraryItem, `SELECT `+libraryColumns+` FROM library l
		WHERE kind = ?1 AND version = (SELECT max(version) FROM library WHERE kind = ?1 AND key = l.key)
		ORDER BY (SELECT min(at) FROM library WHERE kind = ?1 AND key = l.key), key LIMIT 500`, kind)
}

// LibraryVersion returns one kept version of a thing. What is shipped, version
// 0, is not in the records.
func (t *Tx) LibraryVersion(kind practice.LibraryKind, key string, version int) (practice.LibraryItem, error) {
	return one(t, "version", scanLibraryItem, `SELECT `+libraryColumns+` FROM library WHERE kind = ? AND key = ? AND version = ?`, kind, key, version)
}

// LibraryVersions returns the kept versions of a thing, newest first.
func (t *Tx) LibraryVersions(kind practice.LibraryKind, key string, limit int) ([]practice.LibraryItem, error) {
	return all(t, scanLibraryItem, `SELECT `+libraryColumns+` FROM library WHERE kind = ? AND key = ? ORDER BY version DESC LIMIT ?`, kind, key, limit)
}

// PutLibrary keeps the next version of a thing. item.Version is the version it
// was made from, 0 for what is shipped or new; another having been kept since
// is a conflict. The same content again returns what is stored.
func (t *Tx) PutLibrary(item practice.LibraryItem) (practice.LibraryItem, error) {
	last, err := t.LibraryVersions(item.Kind, item.Key, 1)
	if err != nil {
		return item, err
	}
	latest := practice.LibraryItem{}
	if len(last) > 0 {
		latest = last[0]
		if latest.Body == item.Body {
			return latest, nil
		}
	}
	if latest.Version != item.Version {
		return item, fault.New(fault.Conflict, "This was changed elsewhere since you opened it. Nothing was kept; copy what you wrote, open the Library again and compare.")
	}
	item.Version++
	item.At = t.now
	if err := t.exec(`INSERT INTO library (`+libraryColumns+`) VALUES (?,?,?,?,?)`, item.Kind, item.Key, item.Version, item.Body, item.At); err != nil {
		return item, err
	}
	_, err = t.Record(practice.ActChange, "library", item.Key, fmt.Sprintf("%s, version %d", item.Kind, item.Version))
	return item, err
}
