package practice

import (
	"slices"
	"strings"

	"snowfield/internal/fault"
)

// Clearance is a prescriber's word that one client may be given ketamine, and
// within which bounds. The app records it and never makes one.
type Clearance struct {
	ID                 string    `json:"id"`
	ClientID           string    `json:"client_id"`
	PrescriberID       string    `json:"prescriber_id"`
	ClearedOn          Date      `json:"cleared_on"`
	ExpiresOn          Date      `json:"expires_on"` // the last day it holds
	Conditions         string    `json:"conditions"`
	Covers             []FlagRef `json:"covers"` // flags the prescriber knows of and accepts
	Limits             Limits    `json:"limits"`
	DoseMinUg          int64     `json:"dose_min_ug"` // 0: not named
	DoseMaxUg          int64     `json:"dose_max_ug"`
	Route              Route     `json:"route"`
	Form               Form      `json:"form"`
	BoosterAllowed     bool      `json:"booster_allowed"`
	BoosterMaxUg       int64     `json:"booster_max_ug"`
	BoosterEarliestMin int       `json:"booster_earliest_min"` // minutes after the first dose
	Sessions           int       `json:"sessions"`             // how many it is for; 0: not limited
	Pharmacy           string    `json:"pharmacy"`
	AttachmentID       string    `json:"attachment_id"`
	SuspendedAt        Instant   `json:"suspended_at"`
	SuspendedReason    string    `json:"suspended_reason"`
	AdverseEventID     string    `json:"adverse_event_id"` // the serious event that suspended it
	CreatedAt          Instant   `json:"created_at"`
	UpdatedAt          Instant   `json:"updated_at"`
	Version            int       `json:"version"`
}

// ClearanceState is where a clearance stands on a day.
type ClearanceState string

// Only one in force lets a dosing session start.
const (
	ClearanceInForce    ClearanceState = "in_force"
	ClearanceNotYet     ClearanceState = "not_yet" // dated in the future
	ClearanceExpired    ClearanceState = "expired"
	ClearanceSuspended  ClearanceState = "suspended"
	ClearanceSuperseded ClearanceState = "superseded" // a newer one took its place
	ClearanceUsedUp     ClearanceState = "used_up"
)

// Label returns the state in words.
func (s ClearanceState) Label() string {
	switch s {
	case ClearanceInForce:
		return "In force"
	case ClearanceNotYet:
		return "Not yet in force"
	case ClearanceUsedUp:
		return "Used up"
	}
	return upperFirst(string(s))
}

// Cleared is a clearance, how many sessions with a dose were held under it,
// and where it stands.
type Cleared struct {
	Clearance Clearance      `json:"clearance"`
	Used      int            `json:"used"`
	State     ClearanceState `json:"state"`
}

// Standing says where each clearance of one client stands on a day. used
// counts the sessions with a dose held under each, by its id. The newest that
// has begun supersedes all older ones; nothing falls back to an older one when
// it ends.
func Standing(clearances []Clearance, used map[string]int, today Date) []Cleared {
	sorted := slices.Clone(clearances)
	slices.SortStableFunc(sorted, func(a, b Clearance) int {
		return strings.Compare(string(b.ClearedOn)+string(b.CreatedAt)+b.ID, string(a.ClearedOn)+string(a.CreatedAt)+a.ID)
	})
	list := make([]Cleared, 0, len(sorted))
	current := false
	for _, c := range sorted {
		x := Cleared{Clearance: c, Used: used[c.ID]}
		switch {
		case c.ClearedOn > today:
			x.State = ClearanceNotYet
		case current:
			x.State = ClearanceSuperseded
		case c.SuspendedAt != "":
			x.State = ClearanceSuspended
		case c.ExpiresOn < today:
			x.State = ClearanceExpired
		case c.Sessions > 0 && x.Used >= c.Sessions:
			x.State = ClearanceUsedUp
		default:
			x.State = ClearanceInForce
		}
		current = current || x.State != ClearanceNotYet
		list = append(list, x)
	}
	return list
}

