package app

import (
	"reflect"
	"slices"
	"strings"
	"testing"
	"time"

	"snowfield/internal/fault"
	"snowfield/internal/practice"
)

// TestLibraryKeepsVersions changes a question, finds both versions, and puts
// back what was shipped as a third.
func TestLibraryKeepsVersions(t *testing.T) {
	b := newBench(t)
	b.create()
	heart := func(v LibraryView) ShelvedQuestion {
		i := slices.IndexFunc(v.Questions, func(q ShelvedQuestion) bool { return q.Item.Key == "heart" })
		return v.Questions[i]
	}
	first := heart(get(b, b.library.Get))
	if first.Text != "As shipped" || first.Line != "Hold" || !reflect.DeepEqual(*first.Shipped, first.Item) {
		t.Errorf("as shipped: %+v", first)
	}
	lowered := first.Item
	lowered.Severity = practice.SeverityReview
	_, err := b.library.KeepQuestion(lowered, 0)
	if w := b.refused(err, fault.Invalid); w.Fields["reason"] == "" {
		t.Errorf("lowered silently: %+v", w)
	}
	lowered.Reason = "Dr. Lund, by phone"
	v, err := b.library.KeepQuestion(lowered, 0)
	b.ok(err)
	if got := heart(v); got.Text != "Version 1, changed 12 March" || got.Line != "Review, shipped as hold. Dr. Lund, by phone" {
		t.Errorf("lowered: %+v", got)
	}
	other := lowered
	other.Question = "Any heart complaint?"
	_, err = b.library.KeepQuestion(other, 0)
	b.refused(err, fault.Conflict)

	b.wait(24 * time.Hour)
	back := *first.Shipped
	back.Reason = "Asked too little"
	v, err = b.library.KeepQuestion(back, 1)
	b.ok(err)
	if got := heart(v); got.Text != "Version 2, as shipped again since 13 March" {
		t.Errorf("put back: %+v", got)
	}
	all, err := b.library.Versions(practice.ShelfScreening, "heart")
	b.ok(err)
	texts := []string{}
	for _, version := range all {
		texts = append(texts, version.Text+": "+strings.Join(version.Lines[1:], "; "))
	}
	source := "; Source: " + first.Item.Source
	if want := []string{
		"Version 2, as shipped again since 13 March: Severity: hold" + source + "; Reason: Asked too little",
		"Version 1, changed 12 March: Severity: review" + source + "; Reason: Dr. Lund, by phone",
		"As shipped: Severity: hold" + source,
	}; !slices.Equal(texts, want) {
		t.Errorf("versions %q, want %q", texts, want)
	}
}

// TestLibraryAdds takes what is new under an identifier, and nothing under a
// name of its own.
func TestLibraryAdds(t *testing.T) {
	b := newBench(t)
	b.create()
	q := practice.ScreeningItem{Key: practice.NewID(), Question: " Fainting? ", Severity: practice.SeverityHold, Source: "Dr. Lund", Asked: true}
	v, err := b.library.KeepQuestion(q, 0)
	b.ok(err)
	last := v.Questions[len(v.Questions)-1]
	if last.Item.Question != "Fainting?" || last.Shipped != nil || last.Text != "Version 1, added 12 March" {
		t.Errorf("added: %+v", last)
	}
	again, err := b.library.KeepQuestion(q, 0)
	b.ok(err)
	if len(again.Questions) != len(v.Questions) || again.Questions[len(v.Questions)-1].Version != 1 {
		t.Error("sent twice, it is there twice")
	}
	q.Key = "fainting"
	_, err = b.library.KeepQuestion(q, 0)
	if w := b.refused(err, fault.Invalid); w.Fields["key"] == "" {
		t.Errorf("a key of its own: %+v", w)
	}
	_, err = b.library.KeepOutline(practice.NoteOutline{Kind: "party", Format: "x", Sections: []practice.Section{{Title: "A"}}}, 0)
	b.refused(err, fault.Invalid)
	_, err = b.library.Versions("cupboard", "x")
	b.refused(err, fault.NotFound)
	none, err := b.library.Versions(practice.ShelfScreening, "none")
	b.ok(err)
	if none == nil || len(none) != 0 {
		t.Errorf("versions of nothing: %v", none)
	}
}

