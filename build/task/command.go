package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"strings"
	"time"
)

// command prepares a program that ends, with all it started, when ctx does.
func command(ctx context.Context, out io.Writer, name string, args ...string) *exec.Cmd {
	cmd := exec.CommandContext(ctx, name, args...)
	cmd.Stdout, cmd.Stderr = out, out
	cmd.WaitDelay = 5 * time.Second
	ownGroup(cmd)
	return cmd
}

// runCommand runs a program in a folder, with further environment variables,
// and waits for it.
func runCommand(ctx context.Context, out io.Writer, folder string, env []string, name string, args ...string) error {
	cmd := command(ctx, out, name, args...)
	cmd.Dir = folder
	cmd.Env = append(os.Environ(), env...)
	if err := cmd.Run(); err != nil {
		if errors.Is(ctx.Err(), context.DeadlineExceeded) {
			return fmt.Errorf("%s did not end in time", name)
		}
		return fmt.Errorf("%s %s: %w", name, strings.Join(args, " "), err)
	}
	return nil
}

// tool returns the command line of a tool from build/tools.
func tool(name string, args ...string) []string {
	return append([]string{"tool", "-modfile=build/tools/go.mod", name}, args...)
}
