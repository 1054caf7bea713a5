package vault

import (
	"cmp"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"snowfield/internal/disk"
	"snowfield/internal/fault"
)

// Of how many days, weeks and months that have a backup the newest one is kept.
const (
	keptDays   = 7
	keptWeeks  = 4
	keptMonths = 12
)

// Rotate removes backups from a folder, once made was written there: those of
// the same practice that are neither the newest of one of the last 7 days with
// a backup, nor of one of the last 4 weeks, nor of one of the last 12 months, in
// the dates of zone. made stays, and so does every backup that says it is newer,
// which only a changed clock explains. Other files are not touched: those of
// other practices, those of a Snowfield that did not write down whose they are,
// and what cannot be read.
//
// It returns how many were removed. Errors: fault.NotSaved.
func Rotate(folder string, made Backup, zone *time.Location) (removed int, err error) {
	if made.Facts.PracticeID == "" {
		return 0, nil
	}
	all, err := backupsIn(folder, made.Facts.PracticeID)
	if err != nil {
		return 0, notRotated(err)
	}
	kept := keep(all, filepath.Base(made.Path), zone)
	for _, b := range all {
		if kept[b.name] {
			continue
		}
		if err := disk.Delete(filepath.Join(folder, b.name)); err != nil {
			return removed, notRotated(err)
		}
		removed++
	}
	if removed == 0 {
		return 0, nil
	}
	if err := disk.SyncNames(folder); err != nil {
		return removed, notRotated(err)
	}
	return removed, nil
}

// dated is a backup in a folder.
type dated struct {
	name string
	made time.Time
}

// keep chooses the names that stay. Nothing is chosen away when the backup just
// made is not among them.
func keep(all []dated, made string, zone *time.Location) map[string]bool {
	kept := map[string]bool{}
	now := slices.IndexFunc(all, func(b dated) bool { return b.name == made })
	var past []dated
	for _, b := range all {
		if now < 0 || b.made.After(all[now].made) {
			kept[b.name] = true
		} else {
			past = append(past, b)
		}
	}
	// The newest first, the one just made before its equals.
	slices.SortFunc(past, func(a, b dated) int {
		switch {
		case a.name == made:
			return -1
		case b.name == made:
			return 1
		}
		return cmp.Or(b.made.Compare(a.made), strings.Compare(b.name, a.name))
	})
	for _, rule := range []struct {
		count  int
		period func(time.Time) [2]int
	}{
		{keptDays, func(t time.Time) [2]int { return [2]int{t.Year(), t.YearDay()} }},
		{keptWeeks, func(t time.Time) [2]int { year, week := t.ISOWeek(); return [2]int{year, week} }},
		{keptMonths, func(t time.Time) [2]int { return [2]int{t.Year(), int(t.Month())} }},
	} {
		seen := map[[2]int]bool{}
		for _, b := range past {
			if period := rule.period(b.made.In(zone)); !seen[period] && len(seen) < rule.count {
				seen[period] = true
				kept[b.name] = true
			}
		}
	}
	return kept
}

// backupsIn lists the backups of a practice in a folder. It looks into every
// file, but not at their records: those were verified when they were written.
func backupsIn(folder, practice string) (list []dated, err error) {
	entries, err := os.ReadDir(folder)
	if err != nil {
		return nil, err
	}
	for _, e := range entries {
		if !e.Type().IsRegular() || !strings.HasSuffix(e.Name(), Extension) {
			continue
		}
		whose, made, err := label(filepath.Join(folder, e.Name()))
		if err == nil && whose == practice {
			list = append(list, dated{e.Name(), made})
		}
	}
	return list, nil
}

// label reads from a backup whose it is and when it was made.
func label(file string) (practice string, made time.Time, err error) {
	f, err := os.Open(file)
	if err != nil {
		return "", time.Time{}, err
	}
	defer f.Close()
	info, err := f.Stat()
	if err != nil {
		return "", time.Time{}, err
	}
	a, err := readArchive(f, info.Size())
	if err != nil {
		return "", time.Time{}, err
	}
	return a.practice, a.made, nil
}

func notRotated(err error) error {
	return fault.Wrap(fault.NotSaved, "The backup was made and verified, but older backups could not be cleared away: the disk refused. Check that you may remove files in the backup folder.", err)
}
