import { signal } from "@preact/signals";
import { clients, Fault, type RecentChart, type SettingsView, settings } from "../bridge";
import { machineZone } from "../lib/time";
import { onReset } from "./vault";

/** The practice, its settings and the last backup; null while locked. */
export const practice = signal<SettingsView | null>(null);
/** The charts opened last. */
export const recent = signal<readonly RecentChart[]>([]);

onReset(() => {
	practice.value = null;
	recent.value = [];
});

/** Reads what the sidebar shows. What cannot be read stays as it was; the screen tells its own errors. */
export async function refreshPractice(): Promise<void> {
	try {
		[practice.value, recent.value] = await Promise.all([settings.Get(), clients.Recent()]);
	} catch (reason) {
		if (!(reason instanceof Fault)) throw reason;
	}
}

/** The practice's zone, in which days begin. */
export const zone = (): string => practice.value?.practice.zone || machineZone();
