package app

import (
	"encoding/json"
	"math/rand/v2"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"testing/synctest"
	"time"

	"snowfield/internal/disk"
	"snowfield/internal/fault"
	"snowfield/internal/practice"
)

// handOverScript ends what runs in the office and hands a form over.
const handOverScript = `Live.End ["$session",[{"participant_id":"$part","at":"$now","ending":"left_against_advice","checks":[],"note":"Asked to stay."}]]
Sessions.Finish ["$nextdoor"]
Measures.Begin [{"id":"$new9","client_id":"$client","instrument_id":"phq-9","by":"asked"}]
Measures.HandOver ["$new9","the form"]`

// form begins a form of a client.
func (b *bench) form(clientID, instrument string) practice.Response {
	b.Helper()
	m := &Measures{b.app.core}
	return must(b, m.Begin)(FormStart{ID: practice.NewID(), ClientID: clientID, InstrumentID: instrument, By: practice.AnsweredAsked}).Response
}

func (b *bench) answer(m *Measures, linkID string, value int) {
	b.Helper()
	b.ok(m.HandedAnswer(linkID, &value))
}

// TestHandedOver plays a form in the client's hands, to its end and back.
func TestHandedOver(t *testing.T) {
	b := newBench(t)
	b.create()
	client := b.add("Nell Harrow")
	m := &Measures{b.app.core}
	form := b.form(client.ID, "phq-9")
	b.wait(time.Minute)
	_, err := m.Handed()
	b.refused(err, fault.Conflict)
	_, err = m.TakeBack(testPassphrase)
	b.refused(err, fault.Conflict)
	b.enter(client.ID)
	b.ok(m.HandOver(form.ID, "the form"))
	if b.state() != "handed" || !slices.Contains(b.shell.told(), "handed") {
		t.Fatalf("the state is %q, the page was told %q", b.state(), b.shell.told())
	}
	_, err = b.vault.Uncover(testPassphrase)
	b.refused(err, fault.Locked)
	b.refused(m.HandOver(form.ID, "the form"), fault.Locked)

	shown := get(b, m.Handed)
	if len(shown.Items) != 9 || len(shown.Choices) != 4 || shown.Lead == "" || len(shown.Answers) > 0 || shown.Done {
		t.Errorf("the client sees %+v", shown)
	}
	for _, word := range []string{"Nell", "Harrow", "PHQ", "depression", "moderate", "score", "Ada"} {
		if strings.Contains(asJSON(t, shown), word) {
			t.Errorf("the client's screen tells of %q", word)
		}
	}
	b.answer(m, "1", 2)
	b.answer(m, "1", 2) // once more, as by a page that got no answer
	b.answer(m, "9", 1)
	b.answer(m, "2", 3)
	b.ok(m.HandedAnswer("2", nil))
	b.ok(m.HandedAnswer("2", nil))
	b.refused(m.HandedAnswer("10", new(int)), fault.Invalid)
	seven := 7
	b.refused(m.HandedAnswer("3", &seven), fault.Invalid)
	b.clock = b.clock.Add(-time.Hour) // set back meanwhile
	b.answer(m, "3", 0)
	answered := practice.At(b.clock)
	b.clock = b.clock.Add(2 * time.Hour)
	if got := get(b, m.Handed).Answers; len(got) != 3 || got["1"] != 2 || got["9"] != 1 {
		t.Errorf("the answers are %v", got)
	}
	b.ok(m.HandedDone())
	b.ok(m.HandedDone())
	b.refused(m.HandedAnswer("3", new(int)), fault.Conflict)
	if !get(b, m.Handed).Done {
		t.Error("a reload would ask again")
	}

	for range freeAttempts - 1 {
		_, err = m.TakeBack("not this one")
		b.refused(err, fault.WrongPassphrase)
	}
	back := must(b, m.TakeBack)(testPassphrase)
	if back.Form != form.ID || back.Place != "the form" || back.FailedAttempts != freeAttempts-1 || b.state() != "unlocked" {
		t.Errorf("taken back with %+v, state %q", back, b.state())
	}
	v := must(b, m.Form)(form.ID)
	if r := v.Response; r.By != practice.AnsweredSelf || r.AnsweredAt != answered || !r.Finished() || len(r.Answers) != 3 {
		t.Errorf("the form is %+v", r)
	}
	if !slices.Equal(v.OpenRisks, []string{"9"}) {
		t.Errorf("the risks that wait are %v", v.OpenRisks)
	}
	acts := map[practice.Act]int{}
	for _, e := range b.trail() {
		acts[e.Act]++
	}
	if acts[practice.ActHandOver] != 1 || acts[practice.ActTakeBack] != 1 || acts[practice.ActFailedUnlock] != freeAttempts-1 {
		t.Errorf("the trail has %v", acts)
	}
	if _, err := (&Psychotherapy{b.app.core}).List(client.ID); fault.CodeOf(err) != fault.Blocked {
		t.Errorf("the door to the psychotherapy notes stayed open: %v", err)
	}
	b.refused(m.HandOver(form.ID, ""), fault.Conflict) // finished
}

