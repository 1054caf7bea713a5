package practice

// OwnWords returns the client's own words among entries, those that stand, in
// the order of the entries.
func OwnWords(list []Observation) []Observation {
	own := []Observation{}
	for _, o := range list {
		if o.ClientWords && o.Entry.Stands() && o.Text != "" {
			own = append(own, o)
		}
	}
	return own
}
