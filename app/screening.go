package app

import (
	"strings"
	"time"

	"snowfield/internal/fault"
	"snowfield/internal/practice"
	"snowfield/internal/store"
)

// Screening is bound: the rounds of questions, the flags they raise, and the
// medicines.
type Screening struct{ *core }

// keptRounds bounds how many rounds of one client a screen loads; at the
// shortest review of a month they reach back four years.
const keptRounds = 50

// ScreeningView is the screening of one client as its screen shows it.
type ScreeningView struct {
	Open       *practice.Screening        `json:"open"`      // nil: no round is open
	LeftText   string                     `json:"left_text"` // "Two questions not answered yet"; empty when none is left
	Changes    []practice.ScreeningChange `json:"changes"`   // of the open round, against the last complete one
	Rounds     []ScreeningRound           `json:"rounds"`    // complete ones, newest first
	Flags      []FlagRow                  `json:"flags"`     // heaviest first
	Medicines  []MedicineRow              `json:"medicines"`
	Classes    []practice.MedicineClass   `json:"classes"`
	Questions  []string                   `json:"questions"`   // for the prescriber
	ReviewText string                     `json:"review_text"` // "To be repeated by 12 September 2026"; empty before the first
	ReviewDue  bool                       `json:"review_due"`  // the day has passed
}

// ScreeningRound is a complete round and what it answered otherwise than the
// one before.
type ScreeningRound struct {
	Screening      practice.Screening         `json:"screening"`
	DateText       string                     `json:"date_text"`
	ConclusionText string                     `json:"conclusion_text"`
	ChangesText    string                     `json:"changes_text"` // "Two changes"; empty for the first round
	ReviewText     string                     `json:"review_text"`
	Changes        []practice.ScreeningChange `json:"changes"`
}

// FlagRow is a flag and where it stands.
type FlagRow struct {
	Flag         practice.Flag      `json:"flag"`
	State        practice.FlagState `json:"state"`
	SeverityText string             `json:"severity_text"`
	AnswerText   string             `json:"answer_text"` // question, answer and detail
	SinceText    string             `json:"since_text"`  // "Since 3 March 2026"
	StateText    string             `json:"state_text"`
	Blocks       bool               `json:"blocks"`       // it stands in the way of a dosing session
	Resolvable   bool               `json:"resolvable"`   // a reason closes it
	PlanMissing  bool               `json:"plan_missing"` // once the preparation holds a safety plan
	SafetyPlan   string             `json:"safety_plan"`  // that a reason goes with; empty for most flags
}

// MedicineRow is a medicine in words.
type MedicineRow struct {
	Medicine   practice.Medicine `json:"medicine"`
	Line       string            `json:"line"`
	ClassLabel string            `json:"class_label"` // empty for no particular class
	EndedText  string            `json:"ended_text"`  // empty while taken
}

// Get returns a client's screening.
func (s *Screening) Get(clientID string) (ScreeningView, error) {
	return view(s.core, func(tx *store.Tx) (ScreeningView, error) { return screeningView(tx, clientID) })
}

// Begin opens a new round of the questions the practice asks now. A round that
// is open already is gone on with.
func (s *Screening) Begin(clientID string) (ScreeningView, error) {
	return s.change(clientID, func(tx *store.Tx) error {
		rounds, err := tx.Screenings(clientID, 1)
		if err != nil || len(rounds) > 0 && !rounds[0].Completed() {
			return err
		}
		items, err := screeningItems(tx)
		if err != nil {
			return err
		}
		settings, err := tx.Settings()
		if err != nil {
			return err
		}
		today, err := todayOf(tx)
		if err != nil {
			return err
		}
		round := practice.NewScreening(practice.NewID(), clientID, items)
		round.ReviewOn = today.AddMonths(settings.ScreeningMonths)
		_, err = tx.PutScreening(round)
		return err
	})
}

