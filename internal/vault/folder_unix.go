//go:build unix && !darwin

package vault

import (
	"os"
	"path/filepath"
)

// applicationData is $XDG_DATA_HOME, by default ~/.local/share.
func applicationData() (string, error) {
	if folder := os.Getenv("XDG_DATA_HOME"); filepath.IsAbs(folder) {
		return folder, nil
	}
	home, err := os.UserHomeDir()
	if err != nil {
		return "", err
	}
	return filepath.Join(home, ".local", "share"), nil
}
