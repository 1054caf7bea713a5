package app

import (
	"fmt"
	"io/fs"
	"maps"
	"math"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
	"sync/atomic"
	"time"

	"github.com/google/uuid"

	"snowfield/internal/practice"
	"snowfield/internal/vault"
)

// What the torture works with: a practice in a folder, an app at work in it,
// and a script of what a therapist does, one bound call after the other. A
// script is made from a seed. Its texts, identifiers and times are fixed, so
// that every run of it leads to the same records.

// home is the folder of one practice: the vault, and its backups beside it.
type home string

func (h home) vault() string   { return filepath.Join(string(h), "practice") }
func (h home) backups() string { return filepath.Join(string(h), "backups") }

func (h home) place() vault.Place { return vault.Place{Folder: h.vault(), WorkFactor: 4} }

// copyTo copies a home, at work or not. The lock is left out: it is the
// system's word that somebody works there.
func (h home) copyTo(into home) error {
	return filepath.WalkDir(string(h), func(path string, e fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		rest, err := filepath.Rel(string(h), path)
		if err != nil {
			return err
		}
		to := filepath.Join(string(into), rest)
		switch {
		case e.IsDir():
			return os.MkdirAll(to, 0o700)
		case e.Name() == "lock":
			return nil
		}
		content, err := os.ReadFile(path)
		if err != nil {
			return err
		}
		return os.WriteFile(to, content, 0o600)
	})
}

// secrets open the records. The code is not known before somebody was told.
type secrets struct {
	Passphrase, Code string
}

// desk is an app at work in a home.
type desk struct {
	home
	secrets
	app   *App
	clock atomic.Int64       // Unix milliseconds
	old   map[string]secrets // of each backup, by its file name
	sent  any                // what was sent and refused, to be sent again as it was

	vault    *Vault
	drafts   *Drafts
	settings *Settings
	clients  *Clients
	sessions *Sessions
	notes    *Notes

	preparations *Preparations
	readiness    *Readiness
}

// sit starts an app in a home; the records stay locked.
func sit(h home, s secrets) *desk {
	d := &desk{home: h, secrets: s, old: map[string]secrets{}}
	a := newApp(Config{}, &deskShell{folder: h.backups()}, &Log{})
	a.clock = &sessionClock{wall: func() time.Time { return time.UnixMilli(d.clock.Load()).UTC() }, steady: d.steady, boot: "one"}
	a.now = a.clock.now
	a.occupy(h.place())
	close(a.ready)
	d.app = a
	d.vault, d.drafts, d.settings = &Vault{a.core}, &Drafts{a.core}, &Settings{a.core}
	d.clients, d.sessions, d.notes = &Clients{a.core}, &Sessions{a.core}, &Notes{a.core}
	d.preparations, d.readiness = &Preparations{a.core}, &Readiness{a.core}
	return d
}

// steady goes by the script's time. Before its first step it is long after it:
// no session runs then, and opening the records changes no clock.
func (d *desk) steady() time.Duration {
	script := time.UnixMilli(d.clock.Load())
	if script.Year() < 2026 {
		return math.MaxInt64
	}
	return script.Sub(time.UnixMilli(0))
}

// rise ends the app.
func (d *desk) rise() { d.app.stopped() }

// unlock opens the records with the passphrase.
func (d *desk) unlock() error {
	_, err := d.vault.Unlock(d.Passphrase)
	return err
}

// step is one thing the therapist does at a moment of the script.
type step struct {
	what string
	at   time.Time
	do   func(*desk) error
	of   int // a restore: the number of the step that made the backup, from 1
}

// take does a step at its time.
func (d *desk) take(s step) error {
	d.clock.Store(s.at.UnixMilli())
	err := s.do(d)
	if err == nil {
		d.sent = nil
	}
	return err
}

// compose returns what a step sends. As the page does, it sends the same again
// when it was refused.
func compose[T any](d *desk, write func() (T, error)) (T, error) {
	if sent, ok := d.sent.(T); ok {
		return sent, nil
	}
	sent, err := write()
	if err == nil {
		d.sent = sent
	}
	return sent, err
}

