package practice

import (
	"slices"
	"testing"
)

func TestDefaultForAReader(t *testing.T) {
	tests := []struct {
		kind    DocumentKind
		reader  Reader
		in, out []Part
	}{
		{DocSummary, ReaderRecord, []Part{PartNote, PartVitals, PartOwnWords}, nil},
		{DocSummary, ReaderClient, []Part{PartIdentity, PartFacts, PartOwnWords, PartPractices}, []Part{PartNote, PartObserved, PartVitals, PartDoses, PartReadiness}},
		{DocSummary, ReaderPrescriber, []Part{PartFacts, PartDoses, PartVitals, PartEvents, PartClearance}, []Part{PartNote, PartOwnWords, PartObserved, PartFollowing}},
		{DocSummary, ReaderOther, []Part{PartFacts, PartDoses}, []Part{PartNote, PartOwnWords, PartObserved, PartEvents}},
		{DocClientCopy, ReaderClient, []Part{PartOwnWords, PartIntention}, []Part{PartDoses, PartVitals}},
		{DocClientCopy, ReaderPrescriber, []Part{PartFacts}, []Part{PartOwnWords, PartIntention, PartVitals}},
		{DocChart, ReaderClient, []Part{PartNote, PartVitals, PartConsents}, []Part{PartDisclosures}},
		{DocSuperbill, ReaderOther, []Part{PartContact, PartCharges}, nil},
	}
	for _, test := range tests {
		set := test.kind.DefaultFor(test.reader)
		for _, p := range test.in {
			if !set[p] {
				t.Errorf("%s for %s lacks %s", test.kind, test.reader, p)
			}
		}
		for _, p := range test.out {
			if set[p] {
				t.Errorf("%s for %s holds %s", test.kind, test.reader, p)
			}
		}
	}
	for kind, rule := range documentRules {
		for _, r := range Readers {
			set := kind.DefaultFor(r)
			if wider := kind.Wider(r, set); len(wider) != 0 {
				t.Errorf("the default of %s for %s is wider than itself: %v", kind, r, wider)
			}
			for _, part := range rule.parts {
				if in := set[part.Part]; part.Inclusion == Always && !in || part.Inclusion == Off && in {
					t.Errorf("%s for %s: %s is %s, yet %v", kind, r, part.Part, part.Inclusion, in)
				}
			}
		}
	}
}

func TestWhatWasChosenLastTime(t *testing.T) {
	usual := DocClientCopy.List(DocClientCopy.Default())
	tests := []struct {
		name               string
		last               []Part
		parts, left, offer []Part
	}{
		{"never", nil, usual, nil, nil},
		{"as usual", usual, usual, nil, nil},
		{"narrower is narrow again", []Part{PartIdentity, PartFacts, PartIntention}, []Part{PartIdentity, PartFacts, PartIntention}, []Part{PartOwnWords, PartPractices, PartNextStep}, nil},
		{"nothing chosen keeps what is always there", []Part{}, []Part{PartIdentity, PartFacts}, []Part{PartIntention, PartOwnWords, PartPractices, PartNextStep}, nil},
		{"wider is offered", append(slices.Clone(usual), PartVitals), usual, nil, []Part{PartVitals}},
		{"both at once", []Part{PartVitals, PartOwnWords}, []Part{PartIdentity, PartFacts, PartOwnWords}, []Part{PartIntention, PartPractices, PartNextStep}, []Part{PartVitals}},
		{"what it may not hold is nothing", append(slices.Clone(usual), PartNote), usual, nil, nil},
	}
	for _, test := range tests {
		b := DocClientCopy.Begin(ReaderClient, test.last)
		if got := DocClientCopy.List(b.Parts); !slices.Equal(got, test.parts) {
			t.Errorf("%s: begins with %v, want %v", test.name, got, test.parts)
		}
		if !slices.Equal(b.Left, test.left) || !slices.Equal(b.Offers, test.offer) {
			t.Errorf("%s: left %v, offers %v; want %v and %v", test.name, b.Left, b.Offers, test.left, test.offer)
		}
	}
}

// Whatever was kept, for whomever: no document begins wider than its reader's
// default.
func TestNoDocumentBeginsWider(t *testing.T) {
	every := []Part{}
	for p := range partLabels {
		every = append(every, p)
	}
	for kind := range documentRules {
		for _, r := range Readers {
			if b := kind.Begin(r, every); len(kind.Wider(r, b.Parts)) != 0 {
				t.Errorf("%s for %s begins with %v", kind, r, kind.Wider(r, b.Parts))
			}
		}
	}
}

func TestPartsAreNamed(t *testing.T) {
	for want, parts := range map[string][]Part{
		"": {}, "doses": {PartDoses}, "doses and vital signs": {PartDoses, PartVitals},
		"doses, vital signs and the client's own words": {PartDoses, PartVitals, PartOwnWords},
	} {
		if got := PartsText(parts); got != want {
			t.Errorf("%q, want %q", got, want)
		}
	}
}
