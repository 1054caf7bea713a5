package store

import (
	"strconv"

	"snowfield/internal/practice"
)

const medicineColumns = `id, client_id, name, dose, schedule, class, prescribed_by, ended_on, created_at, updated_at, version`

// mostMedicines bounds a client's list.
const mostMedicines = 500

func scanMedicine(r row) (m practice.Medicine, err error) {
	err = r.Scan(&m.ID, &m.ClientID, &m.Name, &m.Dose, &m.Schedule, &m.Class, &m.PrescribedBy, &m.EndedOn, &m.CreatedAt, &m.UpdatedAt, &m.Version)
	return m, err
}

// Medicine returns one line of a client's medicines.
func (t *Tx) Medicine(id string) (practice.Medicine, error) {
	return one(t, "medicine", scanMedicine, `SELECT `+medicineColumns+` FROM medicines WHERE id = ?`, id)
}

// Medicines returns a client's medicines in the order they were written down,
// those taken now first, then the ended ones, the last ended first.
func (t *Tx) Medicines(clientID string) ([]practice.Medicine, error) {
	return all(t, scanMedicine, `SELECT `+medicineColumns+` FROM medicines WHERE client_id = ?
		ORDER BY ended_on <> '', ended_on DESC, created_at, rowid LIMIT ?`, clientID, mostMedicines)
}

// PutMedicine adds a medicine or, when its version is the one stored, changes
// it. It returns the stored record. Adding the same one twice is harmless; a
// version that is not the stored one is a Conflict.
func (t *Tx) PutMedicine(m practice.Medicine) (practice.Medicine, error) {
	act, err := advance(t, &m, m.ID, t.Medicine, func(m *practice.Medicine) stamp { return stamp{&m.CreatedAt, &m.UpdatedAt, &m.Version} },
		"This medicine was changed elsewhere since you opened the form. What you typed is kept; look at the list, then save again.")
	if err != nil || act == "" {
		return m, err
	}
	if err := t.exec(`INSERT INTO medicines (`+medicineColumns+`) VALUES (?,?,?,?,?,?,?,?,?,?,?)
		ON CONFLICT (id) DO UPDATE SET name = excluded.name, dose = excluded.dose, schedule = excluded.schedule, class = excluded.class,
		prescribed_by = excluded.prescribed_by, ended_on = excluded.ended_on, updated_at = excluded.updated_at, version = excluded.version`,
		m.ID, m.ClientID, m.Name, m.Dose, m.Schedule, m.Class, m.PrescribedBy, m.EndedOn, m.CreatedAt, m.UpdatedAt, m.Version); err != nil {
		return m, err
	}
	_, err = t.Record(act, "medicine", m.ID, "version "+strconv.Itoa(m.Version))
	return m, err
}
