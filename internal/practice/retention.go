package practice

// RetainUntil returns the day until which a chart is kept: so many years after
// the last contact, and where the client was then under 18, also so many after
// the 18th birthday, whichever is later. The zone is the practice's. It is
// empty while there was no contact.
func RetainUntil(c Client, lastContact Instant, s Settings, zone string) Date {
	if lastContact == "" {
		return ""
	}
	last := lastContact.In(zone)
	until := DateOf(last).AddMonths(12 * s.RetentionYears)
	if age := c.BirthDate.AgeOn(last); age >= 0 && age < 18 {
		until = max(until, c.BirthDate.AddMonths(12*(18+s.RetentionMinorYears)))
	}
	return until
}

// LastContact returns when a client was last in contact: the latest start of
// these sessions, a voicemail left aside, or when the chart was begun.
func LastContact(c Client, sessions []Session) Instant {
	last := c.CreatedAt
	for _, s := range sessions {
		if s.CancelledAt == "" && s.Contact != ContactVoicemail {
			last = max(last, s.ActualStart)
		}
	}
	return last
}

// RetentionText says until when the chart of a closed client is kept.
func RetentionText(until, today Date) string {
	day, ok := until.Day()
	if !ok {
		return ""
	}
	if until < today {
		return "Had to be kept until " + LongDateText(day) + ". Nothing is erased by itself."
	}
	return "Keep until " + LongDateText(day)
}
