package app

import (
	"snowfield/internal/practice"
	"snowfield/internal/store"
)

// LibraryView is every shelf of the Library but the prescribers.
type LibraryView struct {
	Questions    []ShelvedQuestion      `json:"questions"`
	Consents     []ShelvedConsent       `json:"consents"`
	Templates    []ShelvedTemplate      `json:"templates"`
	Outlines     []ShelvedOutline       `json:"outlines"`
	Emergency    ShelvedEmergency       `json:"emergency"`
	Handouts     []ShelvedHandout       `json:"handouts"`
	Placeholders []practice.Placeholder `json:"placeholders"` // a handout can hold
	MethodList   ShelvedMethods         `json:"method_list"`
	SessionPlan  ShelvedSession         `json:"session_plan"`
	MarkSets     []ShelvedMarks         `json:"mark_sets"`
	Leaving      ShelvedLeaving         `json:"leaving"`
	Fees         ShelvedFees            `json:"fees"`
	Measures     ShelvedMeasures        `json:"measures"`
	Instruments  []Choice               `json:"instruments"` // a plan of questionnaires can name
	RecordsRules []ShelvedRecordsRule   `json:"records_rules"`
	Formats      []practice.NoteOutline `json:"formats"` // ready outlines to choose from
	Severities   []Choice               `json:"severities"`
	ConsentKinds []Choice               `json:"consent_kinds"`

	PhaseNames []Choice                   `json:"phase_names"`
	MarkWords  []practice.ObservationKind `json:"mark_words"` // the ready words a mark can be
}

// ShelvedQuestion is a question of the screening. In this and the other
// shelved things, Version is the one a change names, Text says which it is,
// Line says the thing in one line, and Shipped is nil when it is the
// practice's own.
type ShelvedQuestion struct {
	Item    practice.ScreeningItem  `json:"item"`
	Version int                     `json:"version"`
	Text    string                  `json:"text"`
	Line    string                  `json:"line"`
	Shipped *practice.ScreeningItem `json:"shipped"`
}

// ShelvedConsent is a consent as the practice words it.
type ShelvedConsent struct {
	Item    practice.ConsentText  `json:"item"`
	Version int                   `json:"version"`
	Text    string                `json:"text"`
	Line    string                `json:"line"`
	Shipped *practice.ConsentText `json:"shipped"`
}

// ShelvedTemplate is a plan courses begin with.
type ShelvedTemplate struct {
	Item    practice.CourseTemplate  `json:"item"`
	Version int                      `json:"version"`
	Text    string                   `json:"text"`
	Line    string                   `json:"line"`
	Shipped *practice.CourseTemplate `json:"shipped"`
}

// ShelvedOutline is what notes of one kind of session begin with.
type ShelvedOutline struct {
	Label   string                `json:"label"` // of the kind of session
	Item    practice.NoteOutline  `json:"item"`
	Version int                   `json:"version"`
	Text    string                `json:"text"`
	Line    string                `json:"line"`
	Shipped *practice.NoteOutline `json:"shipped"`
}

// ShelvedEmergency is the emergency plan.
type ShelvedEmergency struct {
	Item    practice.EmergencyPlan  `json:"item"`
	Version int                     `json:"version"`
	Text    string                  `json:"text"`
	Shipped *practice.EmergencyPlan `json:"shipped"`
}

// ShelvedMethods is the list of methods.
type ShelvedMethods struct {
	Item    practice.MethodList  `json:"item"`
	Version int                  `json:"version"`
	Text    string               `json:"text"`
	Shipped *practice.MethodList `json:"shipped"`
}

// ShelvedSession is the plan of a dosing session.
type ShelvedSession struct {
	Item    practice.SessionPlan  `json:"item"`
	Version int                   `json:"version"`
	Text    string                `json:"text"`
	Shipped *practice.SessionPlan `json:"shipped"`
}

// ShelvedMarks is a set of marks.
type ShelvedMarks struct {
	Item    practice.MarkSet  `json:"item"`
	Version int               `json:"version"`
	Text    string            `json:"text"`
	Line    string            `json:"line"`
	Shipped *practice.MarkSet `json:"shipped"`
}

// ShelvedLeaving is the checklist for leaving.
type ShelvedLeaving struct {
	Item    practice.LeavingList  `json:"item"`
	Version int                   `json:"version"`
	Text    string                `json:"text"`
	Shipped *practice.LeavingList `json:"shipped"`
}

// ShelvedRecordsRule is a rule for requests for records.
type ShelvedRecordsRule struct {
	Item    practice.RecordsRule  `json:"item"`
	Version int                   `json:"version"`
	Text    string                `json:"text"`
	Line    string                `json:"line"`
	Shipped *practice.RecordsRule `json:"shipped"`
}

// ShelvedFees is what the practice charges.
type ShelvedFees struct {
	Item    practice.FeeList  `json:"item"`
	Version int               `json:"version"`
	Text    string            `json:"text"`
	Shipped *practice.FeeList `json:"shipped"`
}

