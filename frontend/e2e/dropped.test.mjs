// A virtual session whose video drops: the marks, the calls of the plan and their timers, by keyboard alone.
import assert from "node:assert/strict";
import test from "node:test";
import { start } from "./harness.mjs";
import { pressShown } from "./keys.mjs";
import { answerDay, clientId, giveSafety, makeReady, planDosing } from "./ready.mjs";
import { addClient, call, createPractice } from "./steps.mjs";

/** A virtual dosing session that has begun, with the safety of today. */
async function beginVirtual(app, name) {
	const client = await clientId(app, name);
	const session = await planDosing(app, client, "virtual");
	await makeReady(app, client, session);
	await giveSafety(app, session);
	await answerDay(app, session);
	await call(app, "Sessions", "Begin", session.id);
	return session;
}

test("the video drops and comes back", async (t) => {
	const app = await start();
	t.after(() => app.stop());
	const { page } = app;
	const { keyboard } = page;
	const log = page.getByRole("list", { name: "Entries" });
	const lost = page.getByRole("region", { name: "Connection lost" });
	const steps = lost
		.getByRole("list", { name: "Plan for a lost connection" })
		.getByRole("listitem");

	await createPractice(app);
	await addClient(app, "Nell Harrow", { Phone: "555 0100" });
	await beginVirtual(app, "Nell Harrow");
	await keyboard.press("Control+3");
	await keyboard.press("Control+1");
	await page.getByText(/^Session with/).waitFor();
	await keyboard.press("Control+Shift+S");
	await log.waitFor();

	await t.test("lost: the plan with its timers", async () => {
		await pressShown(page, "C", "c");
		await log.getByText("Connection lost").waitFor();
		await steps.nth(0).getByText("Call the client, 555 0103. Now").waitFor();
		await steps
			.nth(1)
			.getByText(/Then the chaperone, Sam Ito, 555 0104\. in 0:00:\d\d/)
			.waitFor();
		await steps
			.nth(2)
			.getByText(/After 5 minutes emergency services, 112\. in 0:04:\d\d/)
			.waitFor();
		await lost.getByRole("timer", { name: "Since the connection was lost" }).waitFor();
		await app.axe("a lost connection");
		await app.reflows("a lost connection");
	});

	await t.test("the client, then the chaperone", async () => {
		await pressShown(page, "L", "l");
		await log.getByText("Called the client, 555 0103", { exact: true }).waitFor();
		await steps
			.nth(0)
			.getByText(/Called at \d\d:\d\d/)
			.waitFor();
		// The client was tried: the chaperone is next, at once.
		await steps
			.nth(1)
			.getByText(/555 0104\. Now/)
			.waitFor();
		await pressShown(page, "F", "f");
		await log.getByText("Called the client, 555 0103, not reached", { exact: true }).waitFor();
		await steps
			.nth(0)
			.getByText(/Called at \d\d:\d\d, not reached/)
			.waitFor();
		await pressShown(page, "L", "l");
		await steps
			.nth(1)
			.getByText(/Called at \d\d:\d\d/)
			.waitFor();
		await pressShown(page, "Y", "y");
		await log
			.getByText("Called the chaperone, Sam Ito, 555 0104, reached", { exact: true })
			.waitFor();
		// What was said is written later, with the key of the row.
		await keyboard.press("j");
		await keyboard.press("End");
		await page.waitForFunction(() =>
			document.activeElement
				?.closest("[data-entry]")
				?.textContent.includes("Called the chaperone, Sam Ito, 555 0104, reached"),
		);
		await pressShown(page, "E", "e");
		const sheet = page.getByRole("dialog", { name: "Correct call" });
		await sheet.getByLabel("What was said").waitFor();
		await app.axe("a call that is written anew");
		await app.reflows("a call that is written anew");
		await sheet.getByLabel("What was said").focus();
		await keyboard.type("All well, the router is off.");
		await keyboard.press("Control+Enter");
		await sheet.waitFor({ state: "detached" });
		await log.getByText("All well, the router is off.").waitFor();
	});

	await t.test("restored: the plan is gone, the log keeps it", async () => {
		await keyboard.press("Escape");
		await pressShown(page, "C", "c");
		await lost.waitFor({ state: "detached" });
		await log.getByText("Connection restored").waitFor();
		await page.getByText(/Every entry saved/).waitFor();
		const live = await call(app, "Live", "Get", (await call(app, "Live", "Running"))[0].session_id);
		const told = live.parts[0].log
			.filter((l) => !l.entry.struck_at && l.type === "observation")
			.map((l) => [l.label, l.text].filter(Boolean).join(": "));
		assert.deepEqual(told, [
			"Connection lost",
			"Called the client, 555 0103, not reached",
			"Called the chaperone, Sam Ito, 555 0104, reached: All well, the router is off.",
			"Connection restored",
		]);
		assert.equal(live.parts[0].state.lost ?? null, null);
	});
});
