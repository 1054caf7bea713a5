package store

import (
	"time"

	"snowfield/internal/practice"
)

func scanSessionClock(r row) (c practice.SessionClock, err error) {
	var steady, told int64
	err = r.Scan(&c.SessionID, &c.Boot, &steady, &c.At, &told)
	c.Steady, c.Told = time.Duration(steady)*time.Millisecond, time.Duration(told)*time.Millisecond
	return c, err
}

// SessionClock returns the clock a session goes by. It is empty, and holds in
// no run of the computer, where none was kept.
func (t *Tx) SessionClock(sessionID string) (practice.SessionClock, error) {
	list, err := all(t, scanSessionClock, `SELECT session_id, boot, steady_ms, at, told_ms FROM session_clocks WHERE session_id = ?`, sessionID)
	if err != nil || len(list) == 0 {
		return practice.SessionClock{SessionID: sessionID}, err
	}
	return list[0], nil
}

// PutSessionClock keeps the clock a session goes by.
func (t *Tx) PutSessionClock(c practice.SessionClock) error {
	return t.exec(`INSERT INTO session_clocks (session_id, boot, steady_ms, at, told_ms) VALUES (?,?,?,?,?)
		ON CONFLICT (session_id) DO UPDATE SET boot = excluded.boot, steady_ms = excluded.steady_ms, at = excluded.at, told_ms = excluded.told_ms`,
		c.SessionID, c.Boot, c.Steady.Milliseconds(), c.At, c.Told.Milliseconds())
}
