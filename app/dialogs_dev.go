//go:build dev

package app

import (
	"context"
	"os"
	"path/filepath"
	"strings"
	"time"

	"github.com/wailsapp/wails/v2/pkg/runtime"
)

// dialogFolder answers every dialog when it is set: a browser cannot work a
// native one.
var dialogFolder = os.Getenv("SNOWFIELD_DIALOGS")

func saveDialog(ctx context.Context, options runtime.SaveDialogOptions) (string, error) {
	if dialogFolder == "" {
		return runtime.SaveFileDialog(ctx, options)
	}
	return filepath.Join(dialogFolder, options.DefaultFilename), nil
}

func openDialog(ctx context.Context, options runtime.OpenDialogOptions) (string, error) {
	if dialogFolder == "" {
		return runtime.OpenFileDialog(ctx, options)
	}
	return newest(dialogFolder, options.Filters[0].Pattern)
}

func folderDialog(ctx context.Context, options runtime.OpenDialogOptions) (string, error) {
	if dialogFolder == "" {
		return runtime.OpenDirectoryDialog(ctx, options)
	}
	return dialogFolder, nil
}

// printDialog is nothing to a browser, whose page asks for its own: the hidden
// window's would wait for an answer for ever, and never close.
func printDialog(ctx context.Context) {
	if dialogFolder == "" {
		runtime.WindowPrint(ctx)
	}
}

// newest returns the file changed last among those a filter such as
// "*.pdf;*.png" lets through, or nothing, as if the dialog had been closed.
func newest(folder, filter string) (string, error) {
	var found string
	var changed time.Time
	for pattern := range strings.SplitSeq(filter, ";") {
		matches, err := filepath.Glob(filepath.Join(folder, pattern))
		if err != nil {
			return "", err
		}
		for _, path := range matches {
			info, err := os.Stat(path)
			if err != nil {
				return "", err
			}
			if info.Mode().IsRegular() && info.ModTime().After(changed) {
				found, changed = path, info.ModTime()
			}
		}
	}
	return found, nil
}
