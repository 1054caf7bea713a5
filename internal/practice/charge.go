package practice

import (
	"fmt"
	"regexp"
	"slices"
	"strings"
	"time"

	"snowfield/internal/fault"
)

// Cents is an amount of US dollars, exact.
type Cents int64

// mostCents bounds an amount: a million dollars.
const mostCents Cents = 100_000_000

// Text writes the amount: "$1,250.00", "-$20.00".
func (c Cents) Text() string {
	sign := ""
	if c < 0 {
		sign, c = "-", -c
	}
	dollars := fmt.Sprint(int64(c / 100))
	for i := len(dollars) - 3; i > 0; i -= 3 {
		dollars = dollars[:i] + "," + dollars[i:]
	}
	return fmt.Sprintf("%s$%s.%02d", sign, dollars, c%100)
}

// PlaceOfService is the two-digit code of CMS for where a service was given.
type PlaceOfService string

// The places a session has.
const (
	POSOffice    PlaceOfService = "11"
	POSHome      PlaceOfService = "10" // telehealth, the client at home
	POSElsewhere PlaceOfService = "02" // telehealth, the client elsewhere
)

// PlacesOfService lists them in their usual order.
var PlacesOfService = []PlaceOfService{POSOffice, POSHome, POSElsewhere}

// Label returns the place in words.
func (p PlaceOfService) Label() string {
	switch p {
	case POSOffice:
		return "Office"
	case POSHome:
		return "Telehealth, the client at home"
	case POSElsewhere:
		return "Telehealth, the client elsewhere"
	}
	return string(p)
}

// PlaceOfServiceOf returns the code of where a session takes place. That a
// client was not at home is for the practice to say.
func PlaceOfServiceOf(p Place) PlaceOfService {
	if p == Virtual {
		return POSHome
	}
	return POSOffice
}

// Charge is what one client pays for one service of a session. It is no
// clinical entry: it can be changed after the note is signed, with trace.
type Charge struct {
	ID            string         `json:"id"`
	ParticipantID string         `json:"participant_id"`
	CPT           string         `json:"cpt"`   // or another procedure code of five signs
	Words         string         `json:"words"` // the practice's own for the code, as they stood
	Units         int            `json:"units"`
	FeeCents      Cents          `json:"fee_cents"`  // of one unit
	PaidCents     Cents          `json:"paid_cents"` // for all units
	POS           PlaceOfService `json:"pos"`
	Diagnoses     []string       `json:"diagnoses"` // those of the client it treats, as they stood; the first is the main one
	CreatedAt     Instant        `json:"created_at"`
	UpdatedAt     Instant        `json:"updated_at"`
	Version       int            `json:"version"`
}

// TotalCents is the fee of all units.
func (c Charge) TotalCents() Cents { return c.FeeCents * Cents(c.Units) }

// BalanceCents is what is still to be paid; negative when more was paid.
func (c Charge) BalanceCents() Cents { return c.TotalCents() - c.PaidCents }

// NewCharge is what a charge of one participant begins with: the suggested
// code with the practice's words and fee, the place, and the client's first
// diagnoses. It has no id yet.
func NewCharge(participantID string, s Session, suggested Suggestion, fees FeeList, client Client) Charge {
	c := Charge{
		ParticipantID: participantID, CPT: suggested.CPT, Units: 1, POS: PlaceOfServiceOf(s.Place),
		Diagnoses: slices.Clone(client.Diagnoses[:min(diagnosesOfCharge, len(client.Diagnoses))]),
	}
	for _, f := range fees.Fees {
		if f.CPT == c.CPT {
			c.Words = f.Words
			if f.Cents != nil {
				c.FeeCents = *f.Cents
			}
		}
	}
	return c
}

// Line says a charge but its code in one line: "2 units of $90.00, paid
// $50.00, office, F33.1".
func (c Charge) Line() string {
	parts := []string{c.FeeCents.Text()}
	if c.Units > 1 {
		parts[0] = fmt.Sprintf("%d units of %s", c.Units, c.FeeCents.Text())
	}
	parts = append(parts, "paid "+c.PaidCents.Text(), lowerFirst(c.POS.Label()))
	return strings.Join(append(parts, DiagnosisCodes(c.Diagnoses)...), ", ")
}

// Normalize trims what was typed around the code and the words.
func (c *Charge) Normalize() {
	c.CPT = strings.ToUpper(strings.TrimSpace(c.CPT))
	c.Words = strings.TrimSpace(c.Words)
	c.Diagnoses = normalDiagnoses(c.Diagnoses)
}

// DatedCharge is a charge with the day its session began.
type DatedCharge struct {
	Charge
	Day Date `json:"day"`
}

// diagnosesOfCharge is how many a line of a claim can point to.
const diagnosesOfCharge = 4

