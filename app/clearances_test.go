package app

import (
	"strings"
	"testing"
	"time"

	"snowfield/internal/fault"
	"snowfield/internal/practice"
)

// cleared records a clearance with a change, and returns its row.
func (b *bench) cleared(clientID string, change func(*practice.Clearance)) ClearanceRow {
	b.Helper()
	doctor := must(b, (&Prescribers{b.app.core}).Save)(practice.Prescriber{ID: practice.NewID(), Name: "Dr. A. Lindqvist", Credential: "MD"})
	c := practice.Clearance{ID: practice.NewID(), ClientID: clientID, PrescriberID: doctor.ID, ClearedOn: b.day(), ExpiresOn: b.day().AddMonths(6)}
	change(&c)
	for _, row := range must(b, b.clearances.Save)(c).Rows {
		if row.Clearance.ID == c.ID {
			return row
		}
	}
	b.Fatal("the clearance is not listed")
	return ClearanceRow{}
}

func TestClearanceInTheChart(t *testing.T) {
	b := newBench(t)
	b.create()
	ana := b.add("Ana Nowak")
	first := b.cleared(ana.ID, func(c *practice.Clearance) {
		c.Limits = practice.Limits{SystolicMaxMmHg: new(150), DiastolicMaxMmHg: new(95), HeartRateMaxBpm: new(110), SpO2MinPercent: new(93)}
		c.DoseMinUg, c.DoseMaxUg, c.Sessions = 50_000, 200_000, 6
	})
	got := strings.Join([]string{first.StateText, first.Prescriber, first.DatesText, first.LimitsText, first.DoseText, first.UsedText}, "|")
	want := "In force until 12 September 2026|Dr. A. Lindqvist, MD|12 March 2026 to 12 September 2026|Up to 150/95, heart rate to 110, SpO2 from 93 %|50 to 200 mg|0 of 6 sessions"
	if got != want || !first.Editable || !first.Suspendable {
		t.Errorf("%s\nwant %s, %+v", got, want, first)
	}

	b.wait(time.Minute)
	b.cleared(ana.ID, func(*practice.Clearance) {})
	rows := must(b, b.clearances.Get)(ana.ID).Rows
	if len(rows) != 2 || rows[0].State != practice.ClearanceInForce || rows[1].State != practice.ClearanceSuperseded || rows[1].Suspendable {
		t.Errorf("a new one takes the place of the old: %+v", rows)
	}
	if rows[0].LimitsText != "The default limits: up to 160/100, systolic from 90, heart rate 50 to 120, SpO2 from 94 %" {
		t.Errorf("no limits of its own: %s", rows[0].LimitsText)
	}
	v, err := b.clearances.Suspend(rows[0].Clearance.ID, "Pressure rose")
	b.ok(err)
	if v.Rows[0].StateText != "Suspended: Pressure rose" || v.Rows[0].Editable || v.Rows[0].Suspendable {
		t.Errorf("suspended: %+v", v.Rows[0])
	}
	c := v.Rows[0].Clearance
	c.SuspendedAt, c.SuspendedReason, c.Conditions = "", "", "None"
	_, err = b.clearances.Save(c)
	b.refused(err, fault.Conflict)
	if glance := must(b, b.clients.Glance)(ana.ID).ClearanceText; glance != "Suspended: Pressure rose. Dr. A. Lindqvist, MD" {
		t.Errorf("at a glance: %q", glance)
	}
	b.wait(time.Minute)
	b.cleared(ana.ID, func(*practice.Clearance) {})
	if text := must(b, b.clearances.Get)(ana.ID).Rows[1].StateText; text != "Superseded. Was suspended: Pressure rose" {
		t.Errorf("what was suspended and replaced: %q", text)
	}
}

func TestClearanceIsRefused(t *testing.T) {
	b := newBench(t)
	b.create()
	ana, ben := b.add("Ana"), b.add("Ben")
	b.shell.file = writeFile(t, "letter.pdf", []byte("%PDF-1.4"))
	bens := must(b, b.attachments.Choose)(practice.Attachment{ID: practice.NewID(), ClientID: ben.ID, Kind: practice.AttachmentLetter})
	retired := must(b, (&Prescribers{b.app.core}).Save)(practice.Prescriber{ID: practice.NewID(), Name: "Dr. Gone", Retired: true})
	good := b.cleared(ana.ID, func(*practice.Clearance) {}).Clearance
	for field, change := range map[string]func(*practice.Clearance){
		"attachment_id": func(c *practice.Clearance) { c.AttachmentID = bens.File.ID },
		"prescriber_id": func(c *practice.Clearance) { c.PrescriberID = retired.ID },
		"covers": func(c *practice.Clearance) {
			c.Covers = []practice.FlagRef{{ItemKey: "heart", RaisedAt: practice.At(b.clock)}}
		},
		"expires_on": func(c *practice.Clearance) { c.ExpiresOn = "2020-01-01" },
	} {
		c := good
		change(&c)
		_, err := b.clearances.Save(c)
		if w := b.refused(err, fault.Invalid); w.Fields[field] == "" {
			t.Errorf("%s: %+v", field, w)
		}
	}
	// The page cannot suspend by saving, nor move a clearance to another client.
	sly := good
	sly.SuspendedAt, sly.SuspendedReason = practice.At(b.clock), "Slipped in"
	if v := must(b, b.clearances.Save)(sly); v.Rows[0].State != practice.ClearanceInForce {
		t.Errorf("suspended by saving: %+v", v.Rows[0])
	}
	moved := must(b, b.clearances.Get)(ana.ID).Rows[0].Clearance
	moved.ClientID = ben.ID
	_, err := b.clearances.Save(moved)
	b.refused(err, fault.Conflict)
	_, err = b.clearances.Attach(good.ID, bens.File.ID)
	b.refused(err, fault.Invalid)
}

