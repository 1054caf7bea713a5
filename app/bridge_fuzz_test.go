package app

import (
	"encoding/json"
	"errors"
	"fmt"
	"hash/fnv"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"syscall"
	"testing"
	"time"

	"snowfield/internal/disk"
	"snowfield/internal/fault"
	"snowfield/internal/practice"
	"snowfield/internal/report/reporttest"
)

// A script is what a page does: one call to a line, its name and its arguments
// as JSON. $client and the like stand for what is in the office. One that begins
// with "empty" is played where there are no records yet.

// mostCalls bounds how many lines of a script are played.
const mostCalls = 12

// scripts call every bound method at least once with success.
var scripts = []string{
	`Today.Get []
Clients.List [{"query":"nell","filter":"active","offset":0,"limit":20}]
Clients.Recent []
Clients.Chart ["$client"]
Clients.Get ["$client"]
Sessions.Get ["$session"]
Sessions.Vocabulary []
Live.Get ["$session"]
Live.Running []
Live.Now []
Sessions.LinkableDosings ["$client"]`,
	`Settings.Get []
Settings.ChooseLogo []
Settings.RemoveLogo []
Settings.Logo []
Vault.State []
Vault.Touch []
Vault.BackupStatus []`,
	`Clients.Save [{"id":"$new1","legal_name":"Ann Lee","preferred_name":"Ann","pronouns":"she","birth_date":"1980-02-29","email":"a@example.org","phone":"1","address":"a\nb","emergency_contact":{"name":"B","relationship":"r","phone":"2"},"allergy_answer":"listed","allergies":"nuts","concerns":["grief"],"intention":"To rest.","watch":"w","notes":"n","stage":"screening","version":0}]
Clients.Save [$CLIENT]
Sessions.Save [{"id":"$new2","kind":"dosing","participants":[{"id":"$new3","client_id":"$new1"},{"id":"$new4","client_id":"$client"}],"planned_start":"$now","planned_end":"$now","zone":"Europe/Berlin","place":"office","dosing_session_id":"","version":0}]
Sessions.Save [$PLANNED]
Sessions.Begin ["$planned"]
Sessions.Finish ["$planned"]
Sessions.Begin ["$new2"]
Notes.Open ["$new3"]`,
	`Sessions.RecordDose ["$session",{"entry":{"id":"$new1","participant_id":"$part","at":"$now","corrects_id":""},"prescribed_ug":100000,"taken_ug":100000,"route":"sublingual","form":"lozenge","lot":"A","pharmacy":"P","administered_by":"client","out_at":"$now","out_how":"spat","leftover_ug":10,"not_given":false,"reason":"no cuff"}]
Sessions.RecordDose ["$session",{"entry":{"id":"$new2","participant_id":"$part","at":"$now","corrects_id":"$new1"},"prescribed_ug":0,"taken_ug":0,"route":"","form":"","not_given":true,"reason":"pressure"}]
Sessions.RecordVitals ["$session",{"entry":{"id":"$new3","participant_id":"$part","at":"$now","corrects_id":""},"systolic_mmhg":128,"diastolic_mmhg":82,"heart_rate_bpm":70,"spo2_percent":97,"respiratory_rate_per_min":14,"temperature_decicelsius":368,"position":"seated","taken_by":"me","note":"n"}]
Sessions.RecordObservation ["$session",{"entry":{"id":"$new4","participant_id":"$part","at":"$now","corrects_id":"$observed"},"kind":"","text":"\"It is wide\"","client_words":false}]
Live.AddWords ["$session",{"entry":{"id":"$new9","participant_id":"$part","at":"$now","corrects_id":"$new4"},"kind":"tearful","text":"on the left","client_words":false}]
Live.JudgeReading ["$part",{"entry":{"participant_id":"$part","at":"$now"},"systolic_mmhg":170,"diastolic_mmhg":104}]
Live.JudgeDose [{"entry":{"id":"$new6","participant_id":"$part","at":"$now"},"taken_ug":100000,"route":"sublingual"}]
Live.GoOnAsTalk ["$nextdoor",{"participant_id":"$beside","step_id":"$new7","dose_id":"$new8","at":"$now","reason":"The pressure stayed up."}]
Sessions.TakeBack ["$session","$new3",""]
Sessions.TakeBack ["$session","$entry","a slip"]
Sessions.CorrectTimes ["$session","$now",""]
Sessions.Cancel ["$planned"]
Sessions.Finish ["$session"]
Sessions.RecordVitals ["$dosing",{"entry":{"id":"$new5","participant_id":"$signedpart","at":"$now","corrects_id":"$struck"},"heart_rate_bpm":70}]`,
	`Notes.Open ["$part"]
Notes.Revisions ["$note"]
Notes.Rendered ["$signed"]
Live.End ["$session",[{"participant_id":"$part","at":"$now","ending":"left_against_advice","checks":[],"note":"Asked to stay."}]]
Notes.Sign ["$note",$version]
Notes.AddAddendum [{"id":"$new1","note_id":"$signed","at":"","zone":"","text":"*Later* <b>words</b>","signed_name":""}]
Notes.Open ["$signedpart"]`,
	`Documents.Make [{"kind":"session_summary","session_id":"$dosing","participant_id":"$signedpart"}]
Documents.Sheet ["$token",{"client_in_name":true,"password":"","recipient":"Dr. A. Lindqvist, MD","purpose":"","release_consent_id":"","release_reason":"","request_id":""}]
Documents.Allowed ["$token",{"client_in_name":false,"password":"","recipient":"Dr. B","purpose":"Treatment","release_consent_id":"","release_reason":"Order 26-114","request_id":""}]
Documents.Export ["$token",{"client_in_name":false,"password":"four grey geese over","recipient":"The practice","purpose":"For the record","release_consent_id":"","release_reason":"","request_id":""}]
Documents.Print []
Documents.Printed ["$token",{"client_in_name":false,"password":"","recipient":"The client","purpose":"Own copy","release_consent_id":"","release_reason":"","request_id":""}]
Documents.Reveal ["$exported"]
Documents.Delete ["$exported"]`,
	`Documents.Make [{"kind":"session_summary","session_id":"$session","participant_id":"$part","reader":"prescriber","parts":["doses"]}]
Documents.Offers ["$client"]
Drafts.Save ["client:new","{\"name\":\"Unfinished\"}"]
Drafts.Get ["client:new"]
Notes.Save [$NOTE]`,
	`Settings.SavePractice [$PRACTICE]
Settings.SaveSettings [$SETTINGS]
Vault.ChooseBackupFolder []
Vault.BackupNow []
Vault.ChooseBackup []
Vault.InspectBackup ["$backup",{"passphrase":"$pass","recovery_code":""}]
Settings.Screen []
Settings.SetScreenProtection [true]
Vault.Lock ["{\"screen\":\"today\"}"]
Vault.RestoreBackup ["$backup",{"passphrase":"$pass","recovery_code":""},""]`,
	`Vault.ShowRecoveryCode ["$pass"]
Vault.ConfirmRecoveryCode ["$code"]
Vault.SaveRecoverySheet ["$code"]
Vault.CopyRecoveryCode ["$code"]
Vault.ChangePassphrase ["$pass","another five quiet birds"]
Vault.CheckRecoveryCode ["$code"]
Vault.Lock [""]
Clients.List [{}]
Vault.Unlock ["wrong"]
Vault.Unlock ["another five quiet birds"]
Vault.Lock [""]
Vault.UnlockWithCode ["$code","yet another passphrase"]`,
	`Vault.CheckRecords []
Vault.RenewRecoveryCode ["$pass"]
Vault.BackupNow []
Vault.ShowRecoveryCode ["$pass"]
Vault.Lock [""]
Vault.UnlockWithCode ["$code","a phrase for the new code"]`,
	`Vault.Cover ["here"]
Live.Covered []
Live.Now []
Preparations.EmergencyCard ["$session","$part"]
Sessions.RecordObservation ["$session",{"entry":{"id":"$new1","participant_id":"$part","at":"$now","corrects_id":""},"kind":"","text":"Written under the cover","client_words":false}]
Vault.State []
Clients.List [{}]
Vault.Uncover ["wrong"]
Vault.Uncover ["$pass"]
Sessions.Get ["$session"]
Vault.Cover [""]
Vault.Lock [""]`,
	handOverScript + `
Measures.Handed []
Measures.HandedAnswer ["9",1]
Clients.List [{}]
Measures.HandedDone []
Measures.TakeBack ["wrong"]
Measures.TakeBack ["$pass"]
Measures.Course ["$client"]
Clients.Get ["$client"]`,
	`Vault.StayOpen []
Vault.CloseWithBackup ["here"]
Vault.Unlock ["$pass"]
Vault.CloseWithoutBackup [""]
Work.Cancel []`,
	`Clients.Save [{"id":"$new3","legal_name":"Ann Lee","intention":"To rest."}]
Preparations.Get ["$new3"]
Preparations.Save [{"client_id":"$new3","fears":"f","touch":"agreed","touch_agreement":"A hand.","safety_plan":"p","fasting_hours":4,"ride_home":{"name":"K","relationship":"","phone":"1"},"medicines_reviewed":true,"version":0}]
Preparations.Complete ["$new3",1]
Preparations.Reopen ["$new3"]
Sessions.Save [{"id":"$new1","kind":"dosing","participants":[{"id":"$new2","client_id":"$client"}],"planned_start":"$now","planned_end":"$now","zone":"Europe/Berlin","place":"virtual","dosing_session_id":"","version":0}]
Preparations.DayCheck ["$new2"]
Preparations.EmergencyCard ["$new1","$new2"]
Documents.Make [{"kind":"emergency_card","session_id":"$session","participant_id":"$part"}]
Preparations.SaveDayCheck ["$new1",{"participant_id":"$new2","asked_on":"$today","identity":"yes","fasted":"yes","medicines":"yes","suicidal_thoughts":"no","intoxicated":"no","able_to_consent":"yes","intention":"To rest.","touch":"agreed","virtual":{"address":"1 Road","call_back_number":"1","emergency_number":"2","emergency_room":"3","chaperone_name":"S","chaperone_phone":"4","chaperone_adult":true,"chaperone_present":true,"pressure_cuff":true,"spit_cup":true,"dependents":true,"lost_connection":true,"lost_minutes":5},"version":0}]`,
	`Library.KeepQuestion [{"key":"$new1","question":"Fainting?","severity":"hold","source":"Dr. Lund","reason":"","asked":true},0]
Library.KeepConsent [{"key":"touch","kind":"touch","title":"Touch","text":"A hand held.","clauses":["I may say no."],"valid_months":6,"skeleton":false,"offered":true},0]
Library.KeepTemplate [{"key":"six","name":"Four","plan":{"preparations":1,"dosings":4,"cadence_days":14,"integrations":1,"later_integration_days":0,"review_after":[2],"maintenance_weeks":0},"offered":true},0]
Library.KeepOutline [{"kind":"talk","format":"SOAP","sections":[{"key":"","title":"Subjective","placeholder":"","body":""}]},0]
Library.KeepEmergency [{"steps":["Call 911."]},0]
Library.KeepHandout [{"place":"office","text":"{name}, come rested. {ride home}"},0]
Library.KeepMethods [{"methods":["IFS","Our own"]},0]
Library.Versions ["consent_text","touch"]
Library.Versions ["note_outline","talk"]
Library.Preview ["**Words** <b>here</b>"]
Library.Get []
Notes.Open ["$part"]`,
	`Library.KeepSessionPlan [{"phases":[{"phase":"arrival","minutes":10},{"phase":"guided_reflection","minutes":20},{"phase":"medicine","minutes":50},{"phase":"returning","minutes":30},{"phase":"processing","minutes":40},{"phase":"leaving","minutes":20}],"check_minutes":[20,40,90]},0]
Library.KeepMarks [{"key":"$new2","name":"Ours","marks":[{"word":"tearful","text":""},{"word":"","text":"Eye shades on"},{},{},{},{},{},{},{},{}],"offered":true},0]
Library.KeepLeaving [{"items":[{"key":"steady","label":"Steady"},{"key":"","label":"Shoes on"}]},0]
Library.Versions ["mark_set","$new2"]`,
	`Measures.Begin [{"id":"$new1","client_id":"$client","instrument_id":"phq-9","by":"asked","answered_at":""}]
Measures.Save [{"id":"$new1","client_id":"$client","instrument":{"id":"phq-9","version":1},"answered_at":"$now","zone":"UTC","by":"asked","values":{"1":2,"9":1},"score":null,"version":1}]
Measures.Form ["$new1"]
Measures.Card ["$client"]
Measures.Review [{"id":"$new3","response_id":"$new1","link_id":"9","answer":1,"risk":"watch","text":"No plan, no means.","at":""}]
Measures.Finish [{"id":"$new1","client_id":"$client","instrument":{"id":"phq-9","version":1},"answered_at":"$now","zone":"UTC","by":"asked","values":{"1":2,"9":1},"score":null,"version":2}]
Measures.Begin [{"id":"$new2","client_id":"$client","instrument_id":"who-5","by":"paper","answered_at":"$now"}]
Measures.Leave ["$new2"]
Measures.Begin [{"id":"$new4","client_id":"$client","instrument_id":"notices","by":"self","answered_at":""}]
Measures.Finish [{"id":"$new4","client_id":"$client","instrument":{"id":"notices","version":1},"answered_at":"$now","zone":"UTC","by":"self","values":{"mood":10},"score":null,"version":1}]
Measures.Get ["$client"]
Measures.Strike ["$new1","Entered in the wrong chart"]
Clients.Chart ["$client"]`,
	`Library.KeepMeasures [{"days_before":5,"rows":[{"instrument_id":"phq-9","baseline":true,"before_dosing":true,"in_window":true,"reviews":true}]},0]
Library.Versions ["measures","practice"]
Measures.Definitions []
Measures.Plan ["$client"]
Measures.SavePlan ["$client",{"days_before":3,"rows":[{"instrument_id":"notices","in_window":true}]},0]
Measures.Due ["$client"]
Today.Get []
Measures.DropPlan ["$client",1]`,
	`Library.KeepRecordsRule [{"key":"$new2","name":"Ours","inspection":{"days":5,"working":true,"extension_days":0,"source":"s"},"copies":{"days":15,"working":false,"extension_days":10,"source":"s"},"accounting":{"days":60,"working":false,"extension_days":30,"source":"s"}},0]
Requests.Save [{"id":"$new1","client_id":"$client","asked_on":"$today","asked_by":"representative","asker":"Kim Doe","asked_for":"copies","what":"All of it","version":0}]
Requests.Waiting ["$client"]
Requests.Extend ["$new1",1,"$today","Away"]
Today.Get []
Requests.Answer ["$new1",2,{"outcome":"partly","answered_on":"$today","released_what":"Notes","denied_what":"Letters","denied_why":"Told in confidence"}]
Requests.Get ["$client"]
Requests.Disclosures ["$client",0,20]
Documents.Make [{"kind":"accounting","client_id":"$client","from":"2020-01-01"}]`,
	`Charges.Get ["$dosing","$signedpart"]
Charges.Save [{"id":"$new1","participant_id":"$signedpart","cpt":"90837","words":"An hour","units":1,"fee_cents":18000,"paid_cents":5000,"pos":"11","diagnoses":[],"version":0}]
Documents.Make [{"kind":"superbill","client_id":"$client","from":"2026-01-01","to":"$today"}]
Documents.Make [{"kind":"full_chart","client_id":"$client","reader":"other"}]
Charges.Remove ["$new1",1]
Library.KeepFees [{"fees":[{"cpt":"90837","words":"An hour","cents":18000}]},0]
Library.Versions ["fees","practice"]`,
	`Courses.Save [{"id":"$new1","client_id":"$client","goal":"To sleep.","template_name":"Six","plan":{"preparations":2,"dosings":6,"cadence_days":14,"integrations":2,"later_integration_days":7,"review_after":[2,6],"maintenance_weeks":6},"window_hours":96,"first_stage_hours":36,"started_on":"2026-03-01","version":0}]
Courses.Get ["$client"]
Courses.AddReview ["$new1",1,1,"Sleeps again."]
Courses.Save [{"id":"$new1","client_id":"$client","plan":{"dosings":1,"cadence_days":14,"maintenance_weeks":6},"started_on":"2026-03-01","version":2}]
Courses.BeginMaintenance ["$new1",3]
Courses.Complete ["$new1",4,"completed","It led to sleep."]
Clients.Chart ["$client"]`,
	`Sessions.NewCheckIn ["$client"]
Sessions.WriteCheckIn [{"session_id":"$new1","participant_id":"$new2","note_id":"$new3","client_id":"$client","dosing_session_id":"$dosing","contact":"phone","at":"$now","text":"Slept well.","risk":"no_concern","risk_text":"","sign":false}]
Commitments.Save [{"id":"$new4","client_id":"$client","participant_id":"$new2","text":"Write each morning","due_on":"$today","version":0}]
Commitments.In ["$new2"]
Commitments.Of ["$client"]
Commitments.Settle ["$new4",1,"kept","$part"]
Today.Get []`,
	`Live.ReadLines ["$session","$part","$new1","8:00 128/82 72 97"]
Documents.Make [{"kind":"paper_log"}]
Live.RecordLines ["$session","$part","$new1","8:00 128/82 72 97"]`,
	`Sessions.MoveTargets ["$session","$observed"]
Sessions.MoveEntry ["$session",{"id":"$new1","entry_id":"$observed","from":"","to":"$beside","reason":"Written in the wrong chart","at":""}]
Live.Leaving ["$session"]
Live.End ["$session",[{"participant_id":"$part","at":"$now","ending":"left_against_advice","checks":[],"note":"Asked to stay."}]]
Live.OpenAgain ["$session"]
Live.KeepLeaving ["$session",{"participant_id":"$part","at":"$now","ending":"transferred","checks":[],"destination":"St. Example","version":1}]`,
	`empty
Vault.State []
Vault.Create [{"passphrase":"$pass","practice":$PRACTICE}]
Clients.Save [{"id":"$new1","legal_name":"Ann Lee"}]
Vault.Lock [""]
Vault.Unlock ["$pass"]`,
	`empty
Vault.InspectBackup ["$backup",{"passphrase":"","recovery_code":"$code"}]
Vault.RestoreBackup ["$backup",{"passphrase":"","recovery_code":"$code"},"a phrase after the restore"]
Clients.Chart ["$client"]`,
	`Inquiries.Save [{"id":"$new1","name":"Ines","phone":"1","email":"i@example.org","called_at":"$now","found_by":"a friend","hopes":"To sleep again.","concerns":["grief"],"notes":"n","outcome":"","outcome_note":"","client_id":"","version":0}]
Inquiries.Get ["$new1"]
Inquiries.List [{"filter":"open","offset":0,"limit":20}]
Inquiries.Continue [{"id":"$new1","name":"Ines","called_at":"$now","concerns":[],"version":1}]
Inquiries.Save [{"id":"$new2","name":"Ben","called_at":"$now","concerns":[],"outcome":"decline","outcome_note":"Too far away","version":0}]
Inquiries.List [{"filter":"closed","offset":0,"limit":20}]
Inquiries.Erase ["$new2"]`,
	`Clients.Save [{"id":"$new3","legal_name":"Ann Lee","allergy_answer":"none_known"}]
Screening.Begin ["$new3"]
Screening.Save [$ROUND]
Screening.SaveMedicine [{"id":"$new1","client_id":"$new3","name":"Lorazepam","dose":"1 mg","schedule":"at night","class":"benzodiazepine","prescribed_by":"Dr. M.","ended_on":"","version":0}]
Screening.Complete ["$new3","$round",2]
Screening.Resolve [{"id":"$new2","client_id":"$new3","flag":{"item_key":"heart","raised_at":"$raised"},"reason":"Her cardiologist wrote."}]
Screening.Begin ["$client"]
Screening.Save [{"id":"$round","client_id":"$client","answers":[{"item_key":"heart","question":"","severity":"review","answer":"yes","detail":"An arrhythmia since 2019.","ask_prescriber":true}],"notes":"n","conclusion":"needs_prescriber","review_on":"2030-01-01","version":1}]
Screening.Get ["$client"]`,
	`Prescribers.Save [{"id":"$new1","name":"Dr. Ana Sample"}]
Attachments.Choose [{"id":"$new2","client_id":"$client","kind":"clearance","title":"Letter"}]
Clearances.Save [{"id":"$new3","client_id":"$client","prescriber_id":"$new1","cleared_on":"$today","expires_on":"2030-01-01","conditions":"c","covers":[],"limits":{"systolic_max_mmhg":150,"spo2_min_percent":93},"dose_min_ug":50000,"dose_max_ug":200000,"route":"sublingual","form":"lozenge","booster_allowed":true,"booster_max_ug":50000,"booster_earliest_min":20,"sessions":6,"pharmacy":"P","attachment_id":"","version":0}]
Clearances.Attach ["$new3","$new2"]
Clearances.Suspend ["$new3","Pressure rose"]
Clearances.Get ["$client"]
Clients.Glance ["$client"]
Attachments.Preview ["$new2"]
Attachments.SaveCopy ["$new2"]
Attachments.List ["$client"]
Today.Get []`,
	`Library.KeepConsent [{"key":"release","kind":"release","title":"Release","text":"*What* is released.","clauses":["I can withdraw."],"valid_months":12,"skeleton":false,"offered":true},0]
Consents.Get ["$client"]
Consents.Sign [{"id":"$new1","client_id":"$client","text_key":"release","text_version":1,"recipient":"Dr. B","scope":"Summaries","initials":["NH"],"signed_on":"$today","expires_on":"","signed_by":"Nell Harrow","signer_role":"client","method":"drawn","drawing":"M 10 10 L 20 30","attachment_id":""}]
Consents.Text ["$new1"]
Consents.Revoke ["$new1","$today","She asked"]
Attachments.Choose [{"id":"$new2","client_id":"$client","kind":"other","title":""}]
Attachments.Remove ["$new2"]`,
	`Sessions.Save [{"id":"$new1","kind":"dosing","participants":[{"id":"$new2","client_id":"$client"}],"planned_start":"$now","planned_end":"$now","zone":"Europe/Berlin","place":"virtual","version":0}]
Readiness.Get ["$new1"]
Readiness.Lift ["$new1",{"id":"$new3","participant_id":"$new2","check_key":"day_identity:unanswered","kind":"reason","reason":"Known for years."}]
Readiness.Lift ["$new1",{"id":"$new4","participant_id":"$new2","check_key":"day_intoxicated:unanswered","kind":"decision","prescriber_name":"Dr. L.","decided_at":"$now","said":"Go on.","read_back":true}]
Sessions.Begin ["$new1"]
Sessions.RecordAsHappened ["$new1","$now","$now","The computer was off."]
Readiness.RecordAdverseEvent ["$new1",{"id":"$new5","participant_id":"$new2","at":"$now","what":"Fainted","action":"Laid down","called":"Dr. L., 14:20","grade":"mild","ending":"resolved","outcome":"resolved","serious":true}]
Readiness.AddToAdverseEvent ["$new1",{"id":"$new6","event_id":"$new5","text":"Home at nine."}]
Documents.Make [{"kind":"incident_report","session_id":"$new1","participant_id":"$new2","event_id":"$new5"}]
Sessions.RecordObservation ["$new1",{"entry":{"id":"$new6","participant_id":"$new2","at":"$now","corrects_id":""},"kind":"call","text":"On their way.","client_words":false,"call":{"callee":"emergency_services","name":"","number":"112","reached":"yes"}}]
Readiness.Get ["$new1"]
Sessions.Get ["$new1"]`,
	`Psychotherapy.Open ["$client","$pass"]
Psychotherapy.Save [{"id":"$new1","client_id":"$client","text":"Hers, and mine.","created_at":"","updated_at":""}]
Psychotherapy.List ["$client"]
Psychotherapy.Release [{"id":"","client_id":"$client","basis":"order","basis_text":"26-114 of 2 March 2026","recipient":"Superior Court","note_ids":["$private"]},"four grey geese over"]
Clients.Chart ["$client"]
Psychotherapy.Close ["$client"]
Psychotherapy.List ["$client"]`,
	`Prescribers.Save [{"id":"$new1","name":"Dr. A. Lindqvist","credential":"MD","organisation":"Harbour Clinic","phone":"1","secure_fax":"2","email":"a@example.org","retired":false,"version":0}]
Prescribers.List []`,
}

