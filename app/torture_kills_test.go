package app

import (
	"bufio"
	"encoding/json"
	"errors"
	"fmt"
	"math/rand/v2"
	"os"
	"os/exec"
	"slices"
	"strconv"
	"strings"
	"time"

	"snowfield/internal/disk"
)

// A victim is this test binary, started again to work a script from one of its
// moments on until it is killed. It writes a line for each step that was
// acknowledged.

const victimEnv = "SNOWFIELD_TORTURE_VICTIM"

func init() { roles["victim"] = beVictim }

// victim is what the process is told.
type victim struct {
	Seed     uint64
	Older    bool
	Home     home
	From     int // the number of steps that were made before
	Secrets  secrets
	Old      map[string]secrets
	Locked   bool
	DieAfter int // steps of the disk until it kills itself; 0: it waits to be killed
}

func beVictim() {
	err := json.Unmarshal([]byte(os.Getenv(victimEnv)), &order)
	var code string
	if err == nil {
		code, err = order.work()
	}
	fmt.Fprintln(os.Stderr, code, err)
	os.Exit(3)
}

var order victim

func (v victim) work() (string, error) {
	script := scriptFor(v.Seed, v.Older)
	d := sit(v.Home, v.Secrets)
	d.old = v.Old
	if !v.Locked {
		d.clock.Store(script[v.From-1].at.UnixMilli())
		if err := d.unlock(); err != nil {
			return "", err
		}
	}
	if v.DieAfter > 0 {
		made := 0
		self, err := os.FindProcess(os.Getpid())
		if err != nil {
			return "", err
		}
		disk.Watch(func(disk.Step) error {
			if made++; made > v.DieAfter {
				_ = self.Kill()
				select {} // until it comes
			}
			return nil
		})
	}
	fmt.Println("ready")
	for i := v.From; i < len(script); i++ {
		if err := d.take(script[i]); err != nil {
			return script[i].what, err
		}
		line, err := json.Marshal(ledgerLine{i + 1, d.Code})
		if err != nil {
			return "", err
		}
		fmt.Println(string(line))
	}
	return "ended", nil
}

// ledgerLine tells of a step that was acknowledged, and the recovery code that
// is good from then on.
type ledgerLine struct {
	Done int
	Code string
}

// kills works the script in a process and kills it: half of the time at a
// moment, half of the time before a certain step of the disk.
func (w *ward) kills(t *tally, rounds int) error {
	random := rand.New(rand.NewPCG(w.seed, 10))
	program, err := os.Executable()
	if err != nil {
		return err
	}
	acknowledged := 0
	for n := range rounds {
		h := w.pick(n)
		from := random.IntN(len(h.script))
		if h.older && n%8 == 3 {
			from = 0
		}
		start := h.marks[from]
		v := victim{Seed: w.seed, Older: h.older, Home: w.stage(), From: from, Secrets: start.secrets, Old: start.old, Locked: start.locked}
		ahead := min(from+1+random.IntN(8), len(h.script))
		if random.IntN(2) == 0 {
			v.DieAfter = 1 + random.IntN(max(1, h.marks[ahead].steps-start.steps))
		}
		after := time.Duration(random.IntN(150_000)) * time.Microsecond
		if err := w.restage(start.copied); err != nil {
			return err
		}
		round := fmt.Sprintf("round %d from step %d", n, from)
		done, code, err := v.kill(program, after)
		if err != nil {
			t.count(round, err)
			continue
		}
		acknowledged += done - from
		if done < len(h.script) {
			round += ", killed in " + h.script[done].what
		}
		err = h.withCode(done, code).verdict(w.stage(), done)
		t.count(round, err)
		if err != nil {
			if err := w.show(w.stage(), round); err != nil {
				return err
			}
		}
	}
	t.detail = fmt.Sprintf("%d steps acknowledged", acknowledged)
	return nil
}

// withCode is the history for a run of its own, which has other codes: that
// of step i is known, of a later one nobody was told.
func (h *history) withCode(i int, code string) *history {
	other := *h
	other.marks = slices.Clone(h.marks)
	for n := i; n < len(h.marks); n++ {
		if other.marks[n].Code == h.marks[i].Code {
			other.marks[n].Code = code
		} else {
			other.marks[n].Code = ""
		}
	}
	return &other
}

// kill runs the victim and kills it. It returns how much of the script was
// acknowledged, and the recovery code then.
func (v victim) kill(program string, after time.Duration) (done int, code string, err error) {
	told, err := json.Marshal(v)
	if err != nil {
		return 0, "", err
	}
	cmd := exec.Command(program)
	cmd.Env = append(os.Environ(), roleEnv+"=victim", victimEnv+"="+string(told))
	var complaint strings.Builder
	cmd.Stderr = &complaint
	out, err := cmd.StdoutPipe()
	if err != nil {
		return 0, "", err
	}
	if err := cmd.Start(); err != nil {
		return 0, "", err
	}
	done, code = v.From, v.Secrets.Code
	for lines := bufio.NewScanner(out); lines.Scan(); {
		if lines.Text() == "ready" {
			if v.DieAfter == 0 {
				time.AfterFunc(after, func() { _ = cmd.Process.Kill() })
			}
			continue
		}
		var line ledgerLine
		if err := json.Unmarshal(lines.Bytes(), &line); err != nil {
			return 0, "", errors.Join(fmt.Errorf("the victim wrote %s", strconv.Quote(lines.Text())), cmd.Process.Kill(), cmd.Wait())
		}
		done, code = line.Done, line.Code
	}
	_ = cmd.Wait() // it was killed, or says itself why it ended
	if complaint.Len() > 0 && !strings.HasPrefix(complaint.String(), "ended") {
		return 0, "", fmt.Errorf("the victim failed: %s", complaint.String())
	}
	return done, code, nil
}
