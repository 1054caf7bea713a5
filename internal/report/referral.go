package report

import (
	"slices"
	"strconv"
	"strings"

	"snowfield/internal/practice"
	"snowfield/internal/report/block"
)

// ReferralInput is all that a referral packet is made of. The same input gives
// the same bytes.
type ReferralInput struct {
	Practice  practice.Practice
	Client    practice.Client
	To        practice.Prescriber  // to whom it is written; zero for nobody chosen yet
	Rounds    []practice.Screening // newest first
	Flags     []FlagStanding       // heaviest first
	Medicines []practice.Medicine
	Cleared   *practice.Cleared // the clearance that counts; nil when there was none
	ClearedBy practice.Prescriber
	Measures  []Measured
	Events    []practice.AdverseEvent // of earlier sessions, in time order
	Sessions  []Record                // dosing sessions held, in time order
	Parts     practice.PartSet        // of practice.DocReferral
	AuditHead string                  // of the trail, when the document is made
	At        practice.Instant        // when the document is made
	Paper     block.Paper
}

// FlagStanding is a flag of the screening and where it stands.
type FlagStanding struct {
	Flag   practice.Flag
	State  practice.FlagState
	Reason string // that closed it
}

const referralTitle = "Referral packet"

// ReferralPacket draws what a prescriber is asked before a clearance: who the
// client is, the questions and flags, the screening, allergies, medicines and
// earlier reactions, and a page on which the prescriber decides. It suggests no
// dose and no change of a medicine. A screening that is not complete is said to
// be a draft.
func ReferralPacket(in ReferralInput) (Result, error) { return drawn(referralPacket(in)) }

func referralPacket(in ReferralInput) block.Document {
	zone := in.Practice.Zone
	b := &builder{parts: in.Parts, zone: zone}
	draft := screeningDraft(in.Rounds, zone)

	b.add(block.Title{Text: referralTitle, Lede: in.Client.Name() + ", " + longDate(in.At.In(zone))})
	if draft != "" {
		b.add(block.Note{Framed: true, Text: block.Say("Draft. " + draft)})
	}
	b.add(b.referred(in))
	b.add(block.Paragraph{Text: block.Say("This client asks for ketamine-assisted psychotherapy. Please say whether ketamine may be given here, and within which bounds. The last page is for your decision.")})
	b.questions(practice.PrescriberQuestions(in.Rounds, in.Medicines))
	b.flags(in.Flags, draft != "")
	b.said(practice.PartConcerns, "What brought the client", sentence(strings.Join(in.Client.Concerns, ", ")))
	b.said(practice.PartDiagnoses, "Diagnoses", strings.Join(in.Client.Diagnoses, "\n"))
	b.said(practice.PartAllergies, "Allergies", in.Client.AllergyText())
	b.medicines(in.Medicines)
	b.measuredThen(in.Measures)
	b.earlier(in)
	if x := in.Cleared; x != nil && b.parts[practice.PartClearance] {
		b.heading("Clearance so far", clearedAside(x))
		b.add(clearanceFacts(x.Clearance, in.ClearedBy))
	}
	b.screening(in.Rounds)
	b.leftOut(practice.DocReferral)
	b.decision(in)

	return block.Document{
		Title:      referralTitle,
		Language:   "en-US",
		Created:    in.At.In(zone),
		Paper:      in.Paper,
		Letterhead: letterhead(in.Practice),
		Footer:     footer(in.Practice, drafted(referralTitle, draft != ""), in.Client, stamp(in.At, zone), in.AuditHead),
		Blocks:     b.blocks,
	}
}

func drafted(title string, draft bool) string {
	if draft {
		return title + " (draft)"
	}
	return title
}

// screeningDraft says what is not complete about the screening; empty when the
// newest round is.
func screeningDraft(rounds []practice.Screening, zone string) string {
	if len(rounds) == 0 {
		return "The client has not been screened yet."
	}
	if rounds[0].Completed() {
		return ""
	}
	text := "The screening is not complete"
	if len(rounds) > 1 {
		text = "The screening is being repeated and the new round is not complete"
	}
	if n := rounds[0].Unanswered(); n > 0 {
		text += ": " + strings.ToLower(practice.CountText(n, "question is", "questions are")) + " not answered yet"
	}
	if len(rounds) > 1 {
		text += ". The answers below are those of " + shortDate(rounds[1].CompletedAt.In(zone))
	}
	return text + "."
}

// referred says to whom it is written and who the client is.
func (b *builder) referred(in ReferralInput) block.Facts {
	c, to := in.Client, joined(", ", in.To.Signature(), in.To.Organisation)
	born := ""
	if day, ok := c.BirthDate.Day(); ok {
		born = shortDate(day) + ", aged " + strconv.Itoa(c.BirthDate.AgeOn(in.At.In(b.zone)))
	}
	facts := block.Facts{fact("To", to), fact("Fax", in.To.SecureFax), fact("Client", c.LegalName), fact("Born", born), fact("Called", joined(", ", c.PreferredName, c.Pronouns))}
	if b.parts[practice.PartContact] {
		facts = append(facts, fact("Phone", c.Phone), fact("Email", c.Email), fact("Address", c.Address))
	}
	return facts
}

