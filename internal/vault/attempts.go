package vault

import (
	"bufio"
	"errors"
	"io/fs"
	"os"
	"time"

	"snowfield/internal/disk"
)

// Failed unlocks happen while nothing can be written into the records. Their
// times wait in a small file until the next unlock takes them into the audit
// trail. The file is a help, no proof: whoever can write the folder can
// remove it.

const (
	attemptsName = "failed-unlocks"
	maxAttempts  = 1000 // kept; what is tried more often is known by then
)

// NoteFailedUnlock remembers that an unlock failed.
func (p Place) NoteFailedUnlock(at time.Time) error {
	times, err := p.FailedUnlocks()
	if err != nil {
		return err
	}
	if len(times) >= maxAttempts {
		return nil
	}
	var lines []byte
	for _, t := range append(times, at) {
		lines = append(t.UTC().AppendFormat(lines, time.RFC3339), '\n')
	}
	if err := disk.Replace(p.path(attemptsName), lines); err != nil {
		return notSaved(err)
	}
	return nil
}

// FailedUnlocks returns the times noted since they were last forgotten, oldest
// first, to the second and in UTC. A line that is no time is left out.
func (p Place) FailedUnlocks() ([]time.Time, error) {
	f, err := os.Open(p.path(attemptsName))
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil
	}
	if err != nil {
		return nil, unreachable(err)
	}
	defer f.Close()
	var times []time.Time
	lines := bufio.NewScanner(f)
	for lines.Scan() && len(times) < maxAttempts {
		if t, err := time.Parse(time.RFC3339, lines.Text()); err == nil {
			times = append(times, t.UTC())
		}
	}
	return times, nil
}

// ForgetFailedUnlocks is called once they are in the audit trail.
func (p Place) ForgetFailedUnlocks() error {
	if err := disk.Delete(p.path(attemptsName)); err != nil {
		return notSaved(err)
	}
	return nil
}
