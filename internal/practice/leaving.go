package practice

import (
	"fmt"
	"slices"
	"strings"
	"time"

	"snowfield/internal/fault"
)

// LeavingEnding is how a participant left a dosing session.
type LeavingEnding string

// The endings. A session in which no dose was given needs no checklist.
const (
	LeftDischarged    LeavingEnding = "discharged"
	LeftTransferred   LeavingEnding = "transferred"
	LeftAgainstAdvice LeavingEnding = "left_against_advice"
	LeftNoDose        LeavingEnding = "no_dose"
)

// LeavingEndings lists them in their usual order.
var LeavingEndings = []LeavingEnding{LeftDischarged, LeftTransferred, LeftAgainstAdvice, LeftNoDose}

// Label returns the ending in words.
func (e LeavingEnding) Label() string {
	switch e {
	case LeftDischarged:
		return "Discharged"
	case LeftTransferred:
		return "Transferred"
	case LeftAgainstAdvice:
		return "Left against advice"
	case LeftNoDose:
		return "No dose was given"
	}
	return string(e)
}

// LeavingItem is one thing that is to be so before a client leaves.
type LeavingItem struct {
	Key   string `json:"key"`
	Label string `json:"label"`
}

// LeavingList is the checklist of a practice.
type LeavingList struct {
	Items []LeavingItem `json:"items"`
}

// shippedLeaving follows the clinical requirements, "Dosing session timeline".
var shippedLeaving = LeavingList{Items: []LeavingItem{
	{"oriented", "Oriented to person, place and time"},
	{"steady", "Steady on their feet"},
	{"vitals", "Vital signs near baseline"},
	{"nausea", "Nausea controlled"},
	{"thoughts", "No new thoughts of suicide"},
	{"instructions", "Instructions given: no driving until after a night's sleep"},
	{"contact", "Contact for tonight and tomorrow agreed"},
	{"next", "Next appointment made"},
}}

// LeavingShelf returns the one checklist for leaving.
func LeavingShelf(stored []LibraryItem) ([]Shelved[LeavingList], error) {
	return overlay([]LeavingList{shippedLeaving}, func(LeavingList) string { return TheOne }, stored)
}

// Leaving is how one participant left a dosing session: each item of the
// checklist as it was worded then, met or not and why, and who took them home.
type Leaving struct {
	ParticipantID string         `json:"participant_id"`
	At            Instant        `json:"at"`
	Ending        LeavingEnding  `json:"ending"`
	Checks        []LeavingCheck `json:"checks"`
	EarlyReason   string         `json:"early_reason"` // why before the least time after the last dose
	Escort        Contact        `json:"escort"`       // with whom; in a virtual session who stays
	Destination   string         `json:"destination"`  // of a transfer: where to, and by whom
	Note          string         `json:"note"`
	CreatedAt     Instant        `json:"created_at"`
	UpdatedAt     Instant        `json:"updated_at"`
	Version       int            `json:"version"`
}

// NewLeaving is a leaving nobody has answered yet. Without a dose it says so.
func NewLeaving(participantID string, list LeavingList, totals DoseTotals, escort Contact, now Instant) Leaving {
	l := Leaving{ParticipantID: participantID, At: now, Ending: LeftDischarged, Checks: []LeavingCheck{}, Escort: escort}
	if totals.Given == 0 {
		l.Ending = LeftNoDose
	}
	for _, item := range list.Items {
		l.Checks = append(l.Checks, LeavingCheck{Key: item.Key, Label: item.Label})
	}
	return l
}

// NotBefore is the earliest a client leaves by the practice's rule: so long
// after the last dose. It is empty when no dose was given.
func (t DoseTotals) NotBefore(settings Settings) Instant {
	if t.LastAt == "" {
		return ""
	}
	return t.LastAt.Add(time.Duration(settings.DischargeMinutes) * time.Minute)
}

