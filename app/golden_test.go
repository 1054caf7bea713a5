package app

import (
	"flag"
	"os"
	"path/filepath"
	"regexp"

	"snowfield/internal/report/reporttest"
)

var updateGolden = flag.Bool("update-golden", false, "write the texts of the sample's documents anew")

var trailHead = regexp.MustCompile(`[0-9a-f]{64}`)

// golden compares the text of a document, as it would leave, with a file of
// testdata.
func (b *bench) golden(name string, v DocumentView) {
	b.Helper()
	doc, err := b.app.documents.get(v.Token)
	b.ok(err)
	text := trailHead.ReplaceAllString(reporttest.Text(b.TB, doc.pdf), "(head)")
	path := filepath.Join("testdata", name)
	if *updateGolden {
		b.ok(os.WriteFile(path, []byte(text), 0o644))
	}
	want, err := os.ReadFile(path)
	b.ok(err)
	if text != string(want) {
		b.Errorf("%s differs; run go test ./app -update-golden and read the change\ngot:\n%s", path, text)
	}
}