// TestHandedOverEmpty: nothing answered is nothing lost, and what was begun can
// be gone on with.
func TestHandedOverEmpty(t *testing.T) {
	b := newBench(t)
	b.create()
	m := &Measures{b.app.core}
	form := b.form(b.add("Nell Harrow").ID, "phq-9")
	b.ok(m.HandOver(form.ID, ""))
	b.ok(m.HandedDone())
	b.refused(m.HandedAnswer("1", new(int)), fault.Conflict)
	for range freeAttempts {
		_, err := m.TakeBack("not this one")
		b.refused(err, fault.WrongPassphrase)
	}
	_, err := m.TakeBack(testPassphrase)
	b.refused(err, fault.Blocked)
	if wait := get(b, b.vault.State).WaitSeconds; wait == 0 {
		t.Error("the page is not told to wait")
	}
	b.app.attempts.reset()
	must(b, m.TakeBack)(testPassphrase)
	if r := must(b, m.Form)(form.ID).Response; r.Finished() || !r.Empty() {
		t.Errorf("the form is %+v", r)
	}
	b.ok(m.HandOver(form.ID, ""))
	b.answer(m, "1", 1)
	must(b, m.TakeBack)(testPassphrase) // before its end
	r := must(b, m.Form)(form.ID).Response
	if r.Finished() || r.Answers["1"] != 1 || r.By != practice.AnsweredSelf {
		t.Errorf("the form is %+v", r)
	}
	// Gone on with by the therapist, it does not say that the client filled it in.
	r.Answers["1"] = 2
	if r = must(b, m.Save)(r).Response; r.By != practice.AnsweredAsked {
		t.Errorf("the form says %q", r.By)
	}
	b.refused(m.HandOver(form.ID, ""), fault.Blocked)
}

// TestHandedOverEnds: locking takes the key whoever asks for it, a crash takes
// no answer, and the way in leads back to the form.
func TestHandedOverEnds(t *testing.T) {
	b := newBench(t)
	b.create()
	m := &Measures{b.app.core}
	form := b.form(b.add("Nell Harrow").ID, "phq-9")
	n := 0
	for what, leave := range map[string]func(){
		"locked by the page": func() { b.ok(b.vault.Lock("elsewhere")) },
		"covered":            func() { must(b, b.vault.Cover)("elsewhere") }, // no session runs
		"asleep":             func() { b.app.lock("") },
		"closed":             func() { b.ok(b.vault.CloseWithoutBackup("elsewhere")) },
		"crashed": func() {
			left := b.folder
			b.folder = t.TempDir() // as the disk is at this moment
			for _, name := range []string{"records.db", "key.age"} {
				copyFile(t, filepath.Join(left, name), filepath.Join(b.folder, name))
			}
			b.start()
			m = &Measures{b.app.core}
		},
	} {
		t.Run(what, func(t *testing.T) {
			b.ok(m.HandOver(form.ID, "the form"))
			b.answer(m, "1", n%4)
			n++
			leave()
			if b.state() != "locked" || b.app.open != nil || b.app.handed != nil {
				t.Fatalf("the state is %q", b.state())
			}
			b.refused(m.HandedAnswer("1", new(int)), fault.Locked)
			_, err := m.TakeBack(testPassphrase)
			b.refused(err, fault.Locked)
			if got := must(b, b.vault.Unlock)(testPassphrase); got.Place != "the form" || b.state() != "unlocked" {
				t.Errorf("unlocked with %+v, state %q", got, b.state())
			}
			if got := must(b, m.Form)(form.ID).Response.Answers["1"]; got != (n-1)%4 {
				t.Errorf("the answer is %d", got)
			}
		})
	}
}

