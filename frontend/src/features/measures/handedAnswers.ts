/** How long after a refusal what is not on disk is tried again, in milliseconds. */
const patience = 3000;

/**
 * Sends answers to Go at once and in order, one at a time. What could not be put on disk waits, the
 * last answer to each question, and is tried again with the next one and after a while.
 */
export class HandedAnswers {
	readonly #send: (linkId: string, value: number | null) => Promise<void>;
	readonly #tell: (failed: boolean) => void;
	readonly #waiting = new Map<string, number | null>();
	#timer: ReturnType<typeof setTimeout> | undefined;
	#last: Promise<void> = Promise.resolve();

	constructor(
		send: (linkId: string, value: number | null) => Promise<void>,
		tell: (failed: boolean) => void,
	) {
		this.#send = send;
		this.#tell = tell;
	}

	/** Takes an answer; null takes it away. */
	give(linkId: string, value: number | null): void {
		this.#waiting.delete(linkId);
		this.#waiting.set(linkId, value);
		this.flush().catch(() => {});
	}

	/** Puts everything on disk that waits; rejects when that could not be done. */
	flush(): Promise<void> {
		clearTimeout(this.#timer);
		this.#last = this.#last.catch(() => {}).then(() => this.#write());
		return this.#last;
	}

	/** Tries nothing again: the form is in nobody's hands any more. */
	stop(): void {
		clearTimeout(this.#timer);
		this.#waiting.clear();
	}

	async #write(): Promise<void> {
		for (const [linkId, value] of this.#waiting) {
			try {
				await this.#send(linkId, value);
			} catch (reason) {
				clearTimeout(this.#timer);
				this.#timer = setTimeout(() => this.flush().catch(() => {}), patience);
				this.#tell(true);
				throw reason;
			}
			// Answered anew while it was on its way, it waits at the end of the list.
			if (this.#waiting.get(linkId) === value) this.#waiting.delete(linkId);
		}
		this.#tell(false);
	}
}
