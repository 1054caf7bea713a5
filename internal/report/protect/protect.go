// Package protect encrypts documents with a password.
package protect

import (
	"bytes"
	"fmt"
	"sync"

	"github.com/pdfcpu/pdfcpu/pkg/api"
	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/model"
	"golang.org/x/text/unicode/norm"

	"snowfield/internal/fault"
)

// A password counts in characters for a person, in bytes for the format, which
// takes no more than this.
const (
	leastPassword = 12
	mostPassword  = 127
)

// everythingAllowed gives whoever has the password every right. Without the
// right to copy text some screen readers would be shut out.
const everythingAllowed model.PermissionFlags = 0xfffc // its two lowest bits are reserved

// keepNoFiles has the PDF library do without the folder of settings and fonts
// that it would otherwise make in the user's home.
var keepNoFiles = sync.OnceFunc(api.DisableConfigDir)

// File encrypts a PDF with a password: AES with 256 bits, revision 6 of the
// standard's security handler. It writes no file. A password too short or too
// long is Invalid, with the field "password".
func File(pdf []byte, password string) ([]byte, error) {
	password = oneForm(password)
	if err := Check(password); err != nil {
		return nil, err
	}
	keepNoFiles()
	settings := model.NewAESConfiguration(password, password, 256)
	settings.Permissions = everythingAllowed
	var protected bytes.Buffer
	if err := api.Encrypt(bytes.NewReader(asVersion2(pdf)), &protected, settings); err != nil {
		return nil, fmt.Errorf("protect a document: %w", err)
	}
	return protected.Bytes(), nil
}

// asVersion2 says PDF 2.0 in the head of a file: only there revision 6 is the
// standard's; for older files the library takes revision 5, which is broken
// with far fewer guesses.
func asVersion2(pdf []byte) []byte {
	const head = "%PDF-2.0"
	pdf = bytes.Clone(pdf)
	copy(pdf, head)
	return pdf
}

// oneForm gives an accent the same bytes wherever it was typed: readers
// compare bytes (SASLprep, ISO 32000-2, 7.6.4.3.3).
func oneForm(password string) string { return norm.NFKC.String(password) }

// Check refuses a password that File would refuse.
func Check(password string) error {
	password = oneForm(password)
	var k fault.Check
	if n := len([]rune(password)); n < leastPassword {
		k.Refuse("password", fmt.Sprintf("A password for a file has at least %d characters. Nothing was written.", leastPassword))
	}
	if len(password) > mostPassword {
		k.Refuse("password", "This is longer than a PDF takes: 127 letters, fewer with accents. Nothing was written.")
	}
	return k.Err()
}
