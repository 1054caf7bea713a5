package store

import (
	"encoding/json"

	"snowfield/internal/fault"
	"snowfield/internal/practice"
)

// Practice returns the letterhead; a new vault has an empty one in UTC.
func (t *Tx) Practice() (practice.Practice, error) {
	p, err := one(t, "practice", func(r row) (p practice.Practice, err error) {
		err = r.Scan(&p.TherapistName, &p.Credential, &p.License, &p.PracticeName, &p.Address, &p.Phone, &p.Email, &p.NPI, &p.EIN, &p.Zone)
		return p, err
	}, `SELECT therapist_name, credential, license, practice_name, address, phone, email, npi, ein, zone FROM practice`)
	if fault.CodeOf(err) == fault.NotFound {
		return practice.Practice{Zone: "UTC"}, nil
	}
	return p, err
}

// PutPractice replaces the letterhead.
func (t *Tx) PutPractice(p practice.Practice) error {
	if err := t.exec(`INSERT OR REPLACE INTO practice (id, therapist_name, credential, license, practice_name, address, phone, email, npi, ein, zone)
		VALUES (1,?,?,?,?,?,?,?,?,?,?)`,
		p.TherapistName, p.Credential, p.License, p.PracticeName, p.Address, p.Phone, p.Email, p.NPI, p.EIN, p.Zone); err != nil {
		return err
	}
	_, err := t.Record(practice.ActChange, "practice", "", "")
	return err
}

const settingsColumns = `auto_lock_minutes, backup_folder, backup_every_days, backup_on_close, backup_overdue_days, window_hours, first_stage_hours,
	session_minutes, dosing_minutes, discharge_minutes, fasting_hours, lost_minutes, screening_months, notice_days, retention_years, retention_minor_years,
	rest_minutes, recheck_minutes, cover_minutes, hide_names, single_keys, key_map, records_rule`

// Settings returns the settings; those of a new practice when none were kept.
func (t *Tx) Settings() (practice.Settings, error) {
	s, err := one(t, "setting", func(r row) (s practice.Settings, err error) {
		var keys string
		err = r.Scan(&s.AutoLockMinutes, &s.BackupFolder, &s.BackupEveryDays, &s.BackupOnClose, &s.BackupOverdueDays, &s.WindowHours, &s.FirstStageHours,
			&s.SessionMinutes, &s.DosingMinutes, &s.DischargeMinutes, &s.FastingHours, &s.LostMinutes, &s.ScreeningMonths, &s.NoticeDays, &s.RetentionYears, &s.RetentionMinorYears,
			&s.RestMinutes, &s.RecheckMinutes, &s.CoverMinutes, &s.HideNames, &s.SingleKeys, &keys, &s.RecordsRule)
		if err != nil {
			return s, err
		}
		return s, json.Unmarshal([]byte(keys), &s.KeyMap)
	}, `SELECT `+settingsColumns+` FROM settings`)
	if fault.CodeOf(err) == fault.NotFound {
		return practice.DefaultSettings(), nil
	}
	return s, err
}

// PutSettings replaces the settings.
func (t *Tx) PutSettings(s practice.Settings) error {
	if s.KeyMap == nil {
		s.KeyMap = practice.KeyMap{}
	}
	keys, err := json.Marshal(s.KeyMap)
	if err != nil {
		return err
	}
	if err := t.exec(`INSERT OR REPLACE INTO settings (id, `+settingsColumns+`) VALUES (1,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)`,
		s.AutoLockMinutes, s.BackupFolder, s.BackupEveryDays, s.BackupOnClose, s.BackupOverdueDays, s.WindowHours, s.FirstStageHours,
		s.SessionMinutes, s.DosingMinutes, s.DischargeMinutes, s.FastingHours, s.LostMinutes, s.ScreeningMonths, s.NoticeDays, s.RetentionYears, s.RetentionMinorYears,
		s.RestMinutes, s.RecheckMinutes, s.CoverMinutes, s.HideNames, s.SingleKeys, string(keys), s.RecordsRule); err != nil {
		return err
	}
	_, err = t.Record(practice.ActChange, "settings", "", "")
	return err
}
