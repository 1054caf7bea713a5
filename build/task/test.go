package main

import (
	"context"
	"fmt"
	"io"
	"time"
)

// test runs every check, two at a time, and ends with a table of them and a
// line that counts them.
func test(ctx context.Context, _ []string) error {
	start := time.Now()
	results := inParallel(ctx, 2, []step{
		{name: "what the system needs", run: func(ctx context.Context, out io.Writer) error {
			return ensureSystem(ctx, out, debianBuild, debianDisplay, debianTest)
		}},
		{name: "pages", after: []string{"what the system needs"}, run: buildFrontend},

		// The two longest come first, so that neither is left alone at the end.
		{name: "app for journeys", after: []string{"pages"}, run: buildForJourneys},
		{name: "browser journeys", after: []string{"app for journeys"}, run: journeys},
		{name: "Go tests, race detector", after: []string{"pages"}, run: racedTests},
		{name: "Go tests without goroutines", after: []string{"pages"}, run: loneTests},
		{name: "torture, short form", after: []string{"pages"}, run: shortTorture},
		{name: "Go format", after: []string{"pages"}, run: goFormat},
		{name: "frontend format and lint", after: []string{"pages"}, run: npmRun("lint")},
		{name: "frontend types", after: []string{"pages"}, run: npmRun("check")},
		{name: "frontend unit tests", after: []string{"pages"}, run: npmRun("test")},
		{name: "app", after: []string{"pages"}, run: buildProduction},
		{name: "go vet, linux", after: []string{"pages"}, run: vet("linux")},
		{name: "go vet, windows", after: []string{"pages"}, run: vet("windows")},
		{name: "go vet, darwin", after: []string{"pages"}, run: vet("darwin")},
		{name: "staticcheck", after: []string{"pages"}, run: staticcheck},
		{name: "govulncheck", after: []string{"pages"}, run: govulncheck},
		{name: "bindings drift", after: []string{"pages"}, run: bindings},
		{name: "native window", after: []string{"app"}, run: nativeWindow},
		{name: "native window, killed", after: []string{"native window"}, run: windowCrashes(3)},
	})

	fmt.Println()
	var passed, failed, skipped int
	for _, r := range results {
		reason := ""
		switch r.word() {
		case "passed":
			passed++
		case "not run":
			skipped++
			reason = "  " + r.err.Error()
		default:
			failed++
		}
		fmt.Printf("%-8s %-28s %6.1f s%s\n", r.word(), r.step, r.took.Seconds(), reason)
	}
	fmt.Printf("\n%.0f s in all\n%d passed, %d failed", time.Since(start).Seconds(), passed, failed)
	if skipped > 0 {
		fmt.Printf(", %d skipped", skipped)
	}
	fmt.Println()
	if failed > 0 {
		return errChecksFailed
	}
	return nil
}
