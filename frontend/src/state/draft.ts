import { useEffect, useRef, useState } from "preact/hooks";
import { drafts } from "../bridge";
import { onFlush } from "./vault";

const pause = 400;

export interface Draft<T> {
	/** Undefined until what was left unfinished has been read. */
	value: T | undefined;
	change: (part: Partial<T>) => void;
	/** Forgets the unfinished text, once it was saved or given up. */
	discard: () => Promise<void>;
}

/**
 * The unfinished content of a form, kept in the vault under `key` 400 ms after the last change and
 * before every lock, and back in place when the form is opened again.
 */
export function useDraft<T extends object>(key: string, initial: T): Draft<T> {
	const [value, setValue] = useState<T>();
	const pending = useRef<string | null>(null);
	const timer = useRef(0);

	const save = async () => {
		clearTimeout(timer.current);
		const body = pending.current;
		if (body === null) return;
		pending.current = null;
		try {
			await drafts.Save(key, body);
		} catch (reason) {
			pending.current ??= body;
			throw reason;
		}
	};

	useEffect(() => {
		let gone = false;
		drafts
			.Get(key)
			.catch(() => "")
			.then((text) => {
				if (!gone) setValue(text ? { ...initial, ...JSON.parse(text) } : initial);
			});
		const withdraw = onFlush(save);
		return () => {
			gone = true;
			withdraw();
			save().catch(() => {});
		};
	}, [key]);

	return {
		value,
		change: (part) => {
			setValue((old) => {
				const next = { ...(old ?? initial), ...part };
				pending.current = JSON.stringify(next);
				return next;
			});
			clearTimeout(timer.current);
			timer.current = window.setTimeout(() => save().catch(() => {}), pause);
		},
		discard: async () => {
			clearTimeout(timer.current);
			pending.current = null;
			await drafts.Save(key, "");
		},
	};
}
