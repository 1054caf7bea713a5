import { signal } from "@preact/signals";
import { type Call, type EmergencyCard, type Observation, preparations } from "../bridge";
import { newId } from "../lib/uuid";
import { entryOf, outbox, type Written } from "./outbox";
import { sessionInstant } from "./sessionclock";
import { onForget } from "./vault";

/*
 * The emergency cards of the sessions that run stand ready in the page's memory: the plan opens
 * without asking Go, also while the screen is covered or the disk fails.
 */

const held = signal<ReadonlyMap<string, { session: string; card: EmergencyCard }>>(new Map());

/** The card of a participant as it was last told; undefined before that. */
export const cardOf = (participant: string): EmergencyCard | undefined =>
	held.value.get(participant)?.card;

/** Asks for a participant's card; what is held stays when Go does not answer. */
export async function refreshCard(session: string, participant: string): Promise<void> {
	const card = await preparations.EmergencyCard(session, participant);
	held.value = new Map(held.value).set(participant, { session, card });
}

/** Whether the card says anything about an entry. */
const onCard = (written: Written): boolean =>
	!("observation" in written) || written.observation.call != null;

outbox.onSaved((_, written) => {
	const { participant_id } = entryOf(written);
	const kept = held.value.get(participant_id);
	if (!kept || !onCard(written)) return;
	// On disk, and not waiting any more: it stays in sight while the card is asked for.
	if ("observation" in written) {
		const card = { ...kept.card, calls: [...kept.card.calls, written.observation] };
		held.value = new Map(held.value).set(participant_id, { ...kept, card });
	}
	refreshCard(kept.session, participant_id).catch(() => undefined);
});

onForget(() => {
	held.value = new Map();
	const lost = [...unsent.value.values()].some((text) => text !== "");
	unsent.value = new Map();
	return lost;
});

/** A line begun under a plan, by participant: it outlasts the plan, which is closed and opened in a hurry. */
export const unsent = signal<ReadonlyMap<string, string>>(new Map());

/** Keeps the line begun for a participant. */
export function keepUnsent(participant: string, text: string): void {
	unsent.value = new Map(unsent.value).set(participant, text);
}

/** The calls of a participant in this session, those not on disk yet included, in the order they were made. */
export function callsOf(participant: string): Observation[] {
	const waiting = outbox.unsaved.value.flatMap(({ written }) =>
		"observation" in written && written.observation.call ? [written.observation] : [],
	);
	const all = [...(cardOf(participant)?.calls ?? []), ...waiting].filter(
		(o) => o.entry.participant_id === participant,
	);
	const replaced = new Set(all.map((o) => o.entry.corrects_id));
	return all.filter(
		(o, i) => !replaced.has(o.entry.id) && all.findIndex((x) => x.entry.id === o.entry.id) === i,
	);
}

/** Writes into the log, with the time of now, whom a call was made to. */
export function recordCall(
	session: string,
	participant: string,
	call: Omit<Call, "reached">,
): void {
	add(session, participant, sessionInstant(), "", "call", "", { ...call, reached: "" });
}

/** Writes what a call came to. The log tells the call once, with it; the records keep both. */
export function recordOutcome(session: string, made: Observation, reached: Call["reached"]): void {
	const { entry, text, call } = made;
	if (call)
		add(session, entry.participant_id, entry.at, entry.id, "call", text, { ...call, reached });
}

/** Writes a line into the log, or that the plan came up. */
export function recordLine(session: string, participant: string, kind: string, text: string): void {
	add(session, participant, sessionInstant(), "", kind, text);
}

function add(
	session: string,
	participant: string,
	at: string,
	corrects: string,
	kind: string,
	text: string,
	call?: Call,
): void {
	outbox.add(session, {
		observation: {
			entry: {
				id: newId(),
				participant_id: participant,
				at,
				recorded_at: "",
				struck_at: "",
				struck_reason: "",
				corrects_id: corrects,
			},
			kind,
			text,
			client_words: false,
			...(call && { call }),
		},
	});
}
