package practice

import (
	"strings"
	"testing"
)

func TestDayCheckValidation(t *testing.T) {
	for name, c := range map[string]struct {
		change func(*DayCheck)
		want   string
	}{
		"nothing asked yet":         {func(*DayCheck) {}, ""},
		"no participant":            {func(d *DayCheck) { d.ParticipantID = "" }, "participant_id"},
		"no day":                    {func(d *DayCheck) { d.AskedOn = "" }, "asked_on"},
		"yes and no":                {func(d *DayCheck) { d.Identity, d.Intoxicated = AnswerYes, AnswerNo }, ""},
		"unknown is no answer":      {func(d *DayCheck) { d.AbleToConsent = AnswerUnsure }, "able_to_consent"},
		"another answer":            {func(d *DayCheck) { d.SuicidalThoughts = "perhaps" }, "suicidal_thoughts"},
		"another touch":             {func(d *DayCheck) { d.Touch = "perhaps" }, "touch"},
		"endless note":              {func(d *DayCheck) { d.SuicidalNote = strings.Repeat("a", 20_001) }, "suicidal_note"},
		"an address of lines":       {func(d *DayCheck) { d.Virtual.Address = "1 Road\nTown" }, ""},
		"a number of two lines":     {func(d *DayCheck) { d.Virtual.CallBackNumber = "1\n2" }, "virtual.call_back_number"},
		"connection never given up": {func(d *DayCheck) { d.Virtual.LostMinutes = 61 }, "virtual.lost_minutes"},
		"half a pressure, so far":   {func(d *DayCheck) { d.Baseline = Baseline{At: noon, SystolicMmHg: 12} }, ""},
		"a baseline of no time":     {func(d *DayCheck) { d.Baseline = Baseline{HeartRateBpm: 70} }, "baseline.at"},
		"a baseline below nothing":  {func(d *DayCheck) { d.Baseline = Baseline{At: noon, SpO2Percent: -1} }, "baseline.spo2_percent"},
		"a baseline of four digits": {func(d *DayCheck) { d.Baseline = Baseline{At: noon, HeartRateBpm: 1000} }, "baseline.heart_rate_bpm"},
		"minutes below nothing":     {func(d *DayCheck) { d.Virtual.LostMinutes = -1 }, "virtual.lost_minutes"},
	} {
		d := DayCheck{ParticipantID: NewID(), AskedOn: "2026-03-12"}
		c.change(&d)
		if got := fields(t, d.Validate()); got != c.want {
			t.Errorf("%s: refused %q, want %q", name, got, c.want)
		}
	}
}

// Each item is there only when all of it is.
func TestVirtualItems(t *testing.T) {
	full := VirtualSafety{
		Address: "1 Road", CallBackNumber: "555 0100", EmergencyNumber: "911", EmergencyRoom: "St. Anne, 2 Street",
		ChaperoneName: "Sam", ChaperonePhone: "555 0101", ChaperoneAdult: true, ChaperonePresent: true,
		PressureCuff: true, SpitCup: true, Dependents: true, LostConnection: true, LostMinutes: 5,
	}
	missing := func(v VirtualSafety) string {
		list := []string{}
		for _, item := range v.Items() {
			if !strings.HasSuffix(item.Missing, ".") {
				t.Errorf("%s missing is no sentence: %q", item.Key, item.Missing)
			}
			if !item.There {
				list = append(list, item.Key)
			}
		}
		return strings.Join(list, " ")
	}
	if got := missing(full); got != "" {
		t.Errorf("missing of what is all there: %s", got)
	}
	if n := len(strings.Fields(missing(VirtualSafety{}))); n != len(full.Items()) {
		t.Errorf("%d items missing of nothing", n)
	}
	for name, c := range map[string]struct {
		change func(*VirtualSafety)
		want   string
	}{
		"blank address":         {func(v *VirtualSafety) { v.Address = " \n" }, "address"},
		"no call-back":          {func(v *VirtualSafety) { v.CallBackNumber = "" }, "call_back_number"},
		"no emergency number":   {func(v *VirtualSafety) { v.EmergencyNumber = "" }, "emergency_number"},
		"no emergency room":     {func(v *VirtualSafety) { v.EmergencyRoom = "" }, "emergency_room"},
		"chaperone a minor":     {func(v *VirtualSafety) { v.ChaperoneAdult = false }, "chaperone"},
		"chaperone nameless":    {func(v *VirtualSafety) { v.ChaperoneName = "" }, "chaperone"},
		"chaperone, no phone":   {func(v *VirtualSafety) { v.ChaperonePhone = " " }, "chaperone"},
		"chaperone elsewhere":   {func(v *VirtualSafety) { v.ChaperonePresent = false }, "chaperone_present"},
		"no cuff":               {func(v *VirtualSafety) { v.PressureCuff = false }, "pressure_cuff"},
		"no spit cup":           {func(v *VirtualSafety) { v.SpitCup = false }, "spit_cup"},
		"children about":        {func(v *VirtualSafety) { v.Dependents = false }, "dependents"},
		"plan not gone through": {func(v *VirtualSafety) { v.LostConnection = false }, "lost_connection"},
		"plan without minutes":  {func(v *VirtualSafety) { v.LostMinutes = 0 }, "lost_connection"},
	} {
		v := full
		c.change(&v)
		if got := missing(v); got != c.want {
			t.Errorf("%s: missing %q, want %q", name, got, c.want)
		}
	}
}

