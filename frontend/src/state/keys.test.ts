import { afterEach, describe, expect, it, vi } from "vitest";
import { type Command, commands, handleKey, register, runCommand } from "./keys";

const undo: (() => void)[] = [];
afterEach(() => {
	for (const u of undo.splice(0)) u();
	document.body.innerHTML = "";
});

function add(c: Partial<Command> & { keys: string[] }) {
	const run = vi.fn();
	undo.push(register({ id: "x", label: "X", scope: "everywhere", run, ...c }));
	return run;
}

function press(key: string, init: KeyboardEventInit = {}, target: Element = document.body) {
	const event = new KeyboardEvent("keydown", { key, bubbles: true, cancelable: true, ...init });
	Object.defineProperty(event, "target", { value: target });
	handleKey(event);
	return event.defaultPrevented;
}

describe("the key registry", () => {
	it("runs the newest command for a key", () => {
		const old = add({ keys: ["Ctrl N"] });
		const recent = add({ keys: ["Ctrl N"] });
		expect(press("n", { ctrlKey: true })).toBe(true);
		expect(recent).toHaveBeenCalledOnce();
		expect(old).not.toHaveBeenCalled();
	});
	it("leaves single letters to a field", () => {
		document.body.innerHTML = "<input>";
		const field = document.querySelector("input") as HTMLInputElement;
		const n = add({ keys: ["N", "Ctrl Shift N"] });
		expect(press("n", {}, field)).toBe(false);
		expect(press("N", { ctrlKey: true, shiftKey: true }, field)).toBe(true);
		expect(press("n")).toBe(true);
		expect(n).toHaveBeenCalledTimes(2);
	});
	it("takes a letter held down for one press", () => {
		const run = add({ keys: ["1"] });
		press("1");
		expect(press("1", { repeat: true })).toBe(true);
		expect(run).toHaveBeenCalledOnce();
	});
	it("leaves undo in a field to the platform", () => {
		document.body.innerHTML = "<textarea></textarea>";
		const run = add({ keys: ["Ctrl Z"], notInFields: true });
		expect(press("z", { ctrlKey: true }, document.querySelector("textarea") as Element)).toBe(
			false,
		);
		expect(press("z", { ctrlKey: true })).toBe(true);
		expect(run).toHaveBeenCalledOnce();
	});
	it("works under a dialog only where said", () => {
		document.body.innerHTML = "<dialog open></dialog>";
		const n = add({ id: "n", keys: ["N"] });
		const lock = add({ id: "lock", keys: ["Ctrl L"], overDialogs: true });
		press("n");
		press("l", { ctrlKey: true });
		expect(n).not.toHaveBeenCalled();
		expect(lock).toHaveBeenCalledOnce();
		expect(runCommand("n")).toBe(false);
		expect(runCommand("lock")).toBe(true);
	});
	it("keeps the webview's own keys from acting", () => {
		expect(press("r", { ctrlKey: true })).toBe(true);
		expect(press("F5")).toBe(true);
		expect(press("a", { ctrlKey: true })).toBe(false);
	});
	it("forgets what was taken away", () => {
		add({ keys: ["Q"] });
		undo.pop()?.();
		expect(commands.value).toHaveLength(0);
		expect(press("q")).toBe(false);
	});
});