// Validate refuses a charge of a session that has not ended, a code or place
// there is none of, no units, amounts below nothing or beyond a million, and
// diagnoses that are neither known of the client nor were stored with it.
func (c Charge) Validate(s Session, known []string) error {
	if s.State() != Ended {
		return fault.New(fault.Blocked, "A session is charged once it has ended: its minutes say which code fits. Nothing was changed; what you typed is kept.")
	}
	var k fault.Check
	CheckID(&k, "id", c.ID)
	CheckID(&k, "participant_id", c.ParticipantID)
	if !procedureShape.MatchString(c.CPT) {
		k.Refuse("cpt", "A code has five signs, such as 90837.")
	}
	checkLine(&k, "words", c.Words)
	if c.Words == "" {
		k.Refuse("words", "Say in a few words what the code stands for.")
	}
	if c.Units < 1 || c.Units > 99 {
		k.Refuse("units", "Between 1 and 99.")
	}
	checkCents(&k, "fee_cents", c.FeeCents)
	checkCents(&k, "paid_cents", c.PaidCents)
	if !slices.Contains(PlacesOfService, c.POS) {
		k.Refuse("pos", "Choose where the service was given.")
	}
	if len(c.Diagnoses) > diagnosesOfCharge {
		k.Refuse("diagnoses", "At most four: a line of a claim has room for no more.")
	}
	for _, d := range c.Diagnoses {
		if !slices.Contains(known, d) {
			k.Refuse("diagnoses", "Choose from the diagnoses in the client's details.")
		}
	}
	return k.Err()
}

// procedureShape is a code of CPT or HCPCS.
var procedureShape = regexp.MustCompile(`^[0-9A-Z][0-9]{3}[0-9A-Z]$`)

func checkCents(c *fault.Check, field string, amount Cents) {
	if amount < 0 || amount > mostCents {
		c.Refuse(field, "Between $0.00 and $1,000,000.00.")
	}
}

// Suggestion is the code a session's kind and minutes point to. It is a start
// and no more: what is charged is the practice's word.
type Suggestion struct {
	CPT  string `json:"cpt"`  // empty for none
	Why  string `json:"why"`  // a sentence
	Long string `json:"long"` // what to think of in a long session; empty for others
}

// The least whole minutes for each code (CPT: a timed code is reached once its
// midpoint is passed).
const (
	least90832 = 16
	least90834 = 38
	least90837 = 53
	least90847 = 26
	longOver   = 90 // from here on a session is far longer than what 90837 stands for
)

// SuggestCode returns the code for one participant of a session that took so
// long: by minutes for psychotherapy, an evaluation for a consultation, 90847
// for a couple. A crisis is never suggested.
func SuggestCode(kind SessionKind, participants int, took time.Duration) Suggestion {
	minutes := int(took / time.Minute) // a minute counts once it is full
	long := fmt.Sprintf("%d minutes", minutes)
	none := func(why string) Suggestion { return Suggestion{Why: why + " No code is suggested."} }
	switch {
	case kind == CheckIn:
		return none("A check-in is a short contact.")
	case minutes < least90832:
		return none("Psychotherapy is charged from 16 minutes; this took " + counted(minutes, "minute", "minutes") + ".")
	case participants > 1 && minutes < least90847:
		return none("A couple's session is charged from 26 minutes; this took " + counted(minutes, "minute", "minutes") + ".")
	case participants > 1:
		return Suggestion{CPT: "90847", Why: "A couple's session of " + long + ". It is usually charged to one of the two."}
	case kind == Consultation:
		return Suggestion{CPT: "90791", Why: "A consultation of " + long + "."}
	}
	s := Suggestion{CPT: "90837", Why: "A session of " + long + "."}
	switch {
	case minutes < least90834:
		s.CPT = "90832"
	case minutes < least90837:
		s.CPT = "90834"
	case kind == Dosing || minutes >= longOver:
		s.Long = "90837 stands for 53 minutes and more, however long it took. How the time beyond an hour is charged, if at all, differs between payers: Snowfield suggests no code for it. That is for you to code."
	}
	return s
}

// ChargeTotals is what charges come to.
type ChargeTotals struct {
	FeeCents     Cents `json:"fee_cents"`
	PaidCents    Cents `json:"paid_cents"`
	BalanceCents Cents `json:"balance_cents"`
}

// Text says them in a sentence: "Fees $180.00, paid $50.00, due $130.00."
func (t ChargeTotals) Text() string {
	text := "Fees " + t.FeeCents.Text() + ", paid " + t.PaidCents.Text()
	switch {
	case t.BalanceCents > 0:
		return text + ", due " + t.BalanceCents.Text() + "."
	case t.BalanceCents < 0:
		return text + ", paid beyond the fees " + (-t.BalanceCents).Text() + "."
	}
	return text + ", nothing due."
}

// Add adds a charge.
func (t *ChargeTotals) Add(c Charge) {
	t.FeeCents += c.TotalCents()
	t.PaidCents += c.PaidCents
	t.BalanceCents += c.BalanceCents()
}
