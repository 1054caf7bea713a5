package protect_test

import (
	"bytes"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"snowfield/internal/fault"
	"snowfield/internal/report/block"
	"snowfield/internal/report/pdf"
	"snowfield/internal/report/protect"
)

const password = "four grey geese over the ridge"

// document draws a document of some pages.
func document(t *testing.T) []byte {
	t.Helper()
	blocks := []block.Block{block.Title{Text: "A summary"}, block.Heading{Level: 1, Text: block.Say("A part")}}
	for range 100 {
		blocks = append(blocks, block.Paragraph{Text: block.Say("She spoke of the lake, and of the house beside it.")})
	}
	made, err := pdf.Draw(block.Document{
		Title: "A summary", Language: "en-US", Created: time.Date(2026, 3, 12, 9, 0, 0, 0, time.UTC),
		Letterhead: block.Letterhead{Name: "A practice"}, Blocks: blocks,
	})
	if err != nil {
		t.Fatal(err)
	}
	return made.PDF
}

// protected writes a document with a password and returns its path.
func protected(t *testing.T, pdf []byte, password string) string {
	t.Helper()
	sealed, err := protect.File(pdf, password)
	if err != nil {
		t.Fatal(err)
	}
	path := filepath.Join(t.TempDir(), "protected.pdf")
	if err := os.WriteFile(path, sealed, 0o600); err != nil {
		t.Fatal(err)
	}
	return path
}

// run runs one of the tools that read PDF files.
func run(t *testing.T, name string, args ...string) (string, error) {
	t.Helper()
	path, err := exec.LookPath(name)
	if err != nil {
		t.Fatalf("%s is needed for this test: %v", name, err)
	}
	out, err := exec.Command(path, args...).CombinedOutput()
	return string(out), err
}

// mostOfPdftotext is how many bytes of a password the tool takes on its command
// line.
const mostOfPdftotext = 32

// Two readers that know nothing of the writer open the file with the password
// and not without; they find the strongest protection the format has, and
// screen readers allowed.
func TestProtectedFileOpensWithItsPasswordAlone(t *testing.T) {
	made := document(t)
	plain := filepath.Join(t.TempDir(), "plain.pdf")
	if err := os.WriteFile(plain, made, 0o600); err != nil {
		t.Fatal(err)
	}
	words, err := run(t, "pdftotext", plain, "-")
	if err != nil || len(words) < 100 {
		t.Fatalf("%q, %v", words, err)
	}
	for _, password := range []string{password, "Söme pässwörd, ∞ long", "Пароль и слово", strings.Repeat("ä", 63)} {
		path := protected(t, made, password)
		if bytes.Contains(readFile(t, path), []byte(password)) {
			t.Errorf("%q is in the file", password)
		}
		if out, err := run(t, "qpdf", "--check", "--password="+password, path); err != nil {
			t.Errorf("qpdf with the password: %v\n%s", err, out)
		}
		facts, err := run(t, "qpdf", "--show-encryption", "--password="+password, path)
		if err != nil {
			t.Errorf("qpdf with the password: %v", err)
		}
		for _, want := range []string{"R = 6", "P = -4", "extract for accessibility: allowed", "stream encryption method: AESv3", "string encryption method: AESv3", "file encryption method: AESv3"} {
			if !strings.Contains(facts, want) {
				t.Errorf("qpdf does not say %q:\n%s", want, facts)
			}
		}
		if len(password) <= mostOfPdftotext {
			if got, err := run(t, "pdftotext", "-upw", password, path, "-"); err != nil || got != words {
				t.Errorf("Poppler with the password reads %q, %v", got, err)
			}
		}
		for _, wrong := range []string{"", password[:len(password)-1], strings.ToUpper(password) + "!"} {
			if out, err := run(t, "qpdf", "--check", "--password="+wrong, path); err == nil {
				t.Errorf("qpdf opens it with %q: %s", wrong, out)
			}
			if out, err := run(t, "pdftotext", "-upw", wrong, path, "-"); err == nil {
				t.Errorf("Poppler opens it with %q: %s", wrong, out)
			}
		}
	}
}

func TestProtectTakesTheSamePasswordFromEverySystem(t *testing.T) {
	made := document(t)
	path := protected(t, made, "schön und länger") // letters and their marks apart
	if out, err := run(t, "qpdf", "--check", "--password=schön und länger", path); err != nil {
		t.Errorf("%v\n%s", err, out)
	}
}

func TestProtectRefuses(t *testing.T) {
	for name, password := range map[string]string{"none": "", "short": "elevenchars", "long": strings.Repeat("ä", 64)} {
		sealed, err := protect.File([]byte("%PDF-1.3"), password)
		if fault.CodeOf(err) != fault.Invalid || sealed != nil {
			t.Errorf("%s: %d bytes, %v", name, len(sealed), err)
		}
	}
	if _, err := protect.File([]byte("no PDF at all"), password); err == nil {
		t.Error("what is no PDF was protected")
	}
}

// The library behind it would keep settings and fonts in the user's folders,
// and could use files on the way: it does neither.
func TestProtectWritesNoFile(t *testing.T) {
	if os.Getenv("SNOWFIELD_PROTECT") != "" {
		if _, err := protect.File(document(t), password); err != nil {
			t.Fatal(err)
		}
		return
	}
	home := t.TempDir()
	command := exec.Command(os.Args[0], "-test.run=^TestProtectWritesNoFile$")
	command.Dir = home
	command.Env = []string{"SNOWFIELD_PROTECT=1"}
	for _, name := range []string{"HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME", "XDG_DATA_HOME", "TMPDIR", "TMP", "TEMP", "USERPROFILE", "APPDATA", "LOCALAPPDATA"} {
		command.Env = append(command.Env, name+"="+home)
	}
	if out, err := command.CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	var found []string
	err := filepath.WalkDir(home, func(path string, _ os.DirEntry, err error) error {
		found = append(found, path)
		return err
	})
	if err != nil || !slices.Equal(found, []string{home}) {
		t.Errorf("it left %q, %v", found, err)
	}
}

func readFile(t *testing.T, path string) []byte {
	t.Helper()
	b, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	return b
}
