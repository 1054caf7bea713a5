package practice

import (
	"slices"
	"strings"
	"testing"
	"time"

	"snowfield/internal/fault"
)

func TestCents(t *testing.T) {
	for c, want := range map[Cents]string{
		0: "$0.00", 1: "$0.01", 99: "$0.99", 100: "$1.00", 15_000: "$150.00", 99_999: "$999.99", 100_000: "$1,000.00", 125_050: "$1,250.50",
		100_000_000: "$1,000,000.00", -2_000: "-$20.00", -123_456: "-$1,234.56",
	} {
		if got := c.Text(); got != want {
			t.Errorf("%d: %s, want %s", c, got, want)
		}
	}
}

func TestSuggestCode(t *testing.T) {
	const alone, couple = 1, 2
	for _, c := range []struct {
		kind    SessionKind
		people  int
		minutes int
		want    string
		long    bool
	}{
		{Talk, alone, 0, "", false},
		{Talk, alone, 15, "", false},
		{Talk, alone, 16, "90832", false},
		{Talk, alone, 37, "90832", false},
		{Talk, alone, 38, "90834", false},
		{Talk, alone, 52, "90834", false},
		{Talk, alone, 53, "90837", false},
		{Talk, alone, 89, "90837", false},
		{Talk, alone, 90, "90837", true},
		{Preparation, alone, 50, "90834", false},
		{Integration, alone, 60, "90837", false},
		{Integration, alone, 15, "", false},
		{Dosing, alone, 15, "", false},
		{Dosing, alone, 37, "90832", false},
		{Dosing, alone, 52, "90834", false},
		{Dosing, alone, 53, "90837", true},
		{Dosing, alone, 120, "90837", true},
		{Dosing, alone, 180, "90837", true},
		{Consultation, alone, 15, "", false},
		{Consultation, alone, 16, "90791", false},
		{Consultation, alone, 85, "90791", false},
		{CheckIn, alone, 2, "", false},
		{CheckIn, alone, 60, "", false},
		{Talk, couple, 15, "", false},
		{Talk, couple, 16, "", false},
		{Talk, couple, 25, "", false},
		{Talk, couple, 26, "90847", false},
		{Dosing, couple, 25, "", false},
		{Dosing, couple, 180, "90847", false},
		{Consultation, couple, 50, "90847", false},
		{CheckIn, couple, 60, "", false},
	} {
		for _, rest := range []time.Duration{0, 59*time.Second + 999*time.Millisecond} {
			got := SuggestCode(c.kind, c.people, time.Duration(c.minutes)*time.Minute+rest)
			if got.CPT != c.want || (got.Long != "") != c.long || got.Why == "" {
				t.Errorf("%s of %d, %d minutes: %+v, want %q, long %v", c.kind, c.people, c.minutes, got, c.want, c.long)
			}
		}
	}
	for minutes := range 24 * 60 {
		for _, kind := range SessionKinds {
			for people := 1; people <= 2; people++ {
				if got := SuggestCode(kind, people, time.Duration(minutes)*time.Minute); got.CPT == "90839" || got.CPT == "90840" {
					t.Fatalf("a crisis is suggested after %d minutes", minutes)
				}
			}
		}
	}
}

func TestPlaceOfService(t *testing.T) {
	if PlaceOfServiceOf(Office) != "11" || PlaceOfServiceOf(Virtual) != "10" {
		t.Error("the places of a session")
	}
	for _, p := range PlacesOfService {
		if p.Label() == string(p) {
			t.Errorf("%s has no words", p)
		}
	}
}

// charge is one of an ended session of Ana's, for 50 minutes.
func charge(s Session) Charge {
	return Charge{ID: NewID(), ParticipantID: s.Participants[0].ID, CPT: "90834", Words: "Psychotherapy", Units: 1, FeeCents: 15_000, POS: POSOffice, Diagnoses: []string{"F33.1 Low"}}
}

