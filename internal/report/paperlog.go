package report

import (
	"fmt"
	"strconv"
	"strings"

	"snowfield/internal/fault"
	"snowfield/internal/practice"
	"snowfield/internal/report/block"
	"snowfield/internal/report/pdf"
)

// PaperLogInput is all that a blank log is made of. The same input gives the
// same bytes.
type PaperLogInput struct {
	Practice  practice.Practice
	Plan      practice.SessionPlan
	Marks     practice.MarkSet
	Leaving   practice.LeavingList
	Emergency practice.EmergencyPlan
	Settings  practice.Settings
	At        practice.Instant // when the form is made
	Paper     block.Paper
}

// PaperLog draws the log of a dosing session to be written by hand, for the
// day the computer fails. It holds nothing of any client.
func PaperLog(in PaperLogInput) (Result, error) {
	r, err := pdf.Draw(paperLog(in))
	if err != nil {
		return Result{}, fault.Wrap(fault.Internal, "The paper log could not be made. The records are unchanged.", err)
	}
	return r, nil
}

const paperTitle = "Session log on paper"

// How many rows are left to write in.
const (
	paperDoses  = 3
	paperVitals = 3 // besides those the plan names
	paperLines  = 13
	paperCalls  = 3
)

func paperLog(in PaperLogInput) block.Document {
	head := letterhead(in.Practice)
	return block.Document{
		Title:      paperTitle,
		Language:   "en-US",
		Created:    in.At.In(in.Practice.Zone),
		Paper:      in.Paper,
		Letterhead: head,
		Footer: []string{
			joined(" · ", head.Name, paperTitle),
			"Typed into Snowfield afterwards, in the session: Quick entry, one entry on each line, such as “13:12 dose 200 sublingual”.",
		},
		Blocks: []block.Block{
			block.Title{Text: paperTitle, Lede: "For a dosing session on a day the computer fails."},
			byHand(1, "Client", "Born", "Date", "Therapist"),
			byHand(1, "Place", "Others in the room", "Prescriber, phone", "Emergency contact, phone"),
			byHand(1, "If virtual: the client’s address today", "Chaperone there, phone", "Call-back number", "Emergency number there"),
			part("Phases, with the time each begins"),
			paperPhases(in.Plan),
			part("Dose"),
			byHand(paperDoses, "Time", "mg taken", "Route and form", "Lot", "Out at, how", "Reason, if beyond the order"),
			part("Vital signs"),
			paperChecks(in.Plan),
			block.Note{Text: block.Say(paperLimits(in.Settings))},
			part("If something is wrong"),
			paperSteps(in.Emergency),
			byHand(1, "Connection lost at", "Restored at", "Lost again at", "Restored at", "Chaperone called at"),
			byHand(paperCalls, "Time", "Who was called, number", "Reached", "What was said, and what was done"),
			part("What was seen, said and done"),
			block.Note{Text: block.Say(paperMarks(in.Marks))},
			paperWords(),
			part("Leaving"),
			block.Note{Text: block.Say(fmt.Sprintf("Not before %d minutes after the last dose, or with the reason.", in.Settings.DischargeMinutes))},
			paperLeaving(in.Leaving),
			byHand(1, "Last dose at", "Left at", "With whom, phone", "Note"),
			byHand(1, "Signature", "Day and time"),
		},
	}
}

// byHand is a table of empty rows, every column as wide as its head asks for.
func byHand(rows int, heads ...string) block.Table {
	t := block.Table{Tall: true}
	for _, head := range heads {
		t.Columns = append(t.Columns, block.Column{Head: head, Share: max(1, float64(len(head))/9)})
	}
	for range rows {
		t.Rows = append(t.Rows, make([]block.Text, len(heads)))
	}
	return t
}

func paperPhases(plan practice.SessionPlan) block.Table {
	t := block.Table{Tall: true, Rows: [][]block.Text{make([]block.Text, len(plan.Phases))}}
	for _, p := range plan.Phases {
		t.Columns = append(t.Columns, block.Column{Head: p.Phase.Label() + ", " + strconv.Itoa(p.Minutes) + " min", Share: 1})
	}
	return t
}

func paperChecks(plan practice.SessionPlan) block.Table {
	t := block.Table{Tall: true, Columns: []block.Column{
		{Head: "When", Share: 2.4},
		{Head: "Time", Share: 1},
		{Head: "Blood pressure", Share: 1.6},
		{Head: "Heart rate", Share: 1.2},
		{Head: "SpO2", Share: 1},
		{Head: "Breaths", Share: 1},
		{Head: "Remarks", Share: 3},
	}}
	when := []string{"Before the dose"}
	for _, minutes := range plan.CheckMinutes {
		when = append(when, strconv.Itoa(minutes)+" min after the dose")
	}
	when = append(when, "Before leaving")
	when = append(when, make([]string, paperVitals)...)
	for _, text := range when {
		row := make([]block.Text, len(t.Columns))
		row[0] = block.Say(text)
		t.Rows = append(t.Rows, row)
	}
	return t
}

// paperLimits says in words what a reading is held against.
func paperLimits(s practice.Settings) string {
	return "Hold, unless the clearance names its own: " + practice.Limits{}.DefaultText() + ". Before a dose rest " + strconv.Itoa(s.RestMinutes) +
		" minutes and measure again, call the prescriber, or go on as a talk session; after it measure again in " + strconv.Itoa(s.RecheckMinutes) +
		" minutes or call. " + practice.EmergencyLimitsText()
}

func paperSteps(plan practice.EmergencyPlan) block.Paragraph {
	var steps []string
	for i, step := range plan.Steps {
		steps = append(steps, strconv.Itoa(i+1)+". "+step)
	}
	return block.Paragraph{Text: block.Say(strings.Join(steps, " "))}
}

func paperMarks(set practice.MarkSet) string {
	const words = "The client’s own words stand in quotation marks."
	var keys []string
	for i, m := range set.Marks {
		if label := m.Label(); label != "" {
			keys = append(keys, strconv.Itoa((i+1)%10)+" "+label)
		}
	}
	if len(keys) == 0 {
		return words
	}
	return "Short for: " + strings.Join(keys, ", ") + ". " + words
}

func paperWords() block.Table {
	t := block.Table{Tall: true, Columns: []block.Column{{Head: "Time", Share: 1}, {Head: "Words", Share: 11}}}
	for range paperLines {
		t.Rows = append(t.Rows, make([]block.Text, 2))
	}
	return t
}

func paperLeaving(list practice.LeavingList) block.Table {
	t := block.Table{Columns: []block.Column{{Head: "Before leaving", Share: 5}, {Head: "Yes", Share: 0.7}, {Head: "No", Share: 0.7}, {Head: "Why it is not", Share: 5}}}
	for _, item := range list.Items {
		t.Rows = append(t.Rows, []block.Text{block.Say(item.Label), nil, nil, nil})
	}
	return t
}
