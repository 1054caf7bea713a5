package practice

import (
	"maps"
	"slices"
	"strings"
	"testing"

	"snowfield/internal/fault"
)

func ruleNamed(t *testing.T, key string) RecordsRule {
	t.Helper()
	shelf, err := RecordsRuleShelf(nil)
	if err != nil {
		t.Fatal(err)
	}
	for _, s := range shelf {
		if s.Key == key {
			return s.Item
		}
	}
	t.Fatalf("no rule %q is shipped", key)
	return RecordsRule{}
}

func TestWhenARequestIsDue(t *testing.T) {
	own := RecordsRule{Copies: RecordsTerm{Days: 10, Working: true, ExtensionDays: 5}}
	for _, test := range []struct {
		name          string
		rule          RecordsRule
		asked         AskedFor
		on            Date
		due, extended Date
	}{
		{"copies by HIPAA", ruleNamed(t, "hipaa"), AskedCopies, "2026-03-03", "2026-04-02", "2026-05-02"},
		{"inspection by HIPAA", ruleNamed(t, "hipaa"), AskedInspection, "2026-01-31", "2026-03-02", "2026-04-01"},
		{"accounting by HIPAA", ruleNamed(t, "hipaa"), AskedAccounting, "2026-03-03", "2026-05-02", "2026-06-01"},
		{"a calendar term may end on a Sunday", ruleNamed(t, "hipaa"), AskedCopies, "2026-02-13", "2026-03-15", "2026-04-14"},
		{"in a leap year", ruleNamed(t, "hipaa"), AskedCopies, "2028-02-01", "2028-03-02", "2028-04-01"},
		{"copies in California", ruleNamed(t, "california"), AskedCopies, "2026-03-03", "2026-03-18", "2026-03-18"},
		{"accounting in California", ruleNamed(t, "california"), AskedAccounting, "2026-03-03", "2026-05-02", "2026-06-01"},
		{"working days from a Monday", ruleNamed(t, "california"), AskedInspection, "2026-03-02", "2026-03-09", "2026-03-09"},
		{"working days from a Friday", ruleNamed(t, "california"), AskedInspection, "2026-03-06", "2026-03-13", "2026-03-13"},
		{"working days from a Saturday", ruleNamed(t, "california"), AskedInspection, "2026-03-07", "2026-03-13", "2026-03-13"},
		{"working days from a Sunday", ruleNamed(t, "california"), AskedInspection, "2026-03-08", "2026-03-13", "2026-03-13"},
		{"a public holiday is not known", ruleNamed(t, "california"), AskedInspection, "2026-12-24", "2026-12-31", "2026-12-31"},
		{"an extension in working days", own, AskedCopies, "2026-03-02", "2026-03-16", "2026-03-23"},
	} {
		term := test.rule.Term(test.asked)
		due := term.Due(test.on)
		if due != test.due {
			t.Errorf("%s: due %s, want %s", test.name, due, test.due)
		}
		if extended := term.Extended(due); extended != test.extended {
			t.Errorf("%s: put off to %s, want %s", test.name, extended, test.extended)
		}
	}
}

func TestWhatARuleSays(t *testing.T) {
	for key, want := range map[string]string{
		"hipaa":      "Inspection 30 days, and once 30 more; copies 30 days, and once 30 more; accounting 60 days, and once 30 more",
		"california": "Inspection 5 working days; copies 15 days; accounting 60 days, and once 30 more",
	} {
		if got := ruleNamed(t, key).Line(); got != want {
			t.Errorf("%s: %q, want %q", key, got, want)
		}
	}
	lines := strings.Join(ruleNamed(t, "california").Lines(), "\n")
	want := "California\nInspection: 5 working days (Health and Safety Code 123110(a))\nCopies: 15 days (Health and Safety Code 123110(b))\n" +
		"Accounting of disclosures: 60 days, and once 30 more (45 CFR 164.528(c)(1))"
	if lines != want {
		t.Errorf("lines:\n%s\nwant\n%s", lines, want)
	}
}

