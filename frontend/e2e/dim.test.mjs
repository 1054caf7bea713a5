// The room of a session: its light, its strip on the other screens, its names, and every size of window.
import assert from "node:assert/strict";
import test from "node:test";
import { start } from "./harness.mjs";
import { pressShown, tabTo } from "./keys.mjs";
import { addClient, beginSession, call, createPractice } from "./steps.mjs";

const level = (page) => page.evaluate(() => Number(document.documentElement.dataset.dim));

/** The colour of the words on the screen. */
const words = (page) =>
	page.evaluate(() => getComputedStyle(document.querySelector(".live-clock")).color);

/** The parts of the screen that can be scrolled sideways, which none should. */
const sideways = (page) =>
	page.evaluate(() =>
		[...document.querySelectorAll(".live-left, .live-centre, .live-right, .live-scroll")]
			.filter((el) => el.scrollWidth > el.clientWidth)
			.map((el) => `${el.className}: ${el.scrollWidth} in ${el.clientWidth}`),
	);

test("the live screen dims, goes blank, and is found again from every other screen", async (t) => {
	const app = await start();
	t.after(() => app.stop());
	const { page } = app;
	const { keyboard } = page;
	await createPractice(app);
	await addClient(app, "Jonas Reyes");
	await beginSession(app, "Jonas Reyes");
	await addClient(app, "Ana Nowak");

	const running = async () => (await call(app, "Live", "Running"))[0];
	const live = async () => call(app, "Live", "Get", (await running()).session_id);
	const strip = page.getByRole("region", { name: "Running session" });
	const head = page.getByRole("heading", { level: 1 });
	const toToday = async () => {
		await keyboard.press("Control+1");
		await page.getByRole("heading", { level: 2, name: "Sessions" }).waitFor();
	};
	const toSession = async (name) => {
		await strip.waitFor();
		await keyboard.press("Control+Shift+s");
		await head.filter({ hasText: name }).waitFor();
		await page.locator(".live-clock").waitFor();
	};

	await t.test("a strip leads back to the session", async () => {
		await toToday();
		await strip.getByText(/^Session with J\. Reyes, 0:0\d$/).waitFor();
		await app.axeBothThemes("today while a session runs");
		await app.reflows("today while a session runs");

		// Another client reads and signs: whose session runs is nobody's business.
		await page.getByRole("button", { name: "Ana Nowak" }).click();
		await head.filter({ hasText: "Ana Nowak" }).waitFor();
		await keyboard.press("4");
		await page.getByRole("heading", { level: 2, name: "Consents", exact: true }).waitFor();
		await pressShown(page, "N", "n");
		await strip.getByText(/^A session runs, 0:0\d$/).waitFor();
		assert.doesNotMatch(await page.locator("body").innerText(), /Reyes/);
		await toSession("Jonas Reyes");
		assert.equal(await strip.count(), 0, "the strip stands on the live screen itself");
		assert.equal(await page.evaluate(() => document.documentElement.dataset.theme), "session");
		await app.axe("the live screen");
	});

	await t.test("the light goes down and up by key", async () => {
		const full = await words(page);
		for (const n of [1, 2]) {
			await pressShown(page, "\\[", "[");
			assert.equal(await level(page), n);
			assert.notEqual(await words(page), full, "the words are as bright as before");
			await app.axe(`the live screen at level ${n}`);
		}
		for (let n = 0; n < 4; n++) await keyboard.press("[");
		assert.equal(await level(page), 4);
		await keyboard.press("]");
		assert.equal(await level(page), 3);
	});

	await t.test("a menu lists the levels", async () => {
		await tabTo(page, /^Levels of light, now level 3, below reading contrast/);
		await keyboard.press("Enter");
		const menu = page.getByRole("group", { name: "Light" });
		await menu.waitFor();
		assert.ok(await menu.getByLabel("Level 3, below reading contrast").isChecked());
		await keyboard.press("ArrowUp");
		assert.equal(await level(page), 2);
		await keyboard.press("ArrowUp");
		assert.equal(await level(page), 1);
		await app.axe("the menu of the levels");
		await keyboard.press("Escape");
		await menu.waitFor({ state: "hidden" });
		await page.getByRole("button", { name: /^Levels of light, now level 1/ }).waitFor();
	});

	await t.test("a blank screen swallows what wakes it, but not F1", async () => {
		const blank = page.locator(".live-blank");
		const written = async () => (await live()).parts[0].log.length;
		const before = await written();
		const at = await page.getByRole("button", { name: "Settled" }).boundingBox();

		await keyboard.press("b");
		await blank.waitFor();
		const shown = await page.evaluate(() => document.elementFromPoint(600, 30).className);
		assert.equal(shown, "live-blank", "something but the clock is to be seen");
		await keyboard.press("1");
		await blank.waitFor({ state: "detached" });
		assert.equal(await level(page), 1, "the level before is back");

		await keyboard.press("b");
		await blank.waitFor();
		await page.mouse.click(at.x + 5, at.y + 5);
		await blank.waitFor({ state: "detached" });
		assert.equal(await written(), before, "what woke the screen was written");

		await keyboard.press("b");
		await blank.waitFor();
		await keyboard.press("F1");
		await blank.waitFor({ state: "detached" });
		await page.locator("dialog[open]").waitFor();
		await keyboard.press("Escape");
		await page.locator("dialog[open]").waitFor({ state: "detached" });
	});

	await t.test("phases go on by key and are opened again by selecting them", async () => {
		const now = page.locator('[aria-current="step"]');
		await now.getByText("Arrival").waitFor();
		await pressShown(page, "N", "n");
		await now.getByText("Guided reflection").waitFor();
		await tabTo(page, /^Arrival/);
		await keyboard.press("Enter");
		await now.getByText("Arrival").waitFor();
		await page.getByRole("button", { name: /^Next: Guided reflection/ }).waitFor();
	});

	await t.test("every size of window, in both kinds of colour", async () => {
		await app.reflows("the live screen");
		for (const [width, height] of [
			[1280, 800],
			[960, 640],
			[800, 500],
			[320, 256],
		]) {
			await page.setViewportSize({ width, height });
			await app.fits(`the live screen at ${width} px`);
			assert.deepEqual(await sideways(page), [], `at ${width} px`);
			const plan = page.getByRole("button", { name: "Emergency plan" });
			const box = await plan.boundingBox();
			assert.ok(
				box && box.y + box.height <= height && box.y > 0,
				`the emergency plan cannot be seen at ${width} x ${height}`,
			);
		}
		await page.setViewportSize({ width: 1280, height: 800 });
		await app.edges("the live screen");
		for (let n = 0; n < 6; n++) await keyboard.press("Control+=");
		await app.fits("the live screen, text at 200 %");
		await app.axe("the live screen, text at 200 %");
		await keyboard.press("Control+0");
	});

	await t.test("a reading beyond a limit is shown in full light", async () => {
		const { session_id, parts } = await live();
		const now = new Date().toISOString();
		const entry = { id: crypto.randomUUID(), participant_id: parts[0].participant_id, at: now };
		const reading = { entry, systolic_mmhg: 168, diastolic_mmhg: 96 };
		await call(app, "Sessions", "RecordVitals", session_id, reading);
		await toToday();
		await toSession("Jonas Reyes");
		const card = page.locator(".bright", { hasText: "hold limit of 160" });
		await card.waitFor();
		const bright = () => card.evaluate((el) => getComputedStyle(el).color);
		const dim = [await words(page), await bright()];
		for (let n = 0; n < 3; n++) await keyboard.press("[");
		assert.notEqual(await words(page), dim[0]);
		assert.equal(await bright(), dim[1], "the card is dimmed with the room");
		for (let n = 0; n < 3; n++) await keyboard.press("]");
	});

	await t.test("names are hidden where the settings say so", async () => {
		const { settings } = await call(app, "Settings", "Get");
		await call(app, "Settings", "SaveSettings", { ...settings, hide_names: true });
		await toToday();
		await strip.getByText(/^Session with J\.R\., 0:0\d$/).waitFor();
		await toSession("J.R.");
		for (const key of ["Control+e", "v", "d"]) {
			await keyboard.press(key);
			await page.locator("dialog[open]").waitFor();
			assert.doesNotMatch(await page.locator("body").innerText(), /Reyes/);
			await keyboard.press("Escape");
			await page.locator("dialog[open]").waitFor({ state: "detached" });
		}
	});

	await t.test("the next session begins in full light", async () => {
		assert.equal(await level(page), 1);
		await call(app, "Sessions", "Finish", (await running()).session_id);
		await toToday();
		await strip.waitFor({ state: "detached" });
		assert.equal(await level(page), 0);
	});
});
