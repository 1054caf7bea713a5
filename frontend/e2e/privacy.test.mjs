import assert from "node:assert/strict";
import { readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import test from "node:test";
import { start } from "./harness.mjs";
import { addClient, call, createPractice, lock, unlock } from "./steps.mjs";

const canary = "Zephyrine Quillonde";
// Long enough to be nobody else's, short enough to survive a line break between the two names.
const traces = ["Zephyrine", "Quillonde"].flatMap((word) => [
	Buffer.from(word, "utf8"),
	Buffer.from(word, "utf16le"),
]);

/** The files under a folder that hold the canary's name, in their content or their own name. */
async function tellingFiles(folder) {
	const found = [];
	for (const entry of await readdir(folder, { withFileTypes: true, recursive: true })) {
		const path = join(entry.path, entry.name);
		if (/Zephyrine|Quillonde/.test(entry.name)) found.push(path);
		if (!entry.isFile()) continue;
		// The webview's helpers end after the app and take files of theirs along.
		const bytes = await readFile(path).catch((e) => {
			if (e.code === "ENOENT") return Buffer.alloc(0);
			throw e;
		});
		if (traces.some((trace) => bytes.includes(trace))) found.push(path);
	}
	return found;
}

/**
 * Calls every bound method with what no page would send, and sends what is no call at all. What cannot
 * be read as a call's arguments is never answered (Wails drops it), so the answers are collected as they come.
 */
const malformedCalls = (page) =>
	page.evaluate((canary) => {
		window.told = [];
		const odd = [
			[],
			[null],
			[canary],
			[42, canary],
			[{ id: canary, version: canary }],
			[[canary], { legal_name: canary }],
			[{ legal_name: canary, id: "../../etc", birth_date: 7 }],
			["\u0000\ud800", canary.repeat(5000)],
			[canary, canary, canary, canary],
		];
		for (const [struct, methods] of Object.entries(window.go.app))
			for (const [name, method] of Object.entries(methods)) {
				// Locking and closing are right to work whatever they are given.
				if (struct === "Vault" && /^(Lock|Close)/.test(name)) continue;
				for (const args of odd) method(...args).catch((reason) => window.told.push(String(reason)));
			}
		const call = { name: `app.Clients.${canary}`, args: [canary], callbackID: canary };
		for (const text of [
			"",
			"{",
			canary,
			JSON.stringify(call),
			JSON.stringify({ name: 7, args: canary }),
		])
			window.WailsInvoke(`C${text}`);
	}, canary);

test("a client's name stays in the vault", async (t) => {
	const app = await start();
	const { page, folders } = app;
	let stopped = false;
	t.after(() => stopped || app.stop());
	await createPractice(app);
	await addClient(app, canary, { Intention: `${canary} wants rest.` });
	await page.keyboard.press("Control+2");
	await page.getByLabel("Search by name").fill("Quill");
	await page
		.getByRole("button", { name: new RegExp(canary) })
		.first()
		.waitFor();
	await page.keyboard.press("Control+k");
	await page.keyboard.type("Zeph");
	await page.getByRole("option", { name: new RegExp(canary) }).waitFor();
	await page.keyboard.press("Escape");
	await page.getByRole("dialog").waitFor({ state: "detached" });

	await malformedCalls(page);
	await lock(app);
	await unlock(app);
	await page.keyboard.press("Control+2");
	await page
		.getByRole("button", { name: new RegExp(canary) })
		.first()
		.waitFor();
	// Go still answers, and its own lists are whole.
	assert.equal(
		(await call(app, "Clients", "List", { query: "", filter: "all", offset: 0, limit: 50 })).total,
		1,
	);

	const told = await page.evaluate(() => window.told);
	assert.ok(told.length > 0, "nothing was refused");
	assert.deepEqual(
		told.filter((text) => /Zephyrine|Quillonde/.test(text)),
		[],
		"refusals that repeat what they were given",
	);

	const left = await page.evaluate(async () => ({
		title: document.title,
		url: location.pathname + location.search + location.hash,
		local: Object.keys(localStorage).sort(),
		session: Object.keys(sessionStorage),
		databases: await indexedDB.databases(),
		caches: await caches.keys(),
		cookies: document.cookie,
	}));
	assert.deepEqual(left, {
		title: "Snowfield",
		url: "/",
		local: ["snowfield.text", "snowfield.theme"],
		session: [],
		databases: [],
		caches: [],
		cookies: "",
	});

	// A form with the name in it, at a moment when Chromium writes down what it would put back after a crash.
	await page.keyboard.press("Control+Shift+N");
	await page.getByLabel("Notes").fill(`${canary} comes by bus.`);
	await page.evaluate(() => history.replaceState(null, ""));

	stopped = true;
	await app.stop({
		last: async () => {
			const places = [
				folders.vault,
				folders.log,
				folders.home,
				folders.temp,
				folders.profile,
				folders.dialogs,
			];
			// A search that could not find anything would always pass.
			for (const place of places) {
				const control = join(place, "control");
				await writeFile(control, Buffer.from(`x${canary}`, "utf16le"));
				assert.deepEqual(await tellingFiles(place), [control]);
			}
		},
	});
});
