package store

import (
	"strconv"

	"snowfield/internal/practice"
)

const prescriberColumns = `id, name, credential, organisation, phone, secure_fax, email, retired, created_at, updated_at, version`

// mostPrescribers bounds the list; a solo practice works with a few.
const mostPrescribers = 500

func scanPrescriber(r row) (p practice.Prescriber, err error) {
	err = r.Scan(&p.ID, &p.Name, &p.Credential, &p.Organisation, &p.Phone, &p.SecureFax, &p.Email, &p.Retired, &p.CreatedAt, &p.UpdatedAt, &p.Version)
	return p, err
}

// Prescriber returns a prescriber, retired or not.
func (t *Tx) Prescriber(id string) (practice.Prescriber, error) {
	return one(t, "prescriber", scanPrescriber, `SELECT `+prescriberColumns+` FROM prescribers WHERE id = ?`, id)
}

// Prescribers returns all prescribers by name, the retired ones last.
func (t *Tx) Prescribers() ([]practice.Prescriber, error) {
	return all(t, scanPrescriber, `SELECT `+prescriberColumns+` FROM prescribers ORDER BY retired, name COLLATE NOCASE, id LIMIT ?`, mostPrescribers)
}

// PutPrescriber adds a prescriber or, when its version is the one stored,
// changes it. It returns the stored record. Adding the same one twice is
// harmless; a version that is not the stored one is a Conflict.
func (t *Tx) PutPrescriber(p practice.Prescriber) (practice.Prescriber, error) {
	act, err := advance(t, &p, p.ID, t.Prescriber, func(p *practice.Prescriber) stamp { return stamp{&p.CreatedAt, &p.UpdatedAt, &p.Version} },
		"This prescriber was changed elsewhere since you opened the form. What you typed is kept; look at the Library, then save again.")
	if err != nil || act == "" {
		return p, err
	}
	if err := t.exec(`INSERT INTO prescribers (`+prescriberColumns+`) VALUES (?,?,?,?,?,?,?,?,?,?,?)
		ON CONFLICT (id) DO UPDATE SET name = excluded.name, credential = excluded.credential, organisation = excluded.organisation, phone = excluded.phone,
		secure_fax = excluded.secure_fax, email = excluded.email, retired = excluded.retired, updated_at = excluded.updated_at, version = excluded.version`,
		p.ID, p.Name, p.Credential, p.Organisation, p.Phone, p.SecureFax, p.Email, p.Retired, p.CreatedAt, p.UpdatedAt, p.Version); err != nil {
		return p, err
	}
	_, err = t.Record(act, "prescriber", p.ID, "version "+strconv.Itoa(p.Version))
	return p, err
}
