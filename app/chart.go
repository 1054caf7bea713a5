package app

import (
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
	Course     []CourseMark     `json:"course"`      // in time order
	Windows    []CourseWindow   `json:"windows"`
	Record     []RecordRow      `json:"record"` // newest first
	Next       NextStep         `json:"next"`
	Now        practice.Instant `json:"now"`
	Zone       string           `json:"zone"`
}

// CourseMark is a session on the course's time axis.
type CourseMark struct {
	SessionID string                `json:"session_id"`
	Kind      practice.SessionKind  `json:"kind"`
	State     practice.SessionState `json:"state"`
	Title     string                `json:"title"`
	At        practice.Instant      `json:"at"`
	DateText  string                `json:"date_text"`
	DoseText  string                `json:"dose_text"` // "200 mg"; empty when no dose was given
}

// CourseWindow is an integration window on the axis.
type CourseWindow struct {
	OpensAt  practice.Instant `json:"opens_at"`
	ClosesAt practice.Instant `json:"closes_at"`
	Text     string           `json:"text"` // "Met by a contact on 12 Mar"
}

// RecordRow is a session in the record.
type RecordRow struct {
	SessionID     string `json:"session_id"`
	ParticipantID string `json:"participant_id"`
	DateText      string `json:"date_text"`
	Title         string `json:"title"`
	Line          string `json:"line"`
	Status        string `json:"status"` // signed, unsigned, no_note, planned, open, cancelled
}

// NextStep is the one act that follows from where the client stands.
type NextStep struct {
	Act           string `json:"act"` // write_note, open_session, plan_session
	Label         string `json:"label"`
	SessionID     string `json:"session_id"`
	ParticipantID string `json:"participant_id"`
}

// Chart returns a client's chart and notes that it was opened.
func (c *Clients) Chart(id string) (ChartView, error) {
	return update(c.core, func(tx *store.Tx) (ChartView, error) {
		v := ChartView{Course: []CourseMark{}, Windows: []CourseWindow{}, Record: []RecordRow{}, Now: tx.Now()}
		client, err := tx.Client(id)
		if err != nil {
			return v, err
		}
		if err := tx.TouchClient(id); err != nil {
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
		if born, ok := client.BirthDate.Day(); ok {
			v.AgeText = fmt.Sprintf("%d, born %s", client.BirthDate.AgeOn(now), practice.LongDateText(born))
		}
		sessions, err := tx.SessionsOfClient(id, clientSessions)
		if err != nil {
			return v, err
		}
		dosings := 0
		for _, s := range sessions {
			row, mark, totals, err := recordRow(tx, s, id, letterhead.Zone)
			if err != nil {
				return v, err
			}
			v.Record = append(v.Record, row)
			if s.State() == practice.Cancelled {
				continue
			}
			v.Course = append([]CourseMark{mark}, v.Course...)
			if totals.Given == 0 {
				continue
			}
			dosings++
			w, _, _, err := windowFor(tx, s, participantOf(s, id), settings)
			if err != nil {
				return v, err
			}
			v.Windows = append([]CourseWindow{courseWindow(w, tx.Now(), letterhead.Zone)}, v.Windows...)
			if !w.Closed(tx.Now()) {
				v.LeftText = w.LeftText(tx.Now())
			}
		}
		if dosings > 0 {
			v.CourseText = practice.CountText(dosings, "dosing session", "dosing sessions")
		}
		v.Next = nextStep(v.Record)
		return v, nil
	})
}

func courseWindow(w practice.Window, now practice.Instant, zone string) CourseWindow {
	c := CourseWindow{OpensAt: w.OpensAt, ClosesAt: w.ClosesAt, Text: "Closed without a contact"}
	switch {
	case w.MetAt != "":
		c.Text = "Met on " + practice.ShortDayText(w.MetAt.In(zone), now.In(zone))
	case !w.Closed(now):
		c.Text = "Open, " + w.LeftText(now)
	}
	return c
}

func participantOf(s practice.Session, clientID string) practice.Participant {
	for _, p := range s.Participants {
		if p.ClientID == clientID {
			return p
		}
	}
	return practice.Participant{}
}

func recordRow(tx *store.Tx, s practice.Session, clientID, zone string) (RecordRow, CourseMark, practice.DoseTotals, error) {
	p := participantOf(s, clientID)
	now := tx.Now().In(zone)
	row := RecordRow{SessionID: s.ID, ParticipantID: p.ID, DateText: practice.ShortDayText(s.Start().In(zone), now), Status: string(s.State())}
	mark := CourseMark{SessionID: s.ID, Kind: s.Kind, State: s.State(), At: s.Start(), DateText: row.DateText}
	title, err := sessionTitle(tx, s, clientID)
	if err != nil {
		return row, mark, practice.DoseTotals{}, err
	}
	row.Title, mark.Title = title, title
	record, err := logOf(tx, s, p.ID)
	log, totals := record.lines, record.totals
	if err != nil {
		return row, mark, totals, err
	}
	if totals.Given > 0 {
		mark.DoseText = practice.Milligrams(totals.TakenUg)
	}
	row.Line = recordLine(s, log, totals)
	if s.State() != practice.Ended {
		return row, mark, totals, nil
	}
	note, err := tx.NoteOf(p.ID)
	switch {
	case fault.CodeOf(err) == fault.NotFound:
		row.Status = "no_note"
		return row, mark, totals, nil
	case err != nil:
		return row, mark, totals, err
	case note.Signed():
		row.Status = "signed"
	default:
		row.Status = "unsigned"
	}
	if s.Kind != practice.Dosing {
		row.Line = firstLine(note, row.Line)
	}
	return row, mark, totals, nil
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
	case s.ActualEnd != "":
		parts = append(parts, practice.LengthText(s.ActualEnd.Sub(s.ActualStart)))
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
// or unsigned note, then a planned session, else planning one.
func nextStep(record []RecordRow) NextStep {
	find := func(status string) (RecordRow, bool) {
		for _, r := range record {
			if r.Status == status {
				return r, true
			}
		}
		return RecordRow{}, false
	}
	if r, ok := find("open"); ok {
		return NextStep{"open_session", "Open " + lowerFirst(r.Title), r.SessionID, r.ParticipantID}
	}
	for _, status := range []string{"unsigned", "no_note"} {
		if r, ok := find(status); ok {
			return NextStep{"write_note", "Write note, " + lowerFirst(r.Title), r.SessionID, r.ParticipantID}
		}
	}
	if r, ok := find("planned"); ok {
		return NextStep{"open_session", "Open " + lowerFirst(r.Title), r.SessionID, r.ParticipantID}
	}
	return NextStep{Act: "plan_session", Label: "Plan a session"}
}

func lowerFirst(text string) string { return strings.ToLower(text[:1]) + text[1:] }
