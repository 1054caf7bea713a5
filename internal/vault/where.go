package vault

import (
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"

	"snowfield/internal/fault"
)

// RiskKind says what is wrong with a folder for records in use.
type RiskKind int

// The kinds of risk.
const (
	NoRisk   RiskKind = iota
	Cloud             // a program keeps the folder in step with other computers
	Network           // the folder is on another computer
	ReadOnly          // the folder is on a medium that cannot be written to
)

// Risk is what makes a folder a bad place for records in use. The zero value
// is a good place.
type Risk struct {
	Kind RiskKind
	Name string // of the program, for Cloud
}

// Risk judges the place by the medium it is on, by what synchronising programs
// leave in their folders, and by their folders' names. It changes nothing, and
// it knows only what is listed here: no finding is no proof.
func (p Place) Risk() (Risk, error) {
	folder, existing, err := resolve(p.Folder)
	if err != nil {
		return Risk{}, unreachable(err)
	}
	medium, err := mediumOf(existing)
	if err != nil {
		return Risk{}, unreachable(err)
	}
	if medium == ReadOnly {
		return Risk{Kind: ReadOnly}, nil
	}
	if program := syncedBy(folder); program != "" {
		return Risk{Cloud, program}, nil
	}
	return Risk{Kind: medium}, nil
}

const keepLocal = " Keep the records in a folder on this computer's own disk: the setting SNOWFIELD_VAULT names another one. The page “Your records” says how."

// Refusal is why no records are made or restored in such a place (and, on a
// read-only medium, none opened): fault.Blocked, or nil for a good place.
func (r Risk) Refusal() error {
	switch r.Kind {
	case Cloud:
		return fault.New(fault.Blocked, r.why()+" Nothing was changed."+keepLocal+" Backups may go into a folder of "+r.Name+".")
	case Network, ReadOnly:
		return fault.New(fault.Blocked, r.why()+" Nothing was changed."+keepLocal)
	case NoRisk:
	}
	return nil
}

// Warning is what to tell of records that are in such a place already and can
// be opened there; empty when there is nothing to tell.
func (r Risk) Warning() string {
	if r.Kind != Cloud && r.Kind != Network {
		return ""
	}
	return r.why() + " Make a backup, and restore it into a folder on this computer's own disk: the setting SNOWFIELD_VAULT names another one. The page “Your records” says how."
}

func (r Risk) why() string {
	switch r.Kind {
	case Cloud:
		return r.Name + " keeps this folder in step with other computers. It can mix an older state of the records with a newer one, and they can then no longer be read."
	case Network:
		return "This folder is on another computer. If the connection breaks while something is saved, the records can be damaged."
	case ReadOnly:
		return "This folder is on a medium that cannot be written to, and Snowfield has to write even to open records."
	case NoRisk:
	}
	return ""
}

// resolve follows symbolic links. It returns the whole folder and the nearest
// part of it that exists.
func resolve(folder string) (whole, existing string, err error) {
	if whole, err = filepath.Abs(folder); err != nil {
		return "", "", err
	}
	for existing = whole; ; existing = filepath.Dir(existing) {
		if _, err := os.Stat(existing); err != nil {
			if os.IsNotExist(err) && existing != filepath.Dir(existing) {
				continue
			}
			return "", "", err
		}
		rest, err := filepath.Rel(existing, whole)
		if err != nil {
			return "", "", err
		}
		// Some drivers of Windows offer folders whose links cannot be
		// followed; such a folder is judged by the name it was given.
		if followed, err := filepath.EvalSymlinks(existing); err == nil {
			existing = followed
		}
		return filepath.Join(existing, rest), existing, nil
	}
}

// marks are what programs leave at the top of a folder they synchronise.
// Dropbox has a folder .dropbox in the home folder too, which says nothing.
var marks = []struct {
	pattern, program string
	file             bool // only a file counts
}{
	{".dropbox", "Dropbox", true},
	{".dropbox.cache", "Dropbox", false},
	{".stfolder", "Syncthing", false},
	{".owncloudsync.log", "Nextcloud or ownCloud", true},
	{".sync_*.db", "Nextcloud or ownCloud", true},
	{"._sync_*.db", "Nextcloud or ownCloud", true},
	{".csync_journal.db", "Nextcloud or ownCloud", true},
	{".tmp.drivedownload", "Google Drive", false},
	{".tmp.driveupload", "Google Drive", false},
	{".shortcut-targets-by-id", "Google Drive", false},
	{".megaignore", "MEGA", true},
	{".tresorit", "Tresorit", false},
}

