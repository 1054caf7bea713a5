package practice

import (
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"snowfield/internal/fault"
)

func consentText() ConsentText {
	return ConsentText{Key: "kap", Kind: ConsentKAP, Title: "Consent", Text: "What is proposed.", Clauses: []string{"One.", "Two."}, ValidMonths: 12, Offered: true}
}

func typedConsent() Consent {
	return Consent{
		ID: NewID(), ClientID: NewID(), Initials: []string{" AN ", "AN"}, SignedOn: "2026-03-12", SignedBy: " Ana N. ", SignerRole: "client",
		Method: ConsentTyped, Text: "Something the page made up", Kind: ConsentTouch,
	}
}

// What is signed is the Library's text, whatever the page sent, and it ends
// when the practice says.
func TestSignTakesTheTextOver(t *testing.T) {
	c, text := typedConsent(), consentText()
	if err := c.Sign(text, 3, "2026-03-12"); err != nil {
		t.Fatal(err)
	}
	if c.Kind != ConsentKAP || c.TextKey != "kap" || c.TextVersion != 3 || c.Text != "What is proposed." || c.Title != "Consent" ||
		!slices.Equal(c.Clauses, text.Clauses) || c.SignedBy != "Ana N." || c.Initials[0] != "AN" || c.ExpiresOn != "2027-03-12" {
		t.Errorf("signed %+v", c)
	}
	c = typedConsent()
	c.ExpiresOn = "2026-06-01"
	text.ValidMonths = 0
	if err := c.Sign(text, 3, "2026-03-12"); err != nil || c.ExpiresOn != "2026-06-01" {
		t.Errorf("an end of its own: %v, %s", err, c.ExpiresOn)
	}
	c.ExpiresOn = ""
	if err := c.Sign(text, 3, "2026-03-12"); err != nil || c.ExpiresOn != "" {
		t.Errorf("until revoked: %v, %s", err, c.ExpiresOn)
	}
}

func TestSignRefuses(t *testing.T) {
	for name, c := range map[string]struct {
		change func(*Consent, *ConsentText)
		want   string
	}{
		"complete":          {func(*Consent, *ConsentText) {}, ""},
		"tomorrow":          {func(c *Consent, _ *ConsentText) { c.SignedOn = "2026-03-13" }, "signed_on"},
		"no day":            {func(c *Consent, _ *ConsentText) { c.SignedOn = "" }, "signed_on"},
		"ends before":       {func(c *Consent, _ *ConsentText) { c.ExpiresOn = "2026-03-11" }, "expires_on"},
		"nobody":            {func(c *Consent, _ *ConsentText) { c.SignedBy = " " }, "signed_by"},
		"an initial":        {func(c *Consent, _ *ConsentText) { c.Initials = []string{"AN", " "} }, "initials"},
		"too few":           {func(c *Consent, _ *ConsentText) { c.Initials = []string{"AN"} }, "initials"},
		"no clauses":        {func(c *Consent, t *ConsentText) { c.Initials, t.Clauses = nil, nil }, ""},
		"no method":         {func(c *Consent, _ *ConsentText) { c.Method = "" }, "method"},
		"drawn, undrawn":    {func(c *Consent, _ *ConsentText) { c.Method = ConsentDrawn }, "drawing"},
		"drawn":             {func(c *Consent, _ *ConsentText) { c.Method, c.Drawing = ConsentDrawn, "M 1 2 L 3 4" }, ""},
		"typed with lines":  {func(c *Consent, _ *ConsentText) { c.Drawing = "M 1 2 L 3 4" }, "drawing"},
		"scanned, no file":  {func(c *Consent, _ *ConsentText) { c.Method = ConsentScanned }, "attachment_id"},
		"scanned":           {func(c *Consent, _ *ConsentText) { c.Method, c.AttachmentID, c.Initials = ConsentScanned, NewID(), nil }, ""},
		"release to nobody": {func(c *Consent, t *ConsentText) { t.Kind, c.Scope = ConsentRelease, "Summaries" }, "recipient"},
		"release of what":   {func(c *Consent, t *ConsentText) { t.Kind, c.Recipient = ConsentRelease, "Dr. B" }, "scope"},
		"release":           {func(c *Consent, t *ConsentText) { t.Kind, c.Recipient, c.Scope = ConsentRelease, "Dr. B", "Summaries" }, ""},
	} {
		consent, text := typedConsent(), consentText()
		c.change(&consent, &text)
		if got := fields(t, consent.Sign(text, 1, "2026-03-12")); got != c.want {
			t.Errorf("%s: refused %q, want %q", name, got, c.want)
		}
	}
}

