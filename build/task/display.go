package main

import (
	"context"
	"fmt"
	"image"
	"image/png"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
)

// hasDisplay tells whether a window can be shown to someone.
func hasDisplay() bool {
	return runtime.GOOS != "linux" || os.Getenv("DISPLAY") != "" || os.Getenv("WAYLAND_DISPLAY") != ""
}

// display is a virtual X display.
type display struct {
	name   string // what goes into DISPLAY
	folder string
	server *exec.Cmd
}

// openDisplay starts Xvfb on a free display number. It runs until close.
func openDisplay(ctx context.Context, out io.Writer, width, height int) (*display, error) {
	folder, err := os.MkdirTemp("", "snowfield-display-")
	if err != nil {
		return nil, err
	}
	d := &display{folder: folder}
	numbers, tell, err := os.Pipe()
	if err != nil {
		return nil, err
	}
	defer func() { _ = numbers.Close() }()

	d.server = command(ctx, out, "Xvfb", "-displayfd", "3", "-nolisten", "tcp", "-noreset",
		"-screen", "0", fmt.Sprintf("%dx%dx24", width, height), "-fbdir", folder)
	d.server.ExtraFiles = []*os.File{tell} // file descriptor 3
	err = d.server.Start()
	_ = tell.Close()
	if err != nil {
		d.close()
		return nil, fmt.Errorf("the virtual display did not start: %w", err)
	}
	number, err := io.ReadAll(numbers) // ends when Xvfb has told the number, or died
	if err != nil || len(number) == 0 {
		d.close()
		return nil, fmt.Errorf("the virtual display did not start")
	}
	d.name = ":" + strings.TrimSpace(string(number))
	return d, nil
}

func (d *display) close() {
	if d.server.Process != nil {
		_ = askToEnd(d.server.Process)
		_ = d.server.Wait()
	}
	_ = os.RemoveAll(d.folder)
}

// environment is what a program on this display gets: nothing of the desktop
// it may have been started from, and a home folder of its own.
func (d *display) environment(home string) []string {
	env := slices.DeleteFunc(os.Environ(), func(entry string) bool {
		return strings.HasPrefix(entry, "XDG_") || strings.HasPrefix(entry, "WAYLAND_") ||
			strings.HasPrefix(entry, "DBUS_") || strings.HasPrefix(entry, "SNOWFIELD_")
	})
	return append(env, "DISPLAY="+d.name, "GDK_BACKEND=x11", "HOME="+home, "XDG_RUNTIME_DIR="+d.folder)
}

// picture returns what the display shows.
func (d *display) picture() (image.Image, error) {
	data, err := os.ReadFile(filepath.Join(d.folder, "Xvfb_screen0"))
	if err != nil {
		return nil, err
	}
	return decodeXWD(data)
}

// colours counts the different colours of a picture; a window that has not
// painted has a handful.
func colours(picture image.Image) int {
	seen := map[[3]uint32]bool{}
	bounds := picture.Bounds()
	for y := bounds.Min.Y; y < bounds.Max.Y; y++ {
		for x := bounds.Min.X; x < bounds.Max.X; x++ {
			r, g, b, _ := picture.At(x, y).RGBA()
			seen[[3]uint32{r, g, b}] = true
		}
	}
	return len(seen)
}

func writePNG(path string, picture image.Image) error {
	file, err := os.Create(path)
	if err != nil {
		return err
	}
	if err := png.Encode(file, picture); err != nil {
		_ = file.Close()
		return err
	}
	return file.Close()
}
