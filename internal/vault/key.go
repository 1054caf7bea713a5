package vault

import (
	"bytes"
	"crypto/rand"
	"encoding/hex"
	"errors"
	"fmt"
	"io"

	"filippo.io/age"
	"golang.org/x/text/unicode/norm"

	"snowfield/internal/fault"
	"snowfield/internal/vault/cipherfs"
)

const (
	defaultWorkFactor = 18
	// maxWorkFactor bounds what a key file may demand of this computer: each
	// step doubles time and memory, 20 takes a gigabyte.
	maxWorkFactor = 20
	maxKeyFile    = 4096 // bytes; a real one has about 250
)

// sealKey makes the content of key.age: an age file for a passphrase, with the
// data key as 64 hex digits.
func sealKey(key [cipherfs.KeySize]byte, passphrase string, workFactor int) ([]byte, error) {
	if passphrase == "" {
		return nil, &fault.Error{
			Code:    fault.Invalid,
			Message: "The passphrase is empty. Nothing was changed.",
			Fields:  map[string]string{"passphrase": "Choose a passphrase."},
		}
	}
	recipient, err := age.NewScryptRecipient(canonical(passphrase))
	if err != nil {
		return nil, err
	}
	if workFactor == 0 {
		workFactor = defaultWorkFactor
	}
	recipient.SetWorkFactor(workFactor)
	var sealed bytes.Buffer
	w, err := age.Encrypt(&sealed, recipient)
	if err != nil {
		return nil, err
	}
	if _, err := w.Write(hex.AppendEncode(nil, key[:])); err != nil {
		return nil, err
	}
	if err := w.Close(); err != nil {
		return nil, err
	}
	return sealed.Bytes(), nil
}

// openKey is the reverse of sealKey: fault.WrongPassphrase or fault.Corrupt
// when it fails. A damaged file can look like a wrong passphrase.
func openKey(sealed []byte, passphrase string) (key [cipherfs.KeySize]byte, err error) {
	if passphrase == "" {
		return key, fault.New(fault.WrongPassphrase, "Type your passphrase. Nothing was changed.")
	}
	identity, err := age.NewScryptIdentity(canonical(passphrase))
	if err != nil {
		return key, err
	}
	identity.SetMaxWorkFactor(maxWorkFactor)
	r, err := age.Decrypt(bytes.NewReader(sealed), identity)
	if noMatch := new(age.NoIdentityMatchError); errors.As(err, &noMatch) {
		return key, fault.Wrap(fault.WrongPassphrase, "This passphrase does not open the records. They are safe. Check Caps Lock and the keyboard layout and try again.", err)
	}
	if err != nil {
		return key, damagedKey(err)
	}
	text, err := io.ReadAll(io.LimitReader(r, maxKeyFile))
	if err != nil {
		return key, damagedKey(err)
	}
	if n, err := hex.Decode(key[:], text[:min(len(text), 2*len(key))]); err != nil || n != len(key) || len(text) != 2*n {
		return [cipherfs.KeySize]byte{}, damagedKey(fmt.Errorf("%d bytes where the key should be", len(text)))
	}
	clear(text)
	return key, nil
}

// canonical makes a passphrase the same bytes on every system: macOS may type
// an accented letter as two characters, others as one.
func canonical(passphrase string) string { return norm.NFC.String(passphrase) }

func damagedKey(err error) error {
	return &fault.Error{
		Code:    fault.Corrupt,
		Message: "The key file is damaged. The records themselves are safe: open them with the recovery code, and a new key file is made.",
		Fields:  map[string]string{"key_file": "It is damaged."}, // tells it from damaged records
		Err:     err,
	}
}

// newKey makes a data key.
func newKey() (key [cipherfs.KeySize]byte, err error) {
	_, err = rand.Read(key[:])
	return key, err
}
