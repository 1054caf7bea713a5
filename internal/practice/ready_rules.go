package practice

import (
	"slices"
	"strconv"
	"strings"
)

// The topics say where in the chart a check is put right.
const (
	topicScreening   = "screening"
	topicClearance   = "clearance"
	topicConsent     = "consent"
	topicPreparation = "preparation"
	topicMeasures    = "measures"
	topicDay         = "day"
	topicVirtual     = "virtual"
	topicEarlier     = "earlier" // an earlier lift: there is nothing to put right
)

// screening: there is a completed round, the newest one is complete, its
// review is not overdue, and it did not conclude that the client is unsuited.
func (r *readying) screening() {
	i := slices.IndexFunc(r.Screenings, Screening.Completed)
	switch {
	case i < 0 && len(r.Screenings) == 0:
		r.blocks(topicScreening, LiftReason, "screening_missing", "The client has not been screened.")
		return
	case i < 0:
		r.blocks(topicScreening, LiftReason, "screening_missing", "The screening is begun and not complete.")
		return
	case i > 0:
		r.blocks(topicScreening, LiftReason, "screening_open:"+r.Screenings[0].ID, "The repeat of the screening is begun and not complete.")
	}
	s := r.Screenings[i]
	if s.Conclusion == ScreeningUnsuitable {
		r.blocks(topicScreening, LiftReason, "screening_unsuitable:"+s.ID, "The screening concludes: not suitable.")
	}
	switch {
	case s.ReviewOn < r.day:
		r.blocks(topicScreening, LiftReason, "screening_overdue:"+s.ID,
			r.past(s.ReviewOn, "The screening was to be repeated by %s.", "The screening is to be repeated by %s, before this session."))
	case r.soon(s.ReviewOn):
		r.warns(topicScreening, "screening_due:"+s.ID, "The screening is to be repeated by "+s.ReviewOn.Text()+".")
	case s.Conclusion != ScreeningUnsuitable:
		r.fine(topicScreening, "screening", "Screened on "+LongDateText(s.CompletedAt.In(r.Zone))+": "+strings.ToLower(s.Conclusion.Label())+".")
	}
}

// flags: an open absolute or hold flag stands in the way until the clearance
// in force covers it; a hold or review flag also until it is resolved. A birth
// date raises "Under 18" by itself.
func (r *readying) flags() {
	for _, f := range StandingFlags(r.Client, r.Screenings, r.Items, r.day) {
		key := "flag:" + f.Ref.ItemKey + "@" + string(f.Ref.RaisedAt)
		said := "“" + f.Question + "” is answered " + string(f.Answer)
		switch f.State(r.standing, r.Resolutions) {
		case FlagCovered:
			r.fine(topicScreening, key, said+", and the clearance covers it.")
		case FlagResolved:
			r.fine(topicScreening, key, said+", and it is resolved with a reason.")
		case FlagOpen:
			switch f.Severity {
			case SeverityAbsolute:
				r.blocks(topicScreening, LiftDecision, key, said+", and no clearance in force covers it.")
			case SeverityHold:
				r.blocks(topicScreening, LiftReason, key, said+"; no clearance in force covers it, and it is not resolved.")
			case SeverityReview:
				r.warns(topicScreening, key, said+".")
			}
		}
	}
	if r.Client.BirthDate == "" {
		r.warns(topicScreening, "age_unknown", "The birth date is not recorded, so the age is not known.")
	}
}

// risks: what a form said of a risk was reviewed. A lift belongs to the answer
// it was given for: another answer asks anew.
func (r *readying) risks() {
	for _, l := range r.Risks {
		key := "risk:" + l.ResponseID + ":" + l.LinkID + "=" + strconv.Itoa(l.Answer)
		at := len(r.checks)
		r.blocks(topicMeasures, LiftReason, key, strings.TrimSuffix(l.Text, ".")+", and nobody has reviewed the risk.")
		r.checks[at].Form = l.ResponseID
	}
}

