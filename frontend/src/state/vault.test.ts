import { expect, it, vi } from "vitest";
import { flush, onFlush, refreshVault, unreadable, vaultState } from "./vault";

const state = vi.hoisted(() => vi.fn<() => Promise<object>>());
vi.mock("../wailsjs/go/app/Vault", () => ({ State: state }));

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
