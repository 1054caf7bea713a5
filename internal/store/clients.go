package store

import (
	"encoding/json"
	"strconv"
	"strings"
	"unicode"

	"snowfield/internal/fault"
	"snowfield/internal/practice"

	"golang.org/x/text/unicode/norm"
)

const clientColumns = `id, legal_name, preferred_name, pronouns, birth_date, email, phone, address,
	emergency_contact_name, emergency_contact_relationship, emergency_contact_phone,
	allergy_answer, allergies, concerns, diagnoses, intention, watch, notes, stage, created_at, updated_at, version`

func scanClient(r row) (c practice.Client, err error) {
	var concerns, diagnoses string
	if err := r.Scan(&c.ID, &c.LegalName, &c.PreferredName, &c.Pronouns, &c.BirthDate, &c.Email, &c.Phone, &c.Address,
		&c.EmergencyContact.Name, &c.EmergencyContact.Relationship, &c.EmergencyContact.Phone,
		&c.AllergyAnswer, &c.Allergies, &concerns, &diagnoses, &c.Intention, &c.Watch, &c.Notes, &c.Stage, &c.CreatedAt, &c.UpdatedAt, &c.Version); err != nil {
		return c, err
	}
	if err := json.Unmarshal([]byte(concerns), &c.Concerns); err != nil {
		return c, err
	}
	return c, json.Unmarshal([]byte(diagnoses), &c.Diagnoses)
}

// Client returns a client.
func (t *Tx) Client(id string) (practice.Client, error) {
	return one(t, "client", scanClient, `SELECT `+clientColumns+` FROM clients WHERE id = ?`, id)
}

// PutClient adds a client or, when its version is the one stored, changes it.
// It returns the stored record. Adding the same client twice is harmless; a
// version that is not the stored one is a Conflict.
func (t *Tx) PutClient(c practice.Client) (practice.Client, error) {
	concerns, err := json.Marshal(c.Concerns)
	if err != nil {
		return c, err
	}
	diagnoses, err := json.Marshal(c.Diagnoses)
	if err != nil {
		return c, err
	}
	old, err := t.Client(c.ID)
	act := practice.ActChange
	switch {
	case fault.CodeOf(err) == fault.NotFound:
		c.Version, c.CreatedAt, act = 0, t.now, practice.ActCreate
	case err != nil:
		return c, err
	case c.Version != old.Version:
		c.Version, c.CreatedAt, c.UpdatedAt = old.Version, old.CreatedAt, old.UpdatedAt
		if same(c, old) {
			return old, nil
		}
		return old, fault.New(fault.Conflict, "This client was changed elsewhere since you opened the form. What you typed is kept; look at the chart, then save again.")
	default:
		c.CreatedAt = old.CreatedAt
	}
	c.UpdatedAt = t.now
	c.Version++
	if err := t.exec(`INSERT INTO clients (`+clientColumns+`, search_name) VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)
		ON CONFLICT (id) DO UPDATE SET legal_name = excluded.legal_name, preferred_name = excluded.preferred_name, pronouns = excluded.pronouns,
		birth_date = excluded.birth_date, email = excluded.email, phone = excluded.phone, address = excluded.address,
		emergency_contact_name = excluded.emergency_contact_name, emergency_contact_relationship = excluded.emergency_contact_relationship,
		emergency_contact_phone = excluded.emergency_contact_phone, allergy_answer = excluded.allergy_answer, allergies = excluded.allergies,
		concerns = excluded.concerns, diagnoses = excluded.diagnoses, intention = excluded.intention, watch = excluded.watch, notes = excluded.notes, stage = excluded.stage,
		updated_at = excluded.updated_at, version = excluded.version, search_name = excluded.search_name`,
		c.ID, c.LegalName, c.PreferredName, c.Pronouns, c.BirthDate, c.Email, c.Phone, c.Address,
		c.EmergencyContact.Name, c.EmergencyContact.Relationship, c.EmergencyContact.Phone,
		c.AllergyAnswer, c.Allergies, string(concerns), string(diagnoses), c.Intention, c.Watch, c.Notes, c.Stage, c.CreatedAt, c.UpdatedAt, c.Version,
		Fold(c.PreferredName+" "+c.LegalName)); err != nil {
		return c, err
	}
	_, err = t.Record(act, "client", c.ID, "version "+strconv.Itoa(c.Version))
	return c, err
}

