package app

import (
	"slices"
	"testing"

	"github.com/wailsapp/wails/v2/pkg/menu"
)

// heardShell notes what a menu asks for.
type heardShell struct {
	Shell
	commands []string
	quit     bool
}

func (h *heardShell) Emit(event string, data ...any) {
	if event == "command" {
		h.commands = append(h.commands, data[0].(string))
	}
}

func (h *heardShell) Quit() { h.quit = true }

func TestMenuTellsThePage(t *testing.T) {
	shell := &heardShell{}
	keys := map[string]string{}
	var press func(items []*menu.MenuItem)
	press = func(items []*menu.MenuItem) {
		for _, item := range items {
			if item.SubMenu != nil {
				press(item.SubMenu.Items)
			}
			if item.Click == nil {
				continue
			}
			item.Click(&menu.CallbackData{MenuItem: item})
			if item.Accelerator != nil {
				key := item.Accelerator.Key
				for _, modifier := range item.Accelerator.Modifiers {
					key = string(modifier) + "+" + key
				}
				if other, taken := keys[key]; taken {
					t.Errorf("%s and %s share the key %s", item.Label, other, key)
				}
				keys[key] = item.Label
			}
		}
	}
	press(nativeMenu(shell).Items)

	for _, id := range []string{
		"new-client", "preview-pdf", "backup", "lock", "today", "clients", "settings",
		"text-larger", "text-smaller", "text-reset", "keys-help",
	} {
		if !slices.Contains(shell.commands, id) {
			t.Errorf("no menu item asks for %s", id)
		}
	}
}