// ShelvedMeasures is which questionnaires are asked when.
type ShelvedMeasures struct {
	Item    practice.MeasurePlan  `json:"item"`
	Version int                   `json:"version"`
	Text    string                `json:"text"`
	Shipped *practice.MeasurePlan `json:"shipped"`
}

// LibraryVersion is one version of a thing, to be read.
type LibraryVersion struct {
	Version int      `json:"version"`
	Text    string   `json:"text"` // which it is
	Lines   []string `json:"lines"`
	HTML    string   `json:"html"` // of a consent and a handout: the text
}

func libraryView(tx *store.Tx) (v LibraryView, err error) {
	letterhead, err := tx.Practice()
	if err != nil {
		return v, err
	}
	now, zone := tx.Now(), letterhead.Zone
	questions, err := shelf(tx, practice.ShelfScreening, practice.ScreeningShelf)
	if err != nil {
		return v, err
	}
	for _, s := range questions {
		v.Questions = append(v.Questions, ShelvedQuestion{s.Item, s.Version, s.Text(now, zone), s.Item.Line(s.Shipped), s.Shipped})
	}
	consents, err := consentTexts(tx)
	if err != nil {
		return v, err
	}
	for _, s := range consents {
		v.Consents = append(v.Consents, ShelvedConsent{s.Item, s.Version, s.Text(now, zone), s.Item.Line(), s.Shipped})
	}
	templates, err := courseTemplates(tx)
	if err != nil {
		return v, err
	}
	for _, s := range templates {
		v.Templates = append(v.Templates, ShelvedTemplate{s.Item, s.Version, s.Text(now, zone), s.Item.Line(), s.Shipped})
	}
	outlines, err := shelf(tx, practice.ShelfOutline, practice.OutlineShelf)
	if err != nil {
		return v, err
	}
	for _, s := range outlines {
		v.Outlines = append(v.Outlines, ShelvedOutline{s.Item.Kind.Label(), s.Item, s.Version, s.Text(now, zone), s.Item.Line(), s.Shipped})
	}
	plans, err := shelf(tx, practice.ShelfEmergency, practice.EmergencyShelf)
	if err != nil {
		return v, err
	}
	v.Emergency = ShelvedEmergency{plans[0].Item, plans[0].Version, plans[0].Text(now, zone), plans[0].Shipped}
	if v.Handouts, err = handouts(tx, now, zone); err != nil {
		return v, err
	}
	v.Placeholders = practice.Placeholders
	lists, err := shelf(tx, practice.ShelfMethods, practice.MethodShelf)
	if err != nil {
		return v, err
	}
	v.MethodList = ShelvedMethods{lists[0].Item, lists[0].Version, lists[0].Text(now, zone), lists[0].Shipped}
	sessions, err := shelf(tx, practice.ShelfSession, practice.SessionPlanShelf)
	if err != nil {
		return v, err
	}
	v.SessionPlan = ShelvedSession{sessions[0].Item, sessions[0].Version, sessions[0].Text(now, zone), sessions[0].Shipped}
	marks, err := shelf(tx, practice.ShelfMarks, practice.MarkShelf)
	if err != nil {
		return v, err
	}
	for _, s := range marks {
		v.MarkSets = append(v.MarkSets, ShelvedMarks{s.Item, s.Version, s.Text(now, zone), s.Item.Line(), s.Shipped})
	}
	leavings, err := shelf(tx, practice.ShelfLeaving, practice.LeavingShelf)
	if err != nil {
		return v, err
	}
	fees, err := shelf(tx, practice.ShelfFees, practice.FeeShelf)
	if err != nil {
		return v, err
	}
	v.Fees = ShelvedFees{fees[0].Item, fees[0].Version, fees[0].Text(now, zone), fees[0].Shipped}
	measures, err := shelf(tx, practice.ShelfMeasures, practice.MeasuresShelf)
	if err != nil {
		return v, err
	}
	v.Measures = ShelvedMeasures{measures[0].Item, measures[0].Version, measures[0].Text(now, zone), measures[0].Shipped}
	v.Instruments = measureOffers()
	v.Leaving = ShelvedLeaving{leavings[0].Item, leavings[0].Version, leavings[0].Text(now, zone), leavings[0].Shipped}
	rules, err := shelf(tx, practice.ShelfRecords, practice.RecordsRuleShelf)
	if err != nil {
		return v, err
	}
	for _, s := range rules {
		v.RecordsRules = append(v.RecordsRules, ShelvedRecordsRule{s.Item, s.Version, s.Text(now, zone), s.Item.Line(), s.Shipped})
	}
	for _, p := range practice.Phases {
		v.PhaseNames = append(v.PhaseNames, Choice{string(p), p.Label()})
	}
	v.MarkWords = practice.MarkWords
	v.Formats = practice.NoteFormats
	for _, s := range practice.Severities {
		v.Severities = append(v.Severities, Choice{string(s), s.Label()})
	}
	for _, k := range practice.ConsentKinds {
		v.ConsentKinds = append(v.ConsentKinds, Choice{string(k), k.Label()})
	}
	return v, nil
}
