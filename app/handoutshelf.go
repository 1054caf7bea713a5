package app

import (
	"snowfield/internal/practice"
	"snowfield/internal/store"
)

// ShelvedHandout is what the practice gives a client to read before a dosing
// session at one place.
type ShelvedHandout struct {
	Label   string            `json:"label"`
	Item    practice.Handout  `json:"item"`
	Version int               `json:"version"`
	Text    string            `json:"text"`
	Line    string            `json:"line"`
	Shipped *practice.Handout `json:"shipped"`
}

// KeepHandout keeps the text of a handout. It refuses placeholders there are
// none of.
func (l *Library) KeepHandout(h practice.Handout, seen int) (LibraryView, error) {
	h.Normalize()
	return update(l.core, func(tx *store.Tx) (LibraryView, error) {
		return keep(tx, practice.ShelfHandout, practice.HandoutShelf, string(h.Place), h, h.Validate(), seen)
	})
}

// handouts are the practice's handouts, office first.
func handouts(tx *store.Tx, now practice.Instant, zone string) ([]ShelvedHandout, error) {
	list, err := shelf(tx, practice.ShelfHandout, practice.HandoutShelf)
	shelved := []ShelvedHandout{}
	for _, s := range list {
		shelved = append(shelved, ShelvedHandout{s.Item.Label(), s.Item, s.Version, s.Text(now, zone), s.Item.Line(), s.Shipped})
	}
	return shelved, err
}
