package practice

import (
	"reflect"
	"strings"
	"testing"

	"snowfield/internal/fault"
)

// TestShippedShelves wants everything that is shipped to pass its own rules,
// with no key twice on a shelf.
func TestShippedShelves(t *testing.T) {
	seen := map[string]bool{}
	check := func(shelf LibraryKind, key string, err error) {
		t.Helper()
		if name := string(shelf) + " " + key; key == "" || seen[name] || err != nil {
			t.Errorf("%s: %v", name, err)
		} else {
			seen[name] = true
		}
	}
	for _, i := range shippedScreening {
		check(ShelfScreening, i.Key, i.Validate(ScreeningItem{}))
	}
	for _, text := range shippedConsents {
		check(ShelfConsent, text.Key, text.Validate())
		if text.Skeleton = false; fields(t, text.Validate()) != "text" {
			t.Errorf("%s can be signed as it is shipped", text.Key)
		}
	}
	for _, c := range shippedCourses {
		check(ShelfCourse, c.Key, c.Validate())
	}
	for _, o := range shippedOutlines {
		check(ShelfOutline, string(o.Kind), o.Validate())
	}
	for _, o := range NoteFormats {
		o.Kind = Talk
		check("format", o.Format, o.Validate())
	}
	check(ShelfEmergency, TheOne, shippedEmergencyPlan.Validate())
	check(ShelfMethods, TheOne, shippedMethods.Validate())
	check(ShelfSession, TheOne, shippedSessionPlan.Validate())
	for _, set := range shippedMarkSets {
		check(ShelfMarks, set.Key, set.Validate())
	}
	check(ShelfLeaving, TheOne, shippedLeaving.Validate())
	for _, h := range shippedHandouts {
		check(ShelfHandout, string(h.Place), h.Validate())
	}
}

// TestShelves lays what the practice keeps over what is shipped.
func TestShelves(t *testing.T) {
	own := ScreeningItem{Key: "own", Question: "Own?", Severity: SeverityHold, Source: "Dr. Lund", Asked: true}
	heart := ScreeningItem{Key: "heart", Question: "The heart?", Severity: SeverityAbsolute, Source: shippedSource, Reason: "Agreed", Asked: true}
	var stored []LibraryItem
	for i, item := range []ScreeningItem{own, heart} {
		kept, err := Shelve(ShelfScreening, item.Key, item)
		wantCode(t, err, "")
		kept.Version, kept.At = i+1, noon
		stored = append(stored, kept)
	}
	list, err := ScreeningShelf(stored)
	wantCode(t, err, "")
	if len(list) != len(shippedScreening)+1 || !reflect.DeepEqual(list[len(list)-1], Shelved[ScreeningItem]{Key: "own", Item: own, Version: 1, At: noon}) {
		t.Errorf("%d items, the last %+v", len(list), list[len(list)-1])
	}
	for i, s := range list[:len(shippedScreening)] {
		want := Shelved[ScreeningItem]{Key: shippedScreening[i].Key, Item: shippedScreening[i], Shipped: &shippedScreening[i]}
		if s.Key == "heart" {
			want.Item, want.Version, want.At = heart, 2, noon
		}
		if !reflect.DeepEqual(s, want) {
			t.Errorf("%+v, want %+v", s, want)
		}
	}
	_, err = ScreeningShelf([]LibraryItem{{Kind: ShelfScreening, Key: "heart", Version: 1, Body: "{"}})
	wantCode(t, err, fault.Corrupt)
}

func TestVersionText(t *testing.T) {
	shipped := shippedScreening[0]
	back, other := shipped, shipped
	back.Reason, other.Question = "Agreed", "Else?"
	late := Instant("2026-03-12T06:30:00.000Z") // still the day before in Los Angeles
	for want, s := range map[string]Shelved[ScreeningItem]{
		"As shipped":                                 {Item: shipped, Shipped: &shipped},
		"Version 3, changed 11 March":                {Item: other, Version: 3, At: late, Shipped: &shipped},
		"Version 2, changed 11 March 2025":           {Item: other, Version: 2, At: "2025-03-12T06:30:00.000Z", Shipped: &shipped},
		"Version 4, as shipped again since 11 March": {Item: back, Version: 4, At: late, Shipped: &shipped},
		"Version 1, added 11 March":                  {Item: other, Version: 1, At: late},
		"Version 2, changed 12 March":                {Item: other, Version: 2, At: noon},
	} {
		if got := s.Text(noon, "America/Los_Angeles"); got != want {
			t.Errorf("%q, want %q", got, want)
		}
	}
}

