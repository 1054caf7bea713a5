package app

import (
	"snowfield/internal/fault"
	"snowfield/internal/practice"
	"snowfield/internal/store"
)

// Inquiries is bound: discovery calls, and how one becomes a client.
type Inquiries struct{ *core }

// InquiryQuery asks for a page of the list.
type InquiryQuery struct {
	Filter string `json:"filter"` // closed: those that have an outcome; else those that wait for one
	Offset int    `json:"offset"`
	Limit  int    `json:"limit"` // 1 to 200
}

// InquiryPage is a page of the list.
type InquiryPage struct {
	Rows  []InquiryRow `json:"rows"`
	Total int          `json:"total"`
}

// InquiryRow is an inquiry in the list.
type InquiryRow struct {
	ID          string `json:"id"`
	Name        string `json:"name"`
	CalledText  string `json:"called_text"`
	OutcomeText string `json:"outcome_text"`
}

// List returns a page of inquiries, the latest call first.
func (i *Inquiries) List(q InquiryQuery) (InquiryPage, error) {
	return view(i.core, func(tx *store.Tx) (InquiryPage, error) {
		list, total, err := tx.Inquiries(q.Filter == "closed", max(0, q.Offset), min(200, max(1, q.Limit)))
		if err != nil {
			return InquiryPage{}, err
		}
		letterhead, err := tx.Practice()
		page := InquiryPage{Rows: make([]InquiryRow, 0, len(list)), Total: total}
		for _, x := range list {
			page.Rows = append(page.Rows, InquiryRow{
				x.ID, x.Name, practice.NearDayText(x.CalledAt.In(letterhead.Zone), tx.Now().In(letterhead.Zone)), x.Outcome.Label(),
			})
		}
		return page, err
	})
}

// Get returns an inquiry.
func (i *Inquiries) Get(id string) (practice.Inquiry, error) {
	return view(i.core, func(tx *store.Tx) (practice.Inquiry, error) { return tx.Inquiry(id) })
}

// Save adds an inquiry or changes the version that was seen.
func (i *Inquiries) Save(inquiry practice.Inquiry) (practice.Inquiry, error) {
	return update(i.core, func(tx *store.Tx) (practice.Inquiry, error) { return saveInquiry(tx, inquiry) })
}

func saveInquiry(tx *store.Tx, q practice.Inquiry) (practice.Inquiry, error) {
	old, err := tx.Inquiry(q.ID)
	if err != nil && fault.CodeOf(err) != fault.NotFound {
		return q, err
	}
	q.ClientID = old.ClientID // only Continue gives it
	q.Normalize()
	if err := q.Validate(); err != nil {
		return q, err
	}
	return tx.PutInquiry(q)
}

// Continue keeps an inquiry as it stands in its form and makes a client of it,
// in one act. Asked again it returns the same client.
func (i *Inquiries) Continue(inquiry practice.Inquiry) (practice.Client, error) {
	return update(i.core, func(tx *store.Tx) (none practice.Client, err error) {
		if old, err := tx.Inquiry(inquiry.ID); err == nil && old.ClientID != "" {
			return tx.Client(old.ClientID)
		}
		if err := inquiry.CanContinue(); err != nil {
			return none, err
		}
		q, err := saveInquiry(tx, inquiry)
		if err != nil {
			return none, err
		}
		letterhead, err := tx.Practice()
		if err != nil {
			return none, err
		}
		client := q.Client(practice.NewID())
		client.Normalize()
		if err := client.Validate(tx.Now().In(letterhead.Zone)); err != nil {
			return none, err
		}
		if client, err = tx.PutClient(client); err != nil {
			return none, err
		}
		q.Outcome, q.ClientID = practice.InquiryContinues, client.ID
		_, err = tx.PutInquiry(q)
		return client, err
	})
}

// Erase removes an inquiry that was declined or referred, for good. The trail
// keeps that it happened, not whom.
func (i *Inquiries) Erase(id string) error {
	_, err := update(i.core, func(tx *store.Tx) (nothing, error) {
		q, err := tx.Inquiry(id)
		if err != nil {
			return nothing{}, err
		}
		if err := q.CanErase(); err != nil {
			return nothing{}, err
		}
		return nothing{}, tx.EraseInquiry(id)
	})
	return err
}
