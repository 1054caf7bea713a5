import "./session.css";
import { useLayoutEffect, useState } from "preact/hooks";
import { type LogLine, type PartView, type SessionView, sessions, toFault } from "../../bridge";
import { useCommands } from "../../state/keys";
import { useLoad } from "../../state/load";
import { go, replace } from "../../state/route";
import { Button } from "../../ui/Button";
import { Loading, Tag } from "../../ui/bits";
import { ErrorLine } from "../../ui/ErrorLine";
import { Segmented } from "../../ui/Segmented";
import { SessionDocuments } from "../documents/SessionDocuments";
import { EmergencySheet } from "../prepare/EmergencySheet";
import { Prepared } from "../prepare/Prepared";
import { AddedSheet } from "./AddedSheet";
import { AdverseSheet } from "./AdverseSheet";
import { Charges } from "./Charges";
import type { EventLine } from "./EventText";
import { ended } from "./ended";
import { HappenedSheet } from "./HappenedSheet";
import { LeavingSheet } from "./LeavingSheet";
import { Log } from "./Log";
import { PlanForm } from "./PlanForm";
import { AdverseEvents, ReadyLines, StartReadiness } from "./ReadyPart";
import { Whose } from "./Sheet";
import { TimesSheet } from "./TimesSheet";

const states: Record<string, string> = {
	planned: "Planned",
	open: "Open",
	ended: "Ended",
	cancelled: "Cancelled",
};

