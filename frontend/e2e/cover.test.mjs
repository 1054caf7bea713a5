// A running session that is covered, and one whose program is killed: the clock goes on, and nothing is lost.
import assert from "node:assert/strict";
import test from "node:test";
import { start } from "./harness.mjs";
import { addClient, beginSession, call, createPractice, passphrase } from "./steps.mjs";

/** Seconds of a clock such as "0:42:07". */
const seconds = (text) => text.split(":").reduce((sum, part) => sum * 60 + Number(part), 0);

const clock = async (page) => seconds(await page.locator(".live-clock").innerText());

/** Where the caret is and what the field holds. */
const standing = (page) =>
	page.evaluate(() => {
		const el = document.activeElement;
		return { field: el.id, text: el.value, caret: [el.selectionStart, el.selectionEnd] };
	});

test("a covered session goes on, and comes back as it was left", async (t) => {
	const app = await start();
	t.after(() => app.stop());
	const { page } = app;
	const { keyboard } = page;
	await createPractice(app);
	await addClient(app, "Jonas Reyes");
	const participant = await beginSession(app, "Jonas Reyes");
	const entry = page.locator("#entry");
	const covered = page.getByRole("heading", { level: 1, name: "Covered." });
	const secret = page.getByLabel("Passphrase", { exact: true });
	const cover = async () => {
		await keyboard.press("Control+l");
		await covered.waitFor();
		await page.locator(".live-clock").waitFor();
	};
	const uncover = async () => {
		await secret.fill(passphrase);
		await keyboard.press("Enter");
		await covered.waitFor({ state: "detached" });
	};
	await keyboard.press("Control+1");
	await page.getByRole("region", { name: "Running session" }).waitFor();
	await keyboard.press("Control+Shift+s");
	await entry.waitFor();

	await t.test("by key, with a text that is not finished", async () => {
		await keyboard.press("1");
		await page
			.getByRole("status")
			.getByText(/^Settled saved at/)
			.waitFor();
		await keyboard.press("o");
		await keyboard.type("Her breath has become slow and");
		for (let n = 0; n < 3; n++) await keyboard.press("ArrowLeft");
		const before = await standing(page);
		assert.equal(before.field, "entry");
		const at = await clock(page);
		await cover();
		await page.waitForFunction(
			(at) =>
				document
					.querySelector(".live-clock")
					.innerText.split(":")
					.reduce((n, x) => n * 60 + +x, 0) >
				at + 2,
			at,
		);
		assert.doesNotMatch(await page.locator("body").innerText(), /Jonas|Reyes|Settled|breath/);
		assert.match(await page.locator("body").innerText(), /JR|J\. ?R\./);
		await app.axe("the cover");
		await app.reflows("the cover");

		await secret.fill("not this one, not this");
		await keyboard.press("Enter");
		await page.getByText("This passphrase does not open the records").waitFor();
		assert.equal(await page.evaluate(() => document.activeElement.id), "passphrase");
		await uncover();
		await page.waitForFunction(
			({ field, text }) =>
				document.activeElement.id === field && document.activeElement.value === text,
			before,
		);
		assert.deepEqual(await standing(page), before);
		await page.locator("[data-entry]").getByText("Settled").waitFor();
	});

	await t.test("with the emergency plan one key away", async () => {
		await cover();
		await keyboard.press("F1");
		const plan = page.getByRole("dialog", { name: "Emergency plan" });
		await plan.getByText("Jonas Reyes").waitFor();
		// A call is recorded although nothing else of the records can be reached.
		await plan.locator("kbd", { hasText: /^1$/ }).waitFor();
		await page.keyboard.press("1");
		await plan
			.getByRole("region", { name: "Calls made" })
			.getByText("Emergency services")
			.waitFor();
		await app.axe("the emergency plan over the cover");
		await keyboard.press("Escape");
		await page.getByRole("dialog").waitFor({ state: "detached" });
		await uncover();
		await entry.waitFor();
	});

	await t.test("and from another screen", async () => {
		await keyboard.press("Escape");
		await keyboard.press("Control+,");
		await page.getByRole("heading", { level: 1, name: "Settings" }).waitFor();
		await cover();
		await uncover();
		await page.getByRole("heading", { level: 1, name: "Settings" }).waitFor();
	});

	await t.test("locked for good, only when that is asked for twice", async () => {
		await cover();
		await keyboard.press("Control+Shift+l");
		await page.getByRole("dialog").getByText("emergency plan cannot be reached").waitFor();
		await app.axe("locking for good");
		await keyboard.press("Escape");
		await page.getByRole("dialog").waitFor({ state: "detached" });
		await keyboard.press("Control+Shift+l");
		await page.getByRole("dialog").waitFor();
		await keyboard.press("Enter");
		await page.getByText("Your records are locked.").waitFor();
		await page.locator('html[data-theme="session"]').waitFor(); // no white light into the room
		await app.axe("locked from a session");
		await page.getByLabel("Passphrase", { exact: true }).fill(passphrase);
		await keyboard.press("Enter");
		await entry.waitFor();
	});

	await t.test("killed, the session opens again at its clock with all that was saved", async () => {
		await keyboard.press("2");
		await page
			.getByRole("status")
			.getByText(/^Tearful saved at/)
			.waitFor();
		await page.locator("#entry").fill("Half a sen");
		const draft = () => call(app, "Drafts", "Get", `observation:${participant}`);
		while (!(await draft()).includes("Half a sen"));
		const [at, was] = [await clock(page), Date.now()];
		await app.kill();
		await app.startAgain();
		await page.getByLabel("Passphrase", { exact: true }).fill(passphrase);
		await keyboard.press("Enter");
		await entry.waitFor();
		const expected = at + (Date.now() - was) / 1000;
		assert.ok(Math.abs((await clock(page)) - expected) <= 2, "the clock goes on");
		for (const word of ["Settled", "Tearful"])
			await page.locator("[data-entry]").getByText(word).waitFor();
		await page.waitForFunction(() => document.querySelector("#entry").value === "Half a sen");
		await keyboard.press("Control+1");
		await page.getByRole("region", { name: "Running session" }).waitFor();
	});
	assert.equal((await call(app, "Live", "Running")).length, 1);
});