func TestChargeRules(t *testing.T) {
	ended := dosing()
	ended.ActualEnd = noon.Add(50 * time.Minute)
	known := []string{"F33.1 Low", "F43.10", "F41.1", "Z63.0", "F42"}
	for name, c := range map[string]struct {
		change func(*Charge)
		want   string
	}{
		"as it is":           {func(*Charge) {}, ""},
		"no diagnosis":       {func(c *Charge) { c.Diagnoses = nil }, ""},
		"a code of HCPCS":    {func(c *Charge) { c.CPT = " g2212 " }, ""},
		"a code of letters":  {func(c *Charge) { c.CPT = "ABCDE" }, "cpt"},
		"a short code":       {func(c *Charge) { c.CPT = "9083" }, "cpt"},
		"no code":            {func(c *Charge) { c.CPT = "" }, "cpt"},
		"no words":           {func(c *Charge) { c.Words = " " }, "words"},
		"words of two lines": {func(c *Charge) { c.Words = "a\nb" }, "words"},
		"no units":           {func(c *Charge) { c.Units = 0 }, "units"},
		"99 units":           {func(c *Charge) { c.Units = 99 }, ""},
		"100 units":          {func(c *Charge) { c.Units = 100 }, "units"},
		"free":               {func(c *Charge) { c.FeeCents = 0 }, ""},
		"less than free":     {func(c *Charge) { c.FeeCents = -1 }, "fee_cents"},
		"a million":          {func(c *Charge) { c.FeeCents = 100_000_000 }, ""},
		"more":               {func(c *Charge) { c.FeeCents = 100_000_001 }, "fee_cents"},
		"more paid than due": {func(c *Charge) { c.PaidCents = 20_000 }, ""},
		"paid back":          {func(c *Charge) { c.PaidCents = -1 }, "paid_cents"},
		"paid a fortune":     {func(c *Charge) { c.PaidCents = 100_000_001 }, "paid_cents"},
		"another place":      {func(c *Charge) { c.POS = "12" }, "pos"},
		"no place":           {func(c *Charge) { c.POS = "" }, "pos"},
		"four diagnoses":     {func(c *Charge) { c.Diagnoses = slices.Clone(known[:4]) }, ""},
		"five diagnoses":     {func(c *Charge) { c.Diagnoses = slices.Clone(known) }, "diagnoses"},
		"another diagnosis":  {func(c *Charge) { c.Diagnoses = []string{"F99"} }, "diagnoses"},
		"other words for it": {func(c *Charge) { c.Diagnoses = []string{"F33.1 High"} }, "diagnoses"},
		"nobody's":           {func(c *Charge) { c.ParticipantID = "" }, "participant_id"},
		"no id":              {func(c *Charge) { c.ID = "x" }, "id"},
	} {
		x := charge(ended)
		c.change(&x)
		x.Normalize()
		if got := fields(t, x.Validate(ended, known)); got != c.want {
			t.Errorf("%s: refused %q, want %q", name, got, c.want)
		}
	}
	wantCode(t, charge(ended).Validate(dosing(), known), fault.Blocked)
}

func TestChargeTotals(t *testing.T) {
	var got ChargeTotals
	got.Add(Charge{Units: 2, FeeCents: 15_050, PaidCents: 10_000})
	got.Add(Charge{Units: 1, FeeCents: 33, PaidCents: 133})
	if want := (ChargeTotals{30_133, 10_133, 20_000}); got != want {
		t.Errorf("%+v, want %+v", got, want)
	}
}

func TestFeeListRules(t *testing.T) {
	cents := func(c Cents) *Cents { return &c }
	for name, c := range map[string]struct {
		fees []Fee
		kept int
		want string
	}{
		"as shipped":       {shippedFees.Fees, 9, ""},
		"a fee and a code": {[]Fee{{"90837", "An hour", cents(18_000)}, {" g2212 ", " Longer ", nil}, {}}, 2, ""},
		"free":             {[]Fee{{"90837", "An hour", cents(0)}}, 1, ""},
		"none":             {[]Fee{{}}, 0, "fees"},
		"a code twice":     {[]Fee{{"90837", "An hour", nil}, {"90837", "Again", nil}}, 2, "fees"},
		"no words":         {[]Fee{{"90837", " ", nil}}, 1, "fees"},
		"no code":          {[]Fee{{"", "An hour", nil}}, 1, "fees"},
		"a wrong code":     {[]Fee{{"9083", "An hour", nil}}, 1, "fees"},
		"less than free":   {[]Fee{{"90837", "An hour", cents(-1)}}, 1, "fees"},
		"a fortune":        {[]Fee{{"90837", "An hour", cents(100_000_001)}}, 1, "fees"},
	} {
		list := FeeList{slices.Clone(c.fees)}
		list.Normalize()
		if got := fields(t, list.Validate()); got != c.want || len(list.Fees) != c.kept {
			t.Errorf("%s: kept %d, refused %q, want %q", name, len(list.Fees), got, c.want)
		}
	}
	if got := strings.Join(FeeList{[]Fee{{"90837", "An hour", cents(18_000)}, {"90840", "More", nil}}}.Lines(), "; "); got != "90837 An hour: $180.00; 90840 More: no fee set" {
		t.Error(got)
	}
}
