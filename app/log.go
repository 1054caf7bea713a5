package app

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"runtime"
	"strconv"
	"strings"
	"sync"
	"time"
)

// logLimit is the size in bytes that the log does not pass: it starts anew. The
// one before is kept, so at most twice this is on disk.
const logLimit = 256 << 10

// Log is the app's own log. It can hold event names, numbers, durations, the
// types of errors and places in the code, and has no way to take in text a
// therapist wrote: no message, name or path.
type Log struct {
	mu   sync.Mutex
	path string // empty: nothing is kept
}

// logEvent is the name of something that happened. It is written in the code,
// never put together from data.
type logEvent string

// logDetail is a detail that cannot carry client data; the functions below
// make them.
type logDetail string

// OpenLog prepares the log in a folder and creates the folder. A log that
// cannot be written is no reason to keep a therapist from the chart: it then
// keeps nothing.
func OpenLog(folder string) *Log {
	if folder == "" || os.MkdirAll(folder, 0o700) != nil {
		return &Log{}
	}
	return &Log{path: filepath.Join(folder, "snowfield.log")}
}

// Add writes one line: the time in UTC, the event, the details.
func (l *Log) Add(event logEvent, details ...logDetail) {
	line := time.Now().UTC().Format(time.RFC3339) + " " + string(event)
	for _, detail := range details {
		line += " " + string(detail)
	}
	line += "\n"

	l.mu.Lock()
	defer l.mu.Unlock()
	if l.path == "" {
		return
	}
	if info, err := os.Stat(l.path); err == nil && info.Size()+int64(len(line)) > logLimit {
		_ = os.Rename(l.path, strings.TrimSuffix(l.path, ".log")+".old.log")
	}
	file, err := os.OpenFile(l.path, os.O_APPEND|os.O_CREATE|os.O_WRONLY, 0o600)
	if err != nil {
		return
	}
	_, _ = file.WriteString(line)
	_ = file.Close()
}

// took is a duration in milliseconds.
func took(d time.Duration) logDetail {
	return logDetail(fmt.Sprintf("took_ms=%d", d.Milliseconds()))
}

// number is a count, a code or the reference number shown with an error.
func number(name logEvent, n int) logDetail {
	return logDetail(string(name) + "=" + strconv.Itoa(n))
}

// kindOf is the types an error is made of, and the numeric code where one of
// them has it (SQLite's have). Messages stay out: they may quote a value.
func kindOf(err error) logDetail {
	var types []string
	code := ""
	for ; err != nil; err = errors.Unwrap(err) {
		types = append(types, fmt.Sprintf("%T", err))
		if coded, ok := err.(interface{ Code() int }); ok {
			code = " code=" + strconv.Itoa(coded.Code())
		}
	}
	return logDetail("error=" + strings.Join(types, ">") + code)
}

// whereFrom is the calling functions with their lines, without arguments;
// skip leaves out that many of the nearest.
func whereFrom(skip int) logDetail {
	pcs := make([]uintptr, 12)
	frames := runtime.CallersFrames(pcs[:runtime.Callers(skip+2, pcs)])
	var places []string
	for {
		frame, more := frames.Next()
		if frame.Function != "" {
			places = append(places, fmt.Sprintf("%s:%d", filepath.Base(frame.Function), frame.Line))
		}
		if !more {
			return logDetail("at=" + strings.Join(places, "<"))
		}
	}
}
