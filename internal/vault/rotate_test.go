package vault

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"
)

func day(text string) time.Time {
	t, err := time.Parse("2006-01-02 15:04", text)
	if err != nil {
		panic(err)
	}
	return t
}

// TestKeep: the last of each list is the backup just made. What is kept is
// named by its date and time.
func TestKeep(t *testing.T) {
	var everyDay []string // to Thursday, 12 March 2026
	for d := day("2025-01-01 18:00"); !d.After(day("2026-03-12 18:00")); d = d.AddDate(0, 0, 1) {
		everyDay = append(everyDay, d.Format("2006-01-02 15:04"))
	}
	fourYears := []string{}
	for d := day("2022-01-31 18:00"); d.Before(day("2026-03-12 18:00")); d = d.AddDate(0, 0, 50) {
		fourYears = append(fourYears, d.Format("2006-01-02 15:04"))
	}
	kolkata := time.FixedZone("", 5*3600+1800)
	for name, c := range map[string]struct {
		all  []string
		zone *time.Location
		want []string
	}{
		"the first":          {[]string{"2026-03-12 18:00"}, time.UTC, []string{"2026-03-12 18:00"}},
		"newest of the day":  {[]string{"2026-03-11 08:00", "2026-03-11 18:00", "2026-03-12 08:00", "2026-03-12 18:00"}, time.UTC, []string{"2026-03-11 18:00", "2026-03-12 18:00"}},
		"midnight in zone":   {[]string{"2026-03-11 18:20", "2026-03-11 18:40", "2026-03-12 18:20"}, kolkata, []string{"2026-03-11 18:20", "2026-03-12 18:20"}},
		"year's last day":    {[]string{"2025-12-31 20:00", "2026-01-01 08:00", "2026-01-01 20:00"}, time.UTC, []string{"2025-12-31 20:00", "2026-01-01 20:00"}},
		"once a month":       {[]string{"2026-01-12 18:00", "2026-02-12 18:00", "2026-03-12 18:00"}, time.UTC, []string{"2026-01-12 18:00", "2026-02-12 18:00", "2026-03-12 18:00"}},
		"same second":        {[]string{"2026-03-12 18:00", "2026-03-12 18:00"}, time.UTC, []string{"2026-03-12 18:00"}},
		"clock set back":     {[]string{"2026-03-10 18:00", "2026-03-11 18:00", "2026-03-12 18:00", "2020-01-01 00:10", "2020-01-01 00:20"}, time.UTC, []string{"2020-01-01 00:20", "2026-03-10 18:00", "2026-03-11 18:00", "2026-03-12 18:00"}},
		"clock was ahead":    {[]string{"2031-01-01 18:00", "2031-01-02 18:00", "2026-03-11 18:00", "2026-03-12 18:00"}, time.UTC, []string{"2026-03-11 18:00", "2026-03-12 18:00", "2031-01-01 18:00", "2031-01-02 18:00"}},
		"clock set ahead":    {[]string{"2026-03-11 18:00", "2026-03-12 08:00", "2026-03-12 18:00", "2031-01-01 18:00"}, time.UTC, []string{"2026-03-11 18:00", "2026-03-12 18:00", "2031-01-01 18:00"}},
		"every day":          {everyDay, time.UTC, strings.Split("2025-04-30 18:00,2025-05-31 18:00,2025-06-30 18:00,2025-07-31 18:00,2025-08-31 18:00,2025-09-30 18:00,2025-10-31 18:00,2025-11-30 18:00,2025-12-31 18:00,2026-01-31 18:00,2026-02-22 18:00,2026-02-28 18:00,2026-03-01 18:00,2026-03-06 18:00,2026-03-07 18:00,2026-03-08 18:00,2026-03-09 18:00,2026-03-10 18:00,2026-03-11 18:00,2026-03-12 18:00", ",")},
		"far between, 12 of": {fourYears, time.UTC, fourYears[len(fourYears)-12:]},
	} {
		var all []dated
		for i, text := range c.all {
			all = append(all, dated{fmt.Sprintf("%03d", i), day(text)})
		}
		kept := keep(all, all[len(all)-1].name, c.zone)
		if !kept[all[len(all)-1].name] {
			t.Errorf("%s: the backup just made is not kept", name)
		}
		var got []string
		for _, b := range all {
			if kept[b.name] {
				got = append(got, b.made.Format("2006-01-02 15:04"))
			}
		}
		slices.Sort(got)
		want := slices.Sorted(slices.Values(c.want))
		if !slices.Equal(got, want) {
			t.Errorf("%s: kept\n%s\nwant\n%s", name, strings.Join(got, ","), strings.Join(want, ","))
		}
	}
}

