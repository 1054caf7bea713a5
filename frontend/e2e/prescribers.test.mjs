// Prescribers in the Library, with the keyboard alone.
import test from "node:test";
import { start } from "./harness.mjs";
import { pressShown, tabTo } from "./keys.mjs";
import { createPractice, lock, unlock } from "./steps.mjs";

test("a prescriber is added, changed and retired", async (t) => {
	const app = await start();
	t.after(() => app.stop());
	const { page } = app;
	const { keyboard } = page;
	const row = (text) => page.locator("[data-row][tabindex='0']", { hasText: text });
	const title = (name) => page.getByRole("heading", { level: 2, name, exact: true }).waitFor();
	await createPractice(app, { backup: false });

	await keyboard.press("Control+3");
	await page.getByText("No prescriber yet.").waitFor();
	await pressShown(page, "N");
	await title("New prescriber");
	await page.waitForFunction(() => document.activeElement?.id === "prescriber-name");
	await keyboard.press("Control+Enter");
	await page.getByText("A name is required.").waitFor();
	await keyboard.type("Dr. A. Lindqvist");
	await tabTo(page, "Credential");
	await keyboard.type("MD");
	await app.axeBothThemes("a new prescriber");
	await app.reflows("a new prescriber");
	// The form is open again after a lock, with what was typed.
	await lock(app);
	await unlock(app);
	await page.waitForFunction(
		() => document.getElementById("prescriber-credential")?.value === "MD",
	);
	await keyboard.press("Control+Enter");
	await row("Dr. A. Lindqvist, MD").waitFor();
	await app.axeBothThemes("prescribers");
	await app.reflows("prescribers");

	await keyboard.press("j");
	await keyboard.press("Enter");
	await title("Dr. A. Lindqvist, MD");
	await app.axeBothThemes("a prescriber to read");
	await app.reflows("a prescriber to read");
	await pressShown(page, "E");
	await title("Prescriber");
	await tabTo(page, "Organisation");
	await keyboard.type("Harbour Clinic");
	await keyboard.press("Control+Enter");
	await row("Harbour Clinic").waitFor();

	// Esc leaves without keeping, and what was typed can be had back.
	await page.waitForFunction(() => document.activeElement?.matches("[data-row]"));
	await keyboard.press("Enter");
	await pressShown(page, "E");
	await tabTo(page, "Phone");
	await keyboard.type("555 0101");
	await pressShown(page, "Esc", "Escape");
	await title("Dr. A. Lindqvist, MD");
	await pressShown(page, "Ctrl Z");
	await page.waitForFunction(
		() => document.getElementById("prescriber-phone")?.value === "555 0101",
	);
	await pressShown(page, "Ctrl Shift R");
	await row("Retired").waitFor();
});