// TestLibraryConsent refuses a text for signing while it says what to write.
func TestLibraryConsent(t *testing.T) {
	b := newBench(t)
	b.create()
	kap := get(b, b.library.Get).Consents[0]
	if !kap.Item.Skeleton || kap.Item.Kind != practice.ConsentKAP {
		t.Fatalf("shipped: %+v", kap)
	}
	text := kap.Item
	text.Skeleton = false
	_, err := b.library.KeepConsent(text, 0)
	if w := b.refused(err, fault.Invalid); w.Fields["text"] == "" {
		t.Errorf("the skeleton to be signed: %+v", w)
	}
	text.Text = "# Ours\n\nOur *own* words <script>x</script>."
	v, err := b.library.KeepConsent(text, 0)
	b.ok(err)
	if got := v.Consents[0]; got.Item.Skeleton || got.Line != "Holds 12 months" {
		t.Errorf("kept: %+v", got)
	}
	all, err := b.library.Versions(practice.ShelfConsent, "kap")
	b.ok(err)
	html := must(b, b.library.Preview)(text.Text)
	if len(all) != 2 || all[0].HTML != html || !strings.Contains(html, "<em>own</em>") || strings.Contains(html, "<script>") {
		t.Errorf("preview %q, versions %+v", html, all)
	}
}

// TestOutlineOfThePractice begins new notes with the practice's outline and
// leaves those that were begun as they are.
func TestOutlineOfThePractice(t *testing.T) {
	b := newBench(t)
	b.create()
	ana := b.add("Ana Lee")
	begun := b.write(b.begin(practice.Talk, ana.ID, ""), "Rested.")
	_, err := b.library.KeepOutline(practice.NoteOutline{Kind: practice.Talk, Format: "Own", Sections: []practice.Section{
		{Title: "Meaning", Placeholder: "What for?"}, {Title: "Next"},
	}}, 0)
	b.ok(err)

	note := must(b, b.notes.Open)(begun.Note.ParticipantID).Note
	if !reflect.DeepEqual(note.Sections, begun.Note.Sections) {
		t.Errorf("the note that was begun: %+v", note.Sections)
	}
	note.Sections[0].Body = "Rested well."
	must(b, b.notes.Save)(note)

	v := b.begin(practice.Talk, ana.ID, "")
	fresh := must(b, b.notes.Open)(v.Parts[0].ParticipantID).Note
	if want := []practice.Section{
		{Key: "meaning", Title: "Meaning", Placeholder: "What for? “To rest.”"}, {Key: "next", Title: "Next"},
	}; !reflect.DeepEqual(fresh.Sections, want) {
		t.Errorf("a new note: %+v", fresh.Sections)
	}
	saved := must(b, b.notes.Save)(fresh).Note
	saved.Sections[1].Title = "Else"
	_, err = b.notes.Save(saved)
	b.refused(err, fault.Invalid)
}

// TestMethodsOfANote offers the practice's methods, and keeps those of a note
// when the practice lists them no longer.
func TestMethodsOfANote(t *testing.T) {
	b := newBench(t)
	b.create()
	ana := b.add("Ana Lee")
	v := b.begin(practice.Talk, ana.ID, "")
	id := v.Parts[0].ParticipantID
	saved := b.write(v, "Rested.").Note
	saved.Methods = []string{"IFS", "Talk <i>"}
	saved = must(b, b.notes.Save)(saved).Note
	_, err := b.library.KeepMethods(practice.MethodList{Methods: []string{"Our own"}}, 0)
	b.ok(err)
	opened := must(b, b.notes.Open)(id)
	if !slices.Equal(opened.Methods, []string{"Our own", "IFS", "Talk <i>"}) || !slices.Equal(opened.Note.Methods, saved.Methods) {
		t.Errorf("offered %v, named %v", opened.Methods, opened.Note.Methods)
	}
	said := must(b, b.notes.Rendered)(saved.ID)
	if got := said[1]; got.Title != "Methods" || got.HTML != "<p>IFS, Talk &lt;i&gt;</p>" {
		t.Errorf("rendered %+v", got)
	}
	dosing := must(b, b.notes.Open)(b.begin(practice.Consultation, ana.ID, "").Parts[0].ParticipantID)
	if dosing.Methods == nil || len(dosing.Methods) != 0 {
		t.Errorf("a consultation offers %v", dosing.Methods)
	}
}

