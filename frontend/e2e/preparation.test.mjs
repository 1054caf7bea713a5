import assert from "node:assert/strict";
import test from "node:test";
import { start } from "./harness.mjs";
import { pressShown, tabTo } from "./keys.mjs";
import { addClient, createPractice, lock, unlock } from "./steps.mjs";

test("a preparation is written, completed and reopened by keyboard", async (t) => {
	const app = await start();
	t.after(() => app.stop());
	const { page } = app;
	const { keyboard } = page;
	const fill = async (label, text) => {
		await tabTo(page, label);
		await keyboard.type(text);
	};
	await createPractice(app);
	await addClient(app, "Nell Harrow");

	await pressShown(page, "5");
	await page.getByRole("heading", { level: 2, name: "Preparation" }).waitFor();
	await pressShown(page, "Ctrl Enter");
	for (const missing of [
		"Write the intention in the client's words.",
		"Ask about touch and record the answer.",
		"Write the safety plan, or that none is needed and why.",
		"Review the medicines with the client.",
	])
		await page.getByText(missing).waitFor();
	await app.axeBothThemes("a preparation with what is missing");
	await app.reflows("a preparation with what is missing");

	// The first thing missing has the focus.
	await page.waitForFunction(() =>
		document.activeElement?.textContent.startsWith("Edit intention"),
	);
	await keyboard.press("Enter");
	await keyboard.type("To rest for once.");
	await keyboard.press("Enter");
	await page
		.getByRole("button", { name: /Edit intention: “To rest for once.”/ })
		.nth(1)
		.waitFor();
	await fill("Fears", "That it never ends.");
	await fill("Music", "Strings, no words.");
	await tabTo(page, "Agreed");
	await keyboard.press("Space");
	await fill("Which touch was agreed", "A hand held, when asked for.");
	await fill("Safety plan", "Call Kim.");
	await fill("Name", "Kim Harrow");
	await tabTo(page, "Reviewed with the client");
	await keyboard.press("Space");

	// What was typed is there again after a lock.
	await lock(app);
	await unlock(app);
	await page.getByLabel("Which touch was agreed").waitFor();
	await page.waitForFunction(
		() => document.getElementById("preparation-safety-plan")?.value === "Call Kim.",
	);
	await pressShown(page, "Ctrl Enter");
	await page.getByText(/^Complete since /).waitFor();
	await page.getByText("Agreed. A hand held, when asked for.").waitFor();
	await page.waitForFunction(() => document.activeElement?.id === "part-title");
	await app.axeBothThemes("a complete preparation");
	await app.reflows("a complete preparation");

	// On a full disk it says so in sight, keeps what is typed, and tries again.
	await pressShown(page, "R");
	await page.getByLabel("Boundaries").waitFor();
	await page.waitForFunction(() => document.activeElement?.id === "part-title");
	const roomAgain = await app.disk("full");
	await tabTo(page, "Boundaries");
	// At once: typed slowly, the last of it would be tried by itself once there is room again.
	await keyboard.insertText("No photographs.");
	const told = page.getByRole("alert").getByText(/^Not saved: the disk is full\./);
	await told.waitFor();
	const box = await told.boundingBox();
	assert.ok(
		box.y >= 0 && box.y + box.height <= page.viewportSize().height,
		"it is told out of sight",
	);
	await roomAgain();
	await tabTo(page, "Try again");
	await keyboard.press("Enter");
	await told.waitFor({ state: "detached" });
	await pressShown(page, "Ctrl Enter");
	await page.getByText("No photographs.").waitFor();
	await page.getByText(/^Complete since /).waitFor();
});