// TestHandOverRefuses while a session runs, whose emergency plan must stay in
// reach, while something long is under way, and where there is nothing to ask.
func TestHandOverRefuses(t *testing.T) {
	b := newBench(t)
	b.create()
	client := b.add("Nell Harrow")
	m := &Measures{b.app.core}
	form := b.form(client.ID, "phq-9")
	refused := func(id string, code fault.Code) {
		t.Helper()
		b.refused(m.HandOver(id, ""), code)
		if b.state() == "handed" {
			t.Fatal("handed over all the same")
		}
	}
	refused(practice.NewID(), fault.NotFound)
	mine := must(b, m.Form)(b.form(client.ID, "gad-7").ID).Response
	mine.Answers["1"] = 2
	must(b, m.Save)(mine)
	refused(mine.ID, fault.Blocked) // what the therapist entered is not another's to change
	s := b.begin(practice.Dosing, client.ID, "")
	refused(form.ID, fault.Conflict)
	must(b, b.vault.Cover)("")
	refused(form.ID, fault.Locked)
	must(b, b.vault.Uncover)(testPassphrase)
	must(b, b.sessions.Finish)(s.Session.ID)
	for _, x := range []struct {
		kind workKind
		code fault.Code
	}{{workDocument, fault.Conflict}, {workRenew, fault.Conflict}, {workCheck, fault.Conflict}} {
		task, err := b.app.work.begin(x.kind)
		b.ok(err)
		refused(form.ID, x.code)
		b.app.work.end(task)
	}
	stop := refusing("records.db-journal", 0, disk.Write)
	refused(form.ID, fault.NotSaved)
	stop()

	// A backup goes on, and one that is due is made.
	task, err := b.app.work.begin(workBackup)
	b.ok(err)
	b.ok(m.HandOver(form.ID, ""))
	b.app.work.end(task)
	stop = refusing("records.db-journal", 0, disk.Write)
	b.refused(m.HandedAnswer("1", new(int)), fault.NotSaved)
	if got := must(b, m.TakeBack)(testPassphrase); got.Form != form.ID { // a full disk keeps nobody out
		t.Errorf("taken back with %+v", got)
	}
	stop()
	b.shell.folder = t.TempDir()
	get(b, b.vault.ChooseBackupFolder)
	b.ok(m.HandOver(form.ID, ""))
	_, err = b.vault.BackupNow()
	b.refused(err, fault.Locked)
	b.app.backUpIfDue()
	must(b, m.TakeBack)(testPassphrase)
	if status := get(b, b.vault.BackupStatus); status.LastAt == "" {
		t.Error("no backup was made meanwhile")
	}
	b.ok(b.vault.Lock(""))
	refused(form.ID, fault.Locked)
}

// TestIdleWhileHandedOver: nobody being there locks, as ever.
func TestIdleWhileHandedOver(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		b := newBench(t)
		b.create()
		m := &Measures{b.app.core}
		b.ok(m.HandOver(b.form(b.add("Nell Harrow").ID, "phq-9").ID, "the form"))
		for range 3 {
			time.Sleep(9 * time.Minute)
			b.ok(b.vault.Touch()) // the client is answering
		}
		if b.state() != "handed" {
			t.Errorf("the state is %q", b.state())
		}
		time.Sleep(11 * time.Minute)
		synctest.Wait()
		if b.state() != "locked" {
			t.Errorf("the state is %q", b.state())
		}
		b.app.stopped()
	})
}

// TestHandedOverRefusesAllElse calls every bound method, and plays every line of
// every script, while a form is handed over: all but the methods named refuse
// and change nothing, and no answer tells anything of a client.
func TestHandedOverRefusesAllElse(t *testing.T) {
	o := newOffice(t)
	p := o.play(t, handOverScript, 0)
	m := &Measures{p.app.core}
	if p.state() != "handed" {
		t.Fatalf("only %v were done", p.succeeded)
	}
	form := p.app.handed.form
	met := map[string]bool{}
	for _, c := range p.calls {
		met[c.name] = true
		if slices.Contains(whileHanded, c.name) {
			continue
		}
		none := make([]json.RawMessage, c.method.Type().NumIn())
		for i := range none {
			none[i] = json.RawMessage("null")
		}
		p.call(c, none)
	}
	for _, name := range whileHanded {
		if !met[name] {
			t.Errorf("%s is not bound", name)
		}
	}
	for _, line := range []string{`Vault.Unlock ["$pass"]`, `Vault.UnlockWithCode ["$code","another five quiet birds"]`, `Vault.Create [{"passphrase":"$pass","practice":$PRACTICE}]`} {
		p.succeeded = map[string]bool{}
		p.line(line, 0, nil)
		if len(p.succeeded) > 0 {
			t.Errorf("%s comes in", line)
		}
	}
	random := rand.New(rand.NewPCG(0, 0))
	for _, script := range scripts {
		for line := range strings.SplitSeq(script, "\n") {
			if name, _, _ := strings.Cut(line, " "); slices.Contains(whileHanded, name) {
				continue
			}
			p.line(line, 0, random)
			if p.state() != "handed" {
				t.Fatalf("%s ends it: %q", line, p.state())
			}
		}
	}
	must(p.bench, m.TakeBack)(testPassphrase)
	if r := must(p.bench, m.Form)(form).Response; !r.Empty() {
		t.Errorf("the form is %+v", r)
	}
	p.verify(o)
}
