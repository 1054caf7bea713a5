package store

import (
	"snowfield/internal/fault"
	"snowfield/internal/practice"
)

// Record appends an act to the audit trail and returns its entry.
func (t *Tx) Record(act practice.Act, subject, id, detail string) (practice.AuditEntry, error) {
	seq, head, err := t.AuditHead()
	if err != nil {
		return practice.AuditEntry{}, err
	}
	e := practice.AuditEntry{Seq: seq + 1, At: t.now, Act: act, Subject: subject, SubjectID: id, Detail: detail, Prev: head}
	e.Hash = e.Seal()
	if err := t.exec(`INSERT INTO audit (seq, at, act, subject, subject_id, detail, prev, hash) VALUES (?,?,?,?,?,?,?,?)`,
		e.Seq, e.At, e.Act, e.Subject, e.SubjectID, e.Detail, e.Prev, e.Hash); err != nil {
		return practice.AuditEntry{}, err
	}
	return e, t.changed()
}

const auditColumns = `seq, at, act, subject, subject_id, detail, prev, hash`

func scanAudit(r row) (e practice.AuditEntry, err error) {
	err = r.Scan(&e.Seq, &e.At, &e.Act, &e.Subject, &e.SubjectID, &e.Detail, &e.Prev, &e.Hash)
	return e, err
}

// AuditHead returns the length of the trail and the hash of its last entry.
func (t *Tx) AuditHead() (int64, string, error) {
	last, err := all(t, scanAudit, `SELECT `+auditColumns+` FROM audit ORDER BY seq DESC LIMIT 1`)
	if err != nil || len(last) == 0 {
		return 0, practice.Genesis, err
	}
	return last[0].Seq, last[0].Hash, nil
}

// LastOf returns the latest entry of an act; false when there is none.
func (t *Tx) LastOf(act practice.Act) (practice.AuditEntry, bool, error) {
	last, err := all(t, scanAudit, `SELECT `+auditColumns+` FROM audit WHERE act = ? ORDER BY seq DESC LIMIT 1`, act)
	if err != nil || len(last) == 0 {
		return practice.AuditEntry{}, false, err
	}
	return last[0], true, nil
}

// recentActs are so many that a day's work does not push an act out of sight.
const recentActs = 500

// LatestAct returns the latest time that any recent act bears; empty when there
// is none. The trail's order is that of its numbers, its times are the
// computer's.
func (t *Tx) LatestAct() (practice.Instant, error) {
	return one(t, "trail", scalar[practice.Instant], `SELECT coalesce(max(at), '') FROM (SELECT at FROM audit ORDER BY seq DESC LIMIT ?)`, recentActs)
}

// Audit returns up to limit entries after a sequence number, oldest first.
func (t *Tx) Audit(after int64, limit int) ([]practice.AuditEntry, error) {
	return all(t, scanAudit, `SELECT `+auditColumns+` FROM audit WHERE seq > ? ORDER BY seq LIMIT ?`, after, limit)
}

// VerifyAudit follows the whole trail and returns its length and head. Given
// a printed or backed-up head (its length and hash; 0 and "" for none) it
// also refuses a trail whose tail was cut or rewritten since. The fault is
// Corrupt and names the place.
func (t *Tx) VerifyAudit(length int64, head string) (int64, string, error) {
	var trail practice.Trail
	met := length == 0
	const page = 500
	for {
		seq, _ := trail.Head()
		list, err := t.Audit(seq, page)
		if err != nil {
			return 0, "", err
		}
		for _, e := range list {
			if err := trail.Follow(e); err != nil {
				return 0, "", err
			}
			met = met || e.Seq == length && e.Hash == head
		}
		if len(list) < page {
			break
		}
	}
	if !met {
		return 0, "", fault.New(fault.Corrupt, "The audit trail does not hold the entry whose hash was printed or backed up: its end was cut or rewritten.")
	}
	seq, hash := trail.Head()
	return seq, hash, nil
}
