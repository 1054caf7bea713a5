package app

import (
	"bytes"
	"context"
	"flag"
	"fmt"
	"image"
	"image/png"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"snowfield/internal/fault"
	"snowfield/internal/practice"
	"snowfield/internal/sample"
	"snowfield/internal/store"
	"snowfield/internal/vault"
)

var makeVault = flag.Bool("make-vault", false, "write a vault of the present schema to testdata/vaults, if there is none")

const vaultFixtures = "testdata/vaults"

// TestOlderVaults opens what every earlier schema left on disk: a verified
// backup of it comes first, then every row is there as it was.
func TestOlderVaults(t *testing.T) {
	kept, err := filepath.Glob(filepath.Join(vaultFixtures, "schema-*"))
	if err != nil || len(kept) == 0 {
		t.Fatalf("no fixtures (%v)", err)
	}
	for _, fixture := range kept {
		t.Run(filepath.Base(fixture), func(t *testing.T) {
			b := fromFixture(t, fixture)
			older, err := b.app.place.Open(samplePassphrase)
			b.ok(err)
			schema, before := schemaOf(t, older), rowsOf(t, older)
			b.ok(older.Close())
			for table, rows := range before {
				if len(rows) == 0 {
					t.Errorf("the fixture's %s is empty", table)
				}
			}

			must(b, b.vault.Unlock)(samplePassphrase)
			backups, err := filepath.Glob(filepath.Join(b.app.place.BeforeUpdateFolder(), "*"+vault.Extension))
			b.ok(err)
			if migrated := schemaOf(t, b.app.open.vault) > schema; migrated != (len(backups) == 1) {
				t.Errorf("migrated %v with %d backups", migrated, len(backups))
			}
			compare(t, before, rowsOf(t, b.app.open.vault))

			for _, path := range backups {
				from := newBench(t)
				_, err := from.app.place.Restore(context.Background(), path, vault.Passphrase(samplePassphrase), b.clock, describe, nil)
				from.ok(err)
				restored, err := from.app.place.Open(samplePassphrase)
				from.ok(err)
				if got := schemaOf(t, restored); got != schema {
					t.Errorf("the backup before the update is of schema %d, want %d", got, schema)
				}
				if got := rowsOf(t, restored); fmt.Sprint(got) != fmt.Sprint(before) {
					t.Error("the backup before the update holds other rows")
				}
				from.ok(restored.Close())
			}
			if today := get(b, b.today.Get); len(today.Windows) == 0 {
				t.Error("Today of the sample practice shows no window")
			}
			// Each questionnaire has the words it had: the records refuse others.
			nell := b.add("Nell Harrow")
			for _, i := range practice.Instruments() {
				b.form(nell.ID, i.ID)
			}
		})
	}
}

// compare wants every row of an older vault among those of a newer one, with
// the columns it had. meta and audit may have grown, and the place moved.
func compare(t *testing.T, before, after map[string][]string) {
	t.Helper()
	for table, rows := range before {
		if len(after[table]) != len(rows) && table != "meta" && table != "audit" && table != "drafts" {
			t.Errorf("%s has %d rows, had %d", table, len(after[table]), len(rows))
		}
		for _, row := range rows {
			if table == "drafts" && strings.HasPrefix(row, "key=place\t") {
				continue // kept in meta since schema 2
			}
			if !slices.ContainsFunc(after[table], func(now string) bool { return holds(now, row) }) {
				t.Errorf("%s: the row %q is gone or changed", table, row)
			}
		}
	}
}

// holds tells whether a row has the columns of another, with their values.
func holds(row, other string) bool {
	columns := strings.Split(row, "\t")
	for column := range strings.SplitSeq(other, "\t") {
		if !slices.Contains(columns, column) {
			return false
		}
	}
	return true
}

