package practice

import (
	"slices"
	"strconv"
	"strings"

	"snowfield/internal/fault"
)

// ConsentKind says what is agreed to.
type ConsentKind string

// The kinds. A practice's own consents are other.
const (
	ConsentKAP        ConsentKind = "kap"
	ConsentTouch      ConsentKind = "touch"
	ConsentTelehealth ConsentKind = "telehealth"
	ConsentRelease    ConsentKind = "release" // of information, to a named recipient
	ConsentOther      ConsentKind = "other"
)

// ConsentKinds lists the kinds in their order.
var ConsentKinds = []ConsentKind{ConsentKAP, ConsentTouch, ConsentTelehealth, ConsentRelease, ConsentOther}

// Label returns the kind in words.
func (k ConsentKind) Label() string {
	switch k {
	case ConsentKAP:
		return "Ketamine-assisted psychotherapy"
	case ConsentTouch:
		return "Touch"
	case ConsentTelehealth:
		return "Telehealth"
	case ConsentRelease:
		return "Release of information"
	case ConsentOther:
		return "Other"
	}
	return string(k)
}

// ConsentText is a consent as the practice words it. A skeleton is what
// Snowfield ships for a start; it cannot be signed until the practice has
// edited it.
type ConsentText struct {
	Key         string      `json:"key"`
	Kind        ConsentKind `json:"kind"`
	Title       string      `json:"title"`
	Text        string      `json:"text"`         // Markdown
	Clauses     []string    `json:"clauses"`      // each to be initialled
	ValidMonths int         `json:"valid_months"` // 0: until revoked
	Skeleton    bool        `json:"skeleton"`
	Offered     bool        `json:"offered"` // false: no longer offered; what was signed stays
}

// ExpiresAfter returns the last day a consent signed on a day holds; empty
// for one that holds until it is revoked.
func (t ConsentText) ExpiresAfter(signedOn Date) Date {
	if t.ValidMonths == 0 {
		return ""
	}
	return signedOn.AddMonths(t.ValidMonths)
}

// ConsentMethod is how a consent was signed.
type ConsentMethod string

// Typed and drawn are made in the app; scanned is a file of the paper.
const (
	ConsentTyped   ConsentMethod = "typed"
	ConsentDrawn   ConsentMethod = "drawn"
	ConsentScanned ConsentMethod = "scanned"
)

// Consent is a consent as it was signed: the text itself is kept with it. It
// does not change but by being revoked.
type Consent struct {
	ID            string        `json:"id"`
	ClientID      string        `json:"client_id"`
	Kind          ConsentKind   `json:"kind"`
	TextKey       string        `json:"text_key"`
	TextVersion   int           `json:"text_version"` // of the library's text
	Title         string        `json:"title"`
	Text          string        `json:"text"` // as signed
	Clauses       []string      `json:"clauses"`
	Initials      []string      `json:"initials"`  // one for each clause
	Recipient     string        `json:"recipient"` // of a release: to whom
	Scope         string        `json:"scope"`     // of a release: what
	SignedOn      Date          `json:"signed_on"`
	ExpiresOn     Date          `json:"expires_on"` // the last day it holds; empty: until revoked
	SignedBy      string        `json:"signed_by"`
	SignerRole    string        `json:"signer_role"` // "client", or who signs for them
	Method        ConsentMethod `json:"method"`
	Drawing       string        `json:"drawing"` // an SVG path in a box of 600 by 200, of a drawn signature
	AttachmentID  string        `json:"attachment_id"`
	RevokedOn     Date          `json:"revoked_on"`
	RevokedReason string        `json:"revoked_reason"`
	CreatedAt     Instant       `json:"created_at"`
}

// ConsentState is where a consent stands on a day.
type ConsentState string

// Only a valid one counts.
const (
	ConsentValid   ConsentState = "valid"
	ConsentExpired ConsentState = "expired"
	ConsentRevoked ConsentState = "revoked"
)

// State says where the consent stands on a day.
func (c Consent) State(today Date) ConsentState {
	switch {
	case c.RevokedOn != "":
		return ConsentRevoked
	case c.ExpiresOn != "" && c.ExpiresOn < today:
		return ConsentExpired
	}
	return ConsentValid
}

// StateText writes where a consent stands on a day: "Signed 3 March 2026,
// until 3 March 2027".
func (c Consent) StateText(today Date) string {
	signed := "Signed " + c.SignedOn.Text()
	switch c.State(today) {
	case ConsentRevoked:
		return signed + ", revoked " + c.RevokedOn.Text()
	case ConsentExpired:
		return signed + ", ended " + c.ExpiresOn.Text()
	case ConsentValid:
		if c.ExpiresOn != "" {
			return signed + ", until " + c.ExpiresOn.Text()
		}
	}
	return signed + ", until revoked"
}

// Normalize trims what a person types around the words.
func (c *Consent) Normalize() {
	for _, s := range []*string{&c.Recipient, &c.Scope, &c.SignedBy, &c.SignerRole} {
		*s = strings.TrimSpace(*s)
	}
	for i := range c.Initials {
		c.Initials[i] = strings.TrimSpace(c.Initials[i])
	}
	if c.Clauses == nil {
		c.Clauses = []string{}
	}
	if c.Initials == nil {
		c.Initials = []string{}
	}
}

