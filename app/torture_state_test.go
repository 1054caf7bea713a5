package app

import (
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"snowfield/internal/disk"
	"snowfield/internal/disk/disktest"
	"snowfield/internal/fault"
	"snowfield/internal/store"
	"snowfield/internal/vault"
)

// dump is all that is in the records, as text, by table. Nothing is in it
// that differs between two runs of the same script.
type dump map[string]string

// tables reads the open records.
func tables(v *vault.Vault) (dump, error) {
	schema, err := rows(v, "SELECT name, sql FROM sqlite_schema ORDER BY type, name")
	if err != nil {
		return nil, err
	}
	names, err := rows(v, "SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name")
	if err != nil {
		return nil, err
	}
	d := dump{"sqlite_schema": strings.Join(schema, "\n")}
	for _, name := range names {
		name = strings.TrimSuffix(name, "|")
		list, err := rows(v, "SELECT * FROM \""+name+"\"")
		if err != nil {
			return nil, err
		}
		if name == "meta" { // the practice's own identifier is made by chance
			list = slices.DeleteFunc(list, func(row string) bool { return strings.HasPrefix(row, "practice_id|") })
		}
		slices.Sort(list)
		d[name] = strings.Join(list, "\n")
	}
	return d, nil
}

func rows(v *vault.Vault, query string) ([]string, error) {
	found, err := v.DB().Query(query)
	if err != nil {
		return nil, err
	}
	defer found.Close()
	columns, err := found.Columns()
	if err != nil {
		return nil, err
	}
	var list []string
	for found.Next() {
		cells, into := make([]any, len(columns)), make([]any, len(columns))
		for i := range cells {
			into[i] = &cells[i]
		}
		if err := found.Scan(into...); err != nil {
			return nil, err
		}
		var row strings.Builder
		for _, cell := range cells {
			fmt.Fprintf(&row, "%v|", cell)
		}
		list = append(list, row.String())
	}
	return list, found.Err()
}

// differs names what differs between two dumps; empty when nothing does.
func (d dump) differs(other dump) string {
	if len(d) == 0 && len(other) == 0 {
		return ""
	}
	var list []string
	for _, name := range slices.Sorted(maps.Keys(d)) {
		if d[name] != other[name] {
			list = append(list, fmt.Sprintf("%s (%d lines, not %d)", name, 1+strings.Count(other[name], "\n"), 1+strings.Count(d[name], "\n")))
		}
	}
	if len(d) != len(other) {
		list = append(list, "the tables themselves")
	}
	return strings.Join(list, ", ")
}

// mark is a moment between two steps of a script: what was acknowledged.
type mark struct {
	what    string // the step before it
	steps   int    // of the disk until then
	records dump   // nil: there is no practice yet
	secrets
	old    map[string]secrets // of the backups
	aside  []mark             // what restores replaced
	locked bool
	copied home // the home as it was
}

// may is what a fault may leave: the state before the step it fell into, the
// state after, or one of those in between that the step is allowed.
type may []mark

// history is one run of a script with nothing going wrong.
type history struct {
	script []step
	older  bool   // it begins with records of an older schema, which are still locked
	marks  []mark // one more than there are steps
	trace  *disktest.Trace
	bare   dump // a vault that was made, before the practice was written into it
}

// left says what a fault may leave that falls into step i of the script (the
// number of steps for: after all).
func (h *history) left(i int) may {
	if i == 0 && h.older {
		i = 1 // whoever looks brings the records up to date
	}
	before := h.marks[i]
	if i == len(h.script) {
		return may{before}
	}
	after := h.marks[i+1]
	switch of := h.script[i].of; {
	case before.records == nil: // made, and nothing written into it yet
		made := after
		made.records, made.Code = h.bare, ""
		return may{before, made, after}
	case of > 0: // restored, and the trail does not say so yet
		restored := after
		restored.records = h.marks[of-1].records
		return may{before, restored, after}
	}
	return may{before, after}
}

// run runs a script in a home and keeps a copy of every moment.
func (w *ward) run(h *history, in home, s secrets, keep string) error {
	trace, stop, err := disktest.Record(string(in), filepath.Join(keep, "begin"))
	if err != nil {
		return err
	}
	defer stop()
	d := sit(in, s)
	defer d.rise()
	h.trace = trace
	for i := 0; ; i++ {
		m := mark{
			steps: trace.Len(), secrets: d.secrets, old: maps.Clone(d.old),
			locked: d.app.isLocked(), copied: home(filepath.Join(keep, fmt.Sprint(i))),
		}
		if i > 0 {
			m.what, m.aside = h.script[i-1].what, slices.Clone(h.marks[i-1].aside)
			if h.script[i-1].of > 0 {
				m.aside = append(m.aside, h.marks[i-1])
			}
		}
		if err := in.copyTo(m.copied); err != nil {
			return err
		}
		if m.Passphrase != "" {
			if m.records, err = w.dump(m); err != nil {
				return fmt.Errorf("after %s: %w", m.what, err)
			}
		}
		h.marks = append(h.marks, m)
		if i == len(h.script) {
			return nil
		}
		if err := d.take(h.script[i]); err != nil {
			return fmt.Errorf("step %d, %s: %w", i, h.script[i].what, err)
		}
	}
}