/** One session: its plan until it begins, then its log. What is shown is what Go has on disk. */
export function SessionScreen({ id, record }: { id: string; record: boolean }) {
	const { data, fault: loading, set, reload } = useLoad(id, () => sessions.Get(id));
	const [fault, setFault] = useState(loading);
	const [planning, setPlanning] = useState(false);
	const [timing, setTiming] = useState(false);
	const [emergency, setEmergency] = useState(false);
	const [happened, setHappened] = useState(false);
	const [leaving, setLeaving] = useState(false);
	// The entry an adverse event goes with; null for one that goes with none.
	const [adverse, setAdverse] = useState<LogLine | null>();
	const [adding, setAdding] = useState<EventLine>();
	const [chosen, setChosen] = useState(0);
	const live = data?.runs && !record;
	useLayoutEffect(() => {
		if (live) replace({ screen: "live", id });
	}, [live]);
	const part = data?.parts[Math.min(chosen, data.parts.length - 1)];

	/** For the entry that waits for its event: the focused one, else the newest. */
	const recordEvent = () => {
		const at = document.activeElement?.closest<HTMLElement>("[data-entry]")?.dataset.entry;
		const waiting = part?.log.filter((l) => l.asks_event) ?? [];
		setAdverse(waiting.find((l) => l.entry.id === at) ?? waiting.at(-1) ?? null);
	};

	const move = async (act: (id: string) => Promise<SessionView>) => {
		try {
			set(await act(id));
			setFault(undefined);
			// The button pressed is gone; nothing else may take the next Enter or space in its place.
			document.getElementById("main")?.focus();
		} catch (reason) {
			setFault(toFault(reason));
		}
	};
	const writeNote = () => part && go({ screen: "note", participant: part.participant_id });
	const begun = data?.state === "open" || data?.state === "ended";
	const timesChange = begun && !data?.parts.some((p) => p.locked);

	const prepare = () => go({ screen: "prepare", id });
	const report = (line: EventLine | undefined) =>
		part &&
		line &&
		go({
			screen: "document",
			kind: "incident_report",
			session: id,
			participant: part.participant_id,
			event: line.event.id,
		});
	const summary = () =>
		part &&
		go({
			screen: "document",
			kind: "session_summary",
			session: id,
			participant: part.participant_id,
		});
	const dosing = data?.session.kind === "dosing";
	/** One left open for a day ends by its times, not now: that is said by Go. */
	const end = () => (data?.runs ? setLeaving(true) : void move(sessions.Finish));

	useCommands([
		...(data?.card
			? [
					{
						id: "emergency-card",
						label: "Emergency card",
						keys: ["F1"],
						scope: "this session",
						overDialogs: true,
						run: () => setEmergency(true),
					},
				]
			: []),
		...(data?.state === "planned"
			? [
					data.blocked
						? {
								id: "prepare-room",
								label: "Prepare room",
								keys: ["Ctrl Enter", "P"],
								scope: "this session",
								run: prepare,
							}
						: {
								id: "begin-session",
								label: "Begin session",
								keys: ["Ctrl Enter"],
								scope: "this session",
								run: () => void move(sessions.Begin),
							},
				]
			: []),
		...(data?.state === "planned" && dosing
			? [
					...(data.blocked
						? []
						: [
								{
									id: "prepare-room",
									label: "Prepare room",
									keys: ["P"],
									scope: "this session",
									run: prepare,
								},
							]),
					{
						id: "as-it-happened",
						label: "Record as it happened",
						keys: ["H"],
						scope: "this session",
						run: () => setHappened(true),
					},
				]
			: []),
		...(begun && dosing
			? [
					{
						id: "adverse-event",
						label: "Adverse event",
						keys: ["A"],
						scope: "this session",
						run: recordEvent,
					},
				]
			: []),
		...(part?.events.length
			? [
					{
						id: "add-to-event",
						label: "Add what became known of the adverse event",
						keys: ["L"],
						scope: "this session",
						run: () => setAdding(part.events.at(-1)),
					},
					{
						id: "incident-report",
						label: "Incident report of the adverse event",
						keys: ["I"],
						scope: "this session",
						run: () => report(part.events.at(-1)),
					},
				]
			: []),
		...(data?.state === "open"
			? [
					{
						id: "end-session",
						label: "End session",
						keys: ["Ctrl E"],
						scope: "this session",
						run: end,
					},
				]
			: []),
		...(data?.state === "ended" && dosing
			? [
					{
						id: "end-session",
						label: "How everyone left",
						keys: ["Ctrl E"],
						scope: "this session",
						run: () => setLeaving(true),
					},
				]
			: []),
		...(begun
			? [
					{
						id: "write-note",
						label: part?.note_id ? "Open note" : "Write note",
						keys: ["Ctrl Enter", "W"],
						scope: "this session",
						run: () => void writeNote(),
					},
					{
						id: "preview-pdf",
						label: "Session summary",
						keys: ["Ctrl P"],
						scope: "this session",
						run: () => summary(),
					},
				]
			: []),
		...(timesChange
			? [
					{
						id: "change-times",
						label: "Change times",
						keys: ["T"],
						scope: "this session",
						run: () => setTiming(true),
					},
				]
			: []),
		...(data && data.parts.length > 1
			? data.parts.map((p, i) => ({
					id: `part-${i + 1}`,
					label: `Record for ${p.name}`,
					keys: [String(i + 1)],
					scope: "this session",
					run: () => setChosen(i),
				}))
			: []),
	]);

	if (!data || !part || live)
		return (
			<div class="page">
				{loading ? (
					<ErrorLine text={loading.message} reference={loading.ref} />
				) : (
					<Loading rows={5} />
				)}
			</div>
		);

	if (planning)
		return (
			<PlanForm
				client={part.client_id}
				session={data.session}
				onSaved={(view) => {
					set(view);
					setPlanning(false);
				}}
				onClose={() => setPlanning(false)}
				onReopen={() => setPlanning(true)}
			/>
		);

	return (
		<div class="page session">
			<header class="session-head">
				<div>
					<p class="crumb small faint">
						{data.parts.map((p, i) => (
							<span key={p.client_id}>
								{i > 0 && "and "}
								<button type="button" onClick={() => go({ screen: "client", id: p.client_id })}>
									{p.name}
								</button>
							</span>
						))}
					</p>
					<h1 tabIndex={-1}>{data.title}</h1>
					<p class="facts muted">
						<span>{data.time_text}</span>
						<span>{data.session.place === "virtual" ? "Virtual" : "In the office"}</span>
						<Tag {...(data.state === "open" && { kind: "accent" as const })}>
							{states[data.state]}
						</Tag>
						<DoseTag part={part} />
						{part.locked && <Tag kind="accent">Signed</Tag>}
					</p>
				</div>
				<div class="actions">
					{data.state === "planned" && (
						<>
							<Button onClick={() => void move(sessions.Cancel)}>Cancel session</Button>
							<Button icon="pencil" onClick={() => setPlanning(true)}>
								Change plan
							</Button>
							{dosing && (
								<Button keys="H" onClick={() => setHappened(true)}>
									Record as it happened
								</Button>
							)}
							{dosing && !data.blocked && (
								<Button keys="P" onClick={prepare}>
									Prepare room
								</Button>
							)}
							{data.blocked ? (
								<Button kind="primary" keys="Ctrl Enter" onClick={prepare}>
									Prepare room
								</Button>
							) : (
								<Button kind="primary" keys="Ctrl Enter" onClick={() => void move(sessions.Begin)}>
									Begin session
								</Button>
							)}
						</>
					)}
					{data.card && (
						<Button icon="phone" keys="F1" onClick={() => setEmergency(true)}>
							Emergency card
						</Button>
					)}
					{begun && dosing && (
						<Button keys="A" onClick={recordEvent}>
							Adverse event
						</Button>
					)}
					{timesChange && (
						<Button keys="T" onClick={() => setTiming(true)}>
							Change times
						</Button>
					)}
					{begun && (
						<Button icon="eye" keys="Ctrl P" onClick={() => summary()}>
							Summary
						</Button>
					)}
					{data.state === "open" && (
						<Button keys="Ctrl E" onClick={end}>
							End session
						</Button>
					)}
					{data.state === "ended" && dosing && (
						<Button keys="Ctrl E" onClick={() => setLeaving(true)}>
							How they left
						</Button>
					)}
					{begun && (
						<Button kind="primary" keys="Ctrl Enter" onClick={writeNote}>
							{part.note_id ? "Open note" : "Write note"}
						</Button>
					)}
				</div>
			</header>
			{fault && <ErrorLine text={fault.message} reference={fault.ref} />}

			{data.parts.length > 1 && (
				<div class="part-choice">
					<Segmented
						name="part"
						label="Whose part is recorded"
						quiet
						options={data.parts.map((p, i) => ({ value: String(i), label: p.name }))}
						value={String(Math.min(chosen, data.parts.length - 1))}
						onValue={(i) => setChosen(Number(i))}
					/>
				</div>
			)}
			{data.state === "planned" && <ReadyLines parts={data.parts} />}
			{data.state === "planned" && <p class="muted">The log opens when the session begins.</p>}
			{data.state === "cancelled" && <p class="muted">This session was cancelled.</p>}
			{begun && <StartReadiness part={part} />}
			{part.left_text && <p class="muted">{part.left_text}</p>}
			{begun && <AdverseEvents part={part} onAdd={setAdding} onReport={report} />}
			{begun && <Prepared lines={part.prepared} />}
			{begun && <SessionDocuments view={data} part={part} />}
			{begun && (
				<Whose.Provider value={data.parts.length > 1 ? part.name : ""}>
					<Log
						key={part.participant_id}
						view={data}
						part={part}
						onChanged={() => void reload()}
						onEmergency={() => setEmergency(data.card)}
						onEvent={setAdverse}
					/>
				</Whose.Provider>
			)}
			{data.state === "ended" && (
				<Charges
					key={`charges ${part.participant_id}`}
					session={id}
					participant={part.participant_id}
					version={data.session.version}
				/>
			)}
			{emergency && (
				<EmergencySheet
					session={id}
					parts={data.parts}
					first={part.participant_id}
					onClose={() => setEmergency(false)}
				/>
			)}
			{leaving && (
				<LeavingSheet
					session={id}
					onDone={(view) => {
						setLeaving(false);
						setFault(undefined);
						if (data.state === "open") ended(view);
						else set(view);
					}}
					onClose={() => setLeaving(false)}
				/>
			)}
			{happened && (
				<HappenedSheet
					session={data.session}
					onSaved={(view) => {
						set(view);
						setHappened(false);
						setFault(undefined);
					}}
					onClose={() => setHappened(false)}
				/>
			)}
			{adverse !== undefined && (
				<AdverseSheet
					key={adverse?.entry.id}
					log={part.log}
					about={adverse}
					session={data.session}
					participant={part.participant_id}
					onSaved={(view) => {
						set(view);
						setAdverse(undefined);
						setFault(undefined);
					}}
					onClose={() => setAdverse(undefined)}
				/>
			)}
			{adding && (
				<AddedSheet
					session={id}
					line={adding}
					onSaved={(view) => {
						set(view);
						setAdding(undefined);
						setFault(undefined);
					}}
					onClose={() => setAdding(undefined)}
				/>
			)}
			{timing && (
				<TimesSheet
					session={data.session}
					onSaved={(view) => {
						set(view);
						setTiming(false);
						setFault(undefined);
					}}
					onClose={() => setTiming(false)}
				/>
			)}
		</div>
	);
}

function DoseTag({ part }: { part: PartView }) {
	const { taken_ug, given, boosters } = part.totals;
	if (given === 0) return null;
	const words = boosters === 1 ? ", one a booster" : boosters > 1 ? `, ${boosters} boosters` : "";
	return (
		<Tag kind="dose">
			{taken_ug / 1000} mg{words && ` in ${given} doses${words}`}
		</Tag>
	);
}
