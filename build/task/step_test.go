package main

import (
	"context"
	"errors"
	"io"
	"slices"
	"sync"
	"sync/atomic"
	"testing"
)

func does(err error) func(context.Context, io.Writer) error {
	return func(context.Context, io.Writer) error { return err }
}

func TestInParallelKeepsOrderAndWidth(t *testing.T) {
	var mu sync.Mutex
	var order []string
	var running, most atomic.Int32
	work := func(name string) step {
		return step{name: name, run: func(context.Context, io.Writer) error {
			now := running.Add(1)
			defer running.Add(-1)
			for seen := most.Load(); now > seen && !most.CompareAndSwap(seen, now); seen = most.Load() {
			}
			mu.Lock()
			defer mu.Unlock()
			order = append(order, name)
			return nil
		}}
	}
	first, last := work("first"), work("last")
	last.after = []string{"first", "a", "b", "c"}
	steps := []step{last}
	for _, name := range []string{"a", "b", "c"} {
		s := work(name)
		s.after = []string{"first"}
		steps = append(steps, s)
	}
	results := inParallel(t.Context(), 2, append(steps, first))

	if order[0] != "first" || order[len(order)-1] != "last" || len(order) != 5 {
		t.Errorf("ran in the order %v", order)
	}
	if most.Load() > 2 {
		t.Errorf("%d at a time", most.Load())
	}
	names := []string{}
	for _, r := range results {
		names = append(names, r.step)
	}
	if !slices.Equal(names, []string{"last", "a", "b", "c", "first"}) {
		t.Errorf("results in the order %v", names)
	}
}

func TestInParallelAfterAFailure(t *testing.T) {
	results := inParallel(t.Context(), 2, []step{
		{name: "broken", run: does(errors.New("no"))},
		{name: "after it", after: []string{"broken"}, run: does(nil)},
		{name: "after that", after: []string{"after it"}, run: does(nil)},
		{name: "out of reach", run: does(notRun("no network"))},
		{name: "fine", run: does(nil)},
	})
	var words []string
	for _, r := range results {
		words = append(words, r.word())
	}
	if !slices.Equal(words, []string{"FAILED", "FAILED", "FAILED", "not run", "passed"}) {
		t.Errorf("got %v", words)
	}
}
