package practice

import (
	"testing"
	"time"

	"snowfield/internal/fault"
)

func TestInstantRoundTrip(t *testing.T) {
	pacific, err := time.LoadLocation("America/Los_Angeles")
	if err != nil {
		t.Fatal(err)
	}
	at := time.Date(2026, 3, 12, 6, 4, 5, 678_999_999, pacific)
	if got := At(at); got != "2026-03-12T13:04:05.678Z" || !got.Time().Equal(at.Truncate(time.Millisecond)) {
		t.Errorf("%s", got)
	}
	for text, want := range map[string]Instant{
		"2026-03-12T13:04:05Z":             "2026-03-12T13:04:05.000Z",
		"2026-03-12T13:04:05.9999999Z":     "2026-03-12T13:04:05.999Z",
		"2026-03-12T06:04:05-07:00":        "2026-03-12T13:04:05.000Z",
		"1900-01-01T00:00:00Z":             "1900-01-01T00:00:00.000Z",
		"2200-12-31T23:59:59.999Z":         "2200-12-31T23:59:59.999Z",
		"1900-01-01T00:00:00+01:00":        "", // still 1899 in UTC
		"2200-12-31T23:59:59-01:00":        "",
		"0000-01-01T00:00:00Z":             "",
		"2026-02-29T00:00:00Z":             "",
		"2026-03-12T24:00:00Z":             "",
		"2026-03-12":                       "",
		"2026-03-12T13:04:05":              "",
		"":                                 "",
		"2026-03-12T13:04:05Z; DROP TABLE": "",
	} {
		got, err := ParseInstant(text)
		if got != want || (err == nil) != (want != "") {
			t.Errorf("%q: %q, %v", text, got, err)
		}
		if err != nil {
			wantCode(t, err, fault.Invalid)
		}
	}
	for i, fine := range map[Instant]bool{
		noon: true, "": false, "2026-03-12T12:00:00,000Z": false, "2026-03-12T12:00:00Z": false, "2026-03-12T12:00:00.0000Z": false,
		"1899-12-31T23:59:59.999Z": false, "2201-01-01T00:00:00.000Z": false, "2026-13-12T12:00:00.000Z": false, "2026-03-12 12:00:00.000Z": false,
	} {
		if i.valid() != fine {
			t.Errorf("%q valid: %v", i, !fine)
		}
	}
	if !Instant("").Time().IsZero() || !Instant("nonsense").Time().IsZero() {
		t.Error("what is no instant is the zero time")
	}
	if got := noon.In("Nowhere/Town"); !got.Equal(noon.Time()) || got.Location() != time.UTC {
		t.Errorf("unknown zone: %s", got)
	}
}

// What parses is stored in one form, and that form sorts as time does.
func FuzzParseInstant(f *testing.F) {
	f.Add("2026-03-12T13:04:05Z", "2026-03-12T06:04:05.1-07:00")
	f.Add("1900-01-01T00:00:00+01:00", "2200-12-31T23:59:59,5Z")
	f.Fuzz(func(t *testing.T, one, two string) {
		a, errA := ParseInstant(one)
		b, errB := ParseInstant(two)
		for _, i := range []Instant{a, b} {
			if i == "" {
				continue
			}
			if again, err := ParseInstant(string(i)); err != nil || again != i || !i.valid() || len(i) != 24 {
				t.Errorf("%q becomes %q, %v", i, again, err)
			}
		}
		if errA == nil && errB == nil && (a < b) != a.Time().Before(b.Time()) {
			t.Errorf("%s and %s sort differently as text and as time", a, b)
		}
	})
}

func TestTPlus(t *testing.T) {
	for d, want := range map[time.Duration]string{
		0:                                "T+0 min",
		59*time.Second + 999e6:           "T+0 min",
		time.Minute:                      "T+1 min",
		40 * time.Minute:                 "T+40 min",
		90*time.Minute + 1:               "T+90 min",
		26 * time.Hour:                   "T+1560 min",
		-time.Millisecond:                "T-1 min",
		-time.Minute:                     "T-1 min",
		-time.Minute - time.Millisecond:  "T-2 min",
		-25 * time.Minute:                "T-25 min",
		-25*time.Minute - 30*time.Second: "T-26 min",
		-24*time.Minute - 59*time.Second: "T-25 min",
	} {
		if got := TPlusText(TPlus(noon, noon.Add(d))); got != want {
			t.Errorf("%s after: %s, want %s", d, got, want)
		}
	}
	// Across the change of the clocks minutes are elapsed ones.
	before, err := ParseInstant("2026-03-08T01:50:00-08:00")
	if err != nil {
		t.Fatal(err)
	}
	after, err := ParseInstant("2026-03-08T03:10:00-07:00")
	if err != nil {
		t.Fatal(err)
	}
	if got := TPlus(before, after); got != 20 {
		t.Errorf("T+%d across the change, want 20", got)
	}
}

func TestAge(t *testing.T) {
	for _, c := range []struct {
		born Date
		on   string
		want int
	}{
		{"1984-05-03", "2026-05-02", 41},
		{"1984-05-03", "2026-05-03", 42},
		{"1984-05-03", "2026-04-30", 41},
		{"1984-05-03", "2026-06-01", 42},
		{"2000-02-29", "2001-02-28", 0},
		{"2000-02-29", "2001-03-01", 1},
		{"2000-02-29", "2004-02-29", 4},
		{"", "2026-01-01", -1},
		{"2026-02-30", "2026-01-01", -1},
	} {
		day, err := time.Parse(time.DateOnly, c.on)
		if err != nil {
			t.Fatal(err)
		}
		if got := c.born.AgeOn(day); got != c.want {
			t.Errorf("born %s, on %s: %d, want %d", c.born, c.on, got, c.want)
		}
	}
}
