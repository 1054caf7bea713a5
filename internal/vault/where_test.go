package vault

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"snowfield/internal/fault"
)

// TestWhere judges folders under a made-up home: by the names programs give
// their folders, by what they leave in them, by links and by the environment.
func TestWhere(t *testing.T) {
	for _, c := range []struct {
		folder  string // below the home folder
		program string // "" for a good place
		there   string // a file (or, ending in /, a folder) that is there
	}{
		{".local/share/Snowfield/practice", "", ""},
		{"Library/Application Support/Snowfield/practice", "", ""},
		{"AppData/Local/Snowfield/practice", "", ""},
		{"Documents/practice", "", ""},

		{"Dropbox/practice", "Dropbox", ""},
		{"DROPBOX/practice", "Dropbox", ""},
		{"Dropbox (Personal)/practice", "Dropbox", ""},
		{"Birch Room Dropbox/Ada/practice", "Dropbox", ""},
		{"data/Dropbox/practice", "Dropbox", ""},
		{"data/files/practice", "Dropbox", "data/.dropbox"},
		{"data/files/practice", "Dropbox", "data/.dropbox.cache/"},
		{"practice", "", ".dropbox/"},
		{"Public/Drop Box/practice", "", ""},
		{"dropboxes/practice", "", ""},

		{"OneDrive/practice", "OneDrive", ""},
		{"OneDrive - Birch Room/Documents/practice", "OneDrive", ""},
		{"Library/CloudStorage/OneDrive-Personal/practice", "OneDrive", ""},
		{"Library/CloudStorage/GoogleDrive-ada@example.org/My Drive/practice", "Google Drive", ""},
		{"Library/CloudStorage/Box-Box/practice", "Box", ""},
		{"Library/CloudStorage/Elsewhere/practice", "A cloud storage program", ""},
		{"Library/Mobile Documents/com~apple~CloudDocs/practice", "iCloud Drive", ""},
		{"iCloudDrive/practice", "iCloud Drive", ""},
		{"Google Drive/practice", "Google Drive", ""},
		{"My Drive/practice", "Google Drive", ""},
		{"work/my drive/practice", "", ""},
		{"work/practice", "Google Drive", "work/.tmp.drivedownload/"},

		{"Box/practice", "Box", ""},
		{"work/box/practice", "", ""},
		{"Sync/practice", "Sync.com", ""},
		{"work/sync/practice", "", ""},
		{"MEGA/practice", "MEGA", ""},
		{"work/mega/practice", "", ""},
		{"work/mega/practice", "MEGA", "work/mega/.megaignore"},
		{"pCloudDrive/practice", "pCloud", ""},
		{"Nextcloud/practice", "Nextcloud", ""},
		{"ownCloud/practice", "ownCloud", ""},
		{"files/practice", "Nextcloud or ownCloud", "files/.owncloudsync.log"},
		{"files/practice", "Nextcloud or ownCloud", "files/.sync_c6217acc34d7.db"},
		{"files/practice", "Nextcloud or ownCloud", "files/._sync_c6217acc34d7.db"},
		{"Proton Drive/My files/practice", "Proton Drive", ""},
		{"Tresorit Drive/practice", "Tresorit", ""},
		{"files/practice", "Tresorit", "files/.tresorit/"},
		{"files/deep/down/practice", "Syncthing", "files/.stfolder/"},
		{"files/practice", "Syncthing", "files/practice/.stfolder"},
		{"practice", "Syncthing", ".stfolder/"},
		{"files/practice", "", "beside/.stfolder/"},
	} {
		home := t.TempDir()
		t.Setenv("HOME", home)
		t.Setenv("USERPROFILE", home)
		if c.there != "" {
			lay(t, filepath.Join(home, c.there), strings.HasSuffix(c.there, "/"))
		}
		risk, err := Place{Folder: filepath.Join(home, c.folder)}.Risk()
		if err != nil || risk.Name != c.program || (risk.Kind == Cloud) != (c.program != "") {
			t.Errorf("%s with %q there: %+v, %v; want %q", c.folder, c.there, risk, err, c.program)
		}
		if entries, err := os.ReadDir(filepath.Join(home, c.folder)); err == nil && len(entries) > 0 && c.there == "" {
			t.Errorf("%s was changed by judging it", c.folder)
		}
	}
}

