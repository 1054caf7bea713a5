package practice

import (
	"fmt"
	"strings"
)

// UsedText writes how much of a clearance is used: "2 of 6 sessions".
func (c Cleared) UsedText() string {
	if c.Clearance.Sessions > 0 {
		text := fmt.Sprintf("%d of %d session", c.Used, c.Clearance.Sessions)
		if c.Clearance.Sessions > 1 {
			text += "s"
		}
		return text
	}
	return strings.ToLower(CountText(c.Used, "session", "sessions")) + ", no number named"
}

// DoseText writes what may be given: "50 to 200 mg sublingual lozenge; booster
// up to 50 mg, from 20 min after the first dose". Empty when nothing is named.
func (c Clearance) DoseText() string {
	text := c.firstText()
	if booster := c.boosterText(); booster != "" {
		if text != "" {
			text += "; "
		}
		text += booster
	}
	return text
}

// firstText writes what may be given first: "50 to 200 mg sublingual lozenge".
func (c Clearance) firstText() string {
	var words []string
	switch {
	case c.DoseMinUg > 0 && c.DoseMaxUg > c.DoseMinUg:
		words = append(words, strings.TrimSuffix(Milligrams(c.DoseMinUg), " mg")+" to "+Milligrams(c.DoseMaxUg))
	case c.DoseMaxUg > 0 && c.DoseMaxUg == c.DoseMinUg:
		words = append(words, Milligrams(c.DoseMaxUg))
	case c.DoseMaxUg > 0:
		words = append(words, "up to "+Milligrams(c.DoseMaxUg))
	case c.DoseMinUg > 0:
		words = append(words, "from "+Milligrams(c.DoseMinUg))
	}
	if c.Route != "" {
		words = append(words, string(c.Route))
	}
	if c.Form != "" {
		words = append(words, c.Form.Label())
	}
	return strings.Join(words, " ")
}

func (c Clearance) boosterText() string {
	if !c.BoosterAllowed {
		return ""
	}
	text := "booster"
	if c.BoosterMaxUg > 0 {
		text += " up to " + Milligrams(c.BoosterMaxUg)
	}
	if c.BoosterEarliestMin > 0 {
		if c.BoosterMaxUg > 0 {
			text += ","
		}
		text += fmt.Sprintf(" from %d min after the first dose", c.BoosterEarliestMin)
	}
	if text == "booster" {
		text += " allowed"
	}
	return text
}
