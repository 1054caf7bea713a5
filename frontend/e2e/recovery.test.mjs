import assert from "node:assert/strict";
import { rm } from "node:fs/promises";
import { join } from "node:path";
import test from "node:test";
import { start } from "./harness.mjs";
import { addClient, call, passphrase, toRecoveryCode, unlock } from "./steps.mjs";

const client = "Teodora Quill";
const fresh = "four herons, no snow, one long pier";

/** The field that has the focus with all of its text selected. */
const selected = (page) =>
	page.evaluate(() => {
		const el = document.activeElement;
		return el.selectionStart === 0 && el.selectionEnd === el.value.length && el.value
			? el.id
			: "nothing";
	});

const pasteInto = (page, id, text) =>
	page.locator(`#${id}`).evaluate((el, text) => {
		el.focus();
		el.select();
		document.execCommand("insertText", false, text);
	}, text);

test("a lost key file and a lost passphrase: the recovery code opens the records", async (t) => {
	const app = await start();
	t.after(() => app.stop());
	const { page } = app;
	const groups = await toRecoveryCode(app);

	await t.test("a lock in the first run takes the code off the screen", async () => {
		await call(app, "Vault", "Lock", "");
		await page.getByText("Your records are locked.").waitFor();
		for (const g of groups)
			assert.ok(!(await page.content()).includes(g), "the code is still there");
		await unlock(app);
		await addClient(app, client);
	});

	await t.test("the key file is gone", async () => {
		await app.kill();
		await rm(join(app.folders.vault, "key.age"));
		await app.startAgain();
		await page.getByRole("heading", { name: "The key file is missing." }).waitFor();
		await app.axeBothThemes("no key file");
		await app.reflows("no key file");
		await page.getByRole("button", { name: "Use recovery code" }).click();
	});

	await t.test("a mistyped group is told beside it at once, and selected", async () => {
		await page.getByRole("heading", { name: "Use your recovery code." }).waitFor();
		// U is in no code: it is told while the others are still empty.
		await page.keyboard.type("U");
		await page.locator("#group-1-error").waitFor();
		// One character too few in the last group is told when it is left.
		await pasteInto(page, "group-1", groups.join(" ").slice(0, -1));
		await page.keyboard.press("Shift+Tab");
		await page.locator("#group-8-error").getByText("6 of 7 characters.").waitFor();

		const wrong = [...groups];
		wrong[4] = groups[4].replace(/^./, (c) => (c === "A" ? "B" : "A"));
		await pasteInto(page, "group-1", wrong.join("-").toLowerCase());
		await page.getByText("The recovery code is mistyped.").waitFor();
		await app.axeBothThemes("a mistyped code");
		await app.reflows("a mistyped code");
		assert.match(await selected(page), /^group-\d$/);
	});

	await t.test("the right code opens the records under a new passphrase", async () => {
		await pasteInto(page, "group-1", groups.join(" "));
		await page.keyboard.press("Enter");
		await page.getByRole("heading", { name: "A new passphrase." }).waitFor();
		await page.getByLabel("Passphrase", { exact: true }).fill(fresh);
		await page.getByLabel("Once more").fill(fresh);
		await page.keyboard.press("Enter");
		await page.getByRole("navigation", { name: "Places" }).waitFor();
		await page.keyboard.press("Control+2");
		await page.getByRole("button", { name: client }).first().waitFor();

		await page.keyboard.press("Control+l");
		await page.getByLabel("Passphrase", { exact: true }).fill(passphrase);
		await page.keyboard.press("Enter");
		await page.getByText(/passphrase does not open the records/).waitFor();
		await unlock(app, fresh);
	});
});
