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

// alphabet is that of Crockford's base32: no I, L, O and U, so that nothing
// written by hand is read as something else.
const alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"

var crockford = base32.NewEncoding(alphabet).WithPadding(base32.NoPadding)

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
// is all that can be known. Where that is a group, its field is group_1 to
// group_8.
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
		if !strings.ContainsRune(alphabet, r) {
			group := i/groupLength + 1
			return c, mistyped(fmt.Sprintf("The character %q in group %d is not part of any recovery code.", r, group), group)
		}
	}
	if len(plain) != codeLength {
		return c, mistyped(fmt.Sprintf("A recovery code has %d characters; this one has %d.", codeLength, len(plain)), 0)
	}
	b, err := crockford.DecodeString(plain)
	if err != nil {
		return c, mistyped("It cannot be read.", 0)
	}
	if !whole(b) {
		return c, mistyped("At least one character differs from the code you were given.", suspect(plain))
	}
	copy(c.key[:], b)
	return c, nil
}

// whole tells whether the key and its check belong together.
func whole(b []byte) bool {
	sum := sha256.Sum256(b[:cipherfs.KeySize])
	return string(b[cipherfs.KeySize:]) == string(sum[:checkSize])
}

// suspect is the group, from 1, where one other character, or two neighbours
// the other way round, would make the code whole: there the eye should look
// first. It is 0 when there is no such group, or more than one. Nobody learns
// from it who does not hold the code but for one character.
func suspect(plain string) int {
	typed := []byte(plain)
	groups := map[int]bool{}
	look := func(i int) {
		if b, err := crockford.DecodeString(string(typed)); err == nil && whole(b) {
			groups[i/groupLength+1] = true
		}
	}
	for i, was := range []byte(plain) {
		for _, other := range []byte(alphabet) {
			typed[i] = other
			look(i)
		}
		typed[i] = was
		if i > 0 {
			typed[i-1], typed[i] = was, typed[i-1]
			look(i)
			typed[i-1], typed[i] = typed[i], was
		}
	}
	if len(groups) != 1 {
		return 0
	}
	for group := range groups {
		return group
	}
	return 0
}

// mistyped says why a code is not read; group, from 1, is where, 0 for
// anywhere.
func mistyped(why string, group int) error {
	fields := map[string]string{"recovery_code": why}
	if group > 0 {
		fields[fmt.Sprintf("group_%d", group)] = "Something differs here."
	}
	return &fault.Error{
		Code:    fault.Invalid,
		Message: "The recovery code is mistyped. Nothing was tried or changed; compare it with your paper.",
		Fields:  fields,
	}
}