// folderNames are what programs call the folder they synchronise. A name that other
// folders have too counts only at the top: directly in the home folder, or at
// the root of a volume.
var folderNames = []struct {
	pattern, program string
	top              bool
}{
	{"dropbox", "Dropbox", false},
	{"dropbox (*)", "Dropbox", false},
	{"* dropbox", "Dropbox", true},
	{"onedrive", "OneDrive", false},
	{"onedrive - *", "OneDrive", false},
	{"onedrive-*", "OneDrive", false},
	{"icloud drive", "iCloud Drive", false},
	{"iclouddrive", "iCloud Drive", false},
	{"google drive", "Google Drive", false},
	{"google drive (*)", "Google Drive", false},
	{"googledrive", "Google Drive", false},
	{"googledrive-*", "Google Drive", false},
	{"my drive", "Google Drive", true},
	{"shared drives", "Google Drive", true},
	{"box-box", "Box", false},
	{"box", "Box", true},
	{"box sync", "Box", true},
	{"pcloud drive", "pCloud", false},
	{"pclouddrive", "pCloud", false},
	{"mega", "MEGA", true},
	{"megasync", "MEGA", true},
	{"nextcloud", "Nextcloud", false},
	{"owncloud", "ownCloud", false},
	{"proton drive", "Proton Drive", false},
	{"protondrive", "Proton Drive", false},
	{"protondrive-*", "Proton Drive", false},
	{"tresorit", "Tresorit", true},
	{"tresorit drive", "Tresorit", false},
	{"my tresors", "Tresorit", true},
	{"sync", "Sync.com", true},
}

// syncedBy names the program that synchronises a folder, which need not exist
// yet and has no links in it; empty when none is known to.
func syncedBy(folder string) string {
	for at := folder; ; at = filepath.Dir(at) {
		if program := markedBy(at); program != "" {
			return program
		}
		if at == filepath.Dir(at) {
			break
		}
	}
	for _, variable := range []string{"OneDrive", "OneDriveCommercial", "OneDriveConsumer"} {
		if _, ok := below(folder, os.Getenv(variable)); ok {
			return "OneDrive"
		}
	}
	home, _ := os.UserHomeDir()
	parts, ok := below(folder, home)
	if !ok {
		return namedBy(split(folder))
	}
	if len(parts) > 0 && inCloudOfApple(home, parts[0]) {
		return "iCloud Drive"
	}
	return namedBy(parts)
}

// markedBy looks for a mark in a folder. One that cannot be read has none.
func markedBy(folder string) string {
	entries, _ := os.ReadDir(folder)
	for _, e := range entries {
		for _, m := range marks {
			if matches(m.pattern, e.Name()) && (!m.file || e.Type().IsRegular()) {
				return m.program
			}
		}
	}
	return ""
}

// namedBy judges the parts of a path below the home folder, or below the root.
func namedBy(parts []string) string {
	for i, part := range parts {
		for _, n := range folderNames {
			if matches(n.pattern, part) && (!n.top || i == 0) {
				return n.program
			}
		}
	}
	// The systems' own places for such folders, whoever made them.
	if len(parts) > 2 && matches("library", parts[0]) {
		switch {
		case matches("mobile documents", parts[1]):
			return "iCloud Drive"
		case matches("cloudstorage", parts[1]):
			return "A cloud storage program"
		}
	}
	return ""
}

// inCloudOfApple tells whether a folder of the home folder, such as Documents,
// is the one that iCloud Drive shows by that name.
func inCloudOfApple(home, name string) bool {
	here, err := os.Stat(filepath.Join(home, name))
	if err != nil {
		return false
	}
	there, err := os.Stat(filepath.Join(home, "Library", "Mobile Documents", "com~apple~CloudDocs", name))
	return err == nil && os.SameFile(here, there)
}

// below returns the parts of a folder's path below another folder; false when
// it is not there, or the other is not known.
func below(folder, above string) ([]string, bool) {
	if above == "" {
		return nil, false
	}
	above, _, err := resolve(above)
	if err != nil {
		return nil, false
	}
	parts, head := split(folder), split(above)
	if !strings.EqualFold(filepath.VolumeName(folder), filepath.VolumeName(above)) || len(parts) < len(head) ||
		!slices.EqualFunc(parts[:len(head)], head, strings.EqualFold) {
		return nil, false
	}
	return parts[len(head):], true
}

func split(folder string) []string {
	return strings.FieldsFunc(folder[len(filepath.VolumeName(folder)):], func(r rune) bool { return r < 0x80 && os.IsPathSeparator(byte(r)) })
}

// matches compares without regard to case: most of these file systems do too.
func matches(pattern, name string) bool {
	ok, _ := path.Match(pattern, strings.ToLower(name))
	return ok
}
