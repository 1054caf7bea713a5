import { useLayoutEffect, useRef } from "preact/hooks";
import type { Observation } from "../../bridge";
import { clock } from "../../lib/time";
import { useCommands } from "../../state/keys";
import { entryOf, outbox } from "../../state/outbox";
import { recordOutcome } from "../../state/plancards";
import { Button } from "../../ui/Button";
import { callLine } from "../session/calls";

/** The calls made in this session, and what the last one came to. */
export function PlanCalls({
	session,
	calls,
	zone,
}: {
	session: string;
	calls: readonly Observation[];
	zone: string;
}) {
	const open = calls.findLast((o) => o.call?.reached === "");
	const say = (made: Observation, reached: "yes" | "no") => recordOutcome(session, made, reached);
	useCommands(
		open
			? [
					{
						id: "call-reached",
						label: "The last call: reached",
						keys: ["Y"],
						scope: "the emergency plan",
						overDialogs: true,
						run: () => say(open, "yes"),
					},
					{
						id: "call-not-reached",
						label: "The last call: not reached",
						keys: ["F"],
						scope: "the emergency plan",
						overDialogs: true,
						run: () => say(open, "no"),
					},
				]
			: [],
	);
	// The newest stands in sight, also where the list is longer than its room.
	const list = useRef<HTMLElement>(null);
	useLayoutEffect(() => {
		if (list.current) list.current.scrollTop = list.current.scrollHeight;
	}, [calls.at(-1)?.entry.id]);
	if (calls.length === 0) return null;
	const unsaved = new Set(
		outbox.unsaved.value.filter((u) => u.state !== "sending").map((u) => entryOf(u.written).id),
	);
	return (
		// biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region is reached by keyboard
		<section ref={list} aria-label="Calls made" aria-live="polite" tabIndex={0}>
			<ol class="plan-calls">
				{calls.map((o) => (
					<li key={o.entry.id}>
						<span>{clock(o.entry.at, zone)}</span>
						<span>
							{callLine(o)}
							{unsaved.has(o.entry.id) && (
								<strong class="emergency-missing"> Not saved yet, kept here</strong>
							)}
						</span>
						{o.call?.reached === "" && (
							<span class="actions">
								<Button {...(o === open && { keys: "Y" })} onClick={() => say(o, "yes")}>
									Reached
								</Button>
								<Button {...(o === open && { keys: "F" })} onClick={() => say(o, "no")}>
									Not reached
								</Button>
							</span>
						)}
					</li>
				))}
			</ol>
		</section>
	);
}
