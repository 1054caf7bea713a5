package app

import (
	"bytes"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"reflect"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"snowfield/internal/fault"
	"snowfield/internal/practice"
	"snowfield/internal/store"
)

// boundCall is a method the page may call.
type boundCall struct {
	name   string // "Vault.Unlock"
	method reflect.Value
}

// boundCalls returns every method the page may call, by name. The runtime
// binds what it finds by reflection, and so does this.
func boundCalls(a *App) (list []boundCall) {
	for _, bound := range a.bound() {
		v := reflect.ValueOf(bound)
		for i := range v.NumMethod() {
			name := v.Elem().Type().Name() + "." + v.Type().Method(i).Name
			list = append(list, boundCall{name, v.Method(i)})
		}
	}
	slices.SortFunc(list, func(x, y boundCall) int { return strings.Compare(x.name, y.name) })
	return list
}

// decode makes a call's arguments of JSON, as the runtime does.
func (c boundCall) decode(args []json.RawMessage) ([]reflect.Value, error) {
	of := c.method.Type()
	if len(args) != of.NumIn() {
		return nil, fmt.Errorf("received %d arguments, expected %d", len(args), of.NumIn())
	}
	values := make([]reflect.Value, len(args))
	for i, arg := range args {
		value := reflect.New(of.In(i))
		if err := json.Unmarshal(arg, value.Interface()); err != nil {
			return nil, err
		}
		values[i] = value.Elem()
	}
	return values, nil
}

// call calls the method; a panic that escapes it is returned as such.
func (c boundCall) call(args []reflect.Value) (result, panicked any, err error) {
	defer func() { panicked = recover() }()
	for _, out := range c.method.Call(args) {
		if out.Type() == reflect.TypeFor[error]() {
			err, _ = out.Interface().(error)
		} else {
			result = out.Interface()
		}
	}
	return result, nil, err
}

// codes are all that an error on the wire may have.
var codes = []fault.Code{
	fault.Invalid, fault.NotFound, fault.Conflict, fault.Locked, fault.Signed, fault.Blocked, fault.WrongPassphrase,
	fault.Corrupt, fault.TooNew, fault.NotSaved, fault.Cancelled, fault.Internal,
}

// wired is an error as the page gets it; it fails when it is in no such form.
func wired(t testing.TB, err error) (w wire) {
	t.Helper()
	text, ok := wireError(err).(string)
	if !ok || json.Unmarshal([]byte(text), &w) != nil || !slices.Contains(codes, w.Code) || w.Message == "" {
		t.Fatalf("the page gets %q", text)
	}
	return w
}

// whileLocked are the methods that do something while the records are locked.
// All others refuse.
var whileLocked = []string{
	"Documents.Reveal", "Live.Now", "Sessions.Vocabulary", "Settings.Screen", "Settings.SetScreenProtection", "Vault.CheckRecoveryCode", "Vault.ChooseBackup",
	"Vault.CloseWithBackup", "Vault.CloseWithoutBackup", "Vault.Cover", "Vault.Create", "Vault.InspectBackup", "Vault.Lock",
	"Vault.RestoreBackup", "Vault.State", "Vault.StayOpen", "Vault.Touch", "Vault.Unlock", "Vault.UnlockWithCode", "Work.Cancel",
}

// whileCovered are those that need the records and still do something while
// the screen is covered.
var whileCovered = []string{
	"Live.Covered", "Preparations.EmergencyCard", "Sessions.RecordDose", "Sessions.RecordObservation", "Sessions.RecordVitals",
	"Vault.BackupNow", "Vault.Uncover",
}

// whileHanded are those that still do something, or refuse for reasons of their
// own, while a form is handed over to a client. All others refuse as if the
// records were locked.
var whileHanded = []string{
	"Live.Now", "Measures.Handed", "Measures.HandedAnswer", "Measures.HandedDone", "Measures.TakeBack", "Sessions.Vocabulary", "Settings.Screen",
	"Vault.CheckRecoveryCode", "Vault.CloseWithBackup", "Vault.CloseWithoutBackup", "Vault.Cover", "Vault.Create", "Vault.Lock", "Vault.State",
	"Vault.StayOpen", "Vault.Touch", "Vault.Unlock", "Vault.UnlockWithCode", "Work.Cancel",
}

