// Command icon draws the app's icon: first light over a field of snow. Run it
// from the root of the project after changing it; what it writes is committed.
package main

import (
	"bytes"
	"encoding/binary"
	"image"
	"image/color"
	"image/png"
	"log"
	"math"
	"os"
)

func main() {
	write("build/appicon.png", encode(draw(1024)))
	write("build/windows/icon.ico", ico(256, 128, 64, 48, 32, 24, 16))
}

func write(path string, data []byte) {
	if err := os.WriteFile(path, data, 0o644); err != nil {
		log.Fatal(err)
	}
}

// rgb is a colour with channels from 0 to 1.
type rgb [3]float64

func hex(v uint32) rgb {
	return rgb{float64(v>>16&0xff) / 255, float64(v>>8&0xff) / 255, float64(v&0xff) / 255}
}

func mix(a, b rgb, t float64) rgb {
	t = math.Max(0, math.Min(1, t))
	t = t * t * (3 - 2*t)
	for i := range a {
		a[i] += (b[i] - a[i]) * t
	}
	return a
}

var (
	night   = hex(0x1f5266)
	morning = hex(0x8fb4bf)
	dawn    = hex(0xf6dcb4)
	ember   = hex(0xe08a3c)
	far     = hex(0xc3d3d9)
	near    = hex(0xfcfdfd)
	shade   = hex(0xdbe5e8)
)

// at returns the colour of a point of the unit square, and whether the point
// is inside the icon's rounded outline.
func at(x, y float64) (rgb, bool) {
	const inset, radius = 0.07, 0.2
	dx := math.Max(math.Abs(x-0.5)-(0.5-inset-radius), 0)
	dy := math.Max(math.Abs(y-0.5)-(0.5-inset-radius), 0)
	if math.Hypot(dx, dy) > radius {
		return rgb{}, false
	}

	ridge := 0.66 + 0.045*math.Sin(x*4.1+0.5)
	field := 0.735 - 0.06*math.Sin(x*3.3-0.35)
	switch {
	case y > field:
		return mix(near, shade, (y-field)/0.3), true
	case y > ridge:
		return mix(far, mix(far, dawn, 0.45), 1-math.Abs(x-0.5)*2.6), true
	}
	fromSun := math.Hypot(x-0.5, y-0.635)
	if fromSun < 0.135 {
		return mix(hex(0xf0a95a), ember, (y-0.5)/0.16), true
	}
	sky := mix(night, morning, (y-0.05)/0.42)
	sky = mix(sky, dawn, (y-0.33)/0.4)
	return mix(dawn, sky, (fromSun-0.12)/0.3), true
}

// draw paints the icon size pixels wide, each pixel from a grid of samples.
func draw(size int) *image.NRGBA {
	const grid = 6
	picture := image.NewNRGBA(image.Rect(0, 0, size, size))
	for py := range size {
		for px := range size {
			var sum rgb
			var inside float64
			for i := range grid * grid {
				x := (float64(px) + (float64(i%grid)+0.5)/grid) / float64(size)
				y := (float64(py) + (float64(i/grid)+0.5)/grid) / float64(size)
				if c, ok := at(x, y); ok {
					inside++
					for k := range sum {
						sum[k] += c[k]
					}
				}
			}
			if inside > 0 {
				channel := func(k int) uint8 { return uint8(math.Round(sum[k] / inside * 255)) }
				picture.SetNRGBA(px, py, color.NRGBA{
					R: channel(0), G: channel(1), B: channel(2),
					A: uint8(math.Round(inside / (grid * grid) * 255)),
				})
			}
		}
	}
	return picture
}

func encode(picture image.Image) []byte {
	var out bytes.Buffer
	if err := png.Encode(&out, picture); err != nil {
		log.Fatal(err)
	}
	return out.Bytes()
}

// ico packs the icon in several sizes, each as a PNG, into a Windows icon.
func ico(sizes ...int) []byte {
	var head, body bytes.Buffer
	put := func(values ...any) {
		for _, value := range values {
			_ = binary.Write(&head, binary.LittleEndian, value) // a bytes.Buffer takes everything
		}
	}
	put(uint16(0), uint16(1), uint16(len(sizes)))
	offset := 6 + 16*len(sizes)
	for _, size := range sizes {
		data := encode(draw(size))
		side := uint8(size % 256) // 0 says 256
		put(side, side, uint8(0), uint8(0), uint16(1), uint16(32), uint32(len(data)), uint32(offset+body.Len()))
		body.Write(data)
	}
	return append(head.Bytes(), body.Bytes()...)
}