// scribe writes a script.
type scribe struct {
	random  *rand.Rand
	clock   time.Time
	steps   []step
	backups []backupMade
	phrases int
	due     []func() // what has not happened yet, and will
}

// backupMade is a backup that the script made and that is kept, being the last
// of its day: its file's name and the number
// of its step, from 1.
type backupMade struct {
	name string
	step int
}

// What the torture treats apart, because a fault may leave more than two states.
const (
	backingUp = "back up"
	renewing  = "renew the recovery code"
	locking   = "lock"
)

const firstPhrase = "seven slow herons by the weir"

// courses is how many clients a script takes from the form to the addendum.
const courses = 2

// scriptFor returns the work of one practice from the beginning, or of one
// whose records an older Snowfield wrote.
func scriptFor(seed uint64, older bool) []step {
	w := newScribe(seed)
	if older {
		w.unlock()
		w.choose()
		w.course()
		return w.steps
	}
	w.create()
	for range courses {
		w.course()
	}
	w.restore()
	w.form(practice.Client{ID: w.id(), LegalName: "Otto Penn"})
	w.lock()
	w.unlock()
	return w.steps
}

// newScribe begins on a fixed day.
func newScribe(seed uint64) *scribe {
	w := &scribe{
		random: rand.New(rand.NewPCG(seed, 3)),
		clock:  time.Date(2026, 3, 12, 17, 0, 0, 0, time.UTC),
	}
	w.due = []func(){w.backup, w.reopen, w.passphrase, w.renew, w.recover}
	w.random.Shuffle(len(w.due), func(i, j int) { w.due[i], w.due[j] = w.due[j], w.due[i] })
	return w
}

func (w *scribe) add(what string, do func(*desk) error) {
	w.clock = w.clock.Add(time.Minute)
	w.steps = append(w.steps, step{what: what, at: w.clock, do: do})
}

func (w *scribe) id() string {
	var id uuid.UUID
	for i := range id {
		id[i] = byte(w.random.Uint32())
	}
	id[6], id[8] = id[6]&0x0f|0x70, id[8]&0x3f|0x80
	return id.String()
}

var loremWords = strings.Fields("quiet inward warm wide slow breath river stone light heavy open still moved rest tears smile hands floor wave return")

func (w *scribe) text(words int) string {
	var b strings.Builder
	for range words {
		b.WriteString(loremWords[w.random.IntN(len(loremWords))])
		b.WriteByte(' ')
	}
	return strings.TrimSpace(b.String()) + "."
}

var creation = CreateRequest{Passphrase: firstPhrase, Practice: practice.Practice{
	TherapistName: "Ada Fielding", Credential: "LMFT", PracticeName: "Birch Room", Zone: "America/Los_Angeles",
}}

func (w *scribe) create() {
	w.add("create the practice", func(d *desk) error {
		created, err := d.vault.Create(creation)
		if err == nil {
			d.secrets = secrets{firstPhrase, created.RecoveryCode}
		}
		return err
	})
	w.choose()
}

// choose sets what the rest of a script counts on.
func (w *scribe) choose() {
	w.add("choose the settings", func(d *desk) error {
		s, err := d.settings.Get()
		if err != nil {
			return err
		}
		s.Settings.AutoLockMinutes, s.Settings.BackupFolder = 240, d.backups()
		s.Settings.BackupEveryDays, s.Settings.BackupOnClose = 0, false // only when the script says so
		_, err = d.settings.SaveSettings(s.Settings)
		return err
	})
}

