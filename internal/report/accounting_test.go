package report

import (
	"strings"
	"testing"

	"snowfield/internal/practice"
	"snowfield/internal/report/pdf"
	"snowfield/internal/report/reporttest"
)

func accountingSample() AccountingInput {
	in := sample()
	return AccountingInput{
		Practice: in.Practice, Client: in.Client, Zone: zone, From: "2020-03-14", To: "2026-03-14", Parts: practice.DocAccounting.Default(),
		Places:    map[string]string{"Dr. A. Lindqvist, MD": "Harbor Clinic", "The client": "14 Fern Street, Oakland, CA 94610"},
		Consents:  []practice.Consent{{ID: "consent-1", Kind: practice.ConsentRelease, Recipient: "Dr. A. Lindqvist, MD", SignedOn: "2026-01-12"}},
		AuditHead: in.AuditHead, At: in.At,
		Disclosures: []practice.Disclosure{
			{
				ID: "d-4", At: at(3000), Kind: practice.DocClientCopy, Way: practice.WayPrinted, Reader: practice.ReaderClient, Recipient: "The client",
				Purpose: "The client's own copy", Parts: practice.DocClientCopy.List(practice.DocClientCopy.Default()), Pages: 1,
			},
			{
				ID: "d-3", At: at(1700), Kind: practice.DocPrescriber, Way: practice.WaySaved, Reader: practice.ReaderPrescriber, Recipient: "Dr. A. Lindqvist, MD",
				Purpose: "Treatment: report on the session", ReleaseConsentID: "consent-1",
				Parts: practice.DocPrescriber.List(practice.DocPrescriber.Default()), Pages: 2, Protected: true,
			},
			{
				ID: "d-2", At: at(-60 * 24 * 30), Kind: practice.DocSummary, Way: practice.WaySaved, Reader: practice.ReaderOther, Recipient: "Superior Court, Alameda County\nDepartment 12",
				Purpose: "A legal proceeding", ReleaseReason: "A court order or subpoena (45 CFR 164.512(e))",
				Parts: []practice.Part{practice.PartIdentity, practice.PartFacts, practice.PartNote}, Pages: 3,
			},
			{ID: "d-1", At: "2020-03-14T06:59:59.000Z", Kind: practice.DocChart, Recipient: "Too early", Pages: 1}, // the 13th in Los Angeles
			{ID: "d-5", At: "2026-03-15T07:00:00.000Z", Kind: practice.DocChart, Recipient: "Too late", Pages: 1},  // the 15th
			{ID: "d-0", At: "2020-03-14T07:00:00.000Z", Kind: practice.DocChart, Way: practice.WaySaved, Reader: practice.ReaderOther, Recipient: "The next practice", Purpose: "Transfer of care", Pages: 40},
		},
	}
}

func TestAccounting(t *testing.T) {
	text := reporttest.Document(accounting(accountingSample()))
	golden(t, "accounting.txt", text)
	if strings.Contains(text, "Too early") || strings.Contains(text, "Too late") {
		t.Error("a disclosure of another time is in it")
	}
}

func TestAccountingOfNothing(t *testing.T) {
	in := accountingSample()
	in.From, in.To = "2025-01-01", "2025-01-31"
	if text := reporttest.Document(accounting(in)); !strings.Contains(text, "Nothing was disclosed in this period.") {
		t.Errorf("an empty accounting says:\n%s", text)
	}
}

// Hundreds of disclosures go over pages, and the same input gives the same
// bytes.
func TestLongAccounting(t *testing.T) {
	in := accountingSample()
	one := in.Disclosures[1]
	for range 300 {
		in.Disclosures = append(in.Disclosures, one)
	}
	first, err := Accounting(in)
	if err != nil {
		t.Fatal(err)
	}
	again, err := pdf.Draw(accounting(in))
	if err != nil || first.Pages < 10 || string(first.PDF) != string(again.PDF) {
		t.Errorf("%d pages, %v, same bytes %v", first.Pages, err, string(first.PDF) == string(again.PDF))
	}
}
