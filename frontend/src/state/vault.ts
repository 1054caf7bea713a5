import { batch, signal } from "@preact/signals";
import {
	type Fault,
	on,
	toFault,
	type UnlockResult,
	type VaultState,
	vault,
	whenLocked,
} from "../bridge";
import { place, resetRoute, restore } from "./route";

/** What the vault says of itself; null until it was asked the first time. */
export const vaultState = signal<VaultState | null>(null);

/** How many wrong passphrases were tried between the last two unlocks. */
export const failedUnlocks = signal(0);

const flushes = new Set<() => Promise<void>>();
const resets = new Set<() => void>();
const opens = new Set<(result: UnlockResult) => void>();

/** Something unfinished that must be on disk before the records lock; the result withdraws it. */
export function onFlush(run: () => Promise<void>): () => void {
	flushes.add(run);
	return () => flushes.delete(run);
}

/** Something in memory that must be forgotten when the records lock. */
export function onReset(run: () => void): void {
	resets.add(run);
}

/** Something to be done when the records were opened with a passphrase or a code. */
export function onUnlocked(run: (result: UnlockResult) => void): void {
	opens.add(run);
}

/**
 * Puts everything unfinished on disk, and gives the reason when something could not be put there. A
 * failure of one does not keep the others from being saved.
 */
export async function flush(): Promise<unknown> {
	const ends = await Promise.allSettled([...flushes].map((run) => run()));
	return ends.find((e) => e.status === "rejected")?.reason;
}

/** Why the folder of the records cannot be looked into; null when it can. */
export const unreadable = signal<Fault | null>(null);

/** Asks the vault for its state. */
export async function refreshVault(): Promise<void> {
	try {
		vaultState.value = await vault.State();
		unreadable.value = null;
	} catch (reason) {
		unreadable.value = toFault(reason);
	}
}

/** Whether a lock took text with it that could not be put on disk. Only that is known; the text is gone. */
export const textLost = signal(false);

let locking = false;

/** Locks now: unfinished text goes to disk, the place is kept in the vault, and all is forgotten here. */
export async function lock(): Promise<void> {
	if (locking || vaultState.value?.state !== "unlocked") return;
	locking = true;
	try {
		await flushLast();
		await vault.Lock(place());
	} finally {
		locking = false;
		await locked();
	}
}

async function flushLast(): Promise<void> {
	if ((await flush()) !== undefined) textLost.value = true;
}

async function locked(): Promise<void> {
	batch(() => {
		if (vaultState.value) vaultState.value = { ...vaultState.value, state: "locked" };
		for (const run of resets) run();
		resetRoute();
	});
	await refreshVault();
}

/** Shows the records again, at the place where they were left. */
export async function unlocked(result: UnlockResult): Promise<void> {
	failedUnlocks.value = result.failed_attempts;
	restore(result.place);
	await refreshVault();
	for (const run of opens) run(result);
}

const touchEvery = 20_000;

/** Listens to Go and tells it that someone is here, so that its idle clock starts anew. */
export function watchVault(): void {
	const hearLocked = () => {
		// Many calls may find the vault locked at once; one of them is enough.
		if (locking || vaultState.value?.state !== "unlocked") return;
		// Too late for what is not on disk; that there was something is found out all the same.
		void flushLast();
		void locked();
	};
	whenLocked(hearLocked);
	on("locked", hearLocked);
	on("lock-now", () => void lock());

	let touched = 0;
	const touch = () => {
		if (vaultState.value?.state !== "unlocked" || performance.now() - touched < touchEvery) return;
		touched = performance.now();
		vault.Touch().catch(() => {
			// Locked in this very moment, which is told by its own event.
		});
	};
	for (const e of ["keydown", "pointerdown", "wheel"])
		addEventListener(e, touch, { capture: true, passive: true });
}