// Save writes the answers of an open round; its version is the one last
// returned. What was asked stays as it was asked.
func (s *Screening) Save(round practice.Screening) (ScreeningView, error) {
	return s.change(round.ClientID, func(tx *store.Tx) error {
		stored, err := openRound(tx, round.ID, round.ClientID)
		if err != nil {
			return err
		}
		round = stored.Answered(round)
		if err := round.Validate(); err != nil {
			return err
		}
		_, err = tx.PutScreening(round)
		return err
	})
}

// Complete closes the round of this version. It does not change any more.
func (s *Screening) Complete(clientID, id string, version int) (ScreeningView, error) {
	return s.change(clientID, func(tx *store.Tx) error {
		round, err := openRound(tx, id, clientID)
		if err != nil {
			return err
		}
		if round.Version != version {
			return fault.New(fault.Conflict, "This screening was changed elsewhere since you read it. Nothing was completed; read it again.")
		}
		client, err := tx.Client(clientID)
		if err != nil {
			return err
		}
		today, err := todayOf(tx)
		if err != nil {
			return err
		}
		open, err := flagsLeftBy(tx, round, client, today)
		if err != nil {
			return err
		}
		if err := round.Complete(client, open, today, tx.Now()); err != nil {
			return err
		}
		if _, err = tx.PutScreening(round); err != nil || !round.Conclusion.Admits() {
			return err
		}
		return reach(tx, clientID, practice.MilestoneAdmitted)
	})
}

// openRound returns a client's round that still takes answers.
func openRound(tx *store.Tx, id, clientID string) (practice.Screening, error) {
	round, err := tx.Screening(id)
	switch {
	case err != nil:
		return round, err
	case round.ClientID != clientID:
		return round, fault.New(fault.NotFound, "This screening is not in the chart. Nothing was changed.")
	case round.Completed():
		return round, fault.New(fault.Conflict, "This screening is complete and does not change. What you typed is kept; begin a new round to answer otherwise.")
	}
	return round, nil
}

// Resolve closes a hold or review flag by a recorded reason.
func (s *Screening) Resolve(resolution practice.Resolution) (ScreeningView, error) {
	return s.change(resolution.ClientID, func(tx *store.Tx) error {
		client, err := tx.Client(resolution.ClientID)
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
		plan, err := safetyPlan(tx, client.ID)
		if err != nil {
			return err
		}
		if err := resolution.Validate(flags, plan); err != nil {
			return err
		}
		_, err = tx.AddResolution(resolution)
		return err
	})
}

// SaveMedicine adds a medicine or changes the version that was seen.
func (s *Screening) SaveMedicine(medicine practice.Medicine) (ScreeningView, error) {
	return s.change(medicine.ClientID, func(tx *store.Tx) error {
		today, err := todayOf(tx)
		if err != nil {
			return err
		}
		medicine.Normalize()
		if err := medicine.Validate(today); err != nil {
			return err
		}
		if stored, err := tx.Medicine(medicine.ID); err == nil && stored.ClientID != medicine.ClientID {
			return fault.New(fault.Conflict, "This medicine belongs to another chart. Nothing was changed.")
		}
		_, err = tx.PutMedicine(medicine)
		return err
	})
}

// change changes something of a client's screening and returns all of it.
func (s *Screening) change(clientID string, write func(*store.Tx) error) (ScreeningView, error) {
	return update(s.core, func(tx *store.Tx) (ScreeningView, error) {
		if err := write(tx); err != nil {
			return ScreeningView{}, err
		}
		return screeningView(tx, clientID)
	})
}

