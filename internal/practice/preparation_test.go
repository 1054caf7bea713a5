package practice

import (
	"strings"
	"testing"
)

func preparedForm() PreparationForm {
	return PreparationForm{
		ClientID: NewID(), Touch: TouchAgreed, TouchAgreement: "A hand held, when asked for.", SafetyPlan: "Call the sister.",
		FastingHours: 4, MedicinesReviewed: true,
	}
}

func TestPreparationValidation(t *testing.T) {
	for name, c := range map[string]struct {
		change func(*PreparationForm)
		want   string
	}{
		"empty":               {func(f *PreparationForm) { *f = PreparationForm{ClientID: f.ClientID} }, ""},
		"full":                {func(*PreparationForm) {}, ""},
		"no client":           {func(f *PreparationForm) { f.ClientID = "" }, "client_id"},
		"endless fears":       {func(f *PreparationForm) { f.Fears = strings.Repeat("a", 20_001) }, "fears"},
		"endless plan":        {func(f *PreparationForm) { f.SafetyPlan = strings.Repeat("a", 20_001) }, "safety_plan"},
		"another touch":       {func(f *PreparationForm) { f.Touch = "perhaps" }, "touch"},
		"no fasting":          {func(f *PreparationForm) { f.FastingHours = 0 }, ""},
		"fasting a day":       {func(f *PreparationForm) { f.FastingHours = 24 }, ""},
		"fasting longer":      {func(f *PreparationForm) { f.FastingHours = 25 }, "fasting_hours"},
		"fasting below":       {func(f *PreparationForm) { f.FastingHours = -1 }, "fasting_hours"},
		"a ride of two lines": {func(f *PreparationForm) { f.RideHome.Name = "a\nb" }, "ride_home.name"},
	} {
		f := preparedForm()
		c.change(&f)
		if got := fields(t, f.Validate()); got != c.want {
			t.Errorf("%s: refused %q, want %q", name, got, c.want)
		}
	}
}

func TestPreparationIsCompleteWhenAllIsThere(t *testing.T) {
	for name, c := range map[string]struct {
		change func(*PreparationForm, *Client)
		want   string
	}{
		"all there":           {func(*PreparationForm, *Client) {}, ""},
		"no intention":        {func(_ *PreparationForm, c *Client) { c.Intention = " \n" }, "intention"},
		"touch not asked":     {func(f *PreparationForm, _ *Client) { f.Touch = TouchNotAsked }, "touch"},
		"touch not described": {func(f *PreparationForm, _ *Client) { f.TouchAgreement = " " }, "touch_agreement"},
		"no touch":            {func(f *PreparationForm, _ *Client) { f.Touch, f.TouchAgreement = TouchNone, "" }, ""},
		"no safety plan":      {func(f *PreparationForm, _ *Client) { f.SafetyPlan = "" }, "safety_plan"},
		"medicines unseen":    {func(f *PreparationForm, _ *Client) { f.MedicinesReviewed = false }, "medicines_reviewed"},
		"no ride, no fasting": {func(f *PreparationForm, _ *Client) { f.RideHome, f.FastingHours = Contact{}, 0 }, ""},
		"nothing":             {func(f *PreparationForm, c *Client) { *f, *c = PreparationForm{}, Client{} }, "intention medicines_reviewed safety_plan touch"},
	} {
		f, client := preparedForm(), Client{Intention: "To rest."}
		c.change(&f, &client)
		got := fields(t, f.Complete(client, noon))
		if got != c.want {
			t.Errorf("%s: refused %q, want %q", name, got, c.want)
		}
		if f.Done() != (c.want == "") {
			t.Errorf("%s: done %v", name, f.Done())
		}
	}
}
