import { expect, it } from "vitest";
import { readWork } from "./work";

it.each([
	[{ kind: "", done: 0, total: 0 }, null],
	[{ kind: "unheard of", done: 1, total: 2 }, null],
	[{ kind: "toString", done: 1, total: 2 }, null],
	[{ kind: "backup", done: 0, total: 0 }, undefined],
	[{ kind: "backup", done: 1, total: 4 }, 0.25],
	// A total may shrink while the work goes on: no bar goes over its end.
	[{ kind: "renew", done: 9, total: 8 }, 1],
])("reads %j", (told, part) => {
	const work = readWork(told);
	if (part === null) expect(work).toBeNull();
	else expect(work).toMatchObject({ kind: told.kind, part });
});
