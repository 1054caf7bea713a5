export type SaveStep = "saving" | "saved" | { failed: unknown };

/**
 * Saves the latest of a stream of values, one call at a time, `pause` ms after the first change that
 * is not saved, so that someone who types on and on loses no more than that. A value that could not be saved waits for the next attempt unless a newer one has come.
 */
export class Autosave<T> {
	readonly #save: (value: T) => Promise<void>;
	readonly #tell: (step: SaveStep) => void;
	readonly #pause: number;
	#waiting: { value: T } | null = null;
	#timer: ReturnType<typeof setTimeout> | undefined;
	#last: Promise<void> = Promise.resolve();

	constructor(save: (value: T) => Promise<void>, tell: (step: SaveStep) => void, pause = 400) {
		this.#save = save;
		this.#tell = tell;
		this.#pause = pause;
	}

	change(value: T): void {
		this.#waiting = { value };
		this.#timer ??= setTimeout(() => this.flush().catch(() => {}), this.#pause);
	}

	/** Saves what waits, after what is on its way; rejects when it could not be saved. */
	flush(): Promise<void> {
		clearTimeout(this.#timer);
		this.#timer = undefined;
		this.#last = this.#last.catch(() => {}).then(() => this.#write());
		return this.#last;
	}

	/** Forgets what waits to be saved. */
	drop(): void {
		clearTimeout(this.#timer);
		this.#timer = undefined;
		this.#waiting = null;
	}

	async #write(): Promise<void> {
		const next = this.#waiting;
		if (!next) return;
		this.#waiting = null;
		this.#tell("saving");
		try {
			await this.#save(next.value);
		} catch (reason) {
			this.#waiting ??= next;
			this.#tell({ failed: reason });
			throw reason;
		}
		this.#tell("saved");
	}
}
