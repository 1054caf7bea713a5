package app

import (
	"cmp"
	"slices"
	"strings"
	"time"

	"snowfield/internal/practice"
	"snowfield/internal/report"
	"snowfield/internal/store"
)

// makeHandout makes the practice's text for one client.
func makeHandout(tx *store.Tx, ask DocumentRequest, parts practice.PartSet) (made, error) {
	in, err := handoutInput(tx, ask.ClientID, parts)
	if err != nil {
		return made{}, err
	}
	result, err := report.Handout(in)
	m := made{Result: result, clientID: ask.ClientID, day: in.At.In(in.Zone).Format(time.DateOnly), contents: handoutContents(in)}
	if missing := in.Handout.Missing(in.Facts); len(missing) > 0 {
		m.notices = []string{"Not known, so a line is left to write on: " + strings.Join(missing, ", ") + "."}
	}
	m.notices = append(m.notices, callsMissing(parts[practice.PartEmergency], in.Calls)...)
	return m, err
}

// handoutContents says in one line what a handout holds.
func handoutContents(in report.HandoutInput) string {
	inside := insideLine{in.Parts, []string{"the practice’s text, “" + in.Handout.Label() + "”", "the client’s first name and the facts of the course that it names"}}
	inside.count(practice.PartEmergency, len(in.Calls), "number to call", "numbers to call")
	return inside.text()
}

// handoutInput gathers the facts of the next dosing session, as far as they
// are known, and the text for its place.
func handoutInput(tx *store.Tx, clientID string, parts practice.PartSet) (in report.HandoutInput, err error) {
	in.Parts, in.At = parts, tx.Now()
	if in.Facts, err = handoutFacts(tx, clientID); err != nil {
		return in, err
	}
	in.Zone = in.Facts.Practice.Zone
	shelved, err := shelf(tx, practice.ShelfHandout, practice.HandoutShelf)
	if err != nil {
		return in, err
	}
	for _, s := range shelved {
		if s.Item.Place == in.Facts.Place {
			in.Handout = s.Item
		}
	}
	next, err := nextPlanned(tx, clientID, practice.Dosing)
	if err != nil {
		return in, err
	}
	in.Calls, err = whomToCall(tx, in.Facts.Practice, clientID, next)
	return in, err
}

func handoutFacts(tx *store.Tx, clientID string) (f practice.HandoutFacts, err error) {
	if f.Client, err = tx.Client(clientID); err != nil {
		return f, err
	}
	if f.Practice, err = tx.Letterhead(); err != nil {
		return f, err
	}
	if f.Settings, err = tx.Settings(); err != nil {
		return f, err
	}
	course, _, err := tx.CourseAt(clientID, tx.Now())
	if err != nil {
		return f, err
	}
	f.Settings, f.Plan = course.Windows(f.Settings), course.Plan
	preparation, err := preparationOf(tx, clientID)
	if err != nil {
		return f, err
	}
	f.FastingHours = practice.FastingHours(preparation, f.Settings)
	if preparation != nil {
		f.RideHome = preparation.RideHome
	}
	if err := clearedFacts(tx, &f); err != nil {
		return f, err
	}
	return f, sessionFacts(tx, &f)
}

// clearedFacts are who cleared the client, and for what.
func clearedFacts(tx *store.Tx, f *practice.HandoutFacts) error {
	today, err := todayOf(tx)
	if err != nil {
		return err
	}
	list, err := standing(tx, f.Client.ID, today)
	if err != nil {
		return err
	}
	current, _ := practice.Current(list)
	f.Clearance = current.Clearance
	f.Prescriber, err = prescriberToCall(tx, f.Client.ID, "", today)
	return err
}

// sessionFacts are those of the next dosing session. Where none is planned it
// is taken to be held where the last one was, for as long as the practice's
// usually are.
func sessionFacts(tx *store.Tx, f *practice.HandoutFacts) error {
	f.Place, f.Zone, f.Minutes = practice.Office, f.Practice.Zone, f.Settings.DosingMinutes
	next, err := nextPlanned(tx, f.Client.ID, practice.Dosing)
	if err != nil {
		return err
	}
	if next == nil {
		sessions, err := tx.SessionsOfClient(f.Client.ID, clientSessions)
		held := slices.DeleteFunc(sessions, func(s practice.Session) bool { return s.Kind != practice.Dosing || s.ActualStart == "" })
		if len(held) > 0 {
			f.Place = slices.MaxFunc(held, func(a, b practice.Session) int { return cmp.Compare(a.ActualStart, b.ActualStart) }).Place
		}
		return err
	}
	f.Place, f.Zone, f.Start = next.Place, next.Zone, next.PlannedStart
	if next.PlannedEnd > next.PlannedStart {
		f.Minutes = int(next.PlannedEnd.Sub(next.PlannedStart) / time.Minute)
	}
	check, err := unlessNone(tx.DayCheck(participantOf(*next, f.Client.ID).ID))
	if err != nil || check == nil {
		return err
	}
	if check.RideHome != (practice.Contact{}) {
		f.RideHome = check.RideHome
	}
	f.Chaperone = practice.Contact{Name: check.Virtual.ChaperoneName, Phone: check.Virtual.ChaperonePhone}
	return nil
}
