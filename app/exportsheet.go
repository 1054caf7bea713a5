package app

import (
	"cmp"
	"slices"

	"snowfield/internal/practice"
	"snowfield/internal/store"
)

// ExportSheet is what a person is asked before a document leaves.
type ExportSheet struct {
	Choice     ExportChoice    `json:"choice"`    // as asked, with what is usual where nothing was said
	FileName   string          `json:"file_name"` // as it will be suggested
	About      bool            `json:"about"`     // it is about a client: who receives it is asked and recorded
	ReaderText string          `json:"reader_text"`
	Outside    bool            `json:"outside"`    // the reader is neither the practice nor the client
	Recipients []string        `json:"recipients"` // suggestions for this reader
	Purposes   []string        `json:"purposes"`
	Grounds    []string        `json:"grounds"`
	Release    ReleaseStanding `json:"release"`
	Releases   []ReleaseOption `json:"releases"`    // in force for somebody; one may be meant
	Waiting    []OpenRequest   `json:"waiting"`     // records requests it may answer
	KnownWords []string        `json:"known_words"` // that whoever has the file would try first as a password
}

// ReleaseStanding says in words what allows a document to go to its recipient.
type ReleaseStanding struct {
	State practice.ReleaseState `json:"state"`
	Text  string                `json:"text"`
}

// ReleaseOption is a release of information in force.
type ReleaseOption struct {
	ConsentID string `json:"consent_id"`
	Label     string `json:"label"`
}

// Sheet returns what is asked before a previewed document leaves, for the
// choice so far; where nothing was said it gets what is usual for the document
// and its reader.
func (d *Documents) Sheet(token string, choice ExportChoice) (ExportSheet, error) {
	return view(d.core, func(tx *store.Tx) (ExportSheet, error) {
		doc, err := d.documents.export(token)
		if err != nil {
			return ExportSheet{}, err
		}
		choice.Password = ""
		return doc.sheet(tx, choice)
	})
}

func (doc document) sheet(tx *store.Tx, choice ExportChoice) (ExportSheet, error) {
	choice.Recipient = cmp.Or(choice.Recipient, doc.kind.DefaultRecipient(doc.reader))
	choice.Purpose = cmp.Or(choice.Purpose, doc.kind.DefaultPurpose(doc.reader))
	choice.ReleaseReason = cmp.Or(choice.ReleaseReason, doc.kind.DefaultGround())
	v := ExportSheet{
		Choice: choice, About: doc.clientID != "", ReaderText: doc.reader.Label(), Outside: doc.reader.Outside(), Recipients: []string{},
		Purposes: doc.kind.Purposes(doc.reader), Grounds: practice.Grounds, Releases: []ReleaseOption{}, Waiting: []OpenRequest{}, KnownWords: []string{},
	}
	var err error
	if v.FileName, err = doc.fileName(tx, choice.ClientInName); err != nil || !v.About {
		return v, err
	}
	if err := doc.addRelease(tx, &v); err != nil {
		return v, err
	}
	if v.Waiting, err = openRequests(tx, doc.clientID); err != nil {
		return v, err
	}
	client, err := tx.Client(doc.clientID)
	if err != nil {
		return v, err
	}
	letterhead, err := tx.Practice()
	v.KnownWords = append(v.KnownWords, client.LegalName, client.PreferredName, string(client.BirthDate), letterhead.TherapistName, letterhead.PracticeName)
	return v, err
}

// addRelease looks what allows the document to go to its recipient, and whom
// it could be for.
func (doc document) addRelease(tx *store.Tx, v *ExportSheet) error {
	today, err := todayOf(tx)
	if err != nil {
		return err
	}
	consents, err := tx.Consents(doc.clientID)
	if err != nil {
		return err
	}
	prescribers, err := tx.Prescribers()
	if err != nil {
		return err
	}
	for _, p := range prescribers {
		if doc.reader == practice.ReaderPrescriber && !p.Retired {
			v.Recipients = append(v.Recipients, p.Signature())
		}
	}
	for _, c := range consents {
		if in := practice.ReleaseFor(consents, practice.ReaderOther, nil, c.ID, today); c.Kind != practice.ConsentRelease || in.State != practice.ReleaseInForce || in.Consent.ID != c.ID {
			continue
		}
		v.Releases = append(v.Releases, ReleaseOption{c.ID, c.Recipient + ". " + c.StateText(today)})
		if doc.reader == practice.ReaderOther && !slices.Contains(v.Recipients, c.Recipient) {
			v.Recipients = append(v.Recipients, c.Recipient)
		}
	}
	if v.Choice.Recipient == "" {
		v.Release = ReleaseStanding{State: practice.ReleaseNotNeeded}
		return nil
	}
	release, err := releaseFor(tx, doc.clientID, doc.reader, v.Choice.Recipient, v.Choice.ReleaseConsentID)
	v.Release = ReleaseStanding{release.State, release.Text(v.Choice.Recipient, today)}
	return err
}
