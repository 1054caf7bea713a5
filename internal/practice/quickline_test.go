package practice

import (
	"strings"
	"testing"
	"time"
)

// quick is a log into which lines are typed: a session from noon in New York,
// eight hours ago, with a reading before the first dose.
func quick() QuickInput {
	s := dosing()
	s.Zone = "America/New_York"
	s.ActualStart = "2026-03-12T16:00:00.000Z" // 12:00 there
	s.ActualEnd = s.ActualStart.Add(3 * time.Hour)
	v := VitalSigns{Entry: entryOf(s, s.ActualStart), SystolicMmHg: new(124), DiastolicMmHg: new(80)}
	return QuickInput{
		Session: s, ParticipantID: s.Participants[0].ID, Now: s.ActualStart.Add(8 * time.Hour), Batch: NewID(), Readings: []VitalSigns{v},
		Clearance: Clearance{DoseMinUg: 100_000, DoseMaxUg: 200_000, Route: Sublingual, Form: Lozenge},
	}
}

func TestQuickLine(t *testing.T) {
	for typed, want := range map[string]string{
		"13:12 dose 200 sublingual":                  "13:12, 200 mg sublingual lozenge",
		"13:12 dose 200":                             "13:12, 200 mg sublingual lozenge",
		"13.12 dose":                                 "", // no amount
		"1:12 pm Dose 62.5 mg SL troche":             "13:12, 62.5 mg sublingual lozenge",
		"13:12, dose 62,5mg":                         "13:12, 62.5 mg sublingual lozenge",
		"13:12 dose 200 im":                          "!The route ordered is sublingual. Say why it was given all the same. Write the reason after a colon.",
		"13:12 dose 200 im injection: as Dr. S said": "13:12, 200 mg intramuscular injection. Reason: as Dr. S said",
		"13:12 dose 201":                             "!The highest dose ordered is 200 mg. Say why it was given all the same. Write the reason after a colon.",
		"11:59 dose 100":                             "!No vital signs were taken before it. Say why it was given all the same. Write the reason after a colon.",
		"13:12 dose 99999":                           "!Give the amount taken in mg, more than 0 and at most 5,000.",
		"13:12 dose 200 sideways":                    "!“sideways” is not understood. Write a dose like “dose 200 sublingual”, and a reason after a colon.",
		"13:12 dose not given: pressure 172/104":     "13:12, Dose not given: pressure 172/104",
		"13:12 dose not given":                       "!Say why the dose was not given.",
		"13:22 128/82 72 97":                         "13:22, 128/82 mmHg, heart rate 72, SpO2 97 %",
		"13:22 128 / 82, 72, 97%, 14":                "13:22, 128/82 mmHg, heart rate 72, SpO2 97 %, respiratory rate 14",
		"1322 BP 128/82 pulse 72 ox 97":              "13:22, 128/82 mmHg, heart rate 72, SpO2 97 %",
		"1327 calm":                                  "13:27, calm",
		"132 calm":                                   "!Begin with the time, such as 13:12.",
		"13:22 BP 128/82":                            "13:22, 128/82 mmHg",
		"13:22 128/82 97%":                           "13:22, 128/82 mmHg, SpO2 97 %",
		"13:22 hr 72 spo2: 97":                       "13:22, heart rate 72, SpO2 97 %",
		"13:22 pulse72":                              "13:22, heart rate 72",
		"13:22 128/82 72 97 14 3":                    "!These are more numbers than vital signs.",
		"13:22 128/82 steady":                        "!Write vital signs like 128/82 72 97: pressure, heart rate, SpO2.",
		"13:22 82/128":                               "!The systolic pressure is above the diastolic.",
		"13:22 400/82":                               "!Systolic pressure lies between 50 and 300 mmHg.",
		"13:27 eyes open":                            "13:27, Eyes open",
		"13:27 Eyes Open: asked for water":           "13:27, Eyes open: asked for water",
		"13:27 eye shades on":                        "13:27, eye shades on",
		"13:27 returning":                            "13:27, Returning",
		"13:27 processing":                           "13:27, Processing", // a phase
		"13:27 Call: no answer":                      "13:27, Call: no answer",
		"13:38 “It is so wide.”":                     "13:38, “It is so wide.”",
		"13:38 \"It is so wide.\"":                   "13:38, “It is so wide.”",
		"13:38 128 steps to the door":                "13:38, 128 steps to the door",
		"13:38":                                      "!Write a few words or choose one.",
		"It is so wide.":                             "!Begin with the time, such as 13:12.",
		"13h12 dose 200":                             "!Begin with the time, such as 13:12.",
		"13:1 dose 200":                              "!Begin with the time, such as 13:12.",
		"24:00 calm":                                 "!There is no such time.",
		"13:60 calm":                                 "!There is no such time.",
		"13:00 pm calm":                              "!There is no such time.",
		"0:30 am slept":                              "!There is no such time.",
		"9:05 waited outside":                        "9:05, waited outside",
		"21:00 called":                               "!This time lies in the future.",
		"1:12 p.m. calm":                             "13:12, calm",
	} {
		lines := ReadQuickLines(typed, quick())
		if len(lines) != 1 {
			t.Fatalf("%q: %d lines", typed, len(lines))
		}
		l := lines[0]
		got := strings.Replace(l.Reads, "dose: ", "", 1)
		got = strings.TrimPrefix(got, "0")
		if l.Wrong != "" {
			got = "!" + l.Wrong
		}
		if want == "" {
			want = "!Give the amount in mg, such as 200."
		}
		if got != want {
			t.Errorf("%q: %q, want %q", typed, got, want)
		}
		if (l.Wrong == "") != (l.Dose != nil || l.Vitals != nil || l.Observation != nil) {
			t.Errorf("%q: an entry and a complaint, or neither", typed)
		}
	}
}

