package app

import (
	"fmt"
	"maps"
	"math/rand/v2"
	"slices"
	"testing"
	"time"

	"snowfield/internal/practice"
)

// ownLimits are the hold limits a prescriber named for one client, as the
// oracle of this test keeps them; 0 where the default stays.
type ownLimits struct{ systolicMax, systolicMin, diastolicMax, pulseMax, pulseMin, oxygenMin int }

func (o ownLimits) limits() practice.Limits {
	given := func(n int) *int {
		if n == 0 {
			return nil
		}
		return &n
	}
	return practice.Limits{
		SystolicMaxMmHg: given(o.systolicMax), SystolicMinMmHg: given(o.systolicMin), DiastolicMaxMmHg: given(o.diastolicMax),
		HeartRateMaxBpm: given(o.pulseMax), HeartRateMinBpm: given(o.pulseMin), SpO2MinPercent: given(o.oxygenMin),
	}
}

// signs is a reading; 0 where a value was not taken.
type signs struct{ systolic, diastolic, pulse, oxygen int }

// level says what a reading is, written down from the requirements anew: the
// emergency limits, then the client's own hold limits or the defaults, then
// the cautions.
func (o ownLimits) level(v signs) practice.Level {
	or := func(own, usual int) int {
		if own != 0 {
			return own
		}
		return usual
	}
	pressed, beat, breathed := v.systolic != 0, v.pulse != 0, v.oxygen != 0
	switch {
	case v.systolic >= 180, v.diastolic >= 120, breathed && v.oxygen < 90:
		return practice.LevelEmergency
	case pressed && (v.systolic > or(o.systolicMax, 160) || v.systolic < or(o.systolicMin, 90)), v.diastolic > or(o.diastolicMax, 100),
		beat && (v.pulse > or(o.pulseMax, 120) || v.pulse < or(o.pulseMin, 50)), breathed && v.oxygen < or(o.oxygenMin, 94):
		return practice.LevelHold
	case v.systolic > 140, v.diastolic > 90, v.pulse > 100, breathed && v.oxygen < 95:
		return practice.LevelCaution
	}
	return practice.LevelNone
}

// TestNoReadingIsJudgedByAnothersLimits plays random clients with random
// clearances through sessions alone and in couples, with clearances replaced
// and entries moved between charts. Wherever a reading is shown, it is judged
// by the limits its own client's session began under.
func TestNoReadingIsJudgedByAnothersLimits(t *testing.T) {
	for seed := range uint64(3) {
		t.Run(fmt.Sprint("seed ", seed), func(t *testing.T) {
			p := newLimitsPlay(t, rand.New(rand.NewPCG(seed, 5)))
			for range 60 {
				p.step()
			}
			p.verify()
			if p.judged < 30 || p.moved == 0 || p.replaced == 0 {
				t.Errorf("too little was played: %d readings, %d moves, %d clearances replaced", p.judged, p.moved, p.replaced)
			}
		})
	}
}

type limitsPlay struct {
	*bench
	random                  *rand.Rand
	live                    *Live
	clients                 []string
	cleared                 map[string]ownLimits // by client, as the next session begins under
	began                   map[string]ownLimits // by participant
	sessions                map[string][]string  // the participants of each session that runs
	readings                map[string]signs     // by entry
	of                      map[string]string    // the participant of each entry
	judged, moved, replaced int
}

func newLimitsPlay(t *testing.T, random *rand.Rand) *limitsPlay {
	p := &limitsPlay{
		bench: newBench(t), random: random, cleared: map[string]ownLimits{}, began: map[string]ownLimits{},
		sessions: map[string][]string{}, readings: map[string]signs{}, of: map[string]string{},
	}
	p.create()
	p.live = &Live{p.app.core}
	for i := range 5 {
		client := p.add(fmt.Sprint("Client ", i))
		p.clients = append(p.clients, client.ID)
		p.clearAnew(client.ID)
	}
	return p
}

// some is a number of a range, or none at all.
func (p *limitsPlay) some(low, high int) int {
	if p.random.IntN(3) == 0 {
		return 0
	}
	return low + p.random.IntN(high-low+1)
}

func (p *limitsPlay) clearAnew(clientID string) {
	own := ownLimits{p.some(120, 200), p.some(70, 110), p.some(70, 130), p.some(80, 150), p.some(40, 70), p.some(85, 98)}
	p.wait(time.Second)
	p.bench.cleared(clientID, func(c *practice.Clearance) { c.Limits = own.limits() })
	p.cleared[clientID] = own
}

func (p *limitsPlay) step() {
	switch n := p.random.IntN(10); {
	case n == 0 || len(p.sessions) == 0:
		p.beginOne()
	case n == 1:
		p.clearAnew(p.clients[p.random.IntN(len(p.clients))])
		p.replaced++
	case n <= 3:
		p.move()
	default:
		p.read()
	}
}

