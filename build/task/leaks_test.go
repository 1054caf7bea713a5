package main

import (
	"path/filepath"
	"strings"
	"testing"
)

func TestLeaks(t *testing.T) {
	folder := t.TempDir()
	write(t, filepath.Join(folder, "clean.log"), "2026-11-22 started")
	if err := leaks(folder, "Maren", "quiet"); err != nil {
		t.Errorf("found something in a clean folder: %v", err)
	}
	write(t, filepath.Join(folder, "a.log"), "call failed: Maren")
	write(t, filepath.Join(folder, "b.localstorage"), "\x01\x00q\x00u\x00i\x00e\x00t\x00")
	err := leaks(folder, "Maren", "quiet")
	if err == nil || !strings.Contains(err.Error(), "a.log") || !strings.Contains(err.Error(), "b.localstorage") {
		t.Errorf("got %v", err)
	}
}
