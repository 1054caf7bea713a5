package app

import (
	"slices"
	"strings"
	"testing"

	"snowfield/internal/fault"
	"snowfield/internal/practice"
)

// A document begins with its reader's minimum. What left narrower is narrow
// again and says so; what left wider is offered and never there by itself.
func TestADocumentRemembersWhatLeft(t *testing.T) {
	b := newBench(t)
	b.create()
	client, next := b.add("Nell Harrow"), b.add("Ben Ode")
	v := b.dose(b.begin(practice.Dosing, client.ID, ""), 200)
	other := b.begin(practice.Preparation, next.ID, "")
	b.shell.save = t.TempDir()
	ask := DocumentRequest{Kind: practice.DocClientCopy, SessionID: v.Session.ID, ParticipantID: v.Parts[0].ParticipantID}
	open := func(ask DocumentRequest) DocumentView {
		t.Helper()
		shown, err := b.documents.Make(ask)
		b.ok(err)
		return shown
	}
	held := func(v DocumentView) (parts []practice.Part) {
		for _, p := range v.Parts {
			if p.In {
				parts = append(parts, p.Part)
			}
		}
		return parts
	}
	usual := held(open(ask))
	if first := open(ask); first.Reader != practice.ReaderClient || len(first.Readers) != 4 || first.AsLastTime+first.LastTime != "" {
		t.Errorf("at first: %+v", first)
	}

	chosen := ask
	chosen.Parts = []practice.Part{practice.PartIntention, practice.PartDoses}
	wide := open(chosen)
	if again := open(ask); !slices.Equal(held(again), usual) {
		t.Errorf("a preview alone is remembered: %v", held(again))
	}
	b.export(wide.Token)
	elsewhere := DocumentRequest{Kind: practice.DocClientCopy, SessionID: other.Session.ID, ParticipantID: other.Parts[0].ParticipantID}
	after := open(elsewhere)
	if got := held(after); !slices.Equal(got, []practice.Part{practice.PartIdentity, practice.PartFacts, practice.PartIntention}) {
		t.Errorf("after a wider one: %v", got)
	}
	if after.AsLastTime != "As last time, without the client's own words, practices and commitments and next step." {
		t.Errorf("says %q", after.AsLastTime)
	}
	if after.LastTime != "Last time you also included doses." || !slices.Equal(after.LastParts, []practice.Part{practice.PartDoses}) {
		t.Errorf("offers %q, %v", after.LastTime, after.LastParts)
	}
	if text := b.read(open(ask)); strings.Contains(text, "200 mg") {
		t.Error("a dose is in it by itself")
	}
	chosen.Parts = append(held(open(ask)), after.LastParts...)
	again := open(chosen)
	if !strings.Contains(b.read(again), "200 mg") || again.AsLastTime+again.LastTime != "" {
		t.Errorf("included again: %q %q", again.AsLastTime, again.LastTime)
	}

	// Another reader is another choice.
	ask.Reader = practice.ReaderPrescriber
	forOther := open(ask)
	if forOther.Reader != practice.ReaderPrescriber || forOther.AsLastTime != "" || slices.Contains(held(forOther), practice.PartOwnWords) {
		t.Errorf("for a prescriber: %v %q", held(forOther), forOther.AsLastTime)
	}
	for _, wrong := range []DocumentRequest{
		{Kind: "nothing"},
		{Kind: practice.DocSummary},
		{Kind: practice.DocClientCopy, SessionID: ask.SessionID, ParticipantID: ask.ParticipantID, Reader: "press"},
		{Kind: practice.DocClientCopy, SessionID: ask.SessionID, ParticipantID: ask.ParticipantID, Parts: []practice.Part{practice.PartNote}},
	} {
		_, err := b.documents.Make(wrong)
		b.refused(err, fault.Invalid)
	}
}

func TestEveryDocumentIsMade(t *testing.T) {
	for _, k := range documentKinds {
		if makers[k] == nil && k != practice.DocChart {
			t.Errorf("nothing makes %s", k)
		}
	}
}

// A chart offers what can be made of it, and each of it can be made.
func TestOffers(t *testing.T) {
	b := newBench(t)
	b.create()
	client := b.add("Nell Harrow")
	kinds := func() (list []practice.DocumentKind) {
		for _, o := range get(b, func() ([]DocumentOffer, error) { return b.documents.Offers(client.ID) }) {
			list = append(list, o.Kind)
			if o.Title == "" || o.Use == "" {
				t.Errorf("%s says nothing", o.Kind)
			}
		}
		return list
	}
	always := []practice.DocumentKind{practice.DocReferral, practice.DocHandout, practice.DocChart, practice.DocAccounting}
	if got := kinds(); !slices.Equal(got, always) {
		t.Errorf("of a new client: %v", got)
	}
	v := b.dose(b.begin(practice.Dosing, client.ID, ""), 200)
	of := []practice.DocumentKind{practice.DocSummary, practice.DocClientCopy, practice.DocPrescriber, practice.DocEmergency}
	if got := kinds(); !slices.Equal(got, append(of, always...)) {
		t.Errorf("while a session runs: %v", got)
	}
	offers := get(b, func() ([]DocumentOffer, error) { return b.documents.Offers(client.ID) })
	if o := offers[0]; o.SessionID != v.Session.ID || o.ParticipantID != v.Parts[0].ParticipantID || !strings.HasPrefix(o.Of, "Dosing 1") {
		t.Errorf("the summary: %+v", o)
	}
	for _, o := range offers {
		ask := DocumentRequest{Kind: o.Kind, ClientID: client.ID, SessionID: o.SessionID, ParticipantID: o.ParticipantID, EventID: o.EventID}
		if _, err := b.documents.Make(ask); err != nil {
			t.Errorf("%s: %v", o.Kind, err)
		}
	}
	_, err := b.documents.Offers(practice.NewID())
	b.refused(err, fault.NotFound)
}
