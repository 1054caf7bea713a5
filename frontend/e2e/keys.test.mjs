import assert from "node:assert/strict";
import test from "node:test";
import { start } from "./harness.mjs";
import { pressShown, tabTo } from "./keys.mjs";
import { addClient, beginSession, createPractice } from "./steps.mjs";

test("single keys are switched off, changed and put back; marks are the practice's own", async (t) => {
	const app = await start();
	t.after(() => app.stop());
	const { page } = app;
	const { keyboard } = page;
	const heading = (level, name) => page.getByRole("heading", { level, name }).waitFor();
	const text = (words) => page.getByText(words).first().waitFor();
	/** Every key that is shown or announced and is a single letter, digit or sign. */
	const singles = () =>
		page.evaluate(() =>
			[
				...[...document.querySelectorAll("kbd")].map((k) => k.textContent),
				...[...document.querySelectorAll("[aria-keyshortcuts]")].map((b) =>
					b.getAttribute("aria-keyshortcuts"),
				),
			].filter((key) => key.length === 1),
		);
	const dose = page.getByRole("dialog", { name: /dose/i });
	const closeDose = async () => {
		await dose.waitFor();
		await keyboard.press("Escape");
		await dose.waitFor({ state: "detached" });
	};
	const toSettings = async () => {
		await keyboard.press("Control+,");
		await heading(1, "Settings");
		await page.getByRole("heading", { name: "Keys", exact: true }).waitFor();
	};
	const turn = async (on) => {
		await tabTo(page, "Single letters and signs work as keys");
		await keyboard.press("Space");
		const box = page.getByLabel("Single letters and signs work as keys");
		await page.locator("section", { has: box }).getByText("Kept.", { exact: true }).waitFor();
		assert.equal(await box.isChecked(), on);
	};
	const retype = async (label, key) => {
		await tabTo(page, label);
		await keyboard.press("Control+a");
		await keyboard.type(key);
	};
	const look = async (where) => {
		await app.axe(where);
		await app.reflows(where);
	};

	await createPractice(app, { backup: false });
	await addClient(app, "Ana Lee");

	// A set of marks of the practice's own words.
	await keyboard.press("Control+3");
	await heading(1, "Library");
	await pressShown(page, "9");
	await heading(2, "Marks");
	await look("the marks");
	await page.locator('[data-row="experience"]').focus();
	await keyboard.press("Enter");
	await heading(2, "Marks: Experience");
	await tabTo(page, "Word of key 1");
	await keyboard.press("Home");
	await tabTo(page, "Own words of key 1");
	await keyboard.type("Eye shades on");
	await look("a set of marks");
	await pressShown(page, "Ctrl Enter");
	await text(/^Eye shades on, Tearful/);

	await pressShown(page, "8");
	await heading(2, "Dosing session");
	await tabTo(page, "Medicine");
	await keyboard.press("Control+a");
	await keyboard.type("0");
	await pressShown(page, "Ctrl Enter");
	await text("Choose 1 to 240 minutes.");
	await keyboard.press("Control+a");
	await keyboard.type("60");
	await retype("Vital signs, minutes after the first dose", "20, 40, 90");
	await look("the plan of a session");
	await pressShown(page, "Ctrl Enter");
	await text(/Version 1, changed/);

	await tabTo(page, "Keep the changes");
	await pressShown(page, "0");
	await heading(2, "Leaving");
	await tabTo(page, "item 8");
	await keyboard.press("Enter");
	await page.waitForFunction(() => document.activeElement.id === "leaving-8");
	await keyboard.type("Shoes on");
	await look("the checklist for leaving");
	await pressShown(page, "Ctrl Enter");
	await text(/Version 1, changed/);

	await beginSession(app, "Ana Lee");
	const toSession = async () => {
		await keyboard.press("Control+1");
		await heading(1, /./);
		await pressShown(page, "Ctrl Shift S", "Control+Shift+S");
		await page.getByRole("group", { name: /^Marks/ }).waitFor();
	};
	await toSession();
	await pressShown(page, "1");
	const log = page.getByRole("list", { name: "Entries" });
	await log.getByText("Eye shades on").waitFor();
	await pressShown(page, "D", "d");
	await closeDose();
	assert.ok((await singles()).includes("D"));

	// Off: nothing is shown, nothing works, and everything is still there.
	await toSettings();
	await turn(false);
	await page.waitForFunction(() => !document.querySelector(".own-keys"));
	await look("settings without single keys");
	await toSession();
	assert.deepEqual(await singles(), []);
	// Without a digit a mark has no name before the words of marks are there.
	await page.locator(".live-marks button span", { hasText: /\S/ }).first().waitFor();
	await app.axe("a session without single keys");
	for (const key of ["v", "d", "1", "o", "s", "b", "e", "?", "u"]) await keyboard.press(key);
	await keyboard.press("F1");
	await page.getByRole("dialog").first().waitFor();
	assert.equal(await page.getByRole("dialog").count(), 1);
	await keyboard.press("Escape");
	await page.getByRole("dialog").waitFor({ state: "detached" });
	assert.equal(await log.getByText("Eye shades on").count(), 1);
	await page.locator("[data-entry]").first().focus();
	await tabTo(page, "Edit");
	await keyboard.press("Enter");
	await page.getByRole("dialog", { name: /correct/i }).waitFor();
	await keyboard.press("Escape");
	await page.getByRole("dialog").waitFor({ state: "detached" });
	await keyboard.press("Control+k");
	await keyboard.type(">record dose");
	await page.getByRole("option", { name: /^Record dose/ }).waitFor();
	await keyboard.press("ArrowDown");
	await keyboard.press("Enter");
	await closeDose();

	// A key of one's own, and one that is taken.
	await toSettings();
	await turn(true);
	await tabTo(page, /^A session$/);
	await keyboard.press("Enter");
	await retype("Enter vitals", "d");
	await text("D is already “Record dose”.");
	await retype("Record dose", "v");
	await page.getByText("D is already “Record dose”.").waitFor({ state: "detached" });
	await keyboard.press("Control+a");
	await keyboard.type("d");
	await text("D is already “Record dose”.");
	await keyboard.press("Enter");
	await page.waitForFunction(() => document.activeElement.id === "key-vitals");
	await keyboard.press("Control+a");
	await keyboard.type("v");
	await retype("Record dose", "g");
	await look("keys of one's own");
	await keyboard.press("Enter");
	const keys = page.locator("section", {
		has: page.getByRole("heading", { name: "Keys", exact: true }),
	});
	await keys.locator("form").getByText("Kept.", { exact: true }).waitFor();
	await toSession();
	await pressShown(page, "G", "g");
	await closeDose();
	assert.ok(!(await singles()).includes("D"));
	await keyboard.press("d");
	await keyboard.press("Control+k");
	await keyboard.type(">record dose");
	await page.getByRole("option", { name: /^Record dose\s*G/ }).waitFor();
	assert.equal(await dose.count(), 0);
	await keyboard.press("Escape");

	await toSettings();
	await tabTo(page, "All as usual");
	await keyboard.press("Enter");
	await keys.locator("form").getByText("Kept.", { exact: true }).waitFor();
	await toSession();
	await pressShown(page, "D", "d");
	await closeDose();
});
