import { useEffect, useRef, useState } from "preact/hooks";
import {
	type Fault,
	type LogChange,
	type LogLine,
	type PartView,
	type SessionView,
	sessions,
	toFault,
} from "../../bridge";
import { useCommands } from "../../state/keys";
import { useLoad } from "../../state/load";
import { entryOf, sendEntry, type Written } from "../../state/outbox";
import { Button } from "../../ui/Button";
import { ErrorLine } from "../../ui/ErrorLine";
import { Rows } from "../../ui/Rows";
import { offerUndo, undoLast } from "../../ui/Toast";
import { CallSheet } from "./CallSheet";
import { CorrectSheet } from "./CorrectSheet";
import { DoseSheet } from "./DoseSheet";
import { EntryField } from "./EntryField";
import { newEntry } from "./entries";
import { LogRow } from "./LogRow";
import { MoveSheet } from "./MoveSheet";
import { QuickEntry } from "./QuickEntry";
import { StrikeSheet } from "./StrikeSheet";
import { VitalsSheet } from "./VitalsSheet";
import { WordMenu } from "./WordMenu";

type Open =
	| { sheet: "vitals" | "dose" | "correct"; line?: LogLine }
	| { sheet: "strike" | "move"; line: LogLine }
	| { sheet: "words" | "quick" };

interface Props {
	view: SessionView;
	part: PartView;
	/** Something was written, and the session has to be asked for anew. */
	onChanged: () => void;
	/** Something was written that opens the emergency card. */
	onEmergency: () => void;
	/** The adverse event that goes with an entry is to be recorded. */
	onEvent: (line: LogLine) => void;
}

