import "./live.css";
import { useEffect, useLayoutEffect, useRef, useState } from "preact/hooks";
import {
	type Fault,
	type LiveView,
	type LogChange,
	live as liveGo,
	on,
	sessions,
	toFault,
} from "../../bridge";
import { sessionShown } from "../../state/appearance";
import { useLoad } from "../../state/load";
import { entryOf, outbox, type Written } from "../../state/outbox";
import { go, replace } from "../../state/route";
import { hearNow, sessionInstant } from "../../state/sessionclock";
import { Button } from "../../ui/Button";
import { Loading } from "../../ui/bits";
import { ErrorLine } from "../../ui/ErrorLine";
import { offerUndo, say, withdrawUndo } from "../../ui/Toast";
import { newEntry } from "../session/entries";
import { Blank } from "./Blank";
import { changed } from "./changes";
import { type Live, LiveContext, type Sheet } from "./context";
import { DosePart } from "./DosePart";
import { Head } from "./Head";
import { HoldCard } from "./HoldCard";
import { LiveEntry } from "./LiveEntry";
import { LiveLog } from "./LiveLog";
import { LostCard } from "./LostCard";
import { Marks } from "./Marks";
import { shownName } from "./names";
import { Phases } from "./Phases";
import { Sheets } from "./Sheets";
import { SinceDose } from "./SinceDose";
import { useChosen } from "./useChosen";
import { useLiveCommands } from "./useLiveCommands";
import { takeBack } from "./useRowActs";
import { Vitals } from "./Vitals";

/** The dosing session that runs: its clock, its log, one key for each mark. */
export function LiveScreen({ id }: { id: string }) {
	const { data, fault, set, reload } = useLoad(id, () => liveGo.Get(id));

	useLayoutEffect(() => {
		sessionShown.value = true;
		return () => {
			sessionShown.value = false;
		};
	}, []);
	const over = data && data.state !== "open";
	useLayoutEffect(() => {
		if (data) hearNow(data.now);
		if (over) replace({ screen: "session", id });
	}, [data === undefined, over]);

	if (!data || over)
		return (
			<div class="live-wait">
				{fault ? (
					<>
						<ErrorLine text={fault.message} reference={fault.ref} />
						<Button onClick={() => go({ screen: "today" })}>Today</Button>
					</>
				) : (
					<Loading rows={5} />
				)}
			</div>
		);
	return <Running key={id} view={data} set={set} reload={reload} />;
}

function Running({
	view,
	set,
	reload,
}: {
	view: LiveView;
	set: (view: LiveView) => void;
	reload: () => Promise<void>;
}) {
	const { data: vocabulary } = useLoad("vocabulary", sessions.Vocabulary);
	const [part, choose] = useChosen(view.parts);
	const [sheet, setSheet] = useState<Sheet>();
	const [words, writeWords] = useState("");
	const [markSet, setMarkSet] = useState(0);
	const [fault, setFault] = useState<Fault>();
	const field = useRef<HTMLTextAreaElement>(null);
	// Who goes on typing after F2 or F3 writes words, not marks.
	const goesOn = useRef(false);
	useLayoutEffect(() => {
		if (goesOn.current) field.current?.focus();
		goesOn.current = false;
	}, [part?.participant_id]);

	// Answers can come faster than the screen is drawn; each builds on the one before.
	const latest = useRef(view);
	latest.current = view;
	const change = (c: LogChange) => {
		hearNow(c.now);
		setFault(undefined);
		latest.current = changed(latest.current, c);
		set(latest.current);
	};
	const record = (written: Written) => outbox.add(view.session_id, written);
	const live = part && {
		view,
		part,
		choose: (place: number) => {
			// What Ctrl Z takes back is of the log that is seen.
			if (view.parts[place] !== part) withdrawUndo();
			// The words of a mark end here and are kept; what is typed on belongs to the field.
			if (document.activeElement instanceof HTMLInputElement) field.current?.focus();
			goesOn.current = document.activeElement === field.current;
			choose(place);
		},
		record,
		observe: (kind: string, text = "") =>
			record({
				observation: {
					entry: newEntry(part.participant_id, sessionInstant()),
					kind,
					text,
					client_words: false,
				},
			}),
		submit: async (written: Written) => {
			await outbox.submit(view.session_id, written);
		},
		change,
		reload,
		fail: (reason: unknown) => setFault(toFault(reason)),
		labelOf: (kind: string) =>
			vocabulary?.observation_kinds.find((k) => k.id === kind)?.label ?? "",
		words,
		writeWords,
		sheet,
		open: setSheet,
		close: () => setSheet(undefined),
		leave: (left: Sheet) =>
			setSheet((now) => (now !== left ? now : "from" in left ? left.from : undefined)),
	};
	useSaved(live);
	useEffect(() => on("clock-set", () => void reload()), []);
	useLiveCommands(live, field, () => setMarkSet((n) => n + 1));
	if (!live || !part) return null;

	return (
		<LiveContext.Provider value={live}>
			<div class="live">
				<Head />
				<div class="live-columns">
					<section class="live-left" aria-label="Clock and phases" data-region>
						<SinceDose />
						<Phases />
					</section>
					<section class="live-centre" aria-label="Log and entries">
						<LiveLog key={part.participant_id} />
						<LostCard />
						<HoldCard />
						{fault && <ErrorLine text={fault.message} reference={fault.ref} />}
						{view.parts.map(
							(p) =>
								!p.locked && (
									<LiveEntry key={p.participant_id} part={p} shown={p === part} field={field} />
								),
						)}
						{!part.locked && (
							<Marks
								key={`marks ${part.participant_id}`}
								set={markSet}
								onNext={() => setMarkSet((n) => n + 1)}
							/>
						)}
					</section>
					<aside class="live-right" aria-label="Vitals and doses" data-region>
						<Vitals />
						<DosePart />
						<div class="live-plan">
							<Button
								kind="danger"
								class="big"
								icon="phone"
								keys="F1"
								onClick={() => live.open({ sheet: "plan" })}
							>
								Emergency plan
							</Button>
						</div>
					</aside>
				</div>
				<Sheets />
				<Blank />
			</div>
		</LiveContext.Provider>
	);
}

/** Shows what each entry changed once it is on disk, offers to take it back, and brings the plan up for an emergency. */
function useSaved(live: Live | undefined): void {
	const latest = useRef(live);
	latest.current = live;
	useLayoutEffect(
		() =>
			outbox.onSaved((c, written) => {
				const now = latest.current;
				const part = now?.view.parts.find((p) => p.participant_id === c.participant_id);
				if (!now || !part) return;
				now.change(c);
				const entry = entryOf(written);
				const line = c.lines.find((l) => l.entry.id === entry.id);
				if (!line) return;
				const whose = now.view.parts.length > 1 ? `${shownName(now.view, part)}: ` : "";
				const words = `${whose}${line.label || "Entry"} saved at ${line.time_text}`;
				const undo = () => latest.current && void takeBack(latest.current, line);
				if (!line.entry.corrects_id) part === now.part ? offerUndo(words, undo) : say(words);
				if (line.emergency) now.open({ sheet: "plan", because: line });
			}),
		[],
	);
}
