package app

import (
	"io"
	"os"
	"path/filepath"
	"testing"

	"github.com/godbus/dbus/v5"
)

// screenSaver is what the desktop has for it.
type screenSaver struct{ asked chan dbus.Sender }

// Inhibit is called over the bus.
func (s screenSaver) Inhibit(_, _ string, by dbus.Sender) (uint32, *dbus.Error) {
	s.asked <- by
	return 1, nil
}

// TestLogindKeepsAwake asks logind and the desktop, and lets go of both.
func TestLogindKeepsAwake(t *testing.T) {
	systemBus(t)
	t.Setenv("DBUS_SESSION_BUS_ADDRESS", os.Getenv("DBUS_SYSTEM_BUS_ADDRESS"))
	l := newLogind(t)
	saver := screenSaver{make(chan dbus.Sender, 1)}
	const name = "org.freedesktop.ScreenSaver"
	if err := l.Export(saver, "/org/freedesktop/ScreenSaver", name); err != nil {
		t.Fatal(err)
	}
	if _, err := l.RequestName(name, dbus.NameFlagDoNotQueue); err != nil {
		t.Fatal(err)
	}
	left := make(chan *dbus.Signal, 16)
	l.Signal(left)
	if err := l.AddMatchSignal(dbus.WithMatchMember("NameOwnerChanged")); err != nil {
		t.Fatal(err)
	}

	release, err := stayAwake()
	if err != nil {
		t.Fatal(err)
	}
	block, by := <-l.blocks, <-saver.asked
	block[1].Close() // our copy of their end
	release()
	if _, err := block[0].Read(make([]byte, 1)); err != io.EOF {
		t.Errorf("once released, the block is read with %v", err)
	}
	for signal := range left { // the desktop lets go with the connection
		if len(signal.Body) == 3 && signal.Body[0] == string(by) && signal.Body[2] == "" {
			break
		}
	}
}

// TestWithoutDesktop keeps the computer awake where there is logind alone, and
// says why not where there is nothing.
func TestWithoutDesktop(t *testing.T) {
	systemBus(t)
	t.Setenv("DBUS_SESSION_BUS_ADDRESS", "unix:path="+filepath.Join(t.TempDir(), "none"))
	l := newLogind(t)
	release, err := stayAwake()
	if err != nil {
		t.Fatal(err)
	}
	<-l.blocks
	release()

	t.Setenv("DBUS_SYSTEM_BUS_ADDRESS", "unix:path="+filepath.Join(t.TempDir(), "none"))
	a := awake{ask: stayAwake}
	a.keep(true)
	if !a.mayFail() {
		t.Error("without logind the computer is said to stay awake")
	}
	a.keep(false)
	if a.mayFail() {
		t.Error("of a session that ended it is said that the computer may fall asleep")
	}
}
