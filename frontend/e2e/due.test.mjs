// Which questionnaires are asked when, by keyboard: the practice's plan on its shelf, what is due on Today,
// in the chart and in the Prepare room, and a plan of one client's own.
import assert from "node:assert/strict";
import test from "node:test";
import { start } from "./harness.mjs";
import { pressShown, tabTo } from "./keys.mjs";
import { clientId, planDosing } from "./ready.mjs";
import { addClient, call, createPractice } from "./steps.mjs";

test("questionnaires are due by the practice's plan", async (t) => {
	const app = await start();
	t.after(() => app.stop());
	const { page } = app;
	const { keyboard } = page;
	const heading = (level, name) =>
		page.getByRole("heading", { level, name, exact: true }).waitFor();
	const focused = (id) => page.waitForFunction((id) => document.activeElement?.id === id, id);
	const look = async (where) => {
		await app.axeBothThemes(where);
		await app.reflows(where);
	};
	const gone = (locator) => locator.waitFor({ state: "detached" });
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
	const answer = async (key, from, to) => {
		for (let n = from; n <= to; n++) {
			await at(n);
			await keyboard.press(key);
		}
		await focused("form-finish");
		await keyboard.press("Control+Enter");
		await page.locator(".form-said").waitFor();
		await pressShown(page, "Esc", "Escape");
		await heading(2, "Forms");
	};
	const due = page.locator(".due-forms li");
	const dueRow = page
		.getByRole("region", { name: "Due" })
		.locator("li", { hasText: "Nell Harrow" });
	const toKnow = page.locator(".check-row.warns", { hasText: "Not filled in" });

	await createPractice(app, { backup: false });
	await addClient(app, "Nell Harrow");
	const client = await clientId(app, "Nell Harrow");
	const session = await planDosing(app, client);

	await t.test("the shelf: what is asked when, and the words of each", async () => {
		await keyboard.press("Control+3");
		await heading(1, "Library");
		await pressShown(page, "Q", "q");
		await heading(2, "Questionnaires");
		await page.getByText("As shipped", { exact: true }).first().waitFor();
		await look("the shelf of questionnaires");
		for (const box of [
			"PCL-5: baseline",
			"PCL-5: reviews",
			"Client notices: baseline",
			"Client notices: before each dosing",
		]) {
			await tabTo(page, box);
			await keyboard.press("Space");
		}
		await tabTo(page, "Days before a dosing");
		await keyboard.press("Control+a");
		await keyboard.type("40");
		await keyboard.press("Control+Enter");
		await page.getByText("Choose 1 to 30 days.").waitFor();
		await focused("plan-days");
		await keyboard.press("Control+a");
		await keyboard.type("3");
		await keyboard.press("Control+Enter");
		await page.getByText("Kept.", { exact: true }).waitFor();
		await page.getByText(/^Version 1, changed/).waitFor();

		await pressShown(page, "Ctrl Shift H", "Control+Shift+H");
		const versions = page.getByRole("dialog", { name: "Versions of Questionnaires" });
		await versions.getByText("PHQ-9: baseline, before each dosing, reviews").waitFor();
		assert.equal(await versions.getByText(/^PCL-5/).count(), 0);
		await keyboard.press("Escape");
		await gone(versions);

		await page.locator("#plan-read-phq-9").focus();
		await keyboard.press("Enter");
		await focused("definition-title");
		await page.getByText("20 to 27: severe").waitFor();
		await page.getByText("The answers added up: 0 to 27. Lower is better.").waitFor();
		await look("the words of a questionnaire");
		await pressShown(page, "Esc", "Escape");
		await focused("plan-read-phq-9");
	});

	await t.test("due on Today, said in the Prepare room", async () => {
		await keyboard.press("Control+1");
		await dueRow
			.getByText("PHQ-9 and GAD-7 before dosing 1 today, as the baseline", { exact: true })
			.waitFor();
		await look("Today with a questionnaire that is due");
		await tabTo(page, "Prepare room");
		await keyboard.press("Enter");
		await heading(1, "Prepare room");
		await toKnow.getByText("Not filled in as the baseline: PHQ-9 and GAD-7.").waitFor();
		await look("the Prepare room before a questionnaire");
		await pressShown(page, "M", "m");
		await heading(2, "Measures");
		assert.equal(await due.count(), 2);
	});

	await t.test("filled in, gone on with, and gone", async () => {
		await keyboard.press("Control+1");
		await dueRow.waitFor();
		await pressShown(page, "D", "d");
		await heading(2, "Measures");
		await due.filter({ hasText: "PHQ-9" }).waitFor();
		await look("the chart with what is due");
		await pressShown(page, "N", "n");
		await heading(1, "PHQ-9");
		await answer("0", 1, 9);
		await gone(due.filter({ hasText: "PHQ-9" }));

		await pressShown(page, "N", "n");
		await heading(1, "GAD-7");
		await at(1);
		await keyboard.press("1");
		await at(2);
		await page.getByText(/^Saved \d/).waitFor();
		await keyboard.press("Escape");
		await heading(2, "Forms");
		await due.filter({ hasText: "Begun, not complete" }).waitFor();
		await keyboard.press("Control+1");
		await dueRow.getByText("; GAD-7 begun, not complete").waitFor();
		await pressShown(page, "D", "d");
		await due.filter({ hasText: "Begun, not complete" }).waitFor();
		await pressShown(page, "N", "n");
		await heading(1, "GAD-7");
		await answer("1", 2, 7);
		await gone(due);

		await keyboard.press("Control+1");
		await page.getByText("Prepare room").first().waitFor();
		assert.equal(await dueRow.count(), 0, "what was filled in is still due on Today");
		await tabTo(page, "Prepare room");
		await keyboard.press("Enter");
		await heading(1, "Prepare room");
		await page.getByText(/^In order, \d/).click();
		await page.getByText("Filled in before this dosing: PHQ-9 and GAD-7.").waitFor();
		assert.equal(await toKnow.count(), 0, "what was filled in is still said to be missing");
		assert.ok(session.id);
	});

	await t.test("a plan of one client's own, and back to the practice's", async () => {
		await keyboard.press("Control+k");
		await page.getByRole("combobox").waitFor();
		await keyboard.type("Nell");
		await page
			.getByRole("option", { name: /Nell Harrow/ })
			.first()
			.waitFor();
		await keyboard.press("Enter");
		await heading(1, "Nell Harrow");
		await pressShown(page, "6");
		await heading(2, "Asked of this client");
		await page.getByText("As in the practice. Nobody is asked").waitFor();
		await pressShown(page, "W", "w");
		await page.getByRole("radio", { name: "Own plan" }).waitFor();
		await look("the form of a client's own plan");
		await page.getByRole("radio", { name: "Own plan" }).focus();
		await tabTo(page, "ISI: baseline");
		await keyboard.press("Space");
		await keyboard.press("Control+Enter");
		await page.getByText("A plan of this client’s own.").waitFor();
		await focused("change-measure-plan");
		await due.filter({ hasText: "ISI" }).waitFor();
		assert.equal(
			(await call(app, "Library", "Get")).measures.version,
			1,
			"the practice's plan changed",
		);
		await pressShown(page, "N", "n");
		await heading(1, "ISI");
		await pressShown(page, "Esc", "Escape");
		await heading(2, "Asked of this client");
		await pressShown(page, "W", "w");
		await page.getByRole("radio", { name: "Own plan" }).focus();
		await keyboard.press("ArrowRight");
		await page.locator(".plan-part .plan-table").waitFor({ state: "detached" });
		await keyboard.press("Control+Enter");
		await page.getByText("As in the practice. Nobody is asked").waitFor();
		await gone(due);
	});
});
