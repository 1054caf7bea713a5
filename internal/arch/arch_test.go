// Package arch asserts who may import whom.
package arch

import (
	"bytes"
	"encoding/json"
	"errors"
	"io"
	"os"
	"os/exec"
	"slices"
	"strings"
	"testing"
)

const module = "snowfield"

// imports lists what each package of the project imports directly, tests
// aside, over every system and kind of build.
func imports(t *testing.T) map[string][]string {
	t.Helper()
	all := map[string][]string{}
	for _, system := range []string{"linux", "windows", "darwin"} {
		for _, tags := range []string{"", "dev", "desktop,production"} {
			for path, found := range list(t, system, tags) {
				all[path] = append(all[path], found...)
			}
		}
	}
	if len(all) == 0 {
		t.Fatal("go list found no packages")
	}
	for path, found := range all {
		slices.Sort(found)
		all[path] = slices.Compact(found)
	}
	return all
}

func list(t *testing.T, system, tags string) map[string][]string {
	t.Helper()
	command := exec.Command("go", "list", "-json=ImportPath,Imports", "-tags", tags, module+"/...")
	command.Env = append(os.Environ(), "GOOS="+system, "CGO_ENABLED=0")
	var said bytes.Buffer
	command.Stderr = &said
	out, err := command.Output()
	if err != nil {
		t.Fatalf("go list for %s with tags %q: %v\n%s", system, tags, err, said.String())
	}
	found := map[string][]string{}
	for decoder := json.NewDecoder(bytes.NewReader(out)); ; {
		var p struct {
			ImportPath string
			Imports    []string
		}
		err := decoder.Decode(&p)
		if errors.Is(err, io.EOF) {
			return found
		}
		if err != nil {
			t.Fatal(err)
		}
		found[p.ImportPath] = p.Imports
	}
}

// within tells whether a path is a package or lies below it.
func within(path, pkg string) bool { return path == pkg || strings.HasPrefix(path, pkg+"/") }

func withinAny(path string, packages ...string) bool {
	return slices.ContainsFunc(packages, func(pkg string) bool { return within(path, pkg) })
}

// reserved names what only some packages may import.
var reserved = []struct {
	what string
	by   []string
}{
	{"github.com/wailsapp/wails/v2", []string{module, module + "/app"}},
	{"database/sql", []string{module + "/internal/store", module + "/internal/vault"}},
	{"modernc.org/sqlite", []string{module + "/internal/vault/cipherfs"}},
	{"modernc.org/libc", []string{module + "/internal/vault/cipherfs"}},
	{"github.com/pdfcpu/pdfcpu", []string{module + "/internal/report/protect"}},
	{module + "/app", []string{module}},
	{module + "/internal/disk/disktest", nil}, // for tests
}

func TestReservedImports(t *testing.T) {
	for path, found := range imports(t) {
		for _, imported := range found {
			for _, rule := range reserved {
				if within(imported, rule.what) && !within(path, rule.what) && !mayImport(path, rule.by) {
					t.Errorf("%s imports %s; only %s may", path, imported, strings.Join(rule.by, ", "))
				}
			}
		}
	}
}

// mayImport allows a package and those below it; the root stands for itself
// alone, since everything lies below it.
func mayImport(path string, by []string) bool {
	return slices.ContainsFunc(by, func(pkg string) bool {
		return path == pkg || pkg != module && within(path, pkg)
	})
}

// confined names packages that may import only so much of the project and of
// other modules; the standard library is free.
var confined = map[string][]string{
	"/internal/fault":    {},
	"/internal/disk":     {"golang.org/x/sys"},
	"/internal/practice": {module + "/internal/fault", "github.com/google/uuid"},
	"/frontend":          {},
	"/build/task":        {},
}

func TestConfinedPackages(t *testing.T) {
	all := imports(t)
	for pkg, allowed := range confined {
		if _, ok := all[module+pkg]; !ok {
			t.Errorf("%s%s is gone; so should its rule be", module, pkg)
		}
		for path, found := range all {
			if !within(path, module+pkg) {
				continue
			}
			for _, imported := range found {
				if !standard(imported) && !within(imported, module+pkg) && !withinAny(imported, allowed...) {
					t.Errorf("%s imports %s", path, imported)
				}
			}
		}
	}
}

// apart names packages of the project that must not know each other.
var apart = []struct{ who, whom string }{
	{"/internal/report", "/internal/store"},
	{"/internal/report", "/internal/vault"},
	{"/internal/vault", "/internal/store"},
	{"/internal/vault", "/internal/practice"},
	{"/internal/store", "/internal/report"},
	{"/internal/store", "/internal/vault"},
}

func TestPackagesApart(t *testing.T) {
	for path, found := range imports(t) {
		for _, imported := range found {
			for _, rule := range apart {
				if within(path, module+rule.who) && within(imported, module+rule.whom) {
					t.Errorf("%s imports %s", path, imported)
				}
			}
		}
	}
}

// TestPureDomain keeps clock, disk and environment out of the domain: what it
// decides depends on its arguments alone.
func TestPureDomain(t *testing.T) {
	all := imports(t)
	for _, imported := range all[module+"/internal/practice"] {
		if withinAny(imported, "os", "net", "io/fs", "path/filepath", "log") {
			t.Errorf("internal/practice imports %s", imported)
		}
	}
}

func standard(path string) bool {
	first, _, _ := strings.Cut(path, "/")
	return !strings.Contains(first, ".") && first != module
}