// said writes a part that is one text; nothing for none.
func (b *builder) said(part practice.Part, heading, text string) {
	if text == "" || !b.parts[part] {
		return
	}
	b.heading(heading, nil)
	b.add(block.Paragraph{Text: block.Say(text)})
}

// flags tells what the screening raised, with its weight and where it stands.
// They belong to what the prescriber is asked.
func (b *builder) flags(list []FlagStanding, draft bool) {
	if !b.parts[practice.PartQuestions] {
		return
	}
	b.heading("Flags", nil)
	if len(list) == 0 {
		none := "The screening raised none."
		if draft {
			none = "None so far."
		}
		b.add(block.Paragraph{Text: block.Say(none)})
		return
	}
	table := block.Table{Columns: []block.Column{{Head: "Severity", Share: 1.6}, {Head: "Question and answer", Share: 7}, {Head: "Since", Share: 1.9}, {Head: "Where it stands", Share: 3.2}}}
	for _, f := range list {
		severity := block.Run{Text: f.Flag.Severity.Label(), Bold: f.Flag.Blocks()}
		if f.Flag.Severity == practice.SeverityAbsolute {
			severity.Tone = block.Alarm
		}
		state := "Open"
		switch f.State {
		case practice.FlagCovered:
			state = "Covered by the clearance"
		case practice.FlagResolved:
			state = joined(": ", "Resolved", f.Reason)
		case practice.FlagOpen:
		}
		table.Rows = append(table.Rows, []block.Text{
			{severity}, block.Say(f.Flag.Line()), block.Say(shortDate(f.Flag.Ref.RaisedAt.In(b.zone))), block.Say(state),
		})
	}
	b.add(table)
}

// earlier tells what was answered about ketamine taken before, what went wrong
// here, and the sessions so far.
func (b *builder) earlier(in ReferralInput) {
	var answers []practice.ScreeningAnswer
	if b.parts[practice.PartScreening] {
		answers = practice.EarlierKetamine(in.Rounds)
	}
	var events []practice.AdverseEvent
	if b.parts[practice.PartEvents] {
		events = in.Events
	}
	if len(answers)+len(events) > 0 {
		b.heading("Earlier ketamine and reactions", nil)
	}
	for _, a := range answers {
		b.add(block.Paragraph{Text: block.Say(a.Line())})
	}
	if len(events) > 0 {
		b.add(b.eventTable(events))
	}
	b.sessionsHeld("Dosing sessions so far", in.Client.ID, in.Sessions)
}

// eventTable tells adverse events, a row each.
func (b *builder) eventTable(events []practice.AdverseEvent) block.Table {
	table := block.Table{Columns: []block.Column{{Head: "Date", Share: 1.9}, {Head: "Grade", Share: 1.8}, {Head: "What happened", Share: 5}, {Head: "Action", Share: 3.2}, {Head: "Outcome", Share: 3}}}
	for _, e := range events {
		grade := block.Text{{Text: sentence(string(e.Grade))}}
		if e.Serious {
			grade = below(block.Text{{Text: "Serious", Bold: true, Tone: block.Alarm}}, block.Say(sentence(string(e.Grade))))
		}
		table.Rows = append(table.Rows, []block.Text{
			block.Say(shortDate(e.At.In(b.zone))), grade, block.Say(e.What), block.Say(e.Action), block.Say(e.OutcomeText()),
		})
	}
	return table
}

// screening tells the answers of the last complete round, or of the one that
// is open when there is none.
func (b *builder) screening(rounds []practice.Screening) {
	if len(rounds) == 0 || !b.parts[practice.PartScreening] {
		return
	}
	round := rounds[0]
	if i := slices.IndexFunc(rounds, practice.Screening.Completed); i >= 0 {
		round = rounds[i]
	}
	state := "Not complete"
	if round.Completed() {
		state = shortDate(round.CompletedAt.In(b.zone)) + ". Concluded: " + strings.ToLower(round.Conclusion.Label())
	}
	b.heading("Screening", block.Say(state))
	b.add(answersOf(round))
}

// answersOf tells a round's questions with their answers; a yes and an unknown
// stand out.
func answersOf(round practice.Screening) block.Table {
	table := block.Table{Columns: []block.Column{{Head: "Question", Share: 6}, {Head: "Answer", Share: 1.6}, {Head: "Details", Share: 5}}}
	for _, a := range round.Answers {
		stands := a.Answer == practice.AnswerYes || a.Answer == practice.AnswerUnsure
		table.Rows = append(table.Rows, []block.Text{block.Say(a.Question), {{Text: a.Answer.Label(), Bold: stands}}, block.Say(a.Detail)})
	}
	return table
}
