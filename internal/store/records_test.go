package store_test

import (
	"fmt"
	"reflect"
	"strings"
	"testing"
	"time"
	"unicode/utf8"

	"snowfield/internal/fault"
	"snowfield/internal/practice"
	"snowfield/internal/store"
)

func TestClientComesBackAsWritten(t *testing.T) {
	d := newDesk(t)
	c := practice.Client{
		ID: practice.NewID(), LegalName: "Łucja O’Neil", PreferredName: "Lu", Pronouns: "she/her", BirthDate: "1984-05-03", Email: "a@example.org",
		Phone: "555", Address: "1 Road\nTown", EmergencyContact: practice.Contact{Name: "N", Relationship: "R", Phone: "P"},
		AllergyAnswer: practice.AllergiesListed, Allergies: "Penicillin", Concerns: []string{"grief", "it's \"complex\""}, Diagnoses: []string{"F33.1 it's \"low\""}, Intention: "I", Watch: "W",
		Notes: "N", Stage: practice.StagePreparing,
	}
	var saved practice.Client
	put := func(c practice.Client) error {
		return d.try(func(tx *store.Tx) (err error) { saved, err = tx.PutClient(c); return err })
	}
	if err := put(c); err != nil {
		t.Fatal(err)
	}
	c.Version, c.CreatedAt, c.UpdatedAt = 1, practice.At(noon), practice.At(noon)
	get := func(tx *store.Tx) (practice.Client, error) { return tx.Client(c.ID) }
	if got := see(d, get); !reflect.DeepEqual(got, c) || !reflect.DeepEqual(saved, c) {
		t.Errorf("stored %+v\nreturned %+v\nwant %+v", got, saved, c)
	}

	d.later(time.Minute)
	again := c
	again.Version, again.CreatedAt, again.UpdatedAt = 0, "", "" // the first submit, repeated
	if err := put(again); err != nil || !reflect.DeepEqual(saved, c) || d.audits() != 1 {
		t.Errorf("repeated: %v, %+v, trail of %d", err, saved, d.audits())
	}
	again.Phone = "556"
	want(t, put(again), fault.Conflict)
	if saved.Phone != "555" {
		t.Error("a conflict returns what is stored")
	}
	c.Phone = "556"
	if err := put(c); err != nil || saved.Version != 2 || saved.CreatedAt != practice.At(noon) || saved.UpdatedAt != practice.At(d.now) {
		t.Errorf("changed: %v, %+v", err, saved)
	}
	if err := put(c); err != nil || saved.Version != 2 { // the change, repeated
		t.Errorf("change repeated: %v, version %d", err, saved.Version)
	}
	want(t, d.try(func(tx *store.Tx) error { _, err := tx.Client(practice.NewID()); return err }), fault.NotFound)
}

