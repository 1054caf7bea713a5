//go:build !dev

package app

import "github.com/wailsapp/wails/v2/pkg/runtime"

// The system's own dialogs. A dev build answers them from a folder instead
// (dialogs_dev.go), so that browser journeys can run.
var (
	saveDialog   = runtime.SaveFileDialog
	openDialog   = runtime.OpenFileDialog
	folderDialog = runtime.OpenDirectoryDialog
	printDialog  = runtime.WindowPrint
)
