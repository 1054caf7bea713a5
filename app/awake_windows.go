package app

import (
	"errors"
	"runtime"

	"golang.org/x/sys/windows"
)

var setExecutionState = windows.NewLazySystemDLL("kernel32.dll").NewProc("SetThreadExecutionState")

// Flags of SetThreadExecutionState.
const (
	executionContinuous = 0x80000000 // ES_CONTINUOUS
	executionSystem     = 0x00000001 // ES_SYSTEM_REQUIRED
	executionDisplay    = 0x00000002 // ES_DISPLAY_REQUIRED
)

// stayAwake asks Windows not to put the computer to sleep or blank the screen
// until release is called. Windows keeps the wish with the thread that has it.
func stayAwake() (release func(), err error) {
	granted, over := make(chan bool), make(chan struct{})
	go func() {
		runtime.LockOSThread()
		defer runtime.UnlockOSThread()
		before, _, _ := setExecutionState.Call(executionContinuous | executionSystem | executionDisplay)
		granted <- before != 0
		if before == 0 {
			return
		}
		<-over
		setExecutionState.Call(executionContinuous) //nolint:errcheck // the thread forgets it anyway
	}()
	if !<-granted {
		return nil, errors.New("Windows refused")
	}
	return func() { close(over) }, nil
}
