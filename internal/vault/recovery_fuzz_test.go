package vault

import (
	"bytes"
	"crypto/sha256"
	"errors"
	"regexp"
	"strings"
	"testing"
	"unicode"

	"snowfield/internal/fault"
)

// whyMistyped is all that a refusal may say of a code: one character at most.
var whyMistyped = regexp.MustCompile(`^(The character '(\\?'|[^']{1,10})' in group \d+ is not part of any recovery code\.` +
	`|A recovery code has 56 characters; this one has \d+\.` +
	`|At least one character differs from the code you were given\.)$`)

// FuzzParseRecoveryCode reads any text, and a real code as it was mistyped: one
// character taken for another, two neighbours swapped, one left out or doubled.
// A text is refused in words, or it is a code letter for letter and its check
// digits hold. A mistyped code is never read as the right one.
func FuzzParseRecoveryCode(f *testing.F) {
	code := RecoveryCode{sha256.Sum256([]byte("a key"))}
	f.Add(code.Text(), []byte("a key"), byte(0), byte('Z'))
	f.Add(strings.ToLower(strings.ReplaceAll(code.Text(), " ", "\u2013")), []byte{}, byte(55), byte('o'))
	f.Add("0O1IL-\u2014 .", []byte{0xff}, byte(20), byte('l'))
	f.Fuzz(func(t *testing.T, text string, seed []byte, at, other byte) {
		got, err := ParseRecoveryCode(text)
		wantRead(t, text, got, err)

		code := RecoveryCode{sha256.Sum256(seed)}
		if got, err := ParseRecoveryCode(code.Text()); err != nil || got != code {
			t.Fatalf("a code does not read itself: %v", err)
		}
		plain := strings.ReplaceAll(code.Text(), " ", "")
		i := int(at) % len(plain)
		mistyped := []string{plain[:i] + string(rune(other)) + plain[i+1:], plain[:i] + plain[i+1:], plain[:i] + plain[i:i+1] + plain[i:]}
		if i > 0 {
			mistyped = append(mistyped, plain[:i-1]+plain[i:i+1]+plain[i-1:i]+plain[i+1:])
		}
		for _, typed := range mistyped {
			got, err := ParseRecoveryCode(typed)
			wantRead(t, typed, got, err)
			if err == nil && got == code && plainCode(typed) != plain {
				t.Fatal("a mistyped code is read as the right one")
			}
		}
	})
}

// wantRead wants a text refused in words, or read for exactly what it says.
// That its check digits hold is summed here once more: they are 24 bits, so
// one slip in 16 million may be told only by the records, which it does not
// open.
func wantRead(t *testing.T, text string, code RecoveryCode, err error) {
	t.Helper()
	if err != nil {
		var told *fault.Error
		if !errors.As(err, &told) || told.Code != fault.Invalid || !whyMistyped.MatchString(told.Fields["recovery_code"]) {
			t.Fatalf("refused with %v", err)
		}
		if code != (RecoveryCode{}) {
			t.Fatal("refused, and a key came back")
		}
		return
	}
	if plainCode(text) != strings.ReplaceAll(code.Text(), " ", "") {
		t.Fatal("a code that was read does not write itself")
	}
	raw, err := crockford.DecodeString(plainCode(text))
	sum := sha256.Sum256(code.key[:])
	if err != nil || !bytes.Equal(raw, append(code.key[:], sum[:3]...)) {
		t.Fatal("the check digits do not hold")
	}
}

// plainCode is a code without what stands between its characters.
func plainCode(text string) string {
	return strings.Map(func(r rune) rune {
		switch r = unicode.ToUpper(r); {
		case r == 'O':
			return '0'
		case r == 'I', r == 'L':
			return '1'
		case r >= '0' && r <= '9', r >= 'A' && r <= 'Z':
			return r
		}
		return -1
	}, text)
}
