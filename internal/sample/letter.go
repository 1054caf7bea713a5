package sample

import (
	"bytes"
	"image"
	"image/color"
	"image/png"
)

// word is what the letter says: enough to see that it is none.
var word = []string{
	" ####  ###  #   # ####  #     #####",
	"#     #   # ## ## #   # #     #    ",
	" ###  ##### # # # ####  #     #### ",
	"    # #   # #   # #     #     #    ",
	"####  #   # #   # #     ##### #####",
}

// letter draws a page with lines of no words, and SAMPLE across it.
func letter() []byte {
	const width, height, margin, dot = 620, 800, 60, 13
	page := image.NewPaletted(image.Rect(0, 0, width, height), color.Palette{color.White, color.Gray{0xd8}, color.Gray{0x60}})
	fill := func(x, y, w, h int, ink uint8) {
		for row := y; row < y+h; row++ {
			for column := x; column < x+w; column++ {
				page.SetColorIndex(column, row, ink)
			}
		}
	}
	for line := range 24 {
		short := line % 6 * 40 // the ends of lines are ragged
		fill(margin, margin+line*28, width-2*margin-short, 6, 1)
	}
	left := (width - len(word[0])*dot) / 2
	for y, row := range word {
		for x, c := range row {
			if c == '#' {
				fill(left+x*dot, 340+y*dot, dot, dot, 2)
			}
		}
	}
	var file bytes.Buffer
	if err := png.Encode(&file, page); err != nil {
		panic("sample: a page in memory always encodes")
	}
	return file.Bytes()
}
