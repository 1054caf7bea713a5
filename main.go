// Snowfield is an offline, encrypted chart for therapists who practise
// ketamine-assisted psychotherapy.
package main

import (
	"fmt"
	"os"

	"github.com/wailsapp/wails/v2"

	"snowfield/app"
	"snowfield/frontend"
)

func main() {
	config, err := app.ParseFlags(os.Args[1:])
	if err == nil {
		err = wails.Run(app.Window(config, frontend.Files()))
	}
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}
