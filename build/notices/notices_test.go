package main

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// TestCurrent compares names and versions only: that needs no npm modules.
func TestCurrent(t *testing.T) {
	parts, err := shipped("../..")
	if err != nil {
		t.Fatal(err)
	}
	var want []string
	for _, p := range parts {
		for _, w := range p.works {
			want = append(want, "- "+w.line())
		}
	}
	text, err := os.ReadFile("../../" + noticesFile)
	if err != nil {
		t.Fatal(err)
	}
	head, _, _ := strings.Cut(strings.ReplaceAll(string(text), "\r\n", "\n"), "\n## Licence texts\n")
	var got []string
	for line := range strings.Lines(head) {
		if strings.HasPrefix(line, "- ") {
			got = append(got, strings.TrimSpace(line))
		}
	}
	if slices.Equal(got, want) {
		return
	}
	t.Errorf("%s is not what ships; run go run ./build/notices", noticesFile)
	for _, line := range want {
		if !slices.Contains(got, line) {
			t.Errorf("missing: %s", line)
		}
	}
	for _, line := range got {
		if !slices.Contains(want, line) {
			t.Errorf("not shipped: %s", line)
		}
	}
}

func TestLicences(t *testing.T) {
	folder := t.TempDir()
	for name, text := range map[string]string{
		"LICENSE": "a \r\nb\n\n", "SQLITE-LICENSE": "c", "THIRD_PARTY_LICENSES.md": "d", "COPYING.txt": "e", "NOTICE": "f",
		"license.go": "code", "README.md": "no", "unlicensed.txt": "no",
	} {
		if err := os.WriteFile(filepath.Join(folder, name), []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	got, err := licences(folder)
	if err != nil {
		t.Fatal(err)
	}
	slices.Sort(got)
	if want := []string{"a\nb", "c", "d", "e", "f"}; !slices.Equal(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
	if none, err := licences(filepath.Join(folder, "missing")); err != nil || none != nil {
		t.Errorf("a missing folder gave %q, %v", none, err)
	}
}

func TestPagePrintsATextOnce(t *testing.T) {
	same := []string{"the same text"}
	works := []work{{"a", "1", same}, {"b", "2", same}}
	got := string(page([]part{{"Part", works}}, works))
	if strings.Count(got, "the same text") != 1 || !strings.Contains(got, "### a, b\n") || !strings.Contains(got, "- a 1\n- b 2\n") {
		t.Errorf("got %s", got)
	}
}