func TestSearch(t *testing.T) {
	d := newDesk(t)
	for name, stage := range map[string]practice.Stage{
		"José García": practice.StageInCourse, "Zoë Strauß": practice.StageInquiry, "Łukasz Wiśniewski": practice.StageClosed,
		"Anne O’Neil": practice.StageIntegrating, "Søren Ægir": practice.StageScreening, "İpek Işık": practice.StagePreparing,
	} {
		c := practice.Client{ID: practice.NewID(), LegalName: name, Stage: stage}
		c.Normalize()
		d.do(func(tx *store.Tx) error { _, err := tx.PutClient(c); return err })
	}
	names := func(query string, filter store.ClientFilter, offset, limit int) (string, int) {
		var total int
		rows := see(d, func(tx *store.Tx) (rows []store.ClientRow, err error) {
			rows, total, err = tx.Clients(query, filter, offset, limit)
			return rows, err
		})
		list := make([]string, 0, len(rows))
		for _, r := range rows {
			list = append(list, r.Name)
		}
		return strings.Join(list, ", "), total
	}
	everyone := "Anne O’Neil, İpek Işık, José García, Łukasz Wiśniewski, Søren Ægir, Zoë Strauß"
	for _, c := range []struct {
		query  string
		filter store.ClientFilter
		want   string
	}{
		{"", store.AllClients, everyone},
		{"  ", store.AllClients, everyone},
		{"garcia", store.AllClients, "José García"},
		{"GARCÍA jos", store.AllClients, "José García"},
		{"strauss", store.AllClients, "Zoë Strauß"},
		{"STRAUẞ", store.AllClients, "Zoë Strauß"},
		{"zoe", store.AllClients, "Zoë Strauß"},
		{"lukasz wisn", store.AllClients, "Łukasz Wiśniewski"},
		{"o'neil", store.AllClients, "Anne O’Neil"},
		{"soren aegir", store.AllClients, "Søren Ægir"},
		{"ipek isik", store.AllClients, "İpek Işık"},
		{"%", store.AllClients, ""},
		{"_", store.AllClients, ""},
		{"'; DROP TABLE clients; --", store.AllClients, ""},
		{"nobody", store.AllClients, ""},
		{"", store.ActiveClients, "Anne O’Neil, İpek Işık, José García"},
		{"", store.WaitingClients, "Søren Ægir, Zoë Strauß"},
		{"", store.ClosedClients, "Łukasz Wiśniewski"},
		{"a", store.ActiveClients, "Anne O’Neil, José García"},
	} {
		got, total := names(c.query, c.filter, 0, 50)
		if got != c.want || c.want != "" && total != strings.Count(c.want, ",")+1 {
			t.Errorf("%q, %s: %q, %d in all; want %q", c.query, c.filter, got, total, c.want)
		}
	}
	var pages []string
	for offset := 0; offset < 8; offset += 2 {
		page, total := names("", store.AllClients, offset, 2)
		if total != 6 {
			t.Errorf("total %d", total)
		}
		if page != "" {
			pages = append(pages, page)
		}
	}
	if got := strings.Join(pages, ", "); got != everyone {
		t.Errorf("pages %s", got)
	}
}

func TestClientRowTimes(t *testing.T) {
	d := newDesk(t)
	ana := d.client("Ana")
	past := d.session(practice.Talk, ana)
	plan := func(in time.Duration, cancelled bool) practice.Instant {
		s := practice.Session{
			ID: practice.NewID(), Kind: practice.Talk, Zone: "UTC", Place: practice.Virtual, PlannedStart: practice.At(d.now.Add(in)),
			Participants: []practice.Participant{{ID: practice.NewID(), ClientID: ana.ID}},
		}
		if cancelled {
			s.CancelledAt = practice.At(d.now)
		}
		return d.put(s).PlannedStart
	}
	plan(-time.Hour, false) // missed
	plan(time.Hour, true)
	d.put(practice.Session{ // reached nobody
		ID: practice.NewID(), Kind: practice.CheckIn, Zone: "UTC", Place: practice.Virtual, Contact: practice.ContactVoicemail,
		PlannedStart: practice.At(d.now.Add(time.Minute)), ActualStart: practice.At(d.now.Add(time.Minute)),
		Participants: []practice.Participant{{ID: practice.NewID(), ClientID: ana.ID}},
	})
	plan(3*time.Hour, false)
	next := plan(2*time.Hour, false)
	rows := see(d, func(tx *store.Tx) ([]store.ClientRow, error) {
		rows, _, err := tx.Clients("ana", store.AllClients, 0, 10)
		return rows, err
	})
	if len(rows) != 1 || rows[0].NextAt != next || rows[0].LastSeenAt != past.ActualStart {
		t.Errorf("rows %+v", rows)
	}
}

