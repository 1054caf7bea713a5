import { useCallback, useEffect, useRef, useState } from "preact/hooks";
import { type Fault, toFault } from "../bridge";
import { left } from "./leaving";

export interface Loaded<T> {
	data: T | undefined;
	fault: Fault | undefined;
	/** Asks again; what is shown stays until the answer is there. */
	reload: () => Promise<void>;
	/** Takes a record that a change has returned. */
	set: (data: T) => void;
}

/** Asks Go for a screen's data, once what the screen before still writes is there, and again whenever `key` changes. A late answer to an old key is dropped. */
export function useLoad<T>(key: string, ask: () => Promise<T>): Loaded<T> {
	const [state, setState] = useState<{ key: string; data?: T; fault?: Fault }>({ key });
	const wanted = useRef(key);
	wanted.current = key;
	const latest = useRef(ask);
	latest.current = ask;

	const changes = useRef(0);

	const reload = useCallback(async () => {
		const asked = wanted.current;
		await left();
		try {
			let data: T;
			let before: number;
			do {
				// An answer from before a change that was set meanwhile would take that from the screen.
				before = changes.current;
				data = await latest.current();
			} while (before !== changes.current && wanted.current === asked);
			if (wanted.current === asked) setState({ key: asked, data });
		} catch (reason) {
			const fault = toFault(reason);
			if (wanted.current === asked) setState((old) => ({ ...old, key: asked, fault }));
		}
	}, []);

	useEffect(() => {
		void reload();
	}, [key]);

	const set = useCallback((data: T) => {
		changes.current++;
		setState({ key: wanted.current, data });
	}, []);
	const current = state.key === key ? state : undefined;
	return { data: current?.data, fault: current?.fault, reload, set };
}

/** The last thing that was there, so that a screen stays while it is asked again. */
export function useKept<T>(data: T | undefined): T | undefined {
	const kept = useRef(data);
	if (data !== undefined) kept.current = data;
	return kept.current;
}
