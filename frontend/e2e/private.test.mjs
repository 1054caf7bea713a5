// Psychotherapy notes, with the keyboard alone: behind a door that asks each time, and nowhere else.
import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import test from "node:test";
import { start } from "./harness.mjs";
import { pressShown, tabTo } from "./keys.mjs";
import { addClient, call, createPractice, lock, passphrase, unlock } from "./steps.mjs";

const canary = "kestrel-in-the-orchard";

/** Every file below a folder. */
const filesIn = (folder) =>
	readdirSync(folder, { recursive: true, withFileTypes: true })
		.filter((f) => f.isFile())
		.map((f) => join(f.parentPath, f.name));

test("psychotherapy notes behind their door", async (t) => {
	const app = await start();
	t.after(() =>
		app.stop({
			// Neither the log nor what the webview keeps on disk has a word of it.
			last: () => {
				for (const folder of [app.folders.log, app.folders.profile, app.folders.home])
					for (const file of filesIn(folder))
						assert.ok(!readFileSync(file).includes(canary), `${file} has words of the note`);
			},
		}),
	);
	const { page } = app;
	const { keyboard } = page;
	const focused = (id) => page.waitForFunction((id) => document.activeElement?.id === id, id);
	const absent = async (where) =>
		assert.ok(!(await page.content()).includes(canary), `${where} shows words of the note`);
	const enter = async (secret) => {
		await focused("private-passphrase");
		await keyboard.type(secret);
		await keyboard.press("Enter");
	};
	// From here on, what the page says to Go beside the door is kept and looked through at the end.
	await page.evaluate(() => {
		window.said = [];
		for (const [type, methods] of Object.entries(window.go.app))
			for (const [name, call] of Object.entries(methods))
				methods[name] = (...args) => {
					if (type !== "Psychotherapy") window.said.push(`${type}.${name} ${JSON.stringify(args)}`);
					return call(...args);
				};
	});
	await createPractice(app, { backup: false });
	await addClient(app, "Ana Vey");
	await page.getByRole("heading", { level: 2, name: "Record" }).waitFor();

	await pressShown(page, "8");
	await app.axeBothThemes("the door");
	await app.reflows("the door");
	await enter("not the passphrase");
	await page.getByRole("alert").waitFor();
	await focused("private-passphrase");
	await enter(passphrase);
	await page.getByText("Nothing is written here yet.").waitFor();

	await pressShown(page, "N");
	await focused("private-text");
	await keyboard.type(`A pull towards rescuing, ${canary}.`);
	await page.getByText(/^Saved \d/).waitFor();
	await app.axeBothThemes("a psychotherapy note");
	await app.reflows("a psychotherapy note");
	// Locked in the middle of a word: it is saved, and the way back ends at the door.
	await keyboard.type(" Hers and mi");
	await lock(app);
	await absent("the lock screen");
	await unlock(app);
	await focused("private-passphrase");
	await absent("the door");
	await enter(passphrase);
	await page.locator("[data-row][tabindex='0']", { hasText: canary }).waitFor();
	await app.axeBothThemes("psychotherapy notes");
	await app.reflows("psychotherapy notes");

	await keyboard.press("j");
	await keyboard.press("Enter");
	await focused("private-text");
	await keyboard.press("Control+End");
	await keyboard.type("ne.");
	await pressShown(page, "Esc", "Escape");
	await page.locator("[data-row]", { hasText: canary }).waitFor();

	// Left and come back to, it asks again; meanwhile nothing outside the door has a word of it.
	await keyboard.press("1");
	await page.getByRole("heading", { level: 2, name: "Record" }).waitFor();
	await absent("the course");
	const { rows } = await call(app, "Clients", "List", {
		query: "",
		filter: "all",
		offset: 0,
		limit: 9,
	});
	const refused = await call(app, "Psychotherapy", "List", rows[0].id).then(
		() => "",
		(reason) => String(reason),
	);
	assert.match(refused, /door/);
	const said = await page.evaluate(() => window.said);
	assert.ok(said.some((call) => call.startsWith("Vault.Cover")));
	assert.ok(said.some((call) => call.startsWith("Drafts.Save")));
	assert.deepEqual(
		said.filter((call) => call.includes(canary)),
		[],
	);
	for (const query of [canary, "kestrel"])
		assert.equal(
			(await call(app, "Clients", "List", { query, filter: "all", offset: 0, limit: 9 })).total,
			0,
		);
	assert.ok(!JSON.stringify(await call(app, "Clients", "Chart", rows[0].id)).includes(canary));
	await keyboard.press("Control+1");
	await absent("Today");
	await keyboard.press("Alt+ArrowLeft");
	await page.getByRole("heading", { level: 2, name: "Record" }).waitFor();
	await pressShown(page, "8");

	await enter(passphrase);
	await page.locator("[data-row]", { hasText: canary }).waitFor();
	await pressShown(page, "R");
	await page.getByRole("heading", { level: 2, name: "Release psychotherapy notes" }).waitFor();
	await app.axeBothThemes("a release");
	await app.reflows("a release");
	await keyboard.press("Control+s");
	await page.getByText("Choose the notes that are released.").waitFor();
	await page.getByText("Name who receives the notes.").waitFor();
	await app.axeBothThemes("a refused release");
	await page.waitForFunction(() => document.activeElement?.type === "checkbox");
	await keyboard.press("Space");
	await tabTo(page, "An authorization");
	await keyboard.press("Space");
	await tabTo(page, "Which one");
	await keyboard.type("Authorization of 2 March, signed by the client");
	await tabTo(page, "To whom");
	await keyboard.type("Dr. A. Lindqvist, MD");
	await keyboard.press("Control+s");
	await page.getByText("This file is outside the app's protection.").waitFor();
	await pressShown(page, "Esc", "Escape");
	await page.getByText(/one note to Dr\. A\. Lindqvist, MD, under an authorization/).waitFor();
	await app.axeBothThemes("psychotherapy notes, one released");
	const written = readdirSync(app.folders.dialogs, { recursive: true }).filter((f) =>
		String(f).startsWith("psychotherapy-notes-"),
	);
	assert.equal(written.length, 1);

	await pressShown(page, "X");
	await focused("private-passphrase");
	await absent("the closed door");
});
