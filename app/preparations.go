package app

import (
	"time"

	"snowfield/internal/fault"
	"snowfield/internal/practice"
	"snowfield/internal/store"
)

// Preparations is bound: the preparation form, the questions of the day and
// the emergency card.
type Preparations struct{ *core }

// PreparationView is a client's preparation as its screen shows it.
type PreparationView struct {
	Form      practice.PreparationForm `json:"form"`
	Medicines []string                 `json:"medicines"` // taken now, to be reviewed
	DoneText  string                   `json:"done_text"` // "Complete since 11 March 2026, 14:20"; empty while it is open
}

// Get returns a client's preparation, or an empty one that is stored with its
// first save.
func (p *Preparations) Get(clientID string) (PreparationView, error) {
	return view(p.core, func(tx *store.Tx) (PreparationView, error) {
		if _, err := tx.Client(clientID); err != nil {
			return PreparationView{}, err
		}
		stored, err := preparationOf(tx, clientID)
		if err != nil {
			return PreparationView{}, err
		}
		if stored != nil {
			return preparationView(tx, *stored)
		}
		settings, err := tx.Settings()
		if err != nil {
			return PreparationView{}, err
		}
		return preparationView(tx, practice.PreparationForm{ClientID: clientID, FastingHours: settings.FastingHours})
	})
}

func preparationView(tx *store.Tx, form practice.PreparationForm) (PreparationView, error) {
	v := PreparationView{Form: form, Medicines: []string{}}
	medicines, err := tx.Medicines(form.ClientID)
	if err != nil {
		return v, err
	}
	for _, m := range medicines {
		if m.EndedOn == "" {
			v.Medicines = append(v.Medicines, m.Line())
		}
	}
	if form.Done() {
		letterhead, err := tx.Practice()
		if err != nil {
			return v, err
		}
		at := form.CompletedAt.In(letterhead.Zone)
		v.DoneText = "Complete since " + practice.LongDateText(at) + ", " + practice.ClockText(at)
	}
	return v, nil
}

// preparationOf returns a client's preparation; nil when none was begun.
func preparationOf(tx *store.Tx, clientID string) (*practice.PreparationForm, error) {
	return unlessNone(tx.Preparation(clientID))
}

func unlessNone[T any](x T, err error) (*T, error) {
	switch {
	case fault.CodeOf(err) == fault.NotFound:
		return nil, nil
	case err != nil:
		return nil, err
	}
	return &x, nil
}

// Save writes a preparation that is being worked on; its version is the one
// last returned. One that is complete is reopened first.
func (p *Preparations) Save(form practice.PreparationForm) (PreparationView, error) {
	return p.change(form.ClientID, func(_ *store.Tx, stored *practice.PreparationForm) (practice.PreparationForm, error) {
		if stored != nil && stored.Done() {
			return form, fault.New(fault.Conflict, "This preparation is complete. Reopen it to change it; what you typed is kept.")
		}
		form.CompletedAt = ""
		return form, nil
	})
}

// Complete marks the preparation of this version done.
func (p *Preparations) Complete(clientID string, version int) (PreparationView, error) {
	return p.change(clientID, func(tx *store.Tx, stored *practice.PreparationForm) (practice.PreparationForm, error) {
		form := practice.PreparationForm{ClientID: clientID}
		if stored != nil {
			form = *stored
		}
		if form.Done() {
			return form, fault.New(fault.Conflict, "This preparation is already complete. Nothing was changed.")
		}
		if form.Version != version {
			return form, fault.New(fault.Conflict, "This preparation was changed elsewhere since you read it. Nothing was marked; read it again.")
		}
		client, err := tx.Client(clientID)
		if err != nil {
			return form, err
		}
		return form, form.Complete(client, tx.Now())
	})
}

// Reopen opens a complete preparation to changes. Sessions that began keep
// what it said then.
func (p *Preparations) Reopen(clientID string) (PreparationView, error) {
	return p.change(clientID, func(_ *store.Tx, stored *practice.PreparationForm) (practice.PreparationForm, error) {
		if stored == nil || !stored.Done() {
			return practice.PreparationForm{}, fault.New(fault.Conflict, "This preparation is open already. Nothing was changed.")
		}
		stored.CompletedAt = ""
		return *stored, nil
	})
}

// change stores what becomes of a client's preparation.
func (p *Preparations) change(clientID string, become func(*store.Tx, *practice.PreparationForm) (practice.PreparationForm, error)) (PreparationView, error) {
	return update(p.core, func(tx *store.Tx) (PreparationView, error) {
		stored, err := preparationOf(tx, clientID)
		if err != nil {
			return PreparationView{}, err
		}
		form, err := become(tx, stored)
		if err != nil {
			return PreparationView{}, err
		}
		if err := form.Validate(); err != nil {
			return PreparationView{}, err
		}
		saved, err := tx.PutPreparation(form)
		if err != nil {
			return PreparationView{}, err
		}
		return preparationView(tx, saved)
	})
}

// preparedFor returns what was agreed when a participant's dosing session
// began; nothing for other sessions.
func preparedFor(s practice.Session, start *practice.Start) []practice.PreparedLine {
	if start == nil {
		return []practice.PreparedLine{}
	}
	return start.Prepared(s.Place)
}

// rideGlance is the ride home as it was agreed in the preparation.
func rideGlance(tx *store.Tx, client practice.Client, _ practice.Date) (string, error) {
	form, err := preparationOf(tx, client.ID)
	if err != nil || form == nil {
		return "", err
	}
	return form.RideHome.Line(), nil
}

// todayOf returns the day it is in the practice's zone.
func todayOf(tx *store.Tx) (practice.Date, error) {
	letterhead, err := tx.Practice()
	return practice.Date(tx.Now().In(letterhead.Zone).Format(time.DateOnly)), err
}
