package app

import (
	"bytes"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"unicode/utf16"
)

// tool runs one of the tools that read PDF files, and wants it to succeed and
// to complain of nothing.
func tool(t *testing.T, name string, args ...string) string {
	t.Helper()
	var out, complaints bytes.Buffer
	command := exec.Command(name, args...)
	command.Stdout, command.Stderr = &out, &complaints
	if err := command.Run(); err != nil || complaints.Len() > 0 {
		t.Errorf("%s: %v\n%s%s", name, err, complaints.String(), out.String())
	}
	return out.String()
}

// Every document of one client is a sound file: the tools that read it find
// no fault, its faces are embedded and cut down to what is used, its text can
// be read in order, it has a title and a language, what any file manager shows
// of it says nothing of the client, and the same records give the same bytes.
func TestDocumentFiles(t *testing.T) {
	m := newMatrix(t)
	for _, kind := range documentKinds {
		t.Run(string(kind), func(t *testing.T) {
			ask := m.ask(kind)
			for _, r := range kind.Parts() {
				ask.Parts = append(ask.Parts, r.Part)
			}
			shown := must(m.bench, m.documents.Make)(ask)
			file := m.served(shown.URL).Body.Bytes()
			if again := must(m.bench, m.documents.Make)(ask); !bytes.Equal(m.served(again.URL).Body.Bytes(), file) {
				t.Error("the same records give other bytes")
			}
			path := filepath.Join(t.TempDir(), "document.pdf")
			m.ok(os.WriteFile(path, file, 0o600))
			tool(t, "qpdf", "--check", path)
			wellNamed(t, path, shown)
			wellFaced(t, path)
			readInOrder(t, path)
			plain := filepath.Join(t.TempDir(), "plain.pdf")
			tool(t, "qpdf", "--qdf", "--object-streams=disable", path, plain)
			structure(t, file)
			structure(t, readFile(t, plain))
		})
	}
}

func wellNamed(t *testing.T, path string, shown DocumentView) {
	t.Helper()
	info := tool(t, "pdfinfo", path)
	for _, want := range []string{"Producer:        Snowfield\n", fmt.Sprintf("Pages:           %d\n", shown.Pages), "JavaScript:      no", "Encrypted:       no"} {
		if !strings.Contains(info, want) {
			t.Errorf("pdfinfo lacks %q:\n%s", want, info)
		}
	}
	if !regexp.MustCompile(`(?m)^Title: +\S`).MatchString(info) || strings.Contains(info, "Author:") {
		t.Errorf("pdfinfo:\n%s", info)
	}
	if !bytes.Contains(readFile(t, path), []byte("/Lang (")) {
		t.Error("the file names no language")
	}
}

func wellFaced(t *testing.T, path string) {
	t.Helper()
	lines := strings.Split(strings.TrimSpace(tool(t, "pdffonts", path)), "\n")
	if len(lines) < 3 {
		t.Fatalf("no faces: %q", lines)
	}
	for _, line := range lines[2:] {
		if !regexp.MustCompile(`^[A-Z]{6}\+\S+ +CID TrueType +Identity-H +yes yes yes `).MatchString(line) {
			t.Errorf("a face is not embedded, cut down and readable: %s", line)
		}
	}
}

// readInOrder wants every character of the text readable, and each page's
// number at its end, however the text is taken out.
func readInOrder(t *testing.T, path string) {
	t.Helper()
	for _, way := range [][]string{{path, "-"}, {"-layout", path, "-"}} {
		pages := strings.Split(strings.TrimSuffix(tool(t, "pdftotext", way...), "\f"), "\f")
		for i, page := range pages {
			page = strings.TrimSpace(page)
			if strings.ContainsAny(page, "\ufffd\x00") {
				t.Errorf("page %d has characters that cannot be read", i+1)
			}
			if number := fmt.Sprintf("Page %d of %d", i+1, len(pages)); strings.Count(page, number) != 1 {
				t.Errorf("page %d does not say %q", i+1, number)
			} else if at := strings.Index(page, number); len(page)-at > 400 {
				t.Errorf("the number of page %d is read before %d further characters", i+1, len(page)-at)
			}
		}
	}
}

var (
	streams  = regexp.MustCompile(`(?s)(<<(?:[^<>]|<<[^<>]*>>|<[^<>]*>)*>>)\s*stream\r?\n(.*?)endstream`)
	wordLike = []string{"zq", "zp", "harr"}
	// Six letters by chance mark a face of which only a part is in the file.
	subsetTag = regexp.MustCompile(`/[A-Z]{6}\+`)
)

// structure wants nothing of the client in a file outside what is drawn on
// its pages: its properties, outline, names and the rest. Words are looked for
// as bytes, in two bytes a letter, and written in hexadecimal.
func structure(t *testing.T, file []byte) {
	t.Helper()
	outside := streams.ReplaceAllFunc(file, func(s []byte) []byte {
		if bytes.Contains(s, []byte("/Type /Metadata")) {
			return s
		}
		return []byte("stream")
	})
	if len(outside) > len(file)*2/3 && len(file) > 100_000 {
		t.Errorf("of %d bytes %d are not drawn", len(file), len(outside))
	}
	text := strings.ToLower(string(subsetTag.ReplaceAll(outside, []byte("/"))))
	for _, word := range wordLike {
		wide := ""
		for _, unit := range utf16.Encode([]rune(word)) {
			wide += string([]byte{byte(unit >> 8), byte(unit)})
		}
		for how, form := range map[string]string{"plain": word, "wide": wide, "hexadecimal": fmt.Sprintf("%x", word), "wide hexadecimal": fmt.Sprintf("%x", wide)} {
			// Two letters are in any file by chance; a word begins with them.
			if regexp.MustCompile(regexp.QuoteMeta(form) + lettersOf(how)).MatchString(text) {
				t.Errorf("%q is in the structure of the file, %s", word, how)
			}
		}
	}
}

// lettersOf is what follows the beginning of a made-up word: two letters.
func lettersOf(how string) string {
	switch how {
	case "wide":
		return `(\x00[a-z]){2}`
	case "hexadecimal":
		return `(6[1-9a-f]|7[0-9a]){2}`
	case "wide hexadecimal":
		return `(00(6[1-9a-f]|7[0-9a])){2}`
	}
	return `[a-z]{2}`
}
