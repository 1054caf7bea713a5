// What a client reads before a dosing session: written in the Library, filled for a client, all by keyboard.
import assert from "node:assert/strict";
import test from "node:test";
import { start } from "./harness.mjs";
import { pressShown, tabTo } from "./keys.mjs";
import { clientId } from "./ready.mjs";
import { addClient, call, createPractice } from "./steps.mjs";

test("the practice's own handout is filled for a client, without a pointer", async (t) => {
	const app = await start();
	t.after(() => app.stop());
	const { page } = app;
	const { keyboard } = page;
	const heading = (level, name) =>
		page.getByRole("heading", { level, name, exact: true }).waitFor();
	const says = (words) => page.getByText(words).first().waitFor();
	const paper = (words) =>
		page.locator(".pdf-text", { hasText: words }).first().waitFor({ state: "attached" });
	const inText = () => page.waitForFunction(() => document.activeElement?.id === "handout-text");
	const onRow = (key) =>
		page.waitForFunction((key) => document.activeElement?.dataset.row === key, key);
	const look = async (where) => {
		await app.axeBothThemes(where);
		await app.reflows(where);
	};

	await createPractice(app, { backup: false });
	await keyboard.press("Control+3");
	await heading(1, "Library");
	await pressShown(page, "W", "w");
	await heading(2, "What to expect");
	await page.locator('[data-row="virtual"]').waitFor();
	await look("the shelf of handouts");
	await page.evaluate(() => document.getElementById("main").focus());
	await keyboard.press("j");
	await onRow("office");
	await keyboard.press("Enter");
	await heading(2, "Dosing in the office");
	await inText();
	await says("{ride home}");
	await look("a handout");

	await keyboard.press("Control+a");
	await keyboard.type("## The day\nCome rested, {nmae}.");
	await pressShown(page, "Ctrl Enter");
	await says("There is no placeholder {nmae}.");
	await inText();
	await app.axe("a placeholder there is none of");
	await keyboard.press("Control+a");
	await keyboard.type("## The day\nCome rested, {name}: {fasting}. Home with {ride home}.");
	await pressShown(page, "Ctrl P", "Control+p");
	await page.locator(".consent-text h2", { hasText: "The day" }).waitFor();
	await pressShown(page, "Ctrl Enter");
	await says(/^Version 1, changed/);
	await onRow("office");

	await keyboard.press("Enter");
	await heading(2, "Dosing in the office");
	await inText();
	await pressShown(page, "Ctrl Shift H", "Control+Shift+h");
	const versions = page.getByRole("dialog", { name: "Versions of Dosing in the office" });
	await versions.getByText("Come rested, {name}").waitFor();
	await keyboard.press("Escape");
	await versions.waitFor({ state: "detached" });
	await pressShown(page, "Esc", "Escape");
	await heading(2, "What to expect");

	// The client's own: what is not known is told, and printed as a line to write on.
	await addClient(app, "Nell Harrow", { "Preferred name": "Nelly" });
	await pressShown(page, "9", "9");
	await heading(2, "Documents");
	await page.locator(".document-row", { hasText: "What to expect" }).waitFor();
	await pressShown(page, "W", "w");
	await heading(1, "What to expect");
	await says(/^Inside: the practice’s text, “Dosing in the office”/);
	await says("Not known, so a line is left to write on: ride home.");
	await paper(/Come rested, Nelly: eat nothing for 4 hours before the session\. Home with _+/);
	await paper("Who to call");
	await look("the handout of a client");

	await tabTo(page, /^emergency/i);
	await keyboard.press("Space");
	await page.waitForFunction(() => {
		const text = document.querySelector(".pdf-text")?.textContent ?? "";
		return text.includes("Come rested") && !text.includes("Who to call");
	});

	// What is agreed later is in it when it is opened again.
	await keyboard.press("Escape");
	await heading(2, "Documents");
	const client = await clientId(app, "Nell Harrow");
	const { form } = await call(app, "Preparations", "Get", client);
	const ride_home = { name: "Kim Harrow", relationship: "sister", phone: "555 0102" };
	await call(app, "Preparations", "Save", { ...form, ride_home });
	await page.locator(".document-row", { hasText: "What to expect" }).waitFor();
	await pressShown(page, "W", "w");
	await heading(1, "What to expect");
	await paper("Home with Kim Harrow, sister, 555 0102.");
	assert.equal(await page.getByText("Not known, so a line").count(), 0);
});
