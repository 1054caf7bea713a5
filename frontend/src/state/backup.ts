import { signal } from "@preact/signals";
import { type BackupStatus, Fault, on, toFault, vault } from "../bridge";
import { onReset, vaultState } from "./vault";

/** When the last verified backup was made and what is wrong with them; null while locked. */
export const backups = signal<BackupStatus | null>(null);

/** The backup asked for by hand: whether it runs, and how the last one ended. */
export const asked = signal<{
	running: boolean;
	fault?: Fault;
	done?: string;
	cancelled?: boolean;
}>({ running: false });

onReset(() => {
	backups.value = null;
	asked.value = { running: false };
});

/** Asks how the backups stand. What cannot be read stays as it was; the screen tells its own errors. */
export async function refreshBackups(): Promise<void> {
	try {
		backups.value = await vault.BackupStatus();
	} catch (reason) {
		if (!(reason instanceof Fault)) throw reason;
	}
}

/** Makes a backup now; where no folder is chosen yet it asks for one first. It ends quietly when none is. */
export async function backUpNow(): Promise<void> {
	if (asked.value.running) return;
	asked.value = { running: true };
	try {
		if (!backups.value?.folder && !(await vault.ChooseBackupFolder())) {
			asked.value = { running: false };
			return;
		}
		await vault.BackupNow();
		asked.value = { running: false, done: "Backed up, and the backup was read back." };
	} catch (reason) {
		const fault = toFault(reason);
		if (vaultState.value?.state !== "unlocked") asked.value = { running: false };
		else if (fault.code === "cancelled")
			asked.value = { running: false, done: fault.message, cancelled: true };
		else asked.value = { running: false, fault };
	}
	await refreshBackups();
}

/** Hears of backups that were made by themselves. */
export function watchBackups(): void {
	on("backup", () => void refreshBackups());
}
