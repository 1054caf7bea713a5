package main

import (
	"context"
	"fmt"
	"io"
	"os"
	"runtime"
)

// Build tags of the window: the one that ships, and the one browser journeys
// drive. webkit2_41 matters on Linux only, wv2runtime.error (say what is
// missing instead of downloading it) on Windows only.
const (
	productionTags = "desktop,production,webkit2_41,wv2runtime.error"
	journeyTags    = "dev,webkit2_41"
)

// buildProduction leaves the finished app, without an installer or bundle
// around it, in build/bin.
func buildProduction(ctx context.Context, out io.Writer) error {
	flags := "-s -w"
	if runtime.GOOS == "windows" {
		flags += " -H windowsgui"
	}
	return goBuild(ctx, out, "-trimpath", "-tags", productionTags, "-ldflags", flags, "-o", appPath(), ".")
}

// journeyApp is the build that a browser can drive. It is kept apart from what
// ships.
const journeyApp = "build/out/snowfield-dev"

func buildForJourneys(ctx context.Context, out io.Writer) error {
	return goBuild(ctx, out, "-tags", journeyTags, "-o", journeyApp, ".")
}

func goBuild(ctx context.Context, out io.Writer, args ...string) error {
	var env []string
	if runtime.GOOS == "darwin" {
		env = append(env, "CGO_LDFLAGS=-framework UniformTypeIdentifiers") // what Wails' own build adds
	}
	return runCommand(ctx, out, ".", env, "go", append([]string{"build", "-buildvcs=false"}, args...)...)
}

// build leaves the app for one system in build/bin, with its icon and, on
// macOS, its bundle: for this system unless another is named. Windows can be
// built from anywhere, the others on themselves.
func build(ctx context.Context, args []string) error {
	system := runtime.GOOS
	if len(args) > 0 {
		system = args[0]
	}
	switch system {
	case "windows", "linux", "darwin":
	default:
		return fmt.Errorf("there is no build for %q; there are windows, linux and darwin", system)
	}
	if system != "windows" && system != runtime.GOOS {
		return fmt.Errorf("the app for %s needs a %s machine to build", system, system)
	}

	arch := runtime.GOARCH
	if system != runtime.GOOS {
		arch = "amd64"
	}
	name := "snowfield"
	if system == "windows" {
		name += ".exe"
	}
	// -m and -s: no go mod tidy, and the pages are built already.
	packaging := tool("wails", "build", "-m", "-s", "-skipbindings", "-trimpath", "-nocolour",
		"-platform", system+"/"+arch, "-webview2", "error", "-tags", "webkit2_41", "-o", name)

	steps := []step{
		{name: "what the system needs", run: func(ctx context.Context, out io.Writer) error {
			return ensureSystem(ctx, out, debianBuild)
		}},
		{name: "pages", run: buildFrontend},
		{name: "app for " + system, run: func(ctx context.Context, out io.Writer) error {
			return runCommand(ctx, out, ".", nil, "go", packaging...)
		}},
	}
	if err := inOrder(ctx, steps); err != nil {
		return err
	}
	entries, err := os.ReadDir("build/bin")
	if err != nil {
		return err
	}
	for _, entry := range entries {
		fmt.Println("build/bin/" + entry.Name())
	}
	return nil
}

func dev(ctx context.Context, _ []string) error {
	err := inOrder(ctx, []step{
		{name: "what the system needs", run: func(ctx context.Context, out io.Writer) error {
			return ensureSystem(ctx, out, debianBuild)
		}},
		{name: "npm modules", run: ensureModules},
	})
	if err != nil {
		return err
	}
	return foreground(ctx, "go", tool("wails", "dev", "-m", "-tags", "webkit2_41")...)
}

// foreground runs a program on the terminal it was asked for from.
func foreground(ctx context.Context, name string, args ...string) error {
	cmd := command(ctx, os.Stdout, name, args...)
	cmd.Stdin, cmd.Stderr = os.Stdin, os.Stderr
	cmd.SysProcAttr = nil // the terminal's own group: it reads the keyboard and gets Ctrl+C
	cmd.Cancel = func() error { return askToEnd(cmd.Process) }
	return cmd.Run()
}
