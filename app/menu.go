package app

import (
	"runtime"

	"github.com/wailsapp/wails/v2/pkg/menu"
	"github.com/wailsapp/wails/v2/pkg/menu/keys"
)

// menuItem is one line of a native menu. The page carries it out: it hears
// the event "command" with the id.
type menuItem struct{ label, key, id string }

var menus = []struct {
	label string
	items []menuItem
}{
	{"File", []menuItem{
		{"New client", "CmdOrCtrl+Shift+N", "new-client"},
		{"Preview PDF", "CmdOrCtrl+P", "preview-pdf"},
		{"Back up now", "CmdOrCtrl+Shift+B", "backup"},
		{},
		{"Lock", "CmdOrCtrl+L", "lock"},
	}},
	{"View", []menuItem{
		{"Today", "CmdOrCtrl+1", "today"},
		{"Clients", "CmdOrCtrl+2", "clients"},
		{"Settings", "CmdOrCtrl+,", "settings"},
		{},
		{"Larger text", "CmdOrCtrl+Plus", "text-larger"},
		{"Smaller text", "CmdOrCtrl+-", "text-smaller"},
		{"Usual text size", "CmdOrCtrl+0", "text-reset"},
	}},
	{"Help", []menuItem{
		{"Keys", "", "keys-help"},
	}},
}

// nativeMenu builds the menus. macOS gets its App and Edit menus by role
// (without the latter Cmd+C and Cmd+V do nothing there); elsewhere Quit is
// in File.
func nativeMenu(shell Shell) *menu.Menu {
	mac := runtime.GOOS == "darwin"
	root := menu.NewMenu()
	if mac {
		root.Append(menu.AppMenu())
	}
	for i, entry := range menus {
		if mac && i == 1 {
			root.Append(menu.EditMenu())
		}
		submenu := root.AddSubmenu(entry.label)
		for _, item := range entry.items {
			if item.id == "" {
				submenu.AddSeparator()
				continue
			}
			submenu.AddText(item.label, accelerator(item.key), func(*menu.CallbackData) {
				shell.Emit("command", item.id)
			})
		}
		if !mac && i == 0 {
			submenu.AddSeparator()
			submenu.AddText("Quit", keys.CmdOrCtrl("q"), func(*menu.CallbackData) { shell.Quit() })
		}
	}
	if mac {
		root.Append(menu.WindowMenu())
	}
	return root
}

// accelerator reads a key such as "CmdOrCtrl+L"; the empty key has none.
func accelerator(key string) *keys.Accelerator {
	if key == "" {
		return nil
	}
	parsed, err := keys.Parse(key)
	if err != nil {
		panic(err) // the table above is wrong; a test walks it
	}
	return parsed
}
