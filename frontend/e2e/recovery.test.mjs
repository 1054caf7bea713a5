import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import test from "node:test";
import { promisify } from "node:util";
import { start } from "./harness.mjs";
import { pressShown } from "./keys.mjs";
import { addClient, lock, passphrase, toRecoveryCode, unlock } from "./steps.mjs";

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

test("a lost key file and a lost passphrase: the recovery code opens the records", async (t) => {
	const app = await start();
	t.after(() => app.stop());
	const { page } = app;
	const groups = await toRecoveryCode(app);

	await t.test("a lock in the first run takes the code off the screen", async () => {
		await lock(app);
		for (const g of groups)
			assert.ok(!(await page.content()).includes(g), "the code is still there");
		await unlock(app);
	});

	const recovery = page.getByRole("region", { name: "Recovery code" });
	const shownGroups = () =>
		recovery.getByRole("list", { name: "Recovery code" }).locator(".name").allTextContents();
	const reminder = page.getByText("Recovery code: not confirmed yet");
	const confirm = async (code) => {
		await recovery.getByLabel("Type group 3").fill(code[2]);
		await recovery.getByLabel("Type group 7").fill(code[6]);
		await page.keyboard.press("Enter");
	};

	await t.test("a code nobody has confirmed is told of, until it is", async () => {
		await reminder.waitFor();
		await app.axeBothThemes("today, the code is not confirmed");
		await app.reflows("today, the code is not confirmed");
		await pressShown(page, "C");
		await recovery.getByText(/^It is not confirmed yet/).waitFor();
		await page.waitForFunction(() => {
			const { id, getBoundingClientRect } = document.activeElement;
			const { top, bottom } = getBoundingClientRect.call(document.activeElement);
			return id === "recovery-title" && top >= 0 && bottom <= innerHeight;
		});
		await app.axeBothThemes("settings, the code is not confirmed");
		await recovery.getByRole("button", { name: "Show it again" }).click();
		await page.keyboard.type(passphrase);
		await page.keyboard.press("Enter");
		await recovery.getByRole("list", { name: "Recovery code" }).waitFor();
		assert.deepEqual(await shownGroups(), groups);
		await app.axeBothThemes("settings, the code to be confirmed");
		await confirm(groups);
		await recovery.getByText(/^Confirmed: /).waitFor();
		await recovery.getByText(/^It is not confirmed yet/).waitFor({ state: "detached" });
		await page.keyboard.press("Control+1");
		await page.getByText("No clients yet.").waitFor();
		assert.equal(await reminder.count(), 0);
		await addClient(app, client);
	});

	await t.test("the key file is damaged", async () => {
		await app.kill();
		const key = join(app.folders.vault, "key.age");
		const sealed = await readFile(key);
		sealed[sealed.length - 1] ^= 1;
		await writeFile(key, sealed);
		await app.startAgain();
		await page.getByLabel("Passphrase", { exact: true }).fill(passphrase);
		await page.keyboard.press("Enter");
		await page.getByRole("heading", { name: "The key file is damaged." }).waitFor();
		await page
			.getByRole("alert")
			.getByText(/The records themselves are safe/)
			.waitFor();
		await app.axeBothThemes("the key file is damaged");
		await page.getByRole("button", { name: "Use recovery code" }).click();
		await page.getByRole("heading", { name: "Use your recovery code." }).waitFor();
	});

	await t.test("the key file is gone", async () => {
		await app.kill();
		await rm(join(app.folders.vault, "key.age"));
		await app.startAgain();
		await page.getByRole("heading", { name: "The key file is missing." }).waitFor();
		await page.waitForFunction(() => document.activeElement?.tagName === "H1");
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
		await page.locator("#group-1").selectText();
		await page.keyboard.insertText(groups.join(" ").slice(0, -1));
		await page.keyboard.press("Shift+Tab");
		await page.locator("#group-8-error").getByText("6 of 7 characters.").waitFor();

		const wrong = [...groups];
		wrong[4] = groups[4].replace(/^./, (c) => (c === "A" ? "B" : "A"));
		await page.locator("#group-1").selectText();
		await page.keyboard.insertText(wrong.join("-").toLowerCase());
		await page.getByText("The recovery code is mistyped.").waitFor();
		await app.axeBothThemes("a mistyped code");
		await app.reflows("a mistyped code");
		await page.locator("#group-5-error").getByText("Something differs here.").waitFor();
		assert.equal(await selected(page), "group-5");
	});

	await t.test("the right code opens the records under a new passphrase", async () => {
		await page.locator("#group-1").selectText();
		await page.keyboard.insertText(groups.join(" "));
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

	await t.test(
		"the code is shown again for the passphrase, copied, and saved as a sheet",
		async () => {
			await page.keyboard.press("Control+,");
			await pressShown(page, "S");
			await page.waitForFunction(() => document.activeElement?.id === "recovery-passphrase");
			await page.keyboard.type("not the passphrase");
			await page.keyboard.press("Enter");
			await recovery.locator("#recovery-passphrase-error").waitFor();
			await page.waitForFunction(() => {
				const el = document.activeElement;
				return el.id === "recovery-passphrase" && el.selectionEnd === el.value.length;
			});
			await app.axeBothThemes("recovery code, wrong passphrase");
			await page.keyboard.type(fresh);
			await page.keyboard.press("Enter");
			await recovery.getByRole("list", { name: "Recovery code" }).waitFor();
			assert.deepEqual(await shownGroups(), groups);
			await recovery.getByRole("button", { name: "Copy" }).click();
			await recovery.getByText("Copied. The clipboard is cleared after a minute.").waitFor();
			await recovery.getByRole("button", { name: /Save recovery sheet/ }).click();
			await recovery
				.getByText(/^Saved\. Print it, .* delete the file and empty the bin\.$/)
				.waitFor();
			await app.axeBothThemes("recovery code, shown");
			await app.reflows("recovery code, shown");
			const { stdout } = await promisify(execFile)("pdftotext", [
				"-layout",
				join(app.folders.dialogs, "Snowfield recovery sheet.pdf"),
				"-",
			]);
			for (const g of groups) assert.ok(stdout.includes(g), `the sheet does not say ${g}`);
			await pressShown(page, "Esc", "Escape");
			await recovery.getByRole("list").waitFor({ state: "detached" });
			await page.waitForFunction(() => document.activeElement?.id === "recovery-title");
		},
	);

	await t.test(
		"a new code: from then on it opens the records, and the old one does not",
		async () => {
			await pressShown(page, "R");
			await page.waitForFunction(() => document.activeElement?.id === "recovery-passphrase");
			await app.axeBothThemes("a new recovery code");
			await page.keyboard.type(fresh);
			const faster = await app.disk("slow");
			await page.keyboard.press("Enter");
			await recovery.getByRole("progressbar").waitFor();
			assert.equal(await recovery.getByRole("button", { name: "Cancel" }).count(), 1);
			await app.axe("a new recovery code on its way");
			await pressShown(page, "Ctrl Shift X");
			await recovery.getByText(/^Cancelled\./).waitFor();
			await faster();
			// The focus is where it was, so that Enter tries again.
			await page.waitForFunction(() => document.activeElement?.id === "recovery-passphrase");
			await page.keyboard.press("Enter");
			await recovery.getByText("This is the new code.", { exact: false }).waitFor();
			let renewed = await shownGroups();
			assert.notDeepEqual(renewed, groups);
			// Left before it was confirmed, it is told of and can be shown.
			await page.keyboard.press("Control+1");
			await reminder.waitFor();
			await pressShown(page, "C");
			await recovery.getByRole("button", { name: "Show it again" }).click();
			await page.keyboard.type(fresh);
			await page.keyboard.press("Enter");
			await recovery.getByRole("list", { name: "Recovery code" }).waitFor();
			assert.deepEqual(await shownGroups(), renewed);
			await recovery.getByRole("button", { name: "Hide it" }).click();

			await recovery.getByRole("button", { name: "New recovery code" }).click();
			await page.keyboard.type(fresh);
			await page.keyboard.press("Enter");
			await recovery.getByText("This is the new code.", { exact: false }).waitFor();
			renewed = await shownGroups();
			await recovery.getByLabel("Type group 3").fill(renewed[2]);
			await recovery.getByLabel("Type group 7").fill(groups[6]);
			await page.keyboard.press("Enter");
			await recovery.getByText("Not the same as above.").waitFor();
			assert.equal(await selected(page), "kept-7");
			await page.keyboard.type(renewed[6].toLowerCase());
			await page.keyboard.press("Enter");
			await recovery.getByText(/^Destroy the paper with the old code/).waitFor();
			await app.axeBothThemes("a new recovery code, kept");
			await app.reflows("a new recovery code, kept");
			await pressShown(page, "Ctrl Shift B");
			await recovery.getByRole("button", { name: "Show it again" }).waitFor();

			await page.keyboard.press("Control+l");
			const byCode = async (code) => {
				await page.getByRole("button", { name: "Use recovery code" }).click();
				await page.waitForFunction(() => document.activeElement?.id === "group-1");
				await page.keyboard.insertText(code.join(" "));
				await page.keyboard.press("Enter");
				await page.getByRole("heading", { name: "A new passphrase." }).waitFor();
				await page.getByLabel("Passphrase", { exact: true }).fill(passphrase);
				await page.getByLabel("Once more").fill(passphrase);
				await page.keyboard.press("Enter");
			};
			await byCode(groups);
			await page.getByText(/it does not open these records\./).waitFor();
			await app.axeBothThemes("the old code");
			await page.getByRole("button", { name: "Back" }).click();
			await page.getByRole("button", { name: "Back" }).click();
			await byCode(renewed);
			await page.getByRole("navigation", { name: "Places" }).waitFor();
			await page.keyboard.press("Control+2");
			await page.getByRole("button", { name: client }).first().waitFor();
		},
	);
});
