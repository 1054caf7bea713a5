package app

import (
	"os"
	"path/filepath"
	"testing"
)

func TestPlaceComesBack(t *testing.T) {
	path := filepath.Join(t.TempDir(), "new folder", "window.json")
	want := place{Width: 1440, Height: 900, X: -1200, Y: 40, Maximised: true, Screens: "1920x1080 "}
	writePlace(path, want)
	if got := readPlace(path); got != want {
		t.Errorf("got %+v, want %+v", got, want)
	}
}

func TestPlaceThatMakesNoSense(t *testing.T) {
	usual := place{Width: usualWidth, Height: usualHeight}
	for name, content := range map[string]string{
		"empty":     "",
		"no JSON":   "1280x800",
		"too small": `{"width":10,"height":10}`,
		"too large": `{"width":99999,"height":800}`,
		"negative":  `{"width":-1280,"height":-800}`,
	} {
		path := filepath.Join(t.TempDir(), "window.json")
		if err := os.WriteFile(path, []byte(content), 0o600); err != nil {
			t.Fatal(err)
		}
		if got := readPlace(path); got != usual {
			t.Errorf("%s: got %+v", name, got)
		}
	}
	if got := readPlace(filepath.Join(t.TempDir(), "none.json")); got != usual {
		t.Errorf("no file: got %+v", got)
	}
}
