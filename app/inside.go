package app

import (
	"strings"

	"snowfield/internal/practice"
)

// insideLine says in one line what a document holds, as far as it was chosen
// and is there.
type insideLine struct {
	parts practice.PartSet
	list  []string
}

// say names what is there.
func (l *insideLine) say(part practice.Part, there bool, text string) {
	if there && l.parts[part] {
		l.list = append(l.list, text)
	}
}

// count names how many there are, unless there are none.
func (l *insideLine) count(part practice.Part, n int, one, many string) {
	l.say(part, n > 0, strings.ToLower(practice.CountText(n, one, many)))
}

func (l *insideLine) text() string { return "Inside: " + strings.Join(l.list, ", ") + "." }
