package main

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"slices"
	"sync"
	"time"
)

// step is one named piece of work. It starts when every step named in after
// has passed. What it writes is shown only if it fails.
type step struct {
	name  string
	after []string
	run   func(ctx context.Context, out io.Writer) error
}

// stepLimit is how long one step may take before it counts as hung.
const stepLimit = 20 * time.Minute

// notRun is the result of a step that could not be judged here; it is no
// failure, and the summary gives the reason.
type notRun string

func (n notRun) Error() string { return string(n) }

type result struct {
	step string
	err  error // nil passed, notRun, or why it failed
	took time.Duration
}

func (r result) word() string {
	switch {
	case r.err == nil:
		return "passed"
	case errors.As(r.err, new(notRun)):
		return "not run"
	default:
		return "FAILED"
	}
}

// together keeps what several programs of one step write at the same time.
type together struct {
	mu  sync.Mutex
	all bytes.Buffer
}

func (t *together) Write(p []byte) (int, error) {
	t.mu.Lock()
	defer t.mu.Unlock()
	return t.all.Write(p)
}

// perform runs one step, prints how it went and, if it failed, all it wrote.
func perform(ctx context.Context, s step) result {
	ctx, cancel := context.WithTimeout(ctx, stepLimit)
	defer cancel()
	var out together
	start := time.Now()
	r := result{step: s.name, err: s.run(ctx, &out), took: time.Since(start)}

	var report bytes.Buffer
	_, _ = fmt.Fprintf(&report, "%-8s %-28s %6.1f s\n", r.word(), r.step, r.took.Seconds())
	if r.word() == "FAILED" {
		_, _ = fmt.Fprintf(&report, "----- %s -----\n%s\n%v\n-----\n", r.step, bytes.TrimRight(out.all.Bytes(), "\n"), r.err)
	}
	fmt.Print(report.String())
	return r
}

// inOrder runs steps one after the other and stops at the first failure.
func inOrder(ctx context.Context, steps []step) error {
	for _, s := range steps {
		if r := perform(ctx, s); r.err != nil {
			return fmt.Errorf("%s: %w", s.name, r.err)
		}
	}
	return nil
}

// inParallel runs steps, at most width at a time, each after those it names,
// the earlier in the list first. A step after a failed one is not run, and
// says so.
func inParallel(ctx context.Context, width int, steps []step) []result {
	var mu sync.Mutex
	changed := sync.NewCond(&mu)
	started := map[string]bool{}
	done := map[string]result{}

	// next returns a step that can start, waiting for one if need be.
	next := func() (step, bool) {
		mu.Lock()
		defer mu.Unlock()
		for len(started) < len(steps) {
			for _, s := range steps {
				if !started[s.name] && !slices.ContainsFunc(s.after, func(name string) bool { _, ok := done[name]; return !ok }) {
					started[s.name] = true
					return s, true
				}
			}
			changed.Wait()
		}
		return step{}, false
	}
	finish := func(r result) {
		mu.Lock()
		defer mu.Unlock()
		done[r.step] = r
		changed.Broadcast()
	}
	blocked := func(s step) (string, bool) {
		mu.Lock()
		defer mu.Unlock()
		for _, name := range s.after {
			if done[name].err != nil {
				return name, true
			}
		}
		return "", false
	}

	var workers sync.WaitGroup
	for range width {
		workers.Go(func() {
			for s, ok := next(); ok; s, ok = next() {
				if name, no := blocked(s); no {
					finish(result{step: s.name, err: fmt.Errorf("could not run: %s did not pass", name)})
					continue
				}
				finish(perform(ctx, s))
			}
		})
	}
	workers.Wait()

	results := make([]result, 0, len(steps))
	for _, s := range steps {
		results = append(results, done[s.name])
	}
	return results
}
