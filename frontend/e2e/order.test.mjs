import assert from "node:assert/strict";
import test from "node:test";
import { start } from "./harness.mjs";
import { pressShown, tabTo } from "./keys.mjs";
import { answerDay, clientId, makeReady, planDosing } from "./ready.mjs";
import { addClient, call, createPractice } from "./steps.mjs";

test("a dose beyond the prescriber's order is recorded with its reason", async (t) => {
	const app = await start();
	t.after(() => app.stop());
	const { page } = app;
	const { keyboard } = page;
	const says = (text) => page.getByText(text).first().waitFor();
	const fill = async (label, text) => {
		await tabTo(page, label);
		await keyboard.press("Control+a");
		await keyboard.type(text);
	};

	await createPractice(app);
	await addClient(app, "Nell Harrow", { "Birth date": "3 May 1984" });
	const client = await clientId(app, "Nell Harrow");
	const session = await planDosing(app, client);
	await makeReady(app, client, session);
	const [{ clearance }] = (await call(app, "Clearances", "Get", client)).rows;
	await call(app, "Clearances", "Save", {
		...clearance,
		dose_min_ug: 100_000,
		dose_max_ug: 300_000,
		route: "sublingual",
		form: "lozenge",
	});
	await answerDay(app, session);
	await call(app, "Sessions", "Begin", session.id);

	await keyboard.press("Control+1");
	await tabTo(page, /^Return, Nell Harrow/);
	await keyboard.press("Enter");
	await page.locator(".live-clock").waitFor();
	await says("Order: 100 to 300 mg sublingual lozenge.");
	await pressShown(page, "D");
	const sheet = page.getByRole("dialog", { name: "Dose" });
	await sheet.getByText("Ordered: 100 to 300 mg sublingual lozenge. Nothing given yet.").waitFor();
	// Route and form are those of the order.
	await fill("Prescribed", "300");
	// Taken as prescribed, until it is typed itself.
	await page.waitForFunction(() => document.getElementById("dose-taken")?.value === "300");
	await page.setViewportSize({ width: 1280, height: 800 });
	assert.ok(
		await sheet
			.getByText("More: pharmacy, given by")
			.evaluate(
				(el) =>
					el.getBoundingClientRect().bottom <=
					document.querySelector(".sheet-foot").getBoundingClientRect().top,
			),
		"the dose sheet goes on under its foot",
	);
	await fill("Taken", "350");
	// What is beyond the order is said before it is saved.
	await sheet.getByText("The highest dose ordered is 300 mg.", { exact: true }).waitFor();
	await keyboard.press("Enter");
	await sheet.getByText("The highest dose ordered is 300 mg. Say why").waitFor();
	await page.waitForFunction(() => document.activeElement?.id === "dose-reason");
	await app.axeBothThemes("a dose beyond the order");
	await app.reflows("a dose beyond the order");
	await keyboard.type("Both lozenges were taken.");
	await keyboard.press("Enter");
	await sheet.waitFor({ state: "detached" });
	await says("350 mg sublingual lozenge, prescribed 300 mg. Reason: Both lozenges were taken.");

	await says("Order allows no more.");

	// The next one sees what was given.
	await pressShown(page, "D");
	await sheet.getByText(/350 mg given, at \d\d:\d\d\./).waitFor();
});
