import { signal } from "@preact/signals";
import { Fault, live, type RunningSession } from "../bridge";
import { onReset } from "./vault";

/** The dosing sessions that run, the one begun last first. */
export const running = signal<readonly RunningSession[]>([]);

onReset(() => {
	running.value = [];
});

/** Asks again which sessions run. What cannot be read stays as it was. */
export async function refreshRunning(): Promise<void> {
	try {
		running.value = await live.Running();
	} catch (reason) {
		if (!(reason instanceof Fault)) throw reason;
	}
}
