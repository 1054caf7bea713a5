// What several journeys do on their way, as a person would at the screen.
import assert from "node:assert/strict";
import { pressShown } from "./keys.mjs";
import { answerDay, clientId, makeReady, planDosing } from "./ready.mjs";

export const passphrase = "seven quiet herons over melting snow";

export const therapist = {
	name: "Ines Falkenrath",
	credential: "LMFT",
	practice: "Hollow Oak Therapy",
};

const button = (app, name) => app.page.getByRole("button", { name, exact: false });
const heading = (app, name) => app.page.getByRole("heading", { level: 1, name });

/** Goes through the first run until the recovery code is on screen, and gives its groups. */
export async function toRecoveryCode(app, { look = async () => {} } = {}) {
	const { page } = app;
	await heading(app, "Your records stay on this computer.").waitFor();
	await look("first run, welcome");
	await button(app, "Start").click();

	await heading(app, "Who is writing?").waitFor();
	await page.getByLabel("Your name").fill(therapist.name);
	await page.getByLabel("Credential").fill(therapist.credential);
	await page.getByLabel("Practice name").fill(therapist.practice);
	await look("first run, practice");
	await button(app, "Go on").click();

	await heading(app, "Choose a passphrase.").waitFor();
	await page.getByLabel("Passphrase", { exact: true }).fill(passphrase);
	await page.getByLabel("Once more").fill(passphrase);
	await look("first run, passphrase");
	await button(app, "Go on").click();

	await heading(app, "Keep this recovery code.").waitFor();
	const groups = await page
		.getByRole("list", { name: "Recovery code" })
		.locator(".name")
		.allTextContents();
	assert.equal(groups.length, 8);
	for (const g of groups) assert.match(g, /^[0-9A-Z]{7}$/);
	await look("first run, recovery code");
	return groups;
}

/** Goes through the first run. `look` is called on each of its screens with its name. */
export async function createPractice(app, { look = async () => {}, backup = true } = {}) {
	const { page } = app;
	const groups = await toRecoveryCode(app, { look });
	await page.getByLabel("Type group 3").fill(groups[2].toLowerCase());
	await page.getByLabel("Type group 7").fill("0000000");
	await button(app, "I have kept it").click();
	await page.getByText("Not the same as above.").waitFor();
	await page.getByLabel("Type group 7").fill(groups[6]);
	await button(app, "I have kept it").click();

	await heading(app, "Where should backups go?").waitFor();
	await look("first run, backup");
	await button(app, backup ? "Choose the folder" : "Later").click();
	await page.getByText("No clients yet.").waitFor();
	return groups.join(" ");
}

/** Opens the records at the lock screen. */
export async function unlock(app, secret = passphrase) {
	await app.page.getByLabel("Passphrase", { exact: true }).fill(secret);
	await button(app, "Unlock").click();
	await app.page.getByRole("navigation", { name: "Places" }).waitFor();
}

/** Locks by key and waits for the lock screen. */
export async function lock(app) {
	await app.page.keyboard.press("Control+l");
	await app.page.getByText("Your records are locked.").waitFor();
}

/** Closes the window as its own button does. */
export const closeWindow = (app) => app.page.evaluate(() => window.runtime.Quit());

/** Adds a client through the form and returns at the chart. `fields` are by label. */
export async function addClient(app, name, fields = {}) {
	const { page } = app;
	await page.keyboard.press("Control+Shift+N");
	await heading(app, "New client").waitFor();
	await page.getByLabel("Legal name").fill(name);
	for (const [label, text] of Object.entries(fields))
		await page.getByLabel(label, { exact: true }).first().fill(text);
	await page.getByRole("button", { name: "Add client" }).click();
	await heading(app, fields["Preferred name"] ?? name).waitFor();
}

/** Saves the document that is previewed, with what is usual for it. */
export async function saveDocument(app) {
	const { page } = app;
	const sheet = page.getByRole("dialog", { name: /^Export: / });
	await pressShown(page, "Ctrl S");
	await sheet.getByText("Close the file with a password").waitFor();
	await page.keyboard.press("Control+s");
	await sheet.waitFor({ state: "detached" });
	await page.getByText("This file is outside the app's protection.").waitFor();
}

/** Calls a bound Go method as the page does; a refusal comes back as its code. */
export async function call(app, struct, method, ...args) {
	return app.page.evaluate(
		([struct, method, args]) => window.go.app[struct][method](...args),
		[struct, method, args],
	);
}

/** Plans a dosing session for a client who is ready for it and begins it; gives the participant's id. */
export async function beginSession(app, name) {
	const client = await clientId(app, name);
	const session = await planDosing(app, client);
	await makeReady(app, client, session);
	await answerDay(app, session);
	await call(app, "Sessions", "Begin", session.id);
	return session.participant;
}

/** Ends the session that is shown live: the client is discharged early, with every item of the checklist met. */
export async function discharge(app) {
	const { page } = app;
	const { keyboard } = page;
	await page.getByRole("button", { name: /^End session/ }).waitFor();
	await keyboard.press("Control+e");
	const sheet = page.getByRole("dialog", { name: "End session" });
	await sheet.getByText("Oriented to person").first().waitFor();
	while ((await sheet.locator("[data-question]:not(:has(input:checked))").count()) > 0)
		await keyboard.press("y");
	await sheet.getByLabel("Why before that").fill("The last train");
	await sheet.getByLabel("Who takes the client home").fill("Kim Harrow");
	await keyboard.press("Control+Enter");
	await sheet.waitFor({ state: "detached" });
}

/** Begins a dosing session with two clients who are there and ready for it. */
export async function beginCouple(app, names) {
	const parts = [];
	for (const name of names) {
		const client = await clientId(app, name);
		const alone = await planDosing(app, client);
		await makeReady(app, client, alone);
		await call(app, "Sessions", "Cancel", alone.id);
		parts.push({ id: crypto.randomUUID(), client_id: client });
	}
	const id = crypto.randomUUID();
	await call(app, "Sessions", "Save", {
		id,
		kind: "dosing",
		participants: parts,
		planned_start: new Date().toISOString(),
		zone: "Europe/Lisbon",
		place: "office",
	});
	for (const part of parts) await answerDay(app, { id, participant: part.id });
	await call(app, "Sessions", "Begin", id);
	return { id, participants: parts.map((p) => p.id) };
}
