package app

import (
	"cmp"
	"slices"
	"strings"

	"snowfield/internal/fault"
	"snowfield/internal/practice"
	"snowfield/internal/store"
)

// Clearances is bound: what a prescriber cleared a client for.
type Clearances struct{ *core }

// ClearanceView is a client's clearances as their part of the chart shows
// them.
type ClearanceView struct {
	Rows        []ClearanceRow        `json:"rows"`        // newest first
	Prescribers []practice.Prescriber `json:"prescribers"` // offered for a new one
	Flags       []CoverableFlag       `json:"flags"`       // raised now; a new clearance can cover them
	Files       []AttachmentRow       `json:"files"`
	Defaults    string                `json:"defaults"` // the hold limits that hold where none is named
	Today       practice.Date         `json:"today"`
}

// ClearanceRow is a clearance in words.
type ClearanceRow struct {
	Clearance   practice.Clearance      `json:"clearance"`
	State       practice.ClearanceState `json:"state"`
	StateText   string                  `json:"state_text"` // "In force until 3 September 2026"
	Prescriber  string                  `json:"prescriber"` // "Dr. A. Lindqvist, MD"
	DatesText   string                  `json:"dates_text"` // "3 March 2026 to 3 September 2026"
	LimitsText  string                  `json:"limits_text"`
	DoseText    string                  `json:"dose_text"` // empty when none is named
	UsedText    string                  `json:"used_text"`
	Covers      []string                `json:"covers"` // the questions whose flags it covers
	FileTitle   string                  `json:"file_title"`
	Editable    bool                    `json:"editable"`    // no session began under it, and it is not suspended
	Suspendable bool                    `json:"suspendable"` // it would let a session begin
}

// CoverableFlag is a flag a clearance can cover.
type CoverableFlag struct {
	Ref  practice.FlagRef `json:"ref"`
	Text string           `json:"text"` // "Absolute: Is or was there psychosis? Yes, in 2019"
}

// Get returns a client's clearances.
func (c *Clearances) Get(clientID string) (ClearanceView, error) {
	return view(c.core, func(tx *store.Tx) (ClearanceView, error) { return clearanceView(tx, clientID) })
}

func clearanceView(tx *store.Tx, clientID string) (ClearanceView, error) {
	v := ClearanceView{Rows: []ClearanceRow{}, Prescribers: []practice.Prescriber{}, Flags: []CoverableFlag{}, Defaults: upperFirst(practice.Limits{}.DefaultText())}
	client, err := tx.Client(clientID)
	if err != nil {
		return v, err
	}
	if v.Today, err = todayOf(tx); err != nil {
		return v, err
	}
	list, err := standing(tx, clientID, v.Today)
	if err != nil {
		return v, err
	}
	begun, err := tx.BegunUnder(clientID)
	if err != nil {
		return v, err
	}
	prescribers, err := tx.Prescribers()
	if err != nil {
		return v, err
	}
	questions, err := questionsOf(tx, clientID)
	if err != nil {
		return v, err
	}
	if v.Files, err = attachmentRows(tx, clientID); err != nil {
		return v, err
	}
	for _, x := range list {
		row := clearanceRow(x, prescribers, questions, v.Files)
		row.Editable = !begun[x.Clearance.ID] && x.Clearance.SuspendedAt == ""
		v.Rows = append(v.Rows, row)
	}
	for _, p := range prescribers {
		if !p.Retired {
			v.Prescribers = append(v.Prescribers, p)
		}
	}
	flags, err := flagsOf(tx, client, v.Today)
	for _, f := range flags {
		v.Flags = append(v.Flags, CoverableFlag{f.Ref, f.Severity.Label() + ": " + f.Line()})
	}
	return v, err
}

func clearanceRow(x practice.Cleared, prescribers []practice.Prescriber, questions map[string]string, files []AttachmentRow) ClearanceRow {
	c := x.Clearance
	row := ClearanceRow{
		Clearance: c, State: x.State, StateText: stateText(x), DatesText: c.ClearedOn.Text() + " to " + c.ExpiresOn.Text(),
		LimitsText: "The default limits: " + c.Limits.DefaultText(), DoseText: upperFirst(c.DoseText()), UsedText: x.UsedText(), Covers: []string{},
		Suspendable: c.SuspendedAt == "" && x.State != practice.ClearanceSuperseded && x.State != practice.ClearanceExpired,
	}
	if own := c.Limits.Text(); own != "" {
		row.LimitsText = upperFirst(own)
	}
	if i := slices.IndexFunc(prescribers, func(p practice.Prescriber) bool { return p.ID == c.PrescriberID }); i >= 0 {
		row.Prescriber = prescribers[i].Signature()
	}
	for _, ref := range c.Covers {
		row.Covers = append(row.Covers, cmp.Or(questions[ref.ItemKey], ref.ItemKey))
	}
	if i := slices.IndexFunc(files, func(f AttachmentRow) bool { return f.File.ID == c.AttachmentID }); i >= 0 {
		row.FileTitle = files[i].File.Title
	}
	return row
}

func stateText(x practice.Cleared) string {
	switch x.State {
	case practice.ClearanceInForce:
		return "In force until " + x.Clearance.ExpiresOn.Text()
	case practice.ClearanceNotYet:
		return "Not in force before " + x.Clearance.ClearedOn.Text()
	case practice.ClearanceExpired:
		return "Expired on " + x.Clearance.ExpiresOn.Text()
	case practice.ClearanceSuspended:
		return "Suspended: " + x.Clearance.SuspendedReason
	}
	if x.Clearance.SuspendedAt != "" { // and replaced since
		return x.State.Label() + ". Was suspended: " + x.Clearance.SuspendedReason
	}
	return x.State.Label()
}

