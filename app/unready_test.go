package app

import (
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
	"time"

	"snowfield/internal/fault"
	"snowfield/internal/practice"
	"snowfield/internal/store"
)

// Whatever a therapist does, in whatever order: a dosing session begins only
// for clients without an uncovered absolute flag and with a clearance in
// force, unless the prescriber's decision on exactly that is recorded. What is
// recorded as it happened never opens a session.
func TestNothingLeadsAroundReadiness(t *testing.T) {
	w := &wanderer{bench: newBench(t), random: rand.New(rand.NewPCG(4, 16))}
	w.create()
	for _, name := range []string{"Ana Lee", "Ben Orr"} {
		w.people = append(w.people, must(w.bench, w.clients.Save)(practice.Client{
			ID: practice.NewID(), LegalName: name, BirthDate: "1984-05-03", Intention: "To rest.", AllergyAnswer: practice.AllergiesNoneKnown,
		}).ID)
	}
	acts := w.acts()
	w.wants(acts)
	for range 40 {
		w.set()
		for range w.random.IntN(5) {
			act := acts[w.random.IntN(len(acts))]
			w.do(act.name, act.do)
		}
		if w.random.IntN(3) == 0 {
			w.do("Clearances.Suspend", func() error { return w.suspends(w.some().ClientID) })
		}
		w.do("Sessions.Begin", w.begins)
		if w.random.IntN(4) > 0 { // what is in the way is lifted, and it is tried again
			for range 4 {
				w.do("Readiness.Lift", w.lifts)
			}
			w.do("Sessions.Begin", w.begins)
		}
		w.do("Sessions.Finish", func() error { _, err := w.sessions.Finish(w.session.ID); return err })
		w.wait(time.Duration(1+w.random.IntN(30)) * time.Hour)
	}
	t.Logf("%d began, %d of them by a decision, %d were refused, %d are recorded as they happened", w.began, w.decided, w.stopped, w.happened)
	if w.began < 10 || w.decided < 2 || w.stopped < 10 || w.happened < 1 {
		t.Error("the acts do not reach what they should")
	}
}

// wanderer does what a therapist might do, in any order.
type wanderer struct {
	*bench
	random  *rand.Rand
	people  []string
	session practice.Session // the one it is about

	began, decided, stopped, happened int
}

type wandererAct struct {
	name string
	do   func() error
}

// wants fails where a bound method that could bear on a start is no act.
func (w *wanderer) wants(acts []wandererAct) {
	w.Helper()
	besides := strings.Fields(`Sessions.NewCheckIn Sessions.WriteCheckIn Sessions.Vocabulary Sessions.Get Sessions.RecordVitals Sessions.RecordObservation
		Sessions.LinkableDosings Sessions.Finish Sessions.MoveTargets Screening.Get Screening.SaveMedicine Clearances.Get Clearances.Attach Consents.Get Consents.Text
		Preparations.Get Preparations.DayCheck Preparations.EmergencyCard Readiness.Get`)
	for _, c := range boundCalls(w.app) {
		of, _, _ := strings.Cut(c.name, ".")
		if !slices.Contains(strings.Fields("Sessions Screening Clearances Consents Preparations Readiness"), of) || slices.Contains(besides, c.name) {
			continue
		}
		if !slices.ContainsFunc(acts, func(a wandererAct) bool { return a.name == c.name }) {
			w.Errorf("%s is no act of this test", c.name)
		}
	}
}

// do does one thing: it may be refused, it may not fail, and afterwards no
// session stands open that should not.
func (w *wanderer) do(name string, act func() error) {
	w.Helper()
	if err := act(); err != nil && wired(w, err).Code == fault.Internal {
		w.Fatalf("%s fails: %v", name, err)
	}
	_, err := view(w.app.core, func(tx *store.Tx) (nothing, error) {
		open, err := tx.OpenSessions()
		for _, s := range open {
			for _, p := range s.Participants {
				if start, found, err := tx.Start(p.ID); s.Kind == practice.Dosing && (err != nil || !found || start.Deviation != "" || start.Readiness.Blocked) {
					w.Fatalf("%s: an open session has the start %+v, %v", name, start, err)
				}
			}
		}
		return nothing{}, err
	})
	w.ok(err)
}

