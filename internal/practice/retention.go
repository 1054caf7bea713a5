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
	until := Date(last.Format("2006-01-02")).AddMonths(12 * s.RetentionYears)
	if age := c.BirthDate.AgeOn(last); age >= 0 && age < 18 {
		until = max(until, c.BirthDate.AddMonths(12*(18+s.RetentionMinorYears)))
	}
	return until
}
