package practice

import "strings"

// PreparedLine is one thing agreed before a dosing session, as it is shown in
// the session and can be quoted in the notes that follow.
type PreparedLine struct {
	Label       string `json:"label"`
	Text        string `json:"text"`
	ClientWords bool   `json:"client_words"`
}

// Prepared returns what was agreed when a dosing session began, in the order
// it is needed. What was asked on the day goes before what was agreed in the
// preparation; later changes of the preparation are not in it.
func (s Start) Prepared(place Place) []PreparedLine {
	p, day := s.Preparation, s.Day
	list := []PreparedLine{}
	add := func(label, text string, words bool) {
		if text = strings.TrimSpace(text); text != "" {
			list = append(list, PreparedLine{label, text, words})
		}
	}
	add("Intention", day.Intention, true)
	add("Touch", touchText(p, day.Touch), false)
	add("Boundaries", p.Boundaries, false)
	add("Safety plan", p.SafetyPlan, false)
	add("Music", p.Music, false)
	add("Eye shades", p.EyeShades, false)
	if place == Office {
		ride := day.RideHome
		if ride == (Contact{}) {
			ride = p.RideHome
		}
		add("Ride home", ride.Line(), false)
	}
	add("Fears", p.Fears, false)
	add("Set and setting", p.SetAndSetting, false)
	return list
}

// Line returns a contact in one line: "Kim, sister, 555 0102".
func (c Contact) Line() string {
	return strings.Join(trimmed([]string{c.Name, c.Relationship, c.Phone}), ", ")
}

// touchText says what holds about touch. A no of today counts before any
// agreement, and silence never agrees.
func touchText(p PreparationForm, today TouchAnswer) string {
	agreed := strings.TrimSpace(p.TouchAgreement)
	switch {
	case today == TouchNone:
		return "No touch today."
	case p.Touch == TouchNone && today == TouchAgreed:
		return "Agreed today; none in the preparation."
	case p.Touch == TouchNone:
		return "No touch."
	case today == TouchAgreed:
		return strings.TrimSpace("Agreed. " + agreed)
	case p.Touch == TouchAgreed:
		return strings.TrimSpace("Agreed in the preparation, not asked again today. " + agreed)
	}
	return "Not asked, so none is agreed."
}

// TouchAgreed reports whether touch was agreed, by what was said last: today's
// answer, else the preparation's.
func (p PreparationForm) TouchAgreed(today TouchAnswer) bool {
	if today != TouchNotAsked {
		return today == TouchAgreed
	}
	return p.Touch == TouchAgreed
}

// TouchText says in one line what was agreed about touch in the preparation.
func (p PreparationForm) TouchText() string {
	switch agreed := strings.TrimSpace(p.TouchAgreement); {
	case p.Touch == TouchNone:
		return "In the preparation: no touch."
	case p.Touch == TouchAgreed:
		return strings.TrimSpace("Agreed in the preparation. " + agreed)
	}
	return "Not asked about in the preparation."
}