func TestRecordsRuleIsValidated(t *testing.T) {
	for _, s := range shippedRecordsRules {
		if err := s.Validate(); err != nil {
			t.Errorf("what is shipped as %s is refused: %v", s.Key, err)
		}
	}
	for field, spoil := range map[string]func(*RecordsRule){
		"key":                       func(r *RecordsRule) { r.Key = "" },
		"name":                      func(r *RecordsRule) { r.Name = "  " },
		"copies.days":               func(r *RecordsRule) { r.Copies.Days = 0 },
		"inspection.days":           func(r *RecordsRule) { r.Inspection.Days = 366 },
		"accounting.extension_days": func(r *RecordsRule) { r.Accounting.ExtensionDays = -1 },
		"copies.extension_days":     func(r *RecordsRule) { r.Copies.ExtensionDays = 366 },
		"accounting.source":         func(r *RecordsRule) { r.Accounting.Source = " " },
	} {
		rule := ruleNamed(t, "hipaa")
		spoil(&rule)
		rule.Normalize()
		refusedAt(t, rule.Validate(), field)
	}
}

// refusedAt fails unless exactly these fields were refused.
func refusedAt(t *testing.T, err error, fields ...string) {
	t.Helper()
	f, ok := err.(*fault.Error)
	if !ok || f.Code != fault.Invalid {
		t.Errorf("%v: not refused: %v", fields, err)
		return
	}
	if got := slices.Sorted(maps.Keys(f.Fields)); !slices.Equal(got, fields) {
		t.Errorf("refused %v, want %v", got, fields)
	}
}

func aRequest(t *testing.T) RecordsRequest {
	t.Helper()
	r := RecordsRequest{
		ID: "0190a000-0000-7000-8000-000000000001", ClientID: "0190a000-0000-7000-8000-000000000002",
		AskedOn: "2026-03-03", AskedBy: AskedByClient, AskedFor: AskedCopies, What: "The whole chart", Rule: ruleNamed(t, "hipaa"),
	}
	r.Schedule()
	return r
}

func TestRecordsRequestIsValidated(t *testing.T) {
	today := Date("2026-03-10")
	if err := aRequest(t).Validate(today); err != nil {
		t.Fatal(err)
	}
	for field, spoil := range map[string]func(*RecordsRequest){
		"id":        func(r *RecordsRequest) { r.ID = "1" },
		"client_id": func(r *RecordsRequest) { r.ClientID = "" },
		"asked_on":  func(r *RecordsRequest) { r.AskedOn = "2026-03-11" },
		"asked_by":  func(r *RecordsRequest) { r.AskedBy, r.Asker = "court", "A court" },
		"asker":     func(r *RecordsRequest) { r.AskedBy, r.Asker = AskedByRepresentative, " " },
		"asked_for": func(r *RecordsRequest) { r.AskedFor = "" },
		"what":      func(r *RecordsRequest) { r.What = "\n" },
	} {
		r := aRequest(t)
		spoil(&r)
		r.Normalize()
		refusedAt(t, r.Validate(today), field)
	}
	r := aRequest(t)
	r.AskedOn = "soon"
	refusedAt(t, r.Validate(today), "asked_on")
	r.AskedOn, r.Asker = "2026-03-10", "Sam"
	if r.Normalize(); r.Asker != "" || r.Validate(today) != nil {
		t.Errorf("the client needs no name: %q", r.Asker)
	}
}

func TestRequestIsPutOffOnce(t *testing.T) {
	r := aRequest(t)
	refusedAt(t, r.Extend("", "", "2026-03-20"), "extended_on", "extended_why")
	refusedAt(t, r.Extend("2026-03-02", "Away", "2026-03-20"), "extended_on")
	refusedAt(t, r.Extend("2026-03-21", "Away", "2026-03-20"), "extended_on")
	refusedAt(t, r.Extend("2026-04-03", "Away", "2026-04-20"), "extended_on") // too late
	if r.ExtendedTo != "" {
		t.Fatal("a refusal changed the request")
	}
	if err := r.Extend("2026-04-02", " Files are with the archive ", "2026-04-20"); err != nil {
		t.Fatal(err)
	}
	if r.Until() != "2026-05-02" || r.ExtendedWhy != "Files are with the archive" {
		t.Errorf("put off to %s because %q", r.Until(), r.ExtendedWhy)
	}
	if err := r.Extend("2026-04-02", "Again", "2026-04-20"); fault.CodeOf(err) != fault.Blocked {
		t.Errorf("put off twice: %v", err)
	}
	// What it asks is corrected: the extension stays one.
	r.AskedOn = "2026-03-04"
	if r.Schedule(); r.DueOn != "2026-04-03" || r.Until() != "2026-05-03" {
		t.Errorf("due %s, put off to %s", r.DueOn, r.Until())
	}
	never := aRequest(t)
	never.Rule = ruleNamed(t, "california")
	if never.Schedule(); never.Extendable() || fault.CodeOf(never.Extend("2026-03-04", "Away", "2026-03-04")) != fault.Blocked {
		t.Error("California allows no extension for copies")
	}
}

