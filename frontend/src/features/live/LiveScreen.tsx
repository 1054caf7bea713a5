import "./live.css";
import { useLayoutEffect, useRef, useState } from "preact/hooks";
import { type LiveView, type LogChange, live as liveGo } from "../../bridge";
import { sessionShown } from "../../state/appearance";
import { useLoad } from "../../state/load";
import { outbox, type Written } from "../../state/outbox";
import { go, replace } from "../../state/route";
import { hearNow, sessionInstant } from "../../state/sessionclock";
import { Button } from "../../ui/Button";
import { Loading } from "../../ui/bits";
import { ErrorLine } from "../../ui/ErrorLine";
import { newEntry } from "../session/entries";
import { Blank } from "./Blank";
import { changed } from "./changes";
import { type Live, LiveContext, type Sheet } from "./context";
import { DosePart } from "./DosePart";
import { Head } from "./Head";
import { HoldCard } from "./HoldCard";
import { LiveLog } from "./LiveLog";
import { LostCard } from "./LostCard";
import { Phases } from "./Phases";
import { Sheets } from "./Sheets";
import { SinceDose } from "./SinceDose";
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
	const [chosen, setChosen] = useState(0);
	const [sheet, setSheet] = useState<Sheet>();
	const part = view.parts[chosen] ?? view.parts[0];
	if (!part) return null;

	// Answers can come faster than the screen is drawn; each builds on the one before.
	const latest = useRef(view);
	latest.current = view;
	const change = (c: LogChange) => {
		hearNow(c.now);
		latest.current = changed(latest.current, c);
		set(latest.current);
	};
	const record = (written: Written) => outbox.add(view.session_id, written);
	const live: Live = {
		view,
		part,
		choose: setChosen,
		record,
		observe: (kind, text = "") =>
			record({
				observation: {
					entry: newEntry(part.participant_id, sessionInstant()),
					kind,
					text,
					client_words: false,
				},
			}),
		submit: async (written) => {
			await outbox.submit(view.session_id, written);
		},
		change,
		reload,
		sheet,
		open: setSheet,
		close: () => setSheet(undefined),
	};

	return (
		<LiveContext.Provider value={live}>
			<div class="live">
				<Head />
				<div class="live-columns">
					<section class="live-left" aria-label="Clock and phases" data-region>
						<SinceDose />
						<Phases />
					</section>
					<section class="live-centre" aria-label="Log">
						<LiveLog key={part.participant_id} />
						<LostCard />
						<HoldCard />
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
			</div>
			<Blank />
		</LiveContext.Provider>
	);
}