// readied asks the questions of the day and lifts what else stands in the way
// of a session, as its prescriber decided on the phone.
func (w *scribe) readied(session practice.Session) {
	part := session.Participants[0].ID
	w.add("ask the questions of the day", func(d *desk) error {
		_, err := d.preparations.SaveDayCheck(session.ID, practice.DayCheck{
			ParticipantID: part, AskedOn: practice.Date(session.PlannedStart.In(session.Zone).Format(time.DateOnly)),
			Identity: practice.AnswerYes, Fasted: practice.AnswerYes, Medicines: practice.AnswerYes, Ride: practice.AnswerYes,
			SuicidalThoughts: practice.AnswerNo, Intoxicated: practice.AnswerNo, AbleToConsent: practice.AnswerYes,
		})
		return err
	})
	for _, key := range []string{"screening_missing", "clearance_missing", "consent_missing:kap", "preparation_missing"} {
		lift := practice.Lift{
			ID: w.id(), ParticipantID: part, CheckKey: key, Kind: practice.LiftDecision,
			PrescriberName: "Dr. A. Lindqvist", DecidedAt: practice.At(w.clock), Said: w.text(6), ReadBack: true,
		}
		w.add("lift what stands in the way", func(d *desk) error {
			_, err := d.readiness.Lift(session.ID, lift)
			return err
		})
	}
}

// course is one client from the form to the addendum, with what else happens
// in a practice in between.
func (w *scribe) course() {
	w.clock = w.clock.Add(24 * time.Hour)
	client := practice.Client{ID: w.id(), LegalName: "Nell Harrow", Intention: w.text(8), Notes: w.text(w.random.IntN(300))}
	w.form(client)
	w.between()

	session := practice.Session{
		ID: w.id(), Kind: practice.Dosing, Participants: []practice.Participant{{ID: w.id(), ClientID: client.ID}},
		PlannedStart: practice.At(w.clock), PlannedEnd: practice.At(w.clock.Add(3 * time.Hour)),
		Zone: "America/Los_Angeles", Place: practice.Office,
	}
	w.add("plan a session", func(d *desk) error {
		_, err := d.sessions.Save(session)
		return err
	})
	w.readied(session)
	w.add("begin the session", func(d *desk) error {
		_, err := d.sessions.Begin(session.ID)
		return err
	})
	for range 3 + w.random.IntN(4) {
		w.entry(session)
	}
	w.between()
	w.add("end the session", func(d *desk) error {
		live := &Live{d.app.core}
		asked, err := live.Leaving(session.ID)
		if err != nil {
			return err
		}
		_, err = live.End(session.ID, allMet(asked))
		return err
	})

	noteID, body := w.id(), ""
	for range 3 + w.random.IntN(3) {
		body += w.text(5+w.random.IntN(400)) + "\n\n"
		w.autosave(session.Participants[0].ID, noteID, body)
	}
	w.between()
	w.add("sign the note", func(d *desk) error {
		open, err := compose(d, func() (NoteView, error) { return d.notes.Open(session.Participants[0].ID) })
		if err == nil {
			_, err = d.notes.Sign(open.Note.ID, open.Note.Version)
		}
		return err
	})
	addendum := practice.Addendum{ID: w.id(), NoteID: noteID, Text: w.text(20)}
	w.add("add an addendum", func(d *desk) error {
		_, err := d.notes.AddAddendum(addendum)
		return err
	})
	w.between()
}

// form adds a client, after some of the form was kept unfinished.
func (w *scribe) form(client practice.Client) {
	w.add("keep a form unfinished", func(d *desk) error { return d.drafts.Save("client:new", "Nell") })
	w.add("add a client", func(d *desk) error {
		_, err := d.clients.Save(client)
		return err
	})
	w.add("forget the unfinished form", func(d *desk) error { return d.drafts.Save("client:new", "") })
}

// entry is a line in the session's log.
func (w *scribe) entry(s practice.Session) {
	e := practice.Entry{ID: w.id(), ParticipantID: s.Participants[0].ID, At: practice.At(w.clock)}
	switch w.random.IntN(4) {
	case 0:
		w.add("record a dose", func(d *desk) error {
			_, err := d.sessions.RecordDose(s.ID, practice.DoseEvent{Entry: e, TakenUg: 150_000, Route: practice.Sublingual, Form: practice.Lozenge, Reason: "The cuff was broken."})
			return err
		})
	case 1:
		systolic := 110 + w.random.IntN(50)
		w.add("record vital signs", func(d *desk) error {
			_, err := d.sessions.RecordVitals(s.ID, practice.VitalSigns{Entry: e, SystolicMmHg: &systolic, DiastolicMmHg: new(80)})
			return err
		})
	default:
		text := w.text(12)
		w.add("record an observation", func(d *desk) error {
			_, err := d.sessions.RecordObservation(s.ID, practice.Observation{Entry: e, Text: text})
			return err
		})
		if w.random.IntN(3) == 0 {
			w.add("strike it", func(d *desk) error {
				_, err := d.sessions.TakeBack(s.ID, e.ID, "said by somebody else")
				return err
			})
		}
	}
}

