package app

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"sync"
	"time"

	"snowfield/internal/fault"
	"snowfield/internal/practice"
	"snowfield/internal/store"
	"snowfield/internal/vault"
)

// BackupInfo is a backup as screens tell of it.
type BackupInfo struct {
	Path       string           `json:"path"`
	MadeAt     practice.Instant `json:"made_at"`
	Bytes      int64            `json:"bytes"`
	Clients    int              `json:"clients"`
	Sessions   int              `json:"sessions"`
	AppVersion string           `json:"app_version"`
}

func backupInfo(b vault.Backup) BackupInfo {
	return BackupInfo{
		Path: b.Path, MadeAt: practice.At(b.Made), Bytes: b.Bytes,
		Clients: b.Facts.Clients, Sessions: b.Facts.Sessions, AppVersion: b.Facts.AppVersion,
	}
}

// BackupStatus is where backups stand, for the sidebar, Today and Settings.
type BackupStatus struct {
	Folder        string           `json:"folder"`         // empty until chosen
	FolderMissing bool             `json:"folder_missing"` // it is not there, as when its drive is not connected
	Count         int              `json:"count"`          // backups in the folder
	LastAt        practice.Instant `json:"last_at"`        // of the last verified one; empty for none
	LastText      string           `json:"last_text"`      // "Last verified backup yesterday, 18:20"
	Overdue       bool             `json:"overdue"`        // there is none, or it is older than the setting
	FailedText    string           `json:"failed_text"`    // why the last attempt failed; empty when it did not
	UnclearedText string           `json:"uncleared_text"` // why older backups could not be removed; empty when nothing was in the way
	EveryDays     int              `json:"every_days"`     // 0 by hand only, 1 each day, 7 each week
	OnClose       bool             `json:"on_close"`
}

// backups is what is known beside the records: their settings, when the next
// look at the schedule is, and what last went wrong.
type backups struct {
	mu        sync.Mutex
	settings  practice.Settings // of the open records
	next      *time.Timer
	failed    string // why no backup was made
	uncleared string // why older ones were not removed
}

// ChooseBackupFolder asks for a folder and keeps it; empty when the person
// chose none.
func (v *Vault) ChooseBackupFolder() (string, error) {
	folder, err := attended(v.core, func() (string, error) { return v.shell.OpenFolder("Choose a folder for backups") })
	if err != nil || folder == "" {
		return folder, err
	}
	s, err := update(v.core, func(tx *store.Tx) (practice.Settings, error) {
		s, err := tx.Settings()
		if err != nil {
			return s, err
		}
		s.BackupFolder = folder
		return s, tx.PutSettings(s)
	})
	if err != nil {
		return "", err
	}
	v.backups.heed(s)
	return folder, nil
}

// BackupStatus tells where backups stand.
func (v *Vault) BackupStatus() (BackupStatus, error) {
	status, err := view(v.core, func(tx *store.Tx) (BackupStatus, error) {
		letterhead, err := tx.Practice()
		if err != nil {
			return BackupStatus{}, err
		}
		s, err := tx.Settings()
		if err != nil {
			return BackupStatus{}, err
		}
		last, _, err := tx.LastOf(practice.ActBackup)
		now := tx.Now().In(letterhead.Zone)
		return BackupStatus{
			Folder: s.BackupFolder, LastAt: last.At, LastText: practice.BackupText(last.At, now),
			Overdue: s.BackupOverdue(last.At, now), EveryDays: s.BackupEveryDays, OnClose: s.BackupOnClose,
		}, err
	})
	if err != nil {
		return status, err
	}
	status.FailedText, status.UnclearedText = v.backups.whyFailed(), v.backups.whyUncleared()
	if status.Folder != "" {
		status.Count, err = countBackups(status.Folder)
		status.FolderMissing = err != nil
	}
	return status, nil
}

// countBackups counts the backups in a folder; an error says that it cannot
// be reached.
func countBackups(folder string) (int, error) {
	return inTime(func() (int, error) {
		entries, err := os.ReadDir(folder)
		count := 0
		for _, e := range entries {
			if filepath.Ext(e.Name()) == vault.Extension {
				count++
			}
		}
		return count, err
	})
}

// lookTime bounds a look at a folder: a drive that is gone can hold one for
// minutes.
const lookTime = 2 * time.Second

// inTime returns what look finds; when it does not answer in time it is left
// to itself.
func inTime[T any](look func() (T, error)) (T, error) {
	type answer struct {
		found T
		err   error
	}
	answered := make(chan answer, 1)
	go func() {
		found, err := look()
		answered <- answer{found, err}
	}()
	late := time.NewTimer(lookTime)
	defer late.Stop()
	select {
	case a := <-answered:
		return a.found, a.err
	case <-late.C:
		var none T
		return none, os.ErrDeadlineExceeded
	}
}