// FuzzBridge plays any script against the bound methods, with arguments twisted
// and lines of other scripts in between. No panic escapes; every error is one the page can show,
// and bad input is never called a mistake of Snowfield; a locked app refuses
// and changes nothing. Afterwards the records open, the audit trail holds what
// it held, the signed note is as it was signed, and nothing was written outside
// the folders the person chose.
func FuzzBridge(f *testing.F) {
	o := newOffice(f)
	for _, script := range scripts {
		f.Add(script, uint64(0))
		f.Add(script, uint64(1))
	}
	f.Fuzz(func(t *testing.T, script string, twist uint64) {
		p := o.play(t, script, twist)
		p.verify(o)
	})
}

// TestScripts wants every bound method called with success by a script that
// fuzzing begins with: nothing is left out.
func TestScripts(t *testing.T) {
	o := newOffice(t)
	succeeded := map[string]bool{}
	var all []boundCall
	for _, script := range scripts {
		p := o.play(t, script, 0)
		p.verify(o)
		for name := range p.succeeded {
			succeeded[name] = true
		}
		all = p.calls
	}
	for _, c := range all {
		if !succeeded[c.name] {
			t.Errorf("no script calls %s with success", c.name)
		}
	}
}

// TestLocked wants every bound method but the few that open the records to
// refuse while they are locked, and to change nothing.
func TestLocked(t *testing.T) {
	o := newOffice(t)
	b := o.sit(t, false)
	b.ok(b.vault.Lock(""))
	before := string(vaultBytes(t, b.folder))
	met := map[string]bool{}
	for _, c := range boundCalls(b.app) {
		if slices.Contains(whileLocked, c.name) {
			met[c.name] = true
			continue
		}
		none := make([]json.RawMessage, c.method.Type().NumIn())
		for i := range none {
			none[i] = json.RawMessage("null")
		}
		args, err := c.decode(none)
		b.ok(err)
		_, panicked, err := c.call(args)
		if err == nil || panicked != nil {
			t.Errorf("%s: %v, panic %v", c.name, err, panicked)
		} else if w := wired(t, err); w.Code != fault.Locked {
			t.Errorf("%s: refused with %s", c.name, w.Code)
		}
		if string(vaultBytes(t, b.folder)) != before {
			t.Fatalf("%s changed the vault", c.name)
		}
	}
	for _, name := range whileLocked {
		if !met[name] {
			t.Errorf("%s is not bound", name)
		}
	}
}

