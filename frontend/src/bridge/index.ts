/** The one door to Go: nothing else imports the generated code. */
import * as attachmentsGo from "../wailsjs/go/app/Attachments";
import * as chargesGo from "../wailsjs/go/app/Charges";
import * as clearancesGo from "../wailsjs/go/app/Clearances";
import * as clientsGo from "../wailsjs/go/app/Clients";
import * as commitmentsGo from "../wailsjs/go/app/Commitments";
import * as consentsGo from "../wailsjs/go/app/Consents";
import * as coursesGo from "../wailsjs/go/app/Courses";
import * as documentsGo from "../wailsjs/go/app/Documents";
import * as draftsGo from "../wailsjs/go/app/Drafts";
import * as inquiriesGo from "../wailsjs/go/app/Inquiries";
import * as libraryGo from "../wailsjs/go/app/Library";
import * as liveGo from "../wailsjs/go/app/Live";
import * as measuresGo from "../wailsjs/go/app/Measures";
import * as notesGo from "../wailsjs/go/app/Notes";
import * as preparationsGo from "../wailsjs/go/app/Preparations";
import * as prescribersGo from "../wailsjs/go/app/Prescribers";
import * as psychotherapyGo from "../wailsjs/go/app/Psychotherapy";
import * as readinessGo from "../wailsjs/go/app/Readiness";
import * as requestsGo from "../wailsjs/go/app/Requests";
import * as screeningGo from "../wailsjs/go/app/Screening";
import * as sessionsGo from "../wailsjs/go/app/Sessions";
import * as settingsGo from "../wailsjs/go/app/Settings";
import * as todayGo from "../wailsjs/go/app/Today";
import * as vaultGo from "../wailsjs/go/app/Vault";
import * as workGo from "../wailsjs/go/app/Work";
import { EventsOn } from "../wailsjs/runtime/runtime";
import { wrap } from "./wrap";

export { Fault, type FaultCode, toFault } from "./fault";
export { whenLocked } from "./wrap";

export const vault = wrap(vaultGo);
export const drafts = wrap(draftsGo);
export const settings = wrap(settingsGo);
export const today = wrap(todayGo);
export const clients = wrap(clientsGo);
export const sessions = wrap(sessionsGo);
export const notes = wrap(notesGo);
export const documents = wrap(documentsGo);
export const preparations = wrap(preparationsGo);
export const readiness = wrap(readinessGo);
export const work = wrap(workGo);
export const courses = wrap(coursesGo);
export const commitments = wrap(commitmentsGo);
export const library = wrap(libraryGo);
export const charges = wrap(chargesGo);
export const live = wrap(liveGo);
export const inquiries = wrap(inquiriesGo);
export const psychotherapy = wrap(psychotherapyGo);
export const prescribers = wrap(prescribersGo);
export const screening = wrap(screeningGo);
export const clearances = wrap(clearancesGo);
export const consents = wrap(consentsGo);
export const attachments = wrap(attachmentsGo);
export const requests = wrap(requestsGo);
export const measures = wrap(measuresGo);

/** What Go says by itself, and what comes with it. */
interface Events {
	locked: undefined;
	"lock-now": undefined;
	covered: undefined;
	"cover-now": undefined;
	/** A form is in the client's hands. */
	handed: undefined;
	/** The computer's clock was set while a session runs, and its log says so. */
	"clock-set": undefined;
	/** The id of a command the native menu was asked for. */
	command: string;
	/** How far the long task is; a kind of "" when there is none any more. */
	work: { task: number; kind: string; done: number; total: number };
	/** An automatic backup has ended. */
	backup: { ok: boolean; text: string };
	/** The window is to close, with a backup before. */
	closing: undefined;
}

/** Hears what Go says by itself; the result stops listening. */
export const on = <E extends keyof Events>(event: E, run: (detail: Events[E]) => void) =>
	EventsOn(event, run);

// biome-ignore lint/suspicious/noExplicitAny: any call's result
type Result<F extends (...args: any[]) => Promise<unknown>> = Awaited<ReturnType<F>>;