// TestNewerVaultIsRefused leaves the records of a newer Snowfield as they
// are, byte for byte.
func TestNewerVaultIsRefused(t *testing.T) {
	b := newBench(t)
	b.create()
	newer := schemaOf(t, b.app.open.vault) + 1
	if _, err := b.app.open.vault.DB().Exec(fmt.Sprintf("PRAGMA user_version = %d", newer)); err != nil {
		t.Fatal(err)
	}
	b.ok(b.vault.Lock(""))
	before := filesOf(t, b.folder)
	_, err := b.vault.Unlock(testPassphrase)
	if w := b.refused(err, fault.TooNew); !strings.Contains(w.Message, "newer Snowfield") || !strings.Contains(w.Message, "Nothing was changed") {
		t.Errorf("refused with %q", w.Message)
	}
	if after := filesOf(t, b.folder); fmt.Sprint(after) != fmt.Sprint(before) {
		t.Error("the folder was changed")
	}
	if s := get(b, b.vault.State); s.State != "locked" {
		t.Errorf("afterwards the vault is %s", s.State)
	}
}

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
		if err := fillLive(tx, notes[0].ParticipantID); err != nil {
			return nothing{}, err
		}
		if err := fillDocuments(tx); err != nil {
			return nothing{}, err
		}
		if err := fillMeasures(tx, clients[0].ID); err != nil {
			return nothing{}, err
		}
		apart, err := tx.PutPsychotherapyNote(practice.PsychotherapyNote{ID: practice.NewID(), ClientID: clients[0].ID, Text: "Kept apart."}, false)
		if err != nil {
			return nothing{}, err
		}
		return nothing{}, tx.AddPsychotherapyRelease(practice.PsychotherapyRelease{
			ID: practice.NewID(), ClientID: apart.ClientID, Basis: practice.ReleaseOrder, BasisText: "Order 26-114", Recipient: "Superior Court",
			NoteIDs: []string{apart.ID}, SHA256: strings.Repeat("0", 64),
		})
	})
	b.ok(err)
	b.ok(b.vault.Lock(`{"screen":"chart"}`))
	b.ok(os.MkdirAll(folder, 0o755))
	for _, name := range []string{"records.db", "key.age"} {
		b.ok(os.WriteFile(filepath.Join(folder, name), readFile(t, filepath.Join(b.folder, name)), 0o644))
	}
}

// fillLive writes what a running session leaves beside what the sample tells:
// a call, its clock, and an entry that was moved and came back.
func fillLive(tx *store.Tx, participantID string) error {
	s, err := tx.SessionOf(participantID)
	if err != nil {
		return err
	}
	call := practice.Observation{
		Entry: practice.Entry{ID: practice.NewID(), ParticipantID: participantID, At: s.ActualStart}, Kind: "call", Text: "Will ring back.",
		Call: &practice.Call{Callee: practice.CallPrescriber, Name: "Dr. Sample", Number: "555 0100", Reached: practice.AnswerYes},
	}
	if err := tx.AddObservation(call); err != nil {
		return err
	}
	planned, err := tx.SessionsBetween(tx.Now(), tx.Now().Add(60*24*time.Hour))
	if err != nil {
		return err
	}
	other := planned[len(planned)-1].Participants[0].ID
	for _, way := range [][2]string{{participantID, other}, {other, participantID}} {
		move := practice.Move{ID: practice.NewID(), EntryID: call.Entry.ID, From: way[0], To: way[1], Reason: "Written in the wrong chart"}
		if err := tx.MoveEntry(move); err != nil {
			return err
		}
	}
	return tx.PutSessionClock(practice.SessionClock{SessionID: s.ID, Boot: "one run", Steady: time.Hour, At: s.ActualStart})
}

// fillDocuments writes what documents leave beside what the sample tells: a
// logo, and what was chosen last.
func fillDocuments(tx *store.Tx) error {
	var file bytes.Buffer
	if err := png.Encode(&file, image.NewRGBA(image.Rect(0, 0, 90, 30))); err != nil {
		return err
	}
	logo, err := practice.ReadLogo(file.Bytes())
	if err != nil {
		return err
	}
	if err := tx.PutLogo(logo); err != nil {
		return err
	}
	return tx.PutDocumentChoice(practice.DocClientCopy, practice.ReaderClient, []practice.Part{practice.PartDoses})
}

