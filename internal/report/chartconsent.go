package report

import (
	"strings"

	"snowfield/internal/practice"
	"snowfield/internal/report/block"
)

// consents is the chapter on every consent as it was signed, revoked ones
// included.
func (c *chart) consents() {
	if !c.parts[practice.PartConsents] {
		return
	}
	c.chapter("Consents", 0, "", func() {
		for _, x := range oldestFirst(c.in.Consents) {
			c.consent(x)
		}
	})
}

func (c *chart) consent(x practice.Consent) {
	today := practice.DateOf(c.in.At.In(c.zone))
	c.chapter(x.Title, 1, x.StateText(today), func() {
		revoked := ""
		if x.RevokedOn != "" {
			revoked = joined(": ", dayText(x.RevokedOn), x.RevokedReason)
		}
		until := dayText(x.ExpiresOn)
		if until == "" {
			until = "Until revoked"
		}
		c.add(block.Facts{
			fact("Kind", x.Kind.Label()),
			fact("Recorded", stamp(x.CreatedAt, c.zone)),
			fact("Signed", dayText(x.SignedOn)),
			fact("Holds until", until),
			fact("Revoked", revoked),
		})
		c.told("Released to", x.Recipient)
		c.told("What is released", x.Scope)
		if strings.TrimSpace(x.Text) != "" {
			c.add(block.Heading{Level: 2, Text: block.Say("The text as it was signed")})
			c.add(block.Markdown(x.Text)...)
		}
		for i, clause := range x.Clauses {
			initials := "Not initialled"
			if i < len(x.Initials) && x.Initials[i] != "" {
				initials = "Initialled " + x.Initials[i]
			}
			c.add(block.Paragraph{Indent: 1, Mark: "•", Text: block.Text{{Text: clause}, {Text: "\n" + initials, Tone: block.Quiet}}})
		}
		c.signed(x)
	})
}

// signed tells who signed a consent, and how.
func (c *chart) signed(x practice.Consent) {
	how := "Signed " + dayText(x.SignedOn)
	switch x.Method {
	case practice.ConsentTyped:
		how += ", by typing the name"
	case practice.ConsentDrawn:
		how += ", drawn by hand"
		c.add(block.Drawing{Path: x.Drawing, Width: 600, Height: 200})
	case practice.ConsentScanned:
		how += " on paper"
		if title := c.file(x.AttachmentID); title != "" {
			how += "; the scan is among the files as “" + title + "”"
		}
	}
	lines := []string{how}
	if x.SignerRole != "" {
		lines = []string{sentence(x.SignerRole), how}
	}
	c.add(block.Signature{Name: x.SignedBy, Lines: lines})
}