// dump reads the records of a moment, and leaves its copy as it is.
func (w *ward) dump(m mark) (dump, error) {
	room, err := w.room()
	if err != nil {
		return nil, err
	}
	defer os.RemoveAll(room) //nolint:errcheck // within a temporary folder
	copied := home(filepath.Join(room, "copy"))
	if err := m.copied.copyTo(copied); err != nil {
		return nil, err
	}
	return dumpOf(copied.place(), m.Passphrase)
}

// dumpOf reads the records of a place that nobody has open.
func dumpOf(p vault.Place, passphrase string) (dump, error) {
	v, err := p.Open(passphrase)
	if err != nil {
		return nil, err
	}
	d, err := tables(v)
	return d, errors.Join(err, v.Close())
}

// outcome is what is wrong after a fault.
type outcome string

const (
	lost       outcome = "lost"       // what was acknowledged is not there, or not as it was
	unopenable outcome = "unopenable" // no secret opens the records
	silent     outcome = "silent"     // wrong, and nobody was told
)

// without leaves tables out.
func (d dump) without(names ...string) dump {
	d = maps.Clone(d)
	for _, name := range names {
		delete(d, name)
	}
	return d
}

// finding is an outcome and how it showed.
type finding struct {
	outcome
	text string
}

func (f *finding) Error() string { return string(f.outcome) + ": " + f.text }

func found(what outcome, text string, args ...any) error {
	return &finding{what, fmt.Sprintf(text, args...)}
}

// judge opens a home as the therapist would and tells what is wrong.
func (h home) judge(left may) error {
	d := sit(h, secrets{})
	defer d.rise()
	state, err := d.vault.State()
	if err != nil {
		return found(unopenable, "the folder: %v", err)
	}
	if state.State == "empty" {
		for _, m := range left {
			if m.records != nil {
				continue
			}
			if _, err := d.vault.Create(creation); err != nil {
				return found(unopenable, "creating again: %v", err)
			}
			return nil
		}
	}
	if err := d.openWithAny(left); err != nil {
		return found(unopenable, "%s: %v", state.State, err)
	}
	records, err := tables(d.app.open.vault)
	if err != nil {
		return found(lost, "reading: %v", err)
	}
	code := d.app.open.vault.RecoveryCode().Text()
	var all []string
	for _, m := range left {
		if records.differs(m.records) == "" {
			if m.Code == "" || m.Code == code {
				return d.sound(m)
			}
			all = append(all, "in the recovery code")
			continue
		}
		all = append(all, fmt.Sprintf("from after %q: %s", m.what, m.records.differs(records)))
	}
	return found(lost, "the records differ %s", strings.Join(all, "; "))
}

// verdict judges a home that a fault left in step i of a history.
func (h *history) verdict(in home, i int) error {
	if h.older && i == 0 {
		if err := in.allOrNothing(h.marks[0]); err != nil {
			return err
		}
	}
	return in.judge(h.left(i))
}

// allOrNothing looks at records that were being brought up to date, before
// anything goes on with that: they are as they were, or the backup that was to
// be made first is there.
func (h home) allOrNothing(before mark) error {
	v, err := h.place().Open(before.Passphrase)
	if err != nil {
		return found(unopenable, "before they were brought up to date: %v", err)
	}
	records, err := tables(v)
	if err := errors.Join(err, v.Close()); err != nil {
		return found(lost, "reading: %v", err)
	}
	if records.differs(before.records) == "" {
		return nil
	}
	made, err := filepath.Glob(filepath.Join(h.place().BeforeUpdateFolder(), "*"+vault.Extension))
	if err != nil || len(made) == 0 {
		return found(lost, "brought up to date without a backup: %s, %v", before.records.differs(records), err)
	}
	d := sit(h, secrets{})
	defer d.rise()
	for _, path := range made {
		if _, err := d.vault.InspectBackup(path, BackupSecret{Passphrase: before.Passphrase}); err != nil {
			return found(lost, "the backup made before the records were brought up to date: %v", err)
		}
	}
	return nil
}

