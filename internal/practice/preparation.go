package practice

import (
	"slices"
	"strings"

	"snowfield/internal/fault"
)

// TouchAnswer is what was agreed about touch, asked explicitly.
type TouchAnswer string

// Touch that was not asked about is not agreed.
const (
	TouchNotAsked TouchAnswer = ""
	TouchAgreed   TouchAnswer = "agreed"
	TouchNone     TouchAnswer = "none"
)

// PreparationForm is what a client and the therapist agreed before dosing. There
// is one for each client; what it said when a dosing session began is kept
// with that session. The intention itself is the client's.
type PreparationForm struct {
	ClientID          string      `json:"client_id"`
	Fears             string      `json:"fears"`
	AlteredStates     string      `json:"altered_states"` // history with them
	Supports          string      `json:"supports"`
	SetAndSetting     string      `json:"set_and_setting"`
	Music             string      `json:"music"`
	EyeShades         string      `json:"eye_shades"`
	Touch             TouchAnswer `json:"touch"`
	TouchAgreement    string      `json:"touch_agreement"`
	Boundaries        string      `json:"boundaries"`
	SafetyPlan        string      `json:"safety_plan"`
	FastingHours      int         `json:"fasting_hours"` // agreed; 0 for none
	RideHome          Contact     `json:"ride_home"`
	MedicinesReviewed bool        `json:"medicines_reviewed"`
	CompletedAt       Instant     `json:"completed_at"` // empty while it is being worked on
	UpdatedAt         Instant     `json:"updated_at"`
	Version           int         `json:"version"`
}

// Done reports whether the preparation was completed.
func (p PreparationForm) Done() bool { return p.CompletedAt != "" }

// Validate refuses text that is too long and an answer there is none of. It
// may be empty.
func (p PreparationForm) Validate() error {
	var c fault.Check
	CheckID(&c, "client_id", p.ClientID)
	for _, f := range []struct{ field, text string }{
		{"fears", p.Fears},
		{"altered_states", p.AlteredStates},
		{"supports", p.Supports},
		{"set_and_setting", p.SetAndSetting},
		{"music", p.Music},
		{"eye_shades", p.EyeShades},
		{"touch_agreement", p.TouchAgreement},
		{"boundaries", p.Boundaries},
		{"safety_plan", p.SafetyPlan},
	} {
		checkText(&c, f.field, f.text)
	}
	if !slices.Contains([]TouchAnswer{TouchNotAsked, TouchAgreed, TouchNone}, p.Touch) {
		c.Refuse("touch", "Choose agreed or no touch.")
	}
	if p.FastingHours < 0 || p.FastingHours > 24 {
		c.Refuse("fasting_hours", "Choose 0 to 24 hours.")
	}
	checkContact(&c, "ride_home", p.RideHome)
	return c.Err()
}

// Complete marks the preparation done. It refuses one in which touch was not
// asked about, agreed touch is not described, the medicines were not reviewed,
// or the intention or the safety plan is missing.
func (p *PreparationForm) Complete(client Client, now Instant) error {
	var c fault.Check
	need := func(field string, missing bool, say string) {
		if missing {
			c.Refuse(field, say)
		}
	}
	need("intention", strings.TrimSpace(client.Intention) == "", "Write the intention in the client's words.")
	need("touch", p.Touch == TouchNotAsked, "Ask about touch and record the answer.")
	need("touch_agreement", p.Touch == TouchAgreed && strings.TrimSpace(p.TouchAgreement) == "", "Say which touch was agreed.")
	need("safety_plan", strings.TrimSpace(p.SafetyPlan) == "", "Write the safety plan, or that none is needed and why.")
	need("medicines_reviewed", !p.MedicinesReviewed, "Review the medicines with the client.")
	if err := c.Err(); err != nil {
		return err
	}
	p.CompletedAt = now
	return nil
}