// office is a small practice on disk, from which any number of apps are
// started, each on a copy of its own. Its clock stands still but for the calls.
type office struct {
	root   string
	desk   string            // the folders of the app that runs now
	files  map[string][]byte // of the vault folder
	clock  time.Time
	words  []string // placeholders of a script and what they stand for
	length int64    // of the audit trail, and its head
	head   string
	signed string // the signed note, as JSON
	code   string // the recovery code
	backup string // path of a backup of it
	client string // the first one's id; of her is a psychotherapy note with privateCanary
}

// newOffice makes the practice: a client with a signed dosing session, a
// second one with a draft, and a planned check-in.
func newOffice(t testing.TB) *office {
	t.Helper()
	return newOfficeIn(t, t.TempDir())
}

func newOfficeIn(t testing.TB, root string) *office {
	t.Helper()
	o := &office{root: root, desk: filepath.Join(root, "desk"), files: map[string][]byte{}}
	o.clear(t)
	if err := os.MkdirAll(filepath.Join(root, "tmp"), 0o700); err != nil {
		t.Fatal(err)
	}
	for _, name := range []string{"HOME", "TMPDIR", "TMP", "XDG_CONFIG_HOME", "XDG_CACHE_HOME", "XDG_STATE_HOME", "XDG_DATA_HOME"} {
		t.Setenv(name, filepath.Join(root, "tmp"))
	}
	b := newBench(t)
	b.app.place.WorkFactor = 1
	o.code = b.create()
	client := b.add("Nell Harrow")
	s := b.begin(practice.Dosing, client.ID, "")
	s = b.reading(s, 128, 82)
	s = b.dose(s, 200)
	b.wait(time.Hour)
	s = b.observe(s, "It is wide in here.")
	s = b.end(s.Session.ID)
	saved := b.write(s, "Quiet and inward.")
	signed, err := b.notes.Sign(saved.Note.ID, saved.Note.Version)
	b.ok(err)
	b.wait(24 * time.Hour)
	open := b.begin(practice.Dosing, client.ID, "")
	open = b.reading(open, 120, 80)
	open = b.dose(open, 100)
	open = b.observe(open, "Rested.")
	draft := b.write(open, "A river.")
	beside := b.begin(practice.Dosing, b.add("Ben Lund").ID, "")
	planned := must(b, b.sessions.Save)(practice.Session{
		ID: practice.NewID(), Kind: practice.CheckIn, Participants: []practice.Participant{{ID: practice.NewID(), ClientID: client.ID}},
		PlannedStart: practice.At(b.clock.Add(48 * time.Hour)), PlannedEnd: practice.At(b.clock.Add(49 * time.Hour)),
		Zone: "America/Los_Angeles", Place: practice.Virtual, DosingSessionID: s.Session.ID,
	})
	o.client = client.ID
	b.enter(client.ID)
	private := b.analysis(client.ID, "A pull towards rescuing, "+privateCanary+".")
	b.shell.folder = filepath.Join(o.desk, "backups")
	get(b, b.vault.ChooseBackupFolder)
	o.backup = filepath.Join(o.root, "given.snowfield")
	if err := os.WriteFile(filepath.Join(o.root, "scan.pdf"), []byte("%PDF-1.4 a scan"), 0o600); err != nil {
		t.Fatal(err)
	}
	copyFile(t, get(b, b.vault.BackupNow).Path, o.backup)
	settings := get(b, b.settings.Get)
	o.clock = b.clock

	o.length, o.head = trailOf(b, 0, "")
	o.signed = asJSON(t, signed.Note)
	b.ok(b.vault.Lock(""))
	b.app.stopped()
	for _, name := range []string{"records.db", "key.age"} {
		o.files[name] = readFile(t, filepath.Join(b.folder, name))
	}

	o.words = []string{
		"$PRACTICE", asJSON(t, settings.Practice), "$SETTINGS", asJSON(t, settings.Settings), "$CLIENT", asJSON(t, client),
		"$SESSION", asJSON(t, open.Session), "$PLANNED", asJSON(t, planned.Session), "$NOTE", asJSON(t, draft.Note),
		"$version", strconv.Itoa(draft.Note.Version), "$pass", testPassphrase, "$code", o.code, "$backup", o.backup,
		"$private", private.ID, "$signedpart", s.Parts[0].ParticipantID, "$signed", signed.Note.ID, "$note", draft.Note.ID, "$client", client.ID,
		"$nextdoor", beside.Session.ID, "$beside", beside.Parts[0].ParticipantID, "$dosing", s.Session.ID, "$session", open.Session.ID, "$part", open.Parts[0].ParticipantID,
		"$planned", planned.Session.ID, "$plannedpart", planned.Parts[0].ParticipantID, "$now", string(practice.At(o.clock)), "$today", o.clock.In(zoneOf(t, "America/Los_Angeles")).Format(time.DateOnly),
		"$entry", open.Parts[0].Log[0].Entry.ID, "$observed", open.Parts[0].Log[2].Entry.ID, "$struck", s.Parts[0].Log[0].Entry.ID,
	}
	for i := range 10 {
		o.words = append(o.words, fmt.Sprintf("$new%d", i), practice.NewID())
	}
	return o
}