func TestRecentClients(t *testing.T) {
	d := newDesk(t)
	list := []practice.Client{d.client("Ana"), d.client("Ben"), d.client("Cy")}
	for _, i := range []int{2, 0, 2} {
		d.later(time.Second)
		d.do(func(tx *store.Tx) error { return tx.TouchClient(list[i].ID) })
	}
	got := see(d, func(tx *store.Tx) ([]practice.Client, error) { return tx.RecentClients(5) })
	if len(got) != 2 || got[0].LegalName != "Cy" || got[1].LegalName != "Ana" {
		t.Errorf("recent %+v", got)
	}
}

func FuzzFold(f *testing.F) {
	for _, s := range []string{"", "José García", "STRAUẞ", "™ ℌ ﬁ", "İI ı", "Å\u030a", "  a   b "} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		if !utf8.ValidString(s) {
			return // what crosses the bridge as JSON is valid
		}
		once := store.Fold(s)
		if twice := store.Fold(once); twice != once {
			t.Errorf("%q folds to %q and that to %q", s, once, twice)
		}
	})
}

func TestSessionComesBackAsWritten(t *testing.T) {
	d := newDesk(t)
	ana, ben := d.client("Ana"), d.client("Ben")
	dosing := d.session(practice.Dosing, ana, ben)
	s := practice.Session{
		ID: practice.NewID(), Kind: practice.Integration, Zone: "Europe/Berlin", Place: practice.Virtual,
		PlannedStart: practice.At(noon), PlannedEnd: practice.At(noon.Add(time.Hour)), DosingSessionID: dosing.ID,
		Participants: []practice.Participant{{ID: practice.NewID(), ClientID: ben.ID}, {ID: practice.NewID(), ClientID: ana.ID}},
	}
	first := s
	s = d.put(s)
	for name, got := range map[string]practice.Session{
		"by id":          see(d, func(tx *store.Tx) (practice.Session, error) { return tx.Session(s.ID) }),
		"by participant": see(d, func(tx *store.Tx) (practice.Session, error) { return tx.SessionOf(s.Participants[1].ID) }),
		"sent again":     d.put(first),
	} {
		if !reflect.DeepEqual(got, s) {
			t.Errorf("%s: %+v, want %+v", name, got, s)
		}
	}
	put := func(change func(*practice.Session)) error {
		x := s
		x.Participants = append([]practice.Participant{}, s.Participants...)
		change(&x)
		return d.try(func(tx *store.Tx) error { _, err := tx.PutSession(x); return err })
	}
	want(t, put(func(x *practice.Session) { x.Version = 0; x.Place = practice.Office }), fault.Conflict)
	want(t, put(func(x *practice.Session) { x.Participants = x.Participants[:1] }), fault.Conflict)
	want(t, put(func(x *practice.Session) { x.DosingSessionID = x.ID }), fault.Invalid)
	want(t, put(func(x *practice.Session) { x.DosingSessionID = practice.NewID() }), fault.NotFound)
	stranger := d.session(practice.Dosing, d.client("Cy"))
	want(t, put(func(x *practice.Session) { x.DosingSessionID = stranger.ID }), fault.Invalid)
	if err := put(func(x *practice.Session) { x.Kind = practice.CheckIn }); err != nil {
		t.Errorf("a planned session changes its kind: %v", err)
	}
	dosing.Kind = practice.Talk
	want(t, d.try(func(tx *store.Tx) error { _, err := tx.PutSession(dosing); return err }), fault.Conflict)
}

