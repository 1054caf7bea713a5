package app

import (
	"testing"

	"snowfield/internal/practice"
)

// What left about a client of the sample, and her request that waits.
func TestSampleAccounting(t *testing.T) {
	b := newSampleAt(t)
	delphine := b.named("Delphine")
	v := must(b, b.documents.Make)(DocumentRequest{Kind: practice.DocAccounting, ClientID: delphine.ID})
	b.golden("accounting.txt", v)
	if v.Pages != 1 || v.Reader != practice.ReaderClient || len(v.Unprintable) != 0 {
		t.Errorf("shown as %+v", v)
	}
	if waiting := must(b, b.requests().Waiting)(delphine.ID); len(waiting) != 1 {
		t.Errorf("waiting: %+v", waiting)
	}
}
