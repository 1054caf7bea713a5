package practice

// Change reads how the totals of one instrument have moved, of the forms that
// were answered until then.
func (f CourseFacts) Change(instrumentID string, until Instant) Change {
	forms := []Filled{}
	for _, x := range f.Forms {
		if x.Instrument.ID == instrumentID && x.Response.AnsweredAt <= until {
			forms = append(forms, x)
		}
	}
	return ReadChange(forms, f.firstDose(f.held()))
}
