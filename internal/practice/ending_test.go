package practice

import (
	"strings"
	"testing"
)

func TestEndingClearance(t *testing.T) {
	clearance := func(cleared, expires Date) Clearance {
		return Clearance{ID: string(cleared), ClearedOn: cleared, ExpiresOn: expires, Sessions: 2}
	}
	suspended := clearance("2026-01-01", "2027-01-01")
	suspended.SuspendedAt, suspended.SuspendedReason = "2026-02-01T10:00:00.000Z", "Serious adverse event on 1 February 2026"
	for name, c := range map[string]struct {
		list []Clearance
		used int
		want string
	}{
		"none":                {nil, 0, ""},
		"holds longer":        {[]Clearance{clearance("2026-01-01", "2026-03-27")}, 0, ""},
		"ends on the last":    {[]Clearance{clearance("2026-01-01", "2026-03-26")}, 0, "Holds until 26 March 2026"},
		"ends today":          {[]Clearance{clearance("2026-01-01", "2026-03-12")}, 0, "Holds until 12 March 2026"},
		"ended yesterday":     {[]Clearance{clearance("2026-01-01", "2026-03-11")}, 0, "Expired on 11 March 2026"},
		"used up":             {[]Clearance{clearance("2026-01-01", "2027-03-11")}, 2, "Used up: 2 of 2 sessions"},
		"suspended":           {[]Clearance{suspended}, 0, "Suspended: Serious adverse event on 1 February 2026"},
		"replaced":            {[]Clearance{clearance("2026-03-01", "2027-01-01"), clearance("2026-01-01", "2026-03-11")}, 0, ""},
		"the next is waiting": {[]Clearance{clearance("2026-03-20", "2027-01-01"), clearance("2026-01-01", "2026-03-11")}, 0, ""},
		"none has begun":      {[]Clearance{clearance("2026-03-20", "2027-01-01")}, 0, ""},
	} {
		standing := Standing(c.list, map[string]int{"2026-01-01": c.used}, "2026-03-12")
		if got := Ending(standing, "2026-03-26"); got != c.want {
			t.Errorf("%s: %q, want %q", name, got, c.want)
		}
	}
}

func TestEndingConsents(t *testing.T) {
	consent := func(kind ConsentKind, signed, expires, revoked Date) Consent {
		return Consent{ID: string(signed), Kind: kind, SignedOn: signed, ExpiresOn: expires, RevokedOn: revoked}
	}
	for name, c := range map[string]struct {
		list []Consent // signed last first
		want string
	}{
		"none":              {nil, ""},
		"until revoked":     {[]Consent{consent(ConsentKAP, "2020-01-01", "", "")}, ""},
		"ends in time":      {[]Consent{consent(ConsentKAP, "2026-01-01", "2026-03-27", "")}, ""},
		"ends soon":         {[]Consent{consent(ConsentKAP, "2026-01-01", "2026-03-26", "")}, "Ketamine-assisted psychotherapy, valid until 26 March 2026"},
		"ended":             {[]Consent{consent(ConsentTouch, "2026-01-01", "2026-03-11", "")}, "Touch, ended 11 March 2026"},
		"signed anew":       {[]Consent{consent(ConsentTouch, "2026-03-01", "2027-03-01", ""), consent(ConsentTouch, "2025-01-01", "2026-03-11", "")}, ""},
		"revoked":           {[]Consent{consent(ConsentTouch, "2026-01-01", "2026-03-11", "2026-02-01")}, ""},
		"a release ends":    {[]Consent{consent(ConsentRelease, "2026-01-01", "2026-03-11", "")}, ""},
		"two of three ends": {[]Consent{consent(ConsentTelehealth, "2026-01-01", "2026-03-12", ""), consent(ConsentKAP, "2025-01-01", "2026-01-01", "")}, "Ketamine-assisted psychotherapy, ended 1 January 2026; Telehealth, valid until 12 March 2026"},
	} {
		if got := strings.Join(EndingConsents(c.list, "2026-03-12", "2026-03-26"), "; "); got != c.want {
			t.Errorf("%s: %q, want %q", name, got, c.want)
		}
	}
}
