package practice

import (
	"slices"
	"strings"
	"unicode"

	"snowfield/internal/fault"
)

// Way is how a document left.
type Way string

// The ways.
const (
	WaySaved   Way = "saved" // as a file
	WayPrinted Way = "printed"
)

// Disclosure is one document about a client that left: what it held, who
// received it, what for and what allowed it. It never changes.
type Disclosure struct {
	ID               string       `json:"id"`
	ClientID         string       `json:"client_id"`
	SessionID        string       `json:"session_id"` // empty for a document about no single session
	At               Instant      `json:"at"`
	Kind             DocumentKind `json:"kind"`
	Way              Way          `json:"way"`
	Reader           Reader       `json:"reader"`
	Recipient        string       `json:"recipient"`
	Purpose          string       `json:"purpose"`
	Parts            []Part       `json:"parts"`              // in the document's order
	LeftOut          string       `json:"left_out"`           // as the preview said it
	ReleaseConsentID string       `json:"release_consent_id"` // the release of information it left under; may be empty
	ReleaseReason    string       `json:"release_reason"`     // the ground it left on without one
	RequestID        string       `json:"request_id"`         // the records request it answers; may be empty
	SHA256           string       `json:"sha256"`             // of the file as written; of a print, of what was printed
	Pages            int          `json:"pages"`
	Protected        bool         `json:"protected"` // by a password
}

// Label returns the way as a list names it.
func (w Way) Label() string {
	switch w {
	case WaySaved:
		return "saved as a file"
	case WayPrinted:
		return "printed"
	}
	return string(w)
}

// Label returns the reader as a list names it.
func (r Reader) Label() string {
	switch r {
	case ReaderRecord:
		return "The practice's own record"
	case ReaderClient:
		return "The client"
	case ReaderPrescriber:
		return "A prescriber"
	case ReaderOther:
		return "Somebody else"
	}
	return string(r)
}

// Outside tells whether a reader is neither the practice nor the client: what
// goes to one needs a release or another ground.
func (r Reader) Outside() bool { return r == ReaderPrescriber || r == ReaderOther }

// DefaultRecipient returns who receives a document when nobody was named;
// empty where a person has to say it.
func (k DocumentKind) DefaultRecipient(r Reader) string {
	switch {
	case !r.Outside():
		return r.Label()
	case k == DocEmergency && r == ReaderOther:
		return "Emergency services"
	}
	return ""
}

// emergencyGround lets the emergency card leave without anything to type.
const emergencyGround = "Treatment in an emergency (45 CFR 164.506(c))"

// DefaultGround returns the ground a document leaves on when there is no
// release and nobody gave one; empty where a person has to say it.
func (k DocumentKind) DefaultGround() string {
	if k == DocEmergency {
		return emergencyGround
	}
	return ""
}

// Grounds are what may allow a document to leave without a release of
// information, as suggestions; a person may type another.
var Grounds = []string{
	"Treatment (45 CFR 164.506(c))",
	"Payment (45 CFR 164.506(c))",
	"The client's signed request to send it there (45 CFR 164.524(c)(3)(ii))",
	"Required by law (45 CFR 164.512(a))",
	"A court order or subpoena (45 CFR 164.512(e))",
	"To avert a serious threat (45 CFR 164.512(j))",
	emergencyGround,
}

// Purposes suggests what a document is given to a reader for; a person may
// type another.
func (k DocumentKind) Purposes(r Reader) []string {
	switch r {
	case ReaderRecord:
		return []string{"For the practice's own record"}
	case ReaderClient:
		return clientPurposes(k)
	case ReaderPrescriber:
		return prescriberPurposes(k)
	case ReaderOther:
		return otherPurposes(k)
	}
	return nil
}

func clientPurposes(k DocumentKind) []string {
	switch k {
	case DocHandout:
		return []string{"To prepare for the session"}
	case DocSuperbill:
		return []string{"For reimbursement by the insurer"}
	}
	return []string{"The client's own copy", "The client asked for their records (45 CFR 164.524)"}
}

func prescriberPurposes(k DocumentKind) []string {
	switch k {
	case DocReferral:
		return []string{"Treatment: medical clearance", "Treatment: a change of the plan"}
	case DocIncident:
		return []string{"Treatment: an adverse event"}
	case DocPrescriber:
		return []string{"Treatment: report on the session", "Treatment: clearance to go on"}
	}
	return []string{"Treatment: coordination of care", "Transfer of care"}
}

func otherPurposes(k DocumentKind) []string {
	switch k {
	case DocEmergency:
		return []string{"Treatment in an emergency"}
	case DocSuperbill:
		return []string{"Payment"}
	}
	return []string{"At the client's request", "Transfer of care", "Treatment: coordination of care", "Payment", "A legal proceeding", "Required by law"}
}

// DefaultPurpose returns what a document is given for when nobody said; empty
// where it would be a guess.
func (k DocumentKind) DefaultPurpose(r Reader) string {
	if suggested := k.Purposes(r); len(suggested) > 0 && (r != ReaderOther || len(suggested) == 1) {
		return suggested[0]
	}
	return ""
}

// ReleaseState is where the release of information for a recipient stands.
type ReleaseState string

// Only a release in force, or none needed, lets a document leave by itself.
const (
	ReleaseNotNeeded ReleaseState = "not_needed"
	ReleaseInForce   ReleaseState = "in_force"
	ReleaseEnded     ReleaseState = "ended"
	ReleaseRevoked   ReleaseState = "revoked"
	ReleaseMissing   ReleaseState = "missing"
)

