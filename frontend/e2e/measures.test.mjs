// Questionnaires filled in with the keyboard alone: asked, from paper, as a score; left, gone on with, struck.
import assert from "node:assert/strict";
import test from "node:test";
import { start } from "./harness.mjs";
import { pressShown, tabTo } from "./keys.mjs";
import { clientId } from "./ready.mjs";
import { addClient, call, createPractice, lock, unlock } from "./steps.mjs";

test("questionnaires are filled in by keyboard", async (t) => {
	const app = await start();
	t.after(() => app.stop());
	const { page } = app;
	const { keyboard } = page;
	const heading = (level, name) =>
		page.getByRole("heading", { level, name, exact: true }).waitFor();
	const foot = (words) => page.locator(".note-foot", { hasText: words }).waitFor();
	const look = async (where) => {
		await app.axeBothThemes(where);
		await app.reflows(where);
	};
	/** Waits until the question of that place has the focus. */
	const at = (number) =>
		page.waitForFunction(
			(n) =>
				document.activeElement
					?.closest("[data-item]")
					?.querySelector("legend")
					.textContent.startsWith(String(n)),
			number,
		);
	const focused = (id) => page.waitForFunction((id) => document.activeElement?.id === id, id);
	/** Opens a questionnaire's row in the chart. */
	const open = async (id) => {
		await heading(2, "Forms");
		const row = page.locator(`#measure-${id}`);
		await row.focus();
		await keyboard.press("Enter");
		await page.locator(`#measure-${id}[aria-expanded=true]`).waitFor();
	};
	const back = async () => {
		await pressShown(page, "Esc", "Escape");
		await heading(2, "Forms");
	};
	const form = (words) =>
		page.getByRole("list", { name: "Forms" }).locator("[data-row]", { hasText: words });

	await createPractice(app, { backup: false });
	await addClient(app, "Nell Harrow");
	await pressShown(page, "6");
	await heading(2, "Forms");
	await page.getByText("No form yet.").waitFor();

	await t.test("asked: digits move on, Backspace goes back", async () => {
		await open("phq-9");
		await pressShown(page, "A", "a");
		await heading(1, "PHQ-9");
		await at(1);
		for (const key of ["3", "1"]) await keyboard.press(key);
		await at(3);
		// Not 3: 2.
		await keyboard.press("Backspace");
		await at(2);
		await foot("1 of 9 answered");
		for (const key of ["2", "2", "1", "1", "1", "1"]) await keyboard.press(key);
		await at(8);
		// By the arrows an answer is chosen, and one stays at the question.
		await keyboard.press("ArrowRight");
		await at(8);
		await foot("8 of 9 answered");
		assert.equal(await page.getByText(/Total/).count(), 0, "a total is told before the end");
		await look("a form that is filled in");
		await keyboard.press("Tab");
		await at(9);
		await keyboard.press("0");
		await focused("form-finish");
		await foot("Total 12, moderate");
		await page.getByText(/^Saved \d/).waitFor();
		await keyboard.press("Control+Enter");
		await page.locator(".form-said", { hasText: "12 of 27, moderate" }).waitFor();
		await focused("form-title");
		await look("a finished form");
		await back();
		await form("12, moderate").waitFor();
	});

	await t.test("left, locked, and gone on with", async () => {
		await open("notices");
		await pressShown(page, "A", "a");
		await heading(1, "Client notices");
		await at(1);
		await look("a scale of ten");
		// Keys come faster than the disk takes them, and the lock comes at once.
		const faster = await app.disk("slow");
		for (const key of ["7", "t"]) await keyboard.press(key);
		await lock(app);
		await faster();
		await unlock(app);
		await heading(1, "Client notices");
		await foot("2 of 8 answered");
		await at(3);
		await keyboard.press("0");
		await at(4);
		await back();
		await open("notices");
		await page.getByRole("button", { name: "Go on, 3 of 8 answered" }).waitFor();
		await keyboard.press("g");
		await at(4);
		for (let n = 0; n < 5; n++) await keyboard.press("5");
		await focused("form-finish");
		await keyboard.press("Control+Enter");
		await page.locator(".form-said", { hasText: "8 of 8 answered" }).waitFor();
		await back();
		// One in which nothing was answered is not kept.
		await open("gad-7");
		await pressShown(page, "A", "a");
		await at(1);
		await back();
		assert.equal(await form("GAD-7").count(), 0);
	});

	await t.test("a blank gives no total, and it is said before", async () => {
		await open("gad-7");
		// Wherever the focus was: digits answer at once.
		await page.getByRole("navigation").getByRole("button", { name: "Library" }).focus();
		await pressShown(page, "A", "a");
		await at(1);
		for (const key of ["1", "1", "-", "1", "1", "1", "1"]) await keyboard.press(key);
		await focused("form-finish");
		const sheet = page.getByRole("dialog", { name: "One question is blank" });
		await keyboard.press("Control+Enter");
		await sheet.getByText("With a blank there is no total.").waitFor();
		await app.axe("what is blank");
		await keyboard.press("Escape");
		await at(3);
		await keyboard.press("Control+Enter");
		await sheet.waitFor();
		await keyboard.press("Control+Enter");
		await page.locator(".form-said", { hasText: "No total: item 3 is blank." }).waitFor();
		assert.equal(await page.locator(".form-answers dd.blank").count(), 1);
		await back();
	});

	await t.test("from paper: an earlier date, then digits in a row", async () => {
		await open("phq-9");
		await pressShown(page, "P", "p");
		await focused("form-day");
		await keyboard.type("31 feb");
		await keyboard.press("Control+Enter");
		await page.getByText("This date was not understood.").waitFor();
		await focused("form-day");
		await app.axe("a date that is none");
		await keyboard.press("Control+a");
		await keyboard.type("yesterday");
		await keyboard.press("Enter");
		await at(1);
		for (const key of ["3", "3", " ", "3", "2", "2", "2", "2", "0"])
			await keyboard.press(key === " " ? "Space" : key);
		await focused("form-finish");
		for (const key of ["Backspace", "0"]) await keyboard.press(key);
		await keyboard.press("Control+Enter");
		const sheet = page.getByRole("dialog", { name: "One question is blank" });
		await sheet.waitFor();
		await keyboard.press("Escape");
		await at(3);
		await keyboard.press("3");
		await focused("form-finish");
		await keyboard.press("Control+Enter");
		await page.locator(".form-said", { hasText: "20 of 27, severe" }).waitFor();
		await back();
		// It was before the other: that one fell.
		await page
			.locator("#measure-phq-9", { hasText: "8 lower (-40 %) since the baseline" })
			.waitFor();
		await form("From paper").waitFor();
	});

	await t.test("a disk that is full keeps the answers and says so", async () => {
		await open("gad-7");
		await pressShown(page, "A", "a");
		await at(1);
		const roomAgain = await app.disk("full");
		await keyboard.press("2");
		await page
			.getByRole("alert")
			.getByText(/^Not saved: the disk is full\./)
			.waitFor();
		await at(2);
		await keyboard.press("2");
		await at(3);
		await roomAgain();
		await page.getByRole("button", { name: "Try again" }).focus();
		await keyboard.press("Enter");
		await page.getByText(/^Saved \d/).waitFor();
		await foot("2 of 7 answered");
		await back();
		await form("2 of 7 answered").waitFor();
	});

	await t.test("a form that was changed elsewhere is read again, and can be left", async () => {
		await open("gad-7");
		await pressShown(page, "G", "g");
		await at(3);
		const { rows } = await call(app, "Measures", "Get", await clientId(app, "Nell Harrow"));
		const { response_id } = rows.find((r) => r.state === "unfinished");
		const { response } = await call(app, "Measures", "Form", response_id);
		const values = { ...response.values, 7: 3, 6: 3 };
		await call(app, "Measures", "Save", { ...response, values });
		await keyboard.press("1");
		await page
			.getByRole("alert")
			.getByText(/was read again/)
			.waitFor();
		await foot("4 of 7 answered");
		await back();
		await form("4 of 7 answered").waitFor();
	});

	await t.test("a score out of range is refused beside its field", async () => {
		await pressShown(page, "M", "m");
		await focused("measure-who-5");
		await keyboard.press("Enter");
		await page.locator("#measure-who-5[aria-expanded=true]").waitFor();
		await pressShown(page, "A", "a");
		await heading(1, "WHO-5");
		await focused("form-day");
		await tabTo(page, "Score");
		await keyboard.type("260");
		await keyboard.press("Enter");
		const field = page.getByLabel("Score");
		await page.locator("#form-score-error").waitFor();
		await focused("form-score");
		assert.equal(await field.inputValue(), "260");
		await app.reflows("a score out of range");
		// Also over a lock.
		await lock(app);
		await unlock(app);
		await focused("form-score");
		assert.equal(await field.inputValue(), "260");
		await keyboard.press("End");
		await keyboard.press("Backspace");
		await keyboard.press("Backspace");
		await keyboard.press("Enter");
		await page.locator(".form-said", { hasText: /^2 of / }).waitFor();
		await back();
	});

	await t.test("a form that was wrong is struck, and stays to be read", async () => {
		await form("12, moderate").focus();
		await keyboard.press("Enter");
		await page.locator(".form-said", { hasText: "12 of 27" }).waitFor();
		await pressShown(page, "S", "s");
		const sheet = page.getByRole("dialog", { name: "Strike this form" });
		await sheet.waitFor();
		await keyboard.press("Enter");
		await sheet.getByText("Say why this form does not count.").waitFor();
		await focused("strike-form-reason");
		await keyboard.type("Another client's answers");
		await app.axe("a form that is to be struck");
		await keyboard.press("Enter");
		await sheet.waitFor({ state: "detached" });
		await page.getByText(/^Struck on .*: Another client's answers/).waitFor();
		await page.getByText("Little interest or pleasure in doing things").waitFor();
		await app.axe("a struck form");
		await back();
		await form("Another client's answers").waitFor();
		// What counts now is the paper.
		await page.locator("#measure-phq-9", { hasText: "20, severe" }).waitFor();
		const { rows } = await call(app, "Measures", "Get", await clientId(app, "Nell Harrow"));
		assert.deepEqual(rows.map((r) => r.state).sort(), [
			"finished",
			"finished",
			"finished",
			"finished",
			"struck",
			"unfinished",
		]);
		await look("the measures of a client");
	});
});
