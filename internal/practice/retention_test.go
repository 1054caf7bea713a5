package practice

import "testing"

func TestRetainUntil(t *testing.T) {
	const west = "America/Los_Angeles"
	for name, c := range map[string]struct {
		born         Date
		last         Instant
		zone         string
		years, minor int
		want         Date
	}{
		"seven years after the last contact":      {"1984-05-03", "2026-03-12T17:00:00.000Z", west, 7, 7, "2033-03-12"},
		"the day is the practice's":               {"1984-05-03", "2026-03-12T05:00:00.000Z", west, 7, 7, "2033-03-11"},
		"no birth date":                           {"", "2026-03-12T17:00:00.000Z", west, 7, 7, "2033-03-12"},
		"no contact":                              {"1984-05-03", "", west, 7, 7, ""},
		"a leap day":                              {"1984-05-03", "2024-02-29T17:00:00.000Z", west, 7, 7, "2031-02-28"},
		"a minor: after the 18th birthday":        {"2012-06-01", "2026-03-12T17:00:00.000Z", west, 7, 7, "2037-06-01"},
		"a minor, the last contact counts longer": {"2009-01-10", "2026-12-20T17:00:00.000Z", west, 10, 7, "2036-12-20"},
		"the day before 18":                       {"2008-03-13", "2026-03-12T17:00:00.000Z", west, 1, 7, "2033-03-13"},
		"18 that day is no minor":                 {"2008-03-12", "2026-03-12T17:00:00.000Z", west, 1, 7, "2027-03-12"},
		"other years":                             {"2012-06-01", "2026-03-12T17:00:00.000Z", "Europe/Berlin", 10, 10, "2040-06-01"},
	} {
		s := DefaultSettings()
		s.RetentionYears, s.RetentionMinorYears = c.years, c.minor
		if got := RetainUntil(Client{BirthDate: c.born}, c.last, s, c.zone); got != c.want {
			t.Errorf("%s: %s, want %s", name, got, c.want)
		}
	}
}
