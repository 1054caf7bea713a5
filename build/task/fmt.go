package main

import (
	"context"
	"io"
	"os/exec"
	"strings"
)

// format puts Go files and the frontend's into their one form.
func format(ctx context.Context, _ []string) error {
	return inOrder(ctx, []step{
		{name: "Go", run: func(ctx context.Context, out io.Writer) error {
			files, err := goFiles(ctx)
			if err != nil {
				return err
			}
			return runCommand(ctx, out, ".", nil, "go", tool("gofumpt", append([]string{"-w"}, files...)...)...)
		}},
		{name: "npm modules", run: ensureModules},
		{name: "frontend", run: func(ctx context.Context, out io.Writer) error {
			return runCommand(ctx, out, "frontend", nil, npm, "run", "format")
		}},
	})
}

// goFiles lists the project's Go files, those not yet committed included.
func goFiles(ctx context.Context) ([]string, error) {
	out, err := exec.CommandContext(ctx, "git", "ls-files", "--cached", "--others", "--exclude-standard", "--deduplicate", "*.go").Output()
	return strings.Fields(string(out)), err
}
