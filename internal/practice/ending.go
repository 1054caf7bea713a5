package practice

import "slices"

// Ending says when the clearance a client stands under has ended or ends by a
// day, and what should follow; empty when it holds longer, when a later one is
// recorded already and when there never was one. standing is as Standing
// returns it.
func Ending(standing []Cleared, by Date) string {
	current, ok := Current(standing)
	if !ok || standing[0].State == ClearanceNotYet {
		return ""
	}
	switch current.State {
	case ClearanceInForce:
		if current.Clearance.ExpiresOn <= by {
			return "Holds until " + current.Clearance.ExpiresOn.Text()
		}
	case ClearanceExpired:
		return "Expired on " + current.Clearance.ExpiresOn.Text()
	case ClearanceUsedUp:
		return "Used up: " + current.UsedText()
	case ClearanceSuspended:
		return "Suspended: " + current.Clearance.SuspendedReason
	}
	return ""
}

// renewed are the kinds of consent that are signed anew when they end. A
// release ends as it was meant to.
var renewed = []ConsentKind{ConsentKAP, ConsentTouch, ConsentTelehealth}

// EndingConsents says of each kind that is signed anew when it ended or ends
// by a day. One that was revoked is not asked for again. consents are those of
// one client, signed last first.
func EndingConsents(consents []Consent, today, by Date) []string {
	texts := []string{}
	for _, kind := range renewed {
		if valid, ok := Consented(consents, kind, today); ok {
			if valid.ExpiresOn != "" && valid.ExpiresOn <= by {
				texts = append(texts, kind.Label()+", valid until "+valid.ExpiresOn.Text())
			}
			continue
		}
		last := slices.IndexFunc(consents, func(c Consent) bool { return c.Kind == kind })
		if last >= 0 && consents[last].State(today) == ConsentExpired {
			texts = append(texts, kind.Label()+", ended "+consents[last].ExpiresOn.Text())
		}
	}
	return texts
}
