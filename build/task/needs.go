package main

import (
	"bytes"
	"context"
	"fmt"
	"io"
	"os"
	"os/exec"
	"runtime"
	"strings"
)

// Debian packages: what building the window takes, what showing it without a
// display takes, and what the tests take besides.
var (
	debianBuild   = []string{"gcc", "libc6-dev", "pkg-config", "libgtk-3-dev", "libwebkit2gtk-4.1-dev"}
	debianDisplay = []string{"xvfb", "fonts-dejavu-core"}
	debianTest    = []string{
		"xdotool", "dbus", "dbus-x11", "at-spi2-core", "gir1.2-atspi-2.0", "python3-pyatspi",
		"chromium", "poppler-utils", "qpdf",
	}
)

// ensureSystem sees to it that the system has what is needed: on Debian and
// its kin it installs the missing packages, elsewhere it names what is
// missing.
func ensureSystem(ctx context.Context, out io.Writer, debian ...[]string) error {
	if _, err := exec.LookPath("npm"); err != nil {
		return fmt.Errorf("node.js with npm is missing: install Node 20 or newer (https://nodejs.org)")
	}
	switch runtime.GOOS {
	case "darwin":
		if exec.CommandContext(ctx, "xcode-select", "-p").Run() != nil {
			return fmt.Errorf("the Xcode command line tools are missing: run xcode-select --install")
		}
		return nil
	case "windows":
		return nil // WebView2 is part of Windows 10 and 11; the app itself says when it is not
	}

	var wanted []string
	for _, packages := range debian {
		wanted = append(wanted, packages...)
	}
	if _, err := exec.LookPath("apt-get"); err != nil {
		_, _ = fmt.Fprintf(out, "no apt-get here; your system's twins of these Debian packages are needed: %s\n", strings.Join(wanted, " "))
		return nil
	}
	missing := missingPackages(ctx, wanted)
	if len(missing) == 0 {
		return nil
	}
	_, _ = fmt.Fprintf(out, "installing %s\n", strings.Join(missing, " "))
	return install(ctx, out, missing)
}

// missingPackages asks dpkg which packages are not installed.
func missingPackages(ctx context.Context, wanted []string) []string {
	args := append([]string{"-W", "-f", "${Package} ${db:Status-Status}\n"}, wanted...)
	listed, _ := exec.CommandContext(ctx, "dpkg-query", args...).Output() // fails when a name is unknown, which is an answer too
	installed := map[string]bool{}
	for line := range strings.Lines(string(listed)) {
		if name, ok := strings.CutSuffix(strings.TrimSpace(line), " installed"); ok {
			installed[name] = true
		}
	}
	var missing []string
	for _, name := range wanted {
		if !installed[name] {
			missing = append(missing, name)
		}
	}
	return missing
}

func install(ctx context.Context, out io.Writer, packages []string) error {
	apt := []string{"env", "DEBIAN_FRONTEND=noninteractive", "apt-get"}
	if os.Geteuid() != 0 {
		if _, err := exec.LookPath("sudo"); err != nil {
			return fmt.Errorf("packages are missing; as root, run: apt-get install %s", strings.Join(packages, " "))
		}
		apt = append([]string{"sudo"}, apt...)
	}
	var said bytes.Buffer
	for _, args := range [][]string{
		{"update", "-q"},
		append([]string{"install", "-q", "-y", "--no-install-recommends"}, packages...),
	} {
		line := append(append([]string{}, apt...), args...)
		cmd := exec.CommandContext(ctx, line[0], line[1:]...)
		cmd.Stdin, cmd.Stdout, cmd.Stderr = os.Stdin, &said, &said // sudo may ask for a password
		if err := cmd.Run(); err != nil {
			_, _ = out.Write(said.Bytes())
			return fmt.Errorf("%s: %w", strings.Join(line, " "), err)
		}
	}
	return nil
}