func (r *readying) clearance() {
	block := func(key, text string) { r.blocks(topicClearance, LiftDecision, key, text) }
	current, ok := Current(r.standing)
	c := current.Clearance
	switch {
	case !ok && len(r.standing) > 0:
		first := r.standing[len(r.standing)-1].Clearance
		block("clearance_not_yet:"+first.ID, "The clearance begins on "+first.ClearedOn.Text()+".")
		return
	case !ok:
		block("clearance_missing", "There is no clearance from a prescriber.")
		return
	}
	switch current.State {
	case ClearanceSuspended:
		block("clearance_suspended:"+c.ID, "The clearance is suspended.")
	case ClearanceExpired:
		block("clearance_expired:"+c.ID, r.past(c.ExpiresOn, "The clearance expired on %s.", "The clearance ends on %s, before this session."))
	case ClearanceUsedUp:
		block("clearance_used_up:"+c.ID, "The clearance is used up: "+strconv.Itoa(current.Used)+" of "+strconv.Itoa(c.Sessions)+" sessions.")
	case ClearanceInForce:
		quiet := true
		if r.soon(c.ExpiresOn) {
			quiet = false
			r.warns(topicClearance, "clearance_ends:"+c.ID, "The clearance ends on "+c.ExpiresOn.Text()+".")
		}
		if c.Sessions > 0 && current.Used == c.Sessions-1 {
			quiet = false
			r.warns(topicClearance, "clearance_last:"+c.ID, "This is the last session of the clearance.")
		}
		if quiet {
			r.fine(topicClearance, "clearance", "The clearance is in force until "+c.ExpiresOn.Text()+".")
		}
	case ClearanceNotYet, ClearanceSuperseded:
		// Current returns neither.
	}
}

// adverseEvents: the prescriber has cleared the client anew since a serious
// event was recorded.
func (r *readying) adverseEvents() {
	current, _ := Current(r.standing)
	for _, e := range r.Events {
		if e.Serious && e.CreatedAt >= current.Clearance.CreatedAt {
			r.blocks(topicClearance, LiftDecision, "adverse_event:"+e.ID,
				"After the serious adverse event on "+LongDateText(e.At.In(r.Zone))+" there is no new clearance.")
		}
	}
}

func (r *readying) consents() {
	r.consent(ConsentKAP, "to ketamine-assisted psychotherapy")
	if r.Session.Place == Virtual {
		r.consent(ConsentTelehealth, "to sessions by video")
	}
	if _, ok := Consented(r.Consents, ConsentTouch, r.day); !ok && r.touchAgreed() {
		r.warns(topicConsent, "consent_missing:touch", "Touch was agreed in words, and no consent to it is signed.")
	}
}

func (r *readying) touchAgreed() bool {
	form := PreparationForm{}
	if r.Preparation != nil {
		form = *r.Preparation
	}
	return form.TouchAgreed(r.dayCheck.Touch)
}

func (r *readying) consent(kind ConsentKind, to string) {
	if c, ok := Consented(r.Consents, kind, r.day); ok {
		switch {
		case c.ExpiresOn != "" && r.soon(c.ExpiresOn):
			r.warns(topicConsent, "consent_ends:"+string(kind), "The consent "+to+" ends on "+c.ExpiresOn.Text()+".")
		default:
			r.fine(topicConsent, "consent:"+string(kind), "The consent "+to+" was signed on "+c.SignedOn.Text()+".")
		}
		return
	}
	block := func(what, text string) {
		r.blocks(topicConsent, LiftReason, "consent_"+what+":"+string(kind), text)
	}
	var signed, ended, revoked Date
	for _, c := range r.Consents {
		if c.Kind == kind {
			signed, ended, revoked = max(signed, c.SignedOn), max(ended, c.ExpiresOn), max(revoked, c.RevokedOn)
		}
	}
	switch {
	case signed != "" && revoked >= signed:
		block("revoked", "The consent "+to+" was revoked.")
	case signed != "":
		block("expired", r.past(ended, "The consent "+to+" expired on %s.", "The consent "+to+" ends on %s, before this session."))
	default:
		block("missing", "No consent "+to+" is signed.")
	}
}

func (r *readying) preparation() {
	switch {
	case r.Preparation == nil:
		r.blocks(topicPreparation, LiftReason, "preparation_missing", "The preparation has not been begun.")
	case !r.Preparation.Done():
		r.blocks(topicPreparation, LiftReason, "preparation_open", "The preparation is not complete.")
	default:
		r.fine(topicPreparation, "preparation", "Prepared on "+LongDateText(r.Preparation.CompletedAt.In(r.Zone))+".")
	}
	switch r.Client.AllergyAnswer {
	case "":
		r.warns(topicPreparation, "allergies_unanswered", "Allergies were not asked about.")
	case AllergiesUnknown:
		r.warns(topicPreparation, "allergies_unknown", "It is not known whether there are allergies.")
	case AllergiesNoneKnown, AllergiesListed:
	}
}

