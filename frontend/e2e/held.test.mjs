// A reading beyond the limits before the dose: rest, measuring again, the call, and the session as talk.
import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { readdir } from "node:fs/promises";
import { join } from "node:path";
import test from "node:test";
import { promisify } from "node:util";
import { start } from "./harness.mjs";
import { pressShown, tabTo } from "./keys.mjs";
import { answerDay, clientId, makeReady, planDosing } from "./ready.mjs";
import { addClient, beginSession, call, createPractice, saveDocument } from "./steps.mjs";

/** Whether all of it lies within what its log shows. */
const inSight = (locator) =>
	locator.evaluate((el) => {
		const [row, log] = [el, el.closest(".live-scroll")].map((e) => e.getBoundingClientRect());
		return row.top >= log.top && row.bottom <= log.bottom;
	});

test("a dose held by the blood pressure ends as a talk session, by keyboard alone", async (t) => {
	const app = await start();
	t.after(() => app.stop());
	const { page } = app;
	const { keyboard } = page;
	const says = (text) => page.getByText(text).first().waitFor();
	const log = page.getByRole("list", { name: "Entries" });
	const card = page.getByRole("region", { name: "Hold" });

	await createPractice(app);
	await addClient(app, "Nell Harrow", { "Birth date": "3 May 1984" });
	const client = await clientId(app, "Nell Harrow");
	const session = await planDosing(app, client);
	await makeReady(app, client, session);
	const [{ clearance }] = (await call(app, "Clearances", "Get", client)).rows;
	await call(app, "Clearances", "Save", {
		...clearance,
		limits: { systolic_max_mmhg: 150, diastolic_max_mmhg: 95 },
		dose_max_ug: 200_000,
		route: "sublingual",
	});
	await answerDay(app, session, { at: "", systolic_mmhg: 0, diastolic_mmhg: 0 });

	await t.test("the baseline is judged in the Prepare room", async () => {
		await keyboard.press("Control+1");
		await tabTo(page, /^Prepare room, Nell Harrow|^Open, Nell Harrow|^Begin, Nell Harrow/);
		await keyboard.press("Enter");
		await page.getByRole("heading", { level: 1, name: "Dosing 1" }).waitFor();
		await pressShown(page, "P");
		await page.getByRole("heading", { level: 1, name: "Prepare room" }).waitFor();
		await says("Baseline vital signs not taken yet.");
		await tabTo(page, "Systolic");
		await keyboard.type("162");
		await says("Systolic 162 is above the prescriber's hold limit of 150.");
		await keyboard.press(" ");
		await page.waitForFunction(() =>
			document.activeElement?.id.endsWith("baseline-diastolic_mmhg"),
		);
		await keyboard.type("96");
		await keyboard.press("Tab");
		await keyboard.type("88");
		await keyboard.press("Tab");
		await keyboard.type("98");
		await says(
			/^Baseline vital signs: systolic 162 is above the prescriber's hold limit of 150; diastolic 96/,
		);
		await app.axeBothThemes("a held baseline");
		await app.reflows("a held baseline");
		await pressShown(page, "Ctrl Enter");
	});

	await t.test("rest, with its timer", async () => {
		await card.getByText("Systolic 162 is above the prescriber's hold limit of 150.").waitFor();
		await card
			.getByText(
				"Rest 10 minutes and measure again, call the prescriber, or go on as a talk session.",
			)
			.waitFor();
		await card.getByRole("button", { name: "Rest 10 min, then measure" }).waitFor();
		// Due again, though nobody pressed anything; and the reading's own row stays in sight.
		await page.getByText(/^Next check \d\d:\d\d, in (9|10) min/).waitFor();
		await says("After a reading beyond a limit");
		const row = log.getByText("162/96 mmHg, heart rate 88, SpO2 98 %");
		await row.waitFor();
		assert.ok(await inSight(row), "the card hides the row of the reading it is of");
		await app.axe("a hold");
		// Scrolled to its foot: elsewhere the plan, which stays in sight, may half cover a button.
		for (const width of [960, 320]) {
			await page.setViewportSize({ width, height: 640 });
			await app.fits(`a hold at ${width} px`);
			await page.evaluate(() => document.getElementById("main").scrollTo(0, 1e6));
			await app.axe(`a hold at ${width} px`);
		}
		await page.setViewportSize({ width: 1280, height: 800 });
		await pressShown(page, "R");
		await log.getByText("Rest, then measure again").waitFor();
		await card.getByText(/^Resting\. Measure again at \d\d:\d\d, in 10 min\.$/).waitFor();
		await page.getByText(/^Next check \d\d:\d\d, in 10 min/).waitFor();
	});

	await t.test("a dose would need its reason", async () => {
		await pressShown(page, "D");
		const sheet = page.getByRole("dialog", { name: "Dose" });
		await sheet
			.getByText(/^What was measured before it is beyond a limit: systolic 162 is above/)
			.waitFor();
		await keyboard.press("Escape");
		await sheet.waitFor({ state: "detached" });
	});

	await t.test("measured again, still too high", async () => {
		await pressShown(page, "V");
		const sheet = page.getByRole("dialog", { name: "Vitals" });
		await page.waitForFunction(() => document.activeElement?.id === "vitals-systolic_mmhg");
		await keyboard.type("19");
		await keyboard.press(" ");
		await sheet.getByText("Systolic pressure lies between 50 and 300 mmHg.").waitFor();
		await keyboard.press("Shift+Tab");
		await keyboard.press("Control+a");
		await keyboard.type("158");
		await sheet.getByText("Systolic 158 is above the prescriber's hold limit of 150.").waitFor();
		// Gone with the value, though its field was not left.
		await sheet
			.getByText("Systolic pressure lies between 50 and 300 mmHg.")
			.waitFor({ state: "detached" });
		await keyboard.press(" ");
		await keyboard.type("94");
		await sheet.getByLabel("Rest 10 min, then measure").waitFor();
		await app.axe("a reading judged while it is typed");
		await app.reflows("a reading judged while it is typed");
		// Another rest is offered as an entry of its own.
		await tabTo(page, "Rest 10 min, then measure");
		await keyboard.press(" ");
		await keyboard.press("Control+Enter");
		await sheet.waitFor({ state: "detached" });
		await log.getByText("158/94 mmHg").waitFor();
		await log.getByText("Rest, then measure again").nth(1).waitFor();
		await card.getByText("Systolic 158 is above").waitFor();
	});

	await t.test("a reading left half typed is typed over, and its time is in sight", async () => {
		await pressShown(page, "V");
		const sheet = page.getByRole("dialog", { name: "Vitals" });
		await page.waitForFunction(() => document.activeElement?.id === "vitals-systolic_mmhg");
		await keyboard.type("1");
		await keyboard.press("Escape");
		await sheet.waitFor({ state: "detached" });
		await pressShown(page, "V");
		await page.waitForFunction(() => document.activeElement?.value === "1");
		assert.ok(await sheet.getByLabel("Time").isVisible());
		await keyboard.type("157 93");
		await keyboard.press("Enter");
		await sheet.waitFor({ state: "detached" });
		await log.getByText("157/93 mmHg").waitFor();
		await card.getByText("Systolic 157 is above").waitFor();
	});

	await t.test("the prescriber is called", async () => {
		await pressShown(page, "P");
		const sheet = page.getByRole("dialog", { name: "Call" });
		await sheet.getByText("555 0105").first().waitFor();
		await tabTo(page, "Not known yet");
		await keyboard.press("ArrowRight");
		await tabTo(page, "What was said");
		await keyboard.type("Another day, please.");
		await app.axe("a call");
		await pressShown(page, "Ctrl Enter");
		await sheet.waitFor({ state: "detached" });
		await log
			.getByText(
				/^Called the prescriber, Dr\. A\. Lindqvist.*555 0105, reached: Another day, please\.$/,
			)
			.waitFor();
	});

	await t.test("on as a talk session", async () => {
		await pressShown(page, "T");
		const sheet = page.getByRole("dialog", { name: "Go on as a talk session" });
		await sheet.waitFor();
		await keyboard.press("Enter");
		await sheet.getByText("Say why the dose was not given.").waitFor();
		await keyboard.type("Pressure too high after the rest.");
		await app.axe("on as a talk session");
		await keyboard.press("Enter");
		await sheet.waitFor({ state: "detached" });
		await card.waitFor({ state: "detached" });
		await log.getByText("Went on as a talk session: Pressure too high after the rest.").waitFor();
		await log.getByText("Dose not given: Pressure too high after the rest.").waitFor();
		await page
			.getByRole("region", { name: "Dose" })
			.getByText("Not given: Pressure too high after the rest.")
			.waitFor();
	});

	await t.test("the note, with the log beside it", async () => {
		await pressShown(page, "O");
		await page.waitForFunction(() => document.activeElement?.tagName === "TEXTAREA");
		await keyboard.type("We talked about the mornings.");
		await keyboard.press("Enter");
		await log.getByText("We talked about the mornings.").waitFor();
		await keyboard.press("Escape");
		await keyboard.press("Control+Enter");
		const during = page.getByLabel("Before the dose", { exact: true });
		await during.waitFor();
		await during.focus();
		await keyboard.type("Held by the pressure; a talk session instead.");
		await page.getByText(/^Saved \d\d:\d\d:\d\d/).waitFor();
	});

	await t.test("all of it is in the document", async () => {
		await keyboard.press("Control+p");
		await page.getByRole("img", { name: /^Page 1 of / }).waitFor();
		await saveDocument(app);
		const { dialogs } = app.folders;
		const [file] = (await readdir(dialogs)).filter((f) => f.endsWith(".pdf"));
		const { stdout } = await promisify(execFile)("pdftotext", [
			"-layout",
			join(dialogs, file),
			"-",
		]);
		const text = stdout.replace(/\s+/g, " ");
		for (const words of [
			"162/96",
			"158/94",
			"Rest, then measure again",
			"555 0105, reached: Another day, please.",
			"Holds and calls",
			"Went on as a talk session: Pressure too high after the rest.",
			"No dose was given",
			"Held by the pressure; a talk session instead.",
		])
			assert.ok(text.includes(words), `the document does not say “${words}”:\n${stdout}`);
	});
});

