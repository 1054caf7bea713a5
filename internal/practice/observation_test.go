package practice

import (
	"strings"
	"testing"
	"unicode/utf8"
)

func TestObservationNormalize(t *testing.T) {
	for typed, want := range map[string]Observation{
		" calm ":              {Text: "calm"},
		`"I was small."`:      {Text: "I was small.", ClientWords: true},
		"“I was small.”":      {Text: "I was small.", ClientWords: true},
		"„Ich war klein.“":    {Text: "Ich war klein.", ClientWords: true},
		"« J'étais petite. »": {Text: "J'étais petite.", ClientWords: true},
		`"unclosed`:           {Text: "unclosed", ClientWords: true},
		`""twice""`:           {Text: "twice", ClientWords: true},
		`said "no" twice`:     {Text: `said "no" twice`},
		`5'2" tall, "fine"`:   {Text: `5'2" tall, "fine"`},
		`"`:                   {ClientWords: true},
		"":                    {},
	} {
		o := Observation{Text: typed}
		o.Normalize()
		if o != want {
			t.Errorf("%q: %+v, want %+v", typed, o, want)
		}
	}
	o := Observation{Text: "as told", ClientWords: true}
	o.Normalize()
	if !o.ClientWords || o.Text != "as told" {
		t.Errorf("%+v", o)
	}
}

func TestWrittenEmergency(t *testing.T) {
	for typed, want := range map[string]struct {
		o      Observation
		offers bool
	}{
		"chest pain":                        {Observation{Kind: "chest_pain"}, false},
		" Chest Pain! ":                     {Observation{Kind: "chest_pain"}, false},
		"SEIZURE.":                          {Observation{Kind: "seizure"}, false},
		"trouble breathing: since the dose": {Observation{Kind: "trouble_breathing", Text: "since the dose"}, false},
		"Cannot be roused":                  {Observation{Kind: "cannot_be_roused"}, false},
		`seizure: "again"`:                  {Observation{Kind: "seizure", Text: "again", ClientWords: true}, false},
		"Says he has chest pain, left side": {Observation{Text: "Says he has chest pain, left side"}, true},
		"No chest  pain":                    {Observation{Text: "No chest  pain"}, true},
		"“Chest pain”":                      {Observation{Text: "Chest pain", ClientWords: true}, true},
		"Seizures in childhood":             {Observation{Text: "Seizures in childhood"}, false},
		"Chest rises, no pain":              {Observation{Text: "Chest rises, no pain"}, false},
		"Still":                             {Observation{Text: "Still"}, false},
	} {
		o := Observation{Text: typed}
		o.Normalize()
		if o != want.o || o.OffersPlan() != want.offers {
			t.Errorf("%q: %+v, offers the plan %t; want %+v, %t", typed, o, o.OffersPlan(), want.o, want.offers)
		}
	}
	o := Observation{Kind: "tearful", Text: "chest pain"}
	if o.Normalize(); o.Kind != "tearful" || !o.OffersPlan() {
		t.Errorf("%+v", o)
	}
}

// Saving what was saved changes nothing, and no words are made up.
func FuzzObservationNormalize(f *testing.F) {
	for _, s := range []string{"calm", `"quoted"`, `""a"b"`, "“ „ «x»", " \" ", "\u00a0\"x\u2003", "\xff\""} {
		f.Add(s, false)
	}
	f.Fuzz(func(t *testing.T, text string, words bool) {
		o := Observation{Text: text, ClientWords: words}
		o.Normalize()
		again := o
		again.Normalize()
		if again != o {
			t.Errorf("%q: %+v, then %+v", text, o, again)
		}
		if !strings.Contains(text, o.Text) || words && !o.ClientWords {
			t.Errorf("%q: %+v", text, o)
		}
		if utf8.ValidString(text) && !utf8.ValidString(o.Text) {
			t.Errorf("%q cut inside a letter: %q", text, o.Text)
		}
	})
}

func TestObservationValidation(t *testing.T) {
	s := dosing()
	for name, c := range map[string]struct {
		o    Observation
		want string
	}{
		"a word":        {Observation{Kind: "still"}, ""},
		"text":          {Observation{Text: "calm"}, ""},
		"both":          {Observation{Kind: "still", Text: "calm"}, ""},
		"nothing":       {Observation{}, "text"},
		"unknown word":  {Observation{Kind: "levitating"}, "kind"},
		"words of none": {Observation{Kind: "spoke", ClientWords: true}, "text"},
		"endless":       {Observation{Text: strings.Repeat("a", 20_001)}, "text"},
		"longest":       {Observation{Text: strings.Repeat("ą", 20_000)}, ""},
	} {
		c.o.Entry = entryOf(s, noon)
		if got := fields(t, c.o.Validate(s, noon)); got != c.want {
			t.Errorf("%s: refused %q, want %q", name, got, c.want)
		}
	}
}

func TestObservationWords(t *testing.T) {
	groups := map[ObservationGroup]int{}
	seen := map[string]bool{}
	for _, k := range ObservationKinds {
		if k.ID == "" || k.Label == "" || seen[k.ID] || seen[string(k.Group)+k.Label] {
			t.Errorf("kind %+v", k)
		}
		seen[k.ID], seen[string(k.Group)+k.Label] = true, true
		groups[k.Group]++
		if (Observation{Kind: k.ID}).Emergency() != (k.Group == Emergency) {
			t.Errorf("%s: emergency", k.ID)
		}
	}
	if len(groups) != 7 || groups[PhaseBegins] != len(Phases) || groups[Emergency] != 4 {
		t.Errorf("groups %v", groups)
	}
	for want, o := range map[string]Observation{
		"Still":               {Kind: "still"},
		"Still: quiet":        {Kind: "still", Text: "quiet"},
		"Spoke: “So wide.”":   {Kind: "spoke", Text: "So wide.", ClientWords: true},
		"“So wide.”":          {Text: "So wide.", ClientWords: true},
		"Asked for a blanket": {Text: "Asked for a blanket"},
	} {
		if got := o.Line(); got != want {
			t.Errorf("%q, want %q", got, want)
		}
	}
}
