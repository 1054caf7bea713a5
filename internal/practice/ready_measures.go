package practice

// measures: the questionnaires that belong before this dosing are filled in.
// A form that is missing is said and never stands in the way.
func (r *readying) measures() {
	list := MeasuresBefore(r.Measures, r.Session.ID)
	far := r.day > r.Today.addDays(r.Measures.Plan.DaysBefore)
	for _, g := range MeasureGroups(list, MeasureDue) {
		names := InWords(g.Titles)
		text := "Not filled in before this dosing: " + names + "."
		if g.Occasion == AtBaseline {
			text = "Not filled in as the baseline: " + names + "."
		}
		if len(g.Begun) > 0 {
			text += " Begun and not complete: " + InWords(g.Begun) + "."
		}
		if far {
			r.later(topicMeasures, "measures_"+string(g.Occasion), "To fill in before this session: "+names+".")
		} else {
			r.warns(topicMeasures, "measures_"+string(g.Occasion)+":missing", text)
		}
	}
	for _, g := range MeasureGroups(list, MeasureLater) {
		r.later(topicMeasures, "measures_"+string(g.Occasion), "To fill in before this session: "+InWords(g.Titles)+".")
	}
	for _, g := range MeasureGroups(list, MeasureMet) {
		r.fine(topicMeasures, "measures_"+string(g.Occasion), "Filled in before this dosing: "+InWords(g.Titles)+".")
	}
}
