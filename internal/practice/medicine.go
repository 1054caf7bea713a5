package practice

import (
	"slices"
	"strings"

	"snowfield/internal/fault"
)

// MedicineClass groups medicines that raise a question for the prescriber.
// The question is neutral: nothing here ever advises stopping a medicine.
type MedicineClass struct {
	ID       string `json:"id"`
	Label    string `json:"label"`
	Question string `json:"question"` // for the prescriber; empty for none
}

// MedicineClasses lists the classes (clinical requirements, "Screening").
var MedicineClasses = []MedicineClass{
	{"", "No particular class", ""},
	medicineClass("benzodiazepine", "Benzodiazepine"),
	medicineClass("lamotrigine", "Lamotrigine"),
	medicineClass("stimulant", "Stimulant"),
	medicineClass("maoi", "MAOI"),
	medicineClass("opioid", "Opioid"),
	medicineClass("muscle_relaxant", "Muscle relaxant"),
	medicineClass("sedating_antihistamine", "Sedating antihistamine"),
	medicineClass("antipsychotic", "Antipsychotic"),
	medicineClass("naltrexone", "Naltrexone"),
	medicineClass("cyp_inhibitor", "CYP3A4 or CYP2B6 inhibitor"),
	medicineClass("cyp_inducer", "CYP3A4 or CYP2B6 inducer"),
	medicineClass("clonidine", "Clonidine"),
	medicineClass("thyroid_hormone", "Thyroid hormone"),
	medicineClass("alcohol", "Alcohol"),
	medicineClass("cannabis", "Cannabis"),
}

func medicineClass(id, label string) MedicineClass {
	return MedicineClass{id, label, "How should " + strings.ToLower(label[:1]) + label[1:] + " be handled around a ketamine session?"}
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
	question := m.ClassOf().Question
	if question == "" || m.EndedOn != "" {
		return ""
	}
	return m.Line() + ": " + question
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

// Validate refuses a medicine without a name and a class there is none of.
func (m Medicine) Validate() error {
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
	if !slices.ContainsFunc(MedicineClasses, func(k MedicineClass) bool { return k.ID == m.Class }) {
		c.Refuse("class", "Choose a class from the list.")
	}
	return c.Err()
}
