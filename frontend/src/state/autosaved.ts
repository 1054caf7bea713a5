import { useEffect, useRef, useState } from "preact/hooks";
import { Fault, toFault } from "../bridge";
import { Autosave } from "../lib/autosave";
import { leaving } from "./leaving";
import { useLoad } from "./load";
import { isCovered, onFlush, onForget } from "./vault";

/** What could not be saved when its screen was left, until it is opened again. */
const unsaved = new Map<string, { version: number }>();
onForget(() => {
	const lost = unsaved.size > 0;
	unsaved.clear();
	return lost;
});

export interface Autosaved<V, R> {
	/** What Go returned last; undefined until it was read. */
	view: V | undefined;
	/** What is on the screen. */
	record: R | undefined;
	/** Why it could not be read. */
	loading: Fault | undefined;
	/** Why the latest is not on disk; its fields are told beside theirs. */
	fault: Fault | undefined;
	running: boolean;
	change: (part: Partial<R>) => void;
	/** Puts everything on disk now; rejects when it cannot. */
	flush: () => Promise<void>;
	/** Takes the view that an act on the record returned. */
	take: (view: V) => void;
}

const readAgain = () =>
	new Fault(
		"conflict",
		"This was changed elsewhere meanwhile, and was read again. What is shown is what is kept; enter again what is missing.",
	);

/**
 * A record that is written while it is edited, at most `pause` ms after a change, before every lock and
 * on leaving. One save is on its way at a time and carries the version that was returned last. After a
 * conflict what is on the screen stays there; with `anew` it gives way to what is on disk.
 */
export function useAutosaved<V, R extends { version: number }>(
	key: string,
	ask: () => Promise<V>,
	write: (record: R) => Promise<V>,
	recordOf: (view: V) => R,
	pause = 400,
	anew = false,
): Autosaved<V, R> {
	const loaded = useLoad(key, ask);
	const [record, setRecord] = useState<R>();
	const [fault, setFault] = useState<Fault>();
	const [running, setRunning] = useState(false);
	const latest = useRef<R | undefined>(undefined);
	const version = useRef(0);
	const act = useRef(write);
	act.current = write;
	const conflicts = (reason: unknown) => anew && toFault(reason).code === "conflict";
	const [saver] = useState(
		() =>
			new Autosave<R>(
				async (next) => {
					try {
						const view = await act.current({ ...next, version: version.current });
						version.current = recordOf(view).version;
						loaded.set(view);
					} catch (reason) {
						if (!conflicts(reason)) throw reason;
						// Where it cannot be read, the next attempt meets the conflict again.
						take(await ask());
						throw readAgain();
					}
				},
				(step) => {
					setRunning(step === "saving");
					if (step === "saving") return;
					// What went wrong stays until a save has worked.
					setFault(step === "saved" ? undefined : toFault(step.failed));
					if (step !== "saved" && conflicts(step.failed)) saver.drop();
				},
				pause,
			),
	);

	const show = (next: R) => {
		latest.current = next;
		setRecord(next);
	};
	const take = (view: V) => {
		version.current = recordOf(view).version;
		setFault(undefined);
		show(recordOf(view));
		loaded.set(view);
	};
	const change = (part: Partial<R>) => {
		if (!latest.current) return;
		show({ ...latest.current, ...part });
		saver.change(latest.current);
	};

	useEffect(() => {
		if (!loaded.data || latest.current) return;
		take(loaded.data);
		const kept = unsaved.get(key);
		unsaved.delete(key);
		if (kept && anew && kept.version !== version.current) setFault(readAgain());
		else if (kept) change(kept as Partial<R>);
	}, [loaded.data]);

	useEffect(() => {
		const withdraw = onFlush(() => saver.flush());
		return () => {
			withdraw();
			const end = saver.flush();
			leaving(end);
			end.catch((reason) => {
				// Nothing of a client stays in memory once the records are locked.
				const forgotten = toFault(reason).code === "locked" && !isCovered();
				if (forgotten || conflicts(reason) || !latest.current) return;
				unsaved.set(key, { ...latest.current, version: version.current });
			});
		};
	}, []);

	return {
		view: loaded.data,
		record,
		loading: loaded.fault,
		fault,
		running,
		change,
		flush: () => saver.flush(),
		take,
	};
}
