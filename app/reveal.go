package app

import (
	"os/exec"
	"path/filepath"
	"runtime"

	"snowfield/internal/fault"
)

// reveal shows path in the system's file manager. It does not wait for it.
func reveal(path string) error {
	var command *exec.Cmd
	switch runtime.GOOS {
	case "darwin":
		command = exec.Command("open", "-R", path)
	case "windows":
		command = exec.Command("explorer.exe", "/select,"+filepath.Clean(path))
	default:
		command = exec.Command("xdg-open", filepath.Dir(path))
	}
	if err := command.Start(); err != nil {
		return fault.Wrap(fault.NotFound, "The file manager could not be opened. The file itself is where it was saved.", err)
	}
	go func() { _ = command.Wait() }() // Explorer answers 1 even when it worked
	return nil
}
