package practice

import (
	"crypto/sha256"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"snowfield/internal/fault"
)

// A version that shipped never changes: not a letter of it.
func TestNoShippedInstrumentChanges(t *testing.T) {
	golden, err := os.ReadFile("testdata/instruments.txt")
	if err != nil {
		t.Fatal(err)
	}
	known := map[string]string{}
	for line := range strings.Lines(string(golden)) {
		id, sum, _ := strings.Cut(strings.TrimSpace(line), " ")
		known[id] = sum
	}
	files, err := instrumentFiles.ReadDir("instruments")
	if err != nil {
		t.Fatal(err)
	}
	for _, file := range files {
		body, err := instrumentFiles.ReadFile("instruments/" + file.Name())
		if err != nil {
			t.Fatal(err)
		}
		i, err := ParseInstrument(body)
		if err != nil {
			t.Fatalf("%s: %v", file.Name(), err)
		}
		id := fmt.Sprintf("%s@%d", i.ID, i.Version)
		if want := fmt.Sprintf("%s.%d.json", i.ID, i.Version); file.Name() != want {
			t.Errorf("%s holds %s", file.Name(), id)
		}
		switch sum := fmt.Sprintf("%x", sha256.Sum256(body)); known[id] {
		case sum:
		case "":
			t.Errorf("%s is new: add it to testdata/instruments.txt as %s, with forms of it in testdata/forms", id, sum)
		default:
			t.Errorf("%s has changed: leave it as it was and make the change a new version beside it", id)
		}
		delete(known, id)
	}
	for id := range known {
		t.Errorf("%s is gone: forms were answered with it", id)
	}
}

func TestEveryInstrumentIsOffered(t *testing.T) {
	got := []string{}
	for _, i := range Instruments() {
		got = append(got, i.ID)
	}
	if !slices.Equal(got, offered) {
		t.Errorf("offered %q, shipped %q", offered, got)
	}
	for _, i := range shippedInstruments {
		if len(i.Items) > 0 && i.ID != "notices" && len(i.Sources) < 4 {
			t.Errorf("%s names %d sources: two of its words, and those of its scoring", i.ID, len(i.Sources))
		}
		if len(i.Items) == 0 && !strings.Contains(i.Lead, fmt.Sprint(i.Scoring.Max)) {
			t.Errorf("%s does not say which score is entered: %q", i.ID, i.Lead)
		}
	}
}

// pastForms are forms of one version with what they said when they were
// answered.
type pastForms struct {
	Definition json.RawMessage `json:"definition"`
	Forms      []struct {
		Response
		Total  *int     `json:"total"`
		Band   string   `json:"band"`
		Cutoff string   `json:"cutoff"`
		Blank  []string `json:"blank"`
		Risks  []string `json:"risks"`
	} `json:"forms"`
}

// Forms of every version that ever shipped say what they said: scored by the
// definition the records keep, and by the one that ships.
func TestPastFormsScoreTheSame(t *testing.T) {
	for _, shipped := range shippedInstruments {
		body, err := os.ReadFile(filepath.Join("testdata", "forms", fmt.Sprintf("%s.%d.json", shipped.ID, shipped.Version)))
		if err != nil {
			t.Error(err)
			continue
		}
		var past pastForms
		if err := json.Unmarshal(body, &past); err != nil {
			t.Fatal(err)
		}
		kept, err := ParseInstrument(past.Definition)
		if err != nil {
			t.Fatal(err)
		}
		if len(past.Forms) < 2 {
			t.Errorf("%s: %d forms", shipped.ID, len(past.Forms))
		}
		for _, i := range []Instrument{kept, shipped} {
			for n, f := range past.Forms {
				want := Result{f.Total, f.Band, f.Cutoff, f.Blank, f.Risks}
				if got := i.Result(f.Response); !sameResult(got, want) {
					t.Errorf("%s version %d, form %d: %s, want %s", i.ID, i.Version, n, resultText(got), resultText(want))
				}
			}
		}
	}
}

func sameResult(a, b Result) bool { return resultText(a) == resultText(b) }

func resultText(r Result) string {
	body, err := json.Marshal(r)
	if err != nil {
		panic(err)
	}
	return string(body)
}

// FuzzParseInstrument: whatever is read can be scored without doubt.
func FuzzParseInstrument(f *testing.F) {
	for _, i := range shippedInstruments {
		body, err := json.Marshal(i)
		if err != nil {
			f.Fatal(err)
		}
		f.Add(body)
	}
	f.Add([]byte(`{"id":"x","better":1}`))
	f.Fuzz(func(t *testing.T, body []byte) {
		i, err := ParseInstrument(body)
		if err != nil {
			if fault.CodeOf(err) != fault.Corrupt {
				t.Errorf("%v", err)
			}
			return
		}
		r := Response{Answers: map[string]int{}}
		for _, item := range i.Items {
			r.Answers[item.LinkID] = i.Choices[len(i.Choices)-1].Value
		}
		if i.Scoring.Method == ScoreEntered {
			r.Score = &i.Scoring.Max
		}
		got := i.Result(r)
		switch {
		case i.Scoring.Method == ScoreNone:
			if got.Total != nil {
				t.Errorf("a total of %d where there is none", *got.Total)
			}
		case got.Total == nil || *got.Total != i.Scoring.Max:
			t.Errorf("the highest answers give %s, not %d", resultText(got), i.Scoring.Max)
		case len(i.Bands) > 0 && got.Band != i.Bands[len(i.Bands)-1].Label:
			t.Errorf("the highest total is in the band %q", got.Band)
		}
	})
}