// TestCovered plays every line of every script while the screen is covered: no
// answer but the emergency card tells anything of a client, and all but the
// methods named refuse.
func TestCovered(t *testing.T) {
	o := newOffice(t)
	random := rand.New(rand.NewPCG(0, 0))
	for _, script := range scripts {
		p := o.play(t, `Vault.Cover [""]`, 0)
		for line := range strings.SplitSeq(script, "\n") {
			p.reopen()
			must(p.bench, p.vault.Cover)("")
			p.line(line, 0, random)
		}
		p.verify(o)
	}
}

// played is a script that was played.
type played struct {
	*bench
	calls     []boundCall
	succeeded map[string]bool
	phrases   []string // that may open the records now
	empty     bool     // there were no records at first
	restored  bool
	words     []string
}

// play plays a script on a fresh copy of the office.
func (o *office) play(t testing.TB, script string, twist uint64) *played {
	t.Helper()
	script, empty := strings.CutPrefix(script, "empty\n")
	p := &played{bench: o.sit(t, empty), empty: empty, succeeded: map[string]bool{}, phrases: []string{testPassphrase}, words: slices.Clone(o.words)}
	p.calls = boundCalls(p.app)
	stop := disk.Watch(func(s disk.Step) error {
		for _, path := range []string{s.Path, s.To} {
			if rel, err := filepath.Rel(o.root, path); path != "" && (err != nil || strings.HasPrefix(rel, "..")) {
				return &os.PathError{Op: "write outside", Path: path, Err: syscall.EACCES}
			}
		}
		return nil
	})
	t.Cleanup(stop)
	random := rand.New(rand.NewPCG(twist, 0))
	for i, line := range strings.Split(script, "\n") {
		if i == mostCalls {
			break
		}
		if twist != 0 && random.IntN(4) == 0 {
			other := strings.Split(scripts[random.IntN(len(scripts))], "\n")
			p.line(other[random.IntN(len(other))], twist, random)
		}
		p.line(line, twist, random)
		p.wait(time.Second)
	}
	return p
}