export type VaultState = Result<typeof vault.State>;
export type UnlockResult = Result<typeof vault.Unlock>;
export type BackupInfo = Result<typeof vault.BackupNow>;
export type BackupStatus = Result<typeof vault.BackupStatus>;
export type CheckResult = Result<typeof vault.CheckRecords>;
export type RestoreResult = Result<typeof vault.RestoreBackup>;
export type ScreenProtection = Result<typeof settings.Screen>;
export type SettingsView = Result<typeof settings.Get>;
export type Practice = SettingsView["practice"];
export type Settings = SettingsView["settings"];
export type TodayView = Result<typeof today.Get>;
export type WindowCard = TodayView["windows"][number];
export type SessionRow = TodayView["sessions"][number];
export type ToSignRow = TodayView["to_sign"][number];
export type Client = Result<typeof clients.Get>;
export type ClientPage = Result<typeof clients.List>;
export type ClientRow = ClientPage["rows"][number];
export type RecentChart = Result<typeof clients.Recent>[number];
export type ChartView = Result<typeof clients.Chart>;
export type RecordRow = ChartView["record"][number];
export type SessionView = Result<typeof sessions.Get>;
export type Session = SessionView["session"];
export type PartView = SessionView["parts"][number];
export type LogLine = PartView["log"][number];
export type Vocabulary = Result<typeof sessions.Vocabulary>;
export type DoseEvent = NonNullable<LogLine["dose"]>;
export type VitalSigns = NonNullable<LogLine["vitals"]>;
export type Observation = NonNullable<LogLine["observation"]>;
export type Call = NonNullable<Observation["call"]>;
export type Entry = LogLine["entry"];
export type LiveView = Result<typeof live.Get>;
export type LogChange = Result<typeof sessions.RecordObservation>;
export type LivePart = LiveView["parts"][number];
export type JudgedReading = Result<typeof live.JudgeReading>;
export type LiveState = LivePart["state"];
export type CoveredSession = Result<typeof live.Covered>[number];
export type LeavingView = Result<typeof live.Leaving>;
export type ChargesView = Result<typeof charges.Get>;
export type Charge = ChargesView["new"];
export type Fee = ChargesView["fees"][number];
export type LeavingPart = LeavingView["parts"][number];
export type QuickLine = Result<typeof live.ReadLines>[number];
export type MoveTarget = Result<typeof sessions.MoveTargets>[number];
export type RunningSession = Result<typeof live.Running>[number];
export type NoteView = Result<typeof notes.Open>;
export type Note = NoteView["note"];
export type RenderedSection = Result<typeof notes.Rendered>[number];
export type Revision = Result<typeof notes.Revisions>[number];
export type Inquiry = Result<typeof inquiries.Get>;
export type PsychotherapyView = Result<typeof psychotherapy.Open>;
export type PsychotherapyNote = Result<typeof psychotherapy.Save>;
export type Prescriber = Result<typeof prescribers.Save>;
export type GlanceView = Result<typeof clients.Glance>;
export type ClearanceView = Result<typeof clearances.Get>;
export type ClearanceRow = ClearanceView["rows"][number];
export type Clearance = ClearanceRow["clearance"];
export type FlagRef = Clearance["covers"][number];
export type ConsentView = Result<typeof consents.Get>;
export type ConsentGroup = ConsentView["kinds"][number];
export type ConsentOffer = ConsentView["offers"][number];
export type Consent = SignedText["consent"];
export type SignedText = Result<typeof consents.Text>;
export type AttachmentRow = Result<typeof attachments.Choose>;
export type Attachment = AttachmentRow["file"];
export type ScreeningView = Result<typeof screening.Get>;
export type Screening = NonNullable<ScreeningView["open"]>;
export type ScreeningAnswer = Screening["answers"][number];
export type FlagRow = ScreeningView["flags"][number];
export type Medicine = ScreeningView["medicines"][number]["medicine"];
export type DocumentView = Result<typeof documents.Make>;
export type DocumentOffer = Result<typeof documents.Offers>[number];
export type ExportSheetView = Result<typeof documents.Sheet>;
export type ExportChoice = ExportSheetView["choice"];
export type Exported = Result<typeof documents.Export>;
export type PreparationView = Result<typeof preparations.Get>;
export type PreparationForm = PreparationView["form"];
export type DayView = Result<typeof preparations.DayCheck>;
export type DayCheck = DayView["check"];
export type VirtualSafety = DayCheck["virtual"];
export type LibraryView = Result<typeof library.Get>;
export type ShelvedQuestion = LibraryView["questions"][number];
export type ShelvedConsent = LibraryView["consents"][number];
export type ShelvedTemplate = LibraryView["templates"][number];
export type ShelvedOutline = LibraryView["outlines"][number];
export type ShelvedHandout = LibraryView["handouts"][number];
export type ShelvedMarks = LibraryView["mark_sets"][number];
export type MarkSet = ShelvedMarks["item"];
export type KeyMark = MarkSet["marks"][number];
export type SessionPlan = LibraryView["session_plan"]["item"];
export type ScreeningItem = ShelvedQuestion["item"];
export type ConsentText = ShelvedConsent["item"];
export type CourseTemplate = ShelvedTemplate["item"];
export type NoteOutline = ShelvedOutline["item"];
export type EmergencyCard = Result<typeof preparations.EmergencyCard>;
export type PreparedLine = PartView["prepared"][number];
export type RequestsView = Result<typeof requests.Get>;
export type RequestRow = RequestsView["rows"][number];
export type RecordsRequest = RequestRow["request"];
export type DisclosureRow = Result<typeof requests.Disclosures>["rows"][number];
export type RecordsRule = LibraryView["records_rules"][number]["item"];
export type MeasuresView = Result<typeof measures.Get>;
export type MeasurePlanView = Result<typeof measures.Plan>;
export type MeasurePlan = MeasurePlanView["plan"];
export type DueView = Result<typeof measures.Due>;
export type Definition = Result<typeof measures.Definitions>[number];
export type FormView = Result<typeof measures.Form>;
export type Instrument = FormView["instrument"];
export type HandedForm = Result<typeof measures.Handed>;
export type FormResponse = FormView["response"];
/** What one answer said of a risk, and its review. */
export type RiskLine = FormView["risks"][number];
export type RisksView = ChartView["risk"];
export type CourseChart = Result<typeof measures.Course>;
export type ChartSession = CourseChart["sessions"][number];
export type ChartSeries = CourseChart["series"][number];
export type ChartPoint = ChartSeries["points"][number];
export type CourseView = Result<typeof courses.Get>;
export type CourseStep = CourseView["progress"]["steps"][number];
export type CoursePlan = NonNullable<CourseView["running"]>["plan"];
export type CommitmentsView = Result<typeof commitments.In>;
export type CommitmentRow = CommitmentsView["made"][number];
/** How ready one participant is for a dosing session. */
export type Readiness = Result<typeof readiness.Get>[number];
