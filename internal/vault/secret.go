package vault

import (
	"errors"
	"fmt"
	"io"

	"snowfield/internal/fault"
	"snowfield/internal/vault/cipherfs"
)

// Secret opens a backup: its passphrase, or its recovery code with a new
// passphrase for what is restored. It does not print itself.
type Secret struct {
	passphrase string
	code       *RecoveryCode
}

// Passphrase is the passphrase that was in use when the backup was made.
func Passphrase(passphrase string) Secret { return Secret{passphrase: passphrase} }

// Code is the recovery code that was in use when the backup was made. Restored
// records get the new passphrase; Inspect needs none.
func Code(code RecoveryCode, newPassphrase string) Secret { return Secret{newPassphrase, &code} }

// Format keeps the secret out of logs and messages.
func (s Secret) Format(f fmt.State, _ rune) {
	io.WriteString(f, "[secret]") //nolint:errcheck // fmt has no way to tell
}

// key is the data key of a backup with this key file.
func (s Secret) key(sealed []byte) ([cipherfs.KeySize]byte, error) {
	if s.code != nil {
		return s.code.key, nil
	}
	key, err := openKey(sealed, s.passphrase)
	switch fault.CodeOf(err) {
	case "":
		return key, nil
	case fault.WrongPassphrase:
		return key, fault.Wrap(fault.WrongPassphrase, "This passphrase does not open the backup. Nothing was changed. A backup keeps the passphrase that was in use when it was made; the recovery code of that time opens it too.", err)
	}
	return key, fault.Wrap(fault.Corrupt, "The key file in this backup is damaged. Nothing was changed. The recovery code opens the backup without it.", err)
}

// keyFile is the key file of restored records: the backup's own, or with a code
// a new one.
func (s Secret) keyFile(sealed []byte, workFactor int) ([]byte, error) {
	if s.code == nil {
		return sealed, nil
	}
	return sealKey(s.code.key, s.passphrase, workFactor)
}

// strange is the fault for records that the key did not seal.
func (s Secret) strange(err error) error {
	if s.code != nil {
		return fault.Wrap(fault.WrongPassphrase, "This recovery code is complete, but it does not open this backup. Nothing was changed. A backup keeps the code that was in use when it was made: look for that one, or for the code of the practice that the backup is from.", err)
	}
	return damagedBackup(errors.Join(errors.New("its key file is of other records"), err))
}
