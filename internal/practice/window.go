package practice

import (
	"fmt"
	"slices"
	"time"
)

// Window is the integration window of one client's dosing session: the hours
// after the first dose in which the work takes hold. All its hours are
// elapsed time, so that a change of the clocks neither lengthens nor shortens
// it; only its display uses a zone.
type Window struct {
	DosingSessionID  string  `json:"dosing_session_id"`
	ClientID         string  `json:"client_id"`
	OpensAt          Instant `json:"opens_at"`            // the first dose
	FirstStageEndsAt Instant `json:"first_stage_ends_at"` // 48 h by default
	ClosesAt         Instant `json:"closes_at"`           // 72 h by default
	MetAt            Instant `json:"met_at"`              // start of the contact that met it
	MetBySessionID   string  `json:"met_by_session_id"`
}

// LongestWindow is the most a practice or a course can choose.
const LongestWindow = 96 * time.Hour

// WindowOf returns the window a dosing session opened for the client who took
// doses; false when no dose was given.
func WindowOf(dosing Session, clientID string, doses []DoseEvent, s Settings) (Window, bool) {
	first := Totals(doses).FirstAt
	if dosing.Kind != Dosing || first == "" {
		return Window{}, false
	}
	return Window{
		DosingSessionID:  dosing.ID,
		ClientID:         clientID,
		OpensAt:          first,
		FirstStageEndsAt: first.Add(time.Duration(s.FirstStageHours) * time.Hour),
		ClosesAt:         first.Add(time.Duration(s.WindowHours) * time.Hour),
	}, true
}

// Meet looks for the contact that met the window: the earliest integration
// session or check-in with the client that started after the dosing session
// ended and before the window closed. The dosing session itself never counts,
// nor does anything while it is still open.
func (w Window) Meet(dosing Session, contacts []Session) Window {
	w.MetAt, w.MetBySessionID = "", ""
	if dosing.ActualEnd == "" {
		return w
	}
	for _, s := range contacts {
		if s.Kind != Integration && s.Kind != CheckIn || s.ActualStart == "" || s.CancelledAt != "" || s.Contact == ContactVoicemail {
			continue
		}
		if !slices.ContainsFunc(s.Participants, func(p Participant) bool { return p.ClientID == w.ClientID }) {
			continue
		}
		if s.ActualStart < dosing.ActualEnd || !w.OpenAt(s.ActualStart) {
			continue
		}
		if w.MetAt == "" || s.ActualStart < w.MetAt {
			w.MetAt, w.MetBySessionID = s.ActualStart, s.ID
		}
	}
	return w
}

// OpenAt reports whether now lies inside the window.
func (w Window) OpenAt(now Instant) bool { return now >= w.OpensAt && now < w.ClosesAt }

// Closed reports whether the window's time is over. A window that has not
// opened yet by the clock is not: the dose was given, and the clock was set
// back since.
func (w Window) Closed(now Instant) bool { return now >= w.ClosesAt }

// Missed reports whether the window closed unmet, no longer ago than that.
func (w Window) Missed(now Instant, ago time.Duration) bool {
	return w.MetAt == "" && w.Closed(now) && now.Sub(w.ClosesAt) < ago
}

// Left returns the time until the window closes, zero once it has and never
// more than its whole length.
func (w Window) Left(now Instant) time.Duration {
	return max(0, min(w.ClosesAt.Sub(w.OpensAt), w.ClosesAt.Sub(now)))
}

// LeftText writes the time left in words: "52 h left", in the last hour
// "25 min left".
func (w Window) LeftText(now Instant) string {
	left := w.Left(now)
	switch {
	case left == 0:
		return "closed"
	case left < time.Hour:
		return fmt.Sprintf("%d min left", int(left/time.Minute))
	}
	return fmt.Sprintf("%d h left", int(left/time.Hour))
}
