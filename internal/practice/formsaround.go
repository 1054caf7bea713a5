package practice

import (
	"slices"
	"time"
)

// aroundSession is how near to a session a form was answered that belongs to
// what is known of its time.
const aroundSession = 7 * 24 * time.Hour

// FormsAround returns the finished forms that count of the days around a
// session, the oldest first.
func FormsAround(s Session, forms []Filled) []Filled {
	return slices.DeleteFunc(oldestFirst(forms), func(f Filled) bool {
		return f.Response.State() != FormFinished || f.Response.AnsweredAt.Sub(s.Start()).Abs() > aroundSession
	})
}
