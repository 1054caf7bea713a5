package practice

import (
	"fmt"
	"strings"
	"time"
	"unicode"
	"unicode/utf8"
)

// SessionTitle names a session as the field does: "Dosing 3",
// "Preparation 1", "Check-in". ordinal is its number among the client's
// sessions of the kind, 0 for a dosing session in which no dose was given.
func SessionTitle(kind SessionKind, ordinal int) string {
	switch {
	case kind == Dosing && ordinal == 0:
		return "Dosing, no dose given"
	case kind == CheckIn || ordinal == 0:
		return kind.Label()
	}
	return fmt.Sprintf("%s %d", kind.Label(), ordinal)
}

// FollowingTitle names an integration session or check-in by the dosing it
// follows: "Integration after dosing 3".
func FollowingTitle(kind SessionKind, dosingTitle string) string {
	if dosingTitle == "" {
		return kind.Label()
	}
	return kind.Label() + " after " + lowerFirst(dosingTitle)
}

// lowerFirst puts words of Snowfield's own inside a sentence. A name of a
// measure keeps its letters: "SpO2".
func lowerFirst(text string) string {
	first, size := utf8.DecodeRuneInString(text)
	if word, _, _ := strings.Cut(text[size:], " "); strings.ContainsFunc(word, unicode.IsUpper) {
		return text
	}
	return string(unicode.ToLower(first)) + text[size:]
}

// upperFirst begins a sentence with words of Snowfield's own.
func upperFirst(text string) string {
	first, size := utf8.DecodeRuneInString(text)
	if size == 0 {
		return ""
	}
	return string(unicode.ToUpper(first)) + text[size:]
}

// shownWays is how many of the things in the way are said in full.
const shownWays = 2

// InTheWay says in one sentence what stands in the way: the first things in
// full, then how many more. Each word of ways is a sentence of its own.
func InTheWay(ways []string) string {
	return CountText(len(ways), "thing stands", "things stand") + " in the way: " + inShort(ways) + "."
}

// inShort joins sentences into one, without its end.
func inShort(ways []string) string {
	shown := []string{}
	for _, way := range ways[:min(shownWays, len(ways))] {
		shown = append(shown, lowerFirst(strings.TrimSuffix(way, ".")))
	}
	if more := len(ways) - len(shown); more > 0 {
		shown = append(shown, "and "+numberText(more)+" more")
	}
	return strings.Join(shown, "; ")
}

// ClockText writes the time of day: "13:04".
func ClockText(t time.Time) string { return t.Format("15:04") }

// DayText writes a day: "Thursday, 12 March".
func DayText(t time.Time) string { return t.Format("Monday, 2 January") }

// ShortDayText writes a day for a list: "11 Mar", with the year when it is
// not now's.
func ShortDayText(t, now time.Time) string {
	if t.Year() != now.Year() {
		return t.Format("2 Jan 2006")
	}
	return t.Format("2 Jan")
}

// LongDateText writes a date in full: "3 May 1984".
func LongDateText(t time.Time) string { return t.Format("2 January 2006") }

// Text writes the day in full: "3 May 1984"; empty for a day that is not set.
func (d Date) Text() string {
	day, ok := d.Day()
	if !ok {
		return ""
	}
	return LongDateText(day)
}

// daysApart counts the midnights between two wall-clock times of one zone.
func daysApart(from, to time.Time) int {
	a := time.Date(from.Year(), from.Month(), from.Day(), 12, 0, 0, 0, time.UTC)
	b := time.Date(to.Year(), to.Month(), to.Day(), 12, 0, 0, 0, time.UTC)
	return int(b.Sub(a).Hours()) / 24
}

// NearDayText writes a day as one would say it: "today", "yesterday",
// "tomorrow", "Tuesday" within a week, else "11 Mar". Both times are wall
// clock of the same zone.
func NearDayText(t, now time.Time) string {
	switch d := daysApart(t, now); {
	case d == 0:
		return "today"
	case d == 1:
		return "yesterday"
	case d == -1:
		return "tomorrow"
	case d > -7 && d < 7:
		return t.Format("Monday")
	}
	return ShortDayText(t, now)
}

// NearTimeText writes day and time: "yesterday at 13:04".
func NearTimeText(t, now time.Time) string { return NearDayText(t, now) + " at " + ClockText(t) }

