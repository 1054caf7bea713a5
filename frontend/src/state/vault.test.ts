import { expect, it, vi } from "vitest";
import { flush, lock, onFlush, refreshVault, textLost, unreadable, vaultState } from "./vault";

const [state, lockVault] = vi.hoisted(() => [
	vi.fn<() => Promise<object>>(),
	vi.fn<(place: string) => Promise<void>>(),
]);
vi.mock("../wailsjs/go/app/Vault", () => ({ State: state, Lock: lockVault }));

it("says that the folder cannot be read, until it can", async () => {
	state.mockRejectedValueOnce('{"code":"internal","message":"Something went wrong.","ref":"abc"}');
	await refreshVault();
	expect(unreadable.value).toMatchObject({ message: "Something went wrong.", ref: "abc" });
	state.mockResolvedValueOnce({ state: "locked" });
	await refreshVault();
	expect(unreadable.value).toBeNull();
	expect(vaultState.value?.state).toBe("locked");
});

it("saves the rest where one cannot be saved, and gives the reason", async () => {
	const saved = vi.fn(async () => {});
	const withdraw = [onFlush(() => Promise.reject("the disk is full")), onFlush(saved)];
	expect(await flush()).toBe("the disk is full");
	for (const run of withdraw) run();
	expect(saved).toHaveBeenCalledOnce();
	expect(await flush()).toBeUndefined();
});

it("locks all the same where text cannot be saved, and remembers that it was so", async () => {
	state.mockResolvedValue({ state: "unlocked" });
	const withdraw = onFlush(() => Promise.resolve());
	await refreshVault();
	await lock();
	expect(textLost.value).toBe(false);
	withdraw();
	const refuse = onFlush(() => Promise.reject("the disk is full"));
	await refreshVault();
	await lock();
	refuse();
	expect(lockVault).toHaveBeenCalledTimes(2);
	expect(textLost.value).toBe(true);
	await refreshVault();
	await lock();
	expect(textLost.value).toBe(true); // until it was read
});
