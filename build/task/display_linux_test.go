package main

import (
	"os"
	"strings"
	"testing"
)

func TestDisplay(t *testing.T) {
	var said strings.Builder
	d, err := openDisplay(t.Context(), &said, 320, 200)
	if err != nil {
		t.Fatalf("%v\n%s", err, said.String())
	}
	picture, err := d.picture()
	if err != nil {
		t.Fatal(err)
	}
	if size := picture.Bounds().Size(); size.X != 320 || size.Y != 200 {
		t.Errorf("the display is %v", size)
	}
	if n := colours(picture); n >= fewestColour {
		t.Errorf("an empty display has %d colours", n)
	}
	d.close()
	if _, err := os.Stat(d.folder); !os.IsNotExist(err) {
		t.Errorf("the display left %s behind", d.folder)
	}
}
