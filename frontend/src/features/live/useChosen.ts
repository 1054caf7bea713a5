import { useLayoutEffect, useState } from "preact/hooks";
import { drafts, type LivePart } from "../../bridge";

const key = "live-part";

/** One after the other, so that an older choice never lands on a newer one. */
let kept: Promise<unknown> = Promise.resolve();

/**
 * Whose log is written, and writing another's by place. Where two share a session the choice is kept
 * in the vault: after a lock or a crash the next key is for the same client. Undefined until it is read.
 */
export function useChosen(
	parts: readonly LivePart[],
): [LivePart | undefined, (place: number) => void] {
	const several = parts.length > 1;
	const [chosen, setChosen] = useState<string>();

	useLayoutEffect(() => {
		if (!several) return;
		void kept
			.then(() => drafts.Get(key))
			.catch(() => "")
			.then((id) => setChosen((now) => now ?? id));
	}, [several]);

	const choose = (place: number) => {
		const id = parts[place]?.participant_id;
		if (!id) return;
		setChosen(id);
		// It holds on this screen also where the disk does not take it.
		kept = kept.then(() => drafts.Save(key, id)).catch(() => {});
	};
	const known = !several || chosen !== undefined;
	return [known ? (parts.find((p) => p.participant_id === chosen) ?? parts[0]) : undefined, choose];
}
