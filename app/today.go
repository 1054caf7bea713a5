package app

import (
	"slices"
	"strings"
	"time"

	"snowfield/internal/practice"
	"snowfield/internal/store"
)

// Today is bound: the first screen.
type Today struct{ *core }

// TodayView is the day: the open windows, the sessions, what waits. The window
// of a session that still runs is not among them.
type TodayView struct {
	Zone        string          `json:"zone"`
	DateText    string          `json:"date_text"`
	Sentence    string          `json:"sentence"`
	Windows     []WindowCard    `json:"windows"`
	Sessions    []SessionRow    `json:"sessions"`
	ToSign      []ToSignRow     `json:"to_sign"`
	Missed      []MissedWindow  `json:"missed"`      // windows that closed without a contact
	Commitments []CommitmentRow `json:"commitments"` // what clients have taken on
	Due         []DueRow        `json:"due"`
	Clients     int             `json:"clients"` // how many there are in all
}

// WindowCard is an open integration window. Fractions are of its whole
// length, 0 to 1.
type WindowCard struct {
	Window          practice.Window `json:"window"`
	ClientID        string          `json:"client_id"`
	ClientName      string          `json:"client_name"`
	Title           string          `json:"title"`
	OpenedText      string          `json:"opened_text"`
	LeftText        string          `json:"left_text"`
	StartLabel      string          `json:"start_label"`
	StageLabel      string          `json:"stage_label"`
	EndLabel        string          `json:"end_label"`
	ElapsedFraction float64         `json:"elapsed_fraction"`
	StageFraction   float64         `json:"stage_fraction"`
	NextText        string          `json:"next_text"`
	NextLabel       string          `json:"next_label"`
	NextSessionID   string          `json:"next_session_id"` // empty: a check-in is to be written
}

// SessionRow is a session of the day.
type SessionRow struct {
	SessionID   string                `json:"session_id"`
	Kind        practice.SessionKind  `json:"kind"`
	State       practice.SessionState `json:"state"`
	Title       string                `json:"title"`
	ClientNames string                `json:"client_names"`
	TimeText    string                `json:"time_text"`
	LengthText  string                `json:"length_text"`
	Ways        []string              `json:"ways"`   // what still stands in the way of beginning it, one line for each client
	Lifted      []string              `json:"lifted"` // what was lifted for it, one line for each client who is ready
	Act         string                `json:"act"`    // the button: "Prepare room", "Begin", "Return" or "Open"
}

// ToSignRow is a note that waits for its signature.
type ToSignRow struct {
	ParticipantID string   `json:"participant_id"`
	Title         string   `json:"title"`
	AgeText       string   `json:"age_text"`
	Missing       []string `json:"missing"`
	Overdue       bool     `json:"overdue"` // older than seven days
	Act           string   `json:"act"`     // the button: "Write" or "Review"
}

// DueRow is something the practice should do.
type DueRow struct {
	Kind     string `json:"kind"` // "risk", "backup", "clock", "code", "request", "measure", "screening", "clearance", "consent"
	Text     string `json:"text"`
	Hint     string `json:"hint"`
	ClientID string `json:"client_id"` // whose chart it is done in; empty for what belongs to the practice
	Part     string `json:"part"`      // of that chart
	Form     string `json:"form"`      // the form it is done at, instead of in a part; empty for none
	Overdue  bool   `json:"overdue"`   // it should have been done before today
}

// overdueNote is the age from which an unsigned note is marked.
const overdueNote = 7 * 24 * time.Hour

// Get returns the day.
func (t *Today) Get() (TodayView, error) {
	defer t.exportWhenShown()
	return view(t.core, func(tx *store.Tx) (TodayView, error) {
		v := TodayView{}
		letterhead, err := tx.Practice()
		if err != nil {
			return v, err
		}
		settings, err := tx.Settings()
		if err != nil {
			return v, err
		}
		v.Zone = letterhead.Zone
		now := tx.Now().In(v.Zone)
		v.DateText = practice.DayText(now)

		windows, err := openWindows(tx, settings)
		if err != nil {
			return v, err
		}
		// No contact is asked for after a session that still runs.
		windows = slices.DeleteFunc(windows, func(w openWindow) bool { return w.dosing.Runs(tx.Now()) })
		firstNames := []string{}
		v.Windows = make([]WindowCard, 0, len(windows))
		for _, w := range windows {
			card, err := windowCard(tx, w, now, v.Zone)
			if err != nil {
				return v, err
			}
			v.Windows = append(v.Windows, card)
			firstNames = append(firstNames, strings.Fields(w.client.Name())[0])
		}
		if v.Missed, err = missedWindows(tx, settings, now); err != nil {
			return v, err
		}
		if v.Commitments, err = commitmentsOfDay(tx, windows, now); err != nil {
			return v, err
		}
		if v.Sessions, err = sessionsOfDay(tx, now); err != nil {
			return v, err
		}
		if v.ToSign, err = toSign(tx, letterhead, now); err != nil {
			return v, err
		}
		if v.Due, err = due(tx, settings, now, t.backups.whyFailed() != ""); err != nil {
			return v, err
		}
		_, v.Clients, err = tx.Clients("", store.AllClients, 0, 1)
		risks := 0
		for _, row := range v.Due {
			if row.Kind == "risk" {
				risks++
			}
		}
		v.Sentence = practice.TodaySentence(risks, len(v.Sessions), firstNames, len(v.Missed), len(v.ToSign))
		return v, err
	})
}

