import "./leaving.css";
import { useState } from "preact/hooks";
import { Fault, type LeavingPart, type LeavingView, live, type SessionView } from "../../bridge";
import { clock, localDate, zoned } from "../../lib/time";
import { useDraft } from "../../state/draft";
import { useCommands } from "../../state/keys";
import { useLoad } from "../../state/load";
import { outbox } from "../../state/outbox";
import { sessionInstant, sessionNow } from "../../state/sessionclock";
import { TimeField } from "../../ui/TimeField";
import { answer } from "../prepare/answering";
import { LeavingForm } from "./LeavingForm";
import { Sheet } from "./Sheet";
import { Unfinished, unfinishedEntry } from "./Unfinished";

const day = 86_400_000;

type Leaving = LeavingPart["leaving"];

interface Props {
	session: string;
	/** Takes the session as it is once everyone has left, or once what was answered is kept. */
	onDone: (view: SessionView) => void;
	onClose: () => void;
}

/** How everyone leaves a dosing session, one client after the other; the last answer ends it. */
export function LeavingSheet({ session, onDone, onClose }: Props) {
	const { data } = useLoad(session, () => live.Leaving(session));
	return data ? <Asked view={data} onDone={onDone} onClose={onClose} /> : null;
}

function Asked({
	view,
	onDone,
	onClose,
}: {
	view: LeavingView;
	onDone: Props["onDone"];
	onClose: () => void;
}) {
	const open = view.state === "open";
	const draft = useDraft(`leaving:${view.session_id}`, {
		leavings: view.parts.map((p) => p.leaving),
		/** As typed; empty for now. */
		times: view.parts.map((p) => (open ? "" : clock(p.leaving.at, view.zone))),
		step: 0,
		/** When something was last answered; empty for never. */
		seen: "",
	});
	const [opened] = useState(sessionInstant);
	// What is on disk, whatever a draft of earlier was made from.
	const [versions, setVersions] = useState(view.parts.map((p) => p.leaving.version));
	// A new sheet for each client: what was refused for one is not told of the other.
	const [shown, setShown] = useState(0);

	const scope = "this sheet";
	const shared = { scope, overDialogs: true, keysOnly: true };
	useCommands([
		{
			...shared,
			id: "leaving-yes",
			label: "Answer yes",
			keys: ["Y"],
			run: () => answer("yes"),
		},
		{ ...shared, id: "leaving-no", label: "Answer no", keys: ["N"], run: () => answer("no") },
	]);

	const typed = draft.value;
	if (!typed) return null;
	const step = Math.min(typed.step, view.parts.length - 1);
	const part = view.parts[step];
	const answered = typed.leavings[step];
	if (!part || !answered) return null;
	const leavings = view.parts.map((p, i) => ({
		...p.leaving,
		...typed.leavings[i],
		checks: asAsked(p.leaving, typed.leavings[i]),
		version: versions[i] ?? 0,
	}));
	const leaving = leavings[step] ?? answered;
	const next = view.parts[step + 1];

	const change = (change: Partial<typeof leaving>) =>
		draft.change({
			leavings: leavings.map((l, i) => (i === step ? { ...l, ...change } : l)),
			seen: sessionInstant(),
		});
	const time = typed.times[step] ?? "";
	const at = time === "" ? sessionInstant() : afterStart(view, time);

	const save = async () => {
		if (open && (await unfinishedEntry(part.participant_id)))
			throw new Fault(
				"blocked",
				`Unfinished words for ${part.name} are not in the log: write them into it, or leave them out. What you answered is kept.`,
			);
		const said = leavings.map((l, i) => (i === step ? { ...l, at } : l));
		const own = said[step];
		if (own && (next || !open)) {
			const kept = await live.KeepLeaving(view.session_id, own);
			if (!next) return done(kept);
			// It is on disk now: what changes after this is made from it.
			const { parts } = await live.Leaving(view.session_id);
			setVersions(parts.map((p) => p.leaving.version));
			draft.change({
				leavings: said,
				times: typed.times.map((t, i) => (i === step ? clock(at, view.zone) : t)),
				step: step + 1,
			});
			setShown(shown + 1);
			return;
		}
		if (outbox.unsaved.value.length > 0)
			throw new Fault(
				"blocked",
				"Not every entry is on disk yet. End the session once they are; what you answered is kept.",
			);
		done(await live.End(view.session_id, said));
	};
	const done = async (after: SessionView) => {
		await draft.discard();
		onDone(after);
	};

	return (
		<Sheet
			key={shown}
			label={open ? "End session" : "How the client left"}
			act={next ? `Keep, then ${next.name}` : open ? "End session" : "Keep"}
			submit="Ctrl Enter"
			draft={draft}
			onClose={onClose}
			onSave={save}
		>
			{(errors) => (
				<div class="leaving" data-participant={part.participant_id}>
					{view.parts.length > 1 && (
						<p class="leaving-who">
							{part.name}
							<span class="small faint">
								, {step + 1} of {view.parts.length}
							</span>
						</p>
					)}
					{typed.seen !== "" && typed.seen < opened && (
						<p class="small muted">
							What was answered at {clock(typed.seen, view.zone)} is still here. See that it still
							holds.
						</p>
					)}
					{open && (
						<Unfinished
							key={part.participant_id}
							session={view.session_id}
							participant={part.participant_id}
							name={part.name}
						/>
					)}
					<LeavingForm
						view={view}
						part={part}
						leaving={leaving}
						at={time === "" ? new Date(sessionNow.value).toISOString() : at}
						errors={errors}
						onChange={change}
					>
						<TimeField
							id="leaving-time"
							label="Left at"
							value={time || clock(new Date(sessionNow.value).toISOString(), view.zone)}
							error={errors.at}
							onValue={(t) => {
								const now = clock(sessionInstant(), view.zone);
								draft.change({
									times: typed.times.map((old, i) =>
										i === step ? (open && t === now ? "" : t) : old,
									),
								});
							}}
						/>
					</LeavingForm>
				</div>
			)}
		</Sheet>
	);
}

/** The checklist as it is worded now, with the answers to what was asked in the same words. */
function asAsked(asked: Leaving, typed: Leaving | undefined): Leaving["checks"] {
	return asked.checks.map(
		(c) => typed?.checks.find((t) => t.key === c.key && t.label === c.label) ?? c,
	);
}

/** A time of day in the session; one before its start is one after midnight. */
function afterStart({ started_at, zone }: LeavingView, time: string): string {
	const start = new Date(started_at);
	const at = zoned(localDate(start, zone), time, zone);
	if (Date.parse(at) >= Math.floor(start.getTime() / 60_000) * 60_000)
		return at < started_at ? started_at : at;
	return zoned(localDate(new Date(start.getTime() + day), zone), time, zone);
}
