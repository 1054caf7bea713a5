package practice

// CourseChart is what the picture of a course shows, on one axis of time:
// sessions, doses, integration windows and measures. The window and the
// documents draw the same one, and the table says the same in words.
type CourseChart struct {
	Zone     string         `json:"zone"`
	Now      Instant        `json:"now"`
	Sessions []ChartSession `json:"sessions"` // planned ones too, cancelled ones not; oldest first
	Windows  []ChartWindow  `json:"windows"`  // oldest first
	Series   []ChartSeries  `json:"series"`   // one for each measure with a total; those of the plan first
	Notices  []ChartSeries  `json:"notices"`  // one for each thing the client notices
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
	Words     string       `json:"words"`     // spoken: "Dosing 3, 12 March 2026, 120 mg. Window met by a check-in."
}

// ChartWindow is one integration window.
type ChartWindow struct {
	SessionID string  `json:"session_id"`
	OpensAt   Instant `json:"opens_at"`
	ClosesAt  Instant `json:"closes_at"`
	Title     string  `json:"title"`     // "Integration window of dosing 3"
	DateText  string  `json:"date_text"` // "12 March 2026 to 15 March 2026"
	Text      string  `json:"text"`      // "Met by a check-in"
}

// ChartSeries is one line of the picture.
type ChartSeries struct {
	Key     string       `json:"key"`   // the instrument's id, or the item's link id
	Title   string       `json:"title"` // "PHQ-9", "Sleep"
	Min     int          `json:"min"`
	Max     int          `json:"max"`
	Better  Better       `json:"better"`
	Low     string       `json:"low"` // words for the ends, of what the client notices
	High    string       `json:"high"`
	Bands   []Band       `json:"bands"`
	Cutoffs []Cutoff     `json:"cutoffs"`
	Points  []ChartPoint `json:"points"` // oldest first, at least one; finished forms that count and have the value
	Claims  []string     `json:"claims"` // what the change since baseline means, each with its rule
}

// ChartPoint is one form on a line.
type ChartPoint struct {
	ResponseID string  `json:"response_id"`
	At         Instant `json:"at"`
	DateText   string  `json:"date_text"`
	Value      int     `json:"value"`
	Band       string  `json:"band"`    // empty where none is published
	Meaning    string  `json:"meaning"` // the band and the limit reached: "moderate, suggests PTSD"; of what the client notices, the ends of its scale
	Words      string  `json:"words"`   // spoken: "PHQ-9, 12 March 2026: 14, moderate. 6 lower than at baseline."
}

// CourseFacts is what the picture of a client's course is made from. The lists
// may come in any order.
type CourseFacts struct {
	ClientID string
	Zone     string // of the practice
	Now      Instant
	Settings Settings
	Sessions []Session
	Doses    []DoseEvent // the client's, of all sessions
	Courses  []Course
	Forms    []Filled
	Plan     MeasurePlan // the client's, else the practice's
}

// Chart makes the picture. Cancelled sessions are not in it, nor are forms
// that are struck, not finished or, for a total, not complete.
func (f CourseFacts) Chart() CourseChart {
	chart := CourseChart{Zone: f.Zone, Now: f.Now}
	held := f.held()
	chart.Sessions, chart.Windows = f.drawSessions(held)
	chart.Series, chart.Notices = f.drawSeries(f.treatments(held)), f.drawNotices()
	return chart
}
