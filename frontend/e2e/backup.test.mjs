import assert from "node:assert/strict";
import { readdir, rename } from "node:fs/promises";
import test from "node:test";
import { start } from "./harness.mjs";
import { pressShown } from "./keys.mjs";
import { addClient, call, closeWindow, createPractice, passphrase, unlock } from "./steps.mjs";

const client = "Odalys Brankovic";
const fresh = "nine slow barges, a lamp, the far shore";

const backupsIn = async (folder) =>
	(await readdir(folder)).filter((f) => f.endsWith(".snowfield")).sort();

test("backups by hand, on a schedule and on closing, and the way back from one", async (t) => {
	const app = await start();
	t.after(() => app.stop());
	const { page, folders } = app;
	const { keyboard } = page;
	const section = page.getByRole("region", { name: "Backup" });
	const nowhere = `${folders.dialogs}-unplugged`;
	const code = await createPractice(app);
	await addClient(app, client, { Phone: "+1 555 0144", Notes: "Prefers mornings." });

	await t.test("by hand, and when by themselves", async () => {
		await keyboard.press("Control+,");
		await pressShown(page, "Ctrl Shift B");
		await section.getByText("Backed up, and the backup was read back.").waitFor();
		await section.getByText(/^Last verified backup today, \d\d:\d\d\.$/).waitFor();
		await section.getByText(/Snowfield keeps 7 daily, 4 weekly and 12 monthly backups/).waitFor();
		for (const name of await backupsIn(folders.dialogs))
			assert.doesNotMatch(name, /Odalys|Brankovic/);

		await section.getByText("Each week", { exact: true }).click();
		await section.getByText("Kept.").waitFor();
		await section.getByLabel("Warn after days").fill("400");
		await keyboard.press("Enter");
		await section.getByText("Choose 1 to 90 days.").waitFor();
		await section.getByLabel("Warn after days").fill("7");
		await keyboard.press("Enter");
		await section.getByText("Choose 1 to 90 days.").waitFor({ state: "hidden" });
		await section.getByLabel("Warn after days").fill("14");
		await keyboard.press("Enter");
		await section.getByText("Kept.").waitFor();
		const folder = section.getByRole("button", { name: "Choose another folder" });
		await folder.focus();
		await keyboard.press("Enter");
		await section.getByText("Backups go there from now on.").waitFor();
		await folder.and(page.locator(":focus")).waitFor();
		await app.axeBothThemes("settings");
		await app.reflows("settings");
		const { settings } = await call(app, "Settings", "Get");
		assert.deepEqual(
			[settings.backup_every_days, settings.backup_on_close, settings.backup_overdue_days],
			[7, true, 14],
		);
	});

	await t.test("everything is lost but a backup and the code", async (t) => {
		const other = await start({ dialogs: folders.dialogs });
		t.after(() => other.stop());
		const { page } = other;
		await page.getByRole("button", { name: "Restore a backup" }).click();
		await page.getByRole("heading", { name: "Restore a backup." }).waitFor();
		await other.axeBothThemes("restore, no file chosen");
		await page.getByRole("button", { name: "Choose the file" }).click();
		const secret = page.getByLabel("Passphrase of that backup");
		await secret.fill("not the passphrase of it");
		await page.keyboard.press("Enter");
		await page.getByRole("alert").waitFor();
		await page.waitForFunction(() => {
			const el = document.activeElement;
			return el.id === "backup-passphrase" && el.selectionEnd === el.value.length;
		});
		await other.axeBothThemes("restore, refused");
		await page.getByText("Its recovery code").click();
		await page.waitForFunction(() => document.activeElement?.id === "group-1");
		await page.keyboard.insertText(code);
		await other.reflows("restore, by code");
		await page.keyboard.press("Enter");
		await page.getByText("1 client, 0 sessions.").waitFor();
		await page.getByLabel("Passphrase", { exact: true }).fill(fresh);
		await page.getByLabel("Once more").fill(fresh);
		await other.axeBothThemes("restore, looked inside");
		await page.keyboard.press("Enter");

		await page.getByRole("navigation", { name: "Places" }).waitFor();
		await page.keyboard.press("Control+2");
		await page
			.getByRole("button", { name: new RegExp(client) })
			.first()
			.click();
		await page.getByRole("heading", { level: 1, name: client }).waitFor();
		await page.getByText("+1 555 0144").waitFor();
		await page.getByText("Prefers mornings.").waitFor();
		await page.keyboard.press("Control+l");
		await page.getByLabel("Passphrase", { exact: true }).fill(passphrase);
		await page.keyboard.press("Enter");
		await page.getByText(/passphrase does not open the records/).waitFor();
		await unlock(other, fresh);
	});

	await t.test("cancelled on its way, it leaves nothing behind", async () => {
		const before = await readdir(folders.dialogs);
		const faster = await app.disk("slow");
		await keyboard.press("Control+1");
		await keyboard.press("Control+Shift+B");
		const bar = page.getByRole("progressbar", { name: "Backing up" });
		await bar.waitFor();
		await app.axe("a backup on its way");
		await pressShown(page, "Ctrl Shift X");
		await bar.waitFor({ state: "detached" });
		await faster();
		await page
			.getByRole("navigation", { name: "Places" })
			.getByText("Backup cancelled. Nothing was kept of it.")
			.waitFor();
		await app.axeBothThemes("a cancelled backup");
		await keyboard.press("Control+,");
		await section.getByText("Cancelled. Nothing was changed.").waitFor();
		assert.deepEqual(await readdir(folders.dialogs), before);
	});

	await t.test("on closing, and closed without it", async () => {
		const before = await backupsIn(folders.dialogs);
		await call(app, "Drafts", "Save", "unfinished", "so that there is something to back up");
		const faster = await app.disk("slow");
		await closeWindow(app);
		const over = page.getByRole("dialog", { name: "One backup before closing." });
		await over.getByRole("progressbar").waitFor();
		await app.axe("closing");
		await pressShown(page, "Esc", "Escape");
		assert.equal(await app.closed(), 0);
		await faster();
		assert.deepEqual(await backupsIn(folders.dialogs), before);
	});

	await t.test("on closing, with the drive not connected at first", async () => {
		await app.startAgain();
		await unlock(app);
		const before = await backupsIn(folders.dialogs);
		await rename(folders.dialogs, nowhere);
		await closeWindow(app);
		const over = page.getByRole("dialog", { name: "The backup was not made." });
		await over.getByRole("alert").waitFor();
		await app.axeBothThemes("closing, no backup");
		await app.reflows("closing, no backup");
		await pressShown(page, "Esc", "Escape");
		await over.waitFor({ state: "detached" });
		await page
			.getByRole("navigation", { name: "Places" })
			.getByText(/^Backup failed\./)
			.waitFor();

		await closeWindow(app);
		await over.waitFor();
		await rename(nowhere, folders.dialogs);
		await keyboard.press("Enter");
		assert.equal(await app.closed(), 0);
		// The one that is kept of this day is the newest.
		const after = await backupsIn(folders.dialogs);
		assert.equal(after.length, 1);
		assert.notDeepEqual(after, before);
	});
});