func windowCard(tx *store.Tx, w openWindow, now time.Time, zone string) (WindowCard, error) {
	title, err := sessionTitle(tx, w.dosing, w.client.ID)
	if err != nil {
		return WindowCard{}, err
	}
	opens, closes := w.window.OpensAt.In(zone), w.window.ClosesAt.In(zone)
	length := w.window.ClosesAt.Sub(w.window.OpensAt)
	card := WindowCard{
		Window: w.window, ClientID: w.client.ID, ClientName: w.client.Name(), Title: title,
		OpenedText: practice.NearTimeText(opens, now), LeftText: w.window.LeftText(tx.Now()),
		StartLabel: opens.Format("Mon 15:04"), EndLabel: closes.Format("Mon 15:04"),
		StageLabel:      practice.LengthText(w.window.FirstStageEndsAt.Sub(w.window.OpensAt)),
		ElapsedFraction: 1 - float64(w.window.Left(tx.Now()))/float64(length),
		StageFraction:   float64(w.window.FirstStageEndsAt.Sub(w.window.OpensAt)) / float64(length),
	}
	for _, s := range w.contacts {
		switch {
		case w.window.MetBySessionID == s.ID:
			by := "an integration session "
			if s.Kind == practice.CheckIn {
				by = "a check-in "
			}
			card.NextText = "Met by " + by + practice.NearTimeText(s.Start().In(zone), now)
			card.NextLabel, card.NextSessionID = "Open note", s.ID
			return card, nil
		case s.State() == practice.Planned && card.NextSessionID == "":
			card.NextText = s.Kind.Label() + " session " + practice.NearTimeText(s.Start().In(zone), now)
			card.NextLabel, card.NextSessionID = "Open", s.ID
		}
	}
	if card.NextSessionID == "" {
		card.NextText, card.NextLabel = "No check-in written yet", "Write check-in"
		for _, s := range w.contacts {
			if s.Contact == practice.ContactVoicemail {
				card.NextText = "Voicemail left " + practice.NearTimeText(s.Start().In(zone), now) + ", not reached yet"
			}
		}
	}
	return card, nil
}

func sessionsOfDay(tx *store.Tx, now time.Time) ([]SessionRow, error) {
	from := time.Date(now.Year(), now.Month(), now.Day(), 0, 0, 0, 0, now.Location())
	sessions, err := tx.SessionsBetween(practice.At(from), practice.At(from.AddDate(0, 0, 1)))
	if err != nil {
		return nil, err
	}
	open, err := tx.OpenSessions()
	if err != nil {
		return nil, err
	}
	for _, s := range open {
		if s.Start() < practice.At(from) {
			sessions = append([]practice.Session{s}, sessions...)
		}
	}
	rows := make([]SessionRow, 0, len(sessions))
	for _, s := range sessions {
		row, err := sessionRow(tx, s, now)
		if err != nil {
			return nil, err
		}
		rows = append(rows, row)
	}
	return rows, nil
}

func sessionRow(tx *store.Tx, s practice.Session, now time.Time) (SessionRow, error) {
	title, err := sessionTitle(tx, s, s.Participants[0].ClientID)
	if err != nil {
		return SessionRow{}, err
	}
	names := make([]string, 0, len(s.Participants))
	for _, p := range s.Participants {
		c, err := tx.Client(p.ClientID)
		if err != nil {
			return SessionRow{}, err
		}
		names = append(names, c.Name())
	}
	row := SessionRow{
		SessionID: s.ID, Kind: s.Kind, State: s.State(), Title: title, ClientNames: strings.Join(names, " and "),
		TimeText: practice.ClockText(s.Start().In(now.Location().String())), LengthText: s.LengthText(), Ways: []string{}, Lifted: []string{}, Act: "Open",
	}
	switch {
	case s.Runs(tx.Now()):
		row.Act = "Return"
	case s.Kind == practice.Dosing && s.State() == practice.Planned:
		if row.Ways, row.Lifted, err = waysOf(tx, s); err != nil {
			return SessionRow{}, err
		}
		row.Act = "Begin"
		if len(row.Ways) > 0 {
			row.Act = "Prepare room"
		}
	}
	return row, nil
}

