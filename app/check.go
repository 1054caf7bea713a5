package app

import (
	"context"
	"time"

	"snowfield/internal/practice"
	"snowfield/internal/store"
	"snowfield/internal/vault"
)

// CheckResult is what a check of the records found whole.
type CheckResult struct {
	Pages       int64  `json:"pages"`
	Clients     int    `json:"clients"`
	Sessions    int    `json:"sessions"`
	AuditLength int64  `json:"audit_length"` // entries of the audit trail
	Text        string `json:"text"`
}

// CheckRecords looks at every page of the records, at their structure and at
// the audit trail; work goes on meanwhile. What is damaged is said in the
// fault, and nothing is changed.
func (v *Vault) CheckRecords() (CheckResult, error) {
	return door(v.core, func() (CheckResult, error) {
		return longOn(v.core, workCheck, func(ctx context.Context, r *records, tell progress) (CheckResult, error) {
			checked, err := r.vault.Check(ctx, describe, tell)
			if err != nil {
				return CheckResult{}, err
			}
			f := checked.Facts
			return CheckResult{
				checked.Pages, f.Clients, f.Sessions, f.AuditLength,
				practice.CheckedText(checked.Pages, f.Clients, f.Sessions, f.AuditLength),
			}, nil
		})
	})
}

// RenewRecoveryCode writes the records anew under a new key, whose recovery
// code it returns; the old code no longer opens them. The passphrase stays.
// Nobody else uses the records meanwhile: the page has put unfinished text on
// disk before.
func (v *Vault) RenewRecoveryCode(passphrase string) (Created, error) {
	return door(v.core, func() (Created, error) {
		created, closed, err := v.renew(passphrase)
		if closed {
			v.lock("")
		}
		return created, err
	})
}

// renew also tells that the vault had to close: the next unlock finishes what
// it began.
func (c *core) renew(passphrase string) (created Created, closed bool, err error) {
	created, err = longOn(c, workRenew, func(ctx context.Context, r *records, tell progress) (Created, error) {
		// Whoever locks may be waiting for this task with c.mu in hand.
		for !c.mu.TryLock() {
			select {
			case <-ctx.Done():
				return Created{}, ctx.Err()
			case <-time.After(time.Millisecond):
			}
		}
		defer c.mu.Unlock()
		if c.open != r {
			return Created{}, lockedFault()
		}
		err := c.counted(ctx, r, func() error { return r.vault.Renew(ctx, passphrase, describe, c.noteRenewal, tell) })
		if closed = r.vault.Closed(); err != nil {
			return Created{}, err
		}
		if r.store, err = store.Open(ctx, r.vault.DB(), nil); err != nil {
			closed = true
			return Created{}, err
		}
		return Created{RecoveryCode: r.vault.RecoveryCode().Text()}, nil
	})
	return created, closed, err
}

// noteRenewal writes into the records that get the new key: into their trail,
// and that its code is to be confirmed.
func (c *core) noteRenewal(ctx context.Context, db vault.Records) error {
	s, err := store.Open(ctx, db, nil)
	if err != nil {
		return err
	}
	return s.Update(ctx, c.now(), func(tx *store.Tx) error {
		if _, err := tx.Record(practice.ActCodeRenewed, "vault", "", ""); err != nil {
			return err
		}
		return tx.PutCodeUnconfirmed(true)
	})
}