// TestKeepWithoutTheNewOne removes nothing: somebody changed the folder.
func TestKeepWithoutTheNewOne(t *testing.T) {
	all := []dated{{"a", day("2026-03-12 08:00")}, {"b", day("2026-03-12 09:00")}}
	if kept := keep(all, "c", time.UTC); len(kept) != 2 {
		t.Errorf("kept %v", kept)
	}
}

// TestRotationOverYears backs up by a clock that runs and is set wrong now and
// then: the backup just made is always there, with one of the day of the one
// before.
func TestRotationOverYears(t *testing.T) {
	var all []dated
	clock := day("2024-01-01 18:00")
	for n := range 2000 {
		switch n {
		case 300, 900:
			clock = clock.AddDate(-3, 0, 0)
		case 320, 1200:
			clock = clock.AddDate(5, 0, 0)
		case 1230:
			clock = clock.AddDate(-5, 0, 0)
		}
		clock = clock.Add(11 * time.Hour)
		last := len(all) - 1
		all = append(all, dated{fmt.Sprintf("%06d", n), clock})
		kept := keep(all, all[last+1].name, time.UTC)
		if !kept[all[last+1].name] {
			t.Fatalf("backup %d is gone", n)
		}
		if last >= 0 && !slices.ContainsFunc(all, func(b dated) bool { return kept[b.name] && dayOf(b.made) == dayOf(all[last].made) }) {
			t.Fatalf("backup %d: nothing is left of the day of the one before", n)
		}
		all = slices.DeleteFunc(all, func(b dated) bool { return !kept[b.name] })
	}
	if len(all) > 200 {
		t.Errorf("%d backups are kept", len(all))
	}
}

func dayOf(t time.Time) string { return t.Format(time.DateOnly) }

// TestRotateTouchesItsOwnAlone puts other files among the backups.
func TestRotateTouchesItsOwnAlone(t *testing.T) {
	folder := t.TempDir()
	own, other := "0199d0c0-0000-7000-8000-000000000001", "0199d0c0-0000-7000-8000-000000000002"
	backupOf := func(id string, at time.Time) Backup {
		t.Helper()
		v := created(t, place(t), 1)
		b, err := v.Backup(background, folder, at, identified(id), nil)
		if err != nil {
			t.Fatal(err)
		}
		closeVault(t, v)
		return b
	}
	backupOf(own, morning)
	backupOf(other, morning.Add(time.Minute))
	backupOf("", morning.Add(2*time.Minute))
	raw, err := os.ReadFile(backupOf(own, morning.Add(3*time.Minute)).Path)
	if err != nil {
		t.Fatal(err)
	}
	for name, content := range map[string]string{
		"notes.txt": "x", "cut.snowfield": string(raw[:len(raw)-30]), "rubbish.snowfield": "rubbish", "empty.snowfield": "",
		"renamed.zip": string(raw), ".new-snowfield-backup-" + own: "left by a power cut", ".new-snowfield-backup-" + other: "left by another",
	} {
		write(t, filepath.Join(folder, name), content)
	}
	mkdir(t, filepath.Join(folder, "folder.snowfield"))
	made := backupOf(own, morning.Add(time.Hour))
	removed, err := Rotate(folder, made, time.Local)
	if err != nil || removed != 2 {
		t.Errorf("%d removed, %v; want the two of this morning", removed, err)
	}
	want := []string{
		".new-snowfield-backup-" + other, "2026-03-12-0803.snowfield", "2026-03-12-0804.snowfield", "2026-03-12-0902.snowfield",
		"cut.snowfield", "empty.snowfield", "folder.snowfield", "notes.txt", "renamed.zip", "rubbish.snowfield",
	}
	if got := names(t, folder); !slices.Equal(got, want) {
		t.Errorf("left\n%v, want\n%v", got, want)
	}
	if removed, err := Rotate(folder, Backup{Path: made.Path}, time.Local); removed != 0 || err != nil {
		t.Errorf("a backup of nobody: %d removed, %v", removed, err)
	}
}