// Lines stand on those above them: a reading frees the dose, a second dose is
// a booster.
func TestQuickLinesTogether(t *testing.T) {
	in := quick()
	in.Readings = nil
	text := "12:50 171/101\n\n13:12 dose 200\n13:05 128/82 72 97\n13:12 dose 200 \n13:40 dose 50\n13:41 dose 50: asked for twice"
	lines := ReadQuickLines(text, in)
	var got []string
	for _, l := range lines {
		got = append(got, l.Wrong)
	}
	if len(lines) != 6 || lines[0].Wrong != "" || !strings.Contains(lines[1].Wrong, "beyond a limit") || lines[2].Wrong != "" || lines[3].Wrong != "" ||
		!strings.Contains(lines[4].Wrong, "No booster is ordered") || lines[5].Wrong != "" {
		t.Errorf("told %q", got)
	}
	if lines[1].Number != 3 || lines[5].Number != 7 {
		t.Errorf("numbered %d and %d", lines[1].Number, lines[5].Number)
	}
	if len(in.Doses) != 0 {
		t.Error("reading changed the log that was given")
	}
	again := ReadQuickLines(text, in)
	in.Batch = NewID()
	other := ReadQuickLines(text, in)
	if again[0].Vitals.Entry.ID != lines[0].Vitals.Entry.ID || other[0].Vitals.Entry.ID == lines[0].Vitals.Entry.ID {
		t.Error("a line of a batch is one entry, of another batch another")
	}
}

// Times are those of the session's day, past midnight those of the next.
func TestQuickLineTimes(t *testing.T) {
	in := quick()
	in.Session.ActualStart = "2026-03-13T02:00:00.000Z" // 22:00 on the 12th there
	in.Session.ActualEnd = in.Session.ActualStart.Add(3 * time.Hour)
	in.Now = in.Session.ActualStart.Add(12 * time.Hour)
	for typed, want := range map[string]Instant{
		"21:50 waited": "2026-03-13T01:50:00.000Z",
		"23:59 calm":   "2026-03-13T03:59:00.000Z",
		"0:30 calm":    "2026-03-13T04:30:00.000Z",
		"10:00 called": "2026-03-12T14:00:00.000Z", // twelve hours before it began
		"9:59 called":  "2026-03-13T13:59:00.000Z",
	} {
		if l := ReadQuickLines(typed, in)[0]; l.Observation == nil || l.Observation.Entry.At != want {
			t.Errorf("%q: %+v, want %s", typed, l.Observation, want)
		}
	}
	// The night in which the clocks went forward has no 2:30.
	in.Session.ActualStart = "2026-03-08T04:00:00.000Z"
	in.Now = in.Session.ActualStart.Add(12 * time.Hour)
	if l := ReadQuickLines("2:30 calm", in)[0]; l.Wrong != "There is no such time." {
		t.Errorf("2:30 in that night: %+v", l)
	}
}

func TestQuickLinesAreBounded(t *testing.T) {
	lines := ReadQuickLines(strings.Repeat("13:00 calm\n", 400), quick())
	if len(lines) != 301 || lines[299].Wrong != "" || lines[300].Wrong == "" {
		t.Errorf("%d lines", len(lines))
	}
	if l := ReadQuickLines("13:00 "+strings.Repeat("x", 4000), quick())[0]; l.Wrong != "This line is too long." {
		t.Errorf("%+v", l)
	}
}

// Whatever is typed, a line is an entry the rules take, or says what is wrong.
func FuzzQuickLines(f *testing.F) {
	for _, s := range []string{"13:12 dose 200 sublingual\n13:22 128/82 72 97", "1:12 pm “x", "13:12 dose not given: x", "25:00", "13:12 dose 200: ", "13:22 hr", "13:12 dose 0,0001", "\x00\n12:00 \xff", "13:22 bp 1/1%"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, text string) {
		in := quick()
		for _, l := range ReadQuickLines(text, in) {
			var err error
			entries := 0
			if l.Dose != nil {
				entries, err = entries+1, l.Dose.Validate(in.Session, in.Now)
			}
			if l.Vitals != nil {
				entries, err = entries+1, l.Vitals.Validate(in.Session, in.Now)
			}
			if l.Observation != nil {
				entries, err = entries+1, l.Observation.Validate(in.Session, in.Now)
			}
			if err != nil || entries > 1 || (entries == 1) != (l.Wrong == "") || (entries == 1) != (l.Reads != "") {
				t.Errorf("%q gives %+v (%v)", text, l, err)
			}
		}
	})
}
