import { signal } from "@preact/signals";
import { on, work } from "../bridge";

const names = {
	backup: "Backing up",
	check: "Checking the records",
	renew: "Writing the records anew",
	inspect: "Looking into the backup",
	restore: "Restoring the backup",
	update: "Backing up before the update",
	document: "Making the document",
} as const;

export type WorkKind = keyof typeof names;

/** A long task on its way. */
export interface Work {
	kind: WorkKind;
	/** What it is doing, for its line. */
	name: string;
	/** How much of it is done, 0 to 1; undefined until that is known. */
	part: number | undefined;
}

interface Told {
	/** Grows with each task. */
	task: number;
	kind: string;
	done: number;
	total: number;
}

/** The key that stops it, wherever it is shown. */
export const cancelKey = "Ctrl Shift X";

/** The one long task that runs, if any. */
export const working = signal<Work | null>(null);

/** Whether the task was asked to stop and has not yet. */
export const cancelling = signal(false);

/** Reads what Go tells of its long task; null when none runs. */
export function readWork(told: Told): Work | null {
	if (!Object.hasOwn(names, told.kind)) return null;
	const kind = told.kind as WorkKind;
	const part = told.total > 0 ? Math.min(1, Math.max(0, told.done / told.total)) : undefined;
	return { kind, name: names[kind], part };
}

let ended = 0;

/** Takes what is told of the long task. What comes late, after its end, is left aside. */
export function hearWork(told: Told): void {
	if (told.task <= ended) return;
	working.value = readWork(told);
	if (working.value) return;
	ended = told.task;
	cancelling.value = false;
}

/** Hears how far the long task is. */
export function watchWork(): void {
	on("work", hearWork);
}

/** Asks the long task to stop; what it had begun is left as it was before. */
export async function cancelWork(): Promise<void> {
	if (!working.value || cancelling.value) return;
	cancelling.value = true;
	try {
		await work.Cancel();
	} catch {
		// It had ended in this very moment, which is told by the call that began it.
		cancelling.value = false;
	}
}
