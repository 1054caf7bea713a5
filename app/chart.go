package app

import (
	"context"
	"fmt"
	"strings"

	"snowfield/internal/fault"
	"snowfield/internal/practice"
	"snowfield/internal/store"
)

// ChartView is a client's chart: head, course and record.
type ChartView struct {
	Client     practice.Client  `json:"client"`
	Name       string           `json:"name"`
	AgeText    string           `json:"age_text"`    // "41, born 3 May 1984"; empty without a birth date
	CourseText string           `json:"course_text"` // "Three dosing sessions"
	LeftText   string           `json:"left_text"`   // of the open window; empty without one
	Record     []RecordRow      `json:"record"`      // newest first
	Next       NextStep         `json:"next"`
	Risk       RisksView        `json:"risk"`
	Now        practice.Instant `json:"now"`
	Zone       string           `json:"zone"`
}

// RecordRow is a session in the record.
type RecordRow struct {
	SessionID     string `json:"session_id"`
	ParticipantID string `json:"participant_id"`
	DateText      string `json:"date_text"`
	Title         string `json:"title"`
	Line          string `json:"line"`
	Readiness     string `json:"readiness"` // of a dosing session: where it stands, or that it was recorded as it happened
	Event         string `json:"event"`     // "Serious adverse event"; empty for none
	Serious       bool   `json:"serious"`   // the event is
	Status        string `json:"status"`    // signed, unsigned, no_note, planned, open, cancelled
}

// NextStep is the one act that follows from where the client stands.
type NextStep struct {
	Act           string               `json:"act"` // write_note, open_session, prepare, open_part, plan_session, review, complete
	Label         string               `json:"label"`
	Part          string               `json:"part"` // of the chart, to open: screening, clearance, consent, preparation
	SessionID     string               `json:"session_id"`
	ParticipantID string               `json:"participant_id"`
	Kind          practice.SessionKind `json:"kind"`       // of the session to plan; empty when the plan does not say
	FollowsID     string               `json:"follows_id"` // the dosing session it follows
	PlanOn        practice.Date        `json:"plan_on"`
	Hint          string               `json:"hint"` // "Integration after dosing 3, until tomorrow at 13:04"
}

// Chart returns a client's chart and notes that it was opened. It can be read
// on a disk that refuses the note.
func (c *Clients) Chart(id string) (ChartView, error) {
	return unlocked(c.core, func(ctx context.Context, r *records) (v ChartView, err error) {
		err = r.store.View(ctx, c.now(), func(tx *store.Tx) error {
			v, err = chart(tx, id)
			return err
		})
		if err != nil {
			return v, err
		}
		err = r.store.Update(ctx, c.now(), func(tx *store.Tx) error { return tx.TouchClient(id) })
		if fault.CodeOf(err) == fault.NotSaved {
			err = nil
		}
		return v, err
	})
}

func chart(tx *store.Tx, id string) (ChartView, error) {
	v := ChartView{Record: []RecordRow{}, Now: tx.Now()}
	client, err := tx.Client(id)
	if err != nil {
		return v, err
	}
	letterhead, err := tx.Practice()
	if err != nil {
		return v, err
	}
	settings, err := tx.Settings()
	if err != nil {
		return v, err
	}
	now := tx.Now().In(letterhead.Zone)
	v.Client, v.Name, v.Zone = client, client.Name(), letterhead.Zone
	if v.Risk, err = risksView(tx, id); err != nil {
		return v, err
	}
	if born, ok := client.BirthDate.Day(); ok {
		v.AgeText = fmt.Sprintf("%d, born %s", client.BirthDate.AgeOn(now), practice.LongDateText(born))
	}
	sessions, err := tx.SessionsOfClient(id, clientSessions)
	if err != nil {
		return v, err
	}
	dosings := 0
	var planned practice.Instant // when the soonest of them is to begin
	held := make([]practice.Held, 0, len(sessions))
	for _, s := range sessions {
		row, totals, err := recordRow(tx, s, id, letterhead.Zone)
		if err != nil {
			return v, err
		}
		v.Record = append(v.Record, row)
		held = append(held, practice.Held{Session: s})
		if s.State() == practice.Planned {
			planned = s.Start()
		}
		if s.State() == practice.Cancelled || totals.Given == 0 {
			continue
		}
		dosings++
		w, _, _, err := windowFor(tx, s, participantOf(s, id), settings)
		if err != nil {
			return v, err
		}
		held[len(held)-1].FirstAt, held[len(held)-1].Window = w.OpensAt, &w
		if !w.Closed(tx.Now()) {
			v.LeftText = w.LeftText(tx.Now())
		}
	}
	if dosings > 0 {
		v.CourseText = practice.CountText(dosings, "dosing session", "dosing sessions")
	}
	progress, err := runningCourse(tx, id, held, letterhead.Zone, &v)
	if err != nil {
		return v, err
	}
	v.Next, err = gated(tx, client, nextStep(v.Record, planned, progress, tx.Now(), letterhead.Zone), sessions, letterhead.Zone)
	return v, err
}

