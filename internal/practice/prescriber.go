package practice

import (
	"strings"

	"snowfield/internal/fault"
)

// Prescriber is a licensed prescriber the practice works with.
type Prescriber struct {
	ID           string  `json:"id"`
	Name         string  `json:"name"`
	Credential   string  `json:"credential"`
	Organisation string  `json:"organisation"`
	Phone        string  `json:"phone"`
	SecureFax    string  `json:"secure_fax"`
	Email        string  `json:"email"`
	Retired      bool    `json:"retired"` // no longer offered for a new clearance
	CreatedAt    Instant `json:"created_at"`
	UpdatedAt    Instant `json:"updated_at"`
	Version      int     `json:"version"`
}

// Signature returns name and credential: "Dr. A. Lindqvist, MD".
func (p Prescriber) Signature() string {
	if p.Credential == "" {
		return p.Name
	}
	return p.Name + ", " + p.Credential
}

// Normalize trims what a person types around the words.
func (p *Prescriber) Normalize() {
	for _, s := range []*string{&p.Name, &p.Credential, &p.Organisation, &p.Phone, &p.SecureFax, &p.Email} {
		*s = strings.TrimSpace(*s)
	}
}

// Validate refuses a prescriber without a name.
func (p Prescriber) Validate() error {
	var c fault.Check
	CheckID(&c, "id", p.ID)
	if p.Name == "" {
		c.Refuse("name", "A name is required.")
	}
	checkLine(&c, "name", p.Name)
	checkLine(&c, "credential", p.Credential)
	checkLine(&c, "organisation", p.Organisation)
	checkLine(&c, "phone", p.Phone)
	checkLine(&c, "secure_fax", p.SecureFax)
	checkLine(&c, "email", p.Email)
	return c.Err()
}
