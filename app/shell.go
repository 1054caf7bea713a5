package app

// Shell is what the app may ask of the desktop around it. The Wails one is
// usable from startup on; tests bring their own.
type Shell interface {
	// SaveFile asks where to save a file. An empty path means "not now".
	SaveFile(title, suggestedName, filterName, pattern string) (string, error)
	// OpenFile asks for an existing file. An empty path means "not now".
	OpenFile(title, filterName, pattern string) (string, error)
	// OpenFolder asks for an existing folder. An empty path means "not now".
	OpenFolder(title string) (string, error)
	// Reveal shows a file in the system's file manager.
	Reveal(path string) error
	// Print opens the system's dialog for printing the page that is shown.
	Print() error
	// Clipboard returns the text on the system's clipboard, empty when it holds
	// none.
	Clipboard() (string, error)
	// SetClipboard replaces what is on the system's clipboard.
	SetClipboard(text string) error
	// Emit tells the page that something happened.
	Emit(event string, data ...any)
	// Quit ends the app the way the close button does.
	Quit()
}
