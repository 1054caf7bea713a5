import { useLayoutEffect } from "preact/hooks";
import {
	clients,
	Fault,
	type Session,
	type SessionView,
	sessions,
	type Vocabulary,
} from "../../bridge";
import { readNumber } from "../../lib/entry";
import { clock, isDate, localDate, zoned } from "../../lib/time";
import { newId } from "../../lib/uuid";
import { now } from "../../state/clock";
import { useDraft } from "../../state/draft";
import { useCommands } from "../../state/keys";
import { useLoad } from "../../state/load";
import { practice, zone } from "../../state/practice";
import type { PlanAhead } from "../../state/route";
import { Button } from "../../ui/Button";
import { Loading } from "../../ui/bits";
import { DateField } from "../../ui/DateField";
import { ErrorLine } from "../../ui/ErrorLine";
import { TextField } from "../../ui/Field";
import { focusIsFree } from "../../ui/focus";
import { NotSaved } from "../../ui/NotSaved";
import { Segmented } from "../../ui/Segmented";
import { TimeField } from "../../ui/TimeField";
import { useCancel } from "../form/useCancel";
import { useSubmit } from "../form/useSubmit";
import { Select } from "./Select";

const minute = 60_000;

const places = [
	{ value: "office", label: "In the office" },
	{ value: "virtual", label: "Virtual" },
] as const;

/** How long a session of this kind is planned for, in minutes, as text. */
function usual(kind: string): string {
	const settings = practice.value?.settings;
	if (kind === "" || !settings) return "";
	if (kind === "check_in") return "15";
	return String(kind === "dosing" ? settings.dosing_minutes : settings.session_minutes);
}

interface Typed {
	id: string;
	own: string;
	partnerPart: string;
	partner: string;
	kind: string;
	date: string;
	time: string;
	minutes: string;
	place: string;
	dosing: string;
}

interface Props {
	client: string;
	/** The planned session to change; absent for a new one. */
	session?: Session;
	/** What the course asks to plan; for a new one. */
	ahead?: PlanAhead | undefined;
	onSaved: (view: SessionView) => void;
	onClose: () => void;
	/** Opens this form again, where the screen does not. */
	onReopen?: () => void;
}

/** When, with whom and what for. What is unfinished is kept as a draft. */
export function PlanForm({ client, session, ahead, onSaved, onClose, onReopen }: Props) {
	const zoneName = session?.zone ?? zone();
	const draft = useDraft<Typed>(
		`plan:${session?.id ?? (ahead ? `${client} ${ahead.kind} ${ahead.follows}` : client)}`,
		session ? typedOf(session) : newPlan(ahead),
	);
	const choices = useLoad(client, async () => ({
		client: await clients.Get(client),
		others: (
			await clients.List({ query: "", filter: "active", offset: 0, limit: 200 })
		).rows.filter((c) => c.id !== client),
		dosings: await sessions.LinkableDosings(client),
		vocabulary: await sessions.Vocabulary(),
	}));
	const { form, fault, submit } = useSubmit();
	const typed = draft.value;
	const ready = typed !== undefined && choices.data !== undefined;

	useLayoutEffect(() => {
		const kind = (which: string) =>
			form.current?.querySelector<HTMLElement>(`input[name=kind]${which}`);
		// A kind that is chosen already has the focus: an arrow from another would change it.
		if (ready && focusIsFree()) (kind(":checked") ?? kind(""))?.focus();
	}, [ready]);

	const save = () =>
		submit(async () => {
			if (!typed) return;
			const view = await sessions.Save(sessionOf(typed, client, zoneName, session));
			await draft.discard();
			onSaved(view);
		});

	const cancel = useCancel(draft, onClose, onReopen);
	useCommands([
		{
			id: "save-plan",
			label: session ? "Keep the changes" : "Plan this session",
			keys: ["Ctrl Enter"],
			scope: "this screen",
			run: () => void save(),
		},
	]);

	if (!typed || !choices.data)
		return (
			<div class="page">
				{choices.fault ? <ErrorLine text={choices.fault.message} /> : <Loading />}
			</div>
		);
	const { others, dosings, vocabulary } = choices.data;
	const errors = fault?.fields ?? {};
	const follows = typed.kind === "integration" || typed.kind === "check_in";
	const name = choices.data.client.preferred_name || choices.data.client.legal_name;

	return (
		<div class="page plan">
			<h1 tabIndex={-1}>{session ? "Change plan" : `Plan a session for ${name}`}</h1>
			{ahead && <p class="lede">{ahead.hint}.</p>}
			<form
				ref={form}
				class="fields"
				onSubmit={(e) => {
					e.preventDefault();
					void save();
				}}
			>
				<Segmented
					name="kind"
					label="What for"
					options={kindOptions(vocabulary)}
					value={typed.kind}
					error={errors.kind}
					onValue={(kind) => draft.change(withKind(typed, kind, dosings[0]?.id ?? ""))}
				/>
				{follows && (
					<Select
						id="plan-dosing"
						label="After which dosing session"
						none="None"
						options={dosings}
						value={typed.dosing}
						error={errors.dosing_session_id}
						onValue={(dosing) => draft.change({ dosing })}
					/>
				)}
				<div class="fields pairs">
					<DateField
						id="plan-date"
						label="Date"
						required
						leaning="future"
						zone={zoneName}
						now={now.value}
						value={typed.date}
						error={errors.date ?? errors.planned_start}
						onValue={(date) => draft.change({ date })}
					/>
					<TimeField
						id="plan-time"
						label="Start"
						required
						value={typed.time}
						error={errors.time}
						onValue={(time) => draft.change({ time })}
					/>
					<TextField
						id="plan-minutes"
						label="Length"
						hint="minutes"
						value={typed.minutes}
						error={errors.planned_end}
						onValue={(minutes) => draft.change({ minutes })}
					/>
				</div>
				<Segmented
					name="place"
					label="Where"
					options={places}
					value={typed.place as (typeof places)[number]["value"]}
					error={errors.place}
					onValue={(place) => draft.change({ place })}
				/>
				<Select
					id="plan-partner"
					label="Together with"
					none="Nobody else"
					options={others.map((c) => ({ id: c.id, label: c.name }))}
					value={typed.partner}
					error={errors.participants}
					onValue={(partner) => draft.change({ partner })}
				/>
				{fault ? (
					<ErrorLine text={fault.message} reference={fault.ref} />
				) : (
					draft.fault && <NotSaved reason={draft.fault.message} onRetry={draft.retry} />
				)}
				<div class="actions">
					<Button kind="primary" type="submit" keys="Ctrl Enter">
						{session ? "Keep the changes" : "Plan session"}
					</Button>
					<Button keys="Esc" onClick={cancel}>
						Cancel
					</Button>
				</div>
			</form>
		</div>
	);
}