/** One participant's log, newest at the bottom, and the ways to add to it. */
export function Log({ view, part, onChanged, onEmergency, onEvent }: Props) {
	const { data: vocabulary } = useLoad("vocabulary", sessions.Vocabulary);
	const [open, setOpen] = useState<Open>();
	const [fault, setFault] = useState<Fault>();
	const field = useRef<HTMLTextAreaElement>(null);
	const { session } = view;
	const participant = part.participant_id;
	const standing = part.log.filter((l) => !l.entry.struck_at);
	const dosing = session.kind === "dosing";
	const writable = !part.locked;

	useNewestInView(part.log.length);

	const close = () => setOpen(undefined);
	const changed = () => {
		setFault(undefined);
		onChanged();
	};

	const done = () => {
		close();
		changed();
	};

	const takeBack = async (line: LogLine | undefined) => {
		if (!line) return;
		try {
			await sessions.TakeBack(session.id, line.entry.id, "");
			changed();
		} catch (reason) {
			const told = toFault(reason);
			// Too old to be undone: it is struck through, which wants a reason.
			if (told.fields.reason) setOpen({ sheet: "strike", line });
			else setFault(told);
		}
	};

	/** Shows what Go has written, and offers to take back what was added last. */
	const added = (change: LogChange, id: string) => {
		changed();
		const line = change.lines.find((l) => l.entry.id === id);
		if (line && !line.entry.corrects_id)
			offerUndo(`${line.label || "Entry"} saved at ${line.time_text}`, () => void takeBack(line));
		if (line?.emergency) onEmergency();
	};
	const record = async (written: Written) =>
		added(await sendEntry(session.id, written), entryOf(written).id);

	const addWord = (kind: string, at: string) => {
		close();
		record({
			observation: { entry: newEntry(participant, at), kind, text: "", client_words: false },
		}).catch((reason) => setFault(toFault(reason)));
	};

	const edit = (line: LogLine | undefined) => {
		if (!line) return;
		const sheet =
			line.type === "observation" ? "correct" : line.type === "dose" ? "dose" : "vitals";
		setOpen({ sheet, line });
	};
	const focused = () => {
		const id = document.activeElement?.closest("[data-entry]")?.getAttribute("data-entry");
		return standing.find((l) => l.entry.id === id);
	};
	const newest = () => standing.toSorted((a, b) => (a.entry.id < b.entry.id ? 1 : -1))[0];
	const lastDose = standing.findLast((l) => l.dose && !l.dose.not_given)?.dose;

	const scope = "this session";
	useCommands(
		writable
			? [
					{
						id: "observe",
						label: "Write an observation",
						keys: ["O", "Enter"],
						scope,
						notInFields: true,
						run: () => writeOrPress(field.current),
					},
					{
						id: "words",
						label: "Choose a word",
						keys: ["M"],
						scope,
						run: () => setOpen({ sheet: "words" }),
					},
					{
						id: "vitals",
						label: "Enter vitals",
						keys: ["V"],
						scope,
						run: () => setOpen({ sheet: "vitals" }),
					},
					...(dosing
						? [
								{
									id: "dose",
									label: "Record dose",
									keys: ["D"],
									scope,
									run: () => setOpen({ sheet: "dose" }),
								},
							]
						: []),
					{
						id: "edit-entry",
						label: "Edit the focused entry",
						keys: ["E"],
						scope,
						keysOnly: true,
						run: () => edit(focused()),
					},
					...(dosing
						? [
								{
									id: "quick-entry",
									label: "Quick entry from a paper log",
									keys: ["Q"],
									scope,
									run: () => setOpen({ sheet: "quick" }),
								},
								{
									id: "move-entry",
									label: "Move the focused entry to another client",
									keys: ["X"],
									scope,
									keysOnly: true,
									run: () => {
										const line = focused();
										if (line) setOpen({ sheet: "move", line });
									},
								},
							]
						: []),
					{
						id: "take-back",
						label: "Take back the focused or last entry",
						keys: ["U", "Ctrl Z"],
						scope,
						notInFields: true,
						run: () => undoLast() || void takeBack(focused() ?? newest()),
					},
				]
			: [],
	);

	return (
		<>
			<section class="log" aria-label={`Log, ${part.name}`}>
				{part.log.length === 0 && <p class="muted">Nothing is written yet.</p>}
				<Rows label="Entries" class="log-rows">
					{part.log.map((line) => (
						<LogRow
							key={line.entry.id}
							line={line}
							zone={session.zone}
							onEdit={writable ? () => edit(line) : undefined}
							onTakeBack={() => void takeBack(line)}
							onMove={dosing ? () => setOpen({ sheet: "move", line }) : undefined}
							onEvent={() => onEvent(line)}
						/>
					))}
				</Rows>
				{part.offer && (
					<p class="log-hold" role="status">
						{part.offer}
					</p>
				)}
				{part.lost_text && (
					<p class="log-hold" role="status">
						{part.lost_text}
					</p>
				)}
				{fault && <ErrorLine text={fault.message} reference={fault.ref} />}
				{!writable && (
					<p class="small muted log-locked">
						The note is signed, and the log is locked with it. Later words are addenda to the note.
					</p>
				)}
			</section>
			{/* Not inside the log: a short one would hold it below the foot of a low window. */}
			{writable && (
				<div class="dock" data-region>
					<EntryField
						session={session.id}
						participant={participant}
						fieldRef={field}
						onSaved={added}
					/>
					<div class="actions">
						<Button icon="list" keys="M" onClick={() => setOpen({ sheet: "words" })}>
							Words
						</Button>
						<Button icon="activity" keys="V" onClick={() => setOpen({ sheet: "vitals" })}>
							Vitals
						</Button>
						{dosing && (
							<Button icon="pencil" keys="Q" onClick={() => setOpen({ sheet: "quick" })}>
								Quick entry
							</Button>
						)}
						{dosing && (
							<Button icon="pill" keys="D" onClick={() => setOpen({ sheet: "dose" })}>
								Dose
							</Button>
						)}
					</div>
				</div>
			)}

			{open?.sheet === "words" && vocabulary && (
				<WordMenu
					kinds={vocabulary.observation_kinds.filter((k) => !part.left_out.includes(k.id))}
					onChoose={addWord}
					onClose={close}
				/>
			)}
			{open?.sheet === "vitals" && (
				<VitalsSheet
					session={session}
					participant={participant}
					line={open.line}
					record={record}
					onClose={close}
				/>
			)}
			{open?.sheet === "dose" && vocabulary && (
				<DoseSheet
					session={session}
					participant={participant}
					vocabulary={vocabulary}
					line={open.line}
					before={lastDose}
					order={part.order}
					record={record}
					onClose={close}
				/>
			)}
			{open?.sheet === "correct" && open.line?.observation?.call && (
				<CallSheet
					session={session}
					participant={participant}
					call={open.line.observation.call}
					line={open.line}
					record={record}
					onClose={close}
				/>
			)}
			{open?.sheet === "correct" && open.line && !open.line.observation?.call && (
				<CorrectSheet
					session={session}
					participant={participant}
					line={open.line}
					record={record}
					onClose={close}
				/>
			)}
			{open?.sheet === "quick" && (
				<QuickEntry session={session.id} participant={participant} onSaved={done} onClose={close} />
			)}
			{open?.sheet === "move" && (
				<MoveSheet session={session.id} line={open.line} onMoved={done} onClose={close} />
			)}
			{open?.sheet === "strike" && (
				<StrikeSheet
					session={session.id}
					line={open.line}
					onSaved={() => {
						close();
						changed();
					}}
					onClose={close}
				/>
			)}
		</>
	);
}

/** Enter opens the field from anywhere but a control, which keeps its own Enter. */
function writeOrPress(field: HTMLTextAreaElement | null): void {
	const at = document.activeElement;
	if (at instanceof HTMLButtonElement || at instanceof HTMLInputElement) at.click();
	else field?.focus();
}

/** Keeps the newest row in view when one is added; the first look at a log begins at its top. */
function useNewestInView(rows: number): void {
	const before = useRef(rows);
	useEffect(() => {
		const main = document.getElementById("main");
		if (main && rows > before.current) main.scrollTop = main.scrollHeight;
		before.current = rows;
	}, [rows]);
}
