import { beforeEach, expect, it } from "vitest";
import { answer, goOn } from "./answering";

/** Two lists of questions; `wanted` is the answer wished for, `given` what is chosen already. */
function room(lists: Record<string, readonly (readonly [wanted: string, given?: string])[]>): void {
	document.body.innerHTML = Object.entries(lists)
		.map(
			([name, questions]) =>
				`<section data-participant="${name}">${questions
					.map(
						([wanted, given], i) =>
							`<p data-question="${wanted}">${["yes", "no"]
								.map(
									(v) =>
										`<input type="radio" name="${name}${i}" id="${name}${i}-${v}" value="${v}" ${v === given ? "checked" : ""}>`,
								)
								.join("")}</p>`,
					)
					.join("")}</section>`,
		)
		.join("");
}
const focus = (id: string) => document.getElementById(id)?.focus();
const focused = () => document.activeElement?.id;
const given = () =>
	[...document.querySelectorAll<HTMLInputElement>("input:checked")].map((i) => i.id).join(" ");

beforeEach(() => {
	document.body.innerHTML = "";
});

it("answers the first open question and moves on", () => {
	room({ a: [["yes"], ["yes"], ["no"]] });
	answer("yes");
	answer("yes");
	expect(given()).toBe("a0-yes a1-yes");
	expect(focused()).toBe("a2-yes");
});

it("stays where the answer stands in the way, and puts a slip right there", () => {
	room({ a: [["no"], ["yes"]] });
	answer("yes");
	expect(focused()).toBe("a0-yes");
	answer("no");
	expect(given()).toBe("a0-no");
	expect(focused()).toBe("a1-yes");
});

it("answers the focused question and no other, and goes back to one that was passed over", () => {
	room({ a: [["yes"], ["no", "yes"]], b: [["yes"]] });
	focus("a1-yes");
	answer("no");
	expect(given()).toBe("a1-no");
	expect(focused()).toBe("a0-yes");
});

it("leaves everything as it is once all is answered and the focus is elsewhere", () => {
	room({ a: [["yes", "no"]] });
	answer("yes");
	expect(given()).toBe("a0-no");
});

it("goes on to the next open question after a lift", () => {
	room({ a: [["yes", "yes"], ["yes", "no"], ["no"]], b: [["yes"]] });
	focus("a1-no");
	goOn("a", "day_fasted:no");
	expect(focused()).toBe("a2-yes");
	answer("no");
	expect(given()).toBe("a0-yes a1-no a2-no");
});
