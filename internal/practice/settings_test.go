package practice

import (
	"strings"
	"testing"
	"time"
)

func TestSettings(t *testing.T) {
	for name, c := range map[string]struct {
		change func(*Settings)
		want   string
	}{
		"default": {func(*Settings) {}, ""},
		"shortest": {func(s *Settings) {
			*s = Settings{
				AutoLockMinutes: 1, WindowHours: 36, FirstStageHours: 1, BackupOverdueDays: 1, SessionMinutes: 10, DosingMinutes: 30,
				DischargeMinutes: 30, LostMinutes: 1, ScreeningMonths: 1, RetentionYears: 1, RetentionMinorYears: 1, RestMinutes: 1, RecheckMinutes: 1, RecordsRule: "a",
			}
		}, ""},
		"longest": {func(s *Settings) {
			*s = Settings{
				AutoLockMinutes: 240, WindowHours: 96, FirstStageHours: 96, BackupOverdueDays: 90, SessionMinutes: 480, DosingMinutes: 600,
				DischargeMinutes: 480, FastingHours: 24, LostMinutes: 60, ScreeningMonths: 24, NoticeDays: 90, RetentionYears: 50, RetentionMinorYears: 50,
				RestMinutes: 60, RecheckMinutes: 60, CoverMinutes: 240, RecordsRule: "california",
			}
		}, ""},
		"never locks":       {func(s *Settings) { s.AutoLockMinutes = 0 }, "auto_lock_minutes"},
		"locks too late":    {func(s *Settings) { s.AutoLockMinutes = 241 }, "auto_lock_minutes"},
		"window short":      {func(s *Settings) { s.WindowHours, s.FirstStageHours = 35, 20 }, "window_hours"},
		"window long":       {func(s *Settings) { s.WindowHours = 97 }, "window_hours"},
		"no first stage":    {func(s *Settings) { s.FirstStageHours = 0 }, "first_stage_hours"},
		"stage over window": {func(s *Settings) { s.FirstStageHours = 73 }, "first_stage_hours"},
		"overdue at once":   {func(s *Settings) { s.BackupOverdueDays = 0 }, "backup_overdue_days"},
		"overdue never":     {func(s *Settings) { s.BackupOverdueDays = 91 }, "backup_overdue_days"},
		"by hand":           {func(s *Settings) { s.BackupEveryDays, s.BackupOnClose = 0, false }, ""},
		"each week":         {func(s *Settings) { s.BackupEveryDays = 7 }, ""},
		"each month":        {func(s *Settings) { s.BackupEveryDays = 30 }, "backup_every_days"},
		"fasting long":      {func(s *Settings) { s.FastingHours = 25 }, "fasting_hours"},
		"discharge at once": {func(s *Settings) { s.DischargeMinutes = 29 }, "discharge_minutes"},
		"never lost":        {func(s *Settings) { s.LostMinutes = 0 }, "lost_minutes"},
		"kept no year":      {func(s *Settings) { s.RetentionYears = 0 }, "retention_years"},
		"no rule":           {func(s *Settings) { s.RecordsRule = "" }, "records_rule"},
		"backwards":         {func(s *Settings) { s.BackupEveryDays = -1 }, "backup_every_days"},
	} {
		s := DefaultSettings()
		c.change(&s)
		if got := fields(t, s.Validate()); got != c.want {
			t.Errorf("%s: refused %q, want %q", name, got, c.want)
		}
	}
}

// TestDefaultsInTheirRange refuses what lies beside each range.
func TestDefaultsInTheirRange(t *testing.T) {
	for field, c := range map[string]struct {
		set       func(*Settings, int)
		low, high int
	}{
		"session_minutes":       {func(s *Settings, n int) { s.SessionMinutes = n }, 10, 480},
		"dosing_minutes":        {func(s *Settings, n int) { s.DosingMinutes = n }, 30, 600},
		"discharge_minutes":     {func(s *Settings, n int) { s.DischargeMinutes = n }, 30, 480},
		"fasting_hours":         {func(s *Settings, n int) { s.FastingHours = n }, 0, 24},
		"lost_minutes":          {func(s *Settings, n int) { s.LostMinutes = n }, 1, 60},
		"screening_months":      {func(s *Settings, n int) { s.ScreeningMonths = n }, 1, 24},
		"notice_days":           {func(s *Settings, n int) { s.NoticeDays = n }, 0, 90},
		"rest_minutes":          {func(s *Settings, n int) { s.RestMinutes = n }, 1, 60},
		"recheck_minutes":       {func(s *Settings, n int) { s.RecheckMinutes = n }, 1, 60},
		"cover_minutes":         {func(s *Settings, n int) { s.CoverMinutes = n }, 0, 240},
		"retention_years":       {func(s *Settings, n int) { s.RetentionYears = n }, 1, 50},
		"retention_minor_years": {func(s *Settings, n int) { s.RetentionMinorYears = n }, 1, 50},
	} {
		for value, want := range map[int]string{c.low - 1: field, c.low: "", c.high: "", c.high + 1: field} {
			s := DefaultSettings()
			c.set(&s, value)
			if got := fields(t, s.Validate()); got != want {
				t.Errorf("%s of %d: refused %q, want %q", field, value, got, want)
			}
		}
	}
}