func (p *limitsPlay) beginOne() {
	order := p.random.Perm(len(p.clients))
	who := []string{p.clients[order[0]]}
	if p.random.IntN(2) == 0 {
		who = append(who, p.clients[order[1]])
	}
	v := p.dosingOf(who...)
	for _, part := range v.Parts {
		p.began[part.ParticipantID] = p.cleared[part.ClientID]
		p.sessions[v.Session.ID] = append(p.sessions[v.Session.ID], part.ParticipantID)
	}
}

// anySession is one that runs, with one of its participants.
func (p *limitsPlay) anySession() (session, participant string) {
	for _, id := range slices.Sorted(maps.Keys(p.sessions)) {
		if session == "" || p.random.IntN(2) == 0 {
			session = id
		}
	}
	parts := p.sessions[session]
	return session, parts[p.random.IntN(len(parts))]
}

func (p *limitsPlay) read() {
	session, participant := p.anySession()
	v := signs{pulse: p.some(40, 150), oxygen: p.some(85, 100)}
	if v.systolic = p.some(75, 200); v.systolic != 0 || v.pulse+v.oxygen == 0 {
		v.systolic = max(v.systolic, 75)
		v.diastolic = min(55+p.random.IntN(80), v.systolic-1)
	}
	p.wait(time.Minute)
	reading := practice.Baseline{
		At: practice.At(p.clock), SystolicMmHg: v.systolic, DiastolicMmHg: v.diastolic, HeartRateBpm: v.pulse, SpO2Percent: v.oxygen,
	}.Vitals(participant)
	reading.Entry.ID = practice.NewID()
	typed, err := p.live.JudgeReading(participant, reading)
	p.ok(err)
	c, err := p.bench.sessions.RecordVitals(session, reading)
	p.ok(err)
	p.readings[reading.Entry.ID], p.of[reading.Entry.ID] = v, participant
	want := p.began[participant].level(v)
	if typed.Level != want || c.Lines[0].Judgement.Level != want || c.State.Latest.Judgement.Level != want {
		p.Errorf("%+v is %q as typed and %q as written, want %q", v, typed.Level, c.Lines[0].Judgement.Level, want)
	}
}

func (p *limitsPlay) move() {
	for _, id := range slices.Sorted(maps.Keys(p.readings)) {
		if p.random.IntN(4) > 0 {
			continue
		}
		from, err := p.sessionOf(p.of[id])
		p.ok(err)
		targets, err := p.bench.sessions.MoveTargets(from, id)
		p.ok(err)
		if len(targets) == 0 {
			continue
		}
		to := targets[p.random.IntN(len(targets))].ParticipantID
		_, err = p.bench.sessions.MoveEntry(from, practice.Move{ID: practice.NewID(), EntryID: id, To: to, Reason: "The other one."})
		p.ok(err)
		p.of[id] = to
		p.moved++
		return
	}
}

func (p *limitsPlay) sessionOf(participant string) (string, error) {
	for id, parts := range p.sessions {
		for _, part := range parts {
			if part == participant {
				return id, nil
			}
		}
	}
	return "", fmt.Errorf("nobody is %s", participant)
}

// verify looks at every reading wherever it is shown.
func (p *limitsPlay) verify() {
	for _, session := range slices.Sorted(maps.Keys(p.sessions)) {
		record := must(p.bench, p.bench.sessions.Get)(session)
		live := must(p.bench, p.live.Get)(session)
		for i, part := range record.Parts {
			for _, log := range [][]LogLine{part.Log, live.Parts[i].Log} {
				for _, line := range log {
					v := p.readings[line.Entry.ID]
					want := p.began[p.of[line.Entry.ID]].level(v)
					if p.of[line.Entry.ID] != part.ParticipantID || line.Judgement.Level != want {
						p.Errorf("%+v of %s is in the log of %s and judged %q, want %q", v, p.of[line.Entry.ID], part.ParticipantID, line.Judgement.Level, want)
					}
					p.judged++
				}
			}
			p.verifyHold(live.Parts[i])
		}
	}
}

// verifyHold holds the hold of a running session against its own latest values.
func (p *limitsPlay) verifyHold(part LivePart) {
	var latest signs
	for _, line := range part.Log { // in time order
		v := p.readings[line.Entry.ID]
		if v.systolic != 0 {
			latest.systolic, latest.diastolic = v.systolic, v.diastolic
		}
		if v.pulse != 0 {
			latest.pulse = v.pulse
		}
		if v.oxygen != 0 {
			latest.oxygen = v.oxygen
		}
	}
	want, got := p.began[part.ParticipantID].level(latest), practice.LevelNone
	if part.State.Hold != nil {
		got = part.State.Hold.Level
	}
	if want == practice.LevelCaution {
		want = practice.LevelNone
	}
	if len(part.Log) > 0 && got != want {
		p.Errorf("%+v holds at %q, want %q", latest, got, want)
	}
}
