package main

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"runtime"
)

// courseResult is what frontend/bench/course.mjs found.
type courseResult struct {
	Points               int
	Shown, Called, Drawn quantiles
}

// benchCourse measures the picture of a course of 200 sessions and 400 forms
// in Chromium.
func benchCourse(ctx context.Context, out io.Writer) ([]measurement, string, error) {
	if runtime.GOOS != "linux" {
		return nil, "", onlyLinux
	}
	app, err := filepath.Abs(journeyApp)
	if err != nil {
		return nil, "", err
	}
	folder, err := os.MkdirTemp("", "snowfield-course-")
	if err != nil {
		return nil, "", err
	}
	defer func() { _ = os.RemoveAll(folder) }()
	vault := filepath.Join(folder, "vault")
	if err := runCommand(ctx, out, ".", nil, "go", "test", "-count=1", "-run", "^TestCourseOfMany$", "./app", "-args", "-course-vault="+vault); err != nil {
		return nil, "", err
	}
	var said bytes.Buffer
	environment := []string{"SNOWFIELD_DEV_BINARY=" + app, "COURSE_VAULT=" + vault, "COURSE_PASSPHRASE=" + runningPassphrase}
	if err := runCommand(ctx, &said, "frontend", environment, "node", "bench/course.mjs"); err != nil {
		_, _ = out.Write(said.Bytes())
		return nil, "", err
	}
	var found courseResult
	if err := json.Unmarshal(said.Bytes(), &found); err != nil {
		return nil, "", err
	}
	return []measurement{
		found.Shown.line("course of 200 sessions, 400 forms, and record"),
		found.Called.line("  of which the course's call"),
		found.Drawn.line("  from its table to its picture"),
	}, fmt.Sprintf("%d elements of the course are points", found.Points), nil
}
