import { expect, it } from "vitest";
import type { Note, Revision } from "../../bridge";
import { compare } from "./compare";

const section = (key: string, body: string) => ({ key, title: key, placeholder: "", body });
const then = {
	sections: [section("body", "Jaw soft."), section("plan", "Call Friday.")],
	risk: "",
	risk_text: "",
	methods: ["IFS"],
} as unknown as Revision;
const now = {
	sections: [section("body", "Jaw very soft."), section("plan", "Call Friday.")],
	risk: "no_concern",
	risk_text: "",
	methods: ["IFS", "Somatic"],
} as unknown as Note;

it("tells only the sections that differ, by words", () => {
	const [body, methods, risk, ...rest] = compare(then, now);
	expect(rest).toEqual([]);
	expect(body?.title).toBe("body");
	expect(body?.runs.find((r) => r.only === "now")?.text.trim()).toBe("very");
	expect(body?.runs.some((r) => r.only === "then")).toBe(false);
	expect(methods?.title).toBe("Methods");
	expect(methods?.runs.find((r) => r.only === "now")?.text).toBe(", Somatic");
	expect(risk?.runs.map((r) => r.only)).toContain("then");
});

it("tells nothing when nothing changed", () => {
	expect(
		compare({ ...then, sections: now.sections, risk: now.risk, methods: now.methods }, now),
	).toEqual([]);
});