// LengthText writes a duration: "50 min", "3 h", "2 h 46 min".
func LengthText(d time.Duration) string {
	minutes := int(d.Round(time.Minute) / time.Minute)
	h, m := minutes/60, minutes%60
	switch {
	case h == 0 || h == 1 && m == 0:
		return fmt.Sprintf("%d min", minutes)
	case m == 0:
		return fmt.Sprintf("%d h", h)
	}
	return fmt.Sprintf("%d h %d min", h, m)
}

var countWords = []string{"No", "One", "Two", "Three", "Four", "Five", "Six", "Seven", "Eight", "Nine", "Ten", "Eleven", "Twelve"}

// numberText writes a number inside a sentence: "three", "13".
func numberText(n int) string {
	if n < len(countWords) {
		return strings.ToLower(countWords[n])
	}
	return fmt.Sprint(n)
}

// CountText writes a count that begins a sentence: "Three sessions",
// "One session".
func CountText(n int, one, many string) string {
	word := fmt.Sprint(n)
	if n < len(countWords) {
		word = countWords[n]
	}
	if n == 1 {
		return word + " " + one
	}
	return word + " " + many
}

// TodaySentence says the day in one line: how many answers speak of a risk
// nobody has reviewed, how many sessions, whose windows are open, how many
// closed without a contact, what waits for a signature. inWindow holds first
// names.
func TodaySentence(risks, sessions int, inWindow []string, missed, toSign int) string {
	var parts []string
	if risks > 0 {
		parts = append(parts, CountText(risks, "risk is", "risks are")+" to be reviewed.")
	}
	if sessions > 0 {
		parts = append(parts, CountText(sessions, "session", "sessions")+".")
	}
	var rest []string
	switch n := len(inWindow); {
	case n == 1:
		rest = append(rest, inWindow[0]+" is in the integration window")
	case n > 1 && n <= 3:
		rest = append(rest, strings.Join(inWindow[:n-1], ", ")+" and "+inWindow[n-1]+" are in their integration windows")
	case n > 3:
		rest = append(rest, CountText(n, "client", "clients")+" are in their integration windows")
	}
	switch {
	case missed == 1:
		rest = append(rest, "one window closed without a contact")
	case missed > 1:
		rest = append(rest, strings.ToLower(CountText(missed, "window", "windows"))+" closed without a contact")
	}
	switch {
	case toSign == 1:
		rest = append(rest, "one note waits for your signature")
	case toSign > 1:
		rest = append(rest, strings.ToLower(CountText(toSign, "note", "notes"))+" wait for your signature")
	}
	if len(rest) > 0 {
		parts = append(parts, upperFirst(strings.Join(rest, "; ")+"."))
	}
	if len(parts) == 0 {
		return "Nothing is waiting for you."
	}
	return strings.Join(parts, " ")
}

// Line returns a dose in one line of plain words.
func (d DoseEvent) Line() string {
	if d.NotGiven {
		return "Dose not given: " + d.Reason
	}
	words := []string{Milligrams(d.TakenUg)}
	if d.Route != "" {
		words = append(words, string(d.Route))
	}
	if d.Form != "" {
		words = append(words, d.Form.Label())
	}
	line := strings.Join(words, " ")
	if d.PrescribedUg > 0 && d.PrescribedUg != d.TakenUg {
		line += ", prescribed " + Milligrams(d.PrescribedUg)
	}
	if d.Reason != "" {
		line += ". Reason: " + d.Reason
	}
	return line
}

// Line returns a reading in one line: "128/82 mmHg, heart rate 74, SpO2 98 %".
func (v VitalSigns) Line() string {
	var parts []string
	if v.SystolicMmHg != nil && v.DiastolicMmHg != nil {
		parts = append(parts, fmt.Sprintf("%d/%d mmHg", *v.SystolicMmHg, *v.DiastolicMmHg))
	}
	if v.HeartRateBpm != nil {
		parts = append(parts, fmt.Sprintf("heart rate %d", *v.HeartRateBpm))
	}
	if v.SpO2Percent != nil {
		parts = append(parts, fmt.Sprintf("SpO2 %d %%", *v.SpO2Percent))
	}
	if v.RespiratoryRatePerMin != nil {
		parts = append(parts, fmt.Sprintf("respiratory rate %d", *v.RespiratoryRatePerMin))
	}
	if v.TemperatureDeciCelsius != nil {
		parts = append(parts, fmt.Sprintf("%.1f °C", float64(*v.TemperatureDeciCelsius)/10))
	}
	return strings.Join(parts, ", ")
}
