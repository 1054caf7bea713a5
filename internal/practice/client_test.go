package practice

import (
	"strings"
	"testing"
	"time"
)

func TestClientValidation(t *testing.T) {
	day := func(zone string, hour int) time.Time {
		loc, err := time.LoadLocation(zone)
		if err != nil {
			t.Fatal(err)
		}
		return time.Date(2026, 3, 12, hour, 0, 0, 0, loc)
	}
	morning := day("UTC", 9)
	for name, c := range map[string]struct {
		change func(*Client)
		today  time.Time
		want   string
	}{
		"a name is enough":       {func(*Client) {}, morning, ""},
		"no name":                {func(c *Client) { c.LegalName = "" }, morning, "legal_name"},
		"only spaces":            {func(c *Client) { c.LegalName = "  " }, morning, "legal_name"},
		"only a preferred name":  {func(c *Client) { c.LegalName, c.PreferredName = "", "Lu" }, morning, ""},
		"no id":                  {func(c *Client) { c.ID = "x" }, morning, "id"},
		"born today":             {func(c *Client) { c.BirthDate = "2026-03-12" }, morning, ""},
		"born tomorrow":          {func(c *Client) { c.BirthDate = "2026-03-13" }, morning, "birth_date"},
		"tomorrow, evening west": {func(c *Client) { c.BirthDate = "2026-03-13" }, day("America/Los_Angeles", 22), "birth_date"},
		"today, morning east":    {func(c *Client) { c.BirthDate = "2026-03-12" }, day("Pacific/Auckland", 8), ""},
		"born 1900":              {func(c *Client) { c.BirthDate = "1900-01-01" }, morning, ""},
		"born 1899":              {func(c *Client) { c.BirthDate = "1899-12-31" }, morning, "birth_date"},
		"no such day":            {func(c *Client) { c.BirthDate = "2025-02-29" }, morning, "birth_date"},
		"a day written loosely":  {func(c *Client) { c.BirthDate = "2025-2-9" }, morning, "birth_date"},
		"none known":             {func(c *Client) { c.AllergyAnswer = AllergiesNoneKnown }, morning, ""},
		"unknown":                {func(c *Client) { c.AllergyAnswer = AllergiesUnknown }, morning, ""},
		"none known, yet listed": {func(c *Client) { c.AllergyAnswer, c.Allergies = AllergiesNoneKnown, "nuts" }, morning, "allergy_answer"},
		"a list, no answer":      {func(c *Client) { c.Allergies = "nuts" }, morning, "allergy_answer"},
		"listed":                 {func(c *Client) { c.AllergyAnswer, c.Allergies = AllergiesListed, "nuts" }, morning, ""},
		"listed, no list":        {func(c *Client) { c.AllergyAnswer, c.Allergies = AllergiesListed, " " }, morning, "allergies"},
		"another answer":         {func(c *Client) { c.AllergyAnswer = "perhaps" }, morning, "allergy_answer"},
		"no stage":               {func(c *Client) { c.Stage = "lost" }, morning, "stage"},
		"30 concerns":            {func(c *Client) { c.Concerns = strings.Fields(strings.Repeat("a ", 30)) }, morning, ""},
		"31 concerns":            {func(c *Client) { c.Concerns = strings.Fields(strings.Repeat("a ", 31)) }, morning, "concerns"},
		"a long concern":         {func(c *Client) { c.Concerns = []string{strings.Repeat("a", 301)} }, morning, "concerns"},
		"a name of two lines":    {func(c *Client) { c.LegalName = "a\nb" }, morning, "legal_name"},
		"contact of two lines":   {func(c *Client) { c.EmergencyContact.Phone = "a\nb" }, morning, "emergency_contact.phone"},
		"an address of lines":    {func(c *Client) { c.Address = "a\nb" }, morning, ""},
		"endless notes":          {func(c *Client) { c.Notes = strings.Repeat("a", 20_001) }, morning, "notes"},
	} {
		x := Client{ID: NewID(), LegalName: "Ana"}
		c.change(&x)
		x.Normalize()
		if got := fields(t, x.Validate(c.today)); got != c.want {
			t.Errorf("%s: refused %q, want %q", name, got, c.want)
		}
	}
}

func TestNormalizeClient(t *testing.T) {
	c := Client{PreferredName: " Lu ", Concerns: []string{" grief", "", "  "}, EmergencyContact: Contact{Phone: " 1 "}}
	c.Normalize()
	if c.LegalName != "Lu" || c.PreferredName != "" || len(c.Concerns) != 1 || c.Concerns[0] != "grief" || c.EmergencyContact.Phone != "1" || c.Stage != StageInquiry {
		t.Errorf("%+v", c)
	}
	c = Client{LegalName: "Ana"}
	c.Normalize()
	if c.Concerns == nil {
		t.Error("concerns are a list, if an empty one")
	}
}

func TestClientName(t *testing.T) {
	for _, c := range []struct{ legal, preferred, want string }{
		{"Maren Holt", "", "Maren Holt"},
		{"Theodore Adeyemi", "Theo", "Theo Adeyemi"},
		{"Theodore Adeyemi", "Theo A.", "Theo A."},
		{"Cher", "", "Cher"},
		{"Cher", "Cherilyn", "Cherilyn"},
		{"Ana María de la Cruz", "Ana", "Ana Cruz"},
	} {
		if got := (Client{LegalName: c.legal, PreferredName: c.preferred}).Name(); got != c.want {
			t.Errorf("%s, %s: %s, want %s", c.legal, c.preferred, got, c.want)
		}
	}
}

func TestShortName(t *testing.T) {
	for name, want := range map[string]string{
		"Jonas Reyes":      "J. Reyes",
		"Ána van der Berg": "Á. van der Berg",
		"Madonna":          "Madonna",
		"":                 "",
	} {
		if got := (Client{LegalName: name}).ShortName(); got != want {
			t.Errorf("%q: %q, want %q", name, got, want)
		}
	}
}
