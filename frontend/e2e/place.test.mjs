import assert from "node:assert/strict";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import test from "node:test";
import { start } from "./harness.mjs";

test("a cloud folder is refused on the first screen, which can still be read and left", async (t) => {
	const cloud = await mkdtemp(join(tmpdir(), "snowfield-cloud-"));
	t.after(() => rm(cloud, { recursive: true, force: true }));
	const app = await start({ vault: join(cloud, "Dropbox", "practice") });
	t.after(() => app.stop());
	const { page } = app;
	await page
		.getByRole("alert")
		.getByText(/^Dropbox keeps this folder in step/)
		.waitFor();
	await page.waitForFunction(() => document.activeElement?.tagName === "H1");
	assert.ok(await page.getByRole("button", { name: "Start" }).isDisabled());
	await app.axeBothThemes("a cloud folder refused");
	await app.reflows("a cloud folder refused");
	await page.keyboard.press("Tab");
	await page.keyboard.press("Enter");
	await page.getByRole("heading", { name: "Restore a backup." }).waitFor();
});
