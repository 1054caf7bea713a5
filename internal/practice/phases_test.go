package practice

import (
	"strings"
	"testing"
)

func TestPhaseRows(t *testing.T) {
	at := func(clock string) Instant {
		if clock == "" {
			return ""
		}
		return Instant("2026-03-12T" + clock + ":00.000Z")
	}
	mark := func(clock string, p Phase) Observation {
		return Observation{Kind: p.Word(), Entry: Entry{At: at(clock)}}
	}
	talk := Observation{Kind: "talk_instead", Entry: Entry{At: at("13:08")}}
	talkStruck := talk
	talkStruck.Entry.StruckAt = at("13:09")
	struck := mark("13:20", PhaseProcessing)
	struck.Entry.StruckAt = at("13:21")

	for name, x := range map[string]struct {
		first, last string
		marks       []Observation
		want        string // state and time of each phase in order; ">" for the earliest
	}{
		"as planned": {
			want: "now 13:00, coming 13:15, coming 13:40, coming 14:25, coming 14:55, coming 15:40",
		},
		"a real start shifts what comes": {
			marks: []Observation{mark("13:25", PhaseGuidedReflection)},
			want:  "past 13:00, now 13:25, coming 13:50, coming 14:35, coming 15:05, coming 15:50",
		},
		"the first dose begins Medicine": {
			first: "13:12", last: "13:12",
			marks: []Observation{mark("13:05", PhaseGuidedReflection)},
			want:  "past 13:00, past 13:05, now 13:12, coming 13:57, coming 14:27, coming >15:12",
		},
		"a phase passed over has no time": {
			first: "13:12", last: "13:12",
			want: "past 13:00, past , now 13:12, coming 13:57, coming 14:27, coming >15:12",
		},
		"Medicine marked before the dose goes on": {
			first: "13:12", last: "13:12",
			marks: []Observation{mark("13:10", PhaseMedicine)},
			want:  "past 13:00, past , now 13:10, coming 13:55, coming 14:25, coming >15:12",
		},
		"Medicine marked after the dose began with it": {
			first: "13:12", last: "13:12",
			marks: []Observation{mark("13:20", PhaseMedicine)},
			want:  "past 13:00, past , now 13:12, coming 13:57, coming 14:27, coming >15:12",
		},
		"a booster moves Leaving": {
			first: "13:12", last: "13:57",
			want: "past 13:00, past , now 13:12, coming 13:57, coming 14:27, coming >15:57",
		},
		"Leaving as planned where that is later than it must be": {
			first: "13:12", last: "13:12",
			marks: []Observation{mark("14:30", PhaseReturning)},
			want:  "past 13:00, past , past 13:12, now 14:30, coming 15:00, coming 15:45",
		},
		"a phase opened again is the one that runs": {
			first: "13:12", last: "13:12",
			marks: []Observation{mark("13:50", PhaseReturning), mark("14:00", PhaseMedicine)},
			want:  "past 13:00, past , now 14:00, coming 14:45, coming 15:15, coming 16:00",
		},
		"a past phase keeps its first start": {
			first: "13:12", last: "13:12",
			marks: []Observation{mark("13:50", PhaseReturning), mark("14:00", PhaseMedicine), mark("14:10", PhaseReturning)},
			want:  "past 13:00, past , past 13:12, now 14:10, coming 14:40, coming 15:25",
		},
		"struck ones do not count": {
			marks: []Observation{struck},
			want:  "now 13:00, coming 13:15, coming 13:40, coming 14:25, coming 14:55, coming 15:40",
		},
		"late marks stand at their own time": {
			marks: []Observation{mark("13:30", PhaseMedicine), mark("13:10", PhaseGuidedReflection)},
			want:  "past 13:00, past 13:10, now 13:30, coming 14:15, coming 14:45, coming 15:30",
		},
		"the last phase": {
			first: "13:12", last: "13:12",
			marks: []Observation{mark("15:30", PhaseLeaving)},
			want:  "past 13:00, past , past 13:12, past , past , now 15:30",
		},
		"other words begin no phase": {
			marks: []Observation{{Kind: "returning", Entry: Entry{At: at("13:30")}}},
			want:  "now 13:00, coming 13:15, coming 13:40, coming 14:25, coming 14:55, coming 15:40",
		},
		"talk instead: the phases of the medicine fall away": {
			marks: []Observation{mark("13:05", PhaseGuidedReflection), talk},
			want:  "past 13:00, now 13:05, coming 13:30, coming 14:15",
		},
		"talk instead, taken back": {
			marks: []Observation{mark("13:05", PhaseGuidedReflection), talkStruck},
			want:  "past 13:00, now 13:05, coming 13:30, coming 14:15, coming 14:45, coming 15:30",
		},
		"talk instead, and a dose after all": {
			first: "13:30", last: "13:30",
			marks: []Observation{mark("13:05", PhaseGuidedReflection), talk},
			want:  "past 13:00, past 13:05, now 13:30, coming 14:15, coming 14:45, coming >15:30",
		},
		"talk instead while Medicine runs": {
			marks: []Observation{mark("13:10", PhaseMedicine), talk},
			want:  "past 13:00, past , now 13:10, coming 13:55, coming 14:40",
		},
	} {
		t.Run(name, func(t *testing.T) {
			s := Session{ActualStart: at("13:00")}
			doses := DoseTotals{FirstAt: at(x.first), LastAt: at(x.last)}
			var got []string
			for _, row := range PhaseRows(shippedSessionPlan, DefaultSettings(), s, doses, x.marks) {
				text := string(row.State) + " "
				if row.Earliest {
					text += ">"
				}
				if row.At != "" {
					text += ClockText(row.At.Time())
				}
				got = append(got, text)
			}
			if text := strings.Join(got, ", "); text != x.want {
				t.Errorf("got  %s\nwant %s", text, x.want)
			}
		})
	}
}
