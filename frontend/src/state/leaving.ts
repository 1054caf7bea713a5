const writing = new Set<Promise<unknown>>();

/** Something a screen that was left still writes. */
export function leaving(end: Promise<unknown>): void {
	writing.add(end);
	void end.catch(() => {}).then(() => writing.delete(end));
}

/** Resolves when what the screens before have written is on disk, or could not be put there. */
export const left = (): Promise<unknown> => Promise.allSettled([...writing]);