// Normalize trims the words and drops what the ending does not ask for:
// without a dose there is no checklist, and only a transfer leads elsewhere.
func (l *Leaving) Normalize(totals DoseTotals, settings Settings) {
	for _, text := range []*string{&l.EarlyReason, &l.Destination, &l.Note, &l.Escort.Name, &l.Escort.Phone, &l.Escort.Relationship} {
		*text = strings.TrimSpace(*text)
	}
	for i := range l.Checks {
		if l.Checks[i].Reason = strings.TrimSpace(l.Checks[i].Reason); l.Checks[i].Met != AnswerNo {
			l.Checks[i].Reason = ""
		}
	}
	if l.Ending == LeftNoDose {
		l.Checks, l.Escort = []LeavingCheck{}, Contact{}
	}
	if l.Ending != LeftTransferred {
		l.Destination = ""
	}
	if l.Ending != LeftDischarged || l.At >= totals.NotBefore(settings) {
		l.EarlyReason = ""
	}
}

// Validate refuses a leaving from a session that did not begin, at a time
// outside it or before the last dose; a discharge with an item that is not
// answered or not met without a reason, before the practice's least time
// without a reason, or with nobody there; a transfer to nowhere; a client who
// went against advice without a word about it; and "no dose" where one was
// given, or without a reason. list is the checklist as it is worded to this client.
func (l Leaving) Validate(list LeavingList, totals DoseTotals, settings Settings, s Session, now Instant) error {
	if state := s.State(); s.Kind != Dosing || state != Open && state != Ended {
		return fault.New(fault.Conflict, "Only a dosing session that has begun is left with a checklist. Nothing was changed.")
	}
	var c fault.Check
	if !slices.Contains(LeavingEndings, l.Ending) {
		c.Refuse("ending", "Choose how the session ended.")
	}
	l.checkTime(&c, totals, s, now)
	l.checkList(&c, list)
	switch l.Ending {
	case LeftDischarged:
		if l.At.valid() && l.At < totals.NotBefore(settings) && l.EarlyReason == "" {
			c.Refuse("early_reason", fmt.Sprintf("This is less than %d minutes after the last dose. Say why.", settings.DischargeMinutes))
		}
		if l.Escort.Name == "" && s.Place == Virtual {
			c.Refuse("escort.name", "Say who stays with the client.")
		} else if l.Escort.Name == "" {
			c.Refuse("escort.name", "Say who takes the client home.")
		}
	case LeftTransferred:
		if l.Destination == "" {
			c.Refuse("destination", "Say where to, and by whom.")
		}
	case LeftAgainstAdvice:
		if l.Note == "" {
			c.Refuse("note", "Say what was advised and what the client said.")
		}
	case LeftNoDose:
		if totals.Given > 0 {
			c.Refuse("ending", "A dose was given in this session.")
		} else if totals.NotGiven == 0 && l.Note == "" {
			c.Refuse("note", "Say why no dose was given.")
		}
	}
	checkText(&c, "early_reason", l.EarlyReason)
	checkText(&c, "destination", l.Destination)
	checkText(&c, "note", l.Note)
	checkContact(&c, "escort", l.Escort)
	return c.Err()
}

func (l Leaving) checkTime(c *fault.Check, totals DoseTotals, s Session, now Instant) {
	checkInstant(c, "at", l.At, true)
	switch {
	case !l.At.valid():
	case l.At.Sub(now) > time.Minute && now >= s.ActualStart:
		c.Refuse("at", "This time lies in the future.")
	case l.At < s.ActualStart:
		c.Refuse("at", "This lies before the session began.")
	case l.At < totals.LastAt:
		c.Refuse("at", "This lies before the last dose.")
	case l.At.Sub(s.ActualStart) > longestSession:
		c.Refuse("at", "This time lies too far from the session.")
	}
}

