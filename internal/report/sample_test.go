package report

import (
	"fmt"
	"strings"
	"time"

	"snowfield/internal/practice"
)

const zone = "America/Los_Angeles"

// at is a minute of the sample's dosing day, counted from the first dose
// (13:26 in Los Angeles).
func at(minute int) practice.Instant {
	return practice.At(time.Date(2026, 3, 11, 20, 26, 0, 0, time.UTC).Add(time.Duration(minute) * time.Minute))
}

func entry(minute int) practice.Entry {
	return practice.Entry{ID: fmt.Sprintf("entry-%d", minute), ParticipantID: "part-1", At: at(minute), RecordedAt: at(minute)}
}

func n(v int) *int { return &v }

func reading(minute, systolic, diastolic, rate, spo2 int) practice.VitalSigns {
	return practice.VitalSigns{
		Entry: entry(minute), SystolicMmHg: n(systolic), DiastolicMmHg: n(diastolic), HeartRateBpm: n(rate),
		SpO2Percent: n(spo2), Position: "seated", TakenBy: "therapist",
	}
}

func seen(minute int, kind, text string, words bool) practice.Observation {
	return practice.Observation{Entry: entry(minute), Kind: kind, Text: text, ClientWords: words}
}

// sample is a dosing session and the integration that followed, as a practice
// would have them.
func sample() SummaryInput {
	dosing := practice.Session{
		ID: "session-1", Kind: practice.Dosing, Zone: zone, Place: practice.Office,
		Participants: []practice.Participant{{ID: "part-1", ClientID: "client-1"}},
		PlannedStart: at(-26), PlannedEnd: at(154), ActualStart: at(-22), ActualEnd: at(144),
	}
	integration := practice.Session{
		ID: "session-2", Kind: practice.Integration, Zone: zone, Place: practice.Office, DosingSessionID: "session-1",
		Participants: []practice.Participant{{ID: "part-2", ClientID: "client-1"}},
		PlannedStart: at(1594), PlannedEnd: at(1654), ActualStart: at(1594), ActualEnd: at(1654),
	}
	wrong := reading(38, 194, 78, 84, 97)
	wrong.Entry.StruckAt, wrong.Entry.StruckReason = at(40), "typing slip, 134 was meant"
	late := seen(71, "", "Eye shades off, looked for the window", false)
	late.Entry.RecordedAt = at(150)
	first := practice.DoseEvent{
		Entry: entry(0), PrescribedUg: 150_000, TakenUg: 150_000, Route: practice.Sublingual, Form: practice.Lozenge, Lot: "K-2291",
		Pharmacy: "Harbor Compounding", AdministeredBy: "the client", OutAt: at(12), OutHow: "spat",
	}
	booster := practice.DoseEvent{Entry: entry(35), PrescribedUg: 62_500, TakenUg: 62_500, Route: practice.Sublingual, Form: practice.Lozenge, AdministeredBy: "the client"}
	return SummaryInput{
		Parts: practice.DocSummary.Default(),
		Practice: practice.Practice{
			TherapistName: "Miriam Okafor", Credential: "LMFT", License: "CA 104 882", PracticeName: "Snowfield Psychotherapy",
			Address: "2210 Harbor Street, Suite 4\nOakland, CA 94607", Phone: "(510) 555-0142", NPI: "1234567893", Zone: zone,
		},
		Window: &practice.Window{OpensAt: at(0), FirstStageEndsAt: at(48 * 60), ClosesAt: at(72 * 60), MetAt: at(1594)},
		Client: practice.Client{
			ID: "client-1", LegalName: "Maren Elisabeth Holt", PreferredName: "Maren", Pronouns: "she/her", BirthDate: "1984-06-02",
			AllergyAnswer: practice.AllergiesListed, Allergies: "Penicillin (rash)",
		},
		Session: Record{
			Session: dosing, Number: 3,
			Doses:  []practice.DoseEvent{first, booster},
			Vitals: []practice.VitalSigns{reading(-14, 118, 74, 66, 98), wrong, reading(40, 146, 88, 92, 96), reading(90, 128, 80, 78, 97), reading(132, 120, 76, 70, 98)},
			Observations: []practice.Observation{
				seen(8, "onset", "", false), seen(26, "", "It is so wide in here.", true), seen(34, "tearful", "quiet", false),
				seen(39, "hand_held", "asked for, left hand", false), seen(58, "", "Nobody was watching me. I was just small.", true), late,
				seen(84, "", "I could forgive her from here.", true), seen(96, "returning", "", false),
			},
			Note: &practice.Note{
				ID: "note-1", ParticipantID: "part-1", Kind: practice.Dosing, Risk: practice.RiskNoConcern,
				Sections: []practice.Section{
					{Key: "before", Title: "Before the dose", Body: "Arrived rested, fasted since 9:00. Intention repeated aloud:\n\n> To put the armour down for an afternoon."},
					{Key: "during", Title: "During", Body: "Settled within ten minutes. Moved between stillness and tears; reached for a hand at the peak and kept it for **half an hour**."},
					{Key: "after", Title: "Afterwards", Body: "Steady on her feet by 15:30. Left with her sister, who drove."},
					{Key: "plan", Title: "Plan", Body: ""},
				},
				SignedAt: at(190), SignedZone: zone, SignedName: "Miriam Okafor", SignedCredential: "LMFT", SignedLicense: "CA 104 882",
				AuditHead: strings.Repeat("5e884898da280471", 4),
			},
		},
		Following: []Record{{
			Session: integration, Number: 3,
			Note: &practice.Note{
				ID: "note-2", ParticipantID: "part-2", Kind: practice.Integration, Methods: []string{"IFS", "Somatic"}, Risk: practice.RiskWatch, RiskText: "Sleep is short. Asked about suicidal thoughts: none.",
				Sections: []practice.Section{
					{Key: "came_up", Title: "What came up", Body: "Maren returned to the image of the wide room and named it, unprompted, as her grandmother’s kitchen. She spoke of being small there and not watched. Grief arrived without collapse; she stayed with it and described it as “warm, not sharp”."},
					{Key: "body", Title: "In the body", Body: "Jaw and shoulders soft through most of the hour. Tightness in the throat when her sister was mentioned, easing as she spoke."},
					{Key: "meaning", Title: "Meaning", Body: ""},
					{Key: "week", Title: "Carrying it into the week", Body: "- Ten minutes of writing before the phone, mornings, *until Saturday*\n- Call Ingrid, say the one sentence\n  - by Friday"},
					{Key: "plan", Title: "Plan", Body: "1. Check-in by phone on Saturday\n2. Next integration on 19 March"},
				},
				SignedAt: at(1670), SignedZone: zone, SignedName: "Miriam Okafor", SignedCredential: "LMFT", SignedLicense: "CA 104 882",
				AuditHead: strings.Repeat("9f86d081884c7d65", 4),
				Addenda:   []practice.Addendum{{At: at(3000), Zone: zone, SignedName: "Miriam Okafor", Text: "She called Ingrid on Thursday evening."}},
			},
		}},
		AuditHead: strings.Repeat("9f86d081884c7d65", 4),
		At:        at(3100),
	}
}

// underOrder is the sample's dosing session begun under a clearance.
func underOrder() SummaryInput {
	in := sample()
	in.Session.Clearance = practice.Clearance{
		ID: "clearance-1", ClientID: "client-1", PrescriberID: "prescriber-1", ClearedOn: "2026-01-20", ExpiresOn: "2026-07-20",
		Limits: practice.Limits{SystolicMaxMmHg: n(155), DiastolicMaxMmHg: n(95)}, DoseMinUg: 100_000, DoseMaxUg: 200_000,
		Route: practice.Sublingual, Form: practice.Lozenge, BoosterAllowed: true, BoosterMaxUg: 75_000, BoosterEarliestMin: 30,
		Sessions: 6, Pharmacy: "Harbor Compounding", Conditions: "Blood pressure at home each morning of the week before.",
	}
	in.Session.Prescriber = practice.Prescriber{
		Name: "Dr. A. Lindqvist", Credential: "MD", Organisation: "Harbor Clinic", Phone: "(510) 555-0105", SecureFax: "(510) 555-0106",
	}
	return in
}
