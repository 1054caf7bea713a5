package practice

import (
	"slices"
	"strings"
	"time"
	"unicode/utf8"

	"snowfield/internal/fault"
)

// Stage is where a client stands in the course of treatment.
type Stage string

// The stages, in their order.
const (
	StageInquiry     Stage = "inquiry"
	StageScreening   Stage = "screening"
	StagePreparing   Stage = "preparing"
	StageInCourse    Stage = "in_course"
	StageIntegrating Stage = "integrating"
	StageClosed      Stage = "closed"
)

// Stages lists the stages in their order.
var Stages = []Stage{StageInquiry, StageScreening, StagePreparing, StageInCourse, StageIntegrating, StageClosed}

// AllergyAnswer is the required answer about allergies.
type AllergyAnswer string

// An answer not yet given is empty; a document then says so.
const (
	AllergiesNoneKnown AllergyAnswer = "none_known"
	AllergiesListed    AllergyAnswer = "listed"
	AllergiesUnknown   AllergyAnswer = "unknown"
)

// Contact is a person to call.
type Contact struct {
	Name         string `json:"name"`
	Relationship string `json:"relationship"`
	Phone        string `json:"phone"`
}

// Client is a person in treatment or on the way to it. Only a name is
// required; everything else can wait.
type Client struct {
	ID               string        `json:"id"`
	LegalName        string        `json:"legal_name"`
	PreferredName    string        `json:"preferred_name"`
	Pronouns         string        `json:"pronouns"`
	BirthDate        Date          `json:"birth_date"`
	Email            string        `json:"email"`
	Phone            string        `json:"phone"`
	Address          string        `json:"address"`
	EmergencyContact Contact       `json:"emergency_contact"`
	AllergyAnswer    AllergyAnswer `json:"allergy_answer"`
	Allergies        string        `json:"allergies"` // the list, when the answer is "listed"
	Concerns         []string      `json:"concerns"`  // presenting concerns, free tags
	Diagnoses        []string      `json:"diagnoses"` // each an ICD-10-CM code, then words: "F33.1 Major depression"
	Intention        string        `json:"intention"` // in the client's words
	Watch            string        `json:"watch"`     // a standing clinical watch
	Notes            string        `json:"notes"`     // free notes; part of the record
	Stage            Stage         `json:"stage"`
	CreatedAt        Instant       `json:"created_at"`
	UpdatedAt        Instant       `json:"updated_at"`
	Version          int           `json:"version"` // counts changes; an update names the one it saw
}

// Name returns what the client is called: the preferred name, else the legal.
func (c Client) Name() string {
	if c.PreferredName == "" {
		return c.LegalName
	}
	if family := familyName(c.LegalName); family != "" && !strings.Contains(c.PreferredName, " ") {
		return c.PreferredName + " " + family
	}
	return c.PreferredName
}

// Called returns how one speaks to the client: "Maren".
func (c Client) Called() string {
	if c.PreferredName != "" {
		return c.PreferredName
	}
	first, _, _ := strings.Cut(strings.TrimSpace(c.LegalName), " ")
	return first
}

func familyName(name string) string {
	words := strings.Fields(name)
	if len(words) < 2 {
		return ""
	}
	return words[len(words)-1]
}

// Initials returns the client's initials, in place of the name where others
// could read it: "J.R.".
func (c Client) Initials() string {
	words := strings.Fields(c.Name())
	if len(words) > 2 {
		words = []string{words[0], words[len(words)-1]}
	}
	text := ""
	for _, word := range words {
		first, _ := utf8.DecodeRuneInString(word)
		text += string(first) + "."
	}
	return text
}

// ShortName returns the name as a narrow line has it: "J. Reyes".
func (c Client) ShortName() string {
	words := strings.Fields(c.Name())
	if len(words) < 2 {
		return c.Name()
	}
	first, _ := utf8.DecodeRuneInString(words[0])
	return string(first) + ". " + strings.Join(words[1:], " ")
}

// AllergyText returns the answer about allergies in words.
func (c Client) AllergyText() string {
	switch c.AllergyAnswer {
	case AllergiesNoneKnown:
		return "None known"
	case AllergiesListed:
		return c.Allergies
	case AllergiesUnknown:
		return "Unknown"
	}
	return "Not recorded"
}

// Normalize trims what a person types around the words.
func (c *Client) Normalize() {
	for _, s := range []*string{
		&c.LegalName, &c.PreferredName, &c.Pronouns, &c.Email, &c.Phone, &c.Address, &c.Allergies, &c.Intention, &c.Watch,
		&c.EmergencyContact.Name, &c.EmergencyContact.Relationship, &c.EmergencyContact.Phone,
	} {
		*s = strings.TrimSpace(*s)
	}
	kept := make([]string, 0, len(c.Concerns))
	for _, tag := range c.Concerns {
		if tag = strings.TrimSpace(tag); tag != "" {
			kept = append(kept, tag)
		}
	}
	c.Concerns = kept
	c.Diagnoses = normalDiagnoses(c.Diagnoses)
	if c.LegalName == "" {
		c.LegalName, c.PreferredName = c.PreferredName, ""
	}
	if c.Stage == "" {
		c.Stage = StageInquiry
	}
}

// Validate refuses a client without a name, a birth date in the future or
// before 1900, an allergy list without its answer, and a diagnosis without its
// code or named twice. today is the day in the practice's zone.
func (c Client) Validate(today time.Time) error {
	var k fault.Check
	CheckID(&k, "id", c.ID)
	if c.LegalName == "" {
		k.Refuse("legal_name", "A name is required. It can be a first name only.")
	}
	checkLine(&k, "legal_name", c.LegalName)
	checkLine(&k, "preferred_name", c.PreferredName)
	checkLine(&k, "pronouns", c.Pronouns)
	checkLine(&k, "email", c.Email)
	checkLine(&k, "phone", c.Phone)
	checkText(&k, "address", c.Address)
	checkLine(&k, "emergency_contact.name", c.EmergencyContact.Name)
	checkLine(&k, "emergency_contact.relationship", c.EmergencyContact.Relationship)
	checkLine(&k, "emergency_contact.phone", c.EmergencyContact.Phone)
	checkText(&k, "intention", c.Intention)
	checkText(&k, "watch", c.Watch)
	checkText(&k, "notes", c.Notes)
	checkText(&k, "allergies", c.Allergies)
	if c.BirthDate != "" {
		born, ok := c.BirthDate.Day()
		if !ok || born.Year() < 1900 || c.BirthDate > DateOf(today) {
			k.Refuse("birth_date", "A birth date lies between 1900 and today.")
		}
	}
	switch c.AllergyAnswer {
	case "", AllergiesNoneKnown, AllergiesUnknown:
		if c.Allergies != "" {
			k.Refuse("allergy_answer", "Allergies are listed below: choose Listed, or empty the list.")
		}
	case AllergiesListed:
		if c.Allergies == "" {
			k.Refuse("allergies", "List the allergies, or choose another answer.")
		}
	default:
		k.Refuse("allergy_answer", "Choose none known, listed or unknown.")
	}
	if len(c.Concerns) > 30 {
		k.Refuse("concerns", "At most 30 concerns.")
	}
	for _, tag := range c.Concerns {
		checkLine(&k, "concerns", tag)
	}
	checkDiagnoses(&k, c.Diagnoses)
	if !slices.Contains(Stages, c.Stage) {
		k.Refuse("stage", "Choose a stage of the course.")
	}
	return k.Err()
}
