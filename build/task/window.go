package main

import (
	"context"
	"io"
	"os"
	"path/filepath"
	"runtime"
)

// sampleClient is inside the integration window in the sample practice, so
// Today shows the name.
const sampleClient = "Maren Holt"

// nativeWindow works the production window through the system's accessibility
// interface, as a screen reader would: unlock, see Today, lock. Afterwards
// neither the client's name nor the passphrase may be anywhere on disk: not in
// the log, the webview's profile, the temporary files or the vault folder.
func nativeWindow(ctx context.Context, out io.Writer) error {
	if runtime.GOOS != "linux" {
		return onlyLinux
	}
	d, err := openDisplay(ctx, out, 1280, 800)
	if err != nil {
		return err
	}
	defer d.close()
	folder, err := os.MkdirTemp("", "snowfield-window-")
	if err != nil {
		return err
	}
	defer func() { _ = os.RemoveAll(folder) }()
	vault := filepath.Join(folder, "vault")
	passphrase, err := sampleVault(ctx, out, d, vault)
	if err != nil {
		return err
	}

	// The system's own Python: that is where the package with AT-SPI is.
	worker := command(ctx, out, "dbus-run-session", "--", "/usr/bin/python3", "-B", "build/task/window.py", appPath())
	worker.Env = append(d.environment(folder), "TMPDIR="+folder,
		"SNOWFIELD_VAULT="+vault, "SNOWFIELD_TEST_PASSPHRASE="+passphrase, "SNOWFIELD_TEST_CLIENT="+sampleClient)
	if err := worker.Run(); err != nil {
		return err
	}
	if err := mustHold(filepath.Join(folder, ".config", "Snowfield", "window.json")); err != nil {
		return err // size and place were not remembered
	}
	return leaks(folder, sampleClient, passphrase)
}