// line plays one line. A name that is none stands for any method.
func (p *played) line(line string, twist uint64, random *rand.Rand) {
	p.Helper()
	name, text, _ := strings.Cut(line, " ")
	at, known := slices.BinarySearchFunc(p.calls, name, func(c boundCall, name string) int { return strings.Compare(c.name, name) })
	if !known {
		sum := fnv.New32a()
		sum.Write([]byte(name))
		at = int(sum.Sum32() % uint32(len(p.calls)))
	}
	c := p.calls[at]
	var args []json.RawMessage
	if json.Unmarshal([]byte(strings.NewReplacer(p.words...).Replace(text)), &args) != nil {
		return // the runtime refuses what is no message
	}
	if twist != 0 && random.IntN(2) == 0 {
		args = p.twisted(args, random)
	}
	for n := c.method.Type().NumIn(); len(args) != n; {
		if args = append(args, json.RawMessage("null")); len(args) > n {
			args = args[:n]
		}
	}
	p.call(c, args)
}

// call calls a method as the runtime does and judges what comes back.
func (p *played) call(c boundCall, args []json.RawMessage) {
	p.Helper()
	values, err := c.decode(args)
	if err != nil {
		wired(p, err)
		return
	}
	covered, handed, before := p.app.isCovered(), p.app.isHanded(), []byte(nil)
	refuses := (covered && !slices.Contains(whileCovered, c.name) || p.app.isLocked()) && !slices.Contains(whileLocked, c.name) ||
		handed && !slices.Contains(whileHanded, c.name)
	if refuses {
		before = vaultBytes(p, p.folder)
	}
	result, panicked, err := c.call(values)
	if panicked != nil {
		p.Fatalf("%s %s panics: %v", c.name, args, panicked)
	}
	if _, err := json.Marshal(result); err != nil {
		p.Fatalf("%s %s: the result has no JSON: %v", c.name, args, err)
	}
	p.guard(c.name, result, err)
	if handed || covered && c.name != "Preparations.EmergencyCard" && c.name != "Vault.Uncover" {
		p.tellsNothing(c.name, result, err)
	}
	if err == nil {
		p.succeeded[c.name] = true
		p.note(c.name, args, result)
	} else {
		if came := new(refusal); !errors.As(err, came) {
			p.Fatalf("%s %s: an error that did not come by the door: %v", c.name, args, err)
		}
		if w := wired(p, err); w.Code == fault.Internal {
			p.Fatalf("%s %s is called a mistake of Snowfield:\n%s", c.name, args, strings.Join(logLines(p, p.logFolder), "\n"))
		} else if refuses && w.Code != fault.Locked {
			p.Fatalf("%s is locked and says %s", c.name, w.Code)
		}
	}
	if refuses && (err == nil || string(vaultBytes(p, p.folder)) != string(before)) {
		p.Fatalf("%s %s does something while the records are locked: %v", c.name, args, err)
	}
}

