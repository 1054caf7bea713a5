package app

import (
	"bufio"
	"context"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"testing"

	"github.com/godbus/dbus/v5"
)

// systemBus starts a bus of its own in place of the system's.
func systemBus(t *testing.T) {
	t.Helper()
	folder := t.TempDir()
	config := filepath.Join(folder, "bus.conf")
	if err := os.WriteFile(config, fmt.Appendf(nil, `<busconfig><type>custom</type><listen>unix:path=%s/bus</listen>
		<policy context="default"><allow send_destination="*" eavesdrop="true"/><allow eavesdrop="true"/><allow own="*"/></policy></busconfig>`, folder), 0o600); err != nil {
		t.Fatal(err)
	}
	daemon := exec.Command("dbus-daemon", "--nofork", "--print-address", "--config-file="+config)
	out, err := daemon.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := daemon.Start(); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		daemon.Process.Kill() //nolint:errcheck // the test is over
		daemon.Wait()         //nolint:errcheck // killed
	})
	if _, err := bufio.NewReader(out).ReadString('\n'); err != nil {
		t.Fatal("the bus did not start:", err)
	}
	t.Setenv("DBUS_SYSTEM_BUS_ADDRESS", "unix:path="+folder+"/bus")
}

// logind is a second program on that bus, which speaks as logind does.
type logind struct {
	*dbus.Conn
	delays chan [2]*os.File // the ends of each delay it was asked for: ours to read, theirs
	blocks chan [2]*os.File // of each sleep it was asked to leave out
}

const (
	ourSession   = dbus.ObjectPath("/org/freedesktop/login1/session/_31")
	otherSession = dbus.ObjectPath("/org/freedesktop/login1/session/c2")
)

func newLogind(t *testing.T) *logind {
	t.Helper()
	bus, err := dbus.ConnectSystemBus()
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { bus.Close() }) //nolint:errcheck // the test is over
	l := &logind{bus, make(chan [2]*os.File, 9), make(chan [2]*os.File, 9)}
	for path, exported := range map[dbus.ObjectPath]any{loginPath: l, ourSession: sessionOf(os.Getuid()), otherSession: sessionOf(os.Getuid() + 1)} {
		name := properties
		if path == loginPath {
			name = loginManager
		}
		if err := bus.Export(exported, path, name); err != nil {
			t.Fatal(err)
		}
	}
	if reply, err := bus.RequestName(login, dbus.NameFlagDoNotQueue); err != nil || reply != dbus.RequestNameReplyPrimaryOwner {
		t.Fatal("the bus gives the name to another:", reply, err)
	}
	return l
}

// Inhibit is called over the bus.
func (l *logind) Inhibit(what, _, _, mode string) (dbus.UnixFD, *dbus.Error) {
	wanted, known := map[string]chan [2]*os.File{"sleep delay": l.delays, "sleep:idle block": l.blocks}[what+" "+mode]
	ours, theirs, err := os.Pipe()
	if err != nil || !known {
		return 0, dbus.NewError("wrong", nil)
	}
	wanted <- [2]*os.File{ours, theirs}
	return dbus.UnixFD(theirs.Fd()), nil
}

type sessionOf int

// Get is called over the bus.
func (s sessionOf) Get(_, _ string) (dbus.Variant, *dbus.Error) {
	return dbus.MakeVariant(struct {
		ID   uint32
		Path dbus.ObjectPath
	}{uint32(s), "/org/freedesktop/login1/user/_1"}), nil
}

func (l *logind) changed(t *testing.T, session dbus.ObjectPath, property string, value bool) {
	t.Helper()
	l.tell(t, session, properties+".PropertiesChanged", loginSession, map[string]dbus.Variant{property: dbus.MakeVariant(value)}, []string{})
}

func (l *logind) tell(t *testing.T, path dbus.ObjectPath, name string, values ...any) {
	t.Helper()
	if err := l.Emit(path, name, values...); err != nil {
		t.Fatal(err)
	}
}

// loudShell also says on a channel what the page is told.
type loudShell struct {
	*deskShell
	loud chan string
}

func (s loudShell) Emit(event string, data ...any) {
	s.deskShell.Emit(event, data...)
	s.loud <- event
}

// TestLogindSaysGone locks on each sign of logind, and on nothing of another
// user; sleep waits until the records are locked.
func TestLogindSaysGone(t *testing.T) {
	systemBus(t)
	l := newLogind(t)
	b := newBench(t)
	shell := loudShell{b.shell, make(chan string, 99)}
	b.app.shell = shell
	b.create()
	ctx, end := context.WithCancel(t.Context())
	ended := make(chan struct{})
	go func() {
		defer close(ended)
		b.app.heedSystem(ctx)
	}()
	delay := <-l.delays // asked for once everything is listened to

	for what, sign := range map[string]func(){
		"sleep":         func() { l.tell(t, loginPath, loginManager+".PrepareForSleep", true) },
		"screen locked": func() { l.tell(t, ourSession, loginSession+".Lock") },
		"lock hint":     func() { l.changed(t, ourSession, "LockedHint", true) },
		"user switched": func() { l.changed(t, ourSession, "Active", false) },
	} {
		l.tell(t, otherSession, loginSession+".Lock")
		l.changed(t, otherSession, "LockedHint", true)
		l.changed(t, ourSession, "LockedHint", false)
		l.changed(t, ourSession, "Active", true)
		sign()
		told := []string{<-shell.loud}
		b.ok(b.vault.Lock(""))
		told = append(told, <-shell.loud)
		if !slices.Equal(told, []string{"lock-now", "locked"}) || len(shell.loud) > 0 {
			t.Errorf("%s: told %q and %d more", what, told, len(shell.loud))
		}
		if what == "sleep" {
			delay[1].Close() // our copy of their end
			if _, err := delay[0].Read(make([]byte, 1)); err != io.EOF {
				t.Errorf("once locked, the delay is read with %v", err)
			}
			l.tell(t, loginPath, loginManager+".PrepareForSleep", false)
			delay = <-l.delays
		}
		must(b, b.vault.Unlock)(testPassphrase)
	}
	end()
	<-ended
}

// TestWithoutLogind says why nothing is listened to, and does no more.
func TestWithoutLogind(t *testing.T) {
	t.Setenv("DBUS_SYSTEM_BUS_ADDRESS", "unix:path="+filepath.Join(t.TempDir(), "none"))
	if err := awaySigns(t.Context(), func(func()) { t.Error("gone") }); err == nil {
		t.Error("listens to a bus that is not there")
	}
}
