package practice

import (
	"strings"
	"unicode"

	"snowfield/internal/fault"
)

// ObservationGroup sorts the kinds for a menu; groups are never ranked good
// or bad.
type ObservationGroup string

// The groups.
const (
	Experience   ObservationGroup = "experience"
	Body         ObservationGroup = "body"
	Mark         ObservationGroup = "mark"
	Intervention ObservationGroup = "intervention"
	Emergency    ObservationGroup = "emergency" // each opens the emergency card
	PhaseBegins  ObservationGroup = "phase"     // each begins a part of the session
	StepTaken    ObservationGroup = "step"      // what was decided or done because of a limit, a lost connection, an emergency
)

// ObservationKind is a ready word for what is seen or done.
type ObservationKind struct {
	ID    string           `json:"id"`
	Label string           `json:"label"`
	Group ObservationGroup `json:"group"`
}

// ObservationKinds lists the ready words (clinical requirements, "Dosing
// session timeline"). Free text is always possible.
var ObservationKinds = []ObservationKind{
	{"still", "Still", Experience},
	{"tearful", "Tearful", Experience},
	{"laughing", "Laughing", Experience},
	{"imagery", "Imagery", Experience},
	{"deep_peace", "Deep peace", Experience},
	{"relaxed", "Relaxed", Experience},
	{"dissociation", "Dissociation", Experience},
	{"anxiety", "Anxiety", Experience},
	{"confusion", "Confusion", Experience},
	{"agitation", "Agitation", Experience},
	{"spoke", "Spoke", Experience},
	{"silence", "Silence", Experience},
	{"settled", "Settled", Experience},
	{"restless", "Restless", Experience},
	{"eyes_open", "Eyes open", Experience},
	{"somatic_release", "Somatic release", Body},
	{"moving", "Moving", Body},
	{"nausea", "Nausea", Body},
	{"vomiting", "Vomiting", Body},
	{"headache", "Headache", Body},
	{"dizziness", "Dizziness", Body},
	{"double_vision", "Double vision", Body},
	{"nystagmus", "Nystagmus", Body},
	{"slurred_speech", "Slurred speech", Body},
	{"onset", "Onset", Mark},
	{"peak", "Peak", Mark},
	{"returning", "Returning", Mark},
	{"connection_lost", "Connection lost", Mark},
	{"connection_restored", "Connection restored", Mark},
	{"reassurance", "Reassurance", Intervention},
	{"grounding", "Grounding", Intervention},
	{"breath", "Breath", Intervention},
	{"hand_held", "Hand held", Intervention},
	{"music_changed", "Music changed", Intervention},
	{"repositioned", "Repositioned", Intervention},
	{"prescriber_contact", "Contact with prescriber", Intervention},
	{"rescue_medicine", "Rescue medicine given", Intervention},
	{"chest_pain", "Chest pain", Emergency},
	{"seizure", "Seizure", Emergency},
	{"trouble_breathing", "Trouble breathing", Emergency},
	{"cannot_be_roused", "Cannot be roused", Emergency},
	{"phase_arrival", "Arrival", PhaseBegins},
	{"phase_guided_reflection", "Guided reflection", PhaseBegins},
	{"phase_medicine", "Medicine", PhaseBegins},
	{"phase_returning", "Returning", PhaseBegins},
	{"phase_processing", "Processing", PhaseBegins},
	{"phase_leaving", "Leaving", PhaseBegins},
	{"rest", "Rest, then measure again", StepTaken},
	{"recheck", "Measure again soon", StepTaken},
	{"talk_instead", "Went on as a talk session", StepTaken},
	{"call", "Call", StepTaken},
	{"emergency_plan", "Emergency plan opened", StepTaken},
	{"clock_set", "The computer's clock was set", StepTaken},
}

// TouchKinds are the words of touch. They are offered only where touch was
// agreed; what happened all the same can be written in free text.
var TouchKinds = []string{"hand_held"}

var observationByID = func() map[string]ObservationKind {
	m := make(map[string]ObservationKind, len(ObservationKinds))
	for _, k := range ObservationKinds {
		m[k.ID] = k
	}
	return m
}()

