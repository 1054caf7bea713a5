package app

import (
	"bufio"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"testing"

	"snowfield/internal/fault"
	"snowfield/internal/practice"
	"snowfield/internal/vault"
)

// folderEnv names the vault folder for a test binary that was started again.
const folderEnv = "SNOWFIELD_TEST_FOLDER"

func init() { roles["open"] = beOpen }

// beOpen is a Snowfield of its own that has the records open. It says "open",
// then adds a client for each line it is sent and says "added", and closes in
// order when there are no more.
func beOpen() {
	a := newApp(Config{}, &deskShell{}, &Log{})
	a.occupy(vault.Place{Folder: os.Getenv(folderEnv)})
	close(a.ready)
	v, clients := &Vault{a.core}, &Clients{a.core}
	if _, err := v.Unlock(testPassphrase); err != nil {
		fmt.Println(err)
		os.Exit(1)
	}
	fmt.Println("open")
	for lines := bufio.NewScanner(os.Stdin); lines.Scan(); {
		if _, err := clients.Save(practice.Client{ID: practice.NewID(), LegalName: lines.Text()}); err != nil {
			fmt.Println(err)
			os.Exit(1)
		}
		fmt.Println("added")
	}
	a.stopped()
}

// other is another Snowfield, in a process of its own.
type other struct {
	*exec.Cmd
	in  io.WriteCloser
	out *bufio.Reader
}

// startOther starts another Snowfield on a folder and waits until it has the
// records open.
func startOther(t *testing.T, folder string) other {
	t.Helper()
	self, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	o := other{Cmd: exec.Command(self)}
	o.Env = append(os.Environ(), roleEnv+"=open", folderEnv+"="+folder)
	o.Stderr = os.Stderr
	if o.in, err = o.StdinPipe(); err != nil {
		t.Fatal(err)
	}
	out, err := o.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	o.out = bufio.NewReader(out)
	if err := o.Start(); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		o.Process.Kill() //nolint:errcheck // it may have ended
		o.Wait()         //nolint:errcheck // so may this be known
	})
	o.says(t, "open")
	return o
}

func (o other) says(t *testing.T, want string) {
	t.Helper()
	if line, err := o.out.ReadString('\n'); line != want+"\n" {
		t.Fatalf("the other says %q (%v), want %q", line, err, want)
	}
}

func (o other) add(t *testing.T, name string) {
	t.Helper()
	if _, err := io.WriteString(o.in, name+"\n"); err != nil {
		t.Fatal(err)
	}
	o.says(t, "added")
}

// madeAndLeft makes a practice with one client and leaves its folder.
func madeAndLeft(t *testing.T) *bench {
	t.Helper()
	b := newBench(t)
	b.create()
	b.add("Nell Harrow")
	b.app.stopped()
	return b
}

// beside starts a Snowfield on a folder that another may hold.
func beside(t *testing.T, b *bench) *Vault {
	t.Helper()
	a := newApp(Config{}, b.shell, OpenLog(b.logFolder))
	a.occupy(vault.Place{Folder: b.folder, WorkFactor: 10})
	close(a.ready)
	t.Cleanup(a.stopped)
	return &Vault{a.core}
}

func (b *bench) clientsOf(v *Vault) int {
	b.Helper()
	return must(b, (&Clients{v.core}).List)(ClientQuery{Filter: "all", Limit: 10}).Total
}

// TestTwoInstances refuses a second Snowfield whatever it tries, leaves the
// first unharmed, and lets the second in once the first has gone.
func TestTwoInstances(t *testing.T) {
	b := madeAndLeft(t)
	first := startOther(t, b.folder)
	second := beside(t, b)
	if s := get(b, second.State); s.State != "in_use" {
		t.Errorf("the second finds %q", s.State)
	}
	before := listing(t, b.folder)
	_, err := second.Unlock(testPassphrase)
	b.refused(err, fault.Conflict)
	_, err = second.Create(CreateRequest{Passphrase: testPassphrase, Practice: practice.Practice{TherapistName: "Ada Fielding", Zone: "UTC"}})
	b.refused(err, fault.Conflict)
	_, err = (&Clients{second.core}).List(ClientQuery{Filter: "all", Limit: 10})
	b.refused(err, fault.Locked)
	b.ok(second.Lock("")) // there is nothing to lock
	if after := listing(t, b.folder); after != before {
		t.Errorf("the second changed the folder from %s to %s", before, after)
	}

	first.add(t, "Otto Penn")
	if err := first.in.Close(); err != nil {
		t.Fatal(err)
	}
	if err := first.Wait(); err != nil {
		t.Fatal(err)
	}
	if s := get(b, second.State); s.State != "locked" {
		t.Errorf("once the first has gone, the second finds %q", s.State)
	}
	must(b, second.Unlock)(testPassphrase)
	if n := b.clientsOf(second); n != 2 {
		t.Errorf("the second finds %d clients, want both", n)
	}
}

// TestStaleLock opens the records after the Snowfield that had them was
// killed: its lock file is still there and keeps nobody out.
func TestStaleLock(t *testing.T) {
	b := madeAndLeft(t)
	first := startOther(t, b.folder)
	first.add(t, "Otto Penn")
	if err := first.Process.Kill(); err != nil {
		t.Fatal(err)
	}
	if first.Wait() == nil {
		t.Fatal("it was not killed")
	}
	if _, err := os.Stat(filepath.Join(b.folder, "lock")); err != nil {
		t.Fatal("there is no lock file to be stale:", err)
	}
	next := beside(t, b)
	if s := get(b, next.State); s.State != "locked" {
		t.Errorf("the next finds %q", s.State)
	}
	must(b, next.Unlock)(testPassphrase)
	if n := b.clientsOf(next); n != 2 {
		t.Errorf("the next finds %d clients, want both", n)
	}
}

// listing is the names, sizes and times of a folder's files.
func listing(t *testing.T, folder string) string {
	t.Helper()
	entries, err := os.ReadDir(folder)
	if err != nil {
		t.Fatal(err)
	}
	text := ""
	for _, e := range entries {
		info, err := e.Info()
		if err != nil {
			t.Fatal(err)
		}
		text += fmt.Sprintf("%s %d %s; ", e.Name(), info.Size(), info.ModTime())
	}
	return text
}

// TestUnlockedOnce opens the records once when they are asked for several
// times at once, as by an impatient key press.
func TestUnlockedOnce(t *testing.T) {
	b := newBench(t)
	b.create()
	b.ok(b.vault.Lock(""))
	errs := make(chan error)
	for range 4 {
		go func() {
			_, err := b.vault.Unlock(testPassphrase)
			errs <- err
		}()
	}
	opened := 0
	for range 4 {
		if err := <-errs; err == nil {
			opened++
		} else {
			b.refused(err, fault.Conflict)
		}
	}
	if opened != 1 {
		t.Errorf("opened %d times", opened)
	}
}