// guard looks for the word of a psychotherapy note in what a call gave: it
// comes out at its own door alone.
func (p *played) guard(name string, result any, err error) {
	p.Helper()
	text := asJSON(p, result) + fmt.Sprint(err)
	if v, ok := result.(DocumentView); ok && err == nil {
		if made, err := p.app.documents.get(v.Token); err == nil {
			text += reporttest.Text(p, made.pdf)
		}
	}
	if strings.Contains(text, privateCanary) && !strings.HasPrefix(name, "Psychotherapy.") {
		p.Fatalf("%s tells of a psychotherapy note", name)
	}
}

// tellsNothing looks for the office's client in what a call gave.
func (p *played) tellsNothing(name string, result any, err error) {
	p.Helper()
	text := asJSON(p, result) + fmt.Sprint(err)
	for _, word := range []string{"Nell", "Harrow", "Quiet", "wide", "Rested", "river", "rescuing", "To rest", "128/82", `mmhg":128`, "200 mg"} {
		if strings.Contains(text, word) {
			p.Fatalf("while the screen is covered, or a form handed over, %s tells of %q: %s", name, word, text)
		}
	}
}

// logLines are the last lines of the log.
func logLines(t testing.TB, folder string) []string {
	t.Helper()
	lines := strings.Split(strings.TrimSpace(string(readFile(t, filepath.Join(folder, "snowfield.log")))), "\n")
	return lines[max(0, len(lines)-2):]
}

