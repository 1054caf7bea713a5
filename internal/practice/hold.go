package practice

import (
	"fmt"
	"slices"
	"strings"
)

// HoldAct is what a reading beyond a limit offers to do.
type HoldAct string

// Before a dose: rest, call, go on as talk. After it: recheck, call. At an
// emergency limit: the plan first.
const (
	HoldRest    HoldAct = "rest"
	HoldRecheck HoldAct = "recheck"
	HoldCall    HoldAct = "call"
	HoldTalk    HoldAct = "talk"
	HoldPlan    HoldAct = "plan"
)

// Hold is what stands because a reading is beyond a hold or an emergency
// limit. It offers and never decides.
type Hold struct {
	Level      Level     `json:"level"`
	ReadingID  string    `json:"reading_id"` // the latest with a value beyond
	Findings   []Finding `json:"findings"`   // at a hold or an emergency limit
	Text       string    `json:"text"`       // what is offered, in words
	Acts       []HoldAct `json:"acts"`
	Again      HoldAct   `json:"again"`       // how to measure again: rest before a dose, recheck after it
	AgainLabel string    `json:"again_label"` // "Rest 10 min, then measure", "Measure again in 5 min"
}

// HoldOf returns the hold that stands; nil when there is none. Each value
// counts until it is measured again: a pressure beyond its limit stays so when
// oxygen alone is measured after it. A dose given or decided against since ends
// a hold; an emergency limit is left only by measuring again. The lists belong
// to one participant and are in time order, struck entries included; limits
// are the prescriber's for this client.
func HoldOf(readings []VitalSigns, doses []DoseEvent, limits Limits, settings Settings) *Hold {
	totals, decided := Totals(doses), notGivenAt(doses)
	latest, from := latestValues(readings, func(Entry) bool { return true })
	h := Hold{Findings: []Finding{}}
	var at Instant
	for _, f := range latest.Judge(limits).Findings {
		reading := from[f.Field]
		if !holds(f.Level) || f.Level == LevelHold && reading.At < max(totals.LastAt, decided) {
			continue
		}
		h.Findings = append(h.Findings, f)
		if levelRank[f.Level] > levelRank[h.Level] {
			h.Level = f.Level
		}
		if reading.At >= at {
			at, h.ReadingID = reading.At, reading.ID
		}
	}
	if len(h.Findings) == 0 {
		return nil
	}
	h.Again, h.AgainLabel = HoldRest, fmt.Sprintf("Rest %d min, then measure", settings.RestMinutes)
	if totals.Given > 0 {
		h.Again, h.AgainLabel = HoldRecheck, fmt.Sprintf("Measure again in %d min", settings.RecheckMinutes)
	}
	h.Acts = []HoldAct{h.Again, HoldCall}
	if totals.Given == 0 && decided == "" {
		h.Acts = append(h.Acts, HoldTalk)
	}
	if h.Level == LevelEmergency {
		h.Acts = append([]HoldAct{HoldPlan}, h.Acts...)
	}
	h.Text = h.words(settings)
	return &h
}

// words says what the hold offers.
func (h Hold) words(settings Settings) string {
	text := ""
	if h.Level == LevelEmergency {
		text = "This is at an emergency limit. Follow your emergency plan first. "
	}
	switch {
	case h.Again == HoldRecheck:
		return text + fmt.Sprintf("Measure again in %s, or call the prescriber.", MinutesText(settings.RecheckMinutes))
	case slices.Contains(h.Acts, HoldTalk):
		return text + fmt.Sprintf("Rest %s and measure again, call the prescriber, or go on as a talk session.", MinutesText(settings.RestMinutes))
	}
	return text + fmt.Sprintf("Rest %s and measure again, or call the prescriber.", MinutesText(settings.RestMinutes))
}

// MinutesText writes a number of minutes: "1 minute", "10 minutes".
func MinutesText(n int) string {
	if n == 1 {
		return "1 minute"
	}
	return fmt.Sprintf("%d minutes", n)
}

func holds(l Level) bool { return levelRank[l] >= levelRank[LevelHold] }

// notGivenAt returns when a dose was last decided against; empty when none
// was, or one was given at all.
func notGivenAt(doses []DoseEvent) Instant {
	var at Instant
	for _, d := range doses {
		if d.Given() {
			return ""
		}
		if d.Entry.Stands() {
			at = max(at, d.Entry.At)
		}
	}
	return at
}

// latestValues returns the latest value of each field among the readings that
// stand and count, and by field the entry it is from.
func latestValues(readings []VitalSigns, counts func(Entry) bool) (VitalSigns, map[string]Entry) {
	var latest VitalSigns
	from := map[string]Entry{}
	for _, v := range readings {
		if !v.Entry.Stands() || !counts(v.Entry) {
			continue
		}
		for _, x := range []struct {
			field     string
			value, to **int
		}{
			{"systolic_mmhg", &v.SystolicMmHg, &latest.SystolicMmHg},
			{"diastolic_mmhg", &v.DiastolicMmHg, &latest.DiastolicMmHg},
			{"heart_rate_bpm", &v.HeartRateBpm, &latest.HeartRateBpm},
			{"spo2_percent", &v.SpO2Percent, &latest.SpO2Percent},
			{"respiratory_rate_per_min", &v.RespiratoryRatePerMin, &latest.RespiratoryRatePerMin},
		} {
			if *x.value != nil {
				*x.to, from[x.field] = *x.value, v.Entry
			}
		}
	}
	return latest, from
}

// HeldBy says why a dose is held by what was measured before it: nothing was,
// or a value is beyond a hold or an emergency limit and was not measured again
// since. A dose that was not given is held by nothing. readings are the
// participant's, in time order; limits are the prescriber's for this client.
func HeldBy(dose DoseEvent, readings []VitalSigns, limits Limits) []string {
	ways := []string{}
	if dose.NotGiven {
		return ways
	}
	latest, from := latestValues(readings, func(e Entry) bool { return e.At <= dose.Entry.At })
	if len(from) == 0 {
		return append(ways, "No vital signs were taken before it.")
	}
	var beyond []string
	for _, f := range latest.Judge(limits).Findings {
		if holds(f.Level) {
			beyond = append(beyond, lowerFirst(f.Text))
		}
	}
	if len(beyond) > 0 {
		ways = append(ways, "What was measured before it is beyond a limit: "+strings.Join(beyond, "; ")+".")
	}
	return ways
}

// InsteadOfDose returns the two entries of a session that goes on as talk: the
// decision, and the dose that was not given.
func InsteadOfDose(participantID string, at Instant, reason string) (Observation, DoseEvent) {
	entry := Entry{ParticipantID: participantID, At: at}
	reason = strings.TrimSpace(reason)
	return Observation{Entry: entry, Kind: "talk_instead", Text: reason}, DoseEvent{Entry: entry, NotGiven: true, Reason: reason}
}