// Current returns the clearance that counts: the newest that has begun,
// whatever its state; false when there is none.
func Current(standing []Cleared) (Cleared, bool) {
	i := slices.IndexFunc(standing, func(c Cleared) bool { return c.State != ClearanceNotYet })
	if i < 0 {
		return Cleared{}, false
	}
	return standing[i], true
}

// CoversFlag reports whether the clearance names the flag.
func (c Clearance) CoversFlag(f FlagRef) bool { return slices.Contains(c.Covers, f) }

// Suspend puts the clearance out of force until a new one is recorded.
func (c *Clearance) Suspend(reason, adverseEventID string, now Instant) error {
	if c.SuspendedAt != "" {
		return fault.New(fault.Conflict, "This clearance is already suspended. Nothing was changed.")
	}
	reason = strings.TrimSpace(reason)
	if reason == "" {
		return &fault.Error{
			Code: fault.Invalid, Message: "The clearance was not suspended: the reason is missing.",
			Fields: map[string]string{"reason": "Say why it is suspended."},
		}
	}
	c.SuspendedAt, c.SuspendedReason, c.AdverseEventID = now, reason, adverseEventID
	return nil
}

// Normalize trims what a person types around the words.
func (c *Clearance) Normalize() {
	c.Conditions, c.Pharmacy = strings.TrimSpace(c.Conditions), strings.TrimSpace(c.Pharmacy)
	if c.Covers == nil {
		c.Covers = []FlagRef{}
	}
}

// Validate refuses a clearance without prescriber or dates, one that ends
// before it begins, limits no living adult crosses, a dose range turned round
// and booster rules without a booster.
func (c Clearance) Validate() error {
	var k fault.Check
	CheckID(&k, "id", c.ID)
	CheckID(&k, "client_id", c.ClientID)
	if c.PrescriberID == "" {
		k.Refuse("prescriber_id", "Choose who cleared the client.")
	} else {
		CheckID(&k, "prescriber_id", c.PrescriberID)
	}
	checkDate(&k, "cleared_on", c.ClearedOn, true)
	checkDate(&k, "expires_on", c.ExpiresOn, true)
	if c.ExpiresOn != "" && c.ExpiresOn < c.ClearedOn {
		k.Refuse("expires_on", "This lies before the date of the clearance.")
	}
	checkText(&k, "conditions", c.Conditions)
	if len(c.Covers) > maxItems {
		k.Refuse("covers", "At most 100 flags.")
	}
	c.Limits.check(&k)
	checkUg(&k, "dose_min_ug", c.DoseMinUg)
	checkUg(&k, "dose_max_ug", c.DoseMaxUg)
	if c.DoseMaxUg > 0 && c.DoseMinUg > c.DoseMaxUg {
		k.Refuse("dose_max_ug", "The highest dose is not below the lowest.")
	}
	if c.Route != "" && !slices.Contains(Routes, c.Route) {
		k.Refuse("route", "Choose the route.")
	}
	if c.Form != "" && !slices.Contains(Forms, c.Form) {
		k.Refuse("form", "Choose the form.")
	}
	checkUg(&k, "booster_max_ug", c.BoosterMaxUg)
	if c.BoosterEarliestMin < 0 || c.BoosterEarliestMin > 600 {
		k.Refuse("booster_earliest_min", "Choose 0 to 600 minutes.")
	}
	if !c.BoosterAllowed && (c.BoosterMaxUg != 0 || c.BoosterEarliestMin != 0) {
		k.Refuse("booster_allowed", "No booster is allowed, yet its amount or time is given.")
	}
	if c.Sessions < 0 || c.Sessions > 100 {
		k.Refuse("sessions", "Choose 0 to 100 sessions; 0 is not limited.")
	}
	checkLine(&k, "pharmacy", c.Pharmacy)
	if c.AttachmentID != "" {
		CheckID(&k, "attachment_id", c.AttachmentID)
	}
	return k.Err()
}

func checkUg(c *fault.Check, field string, ug int64) {
	if ug < 0 || ug > maxDoseUg {
		c.Refuse(field, "Give the amount in mg, at most 5,000.")
	}
}
