package fonts

import (
	"encoding/binary"
	"math"
)

// metrics holds, for each character of the basic plane, its glyph, zero where
// the face has none, and its advance.
type metrics struct {
	glyph, advance [0x10000]uint16
	box            func(glyph uint16) Box
}

// Box is the room a glyph's ink takes, in thousandths of the type size, from
// its origin on the baseline. It is empty for a glyph without ink.
type Box struct{ Left, Bottom, Right, Top int }

// readMetrics reads the character map (format 4) and the widths of a TrueType
// file. It reads only the files embedded here and trusts them.
func readMetrics(ttf []byte) *metrics {
	u16 := func(at int) int { return int(binary.BigEndian.Uint16(ttf[at:])) }
	u32 := func(at int) int { return int(binary.BigEndian.Uint32(ttf[at:])) }

	table := map[string]int{}
	for i := range u16(4) {
		record := 12 + 16*i
		table[string(ttf[record:record+4])] = u32(record + 8)
	}
	perEm := u16(table["head"] + 18)
	long := u16(table["hhea"] + 34)
	width := func(glyph int) uint16 {
		units := u16(table["hmtx"] + 4*min(glyph, long-1))
		return uint16(math.Round(float64(units) * 1000 / float64(perEm)))
	}

	m := &metrics{}
	cmap := unicodeMap(table["cmap"], u16, u32)
	segments := u16(cmap+6) / 2
	for i := range segments {
		last := u16(cmap + 14 + 2*i)
		first := u16(cmap + 16 + 2*segments + 2*i)
		delta := u16(cmap + 16 + 4*segments + 2*i)
		at := cmap + 16 + 6*segments + 2*i
		for char := first; char <= last && char < 0xffff; char++ {
			glyph := char
			if offset := u16(at); offset != 0 {
				if glyph = u16(at + offset + 2*(char-first)); glyph == 0 {
					continue
				}
			}
			if glyph = (glyph + delta) & 0xffff; glyph != 0 {
				m.glyph[char], m.advance[char] = uint16(glyph), width(glyph)
			}
		}
	}
	offset := func(glyph int) int {
		if u16(table["head"]+50) == 0 {
			return 2 * u16(table["loca"]+2*glyph)
		}
		return u32(table["loca"] + 4*glyph)
	}
	m.box = func(glyph uint16) (b Box) {
		at := offset(int(glyph))
		if at == offset(int(glyph)+1) {
			return b
		}
		for i, edge := range []*int{&b.Left, &b.Bottom, &b.Right, &b.Top} {
			units := int16(u16(table["glyf"] + at + 2 + 2*i))
			*edge = int(math.Round(float64(units) * 1000 / float64(perEm)))
		}
		return b
	}
	return m
}

// unicodeMap finds the format 4 table of a cmap.
func unicodeMap(cmap int, u16, u32 func(int) int) int {
	for i := range u16(cmap + 2) {
		if at := cmap + u32(cmap+8+8*i); u16(at) == 4 {
			return at
		}
	}
	panic("fonts: a face without a character map was embedded")
}
