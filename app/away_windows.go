package app

import (
	"context"
	"time"
	"unsafe"

	"golang.org/x/sys/windows"
)

// What x/sys does not have of Windows, with Windows' numbers.
var (
	powrprof        = windows.NewLazySystemDLL("powrprof.dll")
	registerPower   = powrprof.NewProc("PowerRegisterSuspendResumeNotification")
	unregisterPower = powrprof.NewProc("PowerUnregisterSuspendResumeNotification")
	wtsapi          = windows.NewLazySystemDLL("wtsapi32.dll")
	querySession    = wtsapi.NewProc("WTSQuerySessionInformationW")
	freeSession     = wtsapi.NewProc("WTSFreeMemory")
)

const (
	notifyByCallback = 2  // DEVICE_NOTIFY_CALLBACK
	aboutToSuspend   = 4  // PBT_APMSUSPEND
	sessionInfoEx    = 25 // WTSSessionInfoEx
	currentSession   = 0xFFFFFFFF
	sessionActive    = 0 // WTSActive
	sessionLocked    = 0 // WTS_SESSIONSTATE_LOCK
)

// powerSubscription is DEVICE_NOTIFY_SUBSCRIBE_PARAMETERS.
type powerSubscription struct{ callback, context uintptr }

// sessionInfo is the beginning of WTSINFOEXW at level 1. What follows holds
// 64-bit times, which set the alignment.
type sessionInfo struct {
	level uint32
	_     uint32
	id    uint32
	state uint32
	flags int32
}

const (
	suspendWait  = 1500 * time.Millisecond // Windows grants two seconds
	sessionLooks = 2 * time.Second         // between two looks at the session
)

// awaySigns calls gone when Windows is about to suspend, and waits a moment
// for the records to be locked; and when it finds that the session was locked
// or left for another user. It returns when ctx ends.
func awaySigns(ctx context.Context, gone func(done func())) error {
	subscription := powerSubscription{callback: windows.NewCallback(func(_ uintptr, kind uint32, _ uintptr) uintptr {
		if kind == aboutToSuspend {
			locked := make(chan struct{}, 1)
			gone(func() { locked <- struct{}{} })
			select {
			case <-locked:
			case <-time.After(suspendWait):
			}
		}
		return 0
	})}
	var registration uintptr
	if registerPower.Find() == nil {
		failed, _, _ := registerPower.Call(notifyByCallback, uintptr(unsafe.Pointer(&subscription)), uintptr(unsafe.Pointer(&registration)))
		if failed == 0 {
			defer unregisterPower.Call(registration) //nolint:errcheck // the program ends
		}
	}
	if err := querySession.Find(); err != nil {
		return err
	}
	look := time.NewTicker(sessionLooks)
	defer look.Stop()
	for was := false; ; {
		select {
		case <-ctx.Done():
			return nil
		case <-look.C:
		}
		left := sessionLeft()
		if left && !was {
			gone(nil)
		}
		was = left
	}
}

// sessionLeft tells whether this session is locked, or not the one in use.
func sessionLeft() bool {
	var info *sessionInfo
	var size uint32
	ok, _, _ := querySession.Call(0, currentSession, sessionInfoEx, uintptr(unsafe.Pointer(&info)), uintptr(unsafe.Pointer(&size)))
	if ok == 0 || info == nil {
		return false
	}
	defer freeSession.Call(uintptr(unsafe.Pointer(info))) //nolint:errcheck // it cannot fail
	return uintptr(size) >= unsafe.Sizeof(*info) && info.level == 1 && (info.flags == sessionLocked || info.state != sessionActive)
}
