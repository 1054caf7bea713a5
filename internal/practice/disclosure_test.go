package practice

import (
	"errors"
	"slices"
	"strings"
	"testing"

	"snowfield/internal/fault"
)

func release(id, recipient string, signed, expires, revoked Date) Consent {
	return Consent{ID: id, Kind: ConsentRelease, Recipient: recipient, Scope: "Session summaries", SignedOn: signed, ExpiresOn: expires, RevokedOn: revoked}
}

func TestReleaseFor(t *testing.T) {
	const today = Date("2026-03-12")
	const lindqvist = "Dr. A. Lindqvist"
	kap := release("kap", lindqvist, "2026-01-01", "", "")
	kap.Kind = ConsentKAP
	for name, c := range map[string]struct {
		consents []Consent
		reader   Reader
		names    []string
		chosen   string
		state    ReleaseState
		consent  string
	}{
		"the client":               {nil, ReaderClient, []string{"The client"}, "", ReleaseNotNeeded, ""},
		"the record":               {nil, ReaderRecord, []string{"The record"}, "", ReleaseNotNeeded, ""},
		"none at all":              {nil, ReaderPrescriber, []string{lindqvist}, "", ReleaseMissing, ""},
		"in force":                 {[]Consent{release("a", lindqvist, "2026-03-01", "2027-03-01", "")}, ReaderPrescriber, []string{lindqvist}, "", ReleaseInForce, "a"},
		"its last day":             {[]Consent{release("a", lindqvist, "2026-03-01", today, "")}, ReaderPrescriber, []string{lindqvist}, "", ReleaseInForce, "a"},
		"ended":                    {[]Consent{release("a", lindqvist, "2025-03-01", "2026-03-11", "")}, ReaderPrescriber, []string{lindqvist}, "", ReleaseEnded, "a"},
		"revoked":                  {[]Consent{release("a", lindqvist, "2025-03-01", "", "2026-03-01")}, ReaderOther, []string{lindqvist}, "", ReleaseRevoked, "a"},
		"revoked, then anew":       {[]Consent{release("a", lindqvist, "2025-03-01", "", "2026-03-01"), release("b", lindqvist, "2026-03-02", "", "")}, ReaderOther, []string{lindqvist}, "", ReleaseInForce, "b"},
		"an older one, revoked":    {[]Consent{release("a", lindqvist, "2025-03-01", "", ""), release("b", lindqvist, "2026-01-02", "", "2026-03-01")}, ReaderOther, []string{lindqvist}, "", ReleaseRevoked, "b"},
		"somebody else's revoked":  {[]Consent{release("a", lindqvist, "2025-03-01", "", ""), release("b", "Dr. B. Ross", "2026-01-02", "", "2026-03-01")}, ReaderOther, []string{lindqvist}, "", ReleaseInForce, "a"},
		"to somebody else":         {[]Consent{release("a", "Dr. B. Lindqvist", "2026-03-01", "", "")}, ReaderOther, []string{lindqvist}, "", ReleaseMissing, ""},
		"a part of the name":       {[]Consent{release("a", "Dr. A. Lindqvist and her clinic", "2026-03-01", "", "")}, ReaderOther, []string{lindqvist}, "", ReleaseMissing, ""},
		"set otherwise":            {[]Consent{release("a", "dr a  LINDQVIST", "2026-03-01", "", "")}, ReaderOther, []string{lindqvist}, "", ReleaseInForce, "a"},
		"by a prescriber's name":   {[]Consent{release("a", lindqvist, "2026-03-01", "", "")}, ReaderOther, []string{"Dr. A. Lindqvist, MD", lindqvist}, "", ReleaseInForce, "a"},
		"another kind of consent":  {[]Consent{kap}, ReaderOther, []string{lindqvist}, "", ReleaseMissing, ""},
		"nobody named":             {[]Consent{release("a", "", "2026-03-01", "", "")}, ReaderOther, []string{""}, "", ReleaseMissing, ""},
		"chosen":                   {[]Consent{release("a", "The clinic of Dr. Lindqvist", "2026-03-01", "", "")}, ReaderOther, []string{lindqvist}, "a", ReleaseInForce, "a"},
		"chosen, but it has ended": {[]Consent{release("a", "The clinic", "2025-03-01", "2025-06-01", "")}, ReaderOther, []string{lindqvist}, "a", ReleaseEnded, "a"},
		"chosen, of nobody here":   {[]Consent{release("a", lindqvist, "2026-03-01", "", "")}, ReaderOther, []string{lindqvist}, "x", ReleaseMissing, ""},
		"chosen for the client":    {[]Consent{release("a", lindqvist, "2026-03-01", "", "")}, ReaderClient, nil, "a", ReleaseNotNeeded, ""},
	} {
		t.Run(name, func(t *testing.T) {
			got := ReleaseFor(c.consents, c.reader, c.names, c.chosen, today)
			if got.State != c.state || got.Consent.ID != c.consent {
				t.Errorf("%s by %q, want %s by %q", got.State, got.Consent.ID, c.state, c.consent)
			}
		})
	}
}

func TestReleaseText(t *testing.T) {
	const today = Date("2026-03-12")
	consent := release("a", "Dr. B", "2025-03-01", "2026-03-11", "")
	for state, want := range map[ReleaseState]string{
		ReleaseNotNeeded: "",
		ReleaseInForce:   "Release of information to Dr. B. Signed 1 March 2025, ended 11 March 2026. It covers: Session summaries.",
		ReleaseEnded:     "The release of information to Dr. B has ended: signed 1 March 2025, ended 11 March 2026. " + sayGround,
		ReleaseRevoked:   "The release of information to Dr. B was revoked. " + sayGround,
		ReleaseMissing:   "No release of information to Dr. B is in this chart. " + sayGround,
	} {
		if got := (Release{state, consent}).Text("Dr. B", today); got != want {
			t.Errorf("%s: %q", state, got)
		}
	}
}

