package vault

import (
	"crypto/sha256"
	"encoding/base32"
	"encoding/hex"
	"fmt"
	"io"
	"strings"

	"snowfield/internal/fault"
	"snowfield/internal/vault/cipherfs"
)

// RecoveryCode is the data key in a form to write down: with it the records
// open without passphrase and key file. It does not print itself; Text does.
type RecoveryCode struct{ key [cipherfs.KeySize]byte }

const (
	checkSize   = 3 // bytes of the key's SHA-256 that follow it
	codeLength  = (cipherfs.KeySize + checkSize) * 8 / 5
	groupLength = 7
)

// crockford is Crockford's base32: no I, L, O and U, so that nothing written
// by hand is read as something else.
var crockford = base32.NewEncoding("0123456789ABCDEFGHJKMNPQRSTVWXYZ").WithPadding(base32.NoPadding)

// readAlike maps what people write or read for another character.
var readAlike = strings.NewReplacer("O", "0", "I", "1", "L", "1")

// Text is the code as it is written down: 8 groups of 7 characters, with a
// space between them.
func (c RecoveryCode) Text() string {
	sum := sha256.Sum256(c.key[:])
	text := crockford.EncodeToString(append(c.key[:], sum[:checkSize]...))
	var groups []string
	for ; text != ""; text = text[groupLength:] {
		groups = append(groups, text[:groupLength])
	}
	return strings.Join(groups, " ")
}

// RawKey is the same key as other tools take it: 64 lower-case hex digits.
func (c RecoveryCode) RawKey() string { return hex.EncodeToString(c.key[:]) }

// Format keeps the code out of logs and messages: every verb prints the same.
func (c RecoveryCode) Format(s fmt.State, _ rune) {
	io.WriteString(s, "[recovery code]") //nolint:errcheck // fmt has no way to tell
}

// ParseRecoveryCode reads a code as a person typed it: in any case, with
// spaces, dashes and line breaks anywhere, with O for 0 and I or L for 1. A
// mistyped code is fault.Invalid; what it says about which character is wrong
// is all that can be known.
func ParseRecoveryCode(text string) (RecoveryCode, error) {
	var c RecoveryCode
	plain := strings.Map(func(r rune) rune {
		switch r {
		case ' ', '\t', '\r', '\n', '\u00a0', '-', '\u2010', '\u2011', '\u2012', '\u2013', '\u2014', '\u2212', '.', ',':
			return -1
		}
		return r
	}, text)
	plain = readAlike.Replace(strings.ToUpper(plain))
	for i, r := range plain {
		if !strings.ContainsRune("0123456789ABCDEFGHJKMNPQRSTVWXYZ", r) {
			return c, mistyped(fmt.Sprintf("The character %q in group %d is not part of any recovery code.", r, i/groupLength+1))
		}
	}
	if len(plain) != codeLength {
		return c, mistyped(fmt.Sprintf("A recovery code has %d characters; this one has %d.", codeLength, len(plain)))
	}
	b, err := crockford.DecodeString(plain)
	if err != nil {
		return c, mistyped("It cannot be read.")
	}
	sum := sha256.Sum256(b[:cipherfs.KeySize])
	if string(b[cipherfs.KeySize:]) != string(sum[:checkSize]) {
		return c, mistyped("At least one character differs from the code you were given.")
	}
	copy(c.key[:], b)
	return c, nil
}

func mistyped(why string) error {
	return &fault.Error{
		Code:    fault.Invalid,
		Message: "The recovery code is mistyped. Nothing was tried or changed; compare it with your paper.",
		Fields:  map[string]string{"recovery_code": why},
	}
}
