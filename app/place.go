package app

import (
	"context"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"

	"github.com/wailsapp/wails/v2/pkg/runtime"
)

// The window's size at the first start and its smallest, in logical pixels.
const (
	usualWidth, usualHeight = 1280, 800
	leastWidth, leastHeight = 800, 500
)

// place is the window's size and place, remembered between starts.
type place struct {
	Width     int    `json:"width"`
	Height    int    `json:"height"`
	X         int    `json:"x"`
	Y         int    `json:"y"`
	Maximised bool   `json:"maximised"`
	Screens   string `json:"screens"` // the arrangement X and Y belong to
}

// readPlace returns the remembered place, or the usual one when there is none
// or it makes no sense.
func readPlace(path string) place {
	usual := place{Width: usualWidth, Height: usualHeight}
	data, err := os.ReadFile(path)
	if err != nil {
		return usual
	}
	var p place
	if json.Unmarshal(data, &p) != nil || p.Width < leastWidth || p.Height < leastHeight || p.Width > 20000 || p.Height > 20000 {
		return usual
	}
	return p
}

// writePlace remembers a place. Losing it costs a drag of the mouse, so a
// failure is not told.
func writePlace(path string, p place) {
	data, err := json.Marshal(p)
	if err != nil || os.MkdirAll(filepath.Dir(path), 0o700) != nil {
		return
	}
	_ = os.WriteFile(path, data, 0o600)
}

// restorePlace puts the window back where it was, if the same screens are
// there: on others it could end up out of sight.
func restorePlace(ctx context.Context, p place) {
	if p.Screens != "" && p.Screens == screens(ctx) && !p.Maximised {
		runtime.WindowSetPosition(ctx, p.X, p.Y)
	}
}

// currentPlace asks the window where it is. Of a maximised window only that
// is new; size and place for later stay as they were.
func currentPlace(ctx context.Context, before place) place {
	if runtime.WindowIsMaximised(ctx) || runtime.WindowIsFullscreen(ctx) {
		before.Maximised = runtime.WindowIsMaximised(ctx)
		return before
	}
	now := place{Screens: screens(ctx)}
	now.Width, now.Height = runtime.WindowGetSize(ctx)
	if now.Width < leastWidth || now.Height < leastHeight {
		return before // it was closed before it was shown
	}
	now.X, now.Y = runtime.WindowGetPosition(ctx)
	return now
}

func screens(ctx context.Context) string {
	all, err := runtime.ScreenGetAll(ctx)
	if err != nil {
		return ""
	}
	text := ""
	for _, screen := range all {
		text += fmt.Sprintf("%dx%d ", screen.Size.Width, screen.Size.Height)
	}
	return text
}
