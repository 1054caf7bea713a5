package app

import (
	"bytes"
	"encoding/base64"
	"encoding/binary"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"net/url"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"unicode/utf16"

	"snowfield/internal/fault"
	"snowfield/internal/practice"
)

// told is what must be told nowhere: it stands for a name, a passphrase and
// every other text of the therapist. It has a letter beyond ASCII.
const told = "Quillfeather-Ört"

// forms are how it could look in a file.
func forms(text string) map[string][]byte {
	all := map[string][]byte{
		"as it is": []byte(text), "quoted": []byte(strings.Trim(fmt.Sprintf("%+q", text), `"`)), "in a URL": []byte(url.QueryEscape(text)),
		"hex": []byte(hex.EncodeToString([]byte(text))), "HEX": []byte(strings.ToUpper(hex.EncodeToString([]byte(text)))),
	}
	var little, big []byte
	for _, unit := range utf16.Encode([]rune(text)) {
		little, big = binary.LittleEndian.AppendUint16(little, unit), binary.BigEndian.AppendUint16(big, unit)
	}
	all["UTF-16"], all["UTF-16 big-endian"] = little, big
	for shift := range 3 {
		// What stands before it decides how it falls into groups of three bytes.
		whole := base64.StdEncoding.EncodeToString([]byte(strings.Repeat(" ", shift) + text))
		all[fmt.Sprint("base64 ", shift)] = []byte(whole[4 : len(whole)/4*4-4])
	}
	return all
}

// wantUntold looks for every form of a text, in any case of its letters.
func wantUntold(t *testing.T, where string, content []byte, text string) {
	t.Helper()
	for name, form := range forms(text) {
		if bytes.Contains(bytes.ToLower(content), bytes.ToLower(form)) {
			t.Errorf("%s tells it, %s", where, name)
		}
	}
}

// redactionEnv names the folder in which the process that is watched works.
const redactionEnv = "SNOWFIELD_TEST_REDACTION"