// The limits of the clearance a session began under judge its readings, in
// the log, in the offer and in the summary, also after the clearance was
// replaced; what it says stays.
func TestLimitsOfTheClearance(t *testing.T) {
	b := newBench(t)
	b.create()
	ana := b.add("Ana")
	own := b.cleared(ana.ID, func(c *practice.Clearance) {
		c.Limits = practice.Limits{SystolicMaxMmHg: new(135)}
		c.Sessions = 1
	})
	v := b.begin(practice.Dosing, ana.ID, "")
	v = b.reading(v, 138, 80)
	line := v.Parts[0].Log[0]
	if line.Judgement.Level != practice.LevelHold || line.Judgement.Findings[0].Text != "Systolic 138 is above the prescriber's hold limit of 135" {
		t.Errorf("judged %+v", line.Judgement)
	}
	if !strings.HasPrefix(v.Parts[0].Offer, "Rest 10 minutes") {
		t.Errorf("offers %q", v.Parts[0].Offer)
	}
	c := must(b, b.clearances.Get)(ana.ID).Rows[0].Clearance
	c.Limits.SystolicMaxMmHg = new(170)
	_, err := b.clearances.Save(c)
	w := b.refused(err, fault.Conflict)
	if !strings.Contains(w.Message, "session began under this clearance") {
		t.Errorf("refused with %q", w.Message)
	}
	b.dose(v, 100)
	b.wait(time.Minute)
	b.cleared(ana.ID, func(c *practice.Clearance) { c.Limits = practice.Limits{SystolicMaxMmHg: new(170)} })
	v = must(b, b.sessions.Get)(v.Session.ID)
	if l := v.Parts[0].Log[0].Judgement.Level; l != practice.LevelHold {
		t.Errorf("after the clearance was replaced: %q", l)
	}
	rows := must(b, b.clearances.Get)(ana.ID).Rows
	if rows[1].Clearance.ID != own.Clearance.ID || rows[1].UsedText != "1 of 1 session" || rows[1].Editable {
		t.Errorf("used: %+v", rows[1])
	}
}

func TestEndingsAreDue(t *testing.T) {
	b := newBench(t)
	b.create()
	ana := b.add("Ana")
	b.cleared(ana.ID, func(c *practice.Clearance) { c.ExpiresOn = practice.Date("2026-03-20") })
	due := func() (hints []string) {
		for _, row := range get(b, b.today.Get).Due {
			if row.Kind == "clearance" || row.Kind == "consent" {
				hints = append(hints, row.Text+": "+row.Hint+" "+row.Part)
			}
		}
		return hints
	}
	ana = must(b, b.clients.Get)(ana.ID)
	ana.Stage = practice.StageInquiry
	ana = must(b, b.clients.Save)(ana)
	if got := due(); got != nil {
		t.Errorf("a client not in treatment: %v", got)
	}
	ana.Stage = practice.StageInCourse
	ana = must(b, b.clients.Save)(ana)
	if got := strings.Join(due(), "; "); got != "Clearance of Ana: Holds until 20 March 2026 clearance" {
		t.Errorf("due: %s", got)
	}
	b.agree(ana.ID, "kap")
	b.set(b.clock.AddDate(1, 0, 2))
	if got := strings.Join(due(), "; "); got != "Clearance of Ana: Expired on 20 March 2026 clearance; Consent of Ana: Ketamine-assisted psychotherapy, ended 12 March 2027 consent" {
		t.Errorf("due: %s", got)
	}
	b.cleared(ana.ID, func(*practice.Clearance) {})
	if got := strings.Join(due(), "; "); strings.Contains(got, "Clearance") {
		t.Errorf("after it was renewed: %s", got)
	}
}

// A flag that can be covered is said once, with what was answered.
func TestCoverableFlagsInWords(t *testing.T) {
	b := newBench(t)
	b.create()
	ana := b.asked("Ana Nowak")
	b.screen(ana.ID, practice.ScreeningPrescriber, "psychosis")
	flags := must(b, b.clearances.Get)(ana.ID).Flags
	if len(flags) != 1 || strings.Count(flags[0].Text, "?") != 1 || !strings.HasPrefix(flags[0].Text, "Absolute: ") {
		t.Errorf("offered: %+v", flags)
	}
}
