package practice

import "testing"

func TestFormsAroundASession(t *testing.T) {
	s := had(Talk, 0)
	at := func(id string, when Instant) Filled {
		f := answered("phq-9", 0, 1, nil)
		f.Response.ID, f.Response.AnsweredAt = id, when
		return f
	}
	struck, unfinished := at("struck", s.Start()), at("unfinished", s.Start())
	struck.Response.StruckAt, unfinished.Response.FinishedAt = noon, ""
	got := ""
	for _, f := range FormsAround(s, []Filled{
		at("d", s.Start().Add(7*day)), at("a", s.Start().Add(-7*day)), at("late ", s.Start().Add(7*day+1e6)), at("early ", s.Start().Add(-7*day-1e6)),
		at("b", s.Start().Add(-day)), at("c", s.Start()), struck, unfinished,
	}) {
		got += f.Response.ID
	}
	if got != "abcd" {
		t.Errorf("around it: %q", got)
	}
}
