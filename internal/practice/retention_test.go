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

func TestLastContact(t *testing.T) {
	began := func(at Instant) Session { return Session{ActualStart: at} }
	cancelled, voicemail := began("2026-05-01T17:00:00.000Z"), began("2026-06-01T17:00:00.000Z")
	cancelled.CancelledAt, voicemail.Contact = "2026-05-01T18:00:00.000Z", ContactVoicemail
	message := began("2026-04-01T17:00:00.000Z")
	message.Contact = ContactMessage
	c := Client{CreatedAt: "2026-01-01T17:00:00.000Z"}
	for name, x := range map[string]struct {
		sessions []Session
		want     Instant
	}{
		"never seen":        {nil, "2026-01-01T17:00:00.000Z"},
		"only planned":      {[]Session{{PlannedStart: "2026-09-01T17:00:00.000Z"}}, "2026-01-01T17:00:00.000Z"},
		"the latest counts": {[]Session{began("2026-02-01T17:00:00.000Z"), began("2026-03-01T17:00:00.000Z"), began("2026-02-02T17:00:00.000Z")}, "2026-03-01T17:00:00.000Z"},
		"a message counts":  {[]Session{message, began("2026-03-01T17:00:00.000Z")}, "2026-04-01T17:00:00.000Z"},
		"no voicemail":      {[]Session{voicemail, cancelled, began("2026-03-01T17:00:00.000Z")}, "2026-03-01T17:00:00.000Z"},
	} {
		if got := LastContact(c, x.sessions); got != x.want {
			t.Errorf("%s: %s, want %s", name, got, x.want)
		}
	}
}

func TestRetentionText(t *testing.T) {
	for until, want := range map[Date]string{
		"":           "",
		"2033-03-12": "Keep until 12 March 2033",
		"2026-03-12": "Keep until 12 March 2026",
		"2026-03-11": "Had to be kept until 11 March 2026. Nothing is erased by itself.",
	} {
		if got := RetentionText(until, "2026-03-12"); got != want {
			t.Errorf("%s: %q, want %q", until, got, want)
		}
	}
}
