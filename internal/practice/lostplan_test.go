package practice

import (
	"testing"
	"time"
)

func TestLostPlan(t *testing.T) {
	safety := VirtualSafety{CallBackNumber: "555 0103", ChaperoneName: "Sam", ChaperonePhone: "555 0104", EmergencyNumber: "911", LostMinutes: 5}
	at := func(seconds int) Instant { return noon.Add(time.Duration(seconds) * time.Second) }
	mark := func(seconds int, kind string) Observation {
		return Observation{Kind: kind, Entry: Entry{At: at(seconds)}}
	}
	call := func(seconds int, callee Callee, reached Answer) Observation {
		o := mark(seconds, "call")
		o.Call = &Call{Callee: callee, Reached: reached}
		return o
	}
	struck := func(o Observation) Observation { o.Entry.StruckAt = at(900); return o }
	lost, restored := mark(0, "connection_lost"), mark(90, "connection_restored")

	type row struct {
		due, called int // seconds after noon; called is -1 for no call
		reached     Answer
	}
	untouched := []row{{0, -1, ""}, {60, -1, ""}, {300, -1, ""}}
	for name, c := range map[string]struct {
		marks []Observation
		since int
		want  []row // none: no plan
	}{
		"no mark":                     {nil, 0, nil},
		"lost":                        {[]Observation{lost}, 0, untouched},
		"restored":                    {[]Observation{lost, restored}, 0, nil},
		"taken back":                  {[]Observation{struck(lost)}, 0, nil},
		"restored taken back":         {[]Observation{lost, struck(restored)}, 0, untouched},
		"marked twice":                {[]Observation{lost, mark(40, "connection_lost")}, 0, untouched},
		"lost again":                  {[]Observation{lost, restored, mark(100, "connection_lost")}, 100, []row{{100, -1, ""}, {160, -1, ""}, {400, -1, ""}}},
		"client called":               {[]Observation{lost, call(20, CallClient, AnswerNo)}, 0, []row{{0, 20, AnswerNo}, {20, -1, ""}, {300, -1, ""}}},
		"client called late":          {[]Observation{lost, call(80, CallClient, "")}, 0, []row{{0, 80, ""}, {60, -1, ""}, {300, -1, ""}}},
		"called twice":                {[]Observation{lost, call(20, CallClient, AnswerNo), call(50, CallClient, AnswerYes)}, 0, []row{{0, 20, AnswerYes}, {20, -1, ""}, {300, -1, ""}}},
		"call taken back":             {[]Observation{lost, struck(call(20, CallClient, AnswerNo))}, 0, untouched},
		"a call of the loss before":   {[]Observation{lost, call(20, CallClient, ""), restored, mark(100, "connection_lost")}, 100, []row{{100, -1, ""}, {160, -1, ""}, {400, -1, ""}}},
		"somebody else called":        {[]Observation{lost, call(20, CallPrescriber, AnswerYes)}, 0, untouched},
		"all called":                  {[]Observation{lost, call(10, CallClient, AnswerNo), call(30, CallChaperone, AnswerNo), call(200, CallEmergencyServices, AnswerYes)}, 0, []row{{0, 10, AnswerNo}, {10, 30, AnswerNo}, {300, 200, AnswerYes}}},
		"called as it was being lost": {[]Observation{lost, call(0, CallClient, "")}, 0, []row{{0, 0, ""}, {0, -1, ""}, {300, -1, ""}}},
	} {
		plan := LostPlanOf(safety, Client{}, c.marks)
		if (plan != nil) != (c.want != nil) || (plan != nil) != ConnectionLost(c.marks) {
			t.Errorf("%s: %+v", name, plan)
			continue
		}
		if plan == nil {
			continue
		}
		if plan.Since != at(c.since) {
			t.Errorf("%s: since %s", name, plan.Since)
		}
		for i, want := range c.want {
			got := plan.Steps[i]
			called := Instant("")
			if want.called >= 0 {
				called = at(want.called)
			}
			if got.Due != at(want.due) || got.CalledAt != called || got.Done != (called != "") || got.Reached != want.reached {
				t.Errorf("%s: step %d is %+v", name, i, got)
			}
		}
	}
	plan := LostPlanOf(safety, Client{Phone: "555 0100"}, []Observation{lost})
	if s := plan.Steps[1]; s.Callee != CallChaperone || s.Text != "Then the chaperone, Sam, 555 0104." || s.Name != "Sam" || s.Number != "555 0104" {
		t.Errorf("chaperone: %+v", s)
	}
	if s := LostPlanOf(VirtualSafety{}, Client{Phone: "555 0100"}, []Observation{lost}).Steps; s[0].Number != "555 0100" || s[2].Due != at(60) {
		t.Errorf("nothing agreed: %+v", s)
	}
}
