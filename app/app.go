// Package app is the bound layer: what the page may call, and nothing else.
package app

import (
	"flag"
	"net/http"
	"os"
)

// Config is what the command line and the environment decide.
type Config struct {
	VaultFolder string // where the records are; empty is the system's own place
	Sample      bool   // open a throw-away sample practice instead
	SampleTo    string // keep the sample practice in this folder
	ExportTo    string // write one session summary here once Today is shown
}

// ParseFlags reads the command line. SNOWFIELD_VAULT names another vault folder.
func ParseFlags(args []string) (Config, error) {
	config := Config{VaultFolder: os.Getenv("SNOWFIELD_VAULT")}
	flags := flag.NewFlagSet("snowfield", flag.ContinueOnError)
	flags.BoolVar(&config.Sample, "sample", false, "open a sample practice")
	return config, flags.Parse(args)
}

// App is bound to the window.
type App struct {
	shell Shell
	log   *Log
}

func newApp(_ Config, shell Shell, log *Log) *App { return &App{shell: shell, log: log} }

func (a *App) assets() http.Handler { return http.NotFoundHandler() }

func (a *App) started() {}

func (a *App) beforeClose() bool { return false }

func (a *App) stopped() {}

func wireError(err error) any { return err.Error() }
