package practice

import (
	"testing"
	"time"
)

func TestDaysInWords(t *testing.T) {
	pacific, err := time.LoadLocation("America/Los_Angeles")
	if err != nil {
		t.Fatal(err)
	}
	at := func(month time.Month, day, hour int) time.Time {
		return time.Date(2026, month, day, hour, 30, 0, 0, pacific)
	}
	for _, c := range []struct {
		t, now time.Time
		want   string
	}{
		{at(3, 12, 0), at(3, 12, 23), "today at 00:30"},
		{at(3, 11, 23), at(3, 12, 0), "yesterday at 23:30"},
		{at(3, 13, 0), at(3, 12, 23), "tomorrow at 00:30"},
		{at(3, 6, 9), at(3, 12, 9), "Friday at 09:30"},
		{at(3, 5, 9), at(3, 12, 9), "5 Mar at 09:30"},
		{at(3, 18, 9), at(3, 12, 9), "Wednesday at 09:30"},
		{at(3, 19, 9), at(3, 12, 9), "19 Mar at 09:30"},
		// The 23-hour day and the 25-hour day are days like any other.
		{at(3, 7, 23), at(3, 8, 4), "yesterday at 23:30"},
		{at(3, 8, 0), at(3, 9, 23), "yesterday at 00:30"},
		{at(10, 31, 0), at(11, 1, 23), "yesterday at 00:30"},
		{at(11, 2, 0), at(11, 1, 0), "tomorrow at 00:30"},
		{at(11, 1, 23), at(11, 1, 0), "today at 23:30"},
		{time.Date(2025, 12, 31, 9, 30, 0, 0, pacific), time.Date(2026, 1, 1, 9, 30, 0, 0, pacific), "yesterday at 09:30"},
		{time.Date(2025, 12, 1, 9, 30, 0, 0, pacific), time.Date(2026, 1, 1, 9, 30, 0, 0, pacific), "1 Dec 2025 at 09:30"},
		{time.Date(2028, 2, 29, 9, 30, 0, 0, pacific), time.Date(2028, 3, 1, 9, 30, 0, 0, pacific), "yesterday at 09:30"},
	} {
		if got := NearTimeText(c.t, c.now); got != c.want {
			t.Errorf("%s seen on %s: %q, want %q", c.t, c.now, got, c.want)
		}
	}
	if got := DayText(at(3, 12, 9)); got != "Thursday, 12 March" {
		t.Error(got)
	}
	if got := LongDateText(at(3, 2, 9)); got != "2 March 2026" {
		t.Error(got)
	}
}

func TestLengthText(t *testing.T) {
	for d, want := range map[time.Duration]string{
		0: "0 min", 29 * time.Second: "0 min", 30 * time.Second: "1 min", 50 * time.Minute: "50 min", time.Hour: "60 min", 61 * time.Minute: "1 h 1 min",
		3 * time.Hour: "3 h", 2*time.Hour + 46*time.Minute: "2 h 46 min", 48 * time.Hour: "48 h",
	} {
		if got := LengthText(d); got != want {
			t.Errorf("%s: %q, want %q", d, got, want)
		}
	}
}

func TestTodaySentence(t *testing.T) {
	for _, c := range []struct {
		risks    int
		sessions int
		inWindow []string
		missed   int
		toSign   int
		want     string
	}{
		{0, 0, nil, 0, 0, "Nothing is waiting for you."},
		{0, 1, nil, 0, 0, "One session."},
		{0, 13, nil, 0, 0, "13 sessions."},
		{0, 0, nil, 0, 1, "One note waits for your signature."},
		{0, 0, nil, 0, 2, "Two notes wait for your signature."},
		{0, 3, []string{"Maren"}, 0, 0, "Three sessions. Maren is in the integration window."},
		{0, 3, []string{"Maren", "Theo"}, 0, 2, "Three sessions. Maren and Theo are in their integration windows; two notes wait for your signature."},
		{0, 0, []string{"Ana", "Ben", "Cy"}, 0, 1, "Ana, Ben and Cy are in their integration windows; one note waits for your signature."},
		{0, 0, []string{"A", "B", "C", "D"}, 0, 0, "Four clients are in their integration windows."},
		{0, 0, []string{"Łukasz"}, 0, 0, "Łukasz is in the integration window."},
		{0, 0, []string{"Élodie", "Øyvind"}, 0, 0, "Élodie and Øyvind are in their integration windows."},
		{0, 0, nil, 1, 0, "One window closed without a contact."},
		{0, 1, []string{"Ana"}, 2, 1, "One session. Ana is in the integration window; two windows closed without a contact; one note waits for your signature."},
		{1, 0, nil, 0, 0, "One risk is to be reviewed."},
		{2, 1, nil, 0, 1, "Two risks are to be reviewed. One session. One note waits for your signature."},
	} {
		if got := TodaySentence(c.risks, c.sessions, c.inWindow, c.missed, c.toSign); got != c.want {
			t.Errorf("%q, want %q", got, c.want)
		}
	}
}

func TestTitles(t *testing.T) {
	for _, c := range []struct {
		kind    SessionKind
		ordinal int
		want    string
	}{
		{Dosing, 3, "Dosing 3"},
		{Dosing, 0, "Dosing, no dose given"},
		{Preparation, 1, "Preparation 1"},
		{CheckIn, 4, "Check-in"},
		{Talk, 2, "Talk session 2"},
		{Talk, 0, "Talk session"},
		{Consultation, 1, "Consultation 1"},
		{Integration, 2, "Integration 2"},
	} {
		if got := SessionTitle(c.kind, c.ordinal); got != c.want {
			t.Errorf("%q, want %q", got, c.want)
		}
	}
	if got := FollowingTitle(Integration, "Dosing 3"); got != "Integration after dosing 3" {
		t.Error(got)
	}
	if got := FollowingTitle(CheckIn, ""); got != "Check-in" {
		t.Error(got)
	}
}

func TestVitalsInWords(t *testing.T) {
	for want, v := range map[string]VitalSigns{
		"128/82 mmHg, heart rate 74, SpO2 98 %": {SystolicMmHg: new(128), DiastolicMmHg: new(82), HeartRateBpm: new(74), SpO2Percent: new(98)},
		"respiratory rate 14, 36.8 °C":          {RespiratoryRatePerMin: new(14), TemperatureDeciCelsius: new(368)},
		"":                                      {},
	} {
		if got := v.Line(); got != want {
			t.Errorf("%q, want %q", got, want)
		}
	}
}
