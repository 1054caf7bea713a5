package app

import (
	"bytes"

	"github.com/yuin/goldmark"
)

// rendered returns Markdown as HTML. Raw HTML is left out, so that the page
// can show it as it is.
func rendered(markdown string) (string, error) {
	var html bytes.Buffer
	err := goldmark.Convert([]byte(markdown), &html)
	return html.String(), err
}
