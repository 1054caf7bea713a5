import { signal } from "@preact/signals";
import { on, toFault, vault } from "../bridge";
import { refreshBackups } from "./backup";
import { place } from "./route";
import { flush, isLaidOver, onReset, vaultState } from "./vault";

/**
 * The window is closing, with a backup before. `failed` is why it stays: there is no backup or, when
 * `unsaved`, text that is not on disk. Null while nothing closes.
 */
export const closing = signal<{ failed?: string; unsaved?: boolean } | null>(null);

onReset(() => {
	closing.value = null;
});

let leaving = false;

/** The place to keep; where something lies over the screen Go has it. */
const here = (): string => (isLaidOver() ? "" : place());

/** Makes the backup and closes. Where it cannot, or not all text is on disk, the window stays and says so. */
export async function closeWithBackup(): Promise<void> {
	closing.value = {};
	try {
		const unsaved = await flush();
		if (unsaved) {
			await vault.StayOpen();
			closing.value = { failed: toFault(unsaved).message, unsaved: true };
			return;
		}
		await vault.CloseWithBackup(here());
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
		await vault.CloseWithoutBackup(here());
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
		if (!isLaidOver() && vaultState.value?.state !== "unlocked") return;
		if (!closing.value || closing.value.failed) void closeWithBackup();
	});
}
