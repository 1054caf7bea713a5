import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { blank, brighten, dimLevel, dimWords, stepDim, watchBlank } from "./dim";

const heard = vi.fn();

beforeAll(() => {
	watchBlank();
	document.addEventListener("keydown", heard);
});
beforeEach(() => heard.mockClear());
afterEach(() => brighten());

/** A key pressed down; whether it was swallowed. */
function down(code: string, key = code): boolean {
	const event = new KeyboardEvent("keydown", { key, code, bubbles: true, cancelable: true });
	document.body.dispatchEvent(event);
	return event.defaultPrevented;
}
const up = (code: string) =>
	document.body.dispatchEvent(new KeyboardEvent("keyup", { code, bubbles: true }));

describe("dimming", () => {
	it("goes level by level and stops at both ends", () => {
		stepDim(-1);
		expect(dimLevel.value).toBe(0);
		for (let n = 0; n < 6; n++) stepDim(1);
		expect(dimLevel.value).toBe(4);
		expect(document.documentElement.dataset.dim).toBe("4");
		stepDim(-1);
		expect(dimLevel.value).toBe(3);
	});
	it("says which levels are below reading contrast", () => {
		expect(dimWords(2)).toBe("Level 2");
		expect(dimWords(3)).toBe("Level 3, below reading contrast");
	});
	it("is bright and shown again for the next session", () => {
		stepDim(1);
		blank.value = true;
		brighten();
		expect([dimLevel.value, blank.value]).toEqual([0, false]);
	});
});

describe("a blank screen", () => {
	it("is woken by a key, at the level it had, and swallows it", () => {
		stepDim(1);
		blank.value = true;
		expect(down("Digit1", "1")).toBe(true);
		expect(blank.value).toBe(false);
		expect(dimLevel.value).toBe(1);
		expect(heard).not.toHaveBeenCalled();
		up("Digit1");
		expect(down("Digit1", "1")).toBe(false);
		expect(heard).toHaveBeenCalledOnce();
		up("Digit1");
	});
	it("swallows the key's repeats", () => {
		blank.value = true;
		down("Digit1", "1");
		expect(down("Digit1", "1")).toBe(true);
		up("Digit1");
		expect(heard).not.toHaveBeenCalled();
	});
	it("swallows a combination whole", () => {
		blank.value = true;
		down("ControlLeft", "Control");
		expect(down("KeyE", "e")).toBe(true);
		up("KeyE");
		up("ControlLeft");
		expect(heard).not.toHaveBeenCalled();
		expect(down("KeyE", "e")).toBe(false);
		up("KeyE");
	});
	it("lets F1 open the emergency plan at once", () => {
		blank.value = true;
		expect(down("F1")).toBe(false);
		expect(blank.value).toBe(false);
		expect(heard).toHaveBeenCalledOnce();
	});
	it("takes no key for one that is still down after the window was left", () => {
		blank.value = true;
		down("AltLeft", "Alt");
		dispatchEvent(new Event("blur"));
		expect(down("Digit2", "2")).toBe(false);
	});
});