func TestSessionLists(t *testing.T) {
	d := newDesk(t)
	ana := d.client("Ana")
	make := func(kind practice.SessionKind, in time.Duration, change func(*practice.Session)) practice.Session {
		s := practice.Session{
			ID: practice.NewID(), Kind: kind, Zone: "UTC", Place: practice.Office, PlannedStart: practice.At(noon.Add(in)),
			Participants: []practice.Participant{{ID: practice.NewID(), ClientID: ana.ID}},
		}
		change(&s)
		return d.put(s)
	}
	begun := func(s *practice.Session) { s.ActualStart = s.PlannedStart }
	late := func(s *practice.Session) {
		s.ActualStart = s.PlannedStart
		s.PlannedStart = s.PlannedStart.Add(-48 * time.Hour)
	}
	off := func(s *practice.Session) { s.CancelledAt = practice.At(noon) }
	nothing := func(*practice.Session) {}
	dosing := make(practice.Dosing, -30*time.Hour, begun)
	talk := make(practice.Talk, -2*time.Hour, late)
	after := make(practice.Integration, time.Hour, func(s *practice.Session) { s.DosingSessionID = dosing.ID })
	check := make(practice.CheckIn, 2*time.Hour, nothing)
	cancelled := make(practice.CheckIn, 3*time.Hour, off)
	dose := practice.DoseEvent{Entry: practice.Entry{ID: practice.NewID(), ParticipantID: dosing.Participants[0].ID, At: practice.At(noon.Add(-29 * time.Hour))}, TakenUg: 1, Route: practice.Oral}
	d.do(func(tx *store.Tx) error { return tx.AddDose(dose) })

	from, to := practice.At(noon.Add(-2*time.Hour)), practice.At(noon.Add(2*time.Hour))
	for name, c := range map[string]struct {
		list func(*store.Tx) ([]practice.Session, error)
		want []practice.Session
	}{
		"between":            {func(tx *store.Tx) ([]practice.Session, error) { return tx.SessionsBetween(from, to) }, []practice.Session{talk, after}},
		"open":               {func(tx *store.Tx) ([]practice.Session, error) { return tx.OpenSessions() }, []practice.Session{dosing, talk}},
		"of the client":      {func(tx *store.Tx) ([]practice.Session, error) { return tx.SessionsOfClient(ana.ID, 9) }, []practice.Session{cancelled, check, after, talk, dosing}},
		"of the client, two": {func(tx *store.Tx) ([]practice.Session, error) { return tx.SessionsOfClient(ana.ID, 2) }, []practice.Session{cancelled, check}},
		"contacts":           {func(tx *store.Tx) ([]practice.Session, error) { return tx.Contacts(ana.ID, from, to) }, []practice.Session{after, check}},
		"dosings since": {func(tx *store.Tx) ([]practice.Session, error) {
			return tx.DosingsSince(practice.At(noon.Add(-29 * time.Hour)))
		}, []practice.Session{dosing}},
		"dosings since, later": {func(tx *store.Tx) ([]practice.Session, error) {
			return tx.DosingsSince(practice.At(noon.Add(-28 * time.Hour)))
		}, []practice.Session{}},
		"following": {func(tx *store.Tx) ([]practice.Session, error) { return tx.SessionsFollowing(dosing.ID) }, []practice.Session{after}},
	} {
		if got := see(d, c.list); !reflect.DeepEqual(got, c.want) {
			t.Errorf("%s: %d sessions, want %d\n%+v", name, len(got), len(c.want), got)
		}
	}
}

