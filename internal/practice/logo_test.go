package practice

import (
	"bytes"
	"hash/crc32"
	"image"
	"image/color"
	"image/jpeg"
	"image/png"
	"math/rand/v2"
	"strings"
	"testing"
)

func pngOf(t testing.TB, p image.Image) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := png.Encode(&b, p); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// withText puts words behind the header of a PNG file, as an editor does.
func withText(t testing.TB, file []byte, text string) []byte {
	t.Helper()
	const headerEnd = 8 + 25
	chunk := append([]byte("tEXtComment\x00"), text...)
	out := append([]byte(nil), file[:headerEnd]...)
	out = append(out, byte(0), byte(0), byte(0), byte(len(chunk)-4))
	out = append(out, chunk...)
	sum := crc32.ChecksumIEEE(chunk)
	out = append(out, byte(sum>>24), byte(sum>>16), byte(sum>>8), byte(sum))
	return append(out, file[headerEnd:]...)
}

func TestReadLogo(t *testing.T) {
	clear := image.NewNRGBA(image.Rect(10, 10, 14, 12)) // whose corner is not at nought
	clear.SetNRGBA(10, 10, color.NRGBA{0xff, 0, 0, 0xff})
	clear.SetNRGBA(11, 10, color.NRGBA{0, 0, 0, 0x80})
	l, err := ReadLogo(withText(t, pngOf(t, clear), "taken at Alder Street"))
	if err != nil {
		t.Fatal(err)
	}
	if strings.Contains(string(l), "Alder") {
		t.Error("the words of the file came along")
	}
	p, err := png.Decode(strings.NewReader(string(l)))
	if err != nil || p.Bounds() != image.Rect(0, 0, 4, 2) {
		t.Fatal(p.Bounds(), err)
	}
	for at, want := range map[image.Point]color.RGBA{{0, 0}: {0xff, 0, 0, 0xff}, {1, 0}: {0x7f, 0x7f, 0x7f, 0xff}, {3, 1}: {0xff, 0xff, 0xff, 0xff}} {
		if r, g, b, a := p.At(at.X, at.Y).RGBA(); (color.RGBA{uint8(r >> 8), uint8(g >> 8), uint8(b >> 8), uint8(a >> 8)}) != want {
			t.Errorf("%v is %x %x %x %x", at, r>>8, g>>8, b>>8, a>>8)
		}
	}
	var photo bytes.Buffer
	if err := jpeg.Encode(&photo, image.NewGray(image.Rect(0, 0, 20, 10)), nil); err != nil {
		t.Fatal(err)
	}
	if l, err := ReadLogo(photo.Bytes()); err != nil || !strings.HasPrefix(string(l), "\x89PNG") {
		t.Errorf("a JPEG: %v", err)
	}
}

// Whatever the picture, what is kept has a size that print needs and that the
// records take.
func TestLogoIsMadeSmaller(t *testing.T) {
	for _, c := range []struct{ w, h, width, height int }{
		{900, 300, 900, 300}, {901, 10, 900, 9}, {1800, 300, 900, 150}, {100, 900, 33, 300}, {9000, 2, 900, 1}, {1, 5000, 1, 300}, {3000, 2000, 450, 300},
	} {
		noise := image.NewNRGBA(image.Rect(0, 0, c.w, c.h))
		random := rand.New(rand.NewPCG(1, 2))
		for i := range noise.Pix {
			noise.Pix[i] = byte(random.Uint32())
		}
		out := smaller(noise)
		if out.Bounds() != image.Rect(0, 0, c.width, c.height) {
			t.Errorf("%d x %d became %v", c.w, c.h, out.Bounds())
		}
		if n := len(pngOf(t, out)); n > MaxLogoBytes {
			t.Errorf("%d x %d takes %d bytes", c.w, c.h, n)
		}
	}
}

func TestRefusedLogos(t *testing.T) {
	small := pngOf(t, image.NewGray(image.Rect(0, 0, 3, 3)))
	huge := append([]byte(nil), small...)
	copy(huge[16:], "\x00\x01\x00\x00\x00\x01\x00\x00") // the header says 65,536 x 65,536
	sum := crc32.ChecksumIEEE(huge[12:29])
	copy(huge[29:], []byte{byte(sum >> 24), byte(sum >> 16), byte(sum >> 8), byte(sum)})
	for why, file := range map[string][]byte{
		"no PNG or JPEG": []byte("GIF89a"), "larger than 1 MB": make([]byte, MaxLogoBytes+1), "damaged": small[:len(small)-20],
		"12 million points": huge,
	} {
		if l, err := ReadLogo(file); l != "" || err == nil || !strings.Contains(err.Error(), why) {
			t.Errorf("%s: %v", why, err)
		}
	}
	if _, err := ReadLogo(nil); err == nil {
		t.Error("an empty file is a logo")
	}
}

// Whatever the file, it is refused or becomes a logo that is read again as it
// is.
func FuzzReadLogo(f *testing.F) {
	f.Add(pngOf(f, image.NewPaletted(image.Rect(0, 0, 5, 3), color.Palette{color.White, color.Transparent})))
	f.Add(pngOf(f, image.NewNRGBA64(image.Rect(0, 0, 2, 2))))
	var photo bytes.Buffer
	_ = jpeg.Encode(&photo, image.NewYCbCr(image.Rect(0, 0, 9, 7), image.YCbCrSubsampleRatio420), nil)
	f.Add(photo.Bytes())
	f.Add([]byte("\x89PNG\r\n\x1a\n"))
	f.Fuzz(func(t *testing.T, file []byte) {
		l, err := ReadLogo(file)
		if err != nil {
			return
		}
		if again, err := ReadLogo([]byte(l)); err != nil || again != l {
			t.Errorf("a logo is not read as it is: %v", err)
		}
	})
}
