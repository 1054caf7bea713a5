package practice

import (
	"regexp"
	"slices"
	"strings"
)

// HandoutFacts are the facts of one client's course that a handout can tell.
// What is not known is empty.
type HandoutFacts struct {
	Practice     Practice
	Client       Client
	Prescriber   *Prescriber
	Clearance    Clearance // the present one; without an id when there is none
	Place        Place     // of the session
	Start        Instant   // of the session; empty when none is planned
	Zone         string    // of the session
	Minutes      int       // its planned length
	FastingHours int
	RideHome     Contact
	Chaperone    Contact
	Settings     Settings   // with the windows of the course
	Plan         CoursePlan // of the course; zero for none
}

// Placeholder stands in a handout for a fact.
type Placeholder struct {
	Name  string `json:"name"`  // "ride home", written {ride home}
	Means string `json:"means"` // what it is filled with
	value func(HandoutFacts) string
}

// fact is what the placeholder is filled with, in one line; empty when it is
// not known.
func (p Placeholder) fact(f HandoutFacts) string {
	return strings.Join(strings.Fields(p.value(f)), " ")
}

// Placeholders lists what a handout can tell, in the order it is needed.
var Placeholders = []Placeholder{
	{"name", "What the client is called", func(f HandoutFacts) string { return f.Client.Called() }},
	{"day", "Day and time of the next dosing session", HandoutFacts.day},
	{"place", "The practice's address, or at home by video", HandoutFacts.where},
	{"length", "How long the session is planned to take", func(f HandoutFacts) string { return lengthWords(f.Minutes) }},
	{"therapist", "Your name", func(f HandoutFacts) string { return f.Practice.TherapistName }},
	{"therapist’s phone", "The practice's phone", func(f HandoutFacts) string { return f.Practice.Phone }},
	{"prescriber", "Who gave the clearance", func(f HandoutFacts) string { return f.prescriber().Name }},
	{"prescriber’s phone", "Their phone", func(f HandoutFacts) string { return f.prescriber().Phone }},
	{"medicine", "Form and route of the clearance: “ketamine as a lozenge under the tongue”", HandoutFacts.medicine},
	{"fasting", "The hours agreed: “eat nothing for 4 hours before the session”", HandoutFacts.fasting},
	{"ride home", "Who takes the client home, as agreed", func(f HandoutFacts) string { return f.RideHome.Line() }},
	{"chaperone", "The adult who stays in a session at home", func(f HandoutFacts) string { return f.Chaperone.Line() }},
	{"stay", "The least time from the last dose to leaving", func(f HandoutFacts) string { return lengthWords(f.Settings.DischargeMinutes) }},
	{"lost connection", "After how long a lost connection calls for help", func(f HandoutFacts) string { return lengthWords(f.Settings.LostMinutes) }},
	{"window", "Hours of the integration window", func(f HandoutFacts) string { return counted(f.Settings.WindowHours, "hour", "hours") }},
	{"follow-up", "When you speak again, by the plan of the course", HandoutFacts.followUp},
}

// braces finds what stands between braces on one line, or follows a brace
// that is not closed.
var braces = regexp.MustCompile(`\{[^{}\n]*\}?`)

// placeholderOf returns the placeholder that was typed, braces and all.
// Capitals, spaces around it and the kind of apostrophe do not matter.
func placeholderOf(found string) (Placeholder, bool) {
	inner, closed := strings.CutSuffix(strings.TrimPrefix(found, "{"), "}")
	name := strings.ReplaceAll(strings.ToLower(strings.Join(strings.Fields(inner), " ")), "'", "’")
	i := slices.IndexFunc(Placeholders, func(p Placeholder) bool { return p.Name == name })
	if i < 0 || !closed {
		return Placeholder{}, false
	}
	return Placeholders[i], true
}

func (f HandoutFacts) prescriber() Prescriber {
	if f.Prescriber == nil {
		return Prescriber{}
	}
	return *f.Prescriber
}

func (f HandoutFacts) day() string {
	if f.Start == "" {
		return ""
	}
	at := f.Start.In(f.Zone)
	return at.Format("Monday 2 January 2006") + " at " + ClockText(at)
}

func (f HandoutFacts) where() string {
	if f.Place == Virtual {
		return "home, by video"
	}
	return strings.Join(strings.FieldsFunc(f.Practice.Address, func(r rune) bool { return r == '\n' || r == '\r' }), ", ")
}

// routeWords say a route as a person would.
var routeWords = map[Route]string{
	Sublingual: "under the tongue", Buccal: "in the cheek", Oral: "by mouth", Intramuscular: "into a muscle",
	Intranasal: "into the nose", Intravenous: "into a vein",
}

func (f HandoutFacts) medicine() string {
	form, route := f.Clearance.Form.Label(), routeWords[f.Clearance.Route]
	if form == "" && route == "" {
		return ""
	}
	words := []string{"ketamine"}
	switch {
	case f.Clearance.Form == Injection:
		words = append(words, "as an injection")
	case form != "":
		words = append(words, "as a "+form)
	}
	return strings.Join(trimmed(append(words, route)), " ")
}

func (f HandoutFacts) fasting() string {
	if f.FastingHours == 0 {
		return "no fasting was agreed"
	}
	return "eat nothing for " + lengthWords(60*f.FastingHours) + " before the session"
}

// followUp says when client and therapist speak again. The first time is
// inside the window, whatever the plan says.
func (f HandoutFacts) followUp() string {
	text := "within the first " + counted(f.Settings.WindowHours, "hour", "hours")
	later := max(0, f.Plan.Integrations-1)
	if later == 0 || f.Plan.LaterIntegrationDays == 0 {
		return text
	}
	text += ", and again about " + counted(f.Plan.LaterIntegrationDays, "day", "days") + " after the session"
	if later > 1 {
		text += "; " + numberText(later-1) + " more " + counted(f.Plan.LaterIntegrationDays, "day", "days") + " apart"
	}
	return text
}
