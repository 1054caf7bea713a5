import assert from "node:assert/strict";
import test from "node:test";
import { start } from "./harness.mjs";
import { pressShown, tabTo } from "./keys.mjs";
import { addClient, createPractice, lock, unlock } from "./steps.mjs";

test("the practice makes the Library its own, without a pointer", async (t) => {
	const app = await start();
	t.after(() => app.stop());
	const { page } = app;
	const { keyboard } = page;
	const heading = (level, name) => page.getByRole("heading", { level, name }).waitFor();
	const text = (words) => page.getByText(words).first().waitFor();
	/** Walks the rows until the one with this key has the focus, and opens it. */
	const openRow = async (key) => {
		await page.locator(`[data-row="${key}"]`).waitFor();
		await page.evaluate(() => document.getElementById("main").focus());
		await keyboard.press("j");
		await keyboard.press("Home");
		for (let n = 0; n < 40; n++) {
			const at = await page.evaluate(() => document.activeElement.dataset.row);
			if (at === key) return keyboard.press("Enter");
			await keyboard.press("j");
		}
		assert.fail(`no row ${key}`);
	};
	const retype = async (label, words) => {
		await tabTo(page, label);
		await keyboard.press("Control+a");
		await keyboard.type(words);
	};
	const look = async (where) => {
		await app.axeBothThemes(where);
		await app.reflows(where);
	};

	await createPractice(app, { backup: false });
	await keyboard.press("Control+3");
	await heading(1, "Library");

	await pressShown(page, "2");
	await heading(2, "Screening");
	await look("screening shelf");
	await openRow("heart");
	await heading(2, "Question");
	await tabTo(page, "Hold");
	await keyboard.press("ArrowRight");
	await look("a question");
	await pressShown(page, "Ctrl Enter");
	await text("Say why the severity changes.");
	await page.waitForFunction(() => document.activeElement.id === "question-reason");
	await keyboard.type("Agreed with Dr. Lund");
	await pressShown(page, "Ctrl Enter");
	await text("Review, shipped as hold. Agreed with Dr. Lund");
	await page.waitForFunction(() => document.activeElement.dataset.row === "heart");

	await keyboard.press("Enter");
	await heading(2, "Question");
	await pressShown(page, "Ctrl Shift H", "Control+Shift+h");
	const versions = page.getByRole("dialog", { name: "Versions of Question" });
	await versions.getByText("Severity: review").waitFor();
	await tabTo(page, "Version");
	await keyboard.press("ArrowDown");
	await versions.getByText("Severity: hold").waitFor();
	await look("versions");
	await keyboard.press("Escape");
	await versions.waitFor({ state: "detached" });
	await tabTo(page, "As shipped");
	await keyboard.press("Enter");
	await text("Keep it to put it back.");
	await page.waitForFunction(() => document.activeElement.type === "submit");
	await pressShown(page, "Ctrl Enter");
	await text("Say why the severity changes.");
	await keyboard.press("Control+a");
	await keyboard.type("Asked too little");
	await pressShown(page, "Ctrl Enter");
	await text(/Version 2, as shipped again since/);

	await pressShown(page, "N", "n");
	await heading(2, "New question");
	await page.waitForFunction(() => document.activeElement.id === "question-text");
	await keyboard.type("Fainting?");
	await lock(app);
	await unlock(app);
	await page.waitForFunction(() => document.getElementById("question-text")?.value === "Fainting?");
	await retype("Source of the severity", "Dr. Lund, 3 March");
	await pressShown(page, "Ctrl Enter");
	await text("Fainting?");
	await page.waitForFunction(() => document.activeElement.id === "shelf-add");

	await keyboard.press("3");
	await heading(2, "Consents");
	await look("consents shelf");
	await openRow("kap");
	await heading(2, "Consent to ketamine-assisted psychotherapy");
	await tabTo(page, "This is my practice's own text");
	await keyboard.press("Space");
	await pressShown(page, "Ctrl Enter");
	await text(/This line only says what to write/);
	await page.waitForFunction(() => document.activeElement.id === "consent-text");
	await keyboard.press("Control+a");
	await keyboard.type("## What we do\nKetamine, *once* a fortnight.");
	await pressShown(page, "Ctrl P", "Control+p");
	await page.locator(".consent-text em", { hasText: "once" }).waitFor();
	await look("a consent with its preview");
	await pressShown(page, "Ctrl Enter");
	await text("Holds 12 months");

	await pressShown(page, "4");
	await heading(2, "Courses");
	await openRow("three");
	await retype("Dosing sessions", "four");
	await pressShown(page, "Ctrl Enter");
	await text("Write a whole number.");
	await page.waitForFunction(() => document.activeElement.id === "template-dosings");
	await keyboard.press("Control+a");
	await keyboard.type("4");
	await look("a plan");
	await pressShown(page, "Ctrl Enter");
	await text(/4 dosing sessions 14 days apart/);

	await pressShown(page, "5");
	await heading(2, "Note outlines");
	await openRow("integration");
	await heading(2, "Outline: Integration");
	await tabTo(page, "Begin with a known form");
	await keyboard.type("DAP");
	await page.waitForFunction(() => document.getElementById("section-0")?.value === "Data");
	await tabTo(page, "section 3");
	await keyboard.press("Enter");
	await page.waitForFunction(() => document.activeElement.id === "section-3");
	await keyboard.type("Meaning");
	await keyboard.press("Alt+ArrowUp");
	await page.waitForFunction(() => document.activeElement.id === "section-2");
	await look("an outline");
	await pressShown(page, "Ctrl Enter");
	await text("Data, Assessment, Meaning, Plan");

	await pressShown(page, "6");
	await heading(2, "Emergency plan");
	await tabTo(page, "step 5");
	await keyboard.press("Alt+ArrowUp");
	await look("the emergency plan");
	await pressShown(page, "Ctrl Enter");
	await text(/Version 1, changed/);
	assert.equal(await page.locator("#step-3").inputValue(), "Call the emergency contact.");
	await keyboard.press("Alt+ArrowUp");
	await pressShown(page, "Ctrl Enter");
	await text(/Version 2, changed/);
	await keyboard.press("Alt+ArrowDown");
	await tabTo(page, "Undo the changes");
	await keyboard.press("Enter");
	await page.waitForFunction(() => document.activeElement.type === "submit");
	assert.equal(await page.locator("#step-2").inputValue(), "Call the emergency contact.");
	await pressShown(page, "7");
	await heading(2, "Methods");
	await tabTo(page, "method 8");
	await keyboard.press("Enter");
	await page.waitForFunction(() => document.activeElement.id === "method-8");
	await keyboard.type("Our own way");
	await pressShown(page, "Ctrl Enter");
	await text(/Version 1, changed/);

	await keyboard.press("Control+,");
	await heading(1, "Settings");
	await page.getByLabel("Dosing session, minutes").waitFor();
	await retype("Dosing session, minutes", "900");
	await keyboard.press("Enter");
	await text("Choose 30 to 600 minutes.");
	await keyboard.press("Control+a");
	await keyboard.type("200");
	await keyboard.press("Enter");
	await page.getByText("Kept.", { exact: true }).waitFor();
	await look("settings");

	await addClient(app, "Ana Lee", { Intention: "To rest." });
	await pressShown(page, "Ctrl N", "Control+n");
	await heading(1, /^Plan a session/);
	await page.waitForFunction(() => document.activeElement?.name === "kind");
	await keyboard.press("Space");
	await keyboard.press("ArrowRight");
	await keyboard.press("ArrowRight");
	await page.waitForFunction(() => document.getElementById("plan-minutes").value === "200");
	await keyboard.press("ArrowRight");
	await page.waitForFunction(() => document.getElementById("plan-minutes").value === "50");
	await tabTo(page, "Start");
	await keyboard.type("13:00");
	await pressShown(page, "Ctrl Enter");
	await heading(1, /^Integration/);

	await pressShown(page, "Ctrl Enter", "Control+Enter");
	await pressShown(page, "Ctrl E", "Control+e");
	await page.getByRole("button", { name: "Write note" }).waitFor();
	await keyboard.press("Control+Enter");
	await page.getByLabel("Data", { exact: true }).waitFor();
	assert.equal(
		await page.getByLabel("Meaning", { exact: true }).getAttribute("placeholder"),
		"“To rest.”",
	);
	await tabTo(page, "Data");
	await keyboard.type("Rested.");
	await tabTo(page, "Our own way");
	await keyboard.press("Space");
	await tabTo(page, "No concern");
	await keyboard.press("Space");
	await text(/^Saved/);
	await look("a note with methods");
	await pressShown(page, "Ctrl Enter");
	const sheet = page.getByRole("dialog");
	await sheet.getByRole("heading", { name: "Methods" }).waitFor();
	await sheet.getByText("Our own way").waitFor();
	await keyboard.press("Control+Enter");
	await page.getByText(/^Signed by/).waitFor();
	await page.getByText("Our own way").waitFor();
});
