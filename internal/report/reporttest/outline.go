package reporttest

import (
	"regexp"
	"strconv"
	"testing"
	"unicode/utf16"
)

// An Entry of a file's outline. Level counts from 0, Page from 1.
type Entry struct {
	Title string
	Level int
	Page  int
}

var outlined = regexp.MustCompile(`(?s)\n(\d+) 0 obj\n<</Title \(..((?:\\.|[^\\()])*)\)\n/Parent (\d+) 0 R\n(?:/(?:Prev|Next|First|Last) \d+ 0 R\n)*/Dest \[(\d+) 0 R /XYZ 0 [\d.]+ null\]`)

// Outline returns the entries of a file's outline in their order.
func Outline(t testing.TB, file []byte) []Entry {
	t.Helper()
	var list []Entry
	level := map[string]int{}
	for _, m := range outlined.FindAllSubmatch(file, -1) {
		text := escaped.ReplaceAllFunc(m[2], func(e []byte) []byte {
			if e[1] == 'r' {
				return []byte("\r")
			}
			return e[1:]
		})
		units := make([]uint16, len(text)/2)
		for i := range units {
			units[i] = uint16(text[2*i])<<8 | uint16(text[2*i+1])
		}
		e := Entry{Title: string(utf16.Decode(units))}
		if above, ok := level[string(m[3])]; ok {
			e.Level = above + 1
		}
		level[string(m[1])] = e.Level
		object, err := strconv.Atoi(string(m[4]))
		if err != nil {
			t.Fatal(err)
		}
		e.Page = (object - 1) / 2 // the pages are objects 3, 5, 7 and so on
		list = append(list, e)
	}
	return list
}
