import { signal } from "@preact/signals";
import { on, toFault, vault } from "../bridge";
import { refreshBackups } from "./backup";
import { place } from "./route";
import { flush, onReset, vaultState } from "./vault";

/** The window is closing: a backup is made first, or there is none and why; null while it stays open. */
export const closing = signal<{ failed?: string } | null>(null);

onReset(() => {
	closing.value = null;
});

let leaving = false;

/** Makes the backup and closes. Where none could be made the window stays, and says so. */
export async function closeWithBackup(): Promise<void> {
	closing.value = {};
	try {
		await flush();
		await vault.CloseWithBackup(place());
	} catch (reason) {
		const fault = toFault(reason);
		// Stopped on purpose: to close without it, or to stay.
		if (fault.code !== "cancelled") {
			closing.value = { failed: fault.message };
			await refreshBackups();
		} else if (!leaving) closing.value = null;
	}
}

/** Closes at once, whether a backup is on its way or could not be made. */
export async function closeWithoutBackup(): Promise<void> {
	leaving = true;
	try {
		await flush();
		await vault.CloseWithoutBackup(place());
	} catch (reason) {
		leaving = false;
		closing.value = { failed: toFault(reason).message };
	}
}

/** Keeps the window open, after a backup that could not be made. */
export async function stayOpen(): Promise<void> {
	closing.value = null;
	await vault.StayOpen();
}

/** Hears that the window was closed. */
export function watchClosing(): void {
	on("closing", () => {
		if (vaultState.value?.state !== "unlocked") return;
		if (!closing.value || closing.value.failed) void closeWithBackup();
	});
}
