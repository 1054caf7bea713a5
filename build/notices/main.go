// Command notices writes THIRD_PARTY_NOTICES.md: the licences of everything
// that ships inside Snowfield. Run it from the project's root after a
// dependency was added or raised, with the npm modules installed:
//
//	go run ./build/notices
package main

import (
	"bytes"
	"fmt"
	"os"
)

const noticesFile = "THIRD_PARTY_NOTICES.md"

func main() {
	if err := write("."); err != nil {
		fmt.Fprintln(os.Stderr, "notices:", err)
		os.Exit(1)
	}
}

func write(root string) error {
	parts, err := shipped(root)
	if err != nil {
		return err
	}
	var all []work
	for _, p := range parts {
		for _, w := range p.works {
			if len(w.texts) == 0 {
				return fmt.Errorf("%s: no licence text found", w.line())
			}
			all = append(all, w)
		}
	}
	return os.WriteFile(root+"/"+noticesFile, page(parts, all), 0o644)
}

// work is something made by others that ships with the app.
type work struct {
	name, version string
	texts         []string // its licence files, in the order of their names
}

func (w work) line() string { return w.name + " " + w.version }

// part is one way into what ships.
type part struct {
	title string
	works []work
}

func shipped(root string) ([]part, error) {
	linked, err := goModules(root)
	if err != nil {
		return nil, err
	}
	bundled, err := npmPackages(root)
	if err != nil {
		return nil, err
	}
	printed, err := printedFonts(root)
	if err != nil {
		return nil, err
	}
	asked, err := questionnaires(root)
	if err != nil {
		return nil, err
	}
	return []part{
		{"Linked into the program (Go modules, over all systems)", linked},
		{"In the pages (npm packages)", bundled},
		{"Faces of the documents", printed},
		{"Words of questionnaires", asked},
	}, nil
}

// page lists what ships, then prints every licence text once, with the works
// it belongs to.
func page(parts []part, all []work) []byte {
	var out bytes.Buffer
	out.WriteString("# Third-party notices\n\n" +
		"Snowfield is under the Apache License 2.0 (LICENSE). What it ships of others is listed here with its licences.\n" +
		"Written by `go run ./build/notices`; do not edit by hand.\n")
	for _, p := range parts {
		fmt.Fprintf(&out, "\n## %s\n\n", p.title)
		for _, w := range p.works {
			fmt.Fprintf(&out, "- %s\n", w.line())
		}
	}
	out.WriteString("\n## Licence texts\n")
	var order []string
	owners := map[string][]string{}
	for _, w := range all {
		for _, text := range w.texts {
			if owners[text] == nil {
				order = append(order, text)
			}
			owners[text] = append(owners[text], w.name)
		}
	}
	for _, text := range order {
		out.WriteString("\n### ")
		for i, owner := range owners[text] {
			if i > 0 {
				out.WriteString(", ")
			}
			out.WriteString(owner)
		}
		fmt.Fprintf(&out, "\n\n````text\n%s\n````\n", text)
	}
	return out.Bytes()
}
