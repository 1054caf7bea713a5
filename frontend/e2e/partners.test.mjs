// Two clients in one session: the focus goes with F2 and F3, and what one needs is seen from the other's log.
import assert from "node:assert/strict";
import test from "node:test";
import { start } from "./harness.mjs";
import { pressShown } from "./keys.mjs";
import { addClient, beginCouple, createPractice } from "./steps.mjs";

test("writing goes on in the other's field, and the other's hold is seen", async (t) => {
	const app = await start();
	t.after(() => app.stop());
	const { page } = app;
	const { keyboard } = page;
	await createPractice(app, { backup: false });
	const names = ["Nell Harrow", "Tom Harrow"];
	for (const name of names) await addClient(app, name);
	await beginCouple(app, names);
	await keyboard.press("Control+2");
	await keyboard.press("Control+1");
	await pressShown(page, "Ctrl Shift S", "Control+Shift+S");

	const written = (name) => page.getByRole("button", { name, pressed: true });
	await written(/^Nell Harrow/).waitFor();

	/** Waits until a field has what was left unfinished in it. */
	const ready = (label, text) =>
		page.waitForFunction(
			([label, text]) => {
				const field = document.getElementById("entry");
				return field?.ariaLabel === label && !field.readOnly && field.value === text;
			},
			[label, text],
		);
	await ready("Write about Nell Harrow", "");
	await keyboard.press("o");
	await keyboard.type("Breathes");
	await keyboard.press("F3");
	await ready("Write about Tom Harrow", "");
	await keyboard.type("2 dreams, he says");
	assert.equal(await page.getByLabel("Write about Tom Harrow").inputValue(), "2 dreams, he says");
	await keyboard.press("F2");
	await ready("Write about Nell Harrow", "Breathes");
	await keyboard.type(" deeply");
	assert.equal(await page.getByLabel("Write about Nell Harrow").inputValue(), "Breathes deeply");
	await keyboard.press("Escape");

	await keyboard.press("F3");
	await written(/^Tom Harrow/).waitFor();
	await pressShown(page, "V");
	await page.waitForFunction(() => document.activeElement?.id === "vitals-systolic_mmhg");
	await keyboard.type("192 124 88 97");
	await keyboard.press("Enter");
	await written(/^Tom Harrow.*Emergency limit/).waitFor();
	await page.getByRole("dialog", { name: "Emergency plan" }).waitFor();
	await keyboard.press("Escape");
	await page.getByRole("dialog", { name: "Emergency plan" }).waitFor({ state: "detached" });
	await keyboard.press("F2");
	await written(/^Nell Harrow/).waitFor();
	await page
		.getByRole("button", { name: /^Tom Harrow.*Emergency limit/, pressed: false })
		.waitFor();
	await app.axe("a partner's emergency limit");
	await app.reflows("a partner's emergency limit");
});
