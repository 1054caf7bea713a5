package app

import (
	"flag"
	"os"
	"path/filepath"
	"testing"
	"time"

	"snowfield/internal/practice"
)

// runningVault is for go tool task, which works the window of such a session:
// beside the folder a file with ".dose" at its end says when the dose was.
var runningVault = flag.String("running-vault", "", "leave the records with a running session in this `folder`")

// TestRunningSessionOpensAgain: a session that ran when the app ended is
// there again with its dose, by today's clock.
func TestRunningSessionOpensAgain(t *testing.T) {
	b := &bench{TB: t, shell: &deskShell{}, folder: filepath.Join(t.TempDir(), "practice"), logFolder: t.TempDir()}
	if *runningVault != "" {
		b.folder = *runningVault
	}
	b.set(time.Now().UTC().Truncate(time.Second))
	b.start()
	b.create()
	v := b.begin(practice.Dosing, b.add("Nell Harrow").ID, "")
	b.reading(v, 124, 80)
	b.dose(v, 200)
	b.ok(b.vault.Lock(""))
	b.app.stopped()

	b.start()
	must(b, b.vault.Unlock)(testPassphrase)
	running := get(b, (&Live{b.app.core}).Running)
	if len(running) != 1 || running[0].FirstDose != practice.At(b.clock) {
		t.Fatalf("running: %+v", running)
	}
	if *runningVault != "" {
		b.ok(os.WriteFile(*runningVault+".dose", []byte(running[0].FirstDose), 0o600))
	}
	b.ok(b.vault.Lock(""))
}
