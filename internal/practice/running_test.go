package practice

import (
	"testing"
	"time"
)

func TestRuns(t *testing.T) {
	at := Instant("2026-03-12T13:00:00.000Z")
	open := Session{Kind: Dosing, PlannedStart: at, ActualStart: at}
	ended, planned, talk := open, open, open
	ended.ActualEnd, planned.ActualStart, talk.Kind = at.Add(time.Hour), "", Talk
	for _, c := range []struct {
		name string
		s    Session
		now  Instant
		want bool
	}{
		{"just begun", open, at, true},
		{"the last moment of a day", open, at.Add(24*time.Hour - time.Millisecond), true},
		{"a day", open, at.Add(24 * time.Hour), false},
		{"the clock set back", open, at.Add(-time.Hour), true},
		{"ended", ended, at.Add(2 * time.Hour), false},
		{"planned", planned, at, false},
		{"talk", talk, at, false},
	} {
		if got := c.s.Runs(c.now); got != c.want {
			t.Errorf("%s: %v", c.name, got)
		}
	}
}

func TestInitials(t *testing.T) {
	for _, c := range []struct {
		client Client
		want   string
	}{
		{Client{LegalName: "Jonas Reyes"}, "J.R."},
		{Client{LegalName: "Jonas Emil Reyes", PreferredName: "Emil"}, "E.R."},
		{Client{LegalName: "Ána van der Berg"}, "Á.B."},
		{Client{LegalName: "Madonna"}, "M."},
		{Client{LegalName: " "}, ""},
	} {
		if got := c.client.Initials(); got != c.want {
			t.Errorf("%+v: %q, want %q", c.client, got, c.want)
		}
	}
}
