import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { readdir, rm } from "node:fs/promises";
import { join } from "node:path";
import test from "node:test";
import { promisify } from "node:util";
import { start } from "./harness.mjs";
import { pressShown, tabTo } from "./keys.mjs";
import { clientId, makeReady, planDosing } from "./ready.mjs";
import { addClient, call, createPractice, saveDocument } from "./steps.mjs";

const said = "Go on with 100 mg today, the renewal follows.";
const reason = "Her sister comes at four and stays the night.";

test("a blocked start, lifted by decision and reason, leaves its trace", async (t) => {
	const app = await start();
	t.after(() => app.stop());
	const { page } = app;
	const { keyboard } = page;
	const title = (name) => page.getByRole("heading", { level: 1, name }).waitFor();
	const says = (text) => page.getByText(text).first().waitFor();
	const look = async (where) => {
		await app.axeBothThemes(where);
		await app.reflows(where);
	};
	const fill = async (label, text) => {
		await tabTo(page, label);
		await keyboard.press("Control+a");
		await keyboard.type(text);
	};
	/** The exported summary in words. */
	const summary = async () => {
		await pressShown(page, "Ctrl P");
		await title("Session summary");
		await page.getByRole("img", { name: /^Page 1 of / }).waitFor();
		await saveDocument(app);
		const [file] = (await readdir(app.folders.dialogs)).filter((f) => f.endsWith(".pdf"));
		const path = join(app.folders.dialogs, file);
		const { stdout } = await promisify(execFile)("pdftotext", ["-layout", path, "-"]);
		await rm(path);
		await pressShown(page, "Esc", "Escape");
		return stdout.replace(/\s+/g, " ");
	};

	await createPractice(app);
	await addClient(app, "Nell Harrow", { "Birth date": "3 May 1984" });
	const client = await clientId(app, "Nell Harrow");
	const session = await planDosing(app, client);
	await makeReady(app, client, session);
	const [{ clearance }] = (await call(app, "Clearances", "Get", client)).rows;
	await call(app, "Clearances", "Suspend", clearance.id, "Renewal awaited");

	// Today and the chart say what stands in the way, and lead to it.
	await keyboard.press("Control+1");
	await says(/stands? in the way: the clearance is suspended/);
	await look("Today, a session that cannot begin");
	await keyboard.press("Control+k");
	await keyboard.type("Nell");
	await page.getByRole("option", { name: /^Nell Harrow/ }).waitFor();
	await keyboard.press("Enter");
	await title("Nell Harrow");
	await page.getByRole("button", { name: "Prepare dosing 1" }).waitFor();
	await tabTo(page, "Prepare dosing 1");
	await keyboard.press("Enter");
	await title("Prepare room");
	await tabTo(page, "Dosing 1");
	await keyboard.press("Enter");
	await title("Dosing 1");
	await says(/stands? in the way: the clearance is suspended/);
	assert.equal(await page.getByRole("button", { name: "Begin session" }).count(), 0);
	await look("a session that cannot begin");

	await pressShown(page, "Ctrl Enter");
	await title("Prepare room");
	const begin = page.getByRole("button", { name: "Begin session" });
	assert.ok(await begin.isDisabled(), "the clearance is suspended, yet the session can begin");

	// A suspended clearance is lifted by the prescriber's decision alone, with all its parts.
	await pressShown(page, "L");
	const sheet = page.getByRole("dialog", { name: "Lift" });
	await sheet.getByText("Only a decision of the prescriber lifts this.").waitFor();
	await tabTo(page, "Record and lift");
	await keyboard.press("Enter");
	await page.locator("#lift-prescriber-error").waitFor();
	await page.locator("#lift-said-error").waitFor();
	await page.locator("#lift-read-back-error").waitFor();
	await page.waitForFunction(() => document.activeElement?.id === "lift-prescriber");
	await keyboard.type("Dr. A. Lindqvist");
	await look("a lift, refused");
	await fill("What was said", said);
	await tabTo(page, "Read back");
	await keyboard.press("Space");
	// What has the focus is not under the sheet's buttons.
	const shownWhole = await page.evaluate(() => {
		const box = document.activeElement.getBoundingClientRect();
		const at = document.elementFromPoint(box.x + box.width / 2, box.y + box.height / 2);
		return at === document.activeElement;
	});
	assert.ok(shownWhole, "the box that has the focus is covered");
	await pressShown(page, "Ctrl Enter");
	await sheet.waitFor({ state: "detached" });
	await says(said);
	await says(/Dr\. A\. Lindqvist decided on \d+ \w+ \d{4} at \d\d:\d\d/);

	// What cannot be asked can be lifted as well.
	const at = (question) =>
		page.waitForFunction(
			(question) => document.activeElement?.name?.endsWith(`-${question}`),
			question,
		);
	await at("identity");
	await keyboard.press("l");
	await sheet.getByText("Name and birth date are not confirmed today.").waitFor();
	await keyboard.press("Escape");
	await sheet.waitFor({ state: "detached" });

	// There is no ride home: that, a reason lifts.
	for (const key of ["y", "y", "y", "n"]) await keyboard.press(key);
	await says("There is no ride home.");
	await keyboard.press("l");
	await sheet.waitFor();
	await fill("Why it begins all the same", reason);
	await pressShown(page, "Ctrl Enter");
	await sheet.waitFor({ state: "detached" });
	await says(reason);
	// It goes on with the next question; what was lifted stays as it was answered.
	await at("suicidal_thoughts");
	for (const key of ["n", "n", "y"]) await keyboard.press(key);
	await page.waitForFunction(() => !document.querySelector("button.primary:disabled"));
	await look("a room that is lifted");

	// It is seen wherever the session can be begun.
	await keyboard.press("Control+1");
	await says(/^Ready, with two things lifted: the clearance is suspended; there is no ride home\./);
	await tabTo(page, "Begin, Nell Harrow");
	await keyboard.press("Enter");
	await title("Dosing 1");
	await says(said);
	await says(reason);
	await look("a session that is ready by lifts");
	await pressShown(page, "Ctrl Enter");

	// What was lifted stands with the session's record, and what goes wrong does too.
	await title("Nell Harrow");
	await page.locator(".live-clock").waitFor();
	await keyboard.press("h");
	await title("Dosing 1");
	await page.getByRole("heading", { name: "At the start" }).waitFor();
	await says(said);
	await says(reason);
	await pressShown(page, "A");
	const event = page.getByRole("dialog", { name: "Adverse event" });
	await event.waitFor();
	await keyboard.press("Control+Enter");
	await page.locator("#adverse-serious-error").waitFor();
	await keyboard.press("Space");
	await keyboard.press("Control+Enter");
	await page.locator("#adverse-what-error").waitFor();
	await keyboard.type("Fainted on the way to the bathroom.");
	await fill("What was done", "Laid down, legs up.");
	await look("an adverse event");
	await keyboard.press("Control+Enter");
	await event.waitFor({ state: "detached" });
	await page.getByRole("heading", { name: "Adverse events" }).waitFor();
	await says("The clearance is suspended until a new one is recorded.");
	await pressShown(page, "Ctrl E");
	await page
		.getByRole("dialog", { name: "End session" })
		.getByText("No dose was given", { exact: true })
		.waitFor();
	await fill("Why no dose was given", "She had fainted.");
	await keyboard.press("Control+Enter");
	await page.getByRole("heading", { name: "From dosing, no dose given" }).waitFor();
	await keyboard.press("Alt+ArrowLeft");
	await says("Ended");

	// What becomes known later is added; the card stays at hand that day.
	await pressShown(page, "L");
	const added = page.getByRole("dialog", { name: "What became known" });
	await added.waitFor();
	await keyboard.press("Control+Enter");
	await page.locator("#added-text-error").waitFor();
	await keyboard.type("Home at nine, well.");
	await look("adding to an adverse event");
	await keyboard.press("Control+Enter");
	await added.waitFor({ state: "detached" });
	await says("Home at nine, well.");
	await keyboard.press("F1");
	const card = page.getByRole("dialog", { name: "Emergency card" });
	await card.waitFor();
	await keyboard.press("Escape");
	await card.waitFor({ state: "detached" });
	await look("a session that was lifted");
	await keyboard.press("w");
	await page.getByRole("heading", { name: "From dosing, no dose given" }).waitFor();
	await page.getByRole("heading", { name: "Adverse events" }).waitFor();
	await says("Home at nine, well.");
	await says(reason);
	await look("a note beside an adverse event");
	await keyboard.press("Alt+ArrowLeft");
	await title(/^Dosing/);

	const first = await summary();
	for (const words of [
		"The clearance is suspended.",
		"Decision of Dr. A. Lindqvist",
		said,
		"Read back.",
		"There is no ride home.",
		`Reason: ${reason}`,
		"Adverse events",
		"Fainted on the way to the bathroom.",
		"Home at nine, well.",
	])
		for (const word of words.split(" "))
			assert.ok(
				first.includes(word),
				`the summary does not say “${word}” of “${words}”:\n${first}`,
			);

	// One that took place though it could not begin is recorded as it happened.
	const next = await planDosing(app, client);
	await keyboard.press("Control+1");
	await says(/after the serious adverse event/);
	await tabTo(page, /^Open, Nell Harrow/);
	await keyboard.press("j");
	await keyboard.press("Enter");
	await title("Prepare room");
	await tabTo(page, "Dosing 1");
	await keyboard.press("Enter");
	await title("Dosing 1");
	await pressShown(page, "H");
	const happened = page.getByRole("dialog", { name: "Record as it happened" });
	await happened.waitFor();
	const minute = (ago) =>
		new Date(Date.now() - ago * 60_000).toLocaleTimeString("en-GB", {
			timeZone: "Europe/Lisbon",
			hour: "2-digit",
			minute: "2-digit",
		});
	await fill("Began at", minute(2));
	await fill("Ended at", minute(1));
	await fill("Why it took place", "The computer was away.");
	await look("recording as it happened");
	await tabTo(page, /^Record/);
	await keyboard.press("Enter");
	await happened.waitFor({ state: "detached" });
	await says("Recorded as it happened: The computer was away.");
	await says("Ended");
	const second = await summary();
	assert.match(second, /Recorded as it happened/);
	assert.match(second, /The computer was away/);
	assert.equal((await call(app, "Sessions", "Get", next.id)).state, "ended");
});
