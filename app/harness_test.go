package app

import (
	"encoding/json"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"snowfield/internal/fault"
	"snowfield/internal/practice"
	"snowfield/internal/vault"
)

// deskShell stands for the desktop: it answers dialogs with paths and keeps
// what was emitted.
type deskShell struct {
	mu      sync.Mutex
	save    string // the answer to the next save dialog; empty: cancelled
	open    string
	file    string // the answer to a dialog that asks for a PDF or a picture
	folder  string
	logo    string // chosen as a picture
	clip    string // on the clipboard
	emitted []string
	data    map[string][]any // what came with each event, in order
	quits   int
}

func (d *deskShell) SaveFile(_, suggested, _, _ string) (string, error) {
	if d.save == "" {
		return "", nil
	}
	return filepath.Join(d.save, suggested), nil
}

func (d *deskShell) OpenFile(_, _, pattern string) (string, error) {
	if strings.Contains(pattern, ".pdf") {
		return d.file, nil
	}
	if strings.Contains(pattern, ".png") {
		return d.logo, nil
	}
	return d.open, nil
}
func (d *deskShell) OpenFolder(string) (string, error) { return d.folder, nil }
func (d *deskShell) Reveal(string) error               { return nil }
func (d *deskShell) Print() error                      { return nil }
func (d *deskShell) Clipboard() (string, error) {
	d.mu.Lock()
	defer d.mu.Unlock()
	return d.clip, nil
}

func (d *deskShell) SetClipboard(text string) error {
	d.mu.Lock()
	defer d.mu.Unlock()
	d.clip = text
	return nil
}

func (d *deskShell) Quit() {
	d.mu.Lock()
	defer d.mu.Unlock()
	d.quits++
}

func (d *deskShell) Emit(event string, data ...any) {
	d.mu.Lock()
	defer d.mu.Unlock()
	d.emitted = append(d.emitted, event)
	if d.data == nil {
		d.data = map[string][]any{}
	}
	d.data[event] = append(d.data[event], data...)
}

// heard returns what came with an event so far.
func (d *deskShell) heard(event string) []any {
	d.mu.Lock()
	defer d.mu.Unlock()
	return slices.Clone(d.data[event])
}

// quitted returns how often the window was told to go.
func (d *deskShell) quitted() int {
	d.mu.Lock()
	defer d.mu.Unlock()
	return d.quits
}

// told returns what the page was told so far.
func (d *deskShell) told() []string {
	d.mu.Lock()
	defer d.mu.Unlock()
	return slices.Clone(d.emitted)
}

// bench is an app on a real vault in a temporary folder, with a clock to set.
type bench struct {
	testing.TB
	app       *App
	shell     *deskShell
	folder    string
	logFolder string
	clock     time.Time // changed by wait and set alone
	hands     sync.Mutex

	vault     *Vault
	drafts    *Drafts
	settings  *Settings
	today     *Today
	clients   *Clients
	sessions  *Sessions
	notes     *Notes
	documents *Documents
	library   *Library

	preparations *Preparations
	readiness    *Readiness
	prescribers  *Prescribers
	courses      *Courses
	commitments  *Commitments

	clearances  *Clearances
	consents    *Consents
	attachments *Attachments
}

const testPassphrase = "four grey geese over the ridge"

// newBench starts an app on an empty folder.
func newBench(t testing.TB) *bench {
	t.Helper()
	b := &bench{TB: t, shell: &deskShell{}, folder: filepath.Join(t.TempDir(), "practice"), logFolder: t.TempDir()}
	b.clock = time.Date(2026, 3, 12, 17, 0, 0, 0, time.UTC)
	b.start()
	return b
}

// start starts the app anew on the bench's folder, as after a crash.
func (b *bench) start() {
	b.Helper()
	a := newApp(Config{}, b.shell, OpenLog(b.logFolder))
	a.clock = &sessionClock{wall: b.time, steady: func() time.Duration { return 0 }}
	a.now = a.clock.now
	a.awake.ask = func() (func(), error) { return func() {}, nil } // the tests of awake_linux.go ask for real
	a.occupy(vault.Place{Folder: b.folder, WorkFactor: 10})
	if a.inUse != nil {
		b.Fatal(a.inUse)
	}
	close(a.ready)
	b.app = a
	b.Cleanup(a.stopped)
	b.vault, b.drafts, b.settings, b.today = &Vault{a.core}, &Drafts{a.core}, &Settings{a.core}, &Today{a.core}
	b.clients, b.sessions, b.notes, b.documents = &Clients{a.core}, &Sessions{a.core}, &Notes{a.core}, &Documents{a.core}
	b.library = &Library{a.core}
	b.preparations, b.readiness, b.prescribers = &Preparations{a.core}, &Readiness{a.core}, &Prescribers{a.core}
	b.courses, b.commitments = &Courses{a.core}, &Commitments{a.core}
	b.clearances, b.consents, b.attachments = &Clearances{a.core}, &Consents{a.core}, &Attachments{a.core}
}

