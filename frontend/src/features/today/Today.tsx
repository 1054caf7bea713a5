import "./today.css";
import { useState } from "preact/hooks";
import { type SessionRow, today } from "../../bridge";
import { backups } from "../../state/backup";
import { now } from "../../state/clock";
import { useCommands } from "../../state/keys";
import { useKept, useLoad } from "../../state/load";
import { go } from "../../state/route";
import { failedUnlocks } from "../../state/vault";
import { Button } from "../../ui/Button";
import { Empty, Loading } from "../../ui/bits";
import { ErrorLine } from "../../ui/ErrorLine";
import { Rows } from "../../ui/Rows";
import { CheckInSheet } from "../course/CheckInSheet";
import { Due } from "./Due";
import { Missed } from "./Missed";
import { Promised } from "./Promised";
import { ToSign } from "./ToSign";
import { WindowCard } from "./WindowCard";

/** The day: who is in the window, the sessions, what waits for a signature and what is due. */
export function Today() {
	// Asked again each half minute, so that what is left of a window stays true, and after a backup.
	const { data, fault, reload } = useLoad(
		`today ${now.value.getTime()} ${backups.value?.last_at ?? ""}`,
		today.Get,
	);
	const shown = useKept(data);
	const [checkIn, setCheckIn] = useState<string>();
	// The window that closes soonest of those without a contact, else one that was missed.
	const toReach =
		shown?.windows.find((w) => !w.next_session_id)?.client_id ?? shown?.missed[0]?.client_id;
	const writeNext = () =>
		setCheckIn(document.activeElement?.getAttribute("data-check-in") ?? toReach);

	useCommands([
		...(toReach
			? [
					{
						id: "check-in-today",
						label: "Write check-in",
						keys: ["W"],
						scope: "this screen",
						run: writeNext,
					},
				]
			: []),
		{
			id: "new-client-here",
			label: "Add client",
			keys: ["N"],
			scope: "this screen",
			keysOnly: true,
			run: () => go({ screen: "clients", adding: true }),
		},
	]);

	if (!shown)
		return (
			<div class="page">
				{fault ? <ErrorLine text={fault.message} reference={fault.ref} /> : <Loading rows={5} />}
			</div>
		);

	return (
		<div class="page today">
			<h1 tabIndex={-1}>{shown.date_text}</h1>
			<p class="lede">{shown.sentence}</p>
			{fault && <ErrorLine text={fault.message} reference={fault.ref} />}
			{failedUnlocks.value > 0 && (
				<p class="failed-unlocks">
					{failedUnlocks.value === 1
						? "A wrong passphrase was tried before you unlocked."
						: `${failedUnlocks.value} wrong passphrases were tried before you unlocked.`}
				</p>
			)}

			{shown.clients === 0 && (
				<Empty text="No clients yet.">
					<Button kind="primary" keys="N" onClick={() => go({ screen: "clients", adding: true })}>
						Add client
					</Button>
				</Empty>
			)}

			{shown.windows.length > 0 && (
				<section aria-labelledby="windows-title">
					<h2 id="windows-title">In the integration window</h2>
					<ul class={`windows ${shown.windows.length > 4 ? "as-rows" : ""}`}>
						{shown.windows.map((w) => (
							<WindowCard
								key={w.window.dosing_session_id + w.client_id}
								card={w}
								keyed={w.client_id === toReach}
								onWrite={setCheckIn}
							/>
						))}
					</ul>
				</section>
			)}

			{shown.missed.length > 0 && (
				<Missed rows={shown.missed} keyed={toReach} onWrite={setCheckIn} />
			)}

			{shown.sessions.length > 0 && (
				<section aria-labelledby="sessions-title">
					<h2 id="sessions-title">Sessions</h2>
					<Rows label="Sessions today" class="day">
						{shown.sessions.map((s) => (
							<SessionLine key={s.session_id} row={s} />
						))}
					</Rows>
				</section>
			)}

			{shown.commitments.length > 0 && <Promised rows={shown.commitments} onChanged={reload} />}

			{(shown.to_sign.length > 0 || shown.due.length > 0) && (
				<div class="two">
					{shown.to_sign.length > 0 && <ToSign rows={shown.to_sign} />}
					{shown.due.length > 0 && <Due rows={shown.due} />}
				</div>
			)}
			{/* One that is overdue stands under Due. */}
			{backups.value?.last_at && !backups.value.overdue && (
				<p class="small muted">{backups.value.last_text}.</p>
			)}
			{checkIn && (
				<CheckInSheet
					client={checkIn}
					onSaved={() => {
						setCheckIn(undefined);
						void reload();
					}}
					onClose={() => setCheckIn(undefined)}
				/>
			)}
		</div>
	);
}

function SessionLine({ row }: { row: SessionRow }) {
	return (
		<li>
			<span class="time serif">{row.time_text}</span>
			<div>
				<p class="name">{row.client_names}</p>
				<p class="small muted">{[row.title, row.length_text].filter(Boolean).join(", ")}</p>
				{row.ways.length > 0 && <p class="small ways">{row.ways.join(" ")}</p>}
				{row.lifted.length > 0 && <p class="small muted">{row.lifted.join(" ")}</p>}
			</div>
			<Button
				data-row
				kind={row.act === "Open" ? "plain" : "primary"}
				aria-label={`${row.act}, ${row.client_names}, ${row.title}, ${row.time_text}`}
				onClick={() =>
					go({ screen: row.act === "Prepare room" ? "prepare" : "session", id: row.session_id })
				}
			>
				{row.act}
			</Button>
		</li>
	);
}
