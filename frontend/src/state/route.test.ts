import { beforeEach, describe, expect, it } from "vitest";
import { back, forward, go, place, resetRoute, restore, route } from "./route";

beforeEach(() => {
	resetRoute();
	document.body.innerHTML = '<main id="main"><textarea id="note-came-up"></textarea></main>';
});

describe("the route", () => {
	it("goes, comes back and forward", () => {
		go({ screen: "clients" });
		go({ screen: "client", id: "a" });
		go({ screen: "client", id: "a" });
		back();
		expect(route.value).toEqual({ screen: "clients" });
		back();
		back();
		expect(route.value).toEqual({ screen: "today" });
		forward();
		forward();
		forward();
		expect(route.value).toEqual({ screen: "client", id: "a" });
	});
	it("drops what was ahead when going elsewhere", () => {
		go({ screen: "clients" });
		back();
		go({ screen: "settings" });
		forward();
		expect(route.value).toEqual({ screen: "settings" });
	});
	it("comes back to the same caret once the text is there", async () => {
		go({ screen: "note", participant: "p" });
		const field = document.querySelector("textarea") as HTMLTextAreaElement;
		field.value = "Grief arrived";
		field.focus();
		field.setSelectionRange(6, 13);
		const kept = place();

		resetRoute();
		document.body.innerHTML = "";
		restore(kept);
		expect(route.value).toEqual({ screen: "note", participant: "p" });
		document.body.innerHTML = '<main id="main"></main>';
		const late = document.createElement("textarea");
		late.id = "note-came-up";
		late.value = "Grief arrived";
		await Promise.resolve();
		document.querySelector("main")?.append(late);
		await new Promise((r) => setTimeout(r));
		expect(document.activeElement).toBe(late);
		expect([late.selectionStart, late.selectionEnd]).toEqual([6, 13]);
	});
	it.each(["", "null", "{}", "not json"])("begins at Today after %j", (text) => {
		go({ screen: "clients" });
		restore(text);
		expect(route.value).toEqual({ screen: "today" });
	});
});