// set plans a session and puts most things right for it.
func (w *wanderer) set() {
	w.Helper()
	w.session = practice.Session{
		ID: practice.NewID(), Kind: practice.Dosing, PlannedStart: practice.At(w.clock), PlannedEnd: practice.At(w.clock.Add(3 * time.Hour)),
		Zone: "America/Los_Angeles", Place: practice.Office,
	}
	if w.random.IntN(4) == 0 {
		w.session.Place = practice.Virtual
	}
	for i, id := range w.people {
		if i == w.random.IntN(2) || w.random.IntN(4) == 0 {
			w.session.Participants = append(w.session.Participants, practice.Participant{ID: practice.NewID(), ClientID: id})
		}
	}
	if len(w.session.Participants) == 0 {
		w.session.Participants = []practice.Participant{{ID: practice.NewID(), ClientID: w.people[0]}}
	}
	v := must(w.bench, w.sessions.Save)(w.session)
	w.session = v.Session
	if w.random.IntN(4) > 0 {
		for _, p := range w.session.Participants {
			w.ok(w.adult(p.ClientID, "1984-05-03"))
			if open := must(w.bench, w.screening().Get)(p.ClientID).Open; open != nil {
				round := answered(*open, practice.ScreeningPrescriber)
				round.ReviewOn = w.day().AddMonths(6)
				round = *must(w.bench, w.screening().Save)(round).Open
				_, err := w.screening().Complete(p.ClientID, round.ID, round.Version)
				w.ok(err)
			}
			w.clear(p.ClientID) // it covers what there is
		}
		w.ready(v)
	}
}

func (w *wanderer) screening() *Screening { return &Screening{w.app.core} }

func (w *wanderer) adult(clientID string, born practice.Date) error {
	client, err := w.clients.Get(clientID)
	if err != nil || client.BirthDate == born {
		return err
	}
	client.BirthDate = born
	_, err = w.clients.Save(client)
	return err
}

func (w *wanderer) some() practice.Participant {
	return w.session.Participants[w.random.IntN(len(w.session.Participants))]
}

func (w *wanderer) oneOf(answers ...practice.Answer) practice.Answer {
	return answers[w.random.IntN(len(answers))]
}

// begins tries to begin the session, and holds the beginning against what the
// records said just before.
func (w *wanderer) begins() error {
	w.Helper()
	var wrong []string
	decided, today := false, w.day()
	_, err := view(w.app.core, func(tx *store.Tx) (nothing, error) {
		for _, p := range w.session.Participants {
			lifts, err := tx.Lifts(p.ID)
			if err != nil {
				return nothing{}, err
			}
			for _, key := range w.forbids(tx, p, today) {
				if slices.ContainsFunc(lifts, func(l practice.Lift) bool {
					return l.Kind == practice.LiftDecision && l.PrescriberName != "" && l.ReadBack && strings.HasPrefix(l.CheckKey, key)
				}) {
					decided = true
				} else {
					wrong = append(wrong, key)
				}
			}
		}
		return nothing{}, nil
	})
	w.ok(err)
	_, err = w.sessions.Begin(w.session.ID)
	switch {
	case err == nil && w.session.Kind == practice.Dosing && len(wrong) > 0:
		w.Fatalf("a session began although %q stood in the way", wrong)
	case err == nil && decided:
		w.decided++
		w.began++
	case err == nil:
		w.began++
	case wired(w, err).Code == fault.Blocked:
		w.stopped++
	}
	return err
}

