package practice

// CourseChart is what the picture of a course shows, on one axis of time:
// sessions, doses, integration windows and measures. The window and the
// documents draw the same one, and the table says the same in words.
type CourseChart struct {
	Zone     string         `json:"zone"`
	Now      Instant        `json:"now"`
	Sessions []ChartSession `json:"sessions"` // planned ones too; oldest first
	Windows  []ChartWindow  `json:"windows"`
	Series   []ChartSeries  `json:"series"`  // one for each measure with a total, in the order offered
	Notices  []ChartSeries  `json:"notices"` // one for each thing the client notices
}

// ChartSession is one session of the course.
type ChartSession struct {
	SessionID string       `json:"session_id"`
	Kind      SessionKind  `json:"kind"`
	State     SessionState `json:"state"`
	At        Instant      `json:"at"`        // of a dosing with a dose, the first dose
	Title     string       `json:"title"`     // "Dosing 3"
	DateText  string       `json:"date_text"` // "12 March 2026"
	DoseText  string       `json:"dose_text"` // "120 mg"; empty without a dose
	Words     string       `json:"words"`     // spoken
}

// ChartWindow is one integration window.
type ChartWindow struct {
	SessionID string  `json:"session_id"`
	OpensAt   Instant `json:"opens_at"`
	ClosesAt  Instant `json:"closes_at"`
	Text      string  `json:"text"` // "Met by a check-in"
}

// ChartSeries is one line of the picture.
type ChartSeries struct {
	Key    string       `json:"key"`   // the instrument's id, or the item's link id
	Title  string       `json:"title"` // "PHQ-9", "Sleep"
	Min    int          `json:"min"`
	Max    int          `json:"max"`
	Better Better       `json:"better"`
	Low    string       `json:"low"` // words for the ends, of what the client notices
	High   string       `json:"high"`
	Bands  []Band       `json:"bands"`
	Points []ChartPoint `json:"points"` // oldest first; forms with a total only
	Claims []string     `json:"claims"` // what the change since baseline means, each with its rule
}

// ChartPoint is one form on a line.
type ChartPoint struct {
	ResponseID string  `json:"response_id"`
	At         Instant `json:"at"`
	DateText   string  `json:"date_text"`
	Value      int     `json:"value"`
	Band       string  `json:"band"`
	Words      string  `json:"words"` // spoken: "PHQ-9, 12 March 2026: 14, moderate. 6 lower than at baseline."
}
