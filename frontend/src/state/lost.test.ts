import { expect, it, vi } from "vitest";
import { entriesLost, outbox } from "./outbox";
import { cover, flush, lock, refreshVault, textLost } from "./vault";

const [state, record] = vi.hoisted(() => [
	vi.fn<() => Promise<object>>(),
	vi.fn<() => Promise<object>>(),
]);
vi.mock("../wailsjs/go/app/Vault", () => ({
	State: state,
	Lock: () => Promise.resolve(),
	Cover: () => Promise.resolve(true),
}));
vi.mock("../wailsjs/go/app/Sessions", () => ({ RecordObservation: record }));

const mark = (id: string, at: string) => ({
	observation: {
		entry: {
			id,
			participant_id: "p",
			at,
			recorded_at: "",
			struck_at: "",
			struck_reason: "",
			corrects_id: "",
		},
		kind: "moving",
		text: "",
		client_words: false,
	},
});

it("keeps entries under a cover, and tells the times of those a lock took with it", async () => {
	record.mockRejectedValue('{"code":"not_saved","message":"Not saved: the disk is full."}');
	state.mockResolvedValue({ state: "unlocked" });
	await refreshVault();
	const times = ["2026-03-12T13:42:00.000Z", "2026-03-12T13:43:00.000Z"];
	for (const at of times) outbox.add("s", mark(at, at));
	expect(await flush()).toMatchObject({
		message: "2 entries of the session not saved. Not saved: the disk is full.",
	});

	state.mockResolvedValue({ state: "covered" });
	await cover();
	expect([outbox.unsaved.value.length, entriesLost.value, textLost.value]).toEqual([2, [], false]);

	state.mockResolvedValue({ state: "locked" });
	await lock();
	expect([outbox.unsaved.value.length, entriesLost.value, textLost.value]).toEqual([
		0,
		times,
		true,
	]);
});
