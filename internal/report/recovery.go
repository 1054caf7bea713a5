package report

import (
	"bytes"
	"slices"
	"strings"

	"snowfield/internal/fault"
	"snowfield/internal/practice"
	"snowfield/internal/report/block"
	"snowfield/internal/report/pdf"
)

// RecoverySheetInput is all that a recovery sheet is made of. The same input
// gives the same bytes.
type RecoverySheetInput struct {
	Practice practice.Practice
	Code     string           // the recovery code, its groups parted by spaces
	RawKey   string           // the same key as other tools take it: 64 hex digits
	At       practice.Instant // when the sheet is made
	Paper    block.Paper
}

// RecoverySheet draws the sheet to be printed and kept like a key: the code
// that opens the records, and how to use it with Snowfield and without.
func RecoverySheet(in RecoverySheetInput) (Result, error) {
	r, err := pdf.Draw(recoverySheet(in))
	if err != nil {
		return Result{}, fault.Wrap(fault.Internal, "The recovery sheet could not be made. The records and the code are unchanged.", err)
	}
	return r, nil
}

const recoveryTitle = "Recovery sheet"

func recoverySheet(in RecoverySheetInput) block.Document {
	made := in.At.In(in.Practice.Zone)
	head := letterhead(in.Practice)
	blocks := []block.Block{
		block.Title{Text: recoveryTitle, Lede: joined(", ", head.Name, "made "+longDate(made))},
		block.Note{Framed: true, Text: block.Say("This code opens the records without the passphrase. Keep this sheet like a key: on paper, away from the computer. Never photograph it, and never put it in a folder that is copied to a cloud.")},
		block.Code(strings.Fields(in.Code)),
		block.Note{Text: block.Say("0 is always zero and 1 is always one: the code has no letter I, L, O or U. Capitals or not, spaces or not: all is accepted.")},

		part("When the passphrase is lost"),
		say("On Snowfield’s lock screen choose “Use recovery code”, type the eight groups and choose a new passphrase. A mistyped code is told before anything is tried. The code stays as it is."),

		part("When the computer is lost"),
		say("Install Snowfield on another computer and choose “Restore a backup” on its first screen. Pick your latest backup: a file whose name is the day and time it was made, and ends in .snowfield. It opens with the passphrase that was in use then, or with this code and a new passphrase."),

		part("What this code opens"),
		say("These records and every backup made while it was their code, whatever the passphrase. When you make a new code, earlier backups still open only with this one: keep this sheet as long as you keep them. Whoever has this code and a copy of the records can read everything. If somebody may have seen it, make a new code in Snowfield’s settings."),

		part("Without Snowfield, with public tools"),
		say("Work on a copy. A backup is a zip archive: change the end of its name to .zip and unpack it. The records are the file records.db, an SQLCipher 4 database. Its key is the code above written as 64 digits, 0 to 9 and a to f. This raw key for other tools is typed without the spaces:"),
		rawKey(in.RawKey),
		say("With sqlcipher 4.5.1 or later, in a terminal, in the folder of records.db; the 64 digits in place of the dots:"),
		block.Typed{"sqlcipher records.db", `PRAGMA key = "x'...'";`, "SELECT legal_name FROM clients;"},
		say("With DB Browser for SQLite 3.13 or later, in its version for SQLCipher: open records.db, choose “Raw key” and “SQLCipher 4 defaults”, and type 0x and then the 64 digits."),
		say("Where the passphrase is known, the public tool age prints the same 64 digits from the file key.age:"),
		block.Typed{"age --decrypt key.age"},
		say("What another tool shows or writes is no longer protected."),
		block.Note{Text: block.Say("How the code becomes the raw key: it is Crockford’s base32 of 35 bytes. The first 32 are the key, the last 3 begin its SHA-256.")},
	}
	return block.Document{
		Title:      recoveryTitle,
		Language:   "en-US",
		Created:    made,
		Paper:      in.Paper,
		Letterhead: head,
		Footer: []string{
			recoveryTitle + ", made " + stamp(in.At, in.Practice.Zone),
			"Once it is printed, delete the file and empty the bin.",
		},
		Blocks: blocks,
	}
}

func part(title string) block.Heading { return block.Heading{Level: 2, Text: block.Say(title)} }

func say(text string) block.Paragraph { return block.Paragraph{Text: block.Say(text)} }

// rawKey sets the digits in groups of eight, four to a line.
func rawKey(digits string) block.Typed {
	var lines block.Typed
	for line := range slices.Chunk([]byte(digits), 32) {
		lines = append(lines, string(bytes.Join(slices.Collect(slices.Chunk(line, 8)), []byte(" "))))
	}
	return lines
}
