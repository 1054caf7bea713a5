import { useEffect, useLayoutEffect, useRef, useState } from "preact/hooks";
import { drafts, type Fault, toFault } from "../bridge";
import { leaving, left } from "./leaving";
import { isCovered, onFlush, onForget } from "./vault";

const pause = 400;

/** What the disk did not take before a cover, until its form is shown again. */
const kept = new Map<string, string>();
onForget(() => {
	const lost = kept.size > 0;
	kept.clear();
	return lost;
});

/** What was left unfinished under a key, with what a form that just closed still writes; empty for nothing. */
export const unfinished = (key: string): Promise<string> =>
	left()
		.then(() => kept.get(key) ?? drafts.Get(key))
		.catch(() => "");

/** The forms on the screen, each with what forgets its unfinished text. */
const shown = new Map<string, () => Promise<void>>();

/** Forgets what was left unfinished under a key, also in the form that shows it. */
export async function forgetUnfinished(key: string): Promise<void> {
	kept.delete(key);
	await (shown.get(key)?.() ?? drafts.Save(key, ""));
}

export interface Draft<T> {
	/** Undefined until what was left unfinished has been read. */
	value: T | undefined;
	change: (part: Partial<T>) => void;
	/** Why the latest text is not on disk; undefined while it is, or on its way. */
	fault: Fault | undefined;
	/** Tries again to put it there. */
	retry: () => void;
	/** Forgets the unfinished text, once it was saved or given up. */
	discard: () => Promise<void>;
	/** Forgets it too; what it gives puts it back. Undefined where nothing was changed. */
	giveUp: () => Promise<(() => Promise<void>) | undefined>;
}

/**
 * The unfinished content of a form, kept in the vault under `key` at most 400 ms after a change and
 * before every lock, and back in place when the form is opened again: as it was, or as `resume` makes it.
 */
export function useDraft<T extends object>(
	key: string,
	initial: T,
	resume: (kept: T, initial: T) => T = (kept) => kept,
): Draft<T> {
	const [value, setValue] = useState<T>();
	const [fault, setFault] = useState<Fault>();
	const pending = useRef<string | null>(null);
	const typed = useRef(false);
	/** As it was before anything was changed; empty for what was already unfinished. */
	const fresh = useRef("");
	const timer = useRef(0);
	const writes = useRef<Promise<void>>(Promise.resolve());

	/** One after the other, so that an older text never lands on a newer one. */
	const write = (body: string): Promise<void> => {
		const turn = writes.current.then(() => drafts.Save(key, body));
		writes.current = turn.catch(() => {});
		return turn;
	};
	const stop = () => {
		clearTimeout(timer.current);
		timer.current = 0;
	};
	const save = async () => {
		stop();
		const body = pending.current;
		// What is on its way must be on disk too before the records lock.
		if (body === null) return writes.current;
		pending.current = null;
		try {
			await write(body);
			setFault(undefined);
		} catch (reason) {
			pending.current ??= body;
			setFault(toFault(reason));
			throw reason;
		}
	};
	const quietly = () => void save().catch(() => {});

	// Before the paint: what is typed as soon as the form is seen comes after this.
	useLayoutEffect(() => {
		let gone = false;
		typed.current = false;
		void unfinished(key).then((text) => {
			// What was typed before this answer came is newer.
			if (gone || typed.current) return;
			fresh.current = text ? "" : JSON.stringify(initial);
			setValue(text ? resume({ ...initial, ...JSON.parse(text) }, initial) : initial);
			if (kept.delete(key)) {
				pending.current = text;
				quietly();
			}
		});
		const withdraw = onFlush(save);
		const forget = async () => {
			await discard();
			if (!gone) setValue(initial);
		};
		shown.set(key, forget);
		return () => {
			gone = true;
			if (shown.get(key) === forget) shown.delete(key);
			withdraw();
			const body = pending.current;
			leaving(
				save().catch(() => {
					if (body !== null && isCovered()) kept.set(key, body);
				}),
			);
		};
	}, [key]);

	const discard = async () => {
		stop();
		pending.current = null;
		setFault(undefined);
		await write("");
	};

	return {
		value,
		change: (part) => {
			typed.current = true;
			setValue((old) => {
				const next = { ...(old ?? initial), ...part };
				pending.current = JSON.stringify(next);
				return next;
			});
			// Counted from the first change that is not on disk: someone who types on and on loses no more.
			timer.current ||= window.setTimeout(quietly, pause);
		},
		fault,
		retry: quietly,
		discard,
		giveUp: async () => {
			const body = JSON.stringify(value);
			await discard();
			return value && body !== fresh.current ? () => write(body) : undefined;
		},
	};
}

/** Opens again, once, the form whose text was left unfinished by a lock or a crash: the first of `keys` that has one. */
export function useUnfinished(
	keys: readonly string[] | undefined,
	open: (key: string) => void,
): void {
	const looked = useRef(false);
	useEffect(() => {
		if (!keys || looked.current) return;
		looked.current = true;
		void Promise.all(keys.map(unfinished)).then((texts) => {
			const found = keys.find((_, i) => texts[i]);
			if (found !== undefined) open(found);
		});
	}, [keys]);
}
