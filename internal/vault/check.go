package vault

import (
	"context"
	"errors"
	"path/filepath"

	"snowfield/internal/disk"
	"snowfield/internal/fault"
	"snowfield/internal/vault/cipherfs"
)

// Checked is what a check found whole.
type Checked struct {
	Pages int64
	Facts Facts
}

// Check looks at everything the records can be held against: it authenticates
// every page as it is on the disk, then makes a copy beside the records, as for
// a backup, and runs SQLite's checks of structure and references on it and
// describes it thoroughly. Work with the records goes on meanwhile.
//
// Errors: fault.Corrupt, which says what is damaged; fault.NotSaved when there
// is no room for the copy; the error of ctx.
func (v *Vault) Check(ctx context.Context, describe Describe, progress Progress) (Checked, error) {
	parts := progress.parts(3)
	pages, err := v.pages(ctx, parts[0])
	if err != nil {
		return Checked{}, checkFailed(ctx, err)
	}
	working, err := disk.MakeWorkingFolder(v.place.Folder, workingPrefix)
	if err != nil {
		return Checked{}, checkFailed(ctx, err)
	}
	defer disk.DeleteAll(working) //nolint:errcheck // the next opening removes what is left
	copied := filepath.Join(working, recordsName)
	facts, err := v.copy(ctx, copied, v.key, describe, parts[1])
	if err == nil {
		err = check(ctx, copied, v.key, facts, describe, parts[2])
	}
	if err != nil {
		return Checked{}, checkFailed(ctx, err)
	}
	return Checked{int64(pages), facts}, nil
}

func checkFailed(ctx context.Context, err error) error {
	switch {
	case ctx.Err() != nil:
		return ctx.Err()
	case errors.Is(err, cipherfs.ErrDamaged), errors.Is(err, cipherfs.ErrWrongKey):
		return fault.Wrap(fault.Corrupt, "The records are damaged. "+damageWords(err)+keptAsIs, err)
	case fault.CodeOf(err) != fault.Internal:
		return err // of Describe, in words
	}
	return fault.Wrap(fault.NotSaved, "The check was not finished: it makes a copy beside the records, and the disk refused. Nothing was changed. Check its free space and try again.", err)
}
