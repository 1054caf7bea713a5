import { batch, signal } from "@preact/signals";
import {
	Fault,
	measures,
	on,
	toFault,
	type UnlockResult,
	type VaultState,
	vault,
	whenLocked,
} from "../bridge";
import { place, placeOf, resetRoute, restore, restoreAt } from "./route";

/** What the vault says of itself; null until it was asked the first time. */
export const vaultState = signal<VaultState | null>(null);

/** How many wrong passphrases were tried between the last two unlocks. */
export const failedUnlocks = signal(0);

const flushes = new Set<() => Promise<void>>();
const resets = new Set<() => void>();
const forgets = new Set<() => boolean>();
const opens = new Set<(result: UnlockResult) => void>();

/** Something unfinished that must be on disk before the records lock; the result withdraws it. */
export function onFlush(run: () => Promise<void>): () => void {
	flushes.add(run);
	return () => flushes.delete(run);
}

/** Something in memory that must be forgotten when the records lock or the screen is covered. */
export function onReset(run: () => void): void {
	resets.add(run);
}

/** Something that outlasts a cover and must be forgotten when the records lock; it gives whether text was lost with it. */
export function onForget(run: () => boolean): void {
	forgets.add(run);
}

/** Whether the screen is covered, because a session runs: what is not on disk is kept meanwhile. */
export const isCovered = (): boolean => vaultState.value?.state === "covered";

/** Whether a form is in the client's hands: Go refuses everything else. */
export const isHanded = (): boolean => vaultState.value?.state === "handed";

/** Whether something lies over the screen, whose place Go knows. */
export const isLaidOver = (): boolean => isCovered() || isHanded();

const isOpen = (): boolean => isLaidOver() || vaultState.value?.state === "unlocked";

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

/**
 * Locks now: unfinished text goes to disk, the place is kept in the vault, and all is forgotten here.
 * Under a cover, or while a form is handed over, Go knows the place.
 */
export async function lock(): Promise<void> {
	if (locking || !isOpen()) return;
	const known = isLaidOver();
	locking = true;
	try {
		await flushLast();
		await vault.Lock(known ? "" : place());
	} finally {
		locking = false;
		await locked();
	}
}

/** Covers the screen where a session runs, and locks where none does. What the disk does not take now is kept under a cover. */
export async function cover(): Promise<void> {
	if (locking || vaultState.value?.state !== "unlocked") return;
	locking = true;
	let covers = false;
	try {
		const unsaved = await flush();
		covers = await vault.Cover(place());
		if (!covers && unsaved !== undefined) textLost.value = true;
	} finally {
		locking = false;
		await (covers ? covered() : locked());
	}
}

/**
 * Gives a form to the client on this computer; all else is forgotten here, as when the records lock.
 * It rejects, and nothing is handed over, where something is not on disk or Go refuses.
 */
export async function handOver(form: string): Promise<void> {
	if (locking || vaultState.value?.state !== "unlocked")
		throw new Fault("locked", "The records are being locked. Nothing was handed over.");
	locking = true;
	try {
		const unsaved = await flush();
		if (unsaved !== undefined) throw unsaved;
		await measures.HandOver(form, placeOf({ screen: "form", id: form }));
		handed();
	} finally {
		locking = false;
	}
	await refreshVault();
}

function handed(): void {
	batch(() => {
		gone("handed");
		for (const run of forgets) if (run()) textLost.value = true;
	});
}

async function flushLast(): Promise<void> {
	if ((await flush()) !== undefined) textLost.value = true;
}

async function locked(): Promise<void> {
	batch(() => {
		gone("locked");
		for (const run of forgets) if (run()) textLost.value = true;
	});
	await refreshVault();
}

async function covered(): Promise<void> {
	batch(() => gone("covered"));
	await refreshVault();
}

/** Takes everything off the screen. */
function gone(state: string): void {
	if (vaultState.value) vaultState.value = { ...vaultState.value, state };
	for (const run of resets) run();
	resetRoute();
}

/** Shows the records again, at the place where they were left; a session that runs comes first, then a form that is taken back. */
export async function unlocked(result: UnlockResult): Promise<void> {
	failedUnlocks.value = result.failed_attempts;
	if (result.session) restoreAt({ screen: "live", id: result.session }, result.place);
	else if (result.form) restoreAt({ screen: "form", id: result.form }, result.place);
	else restore(result.place);
	await refreshVault();
	for (const run of opens) run(result);
}

const touchEvery = 20_000;

/** Listens to Go and tells it that someone is here, so that its idle clock starts anew. */
export function watchVault(): void {
	const hearLocked = () => {
		// Many calls may find the vault locked at once; one of them is enough.
		if (locking || !isOpen()) return;
		// Too late for what is not on disk; that there was something is found out all the same.
		void flushLast();
		void locked();
	};
	const hearCovered = () => {
		if (!locking && vaultState.value?.state === "unlocked") void covered();
	};
	const hearHanded = () => {
		if (!locking && vaultState.value?.state === "unlocked") handed();
	};
	// Under a cover, and while a form is handed over, Go refuses as if the records were locked.
	whenLocked(async () => {
		if (isLaidOver()) return;
		const told = await vault.State().catch(() => null);
		if (told?.state === "covered") hearCovered();
		else if (told?.state === "handed") hearHanded();
		else hearLocked();
	});
	on("locked", hearLocked);
	on("lock-now", () => void lock());
	on("covered", hearCovered);
	on("handed", hearHanded);
	on("cover-now", () => void cover());

	let touched = 0;
	const touch = () => {
		const here = isHanded() || vaultState.value?.state === "unlocked";
		if (!here || performance.now() - touched < touchEvery) return;
		touched = performance.now();
		vault.Touch().catch(() => {
			// Locked in this very moment, which is told by its own event.
		});
	};
	for (const e of ["keydown", "pointerdown", "wheel"])
		addEventListener(e, touch, { capture: true, passive: true });
}
