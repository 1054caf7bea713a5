package practice

import (
	"cmp"
	"slices"
)

// chartHeld is a session on its way into the picture.
type chartHeld struct {
	session Session
	title   string
	totals  DoseTotals
	window  *Window
}

// at is where on the axis the session lies.
func (h chartHeld) at() Instant { return cmp.Or(h.totals.FirstAt, h.session.Start()) }

// held returns the sessions that were not cancelled, in time order, with their
// names, doses and windows.
func (f CourseFacts) held() []chartHeld {
	doses := map[string][]DoseEvent{}
	for _, d := range f.Doses {
		doses[d.Entry.ParticipantID] = append(doses[d.Entry.ParticipantID], d)
	}
	sorted := slices.SortedFunc(slices.Values(f.Sessions), func(a, b Session) int {
		return cmp.Or(cmp.Compare(a.Start(), b.Start()), cmp.Compare(a.ID, b.ID))
	})
	list := []chartHeld{}
	dosings := map[string]string{} // titles by session
	counts := map[SessionKind]int{}
	for _, s := range sorted {
		if s.State() == Cancelled {
			continue
		}
		h := chartHeld{session: s}
		for _, p := range s.Participants {
			if p.ClientID != f.ClientID {
				continue
			}
			h.totals = Totals(doses[p.ID])
			if w, ok := WindowOf(s, f.ClientID, doses[p.ID], f.courseAt(s.Start()).Windows(f.Settings)); ok {
				w = w.Meet(s, sorted)
				h.window = &w
			}
		}
		ordinal := 0 // a dosing session that ended without a dose has no number
		if s.Kind != Dosing || s.State() != Ended || h.totals.Given > 0 {
			counts[s.Kind]++
			ordinal = counts[s.Kind]
		}
		h.title = SessionTitle(s.Kind, ordinal)
		if s.Kind == Dosing {
			dosings[s.ID] = h.title
		}
		list = append(list, h)
	}
	for n, h := range list {
		if id := h.session.DosingSessionID; id != "" {
			list[n].title = FollowingTitle(h.session.Kind, dosings[id])
		}
	}
	slices.SortStableFunc(list, func(a, b chartHeld) int { return cmp.Compare(a.at(), b.at()) })
	return list
}

// courseAt returns the course that ran at a moment; the zero course for none.
func (f CourseFacts) courseAt(at Instant) (ran Course) {
	for _, c := range f.Courses {
		if c.StartedAt <= at && (!c.Complete() || c.CompletedAt > at) && c.StartedAt >= ran.StartedAt {
			ran = c
		}
	}
	return ran
}

func (f CourseFacts) drawSessions(held []chartHeld) ([]ChartSession, []ChartWindow) {
	sessions, windows := []ChartSession{}, []ChartWindow{}
	for _, h := range held {
		s := ChartSession{
			SessionID: h.session.ID, Kind: h.session.Kind, State: h.session.State(), At: h.at(), Title: h.title,
			DateText: LongDateText(h.at().In(f.Zone)),
		}
		s.Words = s.Title + ", " + s.DateText
		switch {
		case h.totals.Given > 0:
			s.DoseText = Milligrams(h.totals.TakenUg)
			s.Words += ", " + s.DoseText
		case s.State == Planned:
			s.Words += ", planned"
		}
		s.Words += "."
		if h.window != nil {
			w := f.drawWindow(h)
			s.Words += " Window " + lowerFirst(w.Text) + "."
			windows = append(windows, w)
		}
		sessions = append(sessions, s)
	}
	return sessions, windows
}

func (f CourseFacts) drawWindow(h chartHeld) ChartWindow {
	w := ChartWindow{
		SessionID: h.session.ID, OpensAt: h.window.OpensAt, ClosesAt: h.window.ClosesAt,
		Title:    "Integration window of " + lowerFirst(h.title),
		DateText: LongDateText(h.window.OpensAt.In(f.Zone)) + " to " + LongDateText(h.window.ClosesAt.In(f.Zone)),
		Text:     "Closed without a contact",
	}
	met := slices.IndexFunc(f.Sessions, func(s Session) bool { return s.ID == h.window.MetBySessionID })
	switch {
	case met >= 0 && f.Sessions[met].Kind == CheckIn:
		w.Text = "Met by a check-in"
	case met >= 0:
		w.Text = "Met by an integration session"
	case !h.window.Closed(f.Now):
		w.Text = "Open, " + h.window.LeftText(f.Now)
	}
	return w
}
