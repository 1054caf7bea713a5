package app

import (
	"os"
	"slices"
	"testing"
	"testing/synctest"
	"time"

	"snowfield/internal/fault"
)

// closing runs a test on a practice with a folder for backups, in time that
// passes at once.
func closingTest(t *testing.T, test func(*bench)) {
	synctest.Test(t, func(t *testing.T) {
		b := newBench(t)
		b.withBackups()
		test(b)
		b.app.stopped()
	})
}

// press presses the close button.
func (b *bench) press() {
	b.Helper()
	if !b.app.beforeClose() {
		b.Fatal("the window closes at once")
	}
	synctest.Wait()
}

// closed wants the records locked, the window gone and so many backups.
func (b *bench) closed(backups int) {
	b.Helper()
	synctest.Wait()
	if left := b.left(); !b.app.isLocked() || b.shell.quitted() != 1 || len(left) != backups {
		b.Errorf("locked %v, quitted %d times, backups %v", b.app.isLocked(), b.shell.quitted(), left)
	}
	if b.app.beforeClose() {
		b.Error("the window does not close")
	}
}

func TestClosingMakesABackup(t *testing.T) {
	closingTest(t, func(b *bench) {
		b.press()
		b.press() // a double click
		if told := b.shell.told(); !slices.Contains(told, "closing") || slices.Contains(told, "lock-now") {
			t.Errorf("the page was told %v", told)
		}
		b.ok(b.vault.CloseWithBackup(`{"screen":"chart"}`))
		b.closed(1)
		if got := must(b, b.vault.Unlock)(testPassphrase); got.Place != `{"screen":"chart"}` {
			t.Errorf("the place is %q", got.Place)
		}
	})
}

// TestClosingUnchanged makes no backup of what the last one holds, whatever
// was looked at, locked and unlocked since.
func TestClosingUnchanged(t *testing.T) {
	closingTest(t, func(b *bench) {
		get(b, b.vault.BackupNow)
		b.ok(b.vault.Lock(`{"screen":"today"}`))
		must(b, b.vault.Unlock)(testPassphrase)
		get(b, b.today.Get)
		b.press()
		b.ok(b.vault.CloseWithBackup(""))
		b.closed(1)
	})
}

// TestClosingWithoutWish makes none where none is wanted.
func TestClosingWithoutWish(t *testing.T) {
	closingTest(t, func(b *bench) {
		v := get(b, b.settings.Get)
		v.Settings.BackupOnClose = false
		must(b, b.settings.SaveSettings)(v.Settings)
		b.press()
		if told := b.shell.told(); slices.Contains(told, "closing") || !slices.Contains(told, "lock-now") {
			t.Errorf("the page was told %v", told)
		}
		b.ok(b.vault.Lock(""))
		b.closed(0)
	})
}

// TestClosingWhenTheBackupFails keeps the window until somebody has decided.
func TestClosingWhenTheBackupFails(t *testing.T) {
	fail := func(b *bench) {
		b.ok(os.RemoveAll(b.shell.folder))
		b.press()
		b.refused(b.vault.CloseWithBackup(""), fault.NotSaved)
		if b.app.isLocked() || b.shell.quitted() != 0 {
			b.Fatal("the window is gone all the same")
		}
		b.ok(os.Mkdir(b.shell.folder, 0o700))
	}
	for name, then := range map[string]func(*bench){
		"try again": func(b *bench) {
			b.ok(b.vault.CloseWithBackup(""))
			b.closed(1)
		},
		"close without it": func(b *bench) {
			b.ok(b.vault.CloseWithoutBackup(""))
			b.closed(0)
		},
		"the close button again": func(b *bench) {
			time.Sleep(flushTime)
			b.press()
			b.closed(0)
		},
		"nobody decides": func(b *bench) {
			time.Sleep(time.Hour)
			synctest.Wait()
			if !b.app.isLocked() || b.shell.quitted() != 0 {
				b.Errorf("after the idle time: locked %v, quitted %d times", b.app.isLocked(), b.shell.quitted())
			}
		},
		"stay": func(b *bench) {
			b.ok(b.vault.StayOpen())
			time.Sleep(flushTime)
			b.press()
			if b.app.isLocked() {
				b.Fatal("the next press does not wait for the page")
			}
			b.ok(b.vault.CloseWithBackup(""))
			b.closed(1)
		},
	} {
		t.Run(name, func(t *testing.T) {
			closingTest(t, func(b *bench) {
				fail(b)
				then(b)
			})
		})
	}
}

// TestClosingWithoutThePage ends even when nobody answers, with a backup if
// one can be made.
func TestClosingWithoutThePage(t *testing.T) {
	for _, missing := range []bool{false, true} {
		closingTest(t, func(b *bench) {
			if missing {
				b.ok(os.RemoveAll(b.shell.folder))
			}
			b.press()
			time.Sleep(flushTime + time.Second)
			synctest.Wait()
			if missing {
				b.ok(os.Mkdir(b.shell.folder, 0o700))
				b.closed(0)
			} else {
				b.closed(1)
			}
		})
	}
}

// TestScheduledBackups are made a minute after unlocking or choosing a folder,
// then when the day has changed, and are told.
func TestScheduledBackups(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		b := newBench(t)
		b.app.now = time.Now // of the test
		b.create()
		b.add("Nell Harrow")
		time.Sleep(5 * time.Minute) // a folder is chosen later: the look at it is soon all the same
		b.shell.folder = b.TempDir()
		get(b, b.vault.ChooseBackupFolder)
		v := get(b, b.settings.Get)
		v.Settings.AutoLockMinutes = 240
		must(b, b.settings.SaveSettings)(v.Settings)
		after := func(d time.Duration, backups int, ok bool) {
			t.Helper()
			b.ok(b.vault.Touch())
			time.Sleep(d)
			synctest.Wait()
			told := b.shell.heard("backup")
			if s := get(b, b.vault.BackupStatus); !s.FolderMissing && s.Count != backups {
				t.Errorf("after %v: %d backups", d, s.Count)
			}
			if len(told) > 0 && told[len(told)-1].(backupTold).OK != ok {
				t.Errorf("after %v told %+v", d, told)
			}
		}
		after(59*time.Second, 0, true) // 16:06 in Los Angeles
		after(2*time.Second, 1, true)
		after(230*time.Minute, 1, true)
		after(185*time.Minute, 1, true)
		after(90*time.Minute, 2, true) // past midnight
		moved := b.shell.folder + "-elsewhere"
		b.ok(os.Rename(b.shell.folder, moved))
		for range 6 {
			b.ok(b.vault.Touch())
			time.Sleep(230 * time.Minute)
		}
		b.ok(os.Rename(moved, b.shell.folder))
		after(30*time.Minute, 2, true)
		b.ok(os.Rename(b.shell.folder, moved))
		after(time.Hour, 2, false)
		b.ok(os.Rename(moved, b.shell.folder))
		after(time.Hour, 3, true)
		b.ok(b.vault.Lock(""))
		time.Sleep(48 * time.Hour)
		synctest.Wait()
		if left := b.left(); len(left) != 3 {
			t.Errorf("while locked there came to be %v", left)
		}
		b.app.stopped()
	})
}
