package practice

import (
	"cmp"
	"slices"
	"strings"
)

// WayText says how the document left: "Saved as a file, 3 pages, with a
// password".
func (d Disclosure) WayText() string {
	text := upperFirst(d.Way.Label()) + ", " + counted(d.Pages, "page", "pages")
	if d.Protected {
		text += ", with a password"
	}
	return text
}

// Inside says what the document held: "Doses, vital signs".
func (d Disclosure) Inside() string {
	labels := make([]string, 0, len(d.Parts))
	for _, p := range d.Parts {
		labels = append(labels, p.Label())
	}
	return upperFirst(strings.Join(labels, ", "))
}

// GroundText says what allowed it to leave: a release of information among
// the client's consents, or the ground a person gave. It is empty where none
// was needed.
func (d Disclosure) GroundText(consents []Consent) string {
	if i := slices.IndexFunc(consents, func(c Consent) bool { return c.ID == d.ReleaseConsentID }); i >= 0 && d.ReleaseConsentID != "" {
		return "Release of information to " + consents[i].Recipient + ", signed " + consents[i].SignedOn.Text()
	}
	return d.ReleaseReason
}

// AccountingYears is how far back an accounting of disclosures goes by itself
// (45 CFR 164.528(a)(1)).
const AccountingYears = 6

// DisclosedWithin returns what left on the days from one to another, both
// included, oldest first. Days are those of the zone.
func DisclosedWithin(all []Disclosure, from, to Date, zone string) []Disclosure {
	within := slices.Clone(all)
	within = slices.DeleteFunc(within, func(d Disclosure) bool {
		day := DateOf(d.At.In(zone))
		return day < from || day > to
	})
	slices.SortStableFunc(within, func(a, b Disclosure) int { return cmp.Or(cmp.Compare(a.At, b.At), cmp.Compare(a.ID, b.ID)) })
	return within
}