// runningCourse holds the course that runs, if any, against what was held, and
// puts its position in the chart's head.
func runningCourse(tx *store.Tx, clientID string, held []practice.Held, zone string, v *ChartView) (*practice.Progress, error) {
	courses, err := tx.Courses(clientID)
	if err != nil || len(courses) == 0 || courses[0].Complete() {
		return nil, err
	}
	progress := courses[0].Progress(held, tx.Now(), zone)
	v.CourseText = courses[0].Position(progress)
	return &progress, nil
}

func participantOf(s practice.Session, clientID string) practice.Participant {
	for _, p := range s.Participants {
		if p.ClientID == clientID {
			return p
		}
	}
	return practice.Participant{}
}

func recordRow(tx *store.Tx, s practice.Session, clientID, zone string) (RecordRow, practice.DoseTotals, error) {
	p := participantOf(s, clientID)
	now := tx.Now().In(zone)
	row := RecordRow{SessionID: s.ID, ParticipantID: p.ID, DateText: practice.ShortDayText(s.Start().In(zone), now), Status: string(s.State())}
	title, err := sessionTitle(tx, s, clientID)
	if err != nil {
		return row, practice.DoseTotals{}, err
	}
	row.Title = title
	entries, err := readLog(tx, s, p)
	if err != nil {
		return row, practice.DoseTotals{}, err
	}
	totals := entries.totals
	log, err := entries.log(tx)
	if err != nil {
		return row, totals, err
	}
	row.Line = recordLine(s, log, totals)
	if row.Readiness, err = readinessLine(tx, s, p); err != nil {
		return row, totals, err
	}
	events, err := eventsOf(tx, p)
	if err != nil {
		return row, totals, err
	}
	row.Event, row.Serious = practice.EventsText(events)
	if s.State() != practice.Ended {
		return row, totals, nil
	}
	note, err := tx.NoteOf(p.ID)
	switch {
	case fault.CodeOf(err) == fault.NotFound:
		row.Status = "no_note"
		return row, totals, nil
	case err != nil:
		return row, totals, err
	case note.Signed():
		row.Status = "signed"
	default:
		row.Status = "unsigned"
	}
	if s.Kind != practice.Dosing {
		row.Line = firstLine(note, row.Line)
	}
	if s.Contact != "" {
		row.Line = s.Contact.Label() + ": " + row.Line
	}
	return row, totals, nil
}

// readinessLine says where a planned dosing session stands, and of one that
// began in what it departs from a regular start.
func readinessLine(tx *store.Tx, s practice.Session, p practice.Participant) (string, error) {
	start, err := startOf(tx, s, p.ID)
	if err != nil {
		return "", err
	}
	readiness, err := readinessNowOrThen(tx, s, p, start)
	switch {
	case err != nil || readiness == nil:
		return "", err
	case start == nil:
		return readiness.Summary, nil
	case start.Deviation != "":
		return practice.HappenedText, nil
	}
	return readiness.LiftedText(), nil
}

