import { expect, it } from "vitest";
import { newId } from "./uuid";

it("is a UUIDv7 that sorts by time", () => {
	const a = newId(1_772_000_000_000);
	const b = newId(1_772_000_000_001);
	expect(a).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
	expect(Number.parseInt(a.slice(0, 8) + a.slice(9, 13), 16)).toBe(1_772_000_000_000);
	expect(a < b).toBe(true);
	expect(newId(5)).not.toBe(newId(5));
});
