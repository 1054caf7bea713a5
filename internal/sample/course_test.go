package sample_test

import (
	"bytes"
	"image/png"
	"slices"
	"strings"
	"testing"
	"time"

	"snowfield/internal/practice"
	"snowfield/internal/sample"
	"snowfield/internal/store"
)

// look reads the sample practice and ends the test on any error.
type look struct {
	*testing.T
	tx    *store.Tx
	today practice.Date
	ids   map[string]string // by first name
}

func must[T any](t *testing.T) func(T, error) T {
	return func(x T, err error) T {
		t.Helper()
		if err != nil {
			t.Fatal(err)
		}
		return x
	}
}

// shows holds that the practice shows the course: everything a person looks
// for in it is there.
func shows(t *testing.T, tx *store.Tx) {
	l := look{t, tx, practice.Date(tx.Now().In(sample.Zone).Format(time.DateOnly)), map[string]string{}}
	rows, _, err := tx.Clients("", store.AllClients, 0, 100)
	if err != nil {
		t.Fatal(err)
	}
	for _, row := range rows {
		l.ids[strings.Fields(row.Name)[0]] = row.ID
	}
	l.inquiries()
	l.library()
	l.screening()
	l.clearances()
	l.consents()
	l.readiness()
	l.starts()
	l.windows()
	l.courses()
	l.kept()
}

func (l look) inquiries() {
	open, _, err := l.tx.Inquiries(false, 0, 100)
	if err != nil {
		l.Fatal(err)
	}
	closed, _, err := l.tx.Inquiries(true, 0, 100)
	if err != nil {
		l.Fatal(err)
	}
	var outcomes []practice.InquiryOutcome
	for _, q := range append(open, closed...) {
		outcomes = append(outcomes, q.Outcome)
	}
	for _, outcome := range practice.InquiryOutcomes {
		if !slices.Contains(outcomes, outcome) {
			l.Errorf("no inquiry is %q", outcome)
		}
	}
}

func (l look) library() {
	if list := must[[]practice.Prescriber](l.T)(l.tx.Prescribers()); len(list) != 2 {
		l.Errorf("%d prescribers", len(list))
	}
	stored := must[[]practice.LibraryItem](l.T)(l.tx.LibraryLatest(practice.ShelfConsent))
	texts := must[[]practice.Shelved[practice.ConsentText]](l.T)(practice.ConsentShelf(stored))
	for _, x := range texts {
		if x.Item.Skeleton || x.Version == 0 {
			l.Errorf("the consent %s is a skeleton", x.Key)
		}
	}
	if !slices.ContainsFunc(texts, func(x practice.Shelved[practice.ConsentText]) bool { return x.Version > 1 }) {
		l.Error("no consent was changed")
	}
	stored = must[[]practice.LibraryItem](l.T)(l.tx.LibraryLatest(practice.ShelfScreening))
	changed := 0
	for _, x := range must[[]practice.Shelved[practice.ScreeningItem]](l.T)(practice.ScreeningShelf(stored)) {
		if x.Shipped != nil && x.Item.Severity != x.Shipped.Severity && x.Item.Reason != "" {
			changed++
		}
	}
	if changed != 1 {
		l.Errorf("%d severities changed", changed)
	}
}

func (l look) rounds(name string) []practice.Screening {
	return must[[]practice.Screening](l.T)(l.tx.Screenings(l.ids[name], 100))
}

func (l look) screening() {
	stored := must[[]practice.LibraryItem](l.T)(l.tx.LibraryLatest(practice.ShelfScreening))
	var items []practice.ScreeningItem
	for _, x := range must[[]practice.Shelved[practice.ScreeningItem]](l.T)(practice.ScreeningShelf(stored)) {
		items = append(items, x.Item)
	}
	if ruth := l.rounds("Ruth"); len(ruth) != 1 || ruth[0].Completed() || len(practice.FlagsOf(ruth, items)) < 2 {
		l.Error("Ruth has no open round that raises flags")
	} else if medicines := must[[]practice.Medicine](l.T)(l.tx.Medicines(l.ids["Ruth"])); len(practice.PrescriberQuestions(ruth, medicines)) < 3 {
		l.Error("nothing is asked of Ruth's prescriber")
	}
	repeat := l.rounds("Rowan")
	if len(repeat) != 2 || len(repeat[0].Changes(repeat[1])) == 0 {
		l.Error("Rowan's repeat shows no changes")
	}
	for _, name := range []string{"Maren", "Theo", "Jonas", "Aiko", "Delphine", "Rowan", "Inés"} {
		if round := l.rounds(name)[0]; !round.Completed() || round.ReviewOn <= l.today {
			l.Errorf("the screening of %s is not complete, or due", name)
		}
	}
	if reasons := must[[]practice.Resolution](l.T)(l.tx.Resolutions(l.ids["Jonas"])); len(reasons) != 1 {
		l.Errorf("%d flags resolved", len(reasons))
	}
}

