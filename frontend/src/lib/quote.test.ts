import { expect, it } from "vitest";
import { quoteAt } from "./quote";

it.each([
	["", 0, "“So wide.” (+26 m)"],
	["She said", 8, " “So wide.” (+26 m)"],
	["She said ", 9, "“So wide.” (+26 m)"],
	["She said. Then", 9, " “So wide.” (+26 m)"],
	["one two", 4, "“So wide.” (+26 m) "],
	["line\n", 5, "“So wide.” (+26 m)"],
])("after %j at %d", (text, at, inserted) => {
	expect(quoteAt(text, at, at, "So wide.", "+26 m")).toBe(inserted);
});

it("leaves the mark out where there was no dose", () => {
	expect(quoteAt("", 0, 0, "“So wide.”", "")).toBe("“So wide.”");
});
