package practice

// PhaseState says where a phase of a running session stands.
type PhaseState string

// A phase is over, running, or still to come.
const (
	PhasePast   PhaseState = "past"
	PhaseNow    PhaseState = "now"
	PhaseComing PhaseState = "coming"
)

// PhaseRow is one phase of a running session as it is shown: when it really
// began, or is planned to.
type PhaseRow struct {
	Phase Phase      `json:"phase"`
	Label string     `json:"label"`
	State PhaseState `json:"state"`
	At    Instant    `json:"at"` // began, or is planned to begin
}

// PhaseRows lays the plan over what was marked. The first phase begins with
// the session. observations are the participant's phase words, struck ones
// included, in time order.
func PhaseRows(plan SessionPlan, s Session, first Instant, observations []Observation) []PhaseRow {
	return []PhaseRow{}
}
