package practice

import (
	"slices"
	"strings"

	"snowfield/internal/fault"
)

// MedicineClass groups medicines that raise a question for the prescriber.
// The question is neutral: nothing here ever advises stopping a medicine.
type MedicineClass struct {
	ID    string `json:"id"`
	Label string `json:"label"`
}

// MedicineClasses lists the classes (clinical requirements, "Screening"). Each
// but the first raises a question for the prescriber.
var MedicineClasses = []MedicineClass{
	{"", "No particular class"},
	{"benzodiazepine", "Benzodiazepine"},
	{"lamotrigine", "Lamotrigine"},
	{"stimulant", "Stimulant"},
	{"maoi", "MAOI"},
	{"opioid", "Opioid"},
	{"muscle_relaxant", "Muscle relaxant"},
	{"sedating_antihistamine", "Sedating antihistamine"},
	{"antipsychotic", "Antipsychotic"},
	{"naltrexone", "Naltrexone"},
	{"cyp_inhibitor", "CYP3A4 or CYP2B6 inhibitor"},
	{"cyp_inducer", "CYP3A4 or CYP2B6 inducer"},
	{"clonidine", "Clonidine"},
	{"thyroid_hormone", "Thyroid hormone"},
	{"alcohol", "Alcohol"},
	{"cannabis", "Cannabis"},
}

// Medicine is one line of a client's medicines. It is never removed: one no
// longer taken has a last day.
type Medicine struct {
	ID           string  `json:"id"`
	ClientID     string  `json:"client_id"`
	Name         string  `json:"name"`
	Dose         string  `json:"dose"`     // as written on the label, such as "100 mg"
	Schedule     string  `json:"schedule"` // such as "each morning"
	Class        string  `json:"class"`    // a MedicineClass id
	PrescribedBy string  `json:"prescribed_by"`
	EndedOn      Date    `json:"ended_on"` // empty while taken
	CreatedAt    Instant `json:"created_at"`
	UpdatedAt    Instant `json:"updated_at"`
	Version      int     `json:"version"`
}

// ClassOf returns the medicine's class.
func (m Medicine) ClassOf() MedicineClass {
	i := slices.IndexFunc(MedicineClasses, func(c MedicineClass) bool { return c.ID == m.Class })
	return MedicineClasses[max(0, i)]
}

// Question returns what the medicine asks the prescriber; empty for nothing.
func (m Medicine) Question() string {
	if m.Class == "" || m.EndedOn != "" {
		return ""
	}
	return m.Line() + ". " + m.ClassOf().Label + ": how should it be handled around a ketamine session?"
}

// Line returns the medicine in one line: "Sertraline 100 mg, each morning".
func (m Medicine) Line() string {
	line := m.Name
	if m.Dose != "" {
		line += " " + m.Dose
	}
	if m.Schedule != "" {
		line += ", " + m.Schedule
	}
	return line
}

// Normalize trims what a person types around the words.
func (m *Medicine) Normalize() {
	for _, s := range []*string{&m.Name, &m.Dose, &m.Schedule, &m.PrescribedBy} {
		*s = strings.TrimSpace(*s)
	}
}

// Validate refuses a medicine without a name, a class there is none of and a
// last day that lies ahead.
func (m Medicine) Validate(today Date) error {
	var c fault.Check
	CheckID(&c, "id", m.ID)
	CheckID(&c, "client_id", m.ClientID)
	if m.Name == "" {
		c.Refuse("name", "Give the medicine's name.")
	}
	checkLine(&c, "name", m.Name)
	checkLine(&c, "dose", m.Dose)
	checkLine(&c, "schedule", m.Schedule)
	checkLine(&c, "prescribed_by", m.PrescribedBy)
	checkDate(&c, "ended_on", m.EndedOn, false)
	if m.EndedOn > today {
		c.Refuse("ended_on", "The last day lies ahead. Write it down when it has come.")
	}
	if !slices.ContainsFunc(MedicineClasses, func(k MedicineClass) bool { return k.ID == m.Class }) {
		c.Refuse("class", "Choose a class from the list.")
	}
	return c.Err()
}
