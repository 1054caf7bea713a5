package store

import (
	"strconv"
	"strings"

	"snowfield/internal/fault"
	"snowfield/internal/practice"
)

const sessionColumns = `s.id, s.kind, s.planned_start, s.planned_end, s.actual_start, s.actual_end, s.zone, s.place,
	coalesce(s.dosing_session_id, ''), s.contact, s.cancelled_at, s.created_at, s.updated_at, s.version,
	(SELECT group_concat(p.id || ' ' || p.client_id, ' ' ORDER BY p.position) FROM participants p WHERE p.session_id = s.id)`

func scanSession(r row) (s practice.Session, err error) {
	var parts string
	err = r.Scan(&s.ID, &s.Kind, &s.PlannedStart, &s.PlannedEnd, &s.ActualStart, &s.ActualEnd, &s.Zone, &s.Place,
		&s.DosingSessionID, &s.Contact, &s.CancelledAt, &s.CreatedAt, &s.UpdatedAt, &s.Version, &parts)
	ids := strings.Fields(parts)
	for i := 0; i+1 < len(ids); i += 2 {
		s.Participants = append(s.Participants, practice.Participant{ID: ids[i], ClientID: ids[i+1]})
	}
	return s, err
}

// Session returns a session with its participants.
func (t *Tx) Session(id string) (practice.Session, error) {
	return one(t, "session", scanSession, `SELECT `+sessionColumns+` FROM sessions s WHERE s.id = ?`, id)
}

// SessionOf returns the session of a participant.
func (t *Tx) SessionOf(participantID string) (practice.Session, error) {
	return one(t, "session", scanSession, `SELECT `+sessionColumns+` FROM sessions s
		WHERE s.id = (SELECT session_id FROM participants WHERE id = ?)`, participantID)
}

// PutSession adds a session or, when its version is the one stored, changes
// it; its participants stay those of the first, and its kind once it has
// begun. It returns the stored record.
func (t *Tx) PutSession(s practice.Session) (practice.Session, error) {
	old, err := t.Session(s.ID)
	act := practice.ActChange
	switch {
	case fault.CodeOf(err) == fault.NotFound:
		s.Version, s.CreatedAt, act = 0, t.now, practice.ActCreate
	case err != nil:
		return s, err
	case s.Version != old.Version:
		s.Version, s.CreatedAt, s.UpdatedAt = old.Version, old.CreatedAt, old.UpdatedAt
		if same(s, old) {
			return old, nil
		}
		return old, fault.New(fault.Conflict, "This session was changed elsewhere since you opened it. Nothing was changed now; look at it again, then repeat the change.")
	case !same(s.Participants, old.Participants):
		return old, fault.New(fault.Conflict, "The clients of a session do not change. Cancel it and plan another.")
	case s.Kind != old.Kind && old.ActualStart != "":
		return old, fault.New(fault.Conflict, "What a session is for does not change once it has begun. Nothing was changed.")
	default:
		s.CreatedAt = old.CreatedAt
	}
	if s.DosingSessionID != "" {
		dosing, err := t.Session(s.DosingSessionID)
		if err != nil {
			return s, err
		}
		if dosing.Kind != practice.Dosing || !sharesClient(s, dosing) {
			return s, &fault.Error{
				Code: fault.Invalid, Message: "That is not a dosing session of this client.",
				Fields: map[string]string{"dosing_session_id": "Choose a dosing session of this client."},
			}
		}
	}
	s.UpdatedAt = t.now
	s.Version++
	if err := t.exec(`INSERT INTO sessions (id, kind, planned_start, planned_end, actual_start, actual_end, zone, place, dosing_session_id, contact, cancelled_at, created_at, updated_at, version)
		VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?,?)
		ON CONFLICT (id) DO UPDATE SET kind = excluded.kind, planned_start = excluded.planned_start, planned_end = excluded.planned_end,
		actual_start = excluded.actual_start, actual_end = excluded.actual_end, zone = excluded.zone, place = excluded.place,
		dosing_session_id = excluded.dosing_session_id, contact = excluded.contact, cancelled_at = excluded.cancelled_at, updated_at = excluded.updated_at, version = excluded.version`,
		s.ID, s.Kind, s.PlannedStart, s.PlannedEnd, s.ActualStart, s.ActualEnd, s.Zone, s.Place, null(s.DosingSessionID), s.Contact, s.CancelledAt, s.CreatedAt, s.UpdatedAt, s.Version); err != nil {
		return s, err
	}
	if act == practice.ActCreate {
		for i, p := range s.Participants {
			if err := t.exec(`INSERT INTO participants (id, session_id, client_id, position) VALUES (?,?,?,?)`, p.ID, s.ID, p.ClientID, i); err != nil {
				return s, err
			}
		}
	}
	_, err = t.Record(act, "session", s.ID, string(s.State())+", version "+strconv.Itoa(s.Version))
	return s, err
}

