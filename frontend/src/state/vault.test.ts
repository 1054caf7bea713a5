import { expect, it, vi } from "vitest";
import {
	cover,
	flush,
	handOver,
	isCovered,
	isHanded,
	lock,
	onFlush,
	onForget,
	onReset,
	refreshVault,
	textLost,
	unreadable,
	vaultState,
} from "./vault";

const [state, lockVault, coverVault, give] = vi.hoisted(() => [
	vi.fn<() => Promise<object>>(),
	vi.fn<(place: string) => Promise<void>>(),
	vi.fn<(place: string) => Promise<boolean>>(),
	vi.fn<(form: string, place: string) => Promise<void>>(),
]);
vi.mock("../wailsjs/go/app/Measures", () => ({ HandOver: give }));
vi.mock("../wailsjs/go/app/Vault", () => ({ State: state, Lock: lockVault, Cover: coverVault }));

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

it("keeps what outlasts a cover until the records lock, and says when text was lost with it", async () => {
	let kept = ["an entry on its way"];
	let shown = true;
	onForget(() => {
		const lost = kept.length > 0;
		kept = [];
		return lost;
	});
	onReset(() => {
		shown = false;
	});
	textLost.value = false;
	lockVault.mockClear();

	state.mockResolvedValue({ state: "unlocked" });
	await refreshVault();
	const refuse = onFlush(() => Promise.reject("the disk is full"));
	coverVault.mockResolvedValueOnce(true);
	state.mockResolvedValue({ state: "covered" });
	await cover();
	refuse();
	expect([isCovered(), shown, kept.length, textLost.value]).toEqual([true, false, 1, false]);

	state.mockResolvedValue({ state: "locked" });
	await lock();
	expect(lockVault).toHaveBeenCalledExactlyOnceWith("");
	expect([isCovered(), kept.length, textLost.value]).toEqual([false, 0, true]);
});

it("locks where no session runs", async () => {
	textLost.value = false;
	state.mockResolvedValue({ state: "unlocked" });
	await refreshVault();
	coverVault.mockResolvedValueOnce(false);
	state.mockResolvedValue({ state: "locked" });
	const refuse = onFlush(() => Promise.reject("the disk is full"));
	await cover();
	refuse();
	expect([vaultState.value?.state, textLost.value]).toEqual(["locked", true]);
});

it("hands nothing over while the records lock, and says so", async () => {
	give.mockClear();
	state.mockResolvedValue({ state: "unlocked" });
	await refreshVault();
	let saved = () => {};
	const slow = onFlush(
		() =>
			new Promise<void>((done) => {
				saved = done;
			}),
	);
	state.mockResolvedValue({ state: "locked" });
	const end = lock();
	await expect(handOver("f1")).rejects.toMatchObject({ code: "locked" });
	saved();
	slow();
	await end;
	await expect(handOver("f1")).rejects.toMatchObject({ code: "locked" });
	expect(give).not.toHaveBeenCalled();
});

it("hands over what is on disk, and forgets all else", async () => {
	let shown = true;
	let kept = true;
	onReset(() => {
		shown = false;
	});
	onForget(() => {
		kept = false;
		return false;
	});
	textLost.value = false;
	state.mockResolvedValue({ state: "unlocked" });
	await refreshVault();
	const refuse = onFlush(() => Promise.reject("the disk is full"));
	await expect(handOver("f1")).rejects.toBe("the disk is full");
	refuse();
	expect([give.mock.calls.length, isHanded(), shown, kept]).toEqual([0, false, true, true]);

	give.mockRejectedValueOnce('{"code":"conflict","message":"A session runs."}');
	await expect(handOver("f1")).rejects.toMatchObject({ code: "conflict" });
	expect([isHanded(), shown, kept]).toEqual([false, true, true]);

	give.mockResolvedValueOnce();
	state.mockResolvedValue({ state: "handed" });
	await handOver("f1");
	expect(JSON.parse(give.mock.lastCall?.[1] ?? "")).toMatchObject({
		route: { screen: "form", id: "f1" },
	});
	expect([isHanded(), shown, kept, textLost.value]).toEqual([true, false, false, false]);

	// Go knows the place: the page says none.
	state.mockResolvedValue({ state: "locked" });
	await lock();
	expect(lockVault).toHaveBeenLastCalledWith("");
});