// Release is what a client agreed to for one recipient.
type Release struct {
	State   ReleaseState
	Consent Consent // the one in force or, of those that are not, the last signed
}

// ReleaseFor looks among a client's consents for the release of information a
// reader needs. names are the recipient's, as typed and as they are known
// elsewhere; chosen names a consent by id when a person says that it is the
// one, for a recipient it writes otherwise. A revoked release takes those to
// the same recipient with it that were signed before.
func ReleaseFor(consents []Consent, r Reader, names []string, chosen string, today Date) Release {
	if !r.Outside() {
		return Release{State: ReleaseNotNeeded}
	}
	if chosen != "" {
		names = nil
		for _, c := range consents {
			if c.ID == chosen {
				names = []string{c.Recipient}
			}
		}
	}
	var toThem []Consent
	for _, c := range consents {
		if c.Kind == ConsentRelease && slices.ContainsFunc(names, func(name string) bool { return sameRecipient(name, c.Recipient) }) {
			toThem = append(toThem, c)
		}
	}
	if c, ok := Consented(toThem, ConsentRelease, today); ok {
		return Release{ReleaseInForce, c}
	}
	if len(toThem) == 0 {
		return Release{State: ReleaseMissing}
	}
	last := slices.MaxFunc(toThem, func(a, b Consent) int { return strings.Compare(string(a.SignedOn), string(b.SignedOn)) })
	if slices.ContainsFunc(toThem, func(c Consent) bool { return c.RevokedOn != "" && c.RevokedOn >= last.SignedOn }) {
		return Release{ReleaseRevoked, last}
	}
	return Release{ReleaseEnded, last}
}

// sameRecipient tells whether two texts name the same recipient: the same
// words, however they are set.
func sameRecipient(a, b string) bool {
	words := func(text string) []string {
		return strings.FieldsFunc(strings.ToLower(text), func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) })
	}
	return len(words(a)) > 0 && slices.Equal(words(a), words(b))
}

// Text says where the release to a recipient stands on a day, as sentences.
func (r Release) Text(recipient string, today Date) string {
	switch r.State {
	case ReleaseInForce:
		return "Release of information to " + r.Consent.Recipient + ". " + r.Consent.StateText(today) + ". It covers: " + sentence(r.Consent.Scope)
	case ReleaseEnded:
		return "The release of information to " + recipient + " has ended: " + lowerFirst(r.Consent.StateText(today)) + ". " + sayGround
	case ReleaseRevoked:
		return "The release of information to " + recipient + " was revoked. " + sayGround
	case ReleaseMissing:
		return "No release of information to " + recipient + " is in this chart. " + sayGround
	case ReleaseNotNeeded:
	}
	return ""
}

// sayGround asks for what stands in for a release.
const sayGround = "Have one signed first, or give the ground on which this may leave without it."

// sentence ends a text that a person typed.
func sentence(text string) string {
	if text = strings.TrimSpace(text); text == "" || strings.HasSuffix(text, ".") {
		return text
	}
	return text + "."
}

// Normalize trims what a person types around the words.
func (d *Disclosure) Normalize() {
	for _, s := range []*string{&d.Recipient, &d.Purpose, &d.ReleaseReason} {
		*s = strings.TrimSpace(*s)
	}
}

// Allow refuses what may not leave: a document that does not say to whom it
// goes and what for, and one for an outsider without a release in force or
// another ground. It takes over the release; a ground beside one is dropped.
func (d *Disclosure) Allow(release Release) error {
	var k fault.Check
	if !slices.Contains(Readers, d.Reader) {
		k.Refuse("reader", "Choose for whom it is.")
	}
	if d.Recipient == "" {
		k.Refuse("recipient", "Say who receives it.")
	}
	if d.Purpose == "" {
		k.Refuse("purpose", "Say what it is for.")
	}
	checkLine(&k, "recipient", d.Recipient)
	checkLine(&k, "purpose", d.Purpose)
	checkLine(&k, "release_reason", d.ReleaseReason)
	d.ReleaseConsentID = ""
	switch release.State {
	case ReleaseNotNeeded:
		d.ReleaseReason = ""
	case ReleaseInForce:
		d.ReleaseConsentID, d.ReleaseReason = release.Consent.ID, ""
	case ReleaseEnded, ReleaseRevoked, ReleaseMissing:
		if d.Recipient != "" && d.ReleaseReason == "" {
			k.Refuse("release_reason", "There is no release of information in force for this recipient. Have one signed first, or give the ground on which this may leave.")
		}
	}
	return k.Err()
}

// FileName returns a name for a document's file: what it is, a day where it
// has one, and the client's name only when a person asked for it. It never
// holds a character that some system does not allow:
// "session-summary-2026-03-12.pdf".
func (k DocumentKind) FileName(day Date, clientName string) string {
	words := []string{strings.ReplaceAll(string(k), "_", "-")}
	if day != "" {
		words = append(words, string(day))
	}
	if name := fileWord(clientName); name != "" {
		words = append(words, name)
	}
	return strings.Join(words, "-") + ".pdf"
}

// maxFileWord bounds a name inside a file's name, in characters: some systems
// take 255 bytes in all.
const maxFileWord = 50

// fileWord writes a text in small letters and digits, joined by hyphens.
func fileWord(text string) string {
	parts := strings.FieldsFunc(strings.ToLower(text), func(r rune) bool {
		return !unicode.IsLetter(r) && !unicode.IsDigit(r) && !unicode.IsMark(r)
	})
	word := []rune(strings.Join(parts, "-"))
	return strings.TrimRight(string(word[:min(len(word), maxFileWord)]), "-")
}
