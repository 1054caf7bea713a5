import assert from "node:assert/strict";
import test from "node:test";
import { start } from "./harness.mjs";
import { readyPlanned } from "./ready.mjs";
import { addClient, createPractice, discharge, lock, saveDocument, unlock } from "./steps.mjs";
import { client, dose, later, note, pdfSaysWhatWasTyped, reading, seen, words } from "./story.mjs";

test("from an empty machine to a signed session's PDF", async (t) => {
	const app = await start();
	t.after(() => app.stop());
	const { page } = app;
	const press = (name) => page.getByRole("button", { name }).first().click();
	const heading = (name) => page.getByRole("heading", { level: 1, name });

	/** Each screen on the way, in both themes and at each width. */
	const look = async (where) => {
		await app.axeBothThemes(where);
		await app.reflows(where);
	};

	await createPractice(app, { look });
	await look("today, empty");
	await addClient(app, client.legal, {
		"Preferred name": client.preferred,
		Pronouns: client.pronouns,
		"Birth date": client.birth,
	});
	await look("chart, empty");

	await press("Plan a session");
	await heading(/^Plan a session/).waitFor();
	await page.getByText("Dosing", { exact: true }).click();
	await page.getByLabel("Start").fill("13:00");
	await look("plan");
	await press("Plan session");
	await heading("Dosing 1").waitFor();
	await look("session, planned");

	// What the journeys of the course are about is put right without the screen.
	await readyPlanned(app, client.preferred);
	await press("Prepare room");
	await heading("Prepare room").waitFor();
	await look("prepare room");
	await press("Begin session");
	await heading(client.preferred).waitFor();

	const vitals = async ({ systolic, diastolic, rate, oxygen }) => {
		await press("Enter vitals");
		await page.getByLabel("Systolic").fill(systolic);
		await page.getByLabel("Diastolic").fill(diastolic);
		await page.getByLabel("Heart rate").fill(rate);
		await page.getByLabel("SpO2").fill(oxygen);
		await look("vitals");
		await press("Save reading");
		await page.getByText(`${systolic}/${diastolic}`).first().waitFor();
		await page.getByRole("dialog").waitFor({ state: "detached" });
	};
	await vitals(reading);

	await press("Record dose");
	await page.getByLabel("Prescribed").fill(dose.prescribed);
	await page.getByLabel("Taken").fill(dose.taken);
	await page.getByLabel("Lot").fill(dose.lot);
	await press("Save dose");
	// The route is missing: it is told beside its field, and nothing that was typed is gone.
	await page.locator("#dose-route-error").waitFor();
	assert.equal(await page.getByLabel("Taken").inputValue(), dose.taken);
	await look("dose, refused");
	await page.getByLabel("Route").selectOption(dose.route);
	await press("Save dose");
	await page.getByRole("list", { name: "Entries" }).getByText(`${dose.taken} mg`).first().waitFor();
	await page.getByRole("dialog").waitFor({ state: "detached" });

	const write = page.getByLabel("Write an observation");
	await write.fill(`“${words}”`);
	await write.press("Enter");
	await page.getByText(words, { exact: true }).first().waitFor();
	await write.fill(seen);
	await write.press("Enter");
	await page.getByText(seen).first().waitFor();
	await write.press("Escape");
	await page.keyboard.press("m");
	await page.getByRole("combobox", { name: "What is seen or done" }).fill("tear");
	await look("words");
	await page.getByRole("option", { name: /Tearful/ }).click();
	await page.getByRole("list", { name: "Entries" }).getByText("Tearful").waitFor();
	await vitals(later);
	await look("session, open");
	await discharge(app);
	await page.getByLabel("Before the dose").waitFor();
	for (const [section, body] of Object.entries(note))
		await page.getByLabel(section, { exact: true }).fill(body);
	await page.getByText(/^Saved \d\d:\d\d:\d\d/).waitFor();
	await press("Sign and lock");
	await page.getByText("Still missing: risk reviewed today.").waitFor();
	await look("sign, incomplete");
	await press("Keep writing");
	await page.getByText("No concern", { exact: true }).click();
	await look("note");
	await press("Sign and lock");
	const sheet = page.getByRole("dialog");
	await sheet.getByText(note.During).waitFor();
	await look("sign");
	await sheet.getByRole("button", { name: "Sign and lock" }).click();
	await page.getByText(/^Signed by Ines Falkenrath, LMFT/).waitFor();
	await look("note, signed");

	await press("Preview PDF");
	await page.getByRole("img", { name: /^Page 1 of / }).waitFor();
	await look("preview");
	await saveDocument(app);
	await look("preview, exported");
	await pdfSaysWhatWasTyped(app.folders.dialogs);

	await lock(app);
	await look("locked");
	await unlock(app);
	await page.keyboard.press("Control+1");
	await page.getByRole("heading", { name: "In the integration window" }).waitFor();
	await look("today, in the window");
	await page.keyboard.press("Control+2");
	await press(client.preferred);
	await page.getByRole("list", { name: "Record" }).getByText("Signed").waitFor();
	await look("chart, signed");
});
