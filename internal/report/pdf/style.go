package pdf

import (
	"snowfield/internal/report/block"
	"snowfield/internal/report/fonts"
)

// Everything is measured in points, from the top left of the page.

// ink is a colour, 0xRRGGBB: those of the light theme on screen.
type ink int

const (
	black  ink = 0x1c272c
	grey   ink = 0x5a686f
	hair   ink = 0xd3dbde
	accent ink = 0x1f5266
	plum   ink = 0x55458a
	amber  ink = 0x84490a
	red    ink = 0x982a2c
)

var tones = map[block.Tone]ink{
	block.Quiet: grey, block.Dose: plum, block.Window: amber, block.Alarm: red,
}

// style is how a kind of text is set.
type style struct {
	face, bold, italic *fonts.Face
	size, leading      float64
	ink                ink
}

func serif(size, leading float64) style {
	return style{fonts.Serif, fonts.SerifBold, fonts.Italic, size, leading, black}
}

func sans(size, leading float64) style {
	return style{fonts.Sans, fonts.SansBold, fonts.Italic, size, leading, black}
}

func mono(size, leading float64) style {
	return style{fonts.Mono, fonts.Mono, fonts.Mono, size, leading, black}
}

func (s style) in(colour ink) style { s.ink = colour; return s }

// strong sets everything in the bold face.
func (s style) strong() style { s.face = s.bold; return s }

// baseline is how far it lies below the top of a line.
func (s style) baseline() float64 { return s.leading/2 + s.size*0.33 }

var (
	letterheadName    = serif(14, 18)
	letterheadLine    = sans(8, 11).in(grey)
	title             = serif(21, 25)
	lede              = serif(12.5, 17).in(grey)
	chapterHeading    = serif(19, 24)
	subchapterHeading = serif(17, 22)
	partHeading       = serif(15, 19)
	sectionHeading    = sans(9, 13).strong().in(accent)
	typedHeading      = serif(10.2, 14).strong()
	aside             = sans(8, 11).in(grey)
	prose             = serif(10.2, 13.4)
	proseAtLeisure    = serif(11.4, 15.4)
	label             = sans(8, 11.2).in(grey)
	value             = sans(8.8, 11.2)
	small             = sans(8, 11.5).in(grey)
	codeGroup         = mono(19, 30)
	typedLine         = mono(10, 14)
	posterLabel       = sans(9.5, 12.5).in(grey)
	posterText        = sans(12.5, 16)
	posterNumber      = sans(20, 24).strong()
	signedName        = serif(12, 15)
	foot              = sans(7.5, 9.5).in(grey)
)

const (
	sideMargin      = 57
	topMargin       = 36
	bottomMargin    = 46 // the footer stands in it
	footerTop       = 27 // of a footer of many lines, above them and below
	hairline        = 0.5
	indentStep      = 14
	codeColumns     = 4
	columnGap       = 10
	contentsLeading = 14
	cellPadding     = 2
	tallPadding     = 6 // of a row that is written in by hand
)

// The gaps between blocks. None is drawn at the top of a page, or between
// a heading and its first paragraph.
const (
	aboveChapter    = 18
	aboveSubchapter = 16
	aboveContents   = 5
	abovePart       = 11
	aboveSection    = 5.5
	aboveTyped      = 7
	aboveParagraph  = 4.5
	aboveItem       = 1.5
	aboveFacts      = 7
	aboveChart      = 10
	aboveCode       = 9
	abovePoster     = 6
	aboveSignature  = 10
	aboveNote       = 6
)
