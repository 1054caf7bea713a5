package practice

import (
	"fmt"
	"slices"
)

// Ready computes the readiness of one client for one dosing session. What has
// a date is held against the session's day, or today's when that day is past;
// what can only be known on the day waits for it.
func Ready(in ReadinessInput) Readiness {
	r := readying{ReadinessInput: in, day: in.Today}
	if planned := DateOf(in.Session.Start().In(in.Zone)); !in.Beginning && planned > in.Today {
		r.day, r.ahead = planned, true
	}
	clearances, used := []Clearance{}, map[string]int{}
	for _, c := range in.Clearances {
		clearances = append(clearances, c.Clearance)
		used[c.Clearance.ID] = c.Used
	}
	r.standing = Standing(clearances, used, r.day)
	if in.Day != nil && in.Day.AskedOn == in.Today {
		r.dayCheck = *in.Day
	}

	r.screening()
	r.flags()
	r.clearance()
	r.adverseEvents()
	r.consents()
	r.preparation()
	r.risks()
	r.measures()
	r.today()
	if in.Session.Place == Virtual {
		r.virtual()
	}
	r.earlier()
	return r.answer()
}

// readying is Ready at work: each rule adds its checks.
type readying struct {
	ReadinessInput
	day      Date // the day the session is held against
	ahead    bool // that day is not today
	standing []Cleared
	dayCheck DayCheck // today's; empty when nothing was asked today
	checks   []Check
	counted  []string // the ids of the lifts that count
}

func (r *readying) add(c Check) { r.checks = append(r.checks, c) }

// blocks adds what stands in the way, unless it was lifted in a way that
// lifts it: a decision lifts everything, a reason what a reason lifts.
func (r *readying) blocks(topic string, by LiftKind, key, text string) {
	for _, l := range r.Lifts {
		if l.CheckKey == key && (l.Kind == LiftDecision || by == LiftReason) {
			r.add(Check{Key: key, Topic: topic, State: CheckLifted, Text: text, Lift: &l})
			r.counted = append(r.counted, l.ID)
			return
		}
	}
	r.add(Check{Key: key, Topic: topic, State: CheckBlocks, Text: text, LiftBy: by})
}

// earlier adds the lifts that lift nothing now, because what stood in the way
// was put right or has changed since: what was decided stays to be seen.
func (r *readying) earlier() {
	for _, l := range r.Lifts {
		if !slices.Contains(r.counted, l.ID) {
			r.add(Check{Key: "earlier:" + l.CheckKey, Topic: topicEarlier, State: CheckLifted, Text: "Earlier: " + lowerFirst(l.CheckText), Lift: &l})
		}
	}
}

func (r *readying) warns(topic, key, text string) {
	r.add(Check{Key: key, Topic: topic, State: CheckWarns, Text: text})
}

func (r *readying) later(topic, key, text string) {
	r.add(Check{Key: key, Topic: topic, State: CheckLater, Text: text})
}

func (r *readying) fine(topic, key, text string) {
	r.add(Check{Key: key, Topic: topic, State: CheckFine, Text: text})
}

var checkOrder = []CheckState{CheckBlocks, CheckWarns, CheckLifted, CheckLater, CheckFine}

func (r *readying) answer() Readiness {
	slices.SortStableFunc(r.checks, func(a, b Check) int {
		return slices.Index(checkOrder, a.State) - slices.Index(checkOrder, b.State)
	})
	answer := Readiness{ParticipantID: r.Participant.ID, ClientID: r.Client.ID, Checks: r.checks}
	answer.Blocked = answer.count(CheckBlocks) > 0
	answer.Summary = answer.summary()
	return answer
}

func (r Readiness) count(states ...CheckState) int {
	n := 0
	for _, c := range r.Checks {
		if slices.Contains(states, c.State) {
			n++
		}
	}
	return n
}

// Words returns the texts of the checks in a state.
func (r Readiness) Words(state CheckState) []string {
	words := []string{}
	for _, c := range r.Checks {
		if c.State == state {
			words = append(words, c.Text)
		}
	}
	return words
}

func (r Readiness) summary() string {
	if words := r.Words(CheckBlocks); len(words) > 0 {
		return InTheWay(words)
	}
	text := "Ready"
	if r.count(CheckLater) > 0 {
		text = "Ready but for what is asked on the day"
	}
	known := CountText(r.count(CheckWarns), "thing", "things") + " to know"
	switch lifted := r.Words(CheckLifted); {
	case len(lifted) > 0:
		text += ", with " + lowerFirst(CountText(len(lifted), "thing", "things")) + " lifted: " + inShort(lifted) + "."
		if r.count(CheckWarns) > 0 {
			text += " " + known + "."
		}
	case r.count(CheckWarns) > 0:
		text += ", with " + lowerFirst(known)
	}
	return text
}

// soon tells that a day, still to come, lies within the notice of the day the
// session is held against.
func (r *readying) soon(d Date) bool {
	day, ok := r.day.Day()
	return ok && d <= DateOf(day.AddDate(0, 0, r.Settings.NoticeDays))
}

// past words what ended before the session's day: it is over, or will be.
func (r *readying) past(d Date, was, will string) string {
	if d < r.Today {
		return fmt.Sprintf(was, d.Text())
	}
	return fmt.Sprintf(will, d.Text())
}

// StartOf returns what is kept as a dosing session begins. deviation says why
// it is recorded though it could not begin; it is empty for a regular start.
func StartOf(in ReadinessInput, deviation string) Start {
	start := Start{ParticipantID: in.Participant.ID, Readiness: Ready(in), Day: DayCheck{ParticipantID: in.Participant.ID}, Deviation: deviation}
	start.Preparation.ClientID = in.Client.ID
	if current, ok := Current(in.Clearances); ok && current.State == ClearanceInForce {
		start.ClearanceID = current.Clearance.ID
	}
	if in.Preparation != nil {
		start.Preparation = *in.Preparation
	}
	if in.Day != nil && in.Day.AskedOn == in.Today {
		start.Day = *in.Day
	}
	return start
}

// HappenedText marks a session that could not begin and took place all the
// same.
const HappenedText = "Recorded as it happened"

// LiftedText says how much was lifted for a start: "Two things lifted at the
// start"; empty for nothing.
func (r Readiness) LiftedText() string {
	n := r.count(CheckLifted)
	if n == 0 {
		return ""
	}
	return CountText(n, "thing", "things") + " lifted at the start"
}