// note takes what a call gave for the lines after it.
func (p *played) note(name string, args []json.RawMessage, result any) {
	text := func(i int) (s string) {
		json.Unmarshal(args[i], &s) //nolint:errcheck // it was decoded before
		return s
	}
	switch name {
	case "Vault.ChangePassphrase", "Vault.UnlockWithCode":
		p.phrases = append(p.phrases, text(1))
	case "Vault.Create":
		var request CreateRequest
		json.Unmarshal(args[0], &request) //nolint:errcheck // as above
		p.phrases = append(p.phrases, request.Passphrase)
	case "Vault.RestoreBackup":
		p.phrases, p.restored = append(p.phrases, text(2)), true
	}
	switch r := result.(type) {
	case ScreeningView:
		if r.Open == nil {
			break
		}
		p.words = append([]string{"$round", r.Open.ID, "$raised", string(r.Open.CreatedAt), "$ROUND", answeredRound(p, *r.Open)}, p.words...)
	case Created:
		p.words = append([]string{"$code", r.RecoveryCode}, p.words...)
	case DocumentView:
		p.words = append([]string{"$token", r.Token}, p.words...)
	case Exported:
		p.words = append([]string{"$exported", r.Path}, p.words...)
	}
}

// verify looks at what a script left.
func (p *played) verify(o *office) {
	p.Helper()
	defer p.left(o)
	if p.empty && get(p.bench, p.vault.State).State == "empty" {
		return
	}
	p.reopen()
	if p.empty || p.restored {
		trailOf(p.bench, 0, "")
	} else {
		trailOf(p.bench, o.length, o.head)
	}
	if p.empty && !p.restored {
		return
	}
	var signed practice.Note
	p.ok(json.Unmarshal([]byte(o.signed), &signed))
	now := must(p.bench, p.notes.Open)(signed.ParticipantID).Note
	now.Addenda = signed.Addenda
	if asJSON(p, now) != o.signed {
		p.Fatal("the signed note is another")
	}
}

