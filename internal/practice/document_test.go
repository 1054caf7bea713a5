package practice

import "testing"

func TestEveryDocumentHasItsRule(t *testing.T) {
	for kind, rule := range documentRules {
		if rule.title == "" || rule.reader == "" {
			t.Errorf("%s has no title or reader", kind)
		}
		seen := map[Part]bool{}
		for _, r := range rule.parts {
			if seen[r.Part] {
				t.Errorf("%s names %s twice", kind, r.Part)
			}
			seen[r.Part] = true
			if partLabels[r.Part] == "" {
				t.Errorf("%s has no label", r.Part)
			}
		}
	}
}

func TestChoosingParts(t *testing.T) {
	set, err := DocClientCopy.Choose([]Part{PartVitals})
	if err != nil || !set[PartIdentity] || !set[PartVitals] || set[PartOwnWords] {
		t.Errorf("chose %v, %v", set, err)
	}
	if _, err := DocClientCopy.Choose([]Part{PartNote}); err == nil {
		t.Error("a client copy held the note")
	}
}