func TestScreeningItemRules(t *testing.T) {
	shipped := ScreeningItem{Key: "heart", Question: "Heart?", Severity: SeverityHold, Source: "Guidance", Asked: true}
	changed := shipped
	changed.Severity, changed.Reason = SeverityReview, "Dr. Lund, 3 March"
	unasked := shipped
	unasked.Asked, unasked.Reason = false, "Asked by the prescriber"
	fresh := ScreeningItem{Key: NewID(), Question: "Own?", Severity: SeverityReview, Source: "Dr. Lund", Asked: true}
	for name, c := range map[string]struct {
		before ScreeningItem
		change func(*ScreeningItem)
		want   string
	}{
		"as it is":                          {shipped, func(*ScreeningItem) {}, ""},
		"a new one":                         {ScreeningItem{}, func(i *ScreeningItem) { *i = fresh }, ""},
		"a new one without source":          {ScreeningItem{}, func(i *ScreeningItem) { *i = fresh; i.Source = "" }, "source"},
		"a new one without anything":        {ScreeningItem{}, func(i *ScreeningItem) { *i = ScreeningItem{} }, "key question severity source"},
		"a question of two lines":           {shipped, func(i *ScreeningItem) { i.Question = "a\nb" }, "question"},
		"other words":                       {shipped, func(i *ScreeningItem) { i.Question = "Your heart?" }, ""},
		"no words":                          {shipped, func(i *ScreeningItem) { i.Question = "" }, "question"},
		"lowered silently":                  {shipped, func(i *ScreeningItem) { i.Severity = SeverityReview }, "reason"},
		"raised silently":                   {shipped, func(i *ScreeningItem) { i.Severity = SeverityAbsolute }, "reason"},
		"lowered with a reason":             {shipped, func(i *ScreeningItem) { i.Severity, i.Reason = SeverityReview, "Agreed" }, ""},
		"lowered with another's source":     {shipped, func(i *ScreeningItem) { i.Severity, i.Reason, i.Source = SeverityReview, "Agreed", "Me" }, "source"},
		"the source alone":                  {shipped, func(i *ScreeningItem) { i.Source = "" }, "source"},
		"no severity there is":              {shipped, func(i *ScreeningItem) { i.Severity, i.Reason = "light", "Agreed" }, "severity"},
		"no longer asked":                   {shipped, func(i *ScreeningItem) { i.Asked = false }, "reason"},
		"no longer asked with a reason":     {shipped, func(i *ScreeningItem) { i.Asked, i.Reason = false, "Asked elsewhere" }, ""},
		"asked again":                       {unasked, func(i *ScreeningItem) { i.Asked = true }, ""},
		"changed, other words":              {changed, func(i *ScreeningItem) { i.Question = "Else?" }, ""},
		"changed again by the same reason":  {changed, func(i *ScreeningItem) { i.Severity = SeverityHold }, "reason"},
		"changed, then no longer asked":     {changed, func(i *ScreeningItem) { i.Asked = false }, "reason"},
		"changed back with a reason":        {changed, func(i *ScreeningItem) { i.Severity, i.Reason = SeverityHold, "As shipped again" }, ""},
		"changed, the reason in more words": {changed, func(i *ScreeningItem) { i.Reason += ", by phone" }, ""},
	} {
		item := c.before
		c.change(&item)
		item.Normalize()
		if got := fields(t, item.Validate(c.before)); got != c.want {
			t.Errorf("%s: refused %q, want %q", name, got, c.want)
		}
	}
}

func TestConsentTextRules(t *testing.T) {
	kap := shippedConsents[0]
	kept := "Say that ketamine is used outside its approved indication, and what is known about it."
	if !strings.Contains(kap.Text, kept) {
		t.Fatal("the skeleton has other words")
	}
	for name, c := range map[string]struct {
		change func(*ConsentText)
		want   string
	}{
		"the skeleton":                  {func(*ConsentText) {}, ""},
		"the skeleton, half edited":     {func(text *ConsentText) { text.Text += "\n\nMore" }, ""},
		"the skeleton to sign":          {func(text *ConsentText) { text.Skeleton = false }, "text"},
		"a line more to sign":           {func(text *ConsentText) { text.Skeleton, text.Text = false, text.Text+"\n\nMore" }, "text"},
		"one line of it left":           {func(text *ConsentText) { text.Skeleton, text.Text = false, "Our words\n  "+kept+" \nOurs" }, "text"},
		"its headings":                  {func(text *ConsentText) { text.Skeleton, text.Text = false, "## Off-label use\n\nOur words" }, ""},
		"no words to sign":              {func(text *ConsentText) { text.Skeleton, text.Text = false, " \n" }, "text"},
		"another's skeleton":            {func(text *ConsentText) { text.Skeleton, text.Text = false, shippedConsents[1].Text }, "text"},
		"no title":                      {func(text *ConsentText) { text.Title = " " }, "title"},
		"no kind":                       {func(text *ConsentText) { text.Kind = "pact" }, "kind"},
		"no key":                        {func(text *ConsentText) { text.Key = "" }, "key"},
		"held until revoked":            {func(text *ConsentText) { text.ValidMonths = 0 }, ""},
		"less than no time":             {func(text *ConsentText) { text.ValidMonths = -1 }, "valid_months"},
		"eleven years":                  {func(text *ConsentText) { text.ValidMonths = 132 }, "valid_months"},
		"empty clauses are left out":    {func(text *ConsentText) { text.Clauses = append(make([]string, 200), "I agree.") }, ""},
		"a clause of two lines":         {func(text *ConsentText) { text.Clauses = []string{"a\nb"} }, "clauses"},
		"more clauses than can be read": {func(text *ConsentText) { text.Clauses = strings.Split(strings.Repeat("a ", 101), " ") }, "clauses"},
	} {
		text := kap
		c.change(&text)
		text.Normalize()
		if got := fields(t, text.Validate()); got != c.want {
			t.Errorf("%s: refused %q, want %q", name, got, c.want)
		}
	}
}