func (w *scribe) autosave(participantID, noteID, body string) {
	w.add("autosave the note", func(d *desk) error {
		n, err := compose(d, func() (practice.Note, error) {
			open, err := d.notes.Open(participantID)
			n := open.Note
			n.ID, n.Risk = noteID, practice.RiskNoConcern
			if err == nil {
				n.Sections[0].Body = body
			}
			return n, err
		})
		if err == nil {
			_, err = d.notes.Save(n)
		}
		return err
	})
}

// between is what happens now and then: each at least once, and then by chance.
func (w *scribe) between() {
	if len(w.due) > 0 {
		w.due[0]()
		w.due = w.due[1:]
		return
	}
	[]func(){w.backup, w.reopen, w.passphrase, func() {}}[w.random.IntN(4)]()
}

func (w *scribe) reopen() {
	w.lock()
	w.unlock()
}

func (w *scribe) backup() {
	w.add(backingUp, func(d *desk) error {
		made, err := d.vault.BackupNow()
		if err == nil {
			d.old[filepath.Base(made.Path)] = d.secrets
		}
		maps.DeleteFunc(d.old, func(name string, _ secrets) bool { // an earlier one of the same day
			_, err := os.Stat(filepath.Join(d.backups(), name))
			return err != nil
		})
		return err
	})
	if n := len(w.backups); n > 0 && w.steps[w.backups[n-1].step-1].at.YearDay() == w.clock.YearDay() {
		w.backups = w.backups[:n-1]
	}
	w.backups = append(w.backups, backupMade{w.clock.Local().Format("2006-01-02-1504") + vault.Extension, len(w.steps)})
}

// phrase is a passphrase that was not used before.
func (w *scribe) phrase() string {
	w.phrases++
	return fmt.Sprintf("%s, number %d", firstPhrase, w.phrases+1)
}

func (w *scribe) passphrase() {
	next := w.phrase()
	w.add("change the passphrase", func(d *desk) error {
		err := d.vault.ChangePassphrase(d.Passphrase, next)
		if err == nil || strings.Contains(err.Error(), "The passphrase was changed") {
			d.Passphrase = next
		}
		return err
	})
}

func (w *scribe) renew() {
	w.add(renewing, func(d *desk) error {
		created, err := d.vault.RenewRecoveryCode(d.Passphrase)
		if err == nil {
			d.Code = created.RecoveryCode
		}
		return err
	})
}

// recover opens the records without their passphrase.
func (w *scribe) recover() {
	next := w.phrase()
	w.lock()
	w.add("unlock with the recovery code", func(d *desk) error {
		_, err := d.vault.UnlockWithCode(d.Code, next)
		if err == nil || strings.Contains(err.Error(), "The new passphrase holds") {
			d.Passphrase = next
		}
		return err
	})
}

func (w *scribe) lock() {
	w.add(locking, func(d *desk) error { return d.vault.Lock(`{"screen":"chart"}`) })
}

func (w *scribe) unlock() {
	w.add("unlock", (*desk).unlock)
}

// restore puts an earlier backup in place, with the secrets of then. Whoever
// comes next is a new client: those since the backup are gone.
func (w *scribe) restore() {
	b := w.backups[w.random.IntN(len(w.backups))]
	w.lock()
	w.add("restore a backup", func(d *desk) error {
		then := d.old[b.name]
		_, err := d.vault.RestoreBackup(filepath.Join(d.backups(), b.name), BackupSecret{Passphrase: then.Passphrase}, "")
		if err == nil {
			d.secrets = then
		}
		return err
	})
	w.steps[len(w.steps)-1].of = b.step
}
