import { signal } from "@preact/signals";
import { Fault, live, type RunningSession } from "../bridge";
import { brighten } from "./dim";
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
		// The room was darkened for a session that has ended.
		if (running.value.length === 0) brighten();
	} catch (reason) {
		if (!(reason instanceof Fault)) throw reason;
	}
}
