/**
 * Runs one thing at a time. Of what is asked for meanwhile only the last is run, as soon as the one
 * that runs has ended; `stop` tells that one to hurry. What the person has left behind is dropped.
 */
export function onlyLast<Asked, Made>(
	run: (asked: Asked) => Promise<Made>,
	told: { made: (made: Made) => void; failed: (reason: unknown) => void; idle: () => void },
	dropped: (made: Made) => void,
	stop: () => void,
): { ask: (asked: Asked) => void; end: () => void } {
	let next: { asked: Asked } | undefined;
	let running = false;
	let over = false;

	const work = async () => {
		running = true;
		while (next && !over) {
			const { asked } = next;
			next = undefined;
			try {
				const made = await run(asked);
				if (next || over) dropped(made);
				else told.made(made);
			} catch (reason) {
				if (!next && !over) told.failed(reason);
			}
		}
		running = false;
		if (!over) told.idle();
	};
	return {
		ask: (asked) => {
			next = { asked };
			if (running) stop();
			else void work();
		},
		end: () => {
			over = true;
			if (running) stop();
		},
	};
}
