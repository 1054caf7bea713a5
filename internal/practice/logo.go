package practice

import (
	"bytes"
	"image"
	"image/color"
	_ "image/jpeg" // what ReadLogo reads
	"image/png"

	"snowfield/internal/fault"
)

// Logo is the practice's mark at the head of its documents: a PNG file of 8
// bits for each colour, without transparency and without anything but the
// picture. Empty for none.
type Logo string

// What ReadLogo takes. The picture kept has at most so many points that it
// fits the records even if nothing in it can be compressed; printed it has
// more than 400 to the inch.
const (
	MaxLogoBytes  = 1_000_000 // of the file
	maxLogoPoints = 12_000_000
	maxLogoWidth  = 900
	maxLogoHeight = 300
)

// ReadLogo makes a logo of a PNG or JPEG file: decoded, set on white, made
// smaller where it is larger than print needs, and encoded anew, so that
// nothing else in the file (a place, a name, a camera) comes along. It refuses
// a file of another kind, a damaged one and one that is too large.
func ReadLogo(file []byte) (Logo, error) {
	if len(file) > MaxLogoBytes {
		return "", refusedLogo("is larger than 1 MB")
	}
	size, kind, err := image.DecodeConfig(bytes.NewReader(file))
	if err != nil || kind != "png" && kind != "jpeg" {
		return "", refusedLogo("is no PNG or JPEG picture")
	}
	// The size is asked first: a small file can claim to be a huge picture.
	if size.Width < 1 || size.Height < 1 || size.Width > maxLogoPoints/size.Height {
		return "", refusedLogo("has more than 12 million points")
	}
	picture, _, err := image.Decode(bytes.NewReader(file))
	if err != nil {
		return "", refusedLogo("is damaged")
	}
	var out bytes.Buffer
	if err := png.Encode(&out, smaller(picture)); err != nil {
		return "", fault.Wrap(fault.Internal, "The logo could not be made ready. The one before is kept.", err)
	}
	return Logo(out.String()), nil
}

func refusedLogo(why string) error {
	return fault.New(fault.Invalid, "This file "+why+". The logo was not changed. Choose a PNG or JPEG picture of at most 1 MB.")
}

// smaller sets a picture on white and fits it into the largest size that is
// kept; each point is the mean of those it stands for.
func smaller(p image.Image) *image.RGBA {
	b := p.Bounds()
	width, height := b.Dx(), b.Dy()
	if width > maxLogoWidth {
		width, height = maxLogoWidth, max(1, height*maxLogoWidth/width)
	}
	if height > maxLogoHeight {
		width, height = max(1, width*maxLogoHeight/height), maxLogoHeight
	}
	out := image.NewRGBA(image.Rect(0, 0, width, height))
	for y := range height {
		for x := range width {
			area := image.Rect(x*b.Dx()/width, y*b.Dy()/height, (x+1)*b.Dx()/width, (y+1)*b.Dy()/height)
			out.SetRGBA(x, y, mean(p, area.Add(b.Min)))
		}
	}
	return out
}

// mean returns the mean colour of an area, on white.
func mean(p image.Image, area image.Rectangle) color.RGBA {
	var r, g, b, n uint64
	for y := area.Min.Y; y < area.Max.Y; y++ {
		for x := area.Min.X; x < area.Max.X; x++ {
			pr, pg, pb, pa := p.At(x, y).RGBA() // 16 bits, multiplied by alpha
			paper := uint64(0xffff - pa)
			r, g, b, n = r+uint64(pr)+paper, g+uint64(pg)+paper, b+uint64(pb)+paper, n+1
		}
	}
	return color.RGBA{uint8(r / n >> 8), uint8(g / n >> 8), uint8(b / n >> 8), 0xff}
}
