import { describe, expect, it, vi } from "vitest";
import { onlyLast } from "./onlyLast";

/** Something to run whose ends are in the test's hands. */
function desk() {
	const waiting: { asked: string; made: (m: string) => void; failed: (r: unknown) => void }[] = [];
	const told = { made: vi.fn(), failed: vi.fn(), idle: vi.fn() };
	const dropped = vi.fn();
	const stop = vi.fn();
	const run = (asked: string) =>
		new Promise<string>((made, failed) => waiting.push({ asked, made, failed }));
	return { waiting, told, dropped, stop, last: onlyLast(run, told, dropped, stop) };
}
const settled = () => new Promise((r) => setTimeout(r));

describe("only the last that was asked for", () => {
	it("runs one, then of many only the last", async () => {
		const { waiting, told, dropped, stop, last } = desk();
		last.ask("a");
		last.ask("b");
		last.ask("c");
		expect(waiting.map((w) => w.asked)).toEqual(["a"]);
		expect(stop).toHaveBeenCalledTimes(2);
		waiting[0]?.made("made a");
		await settled();
		expect(waiting.map((w) => w.asked)).toEqual(["a", "c"]);
		expect(dropped).toHaveBeenCalledWith("made a");
		expect(told.made).not.toHaveBeenCalled();
		waiting[1]?.made("made c");
		await settled();
		expect(told.made.mock.calls).toEqual([["made c"]]);
		expect(told.idle).toHaveBeenCalledTimes(1);
	});

	it("says nothing of one that was stopped for another", async () => {
		const { waiting, told, last } = desk();
		last.ask("a");
		last.ask("b");
		waiting[0]?.failed(new Error("cancelled"));
		await settled();
		waiting[1]?.made("made b");
		await settled();
		expect(told.failed).not.toHaveBeenCalled();
		expect(told.made.mock.calls).toEqual([["made b"]]);
	});

	it("says what failed, and goes on when asked again", async () => {
		const { waiting, told, last } = desk();
		last.ask("a");
		waiting[0]?.failed("no");
		await settled();
		expect(told.failed.mock.calls).toEqual([["no"]]);
		last.ask("a");
		waiting[1]?.made("made a");
		await settled();
		expect(told.made.mock.calls).toEqual([["made a"]]);
	});

	it("once it is over, stops what runs and tells nothing", async () => {
		const { waiting, told, dropped, stop, last } = desk();
		last.ask("a");
		last.end();
		expect(stop).toHaveBeenCalledTimes(1);
		waiting[0]?.made("made a");
		await settled();
		expect(dropped).toHaveBeenCalledWith("made a");
		expect(told.made).not.toHaveBeenCalled();
		expect(told.idle).not.toHaveBeenCalled();
	});
});
