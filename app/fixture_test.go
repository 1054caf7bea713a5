package app

import (
	"context"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"testing"

	"snowfield/internal/practice"
	"snowfield/internal/sample"
	"snowfield/internal/store"
	"snowfield/internal/vault"
)

var makeVault = flag.Bool("make-vault", false, "write a vault of the present schema to testdata/vaults, if there is none")

const vaultFixtures = "testdata/vaults"

// TestVaultOfThisSchema holds that the vault a release writes is kept as a
// fixture, for every later release to open.
func TestVaultOfThisSchema(t *testing.T) {
	b := newBench(t)
	b.create()
	kept := filepath.Join(vaultFixtures, fmt.Sprintf("schema-%d", schemaOf(t, b.app.open.vault)))
	if _, err := os.Stat(kept); *makeVault && os.IsNotExist(err) {
		makeFixture(t, kept)
	}
	for _, name := range []string{"records.db", "key.age"} {
		if len(readFile(t, filepath.Join(kept, name))) == 0 {
			t.Errorf("%s is empty", name)
		}
	}
}

// makeFixture writes the sample practice, with a row in every table, into a
// folder.
func makeFixture(t *testing.T, folder string) {
	b := newBench(t)
	created, err := b.app.place.Create(samplePassphrase)
	b.ok(err)
	_, err = b.app.admit(created, func(tx *store.Tx) error { return tx.PutPractice(sample.Practice) })
	b.ok(err)
	b.ok(sample.Fill(context.Background(), b.app.open.store, b.clock))
	b.shell.folder = "/home/ada/Backups"
	get(b, b.vault.ChooseBackupFolder)
	b.ok(b.drafts.Save("client:new", "Nel"))
	_, err = update(b.app.core, func(tx *store.Tx) (nothing, error) {
		notes, err := tx.UnsignedNotes(1)
		if err != nil {
			return nothing{}, err
		}
		if _, err := tx.KeepRevision(notes[0]); err != nil {
			return nothing{}, err
		}
		clients, _, err := tx.Clients("", store.AllClients, 0, 1)
		if err != nil {
			return nothing{}, err
		}
		s, err := sampleSession(tx)
		if err != nil {
			return nothing{}, err
		}
		signed, err := tx.NoteOf(s.Participants[0].ID)
		if err != nil {
			return nothing{}, err
		}
		if err := tx.AddAddendum(practice.Addendum{ID: practice.NewID(), NoteID: signed.ID, Zone: sample.Zone, Text: "Home reading 124/80.", SignedName: "Mira Okafor, LMFT"}); err != nil {
			return nothing{}, err
		}
		return nothing{}, tx.PutPsychotherapyNote(practice.PsychotherapyNote{ID: practice.NewID(), ClientID: clients[0].ID, Text: "Kept apart."})
	})
	b.ok(err)
	b.ok(b.vault.Lock(`{"screen":"chart"}`))
	b.ok(os.MkdirAll(folder, 0o755))
	for _, name := range []string{"records.db", "key.age"} {
		b.ok(os.WriteFile(filepath.Join(folder, name), readFile(t, filepath.Join(b.folder, name)), 0o644))
	}
}

// schemaOf is the number of migrations a vault has seen.
func schemaOf(t testing.TB, v *vault.Vault) (version int) {
	t.Helper()
	if err := v.DB().QueryRow("PRAGMA user_version").Scan(&version); err != nil {
		t.Fatal(err)
	}
	return version
}

