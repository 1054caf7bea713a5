package practice

import "slices"

// DefaultFor returns what a document holds for a reader when nobody chose. For
// the reader it is usually made for, and for the practice's own record, that
// is its default. For any other it begins with what is always in it and what
// that reader's own documents hold by default. The full chart and the superbill
// are the same for whoever gets them; so is the course summary outside the
// practice but for its risk reviews, and for the client there is another one.
func (k DocumentKind) DefaultFor(r Reader) PartSet {
	set := k.Default()
	if r == k.Reader() || r == ReaderRecord || k == DocChart || k == DocSuperbill {
		return set
	}
	if k == DocCourse && r != ReaderClient {
		delete(set, PartRiskReviews)
		return set
	}
	for _, rule := range k.Parts() {
		if rule.Inclusion == On && !usualFor(r, rule.Part) {
			delete(set, rule.Part)
		}
	}
	return set
}

// usualFor tells whether some document that is made for a reader holds a part
// by default.
func usualFor(r Reader, p Part) bool {
	for k, rule := range documentRules {
		if rule.reader == r && k != DocChart && k.Default()[p] {
			return true
		}
	}
	return false
}

// Wider returns what a set holds beyond the default for a reader, in the
// document's order.
func (k DocumentKind) Wider(r Reader, set PartSet) []Part {
	return k.List(without(set, k.DefaultFor(r)))
}

// Beginning is how a document begins for a reader.
type Beginning struct {
	Parts  PartSet
	Left   []Part // on by default, left out as last time
	Offers []Part // chosen last time beyond the default: included only when asked for again
}

// Begin decides what a document holds before anybody chooses, from what left
// last time for this reader; nil when it never did. What was narrower then is
// narrow again. What was wider never is by itself: it is offered.
func (k DocumentKind) Begin(r Reader, last []Part) Beginning {
	set := k.DefaultFor(r)
	if last == nil {
		return Beginning{Parts: set, Left: []Part{}, Offers: []Part{}}
	}
	then := PartSet{}
	for _, rule := range k.Parts() {
		if rule.Inclusion == Always || slices.Contains(last, rule.Part) {
			then[rule.Part] = true
		}
	}
	left := without(set, then)
	return Beginning{Parts: without(set, left), Left: k.List(left), Offers: k.Wider(r, then)}
}

func without(set, other PartSet) PartSet {
	rest := PartSet{}
	for p, in := range set {
		if in && !other[p] {
			rest[p] = true
		}
	}
	return rest
}

// PartsText names parts in a sentence: "doses, vital signs and readiness".
func PartsText(parts []Part) string {
	labels := make([]string, len(parts))
	for i, p := range parts {
		labels[i] = p.Label()
	}
	return listText(labels)
}
