package practice

import (
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"
)

// readyDay is the day of the session in these tests; noon lies on it.
const readyDay = Date("2026-03-12")

// readied is the input of a client for whom nothing stands in the way and
// nothing is to be known, on the day of a session in the office.
func readied() ReadinessInput {
	s := dosing()
	s.ActualStart = ""
	before := noon.Add(-240 * time.Hour)
	items := slices.Clone(shippedScreening)
	screening := NewScreening(NewID(), s.Participants[0].ClientID, items)
	for i := range screening.Answers {
		screening.Answers[i].Answer = AnswerNo
	}
	screening.Conclusion, screening.ReviewOn, screening.CompletedAt, screening.CreatedAt = ScreeningClear, "2026-08-01", before, before
	return ReadinessInput{
		Client:      Client{ID: s.Participants[0].ClientID, BirthDate: "1984-05-03", AllergyAnswer: AllergiesNoneKnown},
		Session:     s,
		Participant: s.Participants[0],
		Screenings:  []Screening{screening},
		Items:       items,
		Clearances: []Cleared{{Clearance: Clearance{
			ID: "c1", ClearedOn: "2026-03-01", ExpiresOn: "2026-09-01", Sessions: 6, CreatedAt: before, Covers: []FlagRef{},
		}, Used: 2}},
		Consents:    []Consent{{ID: "k1", Kind: ConsentKAP, SignedOn: "2026-03-01", ExpiresOn: "2027-03-01", CreatedAt: before}},
		Preparation: &PreparationForm{CompletedAt: before, FastingHours: 4},
		Day: &DayCheck{
			AskedOn: readyDay, Identity: AnswerYes, Fasted: AnswerYes, Medicines: AnswerYes, Ride: AnswerYes,
			SuicidalThoughts: AnswerNo, Intoxicated: AnswerNo, AbleToConsent: AnswerYes,
			Baseline: Baseline{At: before, SystolicMmHg: 124, DiastolicMmHg: 80, HeartRateBpm: 72, SpO2Percent: 98},
		},
		Settings: DefaultSettings(), Zone: "America/Los_Angeles", Today: readyDay,
	}
}

// told writes what is not fine: "blocks clearance_missing by decision".
func told(r Readiness) []string {
	list := []string{}
	for _, c := range r.Checks {
		if c.State == CheckFine {
			continue
		}
		line := string(c.State) + " " + c.Key
		if c.LiftBy != LiftNone {
			line += " by " + string(c.LiftBy)
		}
		list = append(list, line)
	}
	slices.Sort(list)
	return list
}

// A readyCase changes what Ready is computed from, and says what follows.
type readyCase struct {
	name   string
	part   string // of the input that it changes; two of a part make no pair
	not    string // parts that make no sense beside it
	change func(*ReadinessInput)
	want   []string
}

// raise answers an item so that it raises a flag, and returns its name.
func raise(in *ReadinessInput, key string) FlagRef {
	s := &in.Screenings[len(in.Screenings)-1]
	i := slices.IndexFunc(s.Answers, func(a ScreeningAnswer) bool { return a.ItemKey == key })
	s.Answers[i].Answer = AnswerYes
	return FlagRef{key, s.CreatedAt}
}

func raisedKey(key string) string {
	return "flag:" + key + "@" + string(noon.Add(-240*time.Hour))
}

// waiting is a risk a form speaks of and nobody has reviewed.
func waiting(answer int) []RiskLine {
	return []RiskLine{{ResponseID: "f1", LinkID: "9", Answer: answer, Text: "PHQ-9 item 9 was answered on 10 March 2026."}}
}

func riskKey(answer int) string { return "risk:f1:9=" + strconv.Itoa(answer) }

func clearanceOf(in *ReadinessInput) *Clearance { return &in.Clearances[0].Clearance }

// atHome makes the session virtual, with everything there.
func atHome(in *ReadinessInput) {
	in.Session.Place = Virtual
	in.Consents = append(in.Consents, Consent{ID: "k2", Kind: ConsentTelehealth, SignedOn: "2026-03-01"})
	in.Day.Ride = NotAnswered
	in.Day.Virtual = VirtualSafety{
		Address: "1 Road", CallBackNumber: "1", EmergencyNumber: "112", EmergencyRoom: "Mercy", ChaperoneName: "Kim", ChaperonePhone: "2",
		ChaperoneAdult: true, ChaperonePresent: true, PressureCuff: true, SpitCup: true, Dependents: true, LostConnection: true, LostMinutes: 5,
	}
}

