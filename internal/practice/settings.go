package practice

import (
	"fmt"
	"time"
	"unicode"
	"unicode/utf8"

	"snowfield/internal/fault"
)

// Settings are the choices of a practice that are no letterhead.
type Settings struct {
	AutoLockMinutes     int    `json:"auto_lock_minutes"`     // 1 to 240; the vault locks after so many idle minutes
	BackupFolder        string `json:"backup_folder"`         // empty until chosen
	BackupEveryDays     int    `json:"backup_every_days"`     // 0 by hand only, 1 each day, 7 each week
	BackupOnClose       bool   `json:"backup_on_close"`       // also on closing, when something changed since the last
	BackupOverdueDays   int    `json:"backup_overdue_days"`   // a last backup older than this is warned about
	WindowHours         int    `json:"window_hours"`          // length of the integration window
	FirstStageHours     int    `json:"first_stage_hours"`     // its first stage
	SessionMinutes      int    `json:"session_minutes"`       // planned length of a session
	DosingMinutes       int    `json:"dosing_minutes"`        // planned length of a dosing session
	DischargeMinutes    int    `json:"discharge_minutes"`     // least time from the last dose to leaving
	FastingHours        int    `json:"fasting_hours"`         // before a dose; 0 for none
	LostMinutes         int    `json:"lost_minutes"`          // of a lost connection, until emergency services are called
	ScreeningMonths     int    `json:"screening_months"`      // until a screening is to be repeated
	NoticeDays          int    `json:"notice_days"`           // before something ends that it is said to end soon
	RetentionYears      int    `json:"retention_years"`       // a chart is kept after the last contact
	RetentionMinorYears int    `json:"retention_minor_years"` // after the 18th birthday of who was a minor
	RestMinutes         int    `json:"rest_minutes"`          // of rest before a held reading is taken again, before a dose
	RecheckMinutes      int    `json:"recheck_minutes"`       // until a held reading is taken again, after a dose
	CoverMinutes        int    `json:"cover_minutes"`         // 0 to 240; a live session is covered after so many idle minutes, 0 never
	HideNames           bool   `json:"hide_names"`            // initials in place of names while a session runs
	SingleKeys          bool   `json:"single_keys"`           // keys without Ctrl or Alt work (WCAG 2.1.4)
	KeyMap              KeyMap `json:"key_map"`
	RecordsRule         string `json:"records_rule"` // the key of the rule requests for records are answered by
}

// KeyMap is the practice's own single keys: the id of a command, and the key
// that runs it in place of its usual one.
type KeyMap map[string]string

// DefaultSettings are those of a new practice: lock after 10 idle minutes,
// back up each day and on closing, an integration window of 72 hours with its
// first stage at 48, at least 120 minutes from the last dose to leaving, records
// kept 7 years (California; other places differ).
func DefaultSettings() Settings {
	return Settings{
		AutoLockMinutes: 10, BackupEveryDays: 1, BackupOnClose: true, BackupOverdueDays: 7,
		WindowHours: 72, FirstStageHours: 48,
		SessionMinutes: 50, DosingMinutes: 180, DischargeMinutes: 120, FastingHours: 4, LostMinutes: 5,
		ScreeningMonths: 6, NoticeDays: 14, RetentionYears: 7, RetentionMinorYears: 7,
		RestMinutes: 10, RecheckMinutes: 5, SingleKeys: true, KeyMap: KeyMap{},
		RecordsRule: DefaultRecordsRule,
	}
}

