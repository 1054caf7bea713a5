import "./frame.css";
import "./cover.css";
import { useLayoutEffect, useRef, useState } from "preact/hooks";
import { type CoveredSession, live, vault } from "../../bridge";
import { elapsed } from "../../lib/time";
import { sessionShown } from "../../state/appearance";
import { useCommands } from "../../state/keys";
import { useLoad } from "../../state/load";
import { outbox } from "../../state/outbox";
import { sessionNow } from "../../state/sessionclock";
import { lock } from "../../state/vault";
import { Button } from "../../ui/Button";
import { Dialog } from "../../ui/Dialog";
import { PassphraseForm } from "../gate/PassphraseForm";
import { EmergencyPlan } from "./EmergencyPlan";
import { entries, UnsavedLine } from "./SavedLine";

/** Over the screen while a session runs: its clock, the emergency plan, and the way back. */
export function Cover() {
	const { data: sessions } = useLoad("cover", live.Covered);
	const [plan, setPlan] = useState<CoveredSession>();
	const [leaving, setLeaving] = useState(false);

	useLayoutEffect(() => {
		sessionShown.value = true;
		return () => {
			sessionShown.value = false;
		};
	}, []);
	useCommands([
		{
			id: "emergency-card",
			label: "Emergency plan",
			keys: ["F1"],
			scope: "the cover",
			overDialogs: true,
			run: () => setPlan(sessions?.[0]),
		},
		{
			id: "lock-for-good",
			label: "Lock for good",
			keys: ["Ctrl Shift L"],
			scope: "the cover",
			run: () => setLeaving(true),
		},
	]);

	return (
		<main class="cover" id="main" data-region tabIndex={-1}>
			<div class="cover-column">
				<h1>Covered.</h1>
				{sessions?.map((s) => (
					<Clock key={s.session_id} session={s} onPlan={() => setPlan(s)} />
				))}
				{outbox.unsaved.value.some((u) => u.state !== "sending") && (
					<UnsavedLine unsaved={outbox.unsaved.value} />
				)}
				<PassphraseForm act="Uncover" open={vault.Uncover} />
				<p class="small muted">
					Covered is not locked: the key of the records stays in this computer’s memory until the
					session ends.
				</p>
				<p class="small">
					<Button kind="quiet" icon="lock" keys="Ctrl Shift L" onClick={() => setLeaving(true)}>
						Lock for good
					</Button>
				</p>
			</div>
			{plan && (
				<EmergencyPlan
					session={plan.session_id}
					zone={plan.zone}
					parts={plan.parts.map((p) => ({ participant_id: p.participant_id, name: p.initials }))}
					first={plan.parts[0]?.participant_id ?? ""}
					onClose={() => setPlan(undefined)}
				/>
			)}
			{leaving && <LockForGood onClose={() => setLeaving(false)} />}
		</main>
	);
}

/** How long a session runs, without saying whose it is. */
function Clock({ session, onPlan }: { session: CoveredSession; onPlan: () => void }) {
	const words = session.first_dose ? "since dose" : "since arrival";
	const initials = session.parts.map((p) => p.initials).join(" and ");
	return (
		<section aria-label={`Session, ${initials}`}>
			<p class="live-over">
				{initials}, {words}
			</p>
			<p class="live-clock" role="timer" aria-label={words}>
				{elapsed(session.first_dose || session.started_at, sessionNow.value)}
			</p>
			<Button kind="danger" class="big" icon="phone" keys="F1" onClick={onPlan}>
				Emergency plan
			</Button>
		</section>
	);
}

/** Says what locking costs while a session runs; where it loses entries, Enter stays covered. */
function LockForGood({ onClose }: { onClose: () => void }) {
	const first = useRef<HTMLButtonElement>(null);
	const unsaved = outbox.unsaved.value;
	const loses = unsaved.length > 0;
	useLayoutEffect(() => {
		void outbox.flush();
	}, []);
	useLayoutEffect(() => first.current?.focus(), [loses]);
	useCommands(
		loses
			? [
					{
						id: "lock-all-the-same",
						label: "Lock all the same",
						keys: ["Ctrl Enter"],
						scope: "this sheet",
						overDialogs: true,
						run: () => void lock(),
					},
				]
			: [],
	);
	if (loses)
		return (
			<Dialog label="Lock for good" onClose={onClose}>
				<UnsavedLine unsaved={unsaved} />
				<p>
					{unsaved.length === 1
						? "1 entry of the session is not on disk. Locking now loses it."
						: `${entries(unsaved.length)} of the session are not on disk. Locking now loses them.`}{" "}
					Make room on the disk first, and stay covered until everything is saved.
				</p>
				<div class="actions">
					<Button key="stay" kind="primary" buttonRef={first} keys="Enter" onClick={onClose}>
						Not now
					</Button>
					<Button keys="Ctrl Enter" onClick={() => void lock()}>
						Lock all the same
					</Button>
				</div>
			</Dialog>
		);
	return (
		<Dialog label="Lock for good" onClose={onClose}>
			<p>
				The key leaves this computer’s memory. Until the passphrase opens the records again, the
				emergency plan cannot be reached here and nothing can be written. The session goes on, and
				so does its clock.
			</p>
			<div class="actions">
				<Button
					kind="primary"
					key="lock"
					buttonRef={first}
					keys="Enter"
					onClick={() => void lock()}
				>
					Lock for good
				</Button>
				<Button keys="Esc" onClick={onClose}>
					Stay covered
				</Button>
			</div>
		</Dialog>
	);
}
