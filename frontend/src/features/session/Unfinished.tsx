import { useState } from "preact/hooks";
import { type Fault, toFault } from "../../bridge";
import { readEntry } from "../../lib/entry";
import { forgetUnfinished, unfinished } from "../../state/draft";
import { useLoad } from "../../state/load";
import { outbox } from "../../state/outbox";
import { flush } from "../../state/vault";
import { Button } from "../../ui/Button";
import { ErrorLine } from "../../ui/ErrorLine";
import { newEntry } from "./entries";

const keyOf = (participant: string) => `observation:${participant}`;

/** What was typed into the log of a running session and not entered; undefined for nothing. */
export async function unfinishedEntry(
	participant: string,
): Promise<{ text: string; began: string; id: string } | undefined> {
	await flush();
	const kept = await unfinished(keyOf(participant));
	const typed = kept ? JSON.parse(kept) : undefined;
	return typed?.text?.trim() ? typed : undefined;
}

/** Words a client's log was left without, with the two ways to settle them. */
export function Unfinished({
	session,
	participant,
	name,
}: {
	session: string;
	participant: string;
	name: string;
}) {
	const { data: typed, reload } = useLoad(participant, async () => ({
		entry: await unfinishedEntry(participant),
	}));
	const [fault, setFault] = useState<Fault>();
	const entry = typed?.entry;
	if (!entry) return null;

	const settle = async (act: () => Promise<void>) => {
		try {
			await act();
			await forgetUnfinished(keyOf(participant));
			await reload();
			document.querySelector<HTMLElement>("dialog .leaving input")?.focus();
		} catch (reason) {
			setFault(toFault(reason));
		}
	};
	const write = async () => {
		const { text, at } = readEntry(entry.text, entry.began);
		const observation = { entry: { ...newEntry(participant, at), id: entry.id }, kind: "", text };
		await outbox.submit(session, {
			observation: { ...observation, client_words: false },
		});
	};
	return (
		<section class="leaving-unfinished" aria-label={`Unfinished for ${name}`}>
			<p>
				Unfinished for {name}: {entry.text.trim()}
			</p>
			<div class="actions">
				<Button onClick={() => void settle(write)}>Write it into the log</Button>
				<Button onClick={() => void settle(async () => {})}>Leave it out</Button>
			</div>
			{fault && <ErrorLine text={fault.message} reference={fault.ref} />}
		</section>
	);
}
