package vault

import (
	"archive/zip"
	"bytes"
	_ "embed"
	"errors"
	"fmt"
	"io"
	"strings"
	"time"
)

// A backup is a zip archive, its entries stored as they are: the database, its
// key file, and how to open them without Snowfield.

const (
	readmeName    = "README.txt"
	maxReadme     = 1 << 16
	maxRecords    = 1 << 40 // bytes; SQLite at this page size could hold more
	recordsUnit   = 4096    // bytes of a page
	encryptedFlag = 1
)

//go:embed backup-readme.txt
var readme []byte

// commentPrefix and the practice's id are the comment of the archive: they say
// whose backup it is before anything is opened.
const commentPrefix = "snowfield practice "

const maxPractice = 64 // bytes of an id; a real one has 36

var errNoBackup = errors.New("not a backup of Snowfield")

// writeArchive writes a backup of the practice with an id, which may be "".
func writeArchive(w io.Writer, records io.Reader, sealed []byte, made time.Time, practice string) error {
	z := zip.NewWriter(w)
	if practice != "" {
		if err := z.SetComment(commentPrefix + practice); err != nil {
			return err
		}
	}
	for _, entry := range []struct {
		name    string
		content io.Reader
	}{
		{readmeName, bytes.NewReader(readme)},
		{keyName, bytes.NewReader(sealed)},
		{recordsName, records},
	} {
		header := &zip.FileHeader{Name: entry.name, Method: zip.Store, Modified: made.UTC()}
		header.SetMode(0o600)
		f, err := z.CreateHeader(header)
		if err != nil {
			return err
		}
		if _, err := io.Copy(f, entry.content); err != nil {
			return err
		}
	}
	return z.Close()
}

// archive is a backup that has been looked at, not yet verified.
type archive struct {
	made     time.Time
	practice string            // the id of the practice, if it is known
	sealed   []byte            // nil when the key file is damaged
	records  *io.SectionReader // the bytes of the database, in place
}

// readArchive reads the directory and the key file of a backup. The file may
// be anything: only the exact entries of a backup pass, stored, whole and of a
// size that the file can hold.
func readArchive(r io.ReaderAt, size int64) (*archive, error) {
	z, err := zip.NewReader(r, size)
	if err != nil {
		return nil, fmt.Errorf("%w: %w", errNoBackup, err)
	}
	limits := map[string]uint64{readmeName: maxReadme, keyName: maxKeyFile, recordsName: maxRecords}
	entries := map[string]*zip.File{}
	for _, f := range z.File {
		limit, known := limits[f.Name]
		if !known || entries[f.Name] != nil {
			return nil, fmt.Errorf("%w: its entries are others", errNoBackup)
		}
		if f.Method != zip.Store || f.Flags&encryptedFlag != 0 || f.CompressedSize64 != f.UncompressedSize64 ||
			f.UncompressedSize64 > limit || f.UncompressedSize64 > uint64(size) {
			return nil, fmt.Errorf("%w: an entry is packed otherwise", errNoBackup)
		}
		// Nothing sums up the time a backup was made; that it is there three times
		// tells a changed one.
		if !f.Modified.Equal(z.File[0].Modified) {
			return nil, fmt.Errorf("%w: its times differ", errNoBackup)
		}
		entries[f.Name] = f
	}
	if len(entries) != len(limits) {
		return nil, fmt.Errorf("%w: entries are missing", errNoBackup)
	}
	records := entries[recordsName]
	length := int64(records.UncompressedSize64)
	start, err := records.DataOffset()
	if err != nil || length == 0 || length%recordsUnit != 0 || start > size-length {
		return nil, fmt.Errorf("%w: the records are cut", errNoBackup)
	}
	a := &archive{made: records.Modified.UTC(), records: io.NewSectionReader(r, start, length)}
	if id, ok := strings.CutPrefix(z.Comment, commentPrefix); ok && len(id) <= maxPractice {
		a.practice = id
	}
	key, err := entries[keyName].Open()
	if err != nil {
		return nil, fmt.Errorf("%w: %w", errNoBackup, err)
	}
	// The recovery code opens a backup without its key file.
	if sealed, err := io.ReadAll(key); err == nil { // bounded by its limit; checks its sum
		a.sealed = sealed
	}
	return a, nil
}