// reopen unlocks records that a script left locked.
func (p *played) reopen() {
	p.Helper()
	enter := p.vault.Unlock
	switch {
	case p.app.isCovered():
		enter = p.vault.Uncover
	case p.app.isHanded():
		enter = (&Measures{p.app.core}).TakeBack
	case !p.app.isLocked():
		return
	}
	p.app.attempts.reset() // as when the wait after wrong passphrases is over
	var err error
	for _, phrase := range p.phrases {
		if _, err = enter(phrase); err == nil {
			return
		}
	}
	p.Fatalf("the records do not open any more: %v", err)
}

// left looks at the folders when the app has ended.
func (p *played) left(o *office) {
	p.Helper()
	p.app.stopped()
	if log, err := os.ReadFile(filepath.Join(p.logFolder, "snowfield.log")); err == nil && strings.Contains(string(log), privateCanary) {
		p.Fatal("the log tells of a psychotherapy note")
	}
	entries, err := os.ReadDir(o.desk)
	p.ok(err)
	for _, e := range entries {
		if !slices.Contains(deskFolders, e.Name()) && !strings.HasPrefix(e.Name(), "practice-replaced-") {
			p.Fatalf("%s was made", e.Name())
		}
	}
	if left, err := os.ReadDir(filepath.Join(o.root, "tmp")); err != nil || len(left) > 0 {
		p.Fatalf("left in the temporary folder: %v, %v", left, err)
	}
}

