package app

import (
	"cmp"
	"net/http"
	"strconv"
	"strings"
	"sync"

	"snowfield/internal/fault"
	"snowfield/internal/practice"
)

const documentPath = "/documents/"

// keptDocuments is how many previews stay in memory.
const keptDocuments = 4

type document struct {
	pdf       []byte // or another file's bytes
	mediaType string // empty: a document
	kind      practice.DocumentKind
	clientID  string // empty for what is about nobody
	sessionID string // empty for what is about no single session
	day       practice.Date
	pages     int
	reader    practice.Reader // whose choice of parts it is
	parts     []practice.Part
	leftOut   string
}

// documents keeps previews in memory while the records are unlocked and
// serves them to the page.
type documents struct {
	mu    sync.Mutex
	order []string
	byTok map[string]document
}

func (d *documents) keep(token string, doc document) {
	d.mu.Lock()
	defer d.mu.Unlock()
	if d.byTok == nil {
		d.byTok = map[string]document{}
	}
	d.byTok[token] = doc
	d.order = append(d.order, token)
	if len(d.order) > keptDocuments {
		delete(d.byTok, d.order[0])
		d.order = d.order[1:]
	}
}

func (d *documents) get(token string) (document, error) {
	d.mu.Lock()
	defer d.mu.Unlock()
	doc, ok := d.byTok[token]
	if !ok {
		return doc, fault.New(fault.NotFound, "This preview is no longer there. Open it again.")
	}
	return doc, nil
}

// export is get for what is exported from its preview: a document, not a file
// kept in the records, which leaves by an act of its own.
func (d *documents) export(token string) (document, error) {
	doc, err := d.get(token)
	if err == nil && doc.mediaType != "" {
		return document{}, fault.New(fault.NotFound, "This is no document. Save a copy of it from Files.")
	}
	return doc, err
}

func (d *documents) forget() {
	d.mu.Lock()
	defer d.mu.Unlock()
	d.order, d.byTok = nil, nil
}

// ServeHTTP gives the page the bytes of a preview.
func (d *documents) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	token, ok := strings.CutPrefix(strings.TrimSuffix(r.URL.Path, ".pdf"), documentPath)
	doc, err := d.get(token)
	if !ok || err != nil {
		http.NotFound(w, r)
		return
	}
	w.Header().Set("Content-Type", cmp.Or(doc.mediaType, "application/pdf"))
	w.Header().Set("X-Content-Type-Options", "nosniff")
	w.Header().Set("Cache-Control", "no-store")
	w.Header().Set("Content-Length", strconv.Itoa(len(doc.pdf)))
	w.Write(doc.pdf) //nolint:errcheck // the page went away
}
