import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { readdir } from "node:fs/promises";
import { join } from "node:path";
import test from "node:test";
import { promisify } from "node:util";
import { start } from "./harness.mjs";
import { pressShown, tabTo } from "./keys.mjs";
import { clientId, makeReady, planDosing } from "./ready.mjs";
import { addClient, call, createPractice, lock, saveDocument, unlock } from "./steps.mjs";

const home = "9 Home Road, Exampleville";
const today = "Hotel Lark, room 204, 1 Road";

test("a virtual session begins only when all is there for today", async (t) => {
	const app = await start();
	t.after(() => app.stop());
	const { page } = app;
	const { keyboard } = page;
	const title = (name) => page.getByRole("heading", { level: 1, name }).waitFor();
	const fill = async (label, text) => {
		await tabTo(page, label);
		await keyboard.type(text);
	};
	const tick = async (label) => {
		await tabTo(page, label);
		await keyboard.press("Space");
	};
	const begin = page.getByRole("button", { name: "Begin session" });
	const ready = () =>
		page.waitForFunction(() => !document.querySelector("button.primary:disabled"));

	await createPractice(app);
	await addClient(app, "Nell Harrow", { Address: home, Phone: "555 0100" });
	const client = await clientId(app, "Nell Harrow");
	const session = await planDosing(app, client, "virtual");
	await makeReady(app, client, session);

	// From Today, by keyboard.
	await pressShown(page, "Ctrl K", "Control+k");
	await keyboard.press("Escape");
	await keyboard.press("Control+1");
	await page.getByRole("heading", { name: "Sessions" }).waitFor();
	await tabTo(page, /Prepare room/);
	await keyboard.press("Enter");
	await title("Prepare room");
	assert.ok(await begin.isDisabled(), "nothing was asked, yet the session can begin");
	await page.getByText("Missing: the exact address of today").waitFor();
	await app.axeBothThemes("a room where nothing was asked");
	await app.reflows("a room where nothing was asked");

	// The questions: Y and N answer the first open one and move on.
	await page.getByText(/and move on/).waitFor();
	for (const key of ["y", "y", "y", "n", "n"]) await keyboard.press(key);
	await keyboard.press("n");
	await page.getByText("The client is not able to consent today.", { exact: true }).waitFor();
	// The focus stays where the answer stands in the way: a slip is put right there.
	await keyboard.press("y");
	await page
		.getByText("The client is not able to consent today.", { exact: true })
		.waitFor({ state: "detached" });

	// What was noted before is offered, and today's address is another.
	await pressShown(page, "U");
	const is = (id, text) =>
		page.waitForFunction(
			([id, text]) => document.querySelector(`[id$="-${id}"]`)?.value === text,
			[id, text],
		);
	await is("address", home);
	await is("call_back_number", "555 0100");
	const instead = async (label, text) => {
		await tabTo(page, label);
		await keyboard.press("Control+a");
		await keyboard.type(text);
	};
	await instead("Exact address today", today);
	await instead("Call-back number", "555 0103");
	await fill("Local emergency number", "112");
	await fill("Nearest emergency department", "St. Anne, 2 Street");
	await fill("Chaperone", "Sam Ito");
	await fill("Chaperone’s phone", "555 0104");
	await tick("The chaperone is an adult");
	await tick("A blood-pressure cuff is there");
	await tick("A spit cup is there");
	await tick("Children and pets are cared for");
	await tick("The plan was gone through");
	await page.getByText("Missing: the chaperone is physically there").waitFor();
	assert.ok(await begin.isDisabled(), "the chaperone is not there, yet the session can begin");

	// What was typed is on disk: it is there after a lock.
	await lock(app);
	await unlock(app);
	await title("Prepare room");
	await page.waitForFunction(
		(text) => [...document.querySelectorAll("textarea")].some((a) => a.value === text),
		today,
	);
	await tick("The chaperone is physically there");
	await ready();
	await app.axeBothThemes("a room that is ready");
	await app.reflows("a room that is ready");

	// The card, before the session and in it.
	await keyboard.press("F1");
	const card = page.getByRole("dialog", { name: "Emergency card" });
	await card.getByText(today).waitFor();
	for (const text of ["112", "555 0104", "555 0103", "555 0105", "Check breathing and response."])
		await card.getByText(text, { exact: true }).waitFor();
	await app.axeBothThemes("the emergency card");
	await app.reflows("the emergency card");
	await keyboard.press("Escape");
	await card.waitFor({ state: "detached" });

	await pressShown(page, "Ctrl Enter");
	await title("Nell Harrow");
	await page.locator(".live-clock").waitFor();
	await keyboard.press("h");
	await title("Dosing 1");
	await page.getByText("From preparation").waitFor();
	await page.getByText("To rest for once.").waitFor();
	await pressShown(page, "Ctrl Shift S", "Control+Shift+S");
	await title("Nell Harrow");
	const plan = page.getByRole("dialog", { name: "Emergency plan" });
	// The connection is a mark of the log; an emergency opens the card by itself.
	const word = async (letters, name) => {
		await page.locator(".live-clock").waitFor();
		await keyboard.press("m");
		await page.getByRole("combobox", { name: "What is seen or done" }).waitFor();
		await keyboard.type(letters);
		await page.locator("[role=option][data-highlighted]", { hasText: name }).waitFor();
		await keyboard.press("Enter");
	};
	await word("connection l", /Connection lost/);
	await page.getByRole("list", { name: "Entries" }).getByText("Connection lost").waitFor();
	const lost = page.getByRole("region", { name: "Connection lost" });
	for (const step of ["the client, 555 0103", "Sam Ito, 555 0104", "emergency services, 112"])
		await lost.getByText(step).waitFor();
	await word("chest", /Chest pain/);
	await plan.getByText(today).waitFor();
	await keyboard.press("Escape");
	await plan.waitFor({ state: "detached" });
	await page
		.getByRole("list", { name: "Entries" })
		.getByText("Chest pain", { exact: true })
		.waitFor();
	await app.axe("an emergency in the log");
	await app.reflows("an emergency in the log");
	await word("connection r", /Connection restored/);
	await lost.waitFor({ state: "detached" });
	// An emergency asks for its event, with what is known of it.
	await page.getByText("Record the adverse event").waitFor();
	await pressShown(page, "A", "a");
	await page.getByRole("dialog", { name: "Adverse event" }).waitFor();
	await page.waitForFunction(() => document.getElementById("adverse-what")?.value === "Chest pain");
	await app.axe("the event of an emergency");
	await keyboard.press("Escape");
	await page.getByRole("dialog", { name: "Adverse event" }).waitFor({ state: "detached" });
	// The card on paper, from the session's record.
	await keyboard.press("h");
	await title("Dosing 1");
	await pressShown(page, "F1");
	await card.getByText(today).waitFor();
	await pressShown(page, "Ctrl P");
	await title("Emergency card");
	await page.getByRole("img", { name: /^Page 1 of/ }).waitFor();
	await saveDocument(app);
	const [file] = (await readdir(app.folders.dialogs)).filter((f) => f.endsWith(".pdf"));
	assert.match(file, /^emergency-card-\d{4}-\d\d-\d\d\.pdf$/);
	const path = join(app.folders.dialogs, file);
	const { stdout } = await promisify(execFile)("pdftotext", ["-layout", path, "-"]);
	for (const text of [
		"Nell Harrow",
		today,
		"After 5 minutes",
		"112",
		"555 0104",
		"Dr. A. Lindqvist",
		"Not known",
	])
		assert.ok(stdout.includes(text), `the card does not say “${text}”:\n${stdout}`);

	// Beside the note stands what was agreed, ready to be quoted.
	await pressShown(page, "Esc", "Escape");
	await pressShown(page, "Ctrl E");
	await page
		.getByRole("dialog", { name: "End session" })
		.getByText("No dose was given", { exact: true })
		.waitFor();
	await fill("Why no dose was given", "The line was too poor.");
	await keyboard.press("Control+Enter");
	await page.getByRole("heading", { level: 3, name: "From preparation" }).waitFor();
	await tabTo(page, "During");
	// Only the client's own words are quoted.
	assert.equal(await page.getByRole("button", { name: "Quote in note" }).count(), 1);
	await tabTo(page, "Quote in note");
	await keyboard.press("Enter");
	await page.waitForFunction(() =>
		[...document.querySelectorAll("textarea")].some(
			(a) => a.value === "“To rest for once.” (Intention, from preparation)",
		),
	);
	await app.axeBothThemes("a note beside its preparation");
	await app.reflows("a note beside its preparation");

	// Where she lives is as it was.
	assert.equal((await call(app, "Clients", "Get", client)).address, home);
});
