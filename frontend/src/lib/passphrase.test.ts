import { describe, expect, it } from "vitest";
import { judge, suggest } from "./passphrase";

describe("judging a passphrase", () => {
	it.each([
		["", false, /Five unrelated words/],
		["password1", false, /Guessable in seconds\. Add two/],
		["Okafor12", false, /Add two/],
		["ember12", false, /Guessable in .*Add/],
		["window ladder quiet", true, /Good enough|Strong/],
		["plum ember quiet ladder snow", true, /Guessable in centuries\. Strong\./],
	])("%j", (passphrase, good, words) => {
		const strength = judge(passphrase, ["Alder Street Practice", "M. Okafor"]);
		expect([strength.good, strength.words]).toEqual([good, expect.stringMatching(words)]);
	});
});

describe("judging a password for a file", () => {
	it.each([
		["", false, /on the phone/],
		["password1 window", false, /Add/],
		["window ladder", false, /Guessable in (days|hours|minutes|seconds)\. Add/],
		["plum ember quiet ladder snow", true, /Guessable in centuries\. Strong\./],
		["Nell Harrow 1984-05-03", false, /Add/],
	])("%j", (password, good, words) => {
		const strength = judge(password, ["Nell Harrow", "1984-05-03"], "file");
		expect([strength.good, strength.words]).toEqual([good, expect.stringMatching(words)]);
	});
});

it("suggests five words that pass, never twice the same", () => {
	const seen = new Set<string>();
	for (let i = 0; i < 20; i++) {
		const passphrase = suggest();
		expect(passphrase.split(" ")).toHaveLength(5);
		expect(judge(passphrase, []).good).toBe(true);
		expect(judge(passphrase, [], "file").good).toBe(true);
		seen.add(passphrase);
	}
	expect(seen.size).toBe(20);
});
