package arch

import (
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"path/filepath"
	"strings"
	"testing"
)

// changes are the functions of package os that change what is on a disk.
var changes = map[string]bool{
	"Create": true, "CreateTemp": true, "OpenFile": true, "WriteFile": true, "Truncate": true,
	"Mkdir": true, "MkdirAll": true, "MkdirTemp": true, "Rename": true, "Remove": true, "RemoveAll": true,
	"Link": true, "Symlink": true, "CopyFS": true,
}

// TestVaultChangesTheDiskThroughOnePackage keeps the vault's changes where the
// crash tests see them: a change made past package disk would not be tried.
func TestVaultChangesTheDiskThroughOnePackage(t *testing.T) {
	files := 0
	err := filepath.WalkDir(filepath.Join("..", "vault"), func(path string, _ fs.DirEntry, err error) error {
		if err != nil || !strings.HasSuffix(path, ".go") || strings.HasSuffix(path, "_test.go") {
			return err
		}
		files++
		parsed, err := parser.ParseFile(token.NewFileSet(), path, nil, 0)
		if err != nil {
			return err
		}
		ast.Inspect(parsed, func(n ast.Node) bool {
			if s, ok := n.(*ast.SelectorExpr); ok && changes[s.Sel.Name] {
				if of, ok := s.X.(*ast.Ident); ok && of.Name == "os" {
					t.Errorf("%s calls os.%s; package disk does that", path, s.Sel.Name)
				}
			}
			return true
		})
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	if files == 0 {
		t.Error("no file of the vault was looked at")
	}
}
