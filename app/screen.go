package app

import (
	"encoding/json"
	"os"
	"path/filepath"
	"runtime"

	"snowfield/internal/disk"
	"snowfield/internal/fault"
)

// ScreenProtection says whether the window is kept out of screenshots,
// recordings and shared screens.
type ScreenProtection struct {
	Supported bool `json:"supported"` // by this system
	On        bool `json:"on"`        // from the next start
	Active    bool `json:"active"`    // in this window
}

// screen is the protection of this window and where the choice is kept:
// outside the vault, since it is needed before the records are open.
type screen struct {
	file      string
	supported bool
	active    bool
}

// screenChoice is the content of the file.
type screenChoice struct {
	Protected bool `json:"protected"`
}

// openScreen reads the choice as a window is made. Wails can protect one on
// Windows and macOS, and only then.
func openScreen(file string) screen {
	s := screen{file: file, supported: runtime.GOOS == "windows" || runtime.GOOS == "darwin"}
	s.active = s.supported && s.chosen()
	return s
}

func (s screen) chosen() bool {
	var choice screenChoice
	data, err := os.ReadFile(s.file)
	return err == nil && json.Unmarshal(data, &choice) == nil && choice.Protected
}

func (s screen) choose(on bool) error {
	data, err := json.Marshal(screenChoice{on})
	if err != nil {
		return err
	}
	if err := os.MkdirAll(filepath.Dir(s.file), 0o700); err != nil {
		return screenNotSaved(err)
	}
	if err := disk.Replace(s.file, data); err != nil {
		return screenNotSaved(err)
	}
	return nil
}

func screenNotSaved(err error) error {
	return fault.Wrap(fault.NotSaved, "The choice was not saved: the disk refused. Nothing was changed. Check its free space, then try again.", err)
}

// Screen tells about the protection of the screen.
func (s *Settings) Screen() (ScreenProtection, error) {
	return door(s.core, func() (ScreenProtection, error) {
		return ScreenProtection{s.screen.supported, s.screen.supported && s.screen.chosen(), s.screen.active}, nil
	})
}

// SetScreenProtection turns it on or off; it holds from the next start.
func (s *Settings) SetScreenProtection(on bool) (ScreenProtection, error) {
	return attended(s.core, func() (ScreenProtection, error) {
		if !s.screen.supported {
			return ScreenProtection{}, fault.New(fault.Blocked, "This system offers no protection of the screen. Nothing was changed.")
		}
		if err := s.screen.choose(on); err != nil {
			return ScreenProtection{}, err
		}
		return ScreenProtection{true, s.screen.chosen(), s.screen.active}, nil
	})
}
