package store

import (
	"context"
	"database/sql"
	"time"

	"snowfield/internal/fault"
	"snowfield/internal/practice"
)

// Practice returns the letterhead; a new vault has an empty one in UTC.
func (t *Tx) Practice() (practice.Practice, error) {
	p, err := one(t, "practice", func(r row) (p practice.Practice, err error) {
		err = r.Scan(&p.TherapistName, &p.Credential, &p.License, &p.PracticeName, &p.Address, &p.Phone, &p.Email, &p.NPI, &p.Zone)
		return p, err
	}, `SELECT therapist_name, credential, license, practice_name, address, phone, email, npi, zone FROM practice`)
	if fault.CodeOf(err) == fault.NotFound {
		return practice.Practice{Zone: "UTC"}, nil
	}
	return p, err
}

// PutPractice replaces the letterhead.
func (t *Tx) PutPractice(p practice.Practice) error {
	if err := t.exec(`INSERT OR REPLACE INTO practice (id, therapist_name, credential, license, practice_name, address, phone, email, npi, zone)
		VALUES (1,?,?,?,?,?,?,?,?,?)`,
		p.TherapistName, p.Credential, p.License, p.PracticeName, p.Address, p.Phone, p.Email, p.NPI, p.Zone); err != nil {
		return err
	}
	_, err := t.Record(practice.ActChange, "practice", "", "")
	return err
}

// Settings returns the settings; those of a new practice when none were kept.
func (t *Tx) Settings() (practice.Settings, error) {
	s, err := one(t, "setting", func(r row) (s practice.Settings, err error) {
		err = r.Scan(&s.AutoLockMinutes, &s.BackupFolder, &s.WindowHours, &s.FirstStageHours, &s.BackupOverdueDays)
		return s, err
	}, `SELECT auto_lock_minutes, backup_folder, window_hours, first_stage_hours, backup_overdue_days FROM settings`)
	if fault.CodeOf(err) == fault.NotFound {
		return practice.DefaultSettings(), nil
	}
	return s, err
}

// PutSettings replaces the settings.
func (t *Tx) PutSettings(s practice.Settings) error {
	if err := t.exec(`INSERT OR REPLACE INTO settings (id, auto_lock_minutes, backup_folder, window_hours, first_stage_hours, backup_overdue_days)
		VALUES (1,?,?,?,?,?)`, s.AutoLockMinutes, s.BackupFolder, s.WindowHours, s.FirstStageHours, s.BackupOverdueDays); err != nil {
		return err
	}
	_, err := t.Record(practice.ActChange, "settings", "", "")
	return err
}

const metaAppVersion = "app_version"

// PutAppVersion keeps which version of Snowfield last wrote the records.
func (t *Tx) PutAppVersion(version string) error {
	return t.exec(`INSERT OR REPLACE INTO meta (key, value) VALUES (?, ?)`, metaAppVersion, version)
}

// Facts are what a backup is compared by.
type Facts struct {
	Clients, Sessions int
	AuditLength       int64
	AuditHead         string
	AppVersion        string
}

// Describe reads the Facts of a database that may be older than the current
// schema and verifies its audit trail. It changes nothing.
func Describe(ctx context.Context, db *sql.DB) (Facts, error) {
	var f Facts
	err := (&Store{db: db}).View(ctx, time.Time{}, func(t *Tx) (err error) {
		if f.Clients, err = one(t, "count", scalar[int], `SELECT count(*) FROM clients`); err != nil {
			return err
		}
		if f.Sessions, err = one(t, "count", scalar[int], `SELECT count(*) FROM sessions`); err != nil {
			return err
		}
		if f.AuditLength, f.AuditHead, err = t.VerifyAudit(0, ""); err != nil {
			return err
		}
		f.AppVersion, err = one(t, "version", scalar[string], `SELECT value FROM meta WHERE key = ?`, metaAppVersion)
		if fault.CodeOf(err) == fault.NotFound {
			return nil
		}
		return err
	})
	return f, err
}
