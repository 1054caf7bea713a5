import assert from "node:assert/strict";
import { open, readdir } from "node:fs/promises";
import { join } from "node:path";
import test from "node:test";
import { start } from "./harness.mjs";
import { pressShown } from "./keys.mjs";
import {
	addClient,
	beginSession,
	call,
	createPractice,
	lock,
	passphrase,
	unlock,
} from "./steps.mjs";

const client = "Perpetua Lindqvist";

const pageSize = 4096;

/** Turns one bit in each of these pages of the records, counted from 1. */
async function damage(app, ...pages) {
	const file = await open(join(app.folders.vault, "records.db"), "r+");
	try {
		for (const n of pages) {
			const at = (n - 0.5) * pageSize;
			const { buffer } = await file.read(Buffer.alloc(1), 0, 1, at);
			await file.write(Buffer.from([buffer[0] ^ 1]), 0, 1, at);
		}
	} finally {
		await file.close();
	}
}

test("a full disk, a crash and damaged records", async (t) => {
	const app = await start();
	t.after(() => app.stop());
	const { page } = app;
	const { keyboard } = page;
	await createPractice(app);
	await addClient(app, client);
	const participant = await beginSession(app, client);
	const told = page.getByRole("alert").getByText(/^Not saved: the disk is full\..* kept/);
	const again = page.getByRole("button", { name: "Try again" });

	/** Asserts that what is told and the way to try again are in the window, with nothing over them. */
	const inSight = async (where) => {
		const size = page.viewportSize();
		for (const [width, height] of [
			[1280, 800],
			[960, 640],
		]) {
			await page.setViewportSize({ width, height });
			for (const part of [told, again]) {
				const seen = await part.evaluate((el) => {
					const { left, right, top, bottom } = el.getBoundingClientRect();
					const within = left >= 0 && top >= 0 && right <= innerWidth && bottom <= innerHeight;
					const over = document.elementFromPoint((left + right) / 2, (top + bottom) / 2);
					return within && (el.contains(over) || Boolean(over?.contains(el)));
				});
				assert.ok(seen, `${where}: it is not told in sight at ${width} px`);
			}
		}
		await page.setViewportSize(size);
	};

	/** Types while the disk is full, sees that it is told and that the text stays, and tries again. */
	const onFullDisk = async (where, field, text) => {
		const free = await app.disk("full");
		await field.click();
		// At once: typed slowly, the last of it would be tried by itself once there is room again.
		await keyboard.insertText(text);
		await told.waitFor();
		assert.equal(await field.inputValue(), text);
		await inSight(where);
		await app.axeBothThemes(`${where}, the disk is full`);
		await app.reflows(`${where}, the disk is full`);
		await free();
		// A click with the pointer would leave the field, and leaving a note's saves it too.
		await again.dispatchEvent("click");
		await told.waitFor({ state: "detached" });
	};

	await t.test("a session's entry on a full disk", async () => {
		await keyboard.press("Control+1");
		await page.getByRole("button", { name: new RegExp(`^Return, ${client}`) }).click();
		await page.getByRole("heading", { level: 1, name: client }).waitFor();
		// The entry leaves the field at once, stays on the screen and is tried again by itself.
		const field = page.getByLabel("Write an observation");
		const free = await app.disk("full");
		await field.fill("Looks up, says nothing.");
		await keyboard.press("Enter");
		const row = page.getByRole("list", { name: "Entries" }).locator("li", { hasText: "Looks up" });
		await row.getByText("Not saved").waitFor();
		const head = page
			.getByRole("alert")
			.getByText(/^1 entry not saved: the disk is full\. It is kept/);
		await head.waitFor();
		assert.equal(await field.inputValue(), "");
		await app.axe("a running session, the disk is full");
		await app.reflows("a running session, the disk is full");
		await free();
		await head.waitFor({ state: "detached" });
		await row.getByText("Not saved").waitFor({ state: "detached" });
		await row.waitFor();
	});

	await t.test("a note on a full disk", async () => {
		// What follows is about notes and forms, and about locking: the session is over.
		const [running] = await call(app, "Live", "Running");
		await call(app, "Sessions", "Finish", running.session_id);
		await keyboard.press("Escape");
		await keyboard.press("Control+Enter");
		const field = page.getByLabel("During", { exact: true });
		await onFullDisk("note", field, "She spoke of the lake.");
		await page.getByText(/^Saved \d\d:\d\d:\d\d/).waitFor();
		const { note } = await call(app, "Notes", "Open", participant);
		assert.equal(note.sections.find((s) => s.key === "during").body, "She spoke of the lake.");
	});

	await t.test("a client's form on a full disk", async () => {
		await keyboard.press("Control+Shift+N");
		const field = page.getByLabel("Legal name");
		await onFullDisk("client", field, "Anselm Roe");
		const free = await app.disk("full");
		await keyboard.press("Control+Enter");
		await told.waitFor();
		await inSight("client, not kept");
		await free();
		await again.click();
		await page.getByRole("heading", { level: 1, name: "Anselm Roe" }).waitFor();
	});

	await t.test("text that a lock took with it is told, and no older place shown", async () => {
		await keyboard.press("Control+,");
		await page.getByRole("heading", { level: 1, name: "Settings" }).waitFor();
		await lock(app);
		await unlock(app);
		await page.getByRole("heading", { level: 1, name: "Settings" }).waitFor();
		await keyboard.press("Control+Shift+N");
		const free = await app.disk("full");
		await page.getByLabel("Legal name").click();
		await keyboard.type("Lost Words");
		await told.waitFor();
		await lock(app);
		await unlock(app);
		const notice = page
			.getByRole("status")
			.getByText(/^When the records locked, what you had typed/);
		await notice.waitFor();
		const today = await call(app, "Today", "Get");
		await page.getByRole("heading", { level: 1, name: today.date_text }).waitFor();
		await app.axeBothThemes("text lost by a lock");
		await app.reflows("text lost by a lock");
		await free();
		await page.getByRole("button", { name: "Close" }).focus();
		await keyboard.press("Enter");
		await notice.waitFor({ state: "detached" });
		await page.waitForFunction(() => document.activeElement?.tagName === "MAIN");
		await lock(app);
		await unlock(app);
		await page.getByRole("navigation", { name: "Places" }).waitFor();
		assert.equal(await notice.count(), 0);
	});

	await t.test("ended from outside: the records are checked, and it is said", async () => {
		// Not by key: of the one made in the first run the screen says the same.
		await call(app, "Vault", "BackupNow");
		await app.kill();
		await app.startAgain();
		await unlock(app);
		const notice = page
			.getByRole("status")
			.getByText(/^Snowfield did not end in the ordinary way last time\. .* \d+ pages, all whole/);
		await notice.waitFor();
		await app.axeBothThemes("checked after a crash");
		await app.reflows("checked after a crash");
		await page.getByRole("button", { name: "Close" }).click();
		await notice.waitFor({ state: "detached" });

		await keyboard.press("Control+,");
		const check = page.getByRole("button", { name: "Check records now" });
		await check.waitFor();
		await pressShown(page, "C");
		const whole = page.getByRole("region", { name: "Check" }).getByText(/\d+ pages, all whole/);
		await whole.waitFor();
		await check.and(page.locator(":not(:disabled)")).waitFor();
		await check.focus();
		await keyboard.press("Enter");
		await whole.waitFor();
		await check.and(page.locator(":focus:not(:disabled)")).waitFor();
	});

	await t.test("damage that the check after a crash finds", async () => {
		await app.kill();
		await damage(app, 40, 41);
		await app.startAgain();
		await unlock(app);
		await page
			.getByRole("alert")
			.getByText(/2 of the \d+ pages .*\(pages 40 to 41\)/)
			.waitFor();
		await app.axeBothThemes("damage found by the check");
		await app.reflows("damage found by the check");
		await page.getByRole("button", { name: "Lock and restore a backup" }).click();
		await page.getByText(/^The last verified one, made today at/).waitFor();
	});

	await t.test(
		"damaged records: what is wrong is said, and the last good backup brings them back",
		async () => {
			await app.kill();
			await damage(app, 2, 3, 4);
			await app.startAgain();
			await page.getByLabel("Passphrase", { exact: true }).fill(passphrase);
			await keyboard.press("Enter");
			await page.getByRole("heading", { name: "The records are damaged." }).waitFor();
			await page
				.getByRole("alert")
				.getByText(/5 of the \d+ pages .*\(pages 2 to 4 and/)
				.waitFor();
			await page.getByText(/^The last verified backup was made today at \d\d:\d\d\.$/).waitFor();
			await app.axeBothThemes("damaged records");
			await app.reflows("damaged records");
			await page.getByRole("button", { name: "Restore the last backup" }).click();
			await page.getByLabel("Passphrase of that backup").waitFor();
			await keyboard.type(passphrase);
			await keyboard.press("Enter");
			await page.getByText("2 clients, 1 session.").waitFor();
			await keyboard.press("Enter");
			await page.getByRole("heading", { name: "Your records are back." }).waitFor();
			await app.axeBothThemes("restored");
			const aside = await page.locator(".folder").first().textContent();
			assert.ok((await readdir(aside)).includes("records.db"), "the damaged records are gone");
			await keyboard.press("Enter");
			await page.getByRole("navigation", { name: "Places" }).waitFor();
			await keyboard.press("Control+2");
			await page.getByRole("button", { name: client }).first().waitFor();
		},
	);
});