// BackupNow writes a backup to the chosen folder and verifies it; what it
// returns was read back.
func (v *Vault) BackupNow() (BackupInfo, error) {
	return attended(v.core, func() (BackupInfo, error) {
		made, err := longOn(v.core, workBackup, v.backUp)
		return backupInfo(made), err
	})
}

// backUp makes a backup in the chosen folder, notes it in the trail, clears
// away what the rotation lets go and remembers why it failed. The folder has to be there: it is never made, since
// on another computer, or without its drive, its path can lead elsewhere.
func (c *core) backUp(ctx context.Context, r *records, tell progress) (made vault.Backup, err error) {
	var s practice.Settings
	var zone string
	err = r.store.View(ctx, c.now(), func(tx *store.Tx) error {
		letterhead, err := tx.Practice()
		if err != nil {
			return err
		}
		zone = letterhead.Zone
		s, err = tx.Settings()
		return err
	})
	if err != nil {
		return made, err
	}
	if s.BackupFolder == "" {
		return made, &fault.Error{
			Code: fault.Invalid, Message: "No backup was made: there is no folder for backups yet.",
			Fields: map[string]string{"backup_folder": "Choose a folder first."},
		}
	}
	defer func() { c.backups.ended(practice.At(c.now()).In(zone), err) }()
	if _, err := countBackups(s.BackupFolder); err != nil {
		return made, fault.Wrap(fault.NotSaved, "The backup was not made: its folder is not there. The records are safe. Connect the drive, or choose another folder in Settings.", err)
	}
	made, err = r.vault.Backup(ctx, s.BackupFolder, c.now(), describe, tell)
	if err != nil && made.Path == "" {
		return made, err
	}
	// From here on there is a verified backup, whatever becomes of the notes of it.
	if err != nil {
		c.log.Add("backup.note", kindOf(err))
	}
	err = r.store.Update(context.Background(), c.now(), func(tx *store.Tx) error {
		return tx.RecordBackup(store.Facts(made.Facts), fmt.Sprintf("trail of %d, head %s", made.Facts.AuditLength, made.Facts.AuditHead))
	})
	if err != nil {
		return made, fault.Wrap(fault.NotSaved, "The backup is complete and was verified, but the disk of the records refused to note that. Check its free space, then make another.", err)
	}
	c.rotate(s.BackupFolder, made, zone)
	return made, nil
}

// rotate removes the backups that made lets go. That they stay is no failure
// of the backup; Settings tells of it.
func (c *core) rotate(folder string, made vault.Backup, zone string) {
	where, err := time.LoadLocation(zone)
	if err != nil {
		where = time.UTC
	}
	_, err = vault.Rotate(folder, made, where)
	if err != nil {
		c.log.Add("backup.rotate", kindOf(err))
	}
	c.backups.cleared(err)
}

// cleared remembers why older backups could not be removed, or that they were.
func (b *backups) cleared(err error) {
	b.mu.Lock()
	defer b.mu.Unlock()
	b.uncleared = ""
	if err != nil {
		b.uncleared = messageOf(err)
	}
}

// ended remembers why an attempt failed; being cancelled is no failure. at is
// wall clock of the practice's zone.
func (b *backups) ended(at time.Time, err error) {
	b.mu.Lock()
	defer b.mu.Unlock()
	switch {
	case err == nil:
		b.failed = ""
	case !errors.Is(err, context.Canceled):
		b.failed = practice.BackupFailedText(at, messageOf(err))
	}
}

// heed takes the settings that hold from now on. With another folder or
// schedule the next look is soon.
func (b *backups) heed(s practice.Settings) {
	b.mu.Lock()
	defer b.mu.Unlock()
	if b.settings.BackupFolder != s.BackupFolder {
		b.failed, b.uncleared = "", "" // said of another folder
	}
	if b.next != nil && (b.settings.BackupFolder != s.BackupFolder || b.settings.BackupEveryDays != s.BackupEveryDays) {
		b.next.Reset(firstLook)
	}
	b.settings = s
}

// onClose tells whether a backup is wanted on closing.
func (b *backups) onClose() bool {
	b.mu.Lock()
	defer b.mu.Unlock()
	return b.settings.BackupOnClose && b.settings.BackupFolder != ""
}

func (b *backups) whyFailed() string {
	b.mu.Lock()
	defer b.mu.Unlock()
	return b.failed
}

func (b *backups) whyUncleared() string {
	b.mu.Lock()
	defer b.mu.Unlock()
	return b.uncleared
}

// messageOf is what to tell of an error outside a call.
func messageOf(err error) string {
	if known, ok := errors.AsType[*fault.Error](err); ok && known.Code != fault.Internal {
		return known.Message
	}
	return "Something went wrong inside Snowfield. What was saved is safe."
}