func TestOrdinals(t *testing.T) {
	d := newDesk(t)
	ana, ben := d.client("Ana"), d.client("Ben")
	ordinal := func(s practice.Session, c practice.Client) int {
		return see(d, func(tx *store.Tx) (int, error) { return tx.Ordinal(s, c.ID) })
	}
	give := func(s practice.Session, part int) practice.DoseEvent { return d.dose(s.Participants[part].ID) }

	first := d.session(practice.Dosing, ana)
	give(first, 0)
	d.later(24 * time.Hour)
	notGiven := d.session(practice.Dosing, ana)
	d.do(func(tx *store.Tx) error {
		return tx.AddDose(practice.DoseEvent{Entry: d.entry(notGiven.Participants[0].ID), NotGiven: true, Reason: "Blood pressure"})
	})
	d.later(24 * time.Hour)
	struck := d.session(practice.Dosing, ana)
	x := give(struck, 0)
	d.do(func(tx *store.Tx) error {
		e, _, err := tx.Entry(x.Entry.ID)
		if err != nil {
			return err
		}
		return tx.StrikeEntry(e, "Wrong chart")
	})
	d.later(24 * time.Hour)
	couple := d.session(practice.Dosing, ana, ben)
	give(couple, 0)
	d.later(24 * time.Hour)
	talk := d.session(practice.Talk, ana)
	open := d.session(practice.Dosing, ana, ben)
	open.ActualEnd = ""
	open = d.put(open)
	planned := practice.Session{
		ID: practice.NewID(), Kind: practice.Dosing, Zone: "UTC", Place: practice.Office, PlannedStart: practice.At(d.now.Add(24 * time.Hour)),
		Participants: []practice.Participant{{ID: practice.NewID(), ClientID: ana.ID}},
	}
	planned = d.put(planned)
	off := planned
	off.ID, off.Version = practice.NewID(), 0
	off.Participants = []practice.Participant{{ID: practice.NewID(), ClientID: ana.ID}}
	off.CancelledAt = practice.At(d.now)
	off = d.put(off)

	for _, c := range []struct {
		name string
		got  int
		want int
	}{
		{"first", ordinal(first, ana), 1},
		{"not given", ordinal(notGiven, ana), 0},
		{"struck", ordinal(struck, ana), 0},
		{"couple, who took it", ordinal(couple, ana), 2},
		{"couple, who did not", ordinal(couple, ben), 0},
		{"talk counts apart", ordinal(talk, ana), 1},
		{"open, none given yet", ordinal(open, ana), 3},
		{"open, the partner's first", ordinal(open, ben), 1},
		{"planned", ordinal(planned, ana), 4},
		{"cancelled", ordinal(off, ana), 0},
	} {
		if c.got != c.want {
			t.Errorf("%s: %d, want %d", c.name, c.got, c.want)
		}
	}
}

func TestNotes(t *testing.T) {
	d := newDesk(t)
	s := d.session(practice.Integration, d.client("Ana"))
	p := s.Participants[0].ID
	want(t, d.try(func(tx *store.Tx) error { _, err := tx.NoteOf(p); return err }), fault.NotFound)
	first := practice.NewNote(practice.NewID(), p, practice.ShippedOutline(s.Kind), "to rest")
	first.Sections[0].Body = "One"
	var n practice.Note
	save := func(x practice.Note) error {
		return d.try(func(tx *store.Tx) (err error) { n, err = tx.SaveDraft(x); return err })
	}
	if err := save(first); err != nil || n.Version != 1 || n.CreatedAt != practice.At(noon) || !reflect.DeepEqual(n.Sections, first.Sections) {
		t.Fatalf("saved %+v, %v", n, err)
	}
	d.later(time.Minute)
	if err := save(first); err != nil || n.Version != 1 || n.UpdatedAt != practice.At(noon) {
		t.Errorf("sent again: %+v, %v", n, err)
	}
	x := first
	x.Sections = append([]practice.Section{}, first.Sections...)
	x.Sections[0].Body = "Two"
	want(t, save(x), fault.Conflict)
	other := x
	other.ID = practice.NewID()
	want(t, save(other), fault.Conflict) // the session has its note
	x.Version = 1
	forged := x
	forged.SignedAt, forged.SignedName, forged.Addenda = practice.At(noon), "Nobody", []practice.Addendum{{ID: "x"}}
	if err := save(forged); err != nil || n.Version != 2 || n.Signed() || n.SignedName != "" || len(n.Addenda) != 0 || n.Sections[0].Body != "Two" {
		t.Errorf("saved %+v, %v", n, err)
	}
	keep := func() (kept bool) {
		d.do(func(tx *store.Tx) (err error) { kept, err = tx.KeepRevision(n); return err })
		return kept
	}
	if !keep() || keep() {
		t.Error("a state is kept once")
	}
	n.Risk, n.RiskText = practice.RiskWatch, "Sleep"
	if err := save(n); err != nil {
		t.Fatal(err)
	}
	if list := see(d, func(tx *store.Tx) ([]practice.Note, error) { return tx.UnsignedNotes(10) }); len(list) != 1 || list[0].RiskText != "Sleep" {
		t.Errorf("unsigned %+v", list)
	}
	n = d.sign(s, n)
	d.addendum(n, "One more")
	got := see(d, func(tx *store.Tx) (practice.Note, error) { return tx.NoteOf(p) })
	if !got.Signed() || got.SignedName != "Mira Okafor" || got.SignedCredential != "LMFT" || got.SignedZone != s.Zone || len(got.Addenda) != 1 || got.Addenda[0].Text != "One more" {
		t.Errorf("signed %+v", got)
	}
	revisions := see(d, func(tx *store.Tx) ([]practice.Revision, error) { return tx.Revisions(n.ID, 10) })
	if len(revisions) != 2 || revisions[0].Number != 2 || revisions[0].RiskText != "Sleep" || revisions[1].Sections[0].Body != "Two" {
		t.Errorf("revisions %+v", revisions)
	}
	trail := see(d, func(tx *store.Tx) ([]practice.AuditEntry, error) { return tx.Audit(0, 100) })
	if sign := trail[len(trail)-2]; sign.Act != practice.ActSign || sign.Hash != got.AuditHead {
		t.Errorf("the note's head is that of its signature: %+v", sign)
	}
	if list := see(d, func(tx *store.Tx) ([]practice.Note, error) { return tx.UnsignedNotes(10) }); len(list) != 0 {
		t.Errorf("unsigned %+v", list)
	}
}