// questionsOf returns the questions of the practice's and a client's
// screenings, by their item.
func questionsOf(tx *store.Tx, clientID string) (map[string]string, error) {
	items, err := screeningItems(tx)
	if err != nil {
		return nil, err
	}
	rounds, err := tx.Screenings(clientID, keptRounds)
	questions := map[string]string{}
	for _, round := range slices.Backward(rounds) {
		for _, a := range round.Answers {
			questions[a.ItemKey] = a.Question
		}
	}
	for _, item := range items {
		questions[item.Key] = item.Question
	}
	return questions, err
}

// Save adds a clearance or changes the version that was seen, as long as no
// session began under it. A new one takes the place of those before.
func (c *Clearances) Save(clearance practice.Clearance) (ClearanceView, error) {
	return update(c.core, func(tx *store.Tx) (ClearanceView, error) {
		clearance.Normalize()
		if err := clearance.Validate(); err != nil {
			return ClearanceView{}, err
		}
		if err := mayKeep(tx, &clearance); err != nil {
			return ClearanceView{}, err
		}
		if _, err := tx.PutClearance(clearance); err != nil {
			return ClearanceView{}, err
		}
		if err := reach(tx, clearance.ClientID, practice.MilestoneAdmitted); err != nil {
			return ClearanceView{}, err
		}
		return clearanceView(tx, clearance.ClientID)
	})
}

// mayKeep refuses a change of what a session began under or of what is
// suspended, a retired prescriber, another client's file and a flag that is
// not raised. Suspending is an act of its own: the page cannot set it here.
func mayKeep(tx *store.Tx, c *practice.Clearance) error {
	before, err := tx.Clearance(c.ID)
	known := err == nil
	if !known && fault.CodeOf(err) != fault.NotFound {
		return err
	}
	c.SuspendedAt, c.SuspendedReason, c.AdverseEventID = before.SuspendedAt, before.SuspendedReason, before.AdverseEventID
	begun, err := tx.BegunUnder(c.ClientID)
	if err != nil {
		return err
	}
	switch {
	case known && before.ClientID != c.ClientID:
		return fault.New(fault.Conflict, "This clearance is another client's. Nothing was changed.")
	case before.SuspendedAt != "":
		return fault.New(fault.Conflict, "This clearance is suspended and stays as it is. Record a new one; it takes this one's place.")
	case begun[c.ID]:
		return fault.New(fault.Conflict, "A session began under this clearance, so what it says stays. Suspend it, or record a new one; that takes this one's place.")
	}
	var k fault.Check
	prescriber, err := tx.Prescriber(c.PrescriberID)
	switch {
	case fault.CodeOf(err) == fault.NotFound, err == nil && prescriber.Retired && c.PrescriberID != before.PrescriberID:
		k.Refuse("prescriber_id", "Choose a prescriber you still work with.")
	case err != nil:
		return err
	}
	if err := checkFile(tx, &k, c.ClientID, c.AttachmentID); err != nil {
		return err
	}
	client, err := tx.Client(c.ClientID)
	if err != nil {
		return err
	}
	today, err := todayOf(tx)
	if err != nil {
		return err
	}
	flags, err := flagsOf(tx, client, today)
	if err != nil {
		return err
	}
	for _, ref := range c.Covers {
		if !before.CoversFlag(ref) && !slices.ContainsFunc(flags, func(f practice.Flag) bool { return f.Ref == ref }) {
			k.Refuse("covers", "One of these flags is not raised any more. Look at the list again.")
		}
	}
	return k.Err()
}

// Attach names the document of a clearance, also of one a session began
// under; an empty file takes it away.
func (c *Clearances) Attach(id, attachmentID string) (ClearanceView, error) {
	return c.change(id, func(tx *store.Tx, clearance *practice.Clearance) error {
		if clearance.SuspendedAt != "" {
			return fault.New(fault.Conflict, "This clearance is suspended and stays as it is. Nothing was changed.")
		}
		var k fault.Check
		if err := checkFile(tx, &k, clearance.ClientID, attachmentID); err != nil {
			return err
		}
		clearance.AttachmentID = attachmentID
		return k.Err()
	})
}

// Suspend puts a clearance out of force, with the reason.
func (c *Clearances) Suspend(id, reason string) (ClearanceView, error) {
	return c.change(id, func(tx *store.Tx, clearance *practice.Clearance) error {
		return clearance.Suspend(reason, "", tx.Now())
	})
}

func (c *Clearances) change(id string, become func(*store.Tx, *practice.Clearance) error) (ClearanceView, error) {
	return update(c.core, func(tx *store.Tx) (ClearanceView, error) {
		clearance, err := tx.Clearance(id)
		if err != nil {
			return ClearanceView{}, err
		}
		if err := become(tx, &clearance); err != nil {
			return ClearanceView{}, err
		}
		if _, err := tx.PutClearance(clearance); err != nil {
			return ClearanceView{}, err
		}
		return clearanceView(tx, clearance.ClientID)
	})
}

func upperFirst(text string) string {
	if text == "" {
		return ""
	}
	return strings.ToUpper(text[:1]) + text[1:]
}
