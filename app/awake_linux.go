package app

import (
	"context"
	"os"
	"time"

	"github.com/godbus/dbus/v5"
)

// askTime bounds what the system takes to answer.
const askTime = time.Second

// stayAwake asks logind not to put the computer to sleep, and the desktop not
// to blank the screen, until release is called. What counts is logind: a
// desktop that has no such call only darkens the screen.
func stayAwake() (release func(), err error) {
	ctx, end := context.WithTimeout(context.Background(), askTime)
	defer end()
	bus, err := dbus.ConnectSystemBus(dbus.WithContext(ctx))
	if err != nil {
		return nil, err
	}
	defer bus.Close() //nolint:errcheck // what was granted holds by itself
	letSleep, err := inhibit(ctx, bus, "sleep:idle", "A session is running", "block")
	if err != nil {
		return nil, err
	}
	letBlank := keepScreen(ctx)
	return func() {
		letBlank()
		letSleep()
	}, nil
}

// inhibit asks logind for a lock, which holds until release is called.
func inhibit(ctx context.Context, bus *dbus.Conn, what, why, mode string) (release func(), err error) {
	var hold dbus.UnixFD
	err = bus.Object(login, loginPath).CallWithContext(ctx, loginManager+".Inhibit", dbus.FlagNoAutoStart,
		what, "Snowfield", why, mode).Store(&hold)
	if err != nil {
		return nil, err
	}
	file := os.NewFile(uintptr(hold), "inhibit")
	return func() { file.Close() }, nil //nolint:errcheck // closing is the message
}

// keepScreen asks the desktop not to blank the screen, which holds until
// release is called. Where it is refused nothing is to be released.
func keepScreen(ctx context.Context) (release func()) {
	bus, err := sessionBus()
	if err != nil {
		return func() {}
	}
	const saver = "org.freedesktop.ScreenSaver"
	call := bus.Object(saver, "/org/freedesktop/ScreenSaver").CallWithContext(ctx, saver+".Inhibit", 0, "Snowfield", "A session is running")
	if call.Err != nil {
		bus.Close() //nolint:errcheck // nothing was granted
		return func() {}
	}
	return func() { bus.Close() } //nolint:errcheck // the desktop lets go with the connection
}

// sessionBus connects to the desktop's bus, and starts none where there is
// none.
func sessionBus() (*dbus.Conn, error) {
	bus, err := dbus.SessionBusPrivateNoAutoStartup()
	if err != nil {
		return nil, err
	}
	if err = bus.Auth(nil); err == nil {
		err = bus.Hello()
	}
	if err != nil {
		bus.Close() //nolint:errcheck // it was never used
		return nil, err
	}
	return bus, nil
}