// Observation is one time-stamped line of what was seen, said or done: a
// ready word, free text, or both. ClientWords marks the text as the client's
// own words; documents set it in italic with quotation marks.
type Observation struct {
	Entry       Entry  `json:"entry"`
	Kind        string `json:"kind"` // an ObservationKind id; empty for free text
	Text        string `json:"text"`
	ClientWords bool   `json:"client_words"`
	Call        *Call  `json:"call"` // whom a "call" reached; nil for every other kind
}

// Normalize trims the text, takes a leading quotation mark to mean the
// client's own words, and one of the emergency words, written out, to mean
// that word; more may follow it after a colon.
func (o *Observation) Normalize() {
	o.Text = strings.TrimSpace(o.Text)
	o.readEmergency()
	rest := strings.TrimLeftFunc(o.Text, func(r rune) bool { return unicode.IsSpace(r) || strings.ContainsRune("\"“„«", r) })
	if rest == o.Text {
		return
	}
	o.ClientWords = true
	o.Text = strings.TrimRightFunc(rest, func(r rune) bool { return unicode.IsSpace(r) || strings.ContainsRune("\"”“»", r) })
}

func (o *Observation) readEmergency() {
	if o.Kind != "" || o.ClientWords {
		return
	}
	said, more, _ := strings.Cut(o.Text, ":")
	said = strings.TrimRight(said, " .!?")
	for _, k := range ObservationKinds {
		if k.Group == Emergency && strings.EqualFold(said, k.Label) {
			o.Kind, o.Text = k.ID, strings.TrimSpace(more)
			return
		}
	}
}

// OffersPlan reports whether the words name an emergency without being one of
// its words: the emergency plan is then offered, for "no chest pain" names one
// too.
func (o Observation) OffersPlan() bool {
	if o.Emergency() {
		return false
	}
	said := " " + strings.Join(strings.FieldsFunc(strings.ToLower(o.Text), func(r rune) bool { return !unicode.IsLetter(r) }), " ") + " "
	for _, k := range ObservationKinds {
		if k.Group == Emergency && strings.Contains(said, " "+strings.ToLower(k.Label)+" ") {
			return true
		}
	}
	return false
}

// Label returns the ready word, of a call whom it was made to, or nothing for
// free text.
func (o Observation) Label() string {
	if o.Call != nil {
		return o.Call.Line()
	}
	return observationByID[o.Kind].Label
}

// Emergency reports whether the kind opens the emergency card.
func (o Observation) Emergency() bool { return observationByID[o.Kind].Group == Emergency }

// IsStep reports whether the rest of a running session follows from the
// observation: which phase it is, what is to be measured or done next.
func (o Observation) IsStep() bool {
	switch observationByID[o.Kind].Group {
	case PhaseBegins, StepTaken:
		return true
	case Experience, Body, Mark, Intervention, Emergency:
	}
	return o.Kind == connectionLost || o.Kind == connectionRestored
}

// The marks of the connection in a virtual session.
const (
	connectionLost     = "connection_lost"
	connectionRestored = "connection_restored"
)

// Line returns the observation in one line of plain words.
func (o Observation) Line() string {
	text := o.Text
	if o.ClientWords && text != "" {
		text = "“" + text + "”"
	}
	switch {
	case o.Kind == "":
		return text
	case text == "":
		return o.Label()
	}
	return o.Label() + ": " + text
}

// Validate refuses an observation with neither kind nor text, and an unknown
// kind.
func (o Observation) Validate(s Session, now Instant) error {
	var c fault.Check
	o.Entry.check(&c, s, now)
	if o.Kind == "" && o.Text == "" {
		c.Refuse("text", "Write a few words or choose one.")
	}
	if o.Kind != "" && observationByID[o.Kind].ID == "" {
		c.Refuse("kind", "Choose one of the words listed.")
	}
	if o.ClientWords && o.Text == "" {
		c.Refuse("text", "Write the client's words.")
	}
	checkText(&c, "text", o.Text)
	o.checkCall(&c)
	return c.Err()
}
