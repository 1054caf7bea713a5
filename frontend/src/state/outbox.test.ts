import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { Fault, type FaultCode, type LogChange } from "../bridge";
import { entryOf, Outbox, type Written } from "./outbox";

/** A mark that happened at a minute of the day. */
const mark = (id: string, minute = 0): Written => ({
	observation: {
		entry: {
			id,
			participant_id: "p",
			at: `2026-03-12T13:${String(minute).padStart(2, "0")}:00.000Z`,
			recorded_at: "",
			struck_at: "",
			struck_reason: "",
			corrects_id: "",
		},
		kind: "tearful",
		text: "",
		client_words: false,
	},
});

const change = (id: string) => ({ participant_id: id }) as LogChange;
const refusal = (code: FaultCode) => new Fault(code, "Not saved: the disk is full. It is kept.");

/** A disk that takes what it is given, refuses it, or keeps it waiting. */
class Disk {
	written: string[] = [];
	times: string[] = [];
	full: FaultCode | "" = "";
	bad = new Set<string>();
	gate: (() => void) | undefined;
	slow = false;

	take = async (_: string, w: Written): Promise<LogChange> => {
		const { id, at } = entryOf(w);
		if (this.slow)
			await new Promise<void>((resolve) => {
				this.gate = resolve;
			});
		if (this.full) throw refusal(this.full);
		if (this.bad.has(id)) throw refusal("invalid");
		this.written.push(id);
		this.times.push(at);
		return change(id);
	};
}

let disk: Disk;
let box: Outbox;
const states = () => box.unsaved.value.map((u) => `${entryOf(u.written).id} ${u.state}`);

beforeEach(() => {
	vi.useFakeTimers();
	disk = new Disk();
	box = new Outbox(disk.take);
});
afterEach(() => vi.useRealTimers());

it("shows an entry at once and lets go of it when it is on disk", async () => {
	disk.slow = true;
	const heard: string[] = [];
	box.onSaved((c, w) => heard.push(`${c.participant_id} ${entryOf(w).id}`));
	box.add("s", mark("a"));
	expect(states()).toEqual(["a sending"]);
	disk.gate?.();
	await box.flush();
	expect(states()).toEqual([]);
	expect(heard).toEqual(["a a"]);
});

it("sends one at a time, in the order they were made", async () => {
	disk.slow = true;
	for (const id of ["a", "b", "c"]) box.add("s", mark(id));
	for (const so_far of [["a"], ["a", "b"], ["a", "b", "c"]]) {
		disk.gate?.();
		await vi.advanceTimersByTimeAsync(0);
		expect(disk.written).toEqual(so_far);
	}
});

it("keeps what the disk does not take, tries again, and writes it in order with its true times", async () => {
	disk.full = "not_saved";
	box.add("s", mark("a", 1));
	await box.flush();
	box.add("s", mark("b", 2));
	await box.flush();
	box.add("s", mark("c", 0));
	await box.flush();
	expect(states()).toEqual(["a held", "b held", "c held"]);
	expect(box.unsaved.value[0]?.fault?.code).toBe("not_saved");
	await vi.advanceTimersByTimeAsync(10_000);
	expect(disk.written).toEqual([]);
	disk.full = "";
	await vi.advanceTimersByTimeAsync(3_000);
	expect(disk.written).toEqual(["a", "b", "c"]);
	expect(disk.times).toEqual([1, 2, 0].map((m) => `2026-03-12T13:0${m}:00.000Z`));
	expect(states()).toEqual([]);
});

it("tries what is held with the next entry, before it", async () => {
	disk.full = "not_saved";
	box.add("s", mark("a"));
	await box.flush();
	disk.full = "";
	box.add("s", mark("b"));
	await box.flush();
	expect(disk.written).toEqual(["a", "b"]);
});

it.each(["locked", "cancelled"] as const)("waits while Go says %s", async (code) => {
	disk.full = code;
	box.add("s", mark("a"));
	await box.flush();
	expect(states()).toEqual(["a held"]);
	disk.full = "";
	await vi.advanceTimersByTimeAsync(3_000);
	expect(disk.written).toEqual(["a"]);
});

it("does not hold up the rest for one that is refused", async () => {
	disk.bad.add("a");
	box.add("s", mark("a"));
	box.add("s", mark("b"));
	await box.flush();
	expect(disk.written).toEqual(["b"]);
	expect(states()).toEqual(["a refused"]);
	await vi.advanceTimersByTimeAsync(10_000);
	expect(states()).toEqual(["a refused"]);
	disk.bad.clear();
	box.retry("a");
	await box.flush();
	expect(disk.written).toEqual(["b", "a"]);
	disk.bad.add("c");
	box.add("s", mark("c"));
	await box.flush();
	box.drop("c");
	expect(states()).toEqual([]);
});

it("tells a form what became of its entry", async () => {
	await expect(box.submit("s", mark("a"))).resolves.toEqual(change("a"));
	disk.bad.add("b");
	await expect(box.submit("s", mark("b"))).rejects.toMatchObject({ code: "invalid" });
	// The form still has it: it is not here as well.
	expect(states()).toEqual([]);
	disk.full = "not_saved";
	await expect(box.submit("s", mark("c"))).resolves.toBeUndefined();
	expect(states()).toEqual(["c held"]);
	// Behind what is held already.
	await expect(box.submit("s", mark("d"))).resolves.toBeUndefined();
	disk.full = "";
	await vi.advanceTimersByTimeAsync(3_000);
	expect(disk.written).toEqual(["a", "c", "d"]);
});

it("takes an entry made while another is on its way", async () => {
	box.onSaved((_, w) => {
		if (entryOf(w).id === "a") box.add("s", mark("b"));
	});
	box.add("s", mark("a"));
	await box.flush();
	expect(disk.written).toEqual(["a", "b"]);
});

it("forgets all when it is told to", async () => {
	disk.full = "not_saved";
	box.add("s", mark("a"));
	await box.flush();
	box.clear();
	disk.full = "";
	await vi.advanceTimersByTimeAsync(10_000);
	expect(disk.written).toEqual([]);
	expect(states()).toEqual([]);
});