func TestLetterheadSettingsDrafts(t *testing.T) {
	d := newDesk(t)
	head := func() practice.Practice { return see(d, (*store.Tx).Practice) }
	settings := func() practice.Settings { return see(d, (*store.Tx).Settings) }
	draft := func() string { return see(d, func(tx *store.Tx) (string, error) { return tx.Draft("client:1") }) }
	if head() != (practice.Practice{Zone: "UTC"}) || !reflect.DeepEqual(settings(), practice.DefaultSettings()) || draft() != "" {
		t.Error("a new practice is empty")
	}
	for i := range 2 {
		p := therapist
		p.Phone, p.NPI, p.EIN = fmt.Sprint(i), "1234567893", "12-345678"+fmt.Sprint(i)
		s := practice.Settings{
			AutoLockMinutes: 5 + i, BackupFolder: "/b", BackupEveryDays: 7, BackupOnClose: i == 1, BackupOverdueDays: 1, WindowHours: 96, FirstStageHours: 96,
			SessionMinutes: 11, DosingMinutes: 32, DischargeMinutes: 33, FastingHours: 4 + i, LostMinutes: 6, ScreeningMonths: 7, NoticeDays: 8, RetentionYears: 9, RetentionMinorYears: 10,
			RestMinutes: 12, RecheckMinutes: 13, CoverMinutes: 14, HideNames: i == 0, SingleKeys: i == 1, KeyMap: practice.KeyMap{"dose": "K"},
			RecordsRule: "california",
		}
		d.do(func(tx *store.Tx) error { return tx.PutPractice(p) })
		d.do(func(tx *store.Tx) error { return tx.PutSettings(s) })
		d.do(func(tx *store.Tx) error { return tx.PutDraft("client:1", fmt.Sprint("text", i)) })
		if head() != p || !reflect.DeepEqual(settings(), s) || draft() != fmt.Sprint("text", i) {
			t.Errorf("%+v %+v %q", head(), settings(), draft())
		}
	}
	usual := practice.DefaultSettings()
	usual.KeyMap = nil
	d.do(func(tx *store.Tx) error { return tx.PutSettings(usual) })
	if keys := settings().KeyMap; keys == nil || len(keys) != 0 {
		t.Errorf("no keys of one's own: %v", keys)
	}
	d.do(func(tx *store.Tx) error { return tx.PutDraft("client:1", "") })
	if draft() != "" {
		t.Error("an emptied draft stays")
	}
}
