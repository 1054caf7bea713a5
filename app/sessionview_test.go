package app

import (
	"testing"

	"snowfield/internal/practice"
)

// A reading beyond the hold limits offers something while the session is
// open; afterwards there is nobody to measure again.
func TestNothingIsOfferedAfterTheEnd(t *testing.T) {
	b := newBench(t)
	b.create()
	v := b.begin(practice.Dosing, b.add("Ana").ID, "")
	if v = b.reading(v, 170, 104); v.Parts[0].Offer == "" {
		t.Error("nothing is offered in the session")
	}
	if v = b.end(v.Session.ID); v.Parts[0].Offer != "" {
		t.Errorf("after the end it says %q", v.Parts[0].Offer)
	}
}
