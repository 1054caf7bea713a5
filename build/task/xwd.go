package main

import (
	"encoding/binary"
	"errors"
	"image"
	"image/color"
)

// decodeXWD reads an X Window Dump, version 7, as Xvfb keeps its screen: true
// colour, 32 bits a pixel, blue first.
func decodeXWD(data []byte) (image.Image, error) {
	const words = 25 // of the header, big-endian, before the window's name
	if len(data) < words*4 {
		return nil, errors.New("not an X window dump: too short")
	}
	word := func(i int) int { return int(binary.BigEndian.Uint32(data[i*4:])) }
	var (
		headerSize, version = word(0), word(1)
		width, height       = word(4), word(5)
		byteOrder           = word(7) // 0: least significant first
		bitsPerPixel        = word(11)
		bytesPerLine        = word(12)
		colourMap           = word(19) * 12
	)
	const most = 1 << 15
	if version != 7 || byteOrder != 0 || bitsPerPixel != 32 ||
		width > most || height > most || headerSize > most || colourMap > most || bytesPerLine > 8*most || bytesPerLine < width*4 {
		return nil, errors.New("not an X window dump of the kind Xvfb writes")
	}
	start := headerSize + colourMap
	if len(data) < start+height*bytesPerLine {
		return nil, errors.New("the X window dump is cut short")
	}

	picture := image.NewRGBA(image.Rect(0, 0, width, height))
	for y := range height {
		line := data[start+y*bytesPerLine:]
		for x := range width {
			pixel := line[x*4:]
			picture.SetRGBA(x, y, color.RGBA{R: pixel[2], G: pixel[1], B: pixel[0], A: 0xff})
		}
	}
	return picture, nil
}
