import assert from "node:assert/strict";
import test from "node:test";
import { start } from "./harness.mjs";
import { addClient, beginSession, call, createPractice, lock, unlock } from "./steps.mjs";

// A machine that builds at the same time runs timers and disks late; the limit itself is 400 ms.
const slack = 1_000;
/** A dosing session that is over, at its note; gives whose it is. */
async function openNote(app) {
	const { page } = app;
	await addClient(app, "Ilse Harrow");
	const participant = await beginSession(app, "Ilse Harrow");
	const [running] = await call(app, "Live", "Running");
	await call(app, "Sessions", "Finish", running.session_id);
	await page.keyboard.press("Control+1");
	await page.getByRole("button", { name: /^Open, Ilse Harrow/ }).click();
	await page.getByRole("heading", { level: 1, name: /^Dosing/ }).waitFor();
	await page.keyboard.press("Control+Enter");
	await page.getByLabel("Before the dose").waitFor();
	return participant;
}

const sentence = "She said that the ground held and that it was quiet there. ";

/** Where the caret is, what the field holds, and how far the screen is scrolled. */
const standing = (page) =>
	page.evaluate(() => {
		const el = document.activeElement;
		return {
			field: el.id,
			text: el.value,
			caret: [el.selectionStart, el.selectionEnd],
			scroll: document.getElementById("main").scrollTop,
		};
	});

/** Waits until the screen stands as it did, and fails with the difference. */
async function standsAs(page, before) {
	await page
		.waitForFunction(
			({ field, text, scroll }) => {
				const el = document.activeElement;
				const main = document.getElementById("main");
				return el.id === field && el.value === text && Math.abs(main.scrollTop - scroll) <= 2;
			},
			before,
			{ timeout: 10_000 },
		)
		.catch(() => {});
	assert.deepEqual(await standing(page), before);
}

/** Notes each change of the focused field and each save of it, with the times. */
const watchTyping = (page, struct, method) =>
	page.evaluate(
		([struct, method]) => {
			window.typed = [];
			window.saves = [];
			document.activeElement.addEventListener("input", (e) =>
				window.typed.push({ at: performance.now(), text: e.target.value }),
			);
			const api = window.go.app[struct];
			const save = api[method];
			api[method] = (...args) => {
				const entry = { at: performance.now(), body: JSON.stringify(args), done: false };
				window.saves.push(entry);
				return save(...args).then((result) => {
					entry.done = true;
					return result;
				});
			};
		},
		[struct, method],
	);

/**
 * Types on and on, ends the app at once while it does, and gives the last text that Go had
 * acknowledged and the longest time a change has waited to be handed to Go.
 */
async function typeUntilKilled(app) {
	const { page } = app;
	let alive = true;
	const typing = (async () => {
		while (alive) await page.keyboard.type(sentence, { delay: 10 });
	})();
	await page.waitForFunction(() => window.saves.filter((s) => s.done).length >= 3);
	const killed = await page.evaluate(() => performance.now());
	await app.kill();
	alive = false;
	await typing;
	const { typed, saves } = await page.evaluate(() => ({
		typed: window.typed,
		saves: window.saves,
	}));
	return { typed: typed.filter(({ at }) => at < killed), saves, killed };
}

/** The longest that a change waited before a save was sent that holds it, in ms. */
function longestWait({ typed, saves, killed }) {
	return Math.max(
		...typed.map(({ at, text }) => {
			const save = saves.find((s) => s.at >= at && s.body.includes(text));
			return (save?.at ?? killed) - at;
		}),
	);
}

test("locking and crashing while typing lose nothing", async (t) => {
	const app = await start();
	t.after(() => app.stop());
	const { page } = app;
	await createPractice(app, { backup: false });

	await t.test("locked in mid-word in a form", async () => {
		await page.keyboard.press("Control+Shift+N");
		await page.getByLabel("Legal name").fill("Amaru Velde");
		await page.getByLabel("Notes").focus();
		await page.keyboard.type("Comes by bus, arri");
		for (let n = 0; n < 3; n++) await page.keyboard.press("ArrowLeft");
		const before = await standing(page);
		assert.ok(before.scroll > 0, "the field is far down");
		await lock(app);
		await unlock(app);
		await standsAs(page, before);
		await page.keyboard.type("X");
		assert.equal((await standing(page)).text, "Comes by bus, aXrri");
		await page.keyboard.press("Backspace");
	});

	await t.test("locked in mid-word in Settings", async () => {
		await page.keyboard.press("Control+,");
		for (const [label, text] of [
			["Your name", ""],
			["License", "No. 4711"],
		]) {
			await page.getByLabel(label).focus();
			await page.keyboard.type(text);
			await page.keyboard.press("ArrowLeft");
			const before = await standing(page);
			await lock(app);
			await unlock(app);
			await standsAs(page, before);
		}
		await page.keyboard.press("Control+Shift+N");
		await page.getByLabel("Notes").focus();
	});

	await t.test("killed in mid-word in a form", async () => {
		await page.keyboard.press("Control+End");
		await watchTyping(page, "Drafts", "Save");
		const seen = await typeUntilKilled(app);
		assert.ok(longestWait(seen) < 400 + slack, `a change waited ${longestWait(seen)} ms`);
		const kept = JSON.parse(JSON.parse(seen.saves.findLast((s) => s.done).body)[1]).notes;
		await app.startAgain();
		await unlock(app);
		await page.keyboard.press("Control+Shift+N");
		const notes = page.getByLabel("Notes");
		await notes.waitFor();
		const found = await notes.inputValue();
		assert.ok(found.startsWith(kept), `on disk: ${found}\nacknowledged: ${kept}`);
	});

	await t.test("locked and killed in mid-word in a note", async () => {
		const participant = await openNote(app);
		const area = page.getByLabel("During", { exact: true });
		await page.getByLabel("Before the dose").fill("Rested.\n".repeat(40));
		await area.focus();
		await page.keyboard.type("Long quiet, then tea");
		await page.keyboard.press("ArrowLeft");
		const before = await standing(page);
		assert.ok(before.scroll > 0, "the section is far down");
		await lock(app);
		await unlock(app);
		await standsAs(page, before);

		await page.keyboard.press("Control+End");
		await watchTyping(page, "Notes", "Save");
		const seen = await typeUntilKilled(app);
		assert.ok(longestWait(seen) < 400 + slack, `a change waited ${longestWait(seen)} ms`);
		const last = JSON.parse(seen.saves.findLast((s) => s.done).body)[0];
		const kept = last.sections.find((s) => s.key === "during").body;
		await app.startAgain();
		await unlock(app);
		const { note } = await call(app, "Notes", "Open", participant);
		const found = note.sections.find((s) => s.key === "during").body;
		assert.ok(found.startsWith(kept), `on disk: ${found}\nacknowledged: ${kept}`);
	});
});