var readyCases = []readyCase{
	{"ready", "", "", func(*ReadinessInput) {}, nil},

	{"never screened", "rounds", "psychosis pregnancy vascular heart glaucoma respiratory suicidal liver seizures age", func(in *ReadinessInput) { in.Screenings = nil }, []string{"blocks screening_missing by reason"}},
	{"screening begun", "rounds", "", func(in *ReadinessInput) {
		in.Screenings[0].CompletedAt, in.Screenings[0].Conclusion, in.Screenings[0].ReviewOn = "", "", ""
	}, []string{"blocks screening_missing by reason"}},
	{"repeat begun", "rounds", "", func(in *ReadinessInput) {
		in.Screenings[0].ID = "s1"
		in.Screenings = append([]Screening{{ID: "s2", CreatedAt: noon}}, in.Screenings...)
	}, []string{"blocks screening_open:s2 by reason"}},
	{"not suitable", "rounds", "", func(in *ReadinessInput) {
		in.Screenings[0].ID, in.Screenings[0].Conclusion = "s1", ScreeningUnsuitable
	}, []string{"blocks screening_unsuitable:s1 by reason"}},
	{"needs prescriber", "rounds", "", func(in *ReadinessInput) { in.Screenings[0].Conclusion = ScreeningPrescriber }, nil},
	{"review was yesterday", "rounds", "", func(in *ReadinessInput) { in.Screenings[0].ID, in.Screenings[0].ReviewOn = "s1", "2026-03-11" }, []string{"blocks screening_overdue:s1 by reason"}},
	{"review is today", "rounds", "", func(in *ReadinessInput) { in.Screenings[0].ID, in.Screenings[0].ReviewOn = "s1", readyDay }, []string{"warns screening_due:s1"}},
	{"review in 14 days", "rounds", "", func(in *ReadinessInput) { in.Screenings[0].ID, in.Screenings[0].ReviewOn = "s1", "2026-03-26" }, []string{"warns screening_due:s1"}},
	{"review in 15 days", "rounds", "", func(in *ReadinessInput) { in.Screenings[0].ReviewOn = "2026-03-27" }, nil},

	{"absolute flag", "psychosis", "", func(in *ReadinessInput) { raise(in, "psychosis") }, []string{"blocks " + raisedKey("psychosis") + " by decision"}},
	{"absolute flag, resolved", "pregnancy", "", func(in *ReadinessInput) {
		in.Resolutions = append(in.Resolutions, Resolution{Flag: raise(in, "pregnancy"), Reason: "r"})
	}, []string{"blocks " + raisedKey("pregnancy") + " by decision"}},
	{"absolute flag, covered", "vascular", "clearance", func(in *ReadinessInput) {
		clearanceOf(in).Covers = append(clearanceOf(in).Covers, raise(in, "vascular"))
	}, nil},
	{"hold flag", "heart", "", func(in *ReadinessInput) { raise(in, "heart") }, []string{"blocks " + raisedKey("heart") + " by reason"}},
	{"hold flag, resolved", "glaucoma", "", func(in *ReadinessInput) {
		in.Resolutions = append(in.Resolutions, Resolution{Flag: raise(in, "glaucoma"), Reason: "r"})
	}, nil},
	{"hold flag, an older one resolved", "respiratory", "", func(in *ReadinessInput) {
		old := raise(in, "respiratory")
		old.RaisedAt = old.RaisedAt.Add(-time.Hour)
		in.Resolutions = append(in.Resolutions, Resolution{Flag: old, Reason: "r"})
		clearanceOf(in).Covers = append(clearanceOf(in).Covers, old)
	}, []string{"blocks " + raisedKey("respiratory") + " by reason"}},
	{"hold flag, covered", "suicidal", "clearance", func(in *ReadinessInput) {
		clearanceOf(in).Covers = append(clearanceOf(in).Covers, raise(in, "suicidal"))
	}, nil},
	{"review flag", "liver", "", func(in *ReadinessInput) { raise(in, "liver") }, []string{"warns " + raisedKey("liver")}},
	{"review flag, resolved", "seizures", "", func(in *ReadinessInput) {
		in.Resolutions = append(in.Resolutions, Resolution{Flag: raise(in, "seizures"), Reason: "r"})
	}, nil},

	{"18 tomorrow", "age", "", func(in *ReadinessInput) { in.Client.BirthDate = "2008-03-13" }, []string{"blocks flag:under_18@ by decision"}},
	{"18 today", "age", "", func(in *ReadinessInput) { in.Client.BirthDate = "2008-03-12" }, nil},
	{"17, covered", "age", "clearance", func(in *ReadinessInput) {
		in.Client.BirthDate = "2009-01-01"
		clearanceOf(in).Covers = append(clearanceOf(in).Covers, raise(in, "under_18"))
	}, nil},
	{"17 by the birth date, covered", "age", "clearance", func(in *ReadinessInput) {
		in.Client.BirthDate = "2009-01-01"
		clearanceOf(in).Covers = append(clearanceOf(in).Covers, FlagRef{"under_18", in.Client.CreatedAt})
	}, nil},
	{"no birth date", "age", "", func(in *ReadinessInput) { in.Client.BirthDate = "" }, []string{"warns age_unknown"}},

	{"no clearance", "clearance", "", func(in *ReadinessInput) { in.Clearances = nil }, []string{"blocks clearance_missing by decision"}},
	{"begins tomorrow", "clearance", "", func(in *ReadinessInput) { clearanceOf(in).ClearedOn = "2026-03-13" }, []string{"blocks clearance_not_yet:c1 by decision"}},
	{"expired yesterday", "clearance", "", func(in *ReadinessInput) { clearanceOf(in).ExpiresOn = "2026-03-11" }, []string{"blocks clearance_expired:c1 by decision"}},
	{"expires today", "clearance", "", func(in *ReadinessInput) { clearanceOf(in).ExpiresOn = readyDay }, []string{"warns clearance_ends:c1"}},
	{"expires in 14 days", "clearance", "", func(in *ReadinessInput) { clearanceOf(in).ExpiresOn = "2026-03-26" }, []string{"warns clearance_ends:c1"}},
	{"expires in 15 days", "clearance", "", func(in *ReadinessInput) { clearanceOf(in).ExpiresOn = "2026-03-27" }, nil},
	{"suspended", "clearance", "", func(in *ReadinessInput) { clearanceOf(in).SuspendedAt = noon }, []string{"blocks clearance_suspended:c1 by decision"}},
	{"used up", "clearance", "", func(in *ReadinessInput) { in.Clearances[0].Used = 6 }, []string{"blocks clearance_used_up:c1 by decision"}},
	{"last session", "clearance", "", func(in *ReadinessInput) { in.Clearances[0].Used = 5 }, []string{"warns clearance_last:c1"}},
	{"last session, ends today", "clearance", "", func(in *ReadinessInput) {
		in.Clearances[0].Used = 5
		clearanceOf(in).ExpiresOn = readyDay
	}, []string{"warns clearance_ends:c1", "warns clearance_last:c1"}},
	{"superseded by one that is suspended", "clearance", "", func(in *ReadinessInput) {
		in.Clearances = append([]Cleared{{Clearance: Clearance{ID: "c2", ClearedOn: "2026-03-11", ExpiresOn: "2026-12-01", SuspendedAt: noon}}}, in.Clearances...)
	}, []string{"blocks clearance_suspended:c2 by decision"}},

	{"serious event", "event", "", func(in *ReadinessInput) {
		in.Events = append(in.Events, AdverseEvent{ID: "e1", Serious: true, At: noon, CreatedAt: noon})
	}, []string{"blocks adverse_event:e1 by decision"}},
	{"lesser event", "lesser", "", func(in *ReadinessInput) {
		in.Events = append(in.Events, AdverseEvent{ID: "e2", At: noon, CreatedAt: noon})
	}, nil},
	{"serious event, cleared since", "earlier", "clearance", func(in *ReadinessInput) {
		before := clearanceOf(in).CreatedAt.Add(-time.Hour)
		in.Events = append(in.Events, AdverseEvent{ID: "e3", Serious: true, At: before, CreatedAt: before})
	}, nil},

	{"a risk not reviewed", "risk", "", func(in *ReadinessInput) { in.Risks = waiting(1) }, []string{"blocks " + riskKey(1) + " by reason"}},
	{"a heavier answer not reviewed", "risk", "", func(in *ReadinessInput) { in.Risks = waiting(3) }, []string{"blocks " + riskKey(3) + " by reason"}},
	{"another answer since the lift", "risk", "", func(in *ReadinessInput) {
		in.Risks = waiting(2)
		in.Lifts = append(in.Lifts, Lift{ID: "l1", CheckKey: riskKey(1), CheckText: "It was 1.", Kind: LiftReason})
	}, []string{"blocks " + riskKey(2) + " by reason", "lifted earlier:" + riskKey(1)}},

	{"no consent", "kap", "", func(in *ReadinessInput) { in.Consents = slices.Delete(in.Consents, 0, 1) }, []string{"blocks consent_missing:kap by reason"}},
	{"consent expired yesterday", "kap", "", func(in *ReadinessInput) { in.Consents[0].ExpiresOn = "2026-03-11" }, []string{"blocks consent_expired:kap by reason"}},
	{"consent expires today", "kap", "", func(in *ReadinessInput) { in.Consents[0].ExpiresOn = readyDay }, []string{"warns consent_ends:kap"}},
	{"consent until revoked", "kap", "", func(in *ReadinessInput) { in.Consents[0].ExpiresOn = "" }, nil},
	{"consent revoked", "kap", "", func(in *ReadinessInput) { in.Consents[0].RevokedOn = readyDay }, []string{"blocks consent_revoked:kap by reason"}},
	{"consent revoked, an older one stands", "kap", "", func(in *ReadinessInput) {
		in.Consents[0].RevokedOn = readyDay
		in.Consents = append(in.Consents, Consent{ID: "k0", Kind: ConsentKAP, SignedOn: "2026-01-01", ExpiresOn: "2027-01-01"})
	}, []string{"blocks consent_revoked:kap by reason"}},
	{"consent revoked, signed anew", "kap", "", func(in *ReadinessInput) {
		in.Consents[0].RevokedOn = "2026-03-10"
		in.Consents = append(in.Consents, Consent{ID: "k9", Kind: ConsentKAP, SignedOn: "2026-03-11", ExpiresOn: "2027-01-01"})
	}, nil},
	{"touch agreed, not signed", "touch", "", func(in *ReadinessInput) { in.Preparation.Touch = TouchAgreed }, []string{"warns consent_missing:touch"}},
	{"touch agreed and signed", "touch", "", func(in *ReadinessInput) {
		in.Preparation.Touch = TouchAgreed
		in.Consents = append(in.Consents, Consent{ID: "k3", Kind: ConsentTouch, SignedOn: "2026-03-01"})
	}, nil},
	{"touch agreed, not today", "touch", "", func(in *ReadinessInput) { in.Preparation.Touch, in.Day.Touch = TouchAgreed, TouchNone }, nil},
	{"touch agreed today", "touch", "", func(in *ReadinessInput) { in.Day.Touch = TouchAgreed }, []string{"warns consent_missing:touch"}},

	{"not prepared", "preparation", "touch fasted", func(in *ReadinessInput) { in.Preparation = nil }, []string{"blocks preparation_missing by reason"}},
	{"preparation open", "preparation", "", func(in *ReadinessInput) { in.Preparation.CompletedAt = "" }, []string{"blocks preparation_open by reason"}},
	{"allergies not asked", "allergies", "", func(in *ReadinessInput) { in.Client.AllergyAnswer = "" }, []string{"warns allergies_unanswered"}},
	{"allergies unknown", "allergies", "", func(in *ReadinessInput) { in.Client.AllergyAnswer = AllergiesUnknown }, []string{"warns allergies_unknown"}},
	{"allergies listed", "allergies", "", func(in *ReadinessInput) { in.Client.AllergyAnswer = AllergiesListed }, nil},

	{"identity not asked", "identity", "", func(in *ReadinessInput) { in.Day.Identity = NotAnswered }, []string{"blocks day_identity:unanswered by reason"}},
	{"identity no", "identity", "", func(in *ReadinessInput) { in.Day.Identity = AnswerNo }, []string{"blocks day_identity:no by reason"}},
	{"fasting not asked", "fasted", "", func(in *ReadinessInput) { in.Day.Fasted = NotAnswered }, []string{"blocks day_fasted:unanswered by reason"}},
	{"not fasted", "fasted", "", func(in *ReadinessInput) { in.Day.Fasted = AnswerNo }, []string{"blocks day_fasted:no by reason"}},
	{"no fasting agreed", "fasted", "", func(in *ReadinessInput) { in.Day.Fasted, in.Preparation.FastingHours = NotAnswered, 0 }, nil},
	{"ride not asked", "ride", "place", func(in *ReadinessInput) { in.Day.Ride = NotAnswered }, []string{"blocks day_ride:unanswered by reason"}},
	{"no ride", "ride", "place", func(in *ReadinessInput) { in.Day.Ride = AnswerNo }, []string{"blocks day_ride:no by reason"}},
	{"thoughts not asked", "thoughts", "", func(in *ReadinessInput) { in.Day.SuicidalThoughts = NotAnswered }, []string{"blocks day_suicidal_thoughts:unanswered by reason"}},
	{"new thoughts", "thoughts", "", func(in *ReadinessInput) { in.Day.SuicidalThoughts = AnswerYes }, []string{"blocks day_suicidal_thoughts:yes by reason"}},
	{"intoxication not asked", "intoxicated", "", func(in *ReadinessInput) { in.Day.Intoxicated = NotAnswered }, []string{"blocks day_intoxicated:unanswered by decision"}},
	{"intoxicated", "intoxicated", "", func(in *ReadinessInput) { in.Day.Intoxicated = AnswerYes }, []string{"blocks day_intoxicated:yes by decision"}},
	{"ability not asked", "able", "", func(in *ReadinessInput) { in.Day.AbleToConsent = NotAnswered }, []string{"blocks day_able_to_consent:unanswered by decision"}},
	{"not able", "able", "", func(in *ReadinessInput) { in.Day.AbleToConsent = AnswerNo }, []string{"blocks day_able_to_consent:no by decision"}},
	{"medicines not asked", "medicines", "", func(in *ReadinessInput) { in.Day.Medicines = NotAnswered }, []string{"warns day_medicines:unanswered"}},
	{"medicines not as agreed", "medicines", "", func(in *ReadinessInput) { in.Day.Medicines = AnswerNo }, []string{"warns day_medicines:no"}},
	{"no baseline", "baseline", "", func(in *ReadinessInput) { in.Day.Baseline = Baseline{} }, []string{"warns day_baseline:missing"}},
	{"half a pressure", "baseline", "", func(in *ReadinessInput) { in.Day.Baseline.DiastolicMmHg = 0 }, []string{"warns day_baseline:wrong"}},
	{"no such pressure", "baseline", "", func(in *ReadinessInput) { in.Day.Baseline.SystolicMmHg = 12 }, []string{"warns day_baseline:wrong"}},
	{"baseline at the limit", "baseline", "", func(in *ReadinessInput) { in.Day.Baseline.SystolicMmHg = 160 }, nil},
	{"baseline held", "baseline", "", func(in *ReadinessInput) { in.Day.Baseline.SystolicMmHg = 161 }, []string{"warns day_baseline:hold"}},
	{"baseline at an emergency limit", "baseline", "", func(in *ReadinessInput) { in.Day.Baseline.SystolicMmHg = 180 }, []string{"warns day_baseline:emergency"}},
	{"oxygen alone", "baseline", "", func(in *ReadinessInput) { in.Day.Baseline = Baseline{At: noon, SpO2Percent: 98} }, nil},

	{"at home", "place", "ride", atHome, nil},
	{"at home without consent", "place", "ride", func(in *ReadinessInput) {
		atHome(in)
		in.Consents = in.Consents[:len(in.Consents)-1]
	}, []string{"blocks consent_missing:telehealth by reason"}},
	{"at home, no address", "place", "ride", func(in *ReadinessInput) { atHome(in); in.Day.Virtual.Address = " " }, []string{"blocks virtual_address by reason"}},
	{"at home, no number", "place", "ride", func(in *ReadinessInput) { atHome(in); in.Day.Virtual.CallBackNumber = "" }, []string{"blocks virtual_call_back_number by reason"}},
	{"at home, no emergency number", "place", "ride", func(in *ReadinessInput) { atHome(in); in.Day.Virtual.EmergencyNumber = "" }, []string{"blocks virtual_emergency_number by reason"}},
	{"at home, no emergency room", "place", "ride", func(in *ReadinessInput) { atHome(in); in.Day.Virtual.EmergencyRoom = "" }, []string{"blocks virtual_emergency_room by reason"}},
	{"at home, chaperone no adult", "place", "ride", func(in *ReadinessInput) { atHome(in); in.Day.Virtual.ChaperoneAdult = false }, []string{"blocks virtual_chaperone by reason"}},
	{"at home, chaperone not there", "place", "ride", func(in *ReadinessInput) { atHome(in); in.Day.Virtual.ChaperonePresent = false }, []string{"blocks virtual_chaperone_present by reason"}},
	{"at home, no cuff", "place", "ride", func(in *ReadinessInput) { atHome(in); in.Day.Virtual.PressureCuff = false }, []string{"blocks virtual_pressure_cuff by reason"}},
	{"at home, no cup", "place", "ride", func(in *ReadinessInput) { atHome(in); in.Day.Virtual.SpitCup = false }, []string{"blocks virtual_spit_cup by reason"}},
	{"at home, children", "place", "ride", func(in *ReadinessInput) { atHome(in); in.Day.Virtual.Dependents = false }, []string{"blocks virtual_dependents by reason"}},
	{"at home, no plan", "place", "ride", func(in *ReadinessInput) { atHome(in); in.Day.Virtual.LostMinutes = 0 }, []string{"blocks virtual_lost_connection by reason"}},
}