// forbids says, apart from practice.Ready, what only a decision lifts: it
// follows the rounds of screening from the first to the last.
func (w *wanderer) forbids(tx *store.Tx, p practice.Participant, today practice.Date) (keys []string) {
	w.Helper()
	clearances, err := tx.Clearances(p.ClientID)
	w.ok(err)
	used, err := tx.UsedUnder(p.ClientID)
	w.ok(err)
	var current practice.Clearance
	for _, c := range clearances {
		if c.ClearedOn <= today && (c.ClearedOn > current.ClearedOn || c.ClearedOn == current.ClearedOn && c.CreatedAt > current.CreatedAt) {
			current = c
		}
	}
	inForce := current.ID != "" && current.SuspendedAt == "" && current.ExpiresOn >= today && (current.Sessions == 0 || used[current.ID] < current.Sessions)
	if !inForce {
		keys = append(keys, "clearance_")
	}
	rounds, err := tx.Screenings(p.ClientID, 100)
	w.ok(err)
	slices.Reverse(rounds)
	since, severity, before := map[string]practice.Instant{}, map[string]practice.Severity{}, map[string]practice.Answer{}
	for _, round := range rounds {
		for _, a := range round.Answers {
			switch {
			case a.Answer == practice.AnswerYes || a.Answer == practice.AnswerUnsure:
				if before[a.ItemKey] != a.Answer { // an unknown that becomes a yes is another flag
					since[a.ItemKey] = round.CreatedAt
				}
				severity[a.ItemKey], before[a.ItemKey] = a.Severity, a.Answer
			case a.Answer == practice.AnswerNo && round.Completed():
				delete(since, a.ItemKey)
				delete(before, a.ItemKey)
			}
		}
	}
	client, err := tx.Client(p.ClientID)
	w.ok(err)
	if born, _ := client.BirthDate.Day(); since["under_18"] == "" && born.AddDate(18, 0, 0).After(w.clock) {
		since["under_18"], severity["under_18"] = client.CreatedAt, practice.SeverityAbsolute
	}
	for item, raised := range since {
		if severity[item] == practice.SeverityAbsolute && !(inForce && slices.Contains(current.Covers, practice.FlagRef{ItemKey: item, RaisedAt: raised})) {
			keys = append(keys, "flag:"+item+"@"+string(raised))
		}
	}
	return keys
}

// lifts lifts something that is in the way, mostly in a way that can.
func (w *wanderer) lifts() (refused error) {
	w.Helper()
	for _, r := range must(w.bench, w.readiness.Get)(w.session.ID) {
		for _, c := range r.Checks {
			if c.State != practice.CheckBlocks {
				continue
			}
			l := practice.Lift{ID: practice.NewID(), ParticipantID: r.ParticipantID, CheckKey: c.Key, Kind: practice.LiftReason, Reason: "It is known.", DecidedAt: practice.At(w.clock)}
			if w.random.IntN(3) > 0 {
				l.Kind, l.PrescriberName, l.Said, l.ReadBack = practice.LiftDecision, "Dr. A. Lindqvist", "Go on.", w.random.IntN(4) > 0
			}
			if w.random.IntN(8) == 0 {
				l.CheckKey = "clearance_missing"
			}
			if _, err := w.readiness.Lift(w.session.ID, l); err != nil {
				refused = err
			}
		}
	}
	return refused
}

func (w *wanderer) suspends(clientID string) error {
	rows := must(w.bench, w.clearances.Get)(clientID).Rows
	if len(rows) == 0 {
		return nil
	}
	_, err := w.clearances.Suspend(rows[0].Clearance.ID, "Pressure rose")
	return err
}

