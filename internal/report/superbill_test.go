package report

import (
	"bytes"
	"strings"
	"testing"

	"snowfield/internal/fault"
	"snowfield/internal/practice"
	"snowfield/internal/report/reporttest"
)

// bill is a month of the sample's client: an evaluation, a couple's session
// held at home, and a dosing session that is not all paid.
func bill() SuperbillInput {
	in := sample()
	in.Practice.EIN = "00-0000000"
	in.Client.Address, in.Client.Phone = "4 Sample Lane\nOakland, CA 94607", "(510) 555-0141"
	charge := func(day practice.Date, cpt, words string, units int, fee, paid practice.Cents, pos practice.PlaceOfService, diagnoses ...string) practice.DatedCharge {
		return practice.DatedCharge{Day: day, Charge: practice.Charge{
			ID: string(day), CPT: cpt, Words: words, Units: units, FeeCents: fee, PaidCents: paid, POS: pos, Diagnoses: diagnoses,
		}}
	}
	low, loss := "F33.1 Major depressive disorder, recurrent, moderate", "F43.21 Adjustment disorder with depressed mood"
	return SuperbillInput{
		Practice: in.Practice, Client: in.Client, From: "2026-03-01", To: "2026-03-31", Parts: practice.DocSuperbill.Default(), AuditHead: in.AuditHead, At: in.At,
		Charges: []practice.DatedCharge{
			charge("2026-03-02", "90791", "First evaluation", 1, 25_000, 25_000, practice.POSOffice, low, loss),
			charge("2026-03-05", "90834", "Psychotherapy, 38 to 52 minutes", 1, 15_050, 0, practice.POSElsewhere, low),
			charge("2026-03-11", "90837", "Psychotherapy, 53 minutes or more", 1, 18_000, 18_000, practice.POSOffice, low),
			charge("2026-03-12", "90840", "Crisis session, each further half hour", 2, 60_000, 0, practice.POSHome, low, "F41.1"),
		},
	}
}

func TestSuperbill(t *testing.T) {
	for name, c := range map[string]func(*SuperbillInput){
		"superbill.txt": func(*SuperbillInput) {},
		"superbill-bare.txt": func(in *SuperbillInput) {
			in.Practice = practice.Practice{TherapistName: "Miriam Okafor", Zone: zone}
			in.Client.BirthDate = ""
			in.Parts = practice.PartSet{practice.PartIdentity: true, practice.PartCharges: true, practice.PartDiagnoses: true}
			in.Charges = in.Charges[2:3]
			in.Charges[0].Diagnoses, in.Charges[0].PaidCents = nil, 20_000
		},
	} {
		in := bill()
		c(&in)
		d, err := superbill(in)
		if err != nil {
			t.Fatal(err)
		}
		golden(t, name, reporttest.Document(d))
	}
}

func TestSuperbillDrawn(t *testing.T) {
	first, err := Superbill(bill())
	if err != nil {
		t.Fatal(err)
	}
	again, err := Superbill(bill())
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(first.PDF, again.PDF) {
		t.Error("the same superbill is drawn in two ways")
	}
	if first.Pages != 1 || len(first.Unprintable) != 0 {
		t.Errorf("%d pages, unprintable %q", first.Pages, first.Unprintable)
	}
	text := reporttest.Text(t, first.PDF)
	for _, want := range []string{"03/11/2026", "90837", "F33.1", "$1,780.50", "$430.00", "$1,350.50", "00-0000000", "1234567893", "06/02/1984", "It is no claim"} {
		if !strings.Contains(text, want) {
			t.Errorf("%q is not in it", want)
		}
	}
	month := bill()
	for len(month.Charges) < 8 {
		month.Charges = append(month.Charges, month.Charges[2])
	}
	if r, err := Superbill(month); err != nil || r.Pages != 1 {
		t.Errorf("a month of eight services takes %d pages, %v", r.Pages, err)
	}
}

func TestSuperbillRefused(t *testing.T) {
	in := bill()
	in.Charges = nil
	if _, err := Superbill(in); fault.CodeOf(err) != fault.Blocked || !strings.Contains(err.Error(), "03/01/2026 to 03/31/2026") {
		t.Errorf("no charge: %v", err)
	}
	in = bill()
	in.Practice.TherapistName = ""
	if _, err := Superbill(in); fault.CodeOf(err) != fault.Blocked || !strings.Contains(err.Error(), "Settings, Practice") {
		t.Errorf("nobody's: %v", err)
	}
}
