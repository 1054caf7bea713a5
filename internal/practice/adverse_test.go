package practice

import (
	"strings"
	"testing"
	"time"

	"snowfield/internal/fault"
)

func TestAdverseEvent(t *testing.T) {
	s := dosing()
	event := AdverseEvent{ID: NewID(), ParticipantID: s.Participants[0].ID, At: noon, What: " Fainted ", Outcome: " resolved "}
	event.Normalize()
	if event.What != "Fainted" || event.Outcome != "resolved" {
		t.Errorf("%+v", event)
	}
	for want, change := range map[string]func(*AdverseEvent){
		"":       func(*AdverseEvent) {},
		"what":   func(e *AdverseEvent) { e.What = "" },
		"at":     func(e *AdverseEvent) { e.At = noon.Add(time.Minute) },
		"id":     func(e *AdverseEvent) { e.ID = "1" },
		"grade":  func(e *AdverseEvent) { e.Grade = "bad" },
		"ending": func(e *AdverseEvent) { e.Ending = "gone" },
	} {
		e := event
		change(&e)
		if got := fields(t, e.Validate(s, noon)); got != want {
			t.Errorf("refused %q, want %q", got, want)
		}
	}
	talk := s
	talk.Kind = Talk
	if got := fields(t, event.Validate(talk, noon)); got != "at" {
		t.Errorf("in a talk session: %q", got)
	}
	s.ActualStart = ""
	wantCode(t, event.Validate(s, noon), fault.Blocked)

	event.CreatedAt = noon.Add(time.Hour)
	if got := event.LateText("America/Los_Angeles"); got != "" {
		t.Errorf("the same day: %q", got)
	}
	event.CreatedAt = noon.Add(48 * time.Hour)
	if got := event.LateText("America/Los_Angeles"); got != "Recorded on 14 March 2026" {
		t.Errorf("later: %q", got)
	}
}

func TestAdverseEventInWords(t *testing.T) {
	for want, e := range map[string]AdverseEvent{
		"Adverse event; ":                                     {},
		"Serious adverse event, severe; Resolved":             {Serious: true, Grade: "severe", Ending: "resolved"},
		"Adverse event, mild; Slept it off":                   {Grade: "mild", Outcome: "Slept it off"},
		"Adverse event; Left against advice. With her sister": {Ending: "left_against_advice", Outcome: "With her sister"},
		"Adverse event; Other":                                {Ending: "other"},
		"Adverse event; Went on as a talk":                    {Ending: "other", Outcome: "Went on as a talk"},
	} {
		if got := e.Title() + "; " + e.OutcomeText(); got != want {
			t.Errorf("%q, want %q", got, want)
		}
	}
}

func TestAdverseAddition(t *testing.T) {
	addition := AdverseAddition{ID: NewID(), EventID: NewID(), Text: " Home at nine. "}
	addition.Normalize()
	if addition.Text != "Home at nine." {
		t.Errorf("%+v", addition)
	}
	for want, change := range map[string]func(*AdverseAddition){
		"":         func(*AdverseAddition) {},
		"id":       func(a *AdverseAddition) { a.ID = "1" },
		"event_id": func(a *AdverseAddition) { a.EventID = "" },
		"text":     func(a *AdverseAddition) { a.Text = " " },
	} {
		a := addition
		change(&a)
		if got := fields(t, a.Validate()); got != want {
			t.Errorf("refused %q, want %q", got, want)
		}
	}
}

func TestEventsText(t *testing.T) {
	lesser, serious := AdverseEvent{}, AdverseEvent{Serious: true}
	for want, events := range map[string][]AdverseEvent{
		"":                      nil,
		"Adverse event":         {lesser},
		"Two adverse events":    {lesser, lesser},
		"Serious adverse event": {lesser, serious},
	} {
		if got, is := EventsText(events); got != want || is != strings.HasPrefix(want, "Serious") {
			t.Errorf("%q, %v, want %q", got, is, want)
		}
	}
}
