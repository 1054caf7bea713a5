package practice

import (
	"regexp"
	"slices"
	"strings"

	"snowfield/internal/fault"
)

// Diagnosis is a code of ICD-10-CM with the practice's words for it. Snowfield
// knows the shape of a code, not the catalogue: that changes every October.
type Diagnosis struct {
	Code string // "F33.1"
	Text string // may be empty
}

// icdShape is a letter, a digit, a digit or A or B, then up to four more after
// a dot (ICD-10-CM Official Guidelines, section I.A.2).
var icdShape = regexp.MustCompile(`^([A-Z][0-9][0-9AB])\.?([0-9A-Z]{0,4})$`)

// ParseDiagnosis reads a code and the words after it: "f331 Major depression"
// is F33.1. It reports false when no code comes first.
func ParseDiagnosis(text string) (Diagnosis, bool) {
	first, rest := strings.TrimSpace(text), ""
	if i := strings.IndexAny(first, " \t,:;"); i >= 0 {
		first, rest = first[:i], strings.TrimLeft(first[i:], " \t,:;")
	}
	parts := icdShape.FindStringSubmatch(strings.ToUpper(first))
	if parts == nil {
		return Diagnosis{}, false
	}
	d := Diagnosis{Code: parts[1], Text: rest}
	if parts[2] != "" {
		d.Code += "." + parts[2]
	}
	return d, true
}

// String writes the code and its words: "F33.1 Major depression".
func (d Diagnosis) String() string { return strings.TrimSpace(d.Code + " " + d.Text) }

// DiagnosisCodes returns the codes of a list, without their words.
func DiagnosisCodes(list []string) []string {
	codes := make([]string, 0, len(list))
	for _, text := range list {
		d, _ := ParseDiagnosis(text)
		codes = append(codes, d.Code)
	}
	return codes
}

// normalDiagnoses writes every diagnosis as its code and its words, leaving
// out empty lines. What is no diagnosis stays as it was typed.
func normalDiagnoses(list []string) []string {
	kept := trimmed(list)
	for i, text := range kept {
		if d, ok := ParseDiagnosis(text); ok {
			kept[i] = d.String()
		}
	}
	return kept
}

// mostDiagnoses is how many a claim form has room for.
const mostDiagnoses = 12

func checkDiagnoses(c *fault.Check, list []string) {
	if len(list) > mostDiagnoses {
		c.Refuse("diagnoses", "At most 12 diagnoses: a claim has room for no more.")
	}
	for i, text := range list {
		checkLine(c, "diagnoses", text)
		d, ok := ParseDiagnosis(text)
		switch {
		case !ok:
			c.Refuse("diagnoses", "Each line begins with an ICD-10 code, such as F33.1; its words follow.")
		case slices.Contains(DiagnosisCodes(list[:i]), d.Code):
			c.Refuse("diagnoses", d.Code+" is there twice.")
		}
	}
}
