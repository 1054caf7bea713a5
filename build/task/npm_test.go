package main

import (
	"os"
	"path/filepath"
	"testing"
)

func TestModulesFit(t *testing.T) {
	const lock = `{"packages":{
		"":{"version":"0.1.0"},
		"node_modules/a":{"version":"1.0.0","integrity":"sha512-a"},
		"node_modules/other-system":{"version":"2.0.0","integrity":"sha512-o","optional":true}}}`
	for name, test := range map[string]struct {
		installed string
		want      bool
	}{
		"nothing installed":        {"", false},
		"as the lock file says":    {`{"packages":{"node_modules/a":{"version":"1.0.0","integrity":"sha512-a"}}}`, true},
		"another version":          {`{"packages":{"node_modules/a":{"version":"1.0.1","integrity":"sha512-a"}}}`, false},
		"the same, other content":  {`{"packages":{"node_modules/a":{"version":"1.0.0","integrity":"sha512-b"}}}`, false},
		"one missing":              {`{"packages":{}}`, false},
		"one too many":             {`{"packages":{"node_modules/a":{"version":"1.0.0","integrity":"sha512-a"},"node_modules/b":{}}}`, false},
		"the optional one as well": {`{"packages":{"node_modules/a":{"version":"1.0.0","integrity":"sha512-a"},"node_modules/other-system":{"version":"2.0.0","integrity":"sha512-o"}}}`, true},
		"another optional version": {`{"packages":{"node_modules/a":{"version":"1.0.0","integrity":"sha512-a"},"node_modules/other-system":{"version":"2.1.0","integrity":"sha512-o"}}}`, false},
		"a list that is cut short": {`{"packages":`, false},
	} {
		folder := t.TempDir()
		lockPath, installedPath := filepath.Join(folder, "lock.json"), filepath.Join(folder, "installed.json")
		write(t, lockPath, lock)
		if test.installed != "" {
			write(t, installedPath, test.installed)
		}
		got, err := modulesFit(lockPath, installedPath)
		if got != test.want || err != nil {
			t.Errorf("%s: got %v, %v", name, got, err)
		}
	}
}

func write(t *testing.T, path, content string) {
	t.Helper()
	if err := os.WriteFile(path, []byte(content), 0o600); err != nil {
		t.Fatal(err)
	}
}
