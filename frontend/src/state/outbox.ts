import { batch, signal } from "@preact/signals";
import {
	type DoseEvent,
	type Entry,
	Fault,
	type LogChange,
	live,
	type Observation,
	sessions,
	toFault,
	type VitalSigns,
} from "../bridge";
import { onFlush, onForget } from "./vault";

/*
 * Entries of a running session on their way to the disk. Each is shown at once and sent in the
 * order it was made, one at a time, with its id and its true time, so that sending it again is
 * harmless. It stays here until Go says that it is on disk.
 */

/** An entry of the log as it is made. */
export type Written =
	| { observation: Observation }
	| { vitals: VitalSigns }
	| { dose: DoseEvent }
	/** Words for a mark that was just made, which the entry names as the one it corrects. */
	| { words: Observation };

/** An entry that is not known to be on disk. */
export interface Unsaved {
	readonly session: string;
	readonly written: Written;
	/** "sending": on its way or waiting its turn. "held": the disk does not take it, it is tried again. "refused": Go will not have it as it is. */
	readonly state: "sending" | "held" | "refused";
	/** Why it is held or refused. */
	readonly fault?: Fault;
	/** By the page's own clock, in milliseconds. */
	readonly since: number;
}

/** How long a disk that does not take an entry is left alone, in milliseconds. */
const pause = 3000;

/** Failures that pass by themselves: the entry waits, and those after it behind it. */
const passing: readonly string[] = ["not_saved", "locked", "cancelled"];

/** What every kind of entry has. */
export function entryOf(written: Written): Entry {
	if ("observation" in written) return written.observation.entry;
	if ("words" in written) return written.words.entry;
	return "vitals" in written ? written.vitals.entry : written.dose.entry;
}

/** Writes an entry and returns what that changed. */
export function sendEntry(session: string, written: Written): Promise<LogChange> {
	if ("observation" in written) return sessions.RecordObservation(session, written.observation);
	if ("words" in written) return live.AddWords(session, written.words);
	if ("vitals" in written) return sessions.RecordVitals(session, written.vitals);
	return sessions.RecordDose(session, written.dose);
}

type Ended = (end: LogChange | Fault | "held") => void;

/** Sends entries in their order, and keeps those that are not on disk. */
export class Outbox {
	/** What is not on disk, in the order it was made. */
	readonly unsaved = signal<readonly Unsaved[]>([]);
	readonly #send: typeof sendEntry;
	readonly #heard = new Set<(change: LogChange, written: Written) => void>();
	readonly #ended = new Map<string, Ended>();
	#busy: Promise<void> | undefined;
	#again: ReturnType<typeof setTimeout> | undefined;

	constructor(send: typeof sendEntry) {
		this.#send = send;
	}

	/** Hears what each entry changed once it is on disk; the result stops listening. */
	onSaved(hear: (change: LogChange, written: Written) => void): () => void {
		this.#heard.add(hear);
		return () => this.#heard.delete(hear);
	}

	/** Takes an entry; a key press needs no answer. */
	add(session: string, written: Written): void {
		this.unsaved.value = [
			...this.unsaved.value,
			{ session, written, state: "sending", since: performance.now() },
		];
		void this.flush();
	}

	/**
	 * Takes an entry that a form waits for: what it changed, or undefined where the disk does not
	 * take it now and it waits here. Rejects when Go will not have it; then it is not here either.
	 */
	async submit(session: string, written: Written): Promise<LogChange | undefined> {
		const { id } = entryOf(written);
		const end = await new Promise<LogChange | Fault | "held">((resolve) => {
			this.#ended.set(id, resolve);
			// Sent once more by hand: it is here already.
			if (this.#find(id)) void this.flush();
			else this.add(session, written);
		});
		this.#ended.delete(id);
		if (end === "held") return undefined;
		if (end instanceof Error) throw end;
		return end;
	}

	/** Tries what is held or refused once more. */
	retry(id: string): void {
		this.#change(id, { state: "sending" });
		void this.flush();
	}

	/** Takes an entry away that was never written. */
	drop(id: string): void {
		this.unsaved.value = this.unsaved.value.filter((u) => entryOf(u.written).id !== id);
	}

	/** Forgets everything, as when the records are locked. */
	clear(): void {
		clearTimeout(this.#again);
		this.unsaved.value = [];
	}

	/** Sends what waits, in its order; resolves when nothing more can be sent now. */
	flush(): Promise<void> {
		clearTimeout(this.#again);
		if (!this.#busy && this.#next()) this.#busy = this.#run();
		return this.#busy ?? Promise.resolve();
	}

	#next(): Unsaved | undefined {
		return this.unsaved.value.find((u) => u.state !== "refused");
	}

	async #run(): Promise<void> {
		try {
			for (let next = this.#next(); next; next = this.#next())
				if (!(await this.#sendOne(next))) return;
		} finally {
			this.#busy = undefined;
		}
	}

	/** Sends one entry; false when the disk takes nothing now. */
	async #sendOne(next: Unsaved): Promise<boolean> {
		const { id } = entryOf(next.written);
		try {
			const change = await this.#send(next.session, next.written);
			// At once: what waited is drawn in its place on the log, and only once.
			batch(() => {
				this.drop(id);
				for (const hear of this.#heard) hear(change, next.written);
			});
			this.#ended.get(id)?.(change);
		} catch (reason) {
			const fault = toFault(reason);
			if (passing.includes(fault.code)) {
				this.#wait(fault);
				return false;
			}
			const form = this.#ended.get(id);
			if (form) {
				this.drop(id);
				form(fault);
			} else this.#change(id, { state: "refused", fault });
		}
		return true;
	}

	/** Holds everything that waits, for its order stays, and tries again in a while. */
	#wait(fault: Fault): void {
		this.unsaved.value = this.unsaved.value.map((u) =>
			u.state === "refused" ? u : { ...u, state: "held", fault },
		);
		for (const u of this.unsaved.value) this.#ended.get(entryOf(u.written).id)?.("held");
		clearTimeout(this.#again);
		this.#again = setTimeout(() => void this.flush(), pause);
	}

	#find(id: string): Unsaved | undefined {
		return this.unsaved.value.find((u) => entryOf(u.written).id === id);
	}

	#change(id: string, to: Pick<Unsaved, "state"> & { fault?: Fault }): void {
		this.unsaved.value = this.unsaved.value.map((u) =>
			entryOf(u.written).id === id
				? { session: u.session, written: u.written, since: u.since, ...to }
				: u,
		);
	}
}

/** The entries of this window. They outlast the screen, and a cover over it. */
export const outbox = new Outbox(sendEntry);

/** When the entries happened that a lock took with it, RFC 3339 in UTC; the rest of them is gone. */
export const entriesLost = signal<readonly string[]>([]);

onFlush(async () => {
	await outbox.flush();
	const left = outbox.unsaved.value;
	if (left[0])
		throw new Fault(
			"not_saved",
			`${left.length === 1 ? "1 entry" : `${left.length} entries`} of the session not saved. ${left[0].fault?.message ?? ""}`.trim(),
		);
});
onForget(() => {
	const lost = outbox.unsaved.value.map((u) => entryOf(u.written).at);
	entriesLost.value = [...entriesLost.value, ...lost];
	outbox.clear();
	return lost.length > 0;
});
