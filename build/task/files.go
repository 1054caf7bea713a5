package main

import (
	"fmt"
	"os"
	"path/filepath"
	"runtime"
)

// appPath is where the finished app is.
func appPath() string {
	path := filepath.Join("build", "bin", "snowfield")
	if runtime.GOOS == "windows" {
		path += ".exe"
	}
	return path
}

// mustHold fails unless path is a file with something in it.
func mustHold(path string) error {
	info, err := os.Stat(path)
	if err != nil {
		return fmt.Errorf("%s is missing", path)
	}
	if info.Size() == 0 {
		return fmt.Errorf("%s is empty", path)
	}
	return nil
}