// same compares two records as they are stored.
func same(a, b any) bool {
	x, errX := json.Marshal(a)
	y, errY := json.Marshal(b)
	return errX == nil && errY == nil && string(x) == string(y)
}

// Fold lowers text and takes its accents away, so that "garcia" finds García
// and "o'neil" O’Neil.
func Fold(text string) string {
	var b strings.Builder
	for _, r := range norm.NFKD.String(text) {
		switch r = unicode.ToLower(r); {
		case unicode.Is(unicode.Mn, r):
		case r == '’' || r == 'ʼ':
			b.WriteByte('\'')
		case r == 'æ':
			b.WriteString("ae")
		case r == 'œ':
			b.WriteString("oe")
		case r == 'ł':
			b.WriteRune('l')
		case r == 'ø':
			b.WriteRune('o')
		case r == 'đ' || r == 'ð':
			b.WriteRune('d')
		case r == 'ß':
			b.WriteString("ss")
		case r == 'ı':
			b.WriteRune('i')
		default:
			b.WriteRune(r)
		}
	}
	return strings.Join(strings.Fields(b.String()), " ")
}

// ClientFilter chooses clients by stage.
type ClientFilter string

// Waiting clients have inquired or are being screened; active ones are in
// treatment.
const (
	ActiveClients  ClientFilter = "active"
	WaitingClients ClientFilter = "waiting"
	ClosedClients  ClientFilter = "closed"
	AllClients     ClientFilter = "all"
)

// ClientRow is a client as the list shows it.
type ClientRow struct {
	ID         string
	Name       string
	Stage      practice.Stage
	NextAt     practice.Instant // the next planned session; empty for none
	LastSeenAt practice.Instant // the last session that began, a voicemail left aside
}

// Clients returns a page of the clients whose name holds every word of query,
// by name, and how many there are in all.
func (t *Tx) Clients(query string, filter ClientFilter, offset, limit int) ([]ClientRow, int, error) {
	where := `(?1 = 'all' OR ?1 = 'closed' AND stage = 'closed' OR ?1 = 'waiting' AND stage IN ('inquiry', 'screening')
		OR ?1 = 'active' AND stage IN ('preparing', 'in_course', 'integrating'))`
	args := []any{filter}
	for _, word := range strings.Fields(Fold(query)) {
		args = append(args, word)
		where += ` AND instr(search_name, ?` + strconv.Itoa(len(args)) + `) > 0`
	}
	total, err := one(t, "count", scalar[int], `SELECT count(*) FROM clients WHERE `+where, args...)
	if err != nil {
		return nil, 0, err
	}
	n := len(args)
	args = append(args, t.now, limit, offset)
	list, err := all(t, func(r row) (c ClientRow, err error) {
		var legal, preferred string
		err = r.Scan(&c.ID, &legal, &preferred, &c.Stage, &c.NextAt, &c.LastSeenAt)
		c.Name = practice.Client{LegalName: legal, PreferredName: preferred}.Name()
		return c, err
	}, `SELECT id, legal_name, preferred_name, stage,
		coalesce((SELECT min(s.planned_start) FROM participants p JOIN sessions s ON s.id = p.session_id
			WHERE p.client_id = clients.id AND s.actual_start = '' AND s.cancelled_at = '' AND s.planned_start >= ?`+strconv.Itoa(n+1)+`), ''),
		coalesce((SELECT max(s.actual_start) FROM participants p JOIN sessions s ON s.id = p.session_id
			WHERE p.client_id = clients.id AND s.contact <> 'voicemail'), '')
		FROM clients WHERE `+where+` ORDER BY search_name, id LIMIT ?`+strconv.Itoa(n+2)+` OFFSET ?`+strconv.Itoa(n+3), args...)
	return list, total, err
}

// TouchClient notes that a chart was opened now, for the recent charts.
func (t *Tx) TouchClient(id string) error {
	return t.exec(`UPDATE clients SET opened_at = ? WHERE id = ?`, t.now, id)
}

// RecentClients returns the clients whose charts were opened last.
func (t *Tx) RecentClients(limit int) ([]practice.Client, error) {
	return all(t, scanClient, `SELECT `+clientColumns+` FROM clients WHERE opened_at <> '' ORDER BY opened_at DESC, id LIMIT ?`, limit)
}