func screeningView(tx *store.Tx, clientID string) (ScreeningView, error) {
	v := ScreeningView{
		Changes: []practice.ScreeningChange{}, Rounds: []ScreeningRound{}, Flags: []FlagRow{}, Medicines: []MedicineRow{},
		Classes: practice.MedicineClasses, Questions: []string{},
	}
	client, err := tx.Client(clientID)
	if err != nil {
		return v, err
	}
	letterhead, err := tx.Practice()
	if err != nil {
		return v, err
	}
	today, err := todayOf(tx)
	if err != nil {
		return v, err
	}
	rounds, err := tx.Screenings(clientID, keptRounds)
	if err != nil {
		return v, err
	}
	medicines, err := tx.Medicines(clientID)
	if err != nil {
		return v, err
	}
	for _, m := range medicines {
		v.Medicines = append(v.Medicines, medicineRow(m))
	}
	v.Questions = practice.PrescriberQuestions(rounds, medicines)
	if len(rounds) > 0 && !rounds[0].Completed() {
		v.Open, rounds = &rounds[0], rounds[1:]
		if n := v.Open.Unanswered(); n > 0 {
			v.LeftText = practice.CountText(n, "question", "questions") + " not answered yet"
		}
		if len(rounds) > 0 {
			v.Changes = v.Open.Changes(rounds[0])
		}
	}
	for i, r := range rounds {
		row := screeningRound(r, letterhead.Zone)
		if i+1 < len(rounds) {
			row.Changes = r.Changes(rounds[i+1])
			row.ChangesText = practice.CountText(len(row.Changes), "change", "changes")
		}
		v.Rounds = append(v.Rounds, row)
	}
	if len(v.Rounds) > 0 {
		v.ReviewText, v.ReviewDue = v.Rounds[0].ReviewText, v.Rounds[0].Screening.ReviewOn < today
	}
	v.Flags, err = flagRows(tx, client, today, letterhead.Zone)
	return v, err
}

func screeningRound(r practice.Screening, zone string) ScreeningRound {
	return ScreeningRound{
		Screening: r, DateText: practice.LongDateText(r.CompletedAt.In(zone)), ConclusionText: r.Conclusion.Label(),
		ReviewText: "To be repeated by " + r.ReviewOn.Text(), Changes: []practice.ScreeningChange{},
	}
}

func medicineRow(m practice.Medicine) MedicineRow {
	row := MedicineRow{Medicine: m, Line: m.Line()}
	if m.Class != "" {
		row.ClassLabel = m.ClassOf().Label
	}
	if m.EndedOn != "" {
		row.EndedText = "Until " + m.EndedOn.Text()
	}
	return row
}

// dueScreenings lists the screenings to be repeated within the notice of the
// practice, and those overdue.
func dueScreenings(tx *store.Tx, settings practice.Settings, now time.Time) ([]DueRow, error) {
	list, err := tx.ScreeningsDue(practice.Date(now.AddDate(0, 0, settings.NoticeDays).Format(time.DateOnly)))
	rows := make([]DueRow, 0, len(list))
	for _, d := range list {
		row := DueRow{
			Kind: "screening", Text: "Screening of " + d.Name, Hint: "To be repeated by " + d.ReviewOn.Text(),
			ClientID: d.ClientID, Part: "screening",
		}
		if d.ReviewOn < practice.Date(now.Format(time.DateOnly)) {
			row.Hint += ", overdue"
		}
		rows = append(rows, row)
	}
	return rows, err
}

func screeningGlance(tx *store.Tx, client practice.Client, _ practice.Date) (string, error) {
	v, err := screeningView(tx, client.ID)
	if err != nil {
		return "", err
	}
	text := "Not screened yet"
	if len(v.Rounds) > 0 {
		last := v.Rounds[0]
		text = last.ConclusionText + ", " + last.DateText + "\n" + last.ReviewText
		if v.ReviewDue {
			text += ", overdue"
		}
	}
	if v.Open != nil {
		text += "\nA round is begun, not complete"
	}
	open := 0
	for _, f := range v.Flags {
		if f.Blocks {
			open++
		}
	}
	if open > 0 {
		text += "\n" + practice.CountText(open, "flag", "flags") + " open"
	}
	return text, nil
}

func medicinesGlance(tx *store.Tx, client practice.Client, _ practice.Date) (string, error) {
	list, err := tx.Medicines(client.ID)
	lines := []string{}
	for _, m := range list {
		if m.EndedOn == "" {
			lines = append(lines, m.Line())
		}
	}
	if len(lines) == 0 {
		return "None recorded", err
	}
	return strings.Join(lines, "\n"), err
}
