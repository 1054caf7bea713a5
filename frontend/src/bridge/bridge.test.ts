import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it, vi } from "vitest";
import { Fault, toFault } from "./fault";
import { listFields, listResults } from "./lists";
import { whenLocked, wrap } from "./wrap";

describe("failures", () => {
	it("reads what Go sends", () => {
		const fault = toFault(
			'{"code":"invalid","message":"Check the dates.","fields":{"birth_date":"In the future."},"ref":""}',
		);
		expect(fault).toBeInstanceOf(Fault);
		expect(fault.code).toBe("invalid");
		expect(fault.message).toBe("Check the dates.");
		expect(fault.fields).toEqual({ birth_date: "In the future." });
		expect(fault.ref).toBeUndefined();
	});
	it("reads it from an Error as well", () => {
		expect(toFault(new Error('{"code":"signed","message":"It is signed."}')).code).toBe("signed");
	});
	it.each(["{broken", '{"a":1}', "runtime: Maren Holt", new Error("Maren Holt"), undefined])(
		"tells %j as internal, without its text",
		(reason) => {
			expect(toFault(reason).code).toBe("internal");
			expect(toFault(reason).message).not.toContain("Maren");
		},
	);
});

describe("calls", () => {
	const bound = wrap({
		Recent: async (): Promise<unknown> => null,
		Chart: async (): Promise<unknown> => ({
			record: null,
			last_backup: null,
			course: [{ parts: null }],
		}),
		Get: async (): Promise<unknown> => {
			throw '{"code":"locked","message":"Locked."}';
		},
	});
	it("never gives a null list", async () => {
		expect(await bound.Recent()).toEqual([]);
		expect(await bound.Chart()).toEqual({ record: [], last_backup: null, course: [{ parts: [] }] });
	});
	it("says when the records are locked", async () => {
		const told = vi.fn();
		whenLocked(told);
		await expect(bound.Get()).rejects.toMatchObject({ code: "locked", message: "Locked." });
		expect(told).toHaveBeenCalledOnce();
	});
});

describe("the lists named by hand", () => {
	it("are those of the generated records", () => {
		const models = readFileSync("src/wailsjs/go/models.ts", "utf8");
		const found = [...models.matchAll(/^\s+(\w+)\??: [\w.]+\[\];/gm)].map((m) => m[1]);
		expect([...listFields].sort()).toEqual([...new Set(found)].sort());
	});
	it("are those of the generated calls", () => {
		const dir = "src/wailsjs/go/app";
		const found = readdirSync(dir)
			.filter((f) => f.endsWith(".d.ts"))
			.flatMap((f) => [
				...readFileSync(`${dir}/${f}`, "utf8").matchAll(/function (\w+)\(.*Promise<Array</g),
			])
			.map((m) => m[1]);
		expect([...listResults].sort()).toEqual([...new Set(found)].sort());
	});
});
