package app

import (
	"strings"
	"testing"

	"snowfield/internal/practice"
	"snowfield/internal/report/reporttest"
)

// The form says what the practice has in its Library, and is exported like any
// document.
func TestPaperLog(t *testing.T) {
	b := newBench(t)
	b.create()
	b.add("Nell Harrow")
	shown := must(b, b.documents.Make)(DocumentRequest{Kind: practice.DocPaperLog})
	text := reporttest.Text(t, b.app.documents.byTok[shown.Token].pdf)
	if shown.Pages != 2 || !strings.Contains(text, "Birch Room") || !strings.Contains(text, "Steady on their feet") || strings.Contains(text, "Harrow") {
		t.Errorf("%d pages: %s", shown.Pages, text)
	}
	b.shell.save = t.TempDir()
	if done := b.export(shown.Token); !strings.HasSuffix(done.Path, "paper-log.pdf") {
		t.Errorf("written to %s", done.Path)
	}
	trail := b.trail()
	if last := trail[len(trail)-1]; last.Act != practice.ActExport || last.Subject != "library" || !strings.HasPrefix(last.Detail, "blank paper log, sha256 ") {
		t.Errorf("the trail says %+v", last)
	}
}