test("a reading at an emergency limit brings up the plan, and it stays", async (t) => {
	const app = await start();
	t.after(() => app.stop());
	const { page } = app;
	const { keyboard } = page;
	await createPractice(app);
	await addClient(app, "Nell Harrow");
	await beginSession(app, "Nell Harrow");
	await keyboard.press("Control+1");
	await page.getByRole("region", { name: "Running session" }).waitFor();
	await keyboard.press("Control+Shift+s");
	await page.locator(".live-clock").waitFor();

	await pressShown(page, "V");
	const sheet = page.getByRole("dialog", { name: "Vitals" });
	await page.waitForFunction(() => document.activeElement?.id === "vitals-systolic_mmhg");
	await keyboard.type("180 100");
	await sheet.getByText("Systolic 180 is at the emergency limit of 180.").waitFor();
	await keyboard.press("Enter");
	await sheet.waitFor({ state: "detached" });
	const plan = page.getByRole("dialog", { name: /Emergency plan/ });
	await plan.waitFor();
	// That it came up is in the log, and the sheet behind it has ended.
	const { session_id } = (await call(app, "Live", "Running"))[0];
	const opened = async () =>
		(await call(app, "Live", "Get", session_id)).parts[0].log.some((l) =>
			l.label.startsWith("Emergency plan opened"),
		);
	while (!(await opened()));
	await call(app, "Live", "Running");
	assert.ok(await plan.isVisible());
	await keyboard.press("Escape");
	await plan.waitFor({ state: "detached" });
	await page
		.getByRole("region", { name: "Emergency limit" })
		.getByText("Follow your emergency plan first.")
		.waitFor();
	await page.getByRole("button", { name: "Rest 10 min, then measure" }).waitFor();
	const acts = page.getByRole("region", { name: "Emergency limit" }).getByRole("button");
	const tops = await acts.evaluateAll((all) => all.map((b) => b.getBoundingClientRect().top));
	assert.equal(new Set(tops).size, 1, "the acts stand in one row");
	const row = page
		.getByRole("list", { name: "Entries" })
		.getByText("180/100 mmHg", { exact: true });
	assert.ok(await inSight(row), "the card hides the row of the reading it is of");
});