func TestAllow(t *testing.T) {
	inForce := Release{ReleaseInForce, release("a", "Dr. B", "2026-03-01", "", "")}
	missing := Release{State: ReleaseMissing}
	for name, c := range map[string]struct {
		d               Disclosure
		release         Release
		refused         string
		consent, reason string
	}{
		"the client's copy":         {Disclosure{Reader: ReaderClient, Recipient: "The client", Purpose: "Own copy", ReleaseReason: "r"}, Release{State: ReleaseNotNeeded}, "", "", ""},
		"under a release":           {Disclosure{Reader: ReaderPrescriber, Recipient: "Dr. B", Purpose: "Treatment", ReleaseReason: "r"}, inForce, "", "a", ""},
		"without one":               {Disclosure{Reader: ReaderPrescriber, Recipient: "Dr. B", Purpose: "Treatment"}, missing, "release_reason", "", ""},
		"one that has ended":        {Disclosure{Reader: ReaderPrescriber, Recipient: "Dr. B", Purpose: "Treatment"}, Release{State: ReleaseEnded}, "release_reason", "", ""},
		"one that was revoked":      {Disclosure{Reader: ReaderOther, Recipient: "Dr. B", Purpose: "Treatment"}, Release{State: ReleaseRevoked}, "release_reason", "", ""},
		"a named consent, missing":  {Disclosure{Reader: ReaderOther, Recipient: "Dr. B", Purpose: "Treatment", ReleaseConsentID: "x"}, missing, "release_reason", "", ""},
		"with a ground":             {Disclosure{Reader: ReaderOther, Recipient: "The court", Purpose: "Order", ReleaseReason: "Order 26-114"}, missing, "", "", "Order 26-114"},
		"to nobody":                 {Disclosure{Reader: ReaderPrescriber, Purpose: "Treatment"}, missing, "recipient", "", ""},
		"for nothing":               {Disclosure{Reader: ReaderClient, Recipient: "The client"}, Release{State: ReleaseNotNeeded}, "purpose", "", ""},
		"for no reader":             {Disclosure{Recipient: "Dr. B", Purpose: "Treatment"}, inForce, "reader", "a", ""},
		"two lines":                 {Disclosure{Reader: ReaderClient, Recipient: "The\nclient", Purpose: "Own copy"}, Release{State: ReleaseNotNeeded}, "recipient", "", ""},
		"a purpose beyond one line": {Disclosure{Reader: ReaderClient, Recipient: "The client", Purpose: strings.Repeat("x", 301)}, Release{State: ReleaseNotNeeded}, "purpose", "", ""},
	} {
		t.Run(name, func(t *testing.T) {
			d := c.d
			err := d.Allow(c.release)
			refused := ""
			if known, ok := errors.AsType[*fault.Error](err); ok {
				for field := range known.Fields {
					refused += field
				}
			}
			if refused != c.refused || d.ReleaseConsentID != c.consent || d.ReleaseReason != c.reason {
				t.Errorf("refused %q, consent %q, reason %q; want %q, %q, %q", refused, d.ReleaseConsentID, d.ReleaseReason, c.refused, c.consent, c.reason)
			}
		})
	}
}

// The defaults of a document are enough to let it leave wherever nothing has
// to be said by a person; an emergency card never waits for a word.
func TestDefaultsLetADocumentLeave(t *testing.T) {
	for kind := range documentRules {
		for _, reader := range Readers {
			d := Disclosure{Reader: reader, Recipient: kind.DefaultRecipient(reader), Purpose: kind.DefaultPurpose(reader), ReleaseReason: kind.DefaultGround()}
			free := !reader.Outside() || kind == DocEmergency && reader == ReaderOther
			if err := d.Allow(ReleaseFor(nil, reader, []string{d.Recipient}, "", "2026-03-12")); (err == nil) != free {
				t.Errorf("%s for %s: %v", kind, reader, err)
			}
			if purposes := kind.Purposes(reader); len(purposes) == 0 || d.Purpose != "" && !slices.Contains(purposes, d.Purpose) {
				t.Errorf("%s for %s: %q of %q", kind, reader, d.Purpose, purposes)
			}
		}
	}
	if !slices.Contains(Grounds, DocEmergency.DefaultGround()) {
		t.Error("the ground of an emergency is not among the grounds")
	}
}

func TestFileName(t *testing.T) {
	for _, c := range []struct {
		kind      DocumentKind
		day       Date
		name, out string
	}{
		{DocSummary, "2026-03-12", "", "session-summary-2026-03-12.pdf"},
		{DocHandout, "", "", "what-to-expect.pdf"},
		{DocSummary, "2026-03-12", "Łucja O’Neil", "session-summary-2026-03-12-łucja-o-neil.pdf"},
		{DocChart, "", "..\\CON/a:b*?", "full-chart-con-a-b.pdf"},
		{DocChart, "", "Νίκος", "full-chart-νίκος.pdf"},
		{DocChart, "", "/../", "full-chart.pdf"},
		{DocChart, "", strings.Repeat("ab ", 30), "full-chart-" + strings.TrimSuffix(strings.Repeat("ab-", 17), "-") + ".pdf"},
	} {
		if got := c.kind.FileName(c.day, c.name); got != c.out {
			t.Errorf("%q, want %q", got, c.out)
		}
	}
}
