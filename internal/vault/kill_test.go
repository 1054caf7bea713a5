package vault

import (
	"bufio"
	"context"
	"fmt"
	"math/rand/v2"
	"os"
	"os/exec"
	"strconv"
	"testing"
	"time"

	"snowfield/internal/vault/cipherfs"
)

const (
	kills     = 40
	writerEnv = "SNOWFIELD_TEST_WRITER" // the vault folder of the process that writes
)

func TestMain(m *testing.M) {
	if folder := os.Getenv(writerEnv); folder != "" {
		writeUntilKilled(folder)
	}
	code := m.Run()
	removeLarge()
	os.Exit(code)
}

// writeUntilKilled commits rows of several pages and prints the number of each
// once it is committed.
func writeUntilKilled(folder string) {
	die := func(err error) {
		if err != nil {
			fmt.Fprintln(os.Stderr, err)
			os.Exit(3)
		}
	}
	v, err := Place{Folder: folder, WorkFactor: 4}.Open(passphrase)
	die(err)
	// A small page cache spills, so that kills hit half-written databases.
	_, err = v.DB().Exec("PRAGMA cache_size = 8")
	die(err)
	for {
		tx, err := v.DB().Begin()
		die(err)
		result, err := tx.Exec("INSERT INTO client (name) VALUES (hex(randomblob(3000)))")
		die(err)
		id, err := result.LastInsertId()
		die(err)
		_, err = tx.Exec("UPDATE client SET name = name || '.' WHERE id % 23 = ? % 23", id)
		die(err)
		die(tx.Commit())
		fmt.Println(id)
	}
}

// TestKilledWhileWriting kills a writing process again and again: the vault
// opens, holds every row that was acknowledged and passes SQLite's check.
func TestKilledWhileWriting(t *testing.T) {
	program, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	p := place(t)
	code := closed(t, p, 0)
	random := rand.New(rand.NewPCG(1, 2))
	acknowledged, rollbacks := 0, 0
	for round := range kills {
		cmd := exec.Command(program, "-test.run=^$")
		cmd.Env = append(os.Environ(), writerEnv+"="+p.Folder)
		cmd.Stderr = os.Stderr
		out, err := cmd.StdoutPipe()
		if err != nil {
			t.Fatal(err)
		}
		if err := cmd.Start(); err != nil {
			t.Fatal(err)
		}
		var kill *time.Timer
		lines := bufio.NewScanner(out)
		for lines.Scan() {
			if acknowledged, err = strconv.Atoi(lines.Text()); err != nil {
				t.Fatal(err)
			}
			if kill == nil { // it writes: strike at a random moment
				kill = time.AfterFunc(time.Duration(random.IntN(120_000))*time.Microsecond, func() { cmd.Process.Kill() })
			}
		}
		if err := cmd.Wait(); err == nil || kill == nil {
			t.Fatalf("round %d: the writer ended by itself: %v", round, err)
		}
		if info, err := os.Stat(p.path(journalName)); err == nil && info.Size() > 0 {
			rollbacks++
		}
		v, err := p.Open(passphrase)
		if err != nil {
			t.Fatalf("round %d: %v", round, err)
		}
		var rows, last int
		var answer string
		if err := v.DB().QueryRow("SELECT count(*), max(id) FROM client").Scan(&rows, &last); err != nil {
			t.Fatalf("round %d: %v", round, err)
		}
		if err := v.DB().QueryRow("PRAGMA integrity_check").Scan(&answer); err != nil || answer != "ok" {
			t.Fatalf("round %d: %q, %v", round, answer, err)
		}
		if rows != last || last < acknowledged {
			t.Fatalf("round %d: %d rows up to %d, %d were acknowledged", round, rows, last, acknowledged)
		}
		closeVault(t, v)
	}
	if _, err := cipherfs.Pages(context.Background(), p.path(recordsName), code.key); err != nil {
		t.Error(err)
	}
	t.Logf("%d kills, %d inside a transaction, %d rows acknowledged", kills, rollbacks, acknowledged)
	if rollbacks == 0 {
		t.Error("no kill hit a transaction")
	}
}
