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
		if wider := kind.Wider(kind.Default()); len(wider) != 0 {
			t.Errorf("the default of %s is wider than itself: %v", kind, wider)
		}
	}
}

func TestChoosingParts(t *testing.T) {
	set, err := DocClientCopy.Choose([]Part{PartVitals})
	if err != nil || !set[PartIdentity] || !set[PartVitals] || set[PartOwnWords] {
		t.Errorf("chose %v, %v", set, err)
	}
	if wider := DocClientCopy.Wider(set); len(wider) != 1 || wider[0] != PartVitals {
		t.Errorf("wider by %v", wider)
	}
	if _, err := DocClientCopy.Choose([]Part{PartNote}); err == nil {
		t.Error("a client copy held the note")
	}
}