// today: what is asked of the client on the day of the session.
func (r *readying) today() {
	for _, q := range []struct {
		asked            bool
		key, about       string
		answer, good     Answer
		by               LiftKind
		open, well, ills string
	}{
		{
			true, "identity", "name and birth date", r.dayCheck.Identity, AnswerYes, LiftReason,
			"Name and birth date are not confirmed today.", "Name and birth date are confirmed.", "Name and birth date do not agree.",
		},
		{
			FastingHours(r.Preparation, r.Settings) > 0, "fasted", "fasting", r.dayCheck.Fasted, AnswerYes, LiftReason,
			"Fasting was not asked about today.", "The client has fasted as agreed.", "The client has not fasted as agreed.",
		},
		{
			r.Session.Place != Virtual, "ride", "the ride home", r.dayCheck.Ride, AnswerYes, LiftReason,
			"The ride home was not asked about today.", "The ride home is arranged.", "There is no ride home.",
		},
		{
			true, "suicidal_thoughts", "new suicidal thoughts", r.dayCheck.SuicidalThoughts, AnswerNo, LiftReason,
			"New suicidal thoughts were not asked about today.", "There are no new suicidal thoughts.", "There are new suicidal thoughts.",
		},
		{
			true, "intoxicated", "being intoxicated", r.dayCheck.Intoxicated, AnswerNo, LiftDecision,
			"Whether the client is intoxicated today is not answered.", "The client is not intoxicated today.", "The client is intoxicated today.",
		},
		{
			true, "able_to_consent", "being able to consent", r.dayCheck.AbleToConsent, AnswerYes, LiftDecision,
			"Whether the client is able to consent today is not answered.", "The client is able to consent today.", "The client is not able to consent today.",
		},
	} {
		switch {
		case !q.asked:
		case r.ahead:
			r.later(topicDay, "day_"+q.key, "To ask on the day: "+q.about+".")
		case q.answer == q.good:
			r.fine(topicDay, "day_"+q.key, q.well)
		case q.answer == NotAnswered:
			r.blocks(topicDay, q.by, "day_"+q.key+":unanswered", q.open)
		default:
			r.blocks(topicDay, q.by, "day_"+q.key+":"+string(q.answer), q.ills)
		}
	}
	r.baseline()
	switch {
	case r.ahead:
		r.later(topicDay, "day_medicines", "To ask on the day: medicines.")
	case r.dayCheck.Medicines == AnswerYes:
		r.fine(topicDay, "day_medicines", "The medicines were taken as agreed.")
	case r.dayCheck.Medicines == NotAnswered:
		r.warns(topicDay, "day_medicines:unanswered", "Today's medicines were not asked about.")
	default:
		r.warns(topicDay, "day_medicines:no", "The medicines were not taken as agreed.")
	}
}

// baseline: vital signs were taken before the session, and none is beyond a
// hold limit. It does not keep the session from beginning: resting, measuring
// again and the call belong to it.
func (r *readying) baseline() {
	b := r.dayCheck.Baseline
	reading := b.Vitals(r.Participant.ID)
	var limits Limits
	if current, ok := Current(r.standing); ok && current.State == ClearanceInForce {
		limits = current.Clearance.Limits
	}
	hold := HoldOf([]VitalSigns{reading}, nil, limits, r.Settings)
	switch {
	case r.ahead:
		r.later(topicDay, "day_baseline", "To take on the day: baseline vital signs.")
	case !b.Taken():
		r.warns(topicDay, "day_baseline:missing", "Baseline vital signs not taken yet.")
	case b.Wrong() != "":
		r.warns(topicDay, "day_baseline:wrong", "The baseline vital signs are not complete. "+b.Wrong())
	case hold != nil:
		var found []string
		for _, f := range hold.Findings {
			found = append(found, lowerFirst(f.Text))
		}
		r.warns(topicDay, "day_baseline:"+string(hold.Level), "Baseline vital signs: "+strings.Join(found, "; ")+".")
	default:
		r.fine(topicDay, "day_baseline", "Baseline vital signs: "+reading.Line()+".")
	}
}

// virtual: what a session with the client at home needs for today.
func (r *readying) virtual() {
	for _, item := range r.dayCheck.Virtual.Items() {
		key, label := "virtual_"+item.Key, lowerFirst(item.Label)
		switch {
		case r.ahead:
			r.later(topicVirtual, key, "For the day: "+label+".")
		case item.There:
			r.fine(topicVirtual, key, item.Label+".")
		default:
			r.blocks(topicVirtual, LiftReason, key, item.Missing)
		}
	}
}