// Validate refuses windows outside 36 to 96 hours, idle times outside 1 to
// 240 minutes, schedules there are none of and defaults out of their range.
func (s Settings) Validate() error {
	var c fault.Check
	if s.AutoLockMinutes < 1 || s.AutoLockMinutes > 240 {
		c.Refuse("auto_lock_minutes", "Choose 1 to 240 minutes.")
	}
	if s.BackupEveryDays != 0 && s.BackupEveryDays != 1 && s.BackupEveryDays != 7 {
		c.Refuse("backup_every_days", "Choose each day, each week or by hand only.")
	}
	if s.BackupOverdueDays < 1 || s.BackupOverdueDays > 90 {
		c.Refuse("backup_overdue_days", "Choose 1 to 90 days.")
	}
	if s.WindowHours < 36 || s.WindowHours > 96 {
		c.Refuse("window_hours", "Choose 36 to 96 hours.")
	}
	if s.FirstStageHours < 1 || s.FirstStageHours > s.WindowHours {
		c.Refuse("first_stage_hours", "The first stage lies inside the window.")
	}
	for _, x := range []struct {
		field     string
		value     int
		low, high int
		unit      string
	}{
		{"session_minutes", s.SessionMinutes, 10, 480, "minutes"},
		{"dosing_minutes", s.DosingMinutes, 30, 600, "minutes"},
		{"discharge_minutes", s.DischargeMinutes, 30, 480, "minutes"},
		{"fasting_hours", s.FastingHours, 0, 24, "hours"},
		{"lost_minutes", s.LostMinutes, 1, 60, "minutes"},
		{"screening_months", s.ScreeningMonths, 1, 24, "months"},
		{"notice_days", s.NoticeDays, 0, 90, "days"},
		{"rest_minutes", s.RestMinutes, 1, 60, "minutes"},
		{"recheck_minutes", s.RecheckMinutes, 1, 60, "minutes"},
		{"cover_minutes", s.CoverMinutes, 0, 240, "minutes"},
		{"retention_years", s.RetentionYears, 1, 50, "years"},
		{"retention_minor_years", s.RetentionMinorYears, 1, 50, "years"},
	} {
		if x.value < x.low || x.value > x.high {
			c.Refuse(x.field, fmt.Sprintf("Choose %d to %d %s.", x.low, x.high, x.unit))
		}
	}
	if s.RecordsRule == "" {
		c.Refuse("records_rule", "Choose a rule.")
	}
	s.KeyMap.check(&c)
	return c.Err()
}

// mostKeys bounds how many commands can have keys of their own.
const mostKeys = 300

// check refuses what is no single letter or sign, and digits: those are for
// marks. Which keys meet is for the page, which knows where each works.
func (m KeyMap) check(c *fault.Check) {
	if len(m) > mostKeys {
		c.Refuse("key_map", "At most 300.")
	}
	for command, key := range m {
		first, size := utf8.DecodeRuneInString(key)
		if size == 0 || size != len(key) || !unicode.IsGraphic(first) || unicode.IsSpace(first) || unicode.IsNumber(first) {
			c.Refuse("key_map", "Choose one letter or sign.")
		}
		if command == "" {
			c.Refuse("key_map", "A key needs a command.")
		}
		checkLine(c, "key_map", command)
	}
}

// BackupDue tells whether a backup is to be made by itself: there is a folder,
// and the last verified backup (empty for none) lies as many calendar days
// back as the schedule says. now is wall clock of the practice's zone.
func (s Settings) BackupDue(last Instant, now time.Time) bool {
	if s.BackupFolder == "" || s.BackupEveryDays == 0 {
		return false
	}
	return last == "" || ahead(last, now) || daysApart(last.In(now.Location().String()), now) >= s.BackupEveryDays
}

// BackupOverdue tells whether the last verified backup is to be warned about:
// there is none, or it is older than the setting.
func (s Settings) BackupOverdue(last Instant, now time.Time) bool {
	return last == "" || ahead(last, now) || now.Sub(last.Time()) > time.Duration(s.BackupOverdueDays)*24*time.Hour
}

// BackupText says when the last verified backup was made: "Last verified
// backup yesterday, 18:20".
func BackupText(last Instant, now time.Time) string {
	if last == "" {
		return "No backup yet"
	}
	at := last.In(now.Location().String())
	when := NearDayText(at, now)
	if ahead(last, now) {
		when = ShortDayText(at, now)
	}
	return "Last verified backup " + when + ", " + ClockText(at)
}

// BackupWaitsText names a backup that should be made, and says why.
func BackupWaitsText(last Instant, now time.Time, failed bool) (text, why string) {
	switch {
	case failed:
		return "Backup", "The last attempt failed"
	case last == "":
		return "First backup", "None made yet"
	case ahead(last, now):
		return "Backup", "The last one bears a later date"
	}
	return "Backup", "Last one " + NearDayText(last.In(now.Location().String()), now)
}

// BackupFailedText says why the last attempt at a backup failed, and when that
// was.
func BackupFailedText(at time.Time, why string) string {
	return "Tried on " + DayText(at) + " at " + ClockText(at) + ". " + why
}

// CheckedText says what a check of the records found whole.
func CheckedText(pages int64, clients, sessions int, trail int64) string {
	count := func(n int64, one, many string) string {
		if n == 1 {
			return "1 " + one
		}
		return fmt.Sprintf("%d %s", n, many)
	}
	return "The records were checked: " + count(pages, "page", "pages") + ", all whole, with " +
		count(int64(clients), "client", "clients") + ", " + count(int64(sessions), "session", "sessions") +
		" and an unbroken audit trail of " + count(trail, "entry", "entries") + "."
}

// ahead tells that a time lies more than a day after now: the clock was set
// back since, or was wrong then, and how long ago it is cannot be told.
func ahead(last Instant, now time.Time) bool { return last.Time().Sub(now) > 24*time.Hour }