// lay makes an empty file or folder.
func lay(t *testing.T, path string, folder bool) {
	t.Helper()
	parent := filepath.Dir(path)
	if folder {
		parent = path
	}
	if err := os.MkdirAll(parent, 0o700); err != nil {
		t.Fatal(err)
	}
	if folder {
		return
	}
	if err := os.WriteFile(path, nil, 0o600); err != nil {
		t.Fatal(err)
	}
}

// TestWhereByLink follows links: of the folder, of one above it, and of the
// home folder itself.
func TestWhereByLink(t *testing.T) {
	base, err := filepath.EvalSymlinks(t.TempDir())
	if err != nil {
		t.Fatal(err)
	}
	home := filepath.Join(base, "real", "ada")
	lay(t, filepath.Join(home, "Dropbox", "practice"), true)
	lay(t, filepath.Join(home, "plain"), true)
	for link, target := range map[string]string{
		filepath.Join(base, "home"):            filepath.Join(base, "real"),
		filepath.Join(home, "records"):         filepath.Join(home, "Dropbox", "practice"),
		filepath.Join(home, "plain", "shared"): filepath.Join(home, "Dropbox"),
		filepath.Join(home, "Dropbox", "away"): filepath.Join(home, "plain"),
	} {
		if err := os.Symlink(target, link); err != nil {
			t.Fatal(err)
		}
	}
	t.Setenv("HOME", filepath.Join(base, "home", "ada"))
	t.Setenv("USERPROFILE", filepath.Join(base, "home", "ada"))
	for folder, want := range map[string]RiskKind{
		filepath.Join(home, "records"):                            Cloud,
		filepath.Join(home, "plain", "shared", "new", "one"):      Cloud,
		filepath.Join(base, "home", "ada", "Dropbox", "new"):      Cloud,
		filepath.Join(home, "Dropbox", "away", "practice"):        NoRisk,
		filepath.Join(base, "home", "ada", "plain", "practice"):   NoRisk,
		filepath.Join(base, "real", "ada", "plain", "not", "yet"): NoRisk,
	} {
		if risk, err := (Place{Folder: folder}).Risk(); err != nil || risk.Kind != want {
			t.Errorf("%s: %+v, %v; want %d", folder, risk, err, want)
		}
	}
}

// TestWhereByEnvironment knows a OneDrive that was given another name, and the
// Documents folder that iCloud Drive took over.
func TestWhereByEnvironment(t *testing.T) {
	home := t.TempDir()
	t.Setenv("HOME", home)
	t.Setenv("USERPROFILE", home)
	t.Setenv("OneDriveCommercial", filepath.Join(home, "Firm"))
	lay(t, filepath.Join(home, "Library", "Mobile Documents", "com~apple~CloudDocs"), true)
	lay(t, filepath.Join(home, "Documents"), true)
	if err := os.Symlink(filepath.Join(home, "Documents"), filepath.Join(home, "Library", "Mobile Documents", "com~apple~CloudDocs", "Documents")); err != nil {
		t.Fatal(err)
	}
	for folder, want := range map[string]string{
		"firm/practice":      "OneDrive",
		"firmly/practice":    "",
		"Documents/practice": "iCloud Drive",
		"Desktop/practice":   "",
	} {
		if risk, err := (Place{Folder: filepath.Join(home, folder)}).Risk(); err != nil || risk.Name != want {
			t.Errorf("%s: %+v, %v; want %q", folder, risk, err, want)
		}
	}
}

// TestRiskInWords says why and what to do, and tells a risk only where there
// is one.
func TestRiskInWords(t *testing.T) {
	for _, r := range []Risk{{Cloud, "Dropbox"}, {Kind: Network}, {Kind: ReadOnly}} {
		err := r.Refusal()
		if fault.CodeOf(err) != fault.Blocked || !strings.Contains(err.Error(), "Nothing was changed.") || !strings.Contains(err.Error(), r.Name) {
			t.Errorf("%+v is refused with %v", r, err)
		}
		if !strings.Contains(err.Error()+r.Warning(), "SNOWFIELD_VAULT") || !strings.Contains(err.Error(), "“Your records”") {
			t.Errorf("%+v is refused without a way on: %v", r, err)
		}
		if warned := r.Warning() != ""; warned != (r.Kind != ReadOnly) {
			t.Errorf("%+v warns %q", r, r.Warning())
		}
	}
	if (Risk{}).Refusal() != nil || (Risk{}).Warning() != "" {
		t.Error("a good place is spoken of")
	}
}