// recordLine is the one line of substance a session shows in the record.
func recordLine(s practice.Session, log []LogLine, totals practice.DoseTotals) string {
	var parts []string
	if totals.Given > 0 {
		parts = append(parts, practice.Milligrams(totals.TakenUg)+" at "+practice.ClockText(totals.FirstAt.In(s.Zone)))
	}
	switch {
	case s.State() == practice.Planned:
		parts = append(parts, "planned for "+practice.ClockText(s.Start().In(s.Zone)))
	case s.ActualEnd != "" && s.LengthText() != "":
		parts = append(parts, s.LengthText())
	}
	observations := 0
	for _, l := range log {
		if l.Type == "observation" && l.Entry.Stands() {
			observations++
		}
	}
	if observations > 0 {
		parts = append(parts, strings.ToLower(practice.CountText(observations, "observation", "observations")))
	}
	return strings.Join(parts, ", ")
}

// firstLine is the first written line of a note, shortened; otherwise else.
func firstLine(n practice.Note, otherwise string) string {
	for _, s := range n.Sections {
		text := strings.TrimSpace(s.Body)
		if text == "" {
			continue
		}
		line := []rune(strings.TrimLeft(strings.SplitN(text, "\n", 2)[0], "-*# "))
		if len(line) > 110 {
			return strings.TrimSpace(string(line[:108])) + "…"
		}
		return string(line)
	}
	return otherwise
}

// nextStep chooses the primary act: an open session first, then an unwritten
// or unsigned note, then what is planned for today, then what is planned or
// what the course asks for next, whichever comes earlier.
func nextStep(record []RecordRow, planned practice.Instant, course *practice.Progress, now practice.Instant, zone string) NextStep {
	find := func(status string) (RecordRow, bool) {
		for _, r := range record {
			if r.Status == status {
				return r, true
			}
		}
		return RecordRow{}, false
	}
	if r, ok := find("open"); ok {
		return NextStep{Act: "open_session", Label: "Open " + lowerFirst(r.Title), SessionID: r.SessionID, ParticipantID: r.ParticipantID}
	}
	for _, status := range []string{"unsigned", "no_note"} {
		if r, ok := find(status); ok {
			return NextStep{Act: "write_note", Label: "Write note, " + lowerFirst(r.Title), SessionID: r.SessionID, ParticipantID: r.ParticipantID}
		}
	}
	var step *practice.Step
	if course != nil {
		step = course.Next
	}
	var r RecordRow // the soonest that is planned: the record has the newest first
	for _, x := range record {
		if x.Status == string(practice.Planned) {
			r = x
		}
	}
	if r.SessionID != "" && (step == nil || step.DueAt == "" || step.DueAt >= planned || planned.OnOrBefore(now, zone)) {
		if r.Readiness != "" {
			return NextStep{Act: "prepare", Label: "Prepare " + lowerFirst(r.Title), SessionID: r.SessionID, ParticipantID: r.ParticipantID}
		}
		return NextStep{Act: "open_session", Label: "Open " + lowerFirst(r.Title), SessionID: r.SessionID, ParticipantID: r.ParticipantID}
	}
	switch {
	case course == nil:
		return NextStep{Act: "plan_session", Label: "Plan a session"}
	case step == nil:
		return NextStep{Act: "complete", Label: "Complete the course"}
	case step.Kind == practice.StepReview:
		return NextStep{Act: "review", Label: step.Act()}
	}
	next := NextStep{Act: "plan_session", Label: step.Act(), Kind: practice.SessionKind(step.Kind), FollowsID: step.FollowsID, PlanOn: step.PlanOn(now, zone), Hint: step.Label}
	if step.Kind == practice.StepMaintenance {
		next.Kind = practice.Dosing
	}
	if step.WhenText != "" {
		next.Hint += ", " + lowerFirst(step.WhenText)
	}
	return next
}

func lowerFirst(text string) string { return strings.ToLower(text[:1]) + text[1:] }