// Every rule by itself, and every two together: what each says, both say.
func TestReadyAloneAndInPairs(t *testing.T) {
	pairs := 0
	for i, a := range readyCases {
		in := readied()
		a.change(&in)
		if got, want := told(Ready(in)), inOrder(a.want); !slices.Equal(got, want) {
			t.Errorf("%s: %q, want %q", a.name, got, want)
		}
		for _, b := range readyCases[:i] {
			if a.part == b.part || excludes(a, b) || excludes(b, a) {
				continue
			}
			pairs++
			in := readied()
			b.change(&in)
			a.change(&in)
			r := Ready(in)
			if got, want := told(r), inOrder(a.want, b.want); !slices.Equal(got, want) {
				t.Errorf("%s and %s: %q, want %q", b.name, a.name, got, want)
			}
			checkReadiness(t, b.name+" and "+a.name, r)
		}
	}
	if pairs < 1500 {
		t.Errorf("only %d pairs", pairs)
	}
}

func excludes(a, b readyCase) bool { return slices.Contains(strings.Fields(a.not), b.part) }

func inOrder(lists ...[]string) []string {
	all := []string{}
	for _, l := range lists {
		all = append(all, l...)
	}
	slices.Sort(all)
	return all
}

// checkReadiness holds what is true of every readiness.
func checkReadiness(t *testing.T, name string, r Readiness) {
	t.Helper()
	blocks, last, seen := 0, 0, map[string]bool{}
	for _, c := range r.Checks {
		if at := slices.Index(checkOrder, c.State); at < last {
			t.Errorf("%s: %s comes after what weighs less", name, c.Key)
		} else {
			last = at
		}
		if c.State == CheckBlocks {
			blocks++
		}
		if seen[c.Key] || c.Key == "" || !strings.HasSuffix(c.Text, ".") || c.Topic == "" {
			t.Errorf("%s: %+v", name, c)
		}
		seen[c.Key] = true
		if (c.State == CheckBlocks) != (c.LiftBy != LiftNone) || (c.State == CheckLifted) != (c.Lift != nil) {
			t.Errorf("%s: %+v", name, c)
		}
	}
	if r.Blocked != (blocks > 0) || strings.HasPrefix(r.Summary, "Ready") == r.Blocked || r.Summary == "" {
		t.Errorf("%s: blocked %v with %d, %q", name, r.Blocked, blocks, r.Summary)
	}
}

