package app

import (
	"os"
	"path/filepath"
	"runtime"
)

// logFolder is where the log goes: SNOWFIELD_LOG, or the system's place for
// such things. Empty when the system names none.
func logFolder() string {
	if folder := os.Getenv("SNOWFIELD_LOG"); folder != "" {
		return folder
	}
	home, _ := os.UserHomeDir()
	switch {
	case runtime.GOOS == "windows":
		return within(os.UserCacheDir, "Logs")
	case home == "":
		return ""
	case runtime.GOOS == "darwin":
		return filepath.Join(home, "Library", "Logs", "Snowfield")
	case os.Getenv("XDG_STATE_HOME") != "":
		return filepath.Join(os.Getenv("XDG_STATE_HOME"), "Snowfield")
	default:
		return filepath.Join(home, ".local", "state", "Snowfield")
	}
}

// placeFile is where the window's size and place are remembered.
func placeFile() string { return within(os.UserConfigDir, "window.json") }

// screenFile is where the choice about the protection of the screen is kept.
func screenFile() string { return within(os.UserConfigDir, "screen.json") }

// webviewFolder is where WebView2 keeps its profile (Windows only).
func webviewFolder() string { return within(os.UserCacheDir, "WebView") }

func within(system func() (string, error), name string) string {
	folder, err := system()
	if err != nil {
		return ""
	}
	return filepath.Join(folder, "Snowfield", name)
}
