package app

import (
	"strings"

	"snowfield/internal/practice"
	"snowfield/internal/store"
)

// flagsOf returns a client's flags on a day, heaviest first.
func flagsOf(tx *store.Tx, client practice.Client, today practice.Date) ([]practice.Flag, error) {
	rounds, err := tx.Screenings(client.ID, keptRounds)
	if err != nil {
		return nil, err
	}
	items, err := screeningItems(tx)
	return practice.StandingFlags(client, rounds, items, today), err
}

// flagsLeftBy returns the flags that stay open when a client's open round is
// complete as it is: nothing covers them and no reason closes them.
func flagsLeftBy(tx *store.Tx, round practice.Screening, client practice.Client, today practice.Date) ([]practice.Flag, error) {
	rounds, err := tx.Screenings(client.ID, keptRounds)
	if err != nil {
		return nil, err
	}
	items, err := screeningItems(tx)
	if err != nil {
		return nil, err
	}
	clearances, err := standing(tx, client.ID, today)
	if err != nil {
		return nil, err
	}
	resolutions, err := tx.Resolutions(client.ID)
	round.CompletedAt = tx.Now()
	rounds[0] = round // the open one is first
	open := []practice.Flag{}
	for _, f := range practice.StandingFlags(client, rounds, items, today) {
		if f.State(clearances, resolutions) == practice.FlagOpen {
			open = append(open, f)
		}
	}
	return open, err
}

// flagRows returns a client's flags with where each stands, in words.
func flagRows(tx *store.Tx, client practice.Client, today practice.Date, zone string) ([]FlagRow, error) {
	flags, err := flagsOf(tx, client, today)
	if err != nil {
		return nil, err
	}
	clearances, err := standing(tx, client.ID, today)
	if err != nil {
		return nil, err
	}
	resolutions, err := tx.Resolutions(client.ID)
	if err != nil {
		return nil, err
	}
	plan, err := safetyPlan(tx, client.ID)
	if err != nil {
		return nil, err
	}
	rows := make([]FlagRow, 0, len(flags))
	for _, f := range flags {
		row := FlagRow{
			Flag: f, State: f.State(clearances, resolutions), SeverityText: f.Severity.Label(), AnswerText: f.Line(),
			SinceText: "Since " + practice.LongDateText(f.Ref.RaisedAt.In(zone)),
		}
		switch row.State {
		case practice.FlagCovered:
			row.StateText, err = coveredText(tx, clearances)
		case practice.FlagResolved:
			row.StateText = resolvedText(f.Ref, resolutions, zone)
		case practice.FlagOpen:
			row.StateText, row.Blocks = f.OpenText(), f.Blocks()
			row.Resolvable = f.Severity != practice.SeverityAbsolute && !f.Draft
			if row.Resolvable && f.AsksPlan() {
				row.SafetyPlan, row.PlanMissing = plan, plan == ""
				row.Resolvable = !row.PlanMissing
			}
		}
		if err != nil {
			return nil, err
		}
		rows = append(rows, row)
	}
	return rows, nil
}

// safetyPlan returns what a client's preparation says to do in a crisis; empty
// when nothing is written yet.
func safetyPlan(tx *store.Tx, clientID string) (string, error) {
	form, err := preparationOf(tx, clientID)
	if form == nil {
		return "", err
	}
	return strings.TrimSpace(form.SafetyPlan), err
}

func coveredText(tx *store.Tx, clearances []practice.Cleared) (string, error) {
	current, _ := practice.Current(clearances)
	prescriber, err := tx.Prescriber(current.Clearance.PrescriberID)
	return "Covered by the clearance of " + current.Clearance.ClearedOn.Text() + ", " + prescriber.Signature(), err
}

// resolvedText quotes the latest reason.
func resolvedText(flag practice.FlagRef, resolutions []practice.Resolution, zone string) string {
	for _, r := range resolutions {
		if r.Flag == flag {
			return "Resolved on " + practice.LongDateText(r.CreatedAt.In(zone)) + ": " + r.Reason
		}
	}
	return ""
}