// A lift of the right kind lifts exactly what it names; a reason lifts nothing
// that only a decision lifts.
func TestReadyLifted(t *testing.T) {
	for _, c := range readyCases {
		in := readied()
		c.change(&in)
		for _, check := range Ready(in).Checks {
			if check.State != CheckBlocks {
				continue
			}
			for _, kind := range []LiftKind{LiftDecision, LiftReason} {
				in := in
				in.Lifts = []Lift{{ID: "l", CheckKey: check.Key + "x", CheckText: "It was otherwise.", Kind: kind}, {ID: "m", CheckKey: check.Key, CheckText: check.Text, Kind: kind}}
				r := Ready(in)
				checkReadiness(t, c.name, r)
				i := slices.IndexFunc(r.Checks, func(x Check) bool { return x.Key == check.Key })
				lifted := kind == LiftDecision || check.LiftBy == LiftReason
				if got := r.Checks[i]; (got.State == CheckLifted) != lifted || lifted && got.Lift.ID != "m" {
					t.Errorf("%s: %s lifted by a %s: %+v", c.name, check.Key, kind, got)
				}
			}
		}
	}
}

// Before its day a session waits for what is asked on it, and is held against
// what will have ended by then.
func TestReadyAhead(t *testing.T) {
	ahead := func(change func(*ReadinessInput)) ReadinessInput {
		in := readied()
		in.Session.PlannedStart, in.Day = noon.Add(20*24*time.Hour), nil // on 1 April
		change(&in)
		return in
	}
	waits := []string{
		"later day_able_to_consent", "later day_baseline", "later day_fasted", "later day_identity", "later day_intoxicated", "later day_medicines", "later day_ride", "later day_suicidal_thoughts",
	}
	for name, c := range map[string]struct {
		change func(*ReadinessInput)
		want   []string
	}{
		"nothing else":          {func(*ReadinessInput) {}, nil},
		"answers of today":      {func(in *ReadinessInput) { in.Day = readied().Day }, nil},
		"clearance ends before": {func(in *ReadinessInput) { clearanceOf(in).ExpiresOn = "2026-03-31" }, []string{"blocks clearance_expired:c1 by decision"}},
		"clearance ends that day": {
			func(in *ReadinessInput) { clearanceOf(in).ExpiresOn = "2026-04-01" },
			[]string{"warns clearance_ends:c1"},
		},
		"clearance begins before":  {func(in *ReadinessInput) { clearanceOf(in).ClearedOn = "2026-03-21" }, nil},
		"clearance begins after":   {func(in *ReadinessInput) { clearanceOf(in).ClearedOn = "2026-04-02" }, []string{"blocks clearance_not_yet:c1 by decision"}},
		"consent ends before":      {func(in *ReadinessInput) { in.Consents[0].ExpiresOn = "2026-03-31" }, []string{"blocks consent_expired:kap by reason"}},
		"review before":            {func(in *ReadinessInput) { in.Screenings[0].ID, in.Screenings[0].ReviewOn = "s", "2026-03-31" }, []string{"blocks screening_overdue:s by reason"}},
		"will be 18":               {func(in *ReadinessInput) { in.Client.BirthDate = "2008-04-01" }, nil},
		"will be 18 the day after": {func(in *ReadinessInput) { in.Client.BirthDate = "2008-04-02" }, []string{"blocks flag:under_18@ by decision"}},
	} {
		r := Ready(ahead(c.change))
		if got, want := told(r), inOrder(waits, c.want); !slices.Equal(got, want) {
			t.Errorf("%s: %q, want %q", name, got, want)
		}
		checkReadiness(t, name, r)
	}

	in := ahead(func(in *ReadinessInput) { in.Beginning = true })
	if r := Ready(in); !r.Blocked || strings.Contains(strings.Join(told(r), " "), "later") {
		t.Errorf("beginning before its day: %q", told(r))
	}
	in = ahead(func(in *ReadinessInput) { in.Session.Place = Virtual })
	if r := Ready(in); len(r.Words(CheckLater)) != 7+10 { // no ride, ten things at home
		t.Errorf("at home: %q", told(r))
	}
}