func TestOutlineRules(t *testing.T) {
	titled := func(titles ...string) []Section {
		list := []Section{}
		for _, title := range titles {
			list = append(list, Section{Title: title})
		}
		return list
	}
	for name, c := range map[string]struct {
		sections []Section
		keys     []string
		want     string
	}{
		"titles":            {titled(" What came up ", "Parts & body", "Ändern"), []string{"what_came_up", "parts_body", "ändern"}, ""},
		"a title twice":     {titled("Plan", "Plan", "plan"), []string{"plan", "plan_2", "plan_3"}, ""},
		"signs alone":       {titled("…", "?"), []string{"section", "section_2"}, ""},
		"a key stays":       {[]Section{{Title: "Plan"}, {Key: "plan", Title: "What next"}}, []string{"plan_2", "plan"}, ""},
		"no title":          {titled("Plan", " "), []string{"plan", "section"}, "sections"},
		"none":              {nil, []string{}, "sections"},
		"too many":          {titled(strings.Split(strings.Repeat("a ", 20), " ")...), nil, "sections"},
		"a key twice":       {[]Section{{Key: "a", Title: "A"}, {Key: "a", Title: "B"}}, []string{"a", "a"}, "sections"},
		"text of its own":   {[]Section{{Key: "a", Title: "A", Body: "x"}}, []string{"a"}, "sections"},
		"a long title":      {titled(strings.Repeat("a", 301)), nil, "sections"},
		"a two-line prompt": {[]Section{{Key: "a", Title: "A", Placeholder: "x\ny"}}, []string{"a"}, "sections"},
	} {
		o := NoteOutline{Kind: Talk, Format: "Own", Sections: c.sections}
		o.Normalize()
		keys := []string{}
		for _, s := range o.Sections {
			keys = append(keys, s.Key)
		}
		if c.keys != nil && !reflect.DeepEqual(keys, c.keys) {
			t.Errorf("%s: keys %q, want %q", name, keys, c.keys)
		}
		if got := fields(t, o.Validate()); got != c.want {
			t.Errorf("%s: refused %q, want %q", name, got, c.want)
		}
	}
	if got := fields(t, NoteOutline{Sections: titled("A")}.Validate()); got != "format kind sections" {
		t.Errorf("nameless: refused %q", got)
	}
}

func TestListRules(t *testing.T) {
	for name, c := range map[string]struct {
		list []string
		kept int
		want string
	}{
		"plain":      {[]string{" IFS ", "", "Talk"}, 2, ""},
		"none":       {[]string{" ", ""}, 0, "list"},
		"two lines":  {[]string{"a\nb"}, 1, "list"},
		"hundred":    {strings.Split(strings.TrimSpace(strings.Repeat("a ", 101)), " "), 101, "list"},
		"long lines": {[]string{strings.Repeat("a", 301)}, 1, "list"},
	} {
		want := func(field string) string { return strings.ReplaceAll(c.want, "list", field) }
		m, p := MethodList{c.list}, EmergencyPlan{c.list}
		m.Normalize()
		p.Normalize()
		if got := fields(t, m.Validate()); got != want("methods") || len(m.Methods) != c.kept {
			t.Errorf("%s: methods %q refused %q", name, m.Methods, got)
		}
		if got := fields(t, p.Validate()); got != want("steps") || len(p.Steps) != c.kept {
			t.Errorf("%s: steps %q refused %q", name, p.Steps, got)
		}
	}
	if got := fields(t, MethodList{[]string{"IFS", "ifs"}}.Validate()); got != "methods" {
		t.Errorf("a method twice: refused %q", got)
	}
}
