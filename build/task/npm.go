package main

import (
	"context"
	"encoding/json"
	"fmt"
	"io"
	"os"
)

// npm is the program's name; on Windows it is a script that Go finds by PATHEXT.
const npm = "npm"

// ensureModules runs npm ci, unless what is installed is what the lock file
// asks for.
func ensureModules(ctx context.Context, out io.Writer) error {
	same, err := modulesFit("frontend/package-lock.json", "frontend/node_modules/.package-lock.json")
	if err != nil || same {
		return err
	}
	return runCommand(ctx, out, "frontend", nil, npm, "ci", "--no-audit", "--no-fund")
}

type npmLock struct {
	Packages map[string]struct {
		Version   string `json:"version"`
		Integrity string `json:"integrity"`
		Optional  bool   `json:"optional"`
	} `json:"packages"`
}

// modulesFit compares the lock file with npm's own list of what it installed.
// Optional packages (those of other systems) may be absent.
func modulesFit(lockPath, installedPath string) (bool, error) {
	lock, err := readLock(lockPath)
	if err != nil {
		return false, err
	}
	installed, err := readLock(installedPath)
	if err != nil {
		return false, nil // not there, or npm was interrupted: npm ci mends both
	}
	for path, wanted := range lock.Packages {
		if path == "" {
			continue // the project itself
		}
		found, ok := installed.Packages[path]
		if !ok && wanted.Optional {
			continue
		}
		if !ok || found.Version != wanted.Version || found.Integrity != wanted.Integrity {
			return false, nil
		}
	}
	for path := range installed.Packages {
		if _, ok := lock.Packages[path]; !ok {
			return false, nil
		}
	}
	return true, nil
}

func readLock(path string) (npmLock, error) {
	data, err := os.ReadFile(path)
	if err != nil {
		return npmLock{}, err
	}
	var lock npmLock
	if err := json.Unmarshal(data, &lock); err != nil {
		return npmLock{}, fmt.Errorf("%s: %w", path, err)
	}
	return lock, nil
}

// buildFrontend leaves the built pages in frontend/dist.
func buildFrontend(ctx context.Context, out io.Writer) error {
	if err := ensureModules(ctx, out); err != nil {
		return err
	}
	if err := runCommand(ctx, out, "frontend", nil, npm, "run", "build"); err != nil {
		return err
	}
	return mustHold("frontend/dist/index.html")
}
