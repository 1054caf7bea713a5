// An adverse event with transfer, by keyboard alone: the word, the plan, the calls, the event, the end, the report.
import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { readdir } from "node:fs/promises";
import { join } from "node:path";
import test from "node:test";
import { promisify } from "node:util";
import { start } from "./harness.mjs";
import { pressShown, tabTo } from "./keys.mjs";
import { answerDay, clientId, makeReady, planDosing } from "./ready.mjs";
import { addClient, call, createPractice, saveDocument } from "./steps.mjs";

/** Whether a press in the middle of an element would meet it, without scrolling. */
const inSight = (locator) =>
	locator.evaluate((el) => {
		const box = el.getBoundingClientRect();
		const met = document.elementFromPoint(box.x + box.width / 2, box.y + box.height / 2);
		return el.contains(met);
	});

test("an emergency ends with a transfer and its report", async (t) => {
	const app = await start();
	t.after(() => app.stop());
	const { page } = app;
	const { keyboard } = page;
	const log = page.getByRole("list", { name: "Entries" });
	const plan = page.getByRole("dialog", { name: "Emergency plan" });
	const calls = plan.getByRole("region", { name: "Calls made" });
	const numbers = plan.getByRole("list", { name: "Whom to call" });
	const title = (name) => page.getByRole("heading", { level: 1, name }).waitFor();

	await createPractice(app);
	await addClient(app, "Nell Harrow", { Phone: "555 0100" });
	const client = await clientId(app, "Nell Harrow");
	const session = await planDosing(app, client);
	await makeReady(app, client, session);
	await answerDay(app, session);
	await call(app, "Sessions", "Begin", session.id);
	await call(app, "Sessions", "RecordDose", session.id, {
		entry: {
			id: crypto.randomUUID(),
			participant_id: session.participant,
			at: new Date().toISOString(),
		},
		taken_ug: 100_000,
		route: "sublingual",
		form: "lozenge",
		reason: "As ordered.",
	});
	await keyboard.press("Control+3");
	await keyboard.press("Control+1");
	await page.getByText(/^Session with/).waitFor();
	await keyboard.press("Control+Shift+S");
	await log.getByText("100 mg").waitFor();

	await t.test("looking at the plan leaves no trace; an emergency word brings it up", async () => {
		await pressShown(page, "F1");
		await plan.getByText("The local number").waitFor();
		await plan.getByText("555 0105").waitFor();
		// An Enter held over from what came before records nothing.
		await keyboard.press("Enter");
		assert.equal(await page.evaluate(() => document.activeElement.textContent), "Emergency plan");
		assert.equal(await calls.count(), 0);
		await app.axe("the emergency plan");
		await app.reflows("the emergency plan");
		await app.edges("the emergency plan");
		await keyboard.press("Escape");
		await plan.waitFor({ state: "detached" });
		await keyboard.press("m");
		await page.getByRole("combobox", { name: "What is seen or done" }).waitFor();
		await keyboard.type("chest");
		await page.locator("[role=option][data-highlighted]", { hasText: /Chest pain/ }).waitFor();
		await keyboard.press("Enter");
		await plan.getByText(/^Chest pain, \d\d:\d\d$/).waitFor();
	});

	await t.test("calls by one key each, and what they came to", async () => {
		// The digits wait for a moment when the plan comes up by itself.
		await plan.locator("kbd", { hasText: /^1$/ }).waitFor();
		await keyboard.press("1");
		await calls.getByText("Emergency services", { exact: true }).waitFor();
		await numbers.getByText(/^Called \d\d:\d\d$/).waitFor();
		await pressShown(page, "Y", "y");
		await calls.getByText("Emergency services, reached").waitFor();
		await keyboard.press("2");
		await calls.getByText("Prescriber, Dr. A. Lindqvist", { exact: false }).waitFor();
		await pressShown(page, "F", "f");
		await calls.getByText(/^Prescriber, .*, not reached$/).waitFor();
		await numbers.getByText(/^Called \d\d:\d\d, not reached$/).waitFor();
		await keyboard.press("o");
		await page.waitForFunction(() => document.activeElement?.id === "plan-line");
		await keyboard.type("Pale, breathing calmly.");
		await keyboard.press("Enter");
		await plan.getByText("In the log: Pale, breathing calmly.").waitFor();
		await app.axe("the plan with calls");
		await app.reflows("the plan with calls");
		for (const size of [
			{ width: 960, height: 640 },
			{ width: 1280, height: 800 },
		]) {
			await page.setViewportSize(size);
			for (const seen of [calls.getByRole("listitem").last(), plan.locator("#plan-line")])
				assert.ok(await inSight(seen), `${seen} is out of sight at ${size.width}`);
		}
		// The event leads back to the plan.
		await keyboard.press("Tab");
		await pressShown(page, "A", "a");
		await page.getByRole("dialog", { name: "Adverse event" }).waitFor();
		await plan.waitFor({ state: "detached" });
		await keyboard.press("Escape");
		await plan.getByText(/^Chest pain, \d\d:\d\d$/).waitFor();
		await keyboard.press("Escape");
		await plan.waitFor({ state: "detached" });
		await log.getByText("Pale, breathing calmly.").waitFor();
		await log.getByText(/^Called the prescriber, .* not reached$/).waitFor();
		await page.getByText(/Every entry saved/).waitFor();
	});

	await t.test("the event, with the calls of the log", async () => {
		await keyboard.press("a");
		const sheet = page.getByRole("dialog", { name: "Adverse event" });
		await page.waitForFunction(
			() => document.getElementById("adverse-what")?.value === "Chest pain",
		);
		await tabTo(page, "What was done");
		await keyboard.type("Sat up, stayed beside her.");
		await tabTo(page, "Take these calls over");
		await keyboard.press("Enter");
		await page.waitForFunction(() =>
			document.getElementById("adverse-called")?.value.includes("Emergency services"),
		);
		await app.axe("an event with calls");
		await app.reflows("an event with calls");
		await tabTo(page, "How it ended");
		await keyboard.type("transf");
		await page.waitForFunction(
			() => document.getElementById("adverse-ending")?.value === "transferred",
		);
		await keyboard.press("Control+Enter");
		await sheet.waitFor({ state: "detached" });
		await page.getByText(/^Serious adverse event saved at .* is suspended until/).waitFor();
		await log.getByText("The clearance is suspended until a new one is recorded.").waitFor();
		await app.axe("an event in the log");
		// The same key adds to it; a second event is a choice of its own.
		await keyboard.press("a");
		const added = page.getByRole("dialog", { name: "What became known" });
		await added.getByRole("button", { name: /record another event/ }).waitFor();
		await tabTo(page, "What became known");
		await keyboard.type("Colour back after ten minutes.");
		await keyboard.press("Control+Enter");
		await added.waitFor({ state: "detached" });
		await log.getByText("Colour back after ten minutes.").waitFor();
	});

	await t.test("the session ends as transferred", async () => {
		await keyboard.press("Control+e");
		const end = page.getByRole("dialog", { name: "End session" });
		await end.getByText("Oriented to person").first().waitFor();
		await tabTo(page, "Discharged");
		await keyboard.press("ArrowDown");
		await tabTo(page, "Where to, and by whom");
		await keyboard.type("St. Example, by ambulance");
		await keyboard.press("Control+Enter");
		await end.waitFor({ state: "detached" });
	});

	await t.test("the report, exported", async () => {
		await keyboard.press("Control+1");
		await page.getByRole("heading", { name: "Sessions" }).waitFor();
		await page
			.getByText(/Dosing 1/)
			.first()
			.waitFor();
		await tabTo(page, /Dosing 1/);
		await keyboard.press("Enter");
		await title("Dosing 1");
		await page.getByText("The clearance is suspended until a new one is recorded.").waitFor();
		await pressShown(page, "I", "i");
		await title("Incident report");
		await page.getByRole("img", { name: /Page 1 of/ }).waitFor();
		await app.axeBothThemes("the incident report");
		await app.reflows("the incident report");
		await saveDocument(app);
		const [file] = (await readdir(app.folders.dialogs)).filter((f) => f.endsWith(".pdf"));
		assert.match(file, /^incident-report-\d{4}-\d\d-\d\d\.pdf$/);
		const path = join(app.folders.dialogs, file);
		const { stdout } = await promisify(execFile)("pdftotext", [path, "-"]);
		const report = stdout.replace(/\s+/g, " ");
		for (const text of [
			"Incident report",
			"Nell Harrow",
			"Chest pain",
			"Sat up, stayed beside her.",
			"Called emergency services, reached",
			"not reached",
			"Pale, breathing calmly.",
			"Emergency plan opened: Chest pain",
			"St. Example, by ambulance",
			"Suspended",
			"100 mg",
			"124/80",
		])
			assert.ok(report.includes(text), `${text} is not in the report:\n${report}`);
	});

	await t.test("the next dosing waits for a new clearance", async () => {
		const next = await planDosing(app, client);
		await answerDay(app, next);
		const [ready] = await call(app, "Readiness", "Get", next.id);
		const blocks = ready.checks.filter((c) => c.state === "blocks").map((c) => c.topic);
		assert.deepEqual([...new Set(blocks)], ["clearance"]);
	});
});
