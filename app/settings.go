package app

import (
	"path/filepath"
	"slices"

	"snowfield/internal/fault"
	"snowfield/internal/practice"
	"snowfield/internal/store"
)

// Settings is bound: the letterhead and the choices of the practice.
type Settings struct{ *core }

// SettingsView is the settings screen.
type SettingsView struct {
	Practice   practice.Practice `json:"practice"`
	Settings   practice.Settings `json:"settings"`
	LastBackup practice.Instant  `json:"last_backup"` // the last verified one; empty for none
	AppVersion string            `json:"app_version"`
	Folder     string            `json:"folder"`

	RecordsRules []Choice `json:"records_rules"` // of the Library

	CodeUnconfirmed bool `json:"code_unconfirmed"` // nobody has shown yet that they kept the recovery code
}

// Get returns the settings.
func (s *Settings) Get() (SettingsView, error) {
	return view(s.core, func(tx *store.Tx) (v SettingsView, err error) {
		v.AppVersion, v.Folder = Version, s.place.Folder
		if v.Practice, err = tx.Practice(); err != nil {
			return v, err
		}
		if v.Settings, err = tx.Settings(); err != nil {
			return v, err
		}
		rules, err := shelf(tx, practice.ShelfRecords, practice.RecordsRuleShelf)
		if err != nil {
			return v, err
		}
		for _, r := range rules {
			v.RecordsRules = append(v.RecordsRules, Choice{r.Key, r.Item.Name})
		}
		if v.CodeUnconfirmed, err = tx.CodeUnconfirmed(); err != nil {
			return v, err
		}
		last, _, err := tx.LastOf(practice.ActBackup)
		v.LastBackup = last.At
		return v, err
	})
}

// SavePractice keeps the letterhead.
func (s *Settings) SavePractice(p practice.Practice) (practice.Practice, error) {
	p.Normalize()
	return update(s.core, func(tx *store.Tx) (practice.Practice, error) {
		if err := p.Validate(); err != nil {
			return p, err
		}
		return p, tx.PutPractice(p)
	})
}

// SaveSettings keeps the choices; the idle time holds from now on.
func (s *Settings) SaveSettings(n practice.Settings) (practice.Settings, error) {
	saved, err := update(s.core, func(tx *store.Tx) (practice.Settings, error) {
		if err := n.Validate(); err != nil {
			return n, err
		}
		if err := onRulesShelf(tx, n.RecordsRule); err != nil {
			return n, err
		}
		before, err := tx.Settings()
		if err != nil {
			return n, err
		}
		// A folder of another system stays named until it is chosen anew.
		if n.BackupFolder != "" && n.BackupFolder != before.BackupFolder && !filepath.IsAbs(n.BackupFolder) {
			return n, &fault.Error{
				Code: fault.Invalid, Message: "The settings were not saved: the folder for backups is not named in full.",
				Fields: map[string]string{"backup_folder": "Choose the folder again."},
			}
		}
		return n, tx.PutSettings(n)
	})
	if err == nil {
		s.follow()
		s.backups.heed(saved)
	}
	return saved, err
}

// onRulesShelf refuses a rule for requests for records that the Library does
// not have.
func onRulesShelf(tx *store.Tx, key string) error {
	rules, err := shelf(tx, practice.ShelfRecords, practice.RecordsRuleShelf)
	if err != nil {
		return err
	}
	var c fault.Check
	if !slices.ContainsFunc(rules, func(s practice.Shelved[practice.RecordsRule]) bool { return s.Key == key }) {
		c.Refuse("records_rule", "Choose one of the Library's rules.")
	}
	return c.Err()
}