// TestSessionShelves makes the plan, the marks and the checklist of a session
// the practice's own.
func TestSessionShelves(t *testing.T) {
	b := newBench(t)
	b.create()
	first := get(b, b.library.Get)
	plan := practice.SessionPlan{Phases: slices.Clone(first.SessionPlan.Item.Phases), CheckMinutes: []int{20, 40, 60, 90}}
	plan.Phases[2].Minutes = 60
	v, err := b.library.KeepSessionPlan(plan, 0)
	b.ok(err)
	if got := v.SessionPlan; got.Text != "Version 1, changed 12 March" || !reflect.DeepEqual(got.Item, plan) || !reflect.DeepEqual(*got.Shipped, first.SessionPlan.Item) {
		t.Errorf("plan: %+v", got)
	}
	_, err = b.library.KeepSessionPlan(first.SessionPlan.Item, 0)
	b.refused(err, fault.Conflict)

	body := first.MarkSets[1].Item
	body.Offered = false
	must(b, func(s practice.MarkSet) (LibraryView, error) { return b.library.KeepMarks(s, 0) })(body)
	ours := practice.MarkSet{Key: practice.NewID(), Name: " Ours ", Marks: make([]practice.KeyMark, 10), Offered: true}
	ours.Marks[0].Text = "Eye shades on"
	v = must(b, func(s practice.MarkSet) (LibraryView, error) { return b.library.KeepMarks(s, 0) })(ours)
	names := []string{}
	for _, s := range v.MarkSets {
		names = append(names, s.Item.Name+": "+s.Text)
	}
	if want := []string{"Experience: As shipped", "Body: Version 1, changed 12 March", "Ours: Version 1, added 12 March"}; !slices.Equal(names, want) {
		t.Errorf("sets %q", names)
	}
	offered, err := view(b.app.core, markSets)
	b.ok(err)
	if len(offered) != 2 || offered[0].Name != "Experience" || offered[1].Name != "Ours" {
		t.Errorf("offered: %+v", offered)
	}
	ours.Key = "ours"
	_, err = b.library.KeepMarks(ours, 0)
	b.refused(err, fault.Invalid)

	list := practice.LeavingList{Items: append(slices.Clone(first.Leaving.Item.Items[:2]), practice.LeavingItem{Label: "Shoes on"})}
	v, err = b.library.KeepLeaving(list, 0)
	b.ok(err)
	if got := v.Leaving.Item.Items; len(got) != 3 || got[2] != (practice.LeavingItem{Key: "shoes_on", Label: "Shoes on"}) {
		t.Errorf("checklist: %+v", got)
	}
	for shelf, want := range map[practice.LibraryKind]string{
		practice.ShelfSession: "Vital signs after the first dose: 20 min, 40 min, 60 min, 90 min",
		practice.ShelfLeaving: "Shoes on",
	} {
		all, err := b.library.Versions(shelf, practice.TheOne)
		b.ok(err)
		if len(all) != 2 || all[0].Lines[len(all[0].Lines)-1] != want || all[1].Text != "As shipped" {
			t.Errorf("%s: %+v", shelf, all)
		}
	}
	all, err := b.library.Versions(practice.ShelfMarks, "body")
	b.ok(err)
	if len(all) != 2 || all[0].Lines[len(all[0].Lines)-1] != "No longer offered" {
		t.Errorf("marks: %+v", all)
	}
}
