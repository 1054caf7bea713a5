// Package frontend holds the built pages of the window.
package frontend

import (
	"embed"
	"io/fs"
)

//go:embed all:dist
var dist embed.FS

// Files returns the built pages, index.html at their root. In a tree where
// the frontend was never built there is only an empty placeholder.
func Files() fs.FS {
	files, err := fs.Sub(dist, "dist")
	if err != nil {
		panic(err) // dist is a constant, valid name
	}
	return files
}
