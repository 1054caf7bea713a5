package practice

import "testing"

func TestEveryDocumentSaysWhatItIsFor(t *testing.T) {
	for kind := range documentRules {
		if kind.Use() == "" {
			t.Errorf("%s does not", kind)
		}
	}
}

func TestDocumentsFitASession(t *testing.T) {
	planned, began, ended := Session{}, Session{ActualStart: "2026-03-12T09:00:00.000Z"}, Session{ActualStart: "2026-03-12T09:00:00.000Z", ActualEnd: "2026-03-12T11:00:00.000Z"}
	cancelled := Session{CancelledAt: "2026-03-11T09:00:00.000Z"}
	dosing := func(s Session) Session { s.Kind = Dosing; return s }
	talk := func(s Session) Session { s.Kind = Integration; return s }
	tests := []struct {
		name    string
		session Session
		fit     []DocumentKind
	}{
		{"planned dosing", dosing(planned), []DocumentKind{DocEmergency}},
		{"running dosing", dosing(began), []DocumentKind{DocSummary, DocClientCopy, DocPrescriber, DocIncident, DocEmergency}},
		{"ended dosing", dosing(ended), []DocumentKind{DocSummary, DocClientCopy, DocPrescriber, DocIncident}},
		{"cancelled dosing", dosing(cancelled), nil},
		{"planned talk", talk(planned), nil},
		{"ended talk", talk(ended), []DocumentKind{DocSummary, DocClientCopy}},
	}
	for _, test := range tests {
		want := map[DocumentKind]bool{}
		for _, k := range test.fit {
			want[k] = true
		}
		for k := range documentRules {
			if got := k.Fits(test.session); got != want[k] {
				t.Errorf("%s of a %s: %v", k, test.name, got)
			}
		}
	}
}
