package block

import "time"

// A Course draws what happened over days to years on one axis of time:
// sessions on a line, the stretches after them as bands through everything
// below, and one lane for each measure. Low lanes stand beneath, under a
// heading of their own. Alt says in words what it shows and is printed below.
type Course struct {
	From, To time.Time       // the ends of the axis
	Sessions []CourseSession // oldest first
	Windows  []CourseWindow
	Lanes    []Lane
	Low      []Lane
	LowTitle string
	Today    time.Time // marked on the axis; zero to leave it out
	Alt      Text
}

// A CourseSession is one session on the line. A dose is drawn large, with its
// amount; a planned one is only outlined.
type CourseSession struct {
	At      time.Time
	Name    string // empty where it is not named
	Amount  string // "120 mg"; empty for none
	Dose    bool
	Planned bool
}

// A CourseWindow is a stretch of time that fades to its end.
type CourseWindow struct{ From, To time.Time }

// A Lane is one line of scores between Min and Max.
type Lane struct {
	Title    string
	Min, Max int
	Bands    []LaneBand // lowest first
	Limits   []int      // drawn dashed, each with its number
	High     string     // what Max means, of a low lane
	Points   []LanePoint
}

// A LaneBand is a named range of a lane that begins at From.
type LaneBand struct {
	From, To int
	Name     string
}

// A LanePoint is one score.
type LanePoint struct {
	At    time.Time
	Value int
}

func (Course) block() {}