func TestRequestIsAnsweredOnce(t *testing.T) {
	today := Date("2026-04-20")
	full := RequestAnswer{AnsweredOn: "2026-04-01", ReleasedWhat: "Summaries ", DeniedWhat: "Letters of others ", DeniedWhy: "Told in confidence "}
	for _, test := range []struct {
		outcome             RequestOutcome
		released, what, why string
		missing             []string
	}{
		{RequestReleased, "Summaries", "", "", []string{"released_what"}},
		{RequestPartly, "Summaries", "Letters of others", "Told in confidence", []string{"denied_what", "denied_why", "released_what"}},
		{RequestDenied, "", "Letters of others", "Told in confidence", []string{"denied_what", "denied_why"}},
		{RequestWithdrawn, "", "", "", nil},
	} {
		r := aRequest(t)
		if test.missing != nil {
			refusedAt(t, r.Answer(RequestAnswer{Outcome: test.outcome, AnsweredOn: "2026-04-01"}, today), test.missing...)
		}
		answer := full
		answer.Outcome = test.outcome
		if err := r.Answer(answer, today); err != nil {
			t.Errorf("%s: %v", test.outcome, err)
		}
		if r.ReleasedWhat != test.released || r.DeniedWhat != test.what || r.DeniedWhy != test.why {
			t.Errorf("%s keeps %q, %q, %q", test.outcome, r.ReleasedWhat, r.DeniedWhat, r.DeniedWhy)
		}
		if err := r.Answer(answer, today); fault.CodeOf(err) != fault.Conflict {
			t.Errorf("%s was answered twice: %v", test.outcome, err)
		}
		if err := r.Extend("2026-04-01", "Late", today); fault.CodeOf(err) != fault.Blocked {
			t.Errorf("%s was put off: %v", test.outcome, err)
		}
	}
	r := aRequest(t)
	refusedAt(t, r.Answer(RequestAnswer{}, today), "answered_on", "outcome")
	refusedAt(t, r.Answer(RequestAnswer{Outcome: RequestWithdrawn, AnsweredOn: "2026-03-02"}, today), "answered_on")
	refusedAt(t, r.Answer(RequestAnswer{Outcome: RequestWithdrawn, AnsweredOn: "2026-04-21"}, today), "answered_on")
}

func TestWhereARequestStands(t *testing.T) {
	open, other := aRequest(t), aRequest(t)
	other.AskedBy, other.Asker, other.AskedFor = AskedByRepresentative, "Kim Doe, guardian", AskedAccounting
	answered := aRequest(t)
	if err := answered.Answer(RequestAnswer{Outcome: RequestPartly, AnsweredOn: "2026-05-01", ReleasedWhat: "a", DeniedWhat: "b", DeniedWhy: "c"}, "2026-05-01"); err != nil {
		t.Fatal(err)
	}
	late := open
	if err := late.Extend("2026-03-20", "Away", "2026-03-20"); err != nil {
		t.Fatal(err)
	}
	for _, test := range []struct {
		request RecordsRequest
		today   Date
		want    string
		overdue bool
	}{
		{open, "2026-03-03", "Due 2 April 2026, 30 days left", false},
		{open, "2026-04-01", "Due 2 April 2026, 1 day left", false},
		{open, "2026-04-02", "Due today, 2 April 2026", false},
		{open, "2026-04-03", "Overdue by 1 day, was due 2 April 2026", true},
		{late, "2026-04-03", "Due 2 May 2026, 29 days left", false},
		{answered, "2026-06-01", "Partly released 1 May 2026", false},
	} {
		if got := test.request.StateText(test.today); got != test.want || test.request.Overdue(test.today) != test.overdue {
			t.Errorf("on %s: %q, overdue %v; want %q", test.today, got, test.request.Overdue(test.today), test.want)
		}
	}
	if got, want := open.AskedText(), "Copies, asked by the client on 3 March 2026"; got != want {
		t.Errorf("%q, want %q", got, want)
	}
	if got, want := other.AskedText(), "Accounting of disclosures, asked by Kim Doe, guardian on 3 March 2026"; got != want {
		t.Errorf("%q, want %q", got, want)
	}
}
