package main

import (
	"bytes"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"unicode/utf16"
)

// leaks looks for words in every file under a folder, as UTF-8 and as UTF-16
// (what webviews store text in), and names the files that hold one.
func leaks(folder string, words ...string) error {
	var found []string
	err := filepath.WalkDir(folder, func(path string, entry fs.DirEntry, err error) error {
		if err != nil || !entry.Type().IsRegular() {
			return err
		}
		data, err := os.ReadFile(path)
		if err != nil {
			return err
		}
		for _, word := range words {
			if bytes.Contains(data, []byte(word)) || bytes.Contains(data, wide(word)) {
				found = append(found, fmt.Sprintf("%q in %s", word, path))
			}
		}
		return nil
	})
	if err == nil && len(found) > 0 {
		err = fmt.Errorf("what must stay in the records is on disk in the clear: %q", found)
	}
	return err
}

func wide(word string) []byte {
	var out []byte
	for _, unit := range utf16.Encode([]rune(word)) {
		out = append(out, byte(unit), byte(unit>>8))
	}
	return out
}
