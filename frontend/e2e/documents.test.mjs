// A document is chosen, looked at and leaves, and what left is remembered and never widens by itself; by keyboard alone.
import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { readdir } from "node:fs/promises";
import { join } from "node:path";
import test from "node:test";
import { promisify } from "node:util";
import { start } from "./harness.mjs";
import { pressShown, tabTo } from "./keys.mjs";
import { addClient, beginSession, call, createPractice } from "./steps.mjs";

const password = "plum ember quiet ladder snow";

test("a document with its choices, by keyboard alone", async (t) => {
	const app = await start();
	t.after(() => app.stop());
	const { page } = app;
	const { keyboard } = page;
	const title = (name) => page.getByRole("heading", { level: 1, name }).waitFor();
	const said = page.locator(".preview-said");
	const inside = (text) => said.getByText(text).waitFor();
	/** The words of the first page, once they hold what is waited for. */
	const page1 = (text, there = true) =>
		page.waitForFunction(
			([text, there]) =>
				document.querySelector(".pdf-text")?.textContent.replace(/\s+/g, " ").includes(text) ===
				there,
			[text, there],
		);
	/** Opens a document of the chart by its key. */
	const open = async (key, name) => {
		await page.getByRole("list", { name: "Documents" }).waitFor();
		await pressShown(page, key, key.toLowerCase());
		await title(name);
		await page.getByRole("img", { name: /^Page 1 of / }).waitFor();
	};
	const toChart = async () => {
		await pressShown(page, "Esc", "Escape");
		await title("Nell Harrow");
		await page.getByRole("list", { name: "Documents" }).waitFor();
	};

	await createPractice(app, { backup: false });
	await addClient(app, "Nell Harrow", { Phone: "555 0100" });
	const participant = await beginSession(app, "Nell Harrow");
	const [running] = await call(app, "Live", "Running");
	const entry = () => ({
		id: crypto.randomUUID(),
		participant_id: participant,
		at: new Date().toISOString(),
	});
	await call(app, "Sessions", "RecordDose", running.session_id, {
		entry: entry(),
		taken_ug: 100_000,
		route: "sublingual",
		form: "lozenge",
		reason: "As ordered.",
	});
	await call(app, "Sessions", "RecordObservation", running.session_id, {
		entry: entry(),
		text: "“It is wide 字 in here.”",
		client_words: true,
	});
	const answers = Object.fromEntries(
		["1", "2", "3", "4", "5", "6", "7", "8", "9"].map((n) => [n, n === "9" ? 0 : 2]),
	);
	const [{ id: client }] = (await call(app, "Sessions", "Get", running.session_id)).parts.map(
		(p) => ({ id: p.client_id }),
	);
	const form = await call(app, "Measures", "Begin", {
		id: crypto.randomUUID(),
		client_id: client,
		instrument_id: "phq-9",
		by: "asked",
		answered_at: "",
	});
	await call(app, "Measures", "Finish", { ...form.response, values: answers });
	await keyboard.press("Control+2");
	await page.locator("[data-row]", { hasText: "Nell Harrow" }).focus();
	await keyboard.press("Enter");
	await title("Nell Harrow");

	await t.test("the chart says what can be made of it", async () => {
		await pressShown(page, "9");
		const list = page.getByRole("list", { name: "Documents" });
		await list.getByText("Prescriber report").waitFor();
		await list
			.getByText(/Dosing 1/)
			.first()
			.waitFor();
		await app.axeBothThemes("the documents of a chart");
		await app.reflows("the documents of a chart");
		await app.edges("the documents of a chart");
	});

	await t.test("a part more is drawn in place, and said", async () => {
		await open("H", "Client copy");
		await inside(/one line in the client’s own words/);
		await page.getByText("No typeface here has 字 (U+5B57).").waitFor();
		await inside(/^Left out: doses, vital signs/);
		await app.axeBothThemes("a document with its choices");
		await app.reflows("a document with its choices");
		await app.edges("a document with its choices");
		await page1("100 mg", false);
		await page.evaluate(() => {
			document.querySelector(".pdf-page canvas").seen = true;
		});
		await pressShown(page, "5");
		await inside(/one dose/);
		await page1("100 mg");
		const same = await page.evaluate(() => document.querySelector(".pdf-page canvas").seen);
		assert.ok(same, "the page was not drawn in place");
		assert.ok(await page.getByRole("checkbox", { name: "Doses" }).isChecked());
		// And without the client's words.
		await pressShown(page, "2");
		await page1("It is wide", false);
		await inside(/^Left out: the client's own words/);
	});

	await t.test("it leaves with a password, and the log says so", async () => {
		const sheet = page.getByRole("dialog", { name: "Export: Client copy" });
		await pressShown(page, "Ctrl S");
		await sheet.getByText("For: The client.").waitFor();
		await tabTo(page, "Close the file with a password");
		await keyboard.press("Space");
		await tabTo(page, "Password");
		await keyboard.type(password);
		await tabTo(page, "Once more");
		await keyboard.type(password);
		await keyboard.press("Control+s");
		await sheet.waitFor({ state: "detached" });
		await page.getByText(/opens with its password/).waitFor();
		const [file] = (await readdir(app.folders.dialogs)).filter((f) => f.endsWith(".pdf"));
		const path = join(app.folders.dialogs, file);
		const run = promisify(execFile);
		await assert.rejects(run("pdftotext", [path, "-"]), "it opens without its password");
		const { stdout } = await run("pdftotext", ["-upw", password, path, "-"]);
		assert.ok(stdout.includes("100 mg") && !stdout.includes("It is wide"), stdout);
		await toChart();
		await page
			.getByRole("list", { name: "What left the practice" })
			.getByText("Client copy")
			.waitFor();
	});

	await t.test("narrower is remembered; wider is only offered", async () => {
		await open("H", "Client copy");
		await page.getByText("As last time, without the client's own words.").waitFor();
		await page.getByText("Last time you also included doses.").waitFor();
		await page1("100 mg", false);
		await app.axeBothThemes("a document with what was chosen last time");
		await app.reflows("a document with what was chosen last time");
		await pressShown(page, "I", "i");
		await inside(/one dose/);
		await page1("100 mg");
		await page.getByText("Last time you also included doses.").waitFor({ state: "detached" });
		await pressShown(page, "U", "u");
		await page1("It is wide");
		await page1("100 mg", false);
	});

	await t.test("another reader begins with that reader's minimum", async () => {
		await tabTo(page, "For");
		await keyboard.press("ArrowDown");
		await page.waitForFunction(
			() => document.getElementById("document-reader").value === "prescriber",
		);
		await page1("It is wide", false);
		await inside(/^Left out: intention, the client's own words/);
		assert.equal(await page.getByText("As last time").count(), 0);
		await toChart();
	});

	await t.test(
		"the course with its picture, and without; the client's own has no totals",
		async () => {
			await open("O", "Course summary");
			await inside(/one questionnaire/);
			await page1("The course in a picture");
			await page1("moderately severe");
			await pressShown(page, "3");
			await page1("moderately severe", false);
			await inside(/^Left out: questionnaires and their totals/);
			await toChart();
			await open("V", "Course summary for the client");
			await page1("Your course so far");
			await page1("PHQ-9", false);
			await page1("100 mg", false);
			await toChart();
		},
	);
});
