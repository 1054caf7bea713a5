package main

import (
	"bytes"
	"context"
	"fmt"
	"io"
	"net/http"
	"os/exec"
	"runtime"
	"slices"
	"strings"
	"time"
)

// unwatched are packages whose own memory the race detector does not watch:
// each works in one goroutine on what that goroutine made, byte by byte, and
// watching it took most of the time of all tests. Whatever Snowfield does with
// them from several goroutines is seen in its own code.
var unwatched = []string{
	"modernc.org/sqlite/lib", "modernc.org/libc", "codeberg.org/go-pdf/fpdf", "compress/flate", "hash/adler32", "regexp",
}

// alone are the folders of the packages that start no goroutine: the detector
// has nothing to see in their tests. What others do with them at the same time
// is seen there. TestAlone holds that this is so.
var alone = []string{"build/notices", "docs", "internal/arch", "internal/fault", "internal/practice", "internal/report"}

// inTurn are long tests of app that make one call after the other, and many
// documents: without the detector they take a third of the time. Calls that
// meet are the subject of others.
const inTurn = "TestMatrix|TestDocumentFiles|TestGoldenDocuments|TestNothingIsTold|TestNothingLeadsAroundReadiness|TestNoReadingIsJudgedByAnothersLimits"

// racedTests runs the Go tests with the race detector. No build tags: the
// window itself is left out, because Wails trips the detector when it quits.
// The limit is below a step's own, so that a test that hangs says where. The
// torture has a step of its own: the detector would make it five times as long.
func racedTests(ctx context.Context, out io.Writer) error {
	raced, _, err := testedPackages(ctx)
	if err != nil {
		return err
	}
	args := []string{"test", "-race", "-timeout", "18m", "-skip", "^(TestTorture|" + inTurn + ")$"}
	for _, p := range unwatched {
		args = append(args, "-gcflags="+p+"=-race=false")
	}
	return runCommand(ctx, out, ".", []string{"CGO_ENABLED=1"}, "go", append(args, raced...)...)
}

// loneTests runs the tests of the packages that are alone, and those inTurn.
func loneTests(ctx context.Context, out io.Writer) error {
	_, lone, err := testedPackages(ctx)
	if err != nil {
		return err
	}
	if err := runCommand(ctx, out, ".", nil, "go", append([]string{"test", "-timeout", "18m"}, lone...)...); err != nil {
		return err
	}
	return runCommand(ctx, out, ".", nil, "go", "test", "-timeout", "18m", "-run", "^("+inTurn+")$", "./app")
}

// testedPackages lists all packages: those to be tested with the race
// detector, and those that are alone.
func testedPackages(ctx context.Context) (raced, lone []string, err error) {
	listed, err := exec.CommandContext(ctx, "go", "list", "./...").Output()
	if err != nil {
		return nil, nil, err
	}
	for _, path := range strings.Fields(string(listed)) {
		_, folder, _ := strings.Cut(path, "/")
		if slices.ContainsFunc(alone, func(a string) bool { return folder == a || strings.HasPrefix(folder, a+"/") }) {
			lone = append(lone, path)
		} else {
			raced = append(raced, path)
		}
	}
	return raced, lone, nil
}

// shortTorture is go tool task torture with few rounds.
func shortTorture(ctx context.Context, out io.Writer) error {
	return runCommand(ctx, out, ".", nil, "go", "test", "-run", "^TestTorture$", "./app")
}

func goFormat(ctx context.Context, out io.Writer) error {
	files, err := goFiles(ctx)
	if err != nil {
		return err
	}
	var unformatted bytes.Buffer
	gofumpt := command(ctx, out, "go", tool("gofumpt", append([]string{"-l"}, files...)...)...)
	gofumpt.Stdout = &unformatted // standard error also tells of tools being downloaded
	if err := gofumpt.Run(); err != nil {
		return err
	}
	if unformatted.Len() > 0 {
		return fmt.Errorf("not formatted, run go tool task fmt:\n%s", unformatted.String())
	}
	return nil
}

// vet looks at the code as one system compiles it. Packages that need Wails'
// C parts can only be looked at on their own system; Wails has none on
// Windows.
func vet(system string) func(context.Context, io.Writer) error {
	return func(ctx context.Context, out io.Writer) error {
		if system == runtime.GOOS {
			return runCommand(ctx, out, ".", nil, "go", "vet", "-tags", productionTags, "./...")
		}
		env := []string{"GOOS=" + system, "CGO_ENABLED=0"}
		packages := []string{"./..."}
		if system != "windows" {
			var err error
			if packages, err = withoutWails(ctx); err != nil {
				return err
			}
		}
		return runCommand(ctx, out, ".", env, "go", append([]string{"vet", "-tags", productionTags}, packages...)...)
	}
}

func withoutWails(ctx context.Context) ([]string, error) {
	listed, err := exec.CommandContext(ctx, "go", "list", "-f", "{{.ImportPath}} {{.Deps}}", "./...").Output()
	if err != nil {
		return nil, err
	}
	var packages []string
	for line := range strings.Lines(string(listed)) {
		if !strings.Contains(line, "github.com/wailsapp/wails") {
			packages = append(packages, strings.Fields(line)[0])
		}
	}
	return packages, nil
}

func staticcheck(ctx context.Context, out io.Writer) error {
	return runCommand(ctx, out, ".", nil, "go", tool("staticcheck", "-tags", productionTags, "./...")...)
}

// vulnerabilities is where govulncheck's database is.
const vulnerabilities = "https://vuln.go.dev"

// govulncheck asks a database on the network. Where that cannot be reached
// nothing can be found out, which is told and is no failure.
func govulncheck(ctx context.Context, out io.Writer) error {
	soon, cancel := context.WithTimeout(ctx, 15*time.Second)
	defer cancel()
	request, err := http.NewRequestWithContext(soon, http.MethodHead, vulnerabilities+"/index/db.json", nil)
	if err != nil {
		return err
	}
	answer, err := http.DefaultClient.Do(request)
	if err == nil {
		_ = answer.Body.Close()
	}
	if err != nil || answer.StatusCode != http.StatusOK {
		return notRun("database out of reach")
	}
	return runCommand(ctx, out, ".", nil, "go", tool("govulncheck", "-db", vulnerabilities, "-tags", productionTags, "./...")...)
}