// odd are values no form has.
var odd = []string{
	`null`, `""`, `" "`, `"\u0000"`, `"a\u0000b"`, `"\ud800"`, `"a\nb"`, `"\u202e\u0301"`, `0`, `-1`, `1`, `2`, `99999`, `2147483648`,
	`9007199254740993`, `9223372036854775807`, `-9223372036854775808`, `true`, `false`, `[]`, `{}`, `[null]`, `[""]`,
	`"0000-01-01T00:00:00.000Z"`, `"9999-12-31T23:59:59.999Z"`, `"2026-02-30T00:00:00.000Z"`, `"1900-01-01"`, `"Local"`, `"UTC"`,
	`"../../x"`, `"/"`, `"."`, `"%s%n"`, `"'; DROP TABLE client; --"`, `"<script>"`, `"\"*"`, `"00000000-0000-0000-0000-000000000000"`,
	`"` + strings.Repeat("x", 300) + `"`, `"` + strings.Repeat("é ", 120_000) + `"`, `"$client"`, `"$session"`, `"$planned"`, `"$dosing"`,
	`"$part"`, `"$signedpart"`, `"$note"`, `"$signed"`, `"$entry"`, `"$struck"`, `"$new1"`, `"$new9"`, `"$now"`, `"$pass"`, `"$code"`, `"$backup"`,
	`"integration"`, `"dosing"`, `"check_in"`, `"virtual"`, `"closed"`, `"in_course"`, `"listed"`, `"none_known"`, `"spat"`, `"swallowed"`, `"supine"`,
}

// twisted changes one value of some arguments.
func (p *played) twisted(args []json.RawMessage, random *rand.Rand) []json.RawMessage {
	replace := strings.NewReplacer(p.words...)
	args = slices.Clone(args)
	for range 1 + random.IntN(2) {
		if len(args) == 0 {
			return args
		}
		i := random.IntN(len(args))
		var v any
		if json.Unmarshal(args[i], &v) != nil {
			continue
		}
		args[i], _ = json.Marshal(twistOne(v, random, replace))
	}
	return args
}

func twistOne(v any, random *rand.Rand, replace *strings.Replacer) any {
	switch v := v.(type) {
	case map[string]any:
		keys := make([]string, 0, len(v))
		for k := range v {
			keys = append(keys, k)
		}
		if len(keys) == 0 {
			break
		}
		slices.Sort(keys)
		k := keys[random.IntN(len(keys))]
		if random.IntN(8) == 0 {
			delete(v, k)
		} else {
			v[k] = twistOne(v[k], random, replace)
		}
		return v
	case []any:
		if len(v) == 0 {
			break
		}
		i := random.IntN(len(v))
		switch random.IntN(4) {
		case 0:
			return append(v, v[i])
		case 1:
			return slices.Delete(v, i, i+1)
		}
		v[i] = twistOne(v[i], random, replace)
		return v
	}
	return json.RawMessage(replace.Replace(odd[random.IntN(len(odd))]))
}
