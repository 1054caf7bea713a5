import { signal } from "@preact/signals";
import type { Fault, VaultState } from "../bridge";
import { lock, vaultState } from "./vault";

/** How someone is on the way into the records. */
export type Way =
	| { to: "unlock" }
	| { to: "recover" }
	/** From a backup; `from` names one that is known. */
	| { to: "restore"; from?: VaultState["last_backup"] }
	/** The records or their key cannot be read. */
	| { to: "damaged"; fault: Fault };

export const way = signal<Way>({ to: "unlock" });

/** Leaves the open records for the screen that restores a backup. */
export async function lockAndRestore(): Promise<void> {
	await lock();
	const last = vaultState.value?.last_backup;
	way.value = { to: "restore", ...(last?.there && { from: last }) };
}