// create makes a practice and returns its recovery code.
func (b *bench) create() string {
	b.Helper()
	created := must(b, b.vault.Create)(CreateRequest{Passphrase: testPassphrase, Practice: practice.Practice{
		TherapistName: "Ada Fielding", Credential: "LMFT", License: "TEST-1", PracticeName: "Birch Room", Zone: "America/Los_Angeles",
	}})
	return created.RecoveryCode
}

func must[A, R any](b *bench, call func(A) (R, error)) func(A) R {
	return func(a A) R {
		b.Helper()
		r, err := call(a)
		if err != nil {
			b.Fatalf("%v", err)
		}
		return r
	}
}

func get[R any](b *bench, call func() (R, error)) R {
	b.Helper()
	r, err := call()
	if err != nil {
		b.Fatalf("%v", err)
	}
	return r
}

func (b *bench) ok(err error) {
	b.Helper()
	if err != nil {
		b.Fatalf("%v", err)
	}
}

// wire is an error as the page gets it.
type wire struct {
	Code    fault.Code
	Message string
	Fields  map[string]string
	Ref     string
}

func (b *bench) refused(err error, code fault.Code) wire {
	b.Helper()
	if err == nil {
		b.Fatalf("not refused, want %s", code)
	}
	var w wire
	if json.Unmarshal([]byte(wireError(err).(string)), &w) != nil || w.Code != code || w.Message == "" {
		b.Fatalf("refused with %v, want %s", err, code)
	}
	return w
}

// add makes a client with a name.
func (b *bench) add(name string) practice.Client {
	b.Helper()
	return must(b, b.clients.Save)(practice.Client{ID: practice.NewID(), LegalName: name, Intention: "To rest."})
}

// begin plans a session of a kind for now and opens it; for a dosing session
// everything is put right first.
func (b *bench) begin(kind practice.SessionKind, clientID, follows string) SessionView {
	b.Helper()
	v := must(b, b.sessions.Save)(practice.Session{
		ID: practice.NewID(), Kind: kind, Participants: []practice.Participant{{ID: practice.NewID(), ClientID: clientID}},
		PlannedStart: practice.At(b.clock), PlannedEnd: practice.At(b.clock.Add(3 * time.Hour)),
		Zone: "America/Los_Angeles", Place: practice.Office, DosingSessionID: follows,
	})
	if kind == practice.Dosing {
		b.ready(v)
	}
	return must(b, b.sessions.Begin)(v.Session.ID)
}

func (b *bench) entry(v SessionView) practice.Entry {
	return practice.Entry{ID: practice.NewID(), ParticipantID: v.Parts[0].ParticipantID, At: practice.At(b.clock)}
}

// dose records a lozenge, with the reason it needs where nothing was measured
// before it.
func (b *bench) dose(v SessionView, mg int64) SessionView {
	b.Helper()
	_, err := b.sessions.RecordDose(v.Session.ID, practice.DoseEvent{
		Entry: b.entry(v), TakenUg: mg * 1000, PrescribedUg: mg * 1000, Route: practice.Sublingual, Form: practice.Lozenge, Reason: "The cuff was broken.",
	})
	b.ok(err)
	return must(b, b.sessions.Get)(v.Session.ID)
}

func (b *bench) reading(v SessionView, systolic, diastolic int) SessionView {
	b.Helper()
	_, err := b.sessions.RecordVitals(v.Session.ID, practice.VitalSigns{Entry: b.entry(v), SystolicMmHg: &systolic, DiastolicMmHg: &diastolic})
	b.ok(err)
	return must(b, b.sessions.Get)(v.Session.ID)
}

func (b *bench) observe(v SessionView, text string) SessionView {
	b.Helper()
	_, err := b.sessions.RecordObservation(v.Session.ID, practice.Observation{Entry: b.entry(v), Text: text})
	b.ok(err)
	return must(b, b.sessions.Get)(v.Session.ID)
}

// write writes a note's first section and its risk.
func (b *bench) write(v SessionView, text string) NoteSaved {
	b.Helper()
	n := must(b, b.notes.Open)(v.Parts[0].ParticipantID).Note
	n.Sections[0].Body, n.Risk = text, practice.RiskNoConcern
	return must(b, b.notes.Save)(n)
}

func (b *bench) wait(d time.Duration) { b.set(b.clock.Add(d)) }

// set sets the clock, which the app looks at by itself while a session runs.
func (b *bench) set(now time.Time) {
	b.hands.Lock()
	defer b.hands.Unlock()
	b.clock = now
}

// time is what the app reads on the clock.
func (b *bench) time() time.Time {
	b.hands.Lock()
	defer b.hands.Unlock()
	return b.clock
}

func readFile(t testing.TB, path string) []byte {
	t.Helper()
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	return data
}

func zoneOf(t testing.TB, name string) *time.Location {
	t.Helper()
	loc, err := time.LoadLocation(name)
	if err != nil {
		t.Fatal(err)
	}
	return loc
}

// summaryOf asks for the session summary of a participant.
func summaryOf(session, participant string) DocumentRequest {
	return DocumentRequest{Kind: practice.DocSummary, SessionID: session, ParticipantID: participant}
}