func TestKeysOfOnesOwn(t *testing.T) {
	many := KeyMap{}
	for i := range mostKeys + 1 {
		many[strings.Repeat("a", i%300+1)+strings.Repeat("b", i/300)] = "V"
	}
	for name, c := range map[string]struct {
		keys KeyMap
		want string
	}{
		"none":                   {nil, ""},
		"letters and signs":      {KeyMap{"vitals": "G", "dose": ";", "dim": "Ä"}, ""},
		"no key":                 {KeyMap{"vitals": ""}, "key_map"},
		"two":                    {KeyMap{"vitals": "GH"}, "key_map"},
		"a digit":                {KeyMap{"vitals": "1"}, "key_map"},
		"a blank":                {KeyMap{"vitals": " "}, "key_map"},
		"a control":              {KeyMap{"vitals": "\x1b"}, "key_map"},
		"no command":             {KeyMap{"": "G"}, "key_map"},
		"more than there can be": {many, "key_map"},
	} {
		s := DefaultSettings()
		s.KeyMap = c.keys
		if got := fields(t, s.Validate()); got != c.want {
			t.Errorf("%s: refused %q, want %q", name, got, c.want)
		}
	}
}

func TestBackupSchedule(t *testing.T) {
	const noon = "2026-03-12 12:00" // a Thursday in Los Angeles, four days after the clocks went forward
	for _, c := range []struct {
		last          string // wall clock; empty for none
		now           string
		daily, weekly bool // due
		overdue       bool // with seven days
		text          string
	}{
		{"", noon, true, true, true, "No backup yet"},
		{"2026-03-12 00:01", noon, false, false, false, "Last verified backup today, 00:01"},
		{"2026-03-11 23:59", "2026-03-12 00:01", true, false, false, "Last verified backup yesterday, 23:59"},
		{"2026-03-11 18:20", noon, true, false, false, "Last verified backup yesterday, 18:20"},
		{"2026-03-06 09:00", noon, true, false, false, "Last verified backup Friday, 09:00"},
		{"2026-03-05 23:59", noon, true, true, false, "Last verified backup 5 Mar, 23:59"},
		{"2026-03-05 12:00", noon, true, true, false, "Last verified backup 5 Mar, 12:00"}, // an hour less of elapsed time
		{"2026-03-05 10:59", noon, true, true, true, "Last verified backup 5 Mar, 10:59"},
		{"2025-12-31 09:00", noon, true, true, true, "Last verified backup 31 Dec 2025, 09:00"},
		// The clock was set back: by little that is no reason for anything, by
		// more than a day the last backup's age is not known.
		{"2026-03-12 13:00", noon, false, false, false, "Last verified backup today, 13:00"},
		{"2026-03-13 11:59", noon, false, false, false, "Last verified backup tomorrow, 11:59"},
		{"2026-03-13 12:01", noon, true, true, true, "Last verified backup 13 Mar, 12:01"},
		{"2027-01-02 12:00", noon, true, true, true, "Last verified backup 2 Jan 2027, 12:00"},
	} {
		now := wallClock(t, c.now)
		last := Instant("")
		if c.last != "" {
			last = At(wallClock(t, c.last))
		}
		s := DefaultSettings()
		if s.BackupDue(last, now) {
			t.Errorf("last %q: due without a folder", c.last)
		}
		s.BackupFolder = "/backups"
		if got := s.BackupDue(last, now); got != c.daily {
			t.Errorf("last %q at %s: daily due %v", c.last, c.now, got)
		}
		s.BackupEveryDays = 7
		if got := s.BackupDue(last, now); got != c.weekly {
			t.Errorf("last %q at %s: weekly due %v", c.last, c.now, got)
		}
		s.BackupEveryDays = 0
		if s.BackupDue(last, now) {
			t.Errorf("last %q: due by hand only", c.last)
		}
		if got := s.BackupOverdue(last, now); got != c.overdue {
			t.Errorf("last %q at %s: overdue %v", c.last, c.now, got)
		}
		if got := BackupText(last, now); got != c.text {
			t.Errorf("last %q at %s: %q, want %q", c.last, c.now, got, c.text)
		}
	}
}

func TestBackupWords(t *testing.T) {
	now := wallClock(t, "2026-03-12 12:00")
	for _, c := range []struct {
		last      string
		failed    bool
		text, why string
	}{
		{"", false, "First backup", "None made yet"},
		{"", true, "Backup", "The last attempt failed"},
		{"2026-03-12 09:00", true, "Backup", "The last attempt failed"},
		{"2026-03-04 09:00", false, "Backup", "Last one 4 Mar"},
		{"2026-03-15 09:00", false, "Backup", "The last one bears a later date"},
	} {
		last := Instant("")
		if c.last != "" {
			last = At(wallClock(t, c.last))
		}
		if text, why := BackupWaitsText(last, now, c.failed); text != c.text || why != c.why {
			t.Errorf("last %q, failed %v: %q, %q", c.last, c.failed, text, why)
		}
	}
	if got, want := CheckedText(812, 1, 48, 930), "The records were checked: 812 pages, all whole, with 1 client, 48 sessions and an unbroken audit trail of 930 entries."; got != want {
		t.Errorf("%q", got)
	}
	if got := BackupFailedText(now, "No room."); got != "Tried on Thursday, 12 March at 12:00. No room." {
		t.Errorf("%q", got)
	}
}

func wallClock(t *testing.T, text string) time.Time {
	t.Helper()
	zone, err := time.LoadLocation("America/Los_Angeles")
	if err != nil {
		t.Fatal(err)
	}
	at, err := time.ParseInLocation("2006-01-02 15:04", text, zone)
	if err != nil {
		t.Fatal(err)
	}
	return at
}
