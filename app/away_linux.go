package app

import (
	"context"
	"errors"
	"os"

	"github.com/godbus/dbus/v5"
)

// logind's names on the system bus.
const (
	login        = "org.freedesktop.login1"
	loginPath    = dbus.ObjectPath("/org/freedesktop/login1")
	loginManager = login + ".Manager"
	loginSession = login + ".Session"
	properties   = "org.freedesktop.DBus.Properties"
)

// awaySigns calls gone when logind says that the computer is about to sleep,
// or that a session of this user is locked or left for another. It asks for a
// delay, so that sleep waits (logind grants five seconds) until the records
// are locked: what sleeps to the disk then has no key in it. It returns when
// ctx ends or where there is no logind to listen to.
func awaySigns(ctx context.Context, gone func(done func())) error {
	bus, err := dbus.ConnectSystemBus(dbus.WithContext(ctx))
	if err != nil {
		return err
	}
	defer bus.Close()
	signals := make(chan *dbus.Signal, 16)
	bus.Signal(signals)
	for _, wanted := range [][]dbus.MatchOption{
		{dbus.WithMatchInterface(loginManager), dbus.WithMatchMember("PrepareForSleep")},
		{dbus.WithMatchInterface(loginSession), dbus.WithMatchMember("Lock")},
		{dbus.WithMatchInterface(properties), dbus.WithMatchMember("PropertiesChanged"), dbus.WithMatchArg(0, loginSession)},
	} {
		if err := bus.AddMatchSignalContext(ctx, append(wanted, dbus.WithMatchSender(login))...); err != nil {
			return err
		}
	}
	delay := delaySleep(ctx, bus)
	defer func() { delay() }()
	for signal := range signals {
		switch asleep, changed := false, map[string]dbus.Variant(nil); signal.Name {
		case loginManager + ".PrepareForSleep":
			if dbus.Store(signal.Body, &asleep) != nil {
				continue
			}
			if asleep {
				gone(delay)
				delay = func() {}
			} else {
				delay()
				delay = delaySleep(ctx, bus)
			}
		case loginSession + ".Lock":
			if ours(bus, signal.Path) {
				gone(nil)
			}
		case properties + ".PropertiesChanged":
			if len(signal.Body) < 2 || dbus.Store(signal.Body[1:2], &changed) != nil {
				continue
			}
			if (is(changed["LockedHint"], true) || is(changed["Active"], false)) && ours(bus, signal.Path) {
				gone(nil)
			}
		}
	}
	return errors.New("the system bus was closed")
}

// delaySleep asks logind to wait with sleep until the function it returns is
// called. Where that is refused, sleep does not wait.
func delaySleep(ctx context.Context, bus *dbus.Conn) (release func()) {
	release, err := inhibit(ctx, bus, "sleep", "Locking the records", "delay")
	if err != nil {
		return func() {}
	}
	return release
}

// ours tells whether a session is one of this user.
func ours(bus *dbus.Conn, session dbus.ObjectPath) bool {
	var user struct {
		ID   uint32
		Path dbus.ObjectPath
	}
	found, err := bus.Object(login, session).GetProperty(loginSession + ".User")
	return err == nil && found.Store(&user) == nil && int(user.ID) == os.Getuid()
}

func is(v dbus.Variant, want bool) bool {
	got, ok := v.Value().(bool)
	return ok && got == want
}
