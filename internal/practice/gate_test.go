package practice

import "testing"

func TestNextGate(t *testing.T) {
	for _, x := range []struct {
		name   string
		change func(*ReadinessInput)
		want   Gate
	}{
		{"all passed", func(*ReadinessInput) {}, Gate{}},
		{"a risk not reviewed", func(in *ReadinessInput) { in.Risks, in.Clearances = waiting(1), nil }, Gate{"measures", "Review the risk"}},
		{"not screened", func(in *ReadinessInput) { in.Screenings = nil }, Gate{"screening", "Begin the screening"}},
		{"screening begun", func(in *ReadinessInput) { in.Screenings[0].CompletedAt = "" }, Gate{"screening", "Complete the screening"}},
		{"review overdue", func(in *ReadinessInput) { in.Screenings[0].ReviewOn = "2020-01-01" }, Gate{"screening", "Screen again"}},
		{"not suitable", func(in *ReadinessInput) {
			in.Screenings[0].Conclusion, in.Clearances, in.Consents = ScreeningUnsuitable, nil, nil
		}, Gate{}},
		{"no clearance", func(in *ReadinessInput) { in.Clearances, in.Consents = nil, nil }, Gate{"clearance", "Record the clearance"}},
		{"clearance expired", func(in *ReadinessInput) { clearanceOf(in).ExpiresOn = "2020-01-01" }, Gate{"clearance", "Record a new clearance"}},
		{"clearance suspended", func(in *ReadinessInput) { clearanceOf(in).SuspendedAt = "2020-01-01T00:00:00.000Z" }, Gate{"clearance", "Record a new clearance"}},
		{"flag open", func(in *ReadinessInput) { raise(in, "psychosis") }, Gate{"screening", "Look at the open flags"}},
		{"no consent", func(in *ReadinessInput) { in.Consents, in.Preparation = nil, nil }, Gate{"consent", "Sign the consent"}},
		{"not prepared", func(in *ReadinessInput) { in.Preparation = nil }, Gate{"preparation", "Begin the preparation"}},
		{"preparation open", func(in *ReadinessInput) { in.Preparation.CompletedAt = "" }, Gate{"preparation", "Complete the preparation"}},
		{"not asked today", func(in *ReadinessInput) { in.Day = nil }, Gate{}},
	} {
		in := readied()
		x.change(&in)
		got, standing := NextGate(in)
		if got != x.want || standing != (x.want != Gate{}) {
			t.Errorf("%s: %+v, %t", x.name, got, standing)
		}
	}
}