// The session's day is told in the practice's zone, whatever the session's own.
func TestReadyDayIsThePractices(t *testing.T) {
	in := readied()
	in.Session.Zone = "Pacific/Auckland" // where it is the 13th
	if r := Ready(in); r.Blocked || len(r.Words(CheckLater)) > 0 {
		t.Errorf("%q", told(r))
	}
}

// Answers of another day are none.
func TestReadyAsksAnewEachDay(t *testing.T) {
	in := readied()
	in.Day.AskedOn = "2026-03-11"
	if n := len(Ready(in).Words(CheckBlocks)); n != 6 {
		t.Errorf("%d questions stand in the way, want 6", n)
	}
}

func TestReadySummary(t *testing.T) {
	for _, c := range []struct {
		change func(*ReadinessInput)
		want   string
	}{
		{func(*ReadinessInput) {}, "Ready"},
		{func(in *ReadinessInput) { in.Client.AllergyAnswer = "" }, "Ready, with one thing to know"},
		{func(in *ReadinessInput) { in.Client.AllergyAnswer, in.Client.BirthDate = "", "" }, "Ready, with two things to know"},
		{func(in *ReadinessInput) { in.Session.PlannedStart = noon.Add(48 * time.Hour) }, "Ready but for what is asked on the day"},
		{func(in *ReadinessInput) { in.Clearances = nil }, "One thing stands in the way: there is no clearance from a prescriber."},
		{
			func(in *ReadinessInput) { in.Clearances, in.Screenings, in.Consents = nil, nil, nil },
			"Three things stand in the way: the client has not been screened; there is no clearance from a prescriber; and one more.",
		},
		{
			func(in *ReadinessInput) { in.Clearances, in.Consents = nil, nil },
			"Two things stand in the way: there is no clearance from a prescriber; no consent to ketamine-assisted psychotherapy is signed.",
		},
		{func(in *ReadinessInput) {
			in.Clearances, in.Consents, in.Preparation = nil, nil, nil
			raise(in, "psychosis")
		}, "Four things stand in the way: “Is or was there psychosis or a primary psychotic disorder?” is answered yes, and no clearance in force covers it; there is no clearance from a prescriber; and two more."},
		{func(in *ReadinessInput) {
			in.Clearances = nil
			in.Lifts = []Lift{{CheckKey: "clearance_missing", Kind: LiftDecision}}
		}, "Ready, with one thing lifted: there is no clearance from a prescriber."},
		{func(in *ReadinessInput) {
			in.Clearances, in.Consents, in.Client.AllergyAnswer = nil, nil, ""
			in.Lifts = []Lift{{CheckKey: "clearance_missing", Kind: LiftDecision}, {CheckKey: "consent_missing:kap", Kind: LiftReason}}
		}, "Ready, with two things lifted: there is no clearance from a prescriber; no consent to ketamine-assisted psychotherapy is signed. One thing to know."},
	} {
		in := readied()
		c.change(&in)
		if got := Ready(in).Summary; got != c.want {
			t.Errorf("%q, want %q", got, c.want)
		}
	}
}

