package app

import (
	"time"

	"snowfield/internal/practice"
	"snowfield/internal/report"
	"snowfield/internal/store"
)

// makeReferral makes what a prescriber is asked before a clearance.
func makeReferral(tx *store.Tx, ask DocumentRequest, parts practice.PartSet) (made, error) {
	in, err := referralInput(tx, ask.ClientID, parts)
	if err != nil {
		return made{}, err
	}
	result, err := report.ReferralPacket(in)
	return made{
		Result: result, clientID: in.Client.ID, day: in.At.In(in.Practice.Zone).Format(time.DateOnly), contents: referralContents(in),
	}, err
}

// referralContents says in one line what a referral packet holds.
func referralContents(in report.ReferralInput) string {
	inside := insideLine{in.Parts, []string{"name and date of birth"}}
	inside.say(practice.PartContact, true, "address and phone")
	inside.count(practice.PartQuestions, len(practice.PrescriberQuestions(in.Rounds, in.Medicines)), "question", "questions")
	inside.count(practice.PartQuestions, len(in.Flags), "flag", "flags")
	inside.count(practice.PartConcerns, len(in.Client.Concerns), "concern", "concerns")
	inside.count(practice.PartDiagnoses, len(in.Client.Diagnoses), "diagnosis", "diagnoses")
	inside.say(practice.PartAllergies, true, "allergies")
	inside.count(practice.PartMedicines, len(in.Medicines), "medicine", "medicines")
	inside.count(practice.PartMeasures, len(in.Measures), "questionnaire", "questionnaires")
	inside.count(practice.PartEvents, len(in.Events), "adverse event", "adverse events")
	inside.count(practice.PartSessions, len(in.Sessions), "dosing session", "dosing sessions")
	inside.say(practice.PartClearance, in.Cleared != nil, "the clearance so far")
	inside.say(practice.PartScreening, len(in.Rounds) > 0, "the screening")
	inside.list = append(inside.list, "a page for the decision")
	return inside.text()
}

// referralInput gathers what a client's referral packet is made of.
func referralInput(tx *store.Tx, clientID string, parts practice.PartSet) (in report.ReferralInput, err error) {
	in.At, in.Parts = tx.Now(), parts
	if in.Client, err = tx.Client(clientID); err != nil {
		return in, err
	}
	if in.Practice, err = tx.Letterhead(); err != nil {
		return in, err
	}
	if _, in.AuditHead, err = tx.AuditHead(); err != nil {
		return in, err
	}
	if in.Rounds, err = tx.Screenings(clientID, keptRounds); err != nil {
		return in, err
	}
	if in.Medicines, err = tx.Medicines(clientID); err != nil {
		return in, err
	}
	if in.Flags, err = flagsStanding(tx, in.Client); err != nil {
		return in, err
	}
	if in.Measures, err = measuredOf(tx, clientID, in.At); err != nil {
		return in, err
	}
	if in.Events, err = tx.AdverseEvents(clientID); err != nil {
		return in, err
	}
	if parts[practice.PartSessions] {
		if in.Sessions, err = dosingsOf(tx, clientID, ""); err != nil {
			return in, err
		}
	}
	if in.Cleared, in.ClearedBy, err = standsUnder(tx, clientID, ""); err != nil {
		return in, err
	}
	in.To = in.ClearedBy
	if in.Cleared == nil {
		in.To, err = onlyPrescriber(tx)
	}
	return in, err
}

// flagsStanding returns a client's flags today, heaviest first, and where each
// stands.
func flagsStanding(tx *store.Tx, client practice.Client) ([]report.FlagStanding, error) {
	today, err := todayOf(tx)
	if err != nil {
		return nil, err
	}
	flags, err := flagsOf(tx, client, today)
	if err != nil {
		return nil, err
	}
	clearances, err := standing(tx, client.ID, today)
	if err != nil {
		return nil, err
	}
	resolutions, err := tx.Resolutions(client.ID)
	list := make([]report.FlagStanding, 0, len(flags))
	for _, f := range flags {
		x := report.FlagStanding{Flag: f, State: f.State(clearances, resolutions)}
		for _, r := range resolutions {
			if r.Flag == f.Ref && x.State == practice.FlagResolved && x.Reason == "" {
				x.Reason = r.Reason
			}
		}
		list = append(list, x)
	}
	return list, err
}

// onlyPrescriber returns the prescriber the practice works with, when there is
// but one.
func onlyPrescriber(tx *store.Tx) (only practice.Prescriber, err error) {
	list, err := tx.Prescribers()
	working := 0
	for _, p := range list {
		if !p.Retired {
			only = p
			working++
		}
	}
	if working != 1 {
		return practice.Prescriber{}, err
	}
	return only, err
}
