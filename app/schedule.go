package app

import (
	"time"

	"snowfield/internal/fault"
	"snowfield/internal/practice"
	"snowfield/internal/store"
)

// The schedule is looked at soon after unlocking, when the first screen has
// long been drawn, and then again and again.
const (
	firstLook = time.Minute
	nextLook  = time.Hour
)

// backupTold is what the event "backup" tells of a backup nobody asked for.
type backupTold struct {
	OK   bool   `json:"ok"`
	Text string `json:"text"`
}

// watchSchedule begins to look at the schedule of records just opened.
func (c *core) watchSchedule(r *records, s practice.Settings) {
	c.backups.heed(s)
	c.backups.lookIn(firstLook, func() { c.lookAtSchedule(r) })
}

// lookAtSchedule makes a backup when one is due, and looks again later. While
// another long task runs it comes back soon.
func (c *core) lookAtSchedule(r *records) {
	again := nextLook
	if c.backUpIfDue() == fault.Conflict {
		again = firstLook
	}
	c.mu.RLock()
	defer c.mu.RUnlock()
	if c.open == r {
		c.backups.lookIn(again, func() { c.lookAtSchedule(r) })
	}
}

// backUpIfDue returns the code of what kept it from a backup that is due.
func (c *core) backUpIfDue() fault.Code {
	type day struct {
		due  bool
		zone string
	}
	today, err := beneath(c, viewing(c, func(tx *store.Tx) (day, error) {
		letterhead, err := tx.Practice()
		if err != nil {
			return day{}, err
		}
		s, err := tx.Settings()
		if err != nil {
			return day{}, err
		}
		last, _, err := tx.LastOf(practice.ActBackup)
		return day{s.BackupDue(last.At, tx.Now().In(letterhead.Zone)), letterhead.Zone}, err
	}))
	if err != nil || !today.due {
		return ""
	}
	_, err = longOn(c, workBackup, c.backUp)
	code := fault.CodeOf(err)
	switch code {
	case fault.Conflict, fault.Cancelled, fault.Locked: // told where it was asked for
	case "":
		now := practice.At(c.now())
		c.shell.Emit("backup", backupTold{true, practice.BackupText(now, now.In(today.zone))})
	default:
		c.log.Add("backup.scheduled", kindOf(err))
		c.shell.Emit("backup", backupTold{false, c.backups.whyFailed()})
	}
	return code
}

// lookIn calls look after a time, and not at any other.
func (b *backups) lookIn(after time.Duration, look func()) {
	b.mu.Lock()
	defer b.mu.Unlock()
	if b.next != nil {
		b.next.Stop()
	}
	b.next = time.AfterFunc(after, look)
}

// rest ends the looking and forgets the records' settings.
func (b *backups) rest() {
	b.mu.Lock()
	defer b.mu.Unlock()
	b.settings = practice.Settings{}
	if b.next != nil {
		b.next.Stop()
		b.next = nil
	}
}
