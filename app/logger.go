package app

// wailsLogger takes what Wails wants logged and keeps only that it happened.
// When a call panics or its arguments do not parse, Wails passes the whole
// call, passphrase and note text included, to its logger; the page can log
// any text it likes, too. So no message is looked at. Fatal does not end the
// process: Wails uses it for a result it cannot encode and for the page's own
// "fatal" messages, and neither is worth an unsaved note.
type wailsLogger struct{ log *Log }

func (wailsLogger) Print(string)     {}
func (wailsLogger) Trace(string)     {}
func (wailsLogger) Debug(string)     {}
func (wailsLogger) Info(string)      {}
func (w wailsLogger) Warning(string) { w.log.Add("window.warning") }
func (w wailsLogger) Error(string)   { w.log.Add("window.error") }
func (w wailsLogger) Fatal(string)   { w.log.Add("window.fatal") }