// openWithAny unlocks with the passphrases that may be right, the latest first.
func (d *desk) openWithAny(left may) error {
	var tried []string
	var last error
	for _, m := range slices.Backward(left) {
		if m.Passphrase == "" || slices.Contains(tried, m.Passphrase) {
			continue
		}
		tried = append(tried, m.Passphrase)
		d.clock.Store(d.clock.Load() + 60_000) // no waiting after a wrong one
		_, last = d.vault.Unlock(m.Passphrase)
		if last == nil {
			d.Passphrase = m.Passphrase
			return nil
		}
		if r := (refusal{}); !errors.As(last, &r) || r.fault.Code != fault.WrongPassphrase {
			return last
		}
		if err := d.app.place.ForgetFailedUnlocks(); err != nil { // or it would be in the trail
			return err
		}
	}
	return last
}

// sound checks what is open beyond its content: the trail follows, signed
// notes are what was signed, the database is whole, the backups are there and
// it can be worked with.
func (d *desk) sound(m mark) error {
	for _, pragma := range []string{"integrity_check", "foreign_key_check"} {
		answer, err := rows(d.app.open.vault, "PRAGMA "+pragma)
		if err != nil || len(answer) > 0 && answer[0] != "ok|" {
			return found(lost, "%s: %v, %v", pragma, answer, err)
		}
	}
	if err := d.signatures(); err != nil {
		return found(lost, "%v", err)
	}
	for name, then := range m.old {
		if _, err := d.vault.InspectBackup(filepath.Join(d.backups(), name), BackupSecret{Passphrase: then.Passphrase}); err != nil {
			return found(lost, "the backup %s: %v", name, err)
		}
	}
	for _, was := range m.aside {
		if err := d.keptAside(was); err != nil {
			return err
		}
	}
	if err := d.drafts.Save("after", "It still takes what is written."); err != nil {
		return found(lost, "it takes nothing: %v", err)
	}
	return nil
}

// keptAside looks for records that a restore replaced. Their folder has another
// name when the restore was tried twice.
func (d *desk) keptAside(was mark) error {
	folders, err := filepath.Glob(d.home.vault() + "-replaced-*")
	if err != nil {
		return err
	}
	for _, folder := range folders {
		records, err := dumpOf(vault.Place{Folder: folder, WorkFactor: 4}, was.Passphrase)
		if err == nil && records.differs(was.records) == "" {
			return nil
		}
	}
	return found(lost, "the records that were replaced are in none of %d folders", len(folders))
}

// signatures follows the audit trail, and holds every signed note against the
// digest that the trail kept of it.
func (d *desk) signatures() error {
	acts, err := rows(d.app.open.vault, "SELECT subject_id, detail FROM audit WHERE act = 'sign'")
	if err != nil {
		return err
	}
	signed, err := rows(d.app.open.vault, "SELECT id FROM notes WHERE signed_at <> ''")
	if err != nil {
		return err
	}
	if len(acts) != len(signed) {
		return fmt.Errorf("%d notes are signed, the trail knows of %d", len(signed), len(acts))
	}
	_, err = view(d.app.core, func(tx *store.Tx) (nothing, error) {
		if _, _, err := tx.VerifyAudit(0, ""); err != nil {
			return nothing{}, err
		}
		for _, act := range acts {
			id, detail, _ := strings.Cut(act, "|")
			note, err := tx.Note(id)
			if err != nil {
				return nothing{}, err
			}
			if !note.Signed() || !strings.Contains(detail, note.Digest()) {
				return nothing{}, errors.New("a signed note is not what was signed")
			}
		}
		return nothing{}, nil
	})
	return err
}

// unfinished lists what a step that was cut short left behind.
func (h home) unfinished() []string {
	var list []string
	_ = filepath.WalkDir(string(h), func(path string, e fs.DirEntry, err error) error {
		if err != nil {
			return nil
		}
		for _, prefix := range []string{disk.NewPrefix, "working-", "restoring-"} {
			if strings.HasPrefix(e.Name(), prefix) {
				rest, _ := filepath.Rel(string(h), path)
				list = append(list, rest)
			}
		}
		return nil
	})
	return list
}

// bareRecords is what an unlock finds in a vault that was made and never
// written to.
func bareRecords(folder string) (dump, error) {
	h := home(filepath.Join(folder, "bare"))
	made, err := h.place().Create(firstPhrase)
	if err != nil {
		return nil, err
	}
	if err := made.Close(); err != nil {
		return nil, err
	}
	d := sit(h, secrets{Passphrase: firstPhrase})
	defer d.rise()
	if err := d.unlock(); err != nil {
		return nil, err
	}
	return tables(d.app.open.vault)
}

// keep writes into a folder what the model of the disk holds after i steps of
// the script.
func (h *history) keep(i int, into home) error {
	return h.trace.Replay(func(done int, _ disk.Step, d *disktest.Disk) error {
		if done != h.marks[i].steps {
			return nil
		}
		return d.Keep(string(into))
	})
}
