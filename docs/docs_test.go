// Package docs holds the documents to what they point at.
package docs

import (
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
)

var (
	testName = regexp.MustCompile("`((?:Test|Fuzz)[A-Z][A-Za-z]+)`")
	testFunc = regexp.MustCompile(`(?m)^func ((?:Test|Fuzz)\w+)\(`)
	link     = regexp.MustCompile(`\]\(([^)\s]+)\)`)
	pathName = regexp.MustCompile("`((?:app|build|docs|frontend|internal)/[\\w./-]+\\.\\w+)`")
)

// made is the folder of what commands leave behind.
const made = "build/out/"

// TestNamedTestsExist keeps a control from resting on a test that is gone.
func TestNamedTestsExist(t *testing.T) {
	exists := map[string]bool{}
	walk(t, "..", ".go", func(_, text string) {
		for _, m := range testFunc.FindAllStringSubmatch(text, -1) {
			exists[m[1]] = true
		}
	})
	page, err := os.ReadFile("clinical-safety.md")
	if err != nil {
		t.Fatal(err)
	}
	named := testName.FindAllStringSubmatch(string(page), -1)
	if len(named) == 0 {
		t.Error("clinical-safety.md names no test")
	}
	for _, m := range named {
		if !exists[m[1]] {
			t.Errorf("clinical-safety.md names %s, which is not there", m[1])
		}
	}
}

// TestPathsExist follows every link and every path of the documents.
func TestPathsExist(t *testing.T) {
	walk(t, "..", ".md", func(file, text string) {
		if filepath.Base(file) == "THIRD_PARTY_NOTICES.md" {
			return
		}
		for _, m := range link.FindAllStringSubmatch(text, -1) {
			target, _, _ := strings.Cut(m[1], "#")
			if target != "" && !strings.Contains(target, ":") {
				mustExist(t, file, filepath.Join(filepath.Dir(file), target))
			}
		}
		for _, m := range pathName.FindAllStringSubmatch(text, -1) {
			if !strings.HasPrefix(m[1], made) {
				mustExist(t, file, filepath.Join("..", m[1]))
			}
		}
	})
}

func mustExist(t *testing.T, file, path string) {
	t.Helper()
	if _, err := os.Stat(path); err != nil {
		t.Errorf("%s points at %s, which is not there", file, path)
	}
}

// walk reads every file of the project that ends so, of others' code none.
func walk(t *testing.T, root, ending string, read func(path, text string)) {
	t.Helper()
	err := filepath.WalkDir(root, func(path string, entry fs.DirEntry, err error) error {
		switch {
		case err != nil:
			return err
		case entry.IsDir() && (entry.Name() == "node_modules" || entry.Name() == ".git" || entry.Name() == "out" || entry.Name() == "bin"):
			return filepath.SkipDir
		case entry.IsDir() || filepath.Ext(path) != ending:
			return nil
		}
		text, err := os.ReadFile(path)
		if err == nil {
			read(path, string(text))
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
}