// fillMeasures writes what forms leave beside what the sample tells: a
// client's own plan, a form that was struck, and one that is not finished and
// speaks of a risk.
func fillMeasures(tx *store.Tx, clientID string) error {
	plan := practice.ClientMeasures{ClientID: clientID, Plan: practice.MeasurePlan{
		DaysBefore: 3, Rows: []practice.MeasureRow{{InstrumentID: "phq-9", BeforeDosing: true}},
	}}
	if _, err := tx.PutClientMeasures(plan); err != nil {
		return err
	}
	phq, err := practice.CurrentInstrument("phq-9")
	if err != nil {
		return err
	}
	form := practice.Response{
		ID: practice.NewID(), ClientID: clientID, Instrument: phq.Ref(), AnsweredAt: tx.Now().Add(-time.Hour), Zone: sample.Zone, By: practice.AnsweredSelf,
		Answers: map[string]int{"1": 2, "9": 1},
	}
	struck := form
	if form, err = tx.PutResponse(form, phq); err != nil {
		return err
	}
	if _, err := tx.AddRiskReview(practice.RiskReview{
		ID: practice.NewID(), ResponseID: form.ID, LinkID: "9", Answer: 1, Risk: practice.RiskWatch, Text: "Passing thoughts, no plan.", SafetyPlan: "Ring K.",
	}); err != nil {
		return err
	}
	form.Answers["9"] = 2
	if _, err := tx.PutResponse(form, phq); err != nil {
		return err
	}
	struck.ID, struck.Answers, struck.FinishedAt = practice.NewID(), map[string]int{"1": 3}, tx.Now()
	if struck, err = tx.PutResponse(struck, phq); err != nil {
		return err
	}
	struck.StruckAt, struck.StruckReason = tx.Now(), "Of another client"
	return tx.StrikeResponse(struck)
}

// fromFixture is a bench on a copy of a kept vault, at the day it was made.
func fromFixture(t *testing.T, fixture string) *bench {
	t.Helper()
	b := newBench(t)
	b.set(b.clock.Add(time.Hour))
	b.ok(os.MkdirAll(b.folder, 0o700))
	for _, name := range []string{"records.db", "key.age"} {
		b.ok(os.WriteFile(filepath.Join(b.folder, name), readFile(t, filepath.Join(fixture, name)), 0o600))
	}
	return b
}

// schemaOf is the number of migrations a vault has seen.
func schemaOf(t testing.TB, v *vault.Vault) (version int) {
	t.Helper()
	if err := v.DB().QueryRow("PRAGMA user_version").Scan(&version); err != nil {
		t.Fatal(err)
	}
	return version
}

// rowsOf returns every row of every table, each as its columns and values.
func rowsOf(t testing.TB, v *vault.Vault) map[string][]string {
	t.Helper()
	all := map[string][]string{}
	for _, table := range column(t, v, "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY name") {
		rows, err := v.DB().Query("SELECT * FROM " + table)
		if err != nil {
			t.Fatal(err)
		}
		names, err := rows.Columns()
		if err != nil {
			t.Fatal(err)
		}
		all[table] = []string{}
		for rows.Next() {
			values := make([]any, len(names))
			for i := range values {
				values[i] = new(any)
			}
			if err := rows.Scan(values...); err != nil {
				t.Fatal(err)
			}
			var line bytes.Buffer
			for i, v := range values {
				fmt.Fprintf(&line, "%s=%v\t", names[i], *v.(*any))
			}
			all[table] = append(all[table], line.String())
		}
		if err := rows.Err(); err != nil {
			t.Fatal(err)
		}
		rows.Close()
	}
	return all
}

func column(t testing.TB, v *vault.Vault, query string) (list []string) {
	t.Helper()
	rows, err := v.DB().Query(query)
	if err != nil {
		t.Fatal(err)
	}
	defer rows.Close()
	for rows.Next() {
		var text string
		if err := rows.Scan(&text); err != nil {
			t.Fatal(err)
		}
		list = append(list, text)
	}
	return list
}

// filesOf returns the content of every file of a folder.
func filesOf(t testing.TB, folder string) map[string][]byte {
	t.Helper()
	entries, err := os.ReadDir(folder)
	if err != nil {
		t.Fatal(err)
	}
	all := map[string][]byte{}
	for _, e := range entries {
		all[e.Name()] = readFile(t, filepath.Join(folder, e.Name()))
	}
	return all
}
