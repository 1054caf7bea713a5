// Package app is the bound layer: what the page may call, one file for each
// feature. Methods ask internal/practice what is right, have internal/store
// remember it, and come in by the one door in bridge.go.
package app

import (
	"context"
	"flag"
	"net/http"
	"os"

	"snowfield/internal/store"
	"snowfield/internal/vault"
)

// Version is the version of Snowfield that documents, backups and the About
// line name. Release builds set it.
var Version = "0.1.0"

// Config is what the command line and the environment decide.
type Config struct {
	VaultFolder string // where the records are; empty is the system's own place
	Sample      bool   // open a throw-away sample practice instead
	SampleTo    string // keep the sample practice in this folder
	ExportTo    string // write one session summary here once Today is shown
}

// ParseFlags reads the command line: -sample opens a sample practice in a
// temporary vault, -sample-to keeps it in a folder, -export writes one session
// summary once Today is shown. SNOWFIELD_VAULT names another vault folder.
func ParseFlags(args []string) (Config, error) {
	config := Config{VaultFolder: os.Getenv("SNOWFIELD_VAULT")}
	flags := flag.NewFlagSet("snowfield", flag.ContinueOnError)
	flags.BoolVar(&config.Sample, "sample", false, "open a sample practice in a temporary vault")
	flags.StringVar(&config.SampleTo, "sample-to", "", "make the sample practice in this `folder` and open it")
	flags.StringVar(&config.ExportTo, "export", "", "with a sample: write one session summary to this `file` once Today is shown")
	err := flags.Parse(args)
	config.Sample = config.Sample || config.SampleTo != ""
	return config, err
}

// App is everything the window needs: the bound types and the life cycle.
type App struct {
	*core
	sampleFolder string // to remove at the end; empty when nothing is temporary
	unheed       func() // ends listening to the system; nil before the start
}

func newApp(config Config, shell Shell, log *Log) *App {
	c := &core{config: config, shell: shell, log: log, clock: newSessionClock(), ready: make(chan struct{})}
	c.now, c.awake.ask = c.clock.now, stayAwake
	return &App{core: c}
}

// bound lists what the page may call. Every exported method of these types is
// reachable from it.
func (a *App) bound() []any {
	return []any{
		&Vault{a.core}, &Work{a.core}, &Drafts{a.core}, &Settings{a.core}, &Today{a.core},
		&Clients{a.core}, &Sessions{a.core}, &Notes{a.core}, &Documents{a.core},
		&Library{a.core},
		&Preparations{a.core}, &Readiness{a.core}, &Courses{a.core}, &Commitments{a.core},
		&Inquiries{a.core}, &Prescribers{a.core}, &Psychotherapy{a.core}, &Screening{a.core},
		&Clearances{a.core}, &Consents{a.core}, &Attachments{a.core}, &Live{a.core}, &Charges{a.core}, &Requests{a.core}, &Measures{a.core},
	}
}

func (a *App) assets() http.Handler { return &a.documents }

// started finds the vault folder, takes its lock and, for a sample, makes and
// opens the practice. Calls from the page wait for it.
func (a *App) started() error {
	defer close(a.ready)
	var heeding context.Context
	heeding, a.unheed = context.WithCancel(context.Background())
	go a.heedSystem(heeding)
	if a.config.Sample {
		return a.prepareSample()
	}
	folder := a.config.VaultFolder
	if folder == "" {
		var err error
		if folder, err = vault.DefaultFolder(); err != nil {
			return err
		}
	}
	a.occupy(vault.Place{Folder: folder})
	return nil
}

func (a *App) stopped() {
	if a.unheed != nil {
		a.unheed()
	}
	a.lock("")
	if a.hold != nil {
		a.hold.Release() //nolint:errcheck // the process ends; the system lets go of the lock
	}
	if a.sampleFolder != "" {
		os.RemoveAll(a.sampleFolder) //nolint:errcheck // a temporary folder; the system clears it as well
	}
}

// describe reads what a backup is compared by. It hands the open database
// from vault to store without the app ever holding one.
var describe vault.Describe = factsOf

func factsOf[DB store.Source](ctx context.Context, db DB, thorough bool) (vault.Facts, error) {
	f, err := store.Describe(ctx, db, thorough)
	return vault.Facts(f), err
}