// Sign checks a consent against the text it is signed on and takes that text
// over, with the end its validity gives where none is named. It refuses a
// skeleton, a day in the future, a missing initial or
// signature, and a release without recipient and scope.
func (c *Consent) Sign(text ConsentText, version int, today Date) error {
	c.Normalize()
	if text.Skeleton {
		return fault.New(fault.Blocked, "This text is a skeleton. Edit it in the Library until it is your practice's own; then it can be signed. Nothing was signed.")
	}
	c.Kind, c.TextKey, c.TextVersion, c.Title, c.Text, c.Clauses = text.Kind, text.Key, version, text.Title, text.Text, slices.Clone(text.Clauses)
	if c.ExpiresOn == "" {
		c.ExpiresOn = text.ExpiresAfter(c.SignedOn)
	}
	var k fault.Check
	CheckID(&k, "id", c.ID)
	CheckID(&k, "client_id", c.ClientID)
	checkDate(&k, "signed_on", c.SignedOn, true)
	if c.SignedOn > today {
		k.Refuse("signed_on", "This day lies in the future.")
	}
	checkDate(&k, "expires_on", c.ExpiresOn, false)
	if c.ExpiresOn != "" && c.ExpiresOn < c.SignedOn {
		k.Refuse("expires_on", "This lies before the day of signing.")
	}
	if c.SignedBy == "" {
		k.Refuse("signed_by", "Give the name of who signed.")
	}
	checkLine(&k, "signed_by", c.SignedBy)
	checkLine(&k, "signer_role", c.SignerRole)
	checkLine(&k, "recipient", c.Recipient)
	checkText(&k, "scope", c.Scope)
	c.checkSignature(&k)
	if c.Kind == ConsentRelease {
		if c.Recipient == "" {
			k.Refuse("recipient", "Say to whom information may be released.")
		}
		if c.Scope == "" {
			k.Refuse("scope", "Say which information may be released, and for what.")
		}
	}
	return k.Err()
}

func (c Consent) checkSignature(k *fault.Check) {
	switch c.Method {
	case ConsentTyped, ConsentDrawn:
		if len(c.Initials) != len(c.Clauses) || slices.Contains(c.Initials, "") {
			k.Refuse("initials", "Each clause needs the signer's initials.")
		}
		for _, initials := range c.Initials {
			checkLine(k, "initials", initials)
		}
		if c.Method == ConsentDrawn && !drawn(c.Drawing) {
			k.Refuse("drawing", "Draw the signature, or choose a typed one.")
		}
	case ConsentScanned:
		if c.AttachmentID == "" {
			k.Refuse("attachment_id", "Add the scanned file.")
		} else {
			CheckID(k, "attachment_id", c.AttachmentID)
		}
	default:
		k.Refuse("method", "Choose typed, drawn or scanned.")
	}
	if c.Method != ConsentDrawn && c.Drawing != "" {
		k.Refuse("drawing", "Only a drawn signature has a drawing.")
	}
}

// maxDrawing bounds a drawn signature, in bytes.
const maxDrawing = 100_000

// drawn reports whether a path is a signature: strokes "M x y L x y L x y" in
// the box of 600 by 200, at least one of them more than a dot.
func drawn(path string) bool {
	words := strings.Fields(path)
	lines := 0
	if strings.Trim(path, "ML0123456789 ") != "" || len(path) > maxDrawing {
		return false
	}
	for i := 0; i < len(words); i += 3 {
		if i+2 >= len(words) || words[i] != "M" && (words[i] != "L" || i == 0) {
			return false
		}
		x, errX := strconv.Atoi(words[i+1])
		y, errY := strconv.Atoi(words[i+2])
		if errX != nil || errY != nil || x < 0 || x > 600 || y < 0 || y > 200 {
			return false
		}
		if words[i] == "L" {
			lines++
		}
	}
	return lines > 0
}

// Revoke ends a consent from a day on. The reason may be empty: nobody has to
// give one.
func (c *Consent) Revoke(on Date, reason string, today Date) error {
	if c.RevokedOn != "" {
		return fault.New(fault.Conflict, "This consent is already revoked. Nothing was changed.")
	}
	var k fault.Check
	checkDate(&k, "revoked_on", on, true)
	if on > today || on < c.SignedOn {
		k.Refuse("revoked_on", "The day lies between signing and today.")
	}
	checkText(&k, "revoked_reason", reason)
	if err := k.Err(); err != nil {
		return err
	}
	c.RevokedOn, c.RevokedReason = on, strings.TrimSpace(reason)
	return nil
}

// Consented returns the valid consent of a kind that was signed last; false
// when there is none. Who revokes a consent takes back what they agreed to:
// papers of the kind signed before that day no longer count either.
func Consented(consents []Consent, kind ConsentKind, today Date) (Consent, bool) {
	var best Consent
	var revoked Date
	for _, c := range consents {
		switch {
		case c.Kind != kind:
		case c.State(today) == ConsentRevoked:
			revoked = max(revoked, c.RevokedOn)
		case c.State(today) == ConsentValid && (best.ID == "" || c.SignedOn > best.SignedOn):
			best = c
		}
	}
	return best, best.ID != "" && best.SignedOn >= revoked
}
