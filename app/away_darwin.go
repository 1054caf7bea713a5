package app

// #cgo LDFLAGS: -framework Cocoa
// void snowfieldWatchAway(void);
import "C"

import "context"

var wentAway func(done func())

// awaySigns calls gone when macOS is about to sleep, when the screen is locked
// and when another user's session comes to the front. macOS tells on the
// thread the window lives on, so nothing waits there.
func awaySigns(ctx context.Context, gone func(done func())) error {
	wentAway = gone
	C.snowfieldWatchAway()
	<-ctx.Done()
	return nil
}

//export snowfieldAway
func snowfieldAway() { go wentAway(nil) }
