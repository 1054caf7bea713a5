package app

import (
	"os"
	"path/filepath"
	"testing"

	"snowfield/internal/fault"
)

// TestScreenProtection keeps the choice for the next window, and leaves this
// one as it is.
func TestScreenProtection(t *testing.T) {
	b := newBench(t)
	if s := get(b, b.settings.Screen); s != (ScreenProtection{}) {
		t.Errorf("where it is not supported: %+v", s)
	}
	_, err := b.settings.SetScreenProtection(true)
	b.refused(err, fault.Blocked)

	file := filepath.Join(t.TempDir(), "Snowfield", "screen.json")
	b.app.screen = screen{file: file, supported: true}
	for _, on := range []bool{true, false, true} {
		if s := must(b, b.settings.SetScreenProtection)(on); s != (ScreenProtection{Supported: true, On: on}) {
			t.Errorf("set to %v: %+v", on, s)
		}
		if next := openScreen(file); next.chosen() != on {
			t.Errorf("set to %v, the next window reads %v", on, !on)
		}
	}
	b.ok(os.WriteFile(file, []byte("{"), 0o600))
	if s := get(b, b.settings.Screen); s.On {
		t.Error("a torn file turns it on")
	}
	b.ok(os.RemoveAll(filepath.Dir(file)))
	b.ok(os.WriteFile(filepath.Dir(file), nil, 0o600)) // a file where the folder should be
	_, err = b.settings.SetScreenProtection(true)
	b.refused(err, fault.NotSaved)
}
