import { describe, expect, it } from "vitest";
import { complete, groupError, noGroups, spread } from "./code";

const code = "0123456 789ABCD EFGHJKM NPQRSTV WXYZ012 3456789 ABCDEFG HJKMNPQ";

describe("a recovery code being typed", () => {
	it("is spread over all fields by one paste, however it was written down", () => {
		for (const text of [code, code.toLowerCase().replaceAll(" ", "-\n"), ` ${code}  `]) {
			const { groups, next } = spread(noGroups(), 0, text);
			expect(groups.join(" ")).toBe(code);
			expect(next).toBe(7);
			expect(complete(groups)).toBe(true);
		}
	});
	it("moves on when a group is full, and stays where it is not", () => {
		expect(spread(noGroups(), 2, "abcdefg")).toMatchObject({ next: 3 });
		expect(spread(noGroups(), 2, "abcdef")).toMatchObject({ next: 2 });
		expect(spread(noGroups(), 7, "abcdefg")).toMatchObject({ next: 7 });
	});
	it("leaves the groups before and after as they are", () => {
		const { groups } = spread(spread(noGroups(), 0, code).groups, 3, "zzzzzzz");
		expect(groups.join(" ")).toBe(code.replace("NPQRSTV", "ZZZZZZZ"));
	});
	it("mends a full group without touching the next", () => {
		const { groups, next } = spread(spread(noGroups(), 0, code).groups, 2, "XEFGHJKM");
		expect(groups.join(" ")).toBe(code.replace("EFGHJKM", "XEFGHJK"));
		expect(next).toBe(3);
	});
	it("drops what goes over the end", () => {
		expect(spread(noGroups(), 7, "ABCDEFGHJ").groups[7]).toBe("ABCDEFG");
	});
	it.each([
		["", true, undefined],
		["ABC", false, undefined],
		["ABC", true, "3 of 7 characters."],
		["ABCUEFG", false, "“U” is in no recovery code."],
		["OIL1234", true, undefined],
	])("tells of the group %j, left %j: %j", (group, left, told) => {
		expect(groupError(group, left)).toBe(told);
	});
	it("is complete only when every group is", () => {
		const { groups } = spread(noGroups(), 0, code);
		for (let i = 0; i < groups.length; i++)
			expect(complete(groups.map((g, n) => (n === i ? g.slice(1) : g)))).toBe(false);
		expect(complete(groups.map((g) => g.replace("A", "U")))).toBe(false);
	});
});
