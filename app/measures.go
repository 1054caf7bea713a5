package app

import (
	"strings"

	"snowfield/internal/fault"
	"snowfield/internal/practice"
	"snowfield/internal/store"
)

// Measures is bound: questionnaires, the forms clients answer, and what they
// say.
type Measures struct{ *core }

// FormStart begins a form.
type FormStart struct {
	ID           string              `json:"id"`
	ClientID     string              `json:"client_id"`
	InstrumentID string              `json:"instrument_id"`
	By           practice.AnsweredBy `json:"by"`
	AnsweredAt   practice.Instant    `json:"answered_at"` // from paper, the day that is on it; empty: now
}

// FormView is one form as the therapist sees it.
type FormView struct {
	ClientName string                `json:"client_name"`
	Row        FormRow               `json:"row"`    // as the list shows it
	Change     practice.Change       `json:"change"` // up to this form; empty while it is not finished
	Response   practice.Response     `json:"response"`
	Instrument practice.Instrument   `json:"instrument"` // the version it is answered with
	Result     practice.Result       `json:"result"`
	Cutoff     *practice.Cutoff      `json:"cutoff"`     // the highest limit the total reaches; null for none
	OpenRisks  []string              `json:"open_risks"` // link ids that wait for a review
	Reviews    []practice.RiskReview `json:"reviews"`
	Risks      []practice.RiskLine   `json:"risks"`       // what waits first, then the reviews, in words
	SafetyPlan string                `json:"safety_plan"` // as it is now
}

// Form returns one form.
func (m *Measures) Form(id string) (FormView, error) {
	return view(m.core, func(tx *store.Tx) (FormView, error) { return formView(tx, id) })
}

func formView(tx *store.Tx, id string) (v FormView, err error) {
	if v.Response, err = tx.Response(id); err != nil {
		return v, err
	}
	if v.Instrument, err = tx.Instrument(v.Response.Instrument); err != nil {
		return v, err
	}
	if v.Reviews, err = tx.RiskReviews(id); err != nil {
		return v, err
	}
	v.Result = v.Instrument.Result(v.Response)
	v.Cutoff = v.Instrument.Reached(v.Result)
	v.OpenRisks = practice.OpenRisks(v.Instrument, v.Response, v.Reviews)
	v.Risks = practice.RiskLines(v.Instrument, v.Response, v.Reviews)
	v.Row = formRow(v.Instrument, v.Response, v.Reviews)
	if v.Change, err = changeUpTo(tx, v.Response); err != nil {
		return v, err
	}
	client, err := tx.Client(v.Response.ClientID)
	if err != nil {
		return v, err
	}
	v.ClientName = client.Name()
	v.SafetyPlan, err = safetyPlan(tx, v.Response.ClientID)
	return v, err
}

// Begin opens an empty form of the instrument's newest version. Beginning the
// same one twice is harmless.
func (m *Measures) Begin(start FormStart) (FormView, error) {
	return update(m.core, func(tx *store.Tx) (FormView, error) {
		letterhead, err := tx.Practice()
		if err != nil {
			return FormView{}, err
		}
		if _, err := tx.Client(start.ClientID); err != nil {
			return FormView{}, err
		}
		i, err := practice.CurrentInstrument(start.InstrumentID)
		if err != nil {
			return FormView{}, err
		}
		r := practice.Response{
			ID: start.ID, ClientID: start.ClientID, Instrument: i.Ref(), By: start.By,
			AnsweredAt: start.AnsweredAt, Zone: letterhead.Zone, Answers: map[string]int{},
		}
		if r.By != practice.AnsweredPaper || r.AnsweredAt == "" {
			r.AnsweredAt = tx.Now()
		}
		stored, err := tx.Response(r.ID)
		switch {
		case err == nil && stored.ClientID == r.ClientID && stored.Instrument == r.Instrument:
			return formView(tx, r.ID)
		case err == nil:
			return FormView{}, fault.New(fault.Conflict, "This form belongs to another client or questionnaire. Nothing was changed.")
		case fault.CodeOf(err) != fault.NotFound:
			return FormView{}, err
		}
		if err := r.Validate(i, tx.Now()); err != nil {
			return FormView{}, err
		}
		if _, err := tx.PutResponse(r, i); err != nil {
			return FormView{}, err
		}
		return formView(tx, r.ID)
	})
}

// Save keeps a form as it is answered, one key press at a time; a blank item
// is not among its answers.
func (m *Measures) Save(r practice.Response) (FormView, error) {
	return update(m.core, func(tx *store.Tx) (FormView, error) { return saveForm(tx, r, false) })
}

// Finish keeps a form and closes it, complete or not. A finished form does
// not change any more.
func (m *Measures) Finish(r practice.Response) (FormView, error) {
	return update(m.core, func(tx *store.Tx) (FormView, error) { return saveForm(tx, r, true) })
}

func saveForm(tx *store.Tx, r practice.Response, finish bool) (FormView, error) {
	stored, err := tx.Response(r.ID)
	if err != nil {
		return FormView{}, err
	}
	if finish && stored.Finished() && r.SameAnswers(stored) {
		return formView(tx, r.ID) // sent twice
	}
	if err := r.Continues(stored); err != nil {
		return FormView{}, err
	}
	i, err := tx.Instrument(stored.Instrument)
	if err != nil {
		return FormView{}, err
	}
	// What is not the page's to say.
	r.Zone, r.FinishedAt, r.StruckAt, r.StruckReason = stored.Zone, "", "", ""
	if r.Answers == nil {
		r.Answers = map[string]int{}
	}
	r.Entered(stored, tx.Now())
	if err := r.Validate(i, tx.Now()); err != nil {
		return FormView{}, err
	}
	if finish {
		if err := r.Finish(tx.Now()); err != nil {
			return FormView{}, err
		}
	}
	if _, err := tx.PutResponse(r, i); err != nil {
		return FormView{}, err
	}
	return formView(tx, r.ID)
}

// Leave takes away a form in which nothing was answered; any other stays as it
// is, to be gone on with, and so does one whose answers were reviewed before
// they were taken back. Leaving twice is harmless.
func (m *Measures) Leave(id string) error {
	_, err := update(m.core, func(tx *store.Tx) (nothing, error) {
		r, err := tx.Response(id)
		if fault.CodeOf(err) == fault.NotFound {
			return nothing{}, nil
		}
		if err != nil || !r.Empty() {
			return nothing{}, err
		}
		reviews, err := tx.RiskReviews(id)
		if err != nil || len(reviews) > 0 {
			return nothing{}, err
		}
		return nothing{}, tx.DropResponse(id)
	})
	return err
}

// Strike keeps that a finished form was entered in error. It stays to be seen
// and counts no more.
func (m *Measures) Strike(id, reason string) (FormView, error) {
	return update(m.core, func(tx *store.Tx) (FormView, error) {
		v, err := formView(tx, id)
		if err != nil || v.Response.Struck() && v.Response.StruckReason == strings.TrimSpace(reason) {
			return v, err // sent twice
		}
		if err := v.Response.Strike(reason, len(v.OpenRisks) == 0, tx.Now()); err != nil {
			return v, err
		}
		if err := tx.StrikeResponse(v.Response); err != nil {
			return v, err
		}
		return formView(tx, id)
	})
}
