import assert from "node:assert/strict";
import { readdir } from "node:fs/promises";
import test from "node:test";
import { start } from "./harness.mjs";
import { addClient, createPractice, passphrase } from "./steps.mjs";

const client = "Odalys Brankovic";

test("a backup brings everything back in an empty place", async (t) => {
	const app = await start();
	t.after(() => app.stop());
	const { page } = app;
	await createPractice(app);
	await addClient(app, client, { Phone: "+1 555 0144", Notes: "Prefers mornings." });

	await page.keyboard.press("Control+,");
	await page.getByRole("button", { name: "Back up now" }).click();
	await page.getByText("Backed up, and the backup was read back.").waitFor();
	const made = (await readdir(app.folders.dialogs)).filter((f) => f.endsWith(".snowfield"));
	assert.ok(made.length >= 1, "no backup was written");
	for (const name of made) assert.doesNotMatch(name, /Odalys|Brankovic/);
	await app.axeBothThemes("settings");

	const other = await start({ dialogs: app.folders.dialogs });
	t.after(() => other.stop());
	await other.page.getByRole("button", { name: "Restore a backup" }).click();
	await other.page.getByRole("heading", { name: "Restore a backup." }).waitFor();
	await other.axeBothThemes("restore, no file chosen");
	await other.page.getByRole("button", { name: "Choose the file" }).click();
	const secret = other.page.getByLabel("Passphrase of that backup");
	await secret.fill("not the passphrase of it");
	await other.page.keyboard.press("Enter");
	await other.page.getByRole("alert").waitFor();
	await other.axeBothThemes("restore, refused");
	await secret.fill(passphrase);
	await other.page.keyboard.press("Enter");
	await other.page.getByText("1 client, 0 sessions.").waitFor();
	await other.axeBothThemes("restore, looked inside");
	await other.page.getByRole("button", { name: "Restore the records" }).click();

	await other.page.getByRole("navigation", { name: "Places" }).waitFor();
	await other.page.keyboard.press("Control+2");
	await other.page
		.getByRole("button", { name: new RegExp(client) })
		.first()
		.click();
	await other.page.getByRole("heading", { level: 1, name: client }).waitFor();
	await other.page.getByText("+1 555 0144").waitFor();
	await other.page.getByText("Prefers mornings.").waitFor();
});
