// The disk is full in the middle of a session: nothing that is written is lost, nor the emergency plan.
import assert from "node:assert/strict";
import test from "node:test";
import { start } from "./harness.mjs";
import { pressShown } from "./keys.mjs";
import { addClient, beginSession, call, createPractice, passphrase } from "./steps.mjs";

const client = "Perpetua Lindqvist";

test("what is written while the disk is full is written in its order, with its times", async (t) => {
	const app = await start();
	t.after(() => app.stop());
	const { page } = app;
	const { keyboard } = page;
	await createPractice(app, { backup: false });
	await addClient(app, client);
	await beginSession(app, client);
	await keyboard.press("Control+1");
	await page.getByRole("button", { name: new RegExp(`^Return, ${client}`) }).click();
	await page.getByRole("heading", { level: 1, name: client }).waitFor();
	const [{ session_id: session }] = await call(app, "Live", "Running");
	const log = async () => (await call(app, "Live", "Get", session)).parts[0].log;
	const row = (text) =>
		page.getByRole("list", { name: "Entries" }).locator("li", { hasText: text });
	const field = page.getByLabel("Write an observation");
	const write = async (text) => {
		await field.fill(text);
		await keyboard.press("Enter");
		await row(text).waitFor();
	};
	await write("Arrived rested.");
	await page.locator("[data-row]:not([aria-busy])", { hasText: "Arrived rested." }).waitFor();
	const before = (await log()).length;
	await page.evaluate(() => {
		window.tries = 0;
		const { Sessions } = window.go.app;
		const record = Sessions.RecordObservation;
		Sessions.RecordObservation = (...args) => {
			window.tries++;
			return record(...args);
		};
	});

	const free = await app.disk("full");
	const written = ["Looks up, says nothing.", "Breath slow.", "It is wide in here."];
	for (const text of written) await write(text);
	await keyboard.press("Escape");
	await pressShown(page, "1");
	for (const text of written) await row(text).getByText("Not saved").waitFor();
	const head = page.getByRole("alert").getByText(/^4 entries not saved: the disk is full\./);
	await head.waitFor();
	assert.equal((await log()).length, before);

	// The plan is there all the same, and leads back.
	await pressShown(page, "F1");
	const plan = page.getByRole("dialog", { name: "Emergency plan" });
	await plan.getByText("555 0105").waitFor();
	await keyboard.press("Escape");
	await plan.waitFor({ state: "detached" });

	// Tried again by itself: in vain, then not.
	const tries = await page.evaluate(() => window.tries);
	await page.waitForFunction((tries) => window.tries > tries, tries);
	await head.waitFor();
	const freed = new Date().toISOString();
	await free();
	await head.waitFor({ state: "detached" });
	await page.waitForFunction(() => !document.querySelector("[data-row][aria-busy]"));
	const lines = (await log()).slice(before);
	assert.deepEqual(
		lines.slice(0, 3).map((l) => l.observation.text),
		written,
	);
	assert.equal(lines.length, 4);
	for (const [i, { entry }] of lines.entries()) {
		assert.ok(entry.at < freed && freed < entry.recorded_at, `${entry.at}, ${entry.recorded_at}`);
		assert.ok(i === 0 || entry.at > lines[i - 1].entry.at, "two have the same time");
		assert.ok(i === 0 || entry.recorded_at >= lines[i - 1].entry.recorded_at, "out of order");
	}

	// Locking for good would lose what is not on disk: it says so first, and Enter stays covered.
	const freeAgain = await app.disk("full");
	await pressShown(page, "2");
	await page
		.getByRole("alert")
		.getByText(/^1 entry not saved: the disk is full\./)
		.waitFor();
	await keyboard.press("Control+l");
	await page.getByRole("heading", { level: 1, name: "Covered." }).waitFor();
	await page
		.locator(".cover")
		.getByText(/^1 entry not saved: the disk is full\. It is kept/)
		.waitFor();
	await app.axe("the cover over an entry that is not saved");
	await keyboard.press("Control+Shift+L");
	const dialog = page.getByRole("dialog", { name: "Lock for good" });
	await dialog
		.getByText(/^1 entry of the session is not on disk\. Locking now loses it\./)
		.waitFor();
	await dialog.getByRole("button", { name: "Not now" }).and(page.locator(":focus")).waitFor();
	await app.axe("locking for good would lose an entry");
	await app.reflows("locking for good would lose an entry");
	await keyboard.press("Enter");
	await dialog.waitFor({ state: "detached" });
	await keyboard.press("Control+Shift+L");
	await dialog.waitFor();
	await keyboard.press("Control+Enter");
	await page.getByText("Your records are locked.").waitFor();
	await freeAgain();
	await page.getByLabel("Passphrase", { exact: true }).fill(passphrase);
	await keyboard.press("Enter");
	await field.waitFor();
	const notice = page
		.getByRole("status")
		.getByText(/^When the records locked, 1 entry of the session/);
	await notice.waitFor();
	await app.axe("a running session that a lock took an entry from");
	await app.reflows("a running session that a lock took an entry from");
	await page.getByRole("button", { name: "Close", exact: true }).press("Enter");
	await notice.waitFor({ state: "detached" });
	assert.equal((await log()).length, before + 4);
});