func asJSON(t testing.TB, v any) string {
	t.Helper()
	b, err := json.Marshal(v)
	if err != nil {
		t.Fatal(err)
	}
	return string(b)
}

func copyFile(t testing.TB, from, to string) {
	t.Helper()
	if err := os.WriteFile(to, readFile(t, from), 0o600); err != nil {
		t.Fatal(err)
	}
}

// trailOf verifies the open records: their database, and the audit trail, which
// must still hold an entry that was met before.
func trailOf(b *bench, length int64, head string) (int64, string) {
	b.Helper()
	b.app.mu.RLock()
	defer b.app.mu.RUnlock()
	var answer string
	b.ok(b.app.open.vault.DB().QueryRow("SELECT group_concat(integrity_check) FROM pragma_integrity_check").Scan(&answer))
	if answer != "ok" {
		b.Fatalf("the database: %s", answer)
	}
	b.ok(b.app.open.vault.DB().QueryRow("SELECT count(*) FROM pragma_foreign_key_check").Scan(&answer))
	if answer != "0" {
		b.Fatalf("%s broken references", answer)
	}
	b.ok(b.app.open.store.View(b.Context(), b.clock, func(tx *store.Tx) (err error) {
		length, head, err = tx.VerifyAudit(length, head)
		return err
	}))
	return length, head
}

// deskFolders are those a desk has: of the vault, and of what the person chose.
var deskFolders = []string{"practice", "backups", "exports", "log", "config"}

// clear makes the desk anew.
func (o *office) clear(t testing.TB) {
	t.Helper()
	if err := os.RemoveAll(o.desk); err != nil {
		t.Fatal(err)
	}
	for _, name := range deskFolders {
		if err := os.MkdirAll(filepath.Join(o.desk, name), 0o700); err != nil {
			t.Fatal(err)
		}
	}
}

// sit starts an app on a copy of the office and unlocks it, or where there are
// no records yet.
func (o *office) sit(t testing.TB, empty bool) *bench {
	t.Helper()
	o.clear(t)
	b := &bench{TB: t, folder: filepath.Join(o.desk, "practice"), logFolder: filepath.Join(o.desk, "log"), clock: o.clock}
	b.shell = &deskShell{save: filepath.Join(o.desk, "exports"), open: o.backup, file: filepath.Join(o.root, "scan.pdf"), folder: filepath.Join(o.desk, "backups")}
	if !empty {
		for name, content := range o.files {
			if err := os.WriteFile(filepath.Join(b.folder, name), content, 0o600); err != nil {
				t.Fatal(err)
			}
		}
	}
	b.start()
	b.app.place.WorkFactor = 1
	b.app.screen = screen{file: filepath.Join(o.desk, "config", "screen.json"), supported: true}
	if !empty {
		must(b, b.vault.Unlock)(testPassphrase)
	}
	return b
}

// vaultBytes is everything in the vault folder.
func vaultBytes(t testing.TB, folder string) []byte {
	t.Helper()
	entries, err := os.ReadDir(folder)
	if err != nil {
		t.Fatal(err)
	}
	var all bytes.Buffer
	for _, e := range entries {
		fmt.Fprintln(&all, e.Name())
		if !e.IsDir() {
			all.Write(readFile(t, filepath.Join(folder, e.Name())))
		}
	}
	return all.Bytes()
}