func sharesClient(a, b practice.Session) bool {
	for _, p := range a.Participants {
		for _, q := range b.Participants {
			if p.ClientID == q.ClientID {
				return true
			}
		}
	}
	return false
}

// SessionsBetween returns the sessions that start in [from, to), cancelled
// ones left out, in time order.
func (t *Tx) SessionsBetween(from, to practice.Instant) ([]practice.Session, error) {
	return all(t, scanSession, `SELECT `+sessionColumns+` FROM sessions s
		WHERE s.start_at >= ? AND s.start_at < ? AND s.cancelled_at = '' ORDER BY s.start_at, s.id LIMIT 200`, from, to)
}

// OpenSessions returns the sessions that began and have not ended.
func (t *Tx) OpenSessions() ([]practice.Session, error) {
	return all(t, scanSession, `SELECT `+sessionColumns+` FROM sessions s
		WHERE s.actual_start <> '' AND s.actual_end = '' ORDER BY s.start_at, s.id LIMIT 50`)
}

// SessionsOfClient returns a client's sessions, newest first, at most limit.
func (t *Tx) SessionsOfClient(clientID string, limit int) ([]practice.Session, error) {
	return all(t, scanSession, `SELECT `+sessionColumns+` FROM sessions s JOIN participants c ON c.session_id = s.id
		WHERE c.client_id = ? ORDER BY s.start_at DESC, s.id DESC LIMIT ?`, clientID, limit)
}

// Contacts returns the integration sessions and check-ins with a client that
// start in [from, to], in time order.
func (t *Tx) Contacts(clientID string, from, to practice.Instant) ([]practice.Session, error) {
	return all(t, scanSession, `SELECT `+sessionColumns+` FROM sessions s JOIN participants c ON c.session_id = s.id
		WHERE c.client_id = ? AND s.kind IN ('integration', 'check_in') AND s.start_at BETWEEN ? AND ? AND s.cancelled_at = ''
		ORDER BY s.start_at, s.id LIMIT 100`, clientID, from, to)
}

// DosingsSince returns the dosing sessions in which a dose was given since an
// instant, oldest first.
func (t *Tx) DosingsSince(from practice.Instant) ([]practice.Session, error) {
	return all(t, scanSession, `SELECT `+sessionColumns+` FROM sessions s WHERE s.kind = 'dosing' AND s.id IN (
			SELECT p.session_id FROM entries e JOIN doses d ON d.entry_id = e.id JOIN participants p ON p.id = e.participant_id
			WHERE e.at >= ? AND e.struck_at = '' AND d.not_given = 0)
		ORDER BY s.start_at, s.id LIMIT 200`, from)
}

// Ordinal returns a session's number among the client's sessions of its kind,
// in time order. Cancelled sessions do not count, nor do dosing sessions that
// ended without a dose given; they have the number 0.
func (t *Tx) Ordinal(s practice.Session, clientID string) (int, error) {
	const counts = `x.cancelled_at = '' AND (x.kind <> 'dosing' OR x.actual_end = '' OR EXISTS (
		SELECT 1 FROM participants q JOIN entries e ON e.participant_id = q.id JOIN doses d ON d.entry_id = e.id
		WHERE q.session_id = x.id AND q.client_id = ?1 AND e.struck_at = '' AND d.not_given = 0))`
	return one(t, "count", scalar[int], `SELECT CASE WHEN EXISTS (SELECT 1 FROM sessions x WHERE x.id = ?4 AND `+counts+`) THEN (
			SELECT count(*) FROM sessions x JOIN participants c ON c.session_id = x.id
			WHERE c.client_id = ?1 AND x.kind = ?2 AND (x.start_at, x.id) <= (?3, ?4) AND `+counts+`) ELSE 0 END`,
		clientID, s.Kind, s.Start(), s.ID)
}

// SessionsFollowing returns the integration sessions and check-ins that
// follow a dosing session, in time order.
func (t *Tx) SessionsFollowing(dosingSessionID string) ([]practice.Session, error) {
	return all(t, scanSession, `SELECT `+sessionColumns+` FROM sessions s
		WHERE s.dosing_session_id = ? AND s.cancelled_at = '' ORDER BY s.start_at, s.id LIMIT 50`, dosingSessionID)
}
