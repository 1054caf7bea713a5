package vault

import (
	"context"
	"errors"
	"fmt"
	"strings"

	"snowfield/internal/fault"
	"snowfield/internal/vault/cipherfs"
)

// damageWords says in a sentence what is wrong with a file of records.
func damageWords(err error) string {
	if d, ok := errors.AsType[*cipherfs.Damage](err); ok {
		return strings.Join(damageParts(d), "; ") + "."
	}
	if f, ok := errors.AsType[*fault.Error](err); ok {
		return f.Message // of Describe
	}
	switch {
	case errors.Is(err, cipherfs.ErrForeignJournal):
		return "A journal (" + journalName + ") lies beside the records that is damaged or belongs to other records."
	case errors.Is(err, cipherfs.ErrJournal):
		return "The records were being changed when Snowfield last ended, and the journal (" + journalName + ") that would undo the half-made change is damaged."
	}
	return "Every page of the records is as it was written, but the database that they make up is not sound."
}

func damageParts(d *cipherfs.Damage) (parts []string) {
	switch {
	case d.Pages == 0:
		return []string{"The file of the records is empty"}
	case d.Salt:
		return []string{"The first 16 bytes of the records are damaged, and without them no page can be verified"}
	case d.Damaged == 1:
		parts = append(parts, fmt.Sprintf("Page %d of the %d pages of the records is damaged", d.Spans[0].First, d.Pages))
	case d.Damaged > 1:
		parts = append(parts, fmt.Sprintf("%d of the %d pages of the records are damaged (%s)", d.Damaged, d.Pages, spanWords(d)))
	}
	if d.Unreadable > 0 {
		parts = append(parts, fmt.Sprintf("the disk gave back nothing at all for %d of them", d.Unreadable))
	}
	switch {
	case d.Cut && d.Missing > 0:
		parts = append(parts, fmt.Sprintf("the records end in the middle of page %d of %d", d.Pages, d.Pages+d.Missing))
	case d.Cut:
		parts = append(parts, fmt.Sprintf("the records end in the middle of page %d", d.Pages))
	case d.Missing > 0:
		parts = append(parts, fmt.Sprintf("the records end after page %d of %d", d.Pages, d.Pages+d.Missing))
	}
	parts[0] = strings.ToUpper(parts[0][:1]) + parts[0][1:]
	return parts
}

// spanWords lists damaged pages: "pages 3, 17 to 20 and 44".
func spanWords(d *cipherfs.Damage) string {
	var list []string
	listed := uint32(0)
	for _, s := range d.Spans {
		if s.First == s.Last {
			list = append(list, fmt.Sprint(s.First))
		} else {
			list = append(list, fmt.Sprintf("%d to %d", s.First, s.Last))
		}
		listed += s.Last - s.First + 1
	}
	if listed < d.Damaged {
		return "pages " + strings.Join(list, ", ") + " and more"
	}
	last := len(list) - 1
	if last == 0 {
		return "pages " + list[0]
	}
	return "pages " + strings.Join(list[:last], ", ") + " and " + list[last]
}

const keptAsIs = " The file was left as it is: keep it. Restore the latest backup."

// damaged is the fault for closed records that do not open because of err.
func (p Place) damaged(key [cipherfs.KeySize]byte, err error) error {
	if !errors.Is(err, cipherfs.ErrJournal) {
		_, found := cipherfs.Pages(context.Background(), p.path(recordsName), key)
		if errors.Is(found, cipherfs.ErrDamaged) {
			err = found
		}
	}
	return fault.Wrap(fault.Corrupt, "The records are damaged and were not opened. "+damageWords(err)+keptAsIs, err)
}

// Explain makes an error of reading the open records precise: for a
// fault.Corrupt it looks at every page on the disk and says which of them are
// damaged. Another error it returns as it is.
func (v *Vault) Explain(ctx context.Context, err error) error {
	if fault.CodeOf(err) != fault.Corrupt && !errors.Is(err, cipherfs.ErrDamaged) {
		return err
	}
	if _, found := v.pages(ctx, nil); errors.Is(found, cipherfs.ErrDamaged) {
		return fault.Wrap(fault.Corrupt, "The records are damaged. "+damageWords(found)+keptAsIs, errors.Join(found, err))
	}
	return err
}

// damageWords is damageWords for what was met while the open records were read:
// it looks at every page on the disk.
func (v *Vault) damageWords(ctx context.Context, err error) string {
	if _, found := v.pages(ctx, nil); errors.Is(found, cipherfs.ErrDamaged) {
		err = found
	}
	return damageWords(err)
}

// pages authenticates every page of the open records as it is on the disk.
func (v *Vault) pages(ctx context.Context, progress func(done, total int64)) (uint32, error) {
	sealed, err := cipherfs.SealedOf(ctx, v.db, v.place.path(recordsName))
	if err != nil {
		return 0, err
	}
	size, err := sealed.Size()
	if err != nil {
		return 0, err
	}
	return cipherfs.PagesIn(ctx, sealed, size, v.key, progress)
}
