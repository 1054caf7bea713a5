import { expect, it } from "vitest";
import { hearWork, readWork, working } from "./work";

it.each([
	[{ kind: "", done: 0, total: 0 }, null],
	[{ kind: "unheard of", done: 1, total: 2 }, null],
	[{ kind: "toString", done: 1, total: 2 }, null],
	[{ kind: "backup", done: 0, total: 0 }, undefined],
	[{ kind: "backup", done: 1, total: 4 }, 0.25],
	// A total may shrink while the work goes on: no bar goes over its end.
	[{ kind: "renew", done: 9, total: 8 }, 1],
])("reads %j", (told, part) => {
	const work = readWork({ task: 1, ...told });
	if (part === null) expect(work).toBeNull();
	else expect(work).toMatchObject({ kind: told.kind, part });
});

it("leaves aside what comes after a task's end", () => {
	const backup = (task: number, done: number) => ({ task, kind: "backup", done, total: 4 });
	const end = (task: number) => ({ task, kind: "", done: 0, total: 0 });
	hearWork(backup(1, 1));
	expect(working.value?.part).toBe(0.25);
	hearWork(end(1));
	hearWork(backup(1, 2));
	expect(working.value).toBeNull();
	// The end of a task may even come before all else of it.
	hearWork(end(2));
	hearWork(backup(2, 0));
	expect(working.value).toBeNull();
	hearWork(backup(3, 2));
	expect(working.value?.part).toBe(0.5);
});
