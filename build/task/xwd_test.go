package main

import (
	"encoding/binary"
	"image/color"
	"testing"
)

// dump makes an X window dump with a name of four bytes and one colour map entry.
func dump(width, height int, pixels []byte) []byte {
	const header = 104
	words := make([]uint32, 25)
	words[0], words[1], words[4], words[5] = header, 7, uint32(width), uint32(height)
	words[11], words[12], words[19] = 32, uint32(width*4), 1
	var data []byte
	for _, word := range words {
		data = binary.BigEndian.AppendUint32(data, word)
	}
	data = append(data, make([]byte, header-len(data)+12)...)
	return append(data, pixels...)
}

func TestDecodeXWD(t *testing.T) {
	picture, err := decodeXWD(dump(2, 1, []byte{1, 2, 3, 0, 4, 5, 6, 0}))
	if err != nil {
		t.Fatal(err)
	}
	if got := picture.At(0, 0); got != (color.RGBA{R: 3, G: 2, B: 1, A: 255}) {
		t.Errorf("the first pixel is %v", got)
	}
	if got := colours(picture); got != 2 {
		t.Errorf("%d colours", got)
	}
}

func FuzzDecodeXWD(f *testing.F) {
	f.Add(dump(2, 1, make([]byte, 8)))
	f.Add(dump(2, 2, make([]byte, 8)))
	f.Add([]byte{})
	f.Fuzz(func(t *testing.T, data []byte) {
		picture, err := decodeXWD(data)
		if (picture == nil) == (err == nil) {
			t.Error("neither a picture nor an error, or both")
		}
	})
}