func (l look) standing(name string) []practice.Cleared {
	list := must[[]practice.Clearance](l.T)(l.tx.Clearances(l.ids[name]))
	return practice.Standing(list, must[map[string]int](l.T)(l.tx.UsedUnder(l.ids[name])), l.today)
}

func (l look) clearances() {
	if c, _ := practice.Current(l.standing("Maren")); c.State != practice.ClearanceInForce || c.UsedText() != "3 of 6 sessions" || len(c.Clearance.Covers) != 2 {
		l.Errorf("Maren's clearance is %s, %s", c.State, c.UsedText())
	}
	if c, _ := practice.Current(l.standing("Jonas")); c.State != practice.ClearanceExpired {
		l.Errorf("Jonas's clearance is %s", c.State)
	}
	rowan := l.standing("Rowan")
	if len(rowan) != 2 || rowan[0].State != practice.ClearanceInForce || rowan[1].Clearance.AdverseEventID == "" {
		l.Error("Rowan's clearance was not suspended by an event and renewed")
	}
	events := must[[]practice.AdverseEvent](l.T)(l.tx.AdverseEvents(l.ids["Rowan"]))
	if len(events) != 1 || !events[0].Serious || events[0].ID != rowan[1].Clearance.AdverseEventID {
		l.Error("Rowan's serious event is not there")
	}
}

func (l look) consents() {
	kinds := map[practice.ConsentKind]bool{}
	ending := 0
	by := practice.Date(l.tx.Now().In(sample.Zone).AddDate(0, 0, 14).Format(time.DateOnly))
	for _, id := range l.ids {
		signed := must[[]practice.Consent](l.T)(l.tx.Consents(id))
		for _, c := range signed {
			kinds[c.Kind] = true
		}
		ending += len(practice.EndingConsents(signed, l.today, by))
	}
	for _, kind := range []practice.ConsentKind{practice.ConsentKAP, practice.ConsentTouch, practice.ConsentTelehealth, practice.ConsentRelease} {
		if !kinds[kind] {
			l.Errorf("no consent to %s", kind)
		}
	}
	if ending != 1 {
		l.Errorf("%d consents end within two weeks", ending)
	}
}

// planned returns the readiness of a client's next dosing session, as it is to
// begin now or as it is planned.
func (l look) planned(name string, beginning bool) practice.Readiness {
	for _, s := range must[[]practice.Session](l.T)(l.tx.SessionsOfClient(l.ids[name], 100)) {
		if s.Kind == practice.Dosing && s.State() == practice.Planned {
			in := must[practice.ReadinessInput](l.T)(l.tx.Readying(s, s.Participants[0], l.today))
			in.Beginning = beginning
			return practice.Ready(in)
		}
	}
	l.Fatalf("%s has no dosing session planned", name)
	return practice.Readiness{}
}

func (l look) readiness() {
	if ways := l.planned("Jonas", true).Words(practice.CheckBlocks); len(ways) != 1 || !strings.HasPrefix(ways[0], "The clearance expired on ") {
		l.Errorf("in Jonas's way stands %q", ways)
	}
	if ways := l.planned("Aiko", true).Words(practice.CheckBlocks); len(ways) != 3 || ways[0] != "The chaperone is not there yet." {
		l.Errorf("in Aiko's way stands %q", ways)
	}
	if ways := l.planned("Inés", false).Words(practice.CheckBlocks); !slices.Equal(ways, []string{"The preparation is not complete."}) {
		l.Errorf("in Inés's way stands %q", ways)
	}
	if r := l.planned("Rowan", false); r.Blocked {
		l.Errorf("Rowan is not ready: %s", r.Summary)
	}
}