// TestNothingIsTold has another process call every bound method with a text
// in each place where one can stand, with calls that do not parse, and with
// panics that carry it. Then it is in nothing that process printed, in no log,
// in no file's name and in no file, but for the documents that were exported.
// In the vault and in backups it is, encrypted.
func TestNothingIsTold(t *testing.T) {
	if root := os.Getenv(redactionEnv); root != "" {
		tellEverything(t, root)
		return
	}
	for name, form := range forms(told) {
		if len(form) < 12 {
			t.Errorf("%s: %d bytes are too few to look for", name, len(form))
		}
	}
	root := t.TempDir()
	watched := exec.Command(os.Args[0], "-test.run=^TestNothingIsTold$")
	watched.Env = append(os.Environ(), redactionEnv+"="+root)
	printed, err := watched.CombinedOutput()
	if err != nil {
		t.Fatalf("%v\n%s", err, printed)
	}
	wantUntold(t, "what was printed", printed, told)

	logs, vaults, backups := 0, 0, 0
	err = filepath.WalkDir(root, func(path string, entry fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		rel, _ := filepath.Rel(root, path)
		wantUntold(t, "the name of a file", []byte(rel), told)
		if entry.IsDir() || strings.Contains(filepath.ToSlash(rel), "/exports/") {
			return nil
		}
		switch {
		case filepath.Ext(path) == ".log":
			logs++
		case filepath.Base(path) == "records.db":
			vaults++
		case filepath.Ext(path) == ".snowfield":
			backups++
		}
		wantUntold(t, rel, readFile(t, path), told)
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	if logs < len(scripts) || vaults < len(scripts) || backups < 2 {
		t.Errorf("looked at %d logs, %d vaults and %d backups", logs, vaults, backups)
	}
}

// tellEverything is the process that is watched. Each script is played on a
// desk of its own, each of its calls first with the text in one place after
// the other, then as it is.
func tellEverything(t *testing.T, root string) {
	o := newOfficeIn(t, root)
	heard := map[string]bool{}
	var calls []boundCall
	for i, script := range scripts {
		o.desk = filepath.Join(root, fmt.Sprint("desk-", i))
		script, empty := strings.CutPrefix(script, "empty\n")
		p := &played{
			bench: o.sit(t, empty), empty: empty, succeeded: map[string]bool{}, words: slices.Clone(o.words),
			phrases: []string{testPassphrase, told},
		}
		calls = boundCalls(p.app)
		p.calls = calls
		for _, line := range strings.Split(script, "\n") {
			name, text, _ := strings.Cut(line, " ")
			at := slices.IndexFunc(calls, func(c boundCall) bool { return c.name == name })
			if at < 0 {
				continue
			}
			var args []any
			p.ok(json.Unmarshal([]byte(strings.NewReplacer(p.words...).Replace(text)), &args))
			for _, changed := range withText(args, told) {
				raw := rawArgs(p, changed, o.words)
				p.ill(calls[at], raw)
				values, err := calls[at].decode(raw)
				if err != nil {
					continue
				}
				if !p.empty && !slices.Contains(whileLocked, name) {
					p.reopen()
				}
				heard[name] = true
				_, panicked, err := calls[at].call(values)
				if panicked != nil || err != nil && wired(p, err).Code == fault.Internal {
					p.Fatalf("%s fails: %v, panic %v", name, err, panicked)
				}
			}
			p.line(line, 0, nil)
		}
		p.panics()
		if p.app.isLocked() && get(p.bench, p.vault.State).State != "empty" {
			p.reopen()
		}
		if strings.HasPrefix(script, "Clients.Save") && must(p.bench, p.clients.List)(ClientQuery{Query: told, Filter: "all", Limit: 10}).Total == 0 {
			t.Error("it is not in the records")
		}
		p.app.stopped()
	}
	for _, c := range calls {
		of := c.method.Type()
		takes := false
		for i := range of.NumIn() {
			takes = takes || of.In(i).Kind().String() == "string" || of.In(i).Kind().String() == "struct"
		}
		if takes && !heard[c.name] {
			t.Errorf("%s was not told it", c.name)
		}
	}
}

// withText returns arguments with a text in one place after the other where a
// text stands, then in all that are free text.
func withText(args []any, text string) (list [][]any) {
	var walk func(v any, put func(any))
	walk = func(v any, put func(any)) {
		switch v := v.(type) {
		case string:
			put(text)
			list = append(list, clone(args))
			put(v)
		case map[string]any:
			for _, k := range slices.Sorted(maps.Keys(v)) {
				held := v[k]
				walk(held, func(next any) { v[k] = next })
			}
		case []any:
			for i, held := range v {
				walk(held, func(next any) { v[i] = next })
			}
		default:
			put(text)
			list = append(list, clone(args))
			put(v)
		}
	}
	for i, arg := range args {
		walk(arg, func(next any) { args[i] = next })
	}
	return list
}

func clone(args []any) (copied []any) {
	b, _ := json.Marshal(args)     //nolint:errcheck // it came from JSON
	_ = json.Unmarshal(b, &copied) //nolint:errcheck // as above
	return copied
}

// rawArgs are arguments as JSON. What they make anew gets an identifier that no
// call before had.
func rawArgs(t testing.TB, args []any, words []string) (raw []json.RawMessage) {
	t.Helper()
	var renewed []string
	for i := 0; i < len(words); i += 2 {
		if strings.HasPrefix(words[i], "$new") {
			renewed = append(renewed, words[i+1], practice.NewID())
		}
	}
	for _, a := range args {
		raw = append(raw, json.RawMessage(strings.NewReplacer(renewed...).Replace(asJSON(t, a))))
	}
	return raw
}

// ill is what the runtime says to its logger of a call it cannot make: the
// whole message, and why.
func (p *played) ill(c boundCall, args []json.RawMessage) {
	_, err := c.decode(args[:len(args)-1])
	message := fmt.Sprintf("process message error: C%s -> %s %s", c.name, args, err)
	logger := wailsLogger{p.app.log}
	for _, say := range []func(string){logger.Print, logger.Trace, logger.Debug, logger.Info, logger.Warning, logger.Error, logger.Fatal} {
		say(message)
	}
}

// spoken panics with its text when it is printed, too.
type spoken struct{ text string }

func (s spoken) Error() string { return s.text }

// panics has every kind of panic come to the door.
func (p *played) panics() {
	p.Helper()
	var none []string
	for _, act := range []func(){
		func() { panic(told) },
		func() { panic(errors.New(told)) },
		func() { panic(fmt.Errorf("reading %s: %w", told, spoken{told})) },
		func() { panic(spoken{told}) },
		func() { panic(map[string]string{told: told}) },
		func() { _ = none[len(told)] },
		func() { _ = any(told).(fmt.Stringer) },
	} {
		_, err := door(p.app.core, func() (nothing, error) {
			act()
			return nothing{}, nil
		})
		if w := wired(p, err); w.Code != fault.Internal || strings.Contains(w.Message, told) || w.Ref == "" {
			p.Fatalf("a panic comes out as %s", w.Code)
		}
	}
	_, err := door(p.app.core, func() (nothing, error) { return nothing{}, fmt.Errorf("at %s: %w", told, spoken{told}) })
	if w := wired(p, err); w.Code != fault.Internal || strings.Contains(w.Message, told) {
		p.Fatal("an error nobody expected tells its text")
	}
}
