package app

import (
	"snowfield/internal/fault"
	"snowfield/internal/store"
)

// Drafts is bound: unfinished text of forms and fields, on disk 400 ms after
// the last key press and back in place after a lock or a crash.
type Drafts struct{ *core }

// longestDraft bounds what a form can hold unfinished.
const longestDraft = 500_000

// Save keeps unfinished text; empty text forgets it.
func (d *Drafts) Save(key, body string) error {
	_, err := update(d.core, func(tx *store.Tx) (nothing, error) {
		if key == "" || len(key) > 200 || len(body) > longestDraft {
			return nothing{}, fault.New(fault.Invalid, "This text is too long to keep unfinished. It is still on screen; save it in parts.")
		}
		return nothing{}, tx.PutDraft(key, body)
	})
	return err
}

// Get returns the unfinished text kept under a key, empty when there is none.
func (d *Drafts) Get(key string) (string, error) {
	return view(d.core, func(tx *store.Tx) (string, error) { return tx.Draft(key) })
}
