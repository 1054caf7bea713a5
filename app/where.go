package app

import (
	"errors"

	"snowfield/internal/fault"
	"snowfield/internal/vault"
)

// mayEnter refuses a folder where nothing can be written, and one without
// records where none may be made: neither is touched, not even for the lock.
func (c *core) mayEnter() error {
	risk, err := c.place.Risk()
	if err != nil || risk.Kind == vault.NoRisk {
		return err
	}
	state, err := c.place.State()
	if err != nil || state != vault.Empty && risk.Kind != vault.ReadOnly {
		return err
	}
	return risk.Refusal()
}

// mayMake refuses to make or restore records where they would be at risk.
func (c *core) mayMake() error {
	risk, err := c.place.Risk()
	if err != nil {
		return err
	}
	return risk.Refusal()
}

// judge says what is wrong with the folder: a warning for records that are
// there and can be opened, and why none are made there. A folder that cannot
// be reached is told by others.
func (c *core) judge(state vault.State) (warning, refused string) {
	risk, err := c.place.Risk()
	if err != nil {
		return "", ""
	}
	if state != vault.Empty {
		warning = risk.Warning()
	}
	if told, ok := errors.AsType[*fault.Error](risk.Refusal()); ok {
		refused = told.Message
	}
	return warning, refused
}