// checkList refuses answers to other questions than those that were asked.
// Only a discharge needs them all.
func (l Leaving) checkList(c *fault.Check, list LeavingList) {
	for i, check := range l.Checks {
		field := fmt.Sprintf("checks.%d", i)
		if i >= len(list.Items) || list.Items[i] != (LeavingItem{check.Key, check.Label}) {
			c.Refuse(field, "The checklist was changed since this was opened. Open it again.")
			return
		}
		if !slices.Contains([]Answer{NotAnswered, AnswerNo, AnswerYes}, check.Met) {
			c.Refuse(field, "Choose yes or no.")
		}
		checkText(c, field+".reason", check.Reason)
		if l.Ending != LeftDischarged {
			continue
		}
		if check.Met == NotAnswered {
			c.Refuse(field, "Not answered yet.")
		}
		if check.Met == AnswerNo && check.Reason == "" {
			c.Refuse(field+".reason", "Say why the client leaves all the same.")
		}
	}
	if l.Ending == LeftDischarged && len(l.Checks) < len(list.Items) {
		c.Refuse(fmt.Sprintf("checks.%d", len(l.Checks)), "Not answered yet.")
	}
}

// Asked is the checklist as it was worded when it was answered.
func (l Leaving) Asked() LeavingList {
	list := LeavingList{Items: []LeavingItem{}}
	for _, check := range l.Checks {
		list.Items = append(list.Items, LeavingItem{check.Key, check.Label})
	}
	return list
}

// MustLeave refuses to end a session that runs while this participant, who was
// given a dose, has not left: left is nil then, or of before the last dose.
func MustLeave(totals DoseTotals, left *Leaving) error {
	if totals.Given > 0 && (left == nil || left.At < totals.LastAt) {
		return fault.New(fault.Blocked, "A dose was given, so this session ends with the checklist for leaving. Choose End session; everything recorded is safe.")
	}
	return nil
}

// FinishLeft ends an open dosing session when the last participant left.
func (s *Session) FinishLeft(leavings []Leaving, now Instant) error {
	if err := s.Finish(now); err != nil {
		return err
	}
	last := s.ActualStart
	for _, l := range leavings {
		last = max(last, l.At)
	}
	s.ActualEnd = min(last, now)
	return nil
}

// OpenAgain takes the end of a dosing session back, as one takes an entry
// back: within UndoWindow of the act. What was answered at leaving stays, to
// be changed.
func (s *Session) OpenAgain(now Instant) error {
	since := now.Sub(s.UpdatedAt)
	if s.Kind != Dosing || s.State() != Ended || since < 0 || since > UndoWindow+undoGrace {
		return fault.New(fault.Conflict, "The end of this session can no longer be taken back. It still takes late entries until its note is signed.")
	}
	s.ActualEnd = ""
	return nil
}

// Text says how and when the client left: "Discharged at 15:20".
func (l Leaving) Text(zone string) string {
	if l.Ending == LeftNoDose {
		return l.Ending.Label()
	}
	return l.Ending.Label() + " at " + ClockText(l.At.In(zone))
}

// CheckText says in words what was met: "All eight met", "Seven of eight met";
// empty when nothing was answered.
func (l Leaving) CheckText() string {
	met, answered := 0, 0
	for _, check := range l.Checks {
		switch check.Met {
		case AnswerYes:
			met, answered = met+1, answered+1
		case AnswerNo:
			answered++
		case NotAnswered, AnswerUnsure:
		}
	}
	switch {
	case answered == 0:
		return ""
	case met == 0:
		return "None of " + numberText(len(l.Checks)) + " met"
	case met == len(l.Checks):
		return "All " + numberText(met) + " met"
	}
	return upperFirst(numberText(met)) + " of " + numberText(len(l.Checks)) + " met"
}

// Sentence says how the client left, where to, and what was met: "Discharged at
// 15:20. All eight met."
func (l Leaving) Sentence(zone string) string {
	text := l.Text(zone) + "."
	if to := strings.TrimRight(l.Destination, "."); to != "" {
		text += " " + to + "."
	}
	if met := l.CheckText(); met != "" {
		text += " " + met + "."
	}
	return text
}

// LeavingCheck is one item of the checklist and its answer.
type LeavingCheck struct {
	Key    string `json:"key"`
	Label  string `json:"label"`
	Met    Answer `json:"met"`
	Reason string `json:"reason"` // why it is not met
}
