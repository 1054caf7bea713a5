package practice

import (
	"errors"
	"slices"
	"strings"
	"testing"
	"time"

	"snowfield/internal/fault"
)

// noon is the clock of most tests.
const noon Instant = "2026-03-12T12:00:00.000Z"

// fields returns the refused fields of an error, in one line: "" for none.
func fields(t *testing.T, err error) string {
	t.Helper()
	if err == nil {
		return ""
	}
	f, ok := errors.AsType[*fault.Error](err)
	if !ok || f.Code != fault.Invalid {
		t.Fatalf("%v is no invalid input", err)
	}
	names := []string{}
	for name, why := range f.Fields {
		if why == "" {
			t.Errorf("%s is refused without a reason", name)
		}
		names = append(names, name)
	}
	slices.Sort(names)
	return strings.Join(names, " ")
}

func wantCode(t *testing.T, err error, code fault.Code) {
	t.Helper()
	if fault.CodeOf(err) != code {
		t.Errorf("error %v, want code %q", err, code)
	}
}

// dosing is a session of Ana's that began at noon and is still open.
func dosing() Session {
	return Session{
		ID: NewID(), Kind: Dosing, Participants: []Participant{{ID: "00000000-0000-7000-8000-00000000000a", ClientID: "00000000-0000-7000-8000-00000000000c"}},
		PlannedStart: noon, PlannedEnd: noon.Add(3 * time.Hour), ActualStart: noon, Zone: "America/Los_Angeles", Place: Office,
	}
}

func entryOf(s Session, at Instant) Entry {
	return Entry{ID: NewID(), ParticipantID: s.Participants[0].ID, At: at, RecordedAt: at}
}

func TestNPI(t *testing.T) {
	for npi, fine := range map[string]bool{
		"": true, "1234567893": true, "1245319599": true, // the examples CMS prints
		"1234567890": false, "1234567894": false, "2134567893": false, "123456789": false, "12345678934": false, "12345678x3": false, "１２３": false,
	} {
		if got := fields(t, Practice{Zone: "UTC", NPI: npi}.Validate()); (got == "") != fine {
			t.Errorf("%q: %q", npi, got)
		}
	}
}

func TestEIN(t *testing.T) {
	for typed, want := range map[string]string{
		"": "", "12-3456789": "12-3456789", " 123456789 ": "12-3456789", "12 3456789": "!", "1-23456789": "!", "12-345678": "!", "12-34567890": "!", "１２３４５６７８９": "!",
	} {
		p := Practice{Zone: "UTC", EIN: typed}
		p.Normalize()
		got := p.EIN
		if fields(t, p.Validate()) == "ein" {
			got = "!"
		}
		if got != want {
			t.Errorf("%q: %q, want %q", typed, got, want)
		}
	}
}

func TestPractice(t *testing.T) {
	for zone, fine := range map[string]bool{
		"America/Los_Angeles": true, "UTC": true, "Australia/Lord_Howe": true, "": false, "Local": false, "Mars/Olympus": false, "../etc/passwd": false,
	} {
		if got := fields(t, Practice{Zone: zone}.Validate()); (got == "") != fine {
			t.Errorf("zone %q: %q", zone, got)
		}
	}
	if got := fields(t, Practice{Zone: "UTC", TherapistName: strings.Repeat("ł", 300), Address: "two\nlines"}.Validate()); got != "" {
		t.Errorf("300 letters of two bytes each: %s", got)
	}
	for field, p := range map[string]Practice{
		"therapist_name": {TherapistName: strings.Repeat("a", 301)}, "credential": {Credential: "a\nb"}, "license": {License: "\r"},
		"practice_name": {PracticeName: "\n"}, "phone": {Phone: "\n"}, "email": {Email: "\n"}, "address": {Address: strings.Repeat("a", 20_001)},
	} {
		p.Zone = "UTC"
		if got := fields(t, p.Validate()); got != field {
			t.Errorf("%s: refused %q", field, got)
		}
	}
	for want, p := range map[string]Practice{
		"Mira Okafor, LMFT": {TherapistName: "Mira Okafor", Credential: "LMFT"}, "Mira Okafor": {TherapistName: "Mira Okafor"}, "LMFT": {Credential: "LMFT"}, "": {},
	} {
		if got := p.Signature(); got != want {
			t.Errorf("signature %q, want %q", got, want)
		}
	}
}

func TestIDs(t *testing.T) {
	for id, fine := range map[string]bool{
		NewID(): true, "": false, "x": false, "{00000000-0000-7000-8000-000000000000}": false, "urn:uuid:00000000-0000-7000-8000-000000000000": false,
		"00000000000070008000000000000000": false, "00000000-0000-7000-8000-00000000000g": false,
	} {
		var c fault.Check
		CheckID(&c, "id", id)
		if (c.Err() == nil) != fine {
			t.Errorf("%q: %v", id, c.Err())
		}
	}
	if a, b := NewID(), NewID(); a == b || a[14] != '7' {
		t.Errorf("ids %s, %s", a, b)
	}
}
