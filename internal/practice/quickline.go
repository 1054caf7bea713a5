package practice

import (
	"errors"
	"fmt"
	"maps"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"time"

	"snowfield/internal/fault"

	"github.com/google/uuid"
)

// QuickLine is one line of a paper log, typed in afterwards, as it was
// understood: an entry with its true time, or why it is none.
type QuickLine struct {
	Number int    `json:"number"` // of the line in the text, from 1
	Reads  string `json:"reads"`  // "13:12, dose: 200 mg sublingual"; empty when it was not understood
	Wrong  string `json:"wrong"`  // what is to be put right; empty when nothing is

	Dose        *DoseEvent   `json:"-"`
	Vitals      *VitalSigns  `json:"-"`
	Observation *Observation `json:"-"`
}

// QuickInput is what lines are read for: a participant's log as it stands.
type QuickInput struct {
	Session       Session
	ParticipantID string
	Clearance     Clearance // the session began under; empty for none
	Doses         []DoseEvent
	Readings      []VitalSigns
	Now           Instant
	// Batch names the text: the same line of the same batch is the same entry,
	// so that sending it twice writes it once.
	Batch string
}

// quickLines bounds a text, and quickLength a line of it in bytes: a paper log
// has a few pages.
const (
	quickLines  = 300
	quickLength = 4000
)

// ReadQuickLines reads a paper log, one entry a line: "13:12 dose 200
// sublingual", "13:22 128/82 72 97", "13:27 eyes open: asked for water", "13:38
// “It is so wide.”". Empty lines are left out. A dose is held against the order
// and against what was measured before it, in the log and in the lines above.
func ReadQuickLines(text string, in QuickInput) []QuickLine {
	lines := []QuickLine{}
	in.Doses, in.Readings = slices.Clone(in.Doses), slices.Clone(in.Readings)
	for i, typed := range strings.Split(text, "\n") {
		typed = strings.TrimSpace(typed)
		if typed == "" {
			continue
		}
		line := QuickLine{Number: i + 1}
		switch {
		case len(lines) == quickLines:
			line.Wrong = "These are too many lines. Keep them in two parts."
			return append(lines, line)
		case len(typed) > quickLength:
			line.Wrong = "This line is too long."
		default:
			line.read(typed, &in)
		}
		lines = append(lines, line)
	}
	return lines
}

// Write a time first, as on paper: 13:12, 13.12, 1312, 1:12 pm.
var quickTime = regexp.MustCompile(`(?i)^(\d{1,2}[:.]|\d{2})(\d{2})(?:\s*([ap])\.?m\b\.?)?(?:[\s,;]+|$)(.*)$`)

func (l *QuickLine) read(typed string, in *QuickInput) {
	found := quickTime.FindStringSubmatch(typed)
	if found == nil {
		l.Wrong = "Begin with the time, such as 13:12."
		return
	}
	at, ok := quickInstant(strings.TrimRight(found[1], ":."), found[2], strings.ToLower(found[3]), in.Session)
	if !ok {
		l.Wrong = "There is no such time."
		return
	}
	said := strings.TrimSpace(found[4])
	entry := Entry{ID: quickID(in.Batch, l.Number), ParticipantID: in.ParticipantID, At: at}
	first, rest, _ := strings.Cut(said, " ")
	switch word := strings.ToLower(strings.TrimRight(first, ":,")); {
	case word == "dose" || word == "booster":
		l.readDose(entry, strings.TrimSpace(rest), in)
	case quickVitals.MatchString(said):
		l.readVitals(entry, said, in)
	default:
		l.readObservation(entry, said, in)
	}
}

// quickInstant is the time of day nearest to the session: one more than twelve
// hours before its start is of the day after.
func quickInstant(hour, minute, half string, s Session) (Instant, bool) {
	h, errH := strconv.Atoi(hour)
	m, errM := strconv.Atoi(minute)
	if errH != nil || errM != nil || h > 23 || m > 59 || half != "" && (h < 1 || h > 12) {
		return "", false
	}
	switch {
	case half == "p" && h < 12:
		h += 12
	case half == "a" && h == 12:
		h = 0
	}
	start := s.Start().In(s.Zone)
	at := time.Date(start.Year(), start.Month(), start.Day(), h, m, 0, 0, start.Location())
	if start.Sub(at) > 12*time.Hour {
		at = time.Date(start.Year(), start.Month(), start.Day()+1, h, m, 0, 0, start.Location())
	}
	if at.Hour() != h || at.Minute() != m { // left out as the clocks went forward
		return "", false
	}
	return At(at), true
}

func quickID(batch string, line int) string {
	return uuid.NewSHA1(uuid.NameSpaceOID, []byte(batch+" "+strconv.Itoa(line))).String()
}

var quickAmount = regexp.MustCompile(`(?i)^(\d{1,5})(?:[.,](\d{1,3}))?\s*(?:mg\b)?[\s,]*`)

// quickRoutes and quickForms are the words of a dose on paper.
var quickRoutes = map[string]Route{
	"sublingual": Sublingual, "sl": Sublingual, "buccal": Buccal, "oral": Oral, "po": Oral, "intramuscular": Intramuscular, "im": Intramuscular,
	"intranasal": Intranasal, "nasal": Intranasal, "intravenous": Intravenous, "iv": Intravenous,
}

var quickForms = map[string]Form{
	"lozenge": Lozenge, "troche": Lozenge, "tablet": DissolveTablet, "rdt": DissolveTablet, "solution": Solution, "injection": Injection, "spray": Spray,
}

