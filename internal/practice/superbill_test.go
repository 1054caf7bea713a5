package practice

import (
	"reflect"
	"strings"
	"testing"
)

func TestSuperbillSpan(t *testing.T) {
	charged := []DatedCharge{{Day: "2026-01-05"}, {Day: "2026-02-11"}}
	for name, c := range map[string]struct {
		from, to Date
		charges  []DatedCharge
		want     [2]Date
		refused  string
	}{
		"the last charge's month": {"", "", charged, [2]Date{"2026-02-01", "2026-02-28"}, ""},
		"a leap year":             {"", "", []DatedCharge{{Day: "2028-02-01"}}, [2]Date{"2028-02-01", "2028-02-29"}, ""},
		"December":                {"", "", []DatedCharge{{Day: "2025-12-31"}}, [2]Date{"2025-12-01", "2025-12-31"}, ""},
		"no charge":               {"", "", nil, [2]Date{"2026-03-01", "2026-03-31"}, ""},
		"both":                    {"2026-01-05", "2026-01-05", charged, [2]Date{"2026-01-05", "2026-01-05"}, ""},
		"until today":             {"2026-01-05", "", charged, [2]Date{"2026-01-05", "2026-03-12"}, ""},
		"from tomorrow":           {"2026-03-13", "", charged, [2]Date{"2026-03-13", "2026-03-13"}, ""},
		"from that month's first": {"", "2026-01-20", charged, [2]Date{"2026-01-01", "2026-01-20"}, ""},
		"backwards":               {"2026-02-02", "2026-02-01", charged, [2]Date{"2026-02-02", "2026-02-01"}, "to"},
		"no day":                  {"soon", "2026-02-01", charged, [2]Date{"soon", "2026-02-01"}, "from to"},
		"no last day":             {"2026-02-01", "2026-02-30", charged, [2]Date{"2026-02-01", "2026-02-30"}, "to"},
	} {
		from, to, err := SuperbillSpan(c.from, c.to, c.charges, "2026-03-12")
		if got := fields(t, err); (got != "") != (c.refused != "") || !strings.HasPrefix(got, strings.Split(c.refused, " ")[0]) || [2]Date{from, to} != c.want {
			t.Errorf("%s: %s to %s, refused %q", name, from, to, got)
		}
	}
}

func TestWithin(t *testing.T) {
	list := []DatedCharge{{Day: "2026-01-31"}, {Day: "2026-02-01"}, {Day: "2026-02-28"}, {Day: "2026-03-01"}}
	if got := Within(list, "2026-02-01", "2026-02-28"); !reflect.DeepEqual(got, list[1:3]) {
		t.Errorf("%v", got)
	}
}

func TestSuperbillGaps(t *testing.T) {
	whole := Practice{Credential: "LMFT", License: "1", NPI: "1234567893", EIN: "12-3456789", Address: "1 Road", Phone: "555"}
	ana := Client{BirthDate: "1984-05-03", Address: "2 Road"}
	charge := func(fee Cents, diagnoses ...string) DatedCharge {
		return DatedCharge{Charge: Charge{Units: 1, FeeCents: fee, Diagnoses: diagnoses}}
	}
	for name, c := range map[string]struct {
		practice Practice
		client   Client
		charges  []DatedCharge
		contact  bool
		want     string
	}{
		"nothing":          {whole, ana, []DatedCharge{charge(1, "F33.1")}, true, ""},
		"no EIN":           {Practice{Credential: "LMFT", License: "1", NPI: "1", Address: "a", Phone: "1"}, ana, nil, true, "Missing of the practice: EIN. Insurers"},
		"all of it":        {Practice{}, ana, nil, true, "Missing of the practice: credential, license, NPI, EIN, address, phone. Insurers"},
		"the client's":     {whole, Client{}, nil, true, "Missing of the client: birth date, address. The client"},
		"address left out": {whole, Client{}, nil, false, "Missing of the client: birth date. The client"},
		"no diagnosis":     {whole, ana, []DatedCharge{charge(1), charge(1, "F33.1")}, true, "One service names no diagnosis: insurers"},
		"no diagnoses":     {whole, ana, []DatedCharge{charge(1), charge(1)}, true, "Two services name no diagnosis: insurers"},
		"no fee":           {whole, ana, []DatedCharge{charge(0, "F33.1")}, true, "One service has no fee."},
	} {
		got := strings.Join(SuperbillGaps(c.practice, c.client, c.charges, c.contact), "|")
		if !strings.HasPrefix(got, c.want) || (got == "") != (c.want == "") || strings.Contains(got, "|") {
			t.Errorf("%s: %q", name, got)
		}
	}
	if got := SuperbillGaps(Practice{}, Client{}, []DatedCharge{charge(0)}, true); len(got) != 4 {
		t.Errorf("all together: %q", got)
	}
}

func TestDiagnosesOf(t *testing.T) {
	list := []DatedCharge{{Charge: Charge{Diagnoses: []string{"F33.1", "F43.10"}}}, {Charge: Charge{Diagnoses: []string{"F41.1", "F33.1"}}}}
	if got := strings.Join(DiagnosesOf(list), " "); got != "F33.1 F43.10 F41.1" {
		t.Error(got)
	}
}
