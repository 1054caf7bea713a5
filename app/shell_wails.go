package app

import (
	"context"

	"github.com/wailsapp/wails/v2/pkg/runtime"

	"snowfield/internal/fault"
)

// wailsShell speaks to the real window. Wails ends the process when one of
// its runtime functions gets a context that is not its own, so every method
// first looks whether the window has started.
type wailsShell struct {
	ctx context.Context // nil until started; set once, before any bound call
}

func (s *wailsShell) started(ctx context.Context) { s.ctx = ctx }

var errNoWindow = fault.New(fault.Internal, "The window is not ready yet. Nothing was done; try again in a moment.")

func (s *wailsShell) SaveFile(title, suggestedName, filterName, pattern string) (string, error) {
	if s.ctx == nil {
		return "", errNoWindow
	}
	return saveDialog(s.ctx, runtime.SaveDialogOptions{
		Title:           title,
		DefaultFilename: suggestedName,
		Filters:         []runtime.FileFilter{{DisplayName: filterName, Pattern: pattern}},
	})
}

func (s *wailsShell) OpenFile(title, filterName, pattern string) (string, error) {
	if s.ctx == nil {
		return "", errNoWindow
	}
	return openDialog(s.ctx, runtime.OpenDialogOptions{
		Title:   title,
		Filters: []runtime.FileFilter{{DisplayName: filterName, Pattern: pattern}},
	})
}

func (s *wailsShell) OpenFolder(title string) (string, error) {
	if s.ctx == nil {
		return "", errNoWindow
	}
	return folderDialog(s.ctx, runtime.OpenDialogOptions{Title: title, CanCreateDirectories: true})
}

func (s *wailsShell) Reveal(path string) error { return reveal(path) }

func (s *wailsShell) Print() error {
	if s.ctx == nil {
		return errNoWindow
	}
	printDialog(s.ctx)
	return nil
}

func (s *wailsShell) Clipboard() (string, error) {
	if s.ctx == nil {
		return "", errNoWindow
	}
	return runtime.ClipboardGetText(s.ctx)
}

func (s *wailsShell) SetClipboard(text string) error {
	if s.ctx == nil {
		return errNoWindow
	}
	return runtime.ClipboardSetText(s.ctx, text)
}

func (s *wailsShell) Emit(event string, data ...any) {
	if s.ctx != nil {
		runtime.EventsEmit(s.ctx, event, data...)
	}
}

func (s *wailsShell) Quit() {
	if s.ctx != nil {
		runtime.Quit(s.ctx)
	}
}
