// Command task runs the jobs of the project: go tool task <verb>.
// It needs nothing but Go's standard library, so that it works in a fresh
// clone on every system.
package main

import (
	"context"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"os/signal"
	"path/filepath"
	"strings"
	"syscall"
)

type verb struct {
	name, usage, what string
	run               func(ctx context.Context, args []string) error
}

var verbs = []verb{
	{"run", "run [-- FLAGS]", "build the app and open it; without a display, show its main job in build/out", runApp},
	{"test", "test", "every check there is", test},
	{"dev", "dev", "open the app and rebuild it as files change", dev},
	{"build", "build [-- windows|linux|darwin]", "leave the finished app in build/bin", build},
	{"bench", "bench", "measure start, unlock, entry, PDF, search, backup and check", bench},
	{"torture", "torture [-- FLAGS]", "kill it, cut its power, damage its files: is anything lost?", torture},
	{"fmt", "fmt", "format Go, TypeScript and CSS", format},
}

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	err := dispatch(ctx, os.Args[1:])
	stop()

	var ended *exec.ExitError
	switch {
	case errors.As(err, &ended) && ended.ExitCode() > 0 && ended.Stderr == nil:
		os.Exit(ended.ExitCode()) // it already said why
	case err != nil:
		fmt.Fprintln(os.Stderr, "task:", err)
		os.Exit(1)
	}
}

func dispatch(ctx context.Context, args []string) error {
	if len(args) == 0 {
		list()
		return nil
	}
	if err := enterRoot(); err != nil {
		return err
	}
	for _, v := range verbs {
		if v.name == args[0] {
			rest := args[1:]
			if len(rest) > 0 && rest[0] == "--" {
				rest = rest[1:]
			}
			return v.run(ctx, rest)
		}
	}
	list()
	return fmt.Errorf("there is no verb %q", args[0])
}

func list() {
	fmt.Println("go tool task <verb>")
	for _, v := range verbs {
		fmt.Printf("  %-34s %s\n", v.usage, v.what)
	}
}

// enterRoot makes the folder of the app's go.mod the current one.
func enterRoot() error {
	out, err := exec.Command("go", "env", "GOMOD").Output()
	if err != nil {
		return fmt.Errorf("go env GOMOD: %w", err)
	}
	return os.Chdir(filepath.Dir(strings.TrimSpace(string(out))))
}