// readDose reads "200 mg sublingual lozenge: her reason" and "not given: her
// reason". Without a route the ordered one is meant.
func (l *QuickLine) readDose(e Entry, said string, in *QuickInput) {
	said, reason, _ := strings.Cut(said, ":")
	d := DoseEvent{Entry: e, Reason: strings.TrimSpace(reason), Route: in.Clearance.Route, Form: in.Clearance.Form}
	if strings.EqualFold(strings.TrimSpace(said), "not given") {
		d.NotGiven, d.Route, d.Form = true, "", ""
	} else {
		found := quickAmount.FindStringSubmatch(said)
		if found == nil {
			l.Wrong = "Give the amount in mg, such as 200."
			return
		}
		milligrams, err := strconv.ParseInt(found[1], 10, 64)
		micrograms, err2 := strconv.ParseInt((found[2] + "000")[:3], 10, 64)
		if err != nil || err2 != nil {
			l.Wrong = "Give the amount in mg, such as 200."
			return
		}
		d.TakenUg = milligrams*1000 + micrograms
		for word := range strings.FieldsSeq(strings.ToLower(said[len(found[0]):])) {
			word = strings.Trim(word, ",.")
			if route, ok := quickRoutes[word]; ok {
				d.Route = route
			} else if form, ok := quickForms[word]; ok {
				d.Form = form
			} else if word != "" {
				l.Wrong = "“" + word + "” is not understood. Write a dose like “dose 200 sublingual”, and a reason after a colon."
				return
			}
		}
	}
	err := d.Validate(in.Session, in.Now)
	if l.Wrong = quickWrong(err); l.Wrong != "" {
		return
	}
	if l.Wrong = quickWrong(in.Clearance.Ordered(d, in.Doses, in.Readings)); l.Wrong != "" {
		l.Wrong += " Write the reason after a colon."
		return
	}
	in.Doses = append(in.Doses, d)
	l.Dose, l.Reads = &d, l.words(e, in, "dose: "+d.Line())
}

// Blood pressure, heart rate, SpO2 and respiratory rate in this order, or each
// with its name; a heart rate stands alone only with its name.
var (
	quickVitals = regexp.MustCompile(`(?i)^(?:bp\s*)?\d{1,3}\s*/\s*\d{1,3}(?:$|[\s,])|^(?:bp|hr|pulse|spo2|ox|rr)[:\s]*\d`)
	quickValue  = regexp.MustCompile(`(?i)^(?:(bp|hr|pulse|spo2|ox|rr)[:\s]*)?(?:(\d{1,3})\s*/\s*(\d{1,3})|(\d{1,3})\s*(%)?)(?:[\s,;]+|$)`)
)

func (l *QuickLine) readVitals(e Entry, said string, in *QuickInput) {
	v := VitalSigns{Entry: e}
	unnamed := []**int{&v.HeartRateBpm, &v.SpO2Percent, &v.RespiratoryRatePerMin}
	named := map[string]**int{"hr": &v.HeartRateBpm, "pulse": &v.HeartRateBpm, "spo2": &v.SpO2Percent, "ox": &v.SpO2Percent, "rr": &v.RespiratoryRatePerMin}
	for said != "" {
		found := quickValue.FindStringSubmatch(said)
		if found == nil {
			l.Wrong = "Write vital signs like 128/82 72 97: pressure, heart rate, SpO2."
			return
		}
		said = said[len(found[0]):]
		if found[2] != "" {
			v.SystolicMmHg, v.DiastolicMmHg = number(found[2]), number(found[3])
			continue
		}
		into := named[strings.ToLower(found[1])]
		if found[5] != "" {
			into = &v.SpO2Percent
		}
		if into == nil {
			i := slices.IndexFunc(unnamed, func(value **int) bool { return *value == nil })
			if i < 0 {
				l.Wrong = "These are more numbers than vital signs."
				return
			}
			into = unnamed[i]
		}
		*into = number(found[4])
	}
	if l.Wrong = quickWrong(v.Validate(in.Session, in.Now)); l.Wrong != "" {
		return
	}
	in.Readings = append(in.Readings, v)
	slices.SortStableFunc(in.Readings, func(a, b VitalSigns) int { return strings.Compare(string(a.Entry.At), string(b.Entry.At)) })
	l.Vitals, l.Reads = &v, l.words(e, in, v.Line())
}

// number reads digits that a pattern has let through.
func number(digits string) *int {
	n, err := strconv.Atoi(digits)
	if err != nil {
		return nil
	}
	return &n
}

// readObservation reads a ready word, with more after a colon, or words of any
// kind.
func (l *QuickLine) readObservation(e Entry, said string, in *QuickInput) {
	o := Observation{Entry: e, Text: said}
	label, more, _ := strings.Cut(said, ":")
	label = strings.TrimSpace(label)
	for _, kind := range ObservationKinds {
		if kind.Group != StepTaken && strings.EqualFold(kind.Label, label) {
			o.Kind, o.Text = kind.ID, more
			break
		}
	}
	o.Normalize()
	if l.Wrong = quickWrong(o.Validate(in.Session, in.Now)); l.Wrong != "" {
		return
	}
	l.Observation, l.Reads = &o, l.words(e, in, o.Line())
}

func (l *QuickLine) words(e Entry, in *QuickInput, what string) string {
	return fmt.Sprintf("%s, %s", ClockText(e.At.In(in.Session.Zone)), what)
}

// quickWrong says in one line what the rules of the field refuse.
func quickWrong(err error) string {
	if err == nil {
		return ""
	}
	f, ok := errors.AsType[*fault.Error](err)
	if !ok {
		return "This line is not understood."
	}
	if len(f.Fields) == 0 {
		return f.Message
	}
	var told []string
	for _, field := range slices.Sorted(maps.Keys(f.Fields)) {
		told = append(told, f.Fields[field])
	}
	return strings.Join(told, " ")
}
