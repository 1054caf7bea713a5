package practice

import (
	"reflect"
	"strings"
	"testing"
)

func TestParseDiagnosis(t *testing.T) {
	for text, want := range map[string]Diagnosis{
		"F33.1":                       {"F33.1", ""},
		" f331  Major depression ":    {"F33.1", "Major depression"},
		"F43.10, PTSD":                {"F43.10", "PTSD"},
		"F41.1: anxiety, generalised": {"F41.1", "anxiety, generalised"},
		"F42":                         {"F42", ""},
		"F42.":                        {"F42", ""},
		"Z63.0\tpartner":              {"Z63.0", "partner"},
		"U07.1":                       {"U07.1", ""},
		"C7A.010":                     {"C7A.010", ""},
		"T43.6X5A":                    {"T43.6X5A", ""},
		"S06.0X1AD":                   {},
		"F3":                          {},
		"33.1":                        {},
		"FF3.1":                       {},
		"F3C":                         {},
		"F33..1":                      {},
		"F33.1.2":                     {},
		"Ｆ33.1":                       {},
		"depression F33.1":            {},
		"":                            {},
	} {
		got, ok := ParseDiagnosis(text)
		if got != want || ok != (want.Code != "") {
			t.Errorf("%q: %+v, %v, want %+v", text, got, ok, want)
		}
	}
}

func TestClientDiagnoses(t *testing.T) {
	many := func(n int) []string {
		list := []string{}
		for i := range n {
			list = append(list, "F33."+string(rune('A'+i)))
		}
		return list
	}
	for name, c := range map[string]struct {
		typed, kept []string
		want        string
	}{
		"none":             {nil, []string{}, ""},
		"two":              {[]string{" f331 Low mood", "", "F43.10"}, []string{"F33.1 Low mood", "F43.10"}, ""},
		"twelve":           {many(12), many(12), ""},
		"thirteen":         {many(13), many(13), "diagnoses"},
		"twice":            {[]string{"F33.1", "f331 again"}, []string{"F33.1", "F33.1 again"}, "diagnoses"},
		"no code":          {[]string{"Low mood"}, []string{"Low mood"}, "diagnoses"},
		"words of a novel": {[]string{"F33.1 " + strings.Repeat("a", 295)}, []string{"F33.1 " + strings.Repeat("a", 295)}, "diagnoses"},
	} {
		client := Client{ID: NewID(), LegalName: "Ana", Diagnoses: c.typed}
		client.Normalize()
		if !reflect.DeepEqual(client.Diagnoses, c.kept) {
			t.Errorf("%s: %q, want %q", name, client.Diagnoses, c.kept)
		}
		if got := fields(t, client.Validate(noon.Time())); got != c.want {
			t.Errorf("%s: refused %q, want %q", name, got, c.want)
		}
	}
}

func FuzzParseDiagnosis(f *testing.F) {
	for _, text := range []string{"F33.1", "f331 Low mood", "C7A.010, x", "T43.6X5A", "", "F33.1\n"} {
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		d, ok := ParseDiagnosis(text)
		if !ok {
			return
		}
		if again, ok := ParseDiagnosis(d.String()); !ok || again != d {
			t.Errorf("%q is %+v and then %+v", text, d, again)
		}
	})
}