// starts holds that every dosing session began by the rules, and that two of
// them needed a lift.
func (l look) starts() {
	lifted := map[practice.LiftKind]int{}
	for name, id := range l.ids {
		for _, s := range must[[]practice.Session](l.T)(l.tx.SessionsOfClient(id, 100)) {
			if s.Kind != practice.Dosing || s.ActualStart == "" {
				continue
			}
			start, ok, err := l.tx.Start(s.Participants[0].ID)
			if err != nil || !ok || start.Readiness.Blocked || start.Deviation != "" || start.At != s.ActualStart {
				l.Errorf("the dosing of %s on %s: %v, %q", name, s.ActualStart, err, start.Readiness.Summary)
			}
			for _, c := range start.Readiness.Checks {
				if c.State == practice.CheckLifted {
					lifted[c.Lift.Kind]++
				}
			}
		}
	}
	if lifted[practice.LiftDecision] != 1 || lifted[practice.LiftReason] != 1 {
		l.Errorf("lifted: %v", lifted)
	}
}

// windows holds that Delphine's window is missed in spite of a voicemail, and
// that a check-in reached others.
func (l look) windows() {
	settings := must[practice.Settings](l.T)(l.tx.Settings())
	sessions := must[[]practice.Session](l.T)(l.tx.SessionsOfClient(l.ids["Delphine"], 100))
	voicemail := slices.ContainsFunc(sessions, func(s practice.Session) bool { return s.Contact == practice.ContactVoicemail })
	i := slices.IndexFunc(sessions, func(s practice.Session) bool { return s.Kind == practice.Dosing })
	doses := must[[]practice.DoseEvent](l.T)(l.tx.Doses(sessions[i].Participants[0].ID))
	w, _ := practice.WindowOf(sessions[i], l.ids["Delphine"], doses, settings)
	if w = w.Meet(sessions[i], sessions); !voicemail || !w.Missed(l.tx.Now(), 72*time.Hour) {
		l.Error("Delphine's window is not missed")
	}
	for _, s := range sessions {
		if s.ActualStart >= w.ClosesAt {
			l.Error("somebody has spoken with Delphine since")
		}
	}
	maren := must[[]practice.Session](l.T)(l.tx.SessionsOfClient(l.ids["Maren"], 100))
	if !slices.ContainsFunc(maren, func(s practice.Session) bool { return s.Kind == practice.CheckIn }) {
		l.Error("no check-in with Maren")
	}
}

func (l look) courses() {
	course := func(name string) practice.Course {
		list := must[[]practice.Course](l.T)(l.tx.Courses(l.ids[name]))
		if len(list) != 1 {
			l.Fatalf("%s has %d courses", name, len(list))
		}
		return list[0]
	}
	if c := course("Otto"); !c.Complete() || c.ClosingSummary == "" {
		l.Error("Otto's course is not complete")
	}
	if c := course("Maren"); c.Plan.Dosings != 6 || len(c.Reviews) != 1 {
		l.Error("Maren's course was not reviewed")
	}
	for _, name := range []string{"Theo", "Jonas", "Aiko", "Delphine", "Rowan", "Inés"} {
		if course(name).Complete() {
			l.Errorf("the course of %s is complete", name)
		}
	}
	if form := must[practice.PreparationForm](l.T)(l.tx.Preparation(l.ids["Inés"])); form.Done() {
		l.Error("Inés's preparation is complete")
	}
	states := map[practice.CommitmentState]bool{}
	for _, m := range must[[]practice.Commitment](l.T)(l.tx.Commitments(l.ids["Maren"], false)) {
		states[m.State] = true
	}
	if len(states) != 3 {
		l.Errorf("Maren's commitments are %v", states)
	}
}

// kept holds what else is in Maren's chart: methods, a file, a note behind its
// door.
func (l look) kept() {
	methods := 0
	for _, s := range must[[]practice.Session](l.T)(l.tx.SessionsOfClient(l.ids["Maren"], 100)) {
		if s.Kind == practice.Integration && s.State() == practice.Ended {
			methods += len(must[practice.Note](l.T)(l.tx.NoteOf(s.Participants[0].ID)).Methods)
		}
	}
	if methods == 0 {
		l.Error("no integration note names methods")
	}
	files := must[[]practice.Attachment](l.T)(l.tx.Attachments(l.ids["Maren"]))
	if len(files) != 1 || !must[map[string]bool](l.T)(l.tx.InUse(l.ids["Maren"]))[files[0].ID] {
		l.Fatal("the clearance has no file")
	}
	if _, err := png.Decode(bytes.NewReader(must[[]byte](l.T)(l.tx.AttachmentBytes(files[0].ID)))); err != nil {
		l.Error(err)
	}
	if notes := must[[]practice.PsychotherapyNote](l.T)(l.tx.PsychotherapyNotes(l.ids["Maren"], 10)); len(notes) != 1 {
		l.Errorf("%d psychotherapy notes", len(notes))
	}
}
