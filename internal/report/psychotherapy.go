package report

import (
	"slices"
	"strconv"
	"strings"

	"snowfield/internal/fault"
	"snowfield/internal/practice"
	"snowfield/internal/report/block"
	"snowfield/internal/report/pdf"
)

// PsychotherapyReleaseInput is all that a release of psychotherapy notes is
// made of. The same input gives the same bytes.
type PsychotherapyReleaseInput struct {
	Practice practice.Practice
	Client   practice.Client
	Release  practice.PsychotherapyRelease
	Notes    []practice.PsychotherapyNote // those that are released, and no others
	At       practice.Instant             // when it is made
	Paper    block.Paper
}

// PsychotherapyRelease draws psychotherapy notes for the one they are released
// to, oldest first. Every page says what they are and what allowed it.
func PsychotherapyRelease(in PsychotherapyReleaseInput) (Result, error) {
	r, err := pdf.Draw(psychotherapyRelease(in))
	if err != nil {
		return Result{}, fault.Wrap(fault.Internal, "The release could not be made. The notes are unchanged and nothing was released.", err)
	}
	return r, nil
}

const releaseTitle = "Psychotherapy notes"

func psychotherapyRelease(in PsychotherapyReleaseInput) block.Document {
	zone := in.Practice.Zone
	b := &builder{zone: zone}
	under := "released under " + in.Release.Basis.Label()
	born := ""
	if day, ok := in.Client.BirthDate.Day(); ok {
		born = shortDate(day)
	}
	b.add(
		block.Title{Text: releaseTitle, Lede: sentence(under) + ", " + longDate(in.At.In(zone))},
		block.Note{Framed: true, Text: block.Say("These notes are the therapist’s own analysis, kept apart from the rest of the record. They are released to the one named here and for nothing else.")},
		block.Facts{
			fact("Client", in.Client.LegalName),
			fact("Born", born),
			fact("Released to", in.Release.Recipient),
			fact("Under", in.Release.BasisText),
			fact("Notes", strconv.Itoa(len(in.Notes))),
		},
	)
	notes := slices.Clone(in.Notes)
	slices.SortStableFunc(notes, func(x, y practice.PsychotherapyNote) int {
		return strings.Compare(string(x.CreatedAt), string(y.CreatedAt))
	})
	for _, n := range notes {
		changed := ""
		if n.UpdatedAt != n.CreatedAt {
			changed = "last changed " + stamp(n.UpdatedAt, zone)
		}
		b.add(block.Heading{Level: 1, Text: block.Say("Written " + stamp(n.CreatedAt, zone)), Aside: block.Say(changed)})
		b.add(block.Markdown(n.Text)...)
	}
	return block.Document{
		Title:      releaseTitle,
		Language:   "en-US",
		Created:    in.At.In(zone),
		Paper:      in.Paper,
		Letterhead: letterhead(in.Practice),
		Footer: []string{
			joined(" · ", releaseTitle+", "+under, "for "+in.Release.Recipient, in.Client.LegalName),
			"Made " + stamp(in.At, zone) + ". Kept apart from the record.",
		},
		Blocks: b.blocks,
	}
}
