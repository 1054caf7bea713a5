// Package practice is the domain of Snowfield: what a solo therapist who
// practises ketamine-assisted psychotherapy records, and the rules that hold
// on every path. It is pure: no I/O and no clock; the time of an act is given.
//
// Types cross the bridge to the window and into SQL as they are. Names carry
// their unit; an absent text is empty, an absent number is nil.
package practice

import (
	"regexp"
	"strings"
	"time"
	"unicode/utf8"

	"snowfield/internal/fault"

	"github.com/google/uuid"
)

// NewID returns a UUIDv7, the id of anything that is recorded. Whoever makes
// the thing makes its id, so that sending it twice is harmless.
func NewID() string { return uuid.Must(uuid.NewV7()).String() }

// CheckID refuses what is no UUID.
func CheckID(c *fault.Check, field, id string) {
	if _, err := uuid.Parse(id); err != nil || len(id) != 36 {
		c.Refuse(field, "This is not an identifier Snowfield made.")
	}
}

// Practice is the letterhead: who keeps the records, as documents print it.
// Everything may be empty at first; NPI is the US National Provider Identifier,
// EIN the Employer Identification Number a payer asks for.
type Practice struct {
	TherapistName string `json:"therapist_name"`
	Credential    string `json:"credential"`
	License       string `json:"license"`
	PracticeName  string `json:"practice_name"`
	Address       string `json:"address"`
	Phone         string `json:"phone"`
	Email         string `json:"email"`
	NPI           string `json:"npi"`
	EIN           string `json:"ein"`  // "12-3456789"
	Zone          string `json:"zone"` // IANA name, such as America/Los_Angeles
	Logo          Logo   `json:"-"`    // where a document is made; elsewhere empty
}

// Normalize writes an EIN of nine digits with its hyphen.
func (p *Practice) Normalize() {
	p.EIN = strings.TrimSpace(p.EIN)
	if nineDigits.MatchString(p.EIN) {
		p.EIN = p.EIN[:2] + "-" + p.EIN[2:]
	}
}

// Validate refuses an unknown zone, an NPI that fails its check digit and an
// EIN of another form.
func (p Practice) Validate() error {
	var c fault.Check
	checkZone(&c, "zone", p.Zone)
	if p.NPI != "" && !validNPI(p.NPI) {
		c.Refuse("npi", "An NPI has ten digits, the last a check digit. Leave it empty if you have none.")
	}
	if p.EIN != "" && !einShape.MatchString(p.EIN) {
		c.Refuse("ein", "An EIN has nine digits: 12-3456789. Leave it empty if you have none.")
	}
	checkLine(&c, "therapist_name", p.TherapistName)
	checkLine(&c, "credential", p.Credential)
	checkLine(&c, "license", p.License)
	checkLine(&c, "practice_name", p.PracticeName)
	checkText(&c, "address", p.Address)
	checkLine(&c, "phone", p.Phone)
	checkLine(&c, "email", p.Email)
	return c.Err()
}

// Signature returns the name a signature prints, such as "M. Okafor, LMFT".
func (p Practice) Signature() string {
	if p.Credential == "" {
		return p.TherapistName
	}
	return strings.TrimPrefix(p.TherapistName+", "+p.Credential, ", ")
}

var (
	nineDigits = regexp.MustCompile(`^[0-9]{9}$`)
	einShape   = regexp.MustCompile(`^[0-9]{2}-[0-9]{7}$`)
)

// validNPI checks ten digits by the Luhn sum with the prefix 80840
// (45 CFR 162.406, ISO/IEC 7812).
func validNPI(npi string) bool {
	if len(npi) != 10 {
		return false
	}
	sum := 24 // what the constant prefix 80840 adds
	for i, r := range npi {
		if r < '0' || r > '9' {
			return false
		}
		d := int(r - '0')
		if i%2 == 0 {
			d *= 2
			if d > 9 {
				d -= 9
			}
		}
		sum += d
	}
	return sum%10 == 0
}

// In characters.
const (
	maxLine = 300
	maxText = 20_000
)

func checkLine(c *fault.Check, field, text string) {
	if utf8.RuneCountInString(text) > maxLine {
		c.Refuse(field, "This is longer than 300 characters.")
	}
	if strings.ContainsAny(text, "\n\r") {
		c.Refuse(field, "This is one line.")
	}
}

func checkText(c *fault.Check, field, text string) {
	if utf8.RuneCountInString(text) > maxText {
		c.Refuse(field, "This is longer than 20,000 characters.")
	}
}

func checkZone(c *fault.Check, field, zone string) {
	if _, err := time.LoadLocation(zone); err != nil || zone == "" || zone == "Local" {
		c.Refuse(field, "Choose a time zone by its name, such as America/Los_Angeles.")
	}
}
