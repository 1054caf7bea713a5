package main

import (
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// TestAlone: what is tested without the race detector starts no goroutine, not
// even in its tests.
func TestAlone(t *testing.T) {
	for _, folder := range alone {
		files := 0
		err := filepath.WalkDir(filepath.Join("..", "..", filepath.FromSlash(folder)), func(path string, _ fs.DirEntry, err error) error {
			if err != nil || !strings.HasSuffix(path, ".go") {
				return err
			}
			files++
			set := token.NewFileSet()
			file, err := parser.ParseFile(set, path, nil, parser.SkipObjectResolution)
			if err != nil {
				return err
			}
			ast.Inspect(file, func(n ast.Node) bool {
				switch n := n.(type) {
				case *ast.GoStmt:
					t.Errorf("%s starts a goroutine", set.Position(n.Pos()))
				case *ast.SelectorExpr:
					if n.Sel.Name == "Parallel" || n.Sel.Name == "RunParallel" {
						t.Errorf("%s runs tests side by side", set.Position(n.Pos()))
					}
				}
				return true
			})
			return nil
		})
		if err != nil || files == 0 {
			t.Errorf("%s: %d files, %v", folder, files, err)
		}
	}
}

// TestTestedPackages: each package with tests is tested once.
func TestTestedPackages(t *testing.T) {
	t.Chdir(filepath.Join("..", ".."))
	raced, lone, err := testedPackages(t.Context())
	if err != nil || len(raced) < 5 || len(lone) < len(alone) {
		t.Fatalf("%v, %v, %v", raced, lone, err)
	}
	for _, p := range raced {
		if p == "snowfield/internal/practice" || p == "snowfield/internal/report/pdf" {
			t.Errorf("%s is tested with the detector", p)
		}
	}
}

// TestInTurn: each test that is left to the run without the detector is there,
// or it would be run nowhere.
func TestInTurn(t *testing.T) {
	files, err := filepath.Glob(filepath.Join("..", "..", "app", "*_test.go"))
	if err != nil || len(files) == 0 {
		t.Fatalf("%v, %v", files, err)
	}
	var all strings.Builder
	for _, file := range files {
		body, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		all.Write(body)
	}
	for name := range strings.SplitSeq(inTurn, "|") {
		if !strings.Contains(all.String(), "func "+name+"(t *testing.T)") {
			t.Errorf("there is no %s", name)
		}
	}
}