// A lift whose check does not block any more, or has become another, is still
// listed, in the words in which it was recorded.
func TestReadyKeepsEarlierLifts(t *testing.T) {
	in := readied()
	fasting := Lift{ID: "f", CheckKey: "day_fasted:no", CheckText: "The client has not fasted as agreed.", Kind: LiftReason, Reason: "A glass of water."}
	in.Lifts = []Lift{fasting, {ID: "c", CheckKey: "clearance_missing", CheckText: "There is no clearance from a prescriber.", Kind: LiftDecision}}
	r := Ready(in)
	if got, want := told(r), []string{"lifted earlier:clearance_missing", "lifted earlier:day_fasted:no"}; !slices.Equal(got, want) {
		t.Errorf("%q, want %q", got, want)
	}
	if got, want := r.Words(CheckLifted), []string{"Earlier: the client has not fasted as agreed.", "Earlier: there is no clearance from a prescriber."}; !slices.Equal(got, want) {
		t.Errorf("%q, want %q", got, want)
	}
	if c := r.Checks[0]; c.Lift == nil || c.Lift.Reason != fasting.Reason || r.Blocked {
		t.Errorf("%+v", c)
	}
	in.Day.Fasted = AnswerNo
	if got, want := told(Ready(in)), []string{"lifted day_fasted:no", "lifted earlier:clearance_missing"}; !slices.Equal(got, want) {
		t.Errorf("it counts again: %q, want %q", got, want)
	}
}