// What was asked on another day is asked anew: only the version stays.
func TestAnswersHoldForTheirDay(t *testing.T) {
	client := Client{Intention: "To rest.", Address: "9 Home Road"}
	preparation := &PreparationForm{RideHome: Contact{Name: "Kim"}}
	id := NewID()
	asked := DayCheck{
		ParticipantID: id, AskedOn: "2026-03-12", Identity: AnswerYes, Intoxicated: AnswerNo, Intention: "To let go.",
		Virtual: VirtualSafety{Address: "1 Road", ChaperonePresent: true}, Version: 3,
	}
	if got := NewDayCheck(id, "2026-03-12", client, preparation, &asked); got != asked {
		t.Errorf("today's answers became %+v", got)
	}
	want := DayCheck{ParticipantID: id, AskedOn: "2026-03-13", Intention: "To rest.", RideHome: Contact{Name: "Kim"}, Version: 3}
	if got := NewDayCheck(id, "2026-03-13", client, preparation, &asked); got != want {
		t.Errorf("the next day: %+v", got)
	}
	if got := NewDayCheck(id, "2026-03-13", client, nil, nil); got != (DayCheck{ParticipantID: id, AskedOn: "2026-03-13", Intention: "To rest."}) {
		t.Errorf("nothing asked yet: %+v", got)
	}
}

// What was noted before is offered without a single confirmation.
func TestUsualSafetyConfirmsNothing(t *testing.T) {
	client := Client{Address: "9 Home Road", Phone: "555 0100"}
	earlier := &DayCheck{Virtual: VirtualSafety{
		Address: "A hotel", EmergencyNumber: "911", EmergencyRoom: "St. Anne", ChaperoneName: "Sam", ChaperonePhone: "555 0101",
		ChaperoneAdult: true, ChaperonePresent: true, PressureCuff: true, SpitCup: true, Dependents: true, LostConnection: true, LostMinutes: 9,
	}}
	want := VirtualSafety{
		Address: "9 Home Road", CallBackNumber: "555 0100", EmergencyNumber: "911", EmergencyRoom: "St. Anne",
		ChaperoneName: "Sam", ChaperonePhone: "555 0101", LostMinutes: 5,
	}
	if got := UsualSafety(client, DefaultSettings(), earlier); got != want {
		t.Errorf("got %+v", got)
	}
	if got := UsualSafety(client, DefaultSettings(), nil); got != (VirtualSafety{Address: "9 Home Road", CallBackNumber: "555 0100", LostMinutes: 5}) {
		t.Errorf("nothing noted: %+v", got)
	}
}

func TestDayQuestions(t *testing.T) {
	keys := func(list []DayQuestion) string {
		all := []string{}
		for _, q := range list {
			all = append(all, q.Key)
		}
		return strings.Join(all, " ")
	}
	settings := DefaultSettings()
	for name, c := range map[string]struct {
		place       Place
		preparation *PreparationForm
		want        string
	}{
		"office":                {Office, nil, "identity fasted medicines ride suicidal_thoughts intoxicated able_to_consent"},
		"virtual":               {Virtual, nil, "identity fasted medicines suicidal_thoughts intoxicated able_to_consent"},
		"no fasting was agreed": {Office, &PreparationForm{}, "identity medicines ride suicidal_thoughts intoxicated able_to_consent"},
	} {
		if got := keys(DayQuestions(c.place, c.preparation, settings)); got != c.want {
			t.Errorf("%s: %s", name, got)
		}
	}
	if q := DayQuestions(Office, &PreparationForm{FastingHours: 6}, settings)[1]; q.Text != "Nothing eaten for 6 hours, as agreed?" {
		t.Errorf("agreed 6 hours: %s", q.Text)
	}
	if q := DayQuestions(Office, &PreparationForm{FastingHours: 1}, settings)[1]; q.Text != "Nothing eaten for 1 hour, as agreed?" {
		t.Errorf("agreed 1 hour: %s", q.Text)
	}
}