// toSignRows bounds the list; whoever has more works from the top.
const toSignRows = 100

// toSign lists the notes not yet signed, those not yet begun first, each
// oldest first.
func toSign(tx *store.Tx, letterhead practice.Practice, now time.Time) ([]ToSignRow, error) {
	unwritten, err := tx.Unwritten(toSignRows)
	if err != nil {
		return nil, err
	}
	drafts, err := tx.UnsignedNotes(toSignRows)
	if err != nil {
		return nil, err
	}
	rows := make([]ToSignRow, 0, len(unwritten)+len(drafts))
	for _, p := range unwritten {
		row, s, err := toSignRow(tx, p.ID)
		if err != nil {
			return nil, err
		}
		row.AgeText = "Session " + practice.NearDayText(s.End().In(letterhead.Zone), now) + ", no note yet"
		row.Act = "Write"
		rows = append(rows, row)
	}
	for _, n := range drafts {
		row, s, err := toSignRow(tx, n.ParticipantID)
		if err != nil {
			return nil, err
		}
		if s.State() == practice.Planned || s.State() == practice.Cancelled {
			continue
		}
		row.Missing = n.Missing(s, letterhead)
		row.AgeText = "Written " + practice.NearDayText(n.UpdatedAt.In(letterhead.Zone), now)
		if len(row.Missing) == 0 {
			row.AgeText += ", complete"
		}
		rows = append(rows, row)
	}
	return rows, nil
}

func toSignRow(tx *store.Tx, participantID string) (ToSignRow, practice.Session, error) {
	s, err := tx.SessionOf(participantID)
	if err != nil {
		return ToSignRow{}, s, err
	}
	clientID := clientOf(s, participantID)
	title, err := sessionTitle(tx, s, clientID)
	if err != nil {
		return ToSignRow{}, s, err
	}
	c, err := tx.Client(clientID)
	return ToSignRow{
		ParticipantID: participantID, Title: title + ", " + c.Name(), Missing: []string{}, Act: "Review",
		Overdue: s.ActualEnd != "" && tx.Now().Sub(s.ActualEnd) > overdueNote,
	}, s, err
}

// due lists what the practice should do, in this order: review the risk a form
// spoke of, look at the computer's clock when it is behind what was recorded,
// confirm the recovery code, answer a request for records, fill in a
// questionnaire, repeat a screening, renew what ends, and make a backup when the last is overdue or the last
// attempt at one failed.
func due(tx *store.Tx, settings practice.Settings, now time.Time, failed bool) ([]DueRow, error) {
	rows, err := dueRisks(tx, now)
	if err != nil {
		return nil, err
	}
	latest, err := tx.LatestAct()
	if err != nil {
		return nil, err
	}
	if practice.ClockIsBehind(latest, tx.Now()) {
		rows = append(rows, DueRow{Kind: "clock", Text: "The computer's clock", Hint: "It is behind what was recorded last. Look whether it is right."})
	}
	unconfirmed, err := tx.CodeUnconfirmed()
	if err != nil {
		return nil, err
	}
	if unconfirmed {
		rows = append(rows, DueRow{Kind: "code", Text: "Recovery code: not confirmed yet", Hint: "Without it a forgotten passphrase cannot be helped. Put it on paper, then type two of its groups."})
	}
	requests, err := dueRequests(tx, now)
	if err != nil {
		return nil, err
	}
	rows = append(rows, requests...)
	measures, err := dueMeasures(tx, now)
	if err != nil {
		return nil, err
	}
	rows = append(rows, measures...)
	screenings, err := dueScreenings(tx, settings, now)
	if err != nil {
		return nil, err
	}
	endings, err := dueEndings(tx, settings, now)
	if err != nil {
		return nil, err
	}
	rows = append(append(rows, screenings...), endings...)
	last, _, err := tx.LastOf(practice.ActBackup)
	if err != nil || !failed && !settings.BackupOverdue(last.At, now) {
		return rows, err
	}
	text, hint := practice.BackupWaitsText(last.At, now, failed)
	return append(rows, DueRow{Kind: "backup", Text: text, Hint: hint}), nil
}

func clientOf(s practice.Session, participantID string) string {
	for _, p := range s.Participants {
		if p.ID == participantID {
			return p.ClientID
		}
	}
	return ""
}