func TestReadyWords(t *testing.T) {
	in := readied()
	in.Screenings[0].ReviewOn = "2026-03-11"
	raise(&in, "psychosis")
	clearanceOf(&in).ExpiresOn = "2026-03-02"
	in.Consents[0].ExpiresOn = "2026-03-31"
	in.Session.PlannedStart = noon.Add(20 * 24 * time.Hour)
	for _, want := range []string{
		"The screening was to be repeated by 11 March 2026.",
		"“Is or was there psychosis or a primary psychotic disorder?” is answered yes, and no clearance in force covers it.",
		"The clearance expired on 2 March 2026.",
		"The consent to ketamine-assisted psychotherapy ends on 31 March 2026, before this session.",
	} {
		if words := Ready(in).Words(CheckBlocks); !slices.Contains(words, want) {
			t.Errorf("%q not in %q", want, words)
		}
	}
}

// Covered when the clearance was in force is open again when it no longer is.
func TestReadyCoverEndsWithTheClearance(t *testing.T) {
	for name, end := range map[string]func(*Cleared){
		"expired":   func(c *Cleared) { c.Clearance.ExpiresOn = "2026-03-11" },
		"suspended": func(c *Cleared) { c.Clearance.SuspendedAt = noon },
		"used up":   func(c *Cleared) { c.Used = 6 },
		"not yet":   func(c *Cleared) { c.Clearance.ClearedOn = "2026-03-13" },
	} {
		in := readied()
		ref := raise(&in, "psychosis")
		clearanceOf(&in).Covers = []FlagRef{ref}
		if Ready(in).Blocked {
			t.Fatalf("%s: blocked while in force", name)
		}
		end(&in.Clearances[0])
		if !slices.Contains(told(Ready(in)), "blocks "+raisedKey("psychosis")+" by decision") {
			t.Errorf("%s: the flag stays covered", name)
		}
	}
}
