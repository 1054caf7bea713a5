package store

import (
	"snowfield/internal/fault"
	"snowfield/internal/practice"
)

// stamp is what every record that changes carries: when it was made and last
// changed, and the number of its changes.
type stamp struct {
	created, updated *practice.Instant
	version          *int
}

// advance makes a record ready to be written over the one stored under its id,
// or as a new one: it sets the record's stamp and returns the act. When the
// record was written before as it is, there is nothing to do and the act is
// empty; when its version is not the one stored it is a Conflict that says
// changed. In both cases the record becomes the stored one.
func advance[T any](t *Tx, x *T, id string, find func(string) (T, error), of func(*T) stamp, changed string) (practice.Act, error) {
	old, err := find(id)
	was, s := of(&old), of(x)
	switch {
	case fault.CodeOf(err) == fault.NotFound:
		*s.created, *s.updated, *s.version = t.now, t.now, 1
		return practice.ActCreate, nil
	case err != nil:
		return "", err
	case *s.version != *was.version:
		*s.created, *s.updated, *s.version = *was.created, *was.updated, *was.version
		repeated := same(*x, old)
		*x = old
		if repeated {
			return "", nil
		}
		return "", fault.New(fault.Conflict, changed)
	}
	*s.created, *s.updated, *s.version = *was.created, t.now, *was.version+1
	return practice.ActChange, nil
}