// Nothing that Snowfield ships can be signed as it comes.
func TestSkeletonsAreNotSigned(t *testing.T) {
	texts, err := ConsentShelf(nil)
	if err != nil || len(texts) == 0 {
		t.Fatal(err)
	}
	for _, text := range texts {
		c := typedConsent()
		c.Initials = slices.Repeat([]string{"AN"}, len(text.Item.Clauses))
		c.Recipient, c.Scope = "Dr. B", "Summaries"
		if err := c.Sign(text.Item, text.Version, "2026-03-12"); fault.CodeOf(err) != fault.Blocked {
			t.Errorf("%s was signed as shipped: %v", text.Item.Title, err)
		}
	}
}

func TestDrawnSignature(t *testing.T) {
	for path, want := range map[string]bool{
		"M 0 0 L 600 200":               true,
		"M 1 1 L 2 2 M 5 5 L 6 6 L 7 7": true,
		"":                              false,
		"M 1 1":                         false,
		"L 1 1 L 2 2":                   false,
		"M 1 1 L 2":                     false,
		"M 1 1 L 601 2":                 false,
		"M 1 1 L 2 201":                 false,
		"M -1 1 L 2 2":                  false,
		"M 1 1 L 1.5 2":                 false,
		"M 1 1 L 2 2 Z":                 false,
		"M 1 1 C 2 2":                   false,
		"M 1 1 L +2 2":                  false,
		"M 1 1 L\u00a02 2":              false,
		`M 1 1 L 2 2"><script>`:         false,
		"M 1 1" + strings.Repeat(" L 100 100", 12_000): false,
	} {
		if got := drawn(path); got != want {
			t.Errorf("%.40q: %v, want %v", path, got, want)
		}
	}
}

// Whatever the page sends, what is taken for a signature is lines in the box
// and nothing else.
func FuzzDrawnSignature(f *testing.F) {
	for _, path := range []string{"M 0 0 L 600 200", "M 1 1 L 2 2 M 5 5 L 6 6", "M 1", "L 1 1", "M 9999999999999999999 1 L 1 1"} {
		f.Add(path)
	}
	f.Fuzz(func(t *testing.T, path string) {
		if !drawn(path) {
			return
		}
		if !regexp.MustCompile(`^ *M +\d+ +\d+( +[ML] +\d+ +\d+)* *$`).MatchString(path) {
			t.Fatalf("%q was taken for a signature", path)
		}
		for _, n := range regexp.MustCompile(`\d+`).FindAllString(path, -1) {
			if v, err := strconv.Atoi(n); err != nil || v > 600 {
				t.Fatalf("%q leaves the box", path)
			}
		}
	})
}

func TestConsentStates(t *testing.T) {
	for want, c := range map[string]Consent{
		"valid: Signed 3 March 2026, until 3 March 2027":       {SignedOn: "2026-03-03", ExpiresOn: "2027-03-03"},
		"valid: Signed 3 March 2025, until 12 March 2026":      {SignedOn: "2025-03-03", ExpiresOn: "2026-03-12"},
		"expired: Signed 3 March 2025, ended 11 March 2026":    {SignedOn: "2025-03-03", ExpiresOn: "2026-03-11"},
		"valid: Signed 3 March 2026, until revoked":            {SignedOn: "2026-03-03"},
		"revoked: Signed 3 March 2026, revoked 12 March 2026":  {SignedOn: "2026-03-03", ExpiresOn: "2027-03-03", RevokedOn: "2026-03-12"},
		"revoked: Signed 3 March 2025, revoked 1 January 2026": {SignedOn: "2025-03-03", ExpiresOn: "2026-03-03", RevokedOn: "2026-01-01"},
	} {
		if got := string(c.State("2026-03-12")) + ": " + c.StateText("2026-03-12"); got != want {
			t.Errorf("%q, want %q", got, want)
		}
	}
}

func TestRevoke(t *testing.T) {
	for on, want := range map[Date]string{"2026-03-12": "", "2026-03-03": "", "2026-03-13": "revoked_on", "2026-03-02": "revoked_on", "": "revoked_on"} {
		c := Consent{SignedOn: "2026-03-03"}
		if got := fields(t, c.Revoke(on, "", "2026-03-12")); got != want || want == "" && c.RevokedOn != on {
			t.Errorf("on %s: refused %q, want %q", on, got, want)
		}
	}
	c := Consent{SignedOn: "2026-03-03", RevokedOn: "2026-03-04"}
	if err := c.Revoke("2026-03-12", "", "2026-03-12"); fault.CodeOf(err) != fault.Conflict || c.RevokedOn != "2026-03-04" {
		t.Errorf("revoked twice: %v", err)
	}
}
