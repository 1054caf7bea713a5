// The end of a session: the checklist, the other endings, entries in the wrong chart, and a log that was on paper.
import assert from "node:assert/strict";
import test from "node:test";
import { start } from "./harness.mjs";
import { pressShown, tabTo } from "./keys.mjs";
import { addClient, beginCouple, beginSession, call, createPractice } from "./steps.mjs";

const minute = 60_000;
const sheet = (page, name) => page.getByRole("dialog", { name });

/** Records a dose of now, as the live screen would. */
const giveDose = (app, session, participant) =>
	call(app, "Sessions", "RecordDose", session, {
		entry: { id: crypto.randomUUID(), participant_id: participant, at: new Date().toISOString() },
		taken_ug: 100_000,
		route: "sublingual",
		form: "lozenge",
		reason: "As ordered.",
	});

/** Goes to the session that runs, from wherever it is. */
async function toLive(page) {
	await page.keyboard.press("Control+3");
	await page.keyboard.press("Control+1");
	await page.getByText(/^Session with/).waitFor();
	await page.keyboard.press("Control+Shift+S");
	await page.getByRole("list", { name: "Entries" }).waitFor();
}

test("a session is left with its checklist, by keyboard alone", async (t) => {
	const app = await start();
	t.after(() => app.stop());
	const { page } = app;
	const { keyboard } = page;
	const says = (text) => page.getByText(text).first().waitFor();
	const log = page.getByRole("list", { name: "Entries" });

	await createPractice(app);
	for (const name of ["Nell Harrow", "Tom Harrow", "Ben Lund"]) await addClient(app, name);
	const couple = await beginCouple(app, ["Nell Harrow", "Tom Harrow"]);
	await giveDose(app, couple.id, couple.participants[0]);
	await toLive(page);

	await t.test("an entry in the wrong chart moves to the partner", async () => {
		await log.getByText("100 mg").waitFor();
		await keyboard.press("1");
		await log.getByText("Settled").waitFor();
		await page.getByText(/Every entry saved/).waitFor();
		await keyboard.press("j");
		await keyboard.press("End");
		await page.waitForFunction(() =>
			document.activeElement?.closest("[data-entry]")?.textContent.includes("Settled"),
		);
		await pressShown(page, "X", "x");
		const move = sheet(page, "Move to another client");
		await move.getByText("Tom Harrow").waitFor();
		await app.axe("the sheet that moves an entry");
		await app.reflows("the sheet that moves an entry");
		await tabTo(page, "How it came to be here");
		await keyboard.press("Enter");
		await move.getByText("Say how it came to be here.").waitFor();
		await keyboard.type("Pressed the key for the wrong one");
		await keyboard.press("Enter");
		await move.waitFor({ state: "detached" });
		await page
			.getByRole("status")
			.getByText(/^Moved to Tom Harrow, Dosing/)
			.waitFor();
		await log.getByText("Settled").waitFor({ state: "detached" });
		await keyboard.press("F3");
		await log.getByText("Settled").waitFor();
		await log.getByText(/^Moved here on/).waitFor();
		// Begun for Tom and never entered: it is asked about as he leaves.
		await keyboard.press("o");
		await keyboard.type("Half a sentence");
		await keyboard.press("Escape");
		await keyboard.press("F2");
	});

	const end = sheet(page, "End session");
	await t.test("nobody leaves with an open question, or early without a reason", async () => {
		await keyboard.press("Control+e");
		await end.getByText("Nell Harrow").waitFor();
		await end.getByText(/^Not before .* early\.$/).waitFor();
		await end.getByText(/^At arrival 124\/80/).waitFor();
		await pressShown(page, "Y", "y");
		await keyboard.press("n"); // steady on her feet
		await tabTo(page, "Why they leave all the same");
		await keyboard.type("Walks with a cane, as always");
		await keyboard.press("Control+Enter");
		await end.getByText("Not answered yet.").first().waitFor();
		await app.axe("a checklist with questions open");
		await app.reflows("a checklist with questions open");
		await tabTo(page, "Yes");
		for (let i = 0; i < 7; i++) await keyboard.press("y"); // the first answers anew
		await keyboard.press("Control+Enter");
		await end.getByText(/less than 120 minutes after the last dose/).waitFor();
		await page.waitForFunction(() => document.activeElement?.id === "leaving-early_reason");
		await keyboard.type("The last train");
		await tabTo(page, "Who takes the client home");
		await keyboard.type("Kim Harrow");
		await keyboard.press("Control+Enter");
		await end.getByText("Tom Harrow").waitFor();
		await end.getByText("2 of 2").waitFor();
		assert.ok(await end.getByRole("radio", { name: "No dose was given" }).isChecked());
		await end.getByText("Unfinished for Tom Harrow: Half a sentence").waitFor();
		await keyboard.press("Control+Enter");
		await end.getByText(/^Unfinished words for Tom Harrow are not in the log/).waitFor();
		await app.axe("a client leaves with unfinished words");
		await app.reflows("a client leaves with unfinished words");
		await end.getByRole("button", { name: "Write it into the log" }).press("Enter");
		await end.getByText(/^Unfinished for Tom/).waitFor({ state: "detached" });
		await keyboard.press("Control+Enter");
		await end.getByText("Say why no dose was given.").waitFor();
		await page.waitForFunction(() => document.activeElement?.id === "leaving-note");
		await keyboard.type("Came along and took none");
		await keyboard.press("Control+Enter");
		await page.getByRole("heading", { level: 1 }).waitFor();
		await says("The session has ended");
	});

	await t.test("the end is taken back within ten seconds, and nothing is asked twice", async () => {
		await page.getByRole("button", { name: /^Undo/ }).press("Enter");
		await log.waitFor();
		await keyboard.press("Control+e");
		await end.getByText("Nell Harrow").waitFor();
		assert.equal(
			await end.getByLabel("Why they leave all the same").inputValue(),
			"Walks with a cane, as always",
		);
		await keyboard.press("Control+Enter");
		await end.getByText("2 of 2").waitFor();
		await keyboard.press("Control+Enter");
		await says("The session has ended");
		const view = await call(app, "Sessions", "Get", couple.id);
		assert.equal(view.state, "ended");
		assert.match(view.parts[0].left_text, /^Discharged at .*\. Seven of eight met\.$/);
		assert.equal(view.parts[1].left_text, "No dose was given.");
	});

	await t.test("a client who goes against advice", async () => {
		const participant = await beginSession(app, "Ben Lund");
		const session = (await call(app, "Live", "Running"))[0].session_id;
		await call(
			app,
			"Sessions",
			"CorrectTimes",
			session,
			new Date(Date.now() - 40 * minute).toISOString(),
			"",
		);
		await giveDose(app, session, participant);
		await toLive(page);
		await log.getByText("100 mg").waitFor();
		await keyboard.press("Control+e");
		await end.getByText(/^Not before/).waitFor();
		for (const choice of ["Transferred", "Left against advice"]) {
			await keyboard.press("ArrowRight");
			await end.getByLabel(choice).and(page.locator(":checked")).waitFor();
		}
		await keyboard.press("Control+Enter");
		await end.getByText("Say what was advised and what the client said.").waitFor();
		await keyboard.type("Advised to stay until three; he would not.");
		await app.axe("left against advice");
		await keyboard.press("Control+Enter");
		// The words that say so may still be those of the session before.
		await end.waitFor({ state: "detached" });

		await keyboard.press("Control+1");
		await page.getByRole("heading", { level: 2, name: "Sessions" }).waitFor();
		await page.waitForFunction(() => document.activeElement?.id === "main");
		await tabTo(page, /Ben Lund/);
		await keyboard.press("Enter");
		await page.getByRole("heading", { level: 1, name: "Ben Lund" }).waitFor();
		await page.getByRole("button", { name: /Dosing 1.*40 min/ }).press("Enter");
		await says(/^Left against advice at/);
	});

	await t.test("a paper log is typed in", async () => {
		const at = (back) =>
			new Date(Date.now() - back * minute).toLocaleTimeString("en-GB", {
				timeZone: "Europe/Lisbon",
				hour: "2-digit",
				minute: "2-digit",
			});
		await pressShown(page, "Q", "q");
		const quick = sheet(page, "Quick entry");
		await quick.waitFor();
		await keyboard.type(`${at(32)} 128/82 72 97\n${at(30)} “It is so wide.”\nwithout a time`);
		await quick.getByText("128/82 mmHg, heart rate 72, SpO2 97 %").waitFor();
		await quick.getByText("Line 3: Begin with the time, such as 13:12.").waitFor();
		await keyboard.press("Control+Enter");
		await quick.locator("#quick-text-error").waitFor();
		await app.axeBothThemes("quick entry with a line that is not understood");
		await app.reflows("quick entry");
		for (let i = 0; i < "\nwithout a time".length; i++) await keyboard.press("Backspace");
		await quick.getByText("Every line is understood.").waitFor({ state: "attached" });
		await keyboard.press("Control+Enter");
		await quick.waitFor({ state: "detached" });
		await log.getByText("It is so wide.").waitFor();
		assert.equal(await log.getByText(/^Written at/).count(), 2);
		await app.axeBothThemes("a record with late entries");
	});

	await t.test("the blank log is looked at from the palette", async () => {
		await keyboard.press("Control+k");
		await page.getByRole("combobox").waitFor();
		await keyboard.type("Blank paper");
		await page.locator("[role=option][data-highlighted]", { hasText: "Blank paper log" }).waitFor();
		await keyboard.press("Enter");
		await page.getByRole("img", { name: "Page 2 of 2" }).waitFor();
	});
});
