package report

import (
	"bytes"
	"strings"
	"testing"

	"snowfield/internal/report/block"
	"snowfield/internal/report/reporttest"
)

func sheet() RecoverySheetInput {
	return RecoverySheetInput{
		Practice: sample().Practice,
		Code:     "0123456 789ABCD EFGHJKM NPQRSTV WXYZ012 3456789 ABCDEFG HJKMNPQ",
		RawKey:   "00112233445566778899aabbccddeeff0f1e2d3c4b5a69788796a5b4c3d2e1f0",
		At:       at(3100),
	}
}

func drawSheet(t *testing.T, in RecoverySheetInput) Result {
	t.Helper()
	r, err := RecoverySheet(in)
	if err != nil {
		t.Fatal(err)
	}
	return r
}

func TestRecoverySheet(t *testing.T) {
	golden(t, "recovery.txt", reporttest.Document(recoverySheet(sheet())))
}

// The code is read from paper by somebody in need: it is printed whole, each
// group in one piece, and so is the raw key.
func TestRecoverySheetPrintsTheCode(t *testing.T) {
	in := sheet()
	pages := reporttest.Read(t, drawSheet(t, in).PDF)
	printed := map[string]bool{}
	for _, piece := range pages[0] {
		printed[piece.Text] = true
	}
	for _, group := range strings.Fields(in.Code) {
		if !printed[group] {
			t.Errorf("group %s is not printed in one piece", group)
		}
	}
	if !strings.Contains(strings.Join(strings.Fields(reporttest.Text(t, drawSheet(t, in).PDF)), ""), in.RawKey) {
		t.Error("the raw key is not printed whole")
	}
}

func TestRecoverySheetIsOnePage(t *testing.T) {
	wordy := sheet()
	wordy.Practice.PracticeName = strings.Repeat("Center for Psychotherapy and Integration ", 3)
	wordy.Practice.Address = strings.Repeat("Building 7, Suite 1204, ", 5)
	bare := sheet()
	bare.Practice.PracticeName, bare.Practice.TherapistName, bare.Practice.Address = "", "", ""
	for name, in := range map[string]RecoverySheetInput{"usual": sheet(), "wordy": wordy, "bare": bare} {
		for _, paper := range []block.Paper{block.Letter, block.A4} {
			in.Paper = paper
			r := drawSheet(t, in)
			if r.Pages != 1 {
				t.Errorf("%s on paper %d: %d pages", name, paper, r.Pages)
			}
			if !bytes.Equal(r.PDF, drawSheet(t, in).PDF) {
				t.Errorf("%s on paper %d: the same input gave other bytes", name, paper)
			}
			for _, piece := range reporttest.Read(t, r.PDF)[0] {
				if piece.X < 55 || piece.X > 552 || piece.Y < 18 || piece.Y > 810 {
					t.Errorf("%s: %q stands outside the margins, at %.0f, %.0f", name, piece.Text, piece.X, piece.Y)
				}
			}
		}
	}
}

// What a file manager shows of the sheet is its title alone.
func TestRecoverySheetKeepsItsPropertiesPlain(t *testing.T) {
	in := sheet()
	file := drawSheet(t, in).PDF
	for _, secret := range append(strings.Fields(in.Code), in.RawKey[:8], "Okafor", "Snowfield Psychotherapy") {
		if bytes.Contains(file, []byte(secret)) {
			t.Errorf("%q stands outside the page", secret)
		}
	}
}