const kindOptions = (vocabulary: Vocabulary) =>
	vocabulary.kinds.map((k) => ({ value: k.id, label: k.label }));

/** A kind brings its usual length, unless another was typed, and the dosing it most likely follows. */
function withKind(typed: Typed, kind: string, lastDosing: string): Partial<Typed> {
	const untouched = typed.minutes === "" || typed.minutes === usual(typed.kind);
	const follows = kind === "integration" || kind === "check_in";
	return {
		kind,
		minutes: untouched ? usual(kind) : typed.minutes,
		dosing: follows ? typed.dosing || lastDosing : "",
	};
}

function newPlan(ahead?: PlanAhead): Typed {
	return {
		id: newId(),
		own: newId(),
		partnerPart: newId(),
		partner: "",
		kind: ahead?.kind ?? "",
		date: ahead?.date || localDate(new Date(), zone()),
		time: "",
		minutes: ahead ? usual(ahead.kind) : "",
		place: "office",
		dosing: ahead?.follows ?? "",
	};
}

function typedOf(s: Session): Typed {
	const length = (Date.parse(s.planned_end) - Date.parse(s.planned_start)) / minute;
	return {
		id: s.id,
		own: s.participants[0]?.id ?? newId(),
		partnerPart: s.participants[1]?.id ?? newId(),
		partner: s.participants[1]?.client_id ?? "",
		kind: s.kind,
		date: localDate(new Date(s.planned_start), s.zone),
		time: clock(s.planned_start, s.zone),
		minutes: Number.isNaN(length) ? "" : String(length),
		place: s.place,
		dosing: s.dosing_session_id,
	};
}

function sessionOf(typed: Typed, client: string, zoneName: string, old?: Session): Session {
	const wrong: Record<string, string> = {};
	if (typed.kind === "") wrong.kind = "Choose what the session is for.";
	if (!isDate(typed.date)) wrong.date = "Give the date.";
	if (typed.time === "") wrong.time = "Give the time it starts.";
	const length = typed.minutes.trim() === "" ? 0 : readNumber(typed.minutes, 0);
	if (length === null) wrong.planned_end = "Write the length in minutes, such as 60.";
	if (Object.keys(wrong).length > 0)
		throw new Fault("invalid", "Nothing was saved yet; check what is marked.", wrong);
	const start = zoned(typed.date, typed.time, zoneName);
	const participants = [{ id: typed.own, client_id: client }];
	if (typed.partner) participants.push({ id: typed.partnerPart, client_id: typed.partner });
	return {
		actual_start: "",
		actual_end: "",
		contact: "",
		cancelled_at: "",
		created_at: "",
		updated_at: "",
		version: 0,
		...old,
		id: typed.id,
		kind: typed.kind,
		participants,
		planned_start: start,
		planned_end: length ? new Date(Date.parse(start) + length * minute).toISOString() : "",
		zone: zoneName,
		place: typed.place,
		dosing_session_id: typed.dosing,
	};
}
