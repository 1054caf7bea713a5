package practice

import (
	"slices"
	"strings"

	"snowfield/internal/fault"
)

// Fee is a procedure code, the practice's own words for it and what it costs.
type Fee struct {
	CPT   string `json:"cpt"`
	Words string `json:"words"`
	Cents *Cents `json:"cents"` // of one unit; nil: not set
}

// FeeList is what a practice charges.
type FeeList struct {
	Fees []Fee `json:"fees"`
}

// shippedFees are the codes of psychotherapy. CPT's descriptors belong to the
// American Medical Association; these words are Snowfield's own.
var shippedFees = FeeList{Fees: []Fee{
	{"90791", "First evaluation", nil},
	{"90832", "Psychotherapy, 16 to 37 minutes", nil},
	{"90834", "Psychotherapy, 38 to 52 minutes", nil},
	{"90837", "Psychotherapy, 53 minutes or more", nil},
	{"90846", "Couple or family session without the client", nil},
	{"90847", "Couple or family session with the client", nil},
	{"90853", "Group session", nil},
	{"90839", "Crisis session, first hour", nil},
	{"90840", "Crisis session, each further half hour", nil},
}}

// FeeShelf returns the one list of codes and fees.
func FeeShelf(stored []LibraryItem) ([]Shelved[FeeList], error) {
	return overlay([]FeeList{shippedFees}, func(FeeList) string { return TheOne }, stored)
}

// Normalize trims codes and words and leaves out empty lines.
func (l *FeeList) Normalize() {
	for i := range l.Fees {
		l.Fees[i].CPT = strings.ToUpper(strings.TrimSpace(l.Fees[i].CPT))
		l.Fees[i].Words = strings.TrimSpace(l.Fees[i].Words)
	}
	l.Fees = slices.DeleteFunc(l.Fees, func(f Fee) bool { return f == Fee{} })
}

// Validate refuses an empty list, codes of another shape or there twice, and
// codes without words.
func (l FeeList) Validate() error {
	var c fault.Check
	words, seen := []string{}, map[string]bool{}
	for _, f := range l.Fees {
		words = append(words, f.Words)
		if !procedureShape.MatchString(f.CPT) {
			c.Refuse("fees", "“"+f.CPT+"” is no code: one has five signs, such as 90837.")
		}
		if f.Words == "" {
			c.Refuse("fees", "Say in a few words what "+f.CPT+" stands for.")
		}
		if seen[f.CPT] {
			c.Refuse("fees", f.CPT+" is there twice.")
		}
		seen[f.CPT] = true
		if f.Cents != nil {
			checkCents(&c, "fees", *f.Cents)
		}
	}
	checkList(&c, "fees", words, "Keep at least one code.")
	return c.Err()
}

// Lines says the list: each code, its words and its fee.
func (l FeeList) Lines() []string {
	lines := []string{}
	for _, f := range l.Fees {
		fee := "no fee set"
		if f.Cents != nil {
			fee = f.Cents.Text()
		}
		lines = append(lines, f.CPT+" "+f.Words+": "+fee)
	}
	return lines
}
