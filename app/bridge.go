package app

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"math/rand/v2"
	"strconv"
	"sync"
	"time"

	"snowfield/internal/fault"
	"snowfield/internal/store"
	"snowfield/internal/vault"
)

// records are the open vault and the store on it. They exist only while the
// vault is unlocked.
type records struct {
	vault *vault.Vault
	store *store.Store
}

// core is what every bound type stands on: the vault folder, the records
// while they are open, the desktop and the clock.
type core struct {
	config Config
	shell  Shell
	log    *Log
	clock  *sessionClock
	now    func() time.Time // of clock; tests may bring their own
	place  vault.Place
	ready  chan struct{} // closed once the vault folder is known and held

	mu    sync.RWMutex // held for writing while the records open or close
	hold  *vault.Hold
	inUse error    // why the folder is not ours, if it is not
	open  *records // nil while locked
	cover *cover   // nil while the screen is not covered

	handed *handover // nil while nothing is handed over to a client

	placeLost bool // at the last lock: what is stored is the place of an earlier one

	attempts  attempts
	idle      idle
	awake     awake
	work      work
	backups   backups
	closing   closing
	screen    screen
	lent      lent
	documents documents
	files     exportedFiles
	private   privateDoor
	export    exportOnce
}

// door is the way in for every bound method: it turns a panic and any error
// into a fault the page can show, and logs what nobody expected by its kind
// and place, never by its text.
func door[T any](c *core, act func() (T, error)) (result T, err error) {
	defer func() {
		if caught := recover(); caught != nil {
			var none T
			ref := newRef()
			c.log.Add("call.panic", number("ref", ref), panicKind(caught), whereFrom(2))
			result, err = none, refusal{fault.New(fault.Internal, internalMessage(ref)), strconv.Itoa(ref)}
		}
	}()
	<-c.ready // the page can be quicker than the start of the app
	result, err = act()
	if err == nil {
		return result, nil
	}
	if _, ok := errors.AsType[refusal](err); ok {
		return result, err // from a door inside this one
	}
	known, ok := errors.AsType[*fault.Error](err)
	if ok && known.Code != fault.Internal {
		if known.Err != nil {
			c.log.Add("call.failed", kindOf(known.Err))
		}
		return result, refusal{known, ""}
	}
	ref := newRef()
	c.log.Add("call.error", number("ref", ref), kindOf(err))
	return result, refusal{fault.New(fault.Internal, internalMessage(ref)), strconv.Itoa(ref)}
}

// unlocked is door for methods that need the records; while they are closed,
// the screen is covered or a form is handed over, it refuses with Locked and
// does nothing.
func unlocked[T any](c *core, act func(context.Context, *records) (T, error)) (T, error) {
	return reachable(c, func(ctx context.Context, r *records) (T, error) {
		if c.cover != nil {
			var none T
			return none, lockedFault()
		}
		return act(ctx, r)
	})
}

// reachable is unlocked for the few methods that go on while the screen is
// covered.
func reachable[T any](c *core, act func(context.Context, *records) (T, error)) (T, error) {
	return beneath(c, func(ctx context.Context, r *records) (T, error) {
		if c.handed != nil {
			var none T
			return none, lockedFault()
		}
		return act(ctx, r)
	})
}

// beneath is for what goes on whatever lies over the screen: the app's own
// work, and the form that is handed over.
func beneath[T any](c *core, act func(context.Context, *records) (T, error)) (T, error) {
	return door(c, func() (T, error) {
		c.mu.RLock()
		defer c.mu.RUnlock()
		if c.open == nil {
			var none T
			return none, lockedFault()
		}
		ctx := context.Background()
		result, err := act(ctx, c.open)
		if err != nil {
			err = c.open.vault.Explain(ctx, err) // says which pages are damaged
		}
		return result, err
	})
}

func lockedFault() error {
	return fault.New(fault.Locked, "The records are locked. Nothing was changed.")
}

// view reads from the open records.
func view[T any](c *core, read func(*store.Tx) (T, error)) (T, error) {
	return unlocked(c, viewing(c, read))
}

// viewing is view for whatever door it comes in by.
func viewing[T any](c *core, read func(*store.Tx) (T, error)) func(context.Context, *records) (T, error) {
	return func(ctx context.Context, r *records) (result T, err error) {
		err = r.store.View(ctx, c.now(), func(tx *store.Tx) error {
			result, err = read(tx)
			return err
		})
		return result, err
	}
}

// update changes the open records; when it returns without an error the
// change is on disk.
func update[T any](c *core, write func(*store.Tx) (T, error)) (T, error) {
	return unlocked(c, updating(c, write))
}

// updating is update for whatever door it comes in by.
func updating[T any](c *core, write func(*store.Tx) (T, error)) func(context.Context, *records) (T, error) {
	return func(ctx context.Context, r *records) (result T, err error) {
		err = r.store.Update(ctx, c.now(), func(tx *store.Tx) error {
			result, err = write(tx)
			return err
		})
		return result, err
	}
}

// nothing is the result of methods that return none but an error.
type nothing struct{}

// refusal is an error on its way to the page.
type refusal struct {
	fault *fault.Error
	ref   string // under which the log holds more, for Internal
}

func (r refusal) Error() string { return r.fault.Error() }
func (r refusal) Unwrap() error { return r.fault }

// wireError writes an error as the one JSON string that crosses the bridge
// (Wails would turn an object into "[object Object]").
func wireError(err error) any {
	var r refusal
	if !errors.As(err, &r) {
		r = refusal{fault.New(fault.Internal, "Snowfield could not understand this request. Nothing was changed."), ""}
	}
	text, err := json.Marshal(struct {
		Code    fault.Code        `json:"code"`
		Message string            `json:"message"`
		Fields  map[string]string `json:"fields"`
		Ref     string            `json:"ref"`
	}{r.fault.Code, r.fault.Message, r.fault.Fields, r.ref})
	if err != nil {
		return `{"code":"internal","message":"","fields":null,"ref":""}`
	}
	return string(text)
}

func internalMessage(ref int) string {
	return fmt.Sprintf("Something went wrong inside Snowfield. What was saved is safe. Try again; if it happens again, the reference is %d.", ref)
}

// newRef returns a five-digit reference a person can read aloud.
func newRef() int { return 10_000 + rand.IntN(90_000) }

// panicKind is the type of what a panic carried: its text may quote a value.
func panicKind(caught any) logDetail {
	if err, ok := caught.(error); ok {
		return kindOf(err)
	}
	return logDetail(fmt.Sprintf("panic=%T", caught))
}