// acts are what may happen before a session begins, in any order.
func (w *wanderer) acts() []wandererAct {
	client := func() string { return w.people[w.random.IntN(len(w.people))] }
	answer := func() error {
		v, err := w.screening().Begin(client())
		if err != nil {
			return err
		}
		round := *v.Open
		for i := range round.Answers {
			round.Answers[i].Answer, round.Answers[i].Detail = practice.AnswerNo, "Since 2019."
			if w.random.IntN(12) == 0 {
				round.Answers[i].Answer = w.oneOf(practice.AnswerYes, practice.AnswerUnsure, practice.NotAnswered)
			}
		}
		round.Conclusion = practice.Conclusions[w.random.IntN(len(practice.Conclusions))]
		_, err = w.screening().Save(round)
		return err
	}
	plan := func() error {
		s := must(w.bench, w.sessions.Get)(w.session.ID).Session
		s.Kind = []practice.SessionKind{practice.Dosing, practice.Talk}[w.random.IntN(2)]
		s.Place = []practice.Place{practice.Office, practice.Virtual}[w.random.IntN(2)]
		s.PlannedStart = practice.At(w.clock.Add(time.Duration(w.random.IntN(72)-24) * time.Hour))
		s.PlannedEnd = ""
		v, err := w.sessions.Save(s)
		if err == nil {
			w.session = v.Session
		}
		return err
	}
	return []wandererAct{
		{"Sessions.Save", plan},
		{"Sessions.Begin", w.begins},
		{"Sessions.Cancel", func() error {
			if w.random.IntN(3) > 0 {
				return nil
			}
			_, err := w.sessions.Cancel(w.session.ID)
			return err
		}},
		{"Sessions.CorrectTimes", func() error {
			_, err := w.sessions.CorrectTimes(w.session.ID, practice.At(w.clock.Add(-time.Minute)), "")
			return err
		}},
		{"Sessions.RecordDose", func() error {
			_, err := w.sessions.RecordDose(w.session.ID, practice.DoseEvent{
				Entry:   practice.Entry{ID: practice.NewID(), ParticipantID: w.some().ID, At: practice.At(w.clock)},
				TakenUg: 100_000, Route: practice.Sublingual, Reason: "The cuff was broken.",
			})
			return err
		}},
		{"Sessions.TakeBack", func() error {
			v := must(w.bench, w.sessions.Get)(w.session.ID)
			for _, line := range v.Parts[0].Log {
				if _, err := w.sessions.TakeBack(w.session.ID, line.Entry.ID, "a slip"); err != nil {
					return err
				}
			}
			return nil
		}},
		{"Sessions.MoveEntry", func() error {
			v := must(w.bench, w.sessions.Get)(w.session.ID)
			if len(v.Parts[0].Log) == 0 {
				return nil
			}
			entry := v.Parts[0].Log[0].Entry.ID
			targets, err := w.sessions.MoveTargets(w.session.ID, entry)
			if err != nil || len(targets) == 0 {
				return err
			}
			_, err = w.moves(v, entry, targets[0].ParticipantID)
			return err
		}},
		{"Sessions.RecordAsHappened", func() error {
			end := w.clock.Add(time.Duration(w.random.IntN(3)-1) * time.Hour)
			v, err := w.sessions.RecordAsHappened(w.session.ID, practice.At(end.Add(-time.Hour)), practice.At(end), "The computer was off.")
			if err == nil {
				w.happened++
				if v.State != practice.Ended || v.Parts[0].Deviation == "" {
					w.Errorf("recorded as %s, deviation %q", v.State, v.Parts[0].Deviation)
				}
			}
			return err
		}},
		{"Screening.Begin", func() error { _, err := w.screening().Begin(client()); return err }},
		{"Screening.Save", answer},
		{"Screening.Complete", func() error {
			id := client()
			v := must(w.bench, w.screening().Get)(id)
			if v.Open == nil {
				return nil
			}
			_, err := w.screening().Complete(id, v.Open.ID, v.Open.Version)
			return err
		}},
		{"Screening.Resolve", func() error {
			id := client()
			for _, f := range must(w.bench, w.screening().Get)(id).Flags {
				if _, err := w.screening().Resolve(practice.Resolution{ID: practice.NewID(), ClientID: id, Flag: f.Flag.Ref, Reason: "It is known."}); err != nil {
					return err
				}
			}
			return nil
		}},
		{"Clearances.Save", func() error {
			id := client()
			prescribers := get(w.bench, w.prescribers.List)
			if len(prescribers) == 0 {
				return nil
			}
			c := practice.Clearance{
				ID: practice.NewID(), ClientID: id, PrescriberID: prescribers[0].ID, Covers: []practice.FlagRef{}, Sessions: w.random.IntN(3),
				ClearedOn: practice.Date(w.clock.AddDate(0, 0, w.random.IntN(5)-3).Format(time.DateOnly)), ExpiresOn: practice.Date(w.clock.AddDate(0, 0, w.random.IntN(40)).Format(time.DateOnly)),
			}
			for _, f := range must(w.bench, w.screening().Get)(id).Flags {
				if w.random.IntN(2) == 0 {
					c.Covers = append(c.Covers, f.Flag.Ref)
				}
			}
			_, err := w.clearances.Save(c)
			return err
		}},
		{"Clearances.Suspend", func() error { return w.suspends(client()) }},
		{"Consents.Sign", func() error { w.agree(client(), "kap"); return nil }},
		{"Consents.Revoke", func() error {
			for _, group := range must(w.bench, w.consents.Get)(client()).Kinds {
				for _, row := range group.Rows {
					if _, err := w.consents.Revoke(row.ID, w.day(), "She asked"); err != nil {
						return err
					}
				}
			}
			return nil
		}},
		{"Preparations.Save", func() error {
			v := must(w.bench, w.preparations.Get)(client())
			v.Form.FastingHours = w.random.IntN(3)
			_, err := w.preparations.Save(v.Form)
			return err
		}},
		{"Preparations.Complete", func() error {
			id := client()
			_, err := w.preparations.Complete(id, must(w.bench, w.preparations.Get)(id).Form.Version)
			return err
		}},
		{"Preparations.Reopen", func() error { _, err := w.preparations.Reopen(client()); return err }},
		{"Preparations.SaveDayCheck", func() error {
			check := must(w.bench, w.preparations.DayCheck)(w.some().ID).Check
			for _, a := range []*practice.Answer{&check.Identity, &check.Fasted, &check.Ride, &check.SuicidalThoughts, &check.Intoxicated, &check.AbleToConsent} {
				if w.random.IntN(3) == 0 {
					*a = w.oneOf(practice.AnswerYes, practice.AnswerNo, practice.NotAnswered)
				}
			}
			_, err := w.preparations.SaveDayCheck(w.session.ID, check)
			return err
		}},
		{"Readiness.Lift", w.lifts},
		{"Readiness.RecordAdverseEvent", func() error {
			_, err := w.readiness.RecordAdverseEvent(w.session.ID, practice.AdverseEvent{
				ID: practice.NewID(), ParticipantID: w.some().ID, At: practice.At(w.clock), What: "Fainted", Serious: w.random.IntN(2) == 0,
			})
			return err
		}},
		{"Readiness.AddToAdverseEvent", func() error {
			for _, part := range must(w.bench, w.sessions.Get)(w.session.ID).Parts {
				for _, line := range part.Events {
					_, err := w.readiness.AddToAdverseEvent(w.session.ID, practice.AdverseAddition{ID: practice.NewID(), EventID: line.Event.ID, Text: "Well since."})
					return err
				}
			}
			return nil
		}},
		{"Clients.Save", func() error {
			return w.adult(client(), []practice.Date{"1984-05-03", "2012-05-03"}[w.random.IntN(2)])
		}},
		{"the next day", func() error { w.wait(24 * time.Hour); return nil }},
		{"half a year", func() error {
			if w.random.IntN(4) == 0 {
				w.wait(200 * 24 * time.Hour)
			}
			return nil
		}},
		{"Vault.Lock", func() error {
			w.ok(w.vault.Lock(""))
			_, err := w.vault.Unlock(testPassphrase)
			return err
		}},
	}
}
