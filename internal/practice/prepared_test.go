package practice

import (
	"reflect"
	"testing"
)

func TestPrepared(t *testing.T) {
	s := Start{
		Preparation: PreparationForm{
			Fears: "Falling", Touch: TouchAgreed, TouchAgreement: "A hand held.", Boundaries: "No words", SafetyPlan: "Call Kim.",
			Music: "Strings", EyeShades: " ", RideHome: Contact{Name: "Kim", Relationship: "Sister", Phone: "555 0102"},
		},
		Day: DayCheck{Intention: "To let go.", Touch: TouchAgreed},
	}
	want := []PreparedLine{
		{"Intention", "To let go.", true},
		{"Touch", "Agreed. A hand held.", false},
		{"Boundaries", "No words", false},
		{"Safety plan", "Call Kim.", false},
		{"Music", "Strings", false},
		{"Ride home", "Kim, Sister, 555 0102", false},
		{"Fears", "Falling", false},
	}
	if got := s.Prepared(Office); !reflect.DeepEqual(got, want) {
		t.Errorf("got  %+v\nwant %+v", got, want)
	}
	s.Day.RideHome = Contact{Name: "Ray"}
	if got := s.Prepared(Office)[5]; got.Text != "Ray" {
		t.Errorf("the ride of the day: %+v", got)
	}
	if got := s.Prepared(Virtual); len(got) != 6 {
		t.Errorf("at home there is no ride: %+v", got)
	}
}

func TestTouchText(t *testing.T) {
	for name, c := range map[string]struct {
		preparation, today TouchAnswer
		want               string
	}{
		"agreed twice":             {TouchAgreed, TouchAgreed, "Agreed. A hand."},
		"agreed before, not asked": {TouchAgreed, TouchNotAsked, "Agreed in the preparation, not asked again today. A hand."},
		"agreed before, not today": {TouchAgreed, TouchNone, "No touch today."},
		"none before, not asked":   {TouchNone, TouchNotAsked, "No touch."},
		"none twice":               {TouchNone, TouchNone, "No touch today."},
		"none before, agreed now":  {TouchNone, TouchAgreed, "Agreed today; none in the preparation."},
		"never asked before":       {TouchNotAsked, TouchAgreed, "Agreed. A hand."},
		"never asked":              {TouchNotAsked, TouchNotAsked, "Not asked, so none is agreed."},
	} {
		form := PreparationForm{Touch: c.preparation, TouchAgreement: "A hand."}
		if got := touchText(form, c.today); got != c.want {
			t.Errorf("%s: %q", name, got)
		}
	}
}

func TestTouchOfThePreparation(t *testing.T) {
	for touch, want := range map[TouchAnswer]string{
		TouchAgreed:   "Agreed in the preparation. A hand.",
		TouchNone:     "In the preparation: no touch.",
		TouchNotAsked: "Not asked about in the preparation.",
	} {
		if got := (PreparationForm{Touch: touch, TouchAgreement: "A hand."}).TouchText(); got != want {
			t.Errorf("%q: %s", touch, got)
		}
	}
}

func TestTouchAgreed(t *testing.T) {
	for _, c := range []struct {
		before, today TouchAnswer
		want          bool
	}{
		{TouchNotAsked, TouchNotAsked, false},
		{TouchNotAsked, TouchAgreed, true},
		{TouchAgreed, TouchNotAsked, true},
		{TouchAgreed, TouchNone, false},
		{TouchNone, TouchNotAsked, false},
		{TouchNone, TouchAgreed, true},
	} {
		if got := (PreparationForm{Touch: c.before}).TouchAgreed(c.today); got != c.want {
			t.Errorf("%q, then %q: %v", c.before, c.today, got)
		}
	}
}
